//! Records as comma-separated text, one file a kind, with a dictionary of the columns. Sums are decimal in the row's
//! currency. What is written is read back exactly.

use super::Files;
use crate::store::cell::{OwnedCell, Storage, storage};
use domain::money::{Currency, Money};
use domain::record::{Column, KINDS, Kind, Type};

const DICTIONARY: &str = "records/dictionary.csv";

/// A record with where it was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub kind: &'static Kind,
    pub client: String,
    pub id: String,
    /// In the order of the kind's columns.
    pub cells: Vec<OwnedCell>,
    /// The file that brought it: name, SHA-256, line; empty and 0 where a person entered it.
    pub file: String,
    pub sha256: String,
    pub line: u32,
}

/// The columns before and after those of the kind.
const BEFORE: [&str; 2] = ["client", "id"];
const AFTER: [&str; 3] = ["source_file", "source_sha256", "source_line"];

/// Writes the rows of each kind, and the dictionary.
pub fn write(rows: &[Row], files: &mut Files) {
    for kind in KINDS {
        let of_kind: Vec<&Row> = rows.iter().filter(|row| row.kind.table == kind.table).collect();
        if !of_kind.is_empty() {
            let sourced = |row: &Row| line(row, |_| true).into_iter().chain(source(row)).collect();
            files.insert(file(kind), table(head(kind), of_kind.into_iter().map(sourced)));
        }
    }
    files.insert(DICTIONARY.to_owned(), dictionary(|_, _| true));
}

/// Writes of each kind that is named those columns that are named, and the dictionary of them; not where we had it from.
pub fn write_part(rows: &[Row], named: &[(&str, &[&str])], files: &mut Files) {
    let is_named = |kind: &Kind, column: &Column| {
        named.iter().any(|(table, columns)| *table == kind.table && columns.contains(&column.name))
    };
    for kind in KINDS {
        let of_kind: Vec<&Row> = rows.iter().filter(|row| row.kind.table == kind.table).collect();
        if of_kind.is_empty() || !named.iter().any(|(table, _)| *table == kind.table) {
            continue;
        }
        let own = kind.columns.iter().filter(|column| is_named(kind, column)).map(|column| column.name);
        let lines = of_kind.into_iter().map(|row| line(row, |column| is_named(kind, column)));
        files.insert(file(kind), table(BEFORE.into_iter().chain(own).collect(), lines));
    }
    files.insert(DICTIONARY.to_owned(), dictionary(is_named));
}

/// Reads them back; nothing if a row cannot be read.
pub fn read(files: &Files) -> Option<Vec<Row>> {
    let mut rows = vec![];
    for kind in KINDS {
        let Some(bytes) = files.get(&file(kind)) else { continue };
        let mut reader = csv::Reader::from_reader(bytes.as_slice());
        if reader.headers().ok()?.iter().ne(head(kind)) {
            return None;
        }
        for record in reader.records() {
            rows.push(row(kind, &record.ok()?)?);
        }
    }
    Some(rows)
}

fn file(kind: &Kind) -> String {
    format!("records/{}.csv", kind.table)
}

fn head(kind: &Kind) -> Vec<&'static str> {
    BEFORE.into_iter().chain(kind.columns.iter().map(|column| column.name)).chain(AFTER).collect()
}

fn line(row: &Row, is_in: impl Fn(&Column) -> bool) -> Vec<String> {
    let currency = currency(row.kind, |at| match &row.cells[at] {
        OwnedCell::Text(code) => Some(code),
        _ => None,
    });
    let mut texts = vec![guarded(&row.client), guarded(&row.id)];
    let own = row.kind.columns.iter().zip(&row.cells).filter(|(column, _)| is_in(column));
    texts.extend(own.map(|(column, cell)| text(column, cell, currency)));
    texts
}

fn source(row: &Row) -> [String; 3] {
    [guarded(&row.file), row.sha256.clone(), row.line.to_string()]
}

fn text(column: &Column, cell: &OwnedCell, currency: Currency) -> String {
    match (column.r#type, cell) {
        (_, OwnedCell::Null) => String::new(),
        (Type::Amount, OwnedCell::Integer(minor)) => Money { minor: *minor, currency }.decimal(),
        (_, OwnedCell::Text(text)) => guarded(text),
        (_, OwnedCell::Integer(number)) => number.to_string(),
        (_, OwnedCell::Decimal(number)) => format!("{number:?}"),
    }
}

fn row(kind: &'static Kind, record: &csv::StringRecord) -> Option<Row> {
    let width = kind.columns.len();
    let own = |at: usize| record.get(BEFORE.len() + at);
    let currency = currency(kind, own);
    let cell = |(at, column): (usize, &Column)| cell(column, own(at)?, currency);
    let after = |at: usize| record.get(BEFORE.len() + width + at);
    Some(Row {
        kind,
        client: unguarded(record.get(0)?).to_owned(),
        id: unguarded(record.get(1)?).to_owned(),
        cells: kind.columns.iter().enumerate().map(cell).collect::<Option<_>>()?,
        file: unguarded(after(0)?).to_owned(),
        sha256: after(1)?.to_owned(),
        line: after(2)?.parse().ok()?,
    })
}

