//! Records entered and corrected by hand: one form for every kind, made from the kind's columns.

mod edit;
mod fields;
mod new;
mod note;
mod offers;
mod reading;
mod withdrawal;

pub use fields::said;
pub use offers::currencies;

use super::app::{App, Shared};
use super::{Crumb, PageError, Visitor, href};
use crate::intake::clients::Known;
use crate::store::entries::By;
use crate::store::references;
use crate::store::settings;
use crate::store::viewer::Role;
use axum::Router;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use domain::record::{Column, Kind, Type};

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/clients/new", get(new::show_client).post(new::save_client))
        .route("/clients/{client}/new", get(new::choose))
        .route("/clients/{client}/note", get(note::show).post(note::save))
        .route("/clients/{client}/edit", get(edit::show_client).post(edit::save_client))
        .route("/clients/{client}/{kind}/new", get(new::show).post(new::save))
        .route("/clients/{client}/{kind}/{id}/edit", get(edit::show).post(edit::save))
        .route("/clients/{client}/{kind}/{id}/withdrawal", get(withdrawal::show).post(withdrawal::save))
        .route("/clients/{client}/{kind}/{id}/restoration", get(withdrawal::back).post(withdrawal::restore))
}

/// Which columns a visitor may state; the others stay as they stand.
#[derive(Clone, Copy)]
struct Shown {
    sees_costs: bool,
    names_others: bool,
    keeps_text: bool,
}

impl Shown {
    async fn to(app: &App, visitor: &Visitor) -> Result<Shown, PageError> {
        Ok(Shown {
            sees_costs: visitor.viewer.sees_costs(),
            names_others: visitor.role != Role::Member,
            keeps_text: settings::keeps_text(&app.db).await?,
        })
    }

    /// Tells whether a column stands in the form: what we compute, what an hour costs, whose hours they are and the text
    /// of messages are not for everyone.
    fn has(self, kind: &Kind, column: &Column) -> bool {
        match (kind.table, column.name) {
            (_, "known_on") => false,
            (_, "cost_rate") => self.sees_costs,
            ("time", "person") => self.names_others,
            ("messages" | "feedback", "text") => self.keeps_text,
            _ => true,
        }
    }
}

/// Returns the client that a form is about. Spellings that were merged lead to the client they mean.
async fn party(app: &App, visitor: &Visitor, key: &str) -> Result<Known, Refused> {
    if visitor.sharing.is_some() {
        return Err(Refused::Page(PageError::Sharing));
    }
    let party = references::party(&app.db, href::decoded(key)).await?.ok_or(PageError::NotFound)?;
    match &party.merged_into {
        Some(client) => Err(Refused::Merged(client.clone())),
        None => Ok(party),
    }
}

/// Why a form about a client is not shown.
enum Refused {
    Page(PageError),
    /// The key is another spelling of this client.
    Merged(String),
}

impl<E: Into<PageError>> From<E> for Refused {
    fn from(error: E) -> Refused {
        Refused::Page(error.into())
    }
}

impl Refused {
    /// Leads to the same form of the client that is meant.
    fn led(self, path: impl Fn(&str) -> String) -> Result<Response, PageError> {
        match self {
            Refused::Page(error) => Err(error),
            Refused::Merged(client) => Ok(Redirect::to(&path(&client)).into_response()),
        }
    }
}

/// Says who enters a record and when; an answer to the pulse is nobody's, and known by its day only.
fn by(app: &App, visitor: &Visitor, kind: &Kind) -> By {
    if kind.table == "pulse" {
        By { member: String::new(), at: format!("{}T00:00:00Z", visitor.today) }
    } else {
        By { member: visitor.member.clone(), at: app.now() }
    }
}

/// Returns a kind's word for one record.
fn kind_word(visitor: &Visitor, kind: &Kind) -> String {
    visitor.lang.text(&format!("one-{}", kind.table))
}

/// Returns the way to a form about a client.
fn crumbs(visitor: &Visitor, party: Option<&Known>, here: &str) -> Vec<Crumb> {
    let clients = Crumb { text: visitor.lang.text("portfolio-title"), href: Some("/".to_owned()) };
    let party = party.map(|party| Crumb { text: party.name.clone(), href: Some(href::client(&party.key)) });
    let here = Crumb { text: here.to_owned(), href: None };
    [clients].into_iter().chain(party).chain([here]).collect()
}

/// Tells whether amounts of a kind are stated in a currency of its own.
fn has_currency(kind: &Kind) -> bool {
    kind.columns.iter().any(|column| column.r#type == Type::Currency)
}
