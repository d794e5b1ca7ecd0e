//! Backups: parts that are compressed and encrypted with age, and a signed list of them, in a folder or an S3-compatible
//! store. The parts, decrypted, unpacked and put one behind the other, are lines of JSON.
//!
//! The list is written last and removed first: what has none is no whole backup.

mod manifest;
mod part;
mod place;
mod reading;
pub mod schedule;

pub use manifest::{Erasures, Kind, MANIFEST, Manifest, Part, beginning, name};
pub use part::{Opening, PART_BYTES, Sealer};
pub use place::{Place, Secrets, overlap};
pub use reading::{begins, find, newest, walk, whole};

/// Where the key lies, beside the parts, that a passphrase opens.
pub const KEY_FILE: &str = "key.age";

/// Why a backup cannot be written or read.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// It was sealed to others.
    #[error("no key fits")]
    NoKey,
    /// It differs from what was written: which file of it.
    #[error("{0} is damaged")]
    Damaged(String),
    #[error("{0} is missing")]
    Missing(String),
    /// There is nothing there that could be a backup.
    #[error("no backup at {0}")]
    NoBackup(String),
    /// What lies there is of the other kind.
    #[error("{0} holds backups of the other kind")]
    OtherKind(String),
    /// It is written in a way that this program does not know.
    #[error("{0} was written by a newer program")]
    Newer(String),
    /// The address of the place cannot be used: why.
    #[error("{0}")]
    Address(String),
    /// The place does not answer, or refuses.
    #[error("{place}: {why}")]
    Place { place: String, why: String },
    #[error(transparent)]
    Io(#[from] std::io::Error),
}
