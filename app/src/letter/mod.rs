//! Letters from facts: a template that the firm can change, filled in the letter's language, as plain text with a little
//! structure (`# title`, `## heading`, `- item`, `_ who signs`).

mod changes;
mod clearance;
pub mod example;
mod firm_texts;
mod names;
mod proof;
mod statement;
mod stationery;
mod template;
mod texts;
mod words;

pub use changes::{Change, changes};
pub use clearance::clearance;
pub use firm_texts::FirmTexts;
pub use names::roots;
pub use proof::{Proof, facts, proof, text};
pub use statement::{
    INTEREST_HEADS, account_closing, account_paper, account_text, interest_row, interest_title, line_side, line_what,
    statement_closing, statement_text, table_row,
};
pub use template::{Fault, Flaw};
pub use texts::{NAMES, standard};

use crate::lang::{Lang, Language};
use domain::separation::letter::{Facts, Kind};
use domain::separation::tone;
use template::Press;

/// Between the Arabic and the English text of one letter.
pub const BETWEEN: &str = "---";

/// Writes a letter; a bilingual one is the Arabic text, a line `---`, and the English text. With `hijri`, the day of the
/// letter and the day of the end stand in both calendars.
pub fn write(
    kind: Kind,
    facts: &Facts,
    written: tone::Language,
    hijri: bool,
    own: &FirmTexts,
) -> Result<String, Fault> {
    let one = |language: Language| {
        let lang = Lang { hijri, ..Lang::plain(language) };
        let both = written == tone::Language::Bilingual;
        Press::of(kind.word(), language, own)?.fill(kind.word(), &words::context(facts, lang, both))
    };
    match written {
        tone::Language::Arabic => one(Language::Arabic),
        tone::Language::English => one(Language::English),
        tone::Language::Bilingual => {
            Ok(format!("{}\n{BETWEEN}\n\n{}", one(Language::Arabic)?, one(Language::English)?))
        }
    }
}

/// Returns a text without the signs of its structure, as a mail shows it.
pub fn plain(text: &str) -> String {
    let bare = |line: &'_ str| {
        let marks = ["## ", "# ", "_ "];
        marks.iter().find_map(|mark| line.strip_prefix(mark)).unwrap_or(line).to_owned()
    };
    text.trim().lines().map(bare).collect::<Vec<_>>().join("\n")
}

/// Returns the texts of a letter, each with its language: one, or the Arabic and the English one.
pub fn parts(text: &str, written: tone::Language) -> Vec<(Language, String)> {
    let between = format!("\n{BETWEEN}\n");
    match (written, text.replace("\r\n", "\n").split_once(&between)) {
        (tone::Language::Bilingual, Some((arabic, english))) => {
            vec![(Language::Arabic, arabic.to_owned()), (Language::English, english.to_owned())]
        }
        (tone::Language::English, _) => vec![(Language::English, text.to_owned())],
        _ => vec![(Language::Arabic, text.to_owned())],
    }
}
