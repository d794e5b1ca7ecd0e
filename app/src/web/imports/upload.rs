//! Files handed over: written to the disk as they come in, never held whole.

use super::desk::{self, Goal};
use super::{allowed, crumbs};
use crate::entropy;
use crate::flow::upload::{Handed, Reading, Upload};
use crate::store::StoreError;
use crate::web::app::{App, Shared};
use crate::web::form::{Filled, file_name};
use crate::web::markup::Markup;
use crate::web::records::kind_name;
use crate::web::{Frame, PageError, Visitor, page};
use askama::Template;
use axum::extract::multipart::Field;
use axum::extract::{Multipart, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::record::KINDS;
use fluent_bundle::FluentValue;
use std::path::Path;
use std::time::Duration;
use tokio::fs;
use tokio::io::AsyncWriteExt;

/// A small file is looked at within this time; the page then shows it at once.
const LOOK_TIME: Duration = Duration::from_millis(1500);

/// The most files handed over at once.
const FILES_MAX: usize = 50;

#[derive(Template)]
#[template(path = "imports/new.html")]
struct New {
    frame: Frame,
    lede: Markup,
    filled: Filled,
    /// The most megabytes and bytes of a file.
    limit: String,
    bytes_max: u64,
    /// Table and word of each kind.
    kinds: Vec<(&'static str, String)>,
}

pub async fn show(State(app): State<Shared>, visitor: Visitor) -> Result<Response, PageError> {
    allowed(&visitor)?;
    drawn(&app, &visitor, Filled::default(), StatusCode::OK)
}

fn drawn(app: &App, visitor: &Visitor, filled: Filled, status: StatusCode) -> Result<Response, PageError> {
    let title = visitor.lang.text("imports-new-title");
    let new = New {
        frame: visitor.frame(title.clone(), None, crumbs(visitor, &title)),
        lede: Markup::strong(&visitor.lang.text("imports-new-lede")),
        filled,
        limit: megabytes(app, visitor),
        bytes_max: app.file_bytes_max,
        kinds: KINDS.iter().map(|kind| (kind.table, kind_name(visitor.lang, kind))).collect(),
    };
    Ok((status, page(&new)?).into_response())
}

fn megabytes(app: &App, visitor: &Visitor) -> String {
    visitor.lang.number((app.file_bytes_max >> 20) as f64, 0)
}

pub async fn save(
    State(app): State<Shared>,
    mut visitor: Visitor,
    mut multipart: Multipart,
) -> Result<Response, PageError> {
    allowed(&visitor)?;
    visitor.at("/imports/new");
    let id = entropy::id();
    let taken = take(&app, &id, &mut multipart).await;
    let files = match taken {
        Ok(files) if !files.is_empty() => files,
        taken => {
            Upload::remove(&app.folder, &id).map_err(StoreError::from)?;
            drain(&mut multipart).await;
            let mut filled = Filled::default();
            filled.refuse("files", refusal(&app, &visitor, taken.err())?);
            return drawn(&app, &visitor, filled, StatusCode::UNPROCESSABLE_ENTITY);
        }
    };
    let upload = Upload { id: id.clone(), member: visitor.member.clone(), at: app.now(), files };
    upload.save(&app.folder).map_err(StoreError::from)?;
    desk::begin(&app, &visitor, upload, Goal::Look).await?;
    if let Some(job) = app.desk.job(&id) {
        job.settled_within(LOOK_TIME).await;
    }
    Ok(Redirect::to(&format!("/imports/{id}")).into_response())
}

/// Why files were not taken.
enum Refusal {
    TooLarge(String),
    TooMany,
    Page(PageError),
}

impl<E: Into<StoreError>> From<E> for Refusal {
    fn from(error: E) -> Refusal {
        Refusal::Page(PageError::from(error.into()))
    }
}

fn refusal(app: &App, visitor: &Visitor, refusal: Option<Refusal>) -> Result<String, PageError> {
    let lang = &visitor.lang;
    match refusal {
        None => Ok(lang.text("imports-no-file")),
        Some(Refusal::TooMany) => Ok(lang.say("imports-too-many", [("n", FluentValue::from(FILES_MAX as f64))])),
        Some(Refusal::TooLarge(name)) => {
            let args = [("name", FluentValue::from(name)), ("limit", FluentValue::from(megabytes(app, visitor)))];
            Ok(lang.say("imports-too-large", args))
        }
        Some(Refusal::Page(error)) => Err(error),
    }
}

/// Writes the files of a form to their folder.
async fn take(app: &App, id: &str, multipart: &mut Multipart) -> Result<Vec<Handed>, Refusal> {
    let folder = Upload::folder(&app.folder, id);
    let mut files = Vec::new();
    let unread = |status| Refusal::Page(PageError::of_status(status));
    while let Some(mut field) = multipart.next_field().await.map_err(|error| unread(error.status()))? {
        let name = field.file_name().map(file_name).unwrap_or_default();
        if name.is_empty() {
            continue;
        } else if files.len() == FILES_MAX {
            return Err(Refusal::TooMany);
        }
        fs::create_dir_all(&folder).await?;
        let bytes = write(&mut field, &folder.join(files.len().to_string()), &name, app.file_bytes_max).await?;
        files.push(Handed { name, bytes, reading: Reading::default() });
    }
    Ok(files)
}

/// Reads to the end what is not wanted: a browser shows an answer only when it could send everything.
async fn drain(multipart: &mut Multipart) {
    while let Ok(Some(mut field)) = multipart.next_field().await {
        while let Ok(Some(_)) = field.chunk().await {}
    }
}

async fn write(field: &mut Field<'_>, path: &Path, name: &str, bytes_max: u64) -> Result<u64, Refusal> {
    let mut file = fs::File::create(path).await?;
    let mut bytes = 0;
    loop {
        let chunk = field.chunk().await.map_err(|error| Refusal::Page(PageError::of_status(error.status())))?;
        let Some(chunk) = chunk else { break };
        bytes += chunk.len() as u64;
        if bytes > bytes_max {
            return Err(Refusal::TooLarge(name.to_owned()));
        }
        file.write_all(&chunk).await?;
    }
    file.flush().await?;
    Ok(bytes)
}
