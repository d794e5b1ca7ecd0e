//! One client's records, all kinds, as the detectors and the pictures take them.

use super::records::{self, Record};
use super::viewer::Viewer;
use super::{Db, StoreError};
use domain::days::Day;
use domain::record::*;

/// Reads all of a client's records of one kind.
macro_rules! all {
    ($db:expr, $client:expr, $kind:ty) => {{
        let records = records::of_kind($db, &Viewer::Operator, &<$kind>::KIND, $client, 0, i64::MAX).await?;
        let read = |r: &Record| <$kind>::read(&r.id, r.source, |at| r.values[at].cell()).ok_or_else(|| unreadable(r));
        records.iter().map(read).collect::<Result<Vec<$kind>, StoreError>>()?
    }};
}

/// Returns what was known of a client on a day; `None` if there is no such client.
pub async fn of_client(db: &Db, client: &str, on: Day) -> Result<Option<History>, StoreError> {
    let Some(own) = records::one(db, &Viewer::Operator, &Client::KIND, client, client).await? else { return Ok(None) };
    let read = Client::read(&own.id, own.source, |at| own.values[at].cell());
    let mut history = History {
        client: Some(read.ok_or_else(|| unreadable(&own))?),
        contracts: all!(db, client, Contract),
        invoices: all!(db, client, Invoice),
        payments: all!(db, client, Payment),
        promises: all!(db, client, Promise),
        reminders: all!(db, client, Reminder),
        time: all!(db, client, Time),
        costs: all!(db, client, Cost),
        deliverables: all!(db, client, Deliverable),
        feedback: all!(db, client, Feedback),
        requests: all!(db, client, Request),
        messages: all!(db, client, Message),
        goals: all!(db, client, Goal),
        incidents: all!(db, client, Incident),
        pulse: all!(db, client, Pulse),
        values: all!(db, client, GoodValue),
    };
    history.keep_known_on(on);
    history.sort();
    Ok(Some(history))
}

fn unreadable(record: &Record) -> StoreError {
    StoreError::Unreadable(format!("{} {} {}", record.kind.table, record.client, record.id))
}
