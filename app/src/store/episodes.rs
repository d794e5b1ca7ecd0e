//! Episodes of findings, and what people said of them.

use super::bulk::Table;
use super::cell::{self, OwnedCell, Storage};
use super::{Db, StoreError};
use domain::days::Day;
use domain::sign::{Code, Episode, Level, State};
use sqlx::{Any, AssertSqlSafe, Transaction};

/// The columns that a run writes; what a person said stays as it is.
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
    ],
    key: 3,
};

/// Returns an episode's cells in the order of `TABLE`.
pub fn cells(e: &Episode) -> Vec<OwnedCell> {
    let text = |text: &str| OwnedCell::Text(text.to_owned());
    vec![
        text(&e.client),
        text(e.code.word()),
        OwnedCell::Integer(e.number),
        text(&e.first_on.to_string()),
        text(&e.last_on.to_string()),
        OwnedCell::Integer(e.level.number()),
        OwnedCell::Integer(e.policy.into()),
        text(e.state.word()),
    ]
}

/// Writes what a run saw of one episode.
pub async fn save(tx: &mut Transaction<'static, Any>, episode: &Episode) -> Result<(), StoreError> {
    cell::replace(tx, &TABLE, &cells(episode)).await
}

type EpisodeRow = (String, String, i64, String, String, i64, i64, String, Option<i64>);

const COLUMNS: &str = "client, code, number, first_on, last_on, level, policy, state, decided_level";

/// Returns the episodes of all clients, or of one, the oldest first.
pub async fn all(db: &Db, client: Option<&str>) -> Result<Vec<Episode>, StoreError> {
    let condition = if client.is_some() { "client = $1" } else { "$1 = ''" };
    let text = format!("SELECT {COLUMNS} FROM episodes WHERE {condition} ORDER BY client, code, number");
    let rows: Vec<EpisodeRow> =
        sqlx::query_as(AssertSqlSafe(text)).bind(client.unwrap_or_default()).fetch_all(&db.pool).await?;
    rows.into_iter()
        .map(|row| read(&row).ok_or_else(|| StoreError::Unreadable(format!("episodes {} {}", row.0, row.1))))
        .collect()
}

fn read(row: &EpisodeRow) -> Option<Episode> {
    let (client, code, number, first_on, last_on, level, policy, state, decided_level) = row;
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
    })
}
