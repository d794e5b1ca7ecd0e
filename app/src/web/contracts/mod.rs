//! Contracts: their texts with the terms that were found in them, which a person confirms, and when all contracts of a
//! client can end. Nothing of it is shown while a screen is shared.

mod ends;
mod marked;
mod said;
mod term;
mod terms;
mod text;

use super::app::Shared;
use super::records::{self, Found, found};
use super::{Crumb, PageError, Visitor, href};
use crate::store::contracts::{self, Handle, Version};
use crate::store::records::{Record, Whose, one};
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::response::Response;
use axum::routing::{get, post};
use domain::record::Contract;

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/clients/{client}/ends", get(ends::show))
        .route("/clients/{client}/ends.csv", get(ends::file))
        .route("/clients/{client}/ends.xlsx", get(ends::file))
        .route("/clients/{client}/{kind}/{id}/terms", get(terms::show).post(said::save))
}

/// Texts that are handed over: reading one may take longer than a page.
pub fn uploads() -> Router<Shared> {
    let taken = post(text::save).layer(DefaultBodyLimit::max(text::FORM_BYTES_MAX));
    Router::new().route("/clients/{client}/{kind}/{id}/text", taken.get(text::back))
}

/// A contract as this visitor may see it.
pub struct Subject {
    /// The client's own key and name.
    pub client: String,
    pub name: String,
    pub record: Record,
    pub handle: Handle,
    /// The newest first.
    pub versions: Vec<Version>,
}

impl Subject {
    /// Returns the number of the newest version; 0 where there is none.
    pub fn newest(&self) -> u32 {
        self.versions.first().map_or(0, |version| version.number)
    }

    /// Returns the address of a page of this contract.
    pub fn href(&self, page: &str) -> String {
        href::path(["clients", &self.client, Contract::KIND.table, &self.record.id, page])
    }
}

/// A contract, or where to look instead.
enum Asked {
    Here(Box<Subject>),
    Elsewhere(Response),
}

/// Looks a contract up; another spelling of the client leads on to the client itself.
async fn asked(app: &Shared, visitor: &Visitor, [client, kind, id, page]: [&str; 4]) -> Result<Asked, PageError> {
    allowed(visitor)?;
    if kind != Contract::KIND.table {
        return Err(PageError::NotFound);
    }
    let whose: Whose = match found(app, &visitor.viewer, client, &[kind, id, page]).await? {
        Found::Here(whose) => whose,
        Found::Elsewhere(answer) => return Ok(Asked::Elsewhere(answer)),
    };
    let record = one(&app.db, &whose, &Contract::KIND, href::decoded(id)).await?.ok_or(PageError::NotFound)?;
    let name = records::name_of(app, visitor, whose.client()).await?;
    let handle = Handle::of(&record);
    let versions = contracts::versions(&app.db, &handle).await?;
    Ok(Asked::Here(Box::new(Subject { client: whose.client().to_owned(), name, record, handle, versions })))
}

/// Looks up a contract that is acted on.
async fn acting(app: &Shared, visitor: &Visitor, path: [&str; 4]) -> Result<Box<Subject>, PageError> {
    match asked(app, visitor, path).await? {
        Asked::Here(subject) => Ok(subject),
        Asked::Elsewhere(_) => Err(PageError::NotFound),
    }
}

/// Goes on where the client's people do not look on.
fn allowed(visitor: &Visitor) -> Result<(), PageError> {
    if visitor.sharing.is_none() { Ok(()) } else { Err(PageError::Sharing) }
}

/// Returns the way to a contract's page.
fn crumbs(visitor: &Visitor, subject: &Subject, here: String) -> Vec<Crumb> {
    let list = Crumb {
        text: records::kind_name(visitor.lang, &Contract::KIND),
        href: Some(href::kind(&subject.client, Contract::KIND.table)),
    };
    let record = Crumb {
        text: subject.record.id.clone(),
        href: Some(href::record(&subject.client, Contract::KIND.table, &subject.record.id)),
    };
    records::crumbs(visitor, &subject.client, &subject.name, vec![list, record, Crumb { text: here, href: None }])
}
