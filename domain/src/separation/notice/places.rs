//! Days off: the weekends of a place, and the holidays that somebody stated for it.

use crate::days::Day;
use crate::days::calendar::Calendar;
use serde::{Deserialize, Serialize};

/// A place with a calendar that somebody vouches for.
pub type Place = Calendar;

/// A day off at a place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holiday {
    pub place: String,
    pub on: Day,
    #[serde(default)]
    pub certainty: Certainty,
}

/// How sure a holiday's day is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    #[default]
    Fixed,
    Announced,
    /// Expected; it may fall a day earlier or later.
    Tentative,
}

/// Places that must all be open, with their holidays as one guess of the tentative ones has them.
#[derive(Clone, Copy)]
pub(super) struct Open<'t> {
    pub places: [Option<&'t Place>; 2],
    pub holidays: &'t [Holiday],
    /// By how many days tentative holidays are taken to move.
    pub shift: i32,
}

/// No run of days off is longer; whoever states one gets the day after it.
const SEARCH_DAYS: i32 = 3660;

impl Open<'_> {
    /// Tells whether work is done on the day in all places.
    pub fn is_open(&self, day: Day) -> bool {
        self.places.into_iter().flatten().all(|place| !place.is_weekend(day) && !self.is_holiday(place, day))
    }

    fn is_holiday(&self, place: &Place, day: Day) -> bool {
        self.holidays.iter().any(|holiday| {
            let moved = if holiday.certainty == Certainty::Tentative { self.shift } else { 0 };
            holiday.on.plus(moved) == day && holiday.place == place.place
        })
    }

    /// Returns the day itself if it is open, else the next one.
    pub fn on_or_after(&self, day: Day) -> Day {
        (0..SEARCH_DAYS).map(|days| day.plus(days)).find(|day| self.is_open(*day)).unwrap_or(day)
    }

    /// Returns the day itself if it is open, else the one before.
    pub fn on_or_before(&self, day: Day) -> Day {
        (0..SEARCH_DAYS).map(|days| day.plus(-days)).find(|day| self.is_open(*day)).unwrap_or(day)
    }

    /// Returns the open day that lies `count` open days later.
    pub fn plus(&self, day: Day, count: u32) -> Day {
        (0..count).fold(day, |day, _| self.on_or_after(day.plus(1)))
    }

    /// Returns the open day that lies `count` open days earlier.
    pub fn minus(&self, day: Day, count: u32) -> Day {
        (0..count).fold(day, |day, _| self.on_or_before(day.plus(-1)))
    }
}
