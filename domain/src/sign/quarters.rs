//! What each full quarter of a client brought and cost: the economics behind several signs, net of tax.

use super::{Bill, Code, Scene};
use crate::days::{Day, Month};
use crate::firm::held_on;
use crate::record::{CostKind, Minor};

/// One calendar quarter, in whole units of the client's currency.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quarter {
    /// Counted from year 0.
    pub number: i32,
    pub first: Day,
    pub last: Day,
    /// What was billed net of tax, what we only passed on included.
    pub revenue: f64,
    pub pass_through: f64,
    /// Spent on third parties.
    pub spent: f64,
    pub hours: f64,
    pub cost_to_serve: f64,
    /// What of the bills issued then is expected never to come in.
    pub expected_loss: f64,
    /// The cost of capital of what was owed then.
    pub carry: f64,
}

/// A client's full quarters since its first invoice, the latest last; none before the first bill, for work that is not
/// billed yet has no price.
#[derive(Clone, Debug, Default)]
pub struct Quarters {
    pub all: Vec<Quarter>,
    /// Over how many more quarters than its own a bill is spread.
    pub spread: i32,
    /// How many bills of the last year do not say their tax: they count in full.
    pub untaxed: usize,
    /// Whether some hours have no cost rate.
    pub unpriced: bool,
    /// Whether some sum is in a currency without an exchange rate.
    pub unconverted: bool,
}

impl Quarter {
    /// A trend of quarters looks back so many.
    pub const KEPT: i32 = 8;

    /// Returns what the quarter left over after all that the client cost us.
    pub fn contribution(&self) -> f64 {
        // What is passed on costs us as much, whether or not the cost itself was recorded.
        let direct = self.spent.max(self.pass_through);
        self.revenue - direct - self.cost_to_serve - self.expected_loss - self.carry
    }

    /// Returns what an hour earned, pass-through costs taken off.
    pub fn hourly_rate(&self) -> Option<f64> {
        (self.hours > 0.0).then(|| (self.revenue - self.pass_through) / self.hours)
    }

    fn empty(number: i32) -> Quarter {
        let first = Month::of_quarter(number);
        Quarter {
            number,
            first: first.first(),
            last: first.plus(2).last(),
            revenue: 0.0,
            pass_through: 0.0,
            spent: 0.0,
            hours: 0.0,
            cost_to_serve: 0.0,
            expected_loss: 0.0,
            carry: 0.0,
        }
    }
}

impl Quarters {
    /// Sums up the last eight full quarters.
    pub(super) fn of(scene: &Scene) -> Quarters {
        let Some(first) = scene.history.invoices.first().map(|invoice| invoice.issued_on.month().quarter()) else {
            return Quarters::default();
        };
        let next = scene.on.plus(1).month().quarter();
        let numbers = first.max(next - Quarter::KEPT)..next;
        let all = numbers.map(Quarter::empty).collect();
        let mut quarters = Quarters { all, ..Quarters::default() };
        quarters.bill(scene);
        quarters.spend(scene);
        quarters.work(scene);
        quarters.owe(scene);
        quarters
    }

    /// Returns the last quarters that lie within a year, the latest last.
    pub fn year(&self) -> &[Quarter] {
        &self.all[self.all.len().saturating_sub(4)..]
    }

    /// Returns the same quarter of the year before.
    pub fn year_before(&self, quarter: &Quarter) -> Option<&Quarter> {
        self.all.iter().find(|earlier| earlier.number == quarter.number - 4)
    }

    /// Returns the mean contribution of the quarters of a year, if all that it takes is known.
    pub fn contribution(&self) -> Option<f64> {
        let known = !self.unpriced && !self.unconverted && self.year().iter().any(|quarter| quarter.hours > 0.0);
        known.then(|| self.mean(Quarter::contribution))
    }

    /// Returns the mean revenue of the quarters of a year.
    pub fn revenue(&self) -> Option<f64> {
        (!self.unconverted && !self.all.is_empty()).then(|| self.mean(|quarter| quarter.revenue))
    }

    fn mean(&self, of: impl Fn(&Quarter) -> f64) -> f64 {
        self.year().iter().map(of).sum::<f64>() / self.year().len() as f64
    }

    fn place(&self, day: Day) -> Option<usize> {
        let place = self.all.partition_point(|quarter| quarter.last < day);
        self.all.get(place).filter(|quarter| quarter.first <= day).map(|_| place)
    }

    fn bill(&mut self, scene: &Scene) {
        let mut billed = [false; Quarter::KEPT as usize];
        for invoice in &scene.history.invoices {
            let Some(place) = self.place(invoice.issued_on) else { continue };
            billed[place] = true;
            let in_year = place + 4 >= self.all.len();
            self.untaxed += usize::from(in_year && invoice.tax.is_none());
            let whole = |amount: Minor| scene.whole(amount, invoice.currency, invoice.issued_on);
            match (whole(invoice.net()), whole(invoice.pass_through.unwrap_or_default())) {
                (Some(net), Some(passed)) => {
                    self.all[place].revenue += net;
                    self.all[place].pass_through += passed;
                }
                _ => self.unconverted = true,
            }
        }
        self.even_out(&billed[..self.all.len()]);
    }

    /// Spreads revenue over the billing cycle: a client that is billed once a year earns in every quarter. The cycle
    /// is the longest run of quarters without a bill, and the one with it.
    fn even_out(&mut self, billed: &[bool]) {
        let longest = billed.split(|billed| *billed).map(<[bool]>::len).max().unwrap_or(0);
        let cycle = longest.min(3) + 1;
        self.spread = cycle as i32 - 1;
        let raw: Vec<(f64, f64)> = self.all.iter().map(|q| (q.revenue, q.pass_through)).collect();
        for (i, quarter) in self.all.iter_mut().enumerate().filter(|_| cycle > 1) {
            let around = &raw[(i + 1).saturating_sub(cycle)..=i];
            quarter.revenue = around.iter().map(|(revenue, _)| revenue).sum::<f64>() / cycle as f64;
            quarter.pass_through = around.iter().map(|(_, passed)| passed).sum::<f64>() / cycle as f64;
        }
    }

