//! One case: where it stands, what is needed next and by whom, and what happened.

use super::happened::Happened;
use super::people::People;
use super::refusal::Refused;
use super::words::{shown, word};
use super::{Attempt, attempt, case_of, crumbs, seen};
use crate::flow::cases::Opened;
use crate::web::app::Shared;
use crate::web::form::Filled;
use crate::web::markup::{Markup, Pen};
use crate::web::{Frame, PageError, Verb, Visitor, href, page};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::case::{Act, Stage};
use fluent_bundle::FluentValue;

#[derive(Template)]
#[template(path = "cases/show.html")]
struct Show {
    frame: Frame,
    name: Markup,
    stage: Markup,
    lede: Markup,
    refused: Option<Refused>,
    happened: Vec<Happened>,
}

pub async fn show(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((client, case)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let opened = case_of(&app, &visitor, &client, &case).await?;
    drawn(&app, &visitor, &opened, None).await
}

/// Goes on to a stage.
pub async fn enter(
    State(app): State<Shared>,
    mut visitor: Visitor,
    Path((client, case)): Path<(String, String)>,
    filled: Filled,
) -> Result<Response, PageError> {
    let opened = case_of(&app, &visitor, &client, &case).await?;
    let stage = Stage::of(filled.value("stage")).ok_or(PageError::Unreadable)?;
    let own = href::case(&opened.key.client, &opened.key.case);
    match attempt(&app, &visitor, &opened, seen(&filled), Act::Enter { stage }).await? {
        Attempt::Done(_) => Ok(Redirect::to(&own).into_response()),
        Attempt::Refused(refused) => {
            visitor.at(&own);
            drawn(&app, &visitor, &opened, Some(*refused)).await
        }
    }
}

async fn drawn(
    app: &Shared,
    visitor: &Visitor,
    opened: &Opened,
    refused: Option<Refused>,
) -> Result<Response, PageError> {
    let people = People::of(&app.db).await?;
    let pen = Pen::of(visitor);
    let case = &opened.case;
    let name = &case.opening.client_name;
    let lede = [
        ("name", FluentValue::from(name.as_str())),
        ("stage", word(&pen, "case-stage-{}", case.stage.word())),
        ("day", FluentValue::from(pen.lang.day(case.since()))),
    ];
    let status = if refused.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let happened = opened.entries.iter().rev();
    let show = Show {
        frame: visitor.frame(visitor.lang.text("case-title"), Some(Verb::Decide), crumbs(visitor, opened, None)),
        name: pen.name(name),
        stage: shown(&pen, "case-stage-{}", case.stage.word()),
        lede: pen.say("case-lede", lede),
        refused,
        happened: happened.map(|entry| Happened::of(&pen, &people, entry, opened.is_sealed(entry.seq))).collect(),
    };
    Ok((status, page(&show)?).into_response())
}
