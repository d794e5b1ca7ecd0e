//! What became of the plan between its last two versions: point by point, and field by field where one changed.

use super::{At, Desk};
use crate::web::app::Shared;
use crate::web::cases::words::shown;
use crate::web::markup::Markup;
use crate::web::{Frame, PageError, Visitor, page};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::case::repair::{Change, Part, Plan, Point, Version, diff, differs};
use fluent_bundle::FluentValue;

#[derive(Template)]
#[template(path = "repair/changes.html")]
struct Page {
    frame: Frame,
    name: Markup,
    lede: Markup,
    heading: Markup,
    firm: String,
    on: Markup,
    points: Vec<View>,
    /// What changed in the plan as a whole: what, before, after.
    whole: Vec<(Markup, Markup, Markup)>,
    answers: Vec<AnswerView>,
    back: String,
}

/// One point, and what became of it.
struct View {
    state: &'static str,
    word: Markup,
    words: Markup,
    facts: Markup,
    /// What changed: what, before, after.
    parts: Vec<(Markup, Markup, Markup)>,
}

/// How a point of the client's was answered.
pub struct AnswerView {
    pub n: u32,
    pub said: String,
    /// Accepted or declined, and why; nothing while nobody answered.
    pub word: Option<Markup>,
    pub accepted: bool,
    pub why: Markup,
    pub again: Option<String>,
}

pub async fn show(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((client, case)): At,
) -> Result<Response, PageError> {
    let desk = Desk::of(&app, &visitor, &client, &case).await?;
    let [.., from, to] = desk.repair().plans.as_slice() else {
        return Ok(Redirect::to(&desk.href("")).into_response());
    };
    let pen = desk.pen();
    let changes = diff(from, to);
    let count = |of: fn(&Change) -> bool| FluentValue::from(changes.iter().filter(|change| of(change)).count() as f64);
    let args = [
        ("name", FluentValue::from(desk.scene.name())),
        ("added", count(|change| matches!(change, Change::Added(_)))),
        ("changed", count(|change| matches!(change, Change::Changed { .. }))),
        ("dropped", count(|change| matches!(change, Change::Dropped(_)))),
        ("kept", count(|change| matches!(change, Change::Kept(_)))),
    ];
    let versions = [("from", f64::from(from.0.version).into()), ("to", f64::from(to.0.version).into())];
    let shown = Page {
        frame: desk.frame("repair-page-changes"),
        name: pen.name(desk.scene.name()),
        lede: Markup::strong(&pen.lang.say("changes-lede", args)),
        heading: pen.say("changes-heading", versions),
        firm: visitor.firm.name.clone().unwrap_or_default(),
        on: pen.day(visitor.today),
        points: changes.iter().map(|change| view(&desk, from, to, change)).collect(),
        whole: whole(&desk, &from.0, &to.0),
        answers: answers(&desk, false),
        back: desk.href(""),
    };
    Ok(page(&shown)?.into_response())
}

fn view(desk: &Desk, from: &Version, to: &Version, change: &Change) -> View {
    let (state, point, version) = match change {
        Change::Added(point) => ("added", point, to),
        Change::Dropped(point) => ("dropped", point, from),
        Change::Changed { to: point, .. } => ("changed", point, to),
        Change::Kept(point) => ("kept", point, to),
    };
    let parts = match change {
        Change::Changed { from: before, to: after } => differs(from, to, after.id)
            .into_iter()
            .map(|part| {
                let name = shown(desk.pen(), "part-{}", part.word());
                (name, value(desk, from, before, part), value(desk, to, after, part))
            })
            .collect(),
        _ => vec![],
    };
    let facts = [Part::Remedy, Part::Side, Part::Owner, Part::Due].map(|part| value(desk, version, point, part));
    View {
        state,
        word: shown(desk.pen(), "change-{}", state),
        words: value(desk, version, point, Part::Words),
        facts: Markup::join(facts, " · "),
        parts,
    }
}

/// Says a part of a point.
fn value(desk: &Desk, version: &Version, point: &Point, part: Part) -> Markup {
    let pen = desk.pen();
    let said = |place: usize| match &version.1 {
        Some(said) => {
            let text = said.of(point.id)[place].map(|text| Markup::made(format!("<bdi>{}</bdi>", Markup::text(text))));
            text.unwrap_or_else(|| pen.t("part-none"))
        }
        None => pen.t("words-erased"),
    };
    match part {
        Part::Words => said(0),
        Part::Measure => said(1),
        Part::Remedy => shown(pen, "remedy-{}", point.remedy.word()),
        Part::Side => pen.t(if point.ours { "repair-ours" } else { "repair-theirs" }),
        Part::Owner => desk.owner(&point.owner),
        Part::Due => pen.day(point.due_on),
    }
}

/// Returns what changed in the plan as a whole.
fn whole(desk: &Desk, from: &Plan, to: &Plan) -> Vec<(Markup, Markup, Markup)> {
    let pen = desk.pen();
    let mut whole = vec![];
    if from.review_on != to.review_on {
        whole.push((pen.t("plan-review"), pen.day(from.review_on), pen.day(to.review_on)));
    }
    if from.invoices != to.invoices {
        let named = |plan: &Plan| {
            let ids = Markup::join(plan.invoices.iter().map(|invoice| pen.id(invoice)), &pen.lang.text("case-comma"));
            if ids.is_empty() { pen.t("part-none") } else { ids }
        };
        whole.push((pen.t("plan-invoices"), named(from), named(to)));
    }
    if from.instalments != to.instalments {
        let listed = |plan: &Plan| {
            let lines = Markup::join(super::show::instalments(desk, plan), "; ");
            if lines.is_empty() { pen.t("part-none") } else { lines }
        };
        whole.push((pen.t("plan-pay"), listed(from), listed(to)));
    }
    whole
}

/// Returns the client's points, each with how it was answered; where it still can be, with the page to answer it anew.
pub fn answers(desk: &Desk, can_change: bool) -> Vec<AnswerView> {
    let (pen, repair) = (desk.pen(), desk.repair());
    let answered = |(n, said): (u32, &str)| {
        let answer = repair.answer_to(n);
        AnswerView {
            n,
            said: said.to_owned(),
            word: answer.map(|(answer, _)| pen.t(if answer.accepted { "answer-accepted" } else { "answer-declined" })),
            accepted: answer.is_some_and(|(answer, _)| answer.accepted),
            why: answer.map(|(_, why)| desk.words(why.as_deref())).unwrap_or_default(),
            again: can_change.then(|| desk.href(&format!("answers?point={n}"))),
        }
    };
    (1..).zip(repair.client_points()).map(answered).collect()
}
