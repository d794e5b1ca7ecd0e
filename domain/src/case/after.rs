//! What a decision of the protected road leaves to do: it ends nothing by itself, and protection goes on.

use super::clock::{self, Due};
use super::decision::{Execution, Signed};
use super::outcome::Outcome;
use super::protection::{Measure, Milestone};
use super::role::Class;
use super::stage::Stage;
use super::state::Case;
use crate::days::Day;
use crate::days::calendar::Calendar;

/// Something that is still to be done, or goes on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remaining {
    /// Someone tells the client, by a channel and on a day.
    Tell(Execution),
    Reach(Due),
    /// The decision is looked at again, where the client stays.
    LookAgain(Day),
    /// A measure runs until its day, or until it is ended.
    Protect(Measure),
}

impl Remaining {
    /// Returns the day on which it is due; a measure without an end has none.
    pub fn on(&self) -> Option<Day> {
        match self {
            Remaining::Tell(execution) => Some(execution.on),
            Remaining::Reach(due) => Some(due.due_on),
            Remaining::LookAgain(day) => Some(*day),
            Remaining::Protect(measure) => measure.until,
        }
    }
}

/// Returns the decision that stands in a restricted case that is still open.
pub fn standing(case: &Case) -> Option<&Signed> {
    let stands = matches!(case.stage, Stage::Decided | Stage::Repair) || case.stage.is_parting();
    let is_here = case.opening.class != Class::Normal && !case.protection.is_closed();
    case.signed.as_ref().filter(|_| stands && is_here)
}

/// Tells whether the client was told of the decision that stands.
pub fn is_told(case: &Case) -> bool {
    let told_on = case.protection.milestones.iter().filter(|reached| reached.milestone == Milestone::ClientTold);
    let last = told_on.map(|reached| reached.on).max();
    standing(case).is_some_and(|signed| last.is_some_and(|last| signed.on <= last))
}

/// Returns when a decision that keeps the client is looked at again.
pub fn review_on(case: &Case) -> Option<Day> {
    standing(case).filter(|signed| !signed.decision.outcome.ends()).and_then(|signed| signed.decision.review_on)
}

/// Returns what remains after the decision that stands, by day; what has none comes last.
pub fn remaining(case: &Case, calendar: Option<&Calendar>) -> Vec<Remaining> {
    let Some(signed) = standing(case) else { return vec![] };
    let tell = signed.decision.execution.clone().filter(|_| !is_told(case)).map(Remaining::Tell);
    let open = clock::clock(case, calendar).into_iter().filter(|due| due.reached_on.is_none()).map(Remaining::Reach);
    let look = review_on(case).map(Remaining::LookAgain);
    let run = case.protection.running().cloned().map(Remaining::Protect);
    let mut all: Vec<Remaining> = tell.into_iter().chain(open).chain(look).chain(run).collect();
    all.sort_by_key(|one| (one.on().is_none(), one.on()));
    all
}

/// Tells whether an outcome needs conditions in writing: a client who stays after what is always wrong stays on conditions.
pub fn needs_conditions(case: &Case, outcome: Outcome) -> bool {
    case.opening.class != Class::Normal && !outcome.ends()
}
