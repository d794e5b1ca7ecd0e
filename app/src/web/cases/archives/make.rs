//! Making an archive of a case: for the firm's readers, for counsel, or for the client to take along.

use super::{drawn, is_ordinary, made, may};
use crate::flow::archive::{self, Gathered, NotSealed, Request};
use crate::flow::cases::{self, By, Opened};
use crate::flow::client_part::{self, Done};
use crate::flow::own_parts::{self, Fate};
use crate::keep::bag::Named;
use crate::keep::erasures;
use crate::keep::package::{Item, unfinished};
use crate::store::cases::Key;
use crate::store::{StoreError, settings};
use crate::web::app::Shared;
use crate::web::archive::{client_indexes, how_to_open, indexes, with_served};
use crate::web::cases::refusal::Refused;
use crate::web::cases::scene::Scene;
use crate::web::cases::{by, seen};
use crate::web::form::Filled;
use crate::web::readers::Readers;
use crate::web::{PageError, Visitor, href};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::case::parting::{Act as Part, Archive, Scope};
use domain::case::refusal::Refusal;
use domain::case::{Act, Now};
use std::path::{Path as FilePath, PathBuf};
use tokio::sync::OwnedMutexGuard;

/// The folder of the archives in the firm's own.
pub const FOLDER: &str = "archives";

pub async fn make(
    State(app): State<Shared>,
    mut visitor: Visitor,
    Path((client, case)): super::Place,
    mut filled: Filled,
) -> Result<Response, PageError> {
    let own = format!("{}/archives", href::case(href::decoded(&client), &case));
    visitor.at(&own);
    // What is gathered beside an erasure would bring back what goes.
    let erasing = app.erasing.clone().lock_owned().await;
    let scene = Scene::of_parting(&app, &visitor, &client, &case).await?;
    let scope = Scope::of(filled.value("form")).ok_or(PageError::NotFound)?;
    let refused = |filled, refused| drawn(&app, &scene, filled, Some(refused), StatusCode::UNPROCESSABLE_ENTITY);
    if !may(&scene, scope) {
        return refused(filled, Refused::not_yours(&scene.pen, &scene.people, scene.case(), scope.action())).await;
    }
    if !scope.has_come(scene.case()) {
        let stage = scene.case().stage;
        let late = Refused::by_rule(&scene.pen, &scene.people, scene.case(), &Refusal::NotNow { stage });
        return refused(filled, late).await;
    }
    let by = by(&app, &visitor, seen(&filled));
    let done = if scope == Scope::Theirs {
        client_part(&app, &scene, &by, erasing).await?
    } else {
        let Some(readers) = Readers::read(&mut filled, scene.pen.lang) else {
            return drawn(&app, &scene, filled, None, StatusCode::UNPROCESSABLE_ENTITY).await;
        };
        sealed(&app, &scene, &by, (scope, readers), erasing).await?
    };
    let done = match done {
        Ok(done) => done,
        Err(not_sealed) => return refused(filled, says(&scene, not_sealed)?).await,
    };
    if done.is_ok() && scope == Scope::Ours && is_ordinary(&scene) {
        settings::set(&app.db, settings::ARCHIVE_READERS, filled.value("readers")).await?;
    }
    match done {
        Ok(_) => Ok(Redirect::to(&own).into_response()),
        Err(not_done) => refused(filled, Refused::of(&scene.pen, &scene.people, scene.case(), not_done)?).await,
    }
}

/// Says why nothing was sealed.
fn says(scene: &Scene, not_sealed: NotSealed) -> Result<Refused, PageError> {
    let key = match not_sealed {
        NotSealed::Keyless if scene.opened.erased().is_some() => "archives-erased",
        NotSealed::Keyless => "archives-keyless",
        NotSealed::Missing(_) => "archives-missing",
        NotSealed::Differs(_) => "archives-differs",
        NotSealed::Package(trouble) => return Err(PageError::Broken(trouble.to_string())),
        NotSealed::Store(error) => return Err(error.into()),
    };
    Ok(Refused::plain(&scene.pen, key))
}

