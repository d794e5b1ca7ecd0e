//! What came, or would come, of a file: counts, problems with what to do, notes; and the problems as a file of their own.

use super::allowed;
use super::corrections::{CorrectedLine, Names, OfferLine, corrected};
use super::desk::State as Work;
use crate::intake::problem::NoteCode;
use crate::intake::repair::{OFFERED, Offer};
use crate::lang::{Lang, problem};
use crate::store::runs::{self, RunFile, RunNote, RunProblem};
use crate::web::app::{App, Shared};
use crate::web::export::{Cell, Column, Format, Table, answer};
use crate::web::records::kind_name;
use crate::web::{PageError, Visitor};
use axum::extract::{Path, State};
use axum::response::Response;
use domain::record::kind_named;
use fluent_bundle::FluentValue;

/// So many problems and notes stand on the page; the file holds all.
const LISTED: usize = OFFERED;

/// A file's report in a visitor's words.
pub struct Told {
    pub name: String,
    pub kinds: Vec<String>,
    pub counts: Counts,
    /// What is wrong with the file as a whole, and what to do.
    pub refused: Option<(String, String)>,
    pub problems: Vec<ProblemLine>,
    pub problems_more: u64,
    pub notes: Vec<NoteLine>,
    pub notes_more: u64,
    pub corrected: Vec<CorrectedLine>,
    pub corrected_total: u64,
    /// How many of the problems shown have one suggestion and no other.
    pub suggested: u64,
}

/// What became of a file's rows.
#[derive(Clone, Copy, Debug, Default)]
pub struct Counts {
    pub rows: u64,
    pub added: u64,
    pub changed: u64,
    pub unchanged: u64,
    pub problems: u64,
}

impl Counts {
    /// Returns the counts of a file.
    pub fn of(file: &RunFile) -> Counts {
        let RunFile { rows, added, changed, unchanged, problems_total, .. } = *file;
        Counts { rows, added, changed, unchanged, problems: problems_total }
    }

    /// Returns the counts of several files together.
    pub fn sum<'f>(files: impl IntoIterator<Item = &'f RunFile>) -> Counts {
        files.into_iter().map(Counts::of).fold(Counts::default(), |a, b| Counts {
            rows: a.rows + b.rows,
            added: a.added + b.added,
            changed: a.changed + b.changed,
            unchanged: a.unchanged + b.unchanged,
            problems: a.problems + b.problems,
        })
    }

    /// Says what became of the rows: 58 added, 12 changed, 335 unchanged.
    pub fn said(&self, lang: Lang) -> String {
        let args = [
            ("added", FluentValue::from(self.added as f64)),
            ("changed", FluentValue::from(self.changed as f64)),
            ("unchanged", FluentValue::from(self.unchanged as f64)),
        ];
        lang.say("imports-counts", args)
    }

    /// Returns the rows that are stored, or stood already.
    pub fn good(&self) -> u64 {
        self.added + self.changed + self.unchanged
    }
}

/// A row that is not stored.
pub struct ProblemLine {
    pub line: String,
    pub value: String,
    pub what: String,
    pub hint: String,
    /// What can be done about it here; nothing where it is not one cell that is wrong, or no longer.
    pub offer: Option<OfferLine>,
    at: Option<u32>,
}

/// Something that was accepted, and in how many rows.
pub struct NoteLine {
    code: String,
    pub line: String,
    pub what: String,
}

impl Told {
    /// Words a file's report.
    pub fn of(visitor: &Visitor, names: &Names, file: &RunFile) -> Told {
        let lang = visitor.lang;
        let listed = |own: &&RunNote| own.code != NoteCode::Corrected.word();
        let rows = || file.problems.iter().filter(|problem| problem.line.is_some());
        let whole = file.problems.iter().find(|problem| problem.line.is_none());
        Told {
            name: file.name.clone(),
            kinds: kinds_said(lang, std::slice::from_ref(file)),
            counts: Counts::of(file),
            refused: whole.map(|problem| (what(lang, problem), hint(lang, problem))),
            problems: rows().take(LISTED).map(|problem| line(lang, problem)).collect(),
            problems_more: (rows().count() as u64).max(file.problems_total).saturating_sub(LISTED as u64),
            notes: file.notes.iter().filter(listed).take(LISTED).map(|own| note(lang, own)).collect(),
            notes_more: file.notes.iter().filter(listed).count().saturating_sub(LISTED) as u64,
            corrected: corrected(visitor, names, &file.corrections),
            corrected_total: file.corrections.len() as u64,
            suggested: 0,
        }
    }

