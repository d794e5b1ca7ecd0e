//! A workbook of one sheet, in the reader's direction.

use super::{Cell, Place, Table};
use crate::lang::{Lang, Language};
use crate::web::PageError;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

/// A sheet has no more rows, and a cell no more letters.
const ROWS_MAX: usize = 1_048_575;
const LETTERS_MAX: usize = 32_000;
/// The name of a sheet has no more letters, and none of these.
const NAME_MAX: usize = 31;
const NOT_IN_NAMES: [char; 8] = ['[', ']', ':', '*', '?', '/', '\\', '\''];

/// Writes a table.
pub fn written(table: &Table, lang: Lang) -> Result<Vec<u8>, PageError> {
    let broken = |error: XlsxError| PageError::Broken(error.to_string());
    let mut workbook = Workbook::new();
    workbook.set_properties(&DocProperties::new().set_title(&table.title));
    fill(workbook.add_worksheet(), table, lang).map_err(broken)?;
    workbook.save_to_buffer().map_err(broken)
}

fn fill(sheet: &mut Worksheet, table: &Table, lang: Lang) -> Result<(), XlsxError> {
    let formats = Formats::new(lang);
    let columns: Vec<usize> = table.at(Place::File).collect();
    let name: String = table.title.replace(NOT_IN_NAMES, " ").trim().chars().take(NAME_MAX).collect();
    if !name.is_empty() {
        sheet.set_name(name)?;
    }
    sheet.set_right_to_left(lang.language == Language::Arabic);
    sheet.set_freeze_panes(1, 0)?;
    for (place, at) in columns.iter().enumerate() {
        sheet.write_string_with_format(0, place as u16, &table.columns[*at].head, &formats.head)?;
    }
    for (row, cells) in table.rows.iter().take(ROWS_MAX).enumerate() {
        for (place, at) in columns.iter().enumerate() {
            put(sheet, row as u32 + 1, place as u16, &cells[*at], &formats)?;
        }
    }
    sheet.autofit_to_max_width(420);
    Ok(())
}

struct Formats {
    head: Format,
    day: Format,
    number: Format,
    share: Format,
    /// By the number of decimals: none, one, two, three, four.
    sums: [Format; 5],
    yes: String,
    no: String,
}

impl Formats {
    fn new(lang: Lang) -> Formats {
        let sums = ["#,##0", "#,##0.0", "#,##0.00", "#,##0.000", "#,##0.0000"];
        Formats {
            head: Format::new().set_bold(),
            day: Format::new().set_num_format("yyyy-mm-dd"),
            number: Format::new().set_num_format("#,##0.##"),
            share: Format::new().set_num_format("0.0%"),
            sums: sums.map(|format| Format::new().set_num_format(format)),
            yes: lang.text("flag-yes"),
            no: lang.text("flag-no"),
        }
    }
}

fn put(sheet: &mut Worksheet, row: u32, at: u16, cell: &Cell, formats: &Formats) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => {}
        Cell::Text(text) => {
            let text: String = text.chars().take(LETTERS_MAX).collect();
            sheet.write_string(row, at, text)?;
        }
        Cell::Number(number) => {
            sheet.write_number_with_format(row, at, *number, &formats.number)?;
        }
        Cell::Share(share) => {
            sheet.write_number_with_format(row, at, *share, &formats.share)?;
        }
        Cell::Sum(money) => {
            let decimals = (money.currency.exponent() as usize).min(formats.sums.len() - 1);
            sheet.write_number_with_format(row, at, money.currency.whole(money.minor), &formats.sums[decimals])?;
        }
        Cell::Day(day) => {
            let (year, month, of_month) = day.civil();
            match ExcelDateTime::from_ymd(year.clamp(0, 9999) as u16, month as u8, of_month as u8) {
                Ok(date) => sheet.write_datetime_with_format(row, at, date, &formats.day)?,
                // Workbooks know no day before 1900.
                Err(_) => sheet.write_string(row, at, day.to_string())?,
            };
        }
        Cell::Flag(flag) => {
            sheet.write_string(row, at, if *flag { &formats.yes } else { &formats.no })?;
        }
        Cell::Said(kept, _) => put(sheet, row, at, kept, formats)?,
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::Column;
    use super::*;
    use crate::web::markup::Markup;
    use calamine::{Data, Reader, Xlsx};
    use domain::days::Day;
    use domain::money::{Currency, Money};
    use std::io::Cursor;

    #[test]
    fn a_workbook_holds_real_sums_and_dates() {
        let column = |head: &str| Column::headed("x", head.into());
        let sar = Currency::of("SAR").expect("a currency");
        let table = Table {
            title: "الفواتير: نخلة/الشرق للتجارة العامة والمقاولات المحدودة".into(),
            columns: ["الفاتورة", "المبلغ", "التاريخ", "النصيب"].map(column).into(),
            rows: vec![vec![
                Cell::Text("=1+1".into()),
                Cell::Sum(Money { minor: 2_760_050, currency: sar }),
                Cell::Day(Day::from_iso("2026-01-31").expect("a day")),
                Cell::Share(0.125).said_as(Markup::text("⅛")),
            ]],
        };
        let bytes = written(&table, Lang::page(Language::Arabic)).expect("it can be written");
        let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
        assert_eq!(workbook.sheet_names(), ["الفواتير  نخلة الشرق للتجارة ال"]);
        let sheet = workbook.worksheet_range_at(0).expect("a sheet").expect("its cells");
        assert_eq!(sheet.get_value((0, 0)), Some(&Data::String("الفاتورة".into())));
        assert_eq!(sheet.get_value((1, 0)), Some(&Data::String("=1+1".into())), "a text, not a formula");
        assert_eq!(sheet.get_value((1, 1)), Some(&Data::Float(27_600.5)));
        assert!(matches!(sheet.get_value((1, 2)), Some(Data::DateTime(_))));
        assert_eq!(sheet.get_value((1, 3)), Some(&Data::Float(0.125)));
    }
}
