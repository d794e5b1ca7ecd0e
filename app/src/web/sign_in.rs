//! Signing in: the same answer and the same work for an unknown e-mail and a wrong password; five failures, then a wait.

use super::address::Address;
use super::app::Shared;
use super::form::{Filled, local};
use super::visitor::Anyone;
use super::{Frame, PageError, page, session};
use crate::secret::identity::Identity;
use crate::secret::{password, token};
use crate::store::attempts::{self, Attempt};
use crate::store::members::{self, Credentials};
use askama::Template;
use axum::Router;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use jiff::Timestamp;
use std::collections::HashMap;

/// So many failures of one e-mail address, or from one place, within so many minutes are answered by a wait.
pub const FAILURES_MAX: i64 = 5;
pub const WINDOW_MINUTES: i64 = 15;

pub fn routes() -> Router<Shared> {
    Router::new().route("/sign-in", get(show).post(enter)).route("/forgot", get(forgot))
}

#[derive(Template)]
#[template(path = "sign_in/show.html")]
struct Show {
    frame: Frame,
    filled: Filled,
}

#[derive(Template)]
#[template(path = "sign_in/forgot.html")]
struct Forgot {
    frame: Frame,
}

async fn show(
    State(app): State<Shared>,
    Query(query): Query<HashMap<String, String>>,
    anyone: Anyone,
) -> Result<Response, PageError> {
    let to = query.get("to").map_or("/", |to| local(to)).to_owned();
    if matches!(anyone, Anyone::Known(_)) {
        Ok(Redirect::to(&to).into_response())
    } else if app.has_owner().await? {
        drawn(&anyone, Filled::with([("to", to)]), StatusCode::OK)
    } else {
        Ok(Redirect::to("/first-start").into_response())
    }
}

fn drawn(anyone: &Anyone, filled: Filled, status: StatusCode) -> Result<Response, PageError> {
    let frame = anyone.frame(anyone.lang().text("sign-in-title"));
    Ok((status, page(&Show { frame, filled })?).into_response())
}

async fn forgot(anyone: Anyone) -> Result<Response, PageError> {
    let frame = anyone.frame(anyone.lang().text("forgot-title"));
    Ok(page(&Forgot { frame })?.into_response())
}

async fn enter(
    State(app): State<Shared>,
    Address(address): Address,
    anyone: Anyone,
    headers: HeaderMap,
    filled: Filled,
) -> Result<Response, PageError> {
    let email = members::email_kept(filled.value("email"));
    let subjects = [by_email(&email), token::hash(&format!("from {address}"))];
    let since = app.in_minutes(-WINDOW_MINUTES);
    let attempt = attempts::note(&app.db, &[&subjects[0], &subjects[1]], &since, &app.now()).await?;
    if attempt.count > FAILURES_MAX {
        attempts::take_back(&app.db, &attempt).await?;
        return wait(&app, &anyone, filled, &attempt);
    }
    let known = members::credentials(&app.db, &email).await?;
    match judged(&app, known, filled.raw("password").to_owned()).await {
        Some((member, identity)) => {
            attempts::forgive(&app.db, &subjects[0]).await?;
            attempts::take_back(&app.db, &attempt).await?;
            let cookie = session::begin(&app, &member, identity, &headers).await?;
            Ok(([(header::SET_COOKIE, cookie)], Redirect::to(local(filled.value("to")))).into_response())
        }
        None => wrong(&anyone, filled, FAILURES_MAX - attempt.count),
    }
}

/// Returns the subject under which the failures of an e-mail address are counted.
pub fn by_email(email: &str) -> String {
    token::hash(&format!("email {email}"))
}

/// Checks a password and opens the key under it; an unknown e-mail costs the same work.
async fn judged(app: &Shared, known: Option<Credentials>, written: String) -> Option<(String, Option<Identity>)> {
    let cost = app.cost;
    let written: String = if written.len() > password::BYTES_MAX { String::new() } else { written };
    app.work(move || {
        let hash = known.as_ref().map(|known| known.password_hash.as_str());
        let right = password::verify(&written, hash, cost);
        known.filter(|_| right).map(|known| {
            let identity = Identity::open(&known.sealed_secret, &written, &known.public_key);
            (known.member, identity)
        })
    })
    .await
}

fn wrong(anyone: &Anyone, mut filled: Filled, left: i64) -> Result<Response, PageError> {
    filled.refuse("password", anyone.frame(String::new()).count("sign-in-wrong", left.max(0) as u64));
    drawn(anyone, filled, StatusCode::UNPROCESSABLE_ENTITY)
}

fn wait(app: &Shared, anyone: &Anyone, mut filled: Filled, attempt: &Attempt) -> Result<Response, PageError> {
    let oldest = attempt.oldest_at.parse::<Timestamp>().unwrap_or_else(|_| app.clock.now());
    let passed = app.clock.now().duration_since(oldest).as_mins();
    let minutes = (WINDOW_MINUTES - passed).clamp(1, WINDOW_MINUTES);
    filled.refuse("password", anyone.frame(String::new()).count("sign-in-wait", minutes as u64));
    let mut response = drawn(anyone, filled, StatusCode::TOO_MANY_REQUESTS)?;
    response.headers_mut().insert(header::RETRY_AFTER, (minutes * 60).into());
    Ok(response)
}
