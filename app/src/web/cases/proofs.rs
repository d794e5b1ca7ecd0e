//! Proofs of a case as files: a courier's receipt, a signed copy. Kept sealed, listed, and handed out again.

use super::people::People;
use super::refusal::Refused;
use super::scene::Scene;
use super::{by, seen};
use crate::flow::case_files::{self, What};
use crate::flow::cases::{self, NotDone};
use crate::flow::client_part::Reading;
use crate::web::app::Shared;
use crate::web::export::{Format, Table};
use crate::web::form::{Filled, file_name};
use crate::web::markup::{Markup, Pen};
use crate::web::{Frame, PageError, Visitor, href, page};
use askama::Template;
use axum::body::Body;
use axum::extract::{Multipart, Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use domain::case::parting::{Act as Part, ProofFile};
use domain::case::{Act, Action};

/// The largest proof that is taken; a scanned page has a hundredth of it.
const FILE_BYTES_MAX: usize = 20 << 20;
/// With the words round it.
pub const FORM_BYTES_MAX: usize = FILE_BYTES_MAX + (1 << 20);

#[derive(Template)]
#[template(path = "cases/proofs.html")]
struct Show {
    frame: Frame,
    name: Markup,
    stage: Markup,
    refused: Option<Refused>,
    /// Why the file was not taken.
    error: Option<String>,
    proofs: Vec<ProofView>,
    may: bool,
    seq: u32,
    here: String,
    back: (String, Markup),
}

/// A proof: the name of its file, its digest, and where it is handed out.
struct ProofView {
    name: Markup,
    digest: String,
    href: String,
    /// On whose pages it stands.
    stands: Option<Markup>,
    /// The buttons that put it on a page: for whoever follows us or not, and the words.
    gives: Vec<(bool, Markup)>,
}

type Place = Path<(String, String)>;

pub async fn show(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((client, case)): Place,
) -> Result<Response, PageError> {
    let scene = Scene::of_letters(&app, &visitor, &client, &case).await?;
    drawn(&scene, None, None)
}

fn drawn(scene: &Scene, refused: Option<Refused>, error: Option<&str>) -> Result<Response, PageError> {
    let pen = &scene.pen;
    let title = pen.lang.text("proofs-title");
    let is_good = refused.is_none() && error.is_none();
    let here = scene.href("part/proofs");
    let may_give = scene.may(Action::Work) && scene.case().parting.is_served();
    let view = |proof: &ProofFile| ProofView {
        name: name(pen, proof),
        digest: proof.sha256.clone(),
        href: format!("{here}/{}", proof.sha256),
        stands: stands(pen, proof),
        gives: if may_give { gives(pen, proof) } else { vec![] },
    };
    let show = Show {
        frame: scene.frame(title),
        name: pen.name(scene.name()),
        stage: scene.stage(),
        refused,
        error: error.map(|key| pen.lang.text(key)),
        proofs: scene.case().parting.proofs.iter().map(view).collect(),
        may: scene.may(Action::Work),
        seq: scene.case().seq,
        here: here.clone(),
        back: (scene.home_of_letters(), pen.t(if scene.case().stage.has_parting() { "go-part" } else { "case-back" })),
    };
    let status = if is_good { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, page(&show)?).into_response())
}

/// Answers with the list of what is kept as a file, never with the papers themselves.
pub async fn list(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((client, case)): Place,
    format: Format,
) -> Result<Response, PageError> {
    let scene = Scene::of_letters(&app, &visitor, &client, &case).await?;
    let pen = &scene.pen;
    let row = |proof: &ProofFile| {
        vec![name(pen, proof).into(), proof.sha256.as_str().into(), stands(pen, proof).unwrap_or_default().into()]
    };
    let heads = [("file", "proofs-file"), ("sha256", "proofs-digest"), ("shown", "proofs-shown")];
    let rows = scene.case().parting.proofs.iter().map(row).collect();
    scene.answer("proofs", Table::of(pen.lang, "proofs-title", &heads, rows), format).await
}

fn name(pen: &Pen, proof: &ProofFile) -> Markup {
    pen.name(proof.name.as_deref().unwrap_or(&pen.lang.text("words-erased")))
}

fn stands(pen: &Pen, proof: &ProofFile) -> Option<Markup> {
    let key = if proof.for_successor { "proofs-with-successor" } else { "proofs-with-client" };
    proof.is_given.then(|| pen.t(key))
}

