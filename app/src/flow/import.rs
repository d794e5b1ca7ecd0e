//! An import run: files are read, their rows put into one transaction, and either everything lasts or nothing does.

use super::tally::{Counts, Tally};
use crate::intake::clients::{Clients, Created};
use crate::intake::inspect::inspect;
use crate::intake::plan::{Options, Plan};
use crate::intake::problem::{Note, NoteCode, Problem, ProblemCode};
use crate::intake::read::{Context, Outcome, ReadError, read};
use crate::intake::row::Row;
use crate::intake::words::{HeaderWords, WordsFault};
use crate::store::bulk::{Fate, Lane, NewSource, Put};
use crate::store::revision::Revision;
use crate::store::runs::{RunFile, RunNote, RunProblem};
use crate::store::{Db, StoreError};
use domain::days::Day;
use domain::money::Currency;
use domain::record::{Cell, Client, KINDS, Kind};
use jiff::tz::TimeZone;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::{fs, io};

/// A file to import: where it lies, what it is called, and how it will be read, or why it cannot be.
pub struct File {
    pub path: PathBuf,
    pub name: String,
    pub plan: Result<Plan, Problem>,
    /// Whether its amounts include tax.
    pub tax: &'static str,
}

/// What a run must know beside its files.
#[derive(Clone, Debug)]
pub struct Terms {
    /// Who imports; empty for the command line.
    pub member: String,
    pub today: Day,
    /// The instant, as the store keeps it.
    pub at: String,
    pub base_currency: Option<Currency>,
    /// Whether the text of messages and feedback is kept.
    pub keep_text: bool,
    /// Where the firm's wall clock stands.
    pub zone: Option<TimeZone>,
}

/// The firm's own header words, in its folder.
pub const HEADER_WORDS: &str = "headers.toml";

/// Reads the header words in force: our own, and before them those of the firm's folder.
pub fn header_words(root: &Path) -> io::Result<Result<HeaderWords, WordsFault>> {
    match fs::read_to_string(root.join(HEADER_WORDS)) {
        Ok(own) => Ok(HeaderWords::read(Some(&own))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(HeaderWords::read(None)),
        Err(error) => Err(error),
    }
}

/// Where a run stands, and the wish to end it; shared with who watches.
#[derive(Debug, Default)]
pub struct Progress {
    pub rows: AtomicU64,
    cancelled: AtomicBool,
}

impl Progress {
    /// Asks the run to end without a trace.
    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }

    /// Tells whether someone asked the run to end.
    pub fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }
}

/// What came of one file.
#[derive(Debug)]
pub struct FileReport {
    pub name: String,
    pub sha256: String,
    /// The leading kind.
    pub kind: Option<&'static str>,
    /// Records stored or found stored, by table.
    pub kinds: BTreeMap<&'static str, u64>,
    pub profile: Option<String>,
    pub counts: Counts,
    pub problems: Vec<Problem>,
    pub notes: Vec<Note>,
}

impl FileReport {
    /// Tells whether none of the file's rows could be stored; nothing remains of it then.
    pub fn is_fruitless(&self) -> bool {
        self.kinds.is_empty() && !self.problems.is_empty()
    }

    /// Tells whether the file as a whole could not be read.
    pub fn is_refused(&self) -> bool {
        self.problems.iter().any(|problem| problem.line.is_none())
    }

    /// Returns what is kept of it with its run; problems beyond the first are only counted.
    pub fn kept(&self) -> RunFile {
        let problem = |problem: &Problem| RunProblem {
            line: problem.line,
            column: problem.column.clone(),
            value: problem.value.clone(),
            code: problem.code.word().to_owned(),
        };
        let note =
            |note: &Note| RunNote { line: note.line, code: note.code.word().to_owned(), value: note.value.clone() };
        let lines: BTreeSet<u32> = self.problems.iter().filter_map(|problem| problem.line).collect();
        RunFile {
            name: self.name.clone(),
            sha256: self.sha256.clone(),
            kind: self.kind.map(str::to_owned),
            kinds: self.kinds.iter().map(|(table, n)| ((*table).to_owned(), *n)).collect(),
            profile: self.profile.clone(),
            rows: self.counts.rows,
            added: self.counts.added,
            changed: self.counts.changed,
            unchanged: self.counts.unchanged,
            problems: self.problems.iter().take(PROBLEMS_KEPT).map(problem).collect(),
            problems_total: lines.len() as u64,
            notes: self.notes.iter().map(note).collect(),
        }
    }
}

