//! The chance that the client's next invoice is paid late.

use super::{Baseline, Ledger, Policy};
use crate::days::Day;

/// What a client's decided invoices say: sums that the portfolio's prior is mixed into.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Decided {
    /// Sum of the weights of decided invoices; recent ones weigh more.
    pub weight: f64,
    /// Sum of the weights of those that were late.
    pub late: f64,
}

impl Decided {
    /// Sums up the bills decided by `on`.
    pub fn of(ledger: &Ledger, on: Day, policy: &Policy) -> Decided {
        let _ = (ledger, on, policy);
        Decided::default()
    }
}

/// Returns the chance, 0 to 1, shrunk towards the portfolio; `None` without a decided invoice.
pub fn late_chance(decided: &Decided, baseline: &Baseline) -> Option<f64> {
    let _ = (decided, baseline);
    None
}
