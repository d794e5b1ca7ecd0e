//! A link that a client was given. Looking at it uses nothing; a press of the button makes it this browser's.

use crate::flow::portal;
use crate::secret::token;
use crate::store::client_links;
use crate::store::firm_facts;
use crate::web::app::Shared;
use crate::web::visitor::Anyone;
use crate::web::{Frame, PageError, cookie, page};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};

#[derive(Template)]
#[template(path = "portal/open.html")]
struct Open {
    frame: Frame,
    firm: String,
    /// Why it does not open here, if it does not.
    closed: Option<Closed>,
}

/// Why a client's page does not open.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Closed {
    /// Another browser has the link.
    Taken,
    /// The link was taken back or has run out, or this browser never had one.
    Gone,
    /// Nothing was served yet.
    Empty,
}

impl Closed {
    /// Returns the key of what is said.
    fn key(&self) -> &'static str {
        match self {
            Closed::Taken => "portal-open-taken",
            Closed::Gone => "portal-gone",
            Closed::Empty => "portal-empty",
        }
    }

    /// Returns the key of what to do.
    fn note(&self) -> &'static str {
        match self {
            Closed::Taken => "portal-open-taken-note",
            Closed::Gone => "portal-gone-note",
            Closed::Empty => "portal-empty-note",
        }
    }
}

pub async fn show(
    State(app): State<Shared>,
    Path(secret): Path<String>,
    anyone: Anyone,
) -> Result<Response, PageError> {
    match client_links::by_token(&app.db, &token::hash(&secret), &app.now()).await? {
        Some(link) => drawn(&app, &anyone, link.opened_at.is_some().then_some(Closed::Taken)).await,
        None => drawn(&app, &anyone, Some(Closed::Gone)).await,
    }
}

/// Draws the page before the page, or why it does not open.
pub async fn drawn(app: &Shared, anyone: &Anyone, closed: Option<Closed>) -> Result<Response, PageError> {
    let is_there = matches!(closed, None | Some(Closed::Taken));
    let status = if is_there { StatusCode::OK } else { StatusCode::NOT_FOUND };
    let firm = firm_facts::current(&app.db).await?.name.unwrap_or_default();
    let mut frame = anyone.frame(anyone.lang().text("portal-open-title"));
    frame.class = "portal";
    frame.member = None;
    frame.host = Some(firm.clone());
    Ok((status, page(&Open { frame, firm, closed })?).into_response())
}

pub async fn open(
    State(app): State<Shared>,
    Path(secret): Path<String>,
    anyone: Anyone,
) -> Result<Response, PageError> {
    let now = app.now();
    let Some(link) = client_links::by_token(&app.db, &token::hash(&secret), &now).await? else {
        return drawn(&app, &anyone, Some(Closed::Gone)).await;
    };
    match portal::open(app.place(), &link, &now).await? {
        Some(secret) => {
            let cookie = cookie::give_client_page(&app, &secret);
            Ok(([(header::SET_COOKIE, cookie)], Redirect::to("/client-page")).into_response())
        }
        None => drawn(&app, &anyone, Some(Closed::Taken)).await,
    }
}
