//! What the records do not say of a client's account, and a person states: each with what it rests on.

use crate::case::trial::Instalment;
use crate::days::Day;
use crate::money::Money;
use crate::word::words;
use serde::{Deserialize, Serialize};

words! {
    /// By which rule an advance is earned (DOMAIN 2.10).
    Earning {
        /// Day by day over its period.
        Days = "days",
        /// By the hours worked in its period, at the agreed price.
        Hours = "hours",
        /// By the work that was accepted, of all that was due in its period.
        Accepted = "accepted",
        /// At once: it pays for being available.
        OnReceipt = "on_receipt",
        /// Never: it is given back, as a security is.
        Refundable = "refundable",
    }
}

words! {
    /// Which particular it is.
    ParticularKind {
        DisputedPart = "disputed_part",
        Advance = "advance",
        Trust = "trust",
        Retainage = "retainage",
        Plan = "plan",
        Loss = "loss",
        Waiver = "waiver",
        Pause = "pause",
        Cure = "cure",
        Insolvency = "insolvency",
        CounselStop = "counsel_stop",
        SuspensionRight = "suspension_right",
        HarmCheck = "harm_check",
    }
}

/// One thing that a person states. Sums are minor units of the invoice's currency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Particular {
    /// Only a part of an invoice is disputed.
    DisputedPart { invoice: String, amount: i64 },
    /// An invoice was an advance for a period.
    Advance { invoice: String, from: Day, until: Day, rule: Earning, refund_days: i32 },
    /// What was paid on an invoice is held in trust.
    Trust { invoice: String },
    /// The client keeps a part of an invoice back until a day.
    Retainage { invoice: String, amount: i64, release_on: Day },
    /// A payment plan that the client accepted.
    Plan { invoices: Vec<String>, instalments: Vec<Instalment>, accepted_on: Day },
    /// A loss that late payment caused, claimed instead of interest.
    Loss { what: String, amount: Money },
    /// Work and costs up to a day that stand on no invoice are never billed.
    Waiver { until: Day },
    /// Reminders rest, for a reason and until a day.
    Pause { invoice: Option<String>, from: Day, until: Day },
    /// Until when the client may mend the default of which it was given notice.
    Cure { invoice: String, until: Day },
    /// The client is insolvent, or is said to be.
    Insolvency { on: Day },
    /// Counsel stopped all reminders.
    CounselStop { on: Day },
    /// The contract or a law gives a right to suspend, after a notice of so many days.
    SuspensionRight { notice_days: i32, served_on: Option<Day>, additional_only: bool },
    /// Somebody checked whom a suspension would harm.
    HarmCheck { critical_system: bool, third_parties: bool },
}

impl Particular {
    /// Returns which one it is.
    pub fn kind(&self) -> ParticularKind {
        match self {
            Particular::DisputedPart { .. } => ParticularKind::DisputedPart,
            Particular::Advance { .. } => ParticularKind::Advance,
            Particular::Trust { .. } => ParticularKind::Trust,
            Particular::Retainage { .. } => ParticularKind::Retainage,
            Particular::Plan { .. } => ParticularKind::Plan,
            Particular::Loss { .. } => ParticularKind::Loss,
            Particular::Waiver { .. } => ParticularKind::Waiver,
            Particular::Pause { .. } => ParticularKind::Pause,
            Particular::Cure { .. } => ParticularKind::Cure,
            Particular::Insolvency { .. } => ParticularKind::Insolvency,
            Particular::CounselStop { .. } => ParticularKind::CounselStop,
            Particular::SuspensionRight { .. } => ParticularKind::SuspensionRight,
            Particular::HarmCheck { .. } => ParticularKind::HarmCheck,
        }
    }

    /// Returns the invoice that it is about, if it is about one.
    pub fn invoice(&self) -> Option<&str> {
        match self {
            Particular::DisputedPart { invoice, .. }
            | Particular::Advance { invoice, .. }
            | Particular::Trust { invoice }
            | Particular::Retainage { invoice, .. }
            | Particular::Cure { invoice, .. } => Some(invoice),
            Particular::Pause { invoice, .. } => invoice.as_deref(),
            _ => None,
        }
    }
}

/// A particular with its id and what it rests on: a clause, a letter, a person's word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    pub id: String,
    pub said_on: Day,
    pub basis: String,
    pub particular: Particular,
}
