//! Rows that go because somebody was erased. Journals stay: what was said in them is closed once its key is gone.

use super::dialect::{self, Kind};
use super::dump::{Snapshot, Table};
use super::revision::{Revision, bump};
use super::{Db, StoreError, apart};
use rusqlite::Connection;
use sqlx::{Any, AssertSqlSafe, Transaction};
use std::path::Path;

/// What stays of a client whatever is erased: that there were cases, the chain of their journals, and what their holds keep.
const JOURNALS: [&str; 5] = ["cases", "case_entries", "case_members", "legal_holds", "legal_hold_custodians"];

/// What names a person in a row of a client, and what the row then says of them.
const NAMES: [&str; 2] = ["person", "contact"];
const SAID: [&str; 4] = ["subject", "text", "note", "task"];

/// What a list says of a client is made anew from its rows.
const ASSESSED: &str = "DELETE FROM assessments WHERE client = $1";

/// Removes what belongs to a case beside its journal; returns how many rows.
pub async fn case(db: &Db, client: &str, case: &str) -> Result<u64, StoreError> {
    let mut tx = begin(db).await?;
    let mut rows = 0;
    for table in ["case_files", "own_parts", "outbox", "client_links"] {
        let text = format!("DELETE FROM {table} WHERE client = $1 AND case_id = $2");
        rows += sqlx::query(AssertSqlSafe(text)).bind(client).bind(case).execute(&mut *tx).await?.rows_affected();
    }
    tx.commit().await?;
    Ok(rows)
}

/// Removes what was said of our own part in a case; returns how many answers.
pub async fn own_parts(db: &Db, client: &str, case: &str) -> Result<u64, StoreError> {
    let mut tx = begin(db).await?;
    let rows = run(&mut tx, "DELETE FROM own_parts WHERE client = $1 AND case_id = $2".into(), &[client, case]).await?;
    tx.commit().await?;
    Ok(rows)
}

/// Removes a client's rows from some tables with what stood in them before, or from all but the journals where no table
/// is named.
pub async fn client(db: &Db, client: &str, tables: &[String]) -> Result<u64, StoreError> {
    let found = of_clients(db).await?;
    let mut tx = begin(db).await?;
    let mut rows = 0;
    for table in found.iter().filter(|table| !JOURNALS.contains(&table.name.as_str())) {
        if tables.is_empty() || tables.contains(&table.name) {
            rows += corrections(&mut tx, table, "t.client = $1", &[client]).await?;
            rows += run(&mut tx, format!("DELETE FROM \"{}\" WHERE client = $1", table.name), &[client]).await?;
        }
    }
    for table in tables {
        rows += run(&mut tx, "DELETE FROM changes WHERE client = $1 AND kind = $2".into(), &[client, table]).await?;
    }
    if !tables.is_empty() {
        rows += run(&mut tx, ASSESSED.into(), &[client]).await?;
    }
    bump(&mut tx, Revision::Records).await?;
    bump(&mut tx, Revision::Lists).await?;
    tx.commit().await?;
    Ok(rows)
}

/// Takes who somebody was out of the list of members; the id remains, for journals name it.
pub async fn member(db: &Db, member: &str, on: &str) -> Result<u64, StoreError> {
    let mut tx = begin(db).await?;
    let mut rows = 0;
    let invited = "UPDATE invites SET name = '' WHERE member = $1 OR name = (SELECT name FROM members WHERE id = $1)";
    rows += run(&mut tx, invited.to_owned(), &[member]).await?;
    for table in ["sessions", "recipients", "person_names"] {
        rows += run(&mut tx, format!("DELETE FROM {table} WHERE member = $1"), &[member]).await?;
    }
    let text =
        "UPDATE members SET name = id, email = id, password_hash = '', public_key = '', left_at = COALESCE(left_at, $2)
                 WHERE id = $1";
    rows += run(&mut tx, text.to_owned(), &[member, on]).await?;
    tx.commit().await?;
    Ok(rows)
}

