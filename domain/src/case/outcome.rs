//! What a review may decide.

use crate::word::words;

words! {
    /// A decision about a client (DOMAIN 3.4), the mildest first.
    Outcome {
        Keep = "keep",
        /// Continue with caution: limits that reopen the case when they are crossed.
        KeepWithGuardrails = "keep_with_guardrails",
        Repair = "repair",
        HandOver = "hand_over",
        ReduceScope = "reduce_scope",
        EndByAgreement = "end_by_agreement",
        EndByNotice = "end_by_notice",
        LetExpire = "let_expire",
        EndForBreach = "end_for_breach",
        /// Stop at once, on counsel's word.
        ImmediateStop = "immediate_stop",
    }
}

impl Outcome {
    /// Tells whether the relationship, or a part of it, ends.
    pub fn ends(self) -> bool {
        !matches!(self, Outcome::Keep | Outcome::KeepWithGuardrails | Outcome::Repair)
    }
}
