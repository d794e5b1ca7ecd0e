//! What past ends took until a replacement was signed, held against what was foreseen of them: own history for the next forecast (DOMAIN 3.5,
//! 3.7).

use super::known::months;
use super::{Key, Time};
use crate::days::Day;

/// Of fewer ends nothing is told, and nothing follows from them: one of a few would tell of its case.
pub const ENDS_MIN: usize = 4;

/// What wins or an assumption say counts as much as so many ends, so that a few do not overturn it.
const BEFORE_ENDS: f64 = 4.0;

/// A wait counts for no longer than a forecast looks ahead.
const WAIT_MAX: f64 = 24.0;

/// An end whose decision foresaw how long a replacement would take.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PastEnd {
    pub decided_on: Day,
    /// The mean that was foreseen, in months.
    pub foreseen: f64,
    /// The day on which a client won since signed, whose money came; nothing while there is none. From the signature to the
    /// full pay a forecast counts by itself.
    pub won_on: Option<Day>,
}

impl PastEnd {
    /// Returns for how many months a replacement was waited for, or has been until today.
    fn waited(&self, today: Day) -> f64 {
        let waited = |until| months(self.decided_on, until).max(0.0);
        self.won_on.map_or_else(|| waited(today).min(WAIT_MAX), waited)
    }
}

/// How fast replacements were signed after past ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pace {
    pub ends: usize,
    /// After how many of them one was signed whose money came.
    pub came: usize,
    /// The months that all of them waited together.
    pub waited: f64,
    /// The mean of what was foreseen, in months.
    pub foreseen: f64,
}

impl Pace {
    /// Returns what past ends say; nothing where there are too few.
    pub fn of(ends: &[PastEnd], today: Day) -> Option<Pace> {
        (ends.len() >= ENDS_MIN).then(|| Pace {
            ends: ends.len(),
            came: ends.iter().filter(|end| end.won_on.is_some()).count(),
            waited: ends.iter().map(|end| end.waited(today)).sum(),
            foreseen: ends.iter().map(|end| end.foreseen).sum::<f64>() / ends.len() as f64,
        })
    }

    /// Returns what it is put at, in months; nothing while no money came. Waiting times are held to be exponential,
    /// as the forecast holds them to be: then an end that still waits counts by the time that it has waited.
    pub fn took(&self) -> Option<f64> {
        (self.came > 0).then(|| self.waited / self.came as f64)
    }

    /// Returns the mean that is expected after all this of what was expected before, in months.
    pub fn expected(&self, before: f64) -> f64 {
        let mean = (BEFORE_ENDS * before + self.waited) / (BEFORE_ENDS + self.came as f64);
        mean.min(Key::MeanMonths.bounds().max)
    }

    /// Returns a time as it is expected after all this: what own wins say keeps its shape.
    pub fn corrected(&self, time: Time) -> Time {
        let before = time.mean();
        let after = self.expected(before);
        match time {
            Time::Own(own) if before > 0.0 => Time::Own(own.into_iter().map(|own| own * after / before).collect()),
            Time::Own(_) | Time::Mean(_) => Time::Mean(after),
        }
    }
}

/// Gives each decision the day on which a client was first won since, of the days on which clients were won whose money came.
/// Whoever makes up for one end makes up for no other: the older one comes first.
pub fn first_won(decided: &[Day], won: &[Day]) -> Vec<Option<Day>> {
    let mut left = won.to_vec();
    left.sort_unstable();
    let mut order: Vec<usize> = (0..decided.len()).collect();
    order.sort_by_key(|at| decided[*at]);
    let mut first = vec![None; decided.len()];
    for at in order {
        let found = left.iter().position(|won_on| *won_on >= decided[at]);
        first[at] = found.map(|found| left.remove(found));
    }
    first
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(iso: &str) -> Day {
        Day::from_iso(iso).expect("a day")
    }

    /// An end of 1 January 2025 that foresaw so many months, and after so many days of which a replacement was signed.
    fn end(foreseen: f64, days: Option<i32>) -> PastEnd {
        let decided_on = day("2025-01-01");
        PastEnd { decided_on, foreseen, won_on: days.map(|days| decided_on.plus(days)) }
    }

    #[test]
    fn few_ends_say_nothing() {
        let three = [end(6.0, Some(365)); 3];
        assert_eq!(Pace::of(&three, day("2026-01-01")), None);
        assert_eq!(Pace::of(&[], day("2026-01-01")), None);
    }

    #[test]
    fn what_took_twice_as_long_is_expected_to_take_half_as_long_again() {
        // 365 days are 11.992 months; six were expected: (4 × 6 + 4 × 11.992) / (4 + 4).
        let four = Pace::of(&[end(7.0, Some(365)); 4], day("2026-06-01")).expect("four");
        assert!((four.expected(6.0) - 8.996).abs() < 0.001, "{four:?}");
        assert_eq!((four.ends, four.came, four.foreseen), (4, 4, 7.0));
        assert!(four.took().is_some_and(|took| (took - 11.992).abs() < 0.001), "{four:?}");
        // Twelve such ends outweigh what was expected: (4 × 6 + 12 × 11.992) / (4 + 12).
        let twelve = Pace::of(&[end(7.0, Some(365)); 12], day("2026-06-01")).expect("twelve");
        assert!((twelve.expected(6.0) - 10.494).abs() < 0.001, "{twelve:?}");
    }

    #[test]
    fn who_still_waits_counts_by_the_wait_so_far() {
        let ends = [end(6.0, Some(183)), end(6.0, Some(183)), end(6.0, None), end(6.0, None)];
        // Two waited 6.0123 months and two 11.9918: 36.008 in all, and two were made up for.
        let pace = Pace::of(&ends, day("2026-01-01")).expect("four");
        assert!(pace.took().is_some_and(|took| (took - 18.004).abs() < 0.001), "{pace:?}");
        assert!((pace.expected(6.0) - (24.0 + 36.008) / 6.0).abs() < 0.001, "{pace:?}");
        let none = Pace::of(&[end(6.0, None); 4], day("2040-01-01")).expect("four");
        assert_eq!((none.took(), none.expected(6.0)), (None, (24.0 + 4.0 * 24.0) / 4.0), "two years at most");
    }

    #[test]
    fn a_forecast_is_stretched_or_shortened() {
        let pace = Pace { ends: 4, came: 4, waited: 40.0, foreseen: 5.0 };
        assert_eq!(pace.corrected(Time::Mean(5.0)), Time::Mean(7.5));
        assert_eq!(pace.corrected(Time::Own(vec![2.0, 8.0])), Time::Own(vec![3.0, 12.0]));
        assert_eq!(pace.corrected(Time::Own(vec![0.0, 0.0])), Time::Mean(5.0), "nothing has no shape");
        let slow = Pace { came: 0, waited: 96.0, ..pace };
        assert_eq!(slow.corrected(Time::Mean(1_199.0)), Time::Mean(1_200.0), "no longer than can be stated");
    }

    #[test]
    fn a_client_makes_up_for_one_end() {
        let decided = [day("2025-06-01"), day("2025-01-01"), day("2025-02-01")];
        let won = [day("2025-03-01"), day("2024-12-01"), day("2025-02-15")];
        // The oldest end is made up for first; who was won before any decision makes up for none.
        assert_eq!(first_won(&decided, &won), [None, Some(day("2025-02-15")), Some(day("2025-03-01"))]);
    }
}
