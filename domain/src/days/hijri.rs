//! Hijri days of the Umm al-Qura calendar, as its official site tabulates them: 1431 to 1499.

use super::Day;
use std::fmt;

/// A day of the Umm al-Qura calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hijri {
    pub year: i32,
    pub month: u32,
    pub day: u32,
}

/// The table's first year, and the Gregorian day on which it began.
const FIRST_YEAR: i32 = 1431;
const FIRST_DAY: (i32, u32, u32) = (2009, 12, 18);

/// A year each: bit 0 is Muharram; a set bit is a month of 30 days, an unset one of 29.
const LONG_MONTHS: [u16; 69] = [
    0x956, 0x2ae, 0x56d, 0x36a, 0xb55, 0xaaa, 0x94d, 0x49d, 0x95d, 0x2ba, 0x5b5, 0x5aa, 0xd55, 0xa9a, 0x92e, 0x26e,
    0x55d, 0xada, 0x6d4, 0x6a5, 0x54b, 0xa97, 0x54e, 0xaae, 0x5ac, 0xba9, 0xd92, 0xb25, 0x64b, 0xcab, 0x55a, 0xb55,
    0x6d2, 0xea5, 0xe4a, 0xa95, 0x52d, 0xaad, 0x36c, 0x759, 0x6d2, 0x695, 0x52d, 0xa5b, 0x4ba, 0x9ba, 0x3b4, 0xb69,
    0xb52, 0xaa6, 0x4b6, 0x96d, 0x2ec, 0x6d9, 0xeb2, 0xd54, 0xd2a, 0xa56, 0x4ae, 0x96d, 0xd6a, 0xb54, 0xb29, 0xa93,
    0x52b, 0xa57, 0x536, 0xab5, 0x6aa,
];

/// The days of the table before each of its years, and those of all of it.
const DAYS_BEFORE: [i32; LONG_MONTHS.len() + 1] = {
    let mut before = [0; LONG_MONTHS.len() + 1];
    let mut year = 0;
    while year < LONG_MONTHS.len() {
        before[year + 1] = before[year] + 29 * 12 + LONG_MONTHS[year].count_ones() as i32;
        year += 1;
    }
    before
};

/// Returns the days of a month counted from the table's first.
fn month_days(index: i32) -> Option<i32> {
    let year = usize::try_from(index.div_euclid(12)).ok()?;
    let long = LONG_MONTHS.get(year)? >> index.rem_euclid(12) & 1;
    Some(29 + i32::from(long))
}

impl Hijri {
    /// Returns the Hijri day of a Gregorian one, if the table reaches it.
    pub fn of(day: Day) -> Option<Hijri> {
        let since = day.since(first());
        let year = DAYS_BEFORE.partition_point(|before| *before <= since).checked_sub(1)?;
        let (mut left, mut index) = (since - DAYS_BEFORE[year], year as i32 * 12);
        while left >= month_days(index)? {
            left -= month_days(index)?;
            index += 1;
        }
        Some(Hijri { year: FIRST_YEAR + index / 12, month: index as u32 % 12 + 1, day: left as u32 + 1 })
    }

    /// Returns the Gregorian day, if the table has this one.
    pub fn gregorian(self) -> Option<Day> {
        let index = self.index();
        let before = (0..index).map(month_days).sum::<Option<i32>>()?;
        let exists = index >= 0 && (1..=month_days(index)?).contains(&(self.day as i32));
        exists.then(|| first().plus(before + self.day as i32 - 1))
    }

    /// Returns the corresponding day so many months later or earlier; where the month is too short, its last.
    pub fn plus_months(self, months: i32) -> Option<Hijri> {
        let index = self.index().checked_add(months)?;
        let day = self.day.min(month_days(index)? as u32);
        Some(Hijri { year: FIRST_YEAR + index.div_euclid(12), month: index.rem_euclid(12) as u32 + 1, day })
    }

    fn index(self) -> i32 {
        (self.year - FIRST_YEAR) * 12 + self.month as i32 - 1
    }
}

fn first() -> Day {
    let (year, month, day) = FIRST_DAY;
    Day::new(year, month, day).expect("the table begins on a day")
}

impl fmt::Display for Hijri {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notice_days_in_both_calendars() {
        // DOMAIN vector 7, computed with hijridate.
        for (gregorian, hijri) in [
            ("2026-01-15", "1447-07-26"),
            ("2026-04-14", "1447-10-26"),
            ("2025-06-26", "1447-01-01"),
            ("2026-06-16", "1448-01-01"),
            ("2026-12-31", "1448-07-22"),
            ("2026-02-18", "1447-09-01"),
            ("2026-03-20", "1447-10-01"),
            ("2026-05-27", "1447-12-10"),
            ("2027-02-08", "1448-09-01"),
            ("2027-03-09", "1448-10-01"),
            ("2027-05-16", "1448-12-10"),
        ] {
            let day = Day::from_iso(gregorian).expect("a day");
            let found = Hijri::of(day).expect("within the table");
            assert_eq!((found.to_string().as_str(), found.gregorian()), (hijri, Some(day)));
        }
    }

    #[test]
    fn nothing_is_guessed_outside_the_table() {
        assert_eq!(Hijri::of(first().plus(-1)), None);
        assert_eq!(Hijri { year: 1500, month: 1, day: 1 }.gregorian(), None);
        assert_eq!(Hijri { year: 1447, month: 7, day: 31 }.gregorian(), None);
    }
}
