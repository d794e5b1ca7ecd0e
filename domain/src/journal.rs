//! The journal: an append-only chain of entries. Each is bound to the one before it by its hash, so that a change of any
//! byte, a missing entry and a cut end are found and named.

use data_encoding::HEXLOWER;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

/// The field of an event that holds free or personal text: it is taken out before the event is written, and sealed.
const SAID: &str = "said";

/// One entry as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Counted from 1.
    pub seq: u32,
    /// The instant, UTC, as text that sorts.
    pub at: String,
    /// Who acted; `None` where the program recorded what it saw.
    pub actor: Option<String>,
    /// The event's name.
    pub name: String,
    /// The event without what is sealed, as JSON.
    pub plain: String,
    /// SHA-256 of the sealed text in hexadecimal letters. The chain binds what is sealed, not what it says, so that a
    /// text can be erased by destroying its key.
    pub sealed: Option<String>,
    /// The hash of the entry before; of the first, the case's own origin.
    pub previous: String,
    pub hash: String,
}

/// An event about to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    pub at: String,
    pub actor: Option<String>,
    pub name: String,
    pub plain: String,
    pub sealed: Option<String>,
}

/// Where a chain is broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Break {
    pub seq: u32,
    pub fault: Fault,
}

/// How a chain is broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The entry is not what it was when it was written.
    Altered,
    /// It does not follow the entry that stands before it.
    Unlinked,
    /// An entry is missing here.
    Missing,
    /// The journal is whole, but lists show something else.
    Misshown,
}

impl Fault {
    /// Returns the word of the fault in catalogues and answers.
    pub fn word(self) -> &'static str {
        match self {
            Fault::Altered => "altered",
            Fault::Unlinked => "unlinked",
            Fault::Missing => "missing",
            Fault::Misshown => "misshown",
        }
    }
}

/// Returns the hash that a case's first entry follows; it binds the chain to its case.
pub fn origin(client: &str, case: &str) -> String {
    hash(&["khitam journal 1", client, case])
}

/// Returns the SHA-256 of a sealed text in hexadecimal letters.
pub fn digest(sealed: &[u8]) -> String {
    HEXLOWER.encode(&Sha256::digest(sealed))
}

impl Entry {
    /// Binds a draft to the entry before it, of which it needs the number and the hash.
    pub fn after(previous_seq: u32, previous: &str, draft: Draft) -> Entry {
        let Draft { at, actor, name, plain, sealed } = draft;
        let mut entry = Entry {
            seq: previous_seq + 1,
            at,
            actor,
            name,
            plain,
            sealed,
            previous: previous.to_owned(),
            hash: String::new(),
        };
        entry.hash = entry.reckoned();
        entry
    }

    fn reckoned(&self) -> String {
        let seq = self.seq.to_string();
        let (actor, sealed) = (self.actor.as_deref().unwrap_or(""), self.sealed.as_deref().unwrap_or(""));
        hash(&[&self.previous, &seq, &self.at, actor, &self.name, &self.plain, sealed])
    }
}

/// Hashes texts, each led by its length, so that no two lists of texts give the same bytes.
fn hash(texts: &[&str]) -> String {
    let mut sha = Sha256::new();
    for text in texts {
        sha.update((text.len() as u64).to_be_bytes());
        sha.update(text.as_bytes());
    }
    HEXLOWER.encode(&sha.finalize())
}

/// Checks a chain from its origin to the last entry known to have been written, `head`: number and hash.
pub fn verify(origin: &str, entries: &[Entry], head: (u32, &str)) -> Result<(), Break> {
    let mut previous = origin;
    for (expected, entry) in (1..).zip(entries) {
        let fault = if entry.seq != expected {
            Some(Fault::Missing)
        } else if entry.hash != entry.reckoned() {
            Some(Fault::Altered)
        } else if entry.previous != previous {
            Some(Fault::Unlinked)
        } else {
            None
        };
        if let Some(fault) = fault {
            return Err(Break { seq: expected, fault });
        }
        previous = &entry.hash;
    }
    let last = entries.len() as u32;
    if last < head.0 {
        Err(Break { seq: last + 1, fault: Fault::Missing })
    } else if last > head.0 || previous != head.1 {
        Err(Break { seq: last, fault: Fault::Unlinked })
    } else {
        Ok(())
    }
}

/// An event laid out for the journal: its name, what stands open, and what is to be sealed, both as JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Laid {
    pub name: String,
    pub plain: String,
    pub said: Option<String>,
}

/// Lays out an event: an enum whose variants all have named fields, be it none, of which `said` is sealed.
pub fn lay_out<E: Serialize>(event: &E) -> Laid {
    let value = serde_json::to_value(event).expect("an event is made of plain data");
    let Value::Object(variant) = value else { unreachable!("an event's variant has named fields: {value}") };
    let Some((name, Value::Object(mut fields))) = variant.into_iter().next() else {
        unreachable!("an event's variant has named fields");
    };
    let said = fields.shift_remove(SAID).filter(|said| !said.is_null()).map(|said| said.to_string());
    Laid { name, plain: Value::Object(fields).to_string(), said }
}

