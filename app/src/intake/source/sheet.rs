//! A workbook's sheet, a row at a time, every cell as the text that a CSV file would have.

use super::delimited::Step;
use super::record::{Mark, Record};
use crate::intake::problem::{Problem, ProblemCode};
use calamine::{DataRef, ExcelDateTime, Reader, Xlsx, XlsxError, open_workbook};
use std::fmt::Write;
use std::fs::File;
use std::io::BufReader;
use std::ops::ControlFlow;
use std::path::Path;

/// Cells to the right of this column are not read.
const COLUMNS_MAX: u32 = 1_000;

/// An opened workbook; its texts are in memory, its sheets are not.
pub struct Workbook {
    workbook: Xlsx<BufReader<File>>,
}

impl Workbook {
    /// Opens a workbook that `guard::check` has let through.
    pub fn open(path: &Path) -> Result<Workbook, Problem> {
        Ok(Workbook { workbook: guarded(|| open_workbook(path))?.map_err(problem)? })
    }

    /// Returns the names of the sheets, hidden ones too.
    pub fn sheets(&self) -> Vec<String> {
        self.workbook.sheet_names()
    }

    /// Hands over the rows of a sheet that hold anything; hidden rows count.
    pub fn each_row(&mut self, sheet: &str, visit: &mut dyn FnMut(Step<'_>) -> ControlFlow<()>) -> Result<(), Problem> {
        let mut cells = match guarded(|| self.workbook.worksheet_cells_reader(sheet))? {
            Ok(cells) => cells,
            Err(XlsxError::NotAWorksheet(_)) => return Ok(()),
            Err(error) => return Err(problem(error)),
        };
        let mut row = RowText::default();
        while let Some(cell) = guarded(|| cells.next_cell_with_formula_metadata())?.map_err(problem)? {
            let (line, column) = (cell.pos.0.saturating_add(1), cell.pos.1);
            if line != row.line && row.visit(visit).is_break() {
                return Ok(());
            }
            row.begin(line);
            let unvalued = cell.formula.is_some() && cell.value == DataRef::Empty;
            if column < COLUMNS_MAX {
                row.put(column as usize, &cell.value, unvalued);
            }
        }
        let _ = row.visit(visit);
        Ok(())
    }
}

/// Calls the workbook reader, which counts without care where a file lies about its places: a panic of its own is a
/// problem of the file.
fn guarded<T>(call: impl FnOnce() -> T) -> Result<T, Problem> {
    let broken = |_| Problem::of_file(ProblemCode::NotATable, "");
    std::panic::catch_unwind(std::panic::AssertUnwindSafe(call)).map_err(broken)
}

fn problem(error: XlsxError) -> Problem {
    let code = match &error {
        XlsxError::XmlEof(_) | XlsxError::Io(_) | XlsxError::Zip(_) => ProblemCode::FileTruncated,
        _ => ProblemCode::NotATable,
    };
    Problem::of_file(code, &error.to_string())
}

/// A row's cells as texts, used again for every row.
#[derive(Default)]
struct RowText {
    line: u32,
    text: String,
    fields: Vec<(u32, u32)>,
    marks: Vec<Mark>,
}

impl RowText {
    fn begin(&mut self, line: u32) {
        if line != self.line {
            self.line = line;
            self.text.clear();
            self.fields.clear();
            self.marks.clear();
        }
    }

