//! R8: boundaries crossed again after the client acknowledged where they are (DOMAIN B25). A first time after the letter
//! is watched; that it persists is what opens the way to ending.

use super::Cited;
use crate::days::Day;
use crate::record::{History, Incident, IncidentKind};
use crate::sign::{Facts, Level};
use serde::{Deserialize, Serialize};

/// How long after the acknowledgement a crossed boundary counts, in days (DOMAIN 3.2 R8).
pub const PERSISTENCE_DAYS: i32 = 60;

/// From how many crossed boundaries on each level holds.
const LEVELS: [(u32, Level); 3] = [(3, Level::Severe), (2, Level::Finding), (1, Level::Watch)];

/// What became of the boundaries after the letter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Persistence {
    pub acknowledged_on: Day,
    /// The last day that counts.
    pub last_day: Day,
    /// Whether that day has passed.
    pub is_over: bool,
    /// How often a boundary was crossed since.
    pub breaches: u32,
    pub level: Option<Level>,
    /// The notes of it, the latest first.
    pub facts: Cited,
}

impl Persistence {
    /// Tells whether the trouble persists, so that a failed repair may go on to an exit without another review (DOMAIN
    /// 5.3): once is watched, twice is persisting.
    pub fn persists(&self) -> bool {
        self.level >= Some(Level::Finding)
    }
}

/// Counts the boundaries crossed within sixty days after the day on which the client acknowledged the boundary letter;
/// that day itself does not count, for the note may be older than the letter.
pub fn persistence(history: &History, acknowledged_on: Day, on: Day) -> Persistence {
    let last_day = acknowledged_on.plus(PERSISTENCE_DAYS);
    let counts = |incident: &&Incident| {
        let day = incident.at.day;
        incident.kind == IncidentKind::Boundary && acknowledged_on < day && day <= last_day.min(on)
    };
    let crossed = history.incidents.iter().rev().filter(counts);
    let facts = Facts::of("incidents", crossed.map(|incident| (&incident.id, incident.source)));
    let breaches = facts.total();
    let level = LEVELS.iter().find(|(least, _)| breaches >= *least).map(|(_, level)| *level);
    Persistence { acknowledged_on, last_day, is_over: last_day < on, breaches, level, facts: facts.into() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sign::sample::{day, history};

    const NOTES: &str = "
        incidents I0 at=2026-03-01T23:00 kind=boundary
        incidents I1 at=2026-03-02 kind=boundary
        incidents I2 at=2026-03-15 kind=doubt
        incidents I3 at=2026-03-30T22:00 kind=boundary
        incidents I4 at=2026-04-30 kind=boundary
        incidents I5 at=2026-05-01 kind=boundary";

    fn check(on: &str, breaches: u32, level: Option<Level>, persists: bool, is_over: bool, ids: &str) {
        let found = persistence(&history(NOTES), day("2026-03-01"), day(on));
        assert_eq!(
            (found.breaches, found.level, found.persists(), found.is_over),
            (breaches, level, persists, is_over)
        );
        assert_eq!((found.facts.ids().join(" "), found.last_day), (ids.to_owned(), day("2026-04-30")));
    }

    #[test]
    fn one_is_watched_two_persist_and_three_are_severe() {
        check("2026-03-01", 0, None, false, false, "");
        check("2026-03-10", 1, Some(Level::Watch), false, false, "I1");
        check("2026-03-30", 2, Some(Level::Finding), true, false, "I3 I1");
        check("2026-04-30", 3, Some(Level::Severe), true, false, "I4 I3 I1");
        check("2026-06-01", 3, Some(Level::Severe), true, true, "I4 I3 I1");
    }
}