/// So many problems of a file are kept with its run.
const PROBLEMS_KEPT: usize = 5_000;

/// Why a run ended without a trace.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    #[error("cancelled")]
    Cancelled,
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Decides how each file will be read.
pub fn plan(files: Vec<(PathBuf, String)>, options: &Options) -> Vec<File> {
    let planned = |(path, name): (PathBuf, String)| {
        let plan = inspect(&path, &name, options);
        File { path, name, plan, tax: "unknown" }
    };
    files.into_iter().map(planned).collect()
}

/// Reads the files and stores their rows; with `keep` false everything is undone at the end, and the reports say what
/// would have come of it. It blocks.
pub fn run(
    db: &Db,
    files: &[File],
    terms: &Terms,
    progress: &Progress,
    keep: bool,
) -> Result<Vec<FileReport>, RunError> {
    let mut reports: Vec<FileReport> = files.iter().map(FileReport::of).collect();
    if files.iter().all(|file| file.plan.is_err()) {
        return Ok(reports);
    }
    let mut run = Run::begin(db, terms, progress)?;
    let mut sources = Vec::new();
    for place in order(files) {
        if let Ok(plan) = &files[place].plan {
            sources.push((run.file(&files[place], plan, &mut reports[place])?, place));
        }
    }
    run.note_overpaid(&sources, &mut reports)?;
    if keep && !progress.is_cancelled() {
        run.lane.bump(Revision::Records)?;
        run.lane.commit()?;
    }
    if progress.is_cancelled() { Err(RunError::Cancelled) } else { Ok(reports) }
}

/// Returns the files' places in an order in which invoices come before what refers to them.
fn order(files: &[File]) -> Vec<usize> {
    let rank = |place: &usize| {
        let kinds = files[*place].plan.as_ref().map_or(&[][..], |plan| &plan.kinds);
        kinds.iter().filter_map(|kind| KINDS.iter().position(|k| k.table == kind.table)).min()
    };
    let mut places: Vec<usize> = (0..files.len()).collect();
    places.sort_by_key(rank);
    places
}

struct Run<'r> {
    lane: Lane,
    clients: Clients,
    terms: &'r Terms,
    progress: &'r Progress,
}

