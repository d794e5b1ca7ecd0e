//! Writing the plan: first what may mend it, then a point for each; a button adds more, and nothing that was written is
//! lost on the way.

use super::point::{INSTALMENTS_MAX, POINTS_MAX, count, field, part_field, pays, read, written};
use super::{At, Desk};
use crate::web::app::Shared;
use crate::web::cases::ask::{Field, Fields, Question};
use crate::web::cases::refusal::Refused;
use crate::web::cases::{Attempt, attempt, seen};
use crate::web::form::Filled;
use crate::web::markup::Markup;
use crate::web::{Frame, PageError, Visitor, href, page};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::case::repair::Remedy;
use domain::case::{Act, Action, Refusal, gate};
use domain::money::Money;
use domain::sign::Ledger;
use fluent_bundle::FluentValue;

#[derive(Template)]
#[template(path = "repair/plan.html")]
struct Page {
    frame: Frame,
    name: Markup,
    stage: Markup,
    asks: Markup,
    note: Markup,
    refused: Option<Refused>,
    hidden: Vec<(String, String)>,
    points: Vec<PointView>,
    pay: Option<Pay>,
    review: Vec<Field>,
    may: bool,
    more: bool,
    here: String,
    back: String,
}

/// The fields of a point.
struct PointView {
    title: Markup,
    fields: Vec<Field>,
}

/// The fields of a payment plan; nothing but a word for who may not see sums.
struct Pay {
    invoices: Vec<Field>,
    instalments: Vec<PointView>,
    more: bool,
    veiled: bool,
}

/// What a form begins with.
const INSTALMENTS: usize = 3;
const REVIEW_DAYS: i32 = 60;

pub async fn show(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((client, case)): At,
) -> Result<Response, PageError> {
    let desk = Desk::of(&app, &visitor, &client, &case).await?;
    let refused = not_now(&desk).or_else(|| desk.scene.not_yours(Action::Work));
    if desk.version().is_none() && refused.is_none() {
        remedies(&desk, &Filled::default(), StatusCode::OK)
    } else {
        drawn(&desk, written(&desk), refused, StatusCode::OK)
    }
}