    fn visit(&self, visit: &mut dyn FnMut(Step<'_>) -> ControlFlow<()>) -> ControlFlow<()> {
        let has_nul = self.text.as_bytes().contains(&0);
        let (text, fields, marks) = (&self.text, &self.fields, &self.marks);
        let record = Record { line: self.line, terminated: true, has_nul, text, fields, marks };
        if record.is_blank() { ControlFlow::Continue(()) } else { visit(Step::Record(record)) }
    }

    fn put(&mut self, column: usize, value: &DataRef, unvalued: bool) {
        while self.fields.len() <= column {
            let end = self.text.len() as u32;
            self.fields.push((end, end));
            self.marks.push(Mark::Plain);
        }
        let start = self.text.len();
        self.marks[column] = match value {
            _ if unvalued => Mark::Unvalued,
            DataRef::Int(_) | DataRef::Float(_) => Mark::Number,
            DataRef::Error(_) => Mark::Error,
            _ => Mark::Plain,
        };
        write_value(&mut self.text, value).expect("a String takes everything");
        self.fields[column] = (start as u32, self.text.len() as u32);
    }
}

fn write_value(text: &mut String, value: &DataRef) -> std::fmt::Result {
    match value {
        DataRef::Int(number) => write!(text, "{number}"),
        DataRef::Float(number) => write!(text, "{}", shown(*number)),
        DataRef::String(string) => text.write_str(string),
        DataRef::SharedString(string) => text.write_str(string),
        DataRef::Bool(flag) => write!(text, "{flag}"),
        DataRef::DateTime(stamp) => write_stamp(text, *stamp),
        DataRef::DateTimeIso(iso) | DataRef::DurationIso(iso) => text.write_str(iso),
        DataRef::Error(error) => write!(text, "{error}"),
        DataRef::Empty => Ok(()),
    }
}

/// Returns a number with the fifteen digits that a spreadsheet keeps, so that 0.1 + 0.2 is 0.3.
fn shown(number: f64) -> f64 {
    format!("{number:.14e}").parse().unwrap_or(number)
}

/// Writes a date as ISO, a time of day or a duration as `h:mm:ss`, whatever the sheet's format shows.
fn write_stamp(text: &mut String, stamp: ExcelDateTime) -> std::fmt::Result {
    let days = stamp.as_f64();
    if stamp.is_duration() || days < 1.0 {
        let seconds = (days.abs() * 86_400.0).round() as u64;
        let sign = if days < 0.0 { "-" } else { "" };
        return write!(text, "{sign}{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
    let (year, month, day, hour, minute, second, milli) = stamp.to_ymd_hms_milli();
    write!(text, "{year:04}-{month:02}-{day:02}")?;
    if (hour, minute, second, milli / 500) == (0, 0, 0, 0) {
        Ok(())
    } else {
        write!(text, "T{hour:02}:{minute:02}:{second:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::source::sample;
    use rust_xlsxwriter::{ExcelDateTime as Written, Format, Workbook as Book, Worksheet};

    fn written(write: impl FnOnce(&mut Worksheet)) -> tempfile::NamedTempFile {
        let file = tempfile::NamedTempFile::new().expect("a temporary file");
        let mut book = Book::new();
        write(book.add_worksheet());
        book.save(file.path()).expect("a workbook");
        file
    }

    /// Reads a workbook's first sheet as one line a row.
    fn read(file: &tempfile::NamedTempFile) -> String {
        let mut out = String::new();
        let mut workbook = Workbook::open(file.path()).expect("a workbook");
        let sheet = workbook.sheets().remove(0);
        let visit = &mut |step: Step<'_>| {
            let Step::Record(record) = step else { panic!("sheets have no broken rows") };
            let marks = (0..record.len()).map(|at| match record.mark(at) {
                Mark::Plain => "",
                Mark::Number => "n",
                Mark::Unvalued => "f",
                Mark::Error => "e",
            });
            let fields: Vec<_> = record.all().zip(marks).map(|(text, mark)| format!("{text}{mark}")).collect();
            out += &format!("{} {}\n", record.line, fields.join("|"));
            ControlFlow::Continue(())
        };
        workbook.each_row(&sheet, visit).expect("rows");
        out
    }

    #[test]
    fn cells_become_texts() {
        let file = written(|sheet| {
            let date = Format::new().set_num_format("dd/mm/yyyy");
            let clock = Format::new().set_num_format("[h]:mm:ss");
            sheet.write(0, 0, "client").expect("a text");
            sheet.write(2, 1, 0.1 + 0.2).expect("a number");
            sheet.write(2, 2, 1250).expect("a number");
            sheet.write(2, 3, true).expect("a flag");
            sheet.write_with_format(3, 0, Written::from_ymd(2026, 1, 5).expect("a day"), &date).expect("a day");
            sheet.write_with_format(3, 1, 1.25, &clock).expect("a duration");
            sheet.set_row_hidden(3).expect("a hidden row");
        });
        assert_eq!(read(&file), "1 client\n3 |0.3n|1250n|true\n4 2026-01-05|30:00:00\n");
    }

    #[test]
    fn a_formula_without_its_value_is_marked() {
        let file = sample::workbook(
            "<row r=\"2\"><c r=\"A2\"><f>1+1</f></c><c r=\"B2\"><f>1+1</f><v>2</v></c>\
             <c r=\"C2\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c><c r=\"XFD2\"><v>1</v></c></row>",
        );
        assert_eq!(read(&file), "2 f|2n|#DIV/0!e\n");
    }

    #[test]
    fn a_broken_sheet_is_a_problem_of_the_file() {
        for rows in [
            "<row r=\"1\"><c r=\"A1\"><v>1",
            "<row r=\"1\"><c r=\"1A\"></c></row>",
            "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>7</v></c></row>",
        ] {
            let file = sample::workbook(rows);
            let mut workbook = Workbook::open(file.path()).expect("a workbook");
            let result = workbook.each_row("Sheet1", &mut |_| ControlFlow::Continue(()));
            assert_eq!(result.err().map(|problem| problem.code), Some(ProblemCode::NotATable), "{rows}");
        }
    }

    #[test]
    fn a_lie_about_a_place_ends_no_program() {
        let file = sample::workbook("<row r=\"1\"><c r=\"ZZZZZZZZZZZZ99999999999999\"><v>7</v></c></row>");
        let mut workbook = Workbook::open(file.path()).expect("a workbook");
        let mut rows = 0;
        let _ = workbook.each_row("Sheet1", &mut |_| {
            rows += 1;
            ControlFlow::Continue(())
        });
        assert_eq!(rows, 0);
    }
}
