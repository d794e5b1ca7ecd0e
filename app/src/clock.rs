//! The only place that asks what time it is.

use domain::days::Day;
use jiff::Timestamp;
use jiff::tz::TimeZone;

/// What time it is; a demonstration stands still on its own day.
#[derive(Clone, Copy, Debug, Default)]
pub struct Clock {
    stands_on: Option<Day>,
}

impl Clock {
    /// Returns a clock whose day is always `day`; its instants go on.
    pub fn standing_on(day: Day) -> Clock {
        Clock { stands_on: Some(day) }
    }

    /// Returns the instant.
    #[expect(clippy::disallowed_methods, reason = "this is the one place")]
    pub fn now(&self) -> Timestamp {
        Timestamp::now()
    }

    /// Returns the civil day in an IANA zone, UTC if the zone is unknown.
    pub fn today(&self, zone: Option<&str>) -> Day {
        let zone = zone.and_then(|name| TimeZone::get(name).ok()).unwrap_or(TimeZone::UTC);
        self.stands_on.unwrap_or_else(|| Day::from(self.now().to_zoned(zone).date()))
    }
}

/// Starts counting how long something takes, for the log.
pub fn stopwatch() -> std::time::Instant {
    std::time::Instant::now()
}

/// Returns an instant as the store keeps it: UTC, whole seconds, text that sorts.
pub fn stamp(at: Timestamp) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}
