//! What contracts say: every version of their texts, and what people said of each term. Both are reached through the
//! contract's record, which decides who may see them.

use super::entries::By;
use super::records::Record;
use super::{Db, StoreError};
use domain::separation::contract::{Confirmed, Standing, Statement, TermName};
use sqlx::{Any, Transaction};
use std::collections::HashMap;

/// A contract: the spelling of the client under which its record stands, and its id.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Handle {
    pub client: String,
    pub contract: String,
}

impl Handle {
    /// Returns the contract that a record is about; who holds the record may see it.
    pub fn of(record: &Record) -> Handle {
        Handle { client: record.client.clone(), contract: record.id.clone() }
    }
}

/// A version of a contract's text.
#[derive(Clone, Debug, PartialEq)]
pub struct Version {
    pub number: u32,
    /// The file's name; empty where the words were pasted.
    pub name: String,
    pub sha256: String,
    /// The name of who handed it over.
    pub by: Option<String>,
    pub at: String,
    /// The pages of the file whose words are not in the text.
    pub unread_pages: Vec<u32>,
}

/// A text as it is handed over.
pub struct Handed<'a> {
    pub name: &'a str,
    pub sha256: &'a str,
    pub text: &'a str,
    pub unread_pages: &'a [u32],
}

/// What came of keeping a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    Added(u32),
    /// The very same was kept before, as this version.
    AlreadyThere(u32),
}

/// What a person said last of a term.
#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    pub term: TermName,
    /// How often something was said of the term.
    pub number: u32,
    pub statement: Statement,
    pub by: Option<String>,
    pub at: String,
}

type VersionRow = (i64, String, String, Option<String>, String, String);

/// Returns every version of a contract's text, the newest first.
pub async fn versions(db: &Db, of: &Handle) -> Result<Vec<Version>, StoreError> {
    let rows: Vec<VersionRow> = sqlx::query_as(
        "SELECT t.version, t.name, t.sha256, m.name, t.kept_at, t.unread_pages
           FROM contract_texts t LEFT JOIN members m ON m.id = t.member
          WHERE t.client = $1 AND t.contract = $2 ORDER BY t.version DESC",
    )
    .bind(&of.client)
    .bind(&of.contract)
    .fetch_all(&db.pool)
    .await?;
    let version = |(number, name, sha256, by, at, pages): VersionRow| {
        let unread_pages = pages.split_whitespace().filter_map(|page| page.parse().ok()).collect();
        Version { number: number as u32, name, sha256, by, at, unread_pages }
    };
    Ok(rows.into_iter().map(version).collect())
}

/// Returns the text of a version.
pub async fn text(db: &Db, of: &Handle, version: u32) -> Result<Option<String>, StoreError> {
    let text =
        sqlx::query_scalar("SELECT text FROM contract_texts WHERE client = $1 AND contract = $2 AND version = $3")
            .bind(&of.client)
            .bind(&of.contract)
            .bind(i64::from(version))
            .fetch_optional(&db.pool)
            .await?;
    Ok(text)
}

/// Keeps a text as the newest version, unless the very same is there already.
pub async fn keep(db: &Db, of: &Handle, handed: &Handed<'_>, by: &By) -> Result<Kept, StoreError> {
    loop {
        let mut tx = db.begin().await?;
        let known: Option<i64> = sqlx::query_scalar(
            "SELECT version FROM contract_texts WHERE client = $1 AND contract = $2 AND sha256 = $3",
        )
        .bind(&of.client)
        .bind(&of.contract)
        .bind(handed.sha256)
        .fetch_optional(&mut *tx)
        .await?;
        if let Some(version) = known {
            return Ok(Kept::AlreadyThere(version as u32));
        }
        let newest: i64 = sqlx::query_scalar(
            "SELECT COALESCE(MAX(version), 0) FROM contract_texts WHERE client = $1 AND contract = $2",
        )
        .bind(&of.client)
        .bind(&of.contract)
        .fetch_one(&mut *tx)
        .await?;
        match insert(&mut tx, of, newest + 1, handed, by).await {
            Ok(()) => {
                tx.commit().await?;
                return Ok(Kept::Added(newest as u32 + 1));
            }
            // Someone else kept one at the same moment: this one comes after it.
            Err(sqlx::Error::Database(error)) if error.is_unique_violation() => {}
            Err(error) => return Err(error.into()),
        }
    }
}

