//! What was gathered before a decision: what the client said, what speaks for a cause, what counsel wrote.

use super::decision::Ground;
use super::event::FactRef;
use super::root_cause::RootCause;
use super::state::Case;
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
    /// It does not go on for now; another word lets it.
    pub wait: bool,
    pub said: Option<String>,
}

impl Case {
    /// Tells whether counsel's last word on a ground, or on none in particular, is to wait.
    pub fn counsel_waits(&self, ground: Option<Ground>) -> bool {
        self.counsel.iter().rev().find(|word| word.ground == ground).is_some_and(|word| word.wait)
    }
}
