//! The list of criteria: what is in force, what is drafted, what is out of force.

use super::{address, allowed, crumbs};
use crate::flow::next_client;
use crate::web::app::Shared;
use crate::web::cases::words::shown;
use crate::web::export::{self, Cell, Format, Table};
use crate::web::markup::{Markup, Pen};
use crate::web::prospects::words;
use crate::web::{Frame, PageError, Verb, Visitor, page};
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use domain::lesson::criterion::{Criterion, State as Stands};
use fluent_bundle::FluentValue;

#[derive(Template)]
#[template(path = "criteria/list.html")]
struct List {
    frame: Frame,
    lede: Markup,
    lines: Vec<Line>,
}

/// A criterion in the list.
struct Line {
    /// The class of its mark.
    mark: &'static str,
    href: String,
    title: Markup,
    effect: Markup,
    state: Markup,
    says: Markup,
}

pub async fn list(State(app): State<Shared>, visitor: Visitor) -> Result<Response, PageError> {
    allowed(&visitor)?;
    let (pen, criteria) = (Pen::of(&visitor), ordered(&app).await?);
    let active = criteria.iter().filter(|one| one.active.is_some()).count();
    let line = |one: &Criterion| Line {
        mark: if one.state() == Stands::Active { "g-met" } else { "g-skipped" },
        href: address(&one.id),
        title: pen.name(&one.shown().draft.title),
        effect: shown(&pen, "effect-{}", one.shown().draft.effect.word()),
        state: shown(&pen, "criterion-state-{}", one.state().word()),
        says: words::rule(&pen, &visitor, &one.shown().draft.rule),
    };
    let mut crumbs = crumbs(&visitor);
    if let Some(last) = crumbs.last_mut() {
        last.href = None;
    }
    let list = List {
        frame: visitor.frame(pen.lang.text("criteria-title"), Some(Verb::Learn), crumbs),
        lede: Markup::strong(&pen.lang.say("criteria-lede", [("n", FluentValue::from(active as f64))])),
        lines: criteria.iter().map(line).collect(),
    };
    Ok(page(&list)?.into_response())
}

/// Returns the criteria: what is in force first, what is out of force last.
async fn ordered(app: &Shared) -> Result<Vec<Criterion>, PageError> {
    let mut criteria = next_client::criteria(&app.db).await?;
    criteria.sort_by_key(|one| (one.state() != Stands::Active, one.state() == Stands::Retired));
    Ok(criteria)
}

/// Answers with the same list as a file.
pub async fn file(State(app): State<Shared>, visitor: Visitor, format: Format) -> Result<Response, PageError> {
    allowed(&visitor)?;
    let pen = Pen::of(&visitor);
    let row = |one: &Criterion| {
        vec![
            Cell::Text(one.shown().draft.title.clone()),
            shown(&pen, "effect-{}", one.shown().draft.effect.word()).into(),
            words::rule(&pen, &visitor, &one.shown().draft.rule).into(),
            shown(&pen, "criterion-state-{}", one.state().word()).into(),
        ]
    };
    let heads = [
        ("criterion", "criterion-title"),
        ("effect", "criterion-effect"),
        ("rule", "criterion-rule"),
        ("state", "export-finding-state"),
    ];
    let rows = ordered(&app).await?.iter().map(row).collect();
    export::answer("criteria", Table::of(pen.lang, "criteria-title", &heads, rows), format, pen.lang).await
}
