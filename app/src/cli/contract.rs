//! `khitam contract read`: the terms of a contract, from its text. It reads one file and stores nothing.

use super::text::{one_line, write_json};
use super::{Exit, Failure, Shell, args};
use crate::intake::contract::{Unread, text_of};
use crate::lang::Lang;
use domain::separation::contract::{Reading, Term, TermName, TermValue, read};
use fluent_bundle::FluentValue;
use serde::Serialize;
use std::io::Write;
use std::path::Path;

/// Runs the command.
pub async fn run(shell: &Shell, args: args::Contract) -> Result<Exit, Failure> {
    let args::ContractCommand::Read { contract, json } = args.command;
    let lang = shell.lang;
    let text = text_of(&contract).map_err(|unread| failure(lang, &contract, unread))?;
    let told = Told { reading: read(&text.words), unread_pages: text.unread_pages };
    let out = std::io::stdout().lock();
    let told = if json { write_json(out, &told) } else { write_told(out, lang, &told) };
    told.map_err(|error| Failure::of_output(lang, &error))?;
    Ok(Exit::Done)
}

/// The answer for programs.
#[derive(Serialize)]
struct Told {
    #[serde(flatten)]
    reading: Reading,
    /// Pages that are pictures; left out where there are none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    unread_pages: Vec<u32>,
}

fn failure(lang: Lang, file: &Path, unread: Unread) -> Failure {
    let about = |unread: &Unread| Failure::about(lang, unread.key(), &file.display().to_string(), Exit::Failed);
    match unread {
        Unread::File(error) => Failure::of_io(lang, file, &error),
        Unread::TooLarge | Unread::Form(_) => about(&unread).because(unread),
        unread => about(&unread),
    }
}

/// Writes what was found, each term with its quote and place, and what was not.
fn write_told(mut out: impl Write, lang: Lang, told: &Told) -> std::io::Result<()> {
    if let Some(unread) = lang.unread_pages(&told.unread_pages) {
        writeln!(out, "{unread}\n")?;
    }
    let (mut found, mut absent) = (vec![], vec![]);
    for name in TermName::ALL {
        match told.reading.found(*name) {
            Some(term) => found.push((*name, term)),
            None => absent.push(lang.term_name(*name)),
        }
    }
    for (name, term) in &found {
        writeln!(out, "{}: {}", lang.term_name(*name), lang.term_value(*name, &term.value))?;
        writeln!(out, "  {}\n", quote(lang, term))?;
    }
    if !absent.is_empty() {
        let terms = FluentValue::from(absent.join(&lang.text("table-comma")));
        writeln!(out, "{}", lang.say("contract-absent", [("terms", terms)]))?;
    }
    writeln!(out, "{}", lang.text("contract-confirm"))?;
    out.flush()
}

/// Returns the words a term was read from, on one line, with their place and how sure the reading is.
fn quote(lang: Lang, term: &Term<TermValue>) -> String {
    let place = |place: usize| FluentValue::from(lang.digits(place as i64));
    let args = [
        ("words", FluentValue::from(one_line(&term.quote))),
        ("start", place(term.start)),
        ("end", place(term.end)),
        ("sure", FluentValue::from(lang.percent(term.confidence))),
    ];
    lang.say("contract-quote", args)
}
