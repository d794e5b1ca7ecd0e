//! The days on which a place works: its weekends, and the holidays that its pack and the firm state for it.

use super::Day;
use super::calendar::Calendar;
use super::holiday::{OwnDay, kept};
use std::collections::HashSet;

/// A place's working days; a holiday that waits for its announcement counts as off on the day on which it is expected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Working {
    calendar: Calendar,
    off: HashSet<Day>,
}

/// No run of days off is longer; whoever states one gets the day after it.
const SEARCH_DAYS: i32 = 3660;

impl Working {
    /// Returns the working days of a place, or `None` for one that has no calendar.
    pub fn of(place: &str, own: &[OwnDay]) -> Option<Working> {
        let calendar = Calendar::of(place)?;
        let off = kept(&calendar.place, own).into_iter().map(|holiday| holiday.on).collect();
        Some(Working { calendar, off })
    }

    /// Tells whether work is done on the day.
    pub fn is_open(&self, day: Day) -> bool {
        !self.calendar.is_weekend(day) && !self.off.contains(&day)
    }

    /// Returns the day itself if it is open, else the next one.
    pub fn on_or_after(&self, day: Day) -> Day {
        (0..SEARCH_DAYS).map(|days| day.plus(days)).find(|day| self.is_open(*day)).unwrap_or(day)
    }

    /// Returns the day itself if it is open, else the one before.
    pub fn on_or_before(&self, day: Day) -> Day {
        (0..SEARCH_DAYS).map(|days| day.plus(-days)).find(|day| self.is_open(*day)).unwrap_or(day)
    }

    /// Returns the day that lies so many business days later, or earlier if negative; the day itself for none.
    pub fn plus(&self, day: Day, count: i32) -> Day {
        let later = (0..count).fold(day, |day, _| self.on_or_after(day.plus(1)));
        (count..0).fold(later, |day, _| self.on_or_before(day.plus(-1)))
    }

    /// Counts the business days after `start` up to and including `end`; negative if `end` is earlier.
    pub fn between(&self, start: Day, end: Day) -> i32 {
        let count = |from: Day, to: Day| (1..=to.since(from)).filter(|days| self.is_open(from.plus(*days))).count();
        if end < start { -(count(end, start) as i32) } else { count(start, end) as i32 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(iso: &str) -> Day {
        Day::from_iso(iso).expect("a day")
    }

    #[test]
    fn weekends_and_holidays_are_off_and_the_firm_knows_better() {
        // Thursday 15 January 2026 in Egypt; Sunday the 25th is off, unless the firm says that it is worked.
        let working = Working::of("EG", &[]).expect("a place");
        assert_eq!(working.plus(day("2026-01-15"), 6), day("2026-01-26"));
        assert_eq!(working.between(day("2026-01-15"), day("2026-01-26")), 6);
        let own = [OwnDay { place: "EG".into(), on: day("2026-01-25"), off: false }];
        let worked = Working::of("EG", &own).expect("a place");
        assert_eq!(worked.plus(day("2026-01-15"), 6), day("2026-01-25"));
        assert_eq!(worked.plus(day("2026-01-25"), -6), day("2026-01-15"));
        assert_eq!((worked.on_or_after(day("2026-01-16")), worked.on_or_before(day("2026-01-16"))), {
            (day("2026-01-18"), day("2026-01-15"))
        });
        assert_eq!(Working::of("DJ", &[]), None);
    }

    proptest! {
        #[test]
        fn counting_undoes_going(start in 0i32..4000, count in -60i32..60) {
            let working = Working::of("SA", &[]).expect("a place");
            let start = working.on_or_after(day("2020-01-01").plus(start));
            let end = working.plus(start, count);
            prop_assert!(working.is_open(end));
            // Counted backwards the first day is left out and the last counted, so both directions agree between open days.
            prop_assert_eq!(working.between(start, end), count);
        }
    }
}
