//! The list of a backup's parts: readable by anyone, signed by the firm. It says nothing of what the parts hold.

use super::Trouble;
use crate::keep::package::{signed_by, signer_text};
use data_encoding::BASE64;
use domain::days::Day;
use domain::journal::digest;
use ed25519_dalek::{Signer, SigningKey};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Two lines: what the backup is, and the signature of the first line.
pub const MANIFEST: &str = "manifest.jsonl";

/// The newest way of writing backups that this program knows.
const SHAPE: u32 = 1;

/// What is in a backup.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// The database and the firm's files.
    Data,
    /// The keys without which much of the data cannot be read.
    Keys,
}

impl Kind {
    /// Returns its word.
    pub fn word(self) -> &'static str {
        match self {
            Kind::Data => "data",
            Kind::Keys => "keys",
        }
    }
}

/// A part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    pub file: String,
    pub bytes: u64,
    pub sha256: String,
}

/// The erasure list at the time of the backup.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Erasures {
    pub count: u64,
    /// Of the list's bytes.
    pub sha256: String,
    /// How many keys were destroyed by them.
    pub keys: u64,
}

/// What a backup is, as anyone may read it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    pub khitam: u32,
    pub name: String,
    pub kind: Kind,
    /// When the moment was, in UTC.
    pub at: String,
    /// Its day in the firm's zone.
    pub on: Day,
    /// The day from which no copy of it may be left.
    pub purge_on: Day,
    pub erasures: Erasures,
    /// Of the keys, how many.
    pub keys: Option<u64>,
    /// Of the keys, which: a digest of each file's name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<String>,
    pub parts: Vec<Part>,
    /// The public key of whoever made it.
    pub signer: String,
}

/// Only what tells whether the rest can be read.
#[derive(Deserialize)]
struct Shape {
    khitam: u32,
}

#[derive(Serialize, Deserialize)]
struct Signature {
    signature: String,
}

/// Returns how the names of backups begin that were made in a second; they sort by time.
pub fn beginning(kind: Kind, at: &str) -> String {
    let at: String = at.chars().filter(|c| c.is_ascii_alphanumeric()).collect();
    format!("khitam-{}-{at}-", kind.word())
}

/// Returns a name that sorts after those of the same second, and is no other's.
pub fn name(beginning: &str, there: &[String], unlike: &str) -> String {
    let last = there.iter().filter_map(|name| name.strip_prefix(beginning)?.split('-').next()?.parse::<u16>().ok());
    let nth = last.max().map_or(0, |last| last.saturating_add(1));
    format!("{beginning}{nth:04}-{unlike}")
}

impl Manifest {
    /// Returns a manifest to which the parts come.
    pub fn new(kind: Kind, name: String, (at, on, purge_on): (&str, Day, Day), erasures: Erasures) -> Manifest {
        let (parts, signer, at) = (vec![], String::new(), at.to_owned());
        Manifest { khitam: SHAPE, name, kind, at, on, purge_on, erasures, keys: None, marks: vec![], parts, signer }
    }

    /// Writes it, signed.
    pub fn written(mut self, signer: &SigningKey) -> std::io::Result<(Manifest, Vec<u8>)> {
        self.signer = signer_text(&signer.verifying_key());
        let text = serde_json::to_string(&self)?;
        let signature = Signature { signature: BASE64.encode(&signer.sign(text.as_bytes()).to_bytes()) };
        let lines = format!("{text}\n{}\n", serde_json::to_string(&signature)?);
        Ok((self, lines.into_bytes()))
    }

    /// Reads one; what is not as it was signed is damaged.
    pub fn read(name: &str, bytes: &[u8]) -> Result<Manifest, Trouble> {
        let file = format!("{name}/{MANIFEST}");
        let damaged = || Trouble::Damaged(file.clone());
        let lines = std::str::from_utf8(bytes).ok().and_then(|text| text.strip_suffix('\n')?.split_once('\n'));
        let (text, signature) = lines.ok_or_else(damaged)?;
        let shape: Shape = serde_json::from_str(text).map_err(|_| damaged())?;
        if shape.khitam > SHAPE {
            return Err(Trouble::Newer(file));
        }
        let manifest: Manifest = serde_json::from_str(text).map_err(|_| damaged())?;
        let signature: Signature = serde_json::from_str(signature).map_err(|_| damaged())?;
        let signature = BASE64.decode(signature.signature.as_bytes()).map_err(|_| damaged())?;
        let is_whole = manifest.name == name && signed_by(text.as_bytes(), &manifest.signer, &signature);
        if is_whole { Ok(manifest) } else { Err(damaged()) }
    }

    /// Returns how a key is marked here: elsewhere the same key is marked otherwise.
    pub fn mark(&self, key: &str) -> String {
        digest(format!("{}\0{key}", self.name).as_bytes())
    }

    /// Tells whether every key of this backup is one of these.
    pub fn is_within(&self, keys: &BTreeSet<String>) -> bool {
        let marked: BTreeSet<String> = keys.iter().map(|key| self.mark(key)).collect();
        self.marks.len() as u64 == self.keys.unwrap_or(0) && self.marks.iter().all(|mark| marked.contains(mark))
    }

    /// Returns a short text by which the signer is known.
    pub fn signer_mark(&self) -> String {
        digest(self.signer.as_bytes()).chars().take(16).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn backups_of_one_second_sort_in_the_order_in_which_they_were_made() {
        let begins = beginning(Kind::Data, "2026-11-29T20:00:00Z");
        let mut there: Vec<String> = vec![];
        for unlike in ["zz", "aa", "mm"] {
            there.push(name(&begins, &there, unlike));
        }
        assert_eq!(there[1], "khitam-data-20261129T200000Z-0001-aa");
        assert!(there.is_sorted(), "{there:?}");
    }
}
