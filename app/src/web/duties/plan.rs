//! The dated plan: what it all hangs on, how long the transition is and why, and what slipped since it was first stated.

use super::{At, Desk, words};
use crate::web::app::Shared;
use crate::web::cases::words::{shown, word};
use crate::web::chart::timeline;
use crate::web::export::{Cell, Format, Place, Table};
use crate::web::markup::Markup;
use crate::web::part::{Facts, Sheet};
use crate::web::{Frame, PageError, Visitor, page};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use domain::case::Action;
use domain::case::parting::duties::EndPlan;
use domain::separation::timeline::slip::slipped;
use domain::separation::timeline::transition::{Needs, transition, usual_days};
use domain::separation::timeline::{Plan, Planned};
use fluent_bundle::FluentValue;

#[derive(Template)]
#[template(path = "duties/plan.html")]
struct Page {
    frame: Frame,
    name: Markup,
    lede: Markup,
    facts: Facts,
    needs: Option<Markup>,
    drawing: Option<Markup>,
    lines: Vec<Line>,
    table: Option<Sheet>,
    /// Where the list is.
    list: String,
    slips: Vec<Markup>,
    /// Whether the plan has moved since it was stated, and nobody said why.
    moved: bool,
    state: Option<(String, Markup)>,
    calendar: Option<String>,
    doors: Vec<(String, Markup)>,
    back: String,
}

/// A step in the list.
struct Line {
    day: Markup,
    step: Markup,
    note: Markup,
    is_critical: bool,
}

pub async fn show(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((client, case)): At,
) -> Result<Response, PageError> {
    let desk = Desk::of(&app, &visitor, &client, &case).await?;
    let (pen, scene) = (desk.pen(), &desk.scene);
    let plan = desk.plan();
    let stated = desk.duties().plan();
    let moved = stated.is_some_and(|stated| Some(stated.given) != desk.case().parting.given());
    let door = |below: &str, key: &str| (scene.href(below), pen.t(key));
    let state = scene
        .may(Action::Work)
        .then(|| door("end-plan", if stated.is_none() { "plan-state" } else { "plan-state-anew" }));
    let shown = Page {
        frame: desk.frame("plan-of-end-title"),
        name: pen.name(scene.name()),
        lede: lede(&desk, plan.as_ref()),
        facts: facts(&desk),
        needs: plan.is_none().then(|| pen.t(desk.lacks())),
        drawing: plan.as_ref().map(|plan| timeline::drawn(pen, plan, visitor.today)),
        lines: plan.as_ref().map(|plan| lines(&desk, plan)).unwrap_or_default(),
        table: plan.as_ref().and_then(|plan| table(&desk, plan).sheet(pen)),
        list: scene.href("part/plan"),
        slips: slips(&desk, plan.as_ref()),
        moved,
        state,
        calendar: plan.is_some().then(|| scene.href("part/plan.ics")),
        doors: vec![door("part/obligations", "go-part-obligations")],
        back: scene.href("part"),
    };
    Ok(page(&shown)?.into_response())
}

fn lede(desk: &Desk, plan: Option<&Plan>) -> Markup {
    let lang = desk.pen().lang;
    let said = match plan {
        Some(plan) => {
            let day = |on| FluentValue::from(lang.weekday(on));
            lang.say("plan-of-end-lede", [("end", day(plan.ends.effective_on)), ("closing", day(plan.ends.closing_on))])
        }
        None => lang.text("plan-of-end-none"),
    };
    Markup::strong(&said)
}

/// Says how long the transition is and what that rests on (DOMAIN B72).
fn facts(desk: &Desk) -> Facts {
    let pen = desk.pen();
    let mut facts = Facts::default();
    let Some(given) = desk.case().parting.given() else { return facts };
    let days = |n: i32| pen.say("plan-days", [("n", FluentValue::from(f64::from(n)))]);
    let has = given.effective_on.since(given.received_on);
    facts.add(pen.t("plan-transition"), days(has));
    if let Some(stated) = desk.duties().plan() {
        facts.add(pen.t("plan-profile"), shown(pen, "profession-{}", stated.profile.word()));
        if let Some(needs) = transition(&needs(desk, stated)) {
            let because = shown(pen, "transition-{}", needs.because.word());
            facts.add(pen.t("plan-transition-needs"), Markup::join([days(needs.days), because], " · "));
        }
    }
    facts
}

