//! Holds on work for a client. All look alike, whatever lies behind them (RULINGS 37).

use super::{Db, StoreError};
use domain::days::Day;
use sqlx::{Any, Transaction};

/// A hold as anyone may see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hold {
    pub client: String,
    pub id: String,
    /// One of `SCOPES`.
    pub scope: String,
    pub service: Option<String>,
    /// The person to ask: member and name.
    pub ask: (String, String),
    pub since: Day,
}

/// What a hold may stop: everything, new work, one service.
pub const SCOPES: [&str; 3] = ["all", "new_work", "service"];

/// A change of holds.
#[derive(Clone, Copy, Debug)]
pub enum Change<'a> {
    Set(&'a Hold),
    Release { client: &'a str, id: &'a str, on: Day },
}

impl Change<'_> {
    /// Returns whose hold it is.
    pub fn client(&self) -> &str {
        match self {
            Change::Set(hold) => &hold.client,
            Change::Release { client, .. } => client,
        }
    }
}

/// Makes a change; tells whether it changed anything.
pub async fn change(db: &Db, change: Change<'_>) -> Result<bool, StoreError> {
    let mut tx = db.begin().await?;
    let changed = change_within(&mut tx, change).await?;
    tx.commit().await?;
    Ok(changed)
}

/// Makes a change together with others.
pub async fn change_within(tx: &mut Transaction<'static, Any>, change: Change<'_>) -> Result<bool, StoreError> {
    let changed =
        match change {
            Change::Set(hold) => sqlx::query(
                "INSERT INTO holds (client, id, scope, service, ask_member, since_on) VALUES ($1, $2, $3, $4, $5, $6)",
            )
            .bind(&hold.client)
            .bind(&hold.id)
            .bind(&hold.scope)
            .bind(&hold.service)
            .bind(&hold.ask.0)
            .bind(hold.since.to_string())
            .execute(&mut **tx)
            .await?,
            Change::Release { client, id, on } => {
                sqlx::query("UPDATE holds SET released_on = $3 WHERE client = $1 AND id = $2 AND released_on IS NULL")
                    .bind(client)
                    .bind(id)
                    .bind(on.to_string())
                    .execute(&mut **tx)
                    .await?
            }
        };
    Ok(changed.rows_affected() == 1)
}

type Row = (String, String, String, Option<String>, String, String, String);

/// Returns the holds that stand for a client, the oldest first.
pub async fn standing(db: &Db, client: &str) -> Result<Vec<Hold>, StoreError> {
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT h.client, h.id, h.scope, h.service, h.ask_member, COALESCE(m.name, h.ask_member), h.since_on
           FROM holds h LEFT JOIN members m ON m.id = h.ask_member
          WHERE h.released_on IS NULL AND h.client = $1 ORDER BY h.since_on, h.id",
    )
    .bind(client)
    .fetch_all(&db.pool)
    .await?;
    let hold = |(client, id, scope, service, member, name, since): Row| {
        let since = Day::from_iso(&since)?;
        Some(Hold { client, id, scope, service, ask: (member, name), since })
    };
    rows.into_iter().map(|row| hold(row).ok_or_else(|| StoreError::Unreadable("holds".to_owned()))).collect()
}
