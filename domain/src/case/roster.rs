//! Who of ours dealt with the client (DOMAIN A35): the people whom a review invites, as the records name them.

use crate::days::Day;
use crate::record::History;
use crate::text::fold;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// How far back a roster looks: the last twelve months.
pub const ROSTER_DAYS: i32 = 365;

/// One person's dealings with the client in the last twelve months. It says whom to ask, never who did more: minutes are
/// for those who may see other people's hours (RULINGS 38), and no page ranks by them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dealing {
    /// The name as the files write it, in its latest spelling.
    pub person: String,
    /// The name folded, as names are mapped to members.
    pub spelling: String,
    /// The department under which most of the time was booked.
    pub department: Option<String>,
    /// Minutes worked.
    pub minutes: i64,
    /// Messages in both directions that name the person.
    pub messages: u32,
    /// Invoices on which some of this person's time was billed.
    pub invoices: u32,
    /// Notes of disputes, doubts, escalations and crossed boundaries that name the person.
    pub incidents: u32,
    /// Days on which any of this happened.
    pub days: u32,
    pub last_day: Day,
    /// Whether the client's record names the person as its lead.
    pub is_lead: bool,
}

/// What was done for the client in the same months without anyone's name on it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unnamed {
    /// Minutes worked.
    pub minutes: i64,
    pub messages: u32,
    pub incidents: u32,
    /// No record of a deliverable names a person, so all of them are counted: delivered, or due and still missing.
    pub deliverables: u32,
    /// Invoices, credit notes included, that no booked time of a person points to.
    pub invoices: u32,
}

/// Returns everyone of ours whom the records of the last twelve months name, those with the most days of dealings first;
/// `history` must hold only what was known on `on`. Whether a name is nobody of ours, the firm's mapping of names says.
pub fn dealings(history: &History, on: Day) -> Vec<Dealing> {
    let lead = history.client.as_ref().and_then(|client| client.lead.as_deref()).map(fold);
    let people = gather(history, on).people.into_iter();
    let mut dealings: Vec<Dealing> =
        people.map(|(spelling, person)| person.dealing(spelling, lead.as_deref())).collect();
    dealings.sort_by(|a, b| (b.days, b.last_day, &a.spelling).cmp(&(a.days, a.last_day, &b.spelling)));
    dealings
}

/// Counts what the records of the last twelve months leave without a name.
pub fn unnamed(history: &History, on: Day) -> Unnamed {
    let Gathered { mut unnamed, billed, .. } = gather(history, on);
    let within = |day: Day| is_within(day, on);
    let handed_over = history.deliverables.iter().filter(|d| match d.delivered_on {
        Some(day) => within(day),
        None => within(d.due_on),
    });
    unnamed.deliverables = handed_over.count() as u32;
    let issued = history.invoices.iter().filter(|invoice| within(invoice.issued_on));
    unnamed.invoices = issued.filter(|invoice| !billed.contains(invoice.id.as_str())).count() as u32;
    unnamed
}

fn is_within(day: Day, on: Day) -> bool {
    on.plus(-ROSTER_DAYS) < day && day <= on
}

#[derive(Default)]
struct Gathered<'a> {
    /// By the folded name.
    people: BTreeMap<String, Person<'a>>,
    unnamed: Unnamed,
    /// The invoices on which somebody's time was billed.
    billed: BTreeSet<&'a str>,
}

#[derive(Default)]
struct Person<'a> {
    latest: Option<(Day, &'a str)>,
    departments: BTreeMap<&'a str, i64>,
    minutes: i64,
    messages: u32,
    invoices: BTreeSet<&'a str>,
    incidents: u32,
    days: BTreeSet<Day>,
}

fn gather(history: &History, on: Day) -> Gathered<'_> {
    let mut all = Gathered::default();
    for time in history.time.iter().filter(|time| is_within(time.on_day, on)) {
        let Some(person) = all.meet(time.person.as_deref(), time.on_day) else {
            all.unnamed.minutes += time.minutes;
            continue;
        };
        person.minutes += time.minutes;
        if let Some(department) = stated(time.department.as_deref()) {
            *person.departments.entry(department).or_default() += time.minutes;
        }
        if let Some(invoice) = stated(time.invoice.as_deref()) {
            person.invoices.insert(invoice);
            all.billed.insert(invoice);
        }
    }
    for message in history.messages.iter().filter(|message| is_within(message.at.day, on)) {
        match all.meet(message.person.as_deref(), message.at.day) {
            Some(person) => person.messages += 1,
            None => all.unnamed.messages += 1,
        }
    }
    for incident in history.incidents.iter().filter(|incident| is_within(incident.at.day, on)) {
        match all.meet(incident.person.as_deref(), incident.at.day) {
            Some(person) => person.incidents += 1,
            None => all.unnamed.incidents += 1,
        }
    }
    all
}

