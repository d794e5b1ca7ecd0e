//! Files that records were read from.

use super::{Db, StoreError};
use sqlx::AssertSqlSafe;
use std::collections::{BTreeMap, HashMap};

/// Returns the names of all sources by their numbers.
pub async fn names(db: &Db) -> Result<BTreeMap<u32, String>, StoreError> {
    let rows: Vec<(i64, String)> = sqlx::query_as("SELECT id, name FROM sources").fetch_all(&db.pool).await?;
    Ok(rows.into_iter().map(|(id, name)| (id as u32, name)).collect())
}

/// One imported file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceFile {
    pub id: u32,
    pub sha256: String,
    pub name: String,
    /// UTC, `YYYY-MM-DDTHH:MM:SSZ`.
    pub imported_at: String,
    /// The name of the member who imported it; `None` for the command line.
    pub imported_by: Option<String>,
}

type Row = (i64, String, String, String, Option<String>);

const COLUMNS: &str = "SELECT s.id, s.sha256, s.name, s.imported_at, m.name
                         FROM sources s LEFT JOIN members m ON m.id = s.member";

/// Returns the files of these numbers, by their numbers; what was entered by hand has none.
pub async fn of_ids(db: &Db, ids: impl IntoIterator<Item = u32>) -> Result<HashMap<u32, SourceFile>, StoreError> {
    let mut ids: Vec<u32> = ids.into_iter().filter(|id| *id > 0).collect();
    ids.sort_unstable();
    ids.dedup();
    let mut files = HashMap::new();
    for some in ids.chunks(100) {
        // Numbers of ours, not texts of others.
        let list: Vec<String> = some.iter().map(u32::to_string).collect();
        let sql = format!("{COLUMNS} WHERE s.id IN ({})", list.join(", "));
        let rows: Vec<Row> = sqlx::query_as(AssertSqlSafe(sql)).fetch_all(&db.pool).await?;
        files.extend(rows.into_iter().map(SourceFile::from).map(|file| (file.id, file)));
    }
    Ok(files)
}

/// Returns the file imported last, and how many came with it; what was entered by hand has no name.
pub async fn latest(db: &Db) -> Result<Option<(SourceFile, u64)>, StoreError> {
    let sql = format!("{COLUMNS} WHERE s.name <> '' ORDER BY s.imported_at DESC, s.id DESC LIMIT 1");
    let row: Option<Row> = sqlx::query_as(AssertSqlSafe(sql)).fetch_optional(&db.pool).await?;
    let Some(file) = row.map(SourceFile::from) else { return Ok(None) };
    let (files,): (i64,) = sqlx::query_as("SELECT COUNT(*) FROM sources WHERE imported_at = $1 AND name <> ''")
        .bind(&file.imported_at)
        .fetch_one(&db.pool)
        .await?;
    Ok(Some((file, files as u64)))
}

/// Returns the latest import run: its id, and how many rows had a problem.
pub async fn latest_run(db: &Db) -> Result<Option<(String, i64)>, StoreError> {
    let sql = "SELECT id, problems FROM runs ORDER BY run_at DESC, id DESC LIMIT 1";
    Ok(sqlx::query_as(sql).fetch_optional(&db.pool).await?)
}

impl From<Row> for SourceFile {
    fn from((id, sha256, name, imported_at, imported_by): Row) -> SourceFile {
        SourceFile { id: id as u32, sha256, name, imported_at, imported_by }
    }
}
