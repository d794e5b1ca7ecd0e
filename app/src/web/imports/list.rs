//! Past imports, and files that wait for a decision.

use super::allowed;
use super::report::{Counts, kinds_said};
use crate::flow::upload::Upload;
use crate::store::StoreError;
use crate::store::runs::{self, Run};
use crate::web::app::Shared;
use crate::web::markup::Markup;
use crate::web::when::When;
use crate::web::{Frame, PageError, Visitor, page};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use fluent_bundle::FluentValue;

/// So many runs are listed.
const RUNS_MAX: i64 = 100;

#[derive(Template)]
#[template(path = "imports/list.html")]
struct List {
    frame: Frame,
    lede: Markup,
    runs: Vec<Line>,
    waiting: Vec<Waiting>,
    cancelled: bool,
}

/// A run that was stored.
struct Line {
    when: When,
    /// So many records of each kind.
    kinds: Vec<String>,
    counts: Counts,
    /// Files of which nothing was stored.
    refused: u64,
    run: Run,
}

impl Line {
    fn of(visitor: &Visitor, run: Run) -> Line {
        Line {
            when: visitor.when(&run.at),
            kinds: kinds_said(visitor.lang, &run.files),
            counts: Counts::sum(&run.files),
            refused: run.files.iter().filter(|file| file.is_refused()).count() as u64,
            run,
        }
    }

    /// Returns the place of the first file with a row that was not stored.
    fn first_problem(&self) -> Option<usize> {
        self.run.files.iter().position(|file| file.problems_total > 0)
    }
}

/// Files that were handed over and are not stored.
struct Waiting {
    upload: Upload,
    when: When,
}

#[derive(serde::Deserialize)]
pub struct Asked {
    cancelled: Option<String>,
}

pub async fn show(
    State(app): State<Shared>,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    allowed(&visitor)?;
    let waiting = |upload: Upload| Waiting { when: visitor.when(&upload.at), upload };
    let uploads = Upload::all(&app.folder).map_err(StoreError::from)?;
    let runs = runs::latest(&app.db, RUNS_MAX).await?;
    let total = runs::count(&app.db).await?;
    let list = List {
        frame: visitor.frame(visitor.lang.text("imports-title"), None, vec![]),
        lede: Markup::strong(&visitor.lang.say("imports-lede", [("n", FluentValue::from(total as f64))])),
        runs: runs.into_iter().map(|run| Line::of(&visitor, run)).collect(),
        waiting: uploads.into_iter().map(waiting).collect(),
        cancelled: asked.cancelled.is_some(),
    };
    Ok(page(&list)?.into_response())
}
