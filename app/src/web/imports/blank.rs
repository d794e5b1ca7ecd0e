//! Blank workbooks, one a kind and language, with an example row.

use crate::intake::workbook;
use crate::lang::{Lang, Language};
use crate::web::app::Shared;
use crate::web::export::Format;
use crate::web::{PageError, Visitor};
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use domain::record::kind_named;

/// Serves `invoices-ar.xlsx`; a blank file is no secret, so every member may have it.
pub async fn show(
    State(app): State<Shared>,
    _visitor: Visitor,
    Path(file): Path<String>,
) -> Result<Response, PageError> {
    let name = file.strip_suffix(".xlsx").and_then(|name| name.rsplit_once('-')).ok_or(PageError::NotFound)?;
    let kind = kind_named(name.0).ok_or(PageError::NotFound)?;
    let language = Language::of(name.1).ok_or(PageError::NotFound)?;
    let words = super::header_words(&app)?;
    let lang = Lang::plain(language);
    let text = |key: &str| lang.has(key).then(|| lang.text(key));
    let bytes = workbook::blank(kind, language == Language::Arabic, &words, &text)
        .map_err(|error| PageError::Broken(format!("{file}: {error}")))?;
    let disposition = format!("attachment; filename=\"{}-{}.xlsx\"", kind.table, language.tag());
    Ok(([(header::CONTENT_TYPE, Format::Xlsx.media()), (header::CONTENT_DISPOSITION, &disposition)], bytes)
        .into_response())
}
