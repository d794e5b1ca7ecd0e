//! The steps of a computation, as data: what was moved, from where to where, by which rule, and who says so.

use crate::word::words;
use serde::{Deserialize, Serialize};

/// One step of a computation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    pub step: StepKind,
    pub from: String,
    pub to: String,
    /// The rule in the words of the input: `nth_business_day 2`.
    pub rule: String,
    pub source: Source,
}

words! {
    /// What a step does.
    StepKind {
        /// The sender's time as the recipient's clock shows it.
        LocalTime = "local_time",
        Receipt = "receipt",
        Start = "start",
        Length = "length",
        /// A holiday that is not counted.
        Skipped = "skipped",
        ClearDays = "clear_days",
        LockIn = "lock_in",
        Align = "align",
        Roll = "roll",
        FirstReceipt = "first_receipt",
        FirstDispatch = "first_dispatch",
        LastReceipt = "last_receipt",
        LastReceiptOpen = "last_receipt_open",
        LastDispatch = "last_dispatch",
        SafeDispatch = "safe_dispatch",
        /// It comes too late for the running term, and ends a later one.
        NextTerm = "next_term",
        /// The term runs out.
        TermEnd = "term_end",
        /// No day is early enough.
        NoLastReceipt = "no_last_receipt",
        Tentative = "tentative",
        /// No pack lists the holidays of a place, or only those from a day on.
        Unlisted = "unlisted",
    }
}

words! {
    /// Who says that a rule holds.
    Source {
        /// The clause, as the input states it.
        Clause = "clause",
        /// No clause says so; this program's default for the method.
        Default = "default",
        /// The zones of both places.
        Zones = "zones",
        /// The packs of holidays.
        Packs = "packs",
        /// Weekends and holidays of the places.
        Calendar = "calendar",
        /// The Umm al-Qura table.
        UmmAlQura = "umm_al_qura",
        /// This program's own caution.
        Margin = "margin",
    }
}

impl Step {
    /// Returns a step between two things that can be written.
    pub fn of(step: StepKind, from: impl ToString, to: impl ToString, rule: impl ToString, source: Source) -> Step {
        Step { step, from: from.to_string(), to: to.to_string(), rule: rule.to_string(), source }
    }
}
