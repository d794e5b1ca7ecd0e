//! What an end did to our own people, and to the clients connected with the one who left (DOMAIN 3.6, 3.7): counted once the
//! time that it takes to show is over, and beside what happened to everybody else.

use super::recurrence::Active;
use crate::days::Day;
use std::collections::{BTreeMap, BTreeSet};

/// So many days are looked at on each side of an end, for what our people felt and whether they stayed.
pub const HALF_YEAR: i32 = 182;

/// Within so many days connected clients react, if they do.
pub const YEAR: i32 = 365;

/// Records that reach so many days beyond a time tell of everybody's hours then: whoever was away for a while is back.
const SETTLED: i32 = 60;

/// Fewer answers of our people are no mean (RULINGS 38).
const ANSWERS_MIN: usize = 4;

/// One of ours, as long as hours for a client tell of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Served {
    pub person: String,
    pub client: String,
    pub from: Day,
    pub to: Day,
}

/// An anonymous answer of our people about the work for a client.
#[derive(Clone, Debug, PartialEq)]
pub struct Felt {
    pub client: String,
    pub on: Day,
    pub score: f64,
}

/// What aftermaths are counted from, on a day; spellings of one client are one.
#[derive(Clone, Debug)]
pub struct Records<'a> {
    pub served: Vec<Served>,
    pub felt: Vec<Felt>,
    pub active: &'a [Active],
    /// Whom a client sent to us, and who sent it.
    pub connected: BTreeMap<String, BTreeSet<String>>,
    /// Clients whom we ended ourselves: none of them left.
    pub ended: BTreeSet<String>,
    pub on: Day,
}

/// What is known of the time after one end.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Aftermath {
    /// Those of ours who served the client in the year before the decision, each with whether they still work half a year after
    /// the closing. They are counted over all ends together, and named nowhere.
    pub stayed: BTreeMap<String, bool>,
    /// Whether our people answered no lower in the half-year after the closing than in that before the decision, about the
    /// work for everybody else.
    pub felt_no_lower: Option<bool>,
    /// Of the clients connected with it at the closing, how many were gone within a year.
    pub connected_lost: (u32, u32),
    /// The same of all other clients.
    pub others_lost: (u32, u32),
}

impl Aftermath {
    /// Counts what followed an end with a client, as far as its time is over.
    pub fn of(client: &str, (decided_on, closed_on): (Day, Day), records: &Records) -> Aftermath {
        let (connected_lost, others_lost) = lost(client, closed_on, records);
        Aftermath {
            stayed: stayed(client, (decided_on, closed_on), records),
            felt_no_lower: felt_no_lower(client, (decided_on, closed_on), records),
            connected_lost,
            others_lost,
        }
    }
}

fn stayed(client: &str, (decided_on, closed_on): (Day, Day), records: &Records) -> BTreeMap<String, bool> {
    let until = closed_on.plus(HALF_YEAR);
    // Nobody has left where hours are not recorded yet, or only those of a few are.
    if records.served.iter().all(|own| own.to < until.plus(SETTLED)) {
        return BTreeMap::new();
    }
    let served = records.served.iter().filter(|own| own.client == client);
    let served = served.filter(|own| own.from <= decided_on && own.to >= decided_on.plus(-YEAR));
    let still: BTreeSet<&str> =
        records.served.iter().filter(|own| own.to >= until).map(|own| own.person.as_str()).collect();
    served.map(|own| (own.person.clone(), still.contains(own.person.as_str()))).collect()
}

fn felt_no_lower(client: &str, (decided_on, closed_on): (Day, Day), records: &Records) -> Option<bool> {
    let until = closed_on.plus(HALF_YEAR);
    let mean = |from: Day, until: Day| {
        let own = records.felt.iter().filter(|felt| felt.client != client && (from..until).contains(&felt.on));
        let scores: Vec<f64> = own.map(|felt| felt.score).collect();
        (scores.len() >= ANSWERS_MIN).then(|| scores.iter().sum::<f64>() / scores.len() as f64)
    };
    let (before, after) = (mean(decided_on.plus(-HALF_YEAR), decided_on)?, mean(closed_on, until)?);
    (records.on >= until).then_some(after >= before)
}