fn gives(pen: &Pen, proof: &ProofFile) -> Vec<(bool, Markup)> {
    let to_client = (!proof.is_given).then(|| (false, pen.t("proofs-give-client")));
    let to_successor = (!proof.for_successor).then(|| (true, pen.t("proofs-give-successor")));
    to_client.into_iter().chain(to_successor).collect()
}

/// Keeps a file that was handed over.
pub async fn keep(
    State(app): State<Shared>,
    mut visitor: Visitor,
    Path((client, case)): Place,
    mut form: Multipart,
) -> Result<Response, PageError> {
    let own = format!("{}/part/proofs", href::case(href::decoded(&client), &case));
    visitor.at(&own);
    let scene = Scene::of_letters(&app, &visitor, &client, &case).await?;
    // Before its bytes are read: what is stored and bound nowhere is never found again.
    if let Some(refused) = scene.not_yours(Action::Work) {
        return drawn(&scene, Some(refused), None);
    }
    let (mut name, mut bytes) = (String::new(), vec![]);
    while let Some(field) = form.next_field().await.map_err(|error| PageError::of_status(error.status()))? {
        if let Some(file) = field.file_name().map(file_name) {
            bytes = field.bytes().await.map_err(|error| PageError::of_status(error.status()))?.to_vec();
            name = file;
        }
    }
    if name.is_empty() || bytes.is_empty() {
        return drawn(&scene, None, Some("proofs-no-file"));
    }
    match case_files::seal_proof(app.place(), &scene.opened, &by(&app, &visitor, None), name, &bytes).await {
        Ok(_) => Ok(Redirect::to(&own).into_response()),
        Err(not_done) => refuse(&app, &scene, not_done).await,
    }
}

/// Hands a proof out as it was kept; a browser stores it and shows nothing of it.
pub async fn file(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((client, case, sha256)): Path<(String, String, String)>,
) -> Result<Response, PageError> {
    let scene = Scene::of_letters(&app, &visitor, &client, &case).await?;
    let proofs = &scene.case().parting.proofs;
    let proof = proofs.iter().find(|proof| proof.sha256 == sha256).ok_or(PageError::NotFound)?;
    let bytes = case_files::open(app.place(), &scene.opened.key, What::Proof, &sha256).await?;
    let bytes = bytes.ok_or(PageError::NotFound)?;
    Ok(attached(proof.name.as_deref().unwrap_or(&sha256), bytes))
}

/// Answers with a file that a browser stores and does not show.
pub fn attached(name: &str, bytes: impl IntoResponse) -> Response {
    let disposition = format!("attachment; filename*=UTF-8''{}", href::encoded(name));
    let headers =
        [(header::CONTENT_TYPE, "application/octet-stream".to_owned()), (header::CONTENT_DISPOSITION, disposition)];
    (headers, bytes).into_response()
}

/// Returns what the client takes along as the body of an answer: one piece of it is in memory at a time.
pub fn streamed(reading: Reading) -> Body {
    let next = |reading: Option<Reading>| async move {
        let mut reading = reading?;
        match reading.next().await {
            Ok(Some(bytes)) => Some((Ok(bytes), Some(reading))),
            Ok(None) => None,
            // Whoever reads must not take a cut file for a whole one.
            Err(error) => Some((Err(error), None)),
        }
    };
    Body::from_stream(futures_util::stream::unfold(Some(reading), next))
}

/// Puts a kept file on the client's page, or also on the page of whoever follows us.
pub async fn give(
    State(app): State<Shared>,
    mut visitor: Visitor,
    Path((client, case, sha256)): Path<(String, String, String)>,
    filled: Filled,
) -> Result<Response, PageError> {
    let own = format!("{}/part/proofs", href::case(href::decoded(&client), &case));
    visitor.at(&own);
    let scene = Scene::of_letters(&app, &visitor, &client, &case).await?;
    let act = Act::Parting(Part::GiveFile { sha256, successor: filled.holds("successor", "1") });
    match cases::act(app.place(), &scene.opened.key, &by(&app, &visitor, seen(&filled)), act).await {
        Ok(_) => Ok(Redirect::to(&own).into_response()),
        Err(not_done) => refuse(&app, &scene, not_done).await,
    }
}

async fn refuse(app: &Shared, scene: &Scene<'_>, not_done: NotDone) -> Result<Response, PageError> {
    let people = People::of(&app.db).await?;
    let refused = Refused::of(&Pen::of(scene.visitor), &people, scene.case(), not_done)?;
    drawn(scene, Some(refused), None)
}
