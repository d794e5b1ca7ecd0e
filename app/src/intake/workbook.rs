//! A blank workbook of one kind, in English or Arabic: headers, a sentence on each, an example row, lists to choose from.

use super::target::{self, Target};
use super::words::{HeaderWords, examples, values};
use domain::record::{Kind, Type};
use rust_xlsxwriter::{
    Color, DataValidation, DocProperties, ExcelDateTime, Format, FormatBorder, Note, Workbook, Worksheet, XlsxError,
};

/// The rows below the headers that have formats and lists.
const ROWS: u32 = 2_000;

/// Returns the bytes of a blank workbook; `text` looks up a message, and answers nothing where there is none.
pub fn blank(
    kind: &'static Kind,
    arabic: bool,
    words: &HeaderWords,
    text: &dyn Fn(&str) -> Option<String>,
) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // The same kind gives the same bytes whenever it is asked for.
    let made = ExcelDateTime::from_ymd(2026, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&made));
    let sheet = workbook.add_worksheet();
    if let Some(name) = text(&format!("kind-{}", kind.table)) {
        sheet.set_name(name)?;
    }
    sheet.set_right_to_left(arabic).set_freeze_panes(1, 0)?;
    for (place, column) in columns(kind).into_iter().enumerate() {
        write_column(sheet, place as u16, Target { kind, column }, arabic, words, text)?;
    }
    if let Some(note) = text("workbook-sheet-note") {
        workbook.worksheet_from_index(0)?.insert_note(
            1,
            0,
            &Note::new(note).add_author_prefix(false).set_width(240),
        )?;
    }
    workbook.save_to_buffer()
}

/// Returns the columns of a blank workbook: all that a person can fill, and hours rather than minutes.
pub fn columns(kind: &'static Kind) -> Vec<&'static str> {
    let fillable = |column: &&str| match *column {
        "hours" => true,
        "client_name" => false,
        "minutes" => kind.table != "time",
        other => {
            kind.position(other).is_some() || other == "client" || kind.id_column().is_some_and(|(id, _)| id == other)
        }
    };
    target::columns(kind).filter(fillable).collect()
}

fn write_column(
    sheet: &mut Worksheet,
    place: u16,
    target: Target,
    arabic: bool,
    words: &HeaderWords,
    text: &dyn Fn(&str) -> Option<String>,
) -> Result<(), XlsxError> {
    let required = target::is_required(target.kind, target.column) || target.column == "hours";
    let shown = words.show(target.kind, target.column).map_or(target.column, |show| &show[usize::from(arabic)]);
    sheet.write_with_format(0, place, shown, &header_format(required))?;
    sheet.set_column_width(place, (shown.chars().count() as f64 * 1.2).max(12.0))?;
    if let Some(note) = note(target, required, text) {
        sheet.insert_note(0, place, &Note::new(note).add_author_prefix(false).set_width(240))?;
    }
    sheet.set_column_format(place, &cell_format(target))?;
    write_example(sheet, place, target, arabic)?;
    let choices = choices(target, arabic);
    if !choices.is_empty() {
        // A help, not a gate: the import takes other spellings too, and says so where it takes none.
        let list = DataValidation::new().allow_list_strings(&choices)?.show_error_message(false);
        sheet.add_data_validation(1, place, ROWS, place, &list)?;
    }
    Ok(())
}

fn header_format(required: bool) -> Format {
    let format = Format::new().set_bold().set_text_wrap().set_border_bottom(FormatBorder::Thin);
    if required { format.set_background_color(Color::RGB(0xE8_E4_DA)) } else { format }
}

fn note(target: Target, required: bool, text: &dyn Fn(&str) -> Option<String>) -> Option<String> {
    let own = text(&format!("column-{}-{}-note", target.kind.table, target.column));
    let note = own.or_else(|| text(&format!("column-{}-note", target.column)))?;
    let must = if required { text("column-required-note") } else { None };
    Some(must.map_or(note.clone(), |must| format!("{note} {must}")))
}

/// Keys stay texts, so that 007 is not 7; days are written so that nobody need guess the month.
fn cell_format(target: Target) -> Format {
    match target.r#type() {
        Type::Day => Format::new().set_num_format("yyyy-mm-dd"),
        Type::Text if target.column != "hours" => Format::new().set_num_format("@"),
        _ => Format::new(),
    }
}

