//! What the client left over in a year, in the base currency: the quarters of E4, added up.

use crate::days::Day;
use crate::sign::{Need, Quarter, Scene, contributing, earning};
use serde::{Deserialize, Serialize};

/// The contribution of the full quarters of the last year (DOMAIN 3.2 E4), in whole units of the base currency, net of
/// tax, at the exchange rate of the day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Contribution {
    /// What was left over after all the costs below.
    pub sum: f64,
    pub revenue: f64,
    /// Spent on third parties, or passed on, whichever is more in each quarter.
    pub direct: f64,
    pub cost_to_serve: f64,
    /// What of the open bills is expected never to come in.
    pub expected_loss: f64,
    /// The cost of capital of what was owed; 0 where the firm states none.
    pub carry: f64,
    pub hours: f64,
    /// How many full quarters were added up, at most four; with fewer the sum is of less than a year.
    pub quarters: u32,
    pub first_day: Day,
    pub last_day: Day,
}

impl Contribution {
    /// How many quarters make a year.
    pub const YEAR: u32 = 4;

    /// Adds up the quarters of the last year; errs with what is missing.
    pub fn of(scene: &Scene) -> Result<Contribution, Need> {
        let year = contributing(scene)?;
        let (first, last) = year.first().zip(year.last()).ok_or(Need::MoreData)?;
        let sum = |of: fn(&Quarter) -> f64| scene.in_base(year.iter().map(of).sum()).ok_or(Need::Currency);
        Ok(Contribution {
            sum: sum(Quarter::contribution)?,
            revenue: sum(|quarter| quarter.revenue)?,
            direct: sum(|quarter| quarter.spent.max(quarter.pass_through))?,
            cost_to_serve: sum(|quarter| quarter.cost_to_serve)?,
            expected_loss: sum(|quarter| quarter.expected_loss)?,
            carry: sum(|quarter| quarter.carry)?,
            hours: year.iter().map(|quarter| quarter.hours).sum(),
            quarters: year.len() as u32,
            first_day: first.first,
            last_day: last.last,
        })
    }
}

/// Returns what an hour earned in the worked quarters of the last year (DOMAIN 3.2 E1), unbilled hours included and what
/// was only passed on left out, in whole units of the base currency.
pub fn hourly_rate(scene: &Scene) -> Result<f64, Need> {
    let worked = earning(scene)?;
    let fees: f64 = worked.iter().map(|quarter| quarter.revenue - quarter.pass_through).sum();
    let hours: f64 = worked.iter().map(|quarter| quarter.hours).sum();
    if hours > 0.0 { scene.in_base(fees / hours).ok_or(Need::Currency) } else { Err(Need::MoreData) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::firm::Firm;
    use crate::sign::Policy;
    use crate::sign::sample::{day, firm, history};

    /// Each quarter of 2025: 9,000 net billed and paid at once, 60 hours at 100, 500 spent; the last bill passes 800 on.
    const YEAR: &str = "
        invoices I1 issued_on=2025-01-01 due_on=2025-01-20 amount=10350 tax=1350
        invoices I2 issued_on=2025-04-01 due_on=2025-04-20 amount=10350 tax=1350
        invoices I3 issued_on=2025-07-01 due_on=2025-07-20 amount=10350 tax=1350
        invoices I4 issued_on=2025-10-01 due_on=2025-10-20 amount=10350 tax=1350 pass_through=800
        payments P1 invoice=I1 paid_on=2025-01-01 amount=10350
        payments P2 invoice=I2 paid_on=2025-04-01 amount=10350
        payments P3 invoice=I3 paid_on=2025-07-01 amount=10350
        payments P4 invoice=I4 paid_on=2025-10-01 amount=10350
        time T1 on_day=2025-02-10 minutes=3600 cost_rate=100
        time T2 on_day=2025-05-10 minutes=3600 cost_rate=100
        time T3 on_day=2025-08-10 minutes=3600 cost_rate=100
        time T4 on_day=2025-11-10 minutes=3600 cost_rate=100
        costs K1 on_day=2025-02-11 amount=500
        costs K2 on_day=2025-05-11 amount=500
        costs K3 on_day=2025-08-11 amount=500
        costs K4 on_day=2025-11-11 amount=500";

    fn of(text: &str, on: &str, firm: &Firm) -> (Result<Contribution, Need>, Result<f64, Need>) {
        let mut history = history(text);
        history.keep_known_on(day(on));
        let policy = Policy::standard();
        let scene = Scene::new(&history, firm, &policy, day(on));
        (Contribution::of(&scene), hourly_rate(&scene))
    }

    #[test]
    fn adds_up_the_full_quarters_of_a_year() {
        let (contribution, rate) = of(YEAR, "2026-01-10", &firm());
        // 36,000 less 500 + 500 + 500 + 800 direct, less 240 hours at 100.
        let expected = Contribution {
            sum: 9700.0,
            revenue: 36_000.0,
            direct: 2300.0,
            cost_to_serve: 24_000.0,
            expected_loss: 0.0,
            carry: 0.0,
            hours: 240.0,
            quarters: 4,
            first_day: day("2025-01-01"),
            last_day: day("2025-12-31"),
        };
        assert_eq!(contribution, Ok(expected));
        // (36,000 - 800) / 240
        assert!((rate.expect("enough hours") - 146.67).abs() < 0.005);
    }

    #[test]
    fn says_how_many_quarters_there_were() {
        let half = of(YEAR, "2025-07-10", &firm()).0.expect("two quarters");
        assert_eq!((half.quarters, half.sum, half.last_day), (2, 5000.0, day("2025-06-30")));
    }

    #[test]
    fn is_blind_and_says_for_what() {
        let (contribution, rate) = of("time T1 on_day=2025-02-10 minutes=60", "2026-01-10", &firm());
        assert_eq!((contribution, rate), (Err(Need::Invoices), Err(Need::Invoices)));
        let (contribution, rate) =
            of("invoices A issued_on=2025-02-10 due_on=2025-03-10 amount=1", "2026-01-10", &firm());
        assert_eq!((contribution, rate), (Err(Need::Time), Err(Need::Time)));
        let baseless = Firm { base_currency: None, ..firm() };
        assert_eq!(of(YEAR, "2026-01-10", &baseless).1, Err(Need::Currency));
        let (contribution, rate) = of(YEAR, "2025-03-10", &firm());
        assert_eq!((contribution, rate), (Err(Need::MoreData), Err(Need::MoreData)));
    }
}
