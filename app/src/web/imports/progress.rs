//! How far the work on an upload is: a page that renews itself, and a stream for those whose browser runs scripts.

use super::desk::{Goal, Job, State as Work};
use super::{allowed, crumbs};
use crate::flow::upload::Upload;
use crate::lang::Lang;
use crate::web::app::Shared;
use crate::web::markup::Markup;
use crate::web::{Frame, PageError, Visitor, page, progress};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use fluent_bundle::FluentValue;
use futures_util::stream::{self, Stream};
use std::convert::Infallible;
use std::sync::Arc;

#[derive(Template)]
#[template(path = "imports/progress.html")]
struct Page {
    frame: Frame,
    id: String,
    names: Vec<String>,
    lede: Markup,
    note: String,
    said: String,
    rows: u64,
    total: u64,
}

/// Draws the page of work that is not over.
pub fn drawn(visitor: &Visitor, upload: &Upload, job: &Job) -> Result<Response, PageError> {
    let key = match job.goal {
        Goal::Look => "imports-looking",
        Goal::Store => "imports-storing",
    };
    let (rows, total) = job.rows();
    let title = visitor.lang.text(&format!("{key}-title"));
    let progress = Page {
        frame: visitor.frame(title.clone(), None, crumbs(visitor, &title)),
        id: upload.id.clone(),
        names: upload.files.iter().map(|file| file.name.clone()).collect(),
        lede: Markup::strong(&visitor.lang.text(&format!("{key}-lede"))),
        note: visitor.lang.text(&format!("{key}-note")),
        said: said(&visitor.lang, job),
        rows,
        total,
    };
    Ok(page(&progress)?.into_response())
}

/// Says how far it is: 31,400 of about 48,200 rows.
fn said(lang: &Lang, job: &Job) -> String {
    let (rows, total) = job.rows();
    let args = [("rows", FluentValue::from(rows as f64)), ("total", FluentValue::from(total as f64))];
    match job.state() {
        Work::Waiting => lang.text("imports-waits"),
        _ if rows == 0 => lang.text("imports-begins"),
        _ => lang.say("imports-rows", args),
    }
}

/// Tells again and again how far it is, and then that it is over.
pub async fn stream(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Sse<impl Stream<Item = Result<Event, Infallible>>>, PageError> {
    allowed(&visitor)?;
    let job = app.desk.job(&id).ok_or(PageError::NotFound)?;
    let lang = visitor.lang;
    let told = stream::unfold(Some(job), move |job| async move {
        let job = job?;
        job.settled_within(progress::TELL_TIME).await;
        Some((Ok(event(&lang, &job)), (!job.is_settled()).then_some(job)))
    });
    Ok(Sse::new(told).keep_alive(KeepAlive::default()))
}

fn event(lang: &Lang, job: &Arc<Job>) -> Event {
    if job.is_settled() { progress::over() } else { progress::told(&said(lang, job), job.rows()) }
}
