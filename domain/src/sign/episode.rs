//! Episodes: one stretch of time in which a finding was seen, and what a person said of it (RULINGS 31); and what of
//! them counts on a later day.

use super::{Code, Finding, Level};
use crate::days::Day;
use serde::{Deserialize, Serialize};

/// What a person made of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    Observed,
    Confirmed,
    Dismissed,
}

impl State {
    /// Returns the word the store keeps.
    pub fn word(self) -> &'static str {
        match self {
            State::Observed => "observed",
            State::Confirmed => "confirmed",
            State::Dismissed => "dismissed",
        }
    }

    /// Returns the state of a stored word.
    pub fn of(word: &str) -> Option<State> {
        [State::Observed, State::Confirmed, State::Dismissed].into_iter().find(|state| state.word() == word)
    }
}

/// One episode of a finding at a client.
#[derive(Clone, Debug, PartialEq)]
pub struct Episode {
    pub client: String,
    pub code: Code,
    pub number: i64,
    pub first_on: Day,
    pub last_on: Day,
    pub level: Level,
    /// The version of the policy it was last seen under.
    pub policy: u32,
    pub state: State,
    /// The level at which a person last decided.
    pub decided_level: Option<Level>,
    /// The first and the last day on which it was a finding or graver, and counted.
    pub found: Option<(Day, Day)>,
}

impl Episode {
    /// Returns the state of a finding that is seen on a day; nothing once the episode has ended. A decision holds unless the
    /// level rises above the one it was made at.
    fn state_for(&self, level: Level, on: Day, episode_days: i32) -> Option<State> {
        let rose = self.decided_level.is_some_and(|decided| level > decided);
        (on.since(self.last_on) <= episode_days).then_some(if rose { State::Observed } else { self.state })
    }
}

/// Tells whether a person dismissed a finding of a day, and that still holds: its episode has not ended, and its level
/// has not risen. `episodes` are the client's, the oldest of each code first.
pub(super) fn is_dismissed(episodes: &[Episode], finding: &Finding, on: Day, episode_days: i32) -> bool {
    let latest = episodes.iter().rfind(|episode| episode.code == finding.code && episode.first_on <= on);
    latest.and_then(|episode| episode.state_for(finding.level, on, episode_days)) == Some(State::Dismissed)
}

/// A finding of before that still counts beside those of the day (DOMAIN 3.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Earlier {
    pub code: Code,
    /// The last day on which it is known to have been one.
    pub last_on: Day,
}

impl Earlier {
    /// So many days count, that of the assessment among them.
    pub const DAYS: i32 = 90;

    /// Returns what of episodes counted before `on` and within its days, each code once. What a person dismissed does not
    /// count, whatever the day; of the day itself the detectors speak.
    pub fn of<'a>(episodes: impl IntoIterator<Item = &'a Episode>, on: Day) -> Vec<Earlier> {
        let mut earlier: Vec<Earlier> = Vec::new();
        for episode in episodes.into_iter().filter(|episode| episode.state != State::Dismissed) {
            let Some((first, last)) = episode.found else { continue };
            let last_on = last.min(on.plus(-1));
            if first <= last_on && on.since(last_on) < Earlier::DAYS {
                earlier.retain(|other| other.code != episode.code || other.last_on > last_on);
                if earlier.iter().all(|other| other.code != episode.code) {
                    earlier.push(Earlier { code: episode.code, last_on });
                }
            }
        }
        earlier
    }
}

/// A finding as an episode remembers it.
#[derive(Clone, Copy, Debug)]
pub struct Sighting<'a> {
    pub client: &'a str,
    pub code: Code,
    pub level: Level,
    /// Whether it is a finding or graver, and does not only inform.
    pub counts: bool,
}