/// Takes the plan, or adds fields to it.
pub async fn save(
    State(app): State<Shared>,
    mut visitor: Visitor,
    Path((client, case)): At,
    mut filled: Filled,
) -> Result<Response, PageError> {
    visitor.at(&format!("{}/repair/plan", href::case(href::decoded(&client), &case)));
    let desk = Desk::of(&app, &visitor, &client, &case).await?;
    let refused = not_now(&desk).or_else(|| desk.scene.not_yours(Action::Work));
    if refused.is_some() {
        return drawn(&desk, filled, refused, StatusCode::UNPROCESSABLE_ENTITY);
    }
    match filled.value("do") {
        "begin" => return begin(&desk, filled),
        "point" => return drawn(&desk, one_more(filled, "points", POINTS_MAX), None, StatusCode::OK),
        "instalment" => return drawn(&desk, one_more(filled, "instalments", INSTALMENTS_MAX), None, StatusCode::OK),
        _ => {}
    }
    let (plan, said) = read(&desk, &mut filled);
    let is_veiled = plan.has(Remedy::PaymentPlan) && plan.instalments.is_empty() && !desk.scene.sees_money();
    if !filled.is_good() || is_veiled {
        return drawn(&desk, filled, None, StatusCode::UNPROCESSABLE_ENTITY);
    }
    // The form of no points says what it lacks beside its first question.
    if plan.points.is_empty() {
        filled.refuse("remedy", visitor.lang.text("plan-empty"));
        return remedies(&desk, &filled, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let act = Act::VersionPlan { plan: Box::new(plan), said };
    match attempt(&app, &visitor, &desk.scene.opened, seen(&filled), act).await? {
        Attempt::Done(opened) => {
            let below = if opened.case.repair.plans.len() > 1 { "changes" } else { "" };
            Ok(Redirect::to(&desk.href(below)).into_response())
        }
        Attempt::Refused(refused) => drawn(&desk, filled, Some(*refused), StatusCode::UNPROCESSABLE_ENTITY),
    }
}

/// Says what must come before another version of the plan, and whose it is.
fn not_now(desk: &Desk) -> Option<Refused> {
    let case = desk.scene.case();
    if !desk.is_open() || case.repair.trial.is_some() {
        return Some(desk.refused(&Refusal::NotNow { stage: case.stage }));
    }
    use domain::case::Item::{ClientViewOfPlan, Meeting, PlanAnswers};
    let wanted = [Meeting, ClientViewOfPlan, PlanAnswers];
    let gates = gate::to_trial(case).into_iter().filter(|gate| wanted.contains(&gate.item));
    let missing = gate::missing(gates.collect());
    (!case.repair.plans.is_empty() && !missing.is_empty()).then(|| desk.refused(&Refusal::Missing(missing)))
}

/// Asks what may mend it.
fn remedies(desk: &Desk, filled: &Filled, status: StatusCode) -> Result<Response, PageError> {
    let pen = desk.pen();
    let offered =
        Remedy::ALL.iter().map(|remedy| (remedy.word().to_owned(), pen.t(&format!("remedy-{}", remedy.word()))));
    let fields = Fields::of(pen, filled)
        .any("remedy", "plan-remedies", offered)
        .explained(|remedy| pen.t(&format!("remedy-means-{remedy}")));
    let question = Question {
        frame: desk.frame("repair-page-plan"),
        name: pen.name(desk.scene.name()),
        step: desk.scene.stage(),
        asks: pen.say("repair-ask-remedies", [("name", FluentValue::from(desk.scene.name()))]),
        note: pen.t("repair-note-remedies"),
        refused: None,
        known: vec![],
        hidden: vec![("do".to_owned(), "begin".to_owned()), ("seen".to_owned(), desk.scene.case().seq.to_string())],
        fields: fields.all(),
        action: desk.href("plan"),
        button: Some(pen.t("repair-do-remedies")),
        back: (desk.href(""), pen.t("repair-back")),
    };
    Ok((status, page(&question)?).into_response())
}

/// Begins a point for each remedy that was chosen.
fn begin(desk: &Desk, mut filled: Filled) -> Result<Response, PageError> {
    let chosen: Vec<Remedy> = filled.all("remedy").into_iter().filter_map(Remedy::of).collect();
    if chosen.is_empty() {
        filled.refuse("remedy", desk.pen().lang.text("plan-remedies-none"));
        return remedies(desk, &filled, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let mut begun = Filled::default();
    begun.set("points", &chosen.len().to_string());
    for (at, remedy) in (1..).zip(chosen) {
        begun.set(&field(at, "remedy"), remedy.word());
    }
    begun.set("seen", filled.value("seen"));
    drawn(desk, begun, None, StatusCode::OK)
}

fn one_more(mut filled: Filled, name: &str, most: usize) -> Filled {
    let more = (count(&filled, name, most) + 1).min(most);
    filled.set(name, &more.to_string());
    filled
}

fn drawn(desk: &Desk, mut filled: Filled, refused: Option<Refused>, status: StatusCode) -> Result<Response, PageError> {
    let pen = desk.pen();
    filled.offer("review_on", &desk.scene.visitor.today.plus(REVIEW_DAYS).to_string());
    if pays(&filled) && count(&filled, "instalments", INSTALMENTS_MAX) == 0 {
        filled.set("instalments", &INSTALMENTS.to_string());
    }
    let points = count(&filled, "points", POINTS_MAX);
    let again = desk.version().is_some();
    let key = if again { "again" } else { "plan" };
    let seen = Some(filled.value("seen").to_owned()).filter(|seen| !seen.is_empty() && refused.is_none());
    let mut hidden = vec![("seen".to_owned(), seen.unwrap_or_else(|| desk.scene.case().seq.to_string()))];
    let counts = ["points", "instalments"].map(|name| (name.to_owned(), filled.value(name).to_owned()));
    hidden.extend(counts.into_iter().filter(|(_, value)| !value.is_empty()));
    hidden.extend((1..=points).map(|at| (field(at, "id"), filled.value(&field(at, "id")).to_owned())));
    let is_time = not_now(desk).is_none() || !status.is_success();
    let shown = Page {
        frame: desk.frame("repair-page-plan"),
        name: pen.name(desk.scene.name()),
        stage: desk.scene.stage(),
        asks: pen.say(&format!("repair-ask-{key}"), [("name", FluentValue::from(desk.scene.name()))]),
        note: pen.t(&format!("repair-note-{key}")),
        refused,
        hidden,
        points: (1..=points).map(|at| point(desk, &filled, at)).collect(),
        pay: pays(&filled).then(|| pay(desk, &filled)),
        review: Fields::of(pen, &filled).day("review_on", "plan-review").hint("plan-review-hint").all(),
        may: desk.scene.may(Action::Work) && is_time,
        more: points < POINTS_MAX,
        here: desk.href("plan"),
        back: desk.href(""),
    };
    Ok((status, page(&shown)?).into_response())
}

fn point(desk: &Desk, filled: &Filled, at: usize) -> PointView {
    let pen = desk.pen();
    let name = |part: &str| field(at, part);
    let remedies =
        Remedy::ALL.iter().map(|remedy| (remedy.word().to_owned(), pen.t(&format!("remedy-{}", remedy.word()))));
    let remedies = [(String::new(), pen.t("plan-remedy-choose"))].into_iter().chain(remedies);
    let sides = ["ours", "theirs"].map(|side| (side.to_owned(), pen.t(&format!("repair-{side}"))));
    let remedy = filled.value(&name("remedy")).to_owned();
    let hint = if remedy.is_empty() { "plan-words-hint".to_owned() } else { format!("plan-words-hint-{remedy}") };
    let is_known = Remedy::of(&remedy).is_some() || remedy.is_empty();
    let mut fields = Fields::of(pen, filled)
        .pick(&name("remedy"), "plan-remedy", remedies)
        .text(&name("words"), "plan-words")
        .hint(if is_known { &hint } else { "plan-words-hint" })
        .one(&name("side"), "plan-side", sides)
        .line(&name("owner"), "plan-owner")
        .hint("plan-owner-hint")
        .day(&name("due"), "plan-due")
        .line(&name("measure"), "plan-measure")
        .hint("plan-measure-hint");
    if remedy == Remedy::ChangeStaff.word() {
        fields = fields.tick(&name("consent"), "plan-consent").hint("plan-consent-hint");
    }
    if at > 1 || !filled.value(&name("id")).is_empty() {
        fields = fields.tick(&name("drop"), "plan-drop");
    }
    PointView { title: pen.about("plan-point", at as u64), fields: fields.all() }
}

fn pay(desk: &Desk, filled: &Filled) -> Pay {
    let pen = desk.pen();
    if !desk.scene.sees_money() {
        return Pay { invoices: vec![], instalments: vec![], more: false, veiled: true };
    }
    let ledger = Ledger::of(&desk.history, &desk.scene.visitor.firm, desk.scene.visitor.today);
    let offered = ledger.bills.iter().filter_map(|bill| {
        let invoice = &desk.history.invoices[bill.invoice];
        let is_offered = bill.open() > 0 || filled.holds("invoice", &invoice.id);
        let open = pen.money(Money { minor: bill.open(), currency: invoice.currency });
        let text = format!("{} · {open} · {} {}", pen.id(&invoice.id), pen.t("head-due"), pen.day(bill.due_on));
        is_offered.then(|| (invoice.id.to_string(), Markup::made(text)))
    });
    let offered: Vec<(String, Markup)> = offered.collect();
    let key = if offered.is_empty() { "plan-invoices-closed" } else { "plan-invoices-hint" };
    let invoices = Fields::of(pen, filled).any("invoice", "plan-invoices", offered).hint(key).all();
    let instalments = count(filled, "instalments", INSTALMENTS_MAX);
    let instalment = |at: usize| PointView {
        title: pen.about("plan-instalment", at as u64),
        fields: Fields::of(pen, filled)
            .day(&part_field(at, "due"), "plan-instalment-due")
            .number(&part_field(at, "amount"), "plan-instalment-amount")
            .all(),
    };
    let more = instalments < INSTALMENTS_MAX;
    Pay { invoices, instalments: (1..=instalments).map(instalment).collect(), more, veiled: false }
}
