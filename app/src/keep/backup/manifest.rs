//! The list of a backup's parts: readable by anyone, signed by the firm. It says nothing of what the parts hold.

use super::Trouble;
use crate::keep::package::{signed_by, signer_text};
use data_encoding::BASE64;
use domain::days::Day;
use domain::journal::digest;
use ed25519_dalek::{Signer, SigningKey};
use serde::{Deserialize, Serialize};

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
    /// The day from which no copy of it may be left.
    pub purge_on: Day,
    pub erasures: Erasures,
    /// Of the keys, how many.
    pub keys: Option<u64>,
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

/// Returns the name of a backup: it sorts by time, and no two are the same.
pub fn name(kind: Kind, at: &str, unlike: &str) -> String {
    let at: String = at.chars().filter(|c| c.is_ascii_alphanumeric()).collect();
    format!("khitam-{}-{at}-{unlike}", kind.word())
}

impl Manifest {
    /// Returns a manifest to which the parts come.
    pub fn new(kind: Kind, name: String, (at, purge_on): (&str, Day), erasures: Erasures) -> Manifest {
        let (parts, signer) = (vec![], String::new());
        Manifest { khitam: SHAPE, name, kind, at: at.to_owned(), purge_on, erasures, keys: None, parts, signer }
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

    /// Returns a short text by which the signer is known.
    pub fn signer_mark(&self) -> String {
        digest(self.signer.as_bytes()).chars().take(16).collect()
    }
}
