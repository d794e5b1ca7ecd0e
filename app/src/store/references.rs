//! What a form offers and checks while a record is entered: the client's invoices and their balance, names already used.

use super::bulk::{ClientRow, known, sql};
use super::{Db, StoreError};
use crate::intake::clients::Known;
use domain::days::Day;
use domain::money::{Currency, Money};
use domain::record::{Minor, Payment, Source, count_once};
use sqlx::AssertSqlSafe;

/// Returns the client of a key.
pub async fn party(db: &Db, client: &str) -> Result<Option<Known>, StoreError> {
    let row: Option<ClientRow> = sqlx::query_as(AssertSqlSafe(format!("{} WHERE client = $1", sql::CLIENTS)))
        .bind(client)
        .fetch_optional(&db.pool)
        .await?;
    Ok(row.map(known))
}

/// Returns every client as an import knows it.
pub async fn all_known(db: &Db) -> Result<Vec<Known>, StoreError> {
    let rows: Vec<ClientRow> = sqlx::query_as(sql::CLIENTS).fetch_all(&db.pool).await?;
    Ok(rows.into_iter().map(known).collect())
}

/// What an invoice asked for, and what was paid of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Balance {
    pub billed: Money,
    /// Minor units of the same currency; payments in another one are not counted.
    pub paid: i64,
}

/// Whose records: a client with the spellings merged into it.
const OWN: &str = "(client = $1 OR client IN (SELECT client FROM clients WHERE merged_into = $1))";

/// Returns what was paid of an invoice, leaving one payment out; `None` if there is no such invoice.
pub async fn balance(db: &Db, client: &str, invoice: &str, except: &str) -> Result<Option<Balance>, StoreError> {
    let text = format!("SELECT amount, currency FROM invoices WHERE {OWN} AND id = $2 ORDER BY client LIMIT 1");
    let billed: Option<(i64, String)> =
        sqlx::query_as(sqlx::AssertSqlSafe(text)).bind(client).bind(invoice).fetch_optional(&db.pool).await?;
    let Some((minor, code)) = billed else { return Ok(None) };
    let currency = Currency::of(&code).unwrap_or(Currency::UNKNOWN);
    let text = format!(
        "SELECT id, paid_on, amount, source_line FROM payments
          WHERE {OWN} AND invoice = $2 AND currency = $3 AND id <> $4"
    );
    let rows: Vec<PaymentRow> = sqlx::query_as(sqlx::AssertSqlSafe(text))
        .bind(client)
        .bind(invoice)
        .bind(&code)
        .bind(except)
        .fetch_all(&db.pool)
        .await?;
    let payments: Result<Vec<Payment>, StoreError> = rows.iter().map(|row| payment(invoice, currency, row)).collect();
    let mut payments = payments?;
    count_once(&mut payments, std::iter::once((invoice, minor)));
    let paid = payments.iter().map(|paid| paid.amount.0).fold(0, i64::saturating_add);
    Ok(Some(Balance { billed: Money { minor, currency }, paid }))
}

/// A payment's id, day, minor units and line.
type PaymentRow = (String, String, i64, i64);

fn payment(invoice: &str, currency: Currency, (id, on, minor, line): &PaymentRow) -> Result<Payment, StoreError> {
    let paid_on = Day::from_iso(on).ok_or_else(|| StoreError::Unreadable(format!("payments {id}")))?;
    let source = Source { id: 0, line: *line as u32 };
    let (id, invoice) = (id.as_str().into(), invoice.into());
    Ok(Payment { id, invoice, paid_on, amount: Minor(*minor), currency, source })
}

/// Returns the minutes that one of us worked on a day, for whichever client, leaving one record out.
pub async fn minutes(db: &Db, person: &str, on: &str, (client, id): (&str, &str)) -> Result<i64, StoreError> {
    let text = "SELECT COALESCE(CAST(SUM(minutes) AS BIGINT), 0) FROM \"time\"
                 WHERE person = $1 AND on_day = $2 AND NOT (client = $3 AND id = $4)";
    Ok(sqlx::query_scalar(text).bind(person).bind(on).bind(client).bind(id).fetch_one(&db.pool).await?)
}

/// Returns the numbers of a client's latest invoices.
pub async fn invoices(db: &Db, client: &str) -> Result<Vec<String>, StoreError> {
    some(db, client, "SELECT id FROM invoices WHERE OWN ORDER BY issued_on DESC, id DESC LIMIT 100").await
}

/// Returns a client's latest deliverables.
pub async fn deliverables(db: &Db, client: &str) -> Result<Vec<String>, StoreError> {
    some(db, client, "SELECT id FROM deliverables WHERE OWN ORDER BY due_on DESC, id DESC LIMIT 100").await
}

/// Returns the people of a client whom we exchanged messages with, the latest first.
pub async fn contacts(db: &Db, client: &str) -> Result<Vec<String>, StoreError> {
    let text = "SELECT contact FROM messages WHERE OWN AND contact IS NOT NULL
                 GROUP BY contact ORDER BY MAX(at) DESC, contact LIMIT 20";
    some(db, client, text).await
}

/// Returns everyone of a client whom we exchanged messages with.
pub async fn every_contact(db: &Db, client: &str) -> Result<Vec<String>, StoreError> {
    some(db, client, "SELECT DISTINCT contact FROM messages WHERE OWN AND contact IS NOT NULL").await
}

async fn some(db: &Db, client: &str, text: &'static str) -> Result<Vec<String>, StoreError> {
    let text = text.replace("OWN", OWN);
    Ok(sqlx::query_scalar(sqlx::AssertSqlSafe(text)).bind(client).fetch_all(&db.pool).await?)
}
