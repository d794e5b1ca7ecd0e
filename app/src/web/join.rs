//! Links that people were handed: an invitation, a new password. Looking at a link never uses it; the form does.

use super::app::Shared;
use super::form::Filled;
use super::visitor::Anyone;
use super::{Frame, PageError, newcomer, page, session};
use crate::entropy;
use crate::flow::entry::{self, Entry};
use crate::secret::token;
use crate::store::invites::{self, Invite, Purpose};
use crate::store::{attempts, members};
use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;

pub fn routes() -> Router<Shared> {
    Router::new().route("/join/{token}", get(show).post(join)).route("/reset/{token}", get(show_reset).post(reset))
}

#[derive(Template)]
#[template(path = "join/show.html")]
struct Show {
    frame: Frame,
    filled: Filled,
    firm: String,
    /// The key of what the role may do.
    role: String,
}

#[derive(Template)]
#[template(path = "join/reset.html")]
struct Reset {
    frame: Frame,
    filled: Filled,
    name: String,
}

#[derive(Template)]
#[template(path = "join/no_link.html")]
struct NoLink {
    frame: Frame,
}

/// Says that a link works no longer; whether it ever did makes no difference.
pub fn no_link(anyone: &Anyone) -> Result<Response, PageError> {
    let frame = anyone.frame(anyone.lang().text("no-link-title"));
    Ok((StatusCode::NOT_FOUND, page(&NoLink { frame })?).into_response())
}

async fn show(State(app): State<Shared>, Path(secret): Path<String>, anyone: Anyone) -> Result<Response, PageError> {
    match invites::open(&app.db, Purpose::Join, &token::hash(&secret), &app.now()).await? {
        Some(invite) => {
            let filled = Filled::with([("name", invite.name.clone())]);
            drawn(&app, &anyone, &invite, filled, StatusCode::OK).await
        }
        None => no_link(&anyone),
    }
}

async fn drawn(
    app: &Shared,
    anyone: &Anyone,
    invite: &Invite,
    filled: Filled,
    status: StatusCode,
) -> Result<Response, PageError> {
    let firm = crate::store::firm_facts::current(&app.db).await?.name.unwrap_or_default();
    let role = if invite.adviser { "adviser" } else { invite.role.word() };
    let mut frame = anyone.frame(anyone.lang().text("join-title"));
    frame.foot = anyone.lang().text("join-foot");
    let show = Show { frame, filled, firm, role: format!("may-{role}") };
    Ok((status, page(&show)?).into_response())
}

async fn join(
    State(app): State<Shared>,
    Path(secret): Path<String>,
    anyone: Anyone,
    headers: HeaderMap,
    mut filled: Filled,
) -> Result<Response, PageError> {
    let Some(invite) = invites::open(&app.db, Purpose::Join, &token::hash(&secret), &app.now()).await? else {
        return no_link(&anyone);
    };
    let newcomer = newcomer::read(&mut filled, anyone.lang(), false);
    if !filled.is_good() {
        return drawn(&app, &anyone, &invite, filled, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let (id, password, cost) = (entropy::id(), filled.raw("password").to_owned(), app.cost);
    let (credentials, identity) = app.work(move || entry::credentials(&id, &password, cost)).await;
    match entry::join(&app.db, &secret, &newcomer, &credentials, app.clock.now()).await? {
        Entry::Done => {
            let cookie = session::begin(&app, &credentials.member, Some(identity), &headers).await?;
            Ok(([(header::SET_COOKIE, cookie)], Redirect::to("/")).into_response())
        }
        Entry::NoLink => no_link(&anyone),
        Entry::EmailTaken => {
            filled.refuse("email", anyone.lang().text("email-taken"));
            drawn(&app, &anyone, &invite, filled, StatusCode::UNPROCESSABLE_ENTITY).await
        }
    }
}

async fn show_reset(
    State(app): State<Shared>,
    Path(secret): Path<String>,
    anyone: Anyone,
) -> Result<Response, PageError> {
    match invites::open(&app.db, Purpose::Reset, &token::hash(&secret), &app.now()).await? {
        Some(invite) => drawn_reset(&anyone, invite.name, Filled::default(), StatusCode::OK),
        None => no_link(&anyone),
    }
}

fn drawn_reset(anyone: &Anyone, name: String, filled: Filled, status: StatusCode) -> Result<Response, PageError> {
    let frame = anyone.frame(anyone.lang().text("reset-title"));
    Ok((status, page(&Reset { frame, filled, name })?).into_response())
}

async fn reset(
    State(app): State<Shared>,
    Path(secret): Path<String>,
    anyone: Anyone,
    headers: HeaderMap,
    mut filled: Filled,
) -> Result<Response, PageError> {
    let invite = invites::open(&app.db, Purpose::Reset, &token::hash(&secret), &app.now()).await?;
    let Some((member, name)) = invite.and_then(|invite| Some((invite.member?, invite.name))) else {
        return no_link(&anyone);
    };
    newcomer::check_password(&mut filled, anyone.lang(), "password");
    if !filled.is_good() {
        return drawn_reset(&anyone, name, filled, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let (id, password, cost) = (member.clone(), filled.raw("password").to_owned(), app.cost);
    let (credentials, identity) = app.work(move || entry::credentials(&id, &password, cost)).await;
    match entry::reset(&app.db, &secret, &credentials, app.clock.now()).await? {
        Entry::Done => {
            app.keyring.drop_others(&member, "");
            if let Some(member) = members::one(&app.db, &member).await? {
                attempts::forgive(&app.db, &super::sign_in::by_email(&member.email)).await?;
            }
            let cookie = session::begin(&app, &member, Some(identity), &headers).await?;
            Ok(([(header::SET_COOKIE, cookie)], Redirect::to("/")).into_response())
        }
        Entry::NoLink | Entry::EmailTaken => no_link(&anyone),
    }
}
