//! Cells with a problem, and what would mend them: offered to a person, never done without one.
//!
//! A suggestion is offered only if the row, read anew with it, has no more to say against the cell.

mod invoice;
mod number;
mod terms;
mod text;
mod when;

use super::accept::{Acceptor, Attempt};
use super::correction::{Corrections, Rewritten, Spot};
use super::draft::{Draft, Value};
use super::form::{Form, Reading};
use super::plan::Plan;
use super::problem::{Problem, ProblemCode};
use super::read::Context;
use super::source::{Record, Step, each};
use super::target::Target;
use domain::days::Day;
use domain::money::{Currency, Money};
use std::collections::HashMap;
use std::ops::ControlFlow;
use std::path::Path;
use terms::Terms;

pub use invoice::{Standing, Wanted};

/// So many of a file's first problems are looked at.
pub const OFFERED: usize = 50;

/// So many suggestions stand beside one problem: more would be a riddle.
const SUGGESTED: usize = 3;

/// A cell with a problem, and what may be meant by it.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    pub spot: Spot,
    /// What the cell is read as now: the file's text, or what a person made of it.
    pub read: String,
    pub suggestions: Vec<Suggestion>,
}

impl Offer {
    /// Returns the suggestion, if there is only one.
    pub fn plain(&self) -> Option<&Suggestion> {
        match &self.suggestions[..] {
            [only] => Some(only),
            _ => None,
        }
    }
}

/// A text that would mend a row.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestion {
    /// The cell that it goes into; not always the one that the problem names.
    pub spot: Spot,
    pub text: String,
    pub shown: Shown,
    pub why: Why,
}

/// What a text means, for a person to read.
#[derive(Clone, Debug, PartialEq)]
pub enum Shown {
    Day(Day),
    Sum(Money),
    Choice(Target, &'static str),
    Flag(bool),
    Currency(Currency),
    Text(String),
}

/// Why a text is suggested.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Letters that look like digits.
    Letters,
    /// Day and month the other way round than in the column.
    Swapped,
    /// Day and month could be either way round.
    EitherWay,
    /// A year of two digits.
    Century,
    /// Another year.
    Year,
    /// A word that is near.
    Spelling,
    /// Without what stands around the digits.
    Bare,
    /// As many decimals as the currency has.
    Rounded,
    /// The mark parts thousands.
    Thousands,
    /// The mark parts the decimals.
    Decimals,
    /// The currency column holds, not the sign.
    Sign,
    /// The sign holds, not the currency column.
    SignHolds,
    /// So many days after the issue, as in the client's other rows.
    ClientTerms(i32),
    /// So many days after the issue, as in nearly all rows.
    FileTerms(i32),
    /// An invoice of the client whose number differs in zeros, letters or marks only.
    Number,
    /// A client of nearly this name, which has the invoice.
    Client,
    /// Without the NUL character.
    Nul,
}

impl Why {
    /// Returns the word by which the catalogue knows it.
    pub fn word(self) -> &'static str {
        match self {
            Why::Letters => "letters",
            Why::Swapped => "swapped",
            Why::EitherWay => "either",
            Why::Century => "century",
            Why::Year => "year",
            Why::Spelling => "spelling",
            Why::Bare => "bare",
            Why::Rounded => "rounded",
            Why::Thousands => "thousands",
            Why::Decimals => "decimals",
            Why::Sign => "sign",
            Why::SignHolds => "sign_holds",
            Why::ClientTerms(_) => "client_terms",
            Why::FileTerms(_) => "file_terms",
            Why::Number => "number",
            Why::Client => "client",
            Why::Nul => "nul",
        }
    }
}

/// A text that may be meant in a cell.
struct Candidate {
    place: usize,
    text: String,
    why: Why,
}

/// A row with a problem: as the file writes it, and as it is read.
struct Row {
    written: Rewritten,
    read: Rewritten,
}

