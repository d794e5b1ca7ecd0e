//! Records as people read them: one with its file and line, a client's records of one kind, and a record's past.
//! What is selected follows from the kind's columns.

use super::cell::{self, OwnedCell, Storage, storage};
use super::viewer::{Role, Viewer};
use super::{Db, StoreError, person_names};
use domain::record::{Client, KINDS, Kind, Source};
use domain::text::fold;
use serde_json::Value;
use sqlx::any::{AnyArguments, AnyRow};
use sqlx::query::Query;
use sqlx::{Any, AssertSqlSafe, Row as _};
use std::sync::LazyLock;

/// Answers of the team are anonymous: fewer are neither shown nor archived.
pub const PULSE_MIN: u64 = 4;

/// One record.
#[derive(Clone, Debug)]
pub struct Record {
    pub kind: &'static Kind,
    /// The client's key in the records, which may be another spelling of it.
    pub client: String,
    pub id: String,
    /// In the order of the kind's columns.
    pub cells: Vec<OwnedCell>,
    pub source: Source,
}

impl Record {
    /// Returns a column's cell.
    pub fn cell(&self, column: &str) -> &OwnedCell {
        self.kind.position(column).map_or(&OwnedCell::Null, |at| &self.cells[at])
    }
}

/// What stood in a record before it was changed.
#[derive(Clone, Debug)]
pub struct Change {
    /// UTC, `YYYY-MM-DDTHH:MM:SSZ`.
    pub changed_at: String,
    /// The name of the member who changed it; `None` for the command line.
    pub changed_by: Option<String>,
    /// The file that brought the change; 0 for a change by hand.
    pub source: u32,
    /// The replaced row; `None` where the record was entered by a person.
    pub before: Option<Record>,
}

/// Whose records are asked for, under all their spellings, and what of them the asker may see.
#[derive(Clone, Debug)]
pub struct Whose {
    /// The client's own key first.
    keys: Vec<String>,
    /// The names of the one person whose hours may be seen (RULINGS 38); `None` where all may be.
    only_hours_of: Option<Vec<String>>,
}

/// What came of asking for a client.
pub enum Asked {
    There(Whose),
    /// It is another spelling of this client.
    MergedInto(String),
    /// There is none, or none that this person may know of.
    Missing,
}

impl Whose {
    /// Looks a client up.
    pub async fn of(db: &Db, viewer: &Viewer, client: &str) -> Result<Asked, StoreError> {
        let rows: Vec<(String, Option<String>)> =
            sqlx::query_as("SELECT client, merged_into FROM clients WHERE client = $1 OR merged_into = $1")
                .bind(client)
                .fetch_all(&db.pool)
                .await?;
        let own = rows.iter().find(|(key, _)| key == client);
        Ok(match own {
            Some((_, Some(whole))) if viewer.sees_client(whole) => Asked::MergedInto(whole.clone()),
            Some((_, None)) if viewer.sees_client(client) => {
                let others = rows.iter().map(|(key, _)| key.clone()).filter(|key| key != client);
                let keys: Vec<String> = std::iter::once(client.to_owned()).chain(others).collect();
                let only_hours_of = own_names(db, viewer, &keys).await?;
                Asked::There(Whose { keys, only_hours_of })
            }
            _ => Asked::Missing,
        })
    }

    /// Returns the client's own key.
    pub fn client(&self) -> &str {
        &self.keys[0]
    }

    /// Tells whether the asker sees only their own hours.
    pub fn sees_only_own_hours(&self) -> bool {
        self.only_hours_of.is_some()
    }
}

/// Returns the names by which these clients' hours know a member who sees no others, whatever their spelling.
async fn own_names(db: &Db, viewer: &Viewer, keys: &[String]) -> Result<Option<Vec<String>>, StoreError> {
    let Viewer::Member { id, role: Role::Member, .. } = viewer else { return Ok(None) };
    let own = person_names::of_member(db, id).await?;
    let mut names = vec![];
    for key in keys {
        let found: Vec<String> =
            sqlx::query_scalar("SELECT DISTINCT person FROM time WHERE client = $1 AND person IS NOT NULL")
                .bind(key)
                .fetch_all(&db.pool)
                .await?;
        names.extend(found.into_iter().filter(|name| own.contains(&fold(name))));
    }
    Ok(Some(names))
}

