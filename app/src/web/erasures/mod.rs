//! Erasure as an act of two people: what is asked for, what it would come to, and the word of the second person.

mod plan;
mod propose;
mod told;
mod whole;

pub use plan::what;
pub use propose::{Waiting, waiting};
pub use told::Told;

use super::app::Shared;
use super::{PageError, Visitor};
use crate::flow::destruction::Ground;
use crate::lang::Lang;
use crate::store::viewer::Role;
use axum::Router;
use axum::routing::{get, post};
use domain::erasure::Stays;

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/clients/{client}/erasures", get(propose::show).post(propose::propose))
        .route("/members/{id}/erasures", get(whole::member).post(whole::propose_member))
        .route("/prospects/{id}/erasures", get(whole::prospect).post(whole::propose_prospect))
        .route("/erasures.csv", get(propose::file))
        .route("/erasures.xlsx", get(propose::file))
        .route("/erasures/{id}", get(plan::plan))
        .route("/erasures/{id}/withdrawal", post(plan::withdraw).get(plan::back))
}

/// What may take its time: archives are sealed again, and the database's file is made anew.
pub fn slow() -> Router<Shared> {
    Router::new().route("/erasures/{id}/confirmation", post(plan::confirm).get(plan::back))
}

/// Lets in whoever may see an erasure: finance and the owner, one of whom confirms what an owner proposed.
fn let_in(visitor: &Visitor) -> Result<(), PageError> {
    if visitor.sharing.is_some() {
        return Err(PageError::Sharing);
    }
    visitor.require(Role::Finance)
}

/// Returns where erasures of this copy happen.
pub(super) fn ground<'g>(app: &'g Shared, visitor: &'g Visitor) -> Ground<'g> {
    Ground { place: app.place(), root: &app.folder, firm: &visitor.firm, today: visitor.today }
}

/// Says why something is not erased now.
fn stays(lang: Lang, stays: Stays) -> String {
    let (key, until) = match stays {
        Stays::ByLaw(until) => ("erasure-by-law", until),
        Stays::NotYet(until) => ("erasure-not-yet", until),
    };
    match until {
        Some(until) => lang.say(&format!("{key}-until"), [("day", lang.day(until).into())]),
        None => lang.text(key),
    }
}
