//! Sharing a screen with one client's people: while it lasts, money and every other client are hidden.

use super::app::Shared;
use super::form::Filled;
use super::{Frame, PageError, Visitor, page};
use crate::store::client_names::{self, Named};
use crate::store::sessions;
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};

/// So many clients are offered at once; more are found by their name.
pub const OFFERED_MAX: i64 = 200;

pub fn routes() -> Router<Shared> {
    Router::new().route("/sharing", get(show).post(begin)).route("/sharing/end", post(end).get(back))
}

#[derive(Template)]
#[template(path = "sharing/show.html")]
struct Show {
    frame: Frame,
    filled: Filled,
    offered: Vec<Named>,
}

async fn show(State(app): State<Shared>, visitor: Visitor) -> Result<Response, PageError> {
    if visitor.sharing.is_some() {
        Ok(Redirect::to("/").into_response())
    } else {
        drawn(&app, &visitor, Filled::default(), StatusCode::OK).await
    }
}

async fn drawn(app: &Shared, visitor: &Visitor, filled: Filled, status: StatusCode) -> Result<Response, PageError> {
    let show = Show {
        frame: visitor.frame(visitor.lang.text("sharing-title"), None, vec![]),
        offered: client_names::find(&app.db, &visitor.viewer, filled.value("client"), OFFERED_MAX).await?,
        filled,
    };
    Ok((status, page(&show)?).into_response())
}

async fn begin(State(app): State<Shared>, visitor: Visitor, mut filled: Filled) -> Result<Response, PageError> {
    let written = filled.value("client").to_owned();
    let meant = if written.is_empty() { None } else { client_names::meant(&app.db, &visitor.viewer, &written).await? };
    match meant {
        Some(named) => {
            sessions::share(&app.db, &visitor.session, Some(&named.client)).await?;
            Ok(Redirect::to("/").into_response())
        }
        None => {
            filled.refuse("client", visitor.lang.text("client-unclear"));
            drawn(&app, &visitor, filled, StatusCode::UNPROCESSABLE_ENTITY).await
        }
    }
}

async fn end(State(app): State<Shared>, visitor: Visitor) -> Result<Redirect, PageError> {
    sessions::share(&app.db, &visitor.session, None).await?;
    Ok(Redirect::to("/"))
}

async fn back(_visitor: Visitor) -> Redirect {
    Redirect::to("/")
}
