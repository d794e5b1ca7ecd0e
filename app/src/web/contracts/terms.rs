//! A contract's text beside the terms that were found in it, each waiting for a person or answered for by one.

use super::term::{Beside, TermView, Widget};
use super::{Asked, Subject, asked, crumbs, marked};
use crate::store::{apart, contracts};
use crate::web::app::Shared;
use crate::web::form::Filled;
use crate::web::markup::{Markup, Pen};
use crate::web::part::Facts;
use crate::web::{Frame, PageError, Verb, Visitor, href, page, records};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::separation::contract::{Language, read};
use fluent_bundle::FluentValue;
use serde::Deserialize;

#[derive(Template)]
#[template(path = "contracts/terms.html")]
struct Terms {
    frame: Frame,
    filled: Filled,
    client: Markup,
    contract: Markup,
    lede: Markup,
    note: Option<Markup>,
    /// Which pages of the file were not read.
    unread: Option<Markup>,
    facts: Facts,
    /// The version that is shown, if there is any.
    version: u32,
    /// The language of the text.
    tag: &'static str,
    dir: &'static str,
    paragraphs: Vec<Markup>,
    /// Those that were found or answered for, and the others; empty beside an older version.
    found: Vec<TermView>,
    others: Vec<TermView>,
    /// The older versions.
    versions: Vec<Markup>,
    href: String,
    upload: String,
    ends: String,
}

/// What the address may ask.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Look {
    /// An older version.
    version: String,
    /// The version that was handed over again.
    same: String,
}

pub async fn show(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((client, kind, id)): Path<(String, String, String)>,
    Query(look): Query<Look>,
) -> Result<Response, PageError> {
    match asked(&app, &visitor, [&client, &kind, &id, "terms"]).await? {
        Asked::Here(subject) => drawn(&app, &visitor, &subject, Filled::default(), &look).await,
        Asked::Elsewhere(answer) => Ok(answer),
    }
}

/// Draws the page, with a form as it was filled in.
pub async fn drawn(
    app: &Shared,
    visitor: &Visitor,
    subject: &Subject,
    filled: Filled,
    look: &Look,
) -> Result<Response, PageError> {
    let pen = Pen::of(visitor);
    let newest = subject.newest();
    let version = look.version.parse().ok().filter(|n| (1..=newest).contains(n)).unwrap_or(newest);
    let text = contracts::text(&app.db, &subject.handle, version).await?.unwrap_or_default();
    let said = contracts::said(&app.db, &subject.handle).await?;
    let (text, reading) = apart(move || {
        let reading = read(&text);
        Ok((text, reading))
    })
    .await?;
    let is_newest = version == newest;
    let beside = Beside { visitor, reading: &reading, said: &said, text: &text, newest, filled: &filled };
    let (views, marks) = if is_newest { beside.views() } else { (vec![], vec![]) };
    let (found, others): (Vec<TermView>, Vec<TermView>) =
        views.into_iter().partition(|view| view.value.is_some() || view.is_said);
    let title = pen.lang.text("terms-title");
    let is_arabic = reading.language == Language::Arabic;
    let terms = Terms {
        frame: visitor.frame(
            format!("{title}: {}", subject.record.id),
            Some(Verb::Part),
            crumbs(visitor, subject, title),
        ),
        client: pen.link(&href::client(&subject.client), &pen.name(&subject.name)),
        contract: records::title_id(&pen, &subject.record),
        lede: lede(&pen, newest, &found),
        note: note(&pen, look, version, newest),
        unread: unread(&pen, subject, version),
        facts: facts(&pen, visitor, subject, version),
        version,
        tag: if is_arabic { "ar" } else { "en" },
        dir: if is_arabic { "rtl" } else { "ltr" },
        paragraphs: marked::paragraphs(&text, &marks),
        found,
        others,
        versions: versions(&pen, visitor, subject, version),
        href: subject.href("terms"),
        upload: subject.href("text"),
        ends: href::path(["clients", &subject.client, "ends"]),
        filled,
    };
    let status = if terms.filled.is_good() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, page(&terms)?).into_response())
}

fn lede(pen: &Pen, newest: u32, found: &[TermView]) -> Markup {
    let waiting = found.iter().filter(|view| !view.is_said).count();
    let said = found.len() - waiting;
    let key = match (newest, waiting, said) {
        (0, ..) => "terms-lede-no-text",
        (_, 0, 0) => "terms-lede-nothing",
        (_, 0, _) => "terms-lede-all",
        (_, _, 0) => "terms-lede-new",
        _ => "terms-lede-some",
    };
    let n = |n: usize| FluentValue::from(n as f64);
    Markup::strong(&pen.lang.say(key, [("waiting", n(waiting)), ("said", n(said))]))
}

/// Says that the same text is there already, or that an older one is shown.
fn note(pen: &Pen, look: &Look, version: u32, newest: u32) -> Option<Markup> {
    let number = |n: u32| FluentValue::from(pen.lang.digits(i64::from(n)));
    match look.same.parse::<u32>() {
        Ok(same) if (1..=newest).contains(&same) => Some(pen.say("terms-same", [("n", number(same))])),
        _ if version < newest => Some(pen.say("terms-older", [("n", number(version)), ("newest", number(newest))])),
        _ => None,
    }
}

fn unread(pen: &Pen, subject: &Subject, shown: u32) -> Option<Markup> {
    let version = subject.versions.iter().find(|version| version.number == shown)?;
    pen.lang.unread_pages(&version.unread_pages).map(|said| Markup::text(&said))
}

fn facts(pen: &Pen, visitor: &Visitor, subject: &Subject, shown: u32) -> Facts {
    let mut facts = Facts::default();
    let Some(version) = subject.versions.iter().find(|version| version.number == shown) else { return facts };
    if !version.name.is_empty() {
        facts.add(pen.t("fact-file"), pen.id(&version.name));
    }
    facts.add(pen.t("terms-fact-version"), pen.count(u64::from(version.number)));
    let by = version.by.as_deref().map(|name| pen.name(name));
    let on = std::iter::once(pen.day(visitor.when(&version.at).day)).chain(by);
    facts.add(pen.t("terms-fact-kept"), Markup::join(on, "<br>"));
    facts.add(pen.t("fact-digest"), pen.id(version.sha256.get(..12).unwrap_or(&version.sha256)));
    facts
}

/// Returns links to the versions that are not shown.
fn versions(pen: &Pen, visitor: &Visitor, subject: &Subject, shown: u32) -> Vec<Markup> {
    let others = subject.versions.iter().filter(|version| version.number != shown);
    let link = |version: &contracts::Version| {
        let args = [
            ("n", FluentValue::from(pen.lang.digits(i64::from(version.number)))),
            ("day", FluentValue::from(pen.lang.day(visitor.when(&version.at).day))),
        ];
        pen.link(&format!("{}?version={}", subject.href("terms"), version.number), &pen.say("terms-version", args))
    };
    others.map(link).collect()
}
