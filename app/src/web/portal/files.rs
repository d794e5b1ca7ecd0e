//! The files on the client's page: what was given to them of what the case keeps, and what they take along.

use super::Reader;
use crate::flow::case_files::{self, What};
use crate::flow::client_part::{self, CLIENT_PART};
use crate::web::PageError;
use crate::web::app::Shared;
use crate::web::cases::proofs::{attached, streamed};
use axum::extract::{Path, State};
use axum::response::Response;

/// A file in the list: where it is, its name, and its digest.
pub struct FileLine {
    pub href: String,
    pub name: String,
    pub digest: String,
}

pub fn lines(reader: &Reader) -> Vec<FileLine> {
    let given = reader.page.files.iter().map(|file| FileLine {
        href: format!("/client-page/files/{}", file.sha256),
        name: file.name.clone().unwrap_or_else(|| reader.lang.text("words-erased")),
        digest: file.sha256.clone(),
    });
    let part = reader.page.part.iter().map(|sha256| FileLine {
        href: format!("/client-page/{CLIENT_PART}"),
        name: reader.lang.text("portal-client-part"),
        digest: sha256.clone(),
    });
    given.chain(part).collect()
}

/// Hands out a file that was given to whoever reads.
pub async fn file(
    State(app): State<Shared>,
    reader: Reader,
    Path(sha256): Path<String>,
) -> Result<Response, PageError> {
    let given = reader.page.files.iter().find(|file| file.sha256 == sha256).ok_or(PageError::NotFound)?;
    let bytes = case_files::open(app.place(), &reader.link.key, What::Proof, &sha256).await?;
    Ok(attached(given.name.as_deref().unwrap_or(&sha256), bytes.ok_or(PageError::NotFound)?))
}

/// Hands out what the client takes along.
pub async fn part(State(app): State<Shared>, reader: Reader) -> Result<Response, PageError> {
    let sha256 = reader.page.part.as_deref().ok_or(PageError::NotFound)?;
    let zip = client_part::open(app.place(), &reader.link.key, sha256).await?;
    Ok(attached(CLIENT_PART, streamed(zip.ok_or(PageError::NotFound)?)))
}
