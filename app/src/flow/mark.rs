//! What something was worked out from: on another day, with other records or other entries of cases, it is old.

use crate::store::revision::{self, Revision};
use crate::store::{Db, StoreError, cases};
use domain::days::Day;

/// A day with the numbers of the records and of the entries of all journals. Facts of the firm and thresholds count as records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    pub on: Day,
    records: i64,
    entries: i64,
}

impl Mark {
    /// Reads the numbers as they stand.
    pub async fn of(db: &Db, on: Day) -> Result<Mark, StoreError> {
        Ok(Mark { on, records: revision::current(db, Revision::Records).await?, entries: cases::entries(db).await? })
    }
}
