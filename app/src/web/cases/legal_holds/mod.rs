//! Legal holds of a case: what is kept because a claim is near, who keeps it, and whether they know.

mod one;
mod words;

pub use one::{change, log_file, one};
pub use words::args;

use super::ask::{Field, Fields, words};
use super::refusal::Refused;
use super::scene::Scene;
use super::{Attempt, attempt, seen};
use crate::web::app::Shared;
use crate::web::export::{Cell, Format, Table};
use crate::web::form::{self, Filled};
use crate::web::legal_holds::{keeps, stands};
use crate::web::markup::Markup;
use crate::web::{Frame, PageError, Visitor, href, page};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::case::legal_hold::{Act as Hold, LegalHold, Order, Reach};
use domain::case::{Act, Action};
use domain::days::Day;
use domain::retention::Class;

#[derive(Template)]
#[template(path = "cases/legal_holds.html")]
struct Show {
    frame: Frame,
    name: Markup,
    stage: Markup,
    lede: Markup,
    refused: Option<Refused>,
    holds: Vec<HoldView>,
    fields: Vec<Field>,
    may: bool,
    seq: u32,
    here: String,
    back: String,
}

/// A hold in the list.
struct HoldView {
    href: String,
    keeps: Markup,
    state: Markup,
    /// What it concerns, where it can be read.
    about: Option<String>,
    unaware: Option<Markup>,
}

type Place = Path<(String, String)>;

pub async fn show(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((client, case)): Place,
) -> Result<Response, PageError> {
    let scene = Scene::of(&app, &visitor, &client, &case).await?;
    drawn(&scene, &Filled::default(), None, StatusCode::OK)
}

/// Answers with the holds of the case as a file, the latest first.
pub async fn file(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((client, case)): Place,
    format: Format,
) -> Result<Response, PageError> {
    let scene = Scene::of(&app, &visitor, &client, &case).await?;
    let (pen, people) = (&scene.pen, &scene.people);
    let row = |hold: &LegalHold| {
        let unaware = hold.unaware().filter(|_| hold.stands()).map(|one| one.member.clone());
        vec![
            keeps(pen, &hold.order.reach).into(),
            hold.log.first().and_then(|first| first.said.clone()).into(),
            Cell::Day(hold.since()),
            hold.released.as_ref().map(|ended| ended.on).into(),
            people.name(&hold.order.ask).into(),
            people.names(pen, &hold.order.custodians).into(),
            people.names(pen, &unaware.collect::<Vec<_>>()).into(),
        ]
    };
    let heads = [
        ("keeps", "legal-hold-log-keeps"),
        ("about", "legal-hold-about"),
        ("since", "cases-since"),
        ("released_on", "legal-hold-released-on"),
        ("ask", "hold-ask"),
        ("custodians", "legal-hold-custodians"),
        ("unaware", "legal-hold-awaited"),
    ];
    let rows = scene.case().legal_holds.iter().rev().map(row).collect();
    scene.answer("legal-holds", Table::of(pen.lang, "legal-holds-title", &heads, rows), format).await
}

/// Sets a hold.
pub async fn set(
    State(app): State<Shared>,
    mut visitor: Visitor,
    Path((client, case)): Place,
    mut filled: Filled,
) -> Result<Response, PageError> {
    visitor.at(&format!("{}/legal-holds", href::case(href::decoded(&client), &case)));
    let scene = Scene::of(&app, &visitor, &client, &case).await?;
    let Some((order, text)) = read(&scene, &mut filled, &[]) else {
        return drawn(&scene, &filled, None, StatusCode::UNPROCESSABLE_ENTITY);
    };
    let act = Act::LegalHold(Hold::SetLegalHold { order, text });
    match attempt(&app, &visitor, &scene.opened, seen(&filled), act).await? {
        Attempt::Done(opened) => {
            let id = opened.case.legal_holds.len();
            Ok(Redirect::to(&scene.href(&format!("legal-holds/{id}"))).into_response())
        }
        Attempt::Refused(refused) => drawn(&scene, &filled, Some(*refused), StatusCode::UNPROCESSABLE_ENTITY),
    }
}

