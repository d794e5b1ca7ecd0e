//! What an import would come to, before anything is stored; and what it came to.

use super::corrections::{self, Names};
use super::desk::{self, Goal, State as Work};
use super::reading::FilePage;
use super::report::{Counts, Told};
use super::{allowed, crumbs, progress, waiting};
use crate::flow::upload::{Seen, Upload};
use crate::store::StoreError;
use crate::store::runs::{self, Run};
use crate::web::app::{App, Shared};
use crate::web::markup::Markup;
use crate::web::when::When;
use crate::web::{Frame, PageError, Visitor, page};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use fluent_bundle::FluentValue;
use std::time::Duration;

/// Work that is over within this time is not watched.
const SHORT_TIME: Duration = Duration::from_millis(600);

/// Before anything is stored.
#[derive(Template)]
#[template(path = "imports/preview.html")]
struct Preview {
    frame: Frame,
    id: String,
    lede: Markup,
    /// How many of several files cannot be read.
    also: Option<String>,
    /// What the button says that stores.
    store: String,
    counts: Counts,
    files: Vec<FilePage>,
    /// The first and last letters of the file's hash, where there is one file.
    hash: Option<String>,
}

impl Preview {
    /// Tells whether anything can be stored.
    fn can_store(&self) -> bool {
        self.counts.good() > 0
    }

    /// Returns the place of the first file with a row that cannot be stored.
    fn first_problem(&self) -> Option<usize> {
        self.files.iter().find(|file| !file.told.problems.is_empty()).map(|file| file.place)
    }
}

/// After it was stored.
#[derive(Template)]
#[template(path = "imports/result.html")]
struct Stored {
    frame: Frame,
    id: String,
    lede: Markup,
    counts: Counts,
    files: Vec<Told>,
    when: When,
    by: Option<String>,
}

pub async fn show(State(app): State<Shared>, visitor: Visitor, Path(id): Path<String>) -> Result<Response, PageError> {
    allowed(&visitor)?;
    if let Some(job) = app.desk.job(&id) {
        job.settled_within(SHORT_TIME).await;
    }
    if let Some(run) = runs::one(&app.db, &id).await? {
        return stored(&visitor, &corrections::names(&app).await?, run);
    }
    let Some(upload) = waiting(&app, &id)? else {
        return gone(&app, &id);
    };
    match app.desk.job(&id).map(|job| (job.state(), job)) {
        Some((Work::Seen(seen), _)) => previewed(&app, &visitor, upload, &seen).await,
        Some((Work::Waiting | Work::Working, job)) => progress::drawn(&visitor, &upload, &job),
        Some((Work::Failed(error), _)) => {
            app.desk.forget(&id);
            Err(error)
        }
        Some((Work::Stored | Work::Cancelled, _)) | None => {
            desk::begin(&app, &visitor, upload.clone(), Goal::Look).await?;
            let job = app.desk.job(&id).ok_or(PageError::NotFound)?;
            job.settled_within(SHORT_TIME).await;
            match job.state() {
                Work::Seen(seen) => previewed(&app, &visitor, upload, &seen).await,
                _ => progress::drawn(&visitor, &upload, &job),
            }
        }
    }
}

/// An upload that was given up leads to the list; one that never was is no page.
fn gone(app: &App, id: &str) -> Result<Response, PageError> {
    match app.desk.job(id).map(|job| job.state()) {
        Some(Work::Cancelled) => {
            app.desk.forget(id);
            Ok(Redirect::to("/imports?cancelled=1").into_response())
        }
        _ => Err(PageError::NotFound),
    }
}

