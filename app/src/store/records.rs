//! Records as people read them: one with its file and line, a client's records of one kind, and a record's past.
//! What is selected follows from the kind's columns.

use super::viewer::{Role, Viewer};
use super::{Db, StoreError};
use domain::record::{Cell, Client, KINDS, Kind, Source, Type};
use sqlx::any::AnyRow;
use sqlx::{Any, AssertSqlSafe, Row as _};

/// One record.
#[derive(Clone, Debug)]
pub struct Record {
    pub kind: &'static Kind,
    pub client: String,
    pub id: String,
    /// In the order of the kind's columns.
    pub values: Vec<Kept>,
    pub source: Source,
}

/// What one cell holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Kept {
    Null,
    Text(String),
    Integer(i64),
    Decimal(f64),
}

impl Kept {
    /// Returns the cell as the kinds read it.
    pub fn cell(&self) -> Cell<'_> {
        match self {
            Kept::Null => Cell::Null,
            Kept::Text(text) => Cell::Text(text),
            Kept::Integer(number) => Cell::Integer(*number),
            Kept::Decimal(number) => Cell::Decimal(*number),
        }
    }

    /// Returns the text, if it is one.
    pub fn text(&self) -> Option<&str> {
        match self {
            Kept::Text(text) => Some(text),
            _ => None,
        }
    }
}

impl Record {
    /// Returns a column's value.
    pub fn value(&self, column: &str) -> &Kept {
        self.kind.position(column).map_or(&Kept::Null, |at| &self.values[at])
    }
}

/// What stood in a record before it was changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// UTC, `YYYY-MM-DDTHH:MM:SSZ`.
    pub changed_at: String,
    /// The name of the member who changed it; `None` for the command line.
    pub changed_by: Option<String>,
    /// The file that brought the change; 0 for a change by hand.
    pub source: i64,
    /// The replaced row, a JSON object; empty where the record was entered by a person.
    pub before: String,
}

/// Returns one record, if this person may see it.
pub async fn one(
    db: &Db,
    viewer: &Viewer,
    kind: &'static Kind,
    client: &str,
    id: &str,
) -> Result<Option<Record>, StoreError> {
    Ok(some(db, viewer, kind, client, &[id]).await?.pop())
}

/// Returns the records of these ids that this person may see, in no particular order.
pub async fn some(
    db: &Db,
    viewer: &Viewer,
    kind: &'static Kind,
    client: &str,
    ids: &[&str],
) -> Result<Vec<Record>, StoreError> {
    let mut records = vec![];
    for ids in ids.chunks(100) {
        let mut bound = Bound::new(viewer, kind, client);
        let places: Vec<String> = ids.iter().map(|id| bound.place(id)).collect();
        let sql = format!("{} AND {} IN ({})", bound.select(), id_column(kind), places.join(", "));
        let rows = bound.query(&sql).fetch_all(&db.pool).await?;
        for row in rows {
            records.push(record(kind, &row)?);
        }
    }
    Ok(records)
}

/// Returns a part of a client's records of one kind, the newest first.
pub async fn of_kind(
    db: &Db,
    viewer: &Viewer,
    kind: &'static Kind,
    client: &str,
    offset: i64,
    limit: i64,
) -> Result<Vec<Record>, StoreError> {
    let bound = Bound::new(viewer, kind, client);
    let id = id_column(kind);
    let newest = if kind.happened.is_empty() { id.to_owned() } else { format!("{} DESC, {id} DESC", kind.happened) };
    let sql = format!("{} ORDER BY {newest} LIMIT {limit} OFFSET {offset}", bound.select());
    let rows = bound.query(&sql).fetch_all(&db.pool).await?;
    rows.iter().map(|row| record(kind, row)).collect()
}

/// Counts a client's records of one kind that this person may see.
pub async fn count(db: &Db, viewer: &Viewer, kind: &'static Kind, client: &str) -> Result<u64, StoreError> {
    let bound = Bound::new(viewer, kind, client);
    let sql = format!("SELECT COUNT(*) FROM {} WHERE {}", table(kind), bound.condition);
    let counted: i64 = bound.query(&sql).fetch_one(&db.pool).await?.try_get(0)?;
    Ok(counted as u64)
}

/// Counts a client's records of every kind but the client itself; kinds without any are left out.
pub async fn count_by_kind(db: &Db, viewer: &Viewer, client: &str) -> Result<Vec<(&'static Kind, u64)>, StoreError> {
    let mut counted = vec![];
    for kind in KINDS.into_iter().filter(|kind| !is_client(kind)) {
        let n = count(db, viewer, kind, client).await?;
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
        let sql = format!("SELECT 1 FROM {} LIMIT 1", table(kind));
        let any = sqlx::query(AssertSqlSafe(sql)).fetch_optional(&db.pool).await?;
        if any.is_none() {
            missing.push(kind);
        }
    }
    Ok(missing)
}

