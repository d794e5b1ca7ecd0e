//! What lists of versions have in common: which version it is, since when, and who set it.

use super::{Cell, Column};
use crate::lang::Lang;
use crate::web::Visitor;

/// Returns the cells of a version; the one a firm begins with was set by nobody.
pub fn version(visitor: &Visitor, number: u32, (at, by): (&str, Option<&str>)) -> [Cell; 3] {
    let on = (!at.is_empty()).then(|| visitor.when(at).day);
    [Cell::Number(f64::from(number)), on.into(), by.into()]
}

/// Returns the columns of these cells.
pub fn version_columns(lang: Lang) -> Vec<Column> {
    let heads = [("version", "criterion-version"), ("on", "export-import-on"), ("by", "export-import-by")];
    heads.map(|(machine, key)| Column::of(lang, machine, key)).into()
}
