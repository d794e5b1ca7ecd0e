//! An import run: files are read, their rows put into one transaction, and either everything lasts or nothing does.

use super::erased::{Erased, Left};
use super::file_report::FileReport;
use super::rejected::Rejected;
use super::tally::Tally;
use crate::intake::clients::{Clients, Created, Known};
use crate::intake::correction::Correction;
use crate::intake::inspect::inspect;
use crate::intake::plan::{Options, Plan};
use crate::intake::problem::{Note, NoteCode, Problem};
use crate::intake::read::{Context, Log, Outcome, ReadError, read};
use crate::intake::repair::{Offer, Wanted, offers};
use crate::intake::row::Row;
use crate::intake::tax::SaidTax;
use crate::intake::words::{HeaderWords, WordsFault};
use crate::keep::erasures;
use crate::store::bulk::{Lane, LongDay, NewSource, Put};
use crate::store::revision::Revision;
use crate::store::{Db, StoreError, corrections};
use domain::days::Day;
use domain::money::Currency;
use domain::record::{Cell, Client, KINDS};
use jiff::tz::TimeZone;
use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::{fs, io};

/// A file to import: where it lies, what it is called, and how it will be read, or why it cannot be.
pub struct File {
    pub path: PathBuf,
    pub name: String,
    pub plan: Result<Plan, Problem>,
    /// What a person corrected in it; where nobody said, what was corrected when this very file was imported before.
    pub corrections: Option<Vec<Correction>>,
    /// Whether the terms hold that were said of such a file before, where nobody said any now.
    pub reuses_terms: bool,
    /// The same for what was said of its tax.
    pub reuses_tax: bool,
    /// The same for the currency that was said of it.
    pub reuses_currency: bool,
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
    /// Where the list of what was erased lies: it does not come back by a file.
    pub erasures: PathBuf,
}

impl Terms {
    /// Returns what a file is read with.
    pub fn context<'c>(&'c self, plan: &Plan, clients: &'c mut Clients) -> Context<'c> {
        Context {
            today: self.today,
            base_currency: self.base_currency,
            default_currency: plan.currency,
            clients,
            keep_text: self.keep_text,
            zone: self.zone.as_ref(),
        }
    }
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
        File { path, name, plan, corrections: None, reuses_terms: true, reuses_tax: true, reuses_currency: true }
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
    let mut run = Run::begin(db, terms, progress, keep)?;
    let mut sources = Vec::new();
    for place in order(files) {
        if let Ok(plan) = &files[place].plan {
            let source = run.file(&files[place], plan, &mut reports[place])?;
            sources.extend(source.map(|source| (source, place)));
        }
    }
    run.note_overpaid(&sources, &mut reports)?;
    run.note_long_days(&sources, &mut reports)?;
    // Looked at once: whoever cancels from here on comes too late, and is told what was stored.
    if progress.is_cancelled() {
        return Err(RunError::Cancelled);
    }
    if keep {
        run.lane.bump(Revision::Records)?;
        run.lane.commit()?;
    }
    Ok(reports)
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
    /// The client to which each merged spelling belongs.
    merged: HashMap<String, String>,
    erased: Erased,
    terms: &'r Terms,
    progress: &'r Progress,
    /// Whether it may last; else what would mend the rows is looked for, too.
    keep: bool,
}

