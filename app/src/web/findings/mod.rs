//! One finding: what was seen, how we know, whether it is us, what would change it, the rows it rests on, and what
//! people said of it.

mod explain;
mod file;
mod rows;
mod rows_file;
mod show;
mod words;

pub use words::confidence;

use super::{PageError, Shared, Visitor, href};
use crate::clock::stamp;
use crate::flow::assess;
use crate::store::episodes::{self, Said};
use axum::Router;
use axum::extract::{Form, Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use domain::sign::{Code, Family, State as Verdict};
use serde::Deserialize;

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/clients/{client}/findings.csv", get(file::answer))
        .route("/clients/{client}/findings.xlsx", get(file::answer))
        .route("/clients/{client}/findings/{code}", get(show::show))
        .route("/clients/{client}/findings/{code}/{rows}", get(rows_file::download))
        .route("/clients/{client}/findings/{code}/confirmation", post(confirm))
        .route("/clients/{client}/findings/{code}/dismissal", post(dismiss))
}

/// What a form says of a finding.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Reason {
    reason: String,
}

/// A reason is a sentence or two, no essay.
const REASON_MAX: usize = 2000;

async fn confirm(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((client, code)): Path<(String, String)>,
    Form(said): Form<Reason>,
) -> Result<Response, PageError> {
    decide(&app, &visitor, (&client, &code), Verdict::Confirmed, &said.reason).await
}

async fn dismiss(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((client, code)): Path<(String, String)>,
    Form(said): Form<Reason>,
) -> Result<Response, PageError> {
    if said.reason.trim().is_empty() {
        let page = show::with_error(&app, &visitor, &client, &code, "dismiss-reason-missing").await?;
        Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
    } else {
        decide(&app, &visitor, (&client, &code), Verdict::Dismissed, &said.reason).await
    }
}

/// Keeps what a person says of a finding that they may see.
async fn decide(
    app: &Shared,
    visitor: &Visitor,
    (client, code): (&str, &str),
    state: Verdict,
    reason: &str,
) -> Result<Response, PageError> {
    let code = Code::of(code).filter(|code| may_decide(visitor, *code)).ok_or(PageError::NotFound)?;
    let client = href::decoded(client);
    if !visitor.viewer.sees_client(client) {
        return Err(PageError::NotFound);
    }
    let reason: String = reason.trim().chars().take(REASON_MAX).collect();
    let at = stamp(app.clock.now());
    let said = Said { client, code, state, reason: &reason, member: &visitor.member, at: &at };
    if episodes::decide(&app.db, &said).await? {
        // What is dismissed no longer counts beside the findings of later days.
        assess::one_client(&app.db, client, visitor.today).await?;
        Ok(Redirect::to(&href::finding(client, code)).into_response())
    } else {
        Err(PageError::NotFound)
    }
}

/// Tells whether a visitor may confirm or dismiss: not before the client's own people, and never the critical road,
/// which has its own.
fn may_decide(visitor: &Visitor, code: Code) -> bool {
    visitor.sharing.is_none() && visitor.viewer.sees_finding(code) && code.family() != Family::Critical
}
