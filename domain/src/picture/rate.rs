//! What an hour for the client earned, quarter by quarter.

use super::{Course, course};
use crate::days::{Day, Month};
use crate::firm::held_on;
use crate::money::{Currency, Money};
use crate::record::Minor;
use crate::sign::Scene;

/// The full quarters in which hours were worked, the earliest first.
#[derive(Clone, Debug, PartialEq)]
pub struct Rate {
    pub currency: Currency,
    pub quarters: Vec<QuarterRate>,
    /// What an hour should earn today, in the same currency.
    pub target: Option<f64>,
    pub course: Course,
}

/// One full quarter.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct QuarterRate {
    /// The first day.
    pub begins_on: Day,
    /// Whole units an hour, net of tax and of what was only passed on.
    pub rate: f64,
}

/// A picture looks back so many full quarters.
const QUARTERS: i32 = 8;

/// Returns what an hour earned in each full quarter; `None` without two quarters of bills and hours.
pub fn rate(scene: &Scene) -> Option<Rate> {
    let first = scene.history.invoices.first()?.issued_on.month();
    let next = quarter_of(scene.on.plus(1).month());
    let begins = (0..QUARTERS).rev().map(|back| next.plus(-3 * (back + 1))).filter(|begin| *begin >= quarter_of(first));
    let quarters: Vec<QuarterRate> = begins.filter_map(|begin| quarter(scene, begin)).collect();
    let rates: Vec<f64> = quarters.iter().map(|quarter| quarter.rate).collect();
    let target = held_on(&scene.firm.target_rate, scene.on);
    let target = target.and_then(|whole| scene.firm.from_base(whole, scene.currency, scene.on));
    (quarters.len() >= 2).then(|| Rate { currency: scene.currency, quarters, target, course: course(&rates) })
}

fn quarter_of(month: Month) -> Month {
    let back = (0..3).find(|back| month.plus(-back - 1).quarter() != month.quarter()).unwrap_or(0);
    month.plus(-back)
}

/// Returns what an hour of a quarter earned; `None` without hours, or where an exchange rate is missing.
fn quarter(scene: &Scene, begin: Month) -> Option<QuarterRate> {
    let (first, last) = (begin.first(), begin.plus(2).last());
    let within = |day: Day| first <= day && day <= last;
    let minutes: i64 = scene.history.time.iter().filter(|time| within(time.on_day)).map(|time| time.minutes).sum();
    let mut earned = 0.0;
    for invoice in scene.history.invoices.iter().filter(|invoice| within(invoice.issued_on)) {
        let passed = invoice.tax.unwrap_or_default().0 + invoice.pass_through.unwrap_or_default().0;
        earned += whole(scene, Minor(invoice.amount.0 - passed), invoice.currency, invoice.issued_on)?;
    }
    (minutes > 0).then(|| QuarterRate { begins_on: first, rate: earned * 60.0 / minutes as f64 })
}

/// Returns a sum in whole units of the client's currency.
fn whole(scene: &Scene, amount: Minor, currency: Currency, on: Day) -> Option<f64> {
    if currency == scene.currency {
        Some(currency.whole(amount.0))
    } else {
        scene.firm.from_base(scene.firm.in_base(Money { minor: amount.0, currency }, on)?, scene.currency, on)
    }
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
        assert_eq!(picture.target, Some(200.0));
        assert_eq!(rate(&Scene::new(&history, &firm, &policy, day("2026-03-30"))), None, "the second is not over yet");
    }
}
