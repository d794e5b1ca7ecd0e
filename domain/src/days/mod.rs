//! Civil days: exact, small, and fast enough to be counted a million times.

pub mod calendar;
pub mod checked;
pub mod hijri;
pub mod holiday;
pub mod place;
pub mod season;
pub mod working;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::{TimeZone, TimeZoneDatabase};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// A civil day, kept as the number of days since 1970-01-01; years 0001 to 9999.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(i32);

impl Day {
    /// The first and the last day that can be written as `YYYY-MM-DD`.
    const RANGE: std::ops::RangeInclusive<i32> = -719_162..=2_932_896;

    /// Returns the day of a Gregorian year, month and day of month, if there is such a day.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Day> {
        let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
        let length = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => 0,
        };
        let exists = (1..=9999).contains(&year) && (1..=length).contains(&day);
        exists.then(|| Day(days_from_civil(year, month as i32, day as i32)))
    }

    /// Reads `YYYY-MM-DD`, optionally followed by `T` or a space and a time of day; nothing else.
    pub fn from_iso(text: &str) -> Option<Day> {
        let (date, rest) = text.as_bytes().split_first_chunk()?;
        let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = *date else { return None };
        let digit = |byte: u8| char::from(byte).to_digit(10);
        let two = |tens: u8, ones: u8| Some(digit(tens)? * 10 + digit(ones)?);
        let ends = matches!(rest.first(), None | Some(b'T' | b' '));
        let year = two(y1, y2)? * 100 + two(y3, y4)?;
        if ends { Day::new(year as i32, two(m1, m2)?, two(d1, d2)?) } else { None }
    }

    /// Returns the days since 1970-01-01.
    pub fn number(self) -> i32 {
        self.0
    }

    /// Returns the days from `earlier` to this day; negative if `earlier` is later.
    pub fn since(self, earlier: Day) -> i32 {
        self.0 - earlier.0
    }

    /// Returns the day that lies `days` later, or earlier if negative, kept within the years 1 to 9999.
    pub fn plus(self, days: i32) -> Day {
        Day(self.0.saturating_add(days).clamp(*Day::RANGE.start(), *Day::RANGE.end()))
    }

    /// Returns the civil day of an instant (RFC 3339) in an IANA zone, of Greenwich where the zone is not known; nothing
    /// where the text is no instant.
    pub fn of_instant(at: &str, zone: Option<&str>) -> Option<Day> {
        let at: Timestamp = at.parse().ok()?;
        Some(Day::from(at.to_zoned(zone_or_utc(zone)).date()))
    }

    /// Returns the instant (RFC 3339, UTC) at which the day begins in an IANA zone; see `of_instant`.
    pub fn begins_at(self, zone: Option<&str>) -> String {
        let begins = self.date().to_zoned(zone_or_utc(zone)).map(|begins| begins.timestamp());
        begins.map_or_else(|_| format!("{self}T00:00:00Z"), |at| at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string())
    }

    /// Returns the weekday, Monday = 0 to Sunday = 6.
    pub fn weekday(self) -> Weekday {
        Weekday::ALL[(self.0 + 3).rem_euclid(7) as usize]
    }

    /// Returns year, month and day of month.
    pub fn civil(self) -> (i32, u32, u32) {
        civil_from_days(self.0)
    }

    /// Returns the month this day falls in.
    pub fn month(self) -> Month {
        let (year, month, _) = self.civil();
        Month(year * 12 + month as i32 - 1)
    }

    /// Returns the day as jiff writes it, for arithmetic in months and years.
    pub fn date(self) -> Date {
        let (year, month, day) = self.civil();
        Date::new(year as i16, month as i8, day as i8).expect("a Day lies within jiff's range")
    }
}

/// Returns a time zone by the tables that the program carries.
fn zone_or_utc(zone: Option<&str>) -> TimeZone {
    zone.and_then(|name| TimeZoneDatabase::bundled().get(name).ok()).unwrap_or(TimeZone::UTC)
}

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

impl Weekday {
    /// All weekdays, Monday first.
    pub const ALL: [Weekday; 7] = {
        use Weekday::*;
        [Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday]
    };
}

/// A calendar month, counted from year 0 so that quarters and spans are plain arithmetic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(i32);

impl Month {
    /// Returns the month that lies `months` later, or earlier if negative.
    pub fn plus(self, months: i32) -> Month {
        Month(self.0 + months)
    }

