//! Import runs: what came of each file, and the rows that could not be stored.

use super::{Db, StoreError};
use crate::intake::correction::Correction;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A run that was stored.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    pub id: String,
    pub at: String,
    /// The name of who imported; nobody's for the command line.
    pub by: Option<String>,
    pub files: Vec<RunFile>,
}

/// What came of one file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RunFile {
    pub name: String,
    pub sha256: String,
    /// The leading kind; nothing where the file could not be read.
    pub kind: Option<String>,
    /// Records stored or found stored, by table.
    pub kinds: BTreeMap<String, u64>,
    pub profile: Option<String>,
    pub rows: u64,
    pub added: u64,
    pub changed: u64,
    pub unchanged: u64,
    /// The first problems; the whole number stands beside.
    pub problems: Vec<RunProblem>,
    pub problems_total: u64,
    pub notes: Vec<RunNote>,
    /// The cells that were read as a person corrected them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<Correction>,
}

impl RunFile {
    /// Tells whether the file as a whole could not be read.
    pub fn is_refused(&self) -> bool {
        self.problems.iter().any(|problem| problem.line.is_none())
    }
}

/// A row, or without a line a file, that was not stored.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RunProblem {
    pub line: Option<u32>,
    pub column: Option<String>,
    pub value: String,
    pub code: String,
}

/// Something that was accepted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RunNote {
    pub line: Option<u32>,
    pub code: String,
    pub value: String,
}

/// Keeps a run; `member` is empty for the command line.
pub async fn save(db: &Db, id: &str, at: &str, member: &str, files: &[RunFile]) -> Result<(), StoreError> {
    let summary = serde_json::to_string(files).expect("made of texts and numbers");
    let problems: u64 = files.iter().map(|file| file.problems_total).sum();
    sqlx::query(
        "INSERT INTO runs (id, run_at, member, summary, problems) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING",
    )
    .bind(id)
    .bind(at)
    .bind(member)
    .bind(summary)
    .bind(problems as i64)
    .execute(&db.pool)
    .await?;
    Ok(())
}

type Row = (String, String, Option<String>, String);

fn read((id, at, by, summary): Row) -> Result<Run, StoreError> {
    let files =
        serde_json::from_str(&summary).map_err(|error| StoreError::Unreadable(format!("runs {id}: {error}")))?;
    Ok(Run { id, at, by, files })
}

/// Returns a run.
pub async fn one(db: &Db, id: &str) -> Result<Option<Run>, StoreError> {
    let row: Option<Row> = sqlx::query_as(
        "SELECT r.id, r.run_at, m.name, r.summary FROM runs r LEFT JOIN members m ON m.id = r.member WHERE r.id = $1",
    )
    .bind(id)
    .fetch_optional(&db.pool)
    .await?;
    row.map(read).transpose()
}

/// Counts the runs.
pub async fn count(db: &Db) -> Result<i64, StoreError> {
    Ok(sqlx::query_scalar("SELECT COUNT(*) FROM runs").fetch_one(&db.pool).await?)
}

/// Returns the latest runs, the newest first.
pub async fn latest(db: &Db, limit: i64) -> Result<Vec<Run>, StoreError> {
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT r.id, r.run_at, m.name, r.summary FROM runs r LEFT JOIN members m ON m.id = r.member
          ORDER BY r.run_at DESC, r.id DESC LIMIT $1",
    )
    .bind(limit)
    .fetch_all(&db.pool)
    .await?;
    rows.into_iter().map(read).collect()
}
