//! Whether the cause of a lesson comes back: how often its finding appeared with other clients in the year before the lesson
//! and after it, over the time in which it could (DOMAIN B78).

use super::{CELL_MIN, Lesson, MONITOR_DAYS};
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

/// Returns how often the finding of a lesson appeared with others in the year before it and in the year after, as far as that
/// has come; nothing for a lesson that no finding shows.
pub fn rates(firm: &Firm, client: &str, lesson: &Lesson, on: Day) -> Option<Rates> {
    let code = lesson.finding?;
    let rate = |from: Day, to: Day| {
        let mut clients: Vec<&str> =
            again(firm, client, code, (from, to)).map(|episode| episode.client.as_str()).collect();
        clients.sort_unstable();
        clients.dedup();
        let others = firm.active.iter().filter(|active| active.client != client);
        let days: Vec<i32> =
            others.map(|active| active.to.min(to).since(active.from.max(from)) + 1).filter(|days| *days > 0).collect();
        Rate { clients: clients.len() as u32, of: days.len() as u32, days: days.iter().sum::<i32>().max(0) as u32 }
    };
    let before = rate(on.plus(-MONITOR_DAYS), on.plus(-1));
    Some(Rates { before, after: rate(on.plus(1), on.plus(MONITOR_DAYS).min(firm.on)) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::learning::Form;
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
            episode("D", "2026-07-01", Level::Finding, State::Observed),
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
        let lesson =
            |finding| Lesson { id: 1, cause: RootCause::Habit, finding, form: Form::Policy, owner: "reem".to_owned() };
        let rates = rates(&firm, "OWN", &lesson(Some(Code::P3)), day("2026-07-01")).expect("it has a finding");
        // A and B the whole 365 days, C the nine days from 22 to 30 June; of A's two episodes one client remains.
        assert_eq!(rates.before, Rate { clients: 1, of: 3, days: 739 });
        // 2 to 20 July: A, B and C nineteen days each, D the ten from the eleventh on.
        assert_eq!(rates.after, Rate { clients: 1, of: 4, days: 67 });
        assert_eq!(rates.before.yearly_of_100(), None, "three clients are too few to say anything of");
        let yearly = rates.after.yearly_of_100().expect("four are enough");
        assert!((yearly - 545.149).abs() < 0.001, "{yearly}");
        assert_eq!(super::rates(&firm, "OWN", &lesson(None), day("2026-07-01")), None);
    }
}
