//! Opening a review of a client: why, and what it would begin from.

use super::ask::{Fields, Question, words};
use super::by;
use super::refusal::Refused;
use super::scene::Scene;
use super::words::word;
use crate::flow::cases::{self, NotDone};
use crate::flow::openings::{self, Hindrance, Prospect, thawed};
use crate::lang::sign::Part;
use crate::store::records::Asked;
use crate::store::records::Whose;
use crate::web::app::Shared;
use crate::web::form::Filled;
use crate::web::icon::Mark;
use crate::web::markup::{Markup, Pen};
use crate::web::records::crumbs;
use crate::web::{Crumb, PageError, Verb, Visitor, href, page};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::case::opening::{Cause, Frozen, OpeningSaid};
use domain::case::refusal;
use domain::case::{Refusal, Track};
use domain::sign::{Earlier, Level};
use fluent_bundle::FluentValue;

/// The causes that a person can name; the others come by themselves.
const CAUSES: [Cause; 3] = [Cause::Findings, Cause::Person, Cause::Continuance];

pub async fn show(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(client): Path<String>,
) -> Result<Response, PageError> {
    let prospect = prospect(&app, &visitor, &client).await?;
    let filled = Filled::with([
        ("cause", prospect.opening.cause.word().to_owned()),
        ("track", prospect.opening.track.word().to_owned()),
    ]);
    drawn(&app, &visitor, &prospect, &filled, None, StatusCode::OK).await
}

/// Opens the review.
pub async fn open(
    State(app): State<Shared>,
    mut visitor: Visitor,
    Path(client): Path<String>,
    mut filled: Filled,
) -> Result<Response, PageError> {
    let Prospect { mut opening, hindrance } = prospect(&app, &visitor, &client).await?;
    visitor.at(&here(&opening.client));
    let reason = filled.value("text").to_owned();
    if refusal::text(&reason).is_err() {
        filled.refuse("text", visitor.lang.text("opening-reason-missing"));
    }
    let cause = Cause::of(filled.value("cause")).filter(|cause| CAUSES.contains(cause));
    if cause.is_none() {
        filled.refuse("cause", visitor.lang.text("case-choose-one"));
    }
    let track = Track::of(filled.value("track")).unwrap_or(opening.track);
    let bad = StatusCode::UNPROCESSABLE_ENTITY;
    let (Some(cause), true) = (cause, filled.is_good() && hindrance.is_none()) else {
        return drawn(&app, &visitor, &Prospect { opening, hindrance }, &filled, None, bad).await;
    };
    (opening.cause, opening.track) = (cause, track);
    let said = Some(OpeningSaid { reason });
    match cases::begin(app.place(), opening.clone(), said, &by(&app, &visitor, None)).await {
        Ok(key) => Ok(Redirect::to(&href::case(&key.client, &key.case)).into_response()),
        Err(NotDone::Refused(Refusal::Done)) => {
            // Somebody opened one a moment ago; the page says so.
            let prospect = prospect(&app, &visitor, &client).await?;
            drawn(&app, &visitor, &prospect, &filled, None, bad).await
        }
        Err(NotDone::Store(error)) => Err(error.into()),
        Err(_) => Err(PageError::NotFound),
    }
}

/// Comes back to the form from the address that takes it.
pub async fn back(Path(client): Path<String>) -> Redirect {
    Redirect::to(&here(href::decoded(&client)))
}

fn here(client: &str) -> String {
    href::path(["clients", client, "cases", "new"])
}

/// Returns what a case of a client would begin from. Another spelling of a client has none of its own.
async fn prospect(app: &Shared, visitor: &Visitor, client: &str) -> Result<Prospect, PageError> {
    if visitor.sharing.is_some() {
        return Err(PageError::Sharing);
    }
    match Whose::of(&app.db, &visitor.viewer, href::decoded(client)).await? {
        Asked::There(whose) => {
            let prospect = openings::prospect(app.place(), whose.client(), visitor.today).await?;
            prospect.ok_or(PageError::NotFound)
        }
        Asked::MergedInto(whole) => Err(PageError::Elsewhere(here(&whole))),
        Asked::Missing => Err(PageError::NotFound),
    }
}