    fn spend(&mut self, scene: &Scene) {
        for cost in scene.history.costs.iter().filter(|cost| cost.kind != Some(CostKind::Committed)) {
            let Some(place) = self.place(cost.on_day) else { continue };
            match scene.whole(cost.amount, cost.currency, cost.on_day) {
                Some(whole) => self.all[place].spent += whole,
                None => self.unconverted = true,
            }
        }
    }

    fn work(&mut self, scene: &Scene) {
        for time in &scene.history.time {
            let Some(place) = self.place(time.on_day) else { continue };
            let hours = time.minutes as f64 / 60.0;
            let own = time.cost_rate.and_then(|rate| scene.whole(rate, time.currency, time.on_day));
            self.all[place].hours += hours;
            match own.or_else(|| default_cost_rate(scene, time.on_day)) {
                Some(rate) => self.all[place].cost_to_serve += hours * rate,
                None => self.unpriced = true,
            }
        }
    }

    /// Adds what the bills still owed are expected to lose, and what carrying the bills cost.
    fn owe(&mut self, scene: &Scene) {
        let Some(start) = self.all.first().map(|quarter| quarter.first) else { return };
        let capital = held_on(&scene.firm.cost_of_capital, scene.on).unwrap_or(0.0);
        for bill in scene.ledger.bills.iter().filter(|bill| bill.settled_on.is_none_or(|day| start < day)) {
            if let (Some(place), None) = (self.place(bill.issued_on), bill.settled_on) {
                self.all[place].expected_loss += expected_loss(scene, bill);
            }
            let touched = |quarter: &&mut Quarter| {
                bill.issued_on <= quarter.last && bill.settled_on.is_none_or(|day| quarter.first < day)
            };
            for quarter in self.all.iter_mut().filter(touched).filter(|_| capital > 0.0) {
                let owed = scene.owed_days(bill, quarter.first, quarter.last);
                quarter.carry += owed * capital / 365.0;
            }
        }
    }
}

/// Returns what of an open bill is expected never to come in, by its age: whole units of the client's currency.
pub(crate) fn expected_loss(scene: &Scene, bill: &Bill) -> f64 {
    let rule = scene.rule(Code::E4);
    let lost = match bill.days_late() {
        0 => 0.0,
        1..=30 => rule.more("loss_30"),
        31..=60 => rule.more("loss_60"),
        61..=90 => rule.more("loss_90"),
        _ => rule.more("loss_older"),
    };
    scene.owed(bill) * lost
}

fn default_cost_rate(scene: &Scene, day: Day) -> Option<f64> {
    let rate = held_on(&scene.firm.default_cost_rate, day)?;
    scene.firm.from_base(rate, scene.currency, day)
}

#[cfg(test)]
mod tests {
    use super::super::sample::{day, firm, history};
    use super::super::{Policy, Scene};
    use super::*;
    use crate::firm::{ExchangeRate, Firm};

    fn quarters(text: &str, on: &str, firm: &Firm) -> Quarters {
        let history = history(text);
        let policy = Policy::standard();
        Scene::new(&history, firm, &policy, day(on)).quarters
    }

    const BILLED: &str = "invoices A issued_on=2025-02-01 due_on=2025-03-01 amount=1150 tax=150
        invoices B issued_on=2025-05-01 due_on=2025-06-01 amount=2000
        invoices C issued_on=2025-05-02 due_on=2025-05-02 amount=-500 kind=credit_note
        invoices D issued_on=2025-07-01 due_on=2025-08-01 amount=900";

    #[test]
    fn only_full_quarters_since_the_first_bill() {
        let revenues = |on: &str| quarters(BILLED, on, &firm()).all.iter().map(|q| q.revenue).collect::<Vec<_>>();
        assert_eq!(revenues("2025-06-29"), [1000.0]);
        assert_eq!(revenues("2025-06-30"), [1000.0, 1500.0]);
        assert_eq!(revenues("2025-03-30"), [0.0; 0]);
        let found = quarters(BILLED, "2025-09-30", &firm());
        assert_eq!((found.all[0].first, found.all[2].last), (day("2025-01-01"), day("2025-09-30")));
        assert_eq!(quarters(BILLED, "2030-01-01", &firm()).all.len(), 8);
    }

    #[test]
    fn a_bill_is_spread_over_its_cycle() {
        let yearly = "invoices A issued_on=2024-01-05 due_on=2024-02-01 amount=8000
            invoices B issued_on=2025-01-05 due_on=2025-02-01 amount=12000";
        let found = quarters(yearly, "2025-06-30", &firm());
        assert_eq!(
            found.all.iter().map(|q| q.revenue).collect::<Vec<_>>(),
            [2000.0, 2000.0, 2000.0, 2000.0, 3000.0, 3000.0]
        );
    }

    #[test]
    fn foreign_sums_need_a_rate() {
        let text = BILLED.replace("amount=2000", "amount=1000 currency=USD");
        assert!(quarters(&text, "2025-06-30", &firm()).unconverted);
        let usd = crate::money::Currency::of("USD").expect("a currency");
        let rates = vec![ExchangeRate { currency: usd, on: day("2025-01-01"), value: 3.75 }];
        let found = quarters(&text, "2025-06-30", &Firm { exchange_rates: rates, ..firm() });
        assert_eq!((found.unconverted, found.all[1].revenue), (false, 3250.0));
    }
}
