//! A form with files: its fields as people wrote them, and the files in memory only, for they are not to touch the disk
//! before they are sealed.

use crate::web::PageError;
use crate::web::form::Filled;
use axum::extract::multipart::Field;
use axum::extract::{FromRequest, Multipart, Request};

/// The most files of one form, the most bytes of one file, and of all that is sent.
pub const FILES_MAX: usize = 5;
pub const FILE_BYTES_MAX: usize = 8 * 1024 * 1024;
pub const FORM_BYTES_MAX: usize = FILES_MAX * FILE_BYTES_MAX + 1024 * 1024;

/// So many characters of a file's name are kept.
const NAME_CHARACTERS_MAX: usize = 200;

/// A file's name and its bytes.
pub type Attached = (String, Vec<u8>);

/// What a form brought.
#[derive(Debug, Default)]
pub struct Taken {
    pub filled: Filled,
    pub files: Vec<Attached>,
    /// The key of why files were left out.
    pub fault: Option<&'static str>,
}

impl<S: Send + Sync> FromRequest<S> for Taken {
    type Rejection = PageError;

    async fn from_request(request: Request, state: &S) -> Result<Taken, PageError> {
        let multipart = Multipart::from_request(request, state).await;
        let mut multipart = multipart.map_err(|rejection| PageError::of_status(rejection.status()))?;
        let (mut values, mut taken) = (vec![], Taken::default());
        loop {
            let field = multipart.next_field().await.map_err(|error| PageError::of_status(error.status()))?;
            let Some(field) = field else { break };
            match field.file_name().map(short) {
                Some(name) if name.is_empty() => {}
                Some(name) => taken.add(name, field).await?,
                None => {
                    let name = field.name().unwrap_or_default().to_owned();
                    let value = field.text().await.map_err(|error| PageError::of_status(error.status()))?;
                    values.push((name, value));
                }
            }
        }
        taken.filled = Filled::with(values.iter().map(|(name, value)| (name.as_str(), value.clone())));
        Ok(taken)
    }
}

impl Taken {
    async fn add(&mut self, name: String, field: Field<'_>) -> Result<(), PageError> {
        let bytes = field.bytes().await.map_err(|error| PageError::of_status(error.status()))?;
        if bytes.len() > FILE_BYTES_MAX {
            self.fault = Some("report-file-too-large");
        } else if self.files.len() == FILES_MAX {
            self.fault = Some("report-files-too-many");
        } else if !bytes.is_empty() {
            self.files.push((name, bytes.to_vec()));
        }
        Ok(())
    }
}

/// Returns a file's name without the folders that some browsers send, and without signs that no name has.
fn short(written: &str) -> String {
    let name = written.rsplit(['/', '\\']).next().unwrap_or_default();
    name.chars().filter(|c| !c.is_control()).take(NAME_CHARACTERS_MAX).collect::<String>().trim().to_owned()
}
