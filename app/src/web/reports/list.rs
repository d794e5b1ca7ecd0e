//! The door to reports, and those that are open to whoever looks.

use super::lines::{Line, lines};
use super::{RecipientView, closed_while_sharing, viewed};
use crate::flow::reports as flow;
use crate::store::reports;
use crate::store::viewer::Role;
use crate::web::app::Shared;
use crate::web::markup::Pen;
use crate::web::when::When;
use crate::web::{Frame, PageError, Person, page};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use std::collections::HashMap;

#[derive(Template)]
#[template(path = "reports/list.html")]
struct List {
    frame: Frame,
    recipients: Vec<RecipientView>,
    may_file: bool,
    adviser: bool,
    is_owner: bool,
    is_recipient: bool,
    key_is_open: bool,
    /// Since when the visitor has a new key, if it is not the one they joined with: what it cannot open is not missing.
    new_key: Option<When>,
    just_filed: bool,
    rows: Vec<Line>,
}

pub async fn list(
    State(app): State<Shared>,
    Person(visitor): Person,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, PageError> {
    closed_while_sharing(&visitor)?;
    let recipients = reports::recipients(&app.db).await?;
    let people = reports::people(&app.db).await?;
    let own = people.iter().find(|one| one.member == visitor.member);
    let list = List {
        frame: visitor.frame(visitor.lang.text("reports-title"), None, vec![]),
        may_file: flow::may_file(&recipients),
        is_recipient: recipients.iter().any(|recipient| recipient.member == visitor.member),
        recipients: recipients.iter().map(|recipient| viewed(recipient, &visitor)).collect(),
        adviser: visitor.is_adviser(),
        is_owner: visitor.role == Role::Owner,
        new_key: own.and_then(|own| viewed(own, &visitor).new_key),
        key_is_open: visitor.key_is_open(&app),
        just_filed: query.contains_key("filed"),
        rows: lines(&app, &visitor, &Pen::of(&visitor)),
    };
    Ok(page(&list)?.into_response())
}
