//! Simulations that were kept: inputs, exit bill and figures as they were. They are written once.

use super::entries::By;
use super::{Db, StoreError};
use domain::days::Day;
use domain::exit::{BillKind, BillLine, Simulation};
use domain::money::Money;
use serde::{Deserialize, Serialize};

/// A simulation that was kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    pub id: String,
    pub client: String,
    pub on: Day,
    /// As `khitam exit simulate` takes them.
    pub inputs: String,
    pub bill: Vec<BillLine>,
    pub figures: Simulation,
    /// The name of who kept it.
    pub by: Option<String>,
    pub kept_at: String,
}

/// One of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Short {
    pub id: String,
    pub client: String,
    /// The client's name.
    pub name: Option<String>,
    pub by: Option<String>,
    pub kept_at: String,
}

/// A line of the bill as it is kept.
#[derive(Serialize, Deserialize)]
struct Line {
    kind: String,
    what: String,
    cost: Money,
    on: Option<Day>,
    source: String,
}

/// Keeps a simulation.
pub async fn keep(db: &Db, kept: &Kept, by: &By) -> Result<(), StoreError> {
    let line = |line: &BillLine| Line {
        kind: line.kind.word().to_owned(),
        what: line.what.clone(),
        cost: line.cost,
        on: line.on,
        source: line.source.clone(),
    };
    let bill: Vec<Line> = kept.bill.iter().map(line).collect();
    sqlx::query(
        "INSERT INTO exit_runs (id, client, on_day, seed, inputs, bill, figures, member, kept_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    )
    .bind(&kept.id)
    .bind(&kept.client)
    .bind(kept.on.to_string())
    .bind(kept.figures.seed as i64)
    .bind(&kept.inputs)
    .bind(serde_json::to_string(&bill).expect("texts, days and sums"))
    .bind(serde_json::to_string(&kept.figures).expect("names and numbers"))
    .bind(&by.member)
    .bind(&by.at)
    .execute(&db.pool)
    .await?;
    Ok(())
}

type KeptRow = (String, String, String, String, String, Option<String>, String);

/// Returns a simulation of a client.
pub async fn of_client(db: &Db, client: &str, id: &str) -> Result<Option<Kept>, StoreError> {
    let row: Option<KeptRow> = sqlx::query_as(
        "SELECT r.id, r.on_day, r.inputs, r.bill, r.figures, m.name, r.kept_at
           FROM exit_runs r LEFT JOIN members m ON m.id = r.member WHERE r.client = $1 AND r.id = $2",
    )
    .bind(client)
    .bind(id)
    .fetch_optional(&db.pool)
    .await?;
    row.map(|row| kept(client, row)).transpose()
}

/// Returns the latest simulations of a client, the newest first.
pub async fn latest(db: &Db, client: &str, limit: i64) -> Result<Vec<Kept>, StoreError> {
    let rows: Vec<KeptRow> = sqlx::query_as(
        "SELECT r.id, r.on_day, r.inputs, r.bill, r.figures, m.name, r.kept_at
           FROM exit_runs r LEFT JOIN members m ON m.id = r.member
          WHERE r.client = $1 ORDER BY r.kept_at DESC, r.id DESC LIMIT $2",
    )
    .bind(client)
    .bind(limit)
    .fetch_all(&db.pool)
    .await?;
    rows.into_iter().map(|row| kept(client, row)).collect()
}

fn kept(client: &str, (id, on, inputs, bill, figures, by, kept_at): KeptRow) -> Result<Kept, StoreError> {
    let unreadable = || StoreError::Unreadable(format!("exit_runs {id}"));
    let lines: Vec<Line> = serde_json::from_str(&bill).map_err(|_| unreadable())?;
    let line = |line: Line| {
        let kind = BillKind::of(&line.kind).ok_or_else(unreadable)?;
        Ok(BillLine { kind, what: line.what, cost: line.cost, on: line.on, source: line.source })
    };
    Ok(Kept {
        client: client.to_owned(),
        on: Day::from_iso(&on).ok_or_else(unreadable)?,
        inputs,
        bill: lines.into_iter().map(line).collect::<Result<_, StoreError>>()?,
        figures: serde_json::from_str(&figures).map_err(|_| unreadable())?,
        by,
        kept_at,
        id,
    })
}

/// Returns what was kept of one client or, with an empty name, of all; the latest first.
pub async fn list(db: &Db, client: &str, limit: i64) -> Result<Vec<Short>, StoreError> {
    type Row = (String, String, Option<String>, Option<String>, String);
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT r.id, r.client, c.name, m.name, r.kept_at
           FROM exit_runs r LEFT JOIN members m ON m.id = r.member LEFT JOIN clients c ON c.client = r.client
          WHERE $1 = '' OR r.client = $1 ORDER BY r.kept_at DESC, r.id DESC LIMIT $2",
    )
    .bind(client)
    .bind(limit)
    .fetch_all(&db.pool)
    .await?;
    let short = |(id, client, name, by, kept_at)| Short { id, client, name, by, kept_at };
    Ok(rows.into_iter().map(short).collect())
}
