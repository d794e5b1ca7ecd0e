//! Versions of the policy: each a whole text, who set it and why; none is ever changed.

use super::revision::{self, Revision};
use super::{Db, StoreError};
use domain::sign::{Policy, Setting};
use sqlx::AssertSqlSafe;

/// One version of the policy.
#[derive(Clone, Debug, PartialEq)]
pub struct Version {
    pub policy: Policy,
    /// Settings that did not exist when it was set, and are taken from the standard policy.
    pub taken: Vec<Setting>,
    /// The name of the member who set it; `None` for the one a firm begins with.
    pub set_by: Option<String>,
    pub reason: String,
    /// UTC, `YYYY-MM-DDTHH:MM:SSZ`; empty for the one a firm begins with.
    pub set_at: String,
}

type Row = (i64, String, Option<String>, String, String);

const COLUMNS: &str = "SELECT p.version, p.text, m.name, p.reason, p.set_at
                         FROM policies p LEFT JOIN members m ON m.id = p.member";

/// Returns the policy in force: the newest version, or the standard one.
pub async fn current(db: &Db) -> Result<Policy, StoreError> {
    Ok(newest(db).await?.policy)
}

/// Returns the version in force.
pub async fn newest(db: &Db) -> Result<Version, StoreError> {
    let sql = format!("{COLUMNS} ORDER BY p.version DESC LIMIT 1");
    let row: Option<Row> = sqlx::query_as(AssertSqlSafe(sql)).fetch_optional(&db.pool).await?;
    row.map_or_else(|| Ok(Version::standard()), Version::try_from)
}

/// Returns a version, if there is one of that number.
pub async fn numbered(db: &Db, number: u32) -> Result<Option<Version>, StoreError> {
    let sql = format!("{COLUMNS} WHERE p.version = $1");
    let row: Option<Row> = sqlx::query_as(AssertSqlSafe(sql)).bind(i64::from(number)).fetch_optional(&db.pool).await?;
    let standard = Version::standard();
    match row {
        Some(row) => Version::try_from(row).map(Some),
        None => Ok((number == standard.policy.version).then_some(standard)),
    }
}

/// Returns every version, the newest first.
pub async fn all(db: &Db) -> Result<Vec<Version>, StoreError> {
    let sql = format!("{COLUMNS} ORDER BY p.version DESC");
    let rows: Vec<Row> = sqlx::query_as(AssertSqlSafe(sql)).fetch_all(&db.pool).await?;
    let mut versions = rows.into_iter().map(Version::try_from).collect::<Result<Vec<Version>, StoreError>>()?;
    let standard = Version::standard();
    if versions.last().is_none_or(|first| first.policy.version > standard.policy.version) {
        versions.push(standard);
    }
    Ok(versions)
}

/// Keeps a policy as the version after its own; false if another version came in between.
pub async fn save(db: &Db, policy: &Policy, member: &str, reason: &str, at: &str) -> Result<bool, StoreError> {
    let mut next = policy.clone();
    next.version += 1;
    let mut tx = db.begin().await?;
    let newest: Option<i64> = sqlx::query_scalar("SELECT MAX(version) FROM policies").fetch_one(&mut *tx).await?;
    let newest = newest.unwrap_or_else(|| i64::from(Policy::standard().version));
    let sql = "INSERT INTO policies (version, text, member, reason, set_at) VALUES ($1, $2, $3, $4, $5)
               ON CONFLICT (version) DO NOTHING";
    let query = sqlx::query(sql).bind(i64::from(next.version)).bind(next.text()).bind(member).bind(reason).bind(at);
    let kept = newest == i64::from(policy.version) && query.execute(&mut *tx).await?.rows_affected() == 1;
    if kept {
        // Other thresholds make another list of the same records.
        revision::bump(&mut tx, Revision::Records).await?;
        revision::bump(&mut tx, Revision::Lists).await?;
        tx.commit().await?;
    }
    Ok(kept)
}

impl Version {
    fn standard() -> Version {
        Version {
            policy: Policy::standard(),
            taken: vec![],
            set_by: None,
            reason: String::new(),
            set_at: String::new(),
        }
    }
}

impl TryFrom<Row> for Version {
    type Error = StoreError;

    fn try_from((number, text, set_by, reason, set_at): Row) -> Result<Version, StoreError> {
        let unreadable = |error| StoreError::Unreadable(format!("policies {number}: {error}"));
        let (policy, taken) = Policy::complete(&text).map_err(unreadable)?;
        Ok(Version { policy, taken, set_by, reason, set_at })
    }
}
