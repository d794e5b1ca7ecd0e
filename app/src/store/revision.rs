//! Numbers that rise with every change, so that what is kept in memory knows when it is old.

use super::{Db, StoreError};
use sqlx::{Any, Transaction};

/// What a number stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Revision {
    /// Any record.
    Records,
    /// Anything that the lists show.
    Lists,
}

impl Revision {
    pub(super) fn name(self) -> &'static str {
        match self {
            Revision::Records => "records",
            Revision::Lists => "lists",
        }
    }
}

/// Returns a number as it stands.
pub async fn current(db: &Db, revision: Revision) -> Result<i64, StoreError> {
    let number = sqlx::query_scalar("SELECT number FROM revisions WHERE name = $1")
        .bind(revision.name())
        .fetch_one(&db.pool)
        .await?;
    Ok(number)
}

/// Raises a number.
pub async fn bump(tx: &mut Transaction<'static, Any>, revision: Revision) -> Result<(), StoreError> {
    sqlx::query(BUMP).bind(revision.name()).execute(&mut **tx).await?;
    Ok(())
}

const BUMP: &str = "UPDATE revisions SET number = number + 1 WHERE name = $1";
