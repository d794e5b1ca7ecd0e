//! The exit bill: what ending with a client requires, line by line.

use super::entries::By;
use super::{Db, StoreError};
use domain::days::Day;
use domain::exit::{BillKind, BillLine};
use domain::money::{Currency, Money};

/// A line with its id and the instant at which it was entered.
#[derive(Clone, Debug, PartialEq)]
pub struct Entered {
    pub id: String,
    pub entered_at: String,
    pub line: BillLine,
}

type Row = (String, String, String, i64, String, Option<String>, String, String);

/// Returns a client's bill, the earliest due first, then in the order of entry.
pub async fn of_client(db: &Db, client: &str) -> Result<Vec<Entered>, StoreError> {
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT id, kind, what, cost_minor, currency, due_on, source, entered_at FROM exit_bill
          WHERE client = $1 ORDER BY due_on IS NULL, due_on, entered_at, id",
    )
    .bind(client)
    .fetch_all(&db.pool)
    .await?;
    rows.into_iter().map(read).collect()
}

fn read((id, kind, what, minor, currency, due_on, source, entered_at): Row) -> Result<Entered, StoreError> {
    let unreadable = || StoreError::Unreadable(format!("exit_bill {id}"));
    let kind = BillKind::of(&kind).ok_or_else(unreadable)?;
    let currency = Currency::of(&currency).ok_or_else(unreadable)?;
    let on = due_on.as_deref().map(|day| Day::from_iso(day).ok_or_else(unreadable)).transpose()?;
    let line = BillLine { kind, what, cost: Money { minor, currency }, on, source };
    Ok(Entered { id, entered_at, line })
}

/// Adds a line.
pub async fn add(db: &Db, client: &str, id: &str, line: &BillLine, by: &By) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO exit_bill (client, id, kind, what, cost_minor, currency, due_on, source, member, entered_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    )
    .bind(client)
    .bind(id)
    .bind(line.kind.word())
    .bind(&line.what)
    .bind(line.cost.minor)
    .bind(line.cost.currency.code())
    .bind(line.on.map(|day| day.to_string()))
    .bind(&line.source)
    .bind(&by.member)
    .bind(&by.at)
    .execute(&db.pool)
    .await?;
    Ok(())
}

/// Removes a line; tells whether there was one.
pub async fn remove(db: &Db, client: &str, id: &str) -> Result<bool, StoreError> {
    let query = sqlx::query("DELETE FROM exit_bill WHERE client = $1 AND id = $2").bind(client).bind(id);
    Ok(query.execute(&db.pool).await?.rows_affected() > 0)
}
