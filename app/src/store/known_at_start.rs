//! What the records say of how clients began: what was known of them before the first invoice, and when money first came.

use super::{Db, StoreError};
use domain::days::Day;
use std::collections::HashMap;

/// How a client began.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Start {
    pub client: String,
    pub country: Option<String>,
    pub sector: Option<String>,
    /// The days within which the first invoice was due, else those that the client's record states.
    pub payment_days: Option<i64>,
    /// The largest discount that was asked for before the start, in percent.
    pub discount: Option<f64>,
}

type ClientRow = (String, Option<String>, Option<String>, Option<String>, Option<i64>, Option<String>);
type InvoiceRow = (String, String, String);

/// Returns how every client began, those merged into others left out.
pub async fn all(db: &Db) -> Result<Vec<Start>, StoreError> {
    let clients: Vec<ClientRow> = sqlx::query_as(
        "SELECT client, merged_into, country, sector, terms_days, started_on FROM clients ORDER BY client",
    )
    .fetch_all(&db.pool)
    .await?;
    let mut first: HashMap<String, (Day, Day)> = HashMap::new();
    let main = mains(&clients);
    for (client, issued, due) in invoices(db).await? {
        let Some((issued, due)) = Day::from_iso(&issued).zip(Day::from_iso(&due)) else { continue };
        let client = main.get(&client).cloned().unwrap_or(client);
        first.entry(client).and_modify(|known| *known = (*known).min((issued, due))).or_insert((issued, due));
    }
    let asked = discounts(db).await?;
    let start = |(client, _, country, sector, terms, started): ClientRow| {
        let own = first.get(&client);
        let began = started.as_deref().and_then(Day::from_iso).or(own.map(|(issued, _)| *issued));
        let before = |(of, on, _): &&(String, Day, f64)| {
            main.get(of).unwrap_or(of) == &client && began.is_some_and(|began| *on <= began)
        };
        let discount = asked.iter().filter(before).map(|(_, _, percent)| *percent).reduce(f64::max);
        let payment_days = own.map(|(issued, due)| i64::from(due.since(*issued))).or(terms);
        Start { client, country, sector, payment_days, discount }
    };
    Ok(clients.into_iter().filter(|row| row.1.is_none()).map(start).collect())
}

/// Returns to which client each merged spelling belongs.
fn mains(clients: &[ClientRow]) -> HashMap<String, String> {
    clients.iter().filter_map(|row| Some((row.0.clone(), row.1.clone()?))).collect()
}

async fn invoices(db: &Db) -> Result<Vec<InvoiceRow>, StoreError> {
    let rows = sqlx::query_as(
        "SELECT i.client, i.issued_on, MIN(i.due_on) FROM invoices i
           JOIN (SELECT client, MIN(issued_on) AS first FROM invoices GROUP BY client) f
             ON f.client = i.client AND f.first = i.issued_on
          GROUP BY i.client, i.issued_on",
    )
    .fetch_all(&db.pool)
    .await?;
    Ok(rows)
}

async fn discounts(db: &Db) -> Result<Vec<(String, Day, f64)>, StoreError> {
    let rows: Vec<(String, String, f64)> = sqlx::query_as(
        "SELECT client, on_day, percent FROM requests WHERE kind = 'discount' AND percent IS NOT NULL ORDER BY client, id",
    )
    .fetch_all(&db.pool)
    .await?;
    Ok(rows.into_iter().filter_map(|(client, on, percent)| Some((client, Day::from_iso(&on)?, percent))).collect())
}

/// Returns to which client each merged key belongs.
pub async fn merged(db: &Db) -> Result<HashMap<String, String>, StoreError> {
    let rows: Vec<(String, String)> =
        sqlx::query_as("SELECT client, merged_into FROM clients WHERE merged_into IS NOT NULL")
            .fetch_all(&db.pool)
            .await?;
    Ok(rows.into_iter().collect())
}

/// Returns the client that a key means.
pub fn main_of<'a>(merged: &'a HashMap<String, String>, client: &'a str) -> &'a str {
    merged.get(client).map_or(client, String::as_str)
}

/// Returns the day of the last invoice of each client, merged keys with the client to which they belong.
pub async fn last_invoiced(db: &Db) -> Result<HashMap<String, Day>, StoreError> {
    let rows: Vec<(String, String)> = sqlx::query_as(
        "SELECT COALESCE(c.merged_into, i.client), MAX(i.issued_on) FROM invoices i
           LEFT JOIN clients c ON c.client = i.client GROUP BY COALESCE(c.merged_into, i.client)",
    )
    .fetch_all(&db.pool)
    .await?;
    Ok(rows.into_iter().filter_map(|(client, on)| Some((client, Day::from_iso(&on)?))).collect())
}

/// Returns the day on which a client first paid, from a day on.
pub async fn first_paid_on(db: &Db, client: &str, from: Day) -> Result<Option<Day>, StoreError> {
    let on: Option<String> = sqlx::query_scalar(
        "SELECT MIN(paid_on) FROM payments
          WHERE (client = $1 OR client IN (SELECT client FROM clients WHERE merged_into = $1)) AND paid_on >= $2",
    )
    .bind(client)
    .bind(from.to_string())
    .fetch_one(&db.pool)
    .await?;
    Ok(on.as_deref().and_then(Day::from_iso))
}

/// Returns the people whom we exchanged messages with, each with their client.
pub async fn contacts(db: &Db) -> Result<Vec<(String, String)>, StoreError> {
    let text = "SELECT client, contact FROM messages WHERE contact IS NOT NULL GROUP BY client, contact
                 ORDER BY client, contact";
    Ok(sqlx::query_as(text).fetch_all(&db.pool).await?)
}
