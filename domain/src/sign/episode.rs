//! Episodes: one stretch of time in which a finding was seen, and what a person said of it (RULINGS 31).

use super::{Code, Level};
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
}

/// Returns the episode that a finding seen on `on` belongs to: the latest one, if it has not ended, else a new one. A
/// decision holds for the episode unless the level rises above the one it was made at.
pub fn advance(
    latest: Option<&Episode>,
    seen: (&str, Code, Level),
    on: Day,
    policy: u32,
    episode_days: i32,
) -> Episode {
    let (client, code, level) = seen;
    match latest {
        Some(episode) if on.since(episode.last_on) <= episode_days => {
            let rose = episode.decided_level.is_some_and(|decided| level > decided);
            let state = if rose { State::Observed } else { episode.state };
            Episode { last_on: episode.last_on.max(on), level, policy, state, ..episode.clone() }
        }
        _ => Episode {
            client: client.to_owned(),
            code,
            number: latest.map_or(1, |episode| episode.number + 1),
            first_on: on,
            last_on: on,
            level,
            policy,
            state: State::Observed,
            decided_level: None,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(iso: &str) -> Day {
        Day::from_iso(iso).expect("a day")
    }

    fn seen(latest: Option<&Episode>, level: Level, on: &str) -> Episode {
        advance(latest, ("C1", Code::P5, level), day(on), 1, 60)
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
}
