//! Everything known of one client, and what of it was known on a day.

use super::*;
use crate::days::Day;
use std::collections::HashSet;
use std::hash::Hash;

/// One client's records; each list stands in the order of its day, then of its id.
#[derive(Clone, Debug, Default)]
pub struct History {
    pub client: Option<Client>,
    pub contracts: Vec<Contract>,
    pub invoices: Vec<Invoice>,
    pub payments: Vec<Payment>,
    pub promises: Vec<Promise>,
    pub reminders: Vec<Reminder>,
    pub time: Vec<Time>,
    pub costs: Vec<Cost>,
    pub deliverables: Vec<Deliverable>,
    pub feedback: Vec<Feedback>,
    pub requests: Vec<Request>,
    pub messages: Vec<Message>,
    pub goals: Vec<Goal>,
    pub incidents: Vec<Incident>,
    pub pulse: Vec<Pulse>,
    pub values: Vec<GoodValue>,
}

/// Reads a row with this id, source and cells into its list; `None` if it does not fit.
pub type Add = fn(&mut History, &str, Source, &[Cell]) -> Option<()>;

impl History {
    /// Empties every list and keeps its room, so that one history can serve a whole portfolio.
    pub fn clear(&mut self) {
        self.client = None;
        self.contracts.clear();
        self.invoices.clear();
        self.payments.clear();
        self.promises.clear();
        self.reminders.clear();
        self.time.clear();
        self.costs.clear();
        self.deliverables.clear();
        self.feedback.clear();
        self.requests.clear();
        self.messages.clear();
        self.goals.clear();
        self.incidents.clear();
        self.pulse.clear();
        self.values.clear();
    }

    /// Reads a stored row into its list; `None` if the row does not fit its kind.
    pub fn add(&mut self, kind: &Kind, id: &str, source: Source, cells: &[Cell]) -> Option<()> {
        History::adder(kind)?(self, id, source, cells)
    }

    /// Returns what `add` does with rows of one kind; `None` if a history has no such list.
    pub fn adder(kind: &Kind) -> Option<Add> {
        Some(match kind.table {
            "clients" => |h, id, source, cells| {
                h.client = Some(Client::read(id, source, cells)?);
                Some(())
            },
            "contracts" => |h, id, source, cells| push(&mut h.contracts, Contract::read(id, source, cells)),
            "invoices" => |h, id, source, cells| push(&mut h.invoices, Invoice::read(id, source, cells)),
            "payments" => |h, id, source, cells| push(&mut h.payments, Payment::read(id, source, cells)),
            "promises" => |h, id, source, cells| push(&mut h.promises, Promise::read(id, source, cells)),
            "reminders" => |h, id, source, cells| push(&mut h.reminders, Reminder::read(id, source, cells)),
            "time" => |h, id, source, cells| push(&mut h.time, Time::read(id, source, cells)),
            "costs" => |h, id, source, cells| push(&mut h.costs, Cost::read(id, source, cells)),
            "deliverables" => |h, id, source, cells| push(&mut h.deliverables, Deliverable::read(id, source, cells)),
            "feedback" => |h, id, source, cells| push(&mut h.feedback, Feedback::read(id, source, cells)),
            "requests" => |h, id, source, cells| push(&mut h.requests, Request::read(id, source, cells)),
            "messages" => |h, id, source, cells| push(&mut h.messages, Message::read(id, source, cells)),
            "goals" => |h, id, source, cells| push(&mut h.goals, Goal::read(id, source, cells)),
            "incidents" => |h, id, source, cells| push(&mut h.incidents, Incident::read(id, source, cells)),
            "pulse" => |h, id, source, cells| push(&mut h.pulse, Pulse::read(id, source, cells)),
            "values" => |h, id, source, cells| push(&mut h.values, GoodValue::read(id, source, cells)),
            _ => return None,
        })
    }

    /// Adds another history's records: two spellings of one client, merged by a person. What two tools exported under
    /// one number, or as one payment, is one record: that of the history that was here first stands.
    pub fn absorb(&mut self, other: History) {
        join(&mut self.contracts, other.contracts, |r| r.id.clone());
        join(&mut self.invoices, other.invoices, |r| r.id.clone());
        join(&mut self.payments, other.payments, |r| (r.invoice.clone(), r.paid_on, r.amount, r.currency));
        join(&mut self.promises, other.promises, |r| r.id.clone());
        join(&mut self.reminders, other.reminders, |r| r.id.clone());
        self.time.extend(other.time);
        self.costs.extend(other.costs);
        join(&mut self.deliverables, other.deliverables, |r| r.id.clone());
        self.feedback.extend(other.feedback);
        self.requests.extend(other.requests);
        self.messages.extend(other.messages);
        join(&mut self.goals, other.goals, |r| r.id.clone());
        self.incidents.extend(other.incidents);
        self.pulse.extend(other.pulse);
        self.values.extend(other.values);
    }