impl<'r> Run<'r> {
    fn begin(db: &Db, terms: &'r Terms, progress: &'r Progress, keep: bool) -> Result<Run<'r>, StoreError> {
        let mut lane = Lane::begin(db)?;
        let known = lane.clients()?;
        let main_of = |one: &Known| Some((one.key.clone(), one.merged_into.clone()?));
        let merged = known.iter().filter_map(main_of).collect();
        let erased = Erased::of(&erasures::read(&terms.erasures).map_err(io::Error::from)?.erasures);
        Ok(Run { lane, clients: Clients::new(known).without(erased.gone()), merged, erased, terms, progress, keep })
    }

    /// Reads one file into the lane and returns its source's number, if anything of it stands.
    fn file(&mut self, file: &File, plan: &Plan, report: &mut FileReport) -> Result<Option<u32>, RunError> {
        let plan = &self.as_before(file, plan)?;
        let is_open = |said: fn(&Plan) -> bool| file.plan.as_ref().is_ok_and(|own| !said(own));
        report.terms_reused = plan.terms_days.filter(|_| is_open(|own| own.terms_days.is_some()));
        report.currency_reused = plan.currency.filter(|_| is_open(|own| own.currency.is_some()));
        report.tax = plan.tax;
        let before = self.clients.clone();
        let source = self.lane.source(&self.source(file, plan))?;
        for kind in &plan.kinds {
            self.lane.says(kind, kind.columns.iter().map(|column| plan.says(kind, column.name)).collect());
        }
        let (mut tally, mut rejected) = (Tally::default(), Rejected::default());
        let mut outcome = match self.rows(file, plan, &mut tally, &mut rejected) {
            Ok(outcome) => outcome,
            Err(ReadError::File(problem)) => {
                self.undo(before)?;
                report.problems = vec![problem];
                return Ok(None);
            }
            Err(ReadError::Put(error)) => return Err(error),
        };
        let stands = !tally.kinds.is_empty();
        if stands {
            self.create_clients(plan, &mut outcome)?;
            self.lane.replace(&corrections::TABLE, &corrections::rows(source, &outcome.corrected))?;
        } else {
            self.undo(before)?;
            outcome.created.clear();
        }
        report.take(outcome, tally, rejected.told(&file.path, plan));
        if !self.keep {
            report.offers = self.offers(file, plan, &report.problems)?;
        }
        Ok(stands.then_some(source))
    }

    /// Looks for what would mend the first problems of a file.
    fn offers(&mut self, file: &File, plan: &Plan, problems: &[Problem]) -> Result<Vec<Offer>, StoreError> {
        let (lane, mut failed) = (&mut self.lane, None);
        let mut standing = |wanted: Wanted| {
            lane.invoices(wanted).unwrap_or_else(|error| {
                failed = Some(error);
                Vec::new()
            })
        };
        let mut context = self.terms.context(plan, &mut self.clients);
        // Who cannot be read a second time was read a moment ago: the problems stand, without suggestions.
        let offers = offers(&file.path, plan, &mut context, problems, &mut standing).unwrap_or_default();
        failed.map_or(Ok(offers), Err)
    }

    /// Returns the plan with the corrections that a person made, or made when this very file was imported before; with
    /// the terms, the tax and the currency, too, that were said of it or of such a file.
    fn as_before(&mut self, file: &File, plan: &Plan) -> Result<Plan, StoreError> {
        let corrections = match &file.corrections {
            Some(said) => said.clone(),
            None => self.lane.corrections(&plan.sha256_hex())?,
        };
        let terms_days = match plan.terms_days {
            None if file.reuses_terms => self.lane.terms_said(&file.name, plan.profile.as_deref())?,
            said => said,
        };
        let tax = match plan.tax {
            None if file.reuses_tax => {
                let said = self.lane.tax_said(&file.name, plan.profile.as_deref())?;
                said.and_then(|(word, rate)| SaidTax::of(&word, rate))
            }
            said => said,
        };
        let currency = match plan.currency {
            None if file.reuses_currency => self.lane.currency_said(&file.name, plan.profile.as_deref())?,
            said => said,
        };
        Ok(Plan { corrections, terms_days, tax, currency, ..plan.clone() })
    }

    /// Takes the current file back.
    fn undo(&mut self, before: Clients) -> Result<(), StoreError> {
        self.clients.undo(before);
        self.lane.undo_source()
    }

    /// Puts a file's rows into the lane.
    fn rows(
        &mut self,
        file: &File,
        plan: &Plan,
        tally: &mut Tally,
        rejected: &mut Rejected,
    ) -> Result<Outcome, ReadError<RunError>> {
        let (lane, progress, merged, erased) = (&mut self.lane, self.progress, &self.merged, &self.erased);
        let mut context = self.terms.context(plan, &mut self.clients);
        let (mut waiting, mut log) = (0, Log::default());
        let mut put = |row: &Row| {
            let client = merged.get(row.client).map_or(row.client, String::as_str);
            match erased.left(client, row) {
                Left::Whole => lane.put(row)?,
                Left::Without(cells) => {
                    log.note(Note::new(Some(row.line), NoteCode::ErasedPerson, ""));
                    lane.put(&Row { cells: &cells, ..*row })?;
                }
                Left::Nothing => log.note(Note::new(Some(row.line), NoteCode::ErasedRow, "")),
            }
            waiting += 1;
            if waiting == ROWS_AT_ONCE {
                waiting = 0;
                rejected.note(lane.fates_so_far(), plan, tally, &mut log);
                progress.rows.fetch_add(ROWS_AT_ONCE, Ordering::Relaxed);
                if progress.is_cancelled() {
                    return Err(RunError::Cancelled);
                }
            }
            Ok(())
        };
        let mut outcome = read(&file.path, plan, &mut context, &mut put, &mut |_| {})?;
        self.withdraw(&mut outcome, &mut log).map_err(|error| ReadError::Put(error.into()))?;
        let last = self.lane.fates().map_err(|error| ReadError::Put(error.into()))?;
        rejected.note(last, plan, tally, &mut log);
        outcome.accepted.extend(log.outcome(Vec::new()).accepted);
        self.progress.rows.fetch_add(waiting, Ordering::Relaxed);
        Ok(outcome)
    }

    /// Withdraws the invoices that stand and that the file leaves out; of their rows it is told what came of them.
    fn withdraw(&mut self, outcome: &mut Outcome, log: &mut Log) -> Result<(), StoreError> {
        let mut told = HashSet::new();
        for left_out in &outcome.left_out {
            let put = self.lane.withdraw(left_out)?;
            if put == Some(Put::Changed) {
                log.note(Note::new(Some(left_out.line), NoteCode::InvoiceWithdrawn, &left_out.id));
            }
            if put.is_some_and(|put| put != Put::Unchanged) {
                told.insert(left_out.line);
            }
        }
        let is_told = |note: &Note| note.line.is_some_and(|line| told.contains(&line));
        outcome.accepted.retain(|note| note.code != NoteCode::RowSkipped || !is_told(note));
        Ok(())
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
            let currency = client.currency.or(plan.currency).or(self.terms.base_currency).unwrap_or(Currency::UNKNOWN);
            let cell = |name: &str| match name {
                "name" => Cell::Text(&client.name),
                "currency" => Cell::Text(currency.code()),
                _ => Cell::Null,
            };
            let cells: Vec<Cell> = Client::KIND.columns.iter().map(|column| cell(column.name)).collect();
            let (kind, key) = (&Client::KIND, &client.key);
            let row = Row { kind, client: key, id: key, old_id: None, cells: &cells, line: *line };
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

    /// Notes the days of more than twenty-four hours.
    fn note_long_days(&mut self, sources: &[(u32, usize)], reports: &mut [FileReport]) -> Result<(), StoreError> {
        for LongDay { source, line, person, on } in self.lane.long_days()? {
            if let Some((_, place)) = sources.iter().find(|(number, _)| *number == source) {
                reports[*place].notes.push(Note::new(Some(line), NoteCode::LongDay, &format!("{person}, {on}")));
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
            tax: plan.tax.map_or("unknown", SaidTax::kept),
            tax_rate: plan.tax.and_then(|tax| tax.rate),
            profile: plan.profile.clone(),
            terms_days: plan.terms_days,
            currency: plan.currency,
        }
    }
}

/// How many rows go into the lane between two looks at who watches.
const ROWS_AT_ONCE: u64 = 4096;
