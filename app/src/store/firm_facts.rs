//! The firm's own facts: every version as TOML, the newest holds.

use super::revision::{self, Revision};
use super::{Db, StoreError};
use domain::firm::Firm;
use sqlx::{Any, Transaction};

/// One statement of the firm's facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    pub number: i64,
    /// The name of who stated it; empty for the command line.
    pub member: String,
    pub stated_at: String,
}

/// Returns the newest facts and the number of their version, 0 where nobody has stated any.
pub async fn newest(db: &Db) -> Result<(i64, Firm), StoreError> {
    let newest = "SELECT version, text FROM firm_facts ORDER BY version DESC LIMIT 1";
    let row: Option<(i64, String)> = sqlx::query_as(newest).fetch_optional(&db.pool).await?;
    match row {
        Some((version, text)) => Ok((version, read(version, &text)?)),
        None => Ok((0, Firm::default())),
    }
}

/// Returns the newest facts.
pub async fn current(db: &Db) -> Result<Firm, StoreError> {
    Ok(newest(db).await?.1)
}

/// Keeps facts as a new version, stated by a member or, without one, by the command line.
pub async fn save(db: &Db, firm: &Firm, member: &str, stated_at: &str) -> Result<(), StoreError> {
    let mut tx = db.begin().await?;
    save_in(&mut tx, firm, member, stated_at).await?;
    tx.commit().await?;
    Ok(())
}

/// Keeps facts as a new version within a transaction; the lists that show them are told by the revision.
pub async fn save_in(
    tx: &mut Transaction<'static, Any>,
    firm: &Firm,
    member: &str,
    stated_at: &str,
) -> Result<(), StoreError> {
    let text = toml::to_string(firm).expect("facts are text, days and numbers");
    sqlx::query(
        "INSERT INTO firm_facts (version, text, member, stated_at)
         SELECT COALESCE(MAX(version), 0) + 1, $1, $2, $3 FROM firm_facts",
    )
    .bind(text)
    .bind(member)
    .bind(stated_at)
    .execute(&mut **tx)
    .await?;
    // What the firm states of itself changes what its records mean, so they are assessed anew.
    revision::bump(tx, Revision::Records).await?;
    revision::bump(tx, Revision::Lists).await
}

/// Returns the versions, the newest first.
pub async fn versions(db: &Db, limit: i64) -> Result<Vec<Version>, StoreError> {
    let rows: Vec<(i64, Option<String>, String)> = sqlx::query_as(
        "SELECT f.version, m.name, f.stated_at FROM firm_facts f LEFT JOIN members m ON m.id = f.member
          ORDER BY f.version DESC LIMIT $1",
    )
    .bind(limit)
    .fetch_all(&db.pool)
    .await?;
    let version = |(number, member, stated_at): (i64, Option<String>, String)| Version {
        number,
        member: member.unwrap_or_default(),
        stated_at,
    };
    Ok(rows.into_iter().map(version).collect())
}

fn read(version: i64, text: &str) -> Result<Firm, StoreError> {
    toml::from_str(text).map_err(|error| StoreError::Unreadable(format!("firm_facts {version}: {error}")))
}
