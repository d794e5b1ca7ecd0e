//! The seals: what stands inside a sealed text, and how long a text is made.

use super::compartment::Folder;
use super::envelope::Envelope;
use crate::secret::identity::{Identity, seal};
use crate::store::StoreError;
use serde::{Deserialize, Serialize};

/// Sealed texts are filled up to a multiple of this, so that their length says little.
pub const PAD_BYTES: usize = 16 * 1024;

/// What stands inside a seal.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Inside {
    Report(Box<Envelope>),
    /// The reporter's way back to a report: the secret of the key that they kept.
    Handle {
        report: String,
        secret: String,
    },
    /// What only counsel and compliance know of a report.
    Compartment(Box<Folder>),
}

impl Inside {
    /// Opens a sealed text.
    pub fn open(sealed: &[u8], identity: &Identity) -> Option<Inside> {
        serde_json::from_slice(&identity.read(sealed)?).ok()
    }

    /// Seals it to keys.
    pub fn sealed(&self, keys: &[&str]) -> Result<Vec<u8>, StoreError> {
        let mut text = serde_json::to_vec(self).expect("made of text and days");
        // JSON may end in spaces.
        text.resize(text.len().next_multiple_of(PAD_BYTES), b' ');
        to(keys, &text)
    }
}

/// Seals a report to its readers and to whoever reported it, if they kept a key.
pub fn closed(envelope: Envelope) -> Result<Vec<u8>, StoreError> {
    let keys: Vec<String> =
        envelope.readers.iter().map(|reader| reader.key.clone()).chain(envelope.kept_by.clone()).collect();
    let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
    Inside::Report(Box::new(envelope)).sealed(&keys)
}

/// Seals a file to a key; its length is told to a sixteenth of it, never exactly.
pub fn file(key: &str, bytes: &[u8]) -> Result<Vec<u8>, StoreError> {
    let step = (bytes.len().next_power_of_two() / 16).max(PAD_BYTES);
    let mut text = bytes.to_vec();
    text.resize(text.len().max(1).next_multiple_of(step), 0);
    to(&[key], &text)
}

fn to(keys: &[&str], text: &[u8]) -> Result<Vec<u8>, StoreError> {
    seal(text, keys).ok_or_else(|| StoreError::Unreadable("members: a public key".to_owned()))
}
