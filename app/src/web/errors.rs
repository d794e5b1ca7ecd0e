//! Errors as ordinary pages: what happened, what was not lost, and what to do next, in the visitor's language.

use super::app::Shared;
use super::visitor::Anyone;
use super::when::When;
use super::{Frame, PageError};
use crate::lang::Lang;
use askama::Template;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Response as HttpResponse, StatusCode, header};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Response};
use futures_util::FutureExt;
use std::panic::AssertUnwindSafe;

/// The reference of a request, shown on an error page and written in the log.
#[derive(Clone, Debug)]
pub struct Reference(pub String);

#[derive(Template)]
#[template(path = "error.html")]
struct Error {
    frame: Frame,
    lede: String,
    next: String,
    when: Option<When>,
    reference: Option<String>,
    signed_in: bool,
}

/// Turns an answer that is no page but an error into a page; a handler that panicked has failed, too.
pub async fn dress(State(app): State<Shared>, request: Request, next: Next) -> Response {
    let uri = request.uri().clone();
    let mut headers = HeaderMap::new();
    for name in [header::COOKIE, header::ACCEPT_LANGUAGE] {
        if let Some(value) = request.headers().get(&name) {
            headers.insert(name, value.clone());
        }
    }
    let reference = request.extensions().get::<Reference>().map(|reference| reference.0.clone());
    let response = match AssertUnwindSafe(next.run(request)).catch_unwind().await {
        Ok(response) => response,
        Err(_) => PageError::Broken("a handler panicked".to_owned()).into_response(),
    };
    match error_of(&response) {
        None => response,
        Some(error) => {
            if let PageError::Broken(why) = &error {
                tracing::error!(reference, why, "no page");
            }
            let anyone = Anyone::of(&app, &headers, &uri).await;
            let when = When::of(&app.now(), None, anyone.lang().digits);
            keep_headers(&response, drawn(&anyone, &error, response.status(), when, reference))
        }
    }
}

/// Returns the error that an answer stands for; answers that have a text of their own are left alone.
fn error_of(response: &HttpResponse<Body>) -> Option<PageError> {
    let status = response.status();
    let own = response.headers().get(header::CONTENT_TYPE).is_some_and(|value| {
        let value = value.to_str().unwrap_or_default();
        value.starts_with("text/html") || value.starts_with("application/json")
    });
    let failed = status.is_client_error() || status.is_server_error();
    if !failed || own {
        None
    } else {
        Some(response.extensions().get::<PageError>().cloned().unwrap_or_else(|| PageError::of_status(status)))
    }
}

fn drawn(anyone: &Anyone, error: &PageError, status: StatusCode, when: When, reference: Option<String>) -> Response {
    let lang = anyone.lang();
    let key = key(error);
    let lede = match error {
        PageError::OnlyFor(role) => lang.text(&format!("only-for-{}", role.word())),
        PageError::Held(says) => says.clone(),
        _ => lang.text(&format!("{key}-lede")),
    };
    let machine = status.is_server_error();
    let page = Error {
        frame: anyone.frame(lang.text(&format!("{key}-name"))),
        lede,
        next: lang.text(&format!("{key}-next")),
        when: machine.then_some(when),
        reference: reference.filter(|_| machine),
        signed_in: matches!(anyone, Anyone::Known(_)),
    };
    match page.render() {
        Ok(text) => (status, Html(text)).into_response(),
        Err(_) => (status, plain(lang)).into_response(),
    }
}

fn plain(lang: Lang) -> String {
    lang.text("error-broken-lede")
}

/// Keeps what layers below had to say, such as when to try again.
fn keep_headers(old: &HttpResponse<Body>, mut new: Response) -> Response {
    for name in [header::ALLOW, header::RETRY_AFTER] {
        if let Some(value) = old.headers().get(&name) {
            new.headers_mut().insert(name, value.clone());
        }
    }
    if old.status() == StatusCode::SERVICE_UNAVAILABLE && !new.headers().contains_key(header::RETRY_AFTER) {
        new.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("5"));
    }
    new
}

fn key(error: &PageError) -> &'static str {
    match error {
        PageError::NotFound | PageError::Elsewhere(_) => "error-not-found",
        PageError::Unreadable => "error-unreadable",
        PageError::OnlyFor(_) => "error-only-for",
        PageError::Sharing => "error-sharing",
        PageError::Held(_) => "error-held",
        PageError::Foreign => "error-foreign",
        PageError::TooLarge => "error-too-large",
        PageError::Busy => "error-busy",
        PageError::Full => "error-full",
        PageError::Broken(_) => "error-broken",
    }
}
