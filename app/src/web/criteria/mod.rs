//! Intake criteria: what earlier clients taught, as rules that are tried on the firm's own clients before the owner puts
//! them into force.

mod list;
mod show;
mod wording;

use super::app::Shared;
use super::prospects::{allowed, by, learn};
use super::{Crumb, PageError, Visitor, href};
use crate::flow;
use crate::flow::next_client::{self, Told};
use crate::store::cases::{self, Key};
use crate::store::lesson_log::{self, Place, Topic};
use axum::Router;
use axum::extract::Path;
use axum::response::Redirect;
use axum::routing::{get, post};
use domain::case::learning::Form;
use domain::case::{Action, Stage};
use domain::lesson::criterion::{Criterion, Event};

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/criteria", get(list::list))
        .route("/criteria.csv", get(list::file))
        .route("/criteria.xlsx", get(list::file))
        .route("/criteria/new", get(wording::ask_new).post(wording::add))
        .route("/criteria/{id}", get(show::show))
        .route("/criteria/{id}/back-test.csv", get(show::file))
        .route("/criteria/{id}/back-test.xlsx", get(show::file))
        .route("/criteria/{id}/edit", get(wording::ask).post(wording::change))
        .route("/criteria/{id}/activation", post(show::activate).get(back))
        .route("/criteria/{id}/retirement", post(show::retire).get(back))
}

async fn back(Path(id): Path<String>) -> Redirect {
    Redirect::to(&address(&id))
}

/// Returns a criterion's page.
fn address(id: &str) -> String {
    href::path(["criteria", id])
}

/// Returns the way to a page below the list.
fn crumbs(visitor: &Visitor) -> Vec<Crumb> {
    vec![learn(visitor), Crumb { text: visitor.lang.text("criteria-title"), href: Some("/criteria".to_owned()) }]
}

async fn load(app: &Shared, visitor: &Visitor, id: &str) -> Result<Told<Criterion, Event>, PageError> {
    allowed(visitor)?;
    next_client::criterion(&app.db, id).await?.ok_or(PageError::NotFound)
}

/// Returns client, case and number of a lesson, `client/case/number`, for whoever takes part in the case; for anyone else
/// there is none.
async fn lesson<'l>(app: &Shared, visitor: &Visitor, lesson: Option<&'l str>) -> Result<Option<Parts<'l>>, PageError> {
    let Some(parts) = lesson.and_then(parts) else { return Ok(None) };
    let theirs = cases::of_member(&app.db, &visitor.member, Some(parts.0)).await?;
    Ok(theirs.iter().any(|line| line.key.case == parts.1).then_some(parts))
}

/// A client, one of its cases, and the number of a lesson of it.
type Parts<'l> = (&'l str, &'l str, u32);

/// Writes where a lesson stands.
pub fn place_of(key: &Key, lesson: u32) -> String {
    format!("{}/{}/{lesson}", key.client, key.case)
}

/// Reads where a lesson stands; the client's key may hold a slash.
fn parts(lesson: &str) -> Option<Parts<'_>> {
    let (rest, number) = lesson.rsplit_once('/')?;
    let (client, case) = rest.rsplit_once('/')?;
    Some((client, case, number.parse().ok()?))
}

/// Returns the lessons that a criterion may come from: those that change something, of the cases in which a visitor takes
/// part, each with its words.
async fn lessons(app: &Shared, visitor: &Visitor) -> Result<Vec<(String, String)>, PageError> {
    let mut all = vec![];
    let lines = cases::of_member(&app.db, &visitor.member, None).await?;
    for line in lines.into_iter().filter(|line| matches!(line.stage, Stage::Closed | Stage::Learned)) {
        let Some(opened) = flow::cases::load(app.place(), &line.key).await? else { continue };
        if opened.case.allows(&visitor.member, Action::See) {
            let changing = opened.case.learning.standing().filter(|one| one.lesson.form != Form::Practice);
            let worded = changing.filter_map(|one| Some((one.lesson.id, one.said.clone()?)));
            all.extend(worded.map(|(id, said)| (place_of(&line.key, id), said)));
        }
    }
    Ok(all)
}

/// Writes down what happened; tells whether the page that was looked at was the latest.
async fn write(app: &Shared, visitor: &Visitor, id: &str, seen: u32, event: &Event) -> Result<bool, PageError> {
    let place = Place { topic: Topic::Criterion, subject: id, seen, on: visitor.today };
    Ok(lesson_log::append(&app.db, place, &[(event, None)], &by(app, visitor)).await?)
}
