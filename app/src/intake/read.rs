//! A planned file to rows, problems and notes, one pass, bounded memory. Nothing is stored here: `put` does that, and
//! whoever calls rolls back when this fails.

use super::accept::Acceptor;
use super::clients::{Clients, Created};
use super::correction::{Correction, Corrections};
use super::left_out::LeftOut;
use super::plan::Plan;
use super::problem::{Note, NoteCode, Problem, ProblemCode};
use super::row::Row;
use super::source::{Format, Record, Step, each};
use domain::days::Day;
use domain::money::Currency;
use jiff::tz::TimeZone;
use std::ops::ControlFlow;
use std::path::Path;

/// What a file is read with.
pub struct Context<'c> {
    pub today: Day,
    pub base_currency: Option<Currency>,
    pub default_currency: Option<Currency>,
    pub clients: &'c mut Clients,
    /// Whether the owner asked for the text of messages and feedback to be kept.
    pub keep_text: bool,
    /// Where the firm's wall clock stands; without it, times with an offset stay as written.
    pub zone: Option<&'c TimeZone>,
}

/// What a file gave.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outcome {
    /// The rows that were handed over or have a problem; the lines of one invoice are one row.
    pub rows: u64,
    pub problems: Vec<Problem>,
    /// What was accepted, but for the new clients.
    pub accepted: Vec<Note>,
    /// The clients that rows named and nobody knew; whoever stores the rows drops those that came to nothing.
    pub created: Vec<Created>,
    /// The corrections of cells that were taken.
    pub corrected: Vec<Correction>,
    /// The invoices that were left out by their status.
    pub left_out: Vec<LeftOut>,
}

impl Outcome {
    /// Returns what a person may want to look at: of the whole file first, then in the order of the lines.
    pub fn notes(&self) -> Vec<Note> {
        let note = |created: &Created| Note::new(Some(created.line), NoteCode::ClientCreated, &created.client.key);
        let created = self.created.iter().take(NOTES_LISTED as usize).map(note);
        let more = left_out(NoteCode::ClientCreated, self.created.len() as u64);
        let mut notes: Vec<Note> = created.chain(more).chain(self.accepted.iter().cloned()).collect();
        notes.sort_by_key(|note| note.line);
        notes
    }
}

/// How far the reading is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    pub rows: u64,
    /// Of the text; 0 in workbooks.
    pub bytes: u64,
    pub bytes_total: u64,
}

/// Why a file was not read to its end; nothing of it may stay stored.
#[derive(Clone, Debug, PartialEq)]
pub enum ReadError<E> {
    File(Problem),
    /// What `put` answered.
    Put(E),
}

const ROWS_A_STEP: u64 = 4096;

/// Reads a file as planned and hands over its rows in order.
pub fn read<E>(
    path: &Path,
    plan: &Plan,
    context: &mut Context,
    put: &mut dyn FnMut(&Row) -> Result<(), E>,
    progress: &mut dyn FnMut(Progress),
) -> Result<Outcome, ReadError<E>> {
    if plan.kinds.is_empty() {
        let headers: Vec<&str> = plan.columns.iter().map(|column| column.header.as_str()).collect();
        return Err(ReadError::File(Problem::of_file(ProblemCode::KindUnknown, &headers.join(", "))));
    }
    let (corrections, acceptor) = (Corrections::of(&plan.corrections), Acceptor::new(plan, context));
    let mut run = Run { plan, corrections, acceptor, put, log: Log::default(), failed: None };
    let mut seen = 0u64;
    let walked = each(path, &plan.format, &mut |step, bytes| {
        seen += 1;
        if seen.is_multiple_of(ROWS_A_STEP) {
            progress(Progress { rows: run.log.rows, bytes, bytes_total: plan.bytes });
        }
        run.step(step)
    });
    walked.map_err(ReadError::File)?;
    if run.failed.is_none() {
        run.failed = run.acceptor.flush(run.put, &mut run.log).err();
    }
    match run.failed {
        Some(error) => Err(error),
        None => {
            progress(Progress { rows: run.log.rows, bytes: plan.bytes, bytes_total: plan.bytes });
            Ok(run.log.outcome(run.acceptor.finish()))
        }
    }
}

struct Run<'r, 'c, E> {
    plan: &'r Plan,
    corrections: Corrections<'r>,
    acceptor: Acceptor<'r, 'c>,
    put: &'r mut dyn FnMut(&Row) -> Result<(), E>,
    log: Log,
    failed: Option<ReadError<E>>,
}