    /// Makes it ready to be read: what two files tell of a payment counts once, and every list stands in the order of its
    /// day, then id.
    pub fn arrange(&mut self) {
        let billed = self.invoices.iter().map(|invoice| (invoice.id.as_str(), invoice.amount.0));
        count_once(&mut self.payments, billed);
        self.invoices.sort_unstable_by(|a, b| (a.issued_on, &a.id).cmp(&(b.issued_on, &b.id)));
        self.payments.sort_unstable_by(|a, b| (a.paid_on, &a.id).cmp(&(b.paid_on, &b.id)));
        self.promises.sort_unstable_by(|a, b| (a.made_on, &a.id).cmp(&(b.made_on, &b.id)));
        self.reminders.sort_unstable_by(|a, b| (a.sent_on, &a.id).cmp(&(b.sent_on, &b.id)));
        self.time.sort_unstable_by(|a, b| (a.on_day, &a.id).cmp(&(b.on_day, &b.id)));
        self.costs.sort_unstable_by(|a, b| (a.on_day, &a.id).cmp(&(b.on_day, &b.id)));
        self.deliverables.sort_unstable_by(|a, b| (a.due_on, &a.id).cmp(&(b.due_on, &b.id)));
        self.feedback.sort_unstable_by(|a, b| (a.on_day, &a.id).cmp(&(b.on_day, &b.id)));
        self.requests.sort_unstable_by(|a, b| (a.on_day, &a.id).cmp(&(b.on_day, &b.id)));
        self.messages.sort_unstable_by(|a, b| (a.at, &a.id).cmp(&(b.at, &b.id)));
        self.goals.sort_unstable_by(|a, b| (a.period_end, &a.id).cmp(&(b.period_end, &b.id)));
        self.incidents.sort_unstable_by(|a, b| (a.at, &a.id).cmp(&(b.at, &b.id)));
        self.pulse.sort_unstable_by(|a, b| (a.on_day, &a.id).cmp(&(b.on_day, &b.id)));
        self.values.sort_unstable_by(|a, b| (a.on_day, &a.id).cmp(&(b.on_day, &b.id)));
    }

    /// Forgets everything that was not yet known on `on` (RULINGS 27): later rows go, later dates become unknown,
    /// and undated flags wait for the last date of their file row.
    pub fn keep_known_on(&mut self, on: Day) {
        self.contracts.retain(|c| c.signed_on.or(c.starts_on).is_none_or(|day| day <= on));
        self.invoices.retain(|i| i.issued_on <= on);
        self.invoices.iter_mut().filter(|i| i.known_on > on).for_each(|i| forget_dispute(i, on));
        self.payments.retain(|p| p.paid_on <= on);
        self.promises.retain(|p| p.made_on <= on);
        self.reminders.retain(|r| r.sent_on <= on);
        self.reminders.iter_mut().for_each(|r| r.answered_on = r.answered_on.filter(|day| *day <= on));
        self.time.retain(|t| t.on_day <= on);
        self.costs.retain(|c| c.on_day <= on);
        self.deliverables.retain(|d| first_known(d) <= on);
        self.deliverables.iter_mut().filter(|d| d.known_on > on).for_each(|d| forget_outcome(d, on));
        self.feedback.retain(|f| f.on_day <= on);
        self.requests.retain(|r| r.on_day <= on);
        self.messages.retain(|m| m.at.day <= on);
        self.goals.retain(|g| g.period_end <= on);
        self.incidents.retain(|i| i.at.day <= on);
        self.pulse.retain(|p| p.on_day <= on);
        self.values.retain(|v| v.on_day <= on);
    }

    /// Returns the day of the earliest record, if there is any: from then on the relationship left traces.
    pub fn first_day(&self) -> Option<Day> {
        let days = [
            self.invoices.first().map(|r| r.issued_on),
            self.payments.first().map(|r| r.paid_on),
            self.time.first().map(|r| r.on_day),
            self.messages.first().map(|r| r.at.day),
            self.feedback.first().map(|r| r.on_day),
            self.requests.first().map(|r| r.on_day),
            self.incidents.first().map(|r| r.at.day),
            self.deliverables.iter().map(|d| d.started_on.unwrap_or(d.due_on)).min(),
        ];
        days.into_iter().flatten().min()
    }

    /// Returns the day of the latest record, if there is any.
    pub fn last_day(&self) -> Option<Day> {
        let days = [
            self.invoices.last().map(|r| r.issued_on),
            self.payments.last().map(|r| r.paid_on),
            self.time.last().map(|r| r.on_day),
            self.messages.last().map(|r| r.at.day),
            self.feedback.last().map(|r| r.on_day),
            self.requests.last().map(|r| r.on_day),
            self.incidents.last().map(|r| r.at.day),
            self.deliverables.iter().filter_map(|d| d.delivered_on.or(d.started_on)).max(),
            self.goals.last().map(|r| r.period_end),
            self.reminders.last().map(|r| r.sent_on),
            self.promises.last().map(|r| r.made_on),
            self.costs.last().map(|r| r.on_day),
            self.pulse.last().map(|r| r.on_day),
            self.values.last().map(|r| r.on_day),
        ];
        days.into_iter().flatten().max()
    }
}

