//! The cases in which a visitor takes part, those that stand longest first.

use super::words::shown;
use crate::store::cases;
use crate::web::app::Shared;
use crate::web::markup::{Markup, Pen};
use crate::web::reports::lines::open_cases;
use crate::web::{Frame, PageError, Verb, Visitor, href, page};
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};

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
    lede: Markup,
    rows: Vec<Row>,
}

pub async fn list(State(app): State<Shared>, visitor: Visitor) -> Result<Response, PageError> {
    if visitor.sharing.is_some() {
        return Err(PageError::Sharing);
    }
    let pen = Pen::of(&visitor);
    let lines = cases::of_member(&app.db, &visitor.member, None).await?;
    let row = |line: &cases::Line| Row {
        href: href::case(&line.key.client, &line.key.case),
        name: pen.name(&line.name),
        stage: shown(&pen, "case-stage-{}", line.stage.word()),
        since: pen.day(line.since),
        opened_on: pen.day(line.opened_on),
    };
    let restricted = open_cases(&app, &visitor, &pen, None);
    // Those open to this visitor alone are added after the list was made without them.
    let own = restricted.iter().map(|line| Row {
        href: line.href.clone(),
        name: line.name.clone(),
        stage: pen.t("case-restricted"),
        since: pen.day(line.opened_on),
        opened_on: pen.day(line.opened_on),
    });
    let list = List {
        frame: visitor.frame(visitor.lang.text("cases-title"), Some(Verb::Decide), vec![]),
        lede: pen.about("cases-lede", (lines.len() + restricted.len()) as u64),
        rows: own.chain(lines.iter().map(row)).collect(),
    };
    Ok(page(&list)?.into_response())
}
