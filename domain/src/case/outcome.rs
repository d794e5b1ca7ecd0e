//! What a review may decide.

use serde::{Deserialize, Serialize};

/// A decision about a client (DOMAIN 3.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    Keep,
    /// Continue with caution: limits that reopen the case when they are crossed.
    KeepWithGuardrails,
    Repair,
    HandOver,
    ReduceScope,
    EndByAgreement,
    EndByNotice,
    LetExpire,
    EndForBreach,
    /// Stop at once, on counsel's word.
    ImmediateStop,
}

impl Outcome {
    /// All outcomes, the mildest first.
    pub const ALL: [Outcome; 10] = {
        use Outcome::*;
        [
            Keep,
            KeepWithGuardrails,
            Repair,
            HandOver,
            ReduceScope,
            EndByAgreement,
            EndByNotice,
            LetExpire,
            EndForBreach,
            ImmediateStop,
        ]
    };

    /// Returns the word of forms, addresses and catalogues.
    pub fn word(self) -> &'static str {
        match self {
            Outcome::Keep => "keep",
            Outcome::KeepWithGuardrails => "keep_with_guardrails",
            Outcome::Repair => "repair",
            Outcome::HandOver => "hand_over",
            Outcome::ReduceScope => "reduce_scope",
            Outcome::EndByAgreement => "end_by_agreement",
            Outcome::EndByNotice => "end_by_notice",
            Outcome::LetExpire => "let_expire",
            Outcome::EndForBreach => "end_for_breach",
            Outcome::ImmediateStop => "immediate_stop",
        }
    }

    /// Returns the outcome of a word.
    pub fn of(word: &str) -> Option<Outcome> {
        Outcome::ALL.into_iter().find(|outcome| outcome.word() == word)
    }

    /// Tells whether the relationship, or a part of it, ends.
    pub fn ends(self) -> bool {
        !matches!(self, Outcome::Keep | Outcome::KeepWithGuardrails | Outcome::Repair)
    }
}