    /// Sets beside each problem what may be meant.
    pub fn offer(&mut self, lang: Lang, offers: &[Offer]) {
        for problem in &mut self.problems {
            let own = offers.iter().find(|offer| Some(offer.spot.line) == problem.at);
            problem.offer = own.map(|offer| OfferLine::of(lang, offer));
        }
        self.suggested = offers.iter().filter(|offer| offer.plain().is_some()).count() as u64;
    }

    /// Leaves out what a person has settled.
    pub fn leave_out(&mut self, code: &str) {
        self.notes.retain(|note| note.code != code);
    }
}

/// Says how many records of each kind files gave, in the order of the kinds.
pub fn kinds_said(lang: Lang, files: &[RunFile]) -> Vec<String> {
    lang.records_counted(|table| files.iter().filter_map(|file| file.kinds.get(table)).sum())
}

fn line(lang: Lang, problem: &RunProblem) -> ProblemLine {
    ProblemLine {
        line: problem.line.map(|line| lang.digits(i64::from(line))).unwrap_or_default(),
        value: problem.value.clone(),
        what: what(lang, problem),
        hint: hint(lang, problem),
        offer: None,
        at: problem.line,
    }
}

fn note(lang: Lang, note: &RunNote) -> NoteLine {
    let own = format!("imports-note-{}", note.code);
    let key = if lang.has(&own) { own } else { format!("note-{}", note.code) };
    NoteLine {
        code: note.code.clone(),
        line: note.line.map(|line| lang.digits(i64::from(line))).unwrap_or_default(),
        what: lang.say(&key, [("value", FluentValue::from(note.value.as_str()))]),
    }
}

/// Returns what is wrong.
pub fn what(lang: Lang, problem: &RunProblem) -> String {
    lang.problem(&worded(problem))
}

/// Returns what to do about it; where the guide speaks of the command line, what to do on this page.
pub fn hint(lang: Lang, problem: &RunProblem) -> String {
    let of = if problem.line.is_none() { "file" } else { "row" };
    let own = format!("imports-{of}-hint-{}", problem.code);
    let of_column = format!("{own}-{}", problem.about);
    match [of_column, own].into_iter().find(|key| lang.has(key)) {
        Some(key) => lang.text(&key),
        None => lang.problem_hint(&worded(problem)),
    }
}

fn worded(problem: &RunProblem) -> problem::Told<'_> {
    let RunProblem { column, about, value, code, .. } = problem;
    problem::Told { code, column: column.as_deref(), about, value }
}

/// Serves a file's problems as a list, `problems.csv` or `problems.xlsx`.
pub async fn download(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((id, place, name)): Path<(String, usize, String)>,
) -> Result<Response, PageError> {
    allowed(&visitor)?;
    let (stem, format) = Format::split(&name).ok_or(PageError::NotFound)?;
    let file = file(&app, &id, place).await?.filter(|_| stem == "problems").ok_or(PageError::NotFound)?;
    let lang = Lang { isolates: false, ..visitor.lang };
    let row = |problem: &RunProblem| {
        let text = |text: &str| Cell::Text(text.to_owned());
        vec![
            problem.line.map(|line| Cell::Number(f64::from(line))).into(),
            text(problem.column.as_deref().unwrap_or_default()),
            text(&problem.value),
            text(&problem.code),
            Cell::Text(what(lang, problem)),
            Cell::Text(hint(lang, problem)),
        ]
    };
    let stem = file.name.rsplit_once('.').map_or(file.name.as_str(), |(stem, _)| stem);
    let table = Table {
        title: format!("{} {stem}", lang.text("imports-problems-head")),
        columns: Column::each(lang, "imports-{}", &["line", "column", "value", "code", "message", "hint"]),
        rows: file.problems.iter().map(row).collect(),
    };
    answer(&format!("{stem}-problems"), table, format, lang).await
}

/// Returns the report of a file, stored or only looked at.
async fn file(app: &App, id: &str, place: usize) -> Result<Option<RunFile>, PageError> {
    if let Some(run) = runs::one(&app.db, id).await? {
        return Ok(run.files.into_iter().nth(place));
    }
    match app.desk.job(id).map(|job| job.state()) {
        Some(Work::Seen(seen)) => Ok(seen.files.get(place).map(|file| file.report.clone())),
        _ => Ok(None),
    }
}

/// Returns what a kind is called, from its table.
pub fn kind_said(lang: Lang, table: Option<&str>) -> Option<String> {
    table.and_then(kind_named).map(|kind| kind_name(lang, kind))
}
