//! Pages and what stands in their place when something went wrong.

use crate::store::StoreError;
use crate::store::viewer::Role;
use askama::Template;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};

/// Why there is no page.
#[derive(Debug)]
pub enum PageError {
    /// There is no such thing, or this person may not know of it: both look the same.
    NotFound,
    /// The request cannot be understood.
    Unreadable,
    /// The person must go elsewhere first, to sign in.
    Elsewhere(String),
    /// Only people of this role and above may do it; it is no secret that it exists.
    OnlyFor(Role),
    /// The machine failed; the log says how.
    Broken(String),
}

impl From<StoreError> for PageError {
    fn from(error: StoreError) -> PageError {
        PageError::Broken(error.to_string())
    }
}

impl From<askama::Error> for PageError {
    fn from(error: askama::Error) -> PageError {
        PageError::Broken(error.to_string())
    }
}

/// Renders a page.
pub fn page(template: &impl Template) -> Result<Html<String>, PageError> {
    Ok(Html(template.render()?))
}

impl IntoResponse for PageError {
    fn into_response(self) -> Response {
        match self {
            PageError::NotFound => StatusCode::NOT_FOUND.into_response(),
            PageError::Unreadable => StatusCode::BAD_REQUEST.into_response(),
            PageError::OnlyFor(_) => StatusCode::FORBIDDEN.into_response(),
            PageError::Elsewhere(address) => Redirect::to(&address).into_response(),
            PageError::Broken(error) => {
                tracing::error!(error, "no page");
                StatusCode::INTERNAL_SERVER_ERROR.into_response()
            }
        }
    }
}
