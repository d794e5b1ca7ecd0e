//! What the store rejected of a file's rows, in words of the file.

use super::tally::Tally;
use crate::intake::plan::Plan;
use crate::intake::problem::{Note, NoteCode, Problem, ProblemCode};
use crate::intake::read::Log;
use crate::intake::target::CLIENT;
use crate::intake::written::{self, Named};
use crate::store::bulk::{Fate, Put};
use domain::record::{Kind, kind_named};
use std::path::Path;

/// The problems that the store found.
#[derive(Default)]
pub struct Rejected {
    problems: Vec<Problem>,
    /// Those of them that name a number.
    named: Vec<Named>,
}

impl Rejected {
    /// Counts fates, and makes problems and notes of those that are.
    pub fn note(&mut self, fates: Vec<Fate>, plan: &Plan, tally: &mut Tally, log: &mut Log) {
        for fate in fates {
            tally.note(&fate);
            let about = fate.about.as_deref().unwrap_or_default();
            match fate.put {
                Put::Duplicate => {
                    let column = kind_named(fate.kind).and_then(Kind::id_column);
                    self.problem(ProblemCode::DuplicateKey, &fate, column.map(|(name, _)| name), plan);
                }
                Put::InvoiceUnknown => self.problem(ProblemCode::InvoiceUnknown, &fate, Some("invoice"), plan),
                Put::Added | Put::Changed | Put::Unchanged => {}
                Put::Kept => log.note(Note::new(Some(fate.line), NoteCode::CorrectionKept, about)),
                Put::Overruled => log.note(Note::new(Some(fate.line), NoteCode::CorrectionReplaced, about)),
            }
        }
    }

    fn problem(&mut self, code: ProblemCode, fate: &Fate, column: Option<&str>, plan: &Plan) {
        let kind = kind_named(fate.kind);
        let first = |column: &str| plan.places(kind?, column).first().copied();
        let place = column.and_then(|column| first(if fate.kind == "clients" { CLIENT } else { column }));
        // A key of several columns begins with the invoice it is about.
        if let Some(cell) = place.or_else(|| first("invoice")) {
            self.named.push(Named { problem: self.problems.len(), line: fate.line, cell });
        }
        let problem = Problem::of_row(fate.line, code, fate.about.as_deref().unwrap_or_default()).in_place(place);
        self.problems.push(match place {
            Some(place) => problem.in_column(&plan.columns[place].header),
            None => problem,
        });
    }

    /// Returns the problems, their numbers written as the file does.
    pub fn told(mut self, path: &Path, plan: &Plan) -> Vec<Problem> {
        written::restore(path, plan, &mut self.problems, self.named);
        self.problems
    }
}
