//! Workbooks: the sheet that fits, serial days, formulas, numbers with noise.

use super::*;
use crate::intake::clients::Clients;
use crate::intake::inspect;
use crate::intake::plan::Options;
use crate::intake::source::sample::workbook;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use tempfile::NamedTempFile;

fn told_of(file: &NamedTempFile) -> String {
    told(file.path(), "book.xlsx", &Options::new(&WORDS), &mut Clients::default())
}

fn inline(reference: &str, text: &str) -> String {
    format!("<c r=\"{reference}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
}

#[test]
fn the_sheet_whose_headers_fit_is_taken() {
    let file = NamedTempFile::new().expect("a temporary file");
    let mut book = Workbook::new();
    book.add_worksheet().set_name("Cover").expect("a name").write(0, 0, "Our firm").expect("a text");
    let sheet = book.add_worksheet().set_name("الفواتير").expect("a name");
    let day = Format::new().set_num_format("dd/mm/yyyy");
    for (column, header) in
        ["العميل", "رقم الفاتورة", "تاريخ الإصدار", "تاريخ الاستحقاق", "المبلغ", "الضريبة"].into_iter().enumerate()
    {
        sheet.write(2, column as u16, header).expect("a header");
    }
    sheet.write(3, 0, "الأفق").expect("a text");
    sheet.write(3, 1, 7).expect("a number");
    sheet.write_with_format(3, 2, ExcelDateTime::from_ymd(2026, 1, 5).expect("a day"), &day).expect("a day");
    sheet.write(3, 3, 46057).expect("a day without a format");
    sheet.write(3, 4, 0.1 + 0.2).expect("a number with noise");
    sheet.set_row_hidden(3).expect("a hidden row");
    book.save(file.path()).expect("a workbook");
    let expected =
        "4 invoices الأفق 7 issued_on=2026-01-05 due_on=2026-02-04 amount=30 currency=XXX known_on=2026-02-04\n";
    assert_eq!(told_of(&file).split_inclusive('\n').next(), Some(expected));
    let plan = inspect(file.path(), "book.xlsx", &Options::new(&WORDS)).expect("a plan");
    assert_eq!(plan.header_line, 3);
}

#[test]
fn formulas_without_a_value_and_errors_are_row_problems() {
    let head: String = ["client", "on", "amount", "kind"]
        .iter()
        .zip(["A1", "B1", "C1", "D1"])
        .map(|(text, at)| inline(at, text))
        .collect();
    let row = |number: u32, amount: &str| {
        format!(
            "<row r=\"{number}\">{}{}<c r=\"C{number}\"{amount}</c>{}</row>",
            inline(&format!("A{number}"), "C1"),
            inline(&format!("B{number}"), "2026-01-05"),
            inline(&format!("D{number}"), "spent")
        )
    };
    let rows =
        [row(2, "><f>A1</f>"), row(3, " t=\"e\"><f>A1</f><v>#REF!</v>"), row(4, "><f>A1</f><v>33.333333</v>")].concat();
    let told = told_of(&workbook(&format!("<row r=\"1\">{head}</row>{rows}")));
    assert!(told.contains("! 2 amount formula_without_value «»"), "{told}");
    assert!(told.contains("! 3 amount value_unknown «#REF!»"), "{told}");
    assert!(told.contains("amount=3333 "), "{told}");
}
