//! Holds on work for a client. All look alike, whatever lies behind them (RULINGS 37).

use super::{Db, StoreError};
use domain::days::Day;

/// A hold as anyone may see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hold {
    pub client: String,
    pub id: String,
    /// One of `SCOPES`.
    pub scope: String,
    pub service: Option<String>,
    /// The name of the person to ask.
    pub ask: String,
    pub since: Day,
}

/// What a hold may stop: everything, new work, one service.
pub const SCOPES: [&str; 3] = ["all", "new_work", "service"];

/// Sets a hold.
pub async fn set(db: &Db, hold: &Hold) -> Result<(), StoreError> {
    sqlx::query("INSERT INTO holds (client, id, scope, service, ask, since_on) VALUES ($1, $2, $3, $4, $5, $6)")
        .bind(&hold.client)
        .bind(&hold.id)
        .bind(&hold.scope)
        .bind(&hold.service)
        .bind(&hold.ask)
        .bind(hold.since.to_string())
        .execute(&db.pool)
        .await?;
    Ok(())
}

/// Releases a hold; tells whether it still stood.
pub async fn release(db: &Db, client: &str, id: &str, on: Day) -> Result<bool, StoreError> {
    let released =
        sqlx::query("UPDATE holds SET released_on = $3 WHERE client = $1 AND id = $2 AND released_on IS NULL")
            .bind(client)
            .bind(id)
            .bind(on.to_string())
            .execute(&db.pool)
            .await?;
    Ok(released.rows_affected() == 1)
}

type Row = (String, String, String, Option<String>, String, String);

/// Returns the holds that stand, of one client or, with an empty name, of all; the oldest first.
pub async fn standing(db: &Db, client: &str) -> Result<Vec<Hold>, StoreError> {
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT client, id, scope, service, ask, since_on FROM holds
          WHERE released_on IS NULL AND ($1 = '' OR client = $1) ORDER BY since_on, id",
    )
    .bind(client)
    .fetch_all(&db.pool)
    .await?;
    let hold = |(client, id, scope, service, ask, since): Row| {
        let since = Day::from_iso(&since)?;
        Some(Hold { client, id, scope, service, ask, since })
    };
    rows.into_iter().map(|row| hold(row).ok_or_else(|| StoreError::Unreadable("holds".to_owned()))).collect()
}
