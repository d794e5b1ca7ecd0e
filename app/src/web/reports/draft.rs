//! Files of a form that came back with something to mend: held in memory for a while, so that nobody chooses them again.

use super::taken::Attached;
use crate::entropy;
use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard};

/// So long files are held, and so many bytes of all.
const MINUTES: i64 = 30;
const BYTES_MAX: usize = 128 * 1024 * 1024;

/// The files that are held, under a secret that only the form knows.
#[derive(Default)]
pub struct Drafts(Mutex<HashMap<String, Draft>>);

struct Draft {
    session: String,
    until: String,
    files: Vec<Attached>,
}

impl Drafts {
    /// How long files are held, in minutes.
    pub const MINUTES: i64 = MINUTES;

    /// Holds files for a session; returns the word by which they come back, unless too much is held already.
    pub fn hold(&self, session: &str, files: Vec<Attached>, until: &str, now: &str) -> Option<String> {
        let mut drafts = self.lock();
        drafts.retain(|_, draft| draft.until.as_str() > now);
        let sum = |files: &[Attached]| files.iter().map(|(_, bytes)| bytes.len()).sum::<usize>();
        let held: usize = drafts.values().map(|draft| sum(&draft.files)).sum();
        if held + sum(&files) > BYTES_MAX {
            return None;
        }
        let word = entropy::secret();
        drafts.insert(word.clone(), Draft { session: session.to_owned(), until: until.to_owned(), files });
        Some(word)
    }

    /// Gives back what is held for a session under a word, and holds it no longer.
    pub fn take(&self, session: &str, word: &str, now: &str) -> Vec<Attached> {
        let mut drafts = self.lock();
        drafts.retain(|_, draft| draft.until.as_str() > now);
        match drafts.remove(word) {
            Some(draft) if draft.session == session => draft.files,
            _ => vec![],
        }
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<String, Draft>> {
        self.0.lock().expect("no one panics while holding it")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_come_back_once_to_their_own_session_and_in_time() {
        let drafts = Drafts::default();
        let files = || vec![("a.png".to_owned(), vec![1, 2])];
        let held = |until| drafts.hold("s", files(), until, "10:00").expect("room");
        let word = held("10:30");
        assert_eq!(drafts.take("s", &word, "10:10"), files());
        assert_eq!(drafts.take("s", &word, "10:10"), []);
        assert_eq!(drafts.take("t", &held("10:30"), "10:10"), [], "another session");
        assert_eq!(drafts.take("s", &held("10:30"), "10:31"), [], "too late");
        assert!(drafts.hold("s", vec![(String::new(), vec![0; BYTES_MAX + 1])], "11:00", "10:00").is_none());
    }
}
