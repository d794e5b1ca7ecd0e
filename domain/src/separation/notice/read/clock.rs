//! What a clock shows in one place when it shows something in another. The zones are those that the program carries, so
//! that the same file gives the same days everywhere.

use super::super::wrong::Wrong;
use crate::days::{Day, place};
use jiff::civil::DateTime;
use jiff::tz::{AmbiguousOffset, TimeZone, TimeZoneDatabase};
use jiff::{Timestamp, Zoned};
use std::sync::LazyLock;

static ZONES: LazyLock<TimeZoneDatabase> = LazyLock::new(TimeZoneDatabase::bundled);

/// The years in which days are reckoned.
pub(super) const YEARS: (i32, i32) = (1900, 2199);

/// A zone with its name.
#[derive(Clone)]
pub(super) struct Zone {
    pub name: String,
    zone: TimeZone,
}

impl Zone {
    /// Returns the zone of an IANA name.
    pub fn of(name: &str) -> Option<Zone> {
        let zone = ZONES.get(name).ok()?;
        Some(Zone { name: zone.iana_name().unwrap_or(name).to_owned(), zone })
    }

    /// Returns the zone of a place.
    pub fn of_place(code: &str) -> Option<Zone> {
        place::zone_of(code).and_then(Zone::of)
    }

    /// Returns the instant at which the clocks of the zone show a time; where they show it twice, the later one.
    pub fn instant(&self, at: DateTime) -> Result<Zoned, Wrong> {
        let ambiguous = self.zone.to_ambiguous_zoned(at);
        let instant = match ambiguous.offset() {
            AmbiguousOffset::Gap { .. } => return Err(Wrong::SkippedTime),
            AmbiguousOffset::Unambiguous { .. } | AmbiguousOffset::Fold { .. } => ambiguous.later(),
        };
        instant.map_err(|_| Wrong::OutsideYears(YEARS.0, YEARS.1))
    }

    /// Returns what the clocks of the zone show at an instant.
    pub fn shows(&self, instant: Timestamp) -> DateTime {
        instant.to_zoned(self.zone.clone()).datetime()
    }
}

/// A day and a time as a file states them.
pub(super) enum Moment {
    /// As the clocks of the place show it.
    Local(DateTime),
    /// With its distance from UTC.
    Instant(Timestamp),
}

/// Reads `2026-01-15T17:40`, with seconds or without, with a distance from UTC or without.
pub(super) fn moment(text: &str) -> Result<Moment, Wrong> {
    let (day, time) = text.split_once(['T', 't', ' ']).ok_or(Wrong::NotMoment)?;
    let day = Day::from_iso(day).ok_or(Wrong::NotDay)?;
    if !(YEARS.0..=YEARS.1).contains(&day.civil().0) {
        return Err(Wrong::OutsideYears(YEARS.0, YEARS.1));
    }
    if !time.contains(':') {
        return Err(Wrong::NotMoment);
    }
    let is_shifted = time.ends_with(['Z', 'z']) || time.contains(['+', '-']);
    if is_shifted {
        text.parse().map(Moment::Instant).map_err(|_| Wrong::NotMoment)
    } else if time.chars().all(|c| c.is_ascii_digit() || c == ':' || c == '.') {
        text.parse().map(Moment::Local).map_err(|_| Wrong::NotMoment)
    } else {
        Err(Wrong::NotMoment)
    }
}
