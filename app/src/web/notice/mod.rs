//! Notice to the day: the windows in which contracts that renew can be stopped, as a list and as a calendar, and a
//! computation with every step read aloud. Nothing of it is shown while a screen is shared.

pub mod calendar;
mod compute;
pub mod field;
mod renewals;
mod source;

use super::app::Shared;
use super::{Crumb, PageError, Visitor};
use crate::lang::Lang;
use axum::Router;
use axum::routing::get;

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/notice", get(renewals::show))
        .route("/notice.csv", get(renewals::file))
        .route("/notice.xlsx", get(renewals::file))
        .route("/notice/compute", get(compute::show))
        .route("/notice/renewals.ics", get(calendar::file))
}

/// Goes on where the client's people do not look on.
fn allowed(visitor: &Visitor) -> Result<(), PageError> {
    if visitor.sharing.is_none() { Ok(()) } else { Err(PageError::Sharing) }
}

/// Returns the way to a page.
fn crumbs(lang: Lang, here: Option<String>) -> Vec<Crumb> {
    let part = Crumb { text: lang.text("verb-part"), href: Some("/notice".to_owned()) };
    let here = here.map(|text| Crumb { text, href: None });
    let mut way: Vec<Crumb> = [Some(part), here].into_iter().flatten().collect();
    if let Some(last) = way.last_mut() {
        last.href = None;
    }
    way
}
