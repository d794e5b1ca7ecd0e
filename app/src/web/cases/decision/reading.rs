//! The decision before someone who only reads and confirms it: another member, or an adviser from outside, who sees no
//! record of the firm.

use super::confirm::Confirm;
use crate::web::app::Shared;
use crate::web::cases::record::Record;
use crate::web::cases::refusal::Refused;
use crate::web::cases::scene::Scene;
use crate::web::form::Filled;
use crate::web::markup::Markup;
use crate::web::{Frame, PageError, Person, page};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::case::Action;
use fluent_bundle::FluentValue;

#[derive(Template)]
#[template(path = "cases/reading.html")]
struct Reading {
    frame: Frame,
    name: Markup,
    lede: Markup,
    note: Markup,
    refused: Option<Refused>,
    record: Record,
    confirm: Option<Confirm>,
    confirmed: Vec<Markup>,
    seq: u32,
    here: String,
}

pub async fn show(
    State(app): State<Shared>,
    Person(visitor): Person,
    Path((client, case)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let scene = Scene::of(&app, &visitor, &client, &case).await?;
    drawn(&scene, &Filled::default(), None, StatusCode::OK)
}

pub fn drawn(
    scene: &Scene,
    filled: &Filled,
    refused: Option<Refused>,
    status: StatusCode,
) -> Result<Response, PageError> {
    let pen = &scene.pen;
    let signed = scene.case().signed.as_ref().filter(|_| scene.may(Action::SecondDecision));
    let signed = signed.ok_or(PageError::NotFound)?;
    let args = [
        ("who", FluentValue::from(scene.people.name(&signed.by).to_owned())),
        ("day", FluentValue::from(pen.lang.day(signed.on))),
        ("name", FluentValue::from(scene.name())),
    ];
    let reading = Reading {
        frame: scene.visitor.frame(pen.lang.text("reading-decision-title"), None, vec![]),
        name: pen.name(scene.name()),
        lede: pen.say("reading-decision-lede", args),
        note: pen.t("reading-decision-note"),
        refused,
        record: Record::of(scene, &signed.decision, signed.said.as_ref()),
        confirm: Confirm::of(scene, filled),
        confirmed: super::confirm::confirmed(scene, &scene.people),
        seq: scene.case().seq,
        here: scene.href("decision/approval"),
    };
    Ok((status, page(&reading)?).into_response())
}
