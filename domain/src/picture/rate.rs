//! What an hour for the client earned, quarter by quarter.

use super::{Course, course};
use crate::days::Day;
use crate::money::Currency;
use crate::sign::Scene;

/// The full quarters in which hours were worked, the earliest first.
#[derive(Clone, Debug, PartialEq)]
pub struct Rate {
    pub currency: Currency,
    pub quarters: Vec<QuarterRate>,
    /// What an hour should earn today, in the same currency.
    pub target: Option<f64>,
    pub course: Course,
    /// How many of the bills do not say their tax: they count in full.
    pub untaxed: usize,
}

/// One full quarter.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct QuarterRate {
    /// The first day.
    pub begins_on: Day,
    /// Whole units an hour, net of tax and of what was only passed on.
    pub rate: f64,
}

/// Returns what an hour earned in each full quarter; `None` without two quarters of bills and hours, or where an
/// exchange rate is missing.
pub fn rate(scene: &Scene) -> Option<Rate> {
    let of =
        |quarter: &crate::sign::Quarter| Some(QuarterRate { begins_on: quarter.first, rate: quarter.hourly_rate()? });
    let quarters: Vec<QuarterRate> = scene.quarters.all.iter().filter_map(of).collect();
    let rates: Vec<f64> = quarters.iter().map(|quarter| quarter.rate).collect();
    let target = scene.target_rate(scene.on).map(|(rate, _)| rate);
    let drawn = quarters.len() >= 2 && !scene.quarters.unconverted;
    let (course, untaxed) = (course(&rates), untaxed(scene));
    drawn.then_some(Rate { currency: scene.currency, quarters, target, course, untaxed })
}

/// Counts the bills of all full quarters that do not say their tax.
fn untaxed(scene: &Scene) -> usize {
    let all = &scene.quarters.all;
    let (Some(first), Some(last)) = (all.first(), all.last()) else { return 0 };
    let within = |on: Day| first.first <= on && on <= last.last;
    scene.history.invoices.iter().filter(|invoice| invoice.tax.is_none() && within(invoice.issued_on)).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sign::Policy;
    use crate::sign::sample::{day, firm, history};

    #[test]
    fn only_full_quarters_with_hours_count() {
        let history = history(
            "invoices A issued_on=2025-10-15 due_on=2025-11-15 amount=2300 tax=300
             invoices B issued_on=2026-02-01 due_on=2026-03-01 amount=1000 pass_through=400
             invoices C issued_on=2026-05-01 due_on=2026-06-01 amount=9000
             time T1 on_day=2025-11-01 minutes=600
             time T2 on_day=2026-03-31 minutes=300
             time T3 on_day=2026-04-02 minutes=300",
        );
        let (policy, firm) = (Policy::standard(), firm());
        let picture = rate(&Scene::new(&history, &firm, &policy, day("2026-05-20"))).expect("two quarters");
        let rows: Vec<(String, f64)> = picture.quarters.iter().map(|q| (q.begins_on.to_string(), q.rate)).collect();
        assert_eq!(rows, [("2025-10-01".to_owned(), 200.0), ("2026-01-01".to_owned(), 120.0)]);
        assert_eq!((picture.target, picture.untaxed), (Some(200.0), 1), "of B alone; C is of a quarter that goes on");
        assert_eq!(rate(&Scene::new(&history, &firm, &policy, day("2026-03-30"))), None, "the second is not over yet");
    }
}