fn write_example(sheet: &mut Worksheet, place: u16, target: Target, arabic: bool) -> Result<(), XlsxError> {
    let Some(value) = examples::value(target.kind, target.column, arabic) else { return Ok(()) };
    let format = cell_format(target).set_font_color(Color::RGB(0x77_77_77));
    let number = || value.parse::<f64>().ok();
    let is_number = target.column == "hours" || matches!(target.r#type(), Type::Amount | Type::Decimal | Type::Integer);
    match (target.r#type(), number()) {
        (Type::Day, _) => sheet.write_with_format(1, place, ExcelDateTime::parse_from_str(value)?, &format)?,
        (_, Some(number)) if is_number => sheet.write_with_format(1, place, number, &format)?,
        _ => sheet.write_with_format(1, place, value, &format)?,
    };
    Ok(())
}

/// Returns the words that a cell may hold, where only some make sense.
fn choices(target: Target, arabic: bool) -> Vec<&'static str> {
    match target.r#type() {
        Type::Flag => values::flag_words(arabic),
        Type::Choice(list) => list.iter().map(|word| values::shown(target.kind, target.column, word, arabic)).collect(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::clients::Clients;
    use crate::intake::inspect;
    use crate::intake::plan::Options;
    use crate::intake::sample::{WORDS, told};
    use crate::intake::source::sample::file;
    use domain::record::KINDS;

    /// Looks a message up in a catalogue as plain text.
    fn catalogue(arabic: bool) -> impl Fn(&str) -> Option<String> {
        let text = if arabic { include_str!("../lang/ar/import.ftl") } else { include_str!("../lang/en/import.ftl") };
        move |key| text.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(" = ").map(str::to_owned))
    }

    #[test]
    fn its_own_workbook_is_read_back_whole() {
        for (kind, arabic) in KINDS.into_iter().flat_map(|kind| [(kind, false), (kind, true)]) {
            let bytes = blank(kind, arabic, &WORDS, &catalogue(arabic)).expect("a workbook");
            let book = file(&bytes);
            let plan = inspect(book.path(), "book.xlsx", &Options::new(&WORDS))
                .unwrap_or_else(|problem| panic!("{} {arabic}: {problem:?}", kind.table));
            assert_eq!(plan.kinds[0].table, kind.table, "{arabic}");
            let read: Vec<Option<&str>> = plan.columns.iter().map(|c| c.target.map(|target| target.column)).collect();
            assert_eq!(read, columns(kind).into_iter().map(Some).collect::<Vec<_>>(), "{} {arabic}", kind.table);
            let told = told(book.path(), "book.xlsx", &Options::new(&WORDS), &mut Clients::default());
            assert!(
                told.starts_with("~ 2 row_skipped") && told.lines().count() == 1,
                "{} {arabic}: {told}",
                kind.table
            );
        }
    }

    #[test]
    fn a_row_like_the_example_has_no_problem() {
        for (kind, arabic) in KINDS.into_iter().flat_map(|kind| [(kind, false), (kind, true)]) {
            let shown = |column| WORDS.show(kind, column).expect("every column is shown")[usize::from(arabic)].as_str();
            let value =
                |column| if column == "client" { "C1" } else { examples::value(kind, column, arabic).unwrap_or("") };
            let header: Vec<&str> = columns(kind).into_iter().map(shown).collect();
            let row: Vec<&str> = columns(kind).into_iter().map(value).collect();
            let book = file(format!("{}\n{}\n", header.join(";"), row.join(";")).as_bytes());
            let told =
                told(book.path(), &format!("{}.csv", kind.table), &Options::new(&WORDS), &mut Clients::default());
            assert!(told.starts_with(&format!("2 {} C1 ", kind.table)) && !told.contains("\n! "), "{arabic}: {told}");
        }
    }

    #[test]
    fn the_same_workbook_has_the_same_bytes() {
        let make = || blank(KINDS[2], true, &WORDS, &catalogue(true)).expect("a workbook");
        assert_eq!(make(), make());
    }
}
