//! Lists as files. CSV is for machines: its name and its header words are those of the import, its numbers plain, so that
//! it can be read back. XLSX is for people: title and words in their language, real dates and sums.

mod csv;
mod files;
mod table;
mod version;
mod xlsx;

pub use files::Files;
pub use table::{Cell, Column, Place, Table};
pub use version::{version, version_columns};

use super::PageError;
use super::href;
use crate::lang::Lang;
use axum::extract::FromRequestParts;
use axum::http::header;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};

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

    /// Returns how the name of a file ends.
    pub fn ending(self) -> &'static str {
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

/// One handler answers for both forms of a list: which one is asked for stands at the end of the address.
impl<S: Sync> FromRequestParts<S> for Format {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Format, PageError> {
        Format::split(parts.uri.path()).map(|(_, format)| format).ok_or(PageError::NotFound)
    }
}

/// Returns a table as comma-separated text.
pub fn csv_of(table: &Table) -> Result<Vec<u8>, PageError> {
    csv::written(table)
}

/// Answers with a list about a client as a file, which for machines has the client's id in its name.
pub async fn answer_of(
    list: &str,
    (client, name): (&str, &str),
    table: Table,
    format: Format,
    lang: Lang,
) -> Result<Response, PageError> {
    answer(&format!("{list}-{client}"), table.about(name), format, lang).await
}

/// Answers with a file: of this name for machines, of the table's title for people.
pub async fn answer(name: &str, table: Table, format: Format, lang: Lang) -> Result<Response, PageError> {
    let name = match format {
        Format::Csv => name.to_owned(),
        Format::Xlsx => table.title.clone(),
    };
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
