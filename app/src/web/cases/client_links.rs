//! The client's private links: given to a named person with a code that is told apart from it, and taken back.

use super::ask::{Field, Fields, words};
use super::page_paper::{self, PaperView};
use super::people::People;
use super::refusal::Refused;
use super::scene::Scene;
use super::{by, seen};
use crate::flow::portal::{self, Contact, Given};
use crate::lang::Language;
use crate::store::client_links::{self, ClientLink, WRONG_CODES_MAX};
use crate::web::app::Shared;
use crate::web::export::{Cell, Format, Table};
use crate::web::form::{self, Filled};
use crate::web::link::{base, host};
use crate::web::markup::{Markup, Pen};
use crate::web::{Frame, PageError, Visitor, href, page};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use domain::case::Action;
use domain::case::parting::{Consent, Link};
use domain::separation::tone;
use fluent_bundle::FluentValue;

#[derive(Template)]
#[template(path = "cases/client_links.html")]
struct Links {
    frame: Frame,
    name: Markup,
    stage: Markup,
    /// The link that was just given, and its code: shown once.
    given: Option<(String, String)>,
    refused: Option<Refused>,
    links: Vec<LinkView>,
    /// The page on paper, in each language, and when it was handed over.
    papers: Vec<PaperView>,
    handed: Vec<Markup>,
    fields: Vec<Field>,
    may: bool,
    /// Whether another may be given: not once both took the end back.
    gives: bool,
    seq: u32,
    here: String,
    back: (String, Markup),
}

/// A link in the list.
struct LinkView {
    id: String,
    who: Markup,
    contact: Markup,
    state: Markup,
    works: bool,
}

type Place = Path<(String, String)>;

pub async fn show(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((client, case)): Place,
) -> Result<Response, PageError> {
    let scene = Scene::of_links(&app, &visitor, &client, &case).await?;
    drawn(&app, &scene, &begun(&scene), None, None).await
}

/// Answers with the links as a file: to whom each was given and where it stands. What opens them is stored nowhere.
pub async fn file(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((client, case)): Place,
    format: Format,
) -> Result<Response, PageError> {
    let scene = Scene::of_links(&app, &visitor, &client, &case).await?;
    let kept = client_links::of_case(&app.db, &scene.opened.key).await?;
    let row = |link: &Link| {
        let own = view(&scene, link, &kept);
        vec![own.who.into(), own.contact.into(), Cell::Day(link.until), own.state.into()]
    };
    let heads = [
        ("name", "client-links-name"),
        ("contact", "client-links-contact"),
        ("until", "client-links-until"),
        ("state", "export-finding-state"),
    ];
    let rows = scene.case().parting.links.iter().map(row).collect();
    scene.answer("client-links", Table::of(visitor.lang, "client-links-title", &heads, rows), format).await
}

/// A link usually works so many days.
const DAYS_USUAL: i32 = 180;

/// Returns the form as it begins.
fn begun(scene: &Scene) -> Filled {
    let until = scene.visitor.today.plus(DAYS_USUAL).to_string();
    Filled::with([("until", until), ("language", usual(scene).tag().to_owned())])
}

/// Returns the language in which the client usually reads: that of the last letter to them, whatever the visitor's own.
fn usual(scene: &Scene) -> Language {
    let last = scene.case().parting.letters.iter().rev().find_map(|letter| letter.last());
    match last.map(|version| version.language) {
        Some(tone::Language::Arabic) => Language::Arabic,
        Some(tone::Language::English) => Language::English,
        _ => scene.visitor.lang.language,
    }
}

async fn drawn(
    app: &Shared,
    scene: &Scene<'_>,
    filled: &Filled,
    given: Option<(String, String)>,
    refused: Option<Refused>,
) -> Result<Response, PageError> {
    let pen = &scene.pen;
    let kept = client_links::of_case(&app.db, &scene.opened.key).await?;
    let title = pen.lang.text("client-links-title");
    let status = if refused.is_some() || !filled.is_good() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let (may, has_parting) = (scene.may(Action::Work), scene.case().stage.has_parting());
    let fields = Fields::of(pen, filled)
        .line("name", "client-links-name")
        .line("contact", "client-links-contact")
        .hint("client-links-contact-hint")
        .day("until", "client-links-until")
        .one("language", "client-links-language", words(pen, "letter-language-{}", ["ar", "en"]))
        .tick("successor", "client-links-successor")
        .line("consented_by", "client-links-consented-by")
        .hint("client-links-consented-hint")
        .day("consented_on", "client-links-consented-on");
    let links = Links {
        frame: scene.frame(title),
        name: pen.name(scene.name()),
        stage: scene.stage(),
        given,
        refused,
        links: scene.case().parting.links.iter().map(|link| view(scene, link, &kept)).collect(),
        papers: if has_parting { page_paper::views(scene) } else { vec![] },
        handed: page_paper::handed(scene),
        fields: fields.all(),
        may,
        gives: may && has_parting,
        seq: scene.case().seq,
        here: scene.href("client-links"),
        back: if has_parting { (scene.href("part"), pen.t("go-part")) } else { (scene.href(""), pen.t("case-back")) },
    };
    Ok((status, page(&links)?).into_response())
}

