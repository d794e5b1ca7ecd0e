//! How far a look at all clients is: a page that renews itself, and a stream for those whose browser runs scripts.

use super::trials::Work;
use crate::lang::Lang;
use crate::web::app::Shared;
use crate::web::markup::Markup;
use crate::web::prospects::sees_sums;
use crate::web::{Crumb, Frame, PageError, Verb, Visitor, page, progress};
use askama::Template;
use axum::extract::State;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use fluent_bundle::FluentValue;
use futures_util::stream::{self, Stream};
use std::convert::Infallible;
use std::sync::Arc;

#[derive(Template)]
#[template(path = "policy/trying.html")]
struct Page {
    frame: Frame,
    lede: Markup,
    note: String,
    said: String,
    clients: u64,
    total: u64,
}

/// Draws the page of a look that is not over.
pub fn drawn(visitor: &Visitor, title: &str, work: &Work) -> Result<Response, PageError> {
    let lang = visitor.lang;
    let (title, (clients, total)) = (lang.text(title), work.clients());
    let page_of = Page {
        frame: visitor.frame(title.clone(), Some(Verb::Watch), crumbs(visitor, &title)),
        lede: Markup::strong(&lang.text("policy-trying-lede")),
        note: lang.text("policy-trying-note"),
        said: said(&lang, (clients, total)),
        clients,
        total,
    };
    Ok(page(&page_of)?.into_response())
}

/// Returns the way to a page below the policy.
pub fn crumbs(visitor: &Visitor, title: &str) -> Vec<Crumb> {
    let crumb = |key: &str, href: &str| Crumb { text: visitor.lang.text(key), href: Some(href.to_owned()) };
    let here = Crumb { text: title.to_owned(), href: None };
    vec![crumb("portfolio-title", "/"), crumb("policy-title", "/policy"), here]
}

/// Says how far it is: 3,100 of 10,000 clients.
fn said(lang: &Lang, (clients, total): (u64, u64)) -> String {
    let args = [("clients", FluentValue::from(clients as f64)), ("total", FluentValue::from(total as f64))];
    if clients == 0 { lang.text("policy-trying-begins") } else { lang.say("policy-trying-clients", args) }
}

/// Tells again and again how far it is, and then that it is over.
pub async fn stream(
    State(app): State<Shared>,
    visitor: Visitor,
) -> Result<Sse<impl Stream<Item = Result<Event, Infallible>>>, PageError> {
    super::open(&visitor)?;
    if !sees_sums(&visitor) {
        return Err(PageError::NotFound);
    }
    let lang = visitor.lang;
    let told = stream::unfold(Some(app.trials.work()), move |work| async move {
        let work = work?;
        if let Some(work) = &work {
            // That it failed, the page says that is loaded again.
            let _ = tokio::time::timeout(progress::TELL_TIME, work.over()).await;
        }
        let goes_on = work.clone().filter(|work| !work.is_over());
        Some((Ok(event(&lang, goes_on.as_ref())), goes_on.map(Some)))
    });
    Ok(Sse::new(told).keep_alive(KeepAlive::default()))
}

fn event(lang: &Lang, work: Option<&Arc<Work>>) -> Event {
    let Some(work) = work else { return progress::over() };
    progress::told(&said(lang, work.clients()), work.clients())
}
