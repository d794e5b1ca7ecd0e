//! The switch of language: a person's own setting if they are signed in, a cookie in any case.

use super::app::Shared;
use super::visitor::Anyone;
use super::{PageError, cookie, form::Filled, form::local};
use crate::lang::Language;
use crate::store::members;
use axum::Router;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::post;

pub fn routes() -> Router<Shared> {
    Router::new().route("/language", post(switch))
}

async fn switch(State(app): State<Shared>, anyone: Anyone, filled: Filled) -> Result<Response, PageError> {
    let language = Language::of(filled.value("language")).ok_or(PageError::Unreadable)?;
    if let Anyone::Known(visitor) = &anyone {
        members::set_language(&app.db, &visitor.member, language.tag()).await?;
    }
    let back = Redirect::to(local(filled.value("back")));
    Ok(([(header::SET_COOKIE, cookie::give_language(&app, language))], back).into_response())
}
