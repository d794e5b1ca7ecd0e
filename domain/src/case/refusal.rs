//! Why a rule says no: data, no words.

use super::gate::{Item, Missing, Whose};
use super::learning::identity::Mark;
use super::role::{Action, Role};
use super::stage::Stage;
use crate::days::Day;
use crate::separation::contract::{TermName, TermValue};
use crate::separation::dunning::Lack;
use crate::separation::letter::Contradiction;
use crate::separation::obligation::Wrong;
use crate::word::words;

/// Why something cannot be done in a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is another's to do: what, and whose.
    NotYours { action: Action, roles: Vec<Role> },
    /// Something must be there before.
    Missing(Vec<Missing>),
    /// It has its place in another stage.
    NotNow { stage: Stage },
    /// A matter of law or conduct: it takes the protected road, and nothing of it is kept here.
    TakeProtectedRoad,
    /// A field of what was said cannot be taken.
    Invalid { field: Field, why: Why },
    /// It has been done, and cannot be done twice.
    Done,
    /// The same person cannot do both.
    SamePerson,
    /// Not before this instant.
    TooSoon { until: String },
    /// Only who is asked answers.
    NotAsked,
    /// A letter is on its way by mail; until it is known what came of it, it and what it rests on stand still.
    Underway,
    /// A text that everyone will read tells of whom it tells.
    Identifies(Vec<Mark>),
    /// A text that goes to the client says something else than the case.
    Contradicts(Vec<Contradiction>),
    /// The notice does not agree with what people confirmed of the contract: the terms, and what they say.
    Departs(Vec<(TermName, TermValue)>),
    /// What both sides owe has an order, and rules of its own.
    Duty(Wrong),
    /// What a suspension of services lacks.
    Suspension(Vec<Lack>),
    /// A legal hold keeps it: since when, and the member to ask.
    Held { since: Day, ask: String },
    /// A claim is near, and no legal hold says yet what it keeps: everything is kept.
    HoldAwaited,
    /// Something keeps it of which whoever asks has no part: the member to ask, where there is one yet, and no more.
    Stopped { ask: Option<String> },
}

impl Refusal {
    /// Returns that one thing must be there before, and in whose hands it lies.
    pub fn lacks(item: Item, role: Role) -> Refusal {
        Refusal::Missing(vec![Missing { item, whose: Whose::Role(role) }])
    }
}

words! {
    /// What was said that cannot be taken.
    Field {
        Text = "text",
        Day = "day",
        Number = "number",
        Member = "member",
        Choice = "choice",
    }
}

words! {
    /// Why it cannot be taken.
    Why {
        Empty = "empty",
        TooLong = "too_long",
        InThePast = "in_the_past",
        InTheFuture = "in_the_future",
        TooEarly = "too_early",
        /// It would end a later term than it was computed for.
        TooLate = "too_late",
        /// The client hears of it first.
        BeforeClient = "before_client",
        TooFar = "too_far",
        TooShort = "too_short",
        Unknown = "unknown",
        NotAllowedHere = "not_allowed_here",
    }
}

/// The longest text that anyone can say, in characters.
pub const TEXT_MAX: usize = 20_000;

/// Checks a text that must be there.
pub fn text(text: &str) -> Result<(), Refusal> {
    if text.trim().is_empty() {
        Err(Refusal::Invalid { field: Field::Text, why: Why::Empty })
    } else if text.chars().count() > TEXT_MAX {
        Err(Refusal::Invalid { field: Field::Text, why: Why::TooLong })
    } else {
        Ok(())
    }
}

/// Checks that a day has come.
pub fn has_come(day: Day, today: Day) -> Result<(), Refusal> {
    if day > today { Err(Refusal::Invalid { field: Field::Day, why: Why::InTheFuture }) } else { Ok(()) }
}

/// Checks that a day lies ahead.
pub fn lies_ahead(day: Day, today: Day) -> Result<(), Refusal> {
    if day <= today { Err(Refusal::Invalid { field: Field::Day, why: Why::InThePast }) } else { Ok(()) }
}
