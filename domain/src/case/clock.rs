//! The clock of the protected road: what is due, by when, and whose it is (DOMAIN 2.17).

use super::protection::{Door, Milestone};
use super::role::{Class, Role};
use super::state::Case;
use crate::days::Day;
use crate::days::calendar::Calendar;

/// A term of the clock: what is due, by when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    pub milestone: Milestone,
    pub due_on: Day,
}

/// Returns when each milestone is due after a day: in business days of the firm's calendar up to the outcome, in days
/// for the looks back (DOMAIN 2.17).
pub fn terms(door: Door, since: Day, calendar: Option<&Calendar>) -> Vec<Term> {
    let business = |days: i32| match calendar {
        Some(calendar) => calendar.plus_business_days(since, days),
        // A firm that has not said where it is rests on no day.
        None => since.plus(days),
    };
    let term = |milestone, due_on| Term { milestone, due_on };
    let mut terms = vec![term(Milestone::Acknowledged, business(1)), term(Milestone::ProtectionDecided, business(1))];
    if door != Door::Discomfort {
        terms.push(term(Milestone::ContactNamed, business(1)));
        terms.push(term(Milestone::StatementTaken, business(3)));
    }
    match door {
        Door::Discomfort => {}
        Door::Interpretation => {
            terms.push(term(Milestone::SecondReading, business(5)));
            terms.push(term(Milestone::OtherSideHeard, business(10)));
            terms.push(term(Milestone::OutcomeTold, business(20)));
        }
        Door::Wrong => {
            terms.push(term(Milestone::ClientApproached, business(5)));
            terms.push(term(Milestone::OutcomeTold, business(20)));
            terms.push(term(Milestone::RetaliationChecked30, since.plus(30)));
            terms.push(term(Milestone::RetaliationChecked90, since.plus(90)));
            terms.push(term(Milestone::RetaliationChecked180, since.plus(180)));
        }
    }
    terms
}

/// What is due in a case, and what came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    pub milestone: Milestone,
    pub due_on: Day,
    pub reached_on: Option<Day>,
    /// Whose it is to bring it about.
    pub whose: Role,
}

/// Returns the clock of a case. What whoever reported did not ask for, and what counsel forbids, is not due.
pub fn clock(case: &Case, calendar: Option<&Calendar>) -> Vec<Due> {
    let protection = &case.protection;
    let (Some(door), Some(since)) = (protection.door, protection.door_since) else { return vec![] };
    let due = |Term { milestone, due_on }: Term| {
        let reached_on = protection.reached(milestone).map(|reached| reached.on);
        Due { milestone, due_on, reached_on, whose: whose(milestone, case.opening.class) }
    };
    let asked = |due: &Due| due.reached_on.is_some() || is_asked(case, due.milestone);
    terms(door, since, calendar).into_iter().map(due).filter(asked).collect()
}

/// Returns what is due first and still open.
pub fn next(case: &Case, calendar: Option<&Calendar>) -> Option<Due> {
    if case.protection.is_closed() {
        return None;
    }
    clock(case, calendar).into_iter().filter(|due| due.reached_on.is_none()).min_by_key(|due| due.due_on)
}

fn is_asked(case: &Case, milestone: Milestone) -> bool {
    let protection = &case.protection;
    let to_client = matches!(milestone, Milestone::ClientApproached | Milestone::OtherSideHeard);
    let silent = protection.instruction.as_ref().is_some_and(|(instruction, _)| instruction.no_word_to_client);
    let always = matches!(milestone, Milestone::Acknowledged | Milestone::ProtectionDecided);
    // What did not happen asks for no talk with the client, and is not avenged by it.
    let ended = protection.has(Milestone::NotBorneOut) || protection.has(Milestone::Explained);
    always || !(protection.is_record_only() || (to_client && (silent || ended)))
}

/// Returns whose a milestone is.
pub fn whose(milestone: Milestone, class: Class) -> Role {
    match milestone {
        Milestone::ClientApproached | Milestone::ClientTold | Milestone::OutcomeTold | Milestone::SecondReading => {
            Role::DecisionOwner
        }
        Milestone::ClosedByPerson => Role::Reporter,
        _ if class == Class::IllegalAct => Role::Compliance,
        _ => Role::Guardian,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clock_counts_the_firms_business_days() {
        let day = |iso| Day::from_iso(iso).expect("a day");
        let due = |door, milestone, calendar: Option<&Calendar>| {
            terms(door, day("2026-01-15"), calendar).into_iter().find(|term| term.milestone == milestone)
        };
        let riyadh = Calendar::of("SA").expect("a calendar");
        // A Thursday: Friday and Saturday are no business days there.
        let on = |iso| Some(day(iso));
        let due_on = |term: Option<Term>| term.map(|term| term.due_on);
        assert_eq!(due_on(due(Door::Wrong, Milestone::Acknowledged, Some(&riyadh))), on("2026-01-18"));
        assert_eq!(due_on(due(Door::Wrong, Milestone::ClientApproached, Some(&riyadh))), on("2026-01-22"));
        assert_eq!(due_on(due(Door::Wrong, Milestone::Acknowledged, None)), on("2026-01-16"));
        assert_eq!(due_on(due(Door::Wrong, Milestone::RetaliationChecked90, None)), on("2026-04-15"));
        assert_eq!(due(Door::Discomfort, Milestone::ClientApproached, None), None);
    }
}
