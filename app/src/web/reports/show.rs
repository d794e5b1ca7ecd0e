//! A report's page. Those who work on it read what happened, what is due next and whose, and what protects people;
//! whoever reported has a page of their own.

use super::own;
use super::remaining::{Aftermath, Task, aftermath};
use super::room::{Room, status};
use super::words::Words;
use crate::web::cases::refusal::Refused;
use crate::web::form::Filled;
use crate::web::markup::{Markup, Pen};
use crate::web::part::Facts;
use crate::web::{Frame, PageError, href, page};
use askama::Template;
use axum::response::{IntoResponse, Response};
use domain::case::clock::{self, Due};
use domain::case::decide::reachable;
use domain::case::protection::{Door, MeasureKind, Milestone, Protected};
use domain::case::{Act, Action, Milestone as M};
use domain::record::{Choice, ReportKind};

/// One term of the clock.
pub struct DueView {
    pub day: Markup,
    pub task: Markup,
    pub whose: Markup,
    /// `done`, `late`, or nothing.
    pub state: &'static str,
    pub says: Markup,
}

/// What is to be done next, as one question.
struct Next {
    word: &'static str,
    task: Markup,
    hint: Markup,
    /// `plain`, `contact` or `approach`.
    shape: &'static str,
    text_is_needed: bool,
    /// Whoever reported reads what is written here.
    is_told: bool,
}

/// A protective measure.
pub struct MeasureView {
    pub id: u32,
    pub kind: Markup,
    pub says: Markup,
    pub said: Option<String>,
    pub is_offered: bool,
    pub runs: bool,
}

