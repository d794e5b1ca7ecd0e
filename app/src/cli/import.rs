//! `khitam import`: files into the store, with what was inferred and what could not be stored.

use crate::flow::import::FileReport;
use crate::intake::problem::{Note, Problem};
use crate::lang::Lang;
use fluent_bundle::FluentValue;
use serde::Serialize;
use std::collections::BTreeMap;

/// The answer as JSON.
#[derive(Serialize)]
pub struct Answer<'a> {
    pub files: Vec<FileAnswer<'a>>,
}

/// What came of one file. `rows` = `added` + `changed` + `unchanged` + the lines with a problem.
#[derive(Serialize)]
pub struct FileAnswer<'a> {
    file: &'a str,
    sha256: &'a str,
    kind: Option<&'a str>,
    kinds: &'a BTreeMap<&'static str, u64>,
    profile: Option<&'a str>,
    rows: u64,
    added: u64,
    changed: u64,
    unchanged: u64,
    problems: Vec<Said<'a>>,
    notes: Vec<Said<'a>>,
}

/// A problem or a note, with its sentence.
#[derive(Serialize)]
struct Said<'a> {
    line: Option<u32>,
    column: Option<&'a str>,
    value: &'a str,
    code: &'static str,
    message: String,
}

impl<'a> FileAnswer<'a> {
    /// Words a report in a person's language.
    pub fn of(report: &'a FileReport, lang: Lang) -> FileAnswer<'a> {
        FileAnswer {
            file: &report.name,
            sha256: &report.sha256,
            kind: report.kind,
            kinds: &report.kinds,
            profile: report.profile.as_deref(),
            rows: report.counts.rows,
            added: report.counts.added,
            changed: report.counts.changed,
            unchanged: report.counts.unchanged,
            problems: report.problems.iter().map(|problem| said_problem(problem, lang)).collect(),
            notes: report.notes.iter().map(|note| said_note(note, lang)).collect(),
        }
    }
}

fn said_problem(problem: &Problem, lang: Lang) -> Said<'_> {
    let column = problem.column.as_deref();
    Said {
        line: problem.line,
        column,
        value: &problem.value,
        code: problem.code.word(),
        message: message(problem, lang),
    }
}

fn said_note(note: &Note, lang: Lang) -> Said<'_> {
    let message = lang.say(&format!("note-{}", note.code.word()), [("value", FluentValue::from(note.value.as_str()))]);
    Said { line: note.line, column: None, value: &note.value, code: note.code.word(), message }
}

/// Returns what is wrong and what to do next, in a person's language.
pub fn message(problem: &Problem, lang: Lang) -> String {
    let args = || {
        let column = problem.column.as_deref().unwrap_or_default();
        [("value", FluentValue::from(problem.value.as_str())), ("column", FluentValue::from(column))]
    };
    let code = problem.code.word();
    format!("{} {}", lang.say(&format!("problem-{code}"), args()), lang.say(&format!("problem-{code}-hint"), args()))
}
