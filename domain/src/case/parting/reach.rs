//! Which acts reach the client, and which rest on everything that happened before them.

use super::act::Act;
use super::{further, offers, works};

impl Act {
    /// Tells whether something goes out to the client by it, is bound by it, or stops for them.
    pub fn reaches_client(&self) -> bool {
        match self.bare() {
            Act::OrderMail { .. }
            | Act::Dispatch { .. }
            | Act::HandOver { .. }
            | Act::SendByChat { .. }
            | Act::ServeDefault { .. }
            | Act::Suspend { .. }
            | Act::SignAgreement { .. }
            | Act::EndEarlier { .. }
            | Act::WithdrawEnd { .. }
            | Act::GiveLink { .. }
            | Act::HandOverPage { .. }
            | Act::GiveFile { .. }
            | Act::AnswerQuestion { .. }
            | Act::ApproveAnswer { .. }
            | Act::DeliverSummary { .. } => true,
            Act::Further(act) => matches!(act, further::Act::DispatchFurther { .. }),
            Act::Offer(act) => !matches!(act, offers::Act::WithdrawOffer { .. }),
            Act::Work(act) => matches!(act, works::Act::ListWork { .. }),
            _ => false,
        }
    }

    /// Tells whether whoever does it must have seen everything that happened before.
    pub fn needs_the_latest(&self) -> bool {
        matches!(
            self.bare(),
            Act::DraftLetter { letter: Some(_), .. }
                | Act::OverrideLetter { .. }
                | Act::ApproveAnswer { .. }
                | Act::ApproveNotice { .. }
                | Act::ApproveLetter { .. }
                | Act::Further(_)
                | Act::Dispatch { .. }
                | Act::OrderMail { .. }
                | Act::SignAgreement { .. }
                | Act::EndEarlier { .. }
                | Act::Settle { .. }
                | Act::WithdrawEnd { .. }
                | Act::GiveLink { .. }
                | Act::KeepArchive { .. }
        )
    }
}