impl<'a> Gathered<'a> {
    /// Returns whoever a row names, having noted the day.
    fn meet(&mut self, name: Option<&'a str>, day: Day) -> Option<&mut Person<'a>> {
        let name = stated(name)?;
        let person = self.people.entry(fold(name)).or_default();
        person.latest = person.latest.max(Some((day, name)));
        person.days.insert(day);
        Some(person)
    }
}

impl Person<'_> {
    fn dealing(self, spelling: String, lead: Option<&str>) -> Dealing {
        let (last_day, name) = self.latest.expect("a person is met with a day and a name");
        let most = self.departments.into_iter().max_by_key(|(_, minutes)| *minutes);
        Dealing {
            person: name.to_owned(),
            department: most.map(|(department, _)| department.to_owned()),
            minutes: self.minutes,
            messages: self.messages,
            invoices: self.invoices.len() as u32,
            incidents: self.incidents,
            days: self.days.len() as u32,
            last_day,
            is_lead: lead == Some(spelling.as_str()),
            spelling,
        }
    }
}

/// Returns a text that says something.
fn stated(text: Option<&str>) -> Option<&str> {
    text.map(str::trim).filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sign::sample::{day, history};

    const ON: &str = "2026-06-30";

    const YEAR: &str = "
        time T0 on_day=2025-06-30 minutes=600 person=Reem department=Accounts
        time T1 on_day=2025-07-01 minutes=90 person=أحمد department=Design invoice=A
        time T2 on_day=2026-03-01 minutes=60 person=احمد department=Content invoice=A
        time T3 on_day=2026-03-01 minutes=45 person=Sara department=Design invoice=B
        time T4 on_day=2026-03-02 minutes=30
        time T5 on_day=2026-07-01 minutes=30 person=Omar
        messages M1 at=2026-03-01T09:00 direction=out person=SARA
        messages M2 at=2026-03-04T09:00 direction=in person=Sara
        messages M3 at=2026-03-04T10:00 direction=in
        incidents I1 at=2026-05-01T22:40 kind=boundary side=ours person=Lina
        incidents I2 at=2026-05-02 kind=dispute
        invoices A issued_on=2025-08-01 due_on=2025-08-31 amount=100
        invoices B issued_on=2026-04-01 due_on=2026-04-30 amount=100
        invoices C issued_on=2026-05-01 due_on=2026-05-30 amount=100
        invoices Z issued_on=2025-06-30 due_on=2025-07-30 amount=100
        deliverables D1 due_on=2026-01-10 delivered_on=2026-01-10
        deliverables D2 due_on=2025-06-01 delivered_on=2025-07-02
        deliverables D3 due_on=2026-06-20
        deliverables D4 due_on=2026-07-20
        deliverables D5 due_on=2025-01-20 delivered_on=2025-01-20";

    #[test]
    fn names_everyone_who_dealt_with_the_client_within_365_days() {
        let history = history(YEAR);
        let found: Vec<_> = dealings(&history, day(ON))
            .into_iter()
            .map(|d| (d.person, d.department, d.minutes, d.messages, d.invoices, d.incidents, d.days, d.last_day))
            .collect();
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(
            found,
            [
                ("Sara".to_owned(), some("Design"), 45, 2, 1, 0, 2, day("2026-03-04")),
                ("احمد".to_owned(), some("Design"), 150, 0, 1, 0, 2, day("2026-03-01")),
                ("Lina".to_owned(), None, 0, 0, 0, 1, 1, day("2026-05-01")),
            ]
        );
    }

    #[test]
    fn what_nobody_is_named_for_is_counted_apart() {
        let expected = Unnamed { minutes: 30, messages: 1, incidents: 1, deliverables: 3, invoices: 1 };
        assert_eq!(unnamed(&history(YEAR), day(ON)), expected);
        assert_eq!(unnamed(&history(""), day(ON)), Unnamed::default());
    }

    #[test]
    fn marks_the_lead_in_any_spelling() {
        let mut history = history(YEAR);
        history.client.as_mut().expect("a client").lead = Some("أَحمد".into());
        let leads: Vec<bool> = dealings(&history, day(ON)).iter().map(|dealing| dealing.is_lead).collect();
        assert_eq!(leads, [false, true, false]);
    }
}
