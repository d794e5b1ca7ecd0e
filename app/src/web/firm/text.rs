//! Whether the text of messages and feedback is kept: only the owner may say so, and only with a purpose (RULINGS 38).

use super::super::app::Shared;
use super::super::form::Filled;
use super::super::{PageError, Visitor};
use super::{back, drawn};
use crate::store::settings;
use crate::store::viewer::Role;
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::post;

/// A purpose of fewer letters states none.
const PURPOSE_CHARACTERS_MIN: usize = 10;
const PURPOSE_CHARACTERS_MAX: usize = 1000;

pub fn routes() -> Router<Shared> {
    Router::new().route("/firm/text", post(set).get(back))
}

async fn set(State(app): State<Shared>, mut visitor: Visitor, mut filled: Filled) -> Result<Response, PageError> {
    visitor.require(Role::Owner)?;
    let keep = filled.holds("keep_text", "1");
    let purpose = if keep { filled.value("purpose").to_owned() } else { String::new() };
    let length = purpose.chars().count();
    if keep && !(PURPOSE_CHARACTERS_MIN..=PURPOSE_CHARACTERS_MAX).contains(&length) {
        filled.refuse("purpose", visitor.lang.text("purpose-required"));
        visitor.at("/firm");
        return drawn(&app, &visitor, filled, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    settings::set(&app.db, settings::KEEP_TEXT_PURPOSE, &purpose).await?;
    Ok(Redirect::to("/firm").into_response())
}
