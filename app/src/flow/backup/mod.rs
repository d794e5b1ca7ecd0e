//! Backups of a firm's copy, made while it is used, and restored into an empty place.

mod fill;
mod lines;
mod make;
pub mod places;
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
use crate::store::{self, StoreError};

/// Why nothing was made or restored.
#[derive(Debug, thiserror::Error)]
pub enum Failed {
    /// The folder to restore into holds something.
    #[error("{0} is not empty")]
    NotEmpty(String),
    /// So does the database.
    #[error("the database is not empty")]
    DatabaseThere,
    /// Data and keys were signed by different firms.
    #[error("the data was signed by {0}, the keys by {1}")]
    Signers(String, String),
    /// The place lies in the firm's folder, or around it.
    #[error("{0} and the firm's folder lie in each other")]
    Inside(String),
    /// The backup was made by a newer program.
    #[error("the backup is newer than this program")]
    NewerTables,
    /// What came out is not what went in: which part of it.
    #[error("{0} differs")]
    Differs(String),
    /// Nobody gave the list of what was erased, nor said why there is none: how much a backup of the place knows of.
    #[error("{0} erasures or more are to be replayed")]
    ErasuresWanted(u64),
    /// The list that was given is not the one that the newest backup of the place knows, nor a later one.
    #[error("the erasure list is older than a backup, or another")]
    ErasuresOther,
    /// The list names a table that holds no rows of clients.
    #[error("the erasure list names the table {0}")]
    ErasuresTable(String),
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
    store::apart(move || Ok(work())).await?
}
