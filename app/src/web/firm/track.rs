//! How much a review asks for: what the number of members says, or what the owner sets.

use super::super::app::Shared;
use super::super::form::Filled;
use super::super::{PageError, Visitor};
use super::back;
use crate::store::settings;
use crate::store::viewer::Role;
use axum::Router;
use axum::extract::State;
use axum::response::Redirect;
use axum::routing::post;
use domain::case::Track;

pub fn routes() -> Router<Shared> {
    Router::new().route("/firm/track", post(set).get(back))
}

/// A word that is no track leaves it to the number of members again.
async fn set(State(app): State<Shared>, visitor: Visitor, filled: Filled) -> Result<Redirect, PageError> {
    visitor.require(Role::Owner)?;
    let track = Track::of(filled.value("track")).map_or("", Track::word);
    settings::set(&app.db, settings::REVIEW_TRACK, track).await?;
    Ok(Redirect::to("/firm"))
}