/// Returns, for the first problems that are about one cell, the cell and what may be meant by it.
/// `standing` tells which invoices stand.
pub fn offers(
    path: &Path,
    plan: &Plan,
    context: &mut Context,
    problems: &[Problem],
    standing: Standing,
) -> Result<Vec<Offer>, Problem> {
    let first = problems.iter().filter(|problem| problem.line.is_some()).take(OFFERED);
    let asked: Vec<(&Problem, u32, usize)> =
        first.filter_map(|problem| Some((problem, problem.line?, problem.place?))).collect();
    if asked.is_empty() {
        return Ok(Vec::new());
    }
    let mut terms = Terms::of(plan).filter(|terms| asked.iter().any(|(problem, ..)| terms.may_serve(problem)));
    let rows = rows(path, plan, asked.iter().map(|(_, line, _)| *line), terms.as_mut())?;
    let unknown = asked.iter().filter(|(problem, ..)| problem.code == ProblemCode::InvoiceUnknown);
    let unknown: Vec<(usize, Record)> =
        unknown.filter_map(|(_, line, place)| Some((*place, rows.get(line)?.read.record()))).collect();
    let mut meant = invoice::meant(plan, &unknown, context.clients, standing);
    let mut acceptor = Acceptor::new(plan, context);
    let offer = |(problem, line, place): (&Problem, u32, usize)| {
        let row = rows.get(&line)?;
        let texts = match problem.code {
            ProblemCode::InvoiceUnknown => meant.remove(&(line, place)).unwrap_or_default(),
            _ => candidates(problem, place, row, plan, terms.as_ref(), &mut acceptor),
        };
        Some(offer(place, row, plan, texts, &mut acceptor))
    };
    Ok(asked.into_iter().filter_map(offer).collect())
}

/// Reads the rows of some lines; `terms` looks at every row.
fn rows(
    path: &Path,
    plan: &Plan,
    lines: impl Iterator<Item = u32>,
    mut terms: Option<&mut Terms>,
) -> Result<HashMap<u32, Row>, Problem> {
    let mut wanted: Vec<u32> = lines.collect();
    wanted.sort_unstable();
    wanted.dedup();
    let corrections = Corrections::of(&plan.corrections);
    let mut rows = HashMap::new();
    each(path, &plan.format, &mut |step, _| {
        if let Step::Record(record) = step
            && record.line > plan.header_line
        {
            if let Some(terms) = &mut terms {
                terms.see(&record);
            }
            if wanted.binary_search(&record.line).is_ok() {
                let written = Rewritten::of(&record);
                let read = corrections.apply(&record).map_or_else(|| written.clone(), |(rewritten, _)| rewritten);
                rows.insert(record.line, Row { written, read });
            }
        }
        if terms.is_none() && rows.len() == wanted.len() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    })?;
    Ok(rows)
}

fn offer(place: usize, row: &Row, plan: &Plan, texts: Vec<Candidate>, acceptor: &mut Acceptor) -> Offer {
    let mut suggestions: Vec<Suggestion> = Vec::new();
    for Candidate { place: into, text, why } in texts {
        let known = |shown: &Shown| suggestions.iter().any(|other| other.spot.place == into && other.shown == *shown);
        if let Some(shown) = mended(row, place, into, &text, acceptor).filter(|shown| !known(shown)) {
            suggestions.push(Suggestion { spot: spot(plan, row, into), text, shown, why });
        }
    }
    suggestions.truncate(SUGGESTED);
    Offer { spot: spot(plan, row, place), read: row.read.record().field(place).to_owned(), suggestions }
}

fn spot(plan: &Plan, row: &Row, place: usize) -> Spot {
    let (record, column) = (row.written.record(), plan.columns.get(place));
    let target = column.and_then(|column| column.target);
    Spot {
        line: record.line,
        place,
        header: column.map(|column| column.header.clone()).unwrap_or_default(),
        target: target.map(|target| format!("{}.{}", target.kind.table, target.column)).unwrap_or_default(),
        original: record.field(place).to_owned(),
    }
}

