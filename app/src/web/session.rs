//! Sessions: beginning one after a sign-in, ending this one or all of them.

use super::app::{App, Shared};
use super::{PageError, Person, cookie};
use crate::secret::identity::Identity;
use crate::secret::token::Token;
use crate::store::{attempts, sessions};
use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::post;

/// A browser's name is kept so that a person recognises their sessions; more of it says nothing.
const AGENT_CHARACTERS_MAX: usize = 200;

/// Begins a session and holds the member's key for it; returns the cookie to give.
pub async fn begin(
    app: &App,
    member: &str,
    identity: Option<Identity>,
    headers: &HeaderMap,
) -> Result<HeaderValue, PageError> {
    let token = Token::new();
    let (now, until) = (app.now(), app.in_minutes(cookie::IDLE_DAYS * 24 * 60));
    let agent = headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let agent: String = agent.chars().take(AGENT_CHARACTERS_MAX).collect();
    sessions::forget(&app.db, &now).await?;
    attempts::forget(&app.db, &app.in_minutes(-super::sign_in::WINDOW_MINUTES)).await?;
    sessions::begin(&app.db, &token.hash, member, &now, &until, &agent).await?;
    if let Some(identity) = identity {
        app.keyring.hold(&token.hash, member, identity, &until, &now);
        app.open_sealed().await;
    }
    Ok(cookie::give_session(app, &token.secret))
}

pub fn routes() -> Router<Shared> {
    Router::new().route("/sign-out", post(end)).route("/sign-out/everywhere", post(end_everywhere))
}

async fn end(State(app): State<Shared>, Person(visitor): Person) -> Result<Response, PageError> {
    sessions::end(&app.db, &visitor.session).await?;
    app.keyring.drop_session(&visitor.session);
    Ok(left(&app))
}

async fn end_everywhere(State(app): State<Shared>, Person(visitor): Person) -> Result<Response, PageError> {
    sessions::end_others(&app.db, &visitor.member, "").await?;
    app.keyring.drop_others(&visitor.member, "");
    Ok(left(&app))
}

fn left(app: &App) -> Response {
    ([(header::SET_COOKIE, cookie::take_session(app))], Redirect::to("/sign-in")).into_response()
}
