//! The keys of those who are signed in: held in memory only, never longer than their session.

use crate::flow::reports::Sight;
use crate::secret::identity::Identity;
use crate::store::resets::Reset;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard};

/// The open keys, by the digest of the session's cookie.
#[derive(Default)]
pub struct Keyring(Mutex<HashMap<String, Held>>);

struct Held {
    member: String,
    identity: Identity,
    /// When the session runs out.
    until: String,
    /// What the key opened, and the mark of the sealed texts at that time.
    opened: Option<(i64, Arc<Sight>)>,
    /// New keys of others of which the member has not said that they know.
    resets: Arc<Vec<Reset>>,
}

impl Keyring {
    /// Holds a key until its session runs out; keys whose sessions have run out are let go.
    pub fn hold(&self, session: &str, member: &str, identity: Identity, until: &str, now: &str) {
        let held =
            Held { member: member.to_owned(), identity, until: until.to_owned(), opened: None, resets: Arc::default() };
        let mut keys = self.lock();
        keys.retain(|_, held| held.until.as_str() > now);
        keys.insert(session.to_owned(), held);
    }

    /// Returns a session's key; after a restart there is none until the member signs in again.
    pub fn identity(&self, session: &str) -> Option<Identity> {
        self.lock().get(session).map(|held| held.identity.clone())
    }

    /// Lets a session's key be held until later.
    pub fn extend(&self, session: &str, until: &str) {
        if let Some(held) = self.lock().get_mut(session) {
            held.until = until.to_owned();
        }
    }

    /// Lets go of a session's key.
    pub fn drop_session(&self, session: &str) {
        self.lock().remove(session);
    }

    /// Lets go of every key of a member except that of one session, which may be none.
    pub fn drop_others(&self, member: &str, session: &str) {
        self.lock().retain(|held_session, held| held.member != member || held_session == session);
    }

    /// Returns every key that is held, with its session and its member.
    pub fn all(&self) -> Vec<(String, String, Identity)> {
        let held = |(session, held): (&String, &Held)| (session.clone(), held.member.clone(), held.identity.clone());
        self.lock().iter().map(held).collect()
    }

    /// Returns what a session's key opened, and the mark of what was sealed at that time.
    pub fn opened(&self, session: &str) -> Option<(i64, Arc<Sight>)> {
        self.lock().get(session)?.opened.clone()
    }

    /// Remembers what a session's key opened.
    pub fn remember(&self, session: &str, mark: i64, opened: Arc<Sight>) {
        if let Some(held) = self.lock().get_mut(session) {
            held.opened = Some((mark, opened));
        }
    }

    /// Remembers new keys of which a member is to be told.
    pub fn tell(&self, member: &str, resets: &Arc<Vec<Reset>>) {
        self.lock().values_mut().filter(|held| held.member == member).for_each(|held| held.resets = resets.clone());
    }

    /// Returns new keys of which a session's member is to be told.
    pub fn resets(&self, session: &str) -> Arc<Vec<Reset>> {
        self.lock().get(session).map(|held| held.resets.clone()).unwrap_or_default()
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<String, Held>> {
        self.0.lock().expect("no one panics while holding it")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_held_no_longer_than_its_session() {
        let keyring = Keyring::default();
        keyring.hold("s1", "reem", Identity::new(), "2026-01-02", "2026-01-01");
        keyring.hold("s2", "reem", Identity::new(), "2026-01-09", "2026-01-01");
        keyring.hold("s3", "omar", Identity::new(), "2026-01-09", "2026-01-02");
        assert!(keyring.identity("s1").is_none(), "its session ran out");
        keyring.drop_others("reem", "");
        assert!(keyring.identity("s2").is_none());
        assert!(keyring.identity("s3").is_some());
        keyring.drop_session("s3");
        assert!(keyring.identity("s3").is_none());
    }

    #[test]
    fn what_was_opened_stays_with_its_session() {
        let keyring = Keyring::default();
        keyring.hold("s", "reem", Identity::new(), "2026-01-02", "2026-01-01");
        keyring.remember("s", 3, Arc::default());
        keyring.remember("t", 3, Arc::default());
        assert_eq!(keyring.opened("s").map(|(mark, _)| mark), Some(3));
        assert_eq!(keyring.opened("t"), None);
        assert_eq!(keyring.all().len(), 1);
    }
}