async fn insert(
    tx: &mut Transaction<'static, Any>,
    of: &Handle,
    version: i64,
    handed: &Handed<'_>,
    by: &By,
) -> Result<(), sqlx::Error> {
    sqlx::query(
        "INSERT INTO contract_texts (client, contract, version, name, sha256, text, member, kept_at, unread_pages)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    )
    .bind(&of.client)
    .bind(&of.contract)
    .bind(version)
    .bind(handed.name)
    .bind(handed.sha256)
    .bind(handed.text)
    .bind(&by.member)
    .bind(&by.at)
    .bind(handed.unread_pages.iter().map(u32::to_string).collect::<Vec<_>>().join(" "))
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Keeps what a person says of a term; `false` if somebody said something of it since they looked.
pub async fn state(
    db: &Db,
    of: &Handle,
    term: TermName,
    seen: u32,
    statement: &Statement,
    by: &By,
) -> Result<bool, StoreError> {
    let value = serde_json::to_string(&statement.value).expect("made of words and numbers");
    let kept = sqlx::query(
        "INSERT INTO contract_terms
             (client, contract, term, number, standing, value, quote, version, member, stated_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    )
    .bind(&of.client)
    .bind(&of.contract)
    .bind(term.word())
    .bind(i64::from(seen) + 1)
    .bind(statement.standing.word())
    .bind(value)
    .bind(&statement.quote)
    .bind(i64::from(statement.version))
    .bind(&by.member)
    .bind(&by.at)
    .execute(&db.pool)
    .await;
    match kept {
        Ok(_) => Ok(true),
        Err(sqlx::Error::Database(error)) if error.is_unique_violation() => Ok(false),
        Err(error) => Err(error.into()),
    }
}

type SaidRow = (String, String, String, i64, String, String, String, i64, Option<String>, String);

/// Returns what people said last of each term of a contract.
pub async fn said(db: &Db, of: &Handle) -> Result<Vec<Said>, StoreError> {
    let rows = last(db, Some(of)).await?;
    rows.into_iter().map(|row| Ok(read(row)?.1)).collect()
}

/// Returns the terms of a contract that people answer for, as far as they hold beside its newest text.
pub async fn confirmed(db: &Db, of: &Handle) -> Result<Confirmed, StoreError> {
    let rows = last(db, Some(of)).await?;
    Ok(held(db, rows).await?.remove(of).unwrap_or_default())
}

/// Returns the same for every contract of which people said something.
pub async fn confirmed_of_all(db: &Db) -> Result<HashMap<Handle, Confirmed>, StoreError> {
    let rows = last(db, None).await?;
    held(db, rows).await
}

/// Reads the last word on each term, of one contract or of all.
async fn last(db: &Db, of: Option<&Handle>) -> Result<Vec<SaidRow>, StoreError> {
    let (client, contract) = of.map_or(("", ""), |of| (of.client.as_str(), of.contract.as_str()));
    let rows = sqlx::query_as(
        "SELECT t.client, t.contract, t.term, t.number, t.standing, t.value, t.quote, t.version, m.name, t.stated_at
           FROM contract_terms t LEFT JOIN members m ON m.id = t.member
          WHERE (CAST($1 AS TEXT) = '' OR (t.client = $1 AND t.contract = $2))
            AND t.number = (SELECT MAX(o.number) FROM contract_terms o
                             WHERE o.client = t.client AND o.contract = t.contract AND o.term = t.term)
          ORDER BY t.client, t.contract, t.term",
    )
    .bind(client)
    .bind(contract)
    .fetch_all(&db.pool)
    .await?;
    Ok(rows)
}

fn read(row: SaidRow) -> Result<(Handle, Said), StoreError> {
    let (client, contract, term, number, standing, value, quote, version, by, at) = row;
    let unreadable = || StoreError::Unreadable(format!("contract_terms {client} {contract} {term}"));
    let statement = Statement {
        standing: Standing::of(&standing).ok_or_else(unreadable)?,
        value: serde_json::from_str(&value).map_err(|_| unreadable())?,
        quote,
        version: version as u32,
    };
    let said = Said { term: TermName::of(&term).ok_or_else(unreadable)?, number: number as u32, statement, by, at };
    Ok((Handle { client, contract }, said))
}

/// Keeps of what was said what holds beside the newest texts.
async fn held(db: &Db, rows: Vec<SaidRow>) -> Result<HashMap<Handle, Confirmed>, StoreError> {
    let mut newest: HashMap<Handle, (u32, Option<String>)> = HashMap::new();
    let mut held: HashMap<Handle, Confirmed> = HashMap::new();
    for row in rows {
        let (of, said) = read(row)?;
        if !newest.contains_key(&of) {
            let version = versions(db, &of).await?.first().map_or(0, |version| version.number);
            newest.insert(of.clone(), (version, None));
        }
        let Some((version, words)) = newest.get_mut(&of) else { continue };
        // A text is fetched only where something rests on the words of an older one.
        if said.statement.version != *version && words.is_none() {
            *words = text(db, &of, *version).await?;
        }
        if said.statement.holds(*version, words.as_deref().unwrap_or_default()) {
            held.entry(of).or_default().0.insert(said.term, said.statement);
        }
    }
    Ok(held)
}
