//! An archive handed out, and looked at whether it is whole.

use super::make::FOLDER;
use super::{made, may};
use crate::flow::archive::own_signer;
use crate::flow::client_part::{self, CLIENT_PART};
use crate::keep::package::{self, Checked, Signature};
use crate::lang::Lang;
use crate::store::StoreError;
use crate::web::app::Shared;
use crate::web::cases::ask::{Fields, Question};
use crate::web::cases::proofs::streamed;
use crate::web::cases::refusal::Refused;
use crate::web::cases::scene::Scene;
use crate::web::cases::{Attempt, attempt, seen};
use crate::web::form::Filled;
use crate::web::markup::Markup;
use crate::web::{Frame, PageError, Visitor, href, page};
use askama::Template;
use axum::body::{Body, Bytes};
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use domain::case::Act;
use domain::case::parting::{Act as Part, Archive, Scope};
use fluent_bundle::FluentValue;
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;
use tokio::sync::mpsc;

#[derive(Template)]
#[template(path = "cases/archives/check.html")]
struct Check {
    frame: Frame,
    name: Markup,
    stage: Markup,
    lede: Markup,
    is_whole: bool,
    faults: Vec<String>,
    notes: Vec<String>,
    /// The key that it was signed with, and whether that is ours.
    signed: Option<(String, bool)>,
    here: String,
    back: (String, Markup),
}

type Place = Path<(String, String, String)>;

/// So many pieces wait for a slow line.
const WAITING_MAX: usize = 4;
const PIECE_BYTES: usize = 256 * 1024;

/// Returns an archive of a case that this visitor may have.
fn wanted<'s>(scene: &'s Scene, sha256: &str) -> Result<&'s Archive, PageError> {
    let archive = made(scene).map(|made| made.archive).find(|archive| archive.sha256 == sha256);
    archive.filter(|archive| may(scene, archive.scope) && !archive.elsewhere).ok_or(PageError::NotFound)
}

fn folder(app: &Shared, archive: &Archive) -> PathBuf {
    app.folder.join(FOLDER).join(&archive.name)
}

/// Asks what an archive is needed for: looking at this page hands nothing out.
pub async fn file(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((client, case, sha256)): Place,
) -> Result<Response, PageError> {
    let scene = Scene::of_parting(&app, &visitor, &client, &case).await?;
    asking(&scene, wanted(&scene, &sha256)?, &Filled::default(), None, StatusCode::OK)
}

fn asking(
    scene: &Scene,
    archive: &Archive,
    filled: &Filled,
    refused: Option<Refused>,
    status: StatusCode,
) -> Result<Response, PageError> {
    let pen = &scene.pen;
    let title = pen.lang.text("archives-why");
    let what = pen.t(&format!("archive-scope-{}", archive.scope.word()));
    // What counsel's archive is needed for may tell what counsel said.
    let note = if archive.scope == Scope::Privileged { "archives-why-counsel" } else { "archives-why-note" };
    let question = Question {
        frame: scene.frame(title),
        name: pen.name(scene.name()),
        step: scene.stage(),
        asks: pen.t("archives-why"),
        note: pen.t(note),
        refused,
        known: vec![Markup::made(format!("<p class=\"big\">{what}</p>"))],
        hidden: vec![("seen".to_owned(), scene.case().seq.to_string())],
        fields: Fields::of(pen, filled).text("reason", "archives-reason").all(),
        action: scene.href(&format!("archives/{}", archive.sha256)),
        button: Some(pen.t("archives-get")),
        back: (scene.href("archives"), pen.t("archives-title")),
    };
    Ok((status, page(&question)?).into_response())
}