fn push<R>(list: &mut Vec<R>, record: Option<R>) -> Option<()> {
    list.push(record?);
    Some(())
}

/// Adds those of the others whose name is new to the list.
fn join<R, N: Hash + Eq>(list: &mut Vec<R>, others: Vec<R>, name: impl Fn(&R) -> N) {
    let known: HashSet<N> = list.iter().map(&name).collect();
    list.extend(others.into_iter().filter(|record| !known.contains(&name(record))));
}

fn forget_dispute(invoice: &mut Invoice, on: Day) {
    match invoice.disputed_on {
        Some(day) if day <= on => {}
        _ => {
            invoice.disputed = None;
            invoice.disputed_on = None;
            invoice.dispute_cause = None;
        }
    }
    invoice.dispute_upheld = None;
}

/// A deliverable is known from when work on it began; without that day, from its first date.
fn first_known(d: &Deliverable) -> Day {
    let first = [d.delivered_on, d.accepted_on].into_iter().flatten().fold(d.due_on, Day::min);
    d.started_on.unwrap_or(first)
}

fn forget_outcome(d: &mut Deliverable, on: Day) {
    for date in [&mut d.delivered_on, &mut d.accepted_on, &mut d.reopened_on, &mut d.acknowledged_on] {
        *date = date.filter(|day| *day <= on);
    }
    d.late_cause = None;
    d.revisions = None;
    d.revisions_ours = None;
    d.defects = None;
    d.criteria_changed = None;
    d.reopened = None;
    d.acknowledged = None;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sign::Ledger;
    use crate::sign::sample::{day, firm, history};

    fn deliverable() -> Deliverable {
        Deliverable {
            id: "D-1".into(),
            due_on: day("2026-03-01"),
            started_on: Some(day("2026-02-01")),
            delivered_on: Some(day("2026-03-05")),
            late_cause: Some(LateCause::Us),
            accepted_on: Some(day("2026-03-20")),
            revisions: Some(2),
            revisions_ours: None,
            revisions_agreed: None,
            defects: Some(1),
            reopened_on: None,
            reopened: None,
            criteria_changed: None,
            acknowledged_on: None,
            acknowledged: None,
            known_on: day("2026-03-20"),
            source: Source::default(),
        }
    }

    #[test]
    fn every_kind_of_record_tells_that_a_client_is_alive() {
        let last = |text: &str| history(text).last_day();
        assert_eq!(
            last("time T on_day=2026-01-01 minutes=60\npulse P on_day=2026-05-01 score=3"),
            Some(day("2026-05-01"))
        );
        assert_eq!(last("values V on_day=2026-06-01 kind=referral"), Some(day("2026-06-01")));
    }

    #[test]
    fn what_two_spellings_share_is_one_record() {
        let invoice = "issued_on=2026-01-01 due_on=2026-01-31";
        let mut own = history(&format!(
            "invoices INV-1 {invoice} amount=1000\ninvoices INV-2 {invoice} amount=500
             payments 1 invoice=INV-1 paid_on=2026-02-05 amount=1000
             payments 2 invoice=INV-2 paid_on=2026-02-05 amount=200
             payments 3 invoice=INV-2 paid_on=2026-02-05 amount=200
             reminders INV-1/2026-02-02 invoice=INV-1 sent_on=2026-02-02"
        ));
        own.absorb(history(&format!(
            "invoices INV-1 {invoice} amount=1001\ninvoices INV-3 {invoice} amount=70
             payments A invoice=INV-1 paid_on=2026-02-05 amount=1000
             payments B invoice=INV-2 paid_on=2026-02-09 amount=100
             payments 1 invoice=INV-3 paid_on=2026-02-05 amount=70
             reminders INV-1/2026-02-02 invoice=INV-1 sent_on=2026-02-02"
        )));
        own.arrange();
        let invoices: Vec<_> = own.invoices.iter().map(|i| (i.id.as_str(), i.amount.0 / 100)).collect();
        assert_eq!(invoices, [("INV-1", 1000), ("INV-2", 500), ("INV-3", 70)], "the first history's stands");
        let owed: Vec<i64> =
            Ledger::of(&own, &firm(), day("2026-03-01")).bills.iter().map(|bill| bill.open()).collect();
        assert_eq!(owed, [0, 0, 0]);
        assert_eq!((own.payments.len(), own.reminders.len()), (5, 1), "two payments of one tool are two");
    }

    #[test]
    fn only_what_was_known_counts() {
        let known = |on: &str| {
            let mut history = History { deliverables: vec![deliverable()], ..History::default() };
            history.keep_known_on(day(on));
            history.deliverables.pop().map(|d| (d.delivered_on, d.accepted_on, d.defects))
        };
        assert_eq!(known("2026-01-31"), None);
        assert_eq!(known("2026-02-10"), Some((None, None, None)));
        assert_eq!(known("2026-03-10"), Some((Some(day("2026-03-05")), None, None)));
        assert_eq!(known("2026-03-20"), Some((Some(day("2026-03-05")), Some(day("2026-03-20")), Some(1))));
    }
}
