//! The dated plan of an end (DOMAIN B70, B71): backwards from the last day of the services for what must be done by then,
//! forwards from it for what follows; what it all hangs on, and what has slipped.

mod schedule;
pub mod slip;
pub mod transition;

pub use schedule::schedule;

use super::obligation::Ends;
use crate::days::Day;
use crate::word::words;
use serde::{Deserialize, Serialize};

words! {
    /// Who is busy with a step.
    Stream {
        Legal = "legal",
        Talking = "talking",
        /// Work and money.
        Work = "work",
    }
}

words! {
    /// A step of parting.
    Step {
        /// Contract read, dossier reviewed, letter approved.
        Prepare = "prepare",
        /// The talk, and the written notice on the same day.
        Talk = "talk",
        /// The notice counts as received.
        Receipt = "receipt",
        /// The length that contract or law demands.
        Period = "period",
        Questions = "questions",
        Deliver = "deliver",
        /// Whoever comes next is shown how things are done.
        Knowledge = "knowledge",
        /// Ownership of accounts and names passes to the client.
        Transfer = "transfer",
        /// The client's data is copied, read back and given back.
        DataReturn = "data_return",
        /// Our own access is removed.
        Removal = "removal",
        /// The final invoice until it is paid.
        Payment = "payment",
        /// Certificates, archive, closing.
        Closing = "closing",
        /// The first and the second look whether an access survived.
        Recheck30 = "recheck_30",
        Recheck90 = "recheck_90",
        Retrospective = "retrospective",
    }
}

/// What a plan is made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Given {
    /// When the client is talked to and the notice sent.
    pub notice_on: Day,
    pub received_on: Day,
    /// The last day of the services.
    pub effective_on: Day,
    /// How long after its invoice a payment is due, in calendar days.
    pub payment_days: u16,
    /// The last due day of what is still to be delivered, if there is anything.
    pub deliver_by: Option<Day>,
}

/// A step that comes first, and whether the next may begin on the day on which it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct After {
    pub step: Step,
    pub same_day: bool,
}

/// A step with its days; both are part of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    pub step: Step,
    pub stream: Stream,
    pub start: Day,
    pub end: Day,
    pub after: Vec<After>,
    /// By how many business days it can end later before the closing does; `None` for what comes after the closing.
    pub slack: Option<i32>,
}

/// A plan, its steps in the order in which they begin within their streams.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    pub steps: Vec<Planned>,
    pub ends: Ends,
}

impl Planned {
    /// Tells whether the closing slips when this does.
    pub fn is_critical(&self) -> bool {
        self.slack == Some(0)
    }

    /// Tells whether it is a single day.
    pub fn is_a_day(&self) -> bool {
        self.start == self.end
    }
}

impl Plan {
    /// Returns a step.
    pub fn get(&self, step: Step) -> Option<&Planned> {
        self.steps.iter().find(|planned| planned.step == step)
    }

    /// Returns the steps that the closing hangs on, in their order.
    pub fn critical(&self) -> Vec<&Planned> {
        let mut critical: Vec<&Planned> = self.steps.iter().filter(|planned| planned.is_critical()).collect();
        critical.sort_by_key(|planned| (planned.start, planned.end, planned.step));
        critical
    }

    /// Returns the first and the last day.
    pub fn span(&self) -> (Day, Day) {
        let first = self.steps.iter().map(|planned| planned.start).min().unwrap_or(self.ends.notice_on);
        let last = self.steps.iter().map(|planned| planned.end).max().unwrap_or(self.ends.closing_on);
        (first, last)
    }
}

#[cfg(test)]
mod tests;
