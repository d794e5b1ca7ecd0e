//! The only place that asks what time it is.

use domain::days::Day;
use jiff::tz::{TimeZone, TimeZoneDatabase};
use jiff::{SignedDuration, Timestamp};

/// What time it is; a demonstration stands still on its own day.
#[derive(Clone, Copy, Debug, Default)]
pub struct Clock {
    stands_on: Option<Standing>,
}

/// The day on which a clock stands, and how far its instants lie from the true ones.
#[derive(Clone, Copy, Debug)]
struct Standing {
    day: Day,
    shift: SignedDuration,
}

impl Clock {
    /// Returns a clock whose day is always `day`; its instants begin at nine of that day and go on.
    pub fn standing_on(day: Day) -> Clock {
        let began = format!("{day}T09:00:00Z").parse::<Timestamp>().expect("a day of the calendar has a ninth hour");
        let shift = began.duration_since(Clock::default().now());
        Clock { stands_on: Some(Standing { day, shift }) }
    }

    /// Returns the instant.
    #[expect(clippy::disallowed_methods, reason = "this is the one place")]
    pub fn now(&self) -> Timestamp {
        let now = Timestamp::now();
        self.stands_on.map_or(now, |standing| now + standing.shift)
    }

    /// Returns the civil day in an IANA zone, UTC if the zone is unknown.
    pub fn today(&self, zone: Option<&str>) -> Day {
        let zone = self::zone(zone).unwrap_or(TimeZone::UTC);
        let standing = self.stands_on.map(|standing| standing.day);
        standing.unwrap_or_else(|| Day::from(self.now().to_zoned(zone).date()))
    }
}

/// Returns the time zone of an IANA name, if there is one and it is known, by the tables that the program carries.
pub fn zone(name: Option<&str>) -> Option<TimeZone> {
    TimeZoneDatabase::bundled().get(name?).ok()
}

/// Starts counting how long something takes, for the log and for whoever waits.
pub fn stopwatch() -> std::time::Instant {
    std::time::Instant::now()
}

/// Returns an instant as the store keeps it: UTC, whole seconds, text that sorts.
pub fn stamp(at: Timestamp) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_standing_clock_tells_its_own_day() {
        let day = Day::from_iso("2026-11-22").expect("a day");
        let clock = Clock::standing_on(day);
        assert!(stamp(clock.now()).starts_with("2026-11-22T09:0"), "{}", stamp(clock.now()));
        assert_eq!(clock.today(Some("Asia/Riyadh")), day);
    }
}
