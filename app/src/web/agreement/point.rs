//! One point of the agreement: what is known of it above the fields, filled in as far as it goes.

use super::known::{Known, Sources};
use super::{frame, name};
use crate::web::app::Shared;
use crate::web::cases::ask::{Fields, Question, words};
use crate::web::cases::refusal::Refused;
use crate::web::cases::scene::Scene;
use crate::web::cases::{Attempt, attempt, seen};
use crate::web::form::{self, Filled};
use crate::web::markup::Markup;
use crate::web::{PageError, Visitor, href, page};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::case::parting::Act as Part;
use domain::case::{Act, Action};
use domain::separation::agreement::{Point, Settled};

type Place = Path<(String, String, String)>;

/// The ways in which a point is settled, as the form names them.
const WAYS: [&str; 2] = ["agreed", "not_needed"];

pub async fn ask(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((client, case, point)): Place,
) -> Result<Response, PageError> {
    let point = Point::of(&point).ok_or(PageError::NotFound)?;
    let scene = Scene::of_parting(&app, &visitor, &client, &case).await?;
    let known = Sources::of(&app, &scene).await?.known(&scene, point);
    let filled = begun(&scene, point, &known);
    let refused = scene.not_yours(Action::Work);
    drawn(&scene, point, known, &filled, refused, StatusCode::OK)
}

pub async fn settle(
    State(app): State<Shared>,
    mut visitor: Visitor,
    Path((client, case, word)): Place,
    mut filled: Filled,
) -> Result<Response, PageError> {
    let point = Point::of(&word).ok_or(PageError::NotFound)?;
    visitor.at(&format!("{}/part/agreement/{word}", href::case(href::decoded(&client), &case)));
    let scene = Scene::of_parting(&app, &visitor, &client, &case).await?;
    let known = Sources::of(&app, &scene).await?.known(&scene, point);
    let (text, on) = (filled.raw("text").replace("\r\n", "\n").trim().to_owned(), form::day(filled.value("on")));
    if text.is_empty() {
        filled.refuse("text", scene.pen.lang.text("field-required"));
    }
    if on.is_none() && !filled.value("on").is_empty() {
        filled.refuse("on", scene.pen.lang.text("case-day-missing"));
    }
    if !filled.is_good() {
        return drawn(&scene, point, known, &filled, None, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let act = Part::SettlePoint { point, needed: filled.value("way") != "not_needed", on, text };
    match attempt(&app, &visitor, &scene.opened, seen(&filled), Act::Parting(act)).await? {
        Attempt::Done(_) => Ok(Redirect::to(&scene.href("part/agreement")).into_response()),
        Attempt::Refused(refused) => {
            drawn(&scene, point, known, &filled, Some(*refused), StatusCode::UNPROCESSABLE_ENTITY)
        }
    }
}

/// Fills in what was settled, else what is known.
fn begun(scene: &Scene, point: Point, known: &Known) -> Filled {
    let mut filled = Filled::default();
    let (way, text, on) = match scene.case().parting.agreement.points.get(&point) {
        Some(Settled::As { words, on }) => (WAYS[0], words.clone().unwrap_or_default(), *on),
        Some(Settled::NotNeeded { because }) => (WAYS[1], because.clone().unwrap_or_default(), None),
        None => (WAYS[0], known.words.join("\n"), known.on),
    };
    filled.offer("way", way);
    filled.offer("text", &text);
    filled.offer("on", &on.map(|on| on.to_string()).unwrap_or_default());
    filled
}

fn drawn(
    scene: &Scene,
    point: Point,
    known: Known,
    filled: &Filled,
    refused: Option<Refused>,
    status: StatusCode,
) -> Result<Response, PageError> {
    let pen = &scene.pen;
    let fields = Fields::of(pen, filled);
    let fields = if point.is_always_needed() {
        fields
    } else {
        fields.one("way", "agreement-way", words(pen, "agreement-way-{}", WAYS))
    };
    let fields = fields
        .text("text", "agreement-text")
        .hint(&format!("agreement-hint-{}", point.word()))
        .day("on", "agreement-day")
        .hint(if point == Point::End { "agreement-day-end" } else { "agreement-day-hint" });
    let listed = Markup::join(known.says.into_iter().map(|one| Markup::made(format!("<li>{one}</li>"))), "");
    let listed = (!listed.is_empty())
        .then(|| Markup::made(format!("<p class=\"tiny faint\">{}</p><ul>{listed}</ul>", pen.t("agreement-known"))));
    let question = Question {
        frame: frame(scene, Some(pen.lang.text(&format!("agreement-point-{}", point.word())))),
        name: pen.name(scene.name()),
        step: name(scene, point),
        asks: pen.t(&format!("agreement-ask-{}", point.word())),
        note: pen.t("agreement-ask-note"),
        refused,
        known: listed.into_iter().collect(),
        hidden: vec![("seen".to_owned(), scene.case().seq.to_string())],
        fields: fields.all(),
        action: scene.href(&format!("part/agreement/{}", point.word())),
        button: scene.may(Action::Work).then(|| pen.t("agreement-do")),
        back: (scene.href("part/agreement"), pen.t("agreement-back")),
    };
    Ok((status, page(&question)?).into_response())
}