    /// Returns the whole months from `earlier` to this month.
    pub fn since(self, earlier: Month) -> i32 {
        self.0 - earlier.0
    }

    /// Returns the first day of the month.
    pub fn first(self) -> Day {
        Day(days_from_civil(self.0.div_euclid(12), self.0.rem_euclid(12) + 1, 1))
    }

    /// Returns the last day of the month.
    pub fn last(self) -> Day {
        self.plus(1).first().plus(-1)
    }

    /// Returns the calendar quarter the month belongs to, counted from year 0.
    pub fn quarter(self) -> i32 {
        self.0.div_euclid(3)
    }

    /// Returns the first month of a calendar quarter counted from year 0.
    pub fn of_quarter(quarter: i32) -> Month {
        Month(quarter * 3)
    }
}

impl From<Date> for Day {
    fn from(date: Date) -> Day {
        Day(days_from_civil(i32::from(date.year()), i32::from(date.month()), i32::from(date.day())))
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let (year, month, day) = self.civil();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Day, D::Error> {
        let text = String::deserialize(deserializer)?;
        Day::from_iso(&text).ok_or_else(|| serde::de::Error::custom("a day is written YYYY-MM-DD"))
    }
}

/// Counts days from 1970-01-01; the algorithm of Howard Hinnant, "chrono-compatible low-level date algorithms" (2013).
fn days_from_civil(year: i32, month: i32, day: i32) -> i32 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year - era * 400;
    let day_of_year = (153 * (month + if month > 2 { -3 } else { 9 }) + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

/// Undoes `days_from_civil`.
fn civil_from_days(days: i32) -> (i32, u32, u32) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days - era * 146_097;
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    let year = year_of_era + era * 400 + i32::from(month <= 2);
    (year, month as u32, day as u32)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(iso: &str) -> Day {
        Day::from_iso(iso).expect("a day")
    }

    #[test]
    fn an_instant_has_the_day_of_its_zone() {
        let in_zone = |at, zone| Day::of_instant(at, zone).map(|day| day.to_string());
        for (at, zone, expected) in [
            ("2026-11-01T22:30:00Z", Some("Asia/Riyadh"), "2026-11-02"),
            ("2026-11-02T01:30:00Z", Some("America/Los_Angeles"), "2026-11-01"),
            ("2026-11-01T22:30:00Z", Some("Nowhere/Known"), "2026-11-01"),
            ("2026-11-01T22:30:00Z", None, "2026-11-01"),
        ] {
            assert_eq!(in_zone(at, zone).as_deref(), Some(expected), "{at} {zone:?}");
        }
        assert_eq!(in_zone("2026-11-01", None), None);
        assert_eq!(day("2026-11-02").begins_at(Some("Asia/Riyadh")), "2026-11-01T21:00:00Z");
        assert_eq!(day("2026-11-02").begins_at(Some("America/Los_Angeles")), "2026-11-02T08:00:00Z");
        assert_eq!(day("2026-11-02").begins_at(None), "2026-11-02T00:00:00Z");
    }

    #[test]
    fn reads_only_days_that_exist() {
        for bad in [
            "2026-02-29",
            "2026-13-01",
            "2026-00-10",
            "2026-1-1",
            "26-01-01",
            "2026/01/01",
            "2026-01-01x",
            "0000-01-01",
        ] {
            assert_eq!(Day::from_iso(bad), None, "{bad}");
        }
        assert_eq!(day("2024-02-29").civil(), (2024, 2, 29));
        assert_eq!(day("2026-01-15T17:40").to_string(), "2026-01-15");
    }

    #[test]
    fn knows_weekdays_and_months() {
        assert_eq!(day("2026-01-15").weekday(), Weekday::Thursday);
        assert_eq!(day("1969-12-31").weekday(), Weekday::Wednesday);
        assert_eq!(day("2026-02-10").month().last(), day("2026-02-28"));
        assert_eq!(day("2026-01-10").month().plus(-1).first(), day("2025-12-01"));
        assert_eq!(Month::of_quarter(day("2026-06-30").month().quarter()).first(), day("2026-04-01"));
    }

    proptest! {
        #[test]
        fn agrees_with_jiff(number in *Day::RANGE.start()..=*Day::RANGE.end()) {
            let day = Day(number);
            prop_assert_eq!(Day::from(day.date()), day);
            prop_assert_eq!(Day::from_iso(&day.to_string()), Some(day));
            prop_assert_eq!(i32::from(day.date().weekday().to_monday_zero_offset()), day.weekday() as i32);
        }
    }
}
