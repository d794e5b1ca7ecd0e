//! Names of people as files write them, and the member of the firm each of them is.

use super::revision::{self, Revision};
use super::{Db, StoreError};
use domain::text::fold;
use std::collections::{BTreeMap, BTreeSet};

/// A name that stands in the records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// One spelling of it, as written.
    pub written: String,
    /// Folded, as it is mapped.
    pub spelling: String,
    /// The kinds of records in which it stands.
    pub tables: Vec<&'static str>,
}

/// A name that a person mapped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mapped {
    pub spelling: String,
    /// The member's id and name; nothing where the name is nobody of ours.
    pub member: Option<(String, String)>,
}

const COLUMNS: [(&str, &str); 4] =
    [("time", "person"), ("messages", "person"), ("incidents", "person"), ("clients", "lead")];

/// Returns every name in the records that is not mapped yet, in the order of the alphabet.
pub async fn unmapped(db: &Db) -> Result<Vec<Found>, StoreError> {
    let mapped: BTreeSet<String> = all(db).await?.into_iter().map(|mapped| mapped.spelling).collect();
    let mut found: BTreeMap<String, Found> = BTreeMap::new();
    for (table, column) in COLUMNS {
        let text = format!("SELECT DISTINCT {column} FROM {table} WHERE {column} IS NOT NULL");
        let names: Vec<String> = sqlx::query_scalar(sqlx::AssertSqlSafe(text)).fetch_all(&db.pool).await?;
        for written in names {
            let spelling = fold(&written);
            if !spelling.is_empty() && !mapped.contains(&spelling) {
                let new = || Found { written, spelling: spelling.clone(), tables: vec![] };
                let tables = &mut found.entry(spelling.clone()).or_insert_with(new).tables;
                if tables.last() != Some(&table) {
                    tables.push(table);
                }
            }
        }
    }
    Ok(found.into_values().collect())
}

/// Returns every mapped name, in the order of the alphabet.
pub async fn all(db: &Db) -> Result<Vec<Mapped>, StoreError> {
    let rows: Vec<(String, String, Option<String>)> = sqlx::query_as(
        "SELECT p.spelling, p.member, m.name FROM person_names p LEFT JOIN members m ON m.id = p.member
          ORDER BY p.spelling",
    )
    .fetch_all(&db.pool)
    .await?;
    let mapped = |(spelling, member, name): (String, String, Option<String>)| Mapped {
        spelling,
        member: name.map(|name| (member, name)),
    };
    Ok(rows.into_iter().map(mapped).collect())
}

/// Maps a name to a member, or to nobody of ours.
pub async fn map(db: &Db, spelling: &str, member: Option<&str>) -> Result<(), StoreError> {
    let mut tx = db.begin().await?;
    sqlx::query(
        "INSERT INTO person_names (spelling, member) VALUES ($1, $2)
         ON CONFLICT (spelling) DO UPDATE SET member = excluded.member",
    )
    .bind(fold(spelling))
    .bind(member.unwrap_or_default())
    .execute(&mut *tx)
    .await?;
    revision::bump(&mut tx, Revision::Lists).await?;
    tx.commit().await?;
    Ok(())
}

/// Forgets what a name was mapped to.
pub async fn forget(db: &Db, spelling: &str) -> Result<(), StoreError> {
    let mut tx = db.begin().await?;
    sqlx::query("DELETE FROM person_names WHERE spelling = $1").bind(spelling).execute(&mut *tx).await?;
    revision::bump(&mut tx, Revision::Lists).await?;
    tx.commit().await?;
    Ok(())
}

/// Returns the folded spellings under which a member stands in the records: their own name, unless it was mapped to
/// somebody else, and those mapped to them.
pub async fn of_member(db: &Db, member: &str) -> Result<Vec<String>, StoreError> {
    let mut spellings: Vec<String> =
        sqlx::query_scalar("SELECT spelling FROM person_names WHERE member = $1 ORDER BY spelling")
            .bind(member)
            .fetch_all(&db.pool)
            .await?;
    let name: Option<String> =
        sqlx::query_scalar("SELECT name FROM members WHERE id = $1").bind(member).fetch_optional(&db.pool).await?;
    let Some(own) = name.map(|name| fold(&name)) else { return Ok(spellings) };
    let taken: Option<String> = sqlx::query_scalar("SELECT member FROM person_names WHERE spelling = $1")
        .bind(&own)
        .fetch_optional(&db.pool)
        .await?;
    if taken.is_none() {
        spellings.push(own);
    }
    Ok(spellings)
}

/// Returns the leads of clients that are a member, as the clients' records write them.
pub async fn leads_of(db: &Db, member: &str) -> Result<Vec<String>, StoreError> {
    let own = of_member(db, member).await?;
    let leads: Vec<String> =
        sqlx::query_scalar("SELECT DISTINCT lead FROM clients WHERE lead IS NOT NULL").fetch_all(&db.pool).await?;
    Ok(leads.into_iter().filter(|lead| own.contains(&fold(lead))).collect())
}
