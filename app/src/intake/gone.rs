//! Clients that were erased, as the reading of a file knows them: by their keys, and by digests of their names. Rows do not
//! bring one back under another number until a person has entered that client by hand.

use domain::days::Day;
use domain::erasure::firm_digest;
use std::collections::{HashMap, HashSet};

/// Clients that were erased.
#[derive(Clone, Debug, Default)]
pub struct Gone {
    /// Their keys, and the last day on which one was erased.
    pub keys: HashMap<String, Day>,
    /// Digests of their names.
    pub names: HashSet<String>,
}

impl Gone {
    /// Tells whether a client whom nobody knows has the name of one that was erased, and another key.
    pub fn returns(&self, spelling: &str, name: &str) -> bool {
        let has_name = |name: &str| firm_digest(name).is_some_and(|digest| self.names.contains(&digest));
        !self.names.is_empty() && !self.keys.contains_key(spelling) && (has_name(spelling) || has_name(name))
    }

    /// Tells whether the entry of a client whom nobody knows, who began on a day, is that of one who was erased.
    pub fn has_entry(&self, key: &str, began_on: Option<Day>) -> bool {
        self.keys.get(key).is_some_and(|erased_on| began_on.is_none_or(|day| day <= *erased_on))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_client_returns_by_a_name_under_another_key() {
        let on = Day::from_iso("2026-06-01").expect("a day");
        let names = ["NAKHLA", "شركة النخلة للأثاث"].into_iter().filter_map(firm_digest).collect();
        let gone = Gone { keys: HashMap::from([("NAKHLA".to_owned(), on)]), names };
        assert!(gone.returns("X-9", "نخلة للاثاث"));
        assert!(gone.returns("Nakhla Co.", ""));
        assert!(!gone.returns("NAKHLA", "شركة النخلة للأثاث"), "its own key has rules of its own");
        assert!(!gone.returns("X-9", "") && !gone.returns("X-9", "درب"));
        assert!(!Gone::default().returns("X-9", "نخلة للاثاث"));
        assert!(gone.has_entry("NAKHLA", None) && gone.has_entry("NAKHLA", Some(on)));
        assert!(!gone.has_entry("NAKHLA", Some(on.plus(1))) && !gone.has_entry("X-9", None));
    }
}
