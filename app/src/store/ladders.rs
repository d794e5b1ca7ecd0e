//! Versions of the firm's reminder ladder; none is ever changed.

use super::{Db, StoreError};
use domain::separation::dunning::Ladder;
use sqlx::AssertSqlSafe;

/// One version.
#[derive(Clone, Debug, PartialEq)]
pub struct Version {
    pub ladder: Ladder,
    /// The name of the member who set it; `None` for the one a firm begins with.
    pub set_by: Option<String>,
    pub reason: String,
    /// UTC, as text that sorts; empty for the one a firm begins with.
    pub set_at: String,
}

type Row = (i64, String, Option<String>, String, String);

const COLUMNS: &str = "SELECT l.version, l.text, m.name, l.reason, l.set_at
                         FROM ladders l LEFT JOIN members m ON m.id = l.member";

/// Returns the ladder in force: the newest version, or the standard one.
pub async fn newest(db: &Db) -> Result<Version, StoreError> {
    Ok(all(db).await?.into_iter().next().unwrap_or_else(Version::standard))
}

/// Returns every version that a member set, the newest first.
pub async fn all(db: &Db) -> Result<Vec<Version>, StoreError> {
    let sql = format!("{COLUMNS} ORDER BY l.version DESC");
    let rows: Vec<Row> = sqlx::query_as(AssertSqlSafe(sql)).fetch_all(&db.pool).await?;
    rows.into_iter().map(Version::try_from).collect()
}

/// Keeps a ladder as the version after its own; false if another came in between.
pub async fn save(db: &Db, ladder: &Ladder, member: &str, reason: &str, at: &str) -> Result<bool, StoreError> {
    let next = Ladder { version: ladder.version + 1, ..ladder.clone() };
    let sql = "INSERT INTO ladders (version, text, member, reason, set_at)
               SELECT $1, $2, $3, $4, $5 WHERE (SELECT COUNT(*) FROM ladders WHERE version >= $6) = 0
               ON CONFLICT (version) DO NOTHING";
    let number = i64::from(next.version);
    let query = sqlx::query(sql).bind(number).bind(next.text()).bind(member).bind(reason).bind(at).bind(number);
    Ok(query.execute(&db.pool).await?.rows_affected() == 1)
}

impl Version {
    fn standard() -> Version {
        Version { ladder: Ladder::standard(), set_by: None, reason: String::new(), set_at: String::new() }
    }
}

impl TryFrom<Row> for Version {
    type Error = StoreError;

    fn try_from((number, text, set_by, reason, set_at): Row) -> Result<Version, StoreError> {
        let ladder =
            Ladder::read(&text).map_err(|error| StoreError::Unreadable(format!("ladders {number}: {error}")))?;
        Ok(Version { ladder, set_by, reason, set_at })
    }
}
