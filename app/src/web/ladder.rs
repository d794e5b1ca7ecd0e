//! The firm's reminder ladder: which rung comes when, and whose word it needs. The owner changes it; every change is a
//! new version with its reason.

use super::app::Shared;
use super::export::{self, Cell, Column, Format, Table};
use super::form::{self, Filled};
use super::markup::{Markup, Pen};
use super::{Frame, PageError, Verb, Visitor, page};
use crate::store::ladders::{self, Version};
use crate::store::viewer::Role;
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use domain::case::Role as CaseRole;
use domain::separation::dunning::{Ladder, LadderError, Rung};
use fluent_bundle::FluentValue;

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/ladder", get(show).post(save))
        .route("/ladder.csv", get(file))
        .route("/ladder.xlsx", get(file))
}

/// Whose word a rung may need.
const GATES: [CaseRole; 5] =
    [CaseRole::Lead, CaseRole::Finance, CaseRole::DecisionOwner, CaseRole::Counsel, CaseRole::It];

/// One rung as the page shows and asks for it.
struct RungView {
    level: i64,
    name: Markup,
    note: Markup,
    when: Markup,
    gate: Markup,
    /// The days field: its value, and which of the three ways it is; none for a rung that waits for the time to mend.
    days: Option<(String, String)>,
    deadline: String,
    /// Role word, its name, and whether its word is needed.
    gates: Vec<(&'static str, String, bool)>,
    used: bool,
    error: Option<String>,
}

/// One earlier version.
struct Past {
    about: Markup,
    reason: String,
}

#[derive(Template)]
#[template(path = "ladder/show.html")]
struct Show {
    frame: Frame,
    filled: Filled,
    lede: Markup,
    rungs: Vec<RungView>,
    version: u32,
    gap: String,
    opens: String,
    closes: String,
    may_set: bool,
    past: Vec<Past>,
}

async fn show(State(app): State<Shared>, visitor: Visitor) -> Result<Response, PageError> {
    drawn(&app, &visitor, Filled::default(), StatusCode::OK).await
}

/// Answers with the rungs of every version as a file, the newest first.
async fn file(State(app): State<Shared>, visitor: Visitor, format: Format) -> Result<Response, PageError> {
    if visitor.sharing.is_some() {
        return Err(PageError::Sharing);
    }
    let (pen, mut versions) = (Pen::of(&visitor), ladders::all(&app.db).await?);
    if versions.is_empty() {
        versions.push(ladders::newest(&app.db).await?);
    }
    let row = |version: &Version, rung: &Rung| {
        let by = (version.set_at.as_str(), version.set_by.as_deref());
        let own = export::version(&visitor, version.ladder.version, by);
        let deadline = rung.deadline_business_days.map(|days| Cell::Number(f64::from(days)));
        let told = [
            version.reason.as_str().into(),
            pen.t(&format!("rung-{}", rung.kind.word())).into(),
            when(&pen, rung).into(),
            deadline.unwrap_or(Cell::Empty),
            gate(&pen, rung).into(),
        ];
        own.into_iter().chain(told).collect()
    };
    let more = [
        ("reason", "policy-reason"),
        ("rung", "ladder-rung"),
        ("when", "ladder-when"),
        ("deadline", "ladder-deadline"),
        ("gate", "ladder-gate"),
    ];
    let mut columns = export::version_columns(pen.lang);
    columns.extend(more.map(|(machine, key)| Column::of(pen.lang, machine, key)));
    let of = |version: &Version| version.ladder.rungs.iter().map(|rung| row(version, rung)).collect::<Vec<_>>();
    let table = Table { title: pen.lang.text("ladder-title"), columns, rows: versions.iter().flat_map(of).collect() };
    export::answer("ladder", table, format, pen.lang).await
}

/// Keeps a ladder as a new version, with the reason.
async fn save(State(app): State<Shared>, mut visitor: Visitor, mut filled: Filled) -> Result<Response, PageError> {
    visitor.require(Role::Owner)?;
    let current = ladders::newest(&app.db).await?.ladder;
    let version = form::number(filled.value("version")).map_or(0, |version| version as u32);
    let ladder = Ladder { version, ..read(&mut filled, &visitor, &current) };
    if let Err(error) = ladder.check().and_then(|()| Ladder::read(&ladder.text()).map(drop)) {
        refuse(&mut filled, &visitor, &ladder, &error);
    }
    let reason: String = filled.value("reason").chars().take(2000).collect();
    if reason.is_empty() {
        filled.refuse("reason", visitor.lang.text("ladder-reason-missing"));
    }
    if filled.is_good() && !ladders::save(&app.db, &ladder, &visitor.member, &reason, &app.now()).await? {
        filled.refuse("ladder", visitor.lang.text("ladder-overtaken"));
    }
    if filled.is_good() {
        Ok(Redirect::to("/ladder").into_response())
    } else {
        visitor.at("/ladder");
        drawn(&app, &visitor, filled, StatusCode::UNPROCESSABLE_ENTITY).await
    }
}

/// Reads a ladder from its form: the rungs that are used, each as it was but for its numbers and its gate.
fn read(filled: &mut Filled, visitor: &Visitor, current: &Ladder) -> Ladder {
    let mut number = |name: &str, most: f64| {
        let found = form::number(filled.value(name)).filter(|n| n.fract() == 0.0 && n.abs() <= most);
        if found.is_none() {
            filled.refuse(name, visitor.lang.text("ladder-need-number"));
        }
        found.unwrap_or_default()
    };
    let (gap, opens, closes) = (number("gap", 365.0), number("opens", 24.0), number("closes", 24.0));
    let mut rungs = vec![];
    for rung in all(current) {
        let level = rung.level;
        if !filled.holds(&format!("use-{level}"), "1") {
            continue;
        }
        let mut own = rung.clone();
        let days =
            form::number(filled.value(&format!("days-{level}"))).filter(|n| n.fract() == 0.0 && n.abs() <= 365.0);
        if !rung.after_cure && days.is_none() {
            filled.refuse(&format!("days-{level}"), visitor.lang.text("ladder-need-number"));
        }
        own.after_due_days = rung.after_due_days.and(days.map(|days| days as i32));
        own.after_last_business_days = rung.after_last_business_days.and(days.map(|days| days.max(0.0) as u32));
        let deadline = filled.value(&format!("deadline-{level}"));
        own.deadline_business_days = form::number(deadline).filter(|n| *n > 0.0 && *n <= 365.0).map(|n| n as u32);
        let chosen = filled.all(&format!("gate-{level}"));
        own.gate = GATES.into_iter().filter(|role| chosen.contains(&role.word())).collect();
        rungs.push(own);
    }
    Ladder {
        version: current.version,
        gap_business_days: gap.max(0.0) as u32,
        opens: opens as u16,
        closes: closes as u16,
        rungs,
    }
}

/// Returns every rung that may be used: those of the ladder, and the standard ones that it leaves out.
fn all(current: &Ladder) -> Vec<Rung> {
    let standard = Ladder::standard().rungs;
    standard
        .into_iter()
        .map(|rung| current.rungs.iter().find(|own| own.kind == rung.kind).cloned().unwrap_or(rung))
        .collect()
}

fn refuse(filled: &mut Filled, visitor: &Visitor, ladder: &Ladder, error: &LadderError) {
    let lang = visitor.lang;
    match error {
        LadderError::Rung { rung, wrong } => {
            let level = ladder.rungs.get(*rung).map_or(0, |rung| rung.level);
            filled.refuse(&format!("days-{level}"), lang.text(&format!("ladder-wrong-{}", wrong.word())));
        }
        LadderError::Hours => filled.refuse("opens", lang.text("ladder-wrong-hours")),
        LadderError::Unreadable(_) => filled.refuse("ladder", lang.text("ladder-need-number")),
    }
}

async fn drawn(app: &Shared, visitor: &Visitor, filled: Filled, status: StatusCode) -> Result<Response, PageError> {
    if visitor.sharing.is_some() {
        return Err(PageError::Sharing);
    }
    let pen = Pen::of(visitor);
    let current = ladders::newest(&app.db).await?.ladder;
    let written = |name: &str, value: String| {
        if filled.has(name) { filled.value(name).to_owned() } else { value }
    };
    let title = pen.lang.text("ladder-title");
    let show = Show {
        frame: visitor.frame(title, Some(Verb::Part), vec![]),
        lede: Markup::strong(&pen.lang.text("ladder-lede")),
        rungs: all(&current).iter().map(|rung| view(&pen, &current, rung, &filled)).collect(),
        version: current.version,
        gap: written("gap", current.gap_business_days.to_string()),
        opens: written("opens", current.opens.to_string()),
        closes: written("closes", current.closes.to_string()),
        may_set: visitor.role == Role::Owner,
        past: ladders::all(&app.db).await?.iter().map(|version| past(visitor, version)).collect(),
        filled,
    };
    Ok((status, page(&show)?).into_response())
}

fn view(pen: &Pen, current: &Ladder, rung: &Rung, filled: &Filled) -> RungView {
    let level = rung.level;
    let kind = rung.kind.word();
    let is_sent = filled.has("version");
    let stands = current.rungs.iter().any(|own| own.level == level);
    let days = rung.after_due_days.map(|days| (days.to_string(), "ladder-after-due"));
    let days = days.or_else(|| rung.after_last_business_days.map(|days| (days.to_string(), "ladder-after-last")));
    let name = format!("days-{level}");
    let written = |name: &str, value: String| if is_sent { filled.value(name).to_owned() } else { value };
    let chosen = filled.all(&format!("gate-{level}"));
    let needs = |role: &CaseRole| {
        if is_sent { chosen.contains(&role.word()) } else { rung.gate.contains(role) }
    };
    RungView {
        level,
        name: pen.t(&format!("rung-{kind}")),
        note: pen.t(&format!("rung-note-{kind}")),
        when: when(pen, rung),
        gate: gate(pen, rung),
        days: days.map(|(value, key)| (written(&name, value), pen.lang.text(key))),
        deadline: written(
            &format!("deadline-{level}"),
            rung.deadline_business_days.map(|days| days.to_string()).unwrap_or_default(),
        ),
        gates: GATES.iter().map(|own| (own.word(), role(pen, *own), needs(own))).collect(),
        used: if is_sent { filled.holds(&format!("use-{level}"), "1") } else { stands },
        error: filled.error(&name).cloned(),
    }
}

/// Says whose word a rung needs.
fn gate(pen: &Pen, rung: &Rung) -> Markup {
    let names: Vec<String> = rung.gate.iter().map(|own| role(pen, *own)).collect();
    if names.is_empty() { pen.t("ladder-no-gate") } else { Markup::text(&names.join(&pen.lang.text("list-comma"))) }
}

fn role(pen: &Pen, role: CaseRole) -> String {
    pen.lang.text(&format!("case-role-{}", role.word()))
}

fn when(pen: &Pen, rung: &Rung) -> Markup {
    match (rung.after_due_days, rung.after_last_business_days) {
        (Some(days), _) if days < 0 => pen.about("ladder-when-before", days.unsigned_abs().into()),
        (Some(days), _) => pen.about("ladder-when-after", days.unsigned_abs().into()),
        (None, Some(days)) => pen.about("ladder-when-last", days.into()),
        (None, None) => pen.t("ladder-when-cure"),
    }
}

fn past(visitor: &Visitor, version: &Version) -> Past {
    let pen = Pen::of(visitor);
    let args = [
        ("n", FluentValue::from(f64::from(version.ladder.version))),
        ("who", FluentValue::from(version.set_by.clone().unwrap_or_default())),
        ("day", FluentValue::from(pen.lang.day(visitor.when(&version.set_at).day))),
    ];
    Past { about: pen.say("weights-version", args), reason: version.reason.clone() }
}
