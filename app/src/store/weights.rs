//! Versions of what counts how much when options are compared; none is ever changed.

use super::{Db, StoreError};
use domain::case::options::Criterion;
use sqlx::AssertSqlSafe;
use std::collections::BTreeMap;

/// One version.
#[derive(Clone, Debug, PartialEq)]
pub struct Version {
    /// Counted from 1; 0 for the one a firm begins with.
    pub number: u32,
    pub weights: BTreeMap<Criterion, f64>,
    /// The name of the member who set it.
    pub set_by: Option<String>,
    pub reason: String,
    /// UTC, as text that sorts; empty for the one a firm begins with.
    pub set_at: String,
}

type Row = (i64, String, Option<String>, String, String);

const COLUMNS: &str = "SELECT w.version, w.text, m.name, w.reason, w.set_at
                         FROM weights w LEFT JOIN members m ON m.id = w.member";

/// Returns the version in force.
pub async fn newest(db: &Db) -> Result<Version, StoreError> {
    // Later than any instant that the store keeps.
    in_force(db, "9").await
}

/// Returns the version that was in force before an instant: whoever set one later did not bind what began then.
pub async fn in_force(db: &Db, at: &str) -> Result<Version, StoreError> {
    let sql = format!("{COLUMNS} WHERE w.set_at < $1 ORDER BY w.version DESC LIMIT 1");
    let row: Option<Row> = sqlx::query_as(AssertSqlSafe(sql)).bind(at).fetch_optional(&db.pool).await?;
    row.map_or_else(|| Ok(Version::standard()), Version::try_from)
}

/// Returns every version, the newest first.
pub async fn all(db: &Db) -> Result<Vec<Version>, StoreError> {
    let sql = format!("{COLUMNS} ORDER BY w.version DESC");
    let rows: Vec<Row> = sqlx::query_as(AssertSqlSafe(sql)).fetch_all(&db.pool).await?;
    rows.into_iter().map(Version::try_from).collect()
}

/// Keeps weights as the version after the one that was seen; false if another came in between.
pub async fn save(
    db: &Db,
    seen: u32,
    weights: &BTreeMap<Criterion, f64>,
    member: &str,
    reason: &str,
    at: &str,
) -> Result<bool, StoreError> {
    let text = serde_json::to_string(weights).expect("made of words and numbers");
    let sql = "INSERT INTO weights (version, text, member, reason, set_at)
               SELECT $1, $2, $3, $4, $5 WHERE (SELECT COUNT(*) FROM weights WHERE version >= $6) = 0
               ON CONFLICT (version) DO NOTHING";
    let next = i64::from(seen) + 1;
    let query = sqlx::query(sql).bind(next).bind(text).bind(member).bind(reason).bind(at).bind(next);
    Ok(query.execute(&db.pool).await?.rows_affected() == 1)
}

impl Version {
    /// Before anyone set weights, all criteria count the same.
    fn standard() -> Version {
        Version {
            number: 0,
            weights: Criterion::ALL.iter().map(|criterion| (*criterion, 1.0)).collect(),
            set_by: None,
            reason: String::new(),
            set_at: String::new(),
        }
    }

    /// Returns each criterion with its share of all weights, 0 to 1.
    pub fn shares(&self) -> Vec<(Criterion, f64)> {
        let sum: f64 = self.weights.values().sum();
        let share =
            |criterion: &Criterion| (*criterion, self.weights.get(criterion).copied().unwrap_or_default() / sum);
        Criterion::ALL.iter().map(share).collect()
    }
}

impl TryFrom<Row> for Version {
    type Error = StoreError;

    fn try_from((number, text, set_by, reason, set_at): Row) -> Result<Version, StoreError> {
        let weights = serde_json::from_str(&text);
        let weights = weights.map_err(|error| StoreError::Unreadable(format!("weights {number}: {error}")))?;
        Ok(Version { number: u32::try_from(number).unwrap_or(u32::MAX), weights, set_by, reason, set_at })
    }
}
