//! Lists as files. CSV is for machines: the header words of the import, plain numbers, so that it can be read back.
//! XLSX is for people: words in their language, real dates and sums.

mod csv;
mod xlsx;

use super::PageError;
use super::href;
use crate::lang::Lang;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use domain::days::Day;
use domain::money::Money;

/// A list as a table of typed cells.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<Cell>>,
}

/// One column.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// The header word that the import knows.
    pub machine: String,
    /// The header that a person reads.
    pub head: String,
}

impl Column {
    /// Returns columns of these machine words, each headed by the message of its key.
    pub fn all(lang: Lang, heads: &[(&str, &str)]) -> Vec<Column> {
        let column = |(machine, key): &(&str, &str)| Column { machine: (*machine).into(), head: lang.text(key) };
        heads.iter().map(column).collect()
    }
}

/// One cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    Empty,
    Text(String),
    Number(f64),
    Sum(Money),
    Day(Day),
    Flag(bool),
}

/// The form of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Csv,
    Xlsx,
}

impl Format {
    /// Splits a form off a name: `invoices.csv`.
    pub fn split(name: &str) -> Option<(&str, Format)> {
        let csv = name.strip_suffix(".csv").map(|name| (name, Format::Csv));
        csv.or_else(|| name.strip_suffix(".xlsx").map(|name| (name, Format::Xlsx)))
    }

    fn ending(self) -> &'static str {
        match self {
            Format::Csv => "csv",
            Format::Xlsx => "xlsx",
        }
    }

    /// Returns what a browser is told that the file is.
    pub fn media(self) -> &'static str {
        match self {
            Format::Csv => "text/csv; charset=utf-8",
            Format::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }
}

/// Returns a table as comma-separated text.
pub fn csv_of(table: &Table) -> Result<Vec<u8>, PageError> {
    csv::written(table)
}

/// Answers with a file of this name.
pub async fn answer(name: &str, table: Table, format: Format, lang: Lang) -> Result<Response, PageError> {
    let written = tokio::task::spawn_blocking(move || match format {
        Format::Csv => csv::written(&table),
        Format::Xlsx => xlsx::written(&table, lang),
    });
    let bytes = written.await.map_err(|error| PageError::Broken(error.to_string()))??;
    let name = href::encoded(&format!("{name}.{}", format.ending()));
    let disposition = format!("attachment; filename*=UTF-8''{name}");
    let headers = [(header::CONTENT_TYPE, format.media().to_owned()), (header::CONTENT_DISPOSITION, disposition)];
    Ok((headers, bytes).into_response())
}
