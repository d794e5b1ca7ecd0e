//! Days on which one of us would have worked more than twenty-four hours, over all rows that a run adds.

use domain::days::Day;
use domain::record::{Cell, Kind};
use std::collections::{BTreeMap, HashMap};

/// What one person worked, day by day.
#[derive(Default)]
pub struct LongDays(HashMap<String, HashMap<Day, Sums>>);

/// What each source has of a day.
type Sums = BTreeMap<u32, Sum>;

#[derive(Default)]
struct Sum {
    minutes: i64,
    /// The line of its last row.
    latest: u32,
}

/// A person's day that holds more than a day can.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LongDay {
    pub source: u32,
    pub line: u32,
    pub person: String,
    pub on: Day,
}

const DAY: i64 = 24 * 60;

impl LongDays {
    /// Adds a row that was new; of other kinds than time nothing is kept.
    pub fn add(&mut self, kind: &Kind, cells: &[Cell], at: (u32, u32)) {
        // Day, minutes and person are the first columns of time.
        let ("time", [Cell::Text(on), Cell::Integer(minutes), Cell::Text(person), ..]) = (kind.table, cells) else {
            return;
        };
        let Some(on) = Day::from_iso(on) else { return };
        let add = |days: &mut HashMap<Day, Sums>| {
            let sum = days.entry(on).or_default().entry(at.0).or_default();
            sum.minutes = sum.minutes.saturating_add(*minutes);
            sum.latest = sum.latest.max(at.1);
        };
        match self.0.get_mut(*person) {
            Some(days) => add(days),
            None => add(self.0.entry((*person).to_owned()).or_default()),
        }
    }

    /// Forgets what a source that is taken back has of each day; what others have of it stays.
    pub fn forget(&mut self, source: u32) {
        for sums in self.0.values_mut().flat_map(HashMap::values_mut) {
            sums.remove(&source);
        }
    }

    /// Returns the days that are too long, in the order of their rows.
    pub fn found(&self) -> Vec<LongDay> {
        let of = |(person, days): (&String, &HashMap<Day, Sums>)| {
            let minutes = |sums: &Sums| sums.values().fold(0, |all: i64, sum| all.saturating_add(sum.minutes));
            let long = days.iter().filter(|(_, sums)| minutes(sums) > DAY);
            let day = |(on, sums): (&Day, &Sums)| {
                let (source, sum) = sums.last_key_value()?;
                Some(LongDay { source: *source, line: sum.latest, person: person.clone(), on: *on })
            };
            long.filter_map(day).collect::<Vec<_>>()
        };
        let mut found: Vec<LongDay> = self.0.iter().flat_map(of).collect();
        found.sort_by(|a, b| (a.source, a.line, &a.person).cmp(&(b.source, b.line, &b.person)));
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::record::{Invoice, Time};

    #[test]
    fn rows_of_one_person_and_day_are_added_up() {
        assert_eq!(
            Time::KIND.columns.iter().take(3).map(|c| c.name).collect::<Vec<_>>(),
            ["on_day", "minutes", "person"]
        );
        let mut days = LongDays::default();
        let mut add = |source, line, on, minutes, person| {
            days.add(&Time::KIND, &[Cell::Text(on), Cell::Integer(minutes), person, Cell::Null], (source, line));
        };
        add(1, 2, "2026-01-05", 780, Cell::Text("Reem"));
        add(1, 4, "2026-01-05", 780, Cell::Text("Reem"));
        add(1, 3, "2026-01-06", 1440, Cell::Text("Reem"));
        add(1, 5, "2026-01-05", 780, Cell::Text("Sami"));
        add(1, 6, "2026-01-05", 1440, Cell::Null);
        add(2, 2, "2026-01-05", 661, Cell::Text("Sami"));
        days.add(&Invoice::KIND, &[Cell::Text("2026-01-05"), Cell::Integer(9000), Cell::Text("Reem")], (1, 9));
        let told = |days: &LongDays| {
            days.found().into_iter().map(|day| (day.source, day.line, format!("{} {}", day.person, day.on))).collect()
        };
        let (reem, sami) = ((1, 4, "Reem 2026-01-05".to_owned()), (2, 2, "Sami 2026-01-05".to_owned()));
        let found: Vec<(u32, u32, String)> = told(&days);
        assert_eq!(found, [reem.clone(), sami]);
        days.forget(2);
        let found: Vec<(u32, u32, String)> = told(&days);
        assert_eq!(found, std::slice::from_ref(&reem));
        // What the first source has of Sami's day is still there when a third brings the rest of it again.
        days.add(&Time::KIND, &[Cell::Text("2026-01-05"), Cell::Integer(661), Cell::Text("Sami"), Cell::Null], (3, 7));
        let found: Vec<(u32, u32, String)> = told(&days);
        assert_eq!(found, [reem, (3, 7, "Sami 2026-01-05".to_owned())]);
    }
}
