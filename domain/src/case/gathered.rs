//! What was gathered before a decision: what the client said, what speaks for a cause, what counsel wrote.

use super::decision::Ground;
use super::event::FactRef;
use super::root_cause::RootCause;
use crate::days::Day;

/// What the client said, in their own terms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClientView {
    pub on: Day,
    pub confirmed: bool,
    pub said: Option<String>,
}

/// Something that speaks for or against a possible cause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hypothesis {
    pub cause: RootCause,
    pub speaks_for: bool,
    pub fact: Option<FactRef>,
    pub said: Option<String>,
}

/// Counsel's written word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CounselWord {
    pub ground: Option<Ground>,
    pub talk_not_needed: bool,
    pub said: Option<String>,
}
