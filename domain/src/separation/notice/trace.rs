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
    /// The sender's time as the recipient's clock shows it.
    LocalTime,
    Receipt,
    Start,
    Length,
    /// A holiday that is not counted.
    Skipped,
    ClearDays,
    LockIn,
    Align,
    Roll,
    LastReceipt,
    LastReceiptOpen,
    LastDispatch,
    SafeDispatch,
    /// No day is early enough.
    NoLastReceipt,
    Tentative,
    /// No pack lists the holidays of a place, or only those from a day on.
    Unlisted,
}

/// Who says that a rule holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// The clause, as the input states it.
    Clause,
    /// No clause says so; this program's default for the method.
    Default,
    /// The zones of both places.
    Zones,
    /// The packs of holidays.
    Packs,
    /// Weekends and holidays of the places.
    Calendar,
    /// The Umm al-Qura table.
    UmmAlQura,
    /// This program's own caution.
    Margin,
}

impl StepKind {
    /// Returns the word by which programs know it.
    pub fn word(self) -> String {
        word(&self)
    }
}

impl Source {
    /// Returns the word by which programs know it.
    pub fn word(self) -> String {
        word(&self)
    }
}

/// Returns the word that a choice is written as.
pub(super) fn word(value: &impl Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

impl Step {
    /// Returns a step between two things that can be written.
    pub fn of(step: StepKind, from: impl ToString, to: impl ToString, rule: impl ToString, source: Source) -> Step {
        Step { step, from: from.to_string(), to: to.to_string(), rule: rule.to_string(), source }
    }
}
