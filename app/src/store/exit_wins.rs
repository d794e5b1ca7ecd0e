//! Clients that we won: how long it took from the first contact to the signature, and what they leave over.

use super::entries::By;
use super::{Db, StoreError};
use domain::days::Day;
use domain::money::{Currency, Money};

/// A client that was won.
#[derive(Clone, Debug, PartialEq)]
pub struct Won {
    pub id: String,
    pub name: String,
    pub contacted_on: Day,
    pub signed_on: Day,
    pub monthly: Option<Money>,
}

type Row = (String, String, String, String, Option<i64>, String);

/// Returns every win, the latest first.
pub async fn all(db: &Db) -> Result<Vec<Won>, StoreError> {
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT id, name, contacted_on, signed_on, monthly_minor, currency FROM exit_wins ORDER BY signed_on DESC, id DESC",
    )
    .fetch_all(&db.pool)
    .await?;
    let won = |(id, name, contacted, signed, monthly, code): Row| {
        let read = Day::from_iso(&contacted).zip(Day::from_iso(&signed)).zip(Currency::of(&code));
        let ((contacted_on, signed_on), currency) =
            read.ok_or_else(|| StoreError::Unreadable(format!("exit_wins {id}")))?;
        Ok(Won { id, name, contacted_on, signed_on, monthly: monthly.map(|minor| Money { minor, currency }) })
    };
    rows.into_iter().map(won).collect()
}

/// Adds a win; `currency` is that of the firm where nothing is said of what it brings.
pub async fn add(db: &Db, won: &Won, currency: Currency, by: &By) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO exit_wins (id, name, contacted_on, signed_on, monthly_minor, currency, member, entered_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(&won.id)
    .bind(&won.name)
    .bind(won.contacted_on.to_string())
    .bind(won.signed_on.to_string())
    .bind(won.monthly.map(|monthly| monthly.minor))
    .bind(won.monthly.map_or(currency, |monthly| monthly.currency).code())
    .bind(&by.member)
    .bind(&by.at)
    .execute(&db.pool)
    .await?;
    Ok(())
}

/// Removes a win; tells whether there was one.
pub async fn remove(db: &Db, id: &str) -> Result<bool, StoreError> {
    let query = sqlx::query("DELETE FROM exit_wins WHERE id = $1").bind(id);
    Ok(query.execute(&db.pool).await?.rows_affected() > 0)
}
