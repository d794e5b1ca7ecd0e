//! A repair on one page: where it stands and the next step, the plan, the meeting, what the client says, and the trial.

use super::changes::{AnswerView, answers};
use super::readings::Readings;
use super::stand::{self, Stride};
use super::{At, Desk};
use crate::web::app::Shared;
use crate::web::cases::words::shown;
use crate::web::markup::Markup;
use crate::web::{Frame, PageError, Visitor, href, page};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use domain::case::repair::{Plan, Remedy};
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
    points: Vec<PointView>,
    pay: Vec<Markup>,
    invoices: Markup,
    review: Markup,
    ways: Vec<(String, Markup)>,
}

struct PointView {
    words: Markup,
    measure: Option<Markup>,
    remedy: Markup,
    side: Markup,
    ours: bool,
    owner: Markup,
    due: Markup,
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
    let (plan, said) = desk.version()?;
    let pen = desk.pen();
    let points = plan.points.iter().map(|point| {
        let [words, measure] = match said {
            Some(said) => said.of(point.id).map(|text| text.map(Markup::text)),
            None => [Some(pen.t("words-erased")), None],
        };
        PointView {
            words: words.unwrap_or_default(),
            measure,
            remedy: shown(pen, "remedy-{}", point.remedy.word()),
            side: pen.t(if point.ours { "repair-ours" } else { "repair-theirs" }),
            ours: point.ours,
            owner: desk.owner(&point.owner),
            due: pen.day(point.due_on),
        }
    });
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
        points: points.collect(),
        pay: instalments(desk, plan),
        invoices: Markup::join(plan.invoices.iter().map(invoice), &pen.lang.text("case-comma")),
        review: pen.say("repair-review", [("day", FluentValue::from(pen.lang.day(plan.review_on)))]),
        ways,
    })
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
