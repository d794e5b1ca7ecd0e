//! Contracts with what their notice depends on: the term, the notice, and where the client is; what people confirmed in a
//! contract's text stands above its record.

use super::contracts::{self, Handle};
use super::viewer::Viewer;
use super::{Db, StoreError};
use domain::days::Day;
use domain::record::{Choice, NoticeUnit};
use domain::separation::contract::{Confirmed, Length, TermName};
use domain::separation::ends::Facts;
use domain::separation::notice;
use domain::separation::renewal;
use domain::separation::service::Service;
use std::collections::HashMap;

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
    /// When its first term ends, and how long those are that follow.
    pub ends_on: Option<Day>,
    pub renews_for: Option<Length>,
    pub notice_length: Option<i64>,
    pub notice_unit: Option<NoticeUnit>,
    /// How long before the end of a term a notice comes too early.
    pub earliest: Option<notice::Length>,
    pub service: Service,
    /// The terms that people confirmed in its text, among those that count here.
    pub confirmed: Vec<TermName>,
}

type Row = (String, String, Option<String>, String, String, Option<String>, Option<i64>, Option<String>, Option<i64>);

/// Returns every contract that renews itself, of the clients that may be shown, in the order of clients. Whether it does
/// and how its window is counted is what people confirmed; where they said nothing, what its record says.
pub async fn all(db: &Db, viewer: &Viewer) -> Result<Vec<Renewing>, StoreError> {
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT whole.client, whole.name, whole.country, k.id, k.client, k.ends_on, k.notice_length, k.notice_unit,
                k.auto_renews
           FROM contracts k
           JOIN clients own ON own.client = k.client
           JOIN clients whole ON whole.client = COALESCE(own.merged_into, own.client)
          WHERE k.auto_renews = 1
             OR EXISTS (SELECT 1 FROM contract_terms t WHERE t.client = k.client AND t.contract = k.id)
          ORDER BY whole.client, k.id",
    )
    .fetch_all(&db.pool)
    .await?;
    let confirmed = contracts::confirmed_of_all(db).await?;
    let rows = rows.into_iter().filter(|row| viewer.sees_client(&row.0));
    Ok(rows.filter_map(|row| read(row, &confirmed)).collect())
}

/// The terms that a window is counted from.
const COUNTING: [TermName; 4] =
    [TermName::Expiration, TermName::Renewal, TermName::RenewalNotice, TermName::NoticeMethod];

/// Returns a contract as it stands, `None` if it does not renew itself.
fn read(row: Row, confirmed: &HashMap<Handle, Confirmed>) -> Option<Renewing> {
    let (client, name, country, contract, spelling, ends_on, length, unit, renews) = row;
    let terms = confirmed.get(&Handle { client: spelling.clone(), contract: contract.clone() });
    let record = Facts {
        ends_on: ends_on.and_then(|day| Day::from_iso(&day)),
        renews: renews.map(|flag| flag != 0),
        renewal_notice: renewal::length(length, unit.and_then(|unit| NoticeUnit::of(&unit))),
        ..Facts::default()
    };
    let facts = terms.map_or_else(|| record.clone(), |terms| record.clone().confirmed(terms));
    let said = |term: &TermName| terms.is_some_and(|terms| terms.value(*term).is_some());
    (facts.renews == Some(true)).then(|| Renewing {
        client,
        name,
        country,
        contract,
        spelling,
        ends_on: facts.ends_on,
        renews_for: facts.renews_for,
        notice_length: facts.renewal_notice.map(|notice| i64::from(notice.count)),
        notice_unit: facts.renewal_notice.map(|notice| notice.unit),
        earliest: facts.earliest_notice,
        service: facts.service,
        confirmed: COUNTING.into_iter().filter(said).collect(),
    })
}
