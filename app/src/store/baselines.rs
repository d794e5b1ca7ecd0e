//! The portfolio's aggregate of the last full run.

use super::bulk::Table;
use super::cell::{OwnedCell, Storage};
use super::{Db, StoreError};
use domain::days::Day;
use domain::sign::Baseline;
use sqlx::{Any, Transaction};

/// The table, for the fast lane.
pub const TABLE: Table = Table {
    name: "baselines",
    columns: &[
        ("id", Storage::Integer),
        ("on_day", Storage::Text),
        ("records", Storage::Integer),
        ("text", Storage::Text),
    ],
    key: 1,
};

/// Returns a baseline's cells in the order of `TABLE`.
pub fn cells(baseline: &Baseline, records: i64) -> Vec<OwnedCell> {
    vec![
        OwnedCell::Integer(1),
        OwnedCell::Text(baseline.on.to_string()),
        OwnedCell::Integer(records),
        OwnedCell::Text(written(baseline)),
    ]
}

fn written(baseline: &Baseline) -> String {
    serde_json::to_string(baseline).expect("made of numbers and days")
}

/// Returns the day for which the stored baseline was made, and the revision of the records it was made from.
pub async fn made_from(db: &Db) -> Result<Option<(Day, i64)>, StoreError> {
    Ok(current(db).await?.map(|(baseline, records)| (baseline.on, records)))
}

/// Notes that the one change after which the stored baseline stands is taken into account; after others, it stays old.
pub async fn follow(tx: &mut Transaction<'static, Any>, baseline: &Baseline) -> Result<(), StoreError> {
    let sql = "UPDATE baselines SET records = records + 1, text = $1
                WHERE records + 1 = (SELECT number FROM revisions WHERE name = 'records')";
    sqlx::query(sql).bind(written(baseline)).execute(&mut **tx).await?;
    Ok(())
}

/// Returns the stored baseline and the revision of the records it was made from. One of an earlier version, which lacks
/// what is asked of it now, counts as none: the next is made from the records.
pub async fn current(db: &Db) -> Result<Option<(Baseline, i64)>, StoreError> {
    let row: Option<(String, i64)> =
        sqlx::query_as("SELECT text, records FROM baselines WHERE id = 1").fetch_optional(&db.pool).await?;
    let Some((text, records)) = row else { return Ok(None) };
    match serde_json::from_str(&text) {
        Ok(baseline) => Ok(Some((baseline, records))),
        Err(error) if error.is_data() => Ok(None),
        Err(error) => Err(StoreError::Unreadable(format!("baselines: {error}"))),
    }
}