/// Takes a person out of a client's rows: their name, and what those rows say in words.
pub async fn person(db: &Db, client: &str, is_theirs: impl Fn(&str) -> bool) -> Result<u64, StoreError> {
    let found = of_clients(db).await?;
    let mut tx = begin(db).await?;
    let mut rows = 0;
    for table in &found {
        for column in NAMES.iter().filter(|name| table.columns.iter().any(|column| column == *name)) {
            let name = &table.name;
            let text = format!("SELECT DISTINCT {column} FROM \"{name}\" WHERE client = $1 AND {column} IS NOT NULL");
            let names: Vec<String> = sqlx::query_scalar(AssertSqlSafe(text)).bind(client).fetch_all(&mut *tx).await?;
            let emptied = SAID.iter().filter(|said| table.columns.iter().any(|column| column == *said));
            let emptied: String = emptied.map(|said| format!(", {said} = NULL")).collect();
            for theirs in names.iter().filter(|name| is_theirs(name)) {
                let is_theirs = format!("t.client = $1 AND t.{column} = $2");
                rows += corrections(&mut tx, table, &is_theirs, &[client, theirs]).await?;
                let text =
                    format!("UPDATE \"{name}\" SET {column} = NULL{emptied} WHERE client = $1 AND {column} = $2");
                let changed = run(&mut tx, text, &[client, theirs]).await?;
                let past = "DELETE FROM changes WHERE client = $1 AND kind = $2";
                rows += changed + run(&mut tx, past.to_owned(), &[client, name]).await?;
            }
        }
    }
    if rows > 0 {
        rows += run(&mut tx, ASSESSED.into(), &[client]).await?;
    }
    bump(&mut tx, Revision::Records).await?;
    bump(&mut tx, Revision::Lists).await?;
    tx.commit().await?;
    Ok(rows)
}

/// Returns the first of some tables whose rows cannot be removed: there is no such table, or it holds journals.
pub async fn unknown(db: &Db, tables: &[String]) -> Result<Option<String>, StoreError> {
    let found = of_clients(db).await?;
    let is_known = |table: &String| found.iter().any(|one| one.name == *table) && !JOURNALS.contains(&table.as_str());
    Ok(tables.iter().find(|table| !is_known(table)).cloned())
}

/// Removes how cells of a table's rows were corrected.
async fn corrections(
    tx: &mut Transaction<'static, Any>,
    table: &Table,
    which: &str,
    values: &[&str],
) -> Result<u64, StoreError> {
    let has = |wanted: &str| table.columns.iter().any(|column| column == wanted);
    if !has("source_id") || !has("source_line") {
        return Ok(0);
    }
    let text = format!(
        "DELETE FROM corrections WHERE EXISTS (SELECT 1 FROM \"{}\" t
          WHERE t.source_id = corrections.source_id AND t.source_line = corrections.line AND {which})",
        table.name
    );
    run(tx, text, values).await
}

/// Begins a transaction whose deletions SQLite overwrites.
async fn begin(db: &Db) -> Result<Transaction<'static, Any>, StoreError> {
    let mut tx = db.begin().await?;
    if db.kind == Kind::Sqlite {
        sqlx::query("PRAGMA secure_delete = ON").execute(&mut *tx).await?;
    }
    Ok(tx)
}

/// Makes a SQLite file anew without what was removed, and empties its log.
pub async fn sweep(db: &Db) -> Result<(), StoreError> {
    let Some(file) = db.file().map(Path::to_owned) else { return Ok(()) };
    apart(move || {
        let connection = Connection::open(file)?;
        connection.execute_batch(dialect::PRAGMAS)?;
        Ok(connection.execute_batch("PRAGMA secure_delete = ON; VACUUM; PRAGMA wal_checkpoint(TRUNCATE)")?)
    })
    .await
}

/// Returns the tables whose rows are a client's.
async fn of_clients(db: &Db) -> Result<Vec<Table>, StoreError> {
    let db = db.clone();
    let mut tables = apart(move || Snapshot::take(&db)?.tables()).await?;
    tables.retain(|table| table.columns.iter().any(|column| column == "client"));
    Ok(tables)
}

async fn run(tx: &mut Transaction<'static, Any>, text: String, values: &[&str]) -> Result<u64, StoreError> {
    let query = values.iter().fold(sqlx::query(AssertSqlSafe(text)), |query, value| query.bind(*value));
    Ok(query.execute(&mut **tx).await?.rows_affected())
}