fn needs(desk: &Desk, stated: &EndPlan) -> Needs {
    // Of several contracts the longest notice counts.
    let case = desk.case();
    let further = case.open_further().into_iter().filter_map(|own| own.computed.as_ref());
    let all = case.parting.computed.iter().chain(further);
    Needs {
        contract: all.map(|computed| computed.effective_on.since(computed.received_on)).max(),
        law: stated.law_days.map(i32::from),
        replacement: stated.difficulty.map(|difficulty| usual_days(stated.profile, difficulty)),
    }
}

/// Returns the steps in the order of their days.
fn ordered(plan: &Plan) -> Vec<&Planned> {
    let mut steps: Vec<&Planned> = plan.steps.iter().collect();
    steps.sort_by_key(|planned| (planned.start, planned.end, planned.step));
    steps
}

fn lines(desk: &Desk, plan: &Plan) -> Vec<Line> {
    let pen = desk.pen();
    let line = |planned: &Planned| {
        let until = (!planned.is_a_day()).then(|| pen.say("plan-until", [("day", pen.lang.day(planned.end).into())]));
        let critical = planned.is_critical().then(|| pen.t("plan-critical"));
        Line {
            day: pen.day(planned.start),
            step: shown(pen, "plan-step-{}", planned.step.word()),
            note: Markup::join(until.into_iter().chain(critical), " · "),
            is_critical: planned.is_critical(),
        }
    };
    ordered(plan).into_iter().map(line).collect()
}

/// Answers with the steps as a file.
pub async fn file(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((client, case)): At,
    format: Format,
) -> Result<Response, PageError> {
    let desk = Desk::of(&app, &visitor, &client, &case).await?;
    let plan = desk.plan().ok_or(PageError::NotFound)?;
    desk.answer("plan", table(&desk, &plan), format).await
}

fn table(desk: &Desk, plan: &Plan) -> Table {
    let pen = desk.pen();
    let slack = |planned: &Planned| match planned.slack {
        None => pen.t("plan-after-closing").into(),
        Some(0) => Cell::Number(0.0).said_as(pen.t("plan-no-slack")),
        Some(days) => {
            let n = f64::from(days);
            Cell::Number(n).said_as(pen.say("plan-slack", [("n", FluentValue::from(n))]))
        }
    };
    let row = |planned: &Planned| {
        vec![
            shown(pen, "plan-step-{}", planned.step.word()).into(),
            shown(pen, "plan-stream-{}", planned.stream.word()).into(),
            Cell::Day(planned.start).said_as(pen.weekday(planned.start)),
            Cell::Day(planned.end).said_as(pen.weekday(planned.end)),
            slack(planned),
            Cell::Flag(planned.is_critical()),
        ]
    };
    let heads = [
        (Place::Both, "step", "plan-step"),
        (Place::Both, "stream", "plan-stream"),
        (Place::Both, "from", "plan-from"),
        (Place::Both, "to", "plan-to"),
        (Place::Both, "slack_days", "plan-can-slip"),
        (Place::File, "critical", "plan-is-critical"),
    ];
    Table::placed(pen.lang, "plan-of-end-title", &heads, ordered(plan).into_iter().map(row).collect())
}

/// Returns what slipped: steps against the plan as it was first stated, due days as they were moved, each with why.
fn slips(desk: &Desk, plan: Option<&Plan>) -> Vec<Markup> {
    let (pen, duties) = (desk.pen(), desk.duties());
    let day = |on| FluentValue::from(pen.lang.weekday(on));
    let mut told = vec![];
    let first = duties.plans.first().and_then(|(stated, ..)| desk.laid(&stated.given));
    if let (Some(first), Some(now), Some(working)) = (&first, plan, &desk.working) {
        told.extend(slipped(first, now, working).into_iter().map(|slipped| {
            let days = FluentValue::from(f64::from(slipped.days.abs()));
            let step = word(pen, "plan-step-{}", slipped.step.word());
            let key = if slipped.days < 0 { "plan-earlier" } else { "plan-slipped" };
            pen.say(key, [("step", step), ("planned", day(slipped.planned)), ("now", day(slipped.now)), ("n", days)])
        }));
    }
    for (_, on, why) in duties.plans.iter().skip(1) {
        let why = why.as_deref().map_or_else(|| pen.t("words-erased"), |why| pen.name(why));
        told.push(Markup::join([pen.say("plan-stated-anew", [("day", day(*on))]), why], " "));
    }
    for item in &duties.register.items {
        for slip in &item.slips {
            let args = [("from", day(slip.from)), ("to", day(slip.to))];
            let why = slip.why.as_deref().map_or_else(|| pen.t("words-erased"), |why| pen.name(why));
            told.push(Markup::join([words::of_item(pen, item), pen.say("plan-due-moved", args), why], " · "));
        }
    }
    told
}
