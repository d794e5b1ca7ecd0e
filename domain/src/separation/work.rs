//! The rights in each work of an end (DOMAIN 2.11): where it comes from, who made it, what becomes of the rights and when, and
//! what that still waits for.

use crate::days::Day;
use crate::word::words;
use serde::{Deserialize, Serialize};

words! {
    /// Where a work comes from.
    Origin {
        /// Ours from before.
        PreExisting = "pre_existing",
        Commissioned = "commissioned",
        ThirdParty = "third_party",
        OpenSource = "open_source",
        /// Made by a program.
        Generated = "generated",
    }
}

words! {
    /// Who made it, and whether the chain of rights reaches us.
    Author {
        Employees = "employees",
        /// Contractors, who assigned it to us in writing.
        Assigned = "assigned",
        /// Contractors, who have not.
        Unassigned = "unassigned",
        /// Others, under a licence of theirs.
        Others = "others",
    }
}

words! {
    /// What becomes of the rights in it.
    Grant {
        Yours = "yours",
        Licensed = "licensed",
        Ours = "ours",
    }
}

words! {
    /// When they pass.
    Trigger {
        Creation = "creation",
        Acceptance = "acceptance",
        /// Once all is paid.
        Payment = "payment",
    }
}

words! {
    /// What becomes of a licence for it that is in our name.
    Licence {
        Absent = "absent",
        Transferred = "transferred",
        /// The client buys one of their own.
        Rebought = "rebought",
        /// It ends with the services.
        Ends = "ends",
    }
}

/// What is decided of a work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Work {
    #[serde(default)]
    pub id: u32,
    pub origin: Origin,
    pub author: Author,
    pub grant: Grant,
    pub trigger: Trigger,
    /// Whether the rights pass by a written, itemised paper only.
    pub in_writing: bool,
    /// Whether the working files are owed.
    pub files_owed: bool,
    pub licence: Licence,
}

/// The work, and on which terms, such as scope, place and time; the client reads both.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkSaid {
    pub work: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub terms: Option<String>,
}

words! {
    /// A step on the way of the rights.
    Step {
        /// The contractors assigned it to us.
        Chained = "chained",
        Accepted = "accepted",
        /// Both signed the paper by which they pass.
        Signed = "signed",
    }
}

words! {
    /// What the rights still wait for.
    Lack {
        /// Those who made it have not assigned it to us.
        Chain = "chain",
        Acceptance = "acceptance",
        Payment = "payment",
        Paper = "paper",
    }
}

/// A work with how far its rights have come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scheduled {
    pub work: Work,
    /// Absent where it was erased.
    pub said: Option<WorkSaid>,
    pub chained_on: Option<Day>,
    pub accepted_on: Option<Day>,
    /// The day on which both signed, and the kept paper.
    pub signed: Option<(Day, String)>,
}

/// Why a work cannot stand as it is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unsound {
    /// What is others' is not ours to give, and what is ours is nobody else's.
    Whose,
    /// What is licensed, or passes by a paper, says on which terms.
    Terms,
}

impl Work {
    /// Tells why it cannot stand, if it cannot.
    pub fn unsound(&self, said: &WorkSaid) -> Option<Unsound> {
        let is_others = matches!(self.origin, Origin::ThirdParty | Origin::OpenSource);
        let is_itemised = said.terms.as_ref().is_some_and(|terms| !terms.trim().is_empty());
        if is_others != (self.author == Author::Others) || (is_others && self.grant == Grant::Yours) {
            Some(Unsound::Whose)
        } else if !is_itemised && (self.grant == Grant::Licensed || self.asks_for(Step::Signed)) {
            Some(Unsound::Terms)
        } else {
            None
        }
    }

    /// Tells whether the client gets any right in it.
    pub fn passes(&self) -> bool {
        self.grant != Grant::Ours
    }

    /// Tells whether the rights wait for a step, whether taken or not.
    pub fn asks_for(&self, step: Step) -> bool {
        self.passes()
            && match step {
                Step::Chained => self.author == Author::Unassigned,
                Step::Accepted => self.trigger == Trigger::Acceptance,
                Step::Signed => self.in_writing,
            }
    }
}

impl Scheduled {
    /// Returns a work as it is listed.
    pub fn new(work: Work, said: Option<WorkSaid>) -> Scheduled {
        Scheduled { work, said, chained_on: None, accepted_on: None, signed: None }
    }

    /// Returns the day on which a step was taken.
    pub fn on(&self, step: Step) -> Option<Day> {
        match step {
            Step::Chained => self.chained_on,
            Step::Accepted => self.accepted_on,
            Step::Signed => self.signed.as_ref().map(|(on, _)| *on),
        }
    }