/// Returns the texts that may be meant, the likeliest first; whether they mend the row is not asked here.
fn candidates(
    problem: &Problem,
    place: usize,
    row: &Row,
    plan: &Plan,
    terms: Option<&Terms>,
    acceptor: &mut Acceptor,
) -> Vec<Candidate> {
    let record = row.read.record();
    let column = &plan.columns[place];
    let text = record.field(place);
    let here = |found: Vec<(String, Why)>| -> Vec<Candidate> {
        found.into_iter().map(|(text, why)| Candidate { place, text, why }).collect()
    };
    match problem.code {
        ProblemCode::DateInvalid | ProblemCode::DateOrderUnclear => here(when::days(text, column.dates)),
        ProblemCode::AmountInvalid => here(number::sums(text, column.mark, currency(acceptor, row))),
        ProblemCode::HoursInvalid => here(number::figures(text)),
        ProblemCode::ValueUnknown => here(text::values(column.target, text)),
        ProblemCode::CurrencyUnknown => here(text::currencies(text, &likely(plan, acceptor, row, place))),
        ProblemCode::CurrencyConflict => text::conflict(plan, place, text),
        ProblemCode::DueBeforeIssued => when::apart(plan, &record),
        ProblemCode::RequiredMissing => terms.and_then(|terms| terms.due(place, &record)).into_iter().collect(),
        ProblemCode::NulByte => here(vec![(text.replace('\0', ""), Why::Nul)]),
        _ => Vec::new(),
    }
}

/// Returns the currency in which a row is read.
fn currency(acceptor: &mut Acceptor, row: &Row) -> Option<Currency> {
    let attempt = acceptor.attempt(&row.read.record())?;
    attempt.drafts[attempt.leading].currency
}

/// Returns the currencies that a row could well be in: those of the column's first values, and those in force.
fn likely(plan: &Plan, acceptor: &mut Acceptor, row: &Row, place: usize) -> Vec<Currency> {
    let named = plan.columns[place].examples.iter().filter_map(|text| super::words::currency::named(text));
    let mut blank = row.read.clone();
    blank.set(place, "");
    let fallback = acceptor.attempt(&blank.record()).and_then(|attempt| attempt.drafts[attempt.leading].currency);
    let mut likely: Vec<Currency> = named.chain(fallback).filter(Currency::is_known).collect();
    likely.sort_unstable();
    likely.dedup();
    likely
}

/// Reads a row with a text put into a cell, and returns what that means if nothing is left to say against the cells.
fn mended(row: &Row, at: usize, into: usize, text: &str, acceptor: &mut Acceptor) -> Option<Shown> {
    let mut rewritten = row.read.clone();
    rewritten.set(into, text);
    let attempt = acceptor.attempt(&rewritten.record())?;
    let cured = attempt.fault.is_none_or(|fault| {
        fault.code != ProblemCode::DueBeforeIssued && fault.place != Some(at) && fault.place != Some(into)
    });
    cured.then(|| shown(&attempt, into).unwrap_or_else(|| Shown::Text(text.to_owned())))
}

/// Returns what was read from a column of the file.
fn shown(attempt: &Attempt, place: usize) -> Option<Shown> {
    let drafts = attempt.forms.iter().zip(attempt.drafts).enumerate();
    let own =
        drafts.filter(|(at, (form, _))| *at == attempt.leading || form.role == super::form::Role::PaymentOfInvoice);
    own.filter_map(|(_, (form, draft))| of_cell(form, draft, place)).next()
}

fn of_cell(form: &Form, draft: &Draft, place: usize) -> Option<Shown> {
    let at = form.cells.iter().position(|cell| cell.source.is_some_and(|source| source.place == place))?;
    let cell = &form.cells[at];
    match (cell.reading, *draft.values.get(at)?) {
        (Reading::Day, _) => draft.days[at].map(Shown::Day),
        (Reading::Amount | Reading::Rate, Value::Integer(minor)) => {
            Some(Shown::Sum(Money { minor, currency: draft.currency? }))
        }
        (Reading::Choice(_), Value::Word(word)) => {
            Some(Shown::Choice(Target { kind: form.kind, column: cell.column.name }, word))
        }
        (Reading::Flag, Value::Integer(flag)) => Some(Shown::Flag(flag != 0)),
        (Reading::Currency, _) => draft.currency.map(Shown::Currency),
        _ => None,
    }
}