/// Returns how many clients of how many were gone within a year: the connected ones, and all others.
fn lost(client: &str, closed_on: Day, records: &Records) -> ((u32, u32), (u32, u32)) {
    let until = closed_on.plus(YEAR);
    if records.on < until {
        return ((0, 0), (0, 0));
    }
    let connected = records.connected.get(client);
    let is_other = |own: &&Active| own.client != client && !records.ended.contains(&own.client);
    let then = records.active.iter().filter(is_other).filter(|own| (own.from..=own.to).contains(&closed_on));
    let (connected, others): (Vec<&Active>, Vec<&Active>) =
        then.partition(|own| connected.is_some_and(|connected| connected.contains(&own.client)));
    let count = |all: Vec<&Active>| (all.iter().filter(|own| own.to < until).count() as u32, all.len() as u32);
    (count(connected), count(others))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(iso: &str) -> Day {
        Day::from_iso(iso).expect("a day")
    }

    fn served(person: &str, client: &str, from: &str, to: &str) -> Served {
        Served { person: person.to_owned(), client: client.to_owned(), from: day(from), to: day(to) }
    }

    fn active(client: &str, to: &str) -> Active {
        Active { client: client.to_owned(), from: day("2024-01-01"), to: day(to) }
    }

    const ENDED: (&str, &str) = ("2025-03-01", "2025-06-01");

    fn of(records: &Records) -> Aftermath {
        Aftermath::of("A", (day(ENDED.0), day(ENDED.1)), records)
    }

    fn records(active: &[Active]) -> Records<'_> {
        let own = |other: &str| (other.to_owned(), BTreeSet::from(["A".to_owned()]));
        Records {
            served: vec![],
            felt: vec![],
            active,
            connected: BTreeMap::from([("A".to_owned(), BTreeSet::from(["B".to_owned(), "C".to_owned()])), own("B")]),
            ended: BTreeSet::from(["A".to_owned(), "E".to_owned()]),
            on: day("2026-06-01"),
        }
    }

    #[test]
    fn who_served_and_still_works_stayed() {
        let own = Records {
            served: vec![
                served("reem", "A", "2024-01-01", "2025-05-20"),
                served("reem", "B", "2024-01-01", "2025-12-01"),
                served("sara", "A", "2024-06-01", "2025-05-01"),
                served("sara", "B", "2024-06-01", "2025-11-29"),
                served("lina", "C", "2025-12-15", "2026-01-29"),
                // Left the account more than a year before the decision, or came after it.
                served("omar", "A", "2023-01-01", "2024-02-01"),
                served("dana", "A", "2025-04-01", "2025-05-01"),
            ],
            ..records(&[])
        };
        let (reem, sara) = (("reem".to_owned(), true), ("sara".to_owned(), false));
        let expected = BTreeMap::from([reem, sara]);
        assert_eq!(of(&own).stayed, expected, "half a year after the first of June is the thirtieth of November");
        let without_last = own.served.iter().filter(|own| own.person != "lina").cloned().collect();
        let early = Records { served: without_last, ..own };
        assert_eq!(of(&early).stayed, BTreeMap::new(), "sara may have been away for a while");
    }

    #[test]
    fn what_our_people_feel_is_compared_once_half_a_year_is_over() {
        let felt = |client: &str, on: &str, score| Felt { client: client.to_owned(), on: day(on), score };
        let answers = |after: f64| {
            let before = ["2024-12-01", "2025-01-01", "2025-02-01", "2025-02-28"].map(|on| felt("B", on, 3.0));
            let after = ["2025-06-01", "2025-07-01", "2025-09-01", "2025-11-01"].map(|on| felt("C", on, after));
            let own = [felt("A", "2025-02-01", 1.0), felt("B", "2025-03-01", 5.0), felt("B", "2025-11-30", 1.0)];
            before.into_iter().chain(after).chain(own).collect::<Vec<Felt>>()
        };
        let with = |felt, on| of(&Records { felt, on: day(on), ..records(&[]) }).felt_no_lower;
        assert_eq!(with(answers(3.0), "2025-11-30"), Some(true));
        assert_eq!(with(answers(2.9), "2025-11-30"), Some(false));
        assert_eq!(with(answers(3.0), "2025-11-29"), None, "a day is missing");
        assert_eq!(with(answers(3.0)[1..].to_vec(), "2025-11-30"), None, "three answers before are few");
    }

    #[test]
    fn connected_clients_are_held_against_all_others() {
        let active = [
            active("A", "2025-08-01"),
            active("B", "2026-05-31"),
            active("C", "2027-01-01"),
            active("D", "2026-06-01"),
            active("E", "2025-09-01"),
            active("F", "2025-05-31"),
            active("G", "2025-10-01"),
        ];
        // B was gone a day before the year was over; E we ended ourselves, F was gone before.
        let own = of(&records(&active));
        assert_eq!((own.connected_lost, own.others_lost), ((1, 2), (1, 2)));
        let early = of(&Records { on: day("2026-05-31"), ..records(&active) });
        assert_eq!((early.connected_lost, early.others_lost), ((0, 0), (0, 0)));
    }
}
