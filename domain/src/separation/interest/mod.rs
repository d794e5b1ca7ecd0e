//! Interest on late payment: simple, by the day, each segment with its rate and where the rate is from (DOMAIN 2.8).
//! There is none unless a pack allows it, the contract allows it, and a person has approved it.

mod accrual;
mod law;
#[cfg(test)]
mod vectors;

pub use accrual::accrue;
pub use law::{
    Allocation, Begins, FixedSum, HalfYear, Instead, Law, LegalRate, Permission, Reference, Vat, hundredths, law,
    law_places,
};

use crate::days::Day;
use crate::money::{Currency, Money};
use crate::word::words;
use serde::{Deserialize, Serialize};

/// The undisputed part of an invoice, and what came in for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Debt {
    pub invoice: String,
    /// Minor units, gross.
    pub amount: i64,
    pub currency: Currency,
    pub due_on: Day,
    pub paid: Vec<Paid>,
}

/// Money that came in, by its value date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paid {
    pub on: Day,
    /// Minor units; negative where it was taken back.
    pub minor: i64,
}

/// What interest is claimed on: whose law, where the contract allows it, and who approved it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    pub place: String,
    /// Where the contract allows it: its clause.
    pub clause: String,
    /// The rate that the contract names, in hundredths of a percent a year.
    #[serde(default)]
    pub agreed_rate: Option<u32>,
    /// The day of the claim before a court, where the law counts from it.
    #[serde(default)]
    pub claimed_on: Option<Day>,
    /// What the contract says of part payments, where it differs from the law.
    #[serde(default)]
    pub allocation: Option<Allocation>,
    /// The member who approved it.
    pub approved_by: String,
}

words! {
    /// Why there is no interest.
    Barred {
        /// No pack speaks of late payment at the place, or for a debt that old.
        NoPack = "no_pack",
        /// The law does not allow it.
        Disabled = "disabled",
        /// Nobody said where the contract allows it.
        NoClause = "no_clause",
        /// Nobody approved it.
        NotApproved = "not_approved",
        /// The law counts from a claim before a court, and there is none.
        NoClaim = "no_claim",
        /// Neither the contract nor the pack has a rate for the half-year.
        NoRate = "no_rate",
        NotLate = "not_late",
    }
}

/// Days on which a principal bore interest at one rate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Segment {
    /// The first day and the last.
    pub from: Day,
    pub until: Day,
    pub days: i32,
    /// Minor units.
    pub principal: i64,
    /// Hundredths of a percent a year.
    pub rate: u32,
    pub source: String,
    /// Minor units; the segments add up to the interest exactly.
    pub interest: i64,
}

/// The interest on one invoice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Interest {
    pub invoice: String,
    pub segments: Vec<Segment>,
    pub interest: Money,
    /// What is due once for the late invoice.
    pub fixed: Option<Money>,
    /// What is left of the debt when part payments are booked in the order of law or contract, minor units.
    pub principal_left: i64,
    /// Whether the contract's rate was more than the law lets be agreed, and was lowered.
    pub is_capped: bool,
    /// Whether the rate is the most that a court may award.
    pub is_at_most: bool,
    /// From this day on no rate is listed, so that nothing was counted.
    pub unrated_from: Option<Day>,
    pub vat: Vat,
    /// The law's source.
    pub source: String,
}
