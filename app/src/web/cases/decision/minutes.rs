//! The minutes, to print: the decision, who was heard, what was left out, dissent word for word, and the seal of the
//! journal. What was said of our own part is never in them.

use super::confirm::confirmed;
use crate::web::app::Shared;
use crate::web::cases::record::Record;
use crate::web::cases::scene::Scene;
use crate::web::cases::words::shown;
use crate::web::markup::Markup;
use crate::web::{Frame, PageError, Verb, Visitor, page};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use domain::case::review::Round;
use fluent_bundle::FluentValue;

#[derive(Template)]
#[template(path = "cases/minutes.html")]
struct Minutes {
    frame: Frame,
    firm: String,
    name: Markup,
    on: Markup,
    opened: Markup,
    record: Option<Record>,
    signed: Option<Markup>,
    signer: Markup,
    confirmed: Vec<Markup>,
    heard: Vec<Heard>,
    silent: Option<Markup>,
    skipped: Vec<(Markup, Markup)>,
    dissent: Vec<(Markup, Markup, Vec<String>)>,
    hash: String,
    entries: Markup,
    back: String,
}

/// Someone who had a seat, and whether they were heard.
struct Heard {
    name: Markup,
    department: Markup,
    how: Markup,
}

pub async fn show(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((client, case)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let scene = Scene::of(&app, &visitor, &client, &case).await?;
    let (case, pen) = (scene.case(), &scene.pen);
    let title = pen.lang.text("minutes-title");
    let crumbs = super::crumbs(&visitor, &scene.opened, Some(title.clone()));
    let signed = case.signed.as_ref();
    let by = |by: &str| FluentValue::from(scene.people.name(by).to_owned());
    let minutes = Minutes {
        frame: visitor.frame(title, Some(Verb::Decide), crumbs),
        firm: visitor.firm.name.clone().unwrap_or_default(),
        name: pen.name(scene.name()),
        on: pen.day(signed.map_or(visitor.today, |signed| signed.on)),
        opened: pen.say("minutes-opened", [("day", FluentValue::from(pen.lang.day(case.opening.on)))]),
        record: signed.map(|signed| Record::of(&scene, &signed.decision, signed.said.as_ref())),
        signed: signed.map(|signed| {
            let when = visitor.when(&signed.at);
            let args = [("who", by(&signed.by)), ("day", pen.lang.day(when.day).into()), ("time", when.time.into())];
            pen.say("minutes-signed", args)
        }),
        signer: signed.map_or_else(Markup::default, |signed| pen.name(scene.people.name(&signed.by))),
        confirmed: confirmed(&scene, &scene.people),
        heard: heard(&scene),
        silent: case.rounds.all_are_silent().then(|| pen.t("minutes-silent")),
        skipped: skipped(&scene),
        dissent: dissent(&scene),
        hash: scene.opened.hash().to_owned(),
        entries: pen.about("minutes-entries", u64::from(case.seq)),
        back: scene.href("decision"),
    };
    Ok(page(&minutes)?.into_response())
}

fn heard(scene: &Scene) -> Vec<Heard> {
    let (rounds, pen) = (&scene.case().rounds, &scene.pen);
    let missing = rounds.missing(Round::Opinions);
    let how = |member: &str| {
        if rounds.recused.iter().any(|one| one == member) {
            "heard-recused"
        } else if rounds.excused.iter().any(|one| one.member == member) {
            "heard-excused"
        } else if missing.contains(&member) {
            "heard-absent"
        } else {
            "heard-wrote"
        }
    };
    let seat = |seat: &domain::case::review::Seat| Heard {
        name: pen.name(scene.people.name(&seat.member)),
        department: shown(pen, "department-{}", seat.department.word()),
        how: pen.t(how(&seat.member)),
    };
    rounds.seats.iter().map(seat).collect()
}

fn skipped(scene: &Scene) -> Vec<(Markup, Markup)> {
    let pen = &scene.pen;
    let reason = |reason: &Option<String>| reason.as_deref().map_or_else(|| pen.t("words-erased"), Markup::text);
    let steps = scene.case().skipped.iter();
    steps.map(|(step, why)| (shown(pen, "case-skip-{}", step.word()), reason(why))).collect()
}

fn dissent(scene: &Scene) -> Vec<(Markup, Markup, Vec<String>)> {
    let pen = &scene.pen;
    let erased = || vec![pen.lang.text("words-erased")];
    let lines =
        |said: &Option<String>| said.as_deref().map_or_else(erased, |text| text.lines().map(str::to_owned).collect());
    let all = scene.case().rounds.dissent.iter();
    let one = |dissent: &domain::case::review::Dissent| {
        let name = pen.name(scene.people.name(&dissent.member));
        (name, shown(pen, "stance-{}", dissent.stance.word()), lines(&dissent.said))
    };
    all.map(one).collect()
}
