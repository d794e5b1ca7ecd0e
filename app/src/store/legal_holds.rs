//! Legal holds of cases, as those see them who keep papers. They are written with the journal and can be folded from it.

use super::cases::Key;
use super::{Db, StoreError};
use domain::case::legal_hold::{self, Reach};
use domain::days::Day;
use sqlx::{Any, AssertSqlSafe, Transaction};

/// A hold as whoever keeps papers may see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LegalHold {
    pub client: String,
    /// The client's name, or its key where the records know none.
    pub client_name: String,
    pub case: String,
    /// Counted from one within the case.
    pub id: u32,
    pub reach: Reach,
    /// The person to ask: member and name.
    pub ask: (String, String),
    pub since: Day,
    pub released_on: Option<Day>,
    pub custodians: Vec<Custodian>,
}

/// Someone who keeps papers, with what they know of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Custodian {
    pub member: String,
    pub name: String,
    pub told_on: Day,
    pub reminded_on: Option<Day>,
    pub acknowledged_on: Option<Day>,
}

impl LegalHold {
    /// Returns what a member knows of it, where they keep papers.
    pub fn custodian(&self, member: &str) -> Option<&Custodian> {
        self.custodians.iter().find(|custodian| custodian.member == member)
    }
}

/// Writes the holds of a case in the place of those that stood.
pub(super) async fn replace_within(
    tx: &mut Transaction<'static, Any>,
    key: &Key,
    holds: &[legal_hold::LegalHold],
) -> Result<(), StoreError> {
    for text in [
        "DELETE FROM legal_hold_custodians WHERE client = $1 AND case_id = $2",
        "DELETE FROM legal_holds WHERE client = $1 AND case_id = $2",
    ] {
        sqlx::query(text).bind(&key.client).bind(&key.case).execute(&mut **tx).await?;
    }
    for hold in holds {
        let reach = &hold.order.reach;
        let iso = |day: Option<Day>| day.map(|day| day.to_string());
        sqlx::query(
            "INSERT INTO legal_holds (client, case_id, hold, classes, from_on, to_on, ask_member, since_on, released_on)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        )
        .bind(&key.client)
        .bind(&key.case)
        .bind(i64::from(hold.id))
        .bind(serde_json::to_string(&reach.classes).expect("words"))
        .bind(iso(reach.from))
        .bind(iso(reach.to))
        .bind(&hold.order.ask)
        .bind(hold.since().to_string())
        .bind(iso(hold.released.as_ref().map(|released| released.on)))
        .execute(&mut **tx)
        .await?;
        for custodian in &hold.custodians {
            sqlx::query(
                "INSERT INTO legal_hold_custodians
                    (client, case_id, hold, member, told_on, reminded_on, acknowledged_on)
                 VALUES ($1, $2, $3, $4, $5, $6, $7)",
            )
            .bind(&key.client)
            .bind(&key.case)
            .bind(i64::from(hold.id))
            .bind(&custodian.member)
            .bind(custodian.told_on.to_string())
            .bind(iso(custodian.reminded_on))
            .bind(iso(custodian.acknowledged_on))
            .execute(&mut **tx)
            .await?;
        }
    }
    Ok(())
}

/// Returns the holds that stand for a client's key, the oldest first.
pub async fn standing(db: &Db, client: &str) -> Result<Vec<LegalHold>, StoreError> {
    fetch(db, "h.client = $1 AND h.released_on IS NULL", &[client]).await
}

/// Tells whether a hold stands for any client at all.
pub async fn any_standing(db: &Db) -> Result<bool, StoreError> {
    let text = "SELECT COUNT(*) FROM legal_holds WHERE released_on IS NULL";
    let standing: i64 = sqlx::query_scalar(text).fetch_one(&db.pool).await?;
    Ok(standing > 0)
}

/// Returns the holds that stand and reach papers of a member, the oldest first.
pub async fn of_custodian(db: &Db, member: &str) -> Result<Vec<LegalHold>, StoreError> {
    let is_theirs = "h.released_on IS NULL AND EXISTS (SELECT 1 FROM legal_hold_custodians k
        WHERE k.client = h.client AND k.case_id = h.case_id AND k.hold = h.hold AND k.member = $1)";
    fetch(db, is_theirs, &[member]).await
}

/// Returns every hold of the cases in which a member takes part, released ones, too.
pub async fn of_cases(db: &Db, member: &str) -> Result<Vec<LegalHold>, StoreError> {
    let is_theirs = "EXISTS (SELECT 1 FROM case_members k
        WHERE k.client = h.client AND k.case_id = h.case_id AND k.member = $1)";
    fetch(db, is_theirs, &[member]).await
}

