//! After how many days invoices fall due in a file: what a missing due day may be.

use super::{Candidate, Why};
use crate::intake::plan::{Plan, PlanColumn};
use crate::intake::problem::{Problem, ProblemCode};
use crate::intake::source::Record;
use crate::intake::value::date;
use domain::days::Day;
use domain::record::kind_named;
use std::collections::HashMap;

/// The days between issue and due day, counted over a file's rows.
pub struct Terms {
    issued: Cell,
    due: Cell,
    /// The columns that name the client.
    clients: Vec<usize>,
    by_client: HashMap<String, Counts>,
    all: Counts,
}

type Counts = HashMap<i32, u32>;

/// A column of days, and how it is written.
struct Cell {
    place: usize,
    column: PlanColumn,
}

impl Cell {
    fn day(&self, record: &Record) -> Option<Day> {
        date::read(record.field(self.place), self.column.dates, false).ok().map(|stamp| stamp.day)
    }
}

impl Terms {
    /// Begins to count, if the file has both days.
    pub fn of(plan: &Plan) -> Option<Terms> {
        let invoices = kind_named("invoices")?;
        let cell = |name: &str| {
            let place = plan.places(invoices, name).first().copied()?;
            Some(Cell { place, column: plan.columns[place].clone() })
        };
        let (issued, due) = (cell("issued_on")?, cell("due_on")?);
        let clients = ["client", "client_name"].iter().flat_map(|name| plan.places(invoices, name)).collect();
        Some(Terms { issued, due, clients, by_client: HashMap::new(), all: HashMap::new() })
    }

    /// Tells whether a problem is a missing due day.
    pub fn may_serve(&self, problem: &Problem) -> bool {
        problem.code == ProblemCode::RequiredMissing && problem.place == Some(self.due.place)
    }

    /// Counts a row.
    pub fn see(&mut self, record: &Record) {
        let (Some(issued), Some(due)) = (self.issued.day(record), self.due.day(record)) else { return };
        let days = due.since(issued);
        if (0..=365).contains(&days) {
            let client = self.client(record).to_owned();
            *self.by_client.entry(client).or_default().entry(days).or_default() += 1;
            *self.all.entry(days).or_default() += 1;
        }
    }

    /// Returns the due day that follows from the other rows: from the client's own, else from nearly all.
    pub fn due(&self, place: usize, record: &Record) -> Option<Candidate> {
        let issued = self.issued.day(record).filter(|_| place == self.due.place)?;
        let own = self.by_client.get(self.client(record)).and_then(|counts| usual(counts, 2, 0.66));
        let (days, why) = match (own, usual(&self.all, 5, 0.9)) {
            (Some(days), _) => (days, Why::ClientTerms(days)),
            (None, days) => (days?, Why::FileTerms(days?)),
        };
        Some(Candidate { place, text: issued.plus(days).to_string(), why })
    }

    fn client<'b>(&self, record: &Record<'b>) -> &'b str {
        self.clients.iter().map(|place| record.field(*place)).find(|text| !text.is_empty()).unwrap_or_default()
    }
}

/// Returns the count of days that so many rows have, and such a share of all.
fn usual(counts: &Counts, rows_min: u32, share: f64) -> Option<i32> {
    let all: u32 = counts.values().sum();
    let (days, rows) = counts.iter().max_by_key(|(days, rows)| (**rows, -**days))?;
    (*rows >= rows_min && f64::from(*rows) >= share * f64::from(all)).then_some(*days)
}
