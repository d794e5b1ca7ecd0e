//! Contracts with what their notice depends on: the term, the notice, and where the client is.

use super::viewer::Viewer;
use super::{Db, StoreError};
use domain::days::Day;
use domain::record::{Choice, NoticeUnit};

/// A contract that renews itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Renewing {
    pub client: String,
    pub name: String,
    /// The client's place, as the records have it.
    pub country: Option<String>,
    pub contract: String,
    /// The key under which the contract stands, which may be another spelling of the client.
    pub spelling: String,
    pub ends_on: Option<Day>,
    pub notice_length: Option<i64>,
    pub notice_unit: Option<NoticeUnit>,
}

type Row = (String, String, Option<String>, String, String, Option<String>, Option<i64>, Option<String>);

/// Returns every contract that renews itself, of the clients that may be shown, in the order of clients.
pub async fn all(db: &Db, viewer: &Viewer) -> Result<Vec<Renewing>, StoreError> {
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT whole.client, whole.name, whole.country, k.id, k.client, k.ends_on, k.notice_length, k.notice_unit
           FROM contracts k
           JOIN clients own ON own.client = k.client
           JOIN clients whole ON whole.client = COALESCE(own.merged_into, own.client)
          WHERE k.auto_renews = 1
          ORDER BY whole.client, k.id",
    )
    .fetch_all(&db.pool)
    .await?;
    Ok(rows.into_iter().filter(|row| viewer.sees_client(&row.0)).map(read).collect())
}

fn read((client, name, country, contract, spelling, ends_on, notice_length, unit): Row) -> Renewing {
    Renewing {
        client,
        name,
        country,
        contract,
        spelling,
        ends_on: ends_on.and_then(|day| Day::from_iso(&day)),
        notice_length,
        notice_unit: unit.and_then(|unit| NoticeUnit::of(&unit)),
    }
}
