//! What came of one file of an import, and what is kept of it with its run.

use super::import::File;
use super::tally::{Counts, Tally};
use crate::intake::correction::Correction;
use crate::intake::plan::Plan;
use crate::intake::problem::{Note, Problem};
use crate::intake::read::Outcome;
use crate::intake::repair::Offer;
use crate::intake::tax::SaidTax;
use crate::store::runs::{RunFile, RunNote, RunProblem};
use domain::money::Currency;
use std::collections::{BTreeMap, BTreeSet};

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
    /// The cells that were read as a person corrected them.
    pub corrections: Vec<Correction>,
    /// The terms that hold because they were said of such a file before.
    pub terms_reused: Option<i64>,
    /// The currency that holds because it was said of such a file before.
    pub currency_reused: Option<Currency>,
    /// What holds of the tax in its amounts, because it was said of it or of such a file before.
    pub tax: Option<SaidTax>,
    /// What may be meant by the first problems; only where nothing is stored yet.
    pub offers: Vec<Offer>,
}

impl FileReport {
    /// Begins the report of a file.
    pub fn of(file: &File) -> FileReport {
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
            corrections: Vec::new(),
            terms_reused: None,
            currency_reused: None,
            tax: None,
            offers: Vec::new(),
        }
    }

    /// Takes what came of the file's rows; `refused` are the problems that the store had with them.
    pub fn take(&mut self, outcome: Outcome, mut tally: Tally, refused: Vec<Problem>) {
        self.notes = outcome.notes();
        self.corrections = outcome.corrected;
        self.problems = refused.into_iter().chain(outcome.problems).collect();
        self.problems.iter().filter_map(|problem| problem.line).for_each(|line| tally.problem(line));
        self.problems.sort_by_key(|problem| problem.line);
        self.counts = tally.counts();
        self.kinds = tally.kinds;
    }

    /// Tells whether none of the file's rows could be stored; nothing remains of it then.
    pub fn is_fruitless(&self) -> bool {
        self.kinds.is_empty() && !self.problems.is_empty()
    }

    /// Tells whether the file as a whole could not be read.
    pub fn is_refused(&self) -> bool {
        self.problems.iter().any(|problem| problem.line.is_none())
    }

    /// Counts the lines with a problem: one with two is one line, so that the numbers add up to the rows.
    pub fn lines_with_problems(&self) -> usize {
        self.problems.iter().filter_map(|problem| problem.line).collect::<BTreeSet<u32>>().len()
    }

    /// Returns what is kept of it with its run; problems beyond the first are only counted.
    pub fn kept(&self) -> RunFile {
        let problem = |problem: &Problem| RunProblem {
            line: problem.line,
            column: problem.column.clone(),
            about: problem.about.clone(),
            value: problem.value.clone(),
            code: problem.code.word().to_owned(),
        };
        let note =
            |note: &Note| RunNote { line: note.line, code: note.code.word().to_owned(), value: note.value.clone() };
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
            problems_total: self.lines_with_problems() as u64,
            notes: self.notes.iter().map(note).collect(),
            corrections: self.corrections.iter().take(PROBLEMS_KEPT).cloned().collect(),
        }
    }
}

/// So many problems of a file are kept with its run.
const PROBLEMS_KEPT: usize = 5_000;
