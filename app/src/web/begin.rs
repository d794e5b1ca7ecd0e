//! From the demonstration to one's own firm: two commands.

use super::app::Shared;
use super::visitor::Anyone;
use super::{Frame, PageError, page};
use askama::Template;
use axum::Router;
use axum::response::{IntoResponse, Response};
use axum::routing::get;

pub fn routes() -> Router<Shared> {
    Router::new().route("/begin", get(show))
}

#[derive(Template)]
#[template(path = "begin/show.html")]
struct Show {
    frame: Frame,
}

async fn show(anyone: Anyone) -> Result<Response, PageError> {
    let frame = anyone.frame(anyone.lang().text("begin-title"));
    Ok(page(&Show { frame })?.into_response())
}
