//! The pages: one file a resource, templates of the same name.

mod account;
mod address;
mod afterwards;
mod agreement;
mod app;
pub mod archive;
mod archives;
mod asset;
mod begin;
mod calendar_feed;
mod cases;
mod channels;
mod chart;
mod choice;
mod clients;
mod closing_pack;
mod contracts;
mod cookie;
mod criteria;
pub mod demo_door;
mod duties;
mod entries;
mod erasures;
mod errors;
mod exit;
mod export;
mod findings;
mod firm;
mod first_start;
pub mod form;
mod frame;
mod headers;
mod holds;
mod href;
pub mod icon;
mod ics;
mod imports;
mod join;
pub mod keyring;
mod ladder;
mod language;
mod learn;
mod legal_holds;
mod letter_templates;
mod letters;
mod link;
mod markup;
mod members;
mod merges;
mod names;
mod newcomer;
mod notice;
mod origin;
mod outgoing;
mod page;
mod part;
mod past;
mod place;
mod policy;
mod portal;
mod portfolio;
mod progress;
mod prospects;
mod readers;
mod records;
mod referrals;
mod repair;
mod replacement;
mod reports;
mod retention;
mod reviews;
mod serving;
mod session;
mod settings;
mod sharing;
mod sign_in;
mod trace;
mod upkeep;
mod visitor;
mod weights;
pub mod when;

pub use app::{App, Shared};
pub use closing_pack::MAKER;
pub use frame::{Crumb, Frame, Verb};
pub use page::{PageError, page};
pub use serving::serve;
pub use sign_in::by_email as failures_of;
pub use visitor::{Anyone, Person, Visitor};

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::StatusCode;
use axum::middleware;
use std::time::Duration;
use tower_http::compression::CompressionLayer;
use tower_http::timeout::TimeoutLayer;

/// A page is ready within this time or not at all.
const PAGE_TIME: Duration = Duration::from_secs(30);

/// A form is smaller than this; uploads of files set their own limit.
const FORM_BYTES_MAX: usize = 1024 * 1024;

/// Returns every route.
pub fn router(app: Shared) -> Router {
    let timely = TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, PAGE_TIME);
    Router::new()
        .merge(quick().layer(timely))
        .merge(slow())
        .fallback(async || PageError::NotFound)
        .method_not_allowed_fallback(async || StatusCode::METHOD_NOT_ALLOWED)
        .layer(DefaultBodyLimit::max(FORM_BYTES_MAX))
        .layer(middleware::from_fn_with_state(app.clone(), origin::guard))
        .layer(middleware::from_fn_with_state(app.clone(), errors::dress))
        .layer(CompressionLayer::new())
        .layer(middleware::from_fn_with_state(app.clone(), headers::add))
        .layer(middleware::from_fn(trace::log))
        .with_state(app)
}

/// Pages and forms.
fn quick() -> Router<Shared> {
    Router::new()
        .merge(account::routes())
        .merge(afterwards::routes())
        .merge(agreement::routes())
        .merge(archives::routes())
        .merge(asset::routes())
        .merge(begin::routes())
        .merge(calendar_feed::routes())
        .merge(cases::routes())
        .merge(channels::routes())
        .merge(criteria::routes())
        .merge(clients::routes())
        .merge(contracts::routes())
        .merge(demo_door::routes())
        .merge(duties::routes())
        .merge(entries::routes())
        .merge(erasures::routes())
        .merge(exit::routes())
        .merge(findings::routes())
        .merge(firm::routes())
        .merge(first_start::routes())
        .merge(holds::routes())
        .merge(join::routes())
        .merge(ladder::routes())
        .merge(language::routes())
        .merge(letter_templates::routes())
        .merge(letters::routes())
        .merge(members::routes())
        .merge(merges::routes())
        .merge(names::routes())
        .merge(notice::routes())
        .merge(policy::routes())
        .merge(portal::routes())
        .merge(portfolio::routes())
        .merge(prospects::routes())
        .merge(records::routes())
        .merge(repair::routes())
        .merge(replacement::routes())
        .merge(reports::routes())
        .merge(retention::routes())
        .merge(legal_holds::routes())
        .merge(reviews::routes())
        .merge(session::routes())
        .merge(settings::routes())
        .merge(sharing::routes())
        .merge(sign_in::routes())
        .merge(weights::routes())
        .merge(learn::routes())
}

/// What may take as long as it takes: uploads of files, and streams of progress.
fn slow() -> Router<Shared> {
    Router::new()
        .merge(erasures::slow())
        .merge(cases::files())
        .merge(contracts::uploads())
        .merge(imports::routes())
        .merge(reports::slow())
        .merge(policy::streams())
        .merge(reviews::streams())
}
