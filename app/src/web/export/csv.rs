//! Comma-separated text in UTF-8, with the mark by which spreadsheets know it.

use super::{Cell, Place, Table};
use crate::web::PageError;

const BYTE_ORDER_MARK: &str = "\u{feff}";

/// Writes a table.
pub fn written(table: &Table) -> Result<Vec<u8>, PageError> {
    let broken = |error: csv::Error| PageError::Broken(error.to_string());
    let mut writer = csv::Writer::from_writer(BYTE_ORDER_MARK.as_bytes().to_vec());
    let columns: Vec<usize> = table.at(Place::File).collect();
    writer.write_record(columns.iter().map(|at| table.columns[*at].machine.as_str())).map_err(broken)?;
    for row in &table.rows {
        writer.write_record(columns.iter().map(|at| text(&row[*at]))).map_err(broken)?;
    }
    writer.into_inner().map_err(|error| PageError::Broken(error.to_string()))
}

fn text(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => guarded(text),
        Cell::Number(number) => number.to_string(),
        Cell::Share(share) => ((share * 10_000.0).round() / 10_000.0).to_string(),
        Cell::Sum(money) => money.decimal(),
        Cell::Day(day) => day.to_string(),
        Cell::Flag(true) => "yes".to_owned(),
        Cell::Flag(false) => "no".to_owned(),
        Cell::Said(kept, _) => text(kept),
    }
}

/// Spreadsheets run a text that begins like a formula; an apostrophe before it keeps it a text. Intake takes one off again,
/// so a text that begins with its own before such a sign gets one more.
fn guarded(text: &str) -> String {
    if text.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::super::Column;
    use super::*;
    use domain::days::Day;
    use domain::money::{Currency, Money};

    #[test]
    fn a_table_can_be_read_back_and_runs_nothing() {
        let column = |machine: &str| Column::headed(machine, "العمود".into());
        let kwd = Currency::of("KWD").expect("a currency");
        let table = Table {
            title: "الجدول".into(),
            columns: ["invoice", "amount", "on", "note", "valid"].map(column).into(),
            rows: vec![
                vec![
                    Cell::Text("=HYPERLINK(\"x\")".into()),
                    Cell::Sum(Money { minor: -1_250, currency: kwd }),
                    Cell::Day(Day::from_iso("2026-01-31").expect("a day")),
                    Cell::Text("قال: \"نعم\",\nثم سكت".into()),
                    Cell::Flag(true),
                ],
                vec![Cell::Text("-7".into()), Cell::Number(-7.5), Cell::Empty, Cell::Empty, Cell::Flag(false)],
                vec![Cell::Text("'-7".into()), Cell::Empty, Cell::Empty, Cell::Text("'tis".into()), Cell::Empty],
            ],
        };
        let written = String::from_utf8(written(&table).expect("it can be written")).expect("UTF-8");
        assert_eq!(
            written,
            "\u{feff}invoice,amount,on,note,valid\n\
             \"'=HYPERLINK(\"\"x\"\")\",-1.250,2026-01-31,\"قال: \"\"نعم\"\",\nثم سكت\",yes\n\
             '-7,-7.5,,,no\n\
             ''-7,,,'tis,\n"
        );
    }
}
