//! The library of lessons: what was learned, without of whom; and how long each client was one, which measures are held
//! against.

use super::{Db, StoreError};
use domain::case::learning::Form;
use domain::case::learning::library::Told;
use domain::case::learning::recurrence::Active;
use domain::case::root_cause::RootCause;
use domain::days::Day;
use sqlx::{Any, Transaction};

/// A lesson on its way into the library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub id: String,
    pub told: Told,
}

/// Adds lessons within a transaction; one that is there already stays.
pub async fn add_within(tx: &mut Transaction<'static, Any>, rows: &[Row]) -> Result<(), StoreError> {
    for Row { id, told } in rows {
        sqlx::query("INSERT INTO lessons (id, source, cause, form, text) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (id) DO NOTHING")
            .bind(id)
            .bind(&told.source)
            .bind(told.cause.word())
            .bind(told.form.word())
            .bind(&told.text)
            .execute(&mut **tx)
            .await?;
    }
    Ok(())
}

/// Removes lessons within a transaction.
pub async fn remove_within(tx: &mut Transaction<'static, Any>, ids: &[String]) -> Result<(), StoreError> {
    for id in ids {
        sqlx::query("DELETE FROM lessons WHERE id = $1").bind(id).execute(&mut **tx).await?;
    }
    Ok(())
}

/// Returns the words of a lesson, if it stands in the library.
pub async fn text(db: &Db, id: &str) -> Result<Option<String>, StoreError> {
    Ok(sqlx::query_scalar("SELECT text FROM lessons WHERE id = $1").bind(id).fetch_optional(&db.pool).await?)
}

/// Returns all lessons, in the order of their ids, which tells nothing.
pub async fn all(db: &Db) -> Result<Vec<Told>, StoreError> {
    let rows: Vec<(String, String, String, String, String)> =
        sqlx::query_as("SELECT id, source, cause, form, text FROM lessons ORDER BY id").fetch_all(&db.pool).await?;
    let told = |(id, source, cause, form, text): (String, String, String, String, String)| {
        let words = RootCause::of(&cause).zip(Form::of(&form));
        let (cause, form) = words.ok_or_else(|| StoreError::Unreadable(format!("lessons {id}")))?;
        Ok(Told { source, cause, form, text })
    };
    rows.into_iter().map(told).collect()
}

/// Returns how many clients had an invoice in each year; spellings of one client are one.
pub async fn invoiced(db: &Db) -> Result<Vec<(i32, u32)>, StoreError> {
    let text = "SELECT SUBSTR(i.issued_on, 1, 4), COUNT(DISTINCT COALESCE(c.merged_into, i.client)) FROM invoices i
                  LEFT JOIN clients c ON c.client = i.client
                 GROUP BY SUBSTR(i.issued_on, 1, 4) ORDER BY SUBSTR(i.issued_on, 1, 4)";
    let rows: Vec<(String, i64)> = sqlx::query_as(text).fetch_all(&db.pool).await?;
    let of_year = |(year, clients): (String, i64)| {
        let year = year.parse().map_err(|_| StoreError::Unreadable(format!("invoices of {year}")))?;
        Ok((year, clients as u32))
    };
    rows.into_iter().map(of_year).collect()
}

/// A client without invoices for so many days is none any more.
const ACTIVE_DAYS: i32 = 90;

/// Returns how long each client was one: from its first invoice to a while after its last, under whichever spelling.
pub async fn active(db: &Db) -> Result<Vec<Active>, StoreError> {
    let text = "SELECT COALESCE(c.merged_into, i.client), MIN(i.issued_on), MAX(i.issued_on) FROM invoices i
                  LEFT JOIN clients c ON c.client = i.client
                 GROUP BY COALESCE(c.merged_into, i.client) ORDER BY COALESCE(c.merged_into, i.client)";
    let rows: Vec<(String, String, String)> = sqlx::query_as(text).fetch_all(&db.pool).await?;
    let active = |(client, from, to): (String, String, String)| {
        let days = Day::from_iso(&from).zip(Day::from_iso(&to));
        let (from, to) = days.ok_or_else(|| StoreError::Unreadable(format!("invoices {client}")))?;
        Ok(Active { client, from, to: to.plus(ACTIVE_DAYS) })
    };
    rows.into_iter().map(active).collect()
}
