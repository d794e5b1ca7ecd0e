//! The portfolio in a few figures: what one client is compared with.

use super::{Delays, Measured};
use crate::days::Day;
use crate::record::History;
use crate::stats::{benjamini_hochberg, quantile_sorted};
use serde::{Deserialize, Serialize};

/// What one client adds to the portfolio's aggregate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Tally {
    /// Decided invoices, and how many of them were late; all that are known.
    pub decided: u32,
    pub late: u32,
    /// Payments; all that are known.
    pub payments: u32,
    /// Revision rounds not caused by us, and deliverables.
    pub rounds: u32,
    pub deliverables: u32,
    /// Deliverables accepted, and how many of them were acknowledged, and taken back.
    pub accepted: u32,
    pub acknowledged: u32,
    pub reopened: u32,
    pub escalations: u32,
    pub interactions: u32,
    /// Incidents of any kind; all that are known.
    pub incidents: u32,
    /// Net revenue of four quarters, base currency, whole units.
    pub revenue: Option<f64>,
    /// The day of the first invoice.
    pub billed_since: Option<Day>,
    /// The day of the latest record.
    pub last_day: Option<Day>,
    /// Contribution of a quarter, base currency, whole units.
    pub contribution: Option<f64>,
    /// Contribution of a month of the last year on average, base currency, whole units; and of how many clients it is
    /// known.
    #[serde(default)]
    pub contribution_monthly: Option<f64>,
    #[serde(default)]
    pub contributing: u32,
    /// What came in during each of the last full months, the latest last, base currency, whole units.
    #[serde(default)]
    pub received: [f64; Tally::MONTHS],
    /// The over-interference index.
    pub interference: Option<f64>,
    /// Amount-weighted days late.
    pub days_late: Option<f64>,
    /// Effective hourly rate, base currency.
    pub hourly_rate: Option<f64>,
}

/// The portfolio's aggregate on a day, renewed by full runs (RULINGS 25).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Baseline {
    pub on: Day,
    pub clients: u32,
    /// The sums of all clients' tallies.
    pub total: Tally,
    /// Sum of the squared revenue shares (Herfindahl-Hirschman index).
    pub concentration: f64,
    pub contribution_low: Option<f64>,
    pub interference_high: Option<f64>,
    pub days_late_median: Option<f64>,
    pub hourly_rate_median: Option<f64>,
    /// What all decided bills say about the next one.
    pub delays: Option<Delays>,
    /// The largest p that survives the control of false discoveries.
    pub p_cut: f64,
}

impl Baseline {
    /// Aggregates what measuring every client yielded.
    pub fn of<'a>(measured: impl Iterator<Item = &'a Measured> + Clone, on: Day, false_discovery: f64) -> Baseline {
        let tallies = measured.clone().map(|m| &m.tally);
        let total = tallies.clone().fold(Tally::default(), |sum, tally| sum.plus(tally));
        let revenue = total.revenue.unwrap_or(0.0);
        let shares = tallies.clone().filter_map(|t| t.revenue).filter(|own| *own > 0.0 && revenue > 0.0);
        let mut baseline = Baseline {
            on,
            clients: tallies.clone().count() as u32,
            total,
            concentration: shares.map(|own| (own / revenue).powi(2)).sum(),
            contribution_low: quartile(tallies.clone().filter_map(|t| t.contribution), 0.25),
            interference_high: quartile(tallies.clone().filter_map(|t| t.interference), 0.75),
            days_late_median: quartile(tallies.clone().filter_map(|t| t.days_late), 0.5),
            hourly_rate_median: quartile(tallies.filter_map(|t| t.hourly_rate), 0.5),
            delays: Delays::of(measured.clone().map(|m| &m.decided)),
            p_cut: 1.0,
        };
        let p: Vec<f64> = measured
            .flat_map(|m| m.drafts.iter().map(|draft| (draft, &m.tally)))
            .filter_map(|(draft, tally)| super::assessment::p_against(draft, tally, &baseline))
            .collect();
        baseline.p_cut = benjamini_hochberg(&p, false_discovery);
        baseline
    }

    /// Returns the day of the latest record of all where nothing is newer than the window: every client is stale then.
    pub fn stale_since(&self, window_days: i32) -> Option<Day> {
        self.total.last_day.filter(|last| *last <= self.on.plus(-window_days))
    }

    /// Tells whether any payment is known, of a client with so many of its `own` or of another: where none is, a bill that
    /// nothing settled may well be paid.
    pub fn knows_payments(&self, own: u32) -> bool {
        self.total.payments > 0 || own > 0
    }

    /// Returns how many clients of equal size would be as concentrated: 1 over the sum of the squared shares.
    pub fn effective_clients(&self) -> f64 {
        1.0 / self.concentration.max(f64::EPSILON)
    }
}