/// Returns a client's name, if there is such a client and it may be shown.
pub async fn client_name(db: &Db, viewer: &Viewer, client: &str) -> Result<Option<String>, StoreError> {
    let sql = "SELECT name FROM clients WHERE client = $1";
    let name: Option<String> = sqlx::query_scalar(sql).bind(client).fetch_optional(&db.pool).await?;
    Ok(name.filter(|_| viewer.sees_client(client)))
}

/// Returns one record, if this person may see it.
pub async fn one(db: &Db, whose: &Whose, kind: &'static Kind, id: &str) -> Result<Option<Record>, StoreError> {
    let mut found = some(db, whose, kind, &[id]).await?;
    found.sort_by_key(|record| record.client != whose.client());
    Ok(found.into_iter().next())
}

/// Returns the records of these ids that this person may see, in no particular order.
pub async fn some(db: &Db, whose: &Whose, kind: &'static Kind, ids: &[&str]) -> Result<Vec<Record>, StoreError> {
    let mut records = vec![];
    for ids in ids.chunks(100) {
        let mut asked = Condition::new(whose, kind);
        let places: Vec<String> = ids.iter().map(|id| asked.place(id)).collect();
        let rows = asked.query(&format!("{} AND {} IN ({})", asked.select(), id_column(kind), places.join(", ")));
        for row in rows.fetch_all(&db.pool).await? {
            records.push(record(kind, &row)?);
        }
    }
    Ok(records)
}

/// Returns a part of a client's records of one kind, the newest first.
pub async fn of_kind(
    db: &Db,
    whose: &Whose,
    kind: &'static Kind,
    offset: u64,
    limit: u64,
) -> Result<Vec<Record>, StoreError> {
    let asked = Condition::new(whose, kind);
    let id = id_column(kind);
    let order = if kind.happened.is_empty() { id.to_owned() } else { format!("{} DESC, {id} DESC", kind.happened) };
    let text = format!("{} ORDER BY {order} LIMIT {limit} OFFSET {offset}", asked.select());
    let rows = asked.query(&text).fetch_all(&db.pool).await?;
    rows.iter().map(|row| record(kind, row)).collect()
}

/// Returns the records of a kind whose column names another record, the newest first; at most fifty.
pub async fn referring(
    db: &Db,
    whose: &Whose,
    kind: &'static Kind,
    column: &'static str,
    to: &str,
) -> Result<Vec<Record>, StoreError> {
    let mut asked = Condition::new(whose, kind);
    let place = asked.place(to);
    let text = format!("{} AND {column} = {place} ORDER BY {} DESC, id DESC LIMIT 50", asked.select(), kind.happened);
    let rows = asked.query(&text).fetch_all(&db.pool).await?;
    rows.iter().map(|row| record(kind, row)).collect()
}

/// Counts a client's records of one kind that this person may see.
pub async fn count(db: &Db, whose: &Whose, kind: &'static Kind) -> Result<u64, StoreError> {
    let asked = Condition::new(whose, kind);
    let text = format!("SELECT COUNT(*) FROM {} WHERE {}", table(kind), asked.text);
    let counted: i64 = asked.query(&text).fetch_one(&db.pool).await?.try_get(0)?;
    Ok(counted as u64)
}

/// Counts a client's records of every kind but the client itself; kinds without any are left out.
pub async fn count_by_kind(db: &Db, whose: &Whose) -> Result<Vec<(&'static Kind, u64)>, StoreError> {
    let mut counted = vec![];
    for kind in KINDS.into_iter().filter(|kind| kind.table != Client::KIND.table) {
        let n = count(db, whose, kind).await?;
        if n > 0 {
            counted.push((kind, n));
        }
    }
    Ok(counted)
}

/// Returns the kinds of which the firm has no record at all.
pub async fn missing_kinds(db: &Db) -> Result<Vec<&'static Kind>, StoreError> {
    let mut missing = vec![];
    for kind in KINDS {
        if !are_any(db, kind).await? {
            missing.push(kind);
        }
    }
    Ok(missing)
}

/// Tells whether the firm has any record of a kind.
pub async fn are_any(db: &Db, kind: &Kind) -> Result<bool, StoreError> {
    let text = format!("SELECT 1 FROM {} LIMIT 1", table(kind));
    Ok(sqlx::query(AssertSqlSafe(text)).fetch_optional(&db.pool).await?.is_some())
}

