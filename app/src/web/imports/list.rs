//! Past imports, and files that wait for a decision.

use super::allowed;
use crate::flow::upload::Upload;
use crate::store::StoreError;
use crate::store::runs::{self, Run};
use crate::web::app::Shared;
use crate::web::when::When;
use crate::web::{Frame, PageError, Visitor, page};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};

/// So many runs are listed.
const RUNS_MAX: i64 = 100;

#[derive(Template)]
#[template(path = "imports/list.html")]
struct List {
    frame: Frame,
    runs: Vec<Line>,
    waiting: Vec<Waiting>,
    cancelled: bool,
}

/// A run that was stored.
struct Line {
    run: Run,
    when: When,
}

impl Line {
    fn sum(&self, of: fn(&runs::RunFile) -> u64) -> u64 {
        self.run.files.iter().map(of).sum()
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
    Upload::sweep(&app.folder, app.clock.now()).map_err(StoreError::from)?;
    let line = |run: Run| Line { when: visitor.when(&run.at), run };
    let waiting = |upload: Upload| Waiting { when: visitor.when(&upload.at), upload };
    let uploads = Upload::all(&app.folder).map_err(StoreError::from)?;
    let list = List {
        frame: visitor.frame(visitor.lang.text("imports-title"), None, vec![]),
        runs: runs::latest(&app.db, RUNS_MAX).await?.into_iter().map(line).collect(),
        waiting: uploads.into_iter().map(waiting).collect(),
        cancelled: asked.cancelled.is_some(),
    };
    Ok(page(&list)?.into_response())
}
