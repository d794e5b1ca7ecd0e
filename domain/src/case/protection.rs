//! The protected road: a person first, then the client (DOMAIN A6–A18, 2.16, 2.17).

use super::word::words;
use crate::days::Day;
use crate::days::calendar::Calendar;
use serde::{Deserialize, Serialize};

words! {
    /// The three doors for people.
    Door {
        /// No act is needed; protective options at once; closes when the person says so.
        Discomfort = "discomfort",
        /// Open to interpretation: a second reader, context, pattern, the other side's reply.
        Interpretation = "interpretation",
        /// Always wrong, or illegal: the critical road.
        Wrong = "wrong",
    }
}

words! {
    /// What must happen, in the order of its clock (DOMAIN 2.17).
    Milestone {
        Acknowledged = "acknowledged",
        /// Protection was offered and answered, whatever the answer.
        ProtectionDecided = "protection_decided",
        ContactNamed = "contact_named",
        StatementTaken = "statement_taken",
        /// Someone senior and safe spoke to the client, with the reporter's knowledge.
        ClientApproached = "client_approached",
        /// For what is open to interpretation: a second person read it.
        SecondReading = "second_reading",
        OtherSideHeard = "other_side_heard",
        /// It was explained: nobody is blamed.
        Explained = "explained",
        OutcomeTold = "outcome_told",
        RetaliationChecked30 = "retaliation_checked_30",
        RetaliationChecked90 = "retaliation_checked_90",
        RetaliationChecked180 = "retaliation_checked_180",
        /// The person says that it is over.
        ClosedByPerson = "closed_by_person",
        Closed = "closed",
    }
}

words! {
    /// What protects a person at once (DOMAIN A17); moving the harmed person is none of the first.
    MeasureKind {
        Company = "company",
        Channel = "channel",
        RemoveContact = "remove_contact",
        PauseContact = "pause_contact",
        /// Only by their own wish.
        Reassignment = "reassignment",
        Support = "support",
    }
}

/// A protective measure, with its own owner, whatever becomes of the client.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Measure {
    pub id: u32,
    pub kind: MeasureKind,
    pub owner: String,
    /// Whether the person it protects agreed.
    pub consent: bool,
    pub since: Day,
    pub until: Option<Day>,
}

words! {
    /// What counsel or compliance found on the duty to report.
    DutyToReport {
        /// There is a duty; where and by when stands in its words.
        Must = "must",
        May = "may",
        None = "none",
    }
}

/// The assessment of a duty to report (DOMAIN A11, 2.16).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Duty {
    pub duty: DutyToReport,
    pub by: Option<Day>,
    /// Whether we may speak of it to the client at all.
    pub may_speak: bool,
    /// Whether stopping now would tip off those concerned: then no hold is visible.
    pub stopping_tips_off: bool,
}

/// A term of the clock: what is due, by when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    pub milestone: Milestone,
    pub due_on: Day,
}

/// Returns when each milestone is due after a report filed on a day: in business days of the firm's calendar up to the
/// outcome, in days for the looks back (DOMAIN 2.17).
pub fn terms(door: Door, filed_on: Day, calendar: Option<&Calendar>) -> Vec<Term> {
    let business = |days: i32| match calendar {
        Some(calendar) => calendar.plus_business_days(filed_on, days),
        // A firm that has not said where it is rests on no day.
        None => filed_on.plus(days),
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
            terms.push(term(Milestone::OutcomeTold, business(20)));
        }
        Door::Wrong => {
            terms.push(term(Milestone::ClientApproached, business(5)));
            terms.push(term(Milestone::OutcomeTold, business(20)));
            terms.push(term(Milestone::RetaliationChecked30, filed_on.plus(30)));
            terms.push(term(Milestone::RetaliationChecked90, filed_on.plus(90)));
            terms.push(term(Milestone::RetaliationChecked180, filed_on.plus(180)));
        }
    }
    terms
}

/// What has been done for a person.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Protection {
    pub door: Option<Door>,
    pub milestones: Vec<(Milestone, Day, Option<String>)>,
    pub measures: Vec<(Measure, Option<String>)>,
    pub ended: Vec<u32>,
    pub duty: Option<(Duty, Option<String>)>,
}

impl Protection {
    /// Tells whether a milestone was reached.
    pub fn has(&self, milestone: Milestone) -> bool {
        self.milestones.iter().any(|(reached, ..)| *reached == milestone)
    }

    /// Returns the measures that run.
    pub fn running(&self) -> impl Iterator<Item = &Measure> {
        self.measures.iter().map(|(measure, _)| measure).filter(|measure| !self.ended.contains(&measure.id))
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
