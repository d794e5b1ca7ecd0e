//! The cases in which a visitor takes part, those that stand longest first.

use super::words::shown;
use crate::store::cases;
use crate::web::app::Shared;
use crate::web::markup::{Markup, Pen};
use crate::web::{Frame, PageError, Person, Verb, href, page};
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use domain::case::Stage;

/// A case in the list.
struct Row {
    href: String,
    name: Markup,
    stage: Markup,
    since: Markup,
    opened_on: Markup,
}

#[derive(Template)]
#[template(path = "cases/list.html")]
struct List {
    frame: Frame,
    adviser: bool,
    /// How many are open; nothing where none is.
    lede: Option<Markup>,
    /// The open ones, and those that ask for nothing more, each under the key of a heading.
    groups: Vec<(&'static str, Vec<Row>)>,
}

/// Shows the cases; an adviser from outside is led to the decisions that they are asked to read.
pub async fn list(State(app): State<Shared>, Person(visitor): Person) -> Result<Response, PageError> {
    if visitor.sharing.is_some() {
        return Err(PageError::Sharing);
    }
    let pen = Pen::of(&visitor);
    let adviser = visitor.is_adviser();
    let mut lines = cases::of_member(&app.db, &visitor.member, None).await?;
    lines.retain(|line| !adviser || line.stage == Stage::Decided);
    let below = if adviser { "/decision/reading" } else { "" };
    let row = |line: &cases::Line| Row {
        href: href::case(&line.key.client, &line.key.case) + below,
        name: pen.name(&line.name),
        stage: shown(&pen, "case-stage-{}", line.stage.word()),
        since: pen.day(line.since),
        opened_on: pen.day(line.opened_on),
    };
    let (rested, open): (Vec<&cases::Line>, Vec<&cases::Line>) = lines.iter().partition(|line| line.stage.is_at_rest());
    let list = List {
        adviser,
        frame: visitor.frame(visitor.lang.text("cases-title"), Some(Verb::Decide), vec![]),
        lede: (!open.is_empty()).then(|| pen.about("cases-lede", open.len() as u64)),
        groups: [("cases-open", open), ("cases-rested", rested)]
            .into_iter()
            .filter(|(_, lines)| !lines.is_empty())
            .map(|(title, lines)| (title, lines.into_iter().map(row).collect()))
            .collect(),
    };
    Ok(page(&list)?.into_response())
}
