//! What was erased, as an import knows it: a file that still has it does not bring it back.

use crate::intake::gone::Gone;
use crate::intake::row::Row;
use crate::keep::erasures::{Erasure, Scope, name_digest};
use crate::store::erasing::{NAMES, SAID, day_of};
use domain::days::Day;
use domain::record::Cell;
use std::collections::{HashMap, HashSet};

/// What was erased of clients.
#[derive(Clone, Debug, Default)]
pub struct Erased {
    /// Of each client the digests of the names of people.
    people: HashMap<String, HashSet<String>>,
    /// Of each client which rows went, and by which day: of sign data what is of before it.
    rows: HashMap<String, Vec<(Which, Day)>>,
    /// Those of whom everything was erased.
    gone: Gone,
}

/// Which rows went.
#[derive(Clone, Debug)]
enum Which {
    All,
    Of(Vec<String>),
    Signs,
}

/// What an erasure leaves of a row.
#[derive(Clone, Debug, PartialEq)]
pub enum Left<'a> {
    Whole,
    /// All but a name and what the row says.
    Without(Vec<Cell<'a>>),
    Nothing,
}

impl Erased {
    /// Gathers what a list of erasures says of rows.
    pub fn of(erasures: &[Erasure]) -> Erased {
        let mut erased = Erased::default();
        for erasure in erasures {
            let (client, which, before) = match &erasure.scope {
                Scope::Person { client, name_sha256 } => {
                    erased.people.entry(client.clone()).or_default().insert(name_sha256.clone());
                    continue;
                }
                Scope::Client { client, tables } if tables.is_empty() => {
                    let on = erased.gone.keys.entry(client.clone()).or_insert(erasure.on);
                    *on = erasure.on.max(*on);
                    erased.gone.names.extend(erasure.names_sha256.iter().cloned());
                    (client, Which::All, erasure.on)
                }
                Scope::Client { client, tables } => (client, Which::Of(tables.clone()), erasure.on),
                Scope::Older { client, before } => (client, Which::Signs, *before),
                Scope::Case { .. }
                | Scope::OwnParts { .. }
                | Scope::Member { .. }
                | Scope::Prospect { .. }
                | Scope::Win { .. } => continue,
            };
            erased.rows.entry(client.clone()).or_default().push((which, before));
        }
        erased
    }

    /// Returns the clients of whom everything was erased.
    pub fn gone(&self) -> Gone {
        self.gone.clone()
    }

    /// Returns what is left of a row; `client` is whom its spelling means now. What was erased under either stays away, whichever
    /// spellings are one since.
    pub fn left<'a>(&self, client: &str, row: &Row<'a>) -> Left<'a> {
        if self.rows.is_empty() && self.people.is_empty() {
            return Left::Whole;
        }
        let names = [client, row.client];
        let gone = names.iter().filter_map(|name| self.rows.get(*name)).flatten();
        if gone.into_iter().any(|(which, before)| takes(which, *before, row)) {
            return Left::Nothing;
        }
        let people: HashSet<&str> =
            names.iter().filter_map(|name| self.people.get(*name)).flatten().map(String::as_str).collect();
        without(&people, row).map_or(Left::Whole, Left::Without)
    }
}

fn takes(which: &Which, day: Day, row: &Row) -> bool {
    let table = row.kind.table;
    match which {
        Which::All => was_known(row, day),
        Which::Of(tables) => tables.iter().any(|gone| gone == table) && was_known(row, day),
        Which::Signs => day_of(table).is_some() && day_in(row, row.kind.happened).is_some_and(|own| own < day),
    }
}

/// Tells whether a row may have been among what was erased on a day: it was known by then, or nothing says since when it is.
/// The client's own entry is judged where it is read (`intake::gone`): one that a person entered again is no longer gone.
fn was_known(row: &Row, on: Day) -> bool {
    row.kind.table != "clients" && known_from(row).is_none_or(|day| day <= on)
}

/// What lies ahead is planned so many days before at most; a target stands from the beginning of its period.
const PLANNED: i32 = 365;

