//! The record of the client that a prospect became.

use super::{Asked, Desk};
use crate::flow::next_client;
use crate::store::{client_names, merges};
use crate::web::app::Shared;
use crate::web::cases::ask::Fields;
use crate::web::form::Filled;
use crate::web::markup::Markup;
use crate::web::{PageError, Visitor};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use domain::lesson::prospect::Event;

pub async fn ask(State(app): State<Shared>, visitor: Visitor, Path(id): Path<String>) -> Result<Response, PageError> {
    let desk = Desk::of(&app, &visitor, &id).await?;
    let name = desk.own().profile.name.clone();
    let meant = client_names::meant(&app.db, &visitor.viewer, &name).await?;
    let filled = Filled::with([("client", meant.map(|named| named.client).unwrap_or_default())]);
    asked(&desk, &filled, StatusCode::OK)
}

fn asked(desk: &Desk, filled: &Filled, status: StatusCode) -> Result<Response, PageError> {
    let is_won = desk.own().won_on().is_some();
    let create = desk.pen.link("/clients/new", &desk.pen.t("prospect-create-client"));
    let asked = Asked {
        title: "prospect-go-client",
        asks: if is_won { "prospect-client-asks" } else { "prospect-client-not-won" },
        note: if is_won { create } else { Markup::default() },
        known: vec![],
        fields: Fields::of(&desk.pen, filled).line("client", "prospect-client").hint("prospect-client-hint").all(),
        path: "client",
        button: is_won.then_some("prospect-save"),
    };
    desk.question(asked, filled, status)
}

pub async fn link(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(id): Path<String>,
    mut filled: Filled,
) -> Result<Response, PageError> {
    let desk = Desk::of(&app, &visitor, &id).await?;
    let meant = client_names::meant(&app.db, &visitor.viewer, filled.value("client")).await?;
    let mut saved = None;
    match meant.filter(|_| desk.own().won_on().is_some()) {
        Some(named) if is_taken(&app, &desk, &named.client).await? => {
            filled.refuse("client", visitor.lang.text("prospect-client-taken"));
        }
        Some(named) => saved = desk.save(&app, &mut filled, vec![Event::ClientLinked { client: named.client }]).await?,
        None => filled.refuse("client", visitor.lang.text("prospect-no-such-client")),
    }
    saved.map_or_else(|| asked(&desk, &filled, StatusCode::UNPROCESSABLE_ENTITY), Ok)
}

/// Tells whether another prospect became a client already, under whichever of its spellings.
async fn is_taken(app: &Shared, desk: &Desk<'_>, client: &str) -> Result<bool, PageError> {
    let prospects = next_client::prospects(app.place()).await?;
    let spellings = merges::spellings(&app.db, client).await?;
    let is_theirs = |of: &String| spellings.contains(of);
    Ok(prospects.iter().any(|one| one.id != desk.own().id && one.client.as_ref().is_some_and(is_theirs)))
}
