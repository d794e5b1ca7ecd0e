//! A link that a client was given. Looking at it uses nothing; a press of the button makes it this browser's.

use super::act::{PACE_SECONDS, is_fast};
use crate::flow::portal;
use crate::lang::{Lang, Language};
use crate::secret::token;
use crate::store::client_links;
use crate::store::firm_facts;
use crate::web::address::Address;
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
    /// Too many links that are none were tried from there.
    Wait,
}

/// So many links that are none may be tried from one network within the minutes of the pace.
const GUESSES_MAX: i64 = 20;

impl Closed {
    /// Returns the key of what is said.
    fn key(&self) -> &'static str {
        match self {
            Closed::Taken => "portal-open-taken",
            Closed::Gone => "portal-gone",
            Closed::Empty => "portal-empty",
            Closed::Wait => "portal-wait",
        }
    }

    /// Returns the key of what to do.
    fn note(&self) -> &'static str {
        match self {
            Closed::Taken => "portal-open-taken-note",
            Closed::Gone => "portal-gone-note",
            Closed::Empty => "portal-empty-note",
            Closed::Wait => "portal-wait-note",
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
    address: Address,
    anyone: Anyone,
    headers: HeaderMap,
    asked: Asked,
) -> Result<Response, PageError> {
    let lang = lang(&anyone, &headers, &asked);
    match client_links::by_token(&app.db, &token::hash(&secret), &app.now()).await? {
        Some(link) => drawn(&app, (&anyone, lang), link.opened_at.is_some().then_some(Closed::Taken)).await,
        None => unknown(&app, &address, (&anyone, lang)).await,
    }
}

/// Says that a link is none, and that it takes a while before more of them are looked at; one that works is never kept waiting.
async fn unknown(app: &Shared, Address(network): &Address, who: (&Anyone, Lang)) -> Result<Response, PageError> {
    if !is_fast(app, &token::hash(&format!("client-link from {network}")), GUESSES_MAX).await? {
        return drawn(app, who, Some(Closed::Gone)).await;
    }
    let mut answer = drawn(app, who, Some(Closed::Wait)).await?;
    answer.headers_mut().insert(header::RETRY_AFTER, PACE_SECONDS.into());
    Ok(answer)
}

/// Draws the page before the page, or why it does not open.
pub async fn drawn(
    app: &Shared,
    (anyone, lang): (&Anyone, Lang),
    closed: Option<Closed>,
) -> Result<Response, PageError> {
    let status = match closed {
        None | Some(Closed::Taken) => StatusCode::OK,
        Some(Closed::Gone | Closed::Empty) => StatusCode::NOT_FOUND,
        Some(Closed::Wait) => StatusCode::TOO_MANY_REQUESTS,
    };
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
    address: Address,
    anyone: Anyone,
    headers: HeaderMap,
    asked: Asked,
) -> Result<Response, PageError> {
    let (now, lang) = (app.now(), lang(&anyone, &headers, &asked));
    let Some(link) = client_links::by_token(&app.db, &token::hash(&secret), &now).await? else {
        return unknown(&app, &address, (&anyone, lang)).await;
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
