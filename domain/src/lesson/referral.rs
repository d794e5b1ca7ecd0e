//! Whom others sent to us before an end and after it: counts over two spans of days, held against each other (DOMAIN 3.6,
//! B90).

use super::SHOWN_MIN;
use crate::days::Day;
use crate::stats::rate_ratio_p;

/// So many days are looked at on each side of an end.
pub const WINDOW_DAYS: i32 = 365;

/// Days of a year on average.
const YEAR_DAYS: f64 = 365.25;

/// Referrals to us round an end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Referrals {
    pub before: u32,
    pub before_days: i32,
    pub after: u32,
    pub after_days: i32,
}

impl Referrals {
    /// Counts the days on which somebody was sent to us, in the year before an end and in the year from it on;
    /// `recorded_from` is the first day of which anything is recorded. Nothing where either side has no day to count.
    pub fn round(on: &[Day], closed_on: Day, (recorded_from, today): (Option<Day>, Day)) -> Option<Referrals> {
        let from = recorded_from?.max(closed_on.plus(-WINDOW_DAYS));
        let until = today.plus(1).min(closed_on.plus(WINDOW_DAYS));
        let count = |from: Day, until: Day| on.iter().filter(|on| (from..until).contains(*on)).count() as u32;
        let own = Referrals {
            before: count(from, closed_on),
            before_days: closed_on.since(from),
            after: count(closed_on, until),
            after_days: until.since(closed_on),
        };
        (own.before_days > 0 && own.after_days > 0).then_some(own)
    }

    /// Adds up what is told of several ends.
    pub fn sum(ends: impl IntoIterator<Item = Referrals>) -> Referrals {
        ends.into_iter().fold(Referrals::default(), |sum, one| Referrals {
            before: sum.before + one.before,
            before_days: sum.before_days + one.before_days,
            after: sum.after + one.after,
            after_days: sum.after_days + one.after_days,
        })
    }

    /// Returns how many there were in all.
    pub fn n(self) -> u32 {
        self.before + self.after
    }

    /// Keeps them if there were so many that they tell of nobody.
    pub fn told(self) -> Option<Referrals> {
        (self.n() as usize >= SHOWN_MIN).then_some(self)
    }

    /// Returns how many came in a year before, and how many in a year since.
    pub fn yearly(self) -> (f64, f64) {
        let rate = |n: u32, days: i32| f64::from(n) * YEAR_DAYS / f64::from(days.max(1));
        (rate(self.before, self.before_days), rate(self.after, self.after_days))
    }

    /// Returns the exact chance of so few since, or fewer, if nothing had changed; the counts are held to be Poisson.
    pub fn chance_of_so_few(self) -> Option<f64> {
        // So few since is so many before, given the sum.
        let (before_days, after_days) = (f64::from(self.before_days), f64::from(self.after_days));
        rate_ratio_p(self.before as usize, before_days, self.after as usize, after_days)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::from_iso(text).expect("a day")
    }

    fn days(texts: &[&str]) -> Vec<Day> {
        texts.iter().map(|text| day(text)).collect()
    }

    #[test]
    fn counts_a_year_on_each_side() {
        let on = days(&["2024-12-31", "2025-01-01", "2025-12-31", "2026-01-01", "2026-12-31", "2027-01-01"]);
        let round = |from, today| Referrals::round(&on, day("2026-01-01"), (from, day(today)));
        let own = Referrals { before: 2, before_days: 365, after: 2, after_days: 365 };
        assert_eq!(round(Some(day("2020-01-01")), "2028-01-01"), Some(own), "the day of the end counts after it");
        let short = Referrals { before: 1, before_days: 31, after: 1, after_days: 101 };
        assert_eq!(round(Some(day("2025-12-01")), "2026-04-11"), Some(short));
        assert_eq!(round(Some(day("2026-01-01")), "2026-04-11"), None, "nothing is recorded of before");
        assert_eq!(round(None, "2026-04-11"), None);
        assert_eq!(round(Some(day("2025-01-01")), "2025-12-31"), None, "it has not ended");
    }

    #[test]
    fn fewer_than_four_are_not_told() {
        let few = Referrals { before: 2, before_days: 365, after: 1, after_days: 365 };
        assert_eq!(few.told(), None);
        let four = Referrals { after: 2, ..few };
        assert_eq!(four.told(), Some(four));
        assert_eq!(Referrals::sum([few, four]), Referrals { before: 4, before_days: 730, after: 3, after_days: 730 });
    }

    #[test]
    fn rates_are_those_of_a_year() {
        let own = Referrals { before: 8, before_days: 365, after: 1, after_days: 183 };
        let (before, after) = own.yearly();
        assert!((before - 8.0 * 365.25 / 365.0).abs() < 1e-12 && (after - 365.25 / 183.0).abs() < 1e-12);
        // Nine in all, each of them before with 365 of 548: P(8 or 9 of 9) = 9 p^8 (1 - p) + p^9.
        let p: f64 = 365.0 / 548.0;
        let wanted = 9.0 * p.powi(8) * (1.0 - p) + p.powi(9);
        assert!((own.chance_of_so_few().expect("days on both sides") - wanted).abs() < 1e-9);
    }
}