impl<'r> Run<'r> {
    fn begin(db: &Db, terms: &'r Terms, progress: &'r Progress) -> Result<Run<'r>, StoreError> {
        let mut lane = Lane::begin(db)?;
        let clients = Clients::new(lane.clients()?);
        Ok(Run { lane, clients, terms, progress })
    }

    /// Reads one file into the lane and returns its source's number.
    fn file(&mut self, file: &File, plan: &Plan, report: &mut FileReport) -> Result<u32, RunError> {
        let before = self.clients.clone();
        let source = self.lane.source(&self.source(file, plan))?;
        for kind in &plan.kinds {
            self.lane.says(kind, kind.columns.iter().map(|column| says(plan, kind, column.name)).collect());
        }
        let mut tally = Tally::default();
        let mut problems = Vec::new();
        let (lane, progress) = (&mut self.lane, self.progress);
        let mut context = Context {
            today: self.terms.today,
            base_currency: self.terms.base_currency,
            default_currency: plan.currency,
            clients: &mut self.clients,
            keep_text: self.terms.keep_text,
            zone: self.terms.zone.as_ref(),
        };
        let mut waiting = 0;
        let mut put = |row: &Row| {
            lane.put(row)?;
            waiting += 1;
            if waiting == ROWS_AT_ONCE {
                waiting = 0;
                note_fates(lane.fates_so_far(), &mut tally, &mut problems);
                progress.rows.fetch_add(ROWS_AT_ONCE, Ordering::Relaxed);
                if progress.is_cancelled() {
                    return Err(RunError::Cancelled);
                }
            }
            Ok(())
        };
        let mut outcome = match read(&file.path, plan, &mut context, &mut put, &mut |_| {}) {
            Ok(outcome) => outcome,
            Err(ReadError::File(problem)) => {
                self.clients = before;
                self.lane.undo_source()?;
                report.problems = vec![problem];
                return Ok(source);
            }
            Err(ReadError::Put(error)) => return Err(error),
        };
        note_fates(self.lane.fates()?, &mut tally, &mut problems);
        if tally.kinds.is_empty() {
            self.clients = before;
            self.lane.undo_source()?;
            outcome.created.clear();
        } else {
            self.create_clients(plan, &mut outcome)?;
        }
        report.notes = outcome.notes();
        problems.extend(outcome.problems);
        problems.iter().filter_map(|problem| problem.line).for_each(|line| tally.problem(line));
        problems.sort_by_key(|problem| problem.line);
        report.problems = problems;
        report.counts = tally.counts();
        report.kinds = tally.kinds;
        self.progress.rows.fetch_add(waiting, Ordering::Relaxed);
        Ok(source)
    }

    /// Puts the clients that the file was the first to name; those of whose rows none stands are forgotten.
    fn create_clients(&mut self, plan: &Plan, outcome: &mut Outcome) -> Result<(), StoreError> {
        let keys: Vec<&str> = outcome.created.iter().map(|created| created.client.key.as_str()).collect();
        let vain = self.lane.without_records(&plan.kinds, &keys)?;
        if !vain.is_empty() {
            outcome.created.retain(|created| !vain.contains(&created.client.key));
            self.clients.forget(&vain);
        }
        for Created { client, line } in &outcome.created {
            let currency = client.currency.or(self.terms.base_currency).unwrap_or(Currency::UNKNOWN);
            let cell = |name: &str| match name {
                "name" => Cell::Text(&client.name),
                "currency" => Cell::Text(currency.code()),
                _ => Cell::Null,
            };
            let cells: Vec<Cell> = Client::KIND.columns.iter().map(|column| cell(column.name)).collect();
            let row = Row { kind: &Client::KIND, client: &client.key, id: &client.key, cells: &cells, line: *line };
            self.lane.put(&row)?;
        }
        self.lane.fates()?;
        Ok(())
    }

    /// Notes the payments that came to more than their invoices.
    fn note_overpaid(&mut self, sources: &[(u32, usize)], reports: &mut [FileReport]) -> Result<(), StoreError> {
        for overpaid in self.lane.overpaid()? {
            if let Some((_, place)) = sources.iter().find(|(source, _)| *source == overpaid.source) {
                reports[*place].notes.push(Note::new(Some(overpaid.line), NoteCode::Overpaid, &overpaid.invoice));
            }
        }
        Ok(())
    }

    fn source(&self, file: &File, plan: &Plan) -> NewSource {
        NewSource {
            sha256: plan.sha256_hex(),
            name: file.name.clone(),
            imported_at: self.terms.at.clone(),
            member: self.terms.member.clone(),
            tax: file.tax,
            profile: plan.profile.clone(),
        }
    }
}

impl FileReport {
    fn of(file: &File) -> FileReport {
        let plan = file.plan.as_ref().ok();
        FileReport {
            name: file.name.clone(),
            sha256: plan.map(Plan::sha256_hex).unwrap_or_default(),
            kind: plan.and_then(|plan| plan.kinds.first()).map(|kind| kind.table),
            kinds: BTreeMap::new(),
            profile: plan.and_then(|plan| plan.profile.clone()),
            counts: Counts::default(),
            problems: file.plan.as_ref().err().cloned().into_iter().collect(),
            notes: Vec::new(),
        }
    }
}

/// Tells whether a file says a column of a kind; what no column stands for is not changed by it.
fn says(plan: &Plan, kind: &Kind, column: &str) -> bool {
    let made = ["known_on", "currency", "minutes"].contains(&column);
    made || !plan.places(kind, column).is_empty()
}

/// Counts fates, and makes problems of those that are.
fn note_fates(fates: Vec<Fate>, tally: &mut Tally, problems: &mut Vec<Problem>) {
    for fate in fates {
        tally.note(&fate);
        match fate.put {
            Put::Duplicate => problems.push(Problem::of_row(fate.line, ProblemCode::DuplicateKey, "")),
            Put::InvoiceUnknown => problems.push(Problem::of_row(fate.line, ProblemCode::InvoiceUnknown, "")),
            Put::Added | Put::Changed | Put::Unchanged => {}
        }
    }
}

/// How many rows go into the lane between two looks at who watches.
const ROWS_AT_ONCE: u64 = 4096;
