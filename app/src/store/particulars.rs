//! What people state of a client's account and the records do not say. Nothing is changed; what no longer holds is
//! withdrawn and stays.

use super::entries::By;
use super::{Db, StoreError};
use domain::days::Day;
use domain::separation::settlement::Kept;

/// A particular with who stated it.
#[derive(Clone, Debug, PartialEq)]
pub struct Stated {
    pub kept: Kept,
    /// The name of the member who stated it.
    pub by: Option<String>,
}

type Row = (String, String, String, String, Option<String>);

/// Returns what holds of a client and of the spellings merged into it, in the order in which it was stated.
pub async fn of_client(db: &Db, client: &str) -> Result<Vec<Stated>, StoreError> {
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT p.id, p.said_on, p.basis, p.text, m.name FROM particulars p LEFT JOIN members m ON m.id = p.member
          WHERE p.withdrawn_at IS NULL
            AND (p.client = $1 OR p.client IN (SELECT client FROM clients WHERE merged_into = $1))
          ORDER BY p.entered_at, p.id",
    )
    .bind(client)
    .fetch_all(&db.pool)
    .await?;
    rows.into_iter().map(read).collect()
}

fn read((id, said_on, basis, text, by): Row) -> Result<Stated, StoreError> {
    let unreadable = |error: String| StoreError::Unreadable(format!("particulars {id}: {error}"));
    let said_on = Day::from_iso(&said_on).ok_or_else(|| unreadable("said_on".into()))?;
    let particular = serde_json::from_str(&text).map_err(|error| unreadable(error.to_string()))?;
    Ok(Stated { kept: Kept { id, said_on, basis, particular }, by })
}

/// Adds a particular.
pub async fn add(db: &Db, client: &str, kept: &Kept, by: &By) -> Result<(), StoreError> {
    let text = serde_json::to_string(&kept.particular).expect("made of words, days and numbers");
    sqlx::query(
        "INSERT INTO particulars (client, id, said_on, basis, text, member, entered_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(client)
    .bind(&kept.id)
    .bind(kept.said_on.to_string())
    .bind(&kept.basis)
    .bind(text)
    .bind(&by.member)
    .bind(&by.at)
    .execute(&db.pool)
    .await?;
    Ok(())
}

/// Withdraws a particular; tells whether it held.
pub async fn withdraw(db: &Db, client: &str, id: &str, by: &By) -> Result<bool, StoreError> {
    let query = sqlx::query(
        "UPDATE particulars SET withdrawn_by = $1, withdrawn_at = $2
          WHERE id = $3 AND withdrawn_at IS NULL
            AND (client = $4 OR client IN (SELECT client FROM clients WHERE merged_into = $4))",
    );
    let query = query.bind(&by.member).bind(&by.at).bind(id).bind(client);
    Ok(query.execute(&db.pool).await?.rows_affected() > 0)
}
