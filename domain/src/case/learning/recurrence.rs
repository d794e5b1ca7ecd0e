//! Whether the cause of a lesson comes back: how often its finding appeared with other clients in the year before the lesson
//! and after it, over the time in which it could (DOMAIN B78).

use super::{CELL_MIN, Learned, MONITOR_DAYS};
use crate::days::Day;
use crate::sign::{Code, Episode, Level, State};
use serde::{Deserialize, Serialize};

/// How many clients of how many had a finding anew, and over how many days of all of them together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rate {
    pub clients: u32,
    pub of: u32,
    pub days: u32,
}

impl Rate {
    /// Returns how many a hundred clients would have in a year; nothing while too few could have it.
    pub fn yearly_of_100(&self) -> Option<f64> {
        (self.of >= CELL_MIN && self.days > 0).then(|| f64::from(self.clients) * 365.25 * 100.0 / f64::from(self.days))
    }
}

/// Before the lesson and after it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rates {
    pub before: Rate,
    pub after: Rate,
}

/// A client as long as it is one: from its first record to its last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Active {
    pub client: String,
    pub from: Day,
    pub to: Day,
}

/// What a lesson is held against: the findings and the clients of the firm on a day.
#[derive(Clone, Copy, Debug)]
pub struct Firm<'a> {
    pub episodes: &'a [Episode],
    pub active: &'a [Active],
    pub on: Day,
}

/// Returns the findings of a kind that began with other clients in a span, both ends included; what people dismissed and what
/// is only watched does not count.
pub fn again<'a>(
    firm: &Firm<'a>,
    client: &str,
    code: Code,
    (from, to): (Day, Day),
) -> impl Iterator<Item = &'a Episode> {
    let counts = move |episode: &&Episode| {
        episode.code == code && episode.state != State::Dismissed && episode.level >= Level::Finding
    };
    let client = client.to_owned();
    firm.episodes
        .iter()
        .filter(counts)
        .filter(move |episode| episode.client != client && (from..=to).contains(&episode.first_on))
}

/// Returns how often the finding of a lesson appeared with others in the year before it and in the year from what it changed on,
/// as far as that has come; nothing for a lesson that no finding shows.
pub fn rates(firm: &Firm, client: &str, learned: &Learned) -> Option<Rates> {
    let code = learned.lesson.finding?;
    let rate = |from: Day, to: Day| {
        let others = firm.active.iter().filter(|active| active.client != client);
        let exposed = others.map(|active| (active, active.from.max(from), active.to.min(to)));
        exposed.filter(|(_, from, to)| from <= to).fold(Rate::default(), |rate, (active, from, to)| {
            let own = again(firm, client, code, (from, to)).filter(|episode| episode.client == active.client);
            let first = own.map(|episode| episode.first_on).min();
            // Whoever had it can have it for the first time no more.
            let days = (first.unwrap_or(to).since(from) + 1) as u32;
            Rate { clients: rate.clients + u32::from(first.is_some()), of: rate.of + 1, days: rate.days + days }
        })
    };
    let before = rate(learned.on.plus(-MONITOR_DAYS), learned.on.plus(-1));
    let next = learned.on.plus(1);
    let from = learned.change.as_ref().map_or(next, |(change, _)| change.effective_on.max(next));
    Some(Rates { before, after: rate(from, from.plus(MONITOR_DAYS - 1).min(firm.on)) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::learning::{Change, Form, Lesson};
    use crate::case::root_cause::RootCause;

    fn day(iso: &str) -> Day {
        Day::from_iso(iso).expect("a day")
    }

    fn episode(client: &str, first_on: &str, level: Level, state: State) -> Episode {
        Episode {
            client: client.to_owned(),
            code: Code::P3,
            number: 1,
            first_on: day(first_on),
            last_on: day(first_on),
            level,
            policy: 1,
            state,
            decided_level: None,
            found: None,
        }
    }

    #[test]
    fn before_and_after_are_counted_over_the_days_in_which_it_could_be() {
        let episodes = [
            episode("A", "2026-02-01", Level::Finding, State::Observed),
            episode("A", "2026-03-01", Level::Severe, State::Confirmed),
            episode("B", "2026-06-01", Level::Severe, State::Dismissed),
            episode("C", "2026-06-01", Level::Watch, State::Observed),
            episode("D", "2026-07-02", Level::Finding, State::Observed),
            episode("D", "2026-07-15", Level::Finding, State::Observed),
            episode("OWN", "2026-08-01", Level::Severe, State::Observed),
        ];
        let active = |client: &str, from, to| Active { client: client.to_owned(), from: day(from), to: day(to) };
        let active = [
            active("A", "2020-01-01", "2026-12-31"),
            active("B", "2020-01-01", "2026-12-31"),
            active("C", "2026-06-22", "2026-12-31"),
            active("D", "2026-07-11", "2026-12-31"),
            active("OWN", "2020-01-01", "2026-12-31"),
        ];
        let firm = Firm { episodes: &episodes, active: &active, on: day("2026-07-20") };
        let learned = |finding, effective_on: Option<&str>| Learned {
            lesson: Lesson { id: 1, cause: RootCause::Habit, finding, form: Form::Policy, owner: "reem".to_owned() },
            on: day("2026-07-01"),
            said: None,
            change: effective_on.map(|on| {
                let change = Change { owner: "reem".to_owned(), effective_on: day(on), version: None, criterion: None };
                (change, None)
            }),
            recurrences: vec![],
            effects: vec![],
            withdrawn: None,
        };
        let code = Some(Code::P3);
        let rates = rates(&firm, "OWN", &learned(code, None)).expect("it has a finding");
        // A until its first, on 1 February: 216 days; B the whole 365, C the nine from 22 to 30 June.
        assert_eq!(rates.before, Rate { clients: 1, of: 3, days: 590 });
        // 2 to 20 July: A, B and C nineteen days each, D the five from the eleventh on until it had it; before, it was no client.
        assert_eq!(rates.after, Rate { clients: 1, of: 4, days: 62 });
        // The change is in force from the tenth: eleven days each, and D's five.
        let changed = super::rates(&firm, "OWN", &learned(code, Some("2026-07-10"))).expect("it has a finding");
        assert_eq!((changed.before, changed.after), (rates.before, Rate { clients: 1, of: 4, days: 38 }));
        let ahead = super::rates(&firm, "OWN", &learned(code, Some("2026-09-01"))).expect("it has a finding");
        assert_eq!(ahead.after, Rate::default(), "it is not in force yet");
        assert_eq!(rates.before.yearly_of_100(), None, "three clients are too few to say anything of");
        let yearly = rates.after.yearly_of_100().expect("four are enough");
        assert!((yearly - 589.113).abs() < 0.001, "{yearly}");
        assert_eq!(super::rates(&firm, "OWN", &learned(None, None)), None);
    }
}