/// Returns the day from which on a row may have been known: what it is of may lie ahead then.
fn known_from(row: &Row) -> Option<Day> {
    let day = |name: &str| day_in(row, name);
    let planned = || day(row.kind.happened).map(|day| day.plus(-PLANNED));
    match row.kind.table {
        "deliverables" => {
            let done = ["delivered_on", "accepted_on"].into_iter().filter_map(day).min();
            let first = || done.into_iter().chain(day(row.kind.happened)).min().filter(|_| done.is_some());
            day("started_on").or_else(first).or_else(planned)
        }
        "goals" => planned(),
        "contracts" => day(row.kind.happened).or_else(|| day("starts_on")),
        _ => day(row.kind.happened),
    }
}

/// Returns the day in a column of a row, without its minute.
fn day_in(row: &Row, name: &str) -> Option<Day> {
    let at = row.kind.columns.iter().position(|column| column.name == name)?;
    match row.cells.get(at) {
        Some(Cell::Text(day)) => Day::from_iso(day.get(..10)?),
        _ => None,
    }
}

/// Returns the cells of a row in which an erased person is named, as an erasure leaves them; nothing where none is named.
fn without<'a>(digests: &HashSet<&str>, row: &Row<'a>) -> Option<Vec<Cell<'a>>> {
    if digests.is_empty() {
        return None;
    }
    let named = |names: &[&str], at: usize| names.contains(&row.kind.columns[at].name);
    let is_theirs = |at: &usize| {
        named(&NAMES, *at) && matches!(row.cells[*at], Cell::Text(name) if digests.contains(name_digest(name).as_str()))
    };
    let theirs: Vec<usize> = (0..row.cells.len()).filter(is_theirs).collect();
    let cell = |(at, cell): (usize, &Cell<'a>)| {
        if theirs.contains(&at) || named(&SAID, at) { Cell::Null } else { *cell }
    };
    (!theirs.is_empty()).then(|| row.cells.iter().enumerate().map(cell).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::record::{Contract, Deliverable, Goal, Invoice, Kind};

    const ON: &str = "2026-06-01";

    /// Tells whether a row with these days goes with all of a client, and with such a table.
    fn goes(kind: &'static Kind, days: &[(&str, &'static str)]) -> bool {
        let cell =
            |name: &str| days.iter().find(|(own, _)| *own == name).map_or(Cell::Null, |(_, day)| Cell::Text(day));
        let cells: Vec<Cell> = kind.columns.iter().map(|column| cell(column.name)).collect();
        let row = Row { kind, client: "A", id: "1", old_id: None, cells: &cells, line: 2 };
        let on = Day::from_iso(ON).expect("a day");
        let [all, of] = [Which::All, Which::Of(vec![kind.table.to_owned()])].map(|which| takes(&which, on, &row));
        assert_eq!(all, of, "{days:?}");
        all
    }

    #[test]
    fn what_was_known_by_the_day_of_the_erasure_stays_away() {
        assert!(goes(&Invoice::KIND, &[("issued_on", ON)]), "of the day itself");
        assert!(!goes(&Invoice::KIND, &[("issued_on", "2026-06-02")]));
        assert!(goes(&Deliverable::KIND, &[("due_on", "2026-09-01"), ("started_on", "2026-05-01")]));
        assert!(goes(&Deliverable::KIND, &[("due_on", "2026-09-01")]), "planned");
        assert!(!goes(&Deliverable::KIND, &[("due_on", "2026-09-01"), ("started_on", "2026-06-02")]));
        assert!(!goes(&Deliverable::KIND, &[("due_on", "2026-09-01"), ("delivered_on", "2026-08-01")]));
        assert!(goes(&Goal::KIND, &[("period_end", "2026-12-31")]));
        assert!(!goes(&Goal::KIND, &[("period_end", "2027-12-31")]));
        assert!(goes(&Contract::KIND, &[]), "nothing says since when it is known");
        assert!(!goes(&Contract::KIND, &[("starts_on", "2026-07-01")]));
    }
}