async fn previewed(app: &App, visitor: &Visitor, upload: Upload, seen: &Seen) -> Result<Response, PageError> {
    let names = corrections::names(app).await?;
    let files = upload.files.iter().zip(&seen.files).enumerate();
    let files: Vec<FilePage> = files.map(|(place, own)| FilePage::of(visitor, &names, place, own)).collect();
    let counts = Counts::sum(seen.files.iter().map(|file| &file.report));
    let unread = seen.files.iter().filter(|file| file.report.is_refused()).count();
    let title = visitor.lang.text("imports-preview-title");
    let hash = seen.files.first().map(|file| file.report.sha256.as_str()).filter(|_| seen.files.len() == 1);
    let preview = Preview {
        frame: visitor.frame(title.clone(), None, crumbs(visitor, &title)),
        id: upload.id,
        lede: lede(visitor, "imports-preview", counts, seen.files.iter().any(|file| file.unread.is_some())),
        also: (unread > 0 && counts.rows > 0)
            .then(|| visitor.lang.say("imports-preview-also", [("n", FluentValue::from(unread as f64))])),
        store: counted(visitor, "imports-store", outcome(counts, false), counts),
        counts,
        files,
        hash: hash.and_then(|hash| Some(format!("{}…{}", hash.get(..4)?, hash.get(hash.len() - 4..)?))),
    };
    Ok(page(&preview)?.into_response())
}

fn stored(visitor: &Visitor, names: &Names, run: Run) -> Result<Response, PageError> {
    let counts = Counts::sum(&run.files);
    let title = visitor.lang.text("imports-result-title");
    let stored = Stored {
        frame: visitor.frame(title.clone(), None, crumbs(visitor, &title)),
        lede: lede(visitor, "imports-result", counts, false),
        counts,
        files: run.files.iter().map(|file| Told::of(visitor, names, file)).collect(),
        when: visitor.when(&run.at),
        by: run.by,
        id: run.id,
    };
    Ok(page(&stored)?.into_response())
}

/// Says in a sentence what matters: what is new, and what raises a question.
fn lede(visitor: &Visitor, key: &str, counts: Counts, asks: bool) -> Markup {
    Markup::strong(&counted(visitor, key, outcome(counts, asks), counts))
}

/// Returns the word for what would come, or came, of everything; `asks` if a person's answer would make more of it.
fn outcome(counts: Counts, asks: bool) -> &'static str {
    match counts {
        Counts { rows: 0, .. } if asks => "asks",
        Counts { rows: 0, .. } => "refused",
        _ if counts.good() == 0 => "nothing",
        Counts { problems: 0, added: 0, changed: 0, .. } => "known",
        Counts { problems: 0, .. } => "all",
        _ => "some",
    }
}

fn counted(visitor: &Visitor, key: &str, word: &str, counts: Counts) -> String {
    let args = [
        ("good", FluentValue::from(counts.good() as f64)),
        ("rows", FluentValue::from(counts.rows as f64)),
        ("n", FluentValue::from(counts.problems as f64)),
    ];
    visitor.lang.say(&format!("{key}-{word}"), args)
}

/// Stores the good rows.
pub async fn store(State(app): State<Shared>, visitor: Visitor, Path(id): Path<String>) -> Result<Response, PageError> {
    allowed(&visitor)?;
    if let Some(upload) = waiting(&app, &id)? {
        desk::begin(&app, &visitor, upload, Goal::Store).await?;
    }
    if let Some(job) = app.desk.job(&id) {
        job.settled_within(SHORT_TIME).await;
    }
    Ok(Redirect::to(&format!("/imports/{id}")).into_response())
}

/// Gives an upload up, whether it is only looked at or being stored: nothing of it stays.
pub async fn cancel(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, PageError> {
    allowed(&visitor)?;
    match app.desk.give_up(&id) {
        Some(job) => {
            job.settled_within(SHORT_TIME).await;
            Ok(Redirect::to(&format!("/imports/{id}")).into_response())
        }
        None => {
            if waiting(&app, &id)?.is_some() {
                Upload::remove(&app.folder, &id).map_err(StoreError::from)?;
            }
            Ok(Redirect::to("/imports?cancelled=1").into_response())
        }
    }
}

/// The address of an act has nothing to show; the preview has.
pub async fn back(_visitor: Visitor, Path(id): Path<String>) -> Redirect {
    Redirect::to(&format!("/imports/{id}"))
}
