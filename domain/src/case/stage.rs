//! Where a case stands (DOMAIN 5.2).

use crate::word::words;

words! {
    /// A stage of a case, in the order of its way.
    Stage {
        Triage = "triage",
        FactFinding = "fact_finding",
        Review = "review",
        Decided = "decided",
        Repair = "repair",
        /// Kept, with or without guardrails.
        Kept = "kept",
        PreparingExit = "preparing_exit",
        /// The notice is served, or an agreement signed.
        Notice = "notice",
        /// Until the day of the end: work goes on, and everything is handed over.
        Transition = "transition",
        Settlement = "settlement",
        /// Ended, with nothing owed.
        Closed = "closed",
        /// Looked back upon, with its lessons; nothing more is written but what comes later.
        Learned = "learned",
        /// Closed without an end of the relationship.
        Withdrawn = "withdrawn",
        /// A restricted case in which people are protected first.
        Protect = "protect",
    }
}

words! {
    /// How much of the review is asked for (RULINGS 39).
    Track {
        /// Up to twelve members: the few hard gates, the rest offered.
        Light = "light",
        Full = "full",
    }
}

impl Stage {
    /// Tells whether the case asks for nothing more unless it is reopened.
    pub fn is_at_rest(self) -> bool {
        matches!(self, Stage::Kept | Stage::Withdrawn | Stage::Closed | Stage::Learned)
    }

    /// Tells whether the end of the relationship is carried out, or was.
    pub fn has_parting(self) -> bool {
        self.is_parting() || matches!(self, Stage::Closed | Stage::Learned)
    }

    /// Tells whether nothing is ended yet and a client can still be reminded, or told where the limits are.
    pub fn may_warn(self) -> bool {
        matches!(self, Stage::FactFinding | Stage::Review | Stage::Decided | Stage::Repair | Stage::Kept)
    }

    /// Tells whether a notice of ours may be prepared or run: that of a further contract may go out while the first one runs.
    pub fn may_give_notice(self) -> bool {
        matches!(self, Stage::PreparingExit | Stage::Notice | Stage::Transition)
    }

    /// Tells whether the end of the relationship is being carried out.
    pub fn is_parting(self) -> bool {
        matches!(self, Stage::PreparingExit | Stage::Notice | Stage::Transition | Stage::Settlement)
    }
}
