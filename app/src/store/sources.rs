//! The files that records came from.

use super::{Db, StoreError};
use sqlx::AssertSqlSafe;

/// One imported file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceFile {
    pub id: i64,
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

/// Returns the files of these numbers, in no particular order; those entered by hand have none.
pub async fn of_ids(db: &Db, ids: &[i64]) -> Result<Vec<SourceFile>, StoreError> {
    let mut ids: Vec<i64> = ids.iter().copied().filter(|id| *id > 0).collect();
    ids.sort_unstable();
    ids.dedup();
    let mut files = vec![];
    for some in ids.chunks(100) {
        let places: Vec<String> = (1..=some.len()).map(|n| format!("${n}")).collect();
        let sql = format!("{COLUMNS} WHERE s.id IN ({})", places.join(", "));
        let mut query = sqlx::query_as::<_, Row>(AssertSqlSafe(sql));
        for id in some {
            query = query.bind(*id);
        }
        files.extend(query.fetch_all(&db.pool).await?.into_iter().map(SourceFile::from));
    }
    Ok(files)
}

/// Returns the file imported last.
pub async fn latest(db: &Db) -> Result<Option<SourceFile>, StoreError> {
    let sql = format!("{COLUMNS} ORDER BY s.imported_at DESC, s.id DESC LIMIT 1");
    let row: Option<Row> = sqlx::query_as(AssertSqlSafe(sql)).fetch_optional(&db.pool).await?;
    Ok(row.map(SourceFile::from))
}

/// The latest import run: its id, and how many rows had a problem.
pub async fn latest_run(db: &Db) -> Result<Option<(String, i64)>, StoreError> {
    let sql = "SELECT id, problems FROM runs ORDER BY run_at DESC, id DESC LIMIT 1";
    Ok(sqlx::query_as(sql).fetch_optional(&db.pool).await?)
}

impl From<Row> for SourceFile {
    fn from((id, sha256, name, imported_at, imported_by): Row) -> SourceFile {
        SourceFile { id, sha256, name, imported_at, imported_by }
    }
}
