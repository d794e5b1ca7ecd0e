//! Stored cells, owned: what a row of any kind holds, whichever database it came from.

use super::StoreError;
use super::bulk::{Table, sql};
use domain::record::{Cell, Kind, Type};
use serde_json::Value;
use sqlx::any::AnyRow;
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
    let mut query = sqlx::query(AssertSqlSafe(text));
    for ((_, storage), cell) in table.columns.iter().zip(row) {
        query = match (storage, cell) {
            (_, OwnedCell::Text(text)) => query.bind(text.clone()),
            (_, OwnedCell::Integer(number)) => query.bind(*number),
            (_, OwnedCell::Decimal(number)) => query.bind(*number),
            (Storage::Text, OwnedCell::Null) => query.bind(None::<String>),
            (Storage::Integer, OwnedCell::Null) => query.bind(None::<i64>),
            (Storage::Decimal, OwnedCell::Null) => query.bind(None::<f64>),
        };
    }
    query.execute(&mut **tx).await?;
    Ok(())
}

/// Reads a kind's cells from a row in which they begin at `from`.
pub fn read(row: &AnyRow, kind: &Kind, from: usize) -> Result<Vec<OwnedCell>, StoreError> {
    let cell = |(i, column): (usize, &domain::record::Column)| {
        Ok(match storage(column.r#type) {
            Storage::Text => row.try_get::<Option<String>, _>(from + i)?.map_or(OwnedCell::Null, OwnedCell::Text),
            Storage::Integer => row.try_get::<Option<i64>, _>(from + i)?.map_or(OwnedCell::Null, OwnedCell::Integer),
            Storage::Decimal => row.try_get::<Option<f64>, _>(from + i)?.map_or(OwnedCell::Null, OwnedCell::Decimal),
        })
    };
    kind.columns.iter().enumerate().map(cell).collect()
}
