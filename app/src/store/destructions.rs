//! Erasures that one person proposed and another confirms, and the permanent index of what was destroyed.

use super::{Db, StoreError, erasing};
use domain::days::Day;
use domain::erasure::Basis;
use sqlx::any::AnyRow;
use sqlx::{FromRow, Row};

/// What a person proposed to erase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    pub id: String,
    /// Whose data it is; empty where it is someone of the firm.
    pub client: String,
    /// What is erased, as the erasure list says it.
    pub scope: String,
    /// The name of the person who is erased, as it was written.
    pub person: Option<String>,
    pub basis: Basis,
    pub reference: String,
    /// A member, and the day.
    pub proposed: (String, Day),
    pub confirmed: Option<(String, Day)>,
    /// What was counted when it was confirmed, as JSON; empty before.
    pub counted: String,
}

/// What was destroyed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Destruction {
    pub id: String,
    /// The line of the erasure list, counted from 1.
    pub line: u64,
    pub client: String,
    pub scope: String,
    pub basis: Basis,
    pub reference: String,
    /// How many rows went of each table, as JSON.
    pub gone: String,
    pub files: u64,
    pub keys: u64,
    /// The copies that it did not reach, each with its last day, as JSON.
    pub copies: String,
    pub proposed: (String, Day),
    pub confirmed: (String, Day),
}

const PROPOSAL: &str = "SELECT id, client, scope, person, basis, reference, proposed_by, proposed_on, confirmed_by,
    confirmed_on, counted FROM erasure_proposals";

const DESTRUCTION: &str = "SELECT id, client, scope, basis, reference, proposed_by, proposed_on, confirmed_by,
    confirmed_on, line, gone, files, keys, copies FROM destructions";

fn day(row: &AnyRow, column: &str) -> Result<Day, sqlx::Error> {
    let text: String = row.try_get(column)?;
    Day::from_iso(&text).ok_or_else(|| sqlx::Error::Decode(format!("{column} is no day").into()))
}

fn basis(row: &AnyRow) -> Result<Basis, sqlx::Error> {
    let word: String = row.try_get("basis")?;
    Basis::of(&word).ok_or_else(|| sqlx::Error::Decode(format!("{word} is no basis").into()))
}

fn number(row: &AnyRow, column: &str) -> Result<u64, sqlx::Error> {
    Ok(u64::try_from(row.try_get::<i64, _>(column)?).unwrap_or(0))
}

impl FromRow<'_, AnyRow> for Proposal {
    fn from_row(row: &AnyRow) -> Result<Proposal, sqlx::Error> {
        let confirmed_by: Option<String> = row.try_get("confirmed_by")?;
        Ok(Proposal {
            id: row.try_get("id")?,
            client: row.try_get("client")?,
            scope: row.try_get("scope")?,
            person: row.try_get("person")?,
            basis: basis(row)?,
            reference: row.try_get("reference")?,
            proposed: (row.try_get("proposed_by")?, day(row, "proposed_on")?),
            confirmed: match confirmed_by {
                Some(member) => Some((member, day(row, "confirmed_on")?)),
                None => None,
            },
            counted: row.try_get("counted")?,
        })
    }
}

impl FromRow<'_, AnyRow> for Destruction {
    fn from_row(row: &AnyRow) -> Result<Destruction, sqlx::Error> {
        Ok(Destruction {
            id: row.try_get("id")?,
            line: number(row, "line")?,
            client: row.try_get("client")?,
            scope: row.try_get("scope")?,
            basis: basis(row)?,
            reference: row.try_get("reference")?,
            gone: row.try_get("gone")?,
            files: number(row, "files")?,
            keys: number(row, "keys")?,
            copies: row.try_get("copies")?,
            proposed: (row.try_get("proposed_by")?, day(row, "proposed_on")?),
            confirmed: (row.try_get("confirmed_by")?, day(row, "confirmed_on")?),
        })
    }
}

/// The last days of a client's rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LastDays {
    /// Of work, talk and what was charged.
    pub worked_on: Option<Day>,
    /// Of what stands in books.
    pub booked_on: Option<Day>,
}

/// Returns the last days of a client's rows, under one spelling.
pub async fn last_days(db: &Db, client: &str) -> Result<LastDays, StoreError> {
    let days: (Option<String>, Option<String>) = sqlx::query_as(
        "SELECT (SELECT MAX(w.on_day) FROM (SELECT MAX(issued_on) AS on_day FROM invoices WHERE client = $1
                    UNION ALL SELECT MAX(on_day) FROM costs WHERE client = $1
                    UNION ALL SELECT MAX(on_day) FROM time WHERE client = $1
                    UNION ALL SELECT MAX(substr(at, 1, 10)) FROM messages WHERE client = $1) w),
                (SELECT MAX(b.on_day) FROM (SELECT MAX(issued_on) AS on_day FROM invoices WHERE client = $1
                    UNION ALL SELECT MAX(on_day) FROM costs WHERE client = $1
                    UNION ALL SELECT MAX(paid_on) FROM payments WHERE client = $1) b)",
    )
    .bind(client)
    .fetch_one(&db.pool)
    .await?;
    let day = |text: Option<String>| text.as_deref().and_then(Day::from_iso);
    Ok(LastDays { worked_on: day(days.0), booked_on: day(days.1) })
}

