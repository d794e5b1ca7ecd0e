//! The firm's facts as a file: `firm.toml`, to keep beside other papers, to write by hand, and to read back.

use super::super::app::Shared;
use super::super::form::Filled;
use super::super::{PageError, Visitor};
use super::{back, drawn};
use crate::flow::firm_file;
use crate::store::firm_facts;
use crate::store::viewer::Role;
use axum::Router;
use axum::extract::{Multipart, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};

pub fn routes() -> Router<Shared> {
    Router::new().route("/firm.toml", get(download)).route("/firm/file", post(upload).get(back))
}

async fn download(visitor: Visitor) -> Result<Response, PageError> {
    visitor.require(Role::Finance)?;
    if !visitor.viewer.sees_money() {
        return Err(PageError::Sharing);
    }
    let text = toml::to_string_pretty(&*visitor.firm).expect("facts are text, days and numbers");
    let headers = [
        (header::CONTENT_TYPE, "application/toml; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"firm.toml\""),
    ];
    Ok((headers, text).into_response())
}

async fn upload(
    State(app): State<Shared>,
    mut visitor: Visitor,
    mut multipart: Multipart,
) -> Result<Response, PageError> {
    visitor.require(Role::Finance)?;
    let field = multipart.next_field().await.map_err(|error| PageError::of_status(error.status()))?;
    let text = match field {
        Some(field) => field.text().await.map_err(|error| PageError::of_status(error.status()))?,
        None => String::new(),
    };
    match firm_file::read(&text, visitor.lang) {
        Ok(firm) => {
            firm_facts::save(&app.db, &firm, &visitor.member, &app.now()).await?;
            app.upkeep.wish();
            Ok(Redirect::to("/firm").into_response())
        }
        Err(problem) => {
            let mut filled = Filled::default();
            filled.refuse("file", problem);
            visitor.at("/firm");
            drawn(&app, &visitor, filled, StatusCode::UNPROCESSABLE_ENTITY).await
        }
    }
}
