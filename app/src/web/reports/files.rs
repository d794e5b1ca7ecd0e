//! Files of a report: handed out to those it is open to, and added later.

use super::room::Room;
use super::show::{done, drawn};
use super::taken::Taken;
use crate::flow::reports::{With, bytes_of};
use crate::web::{PageError, href};
use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use domain::case::Act;
use domain::journal::digest;

/// Hands out a file as it was sealed; a browser stores it and shows nothing of it.
pub async fn show(room: Room, Path((_, n)): Path<(String, usize)>) -> Result<Response, PageError> {
    let file = room.opened.envelope.files.get(n).ok_or(PageError::NotFound)?;
    let bytes = bytes_of(&room.app.db, file).await?.ok_or_else(|| PageError::Broken("a sealed file".to_owned()))?;
    let name = format!("attachment; filename*=UTF-8''{}", href::encoded(&file.name));
    let headers = [(header::CONTENT_TYPE, "application/octet-stream".to_owned()), (header::CONTENT_DISPOSITION, name)];
    Ok((headers, bytes).into_response())
}

/// Adds a file: whoever reported may, and those who work on it.
pub async fn attach(room: Room, taken: Taken) -> Result<Response, PageError> {
    let Taken { mut filled, files, fault, .. } = taken;
    let Some((name, bytes)) = files.into_iter().next().filter(|_| fault.is_none()) else {
        filled.refuse("files", room.visitor.lang.text(fault.unwrap_or("report-no-file")));
        return drawn(&room, filled, None);
    };
    let act = Act::SealEvidence { name, sha256: digest(&bytes), text: None };
    done(room, filled, act, With { bytes: Some(&bytes), ..With::default() }).await
}