/// Seals what the firm keeps, or what counsel said, and notes it in the journal. Once begun it goes to its end, also where
/// whoever asked has gone.
async fn sealed(
    app: &Shared,
    scene: &Scene<'_>,
    by: &By<'_>,
    (scope, readers): (Scope, Readers),
    erasing: OwnedMutexGuard<()>,
) -> Result<Done, PageError> {
    // What cannot be gathered is not sealed, and nothing is destroyed for it.
    let mut gathered = match gathered_of(app, &scene.opened, scope).await {
        Ok(Some(gathered)) => gathered,
        Ok(None) => return Err(PageError::NotFound),
        Err(not_sealed) => return Ok(Err(not_sealed)),
    };
    let mut seen = by.seen;
    let is_latest = seen.is_none_or(|known| known >= scene.case().seq);
    if is_latest && scope == Scope::Ours && own_parts::fate(app.place(), &scene.opened).await? == Fate::Go {
        let list = erasures::file(&app.folder);
        let opened = match own_parts::destroy(app.place(), &list, &scene.opened.key, by).await {
            Ok(opened) => opened,
            Err(not_done) => return Ok(Ok(Err(not_done))),
        };
        seen = Some(opened.case.seq);
        gathered = match gathered_of(app, &opened, scope).await {
            Ok(again) => again.ok_or(PageError::NotFound)?,
            Err(not_sealed) => return Ok(Err(not_sealed)),
        };
    }
    let gathered = if scope == Scope::Ours { with_served(&app.db, gathered, scene.name()).await? } else { gathered };
    let pages = indexes(&app.db, &gathered, (scene.name(), scope)).await?;
    let pages = Item::all(pages).collect();
    let known = made(scene).map(|made| made.archive.name.clone()).collect();
    let work = Work {
        app: app.clone(),
        key: scene.opened.key.clone(),
        member: by.member.to_owned(),
        now: by.now.clone(),
        seen,
        scope,
        readers,
        known,
        _erasing: erasing,
    };
    let done = tokio::spawn(work.done(gathered, pages)).await;
    Ok(done.map_err(|error| StoreError::Io(std::io::Error::other(error)))?)
}

/// A sealing on its way.
struct Work {
    app: Shared,
    key: Key,
    member: String,
    now: Now,
    seen: Option<u32>,
    scope: Scope,
    readers: Readers,
    /// The names of the archives of the case that its journal knows.
    known: Vec<String>,
    _erasing: OwnedMutexGuard<()>,
}

impl Work {
    async fn done(self, gathered: Gathered, pages: Vec<Item>) -> Done {
        let _alone = self.app.sealing.lock().await;
        let (name, into) = vacant(&self.app.folder, &self.key.case, &self.known)?;
        let mut beside: Vec<Named> = how_to_open().into();
        let mut keys = self.readers.keys;
        if let Some(phrase) = self.readers.phrase {
            let at = into.clone();
            let made = tokio::task::spawn_blocking(move || archive::under_passphrase(&at, &phrase)).await;
            let (public, key) = made.map_err(std::io::Error::other)??;
            beside.push(key);
            keys.push(public);
        }
        let about = archive::about(&self.key);
        let request = Request { into: &into, readers: &keys, on: self.now.today, about: &about, beside: &beside };
        let sealed = match archive::seal(self.app.place(), gathered, pages, request).await {
            Ok(sealed) => sealed,
            Err(not_sealed) => {
                // The key of the trial lies beside what it opens.
                removed(&unfinished(&into))?;
                return Err(not_sealed);
            }
        };
        let archive = Archive {
            scope: self.scope,
            name,
            sha256: sealed.sha256,
            files: sealed.files as u32,
            replaces: None,
            elsewhere: false,
        };
        let act = Act::Parting(Part::KeepArchive { archive, readers: self.readers.names });
        let by = By { member: &self.member, now: self.now, seen: self.seen };
        let done = cases::act(self.app.place(), &self.key, &by, act).await;
        if done.is_err() {
            // What the journal does not know is nobody's archive.
            removed(&into)?;
        }
        Ok(done)
    }
}

async fn gathered_of(app: &Shared, opened: &Opened, scope: Scope) -> Result<Option<Gathered>, NotSealed> {
    match scope {
        Scope::Privileged => archive::privileged(app.place(), opened).await.map(Some),
        Scope::Ours | Scope::Theirs => archive::ours(app.place(), opened).await,
    }
}

/// Returns a name that no archive of a case has, and its folder. What a crash left that the journal does not know, whole or
/// in parts, is removed first; nobody was told of it.
pub(super) fn vacant(folder: &FilePath, case: &str, known: &[String]) -> std::io::Result<(String, PathBuf)> {
    let folder = folder.join(FOLDER);
    std::fs::create_dir_all(&folder)?;
    let mut names = (1..).map(|nth: u32| format!("{case}-{nth}")).filter(|name| !known.contains(name));
    let name = names.next().expect("there is always another number");
    let into = folder.join(&name);
    removed(&into)?;
    removed(&unfinished(&into))?;
    Ok((name, into))
}

/// Removes a folder, if it is there.
pub(super) fn removed(folder: &FilePath) -> std::io::Result<()> {
    match std::fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Packs what the client takes along, and notes it in the journal.
async fn client_part(
    app: &Shared,
    scene: &Scene<'_>,
    by: &By<'_>,
    erasing: OwnedMutexGuard<()>,
) -> Result<Done, PageError> {
    let mut items = match archive::theirs(app.place(), &scene.opened).await {
        Ok(items) => items,
        Err(not_sealed) => return Ok(Err(not_sealed)),
    };
    let firm = scene.visitor.firm.name.as_deref().unwrap_or_default();
    items.extend(Item::all(client_indexes(scene.name(), firm, &items)?));
    Ok(client_part::keep(app.place(), &scene.opened, by, items, erasing).await)
}
