//! Imports: files handed over, looked at before anything is stored, read otherwise if a person says so, then stored.

mod asked;
mod blank;
mod corrections;
pub mod desk;
mod file;
mod list;
mod preview;
mod progress;
mod reading;
mod report;
mod upload;

use super::app::{App, Shared};
use super::{Crumb, PageError, Visitor};
use crate::flow::import;
use crate::flow::upload::Upload;
use crate::intake::HeaderWords;
use crate::store::StoreError;
use crate::store::viewer::Role;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};

/// The most bytes of one file, unless someone says otherwise, and of all files handed over at once.
pub const FILE_BYTES_MAX: u64 = 256 << 20;
const UPLOAD_BYTES_MAX: usize = 1 << 30;

/// Pages and forms; they may take as long as a file takes.
pub fn routes() -> Router<Shared> {
    let upload = post(upload::save).layer(DefaultBodyLimit::max(UPLOAD_BYTES_MAX));
    Router::new()
        .route("/imports", get(list::show).merge(upload))
        .route("/imports.csv", get(file::answer))
        .route("/imports.xlsx", get(file::answer))
        .route("/imports/new", get(upload::show))
        .route("/imports/blank/{file}", get(blank::show))
        .route("/imports/{id}", get(preview::show))
        .route("/imports/{id}/run", post(preview::store).get(preview::back))
        .route("/imports/{id}/cancellation", post(preview::cancel).get(preview::back))
        .route("/imports/{id}/progress", get(progress::stream))
        .route("/imports/{id}/files/{place}/reading", post(reading::save).get(reading::back))
        .route("/imports/{id}/files/{place}/corrections", post(corrections::save).get(reading::back))
        .route("/imports/{id}/files/{place}/{problems}", get(report::download))
}

/// Finance and the owner import; while a screen is shared nobody does.
fn allowed(visitor: &Visitor) -> Result<(), PageError> {
    visitor.require(Role::Finance)?;
    if visitor.sharing.is_some() { Err(PageError::Sharing) } else { Ok(()) }
}

/// Returns the header words in force.
fn header_words(app: &App) -> Result<HeaderWords, PageError> {
    let words = import::header_words(&app.folder).map_err(StoreError::from)?;
    words.map_err(|fault| PageError::Broken(format!("{}: {fault:?}", import::HEADER_WORDS)))
}

/// Returns an upload that waits for a decision.
fn waiting(app: &App, id: &str) -> Result<Option<Upload>, PageError> {
    Ok(Upload::load(&app.folder, id).map_err(StoreError::from)?)
}

/// Returns the way to a page about imports.
fn crumbs(visitor: &Visitor, here: &str) -> Vec<Crumb> {
    let imports = Crumb { text: visitor.lang.text("imports-title"), href: Some("/imports".to_owned()) };
    vec![imports, Crumb { text: here.to_owned(), href: None }]
}
