//! Backups of a firm's copy, made while it is used, and restored into an empty place.

mod fill;
mod lines;
mod make;
mod read;
mod restore;
mod thin;
mod write;

pub use fill::database as sums;
pub use lines::{Sum, Sums};
pub use make::{Made, Request, data, keys};
pub use restore::{Asked, Backup, Restored, restore};
pub use thin::{Thinned, thin};

use crate::keep::{backup, erasures};
use crate::store::StoreError;

/// Why nothing was made or restored.
#[derive(Debug, thiserror::Error)]
pub enum Failed {
    /// The place to restore into holds something.
    #[error("{0} is not empty")]
    NotEmpty(String),
    /// The backup was made by a newer program.
    #[error("the backup is newer than this program")]
    NewerTables,
    /// What came out is not what went in: which part of it.
    #[error("{0} differs")]
    Differs(String),
    /// When the backup was made something had been erased: how much, and no list says what.
    #[error("{0} erasures are to be replayed")]
    ErasuresWanted(u64),
    /// The list that was given is not the one of the backup, nor a later one.
    #[error("the erasure list is older than the backup, or another")]
    ErasuresOther,
    /// A file of the firm's folder that is neither file nor folder, or cannot be read.
    #[error("{0} cannot be backed up")]
    File(String),
    #[error(transparent)]
    Backup(#[from] backup::Trouble),
    #[error(transparent)]
    Erasures(#[from] erasures::Trouble),
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<std::io::Error> for Failed {
    fn from(error: std::io::Error) -> Failed {
        Failed::Store(StoreError::Io(error))
    }
}

/// Runs what blocks on a thread where that does no harm.
async fn apart<T: Send + 'static>(work: impl FnOnce() -> Result<T, Failed> + Send + 'static) -> Result<T, Failed> {
    tokio::task::spawn_blocking(work).await.map_err(|error| Failed::from(std::io::Error::other(error)))?
}
