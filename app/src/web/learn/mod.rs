//! Learn: what waits to be looked back upon, the library of lessons, and the measures.

mod lessons;
mod measures;
mod show;
pub mod signposts;

use super::app::Shared;
use axum::Router;
use axum::routing::get;

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/learn", get(show::show))
        .route("/lessons", get(lessons::lessons))
        .route("/lessons.csv", get(lessons::file))
        .route("/lessons.xlsx", get(lessons::file))
        .route("/measures", get(measures::measures))
        .route("/measures.csv", get(measures::file))
        .route("/measures.xlsx", get(measures::file))
}