/// Returns what a record said before, the newest change first; also where the record itself is gone.
pub async fn past(db: &Db, whose: &Whose, kind: &'static Kind, id: &str) -> Result<Vec<Change>, StoreError> {
    let mut changes = vec![];
    for key in &whose.keys {
        let rows: Vec<(String, Option<String>, i64, String)> = sqlx::query_as(
            "SELECT c.changed_at, m.name, c.source_id, c.before FROM changes c LEFT JOIN members m ON m.id = c.member
              WHERE c.kind = $1 AND c.client = $2 AND c.id = $3 ORDER BY c.number DESC",
        )
        .bind(kind.table)
        .bind(key)
        .bind(id)
        .fetch_all(&db.pool)
        .await?;
        changes.extend(rows.into_iter().map(|(changed_at, changed_by, source, before)| Change {
            changed_at,
            changed_by,
            source: source as u32,
            before: read_before(kind, key, id, &before),
        }));
    }
    Ok(changes)
}

/// Reads a replaced row from its JSON object.
fn read_before(kind: &'static Kind, client: &str, id: &str, text: &str) -> Option<Record> {
    let object: serde_json::Map<String, Value> = serde_json::from_str(text).ok()?;
    let number = |name: &str| object.get(name).and_then(Value::as_i64).unwrap_or(0) as u32;
    let cells = kind.columns.iter().map(|column| match (object.get(column.name), storage(column.r#type)) {
        (Some(Value::String(text)), Storage::Text) => OwnedCell::Text(text.clone()),
        (Some(Value::Number(n)), Storage::Integer) => n.as_i64().map_or(OwnedCell::Null, OwnedCell::Integer),
        (Some(Value::Number(n)), Storage::Decimal) => n.as_f64().map_or(OwnedCell::Null, OwnedCell::Decimal),
        _ => OwnedCell::Null,
    });
    let (cells, source) = (cells.collect(), Source { id: number("source_id"), line: number("source_line") });
    Some(Record { kind, client: client.to_owned(), id: id.to_owned(), cells, source })
}

/// A condition on one kind of one client, as far as the asker may see, and the texts it binds.
struct Condition {
    kind: &'static Kind,
    text: String,
    bound: Vec<String>,
}

impl Condition {
    fn new(whose: &Whose, kind: &'static Kind) -> Condition {
        let mut condition = Condition { kind, text: String::new(), bound: vec![] };
        let places: Vec<String> = whose.keys.iter().map(|key| condition.place(key)).collect();
        condition.text = format!("client IN ({})", places.join(", "));
        if let Some(names) = whose.only_hours_of.as_ref().filter(|_| kind.table == "time") {
            let own: Vec<String> = names.iter().map(|name| condition.place(name)).collect();
            condition.text +=
                &if own.is_empty() { " AND 1 = 0".to_owned() } else { format!(" AND person IN ({})", own.join(", ")) };
        }
        condition
    }

    /// Adds a text and returns its place in the statement.
    fn place(&mut self, text: &str) -> String {
        self.bound.push(text.to_owned());
        format!("${}", self.bound.len())
    }

    fn select(&self) -> String {
        static COLUMNS: LazyLock<Vec<(&str, String)>> = LazyLock::new(|| {
            let names = |kind: &Kind| kind.columns.iter().map(|column| column.name).collect::<Vec<_>>().join(", ");
            KINDS.iter().map(|kind| (kind.table, names(kind))).collect()
        });
        let columns = COLUMNS.iter().find(|(table, _)| *table == self.kind.table).map_or("", |(_, names)| names);
        let (id, table) = (id_column(self.kind), table(self.kind));
        format!("SELECT client, {id}, source_id, source_line, {columns} FROM {table} WHERE {}", self.text)
    }

    fn query(&self, text: &str) -> Query<'static, Any, AnyArguments> {
        let query = sqlx::query(AssertSqlSafe(text.to_owned()));
        self.bound.iter().fold(query, |query, text| query.bind(text.clone()))
    }
}

/// The table's name; `values` is a word of SQL.
fn table(kind: &Kind) -> String {
    format!("\"{}\"", kind.table)
}

fn id_column(kind: &Kind) -> &'static str {
    if kind.table == Client::KIND.table { "client" } else { "id" }
}

/// Reads a row of `Condition::select`.
fn record(kind: &'static Kind, row: &AnyRow) -> Result<Record, StoreError> {
    let (source, line): (i64, i64) = (row.try_get(2)?, row.try_get(3)?);
    Ok(Record {
        kind,
        client: row.try_get(0)?,
        id: row.try_get(1)?,
        cells: cell::read(row, kind, 4)?,
        source: Source { id: source as u32, line: line as u32 },
    })
}