impl<E> Run<'_, '_, E> {
    fn step(&mut self, step: Step) -> ControlFlow<()> {
        match step {
            Step::Record(record) if record.line > self.plan.header_line && !record.is_blank() => {
                let misfit =
                    if matches!(self.plan.format, Format::Csv { .. }) { self.misfit(&record) } else { Ok(None) };
                let taken = match misfit {
                    Ok(None) => self.take(&record),
                    Ok(Some(_)) if self.acceptor.is_total(&record) => {
                        self.log.note(Note::new(Some(record.line), NoteCode::TotalsRowSkipped, first_text(&record)));
                        Ok(())
                    }
                    Ok(Some(problem)) => {
                        self.log.problem(problem);
                        Ok(())
                    }
                    Err(problem) => Err(ReadError::File(problem)),
                };
                self.failed = taken.err();
            }
            Step::Problem(problem) if problem.line.is_none_or(|line| line > self.plan.header_line) => {
                self.log.problem(problem)
            }
            _ => {}
        }
        if self.failed.is_some() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }

    /// Takes a row as the file writes it, or as a person corrected it.
    fn take(&mut self, record: &Record) -> Result<(), ReadError<E>> {
        match self.corrections.apply(record) {
            None => self.acceptor.take(record, self.put, &mut self.log),
            Some((rewritten, taken)) => {
                self.acceptor.take(&rewritten.record(), self.put, &mut self.log)?;
                let first = self.acceptor.held_line().filter(|first| *first != record.line).unwrap_or(0);
                taken.into_iter().for_each(|correction| self.log.corrected(correction, first));
                Ok(())
            }
        }
    }

    /// Compares a row's width with the headers'. A last row that is too short and has no line's end was cut off.
    fn misfit(&self, record: &Record) -> Result<Option<Problem>, Problem> {
        let (width, expected) = (record.len(), self.plan.columns.len());
        let too_wide = width > expected && (expected..width).any(|place| !record.field(place).is_empty());
        let footer = width == 1 && record.field(0).contains(char::is_whitespace);
        match () {
            _ if width < expected && !record.terminated && !footer => {
                Err(Problem::of_file(ProblemCode::FileTruncated, record.text))
            }
            _ if width < expected || too_wide => {
                Ok(Some(Problem::of_row(record.line, ProblemCode::ColumnsMismatch, &format!("{width} ≠ {expected}"))))
            }
            _ => Ok(None),
        }
    }
}

/// Returns a row's first text, to show which row is meant.
pub fn first_text<'b>(record: &Record<'b>) -> &'b str {
    record.all().find(|text| !text.is_empty()).unwrap_or_default()
}

/// Collects what is told of a file.
#[derive(Default)]
pub struct Log {
    rows: u64,
    problems: Vec<Problem>,
    notes: Vec<Note>,
    corrected: Vec<Correction>,
    left_out: Vec<LeftOut>,
    /// How many notes of each code there were.
    counts: [u64; NoteCode::ALL.len()],
}

/// So many notes of one code are listed; a person looks at the first, and at how many more there are.
const NOTES_LISTED: u64 = 1_000;

impl Log {
    /// Counts a row that was handed over.
    pub fn row(&mut self) {
        self.rows += 1;
    }

    /// Notes a row that cannot be stored; all of them are listed.
    pub fn problem(&mut self, problem: Problem) {
        self.rows += 1;
        self.problems.push(problem);
    }

    /// Notes something that was accepted.
    pub fn note(&mut self, note: Note) {
        let count = &mut self.counts[note.code as usize];
        *count += 1;
        if *count <= NOTES_LISTED {
            self.notes.push(note);
        }
    }

    /// Notes a cell that is read as a person corrected it, and the first line of the invoice whose further line it is.
    pub fn corrected(&mut self, correction: &Correction, record_line: u32) {
        let shown = format!("{} → {}", correction.spot.original, correction.corrected);
        self.note(Note::new(Some(correction.spot.line), NoteCode::Corrected, &shown));
        self.corrected.push(Correction { record_line, ..correction.clone() });
    }

    /// Notes an invoice that was left out by its status, if it can be told which.
    pub fn left_out(&mut self, left_out: Option<LeftOut>) {
        self.left_out.extend(left_out);
    }

    /// Tells whether something of a code was noted.
    pub fn has(&self, code: NoteCode) -> bool {
        self.counts[code as usize] > 0
    }

    /// Notes something that is said once a file.
    pub fn note_once(&mut self, note: Note) {
        if !self.has(note.code) {
            self.note(note);
        }
    }

    /// Closes the log.
    pub fn outcome(mut self, created: Vec<Created>) -> Outcome {
        self.notes.extend(NoteCode::ALL.iter().zip(self.counts).filter_map(|(code, count)| left_out(*code, count)));
        let Log { rows, problems, notes: accepted, corrected, left_out, .. } = self;
        Outcome { rows, problems, accepted, created, corrected, left_out }
    }
}

/// Notes how many notes of a code are not listed, if there are any.
fn left_out(code: NoteCode, count: u64) -> Option<Note> {
    let more = count.checked_sub(NOTES_LISTED).filter(|more| *more > 0)?;
    Some(Note::new(None, NoteCode::NotesLeftOut, &format!("{} {more}", code.word())))
}