/// Tells whether payments of any client are known; before the first baseline, only the client's own.
pub fn knows_payments(baseline: Option<&Baseline>, history: &History) -> bool {
    let own = history.payments.len() as u32;
    baseline.map_or(own > 0, |baseline| baseline.knows_payments(own))
}

impl Tally {
    /// Receipts are remembered for so many months.
    pub const MONTHS: usize = 24;

    fn plus(mut self, other: &Tally) -> Tally {
        self.contribution_monthly = added(self.contribution_monthly, other.contribution_monthly);
        self.contributing += other.contributing;
        self.received.iter_mut().zip(other.received).for_each(|(month, other)| *month += other);
        self.last_day = self.last_day.max(other.last_day);
        self.decided += other.decided;
        self.late += other.late;
        self.payments += other.payments;
        self.rounds += other.rounds;
        self.deliverables += other.deliverables;
        self.accepted += other.accepted;
        self.acknowledged += other.acknowledged;
        self.reopened += other.reopened;
        self.escalations += other.escalations;
        self.interactions += other.interactions;
        self.incidents += other.incidents;
        self.revenue = added(self.revenue, other.revenue);
        self.billed_since = match (self.billed_since, other.billed_since) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
        self
    }
}

fn added(a: Option<f64>, b: Option<f64>) -> Option<f64> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a + b),
        (a, b) => a.or(b),
    }
}

/// With fewer clients than this there is no usual one, and nobody lies outside three in four.
const CLIENTS_MIN: usize = 4;

fn quartile(values: impl Iterator<Item = f64>, q: f64) -> Option<f64> {
    let mut sorted: Vec<f64> = values.collect();
    sorted.sort_unstable_by(f64::total_cmp);
    if sorted.len() < CLIENTS_MIN { None } else { quantile_sorted(&sorted, q) }
}

#[cfg(test)]
mod tests {
    use crate::sign::sample::{day, measured};
    use crate::sign::{Baseline, Need};

    #[test]
    fn a_portfolio_is_stale_when_nothing_is_newer_than_the_window() {
        let old = "invoices A issued_on=2024-12-01 due_on=2024-12-31 amount=900\npayments p invoice=A paid_on=2025-01-10 amount=900";
        let new = "invoices B issued_on=2025-01-11 due_on=2025-02-10 amount=900";
        let stale_since = |texts: &[&str], on: &str| {
            let all: Vec<_> = texts.iter().map(|text| measured(text, on)).collect();
            Baseline::of(all.iter(), day(on), 0.1).stale_since(365)
        };
        assert_eq!(stale_since(&[old], "2026-01-09"), None);
        assert_eq!(stale_since(&[old], "2026-01-10"), Some(day("2025-01-10")));
        assert_eq!(stale_since(&[old, new], "2026-01-10"), None);
        assert_eq!(stale_since(&[new, old, ""], "2026-06-01"), Some(day("2025-01-11")));
        assert_eq!(stale_since(&["", ""], "2026-06-01"), None);
        assert!(measured(old, "2026-01-10").blind.iter().all(|blind| blind.needs == Need::Stale));
    }
}