async fn drawn(
    app: &Shared,
    visitor: &Visitor,
    prospect: &Prospect,
    filled: &Filled,
    refused: Option<Refused>,
    status: StatusCode,
) -> Result<Response, PageError> {
    let (pen, opening) = (Pen::of(visitor), &prospect.opening);
    let title = visitor.lang.text("opening-title");
    let way = crumbs(visitor, &opening.client, &opening.client_name, vec![Crumb { text: title.clone(), href: None }]);
    let name = [("name", FluentValue::from(opening.client_name.as_str()))];
    let (note, free) = match &prospect.hindrance {
        Some(hindrance) => (hindered(app, visitor, hindrance).await?, false),
        None => (pen.t("opening-note"), true),
    };
    let fields = Fields::of(&pen, filled)
        .text("text", "opening-reason")
        .hint("opening-reason-hint")
        .one("cause", "opening-cause", words(&pen, "case-cause-{}", CAUSES.iter().map(|cause| cause.word())))
        .one("track", "case-track", words(&pen, "case-track-{}", Track::ALL.iter().map(|track| track.word())))
        .explained(|track| pen.t(&format!("case-track-{track}-hint")));
    let question = Question {
        frame: visitor.frame(title, Some(Verb::Decide), way),
        name: pen.name(&opening.client_name),
        step: Markup::default(),
        asks: pen.say("opening-lede", name),
        note,
        refused,
        known: frozen(visitor, &pen, prospect),
        hidden: vec![],
        fields: if free { fields.all() } else { vec![] },
        action: href::path(["clients", &opening.client, "cases"]),
        button: free.then(|| pen.t("opening-do")),
        back: (href::client(&opening.client), pen.t("case-not-now")),
    };
    Ok((status, page(&question)?).into_response())
}

/// Says why no case can be opened now, and where to look instead.
async fn hindered(app: &Shared, visitor: &Visitor, hindrance: &Hindrance) -> Result<Markup, PageError> {
    let pen = Pen::of(visitor);
    let (line, says) = match hindrance {
        Hindrance::Open(line) => {
            (line, pen.say("opening-open", [("stage", word(&pen, "case-stage-{}", line.stage.word()))]))
        }
        Hindrance::Rests { line, until } => {
            let args = [
                ("day", FluentValue::from(pen.lang.day(line.since))),
                ("until", FluentValue::from(pen.lang.day(*until))),
            ];
            (line, pen.say("opening-rests", args))
        }
    };
    // Only those who take part in it are led to it.
    let own = Scene::of(app, visitor, &line.key.client, &line.key.case).await;
    Ok(match own {
        Ok(scene) => Markup::join([says, pen.link(&scene.href(""), &pen.t("opening-to-case"))], " "),
        Err(PageError::NotFound) => Markup::join([says, pen.t("opening-ask-owner")], " "),
        Err(error) => return Err(error),
    })
}

/// Returns the findings that would be frozen, as far as this visitor may see them.
fn frozen(visitor: &Visitor, pen: &Pen, prospect: &Prospect) -> Vec<Markup> {
    let opening = &prospect.opening;
    let seen = |finding: &&Frozen| finding.level >= Level::Finding && visitor.viewer.sees_finding(finding.code);
    let lines: Vec<Markup> = opening
        .findings
        .iter()
        .filter(seen)
        .map(|finding| {
            let says = pen.lang.sign(&thawed(finding), Part::Say, &opening.client_name, pen.sees_money);
            let says = Markup::even(&says.unwrap_or_default());
            Markup::made(format!("<li>{} {says}</li>", pen.level(Mark::from(finding.level))))
        })
        .collect();
    let earlier: Vec<Earlier> =
        opening.earlier.iter().copied().filter(|earlier| visitor.viewer.sees_finding(earlier.code)).collect();
    let before = pen.lang.earlier(&earlier).map(|says| Markup::made(format!("<p>{}</p>", Markup::text(&says))));
    let head = match (lines.is_empty(), &before) {
        (false, _) => {
            let head = pen.t("opening-begins");
            Some(Markup::made(format!("<p>{head}</p><ul class=\"frozen\">{}</ul>", Markup::join(lines, ""))))
        }
        (true, None) => Some(Markup::made(format!("<p>{}</p>", pen.t("opening-no-findings")))),
        (true, Some(_)) => None,
    };
    head.into_iter().chain(before).collect()
}
