//! A repair on one page: where it stands and the next step, the plan, the meeting, what the client says, and the trial.

use super::changes::{AnswerView, answers};
use super::readings::Readings;
use super::stand::{self, Stride};
use super::{At, Desk};
use crate::web::app::Shared;
use crate::web::cases::words::shown;
use crate::web::export::{Cell, Format, Place as Stands, Table};
use crate::web::markup::Markup;
use crate::web::part::Sheet;
use crate::web::{Frame, PageError, Visitor, href, page};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use domain::case::repair::{Plan, PlanSaid, Point, Remedy};
use domain::case::{Action, persistence::persistence};
use domain::money::Money;
use fluent_bundle::FluentValue;

#[derive(Template)]
#[template(path = "repair/show.html")]
struct Page {
    frame: Frame,
    name: Markup,
    stage: Markup,
    lede: Markup,
    door: Option<(String, Markup)>,
    rail: Vec<Stride>,
    plan: Option<PlanView>,
    meeting: Option<Meeting>,
    answers: Vec<AnswerView>,
    view: Option<Markup>,
    agreed: Vec<Markup>,
    letter: Option<(String, Markup)>,
    trial: Option<TrialView>,
    case: String,
}

/// The plan as it holds.
struct PlanView {
    title: Markup,
    points: Option<Sheet>,
    /// Where the points are, for their files.
    list: String,
    pay: Vec<Markup>,
    invoices: Markup,
    review: Markup,
    ways: Vec<(String, Markup)>,
}

/// What was kept of the meeting: when, who came, and the words of it.
struct Meeting {
    on: Markup,
    attendees: Option<String>,
    agenda: Option<Markup>,
    said: Markup,
}

struct TrialView {
    days: Markup,
    readings: Readings,
    note: Markup,
    ended: Option<(Markup, Markup)>,
}

pub async fn show(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((client, case)): At,
) -> Result<Response, PageError> {
    let desk = Desk::of(&app, &visitor, &client, &case).await?;
    let (pen, repair) = (desk.pen(), desk.repair());
    let works = desk.is_open() && desk.scene.may(Action::Work);
    let has_letter = desk.plan().is_some_and(|plan| plan.has(Remedy::BoundaryLetter));
    let asks_letter = works && has_letter && repair.boundary_letter_on.is_none();
    let can_answer = works && repair.trial.is_none();
    let page_of = Page {
        frame: desk.frame("repair-title"),
        name: pen.name(desk.scene.name()),
        stage: desk.scene.stage(),
        lede: stand::lede(&desk),
        door: stand::door(&desk.scene).filter(|_| works),
        rail: stand::rail(&desk),
        plan: plan(&desk, works),
        meeting: meeting(&desk),
        answers: answers(&desk, can_answer),
        view: repair.client_view.as_ref().map(|(on, said)| view(&desk, *on, said.is_none())),
        agreed: agreed(&desk),
        letter: asks_letter.then(|| (desk.href("letter"), pen.t("go-repair-letter"))),
        trial: trial(&desk),
        case: desk.scene.href(""),
    };
    Ok(page(&page_of)?.into_response())
}

fn plan(desk: &Desk, works: bool) -> Option<PlanView> {
    let (plan, pen) = (desk.plan()?, desk.pen());
    let mut ways = vec![];
    if desk.repair().plans.len() > 1 {
        ways.push((desk.href("changes"), pen.t("repair-see-changes")));
    }
    if works && desk.repair().trial.is_none() && desk.repair().client_view.is_some() {
        ways.push((desk.href("plan"), pen.t("go-repair-plan")));
    }
    let invoice = |id: &String| pen.link(&href::record(&desk.scene.opened.key.client, "invoices", id), &pen.id(id));
    Some(PlanView {
        title: pen.about("repair-plan-version", u64::from(plan.version)),
        points: points(desk).sheet(pen),
        list: desk.href("points"),
        pay: instalments(desk, plan),
        invoices: Markup::join(plan.invoices.iter().map(invoice), &pen.lang.text("case-comma")),
        review: pen.say("repair-review", [("day", FluentValue::from(pen.lang.day(plan.review_on)))]),
        ways,
    })
}