fn view(scene: &Scene, link: &Link, kept: &[ClientLink]) -> LinkView {
    let pen = &scene.pen;
    let works = !link.is_revoked && link.until >= scene.visitor.today;
    let state = match (link.is_revoked, works) {
        (true, _) => pen.t("client-links-revoked"),
        (false, false) => pen.t("client-links-over"),
        (false, true) => pen.say("client-links-works", [("day", pen.lang.day(link.until).into())]),
    };
    let own = kept.iter().find(|own| own.id == link.id);
    let came = match own {
        Some(own) if own.wrong_codes >= WRONG_CODES_MAX => "client-links-locked",
        Some(own) if own.opened_at.is_some() => "client-links-opened",
        _ => "client-links-unopened",
    };
    let came = works.then(|| pen.t(came));
    let whose = link.successor.then(|| pen.t("client-links-for-successor"));
    let by = link.contact.as_ref().and_then(|contact| contact.consented_by.as_deref());
    let agreed = link.consented_on.map(|on| {
        let name = FluentValue::from(by.map_or_else(|| pen.lang.text("words-erased"), str::to_owned));
        pen.say("client-links-consented", [("name", name), ("day", pen.lang.day(on).into())])
    });
    let state = Markup::join([state].into_iter().chain(came).chain(whose).chain(agreed), " · ");
    let erased = || pen.t("words-erased");
    LinkView {
        id: link.id.clone(),
        who: link.contact.as_ref().map_or_else(erased, |contact| pen.name(&contact.name)),
        contact: link.contact.as_ref().map(|contact| pen.name(&contact.contact)).unwrap_or_default(),
        state,
        works,
    }
}

/// Gives a link; it and its code are shown this once.
pub async fn give(
    State(app): State<Shared>,
    mut visitor: Visitor,
    Path((client, case)): Place,
    headers: HeaderMap,
    mut filled: Filled,
) -> Result<Response, PageError> {
    visitor.at(&format!("{}/client-links", href::case(href::decoded(&client), &case)));
    let scene = Scene::of_links(&app, &visitor, &client, &case).await?;
    for name in ["name", "contact"] {
        if filled.value(name).is_empty() {
            filled.refuse(name, scene.pen.lang.text("field-required"));
        }
    }
    let consent = consent(&scene.pen, &mut filled);
    let until = form::day(filled.value("until"));
    let Some(until) = until.filter(|_| filled.is_good()) else {
        if until.is_none() {
            filled.refuse("until", scene.pen.lang.text("case-day-missing"));
        }
        return drawn(&app, &scene, &filled, None, None).await;
    };
    let contact = Contact {
        name: filled.value("name").to_owned(),
        contact: filled.value("contact").to_owned(),
        successor: filled.holds("successor", "1"),
        consent,
        until,
    };
    let expires_at = until.plus(1).begins_at(visitor.firm.zone.as_deref());
    let by = by(&app, &visitor, seen(&filled));
    match portal::give(app.place(), &scene.opened, &by, contact, (&expires_at, app.cost)).await {
        Ok(Given { secret, code }) => {
            let language = Language::of(filled.value("language")).unwrap_or(usual(&scene)).tag();
            let link = format!("{}/client-link/{secret}?lang={language}", base(&app, host(&headers)));
            let scene = Scene::of_links(&app, &visitor, &client, &case).await?;
            drawn(&app, &scene, &begun(&scene), Some((link, code)), None).await
        }
        Err(not_done) => refuse(&app, &scene, &filled, not_done).await,
    }
}

/// Reads who of the client agreed to a link for whoever follows us, and when; such a link needs it.
fn consent(pen: &Pen, filled: &mut Filled) -> Option<Consent> {
    if !filled.holds("successor", "1") {
        return None;
    }
    let (by, on) = (filled.value("consented_by").to_owned(), form::day(filled.value("consented_on")));
    if by.is_empty() {
        filled.refuse("consented_by", pen.lang.text("field-required"));
    }
    if on.is_none() {
        filled.refuse("consented_on", pen.lang.text("case-day-missing"));
    }
    Some(Consent { by, on: on? })
}

/// Takes a link back.
pub async fn end(
    State(app): State<Shared>,
    mut visitor: Visitor,
    Path((client, case)): Place,
    filled: Filled,
) -> Result<Response, PageError> {
    let own = format!("{}/client-links", href::case(href::decoded(&client), &case));
    visitor.at(&own);
    let scene = Scene::of_links(&app, &visitor, &client, &case).await?;
    let by = by(&app, &visitor, seen(&filled));
    match portal::revoke(app.place(), &scene.opened, &by, filled.value("link")).await {
        Ok(()) => Ok(Redirect::to(&own).into_response()),
        Err(not_done) => refuse(&app, &scene, &begun(&scene), not_done).await,
    }
}

async fn refuse(
    app: &Shared,
    scene: &Scene<'_>,
    filled: &Filled,
    not_done: crate::flow::cases::NotDone,
) -> Result<Response, PageError> {
    let people = People::of(&app.db).await?;
    let refused = Refused::of(&Pen::of(scene.visitor), &people, scene.case(), not_done)?;
    drawn(app, scene, filled, None, Some(refused)).await
}
