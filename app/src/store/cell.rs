//! Stored cells, owned: what a row of any kind holds, whichever database it came from.

use super::StoreError;
use super::bulk::{Table, sql};
use domain::record::{Cell, Kind, Type};
use serde_json::{Map, Value};
use sqlx::any::{AnyArguments, AnyRow};
use sqlx::query::Query;
use sqlx::{Any, AssertSqlSafe, Row, Transaction};

/// How a column is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Storage {
    Text,
    Integer,
    Decimal,
}

/// Returns how a type of column is kept.
pub fn storage(r#type: Type) -> Storage {
    match r#type {
        Type::Text | Type::Day | Type::Moment | Type::Currency | Type::Choice(_) => Storage::Text,
        Type::Amount | Type::Integer | Type::Flag => Storage::Integer,
        Type::Decimal => Storage::Decimal,
    }
}

/// A stored cell.
#[derive(Clone, Debug, PartialEq)]
pub enum OwnedCell {
    Null,
    Text(String),
    Integer(i64),
    Decimal(f64),
}

impl OwnedCell {
    /// Lends the cell.
    pub fn cell(&self) -> Cell<'_> {
        match self {
            OwnedCell::Null => Cell::Null,
            OwnedCell::Text(text) => Cell::Text(text),
            OwnedCell::Integer(number) => Cell::Integer(*number),
            OwnedCell::Decimal(number) => Cell::Decimal(*number),
        }
    }

    /// Returns the cell as JSON, as `changes` keeps it.
    pub fn json(&self) -> Value {
        match self {
            OwnedCell::Null => Value::Null,
            OwnedCell::Text(text) => Value::from(text.as_str()),
            OwnedCell::Integer(number) => Value::from(*number),
            OwnedCell::Decimal(number) => Value::from(*number),
        }
    }
}

impl From<Cell<'_>> for OwnedCell {
    fn from(cell: Cell) -> OwnedCell {
        match cell {
            Cell::Null => OwnedCell::Null,
            Cell::Text(text) => OwnedCell::Text(text.to_owned()),
            Cell::Integer(number) => OwnedCell::Integer(number),
            Cell::Decimal(number) => OwnedCell::Decimal(number),
        }
    }
}

/// Writes one whole row, replacing what stands under its key.
pub async fn replace(tx: &mut Transaction<'static, Any>, table: &Table, row: &[OwnedCell]) -> Result<(), StoreError> {
    let text = sql::replace(table, &sql::placeholders(row.len(), 1));
    let cells = table.columns.iter().map(|(_, storage)| *storage).zip(row);
    let query = cells.fold(sqlx::query(AssertSqlSafe(text)), |query, (storage, cell)| bind(query, storage, cell));
    query.execute(&mut **tx).await?;
    Ok(())
}

/// Binds a cell; an empty one as the type of its column, which PostgreSQL asks for.
pub fn bind<'q>(
    query: Query<'q, Any, AnyArguments>,
    storage: Storage,
    cell: &OwnedCell,
) -> Query<'q, Any, AnyArguments> {
    match (storage, cell) {
        (_, OwnedCell::Text(text)) => query.bind(text.clone()),
        (_, OwnedCell::Integer(number)) => query.bind(*number),
        (_, OwnedCell::Decimal(number)) => query.bind(*number),
        (Storage::Text, OwnedCell::Null) => query.bind(None::<String>),
        (Storage::Integer, OwnedCell::Null) => query.bind(None::<i64>),
        // The driver tells PostgreSQL that an empty decimal is a shorter one; a statement kept with that type would refuse
        // the next row that has one, so it is not kept.
        (Storage::Decimal, OwnedCell::Null) => query.bind(None::<f64>).persistent(false),
    }
}

/// Returns a row as the JSON object that `changes` keeps.
pub fn json(kind: &Kind, cells: &[OwnedCell], source: i64, line: i64) -> String {
    let mut object: Map<String, Value> =
        kind.columns.iter().zip(cells).map(|(column, cell)| (column.name.to_owned(), cell.json())).collect();
    object.insert("source_id".into(), source.into());
    object.insert("source_line".into(), line.into());
    Value::Object(object).to_string()
}

/// Reads a row that `json` wrote: its cells, source and line.
pub fn from_json(kind: &Kind, text: &str) -> Option<(Vec<OwnedCell>, i64, i64)> {
    let Value::Object(object) = serde_json::from_str(text).ok()? else { return None };
    let cell = |column: &domain::record::Column| match (storage(column.r#type), object.get(column.name)) {
        (_, None | Some(Value::Null)) => Some(OwnedCell::Null),
        (Storage::Text, Some(value)) => Some(OwnedCell::Text(value.as_str()?.to_owned())),
        (Storage::Integer, Some(value)) => Some(OwnedCell::Integer(value.as_i64()?)),
        (Storage::Decimal, Some(value)) => Some(OwnedCell::Decimal(value.as_f64()?)),
    };
    let cells = kind.columns.iter().map(cell).collect::<Option<_>>()?;
    Some((cells, object.get("source_id")?.as_i64()?, object.get("source_line")?.as_i64()?))
}

/// Reads a kind's cells from a row in which they begin at `from`.
pub fn read(row: &AnyRow, kind: &Kind, from: usize) -> Result<Vec<OwnedCell>, StoreError> {
    kind.columns.iter().enumerate().map(|(i, column)| read_one(row, from + i, storage(column.r#type))).collect()
}

/// Reads the cell at a place of a row.
pub fn read_one(row: &AnyRow, i: usize, storage: Storage) -> Result<OwnedCell, StoreError> {
    Ok(match storage {
        Storage::Text => row.try_get::<Option<String>, _>(i)?.map_or(OwnedCell::Null, OwnedCell::Text),
        Storage::Integer => row.try_get::<Option<i64>, _>(i)?.map_or(OwnedCell::Null, OwnedCell::Integer),
        Storage::Decimal => row.try_get::<Option<f64>, _>(i)?.map_or(OwnedCell::Null, OwnedCell::Decimal),
    })
}
