//! What a detector may look at: one client's records as known on a day, the firm, the policy, and what follows at once
//! from these.

use super::delivery::Quality;
use super::{Arg, Bill, Code, Ledger, Need, Policy, Quarters, Receipt, Rule};
use crate::days::Day;
use crate::days::calendar::Calendar;
use crate::days::holiday::is_holiday;
use crate::days::season::Season;
use crate::firm::Firm;
use crate::firm::held_on;
use crate::money::{Currency, Money};
use crate::record::{Contract, History, Minor};
use std::sync::OnceLock;

/// One client on one day.
pub struct Scene<'a> {
    pub history: &'a History,
    pub firm: &'a Firm,
    pub policy: &'a Policy,
    pub on: Day,
    /// The window is open: it begins after this day.
    pub since: Day,
    pub ledger: Ledger,
    /// What each full quarter brought and cost.
    pub quarters: Quarters,
    /// The client's currency, else that of its latest invoice; `XXX` if nobody stated one.
    pub currency: Currency,
    pub our_calendar: Option<Calendar>,
    pub their_calendar: Option<Calendar>,
    /// What several detectors ask for, once one of them did.
    pub(super) quality: OnceLock<Result<Quality, Need>>,
}

impl<'a> Scene<'a> {
    /// Sets the scene; `history` must hold only what was known on `on`.
    pub fn new(history: &'a History, firm: &'a Firm, policy: &'a Policy, on: Day) -> Scene<'a> {
        let our_calendar = firm.calendar();
        let place = history.client.as_ref().and_then(|client| client.country.as_deref());
        let their_calendar = place.and_then(Calendar::of).or_else(|| our_calendar.clone());
        let mut scene = Scene {
            history,
            firm,
            policy,
            on,
            since: on.plus(-policy.general.window_days),
            ledger: Ledger::of(history, firm, on),
            quarters: Quarters::default(),
            currency: currency_of(history),
            our_calendar,
            their_calendar,
            quality: OnceLock::new(),
        };
        scene.quarters = Quarters::of(&scene);
        scene
    }

    /// Tells whether a day lies in the window that detectors look at.
    pub fn in_window(&self, day: Day) -> bool {
        self.since < day && day <= self.on
    }

    /// Returns the part of a list, sorted by day, that lies in the window.
    pub fn within<'r, T>(&self, rows: &'r [T], day: impl Fn(&T) -> Day) -> &'r [T] {
        let from = rows.partition_point(|row| day(row) <= self.since);
        let to = rows.partition_point(|row| day(row) <= self.on);
        &rows[from..to.max(from)]
    }

    /// Returns the part of a list, sorted by day, that lies in the two years before the window.
    pub fn before<'r, T>(&self, rows: &'r [T], day: impl Fn(&T) -> Day) -> &'r [T] {
        let from = rows.partition_point(|row| day(row) <= self.earliest());
        let to = rows.partition_point(|row| day(row) <= self.since);
        &rows[from..to.max(from)]
    }

    /// Returns the day after which what lies before the window is compared with.
    pub fn earliest(&self) -> Day {
        self.since.plus(-2 * 365)
    }

    /// Returns the day that lies so many business days of the client after a day, the holidays of its place left out; where no
    /// calendar is known, no weekend is longer than two days.
    pub fn their_business_day(&self, after: Day, days: i32) -> Day {
        let Some(calendar) = &self.their_calendar else { return after.plus(days + 2) };
        let is_off = |day| calendar.is_weekend(day) || is_holiday(&calendar.place, &self.firm.own_days, day);
        let mut day = after;
        for _ in 0..days {
            day = day.plus(1);
            while is_off(day) {
                day = day.plus(1);
            }
        }
        day
    }

    /// Returns the season of the client's place that a day falls in; of an unknown place only the turn of the year is one.
    pub fn season(&self, day: Day) -> Option<Season> {
        Season::of(day, self.their_calendar.as_ref().map_or("", |calendar| calendar.place.as_str()))
    }

    /// Returns a detector's rule.
    pub fn rule(&self, code: Code) -> &'a Rule {
        self.policy.rule(code)
    }

    /// Returns the contracts in force on a day: begun, not ended. One that goes on by itself past its end does so until
    /// another begins after that end: its successor.
    pub fn contracts_on(&self, day: Day) -> impl Iterator<Item = &'a Contract> {
        let contracts = &self.history.contracts;
        let succeeded = move |end: Day| contracts.iter().filter_map(begins_on).any(|from| end < from && from <= day);
        let lasts = move |c: &Contract| match c.ends_on {
            Some(end) if end < day => c.auto_renews == Some(true) && !succeeded(end),
            _ => true,
        };
        contracts.iter().filter(move |c| begins_on(c).is_none_or(|from| from <= day) && lasts(c))
    }

    /// Returns the hours agreed for the month a day falls in: those of all contracts in force, else the client's.
    pub fn agreed_hours(&self, day: Day) -> Option<f64> {
        let stated = self.contracts_on(day).filter_map(|c| c.agreed_hours_per_month);
        let agreed = stated.reduce(|all, hours| all + hours);
        agreed.or_else(|| self.history.client.as_ref().and_then(|c| c.agreed_hours_per_month))
    }

    /// Returns an amount in whole units of the client's currency; nothing where an exchange rate is missing.
    pub fn whole(&self, amount: Minor, currency: Currency, on: Day) -> Option<f64> {
        self.firm.convert(Money { minor: amount.0, currency }, self.currency, on)
    }

    /// Returns what is still owed on a bill, in whole units of the client's currency; 0 without an exchange rate.
    pub fn owed(&self, bill: &Bill) -> f64 {
        let currency = self.history.invoices[bill.invoice].currency;
        self.whole(Minor(bill.open()), currency, self.on).unwrap_or(0.0)
    }

    /// Returns what a bill tied up from a day to another, both included: whole units of the client's currency times days.
    pub fn owed_days(&self, bill: &Bill, from: Day, to: Day) -> f64 {
        let days = |since: Day| i64::from(to.plus(1).since(since.max(from)).max(0));
        let billed = bill.amount.saturating_mul(days(bill.issued_on));
        let received = |tied: i64, r: &Receipt| tied.saturating_sub(r.amount.saturating_mul(days(r.paid_on)));
        let tied = self.ledger.receipts(bill).iter().fold(billed, received);
        let currency = self.history.invoices[bill.invoice].currency;
        self.whole(Minor(tied.max(0)), currency, self.on).unwrap_or(0.0)
    }

    /// Returns whole units of the client's currency in whole units of the base currency.
    pub fn in_base(&self, whole: f64) -> Option<f64> {
        self.firm.in_base(Money { minor: self.currency.minor(whole), currency: self.currency }, self.on)
    }

    /// Returns whole units of the client's currency as a sum that a sentence names.
    pub fn money(&self, whole: f64) -> Arg {
        Arg::Money(Money { minor: self.currency.minor(whole), currency: self.currency })
    }

    /// Returns whole units of the base currency as a sum that a sentence names.
    pub fn base_money(&self, whole: f64) -> Arg {
        let currency = self.firm.base_currency.unwrap_or(Currency::UNKNOWN);
        Arg::Money(Money { minor: currency.minor(whole), currency })
    }

    /// Returns the agreed price of an hour on a day: that of the contract in force that began last of those that state
    /// one, else the client's.
    pub fn agreed_rate(&self, day: Day) -> Option<f64> {
        let stating = self.contracts_on(day).filter(|c| c.agreed_rate.is_some());
        let contract = stating.max_by_key(|c| begins_on(c));
        contract.and_then(|c| self.whole(c.agreed_rate?, c.currency, day)).or_else(|| {
            let client = self.history.client.as_ref()?;
            self.whole(client.agreed_rate?, client.currency, day)
        })
    }

    /// Returns what an hour should earn on a day, and whether that is our target or only the agreed price.
    pub fn target_rate(&self, day: Day) -> Option<(f64, &'static str)> {
        let target =
            held_on(&self.firm.target_rate, day).and_then(|rate| self.firm.from_base(rate, self.currency, day));
        target.map(|rate| (rate, "ours")).or_else(|| self.agreed_rate(day).map(|rate| (rate, "agreed")))
    }
}

