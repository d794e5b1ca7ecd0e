//! A link that a client was given. Looking at it uses nothing; a press of the button makes it this browser's.

use crate::flow::portal;
use crate::lang::{Lang, Language};
use crate::secret::token;
use crate::store::client_links;
use crate::store::firm_facts;
use crate::web::app::Shared;
use crate::web::visitor::Anyone;
use crate::web::{Frame, PageError, cookie, page};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode, header};
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

/// The language of a link, where its address names one: the client's, whatever language the firm's member reads.
type Asked = Query<Vec<(String, String)>>;

/// Returns how somebody reads who follows a link: as they chose, else as the link says, else as their browser asks.
fn lang(anyone: &Anyone, headers: &HeaderMap, Query(asked): &Asked) -> Lang {
    let of_link = asked.iter().find(|(name, _)| name == "lang").and_then(|(_, tag)| Language::of(tag));
    match of_link.filter(|_| matches!(anyone, Anyone::Guest { .. }) && cookie::chosen(headers).is_none()) {
        Some(language) => Lang::page(language),
        None => anyone.lang(),
    }
}

pub async fn show(
    State(app): State<Shared>,
    Path(secret): Path<String>,
    anyone: Anyone,
    headers: HeaderMap,
    asked: Asked,
) -> Result<Response, PageError> {
    let lang = lang(&anyone, &headers, &asked);
    match client_links::by_token(&app.db, &token::hash(&secret), &app.now()).await? {
        Some(link) => drawn(&app, (&anyone, lang), link.opened_at.is_some().then_some(Closed::Taken)).await,
        None => drawn(&app, (&anyone, lang), Some(Closed::Gone)).await,
    }
}

/// Draws the page before the page, or why it does not open.
pub async fn drawn(
    app: &Shared,
    (anyone, lang): (&Anyone, Lang),
    closed: Option<Closed>,
) -> Result<Response, PageError> {
    let is_there = matches!(closed, None | Some(Closed::Taken));
    let status = if is_there { StatusCode::OK } else { StatusCode::NOT_FOUND };
    let firm = firm_facts::current(&app.db).await?.name.unwrap_or_default();
    let mut frame = anyone.frame(lang.text("portal-open-title"));
    frame.lang = lang;
    frame.class = "portal";
    frame.member = None;
    frame.host = Some(firm.clone());
    Ok((status, page(&Open { frame, firm, closed })?).into_response())
}

pub async fn open(
    State(app): State<Shared>,
    Path(secret): Path<String>,
    anyone: Anyone,
    headers: HeaderMap,
    asked: Asked,
) -> Result<Response, PageError> {
    let (now, lang) = (app.now(), lang(&anyone, &headers, &asked));
    let Some(link) = client_links::by_token(&app.db, &token::hash(&secret), &now).await? else {
        return drawn(&app, (&anyone, lang), Some(Closed::Gone)).await;
    };
    let Some(secret) = portal::open(app.place(), &link, &now).await? else {
        return drawn(&app, (&anyone, lang), Some(Closed::Taken)).await;
    };
    let mut answer = Redirect::to("/client-page").into_response();
    answer.headers_mut().append(header::SET_COOKIE, cookie::give_client_page(&app, &secret));
    // The page goes on in the language in which it was opened, until they choose another.
    answer.headers_mut().append(header::SET_COOKIE, cookie::give_language(&app, lang.language));
    Ok(answer)
}
