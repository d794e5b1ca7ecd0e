//! Weekends by place and start date (DOMAIN 2.5), and the working week that counts and response times use.

use super::{Day, Weekday, place};
use serde::{Deserialize, Serialize};

/// The weekdays on which a place rests, from a day on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Weekend {
    pub from: Option<Day>,
    pub days: Vec<Weekday>,
}

/// A place's weekends, the earliest first; the last that has begun holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Calendar {
    pub place: String,
    pub weekends: Vec<Weekend>,
}

impl Calendar {
    /// Returns the calendar of an ISO 3166 place (`UK` for `GB`), or `None` for a place nobody has vouched for.
    pub fn of(place: &str) -> Option<Calendar> {
        let place = if place.eq_ignore_ascii_case("UK") { "GB".into() } else { place.to_ascii_uppercase() };
        place::calendars().get(place.as_str()).cloned()
    }

    /// Returns every place that has a calendar, in the order of their codes.
    pub fn places() -> Vec<&'static str> {
        place::calendars().keys().copied().collect()
    }

    /// Tells whether `day` falls on the weekend that held on it.
    pub fn is_weekend(&self, day: Day) -> bool {
        let held = self.weekends.iter().rev().find(|weekend| weekend.from.is_none_or(|from| from <= day));
        held.is_some_and(|weekend| weekend.days.contains(&day.weekday()))
    }

    /// Counts the business days after `start` up to and including `end`; 0 if `end` is not later.
    pub fn business_days(&self, start: Day, end: Day) -> i32 {
        (1..=end.since(start)).filter(|offset| !self.is_weekend(start.plus(*offset))).count() as i32
    }

    /// Returns the day that lies `days` business days after `start`, which is not counted itself.
    pub fn plus_business_days(&self, start: Day, days: i32) -> Day {
        let mut day = start;
        for _ in 0..days {
            day = day.plus(1);
            while self.is_weekend(day) {
                day = day.plus(1);
            }
        }
        day
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(iso: &str) -> Day {
        Day::from_iso(iso).expect("a day")
    }

    #[test]
    fn counts_business_days_by_place() {
        // DOMAIN vector 2: six business days from Thursday 2026-01-15.
        let start = day("2026-01-15");
        let check = |place, end| {
            let calendar = Calendar::of(place).expect("a known place");
            assert_eq!(calendar.plus_business_days(start, 6), day(end), "{place}");
            assert_eq!(calendar.business_days(start, day(end)), 6, "{place}");
        };
        check("EG", "2026-01-25");
        check("AE", "2026-01-23");
    }

    #[test]
    fn a_weekend_holds_from_its_start() {
        let check = |place, iso, weekend| {
            assert_eq!(Calendar::of(place).expect("a known place").is_weekend(day(iso)), weekend, "{place} {iso}");
        };
        check("SA", "2013-06-27", true); // the last Thursday off
        check("SA", "2013-06-29", true); // the first Saturday off
        check("SA", "2013-07-04", false);
        check("AE", "2021-12-31", true);
        check("AE", "2022-01-07", false);
        check("UK", "2026-01-18", true);
    }

    #[test]
    fn an_unlisted_place_is_refused() {
        assert_eq!(Calendar::of("DJ"), None);
        assert!(Calendar::places().contains(&"SA"));
    }
}