fn currency_of(history: &History) -> Currency {
    let stated = history.client.as_ref().map(|client| client.currency).filter(Currency::is_known);
    stated.or_else(|| history.invoices.last().map(|invoice| invoice.currency)).unwrap_or(Currency::UNKNOWN)
}

fn begins_on(contract: &Contract) -> Option<Day> {
    contract.starts_on.or(contract.signed_on)
}

#[cfg(test)]
mod tests {
    use super::super::sample::{day, firm, history};
    use super::*;

    fn check(contracts: &str, on: &str, hours: Option<f64>, rate: Option<f64>) {
        let history = history(contracts);
        let (firm, policy) = (firm(), Policy::standard());
        let scene = Scene::new(&history, &firm, &policy, day(on));
        assert_eq!((scene.agreed_hours(day(on)), scene.agreed_rate(day(on))), (hours, rate), "{contracts} {on}");
    }

    #[test]
    fn all_contracts_in_force_count() {
        let one = "contracts C1 starts_on=2025-01-01 agreed_hours_per_month=40 agreed_rate=200";
        check(one, "2024-12-31", None, None);
        check(one, "2025-06-30", Some(40.0), Some(200.0));
        let two = format!("{one}\ncontracts C2 starts_on=2025-04-01 ends_on=2025-12-31 agreed_hours_per_month=30");
        check(&two, "2025-06-30", Some(70.0), Some(200.0));
        check(&two, "2026-01-01", Some(40.0), Some(200.0));
        let blank = format!("{one}\ncontracts C2 starts_on=2025-04-01 agreed_rate=250");
        check(&blank, "2025-06-30", Some(40.0), Some(250.0));
    }

    #[test]
    fn a_successor_takes_the_place_of_what_would_go_on() {
        let renewing = "contracts C1 starts_on=2024-01-01 ends_on=2024-12-31 auto_renews=yes agreed_hours_per_month=40";
        check(renewing, "2025-06-30", Some(40.0), None);
        let next = format!("{renewing}\ncontracts C2 starts_on=2025-03-01 agreed_hours_per_month=50");
        check(&next, "2025-02-28", Some(40.0), None);
        check(&next, "2025-06-30", Some(50.0), None);
    }
}