/// Reads an event back, with what was sealed where it could be opened; nothing if it is none that this version knows.
pub fn read<E: DeserializeOwned>(name: &str, plain: &str, said: Option<&str>) -> Option<E> {
    let mut fields: Map<String, Value> = serde_json::from_str(plain).ok()?;
    if let Some(said) = said {
        fields.insert(SAID.to_owned(), serde_json::from_str(said).ok()?);
    }
    serde_json::from_value(Value::Object(Map::from_iter([(name.to_owned(), Value::Object(fields))]))).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    enum Sample {
        Opened {
            client: String,
            #[serde(default)]
            said: Option<String>,
        },
        Told {
            #[serde(default)]
            said: Option<String>,
        },
        Closed {},
    }

    fn chain() -> (String, Vec<Entry>) {
        let origin = origin("NAKHLA", "k1");
        let mut entries: Vec<Entry> = vec![];
        for (actor, name, sealed) in [("reem", "A", None), ("omar", "B", Some("00ff")), ("", "C", None)] {
            let (seq, previous) = entries.last().map_or((0, origin.clone()), |last| (last.seq, last.hash.clone()));
            let draft = Draft {
                at: format!("2026-11-2{seq}T09:00:00Z"),
                actor: (!actor.is_empty()).then(|| actor.to_owned()),
                name: name.to_owned(),
                plain: "{}".to_owned(),
                sealed: sealed.map(str::to_owned),
            };
            entries.push(Entry::after(seq, &previous, draft));
        }
        (origin, entries)
    }

    fn check(entries: &[Entry]) -> Result<(), Break> {
        let (origin, whole) = chain();
        verify(&origin, entries, (3, &whole[2].hash))
    }

    #[test]
    fn a_whole_chain_holds() {
        assert_eq!(check(&chain().1), Ok(()));
    }

    #[test]
    fn every_changed_field_is_found_where_it_stands() {
        let changes: [fn(&mut Entry); 7] = [
            |e| e.at.push('0'),
            |e| e.actor = Some("hind".to_owned()),
            |e| e.name.push('x'),
            |e| e.plain = "{ }".to_owned(),
            |e| e.sealed = Some("00fe".to_owned()),
            |e| e.previous = origin("NAKHLA", "k2"),
            |e| e.hash = e.hash.replace(['a', '0'], "b"),
        ];
        for (nth, change) in changes.iter().enumerate() {
            let mut entries = chain().1;
            change(&mut entries[1]);
            assert_eq!(check(&entries), Err(Break { seq: 2, fault: Fault::Altered }), "change {nth}");
        }
    }

    #[test]
    fn a_rewritten_entry_no_longer_links_to_what_follows() {
        let mut entries = chain().1;
        entries[1].plain = "{\"x\":1}".to_owned();
        entries[1].hash = entries[1].reckoned();
        assert_eq!(check(&entries), Err(Break { seq: 3, fault: Fault::Unlinked }));
        let mut last = chain().1;
        last[2].plain = "{\"x\":1}".to_owned();
        last[2].hash = last[2].reckoned();
        assert_eq!(check(&last), Err(Break { seq: 3, fault: Fault::Unlinked }));
    }

    #[test]
    fn missing_entries_and_a_cut_end_are_named() {
        let whole = chain().1;
        assert_eq!(check(&whole[..2]), Err(Break { seq: 3, fault: Fault::Missing }));
        assert_eq!(check(&whole[1..]), Err(Break { seq: 1, fault: Fault::Missing }));
        let gap = [whole[0].clone(), whole[2].clone()];
        assert_eq!(check(&gap), Err(Break { seq: 2, fault: Fault::Missing }));
        assert_eq!(check(&[]), Err(Break { seq: 1, fault: Fault::Missing }));
    }

    #[test]
    fn what_is_said_is_laid_apart_and_read_back_or_absent() {
        let opened = Sample::Opened { client: "c".to_owned(), said: Some("سرّ".to_owned()) };
        let laid = lay_out(&opened);
        assert_eq!((laid.name.as_str(), laid.plain.as_str()), ("Opened", "{\"client\":\"c\"}"));
        assert_eq!(read(&laid.name, &laid.plain, laid.said.as_deref()), Some(opened));
        let absent = Sample::Opened { client: "c".to_owned(), said: None };
        assert_eq!(read(&laid.name, &laid.plain, None), Some(absent));
        for plain in [Sample::Told { said: None }, Sample::Closed {}] {
            let laid = lay_out(&plain);
            assert_eq!((laid.plain.as_str(), laid.said.as_deref()), ("{}", None));
            assert_eq!(read(&laid.name, &laid.plain, None), Some(plain));
        }
        assert_eq!(read::<Sample>("Unknown", "{}", None), None);
    }
}
