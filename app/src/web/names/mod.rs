//! Names of people in the records, and the member each of them is. Whoever maps names decides who sees which hours, so
//! members themselves do not.

mod file;

use crate::store::members::{self, Member};
use crate::store::person_names::{self, Found, Mapped};
use crate::store::viewer::Role;
use crate::web::app::Shared;
use crate::web::form::Filled;
use crate::web::{Frame, PageError, Verb, Visitor, page};
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use domain::text::fold;

/// The most names that one page asks about; when they are mapped, the next ones come.
const NAMES_MAX: usize = 100;

/// The choice that a name is nobody of ours.
const NOBODY: &str = "-";

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/names", get(show).post(save))
        .route("/names.csv", get(file::answer))
        .route("/names.xlsx", get(file::answer))
        .route("/names/removal", post(remove).get(back))
}

#[derive(Template)]
#[template(path = "names/show.html")]
struct Show {
    frame: Frame,
    /// Names that nobody mapped yet, each with the member it is most likely.
    found: Vec<(Found, Option<String>)>,
    /// How many more there are.
    more: u64,
    mapped: Vec<Mapped>,
    members: Vec<Member>,
}

async fn show(State(app): State<Shared>, visitor: Visitor) -> Result<Response, PageError> {
    allowed(&visitor)?;
    let members: Vec<Member> = members::all(&app.db).await?.into_iter().filter(|member| !member.adviser).collect();
    let found = person_names::unmapped(&app.db).await?;
    let more = found.len().saturating_sub(NAMES_MAX) as u64;
    let likely = |found: &Found| {
        let same = members.iter().find(|member| fold(&member.name) == found.spelling);
        same.map(|member| member.id.clone())
    };
    let found = found.into_iter().take(NAMES_MAX).map(|found| (likely(&found), found)).map(|(l, f)| (f, l)).collect();
    let show = Show {
        frame: visitor.frame(visitor.lang.text("names-title"), Some(Verb::Watch), vec![]),
        found,
        more,
        mapped: person_names::all(&app.db).await?,
        members,
    };
    Ok(page(&show)?.into_response())
}

/// Saves every name that has a choice; the others stay as they are.
async fn save(State(app): State<Shared>, visitor: Visitor, filled: Filled) -> Result<Response, PageError> {
    allowed(&visitor)?;
    let members = members::all(&app.db).await?;
    for (spelling, choice) in filled.all("spelling").into_iter().zip(filled.all("member")) {
        let member = members.iter().find(|member| member.id == choice);
        match (choice, member) {
            (NOBODY, _) => person_names::map(&app.db, spelling, None).await?,
            (_, Some(member)) => person_names::map(&app.db, spelling, Some(&member.id)).await?,
            _ => {}
        }
    }
    Ok(Redirect::to("/names").into_response())
}

async fn remove(State(app): State<Shared>, visitor: Visitor, filled: Filled) -> Result<Response, PageError> {
    allowed(&visitor)?;
    person_names::forget(&app.db, filled.value("spelling")).await?;
    Ok(Redirect::to("/names").into_response())
}

/// The address of an act has nothing to show; the page has.
async fn back(_visitor: Visitor) -> Redirect {
    Redirect::to("/names")
}

fn allowed(visitor: &Visitor) -> Result<(), PageError> {
    visitor.require(Role::Finance)?;
    if visitor.sharing.is_some() { Err(PageError::Sharing) } else { Ok(()) }
}
