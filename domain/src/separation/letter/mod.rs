//! The letters of a parting.

use super::tone;
use crate::word::words;

words! {
    /// What a letter is.
    Kind {
        Notice = "notice_of_termination",
        Boundary = "boundary_letter",
        Reminder = "reminder",
        Default = "notice_of_default",
        Suspension = "suspension",
        NonRenewal = "non_renewal",
        Agreement = "mutual_termination_agreement",
        Answer = "answer",
        ClosingSummary = "closing_summary",
        ReferralList = "referral_list",
        HandoverCover = "handover_cover",
        Clearance = "clearance",
        Release = "mutual_release",
        ClosureCertificate = "closure_certificate",
        DeletionCertificate = "deletion_certificate",
        ThankYou = "thank_you",
        CallScript = "call_script",
        MeetingScript = "meeting_script",
    }
}

impl Kind {
    /// Returns the rules of tone that hold for it.
    pub fn tone(self) -> tone::Kind {
        match self {
            Kind::Notice | Kind::NonRenewal => tone::Kind::Notice,
            Kind::Boundary => tone::Kind::Boundary,
            Kind::Reminder | Kind::Default | Kind::Suspension => tone::Kind::Reminder,
            _ => tone::Kind::Reply,
        }
    }
}
