//! Records: a client's records of one kind, and one record with its file, its line and its past.

mod corrected;
mod field;
mod list;
mod show;

pub use field::{Reader, choice, column_name, kind_name};
pub use list::sheet;

use super::markup::{Markup, Pen};
use super::{Crumb, PageError, Shared, Visitor, href};
use crate::store::cell::OwnedCell;
use crate::store::records::{self, Asked, Record, Whose};
use crate::store::sources::SourceFile;
use crate::store::viewer::Viewer;
use axum::Router;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use domain::days::Day;
use domain::record::Key;
use fluent_bundle::FluentValue;

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/clients/{client}/{kind}", get(list::show))
        .route("/clients/{client}/{kind}/{id}", get(show::show))
}

/// A client's records, or where to look instead.
pub enum Found {
    Here(Whose),
    Elsewhere(Response),
}

/// Looks up whose records are asked for; another spelling leads on to the client itself.
pub async fn found(app: &Shared, viewer: &Viewer, client: &str, rest: &[&str]) -> Result<Found, PageError> {
    found_on(app, viewer, client, rest, "").await
}

/// Looks up whose records are asked for on a day; another spelling leads on to the client itself on the same day.
pub async fn found_on(
    app: &Shared,
    viewer: &Viewer,
    client: &str,
    rest: &[&str],
    on: &str,
) -> Result<Found, PageError> {
    match Whose::of(&app.db, viewer, href::decoded(client)).await? {
        Asked::There(whose) => Ok(Found::Here(whose)),
        Asked::MergedInto(whole) => {
            let path =
                href::path(["clients", &whole].into_iter().chain(rest.iter().copied())) + &href::query([("on", on)]);
            Ok(Found::Elsewhere(Redirect::to(&path).into_response()))
        }
        Asked::Missing => Err(PageError::NotFound),
    }
}

/// Returns a client's name as its records give it.
pub async fn name_of(app: &Shared, visitor: &Visitor, client: &str) -> Result<String, PageError> {
    Ok(records::client_name(&app.db, &visitor.viewer, client).await?.unwrap_or_else(|| client.to_owned()))
}

/// Returns the way to a page below a client's.
pub fn crumbs(visitor: &Visitor, client: &str, name: &str, rest: Vec<Crumb>) -> Vec<Crumb> {
    let list = Crumb { text: visitor.lang.text("portfolio-title"), href: Some("/".to_owned()) };
    let client = Crumb { text: name.to_owned(), href: Some(href::client(client)) };
    [list, client].into_iter().chain(rest).collect()
}

/// Returns where a record was read: the line, which leads to the record's page, or that a person entered it.
pub fn source(pen: &Pen, record: &Record, file: Option<&SourceFile>) -> Markup {
    let here = href::record(&record.client, record.kind.table, &record.id);
    let text = match file {
        Some(_) if record.source.line > 0 => {
            let line = pen.lang.digits(i64::from(record.source.line));
            pen.say("source-line", [("line", FluentValue::from(line))])
        }
        _ => pen.t("source-hand"),
    };
    pen.link(&here, &text)
}

/// Returns a record's id as people read it: an id that was made for it says its day.
pub fn title_id(pen: &Pen, record: &Record) -> Markup {
    match record.kind.key {
        Key::Given(_) => pen.id(&record.id),
        Key::Maybe(_) if !is_made(&record.id) => pen.id(&record.id),
        _ => {
            let happened = record.kind.happened;
            let day = match record.cell(happened) {
                OwnedCell::Text(text) => Day::from_iso(text),
                _ => None,
            };
            day.map_or_else(|| pen.id(&record.id), |day| pen.day(day))
        }
    }
}

/// Tells whether an id was made from a record's day and values: `2026-01-05.k3f9q2m8tx`.
fn is_made(id: &str) -> bool {
    id.as_bytes().get(10) == Some(&b'.') && id.get(..10).is_some_and(|day| Day::from_iso(day).is_some())
}

/// Returns what sentences about a list name.
fn said<'a>(title: &'a str, n: u64, name: &'a str) -> [(&'static str, FluentValue<'a>); 3] {
    [("kind", FluentValue::from(title)), ("n", FluentValue::from(n as f64)), ("name", FluentValue::from(name))]
}