#[derive(Template)]
#[template(path = "reports/show.html")]
struct Show {
    frame: Frame,
    filled: Filled,
    refused: Option<Refused>,
    here: String,
    today: String,
    kind: Markup,
    client: Markup,
    lede: Markup,
    notes: Vec<Markup>,
    facts: Facts,
    words: Words,
    aftermath: Option<Aftermath>,
    may_reopen: bool,
    next: Option<Next>,
    clock: Vec<DueView>,
    others: Vec<(&'static str, Markup)>,
    people: Vec<(String, String)>,
    measures: Vec<MeasureView>,
    offers: Vec<&'static str>,
    protects: bool,
    doors: Vec<&'static str>,
    acts: Vec<&'static str>,
    ways: Vec<(String, Markup)>,
}

pub async fn show(room: Room) -> Result<Response, PageError> {
    drawn(&room, Filled::default(), None)
}

/// Draws the page; with why something was not done, and what was written then.
pub fn drawn(room: &Room, filled: Filled, refused: Option<Refused>) -> Result<Response, PageError> {
    if room.opened.own {
        return own::drawn(room, filled, refused);
    }
    let (pen, case) = (room.pen(), &room.opened.case);
    let calendar = room.calendar();
    let next = clock::next(case, calendar.as_ref());
    let protection = &case.protection;
    let moves = Door::ALL.iter().filter(|door| protection.door != Some(**door)).map(|door| door.word());
    let client = pen.name(&room.opened.envelope.client_name);
    let by = room.by();
    let shown = Show {
        frame: room.frame(None),
        here: room.path(""),
        today: room.visitor.today.to_string(),
        kind: pen.t(&format!("report-kind-{}", room.opened.report().kind.word())),
        client: if room.visitor.is_adviser() { client } else { pen.link(&href::client(&case.opening.client), &client) },
        lede: lede(room, &pen, next),
        notes: notes(room, &pen),
        facts: facts(room, &pen),
        words: Words::of(room),
        aftermath: aftermath(room, &pen),
        may_reopen: case.allows(by, Action::Decide),
        next: next.filter(|_| case.allows(by, Action::Work)).map(|due| Next::of(&pen, due.milestone)),
        clock: clock_of(room, &pen),
        others: others(room, &pen, next),
        people: room.nameable(),
        measures: measures(room, &pen),
        offers: MeasureKind::ALL.iter().map(|kind| kind.word()).collect(),
        protects: case.allows(by, Action::Protect),
        doors: if case.allows(by, Action::Work) { moves.collect() } else { vec![] },
        acts: ReportKind::WORDS.to_vec(),
        ways: ways(room, &pen),
        filled,
        refused,
    };
    Ok((status(shown.refused.as_ref()), page(&shown)?).into_response())
}

/// Says what is due next, and whose it is.
fn lede(room: &Room, pen: &Pen, next: Option<Due>) -> Markup {
    let case = &room.opened.case;
    let Some(task) = Task::first(case, next) else {
        let key = if room.opened.is_open() { "report-lede-nothing" } else { "report-lede-closed" };
        return Markup::strong(&pen.lang.text(key));
    };
    let holders = case.holders(task.whose);
    let is_late = task.due_on < room.visitor.today;
    let key = match (is_late, holders.iter().any(|holder| holder == room.by())) {
        (true, true) => "report-lede-late-yours",
        (true, false) => "report-lede-late",
        (false, true) => "report-lede-next-yours",
        (false, false) => "report-lede-next",
    };
    let names: Vec<&str> = holders.iter().map(|holder| room.people.name(holder)).collect();
    let args = [
        ("task", pen.lang.text(&task.key).into()),
        ("day", pen.lang.weekday(task.due_on).into()),
        ("names", names.join(&pen.lang.text("case-comma")).into()),
    ];
    Markup::strong(&pen.lang.say(key, args))
}

/// Says what everyone who works on it has to keep in mind.
fn notes(room: &Room, pen: &Pen) -> Vec<Markup> {
    let (case, protection) = (&room.opened.case, &room.opened.case.protection);
    let instruction = protection.instruction.as_ref().map(|(instruction, _)| *instruction).unwrap_or_default();
    let found = room.opened.broken.map(|broken| {
        let args = [("n", f64::from(broken.seq).into()), ("fault", broken.fault.word().into())];
        pen.say("report-broken", args)
    });
    let keys = [
        (protection.is_record_only(), "report-note-record-only"),
        (case.counsel_stop, "report-note-counsel-stop"),
        (instruction.no_word_to_client, "report-note-no-word"),
        (instruction.no_visible_hold, "report-note-no-hold"),
        (!case.holds.is_empty(), "report-note-hold"),
    ];
    found.into_iter().chain(keys.into_iter().filter(|(holds, _)| *holds).map(|(_, key)| pen.t(key))).collect()
}

fn facts(room: &Room, pen: &Pen) -> Facts {
    let envelope = &room.opened.envelope;
    let mut facts = Facts::default();
    if let Some(door) = room.opened.case.protection.door {
        facts.add(pen.t("report-door"), pen.t(&format!("door-{}", door.word())));
    }
    facts.add(pen.t("report-filed-on"), pen.day(envelope.filed_on));
    let by = envelope.report.reported_by.as_deref();
    facts.add(pen.t("report-by"), by.map_or_else(|| pen.t("report-by-unnamed"), |by| pen.name(by)));
    let readers = envelope.readers.iter().map(|reader| pen.name(&reader.name));
    let kept = envelope.kept_by.iter().map(|_| pen.t("report-kept"));
    facts.add(pen.t("report-read-by"), Markup::join(readers.chain(kept), "<br>"));
    facts
}

/// Returns the clock: every term with its day, whose it is, and what came of it.
pub fn clock_of(room: &Room, pen: &Pen) -> Vec<DueView> {
    let case = &room.opened.case;
    let calendar = room.calendar();
    let view = |due: Due| {
        let (state, key) = match due.reached_on {
            Some(on) if on > due.due_on => ("done", "due-done-late"),
            Some(_) => ("done", "due-done"),
            None if due.due_on < room.visitor.today => ("late", "due-late"),
            None => ("", "due-open"),
        };
        let days = due.due_on.since(room.visitor.today).abs();
        let reached = due.reached_on.map(|on| pen.lang.day(on)).unwrap_or_default();
        DueView {
            day: pen.day(due.due_on),
            task: pen.t(&format!("task-{}", due.milestone.word())),
            whose: room.names(case.holders(due.whose)),
            state,
            says: pen.say(key, [("n", f64::from(days).into()), ("day", reached.into())]),
        }
    };
    clock::clock(case, calendar.as_ref()).into_iter().map(view).collect()
}

impl Next {
    fn of(pen: &Pen, milestone: Milestone) -> Next {
        let shape = match milestone {
            M::ContactNamed => "contact",
            M::ClientApproached => "approach",
            _ => "plain",
        };
        Next {
            word: milestone.word(),
            task: pen.t(&format!("task-{}", milestone.word())),
            hint: pen.t(&format!("task-how-{}", milestone.word())),
            shape,
            text_is_needed: matches!(milestone, M::StatementTaken | M::ClientApproached | M::OutcomeTold),
            is_told: own::is_told(milestone),
        }
    }
}

/// Returns what else may be written down now.
fn others(room: &Room, pen: &Pen, next: Option<Due>) -> Vec<(&'static str, Markup)> {
    let case = &room.opened.case;
    if !case.allows(room.by(), Action::Work) || !room.opened.is_open() {
        return vec![];
    }
    let is_next = |milestone: &Milestone| next.is_some_and(|due| due.milestone == *milestone);
    let reachable = reachable(case, room.by()).into_iter().filter(|milestone| !is_next(milestone));
    reachable.map(|milestone| (milestone.word(), pen.t(&format!("task-{}", milestone.word())))).collect()
}

/// Returns the measures, those that run first.
pub fn measures(room: &Room, pen: &Pen) -> Vec<MeasureView> {
    let mut all: Vec<&Protected> = room.opened.case.protection.measures.iter().collect();
    all.sort_by_key(|one| (one.ended.is_some(), !one.runs(), one.measure.id));
    let view = |one: &&Protected| {
        let key = match one {
            Protected { ended: Some(_), .. } => "measure-says-ended",
            one if one.runs() => "measure-says-runs",
            one if one.is_offered() => "measure-says-offered",
            _ => "measure-says-declined",
        };
        let day = pen.lang.day(one.ended.unwrap_or(one.measure.since));
        let until = one.measure.until.map_or_else(|| "none".to_owned(), |until| pen.lang.day(until));
        let owner = room.people.name(&one.measure.owner).to_owned();
        MeasureView {
            id: one.measure.id,
            kind: pen.t(&format!("measure-{}", one.measure.kind.word())),
            says: pen.say(key, [("day", day.into()), ("until", until.into()), ("owner", owner.into())]),
            said: one.said.clone(),
            is_offered: one.is_offered(),
            runs: one.runs(),
        }
    };
    all.iter().map(view).collect()
}

/// Returns the other pages of the report.
fn ways(room: &Room, pen: &Pen) -> Vec<(String, Markup)> {
    let case = &room.opened.case;
    let mut ways = vec![("people", "report-people")];
    if case.protection.door == Some(Door::Wrong) {
        ways.push(("decision", "report-decision"));
    }
    ways.push(("counsel", "report-counsel"));
    if crate::flow::reports::compartment::named(case).contains(&room.visitor.member.as_str()) {
        ways.push(("duty", "report-duty"));
    }
    ways.extend([("journal", "report-journal"), ("archive", "report-archive")]);
    ways.into_iter().map(|(here, key)| (room.path(here), pen.t(key))).collect()
}

/// Does something on this page, and comes back to it.
pub async fn done(
    mut room: Room,
    filled: Filled,
    act: Act,
    with: crate::flow::reports::With<'_>,
) -> Result<Response, PageError> {
    match room.act("", &filled, act, with).await? {
        None => Ok(room.go("")),
        Some(refused) => drawn(&room, filled, Some(refused)),
    }
}
