//! Which keys mean one client: an invoice may stand under another spelling of the client than its payment.

use std::collections::HashMap;

/// The merged spellings, as they are while a lane writes: people merge in writing transactions of their own.
#[derive(Default)]
pub struct Spellings {
    /// For each key of a client that has several, all others.
    others: HashMap<String, Vec<String>>,
}

impl Spellings {
    /// Takes each spelling with the client that it was merged into.
    pub fn of(merged: Vec<(String, String)>) -> Spellings {
        let mut clients: HashMap<String, Vec<String>> = HashMap::new();
        for (spelling, client) in merged {
            clients.entry(client).or_default().push(spelling);
        }
        let mut spellings = Spellings::default();
        for (client, mut keys) in clients {
            keys.push(client);
            for key in &keys {
                let others = keys.iter().filter(|other| *other != key).cloned().collect();
                spellings.others.insert(key.clone(), others);
            }
        }
        spellings
    }

    /// Tells whether nobody has merged anything.
    pub fn is_empty(&self) -> bool {
        self.others.is_empty()
    }

    /// Returns a key, and all others of its client.
    pub fn keys<'a>(&'a self, key: &'a str) -> impl Iterator<Item = &'a str> {
        std::iter::once(key).chain(self.others.get(key).into_iter().flatten().map(String::as_str))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_of_a_client_means_the_others() {
        let merged = [("Nur", "Noor"), ("Nour", "Noor"), ("Riwaq Co", "Riwaq")];
        let spellings = Spellings::of(merged.map(|(spelling, client)| (spelling.into(), client.into())).to_vec());
        for (key, expected) in [
            ("Nour", vec!["Nour", "Nur", "Noor"]),
            ("Noor", vec!["Noor", "Nur", "Nour"]),
            ("Riwaq", vec!["Riwaq", "Riwaq Co"]),
            ("Nakhla", vec!["Nakhla"]),
        ] {
            assert_eq!(spellings.keys(key).collect::<Vec<_>>(), expected, "{key}");
        }
        assert!(!spellings.is_empty() && Spellings::of(vec![]).is_empty());
    }
}
