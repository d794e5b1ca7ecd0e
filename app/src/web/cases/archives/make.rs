//! Making an archive of a case: for the firm's readers, for counsel, or for the client to take along.

use super::{drawn, may};
use crate::flow::archive::{self, Gathered, NotSealed, PASSPHRASE_MIN, Request};
use crate::flow::case_files;
use crate::flow::cases::{self, By, NotDone, Opened};
use crate::keep::bag::Named;
use crate::keep::package::{Item, Source};
use crate::secret::identity::Identity;
use crate::store::{StoreError, settings};
use crate::web::app::Shared;
use crate::web::archive::{client_indexes, how_to_open, indexes};
use crate::web::cases::refusal::Refused;
use crate::web::cases::scene::Scene;
use crate::web::cases::{by, seen};
use crate::web::closing_pack::zipped;
use crate::web::form::Filled;
use crate::web::{PageError, Visitor, href};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::case::Act;
use domain::case::parting::{Act as Part, Archive, Scope};
use domain::case::refusal::Refusal;
use fluent_bundle::FluentValue;
use std::path::{Path as FilePath, PathBuf};

/// The folder of the archives in the firm's own.
pub const FOLDER: &str = "archives";

/// Who may open an archive: names with public keys, and what lies beside it for whoever knows the passphrase.
struct Readers {
    names: Vec<String>,
    keys: Vec<String>,
    phrase: Option<String>,
}

pub async fn make(
    State(app): State<Shared>,
    mut visitor: Visitor,
    Path((client, case)): super::Place,
    mut filled: Filled,
) -> Result<Response, PageError> {
    let own = format!("{}/archives", href::case(href::decoded(&client), &case));
    visitor.at(&own);
    let scene = Scene::of_parting(&app, &visitor, &client, &case).await?;
    let scope = Scope::of(filled.value("form")).ok_or(PageError::NotFound)?;
    let refused = |filled, refused| drawn(&scene, filled, Some(refused), StatusCode::UNPROCESSABLE_ENTITY);
    let stage = scene.case().stage;
    if !may(&scene, scope) {
        return refused(filled, Refused::not_yours(&scene.pen, &scene.people, scene.case(), scope.action()));
    }
    if !scope.stages().contains(&stage) {
        return refused(filled, Refused::by_rule(&scene.pen, &scene.people, scene.case(), &Refusal::NotNow { stage }));
    }
    let by = by(&app, &visitor, seen(&filled));
    let done = if scope == Scope::Theirs {
        client_part(&app, &scene, &by).await?
    } else {
        let Some(readers) = readers(&mut filled, &scene) else {
            return drawn(&scene, filled, None, StatusCode::UNPROCESSABLE_ENTITY);
        };
        match sealed(&app, &scene, &by, scope, readers).await? {
            Ok(done) => {
                settings::set(&app.db, settings::ARCHIVE_READERS, filled.value("readers")).await?;
                done
            }
            Err(not_sealed) => return refused(filled, says(&scene, not_sealed)?),
        }
    };
    match done {
        Ok(_) => Ok(Redirect::to(&own).into_response()),
        Err(not_done) => refused(filled, Refused::of(&scene.pen, &scene.people, scene.case(), not_done)?),
    }
}

/// Says why nothing was sealed.
fn says(scene: &Scene, not_sealed: NotSealed) -> Result<Refused, PageError> {
    let (key, what) = match not_sealed {
        NotSealed::Keyless => ("archive-keyless", scene.name()),
        NotSealed::Differs(what) => ("archive-differs", what),
        NotSealed::Package(trouble) => return Err(PageError::Broken(trouble.to_string())),
        NotSealed::Store(error) => return Err(error.into()),
    };
    let pen = &scene.pen;
    let what = pen.say(&format!("fail-{key}"), [("what", FluentValue::from(what))]);
    Ok(Refused { what, next: pen.t(&format!("fail-{key}-next")), ..Refused::plain(pen, "refused-done") })
}

