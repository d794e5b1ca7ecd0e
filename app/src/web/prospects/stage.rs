//! How far a prospect has come; and the owner's word where criteria say no.

use super::{Asked, Desk, describe, is_owner, words, written};
use crate::web::app::Shared;
use crate::web::cases::ask::{self, Fields};
use crate::web::form::Filled;
use crate::web::markup::Markup;
use crate::web::{PageError, Visitor};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use domain::lesson::prospect::{Refusal, Stage};
use fluent_bundle::FluentValue;

pub async fn ask(State(app): State<Shared>, visitor: Visitor, Path(id): Path<String>) -> Result<Response, PageError> {
    let desk = Desk::of(&app, &visitor, &id).await?;
    let filled = Filled::with([("on", visitor.today.to_string())]);
    asked(&desk, &filled, StatusCode::OK)
}

fn asked(desk: &Desk, filled: &Filled, status: StatusCode) -> Result<Response, PageError> {
    let (now, _) = desk.own().stage();
    let others = Stage::ALL.iter().filter(|stage| **stage != now).map(|stage| stage.word());
    let fields = Fields::of(&desk.pen, filled)
        .one("stage", "prospect-stage", ask::words(&desk.pen, "stage-{}", others))
        .day("on", "prospect-stage-on")
        .text("reason", "prospect-reason")
        .hint("prospect-reason-hint")
        .all();
    let is_over = now == Stage::Won;
    let asked = Asked {
        title: "prospect-go-stage",
        asks: if is_over { "prospect-stage-over" } else { "prospect-stage-asks" },
        note: Markup::default(),
        known: against(desk),
        fields,
        path: "stage",
        button: (!is_over).then_some("prospect-save"),
    };
    desk.question(asked, filled, status)
}

/// Says which criteria say no, or would and cannot be judged.
fn against(desk: &Desk) -> Vec<Markup> {
    let standing = desk.own().barring(&desk.judged);
    let against = desk.judged.iter().filter(|one| standing.contains(&one.cited));
    let says = |one: &domain::lesson::prospect::Judged| {
        let view = words::verdict(&desk.pen, desk.visitor, one, false);
        let reasons = Markup::join(view.reasons, "<br>");
        Markup::made(format!("<p class=\"note bad\"><strong>{}</strong><br>{reasons}</p>", view.title))
    };
    against.map(says).collect()
}

pub async fn enter(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(id): Path<String>,
    mut filled: Filled,
) -> Result<Response, PageError> {
    let desk = Desk::of(&app, &visitor, &id).await?;
    let lang = visitor.lang;
    let stage = Stage::of(filled.value("stage"));
    let on = describe::day(&mut filled, &visitor, "on");
    if stage.is_none() {
        filled.refuse("stage", lang.text("field-required"));
    }
    if on.is_none() {
        filled.refuse("on", lang.text("field-required"));
    }
    let mut saved = None;
    if let (Some(stage), Some(on), true) = (stage, on, filled.is_good()) {
        match desk.own().enter(stage, on, visitor.today, written(&filled, "reason"), &desk.judged) {
            Ok(event) => saved = desk.save(&app, &mut filled, vec![event]).await?,
            Err(refusal) => refuse(&desk, &mut filled, &refusal),
        }
    }
    saved.map_or_else(|| asked(&desk, &filled, StatusCode::UNPROCESSABLE_ENTITY), Ok)
}

/// Says why something cannot be, at the field that it is about.
fn refuse(desk: &Desk, filled: &mut Filled, refusal: &Refusal) {
    let lang = desk.pen.lang;
    match refusal {
        Refusal::Refused(rules) => {
            let key = if is_owner(desk.visitor) { "prospect-refused-owner" } else { "prospect-refused" };
            filled.refuse("stage", lang.say(key, [("n", FluentValue::from(rules.len() as f64))]));
        }
        Refusal::Shut => filled.refuse("stage", lang.text("prospect-shut")),
        Refusal::Stage => filled.refuse("stage", lang.text("prospect-stage-taken")),
        Refusal::Day => filled.refuse("on", lang.text("prospect-day-wrong")),
        Refusal::Reason => filled.refuse("reason", lang.text("prospect-reason-missing")),
        Refusal::Owner => filled.refuse("all", lang.text("prospect-only-owner")),
        Refusal::Nothing => filled.refuse("all", lang.text("prospect-nothing-against")),
    }
}

pub async fn ask_override(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, PageError> {
    let desk = Desk::of(&app, &visitor, &id).await?;
    asked_override(&desk, &Filled::default(), StatusCode::OK)
}

fn asked_override(desk: &Desk, filled: &Filled, status: StatusCode) -> Result<Response, PageError> {
    let known = against(desk);
    let is_shut = desk.own().is_shut();
    let is_asked = is_owner(desk.visitor) && (is_shut || !known.is_empty());
    let asks = match (known.is_empty(), is_owner(desk.visitor)) {
        (true, true) if is_shut => "prospect-shut-asks",
        (true, _) if !is_shut => "prospect-nothing-against",
        (_, false) => "prospect-only-owner",
        (_, true) => "prospect-override-asks",
    };
    let asked = Asked {
        title: "prospect-go-override",
        asks,
        note: if is_asked { desk.pen.t("prospect-override-note") } else { Markup::default() },
        known,
        fields: Fields::of(&desk.pen, filled).text("reason", "prospect-reason").all(),
        path: "override",
        button: is_asked.then_some("prospect-override-do"),
    };
    desk.question(asked, filled, status)
}

pub async fn override_rules(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(id): Path<String>,
    mut filled: Filled,
) -> Result<Response, PageError> {
    visitor.require(crate::store::viewer::Role::Owner)?;
    let desk = Desk::of(&app, &visitor, &id).await?;
    let mut saved = None;
    match desk.own().override_rules(&desk.judged, is_owner(&visitor), written(&filled, "reason")) {
        Ok(event) => saved = desk.save(&app, &mut filled, vec![event]).await?,
        Err(refusal) => refuse(&desk, &mut filled, &refusal),
    }
    saved.map_or_else(|| asked_override(&desk, &filled, StatusCode::UNPROCESSABLE_ENTITY), Ok)
}
