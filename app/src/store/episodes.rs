//! Episodes of findings, and what people said of them.

use super::bulk::Table;
use super::cell::{self, OwnedCell, Storage};
use super::entries;
use super::revision::{self, Revision};
use super::{Db, StoreError};
use domain::days::Day;
use domain::sign::{Code, Episode, Level, State};
use sqlx::{Any, AssertSqlSafe, Transaction};

/// The columns that a run writes, all read while nobody else could write them: a decision holds until the level rises.
/// Why it was decided, by whom and at which level stays as it is.
pub const TABLE: Table = Table {
    name: "episodes",
    columns: &[
        ("client", Storage::Text),
        ("code", Storage::Text),
        ("number", Storage::Integer),
        ("first_on", Storage::Text),
        ("last_on", Storage::Text),
        ("level", Storage::Integer),
        ("policy", Storage::Integer),
        ("state", Storage::Text),
        ("found_from", Storage::Text),
        ("found_to", Storage::Text),
    ],
    key: 3,
};

/// Returns an episode's cells in the order of `TABLE`.
pub fn cells(e: &Episode) -> Vec<OwnedCell> {
    let text = |text: &str| OwnedCell::Text(text.to_owned());
    let day = |day: Option<Day>| day.map_or(OwnedCell::Null, |day| text(&day.to_string()));
    vec![
        text(&e.client),
        text(e.code.word()),
        OwnedCell::Integer(e.number),
        text(&e.first_on.to_string()),
        text(&e.last_on.to_string()),
        OwnedCell::Integer(e.level.number()),
        OwnedCell::Integer(e.policy.into()),
        text(e.state.word()),
        day(e.found.map(|(first, _)| first)),
        day(e.found.map(|(_, last)| last)),
    ]
}

/// Writes what a run saw of one episode.
pub async fn save(tx: &mut Transaction<'static, Any>, episode: &Episode) -> Result<(), StoreError> {
    cell::replace(tx, &TABLE, &cells(episode)).await
}

/// An episode as it is stored.
pub type EpisodeRow =
    (String, String, i64, String, String, i64, i64, String, Option<i64>, Option<String>, Option<String>);

const COLUMNS: &str =
    "client, code, number, first_on, last_on, level, policy, state, decided_level, found_from, found_to";

/// The condition of those that counted after one day and by another, or that a person dismissed.
pub const FOUND: &str = "(found_to > $1 AND found_from <= $2) OR state = 'dismissed'";

/// Returns the query for the episodes that fulfil a condition, the oldest of each finding first.
pub fn select(condition: &str) -> String {
    format!("SELECT {COLUMNS} FROM episodes WHERE {condition} ORDER BY client, code, number")
}

/// Returns the episodes of all clients, or of one, the oldest first.
pub async fn all(db: &Db, client: Option<&str>) -> Result<Vec<Episode>, StoreError> {
    let text = select(if client.is_some() { "client = $1" } else { "$1 = ''" });
    let query = sqlx::query_as(AssertSqlSafe(text)).bind(client.unwrap_or_default());
    read_all(query.fetch_all(&db.pool).await?)
}

/// Returns a client's episodes within a transaction that writes them.
pub async fn of_client(tx: &mut Transaction<'static, Any>, client: &str) -> Result<Vec<Episode>, StoreError> {
    let query = sqlx::query_as(AssertSqlSafe(select("client = $1"))).bind(client);
    read_all(query.fetch_all(&mut **tx).await?)
}

/// Reads stored episodes.
pub fn read_all(rows: Vec<EpisodeRow>) -> Result<Vec<Episode>, StoreError> {
    let unreadable = |row: &EpisodeRow| StoreError::Unreadable(format!("episodes {} {}", row.0, row.1));
    rows.iter().map(|row| read(row).ok_or_else(|| unreadable(row))).collect()
}

fn read(row: &EpisodeRow) -> Option<Episode> {
    let (client, code, number, first_on, last_on, level, policy, state, decided_level, from, to) = row;
    let found = |from: &Option<String>| from.as_deref().and_then(Day::from_iso);
    Some(Episode {
        client: client.clone(),
        code: Code::of(code)?,
        number: *number,
        first_on: Day::from_iso(first_on)?,
        last_on: Day::from_iso(last_on)?,
        level: Level::of_number(*level)?,
        policy: *policy as u32,
        state: State::of(state)?,
        decided_level: decided_level.and_then(Level::of_number),
        found: found(from).zip(found(to)),
    })
}

/// What a person says of a finding.
#[derive(Clone, Copy, Debug)]
pub struct Said<'a> {
    pub client: &'a str,
    pub code: Code,
    pub state: State,
    pub reason: &'a str,
    /// The member's id.
    pub member: &'a str,
    /// UTC, `YYYY-MM-DDTHH:MM:SSZ`.
    pub at: &'a str,
}

/// Keeps what a person says of a finding's latest episode, at the level it has; false if there is no such episode.
pub async fn decide(db: &Db, said: &Said<'_>) -> Result<bool, StoreError> {
    let mut tx = entries::begin(db).await?;
    let done = sqlx::query(
        "UPDATE episodes SET state = $1, reason = $2, decided_by = $3, decided_at = $4, decided_level = level
          WHERE client = $5 AND code = $6
            AND number = (SELECT MAX(number) FROM episodes WHERE client = $5 AND code = $6)",
    )
    .bind(said.state.word())
    .bind(said.reason)
    .bind(said.member)
    .bind(said.at)
    .bind(said.client)
    .bind(said.code.word())
    .execute(&mut *tx)
    .await?;
    revision::bump(&mut tx, Revision::Lists).await?;
    tx.commit().await?;
    Ok(done.rows_affected() == 1)
}

/// What a person said of an episode.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    pub code: Code,
    pub number: i64,
    pub reason: String,
    /// The member's name.
    pub by: Option<String>,
    /// UTC, `YYYY-MM-DDTHH:MM:SSZ`.
    pub at: String,
}

/// Returns what people said of a client's findings.
pub async fn decisions(db: &Db, client: &str) -> Result<Vec<Decision>, StoreError> {
    let rows: Vec<(String, i64, String, Option<String>, String)> = sqlx::query_as(
        "SELECT e.code, e.number, e.reason, m.name, e.decided_at FROM episodes e LEFT JOIN members m ON m.id = e.decided_by
          WHERE e.client = $1 AND e.decided_at IS NOT NULL ORDER BY e.code, e.number",
    )
    .bind(client)
    .fetch_all(&db.pool)
    .await?;
    let decision = |(code, number, reason, by, at): (String, i64, String, Option<String>, String)| {
        let code = Code::of(&code).ok_or_else(|| StoreError::Unreadable(format!("episodes {client} {code}")))?;
        Ok(Decision { code, number, reason, by, at })
    };
    rows.into_iter().map(decision).collect()
}
