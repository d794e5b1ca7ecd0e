//! Ids that stand with the digits in which a file once wrote them: rows of today, whose ids are levelled, meet them.

use super::sql;
use crate::intake::row::Row;
use crate::store::{Db, StoreError};
use domain::record::{Cell, Column, KINDS, Key, Kind, referred};
use domain::text::western_digits;
use sqlx::AssertSqlSafe;
use std::collections::HashMap;

/// Whose records: a client with the spellings merged into it.
const OWN: &str = "(t.client = $1 OR t.client IN (SELECT client FROM clients WHERE merged_into = $1))";

const DIGITS: &str = "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹";

/// By kind and client: the levelled id, and the one that stands.
#[derive(Debug, Default)]
pub struct OldIds(HashMap<&'static str, HashMap<String, HashMap<String, String>>>);

impl OldIds {
    /// Takes clients and ids of a kind.
    pub fn add(&mut self, kind: &Kind, standing: Vec<(String, String)>) {
        for (client, id) in standing {
            let ids = self.0.entry(kind.table).or_default().entry(client).or_default();
            ids.insert(western_digits(&id).into_owned(), id);
        }
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Hands over a row under the ids that stand: its own, and those that it refers to under any of its client's keys.
    pub fn meet<T>(&self, row: &Row, keys: &[&str], take: impl FnOnce(&Row) -> T) -> T {
        let columns = row.kind.columns.iter().zip(row.cells);
        let cells: Vec<Cell> = columns.map(|(column, cell)| self.cell(column, *cell, keys)).collect();
        let id = self.find(row.kind.table, row.client, row.id).unwrap_or(row.id);
        take(&Row { id, cells: &cells, ..*row })
    }

    /// Returns the keys of all clients that have some.
    pub fn keys(&self) -> Vec<&str> {
        let mut keys: Vec<&str> = self.0.values().flat_map(|clients| clients.keys().map(String::as_str)).collect();
        keys.sort_unstable();
        keys.dedup();
        keys
    }

    fn cell<'a>(&'a self, column: &Column, cell: Cell<'a>, keys: &[&str]) -> Cell<'a> {
        let (Some(table), Cell::Text(text)) = (referred(column.name), cell) else { return cell };
        keys.iter().find_map(|key| self.find(table, key, text)).map_or(cell, Cell::Text)
    }

    /// Returns the id under which a record stands, where it stands with the digits of its file.
    pub fn find(&self, table: &str, client: &str, id: &str) -> Option<&str> {
        self.0.get(table)?.get(client)?.get(id).map(String::as_str)
    }
}

/// Returns the old ids of a client.
pub async fn of_client(db: &Db, client: &str) -> Result<OldIds, StoreError> {
    let mut old = OldIds::default();
    let none: Vec<(String, String)> = sqlx::query_as(sql::NO_OLD_IDS).fetch_all(&db.pool).await?;
    if none.is_empty() {
        for kind in kinds() {
            let text = AssertSqlSafe(standing(kind, OWN));
            old.add(kind, sqlx::query_as(text).bind(client).fetch_all(&db.pool).await?);
        }
    }
    Ok(old)
}

/// Returns the kinds whose ids come from files, or from the ids that they refer to.
pub fn kinds() -> impl Iterator<Item = &'static Kind> {
    KINDS.into_iter().filter(|kind| match kind.key {
        Key::Given(_) => kind.table != "clients",
        Key::Maybe(_) => true,
        Key::Columns(columns) | Key::Series(columns) => columns.iter().any(|column| referred(column).is_some()),
        Key::Digest => false,
    })
}

/// Selects the ids of a kind that would be levelled today, unless the levelled one stands beside.
pub fn standing(kind: &Kind, whose: &str) -> String {
    let levelled = DIGITS.chars().fold("t.id".to_owned(), |text, digit| {
        format!("REPLACE({text}, '{digit}', '{}')", western_digits(digit.encode_utf8(&mut [0; 4])))
    });
    let table = kind.table;
    format!(
        "SELECT t.client, t.id FROM \"{table}\" t WHERE {whose} AND t.id <> {levelled}
            AND NOT EXISTS (SELECT 1 FROM \"{table}\" o WHERE o.client = t.client AND o.id = {levelled})"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::record::{Invoice, Payment};

    #[test]
    fn a_row_takes_the_ids_that_stand() {
        let mut old = OldIds::default();
        old.add(&Invoice::KIND, vec![("Nur".into(), "٠٠٧".into())]);
        old.add(&Payment::KIND, vec![("Noor".into(), "٠٠٧/2026-02-01".into())]);
        let cells = [Cell::Text("007"), Cell::Text("2026-02-01"), Cell::Integer(1), Cell::Text("SAR")];
        let (kind, client, id) = (&Payment::KIND, "Noor", "007/2026-02-01");
        let row = Row { kind, client, id, old_id: None, cells: &cells, line: 2 };
        old.meet(&row, &["Noor", "Nur"], |row| {
            assert_eq!((row.id, row.cells[0], row.cells[1]), ("٠٠٧/2026-02-01", Cell::Text("٠٠٧"), cells[1]));
        });
        let other = Row { client: "Riwaq", ..row };
        old.meet(&other, &["Riwaq"], |row| assert_eq!((row.id, row.cells[0]), ("007/2026-02-01", cells[0])));
    }
}