/// Hands an archive out once it was said what for: the client's part as it is, a sealed one as a tar file.
pub async fn fetch(
    State(app): State<Shared>,
    mut visitor: Visitor,
    Path((client, case, sha256)): Place,
    mut filled: Filled,
) -> Result<Response, PageError> {
    visitor.at(&format!("{}/archives/{sha256}", href::case(href::decoded(&client), &case)));
    let scene = Scene::of_parting(&app, &visitor, &client, &case).await?;
    let archive = wanted(&scene, &sha256)?;
    let reason = filled.value("reason").trim().to_owned();
    if reason.is_empty() {
        filled.refuse("reason", scene.pen.lang.text("archives-reason-missing"));
        return asking(&scene, archive, &filled, None, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let response = handed_out(&app, &scene, archive).await?;
    let act = Act::Parting(Part::FetchArchive { scope: archive.scope, sha256: sha256.clone(), text: reason });
    match attempt(&app, &visitor, &scene.opened, seen(&filled), act).await? {
        Attempt::Done(_) => Ok(response),
        Attempt::Refused(refused) => asking(&scene, archive, &filled, Some(*refused), StatusCode::UNPROCESSABLE_ENTITY),
    }
}

async fn handed_out(app: &Shared, scene: &Scene<'_>, archive: &Archive) -> Result<Response, PageError> {
    if archive.scope == Scope::Theirs {
        let zip = client_part::open(app.place(), &scene.opened.key, &archive.sha256).await?;
        let zip = streamed(zip.ok_or(PageError::NotFound)?);
        return Ok((named("application/zip", CLIENT_PART), zip).into_response());
    }
    let (folder, name) = (folder(app, archive), archive.name.clone());
    if !folder.is_dir() {
        return Err(PageError::NotFound);
    }
    let (pieces, mut taken) = mpsc::channel(WAITING_MAX);
    let inner = name.clone();
    tokio::task::spawn_blocking(move || {
        let mut tar = tar::Builder::new(BufWriter::with_capacity(PIECE_BYTES, Pieces(pieces.clone())));
        let written = tar.append_dir_all(&inner, &folder).and_then(|()| tar.into_inner()?.flush());
        // Whoever reads must not take a cut file for a whole one.
        if let Err(error) = written {
            pieces.blocking_send(Err(error)).ok();
        }
    });
    let body = Body::from_stream(futures_util::stream::poll_fn(move |context| taken.poll_recv(context)));
    Ok((named("application/x-tar", &format!("{name}.tar")), body).into_response())
}

fn named(kind: &'static str, name: &str) -> [(header::HeaderName, String); 2] {
    let disposition = format!("attachment; filename=\"{name}\"");
    [(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, disposition)]
}

/// A writer whose bytes another task takes up.
struct Pieces(mpsc::Sender<io::Result<Bytes>>);

impl Write for Pieces {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let sent = self.0.blocking_send(Ok(Bytes::copy_from_slice(bytes)));
        sent.map_err(|_| io::Error::from(io::ErrorKind::BrokenPipe))?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Looks whether an archive is still what was sealed.
pub async fn check(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((client, case, sha256)): Place,
) -> Result<Response, PageError> {
    let scene = Scene::of_parting(&app, &visitor, &client, &case).await?;
    let looked = looked(&app, sealed(&scene, &sha256)?).await?;
    let ours = own_signer(app.place())?;
    Ok(page(&drawn(&scene, &sha256, &looked, ours.as_deref()))?.into_response())
}

/// Looks again, and notes in the journal what was found.
pub async fn note(
    State(app): State<Shared>,
    mut visitor: Visitor,
    Path((client, case, sha256)): Place,
) -> Result<Response, PageError> {
    visitor.at(&format!("{}/archives", href::case(href::decoded(&client), &case)));
    let scene = Scene::of_parting(&app, &visitor, &client, &case).await?;
    let archive = sealed(&scene, &sha256)?;
    let is_whole = faults(scene.pen.lang, &looked(&app, archive).await?).is_empty();
    let act = Act::Parting(Part::CheckArchive { scope: archive.scope, sha256: sha256.clone(), is_whole });
    match attempt(&app, &visitor, &scene.opened, None, act).await? {
        Attempt::Done(_) => Ok(Redirect::to(&scene.href("archives")).into_response()),
        Attempt::Refused(refused) => {
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            super::drawn(&app, &scene, Filled::default(), Some(*refused), status).await
        }
    }
}

/// Returns a sealed archive; the client's part lies sealed with the case's files.
fn sealed<'s>(scene: &'s Scene, sha256: &str) -> Result<&'s Archive, PageError> {
    let archive = wanted(scene, sha256)?;
    if archive.scope == Scope::Theirs { Err(PageError::NotFound) } else { Ok(archive) }
}

/// What was found in an archive's folder, and whether it is the one that the journal binds.
struct Looked {
    checked: Checked,
    is_bound: bool,
}

async fn looked(app: &Shared, archive: &Archive) -> Result<Looked, PageError> {
    let folder = folder(app, archive);
    let looked =
        tokio::task::spawn_blocking(move || Ok::<_, io::Error>((package::check(&folder)?, package::bound(&folder)?)));
    let looked = looked.await.map_err(|error| StoreError::Io(io::Error::other(error)))?;
    let (checked, bound) = looked.map_err(StoreError::from)?;
    Ok(Looked { checked, is_bound: bound.as_deref() == Some(&archive.sha256) })
}

/// Says what is wrong with an archive; nothing where it is whole.
fn faults(lang: Lang, Looked { checked, is_bound }: &Looked) -> Vec<String> {
    let mut faults: Vec<String> = checked.judged.faults.iter().map(|fault| lang.bag_fault(fault)).collect();
    if checked.signature == Signature::False {
        faults.push(lang.text("bag-signature-false"));
    }
    if !is_bound && faults.is_empty() {
        faults.push(lang.text("archives-other"));
    }
    faults
}

fn drawn(scene: &Scene, sha256: &str, looked: &Looked, ours: Option<&str>) -> Check {
    let pen = &scene.pen;
    let lang = pen.lang;
    let title = lang.text("archives-check-title");
    let checked = &looked.checked;
    let judged = &checked.judged;
    let faults = faults(lang, looked);
    let counted = [
        ("files", FluentValue::from(judged.files as f64)),
        ("bytes", FluentValue::from(judged.bytes as f64)),
        ("n", FluentValue::from(faults.len() as f64)),
    ];
    let is_whole = faults.is_empty();
    Check {
        frame: scene.frame(title),
        name: pen.name(scene.name()),
        stage: scene.stage(),
        lede: pen.say(if is_whole { "bag-valid" } else { "bag-invalid" }, counted),
        is_whole,
        faults,
        notes: judged.notes.iter().map(|note| lang.bag_note(note)).collect(),
        signed: match &checked.signature {
            Signature::By(signer) => Some((package::signer_line(signer).to_owned(), Some(signer.as_str()) == ours)),
            Signature::False | Signature::Missing => None,
        },
        here: scene.href(&format!("archives/{sha256}/check")),
        back: (scene.href("archives"), pen.t("archives-title")),
    }
}
