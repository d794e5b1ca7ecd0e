//! The example row of our own blank workbooks: written there, and passed over when it comes back.

use domain::record::Kind;
use std::collections::HashMap;
use std::sync::LazyLock;

/// Returns the example value of a column, in Arabic where it has Arabic words.
pub fn value(kind: &Kind, column: &str, arabic: bool) -> Option<&'static str> {
    let values = EXAMPLES.get(kind.table)?.get(column)?;
    let value = if arabic { values.last() } else { values.first() };
    value.map(String::as_str)
}

/// Tells whether a row is the example: its client is the example's, and so is everything else that it holds.
pub fn is_example<'t>(kind: &Kind, cells: impl Iterator<Item = (&'static str, &'t str)>) -> bool {
    let mut names_client = false;
    for (column, text) in cells.filter(|(_, text)| !text.is_empty()) {
        let is_value = [false, true].into_iter().any(|arabic| value(kind, column, arabic) == Some(text));
        if !is_value {
            return false;
        }
        names_client |= column == "client";
    }
    names_client
}

static EXAMPLES: LazyLock<HashMap<String, HashMap<String, Vec<String>>>> =
    LazyLock::new(|| toml::from_str(include_str!("examples.toml")).expect("our own examples are well-formed"));

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::target;
    use domain::record::{KINDS, kind_named};

    #[test]
    fn every_kind_has_an_example_of_its_own_columns() {
        assert_eq!(EXAMPLES.len(), KINDS.len());
        for (table, columns) in EXAMPLES.iter() {
            let kind = kind_named(table).unwrap_or_else(|| panic!("{table} is a kind"));
            for column in columns.keys() {
                assert!(target::columns(kind).any(|known| known == column), "{table}.{column}");
            }
            for required in target::columns(kind).filter(|column| target::is_required(kind, column)) {
                let given = columns.contains_key(required) || (required == "minutes" && columns.contains_key("hours"));
                assert!(given, "{table}.{required}");
            }
        }
    }

    #[test]
    fn only_the_example_is_one() {
        let kind = kind_named("pulse").expect("a kind");
        let row = |client, score| [("client", client), ("on_day", "2026-01-31"), ("score", score)];
        assert!(is_example(kind, row("مثال-1", "4").into_iter()));
        assert!(!is_example(kind, row("EXAMPLE-1", "5").into_iter()));
        assert!(!is_example(kind, row("C1", "4").into_iter()));
        assert!(!is_example(kind, row("", "4").into_iter()));
    }
}
