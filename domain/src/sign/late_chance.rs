//! The chance that the client's next invoice is paid late.
//!
//! How many days early or late each decided bill was, recent bills counting more, gives a bell curve, steadied by the
//! portfolio's; the chance is the part of it that lies past the due day. Where the plain count of late bills
//! contradicts that curve, as with a client that always pays on the very due day, the count takes over.

use super::{Baseline, Code, Ledger, Policy};
use crate::days::Day;
use crate::stats::{ln_gamma, normal_upper_tail};
use serde::{Deserialize, Serialize};

/// What a client's decided bills say: sums in which a bill counts half after the half-life of evidence.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Decided {
    /// How many there are.
    pub bills: u32,
    /// Sum of their weights.
    pub weight: f64,
    /// Sum of the squared weights.
    pub weight_squared: f64,
    /// Sum of the weights of those that were late.
    pub late: f64,
    /// Weighted sum of the days past the due day, negative if early.
    pub days: f64,
    /// Weighted sum of their squares.
    pub days_squared: f64,
}

/// What all clients' decided bills say: where a client of whom little is known starts from.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Delays {
    /// The share of bills that are late, 0 to 1.
    pub late_share: f64,
    /// The mean of the days past the due day.
    pub mean: f64,
    /// The variance of one client's bills.
    pub within: f64,
    /// The variance of the clients' means.
    pub between: f64,
}

/// More days than this, either way, say no more about the next bill.
const DAYS_MAX: f64 = 30.0;
/// How many bills the portfolio's spread weighs in a client's own.
const SPREAD_WEIGHT: f64 = 4.0;
/// The same, for the count of late bills.
const COUNT_WEIGHT: f64 = 2.0;
/// The variance, in days squared, of which too few bills tell nothing.
const WITHIN_UNKNOWN: f64 = 64.0;

impl Decided {
    /// Sums up the bills decided by `on`: settled, or already past due.
    pub fn of(ledger: &Ledger, on: Day, policy: &Policy) -> Decided {
        let grace_days = policy.rule(Code::P5).more("grace_days") as i32;
        let mut sums = Decided::default();
        for bill in ledger.bills.iter().filter(|bill| bill.is_decided(grace_days)) {
            let age = f64::from(on.since(bill.due_on).max(0));
            let weight = 0.5f64.powf(age / policy.general.recency_half_life_days);
            let days = f64::from(bill.delay - grace_days).clamp(-DAYS_MAX, DAYS_MAX);
            sums.bills += 1;
            sums.weight += weight;
            sums.weight_squared += weight * weight;
            sums.late += if days > 0.0 { weight } else { 0.0 };
            sums.days += weight * days;
            sums.days_squared += weight * days * days;
        }
        sums
    }
}

impl Delays {
    /// Sums up the portfolio; `None` without a decided bill.
    pub fn of<'a>(clients: impl Iterator<Item = &'a Decided>) -> Option<Delays> {
        let (mut all, mut explained, mut spent) = (Decided::default(), 0.0, 0.0);
        for client in clients.filter(|client| client.weight > 0.0) {
            all.weight += client.weight;
            all.late += client.late;
            all.days += client.days;
            all.days_squared += client.days_squared;
            explained += client.days * client.days / client.weight;
            spent += client.weight_squared / client.weight;
        }
        if all.weight <= 0.0 {
            return None;
        }
        let mean = all.days / all.weight;
        let freedom = all.weight - spent;
        let within = if freedom > 1.0 { (all.days_squared - explained) / freedom } else { WITHIN_UNKNOWN };
        let between = (all.days_squared / all.weight - mean * mean - within).max(0.0);
        Some(Delays { late_share: all.late / all.weight, mean, within: within.max(1.0), between })
    }
}

/// Returns the chance, 0 to 1, shrunk towards the portfolio; `None` without a decided bill.
pub fn late_chance(decided: &Decided, baseline: &Baseline) -> Option<f64> {
    let portfolio = baseline.delays.as_ref().filter(|_| decided.bills > 0)?;
    let by_curve = past_due(decided, portfolio);
    let belief = COUNT_WEIGHT * portfolio.late_share.clamp(0.05, 0.95);
    let (late, in_time) = (decided.late, decided.weight - decided.late);
    let by_count = (late + belief) / (decided.weight + COUNT_WEIGHT);
    let ln_curve = late * by_curve.ln() + in_time * (-by_curve).ln_1p();
    let ln_count = ln_beta(late + belief, in_time + COUNT_WEIGHT - belief) - ln_beta(belief, COUNT_WEIGHT - belief);
    let trust_in_count = 1.0 / (1.0 + (ln_curve - ln_count).exp());
    Some(by_curve + trust_in_count * (by_count - by_curve))
}

