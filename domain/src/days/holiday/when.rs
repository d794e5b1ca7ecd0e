//! On which day of a year a holiday begins.

use super::easter;
use crate::days::hijri::Hijri;
use crate::days::{Day, Month, Weekday};
use serde::Deserialize;

/// The rule by which a holiday finds its day.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum When {
    Gregorian(MonthDay),
    /// By the Umm al-Qura table.
    Hijri(MonthDay),
    /// Days after Easter Sunday.
    Easter(i32),
    OrthodoxEaster(i32),
    Weekday(NthWeekday),
}

/// A month and a day of it, written `09-23`.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(try_from = "String")]
pub(super) struct MonthDay {
    month: u32,
    day: u32,
}

/// A weekday counted from a month's beginning, or from its end if negative.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NthWeekday {
    day: Weekday,
    nth: i32,
    month: u32,
}

impl TryFrom<String> for MonthDay {
    type Error = &'static str;

    fn try_from(text: String) -> Result<MonthDay, &'static str> {
        let (month, day) = text.split_once('-').ok_or("a month and a day are written MM-DD")?;
        let read = |part: &str| part.parse().ok();
        match (read(month), read(day)) {
            (Some(month @ 1..=12), Some(day @ 1..=31)) => Ok(MonthDay { month, day }),
            _ => Err("a month and a day are written MM-DD"),
        }
    }
}

impl When {
    /// Returns the days on which it begins within a Gregorian year; a Hijri day may come twice or not at all.
    pub fn in_year(&self, year: i32) -> Vec<Day> {
        match self {
            When::Gregorian(on) => Day::new(year, on.month, on.day).into_iter().collect(),
            When::Hijri(on) => hijri_in(year, *on),
            When::Easter(after) => easter::western(year).map(|day| day.plus(*after)).into_iter().collect(),
            When::OrthodoxEaster(after) => easter::orthodox(year).map(|day| day.plus(*after)).into_iter().collect(),
            When::Weekday(on) => on.of(year).into_iter().collect(),
        }
    }

    /// Returns the days that are off because a month may have its thirtieth day after all: the table gives it 29, so the
    /// feast that follows is expected on that day, and if the moon is seen late, that day is the thirtieth.
    pub fn may_be_thirtieth(&self, year: i32) -> Vec<Day> {
        let When::Hijri(MonthDay { month, day: 30 }) = *self else { return vec![] };
        let on = |year, day| Hijri { year, month, day }.gregorian();
        let short = hijri_years(year).filter(|year| on(*year, 30).is_none());
        let days = short.filter_map(|year| on(year, 29)).map(|day| day.plus(1));
        days.filter(|day| day.civil().0 == year).collect()
    }
}

fn hijri_in(year: i32, on: MonthDay) -> Vec<Day> {
    let days = hijri_years(year).filter_map(|year| Hijri { year, month: on.month, day: on.day }.gregorian());
    days.filter(|day| day.civil().0 == year).collect()
}

/// Returns the Hijri years that a Gregorian one has days of, as far as the table reaches.
fn hijri_years(year: i32) -> impl Iterator<Item = i32> {
    let of = |month, day| Day::new(year, month, day).and_then(Hijri::of).map(|hijri| hijri.year);
    of(1, 1).zip(of(12, 31)).into_iter().flat_map(|(first, last)| first..=last)
}

impl NthWeekday {
    fn of(&self, year: i32) -> Option<Day> {
        let month: Month = Day::new(year, self.month, 1)?.month();
        let days = (0..31).map(|days| month.first().plus(days));
        let mut all: Vec<Day> = days.filter(|day| day.month() == month && day.weekday() == self.day).collect();
        if self.nth < 0 {
            all.reverse();
        }
        all.get(self.nth.unsigned_abs().checked_sub(1)? as usize).copied()
    }
}
