//! A case's journal as lines of JSON: each entry with what was said, what is sealed, and the hashes that chain them.

use super::{Files, json_lines, of_json_lines};
use crate::store::cases::Kept;
use data_encoding::BASE64;
use domain::case::Stamped;
use domain::journal::{self, Entry};
use serde::{Deserialize, Serialize};
use serde_json::Value;

const FILE: &str = "journal/entries.jsonl";

/// The journal of what only counsel and compliance know of a report.
const COMPARTMENT: &str = "compartment/entries.jsonl";

/// An entry as it is archived.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Line {
    #[serde(flatten)]
    pub entry: Entry,
    /// What was said, opened; nothing where nothing was said, or where it is not for these readers.
    pub said: Option<Value>,
    /// What was said as it is sealed in the journal, in Base64: its SHA-256 is what the chain binds. What these readers may
    /// not read is not given to them sealed either.
    pub ciphertext: Option<String>,
}

impl Line {
    /// Returns an entry with what was said in it.
    pub fn of(kept: &Kept, said: Option<&str>) -> Line {
        Line {
            entry: kept.entry.clone(),
            said: said.and_then(|said| serde_json::from_str(said).ok()),
            ciphertext: kept.sealed.as_deref().filter(|_| said.is_some()).map(|sealed| BASE64.encode(sealed)),
        }
    }

    /// Returns the event with who did it and when; nothing if it is none that this version knows.
    pub fn stamped(&self) -> Option<Stamped> {
        let said = self.said.as_ref().map(ToString::to_string);
        let Entry { seq, at, actor, name, plain, .. } = &self.entry;
        let event = journal::read(name, plain, said.as_deref())?;
        Some(Stamped { seq: *seq, at: at.clone(), actor: actor.clone(), event })
    }

    /// Returns the entry as the journal keeps it; nothing if what is sealed cannot be read.
    pub fn kept(&self) -> Option<Kept> {
        let sealed = match &self.ciphertext {
            Some(text) => Some(BASE64.decode(text.as_bytes()).ok()?),
            None => None,
        };
        Some(Kept { entry: self.entry.clone(), sealed })
    }
}

/// Writes a journal.
pub fn write(lines: &[Line], files: &mut Files) {
    files.insert(FILE.to_owned(), json_lines(lines));
}

/// Writes the journal of a compartment; its chain is its own.
pub fn write_compartment(lines: &[Line], files: &mut Files) {
    files.insert(COMPARTMENT.to_owned(), json_lines(lines));
}

/// Reads it back.
pub fn read(files: &Files) -> Option<Vec<Line>> {
    of_json_lines(files.get(FILE)?)
}
