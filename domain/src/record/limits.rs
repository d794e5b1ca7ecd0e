//! What a record cannot say: values out of their range, and days in the wrong order.

use super::{Cell, Kind};

/// Why a record cannot be true as it is stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Breach {
    Negative,
    /// More than the twenty-four hours of a day.
    OverDay,
    /// The best score possible is zero or less.
    ScaleEmpty,
    /// A score outside its scale.
    OutsideScale,
    /// A percentage below 0 or above 100.
    OutsidePercent,
    DueBeforeIssued,
    /// A later step before an earlier one: it can be, but is seldom meant.
    Reversed,
}

impl Breach {
    /// Tells whether a person may state it all the same.
    pub fn is_doubt(self) -> bool {
        self == Breach::Reversed
    }
}

/// Columns that count something.
const COUNTS: [(&str, &[&str]); 5] = [
    ("clients", &["terms_days", "agreed_rate", "agreed_hours_per_month"]),
    ("contracts", &["agreed_rate", "agreed_hours_per_month", "notice_length"]),
    ("time", &["minutes", "cost_rate"]),
    ("deliverables", &["revisions", "revisions_ours", "revisions_agreed", "defects"]),
    ("goals", &["weight"]),
];

/// Days of which the second comes after the first.
const STEPS: [(&str, &str, &str); 8] = [
    ("contracts", "starts_on", "ends_on"),
    ("invoices", "issued_on", "disputed_on"),
    ("promises", "made_on", "promised_on"),
    ("reminders", "sent_on", "answered_on"),
    ("deliverables", "started_on", "delivered_on"),
    ("deliverables", "delivered_on", "accepted_on"),
    ("deliverables", "delivered_on", "acknowledged_on"),
    ("deliverables", "delivered_on", "reopened_on"),
];

/// Returns every column that cannot stand as it is, with the reason.
pub fn breaches(kind: &Kind, cells: &[Cell]) -> Vec<(&'static str, Breach)> {
    let row = Row { kind, cells };
    let mut breaches = Vec::new();
    for (_, columns) in COUNTS.iter().filter(|(table, _)| *table == kind.table) {
        let negative = columns.iter().filter(|column| row.number(column).is_some_and(|number| number < 0.0));
        breaches.extend(negative.map(|column| (*column, Breach::Negative)));
    }
    match kind.table {
        "time" if row.number("minutes").is_some_and(|minutes| minutes > 1440.0) => {
            breaches.push(("minutes", Breach::OverDay));
        }
        "invoices" if row.text("due_on") < row.text("issued_on") => breaches.push(("due_on", Breach::DueBeforeIssued)),
        "feedback" | "pulse" => breaches.extend(score(&row)),
        "requests" if row.number("percent").is_some_and(|percent| !(0.0..=100.0).contains(&percent)) => {
            breaches.push(("percent", Breach::OutsidePercent));
        }
        _ => {}
    }
    for (_, first, second) in STEPS.iter().filter(|(table, ..)| *table == kind.table) {
        if let (Some(earlier), Some(later)) = (row.text(first), row.text(second))
            && later < earlier
        {
            breaches.push((*second, Breach::Reversed));
        }
    }
    breaches
}

fn score(row: &Row) -> Option<(&'static str, Breach)> {
    let (least, best) = match row.kind.table {
        "pulse" => (1.0, 5.0),
        _ => (0.0, row.number("scale").unwrap_or(5.0)),
    };
    let score = row.number("score")?;
    if best <= 0.0 {
        Some(("scale", Breach::ScaleEmpty))
    } else {
        (!(least..=best).contains(&score)).then_some(("score", Breach::OutsideScale))
    }
}

/// A record's cells by the names of their columns.
struct Row<'a> {
    kind: &'a Kind,
    cells: &'a [Cell<'a>],
}

impl<'a> Row<'a> {
    fn cell(&self, column: &str) -> Cell<'a> {
        self.kind.position(column).and_then(|position| self.cells.get(position)).copied().unwrap_or(Cell::Null)
    }

    fn number(&self, column: &str) -> Option<f64> {
        match self.cell(column) {
            Cell::Integer(number) => Some(number as f64),
            Cell::Decimal(number) => Some(number),
            Cell::Null | Cell::Text(_) => None,
        }
    }

    /// Returns a day or a text; days are ISO, so that they compare as texts.
    fn text(&self, column: &str) -> Option<&'a str> {
        match self.cell(column) {
            Cell::Text(text) => Some(text),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::kind_named;

    /// Checks a row of `column=value` pairs; numbers are decimals, everything else is text.
    fn check(table: &str, row: &str, expected: &[(&str, Breach)]) {
        let kind = kind_named(table).expect("a kind");
        let mut cells = vec![Cell::Null; kind.columns.len()];
        for pair in row.split_whitespace() {
            let (column, value) = pair.split_once('=').expect("a pair");
            let position = kind.position(column).expect("a column");
            cells[position] = value.parse().map_or(Cell::Text(value), Cell::Decimal);
        }
        assert_eq!(breaches(kind, &cells), expected, "{table} {row}");
    }

    #[test]
    fn what_can_be() {
        check("invoices", "issued_on=2026-01-01 due_on=2026-01-01", &[]);
        check("time", "minutes=1440", &[]);
        check("feedback", "score=9 scale=10", &[]);
        check("feedback", "score=0", &[]);
        check("deliverables", "started_on=2026-01-05 accepted_on=2026-01-01", &[]);
    }

    #[test]
    fn what_cannot_be() {
        check("invoices", "issued_on=2026-01-02 due_on=2026-01-01", &[("due_on", Breach::DueBeforeIssued)]);
        check("time", "minutes=1441", &[("minutes", Breach::OverDay)]);
        check("time", "minutes=-5", &[("minutes", Breach::Negative)]);
        check("clients", "terms_days=-1", &[("terms_days", Breach::Negative)]);
        check("feedback", "score=6", &[("score", Breach::OutsideScale)]);
        check("feedback", "score=1 scale=0", &[("scale", Breach::ScaleEmpty)]);
        check("pulse", "score=0.5", &[("score", Breach::OutsideScale)]);
        check("requests", "percent=120", &[("percent", Breach::OutsidePercent)]);
        check("promises", "made_on=2026-02-01 promised_on=2026-01-31", &[("promised_on", Breach::Reversed)]);
    }

    #[test]
    fn every_named_column_exists() {
        let exists = |table: &str, column: &str| kind_named(table).is_some_and(|kind| kind.position(column).is_some());
        for (table, columns) in COUNTS {
            columns.iter().for_each(|column| assert!(exists(table, column), "{table}.{column}"));
        }
        for (table, first, second) in STEPS {
            assert!(exists(table, first) && exists(table, second), "{table}: {first}, {second}");
        }
    }
}
