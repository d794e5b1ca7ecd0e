//! Pages and what stands in their place when something went wrong.

use crate::store::viewer::Role;
use crate::store::{StoreError, Trouble};
use askama::Template;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};

/// Why there is no page. `errors` turns it into one in the visitor's language.
#[derive(Clone, Debug)]
pub enum PageError {
    /// There is no such thing, or this person may not know of it: both look the same.
    NotFound,
    /// The request cannot be understood.
    Unreadable,
    /// The person must go elsewhere first, to sign in.
    Elsewhere(String),
    /// Only people of this role and above may do it; it is no secret that it exists.
    OnlyFor(Role),
    /// The screen is shared, so that this page stays closed.
    Sharing,
    /// A legal hold keeps it as it is; what this person is told of that.
    Held(String),
    /// The form came from another site.
    Foreign,
    /// What was sent is larger than this page takes.
    TooLarge,
    /// Others hold the database.
    Busy,
    /// The disk is full.
    Full,
    /// The machine failed; the log says how.
    Broken(String),
}

impl PageError {
    /// Returns what an extractor's or a layer's status stands for.
    pub fn of_status(status: StatusCode) -> PageError {
        match status {
            StatusCode::NOT_FOUND => PageError::NotFound,
            StatusCode::PAYLOAD_TOO_LARGE => PageError::TooLarge,
            StatusCode::SERVICE_UNAVAILABLE | StatusCode::REQUEST_TIMEOUT => PageError::Busy,
            status if status.is_server_error() => PageError::Broken(status.to_string()),
            _ => PageError::Unreadable,
        }
    }

    /// Returns the status of the answer.
    pub fn status(&self) -> StatusCode {
        match self {
            PageError::NotFound => StatusCode::NOT_FOUND,
            PageError::Unreadable => StatusCode::BAD_REQUEST,
            PageError::Elsewhere(_) => StatusCode::SEE_OTHER,
            PageError::OnlyFor(_) | PageError::Sharing | PageError::Foreign => StatusCode::FORBIDDEN,
            PageError::Held(_) => StatusCode::CONFLICT,
            PageError::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            PageError::Busy => StatusCode::SERVICE_UNAVAILABLE,
            PageError::Full => StatusCode::INSUFFICIENT_STORAGE,
            PageError::Broken(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

impl From<StoreError> for PageError {
    fn from(error: StoreError) -> PageError {
        match error.trouble() {
            Trouble::Busy => PageError::Busy,
            Trouble::Full => PageError::Full,
            Trouble::Other => PageError::Broken(error.to_string()),
        }
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
            PageError::Elsewhere(address) => Redirect::to(&address).into_response(),
            error => {
                let mut response = error.status().into_response();
                response.extensions_mut().insert(error);
                response
            }
        }
    }
}
