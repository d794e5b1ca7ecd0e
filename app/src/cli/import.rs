//! `khitam import`: files into the store, with what was inferred and what could not be stored.

use super::progress::shown;
use super::{Exit, Failure, Shell, args};
use crate::clock::{self, Clock, stamp};
use crate::entropy;
use crate::flow::file_report::FileReport;
use crate::flow::firm_file;
use crate::flow::import::{self, File, Progress, RunError, Terms, plan};
use crate::intake::plan::{Inference, PlanColumn};
use crate::intake::problem::{Note, NoteCode, Problem};
use crate::intake::profile;
use crate::intake::value::date::DateOrder;
use crate::intake::{HeaderWords, Options};
use crate::keep::erasures;
use crate::lang::Lang;
use crate::lang::problem::Told;
use crate::store::runs::{self, RunFile};
use crate::store::{self, Db, StoreError, firm_facts, settings};
use domain::firm::Firm;
use domain::money::Currency;
use domain::record::kind_named;
use fluent_bundle::FluentValue;
use serde::Serialize;
use std::collections::{BTreeMap, HashSet};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::Ordering;

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
    let (what, next) = parts(problem, lang);
    format!("{what} {next}")
}

fn parts(problem: &Problem, lang: Lang) -> (String, String) {
    let Problem { column, about, value, code, .. } = problem;
    let told = Told { code: code.word(), column: column.as_deref(), about, value };
    (lang.problem(&told), lang.problem_hint(&told))
}

/// Runs the command.
pub async fn run(shell: &Shell, args: args::Import) -> Result<Exit, Failure> {
    let lang = shell.lang;
    let db = shell.open().await?;
    let stored = |error: StoreError| Failure::of_store(lang, &error);
    let clock = Clock::default();
    let (facts, files): (Vec<PathBuf>, Vec<PathBuf>) =
        args.files.iter().cloned().partition(|path| path.extension().is_some_and(|ending| ending == "toml"));
    // Everything that can be refused is read before anything is stored.
    let words = header_words(shell)?;
    let options = options(lang, &args, &words)?;
    let stated: Vec<Firm> = facts.iter().map(|path| stated(lang, path)).collect::<Result<_, _>>()?;
    for firm in &stated {
        firm_facts::save(&db, firm, "", &stamp(clock.now())).await.map_err(stored)?;
    }
    let firm = firm_facts::current(&db).await.map_err(stored)?;
    let terms = Terms {
        member: String::new(),
        today: clock.today(firm.zone.as_deref()),
        at: stamp(clock.now()),
        base_currency: firm.base_currency,
        keep_text: settings::keeps_text(&db).await.map_err(stored)?,
        zone: clock::zone(firm.zone.as_deref()),
        erasures: erasures::file(&shell.data),
    };
    let named = files.into_iter().map(|path| (path.clone(), file_name(&path))).collect();
    let mut files = plan(named, &options);
    if args.due_days.is_some() {
        files.iter_mut().flat_map(|file| &mut file.plan).for_each(|plan| plan.terms_days = args.due_days);
    }
    let at = terms.at.clone();
    let read: Vec<String> = files.iter().map(|file| how_read(file, lang)).collect();
    let reports = store_files(&db, files, terms, &args).await.map_err(stored)?;
    if reports.iter().any(|report| !report.is_refused()) {
        let kept: Vec<RunFile> = reports.iter().map(FileReport::kept).collect();
        runs::save(&db, &entropy::id(), &at, "", &kept).await.map_err(stored)?;
    }
    tell(lang, &args, &reports, &read).map_err(|error| Failure::of_output(lang, &error))?;
    Ok(exit(&reports, !stated.is_empty()))
}

/// Stores the files while a bar shows how far it is.
async fn store_files(
    db: &Db,
    files: Vec<File>,
    terms: Terms,
    args: &args::Import,
) -> Result<Vec<FileReport>, StoreError> {
    let progress = Arc::new(Progress::default());
    let estimate = files.iter().filter_map(|file| file.plan.as_ref().ok()).map(|plan| plan.rows_estimate).sum();
    let (own, seen) = (db.clone(), progress.clone());
    let work = store::apart(move || match import::run(&own, &files, &terms, &seen, true) {
        Ok(reports) => Ok(reports),
        Err(RunError::Store(error)) => Err(error),
        Err(RunError::Cancelled) => Ok(Vec::new()),
    });
    shown(args.json, estimate, || progress.rows.load(Ordering::Relaxed), work).await
}

fn file_name(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}

/// Reads a `firm.toml`, a new statement of the firm's facts.
fn stated(lang: Lang, path: &Path) -> Result<Firm, Failure> {
    let text = std::fs::read_to_string(path).map_err(|error| Failure::of_io(lang, path, &error))?;
    firm_file::read(&text, lang).map_err(|problem| {
        Failure::about(lang, "firm-toml", &path.display().to_string(), Exit::Failed).because(problem)
    })
}