/// Returns every hold of a case.
pub async fn of_case(db: &Db, key: &Key) -> Result<Vec<LegalHold>, StoreError> {
    fetch(db, "h.client = $1 AND h.case_id = $2", &[&key.client, &key.case]).await
}

/// Tells whether holds are shown as a journal has them.
pub fn shows(shown: &[LegalHold], holds: &[legal_hold::LegalHold]) -> bool {
    let custodians = |hold: &LegalHold| {
        let custodian = |one: &Custodian| legal_hold::Custodian {
            member: one.member.clone(),
            told_on: one.told_on,
            acknowledged_on: one.acknowledged_on,
            reminded_on: one.reminded_on,
        };
        hold.custodians.iter().map(custodian).collect::<Vec<_>>()
    };
    shown.len() == holds.len()
        && holds.iter().all(|hold| {
            shown.iter().any(|shown| {
                (shown.id, shown.since, &shown.reach) == (hold.id, hold.since(), &hold.order.reach)
                    && shown.ask.0 == hold.order.ask
                    && shown.released_on == hold.released.as_ref().map(|released| released.on)
                    && custodians(shown) == hold.custodians
            })
        })
}

type Row =
    (String, String, String, i64, String, Option<String>, Option<String>, String, String, String, Option<String>);
type CustodianRow = (String, String, i64, String, String, String, Option<String>, Option<String>);

async fn fetch(db: &Db, which: &str, values: &[&str]) -> Result<Vec<LegalHold>, StoreError> {
    let text = format!(
        "SELECT h.client, COALESCE(c.name, h.client), h.case_id, h.hold, h.classes, h.from_on, h.to_on,
                h.ask_member, COALESCE(m.name, h.ask_member), h.since_on, h.released_on
           FROM legal_holds h
           LEFT JOIN clients c ON c.client = h.client
           LEFT JOIN members m ON m.id = h.ask_member
          WHERE {which} ORDER BY h.since_on, h.client, h.case_id, h.hold"
    );
    let query = values.iter().fold(sqlx::query_as(AssertSqlSafe(text)), |query, value| query.bind(*value));
    let rows: Vec<Row> = query.fetch_all(&db.pool).await?;
    let text = format!(
        "SELECT p.client, p.case_id, p.hold, p.member, COALESCE(m.name, p.member),
                p.told_on, p.reminded_on, p.acknowledged_on
           FROM legal_hold_custodians p
           JOIN legal_holds h ON h.client = p.client AND h.case_id = p.case_id AND h.hold = p.hold
           LEFT JOIN members m ON m.id = p.member
          WHERE {which} ORDER BY p.client, p.case_id, p.hold, p.member"
    );
    let query = values.iter().fold(sqlx::query_as(AssertSqlSafe(text)), |query, value| query.bind(*value));
    let custodians: Vec<CustodianRow> = query.fetch_all(&db.pool).await?;
    let unreadable = |row: &Row| StoreError::Unreadable(format!("legal_holds {} {}", row.2, row.3));
    rows.into_iter().map(|row| hold(&row, &custodians).ok_or_else(|| unreadable(&row))).collect()
}

fn hold(row: &Row, custodians: &[CustodianRow]) -> Option<LegalHold> {
    let (client, client_name, case, id, classes, from, to, ask, ask_name, since, released) = row;
    let reach = Reach { classes: serde_json::from_str(classes).ok()?, from: perhaps(from)?, to: perhaps(to)? };
    let own = custodians.iter().filter(|one| (&one.0, &one.1, one.2) == (client, case, *id));
    let custodian = |(_, _, _, member, name, told, reminded, acknowledged): &CustodianRow| {
        Some(Custodian {
            member: member.clone(),
            name: name.clone(),
            told_on: Day::from_iso(told)?,
            reminded_on: perhaps(reminded)?,
            acknowledged_on: perhaps(acknowledged)?,
        })
    };
    Some(LegalHold {
        client: client.clone(),
        client_name: client_name.clone(),
        case: case.clone(),
        id: u32::try_from(*id).ok()?,
        reach,
        ask: (ask.clone(), ask_name.clone()),
        since: Day::from_iso(since)?,
        released_on: perhaps(released)?,
        custodians: own.map(custodian).collect::<Option<_>>()?,
    })
}

/// Reads a day that may be absent.
fn perhaps(iso: &Option<String>) -> Option<Option<Day>> {
    iso.as_deref().map_or(Some(None), |iso| Day::from_iso(iso).map(Some))
}