/// Tells whether any of some tables has a row of a client, under one spelling.
pub async fn has_rows(db: &Db, client: &str, tables: &[&str]) -> Result<bool, StoreError> {
    for table in tables {
        let text = sqlx::AssertSqlSafe(format!("SELECT client FROM \"{table}\" WHERE client = $1 LIMIT 1"));
        let found: Option<String> = sqlx::query_scalar(text).bind(client).fetch_optional(&db.pool).await?;
        if found.is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Keeps a proposal.
pub async fn propose(db: &Db, proposal: &Proposal) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO erasure_proposals (id, client, scope, person, basis, reference, proposed_by, proposed_on)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(&proposal.id)
    .bind(&proposal.client)
    .bind(&proposal.scope)
    .bind(&proposal.person)
    .bind(proposal.basis.word())
    .bind(&proposal.reference)
    .bind(&proposal.proposed.0)
    .bind(proposal.proposed.1.to_string())
    .execute(&db.pool)
    .await?;
    Ok(())
}

/// Returns the proposals that stand, the oldest first.
pub async fn proposals(db: &Db) -> Result<Vec<Proposal>, StoreError> {
    let text = sqlx::AssertSqlSafe(format!("{PROPOSAL} ORDER BY proposed_on, id"));
    Ok(sqlx::query_as(text).fetch_all(&db.pool).await?)
}

/// Returns a proposal that stands.
pub async fn proposal(db: &Db, id: &str) -> Result<Option<Proposal>, StoreError> {
    let text = sqlx::AssertSqlSafe(format!("{PROPOSAL} WHERE id = $1"));
    Ok(sqlx::query_as(text).bind(id).fetch_optional(&db.pool).await?)
}

/// Writes down which other person confirmed a proposal and what was counted; false if somebody did before, or it was withdrawn.
pub async fn confirm(db: &Db, id: &str, by: (&str, Day), counted: &str) -> Result<bool, StoreError> {
    confirmed(db, id, by, counted, "proposed_by <> $1").await
}

/// Writes down that the one who proposed it confirmed it alone.
pub async fn confirm_alone(db: &Db, id: &str, by: (&str, Day), counted: &str) -> Result<bool, StoreError> {
    confirmed(db, id, by, counted, "proposed_by = $1").await
}

async fn confirmed(
    db: &Db,
    id: &str,
    (member, on): (&str, Day),
    counted: &str,
    whose: &str,
) -> Result<bool, StoreError> {
    let confirmed = sqlx::query(sqlx::AssertSqlSafe(format!(
        "UPDATE erasure_proposals SET confirmed_by = $1, confirmed_on = $2, counted = $3
          WHERE id = $4 AND confirmed_by IS NULL AND {whose}"
    )))
    .bind(member)
    .bind(on.to_string())
    .bind(counted)
    .bind(id)
    .execute(&db.pool)
    .await?;
    Ok(confirmed.rows_affected() == 1)
}

/// Takes a confirmation back of which nothing was done: the proposal waits again for a second person.
pub async fn take_back(db: &Db, id: &str) -> Result<(), StoreError> {
    let text = "UPDATE erasure_proposals SET confirmed_by = NULL, confirmed_on = NULL, counted = '' WHERE id = $1";
    sqlx::query(text).bind(id).execute(&db.pool).await?;
    Ok(())
}

/// Takes a proposal back that nobody confirmed; nothing of it stays.
pub async fn withdraw(db: &Db, id: &str) -> Result<bool, StoreError> {
    let mut tx = erasing::begin(db).await?;
    let gone = sqlx::query("DELETE FROM erasure_proposals WHERE id = $1 AND confirmed_by IS NULL").bind(id);
    let gone = gone.execute(&mut *tx).await?.rows_affected();
    tx.commit().await?;
    Ok(gone == 1)
}

/// Removes a proposal that the erasure list has carried out.
pub async fn forget(db: &Db, id: &str) -> Result<(), StoreError> {
    let mut tx = erasing::begin(db).await?;
    sqlx::query("DELETE FROM erasure_proposals WHERE id = $1").bind(id).execute(&mut *tx).await?;
    tx.commit().await?;
    Ok(())
}

/// Enters into the index what was destroyed, and removes the proposal; a second time changes nothing.
pub async fn settle(db: &Db, destruction: &Destruction) -> Result<(), StoreError> {
    let mut tx = erasing::begin(db).await?;
    sqlx::query(
        "INSERT INTO destructions (id, line, client, scope, basis, reference, gone, files, keys, copies, proposed_by,
                                   proposed_on, confirmed_by, confirmed_on)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) ON CONFLICT (id) DO NOTHING",
    )
    .bind(&destruction.id)
    .bind(destruction.line as i64)
    .bind(&destruction.client)
    .bind(&destruction.scope)
    .bind(destruction.basis.word())
    .bind(&destruction.reference)
    .bind(&destruction.gone)
    .bind(destruction.files as i64)
    .bind(destruction.keys as i64)
    .bind(&destruction.copies)
    .bind(&destruction.proposed.0)
    .bind(destruction.proposed.1.to_string())
    .bind(&destruction.confirmed.0)
    .bind(destruction.confirmed.1.to_string())
    .execute(&mut *tx)
    .await?;
    sqlx::query("DELETE FROM erasure_proposals WHERE id = $1").bind(&destruction.id).execute(&mut *tx).await?;
    tx.commit().await?;
    Ok(())
}

/// Tells whether the index has an erasure.
pub async fn is_listed(db: &Db, id: &str) -> Result<bool, StoreError> {
    let found: Option<String> =
        sqlx::query_scalar("SELECT id FROM destructions WHERE id = $1").bind(id).fetch_optional(&db.pool).await?;
    Ok(found.is_some())
}

/// Returns the index, the newest first.
pub async fn all(db: &Db) -> Result<Vec<Destruction>, StoreError> {
    let text = sqlx::AssertSqlSafe(format!("{DESTRUCTION} ORDER BY confirmed_on DESC, line DESC, id"));
    Ok(sqlx::query_as(text).fetch_all(&db.pool).await?)
}
