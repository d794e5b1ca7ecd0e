//! One client's whole history, for its page and for assessing it anew.

use super::bulk::sql::{FIRST_CELL, Selection};
use super::cell::{self, OwnedCell};
use super::{Db, StoreError};
use domain::record::{Cell, History, KINDS, Source};
use sqlx::{AssertSqlSafe, Row};

/// Returns a client's history with the records of the spellings merged into it; `None` if there is no such client, or
/// it is itself another's spelling.
pub async fn of_client(db: &Db, client: &str) -> Result<Option<History>, StoreError> {
    let spellings: Vec<String> =
        sqlx::query_scalar("SELECT client FROM clients WHERE merged_into = $1 ORDER BY client")
            .bind(client)
            .fetch_all(&db.pool)
            .await?;
    let mut history = History::default();
    for key in std::iter::once(client).chain(spellings.iter().map(String::as_str)) {
        let own = if key == client { &mut history } else { &mut History::default() };
        read(db, key, own).await?;
        if key != client {
            let other = std::mem::take(own);
            history.absorb(other);
        }
    }
    history.arrange();
    Ok(history.client.is_some().then_some(history))
}

async fn read(db: &Db, client: &str, history: &mut History) -> Result<(), StoreError> {
    for kind in KINDS {
        let Selection { text, cells: selected, .. } = Selection::of_one(kind);
        for row in sqlx::query(AssertSqlSafe(text)).bind(client).bind(client).fetch_all(&db.pool).await? {
            let id: String = row.try_get(1)?;
            let source = Source { id: row.try_get::<i64, _>(2)? as u32, line: row.try_get::<i64, _>(3)? as u32 };
            let mut cells = vec![OwnedCell::Null; kind.columns.len()];
            for (i, (place, storage)) in selected.iter().enumerate() {
                cells[*place] = cell::read_one(&row, FIRST_CELL + i, *storage)?;
            }
            let lent: Vec<Cell> = cells.iter().map(OwnedCell::cell).collect();
            let added = history.add(kind, &id, source, &lent);
            added.ok_or_else(|| StoreError::Unreadable(format!("{} {client} {id}", kind.table)))?;
        }
    }
    Ok(())
}