/// Returns the header words in force.
fn header_words(shell: &Shell) -> Result<HeaderWords, Failure> {
    let path = shell.data.join(import::HEADER_WORDS);
    let words = import::header_words(&shell.data).map_err(|error| Failure::of_io(shell.lang, &path, &error))?;
    words.map_err(|fault| {
        Failure::about(shell.lang, "headers-toml", &path.display().to_string(), Exit::Failed)
            .because(format!("{fault:?}"))
    })
}

fn options<'w>(lang: Lang, args: &args::Import, words: &'w HeaderWords) -> Result<Options<'w>, Failure> {
    let unknown = |key: &str, what: &str| Failure::about(lang, key, what, Exit::Usage);
    let kind = args.kind.as_deref().map(|name| kind_named(name).ok_or_else(|| unknown("kind", name))).transpose()?;
    let currency =
        args.currency.as_deref().map(|code| Currency::of(code).ok_or_else(|| unknown("currency", code))).transpose()?;
    if let Some(word) = args.profile.as_deref().filter(|word| profile::named(word).is_none()) {
        return Err(unknown("profile", word));
    }
    let dates = args.dates.map(|dates| match dates {
        args::Dates::Dmy => DateOrder::Dmy,
        args::Dates::Mdy => DateOrder::Mdy,
        args::Dates::Ymd => DateOrder::Ymd,
    });
    Ok(Options { kind, profile: args.profile.clone(), dates, currency, mapping: None, words })
}

/// Returns 0 if every row was stored, 1 if nothing was, 3 otherwise (RULINGS 21); facts of the firm are something, too.
fn exit(reports: &[FileReport], has_facts: bool) -> Exit {
    if !has_facts && !reports.is_empty() && reports.iter().all(FileReport::is_fruitless) {
        Exit::Failed
    } else if reports.iter().any(|report| !report.problems.is_empty()) {
        Exit::Part
    } else {
        Exit::Done
    }
}

/// Says all that was inferred of a file, for nothing is guessed silently.
fn how_read(file: &File, lang: Lang) -> String {
    let Ok(plan) = &file.plan else { return String::new() };
    let said = |inference: &Inference| lang.inferred(inference.code.word(), &inference.value);
    let of_column = |column: &PlanColumn| {
        column.inferred.iter().map(|inference| format!("{}: {}", column.header, said(inference))).collect::<Vec<_>>()
    };
    let whole = plan.inferences.iter().map(said);
    whole.chain(plan.columns.iter().flat_map(of_column)).collect::<Vec<_>>().join(" ")
}

/// Prints what came of the files; `read` says of each how it was read.
fn tell(lang: Lang, args: &args::Import, reports: &[FileReport], read: &[String]) -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    if args.json {
        let answer = Answer { files: reports.iter().map(|report| FileAnswer::of(report, lang)).collect() };
        serde_json::to_writer(&mut out, &answer)?;
        return writeln!(out);
    }
    for (report, read) in reports.iter().zip(read) {
        let counts = report.counts;
        let numbers = [
            ("file", FluentValue::from(report.name.as_str())),
            ("rows", FluentValue::from(counts.rows as f64)),
            ("added", FluentValue::from(counts.added as f64)),
            ("changed", FluentValue::from(counts.changed as f64)),
            ("unchanged", FluentValue::from(counts.unchanged as f64)),
            ("problems", FluentValue::from(report.lines_with_problems() as f64)),
        ];
        let key = if report.is_refused() { "imported-nothing" } else { "imported" };
        writeln!(out, "{}", lang.say(key, numbers))?;
        let kinds = lang.records_counted(|table| report.kinds.get(table).copied().unwrap_or_default());
        if !kinds.is_empty() {
            let kinds = FluentValue::from(kinds.join(&lang.text("table-comma")));
            writeln!(out, "  {}", lang.say("imported-kinds", [("kinds", kinds)]))?;
        }
        if !read.is_empty() {
            let read = FluentValue::from(read.as_str());
            writeln!(out, "  {}", lang.say("imported-read", [("read", read)]))?;
        }
        // What to do next is said once; a column that is wrong throughout would bury it under itself.
        let mut advised = HashSet::new();
        for problem in &report.problems {
            let (what, next) = parts(problem, lang);
            let told = if advised.contains(&next) { what } else { format!("{what} {next}") };
            advised.insert(next);
            writeln!(out, "  {}", said_line(problem.line, &told, lang))?;
        }
        for note in report.notes.iter().filter(|note| note.code != NoteCode::ClientCreated) {
            writeln!(out, "  {}", said_line(note.line, &said_note(note, lang).message, lang))?;
        }
    }
    Ok(())
}

fn said_line(line: Option<u32>, message: &str, lang: Lang) -> String {
    match line {
        Some(line) => {
            format!("{} {message}", lang.say("imported-line", [("line", FluentValue::from(f64::from(line)))]))
        }
        None => message.to_owned(),
    }
}
