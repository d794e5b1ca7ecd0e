//! Letters to a client as data: their kinds, what each rests on, and what one lacks (DOMAIN 2.3, B40–B49, B61–B69). The
//! types hold what a client may read and nothing else.

mod certificate;
mod contradiction;
mod facts;
mod need;
mod reason;

pub use certificate::overstated;
pub use contradiction::{Contradiction, Differs, Known, Runs, contradictions, repeats, sums, without_sums};
pub use facts::*;
pub use need::{Fact, Setting, missing};
pub use reason::{Disclosure, Reason, reason, usual_disclosure};

use super::tone;
use crate::word::words;

words! {
    /// A kind of letter, certificate or script, in the order in which a parting meets them.
    Kind {
        Boundary = "boundary_letter",
        Reminder = "reminder",
        Default = "notice_of_default",
        Suspension = "suspension",
        CallScript = "call_script",
        MeetingScript = "meeting_script",
        Notice = "notice_of_termination",
        NonRenewal = "non_renewal",
        Agreement = "mutual_termination_agreement",
        Answer = "answer",
        ReferralList = "referral_list",
        HandoverCover = "handover_cover",
        ClosingSummary = "closing_summary",
        Clearance = "clearance",
        Release = "mutual_release",
        DeletionCertificate = "deletion_certificate",
        ClosureCertificate = "closure_certificate",
        ThankYou = "thank_you",
    }
}

impl Kind {
    /// Returns the rules of tone that hold for it.
    pub fn tone(self) -> tone::Kind {
        match self {
            Kind::Notice | Kind::NonRenewal => tone::Kind::Notice,
            Kind::Reminder | Kind::Default | Kind::Suspension => tone::Kind::Reminder,
            Kind::Boundary => tone::Kind::Boundary,
            _ => tone::Kind::Reply,
        }
    }

    /// Tells whether it comes before any end, so that there need be none: a limit, a reminder, and the rungs of the ladder
    /// above it (DOMAIN B23, B30, 2.9).
    pub fn warns(self) -> bool {
        matches!(self, Kind::Boundary | Kind::Reminder) || self.is_grave()
    }

    /// Tells whether it is a rung of the ladder that harms if it is wrong, so that two people stand behind it.
    pub fn is_grave(self) -> bool {
        matches!(self, Kind::Default | Kind::Suspension)
    }

    /// Tells whether a period or a right depends on how it is served, so that a chat message will not do.
    pub fn is_formal(self) -> bool {
        use Kind::*;
        matches!(self, Notice | NonRenewal | Default | Suspension)
    }

    /// Tells whether it has its place once the file is closed, too: what was done is certified whenever it is done or asked for
    /// (DOMAIN 2.13), and thanks come last (DOMAIN 2.20).
    pub fn is_late(self) -> bool {
        matches!(self, Kind::DeletionCertificate | Kind::ClosureCertificate | Kind::ThankYou)
    }

    /// Tells whether it is spoken and never sent.
    pub fn is_spoken(self) -> bool {
        matches!(self, Kind::CallScript | Kind::MeetingScript)
    }
}

words! {
    /// A rung of the reminders (DOMAIN 2.9) that is a letter of its own.
    Rung {
        /// Before the day on which it is due.
        Courtesy = "courtesy",
        Friendly = "friendly",
        Formal = "formal",
        Final = "final",
    }
}