/// Returns the points of the plan that holds.
fn points(desk: &Desk) -> Table {
    let pen = desk.pen();
    let row = |(point, said): (&Point, &Option<PlanSaid>)| {
        let [words, measure] = match said {
            Some(said) => said.of(point.id).map(|text| text.map(Markup::text)),
            None => [Some(pen.t("words-erased")), None],
        };
        let words = words.unwrap_or_default();
        let own = Markup::made(format!("<span dir=\"auto\">{words}</span>"));
        let soft = |one: &Markup| Markup::made(format!("<small class=\"soft\" dir=\"auto\">{one}</small>"));
        let both = Markup::join([own].into_iter().chain(measure.as_ref().map(soft)), " ");
        let side = pen.t(if point.ours { "repair-ours" } else { "repair-theirs" });
        let class = if point.ours { "tag us" } else { "tag" };
        let tag = Markup::made(format!("<span class=\"{class}\">{side}</span>"));
        vec![
            Cell::from(words).said_as(both),
            measure.map(|measure| measure.plain()).into(),
            shown(pen, "remedy-{}", point.remedy.word()).into(),
            Cell::from(side).said_as(tag),
            desk.owner(&point.owner).into(),
            Cell::Day(point.due_on),
        ]
    };
    let heads = [
        (Stands::Both, "words", "plan-words"),
        (Stands::File, "measure", "part-measure"),
        (Stands::Both, "remedy", "part-remedy"),
        (Stands::Both, "side", "part-side"),
        (Stands::Both, "owner", "part-owner"),
        (Stands::Both, "due_on", "part-due"),
    ];
    let held = desk.version().into_iter();
    let rows = held.flat_map(|(plan, said)| plan.points.iter().map(move |point| (point, said))).map(row).collect();
    Table::placed(pen.lang, "repair-points", &heads, rows)
}

/// Answers with the points of the plan as a file.
pub async fn file(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((client, case)): At,
    format: Format,
) -> Result<Response, PageError> {
    let desk = Desk::of(&app, &visitor, &client, &case).await?;
    desk.scene.answer("repair-points", points(&desk), format).await
}

/// Says each instalment: by when, and how much, for who may see sums.
pub fn instalments(desk: &Desk, plan: &Plan) -> Vec<Markup> {
    let pen = desk.pen();
    let sum = |minor, currency| if desk.scene.sees_money() { pen.money(Money { minor, currency }) } else { pen.veil() };
    let lines = plan.instalments.iter().map(|one| [pen.day(one.due_on), sum(one.amount, one.currency)]);
    lines.map(|line| Markup::join(line, " · ")).collect()
}

fn meeting(desk: &Desk) -> Option<Meeting> {
    let repair = desk.repair();
    let on = desk.pen().day(repair.met_on?);
    let said = repair.meeting.as_ref();
    Some(Meeting {
        on,
        attendees: said.and_then(|said| said.attendees.clone()),
        agenda: said.and_then(|said| said.agenda.as_deref()).map(|agenda| desk.words(Some(agenda))),
        said: desk.words(said.map(|said| said.text.as_str())),
    })
}

fn view(desk: &Desk, on: domain::days::Day, is_erased: bool) -> Markup {
    let pen = desk.pen();
    let day = pen.say("repair-view-on", [("day", FluentValue::from(pen.lang.day(on)))]);
    if is_erased { Markup::join([day, pen.t("words-erased")], " ") } else { day }
}

/// Says what the client made of the plan and of the letter, and what came after the letter.
fn agreed(desk: &Desk) -> Vec<Markup> {
    let (pen, repair) = (desk.pen(), desk.repair());
    let mut agreed = vec![];
    if let Some(acknowledged) = repair.acknowledged {
        agreed.push(pen.t(if acknowledged { "repair-acknowledged" } else { "repair-refused" }));
    }
    if let Some(on) = repair.boundary_letter_on {
        agreed.push(pen.say("repair-letter-on", [("day", FluentValue::from(pen.lang.day(on)))]));
        let after = persistence(&desk.history, on, desk.scene.visitor.today);
        let (rows, _) = desk.rows(&after.facts);
        let says = pen.about("repair-letter-after", u64::from(after.breaches));
        agreed.push(Markup::join([says].into_iter().chain(rows), " "));
    }
    agreed
}

fn trial(desk: &Desk) -> Option<TrialView> {
    let (pen, repair) = (desk.pen(), desk.repair());
    let trial = repair.trial.as_ref()?;
    let days = [
        ("from", FluentValue::from(pen.lang.day(trial.begins_on))),
        ("to", FluentValue::from(pen.lang.day(trial.ends_on))),
    ];
    let ended = repair.ended.as_ref();
    let readings = ended.map_or_else(|| desk.readings(), |ended| ended.readings.clone());
    let note = if ended.is_some() { "trial-note-ended" } else { "trial-note" };
    let said = ended.map(|ended| {
        let word = if ended.succeeded { "evaluation-succeeded" } else { "evaluation-failed" };
        (pen.t(word), desk.words(ended.said.as_deref()))
    });
    Some(TrialView {
        days: pen.say("trial-days", days),
        readings: Readings::of(desk, &readings),
        note: pen.t(note),
        ended: said,
    })
}
