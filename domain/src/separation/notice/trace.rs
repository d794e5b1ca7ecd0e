//! The steps of a computation, as data: what was moved, from where to where, by which rule, and who says so.

use serde::Serialize;

/// One step of a computation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Step {
    pub step: StepKind,
    pub from: String,
    pub to: String,
    /// The rule in the words of the input: `nth_business_day 2`.
    pub rule: String,
    pub source: Source,
}

/// What a step does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum StepKind {
    Receipt,
    Start,
    Length,
    ClearDays,
    LockIn,
    Align,
    Roll,
    LastReceipt,
    LastReceiptOpen,
    LastDispatch,
    SafeDispatch,
    Tentative,
}

/// Who says that a rule holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// The clause, as the input states it.
    Clause,
    /// Weekends and holidays of the places.
    Calendar,
    /// The Umm al-Qura table.
    UmmAlQura,
    /// This program's own caution.
    Margin,
}

impl Step {
    /// Returns a step between two things that can be written.
    pub fn of(step: StepKind, from: impl ToString, to: impl ToString, rule: impl ToString, source: Source) -> Step {
        Step { step, from: from.to_string(), to: to.to_string(), rule: rule.to_string(), source }
    }
}