fn cell(column: &Column, text: &str, currency: Currency) -> Option<OwnedCell> {
    Some(match (column.r#type, storage(column.r#type)) {
        _ if text.is_empty() => OwnedCell::Null,
        (Type::Amount, _) => OwnedCell::Integer(minor(text, currency)?),
        (_, Storage::Text) => OwnedCell::Text(unguarded(text).to_owned()),
        (_, Storage::Integer) => OwnedCell::Integer(text.parse().ok()?),
        (_, Storage::Decimal) => OwnedCell::Decimal(text.parse().ok()?),
    })
}

/// Returns the currency of a row's sums.
fn currency<'r>(kind: &Kind, text: impl Fn(usize) -> Option<&'r str>) -> Currency {
    let at = kind.columns.iter().position(|column| column.r#type == Type::Currency);
    at.and_then(text).and_then(Currency::of).unwrap_or(Currency::UNKNOWN)
}

/// Reads what `Money::decimal` wrote.
fn minor(text: &str, currency: Currency) -> Option<i64> {
    let minor = text.replace('.', "").parse().ok()?;
    (Money { minor, currency }.decimal() == text).then_some(minor)
}

/// Spreadsheets run a text that begins like a formula; an apostrophe before it keeps it a text, and is taken off again.
pub fn guarded(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\'']) { format!("'{text}") } else { text.to_owned() }
}

/// Takes such an apostrophe off.
pub(super) fn unguarded(text: &str) -> &str {
    text.strip_prefix('\'').unwrap_or(text)
}

/// Says of each column what it holds.
fn dictionary(is_in: impl Fn(&Kind, &Column) -> bool) -> Vec<u8> {
    let row = |kind: &Kind, column: &Column| {
        let required = if column.required { "yes" } else { "no" };
        let holds = match column.r#type {
            Type::Text => "text".to_owned(),
            Type::Day => "day".to_owned(),
            Type::Moment => "moment".to_owned(),
            Type::Amount => "sum".to_owned(),
            Type::Integer => "integer".to_owned(),
            Type::Decimal => "decimal".to_owned(),
            Type::Flag => "flag".to_owned(),
            Type::Currency => "currency".to_owned(),
            Type::Choice(words) => words.join(" | "),
        };
        vec![kind.table.to_owned(), column.name.to_owned(), holds, required.to_owned()]
    };
    let all = KINDS.into_iter().flat_map(|kind| kind.columns.iter().map(move |column| (kind, column)));
    let rows = all.filter(|(kind, column)| is_in(kind, column)).map(|(kind, column)| row(kind, column));
    table(vec!["kind", "column", "holds", "required"], rows)
}

pub(super) fn table(head: Vec<&str>, rows: impl Iterator<Item = Vec<String>>) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(vec![]);
    writer.write_record(head).expect("in memory");
    for row in rows {
        writer.write_record(row).expect("in memory, and rows are as wide as their head");
    }
    writer.into_inner().expect("in memory")
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::record::kind_named;

    #[test]
    fn rows_come_back_exactly() {
        let kind = kind_named("invoices").expect("a kind");
        let cell = |column: &Column| match (column.name, storage(column.r#type)) {
            ("currency", _) => OwnedCell::Text("KWD".into()),
            ("tax", _) => OwnedCell::Null,
            ("note", _) => OwnedCell::Text("=1+1, «نص»\n'x'".into()),
            (_, Storage::Text) => OwnedCell::Text("2026-01-05".into()),
            (_, Storage::Integer) => OwnedCell::Integer(-1_234_050),
            (_, Storage::Decimal) => OwnedCell::Decimal(0.1 + 0.2),
        };
        let row = |id: &str| Row {
            kind,
            client: "-نخلة".into(),
            id: id.into(),
            cells: kind.columns.iter().map(cell).collect(),
            file: "invoices.csv".into(),
            sha256: "00ff".into(),
            line: 7,
        };
        let rows = vec![row("INV-1"), row("'2")];
        let mut files = Files::new();
        write(&rows, &mut files);
        assert_eq!(read(&files), Some(rows));
        let text = String::from_utf8(files["records/invoices.csv"].clone()).expect("UTF-8");
        assert!(text.contains("-1234.050") && text.contains("\"'=1+1"), "{text}");
        assert!(String::from_utf8_lossy(&files[DICTIONARY]).contains("invoices,amount,"));
    }

    #[test]
    fn a_sum_that_is_no_sum_is_not_read() {
        let kwd = Currency::of("KWD").expect("a currency");
        assert_eq!(minor("-0.050", kwd), Some(-50));
        for wrong in ["0.05", "1e3", "", "1.2.3", "01.000"] {
            assert_eq!(minor(wrong, kwd), None, "{wrong}");
        }
    }
}