fn drawn(scene: &Scene, filled: &Filled, refused: Option<Refused>, status: StatusCode) -> Result<Response, PageError> {
    let (pen, case) = (&scene.pen, scene.case());
    let title = pen.lang.text("legal-holds-title");
    let lede = match (case.awaits_legal_hold(), case.legal_holds.iter().filter(|hold| hold.stands()).count()) {
        (true, _) => pen.t("legal-holds-awaited"),
        (false, 0) => pen.t("legal-holds-asks"),
        (false, n) => pen.about("legal-holds-standing", n as u64),
    };
    let show = Show {
        frame: scene.frame(title),
        name: pen.name(scene.name()),
        stage: scene.stage(),
        lede,
        refused: refused.or_else(|| scene.not_yours(Action::HoldRecords)),
        holds: case.legal_holds.iter().rev().map(|hold| view(scene, hold)).collect(),
        fields: fields(scene, filled, "legal-hold-about", &[]),
        may: scene.may(Action::HoldRecords),
        seq: case.seq,
        here: scene.href("legal-holds"),
        back: scene.href(""),
    };
    Ok((status, page(&show)?).into_response())
}

fn view(scene: &Scene, hold: &LegalHold) -> HoldView {
    let pen = &scene.pen;
    let released = hold.released.as_ref().map(|ended| (ended.on, Some(scene.people.name(&ended.by))));
    let unaware = hold.unaware().count() as u64;
    HoldView {
        href: scene.href(&format!("legal-holds/{}", hold.id)),
        keeps: keeps(pen, &hold.order.reach),
        state: stands(pen, hold.since(), scene.people.name(&hold.order.ask), released),
        about: hold.log.first().and_then(|first| first.said.clone()),
        unaware: (hold.stands() && unaware > 0).then(|| pen.about("legal-hold-unaware", unaware)),
    }
}

/// Returns the fields of what a hold says; whoever keeps papers by what it said so far is offered, also once they have left.
fn fields(scene: &Scene, filled: &Filled, text: &str, custodians: &[String]) -> Vec<Field> {
    let pen = &scene.pen;
    let of = |id: &String, name: &String| (id.clone(), pen.name(name));
    let people = || scene.people.present().map(|one| of(&one.id, &one.name));
    let is_gone = |one: &&String| !is_present(scene, one);
    let gone = custodians.iter().filter(is_gone).map(|one| {
        let name = pen.name(scene.people.name(one));
        (one.clone(), Markup::join([name, pen.t("legal-hold-left")], " · "))
    });
    let asked = scene.people.present().filter(|one| scene.case().allows(&one.id, Action::ReleaseRecords));
    let fields = Fields::of(pen, filled)
        .text("text", text)
        .any("classes", "legal-hold-classes", words(pen, "retention-class-{}", Class::WORDS.iter().copied()))
        .hint("legal-hold-classes-hint")
        .day("from", "legal-hold-from")
        .hint("legal-hold-from-hint")
        .day("to", "legal-hold-to")
        .hint("legal-hold-to-hint")
        .any("custodians", "legal-hold-custodians", people().chain(gone))
        .hint("legal-hold-custodians-hint")
        .one("ask", "legal-hold-ask", asked.map(|one| of(&one.id, &one.name)));
    fields.all()
}

fn is_present(scene: &Scene, member: &str) -> bool {
    scene.people.present().any(|one| one.id == member)
}

/// Reads what a hold is to say, and why; what is missing or wrong is said at its field.
fn read(scene: &Scene, filled: &mut Filled, custodians: &[String]) -> Option<(Order, String)> {
    let lang = scene.pen.lang;
    let text = filled.value("text").to_owned();
    if text.is_empty() {
        filled.refuse("text", lang.text("field-required"));
    }
    let (from, to) = (perhaps(scene, filled, "from"), perhaps(scene, filled, "to"));
    if from.zip(to).is_some_and(|(from, to)| to < from) {
        filled.refuse("to", lang.text("legal-hold-days-wrong"));
    }
    let classes = filled.all("classes").into_iter().filter_map(Class::of).collect();
    let is_there = |member: &str| is_present(scene, member) || custodians.iter().any(|one| one == member);
    let custodians: Vec<String> =
        filled.all("custodians").into_iter().filter(|one| is_there(one)).map(str::to_owned).collect();
    if custodians.is_empty() {
        filled.refuse("custodians", lang.text("legal-hold-custodians-missing"));
    }
    let ask = filled.value("ask").to_owned();
    if ask.is_empty() {
        filled.refuse("ask", lang.text("case-choose-one"));
    }
    let order = Order { reach: Reach { classes, from, to }, custodians, ask };
    filled.is_good().then_some((order, text))
}

/// Reads a day that may be absent.
fn perhaps(scene: &Scene, filled: &mut Filled, name: &str) -> Option<Day> {
    let written = filled.value(name).to_owned();
    let day = form::day(&written);
    if !written.is_empty() && day.is_none() {
        filled.refuse(name, scene.pen.lang.text("case-day-missing"));
    }
    day
}
