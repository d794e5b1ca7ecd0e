//! The firm's own facts: each is blind until someone states it, and true from the day stated.

use crate::days::Day;
use crate::days::calendar::Calendar;
use crate::days::holiday::OwnDay;
use crate::days::working::Working;
use crate::money::{Currency, Money};
use crate::retention::OwnTerm;
use serde::{Deserialize, Serialize};

/// What a firm knows of itself. Sums are whole units of the base currency, as a person writes them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Firm {
    pub name: Option<String>,
    pub base_currency: Option<Currency>,
    /// ISO 3166 code of the place whose weekends and holidays the firm keeps.
    pub place: Option<String>,
    /// IANA time zone, `Asia/Riyadh`.
    pub zone: Option<String>,
    pub working_hours: Option<WorkingHours>,
    /// What an hour should earn.
    pub target_rate: Vec<Dated>,
    /// The least an hour may earn.
    pub floor_rate: Vec<Dated>,
    /// What an hour of ours costs where a record does not say.
    pub default_cost_rate: Vec<Dated>,
    /// Yearly cost of capital, as a share: 0.12.
    pub cost_of_capital: Vec<Dated>,
    pub cash: Vec<Dated>,
    pub reserve: Vec<Dated>,
    pub fixed_cost_monthly: Vec<Dated>,
    /// What one unit of another currency is worth in the base currency.
    pub exchange_rates: Vec<ExchangeRate>,
    /// Days of any place on which the firm knows better than the packs.
    pub own_days: Vec<OwnDay>,
    /// What keeps papers for another time than the pack says.
    pub own_terms: Vec<OwnTerm>,
}

/// A figure and the day from which it is true.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dated {
    pub on: Day,
    pub value: f64,
}

/// The worth of one unit of a currency in the base currency, from a day on.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExchangeRate {
    pub currency: Currency,
    pub on: Day,
    pub value: f64,
}

/// The hours on which the firm answers, in minutes of the day; the end is not included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WorkingHours {
    pub opens_minute: u16,
    pub closes_minute: u16,
}

impl WorkingHours {
    /// Tells whether there is such a time of day; hours may run past midnight.
    pub fn is_possible(self) -> bool {
        let WorkingHours { opens_minute, closes_minute } = self;
        opens_minute < 24 * 60 && closes_minute <= 24 * 60 && opens_minute != closes_minute
    }

    /// Returns the day whose hours a moment falls in: hours past midnight belong to the day on which they began.
    pub fn day_of(self, day: Day, minute: u16) -> Option<Day> {
        let WorkingHours { opens_minute, closes_minute } = self;
        match (opens_minute <= minute, minute < closes_minute) {
            (true, true) => Some(day),
            (true, false) if self.pass_midnight() => Some(day),
            (false, true) if self.pass_midnight() => Some(day.plus(-1)),
            _ => None,
        }
    }

    /// Returns how many minutes the hours of one day are.
    pub fn minutes(self) -> u16 {
        let WorkingHours { opens_minute, closes_minute } = self;
        if self.pass_midnight() { 24 * 60 - opens_minute + closes_minute } else { closes_minute - opens_minute }
    }

    /// Returns how many minutes of a day's hours have passed at a minute of that day.
    pub fn passed(self, minute: u16) -> u16 {
        let end = if self.pass_midnight() { 24 * 60 } else { self.closes_minute };
        minute.clamp(self.opens_minute, end) - self.opens_minute
    }

    /// Returns how many minutes of the hours that began the day before are still to come.
    pub fn left_from_yesterday(self, minute: u16) -> u16 {
        if self.pass_midnight() { self.closes_minute.saturating_sub(minute) } else { 0 }
    }

    fn pass_midnight(self) -> bool {
        self.closes_minute < self.opens_minute
    }
}

/// Returns the figure that held on a day.
pub fn held_on(figures: &[Dated], on: Day) -> Option<f64> {
    figures.iter().filter(|figure| figure.on <= on).max_by_key(|figure| figure.on).map(|figure| figure.value)
}

impl Firm {
    /// Returns the firm's calendar, if its place is stated and listed.
    pub fn calendar(&self) -> Option<Calendar> {
        self.place.as_deref().and_then(Calendar::of)
    }

    /// Returns the days on which the firm works, if its place is stated and listed.
    pub fn working(&self) -> Option<Working> {
        self.place.as_deref().and_then(|place| Working::of(place, &self.own_days))
    }

    /// Returns the days on which somebody works: of their own place, else the firm's.
    pub fn working_at(&self, place: Option<&str>) -> Option<Working> {
        place.and_then(|place| Working::of(place, &self.own_days)).or_else(|| self.working())
    }

    /// Returns an amount in whole units of the base currency at the rate of `on`; without a base currency, or a rate,
    /// nothing, for a guess would enter a sum.
    pub fn in_base(&self, money: Money, on: Day) -> Option<f64> {
        let base = self.base_currency?;
        let whole = money.currency.whole(money.minor);
        if money.currency == base {
            Some(whole)
        } else {
            let rates = self.exchange_rates.iter().filter(|rate| rate.currency == money.currency && rate.on <= on);
            rates.max_by_key(|rate| rate.on).map(|rate| whole * rate.value)
        }
    }

    /// Returns an amount in whole units of another currency at the rates of `on`.
    pub fn convert(&self, money: Money, to: Currency, on: Day) -> Option<f64> {
        if money.currency == to {
            Some(to.whole(money.minor))
        } else {
            self.from_base(self.in_base(money, on)?, to, on)
        }
    }

    /// Returns whole units of the base currency in whole units of `currency` at the rate of `on`.
    pub fn from_base(&self, whole: f64, currency: Currency, on: Day) -> Option<f64> {
        let unit = self.in_base(Money { minor: currency.minor(1.0), currency }, on)?;
        (unit > 0.0).then(|| whole / unit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(iso: &str) -> Day {
        Day::from_iso(iso).expect("a day")
    }

    #[test]
    fn converts_at_the_rate_that_held() {
        let currency = |code| Currency::of(code).expect("a currency");
        let rate = |on, value| ExchangeRate { currency: currency("USD"), on: day(on), value };
        let firm = Firm {
            base_currency: Some(currency("SAR")),
            exchange_rates: vec![rate("2026-01-01", 3.75), rate("2026-06-01", 3.80)],
            ..Firm::default()
        };
        let usd = Money { minor: 10_000, currency: currency("USD") };
        assert_eq!(firm.in_base(usd, day("2026-03-01")), Some(375.0));
        assert_eq!(firm.in_base(usd, day("2026-06-01")), Some(380.0));
        assert_eq!(firm.in_base(usd, day("2025-12-31")), None);
        assert_eq!(firm.from_base(375.0, currency("USD"), day("2026-03-01")), Some(100.0));
        assert_eq!(firm.convert(usd, currency("SAR"), day("2026-03-01")), Some(375.0));
        assert_eq!(firm.convert(usd, currency("USD"), day("2020-01-01")), Some(100.0));
        assert_eq!(firm.convert(usd, currency("EUR"), day("2026-03-01")), None);
        assert_eq!(Firm::default().in_base(usd, day("2026-03-01")), None);
    }
}
