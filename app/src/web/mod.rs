//! The pages: one file a resource, templates of the same name.

mod asset;
mod chart;
mod clients;
mod export;
mod findings;
mod frame;
mod href;
pub mod icon;
mod markup;
mod page;
mod part;
mod policy;
mod portfolio;
mod records;
mod visitor;

pub use frame::{Crumb, Frame, Verb};
pub use page::{PageError, page};
pub use visitor::Visitor;

use crate::clock::Clock;
use crate::store::Db;
use axum::Router;
use std::path::PathBuf;
use std::sync::Arc;

/// What every handler works with.
pub struct App {
    pub db: Db,
    pub clock: Clock,
    /// The folder of the firm's own files: uploads, header words, fonts.
    pub folder: PathBuf,
    /// Whether this is the demonstration, which every page says.
    pub demo: bool,
    /// The address under which people outside reach this copy, if it is served to them.
    pub public_url: Option<String>,
    /// Lists that were rendered once and have not changed since.
    pub kept: portfolio::Kept,
}

/// The application, shared by all requests.
pub type Shared = Arc<App>;

/// Returns every route.
pub fn router(app: Shared) -> Router {
    Router::new()
        .merge(asset::routes())
        .merge(portfolio::routes())
        .merge(clients::routes())
        .merge(findings::routes())
        .merge(records::routes())
        .merge(policy::routes())
        .with_state(app)
}
