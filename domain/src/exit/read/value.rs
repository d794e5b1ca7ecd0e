//! The values of a TOML text as the inputs take them.

use super::super::key::Bounds;
use super::super::{InputError, Wrong};
use super::{Reader, Value, line_of};
use toml::de::{DeTable, DeValue};

/// A list of own figures is no longer than this.
const LIST_MAX: usize = 10_000;
/// So many costs or steps are enough for anyone.
const ROWS_MAX: usize = 200;

impl Reader<'_> {
    /// Notes what is wrong with a value.
    pub(super) fn refuse(&mut self, path: &str, value: &Value, wrong: Wrong) {
        let line = Some(line_of(self.text, value.span().start));
        self.errors.push(InputError { path: path.to_owned(), line, wrong });
    }

    /// Returns a number that is within its bounds.
    pub(super) fn number(&mut self, path: &str, value: &Value, bounds: Bounds) -> Option<f64> {
        let number = match value.get_ref() {
            DeValue::Integer(whole) => {
                i128::from_str_radix(whole.as_str(), whole.radix()).ok().map(|whole| whole as f64)
            }
            DeValue::Float(float) => float.as_str().parse().ok(),
            _ => None,
        };
        match number.map(|number| (number, bounds.wrong(number))) {
            Some((number, None)) => Some(number),
            Some((_, Some(wrong))) => {
                self.refuse(path, value, wrong);
                None
            }
            None => {
                self.refuse(path, value, Wrong::NotNumber);
                None
            }
        }
    }

    /// Returns a list of numbers; what is wrong with one of them is noted at its place.
    pub(super) fn list(&mut self, path: &str, value: &Value, bounds: Bounds) -> Vec<f64> {
        let DeValue::Array(items) = value.get_ref() else {
            self.refuse(path, value, Wrong::NotList);
            return vec![];
        };
        if items.is_empty() {
            self.refuse(path, value, Wrong::Empty);
        } else if items.len() > LIST_MAX {
            self.refuse(path, value, Wrong::TooMany(LIST_MAX));
        }
        let items = items.iter().take(LIST_MAX).enumerate();
        items.filter_map(|(i, item)| self.number(&format!("{path}[{i}]"), item, bounds)).collect()
    }

    /// Returns the tables of a list, each with its place.
    pub(super) fn rows<'v, 'i>(&mut self, path: &str, value: &'v Value<'i>) -> Vec<(String, &'v DeTable<'i>)> {
        let DeValue::Array(items) = value.get_ref() else {
            self.refuse(path, value, Wrong::NotList);
            return vec![];
        };
        if items.len() > ROWS_MAX {
            self.refuse(path, value, Wrong::TooMany(ROWS_MAX));
        }
        let mut rows = Vec::new();
        for (i, item) in items.iter().take(ROWS_MAX).enumerate() {
            let at = format!("{path}[{i}]");
            if let Some(table) = self.table(&at, item) {
                rows.push((at, table));
            }
        }
        rows
    }

    /// Returns a table.
    pub(super) fn table<'v, 'i>(&mut self, path: &str, value: &'v Value<'i>) -> Option<&'v DeTable<'i>> {
        match value.get_ref() {
            DeValue::Table(table) => Some(table),
            _ => {
                self.refuse(path, value, Wrong::NotTable);
                None
            }
        }
    }

    /// Notes what a row lacks.
    pub(super) fn need(&mut self, at: &str, row: &DeTable, fields: &[&str], value: &Value) {
        for field in fields.iter().filter(|field| !row.contains_key(**field)) {
            self.refuse(&format!("{at}.{field}"), value, Wrong::Missing);
        }
    }
}
