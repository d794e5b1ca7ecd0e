//! Stopping work for the client from within its case, and letting it go on: the hold and the entry of the journal are
//! written together. To everyone else it is a hold like any other (RULINGS 37).

use super::refusal::Refused;
use super::scene::Scene;
use super::{by, crumbs, seen};
use crate::flow::cases::{self, With};
use crate::store::holds::{self, Change, Hold, SCOPES};
use crate::web::app::Shared;
use crate::web::form::Filled;
use crate::web::holds::{read, says};
use crate::web::markup::Markup;
use crate::web::{Frame, PageError, Verb, Visitor, href, page};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::case::{Act, Action};

#[derive(Template)]
#[template(path = "cases/hold.html")]
struct Page {
    frame: Frame,
    filled: Filled,
    refused: Option<Refused>,
    here: String,
    back: String,
    name: Markup,
    step: Markup,
    /// The holds that were set from within the case: the id of each, and what it says.
    holds: Vec<(String, Markup)>,
    scopes: [&'static str; 3],
    /// Who can be asked; empty where setting a hold is not the visitor's.
    askable: Vec<(String, String)>,
    seen: u32,
}

/// A client and one of its cases, as an address names them.
type At = Path<(String, String)>;

pub async fn show(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((client, case)): At,
) -> Result<Response, PageError> {
    let scene = Scene::of(&app, &visitor, &client, &case).await?;
    let refused = scene.not_yours(Action::HoldWork);
    drawn(&app, &scene, Filled::default(), refused, StatusCode::OK).await
}

pub async fn back(Path((client, case)): At) -> Redirect {
    Redirect::to(&address(&client, &case))
}

fn address(client: &str, case: &str) -> String {
    href::case(href::decoded(client), case) + "/hold"
}

/// Stops work.
pub async fn set(
    State(app): State<Shared>,
    mut visitor: Visitor,
    Path((client, case)): At,
    mut filled: Filled,
) -> Result<Response, PageError> {
    visitor.at(&address(&client, &case));
    let scene = Scene::of(&app, &visitor, &client, &case).await?;
    let ask = askable(&scene).into_iter().find(|(member, _)| member == filled.value("ask"));
    let Some(hold) = read(&mut filled, &visitor, &scene.opened.key.client, ask) else {
        return drawn(&app, &scene, filled, None, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    done(&app, scene, filled, Act::SetHold { hold: hold.id.clone() }, Change::Set(&hold)).await
}

/// Lets work go on.
pub async fn release(
    State(app): State<Shared>,
    mut visitor: Visitor,
    Path((client, case)): At,
    filled: Filled,
) -> Result<Response, PageError> {
    visitor.at(&address(&client, &case));
    let scene = Scene::of(&app, &visitor, &client, &case).await?;
    let (client, hold) = (scene.opened.key.client.clone(), filled.value("hold").to_owned());
    let change = Change::Release { client: &client, id: &hold, on: visitor.today };
    done(&app, scene, filled, Act::ReleaseHold { hold: hold.clone() }, change).await
}

async fn done(
    app: &Shared,
    scene: Scene<'_>,
    filled: Filled,
    act: Act,
    change: Change<'_>,
) -> Result<Response, PageError> {
    let by = by(app, scene.visitor, seen(&filled));
    let with = With { hold: Some(change), ..With::default() };
    match cases::act_with(app.place(), &scene.opened.key, &by, act, with).await {
        Ok(_) => Ok(Redirect::to(&scene.href("")).into_response()),
        Err(not_done) => {
            let refused = Refused::of(&scene.pen, &scene.people, scene.case(), not_done)?;
            drawn(app, &scene, filled, Some(refused), StatusCode::UNPROCESSABLE_ENTITY).await
        }
    }
}

/// Returns who can be asked: those of the firm who may let work go on here, so that it does not go on beside the case.
fn askable(scene: &Scene) -> Vec<(String, String)> {
    let may = scene.people.present().filter(|one| scene.case().allows(&one.id, Action::HoldWork));
    may.map(|one| (one.id.clone(), one.name.clone())).collect()
}

async fn drawn(
    app: &Shared,
    scene: &Scene<'_>,
    filled: Filled,
    refused: Option<Refused>,
    status: StatusCode,
) -> Result<Response, PageError> {
    let (pen, visitor) = (&scene.pen, scene.visitor);
    let standing = holds::standing(&app.db, &scene.opened.key.client).await?;
    let own = standing.iter().filter(|hold: &&Hold| scene.case().holds.contains(&hold.id));
    let title = visitor.lang.text("case-hold-title");
    let shown = Page {
        frame: visitor.frame(title.clone(), Some(Verb::Decide), crumbs(visitor, &scene.opened, Some(title))),
        refused,
        here: scene.href("hold"),
        back: scene.href(""),
        name: pen.name(scene.name()),
        step: scene.stage(),
        holds: own.map(|hold| (hold.id.clone(), says(pen, hold))).collect(),
        scopes: SCOPES,
        askable: if scene.may(Action::HoldWork) { askable(scene) } else { vec![] },
        seen: scene.case().seq,
        filled,
    };
    Ok((status, page(&shown)?).into_response())
}
