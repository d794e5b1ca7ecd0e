//! A form with files: its fields as people wrote them, and the files in memory only, for they are not to touch the disk
//! before they are sealed.

use crate::web::PageError;
use crate::web::form::{Filled, file_name};
use axum::extract::multipart::Field;
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::StatusCode;

/// The most files of one form, the most bytes of one file, and of all that is written.
pub const FILES_MAX: usize = 5;
pub const FILE_BYTES_MAX: usize = 8 * 1024 * 1024;
const WRITTEN_BYTES_MAX: usize = 1024 * 1024;

/// So much of a form is read. It is far more than is held: what is too large is let go while it comes in, for a form that
/// broke off there would lose every word in it.
pub const FORM_BYTES_MAX: usize = 512 * 1024 * 1024;

/// A file's name and its bytes.
pub type Attached = (String, Vec<u8>);

/// What a form brought.
#[derive(Debug, Default)]
pub struct Taken {
    pub filled: Filled,
    pub files: Vec<Attached>,
    /// The key of why files were left out, and their names.
    pub fault: Option<&'static str>,
    pub left_out: Vec<String>,
}

impl<S: Send + Sync> FromRequest<S> for Taken {
    type Rejection = PageError;

    async fn from_request(request: Request, state: &S) -> Result<Taken, PageError> {
        let multipart = Multipart::from_request(request, state).await;
        let mut multipart = multipart.map_err(|rejection| PageError::of_status(rejection.status()))?;
        let (mut values, mut taken, mut room) = (vec![], Taken::default(), WRITTEN_BYTES_MAX);
        loop {
            let field = multipart.next_field().await.map_err(|error| PageError::of_status(error.status()))?;
            let Some(field) = field else { break };
            match field.file_name().map(file_name) {
                Some(name) if name.is_empty() => {}
                Some(name) => taken.add(name, field).await?,
                None => {
                    let name = field.name().unwrap_or_default().to_owned();
                    let bytes = first(field, room).await?;
                    let bytes = bytes.ok_or_else(|| PageError::of_status(StatusCode::PAYLOAD_TOO_LARGE))?;
                    room -= bytes.len();
                    values.push((name, String::from_utf8_lossy(&bytes).into_owned()));
                }
            }
        }
        taken.filled = Filled::with(values.iter().map(|(name, value)| (name.as_str(), value.clone())));
        Ok(taken)
    }
}

impl Taken {
    async fn add(&mut self, name: String, field: Field<'_>) -> Result<(), PageError> {
        let is_one_too_many = self.files.len() == FILES_MAX;
        let bytes = first(field, if is_one_too_many { 0 } else { FILE_BYTES_MAX }).await?;
        match bytes {
            Some(bytes) if bytes.is_empty() => {}
            Some(bytes) => self.files.push((name, bytes)),
            None => {
                let fault = if is_one_too_many { "report-files-too-many" } else { "report-file-too-large" };
                self.fault = Some(fault);
                self.left_out.push(name);
            }
        }
        Ok(())
    }
}

/// Reads a part of a form, all of it; returns nothing if it is longer than so many bytes, and then holds none of it.
async fn first(mut field: Field<'_>, bytes_max: usize) -> Result<Option<Vec<u8>>, PageError> {
    let mut bytes = Some(vec![]);
    while let Some(chunk) = field.chunk().await.map_err(|error| PageError::of_status(error.status()))? {
        bytes = bytes.filter(|held: &Vec<u8>| held.len() + chunk.len() <= bytes_max);
        if let Some(held) = &mut bytes {
            held.extend_from_slice(&chunk);
        }
    }
    Ok(bytes)
}
