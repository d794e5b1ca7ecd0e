//! A mutual termination agreement in the making: the points that it must settle, what is known of each, what is still open
//! and why (DOMAIN B86).

mod known;
mod point;

use super::app::Shared;
use super::cases::crumbs;
use super::cases::gates::{GateView, State as Stands};
use super::cases::scene::Scene;
use super::markup::Markup;
use super::part::Facts;
use super::{Crumb, Frame, PageError, Visitor, page};
use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use domain::case::Action;
use domain::case::parting::Basis;
use domain::separation::agreement::{Open, Point, Settled};
use fluent_bundle::FluentValue;
use known::Sources;

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/clients/{client}/cases/{case}/part/agreement", get(show))
        .route("/clients/{client}/cases/{case}/part/agreement/{point}", get(point::ask).post(point::settle))
}

#[derive(Template)]
#[template(path = "agreement/show.html")]
struct Show {
    frame: Frame,
    name: Markup,
    stage: Markup,
    lede: Markup,
    facts: Facts,
    /// What comes next.
    door: Option<(String, Markup)>,
    points: Vec<GateView>,
    /// What is known of each point, by its name.
    known: Vec<(Markup, Vec<Markup>)>,
    back: String,
}

pub async fn show(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((client, case)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let scene = Scene::of_parting(&app, &visitor, &client, &case).await?;
    let sources = Sources::of(&app, &scene).await?;
    let (parting, pen) = (&scene.case().parting, &scene.pen);
    let open = parting.open_points(visitor.today);
    let known = Point::ALL.iter().map(|point| (name(&scene, *point), sources.known(&scene, *point).says));
    let show = Show {
        frame: frame(&scene, None),
        name: pen.name(scene.name()),
        stage: scene.stage(),
        lede: lede(&scene, &open),
        facts: facts(&scene),
        door: door(&scene, &open),
        points: Point::ALL.iter().map(|point| view(&scene, *point, &open)).collect(),
        known: known.filter(|(_, says)| !says.is_empty()).collect(),
        back: scene.href("part"),
    };
    Ok(page(&show)?.into_response())
}

/// Returns the frame of the page, or of one below it.
fn frame(scene: &Scene, here: Option<String>) -> Frame {
    let visitor = scene.visitor;
    let mut crumbs = crumbs(visitor, &scene.opened, Some(visitor.lang.text("go-part")));
    if let Some(part) = crumbs.last_mut() {
        part.href = Some(scene.href("part"));
    }
    let title = visitor.lang.text("agreement-title");
    let href = here.is_some().then(|| scene.href("part/agreement"));
    crumbs.push(Crumb { text: title.clone(), href });
    crumbs.extend(here.clone().map(|text| Crumb { text, href: None }));
    visitor.frame(here.unwrap_or(title), Some(scene.verb()), crumbs)
}

fn name(scene: &Scene, point: Point) -> Markup {
    scene.pen.t(&format!("agreement-point-{}", point.word()))
}

fn lede(scene: &Scene, open: &[Open]) -> Markup {
    let (parting, lang) = (&scene.case().parting, scene.pen.lang);
    let said = match (&parting.agreed, open.len()) {
        (Some((on, _)), _) => lang.say("agreement-signed", [("day", lang.weekday(*on).into())]),
        (None, _) if parting.basis() != Some(Basis::Agreement) => lang.text("agreement-other-right"),
        (None, 0) => lang.text("agreement-whole"),
        (None, n) => lang.say("agreement-open", [("n", FluentValue::from(n as f64))]),
    };
    Markup::strong(&said)
}

fn facts(scene: &Scene) -> Facts {
    let (parting, pen) = (&scene.case().parting, &scene.pen);
    let mut facts = Facts::default();
    if let Some(on) = parting.agreement.ends_on() {
        facts.add_big(pen.t("agreement-point-end"), pen.weekday(on));
    }
    let contracts = scene.case().contracts.iter().flatten().map(|contract| pen.id(contract));
    let contracts = Markup::join(contracts, &pen.lang.text("list-comma"));
    if !contracts.is_empty() {
        facts.add(pen.t("agreement-contracts"), contracts);
    }
    facts
}

/// Returns what comes next: the right, or the paper once every point is settled.
fn door(scene: &Scene, open: &[Open]) -> Option<(String, Markup)> {
    let (parting, pen) = (&scene.case().parting, &scene.pen);
    if parting.agreed.is_some() || !scene.case().stage.is_parting() {
        None
    } else if parting.basis() != Some(Basis::Agreement) {
        scene.may(Action::Decide).then(|| (scene.href("basis"), pen.t("go-basis")))
    } else {
        let language = scene.visitor.lang.language.tag();
        let href = scene.href(&format!("part/letters/new?kind=mutual_termination_agreement&language={language}"));
        (open.is_empty() && scene.may(Action::Work)).then(|| (href, pen.t("agreement-write")))
    }
}

fn view(scene: &Scene, point: Point, open: &[Open]) -> GateView {
    let (parting, pen) = (&scene.case().parting, &scene.pen);
    let erased = || pen.t("words-erased");
    let words = |said: &Option<String>| said.as_deref().map_or_else(erased, lines);
    let whys: Vec<Markup> = open.iter().filter(|one| of(one) == point).map(|one| why(scene, one)).collect();
    let settled = parting.agreement.points.get(&point);
    let state = match settled {
        _ if !whys.is_empty() => Stands::Missing,
        Some(Settled::NotNeeded { .. }) => Stands::Skipped,
        _ => Stands::Met,
    };
    let day = |on| match point {
        Point::End => pen.weekday(on),
        _ => pen.say("agreement-by-day", [("day", FluentValue::from(pen.lang.weekday(on)))]),
    };
    let said = match settled {
        Some(Settled::As { words: said, on }) => [Some(words(said)), on.map(day)].into_iter().flatten().collect(),
        Some(Settled::NotNeeded { because }) => vec![words(because)],
        None => vec![],
    };
    let verb = if settled.is_some() { "agreement-change" } else { "agreement-settle" };
    let label = format!("{}<span class=\"vh\"> · {}</span>", pen.t(verb), name(scene, point));
    let may = parting.basis() == Some(Basis::Agreement) && parting.agreed.is_none() && scene.may(Action::Work);
    GateView {
        state,
        word: pen.t(&format!("agreement-state-{}", state.word())),
        what: name(scene, point),
        how: Markup::join(said.into_iter().chain(whys), "<br>"),
        whose: Markup::default(),
        door: may.then(|| (scene.href(&format!("part/agreement/{}", point.word())), Markup::made(label))),
        skip: None,
    }
}

/// Returns a text with its lines.
fn lines(text: &str) -> Markup {
    Markup::join(text.lines().map(|line| Markup::made(format!("<bdi>{}</bdi>", Markup::text(line)))), "<br>")
}

/// Returns the point that something open belongs to.
fn of(open: &Open) -> Point {
    match open {
        Open::Point(point) | Open::DueAfterRelease { point, .. } => *point,
        Open::EndDay | Open::EndIsPast(_) => Point::End,
    }
}

/// Says why a point is open.
fn why(scene: &Scene, open: &Open) -> Markup {
    let pen = &scene.pen;
    let day = |on| FluentValue::from(pen.lang.weekday(on));
    match open {
        Open::Point(_) => pen.t("agreement-lacks"),
        Open::EndDay => pen.t("agreement-lacks-day"),
        Open::EndIsPast(on) => pen.say("agreement-past", [("day", day(*on))]),
        Open::DueAfterRelease { due_on, released_on, .. } => {
            pen.say("agreement-late", [("day", day(*due_on)), ("released", day(*released_on))])
        }
    }
}

/// Names the points that are still open.
pub fn named(scene: &Scene) -> Markup {
    let open = scene.case().parting.open_points(scene.visitor.today);
    let mut points: Vec<Point> = open.iter().map(of).collect();
    points.dedup();
    Markup::join(points.into_iter().map(|point| name(scene, point)), " · ")
}
