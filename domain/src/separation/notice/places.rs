//! Days off: the weekends of a place, and the holidays that somebody stated for it.

use crate::days::Day;
use crate::days::calendar::Calendar;
use crate::days::holiday::Holiday;
use std::collections::{HashMap, HashSet};

/// A place with a calendar that somebody vouches for.
pub type Place = Calendar;

/// The holidays of a notice, as one guess of the tentative ones has them.
pub(in crate::separation) struct Off(HashMap<String, HashSet<Day>>);

impl Off {
    /// Returns the holidays, each so many days away from where it is expected.
    pub fn of(holidays: &[Holiday], shift: impl Fn(&Holiday) -> i32) -> Off {
        let mut off: HashMap<String, HashSet<Day>> = HashMap::new();
        for holiday in holidays {
            off.entry(holiday.place.clone()).or_default().insert(holiday.on.plus(shift(holiday)));
        }
        Off(off)
    }

    /// Returns the open days of one place or of two.
    pub fn open<'t>(&'t self, places: [Option<&'t Place>; 2]) -> Open<'t> {
        Open(places.map(|place| place.map(|place| (place, self.0.get(&place.place)))))
    }
}

/// Places that must all be open.
#[derive(Clone, Copy)]
pub(in crate::separation) struct Open<'t>([Option<Resting<'t>>; 2]);

/// A place with its holidays, if it has any.
type Resting<'t> = (&'t Place, Option<&'t HashSet<Day>>);

/// No run of days off is longer; whoever states one gets the day after it.
const SEARCH_DAYS: i32 = 3660;

impl Open<'_> {
    /// Tells whether work is done on the day in all places.
    pub fn is_open(&self, day: Day) -> bool {
        let is_off = |off: Option<&HashSet<Day>>| off.is_some_and(|off| off.contains(&day));
        self.0.into_iter().flatten().all(|(place, off)| !place.is_weekend(day) && !is_off(off))
    }

    /// Returns the places that would work on the day if it were no holiday.
    pub fn on_holiday(&self, day: Day) -> Vec<&str> {
        let places = self.0.into_iter().flatten().filter(|(place, _)| !place.is_weekend(day));
        let off = places.filter(|(_, off)| off.is_some_and(|off| off.contains(&day)));
        off.map(|(place, _)| place.place.as_str()).collect()
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
