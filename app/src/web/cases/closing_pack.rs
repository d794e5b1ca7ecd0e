//! The closing pack of a case: what goes into it, sealing it, and the file.

use super::people::People;
use super::refusal::Refused;
use super::scene::Scene;
use super::{by, seen};
use crate::document::{Fonts, Letterhead};
use crate::flow::case_files::{self, Parties, What};
use crate::web::app::Shared;
use crate::web::closing_pack::made;
use crate::web::form::Filled;
use crate::web::markup::{Markup, Pen};
use crate::web::{Frame, PageError, Visitor, href, page};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use domain::case::{Action, Stage};
use domain::separation::portal::ClientPage;

#[derive(Template)]
#[template(path = "cases/closing_pack.html")]
struct Show {
    frame: Frame,
    name: Markup,
    stage: Markup,
    refused: Option<Refused>,
    letters: Vec<Markup>,
    sealed_lede: Markup,
    /// The digest of the sealed pack.
    sealed: Option<String>,
    may_seal: bool,
    seq: u32,
    here: String,
    back: (String, Markup),
}

type Place = Path<(String, String)>;

async fn scene_of<'a>(
    app: &Shared,
    visitor: &'a Visitor,
    (client, case): (&str, &str),
) -> Result<Scene<'a>, PageError> {
    let scene = Scene::of(app, visitor, client, case).await?;
    let stage = scene.case().stage;
    if matches!(stage, Stage::Settlement | Stage::Closed | Stage::Learned) {
        Ok(scene)
    } else {
        Err(PageError::NotFound)
    }
}

pub async fn show(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((client, case)): Place,
) -> Result<Response, PageError> {
    let scene = scene_of(&app, &visitor, (&client, &case)).await?;
    drawn(&scene, None)
}

fn drawn(scene: &Scene, refused: Option<Refused>) -> Result<Response, PageError> {
    let pen = &scene.pen;
    let title = pen.lang.text("pack-title");
    let client_page = ClientPage::of(scene.case()).ok_or(PageError::NotFound)?;
    let status = if refused.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let show = Show {
        frame: scene.frame(title),
        name: pen.name(scene.name()),
        stage: scene.stage(),
        refused,
        letters: client_page
            .letters
            .iter()
            .map(|letter| pen.t(&format!("letter-kind-{}", letter.kind.word())))
            .collect(),
        sealed_lede: Markup::strong(&pen.lang.text("pack-sealed")),
        may_seal: client_page.sealed.is_none() && scene.may(Action::Work) && scene.case().stage == Stage::Settlement,
        sealed: client_page.sealed,
        seq: scene.case().seq,
        here: scene.href("closing-pack"),
        back: (scene.href("part"), pen.t("go-part")),
    };
    Ok((status, page(&show)?).into_response())
}

pub async fn seal(
    State(app): State<Shared>,
    mut visitor: Visitor,
    Path((client, case)): Place,
    filled: Filled,
) -> Result<Response, PageError> {
    let own = format!("{}/closing-pack", href::case(href::decoded(&client), &case));
    visitor.at(&own);
    let scene = scene_of(&app, &visitor, (&client, &case)).await?;
    let client_page = ClientPage::of(scene.case()).ok_or(PageError::NotFound)?;
    let pack = packed(&app, &scene, client_page).await?;
    match case_files::seal_pack(app.place(), &scene.opened, &by(&app, &visitor, seen(&filled)), &pack).await {
        Ok(_) => Ok(Redirect::to(&own).into_response()),
        Err(not_done) => {
            let people = People::of(&app.db).await?;
            let refused = Refused::of(&Pen::of(&visitor), &people, scene.case(), not_done)?;
            drawn(&scene, Some(refused))
        }
    }
}

/// Makes the pack on the firm's paper, away from the threads that serve others.
async fn packed(app: &Shared, scene: &Scene<'_>, client_page: ClientPage) -> Result<Vec<u8>, PageError> {
    let (folder, client, on) = (app.folder.clone(), scene.name().to_owned(), scene.visitor.today);
    let facts = scene.visitor.firm.clone();
    let made = app
        .work(move || {
            let firm = facts.name.as_deref().unwrap_or_default();
            let head = Letterhead::of(&folder.join("letterhead"), firm);
            let fonts = Fonts::of(Some(&folder.join("fonts")));
            let parties = Parties { firm, client: &client, zone: facts.zone.as_deref(), facts: &facts, on };
            made(&parties, &client_page, &head, &fonts).map_err(|error| format!("{error:?}"))
        })
        .await;
    made.map_err(PageError::Broken)
}

/// The sealed pack as a file.
pub async fn file(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((client, case)): Place,
) -> Result<Response, PageError> {
    let scene = scene_of(&app, &visitor, (&client, &case)).await?;
    let sha256 = scene.case().parting.sealed.clone().ok_or(PageError::NotFound)?;
    let pack = case_files::open(app.place(), &scene.opened.key, What::ClosingPack, &sha256)
        .await?
        .ok_or(PageError::NotFound)?;
    Ok(answer(pack))
}

/// Returns a pack as a download.
pub fn answer(pack: Vec<u8>) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "application/zip"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"closing-pack.zip\""),
    ];
    (headers, pack).into_response()
}