/// Returns the client whose other spelling a client is, if a person merged them.
pub async fn merged_into(db: &Db, client: &str) -> Result<Option<String>, StoreError> {
    let sql = "SELECT merged_into FROM clients WHERE client = $1 AND merged_into IS NOT NULL";
    Ok(sqlx::query_scalar(sql).bind(client).fetch_optional(&db.pool).await?)
}

/// Returns what a record said before, the newest change first.
pub async fn past(db: &Db, kind: &Kind, client: &str, id: &str) -> Result<Vec<Change>, StoreError> {
    let rows: Vec<(String, Option<String>, i64, String)> = sqlx::query_as(
        "SELECT c.changed_at, m.name, c.source_id, c.before FROM changes c LEFT JOIN members m ON m.id = c.member
          WHERE c.kind = $1 AND c.client = $2 AND c.id = $3 ORDER BY c.number DESC",
    )
    .bind(kind.table)
    .bind(client)
    .bind(id)
    .fetch_all(&db.pool)
    .await?;
    let change = |(changed_at, changed_by, source, before)| Change { changed_at, changed_by, source, before };
    Ok(rows.into_iter().map(change).collect())
}

/// The names under which files know a member, the own name first.
pub async fn names_of(db: &Db, member: &str) -> Result<Vec<String>, StoreError> {
    let sql = "SELECT name, 0 FROM members WHERE id = $1
               UNION ALL SELECT spelling, 1 FROM person_names WHERE member = $1 ORDER BY 2, 1";
    let rows: Vec<(String, i64)> = sqlx::query_as(sql).bind(member).fetch_all(&db.pool).await?;
    Ok(rows.into_iter().map(|(name, _)| name).collect())
}

/// A condition on one kind of one client, as far as a viewer may see, and the texts it binds.
struct Bound {
    kind: &'static Kind,
    condition: String,
    texts: Vec<String>,
}

impl Bound {
    fn new(viewer: &Viewer, kind: &'static Kind, client: &str) -> Bound {
        let mut bound = Bound { kind, condition: "client = $1".to_owned(), texts: vec![client.to_owned()] };
        if let Viewer::Member { id, role: Role::Member, .. } = viewer
            && kind.table == "time"
        {
            // No member sees another person's hours (RULINGS 38).
            let own = bound.place(id);
            bound.condition += &format!(" AND person IN (SELECT spelling FROM person_names WHERE member = {own})");
        }
        if !viewer.sees_client(client) {
            bound.condition += " AND 1 = 0";
        }
        bound
    }

    /// Adds a text and returns its place in the statement.
    fn place(&mut self, text: &str) -> String {
        self.texts.push(text.to_owned());
        format!("${}", self.texts.len())
    }

    fn select(&self) -> String {
        let columns: Vec<&str> = self.kind.columns.iter().map(|column| column.name).collect();
        let (id, table) = (id_column(self.kind), table(self.kind));
        let columns = columns.join(", ");
        format!("SELECT client, {id}, source_id, source_line, {columns} FROM {table} WHERE {}", self.condition)
    }

    fn query(&self, sql: &str) -> sqlx::query::Query<'static, Any, sqlx::any::AnyArguments> {
        let query = sqlx::query(AssertSqlSafe(sql.to_owned()));
        self.texts.iter().fold(query, |query, text| query.bind(text.clone()))
    }
}

fn is_client(kind: &Kind) -> bool {
    kind.table == Client::KIND.table
}

/// The table's name; `values` is a word of SQL.
fn table(kind: &Kind) -> String {
    format!("\"{}\"", kind.table)
}

fn id_column(kind: &Kind) -> &'static str {
    if is_client(kind) { "client" } else { "id" }
}

/// Reads a row of `Bound::select`.
fn record(kind: &'static Kind, row: &AnyRow) -> Result<Record, StoreError> {
    let mut values = Vec::with_capacity(kind.columns.len());
    for (at, column) in kind.columns.iter().enumerate() {
        values.push(match column.r#type {
            Type::Amount | Type::Integer | Type::Flag => row.try_get::<Option<i64>, _>(at + 4)?.map(Kept::Integer),
            Type::Decimal => row.try_get::<Option<f64>, _>(at + 4)?.map(Kept::Decimal),
            _ => row.try_get::<Option<String>, _>(at + 4)?.map(Kept::Text),
        });
    }
    let (id, line): (i64, i64) = (row.try_get(2)?, row.try_get(3)?);
    Ok(Record {
        kind,
        client: row.try_get(0)?,
        id: row.try_get(1)?,
        values: values.into_iter().map(|value| value.unwrap_or(Kept::Null)).collect(),
        source: Source { id: id as u32, line: line as u32 },
    })
}