/// Returns the part of the client's curve of delays that lies past the due day, never quite 0 or 1.
fn past_due(own: &Decided, portfolio: &Delays) -> f64 {
    // Empirical Bayes: the portfolio's mean weighs as many bills as the clients' means are alike.
    let pull = (portfolio.within / portfolio.between.max(f64::EPSILON)).clamp(0.05, 5.0);
    let mean = (own.days + pull * portfolio.mean) / (own.weight + pull);
    let squares = own.days_squared - 2.0 * mean * own.days + mean * mean * own.weight;
    let spread = (squares + SPREAD_WEIGHT * portfolio.within) / (own.weight + SPREAD_WEIGHT);
    let next = spread * (1.0 + 1.0 / (own.weight + pull));
    normal_upper_tail((0.5 - mean) / next.sqrt()).clamp(1e-4, 1.0 - 1e-4)
}

fn ln_beta(a: f64, b: f64) -> f64 {
    ln_gamma(a) + ln_gamma(b) - ln_gamma(a + b)
}

#[cfg(test)]
mod tests {
    use super::super::sample::day;
    use super::super::{Baseline, Bill, Measured};
    use super::*;

    /// Bills due a month apart, the last a month ago, settled so many days late, early if negative.
    fn decided(delays: &[i32]) -> Decided {
        let on = day("2026-06-30");
        let mut text = String::new();
        for (i, delay) in delays.iter().rev().enumerate() {
            let due_on = on.plus(-30 * (i as i32 + 1));
            text += &format!("invoices {i} issued_on={} due_on={due_on} amount=9\n", due_on.plus(-40));
            text += &format!("payments {i} invoice={i} paid_on={} amount=9\n", due_on.plus(*delay).min(on));
        }
        super::super::sample::measured(&text, "2026-06-30").decided
    }

    fn chance(own: &[i32], others: &[&[i32]]) -> Option<f64> {
        let others = others.iter().map(|delays| decided(delays));
        let measured: Vec<Measured> =
            others.chain([decided(own)]).map(|decided| Measured { decided, ..Measured::default() }).collect();
        let baseline = Baseline::of(measured.iter(), day("2026-06-30"), 0.1);
        late_chance(&decided(own), &baseline)
    }

    const PORTFOLIO: [&[i32]; 4] = [&[-9, -5, -8, 1, -6], &[3, 8, -2, 6, 9], &[-3, 2, 0, -4, 5], &[15, 9, 12, -1, 20]];

    fn check(own: &[i32], low: f64, high: f64) {
        let found = chance(own, &PORTFOLIO).expect("decided bills");
        assert!((low..high).contains(&found), "{own:?}: {found}");
    }

    #[test]
    fn delays_say_how_likely_the_next_is_late() {
        check(&[-20, -18, -22, -19, -21, -20], 0.0, 0.05);
        check(&[-2, -1, -3, -2, -1, -2], 0.15, 0.45); // never late, but never by far
        check(&[4, -3, 5, -2, 3, -4], 0.40, 0.60);
        check(&[20, 25, 18, 30, 22, 24], 0.95, 1.0);
    }

    #[test]
    fn a_client_that_always_pays_on_the_due_day_is_not_late() {
        check(&[0; 12], 0.05, 0.20);
    }

    #[test]
    fn recent_bills_weigh_more_and_one_far_out_does_not_decide() {
        let better = chance(&[12, 14, 11, 9, -6, -8, -7, -9], &PORTFOLIO);
        let worse = chance(&[-6, -8, -7, -9, 12, 14, 11, 9], &PORTFOLIO);
        assert!(better < worse, "{better:?} {worse:?}");
        check(&[-9, -8, -10, -9, -8, 400, -9, -10], 0.0, 0.45);
    }

    #[test]
    fn few_bills_lean_on_the_portfolio() {
        let one = chance(&[-20], &PORTFOLIO).expect("one bill");
        let many = chance(&[-20; 8], &PORTFOLIO).expect("eight bills");
        assert!(many < one && one < 0.45, "{many} {one}");
        assert_eq!(chance(&[], &PORTFOLIO), None);
        assert_eq!(chance(&[], &[]), None);
        assert!(chance(&[5], &[]).is_some_and(|chance| (0.5..1.0).contains(&chance)));
    }

    #[test]
    fn only_what_is_decided_counts() {
        let policy = Policy::standard();
        let text = "invoices A issued_on=2026-01-01 due_on=2026-01-31 amount=9
            invoices B issued_on=2026-06-01 due_on=2026-06-30 amount=9
            invoices C issued_on=2026-06-01 due_on=2026-07-30 amount=9
            payments P invoice=C paid_on=2026-06-02 amount=9";
        let ledger = Ledger::of(&super::super::sample::history(text), &super::super::sample::firm(), day("2026-06-30"));
        let found = Decided::of(&ledger, day("2026-06-30"), &policy);
        assert_eq!(found.bills, 2, "A is past due, C is paid, B may still be paid today");
        let open: Vec<&Bill> = ledger.bills.iter().filter(|bill| bill.settled_on.is_none()).collect();
        assert_eq!(open.len(), 2);
    }
}
