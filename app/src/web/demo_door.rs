//! The demonstration's door: one address that signs in whoever opens it, on this machine, while the process lives.
//! Nowhere else does a GET let anyone in.

use super::app::{App, Shared};
use super::{PageError, session};
use crate::secret::identity::Identity;
use crate::secret::token::{self, Token};
use axum::Router;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use std::collections::HashMap;
use std::sync::Mutex;

/// Doors by the digest of their secret: whom they let in, and with which key.
#[derive(Default)]
pub struct DemoDoors(Mutex<HashMap<String, (String, Option<Identity>)>>);

/// Makes a door for a member and returns its path.
pub fn make(app: &App, member: &str, identity: Option<Identity>) -> String {
    let token = Token::new();
    let mut doors = app.demo_doors.0.lock().expect("no one panics while holding it");
    doors.insert(token.hash, (member.to_owned(), identity));
    format!("/demo/{}", token.secret)
}

pub fn routes() -> Router<Shared> {
    Router::new().route("/demo/{token}", get(enter))
}

async fn enter(
    State(app): State<Shared>,
    Path(secret): Path<String>,
    headers: HeaderMap,
) -> Result<Response, PageError> {
    let door = {
        let doors = app.demo_doors.0.lock().expect("no one panics while holding it");
        doors.get(&token::hash(&secret)).cloned()
    };
    match door {
        Some((member, identity)) if app.demo => {
            let cookie = session::begin(&app, &member, identity, &headers).await?;
            Ok(([(header::SET_COOKIE, cookie)], Redirect::to("/")).into_response())
        }
        _ => Err(PageError::NotFound),
    }
}