/// Reads who may open it; what is missing or wrong is said at its field.
fn readers(filled: &mut Filled, scene: &Scene) -> Option<Readers> {
    let lang = scene.pen.lang;
    let (mut names, mut keys) = (vec![], vec![]);
    let written = filled.value("readers").to_owned();
    for (line, nth) in written.lines().map(str::trim).zip(1..).filter(|(line, _)| !line.is_empty()) {
        let (name, key) = line.rsplit_once(char::is_whitespace).unwrap_or(("", line));
        if name.trim().is_empty() || !Identity::is_public(key) {
            filled.refuse("readers", lang.say("archives-reader-wrong", [("line", lang.digits(nth).into())]));
        }
        names.push(name.trim().to_owned());
        keys.push(key.to_owned());
    }
    let [phrase, again] = ["phrase", "again"].map(|field| filled.raw(field).to_owned());
    let holder = filled.value("holder").to_owned();
    if keys.is_empty() && phrase.is_empty() {
        filled.refuse("readers", lang.text("archives-nobody"));
    }
    if !phrase.is_empty() {
        if phrase.chars().count() < PASSPHRASE_MIN {
            filled.refuse("phrase", lang.text("archives-phrase-short"));
        }
        if phrase != again {
            filled.refuse("again", lang.text("archives-phrase-differs"));
        }
        if holder.is_empty() {
            filled.refuse("holder", lang.text("archives-holder-missing"));
        }
        names.push(holder);
    }
    let phrase = (!phrase.is_empty()).then_some(phrase);
    filled.is_good().then_some(Readers { names, keys, phrase })
}

/// Seals what the firm keeps, or what counsel said, and notes it in the journal.
async fn sealed(
    app: &Shared,
    scene: &Scene<'_>,
    by: &By<'_>,
    scope: Scope,
    readers: Readers,
) -> Result<Result<Result<Opened, NotDone>, NotSealed>, PageError> {
    let gathered = match gathered(app, scene, scope).await {
        Ok(Some(gathered)) => gathered,
        Ok(None) => return Err(PageError::NotFound),
        Err(not_sealed) => return Ok(Err(not_sealed)),
    };
    let pages = indexes(&app.db, &gathered).await?;
    let pages = pages.into_iter().map(|(path, bytes)| Item { path, source: Source::Bytes(bytes) }).collect();
    let (name, into) = vacant(&app.folder, &scene.opened.key.case).map_err(StoreError::from)?;
    let mut beside: Vec<Named> = how_to_open().into();
    let mut keys = readers.keys;
    if let Some(phrase) = &readers.phrase {
        let (public, key) = archive::under_passphrase(&into, phrase).map_err(StoreError::from)?;
        beside.push(key);
        keys.push(public);
    }
    let about = archive::about(&scene.opened.key);
    let request = Request { into: &into, readers: &keys, on: by.now.today, about: &about, beside: &beside };
    let sealed = match archive::seal(app.place(), gathered, pages, request).await {
        Ok(sealed) => sealed,
        Err(not_sealed) => return Ok(Err(not_sealed)),
    };
    let archive = Archive { scope, name, sha256: sealed.sha256, files: sealed.files as u32 };
    let act = Act::Parting(Part::KeepArchive { archive, readers: readers.names });
    let done = cases::act(app.place(), &scene.opened.key, by, act).await;
    if done.is_err() {
        // What the journal does not know is nobody's archive.
        std::fs::remove_dir_all(&into).map_err(StoreError::from)?;
    }
    Ok(Ok(done))
}

async fn gathered(app: &Shared, scene: &Scene<'_>, scope: Scope) -> Result<Option<Gathered>, NotSealed> {
    match scope {
        Scope::Privileged => archive::privileged(app.place(), &scene.opened).await.map(Some),
        Scope::Ours | Scope::Theirs => archive::ours(app.place(), &scene.opened).await,
    }
}

/// Returns a name that no archive of a case has, and its folder. What was cut off is taken up again.
fn vacant(folder: &FilePath, case: &str) -> std::io::Result<(String, PathBuf)> {
    let folder = folder.join(FOLDER);
    std::fs::create_dir_all(&folder)?;
    let names = (1..).map(|nth: u32| format!("{case}-{nth}"));
    let mut free = names.map(|name| (name.clone(), folder.join(name))).filter(|(_, into)| !into.exists());
    Ok(free.next().expect("there is always another number"))
}

/// Packs what the client takes along, and notes it in the journal.
async fn client_part(app: &Shared, scene: &Scene<'_>, by: &By<'_>) -> Result<Result<Opened, NotDone>, PageError> {
    let mut files = archive::theirs(app.place(), &scene.opened).await?;
    let firm = scene.visitor.firm.name.as_deref().unwrap_or_default();
    files.extend(client_indexes(scene.name(), firm, &files)?);
    let count = files.len() as u32;
    let (packed, _) = archive::packed(app.place(), &scene.opened.key, files, by.now.today)?;
    let zip = zipped(packed.into_iter()).map_err(|error| PageError::Broken(error.to_string()))?;
    Ok(case_files::seal_client_part(app.place(), &scene.opened, by, count, &zip).await)
}
