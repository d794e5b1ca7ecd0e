//! A link that a client was given. Looking at it uses nothing; a press of the button makes it this browser's.

use crate::flow::portal;
use crate::secret::token;
use crate::store::client_links;
use crate::store::firm_facts;
use crate::web::app::Shared;
use crate::web::join::no_link;
use crate::web::visitor::Anyone;
use crate::web::{Frame, PageError, cookie, page};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};

#[derive(Template)]
#[template(path = "portal/open.html")]
struct Open {
    frame: Frame,
    firm: String,
    /// Another browser has it.
    is_taken: bool,
}

pub async fn show(
    State(app): State<Shared>,
    Path(secret): Path<String>,
    anyone: Anyone,
) -> Result<Response, PageError> {
    match client_links::by_token(&app.db, &token::hash(&secret), &app.now()).await? {
        Some(link) => drawn(&app, &anyone, link.opened_at.is_some()).await,
        None => no_link(&anyone),
    }
}

async fn drawn(app: &Shared, anyone: &Anyone, is_taken: bool) -> Result<Response, PageError> {
    let firm = firm_facts::current(&app.db).await?.name.unwrap_or_default();
    let mut frame = anyone.frame(anyone.lang().text("portal-open-title"));
    frame.class = "portal";
    frame.member = None;
    frame.host = Some(firm.clone());
    Ok(page(&Open { frame, firm, is_taken })?.into_response())
}

pub async fn open(
    State(app): State<Shared>,
    Path(secret): Path<String>,
    anyone: Anyone,
) -> Result<Response, PageError> {
    let now = app.now();
    let Some(link) = client_links::by_token(&app.db, &token::hash(&secret), &now).await? else {
        return no_link(&anyone);
    };
    match portal::open(app.place(), &link, &now).await? {
        Some(secret) => {
            let cookie = cookie::give_client_page(&app, &secret);
            Ok(([(header::SET_COOKIE, cookie)], Redirect::to("/client-page")).into_response())
        }
        None => drawn(&app, &anyone, true).await,
    }
}