    fn waits_for(&self, step: Step) -> bool {
        self.work.asks_for(step) && self.on(step).is_none()
    }

    /// Returns the step that comes next.
    pub fn next(&self) -> Option<Step> {
        Step::ALL.iter().copied().find(|step| self.waits_for(*step))
    }

    /// Tells whether a step can be taken: it is asked for, and nobody signs away what did not reach us.
    pub fn may(&self, step: Step) -> bool {
        self.waits_for(step) && (step != Step::Signed || !self.waits_for(Step::Chained))
    }

    /// Returns what the rights still wait for; nothing where they stay ours.
    pub fn lacks(&self, is_paid: bool) -> Vec<Lack> {
        let lacks = [
            (Lack::Chain, self.waits_for(Step::Chained)),
            (Lack::Acceptance, self.waits_for(Step::Accepted)),
            (Lack::Payment, self.work.passes() && self.work.trigger == Trigger::Payment && !is_paid),
            (Lack::Paper, self.waits_for(Step::Signed)),
        ];
        lacks.into_iter().filter(|(_, is_open)| *is_open).map(|(lack, _)| lack).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn work(origin: Origin, author: Author, grant: Grant, trigger: Trigger, in_writing: bool) -> Work {
        Work { id: 1, origin, author, grant, trigger, in_writing, files_owed: false, licence: Licence::Absent }
    }

    fn said(terms: Option<&str>) -> WorkSaid {
        WorkSaid { work: "shop identity".to_owned(), terms: terms.map(str::to_owned) }
    }

    #[test]
    fn nobody_gives_what_is_others_and_what_passes_by_paper_is_itemised() {
        let of = |origin, author, grant, in_writing| work(origin, author, grant, Trigger::Payment, in_writing);
        let fonts = of(Origin::ThirdParty, Author::Others, Grant::Yours, false);
        assert_eq!(fonts.unsound(&said(Some("for print"))), Some(Unsound::Whose));
        let fonts = of(Origin::OpenSource, Author::Employees, Grant::Licensed, false);
        assert_eq!(fonts.unsound(&said(Some("MIT"))), Some(Unsound::Whose));
        let fonts = of(Origin::OpenSource, Author::Others, Grant::Licensed, false);
        assert_eq!((fonts.unsound(&said(None)), fonts.unsound(&said(Some("MIT")))), (Some(Unsound::Terms), None));
        let logo = of(Origin::Commissioned, Author::Employees, Grant::Yours, true);
        assert_eq!(logo.unsound(&said(Some(" "))), Some(Unsound::Terms));
        assert_eq!(logo.unsound(&said(Some("all uses, everywhere, for good"))), None);
        let tools = of(Origin::PreExisting, Author::Employees, Grant::Ours, true);
        assert_eq!(tools.unsound(&said(None)), None, "nothing passes");
    }

    #[test]
    fn rights_wait_for_the_chain_the_acceptance_the_payment_and_the_paper() {
        let day = |iso| Day::from_iso(iso).expect("a day");
        let paid = work(Origin::Commissioned, Author::Unassigned, Grant::Yours, Trigger::Payment, true);
        let mut paid = Scheduled::new(paid, None);
        assert_eq!(paid.lacks(false), [Lack::Chain, Lack::Payment, Lack::Paper]);
        assert_eq!((paid.next(), paid.may(Step::Signed)), (Some(Step::Chained), false), "it is not ours to give yet");
        assert!(!paid.may(Step::Accepted), "nobody asked for it");
        paid.chained_on = Some(day("2026-11-20"));
        assert_eq!((paid.next(), paid.may(Step::Signed)), (Some(Step::Signed), true));
        paid.signed = Some((day("2026-12-01"), "0a1b".to_owned()));
        assert_eq!((paid.lacks(false), paid.lacks(true)), (vec![Lack::Payment], vec![]), "the payment clears");
        let accepted = work(Origin::Commissioned, Author::Employees, Grant::Licensed, Trigger::Acceptance, false);
        let accepted = Scheduled::new(accepted, None);
        assert_eq!((accepted.lacks(true), accepted.next()), (vec![Lack::Acceptance], Some(Step::Accepted)));
        let ours = work(Origin::PreExisting, Author::Unassigned, Grant::Ours, Trigger::Payment, true);
        let ours = Scheduled::new(ours, None);
        assert_eq!((ours.lacks(false), ours.next()), (vec![], None));
    }
}