impl<'a> Sighting<'a> {
    /// Returns what an episode remembers of a finding.
    pub fn of(client: &'a str, finding: &Finding) -> Sighting<'a> {
        Sighting { client, code: finding.code, level: finding.level, counts: finding.asks_for_review() }
    }
}

/// Returns the episode that a finding seen on `on` belongs to: the latest one, if it has not ended, else a new one.
pub fn advance(latest: Option<&Episode>, seen: Sighting, on: Day, policy: u32, episode_days: i32) -> Episode {
    let Sighting { client, code, level, counts } = seen;
    match latest.and_then(|episode| Some((episode, episode.state_for(level, on, episode_days)?))) {
        Some((episode, state)) => {
            let found = found(episode.found, counts, on);
            Episode { last_on: episode.last_on.max(on), level, policy, state, found, ..episode.clone() }
        }
        None => Episode {
            client: client.to_owned(),
            code,
            number: latest.map_or(1, |episode| episode.number + 1),
            first_on: on,
            last_on: on,
            level,
            policy,
            state: State::Observed,
            decided_level: None,
            found: found(None, counts, on),
        },
    }
}

/// Returns an episode as it stands once a look on `on` no longer sees what an earlier look of the same day saw, because
/// records were put right in between; `None` if there is nothing to take back.
pub fn taken_back(episode: &Episode, on: Day) -> Option<Episode> {
    let last = episode.found.map(|(_, last)| last);
    (last == Some(on)).then(|| Episode { found: found(episode.found, false, on), ..episode.clone() })
}

/// Returns from when to when an episode counted, after a look on `on`; the last look of a day says what it was.
fn found(before: Option<(Day, Day)>, counts: bool, on: Day) -> Option<(Day, Day)> {
    match before {
        None => counts.then_some((on, on)),
        Some((first, last)) if counts => Some((first, last.max(on))),
        Some((first, last)) if last == on => (first < on).then(|| (first, on.plus(-1))),
        Some(days) => Some(days),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(iso: &str) -> Day {
        Day::from_iso(iso).expect("a day")
    }

    fn seen(latest: Option<&Episode>, level: Level, on: &str) -> Episode {
        let counts = level >= Level::Finding;
        advance(latest, Sighting { client: "C1", code: Code::P5, level, counts }, day(on), 1, 60)
    }

    fn earlier(episodes: &[Episode], on: &str) -> Vec<String> {
        Earlier::of(episodes, day(on)).iter().map(|one| format!("{} {}", one.code.word(), one.last_on)).collect()
    }

    #[test]
    fn an_episode_ends_after_sixty_days_without_the_finding() {
        let first = seen(None, Level::Watch, "2026-01-01");
        let same = seen(Some(&first), Level::Watch, "2026-03-02");
        let next = seen(Some(&same), Level::Watch, "2026-05-02");
        assert_eq!((same.number, same.first_on), (1, day("2026-01-01")));
        assert_eq!((next.number, next.first_on), (2, day("2026-05-02")));
    }

    #[test]
    fn a_dismissal_holds_until_the_level_rises() {
        let dismissed = Episode {
            state: State::Dismissed,
            decided_level: Some(Level::Finding),
            ..seen(None, Level::Finding, "2026-01-01")
        };
        assert_eq!(seen(Some(&dismissed), Level::Watch, "2026-02-01").state, State::Dismissed);
        assert_eq!(seen(Some(&dismissed), Level::Finding, "2026-02-01").state, State::Dismissed);
        assert_eq!(seen(Some(&dismissed), Level::Severe, "2026-02-01").state, State::Observed);
        assert_eq!(seen(Some(&dismissed), Level::Finding, "2026-06-01").state, State::Observed);
    }

    #[test]
    fn what_was_a_finding_counts_for_ninety_days() {
        let first = seen(None, Level::Finding, "2026-01-01");
        let watched = seen(Some(&first), Level::Watch, "2026-02-01");
        assert_eq!(watched.found, Some((day("2026-01-01"), day("2026-01-01"))));
        let check =
            |on: &str, expected: &[&str]| assert_eq!(earlier(std::slice::from_ref(&watched), on), expected, "{on}");
        check("2026-01-01", &[]); // of the day itself the detectors speak
        check("2026-01-02", &["P5 2026-01-01"]);
        check("2026-03-31", &["P5 2026-01-01"]);
        check("2026-04-01", &[]);
        check("2025-12-01", &[]); // nobody knew then
        assert_eq!(earlier(&[seen(None, Level::Watch, "2026-01-01")], "2026-01-02"), [""; 0]);
    }

    #[test]
    fn an_earlier_episode_counts_beside_a_later_one_and_a_past_day_sees_its_own() {
        let first = seen(None, Level::Severe, "2026-01-01");
        let second = seen(Some(&first), Level::Watch, "2026-03-20");
        assert_eq!(second.number, 2);
        assert_eq!(earlier(&[first.clone(), second], "2026-03-21"), ["P5 2026-01-01"]);
        let long = seen(Some(&first), Level::Finding, "2026-02-15");
        assert_eq!(earlier(std::slice::from_ref(&long), "2026-03-21"), ["P5 2026-02-15"]);
        assert_eq!(earlier(&[long], "2026-01-11"), ["P5 2026-01-10"]);
    }

    #[test]
    fn what_was_dismissed_does_not_count() {
        let dismissed = Episode { state: State::Dismissed, ..seen(None, Level::Finding, "2026-01-01") };
        assert_eq!(earlier(&[dismissed], "2026-01-02"), [""; 0]);
    }

    #[test]
    fn the_last_look_of_a_day_says_what_it_was() {
        let wrong = seen(None, Level::Severe, "2026-01-01");
        assert_eq!(seen(Some(&wrong), Level::Watch, "2026-01-01").found, None);
        assert_eq!(taken_back(&wrong, day("2026-01-01")).map(|episode| episode.found), Some(None));
        assert_eq!(taken_back(&wrong, day("2026-01-02")), None);
        let long = seen(Some(&wrong), Level::Finding, "2026-01-05");
        let mended = taken_back(&long, day("2026-01-05")).expect("seen on that day");
        assert_eq!(mended.found, Some((day("2026-01-01"), day("2026-01-04"))));
    }
}
