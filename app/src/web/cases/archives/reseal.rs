//! Sealing an archive again without what an erasure takes: opened by one of its readers, for the same readers, and noted in
//! the journal with the one that it replaces.

use super::make::{FOLDER, removed, vacant};
use super::{is_ordinary, made, may};
use crate::flow::archive::{self, KEY_FILE, NotSealed, Request, without};
use crate::flow::cases::NotDone;
use crate::flow::destruction::Bag;
use crate::keep::bag::Named;
use crate::keep::erasures;
use crate::keep::package::{Item, Source, Trouble, unfinished};
use crate::secret::identity::Identity;
use crate::web::app::Shared;
use crate::web::archive::{how_to_open, indexes};
use crate::web::cases::by;
use crate::web::cases::scene::Scene;
use crate::web::{PageError, Visitor};
use domain::case::Act;
use domain::case::parting::{Act as Part, Archive, Scope};
use std::path::Path;

/// What opens an archive, and who may open the new one.
pub struct Opening {
    /// The passphrase, or the reader's own key as its file has it.
    pub secret: String,
    /// Names with public keys, one a line.
    pub readers: String,
}

/// Why an archive was not sealed again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotResealed {
    /// This person may not seal it.
    NotYours,
    /// Neither the passphrase nor the key opens it.
    Shut,
    /// The readers that were named are not those of the old one.
    Readers,
    /// It could not be sealed: what it holds cannot be read or written again as it is.
    Broken,
}

impl NotResealed {
    /// Returns the key of what is said to it.
    pub fn key(self) -> &'static str {
        match self {
            NotResealed::NotYours => "reseal-not-yours",
            NotResealed::Shut => "reseal-shut",
            NotResealed::Readers => "reseal-readers",
            NotResealed::Broken => "reseal-broken",
        }
    }
}

/// The label of what an archive replaces.
const REPLACES: &str = "Khitam-Replaces";

/// Tells whether an archive opens by a passphrase.
pub fn has_phrase(root: &Path, archive: &Archive) -> bool {
    root.join(FOLDER).join(&archive.name).join(KEY_FILE).is_file()
}

/// Seals an archive again; the old one stays until the erasure removes it.
pub async fn reseal(
    app: &Shared,
    visitor: &Visitor,
    bag: &Bag,
    (opening, scope): (&Opening, &erasures::Scope),
) -> Result<Result<(), NotResealed>, PageError> {
    let scene = match Scene::of_parting(app, visitor, &bag.key.client, &bag.key.case).await {
        Ok(scene) if may(&scene, bag.archive.scope) && is_ordinary(&scene) => scene,
        Ok(_) | Err(PageError::NotFound) => return Ok(Err(NotResealed::NotYours)),
        Err(error) => return Err(error),
    };
    let old = app.folder.join(FOLDER).join(&bag.archive.name);
    let (reader, key_file) = match reader(&old, &opening.secret) {
        Some(reader) => reader,
        None => return Ok(Err(NotResealed::Shut)),
    };
    let Some(readers) = same_readers(bag, opening, &reader, key_file.is_some()) else {
        return Ok(Err(NotResealed::Readers));
    };
    let gathered = match without(old, bag.key.clone(), reader, scope.clone()).await {
        Ok(gathered) => gathered,
        Err(NotSealed::Package(Trouble::NoKey)) => return Ok(Err(NotResealed::Shut)),
        Err(NotSealed::Store(error)) => return Err(error.into()),
        Err(_) => return Ok(Err(NotResealed::Broken)),
    };
    let pages = indexes(&app.db, &gathered, (scene.name(), Scope::Ours)).await?;
    let pages = pages.into_iter().map(|(path, bytes)| Item { path, source: Source::Bytes(bytes) }).collect();
    let _alone = app.sealing.lock().await;
    let known: Vec<String> = made(&scene).map(|(_, archive, _)| archive.name.clone()).collect();
    let (name, into) = vacant(&app.folder, &bag.key.case, &known).map_err(crate::store::StoreError::from)?;
    let mut beside: Vec<Named> = how_to_open().into();
    beside.extend(key_file.map(|bytes| (KEY_FILE.to_owned(), bytes)));
    let labels = [(REPLACES.to_owned(), bag.archive.sha256.clone())];
    let about: Vec<(String, String)> = archive::about(&bag.key).into_iter().chain(labels).collect();
    let request = Request { into: &into, readers: &readers, on: visitor.today, about: &about, beside: &beside };
    let sealed = match archive::seal(app.place(), gathered, pages, request).await {
        Ok(sealed) => sealed,
        Err(not_sealed) => {
            removed(&unfinished(&into)).map_err(crate::store::StoreError::from)?;
            return match not_sealed {
                NotSealed::Store(error) => Err(error.into()),
                _ => Ok(Err(NotResealed::Broken)),
            };
        }
    };
    let (sha256, files) = (sealed.sha256, sealed.files as u32);
    let replaces = Some(bag.archive.sha256.clone());
    let archive = Archive { scope: bag.archive.scope, name, sha256, files, replaces };
    let act = Act::Parting(Part::KeepArchive { archive, readers: bag.readers.clone().unwrap_or_default() });
    let done = crate::flow::cases::act(app.place(), &bag.key, &by(app, visitor, None), act).await;
    if done.is_err() {
        // What the journal does not know is nobody's archive.
        removed(&into).map_err(crate::store::StoreError::from)?;
    }
    match done {
        Ok(_) => Ok(Ok(())),
        Err(NotDone::Store(error)) => Err(error.into()),
        Err(_) => Ok(Err(NotResealed::NotYours)),
    }
}

/// Returns who opens an archive, and the file that a passphrase opens.
fn reader(old: &Path, secret: &str) -> Option<(Identity, Option<Vec<u8>>)> {
    match std::fs::read(old.join(KEY_FILE)) {
        Ok(sealed) => Some((Identity::open_file(&sealed, secret)?, Some(sealed))),
        Err(_) => Some((Identity::of_file(secret)?, None)),
    }
}

/// Returns the public keys of the readers, if they are those whom the journal names, and whoever opens it is one of them.
fn same_readers(bag: &Bag, opening: &Opening, reader: &Identity, by_phrase: bool) -> Option<Vec<String>> {
    let lines = opening.readers.lines().map(str::trim).filter(|line| !line.is_empty());
    let named: Option<Vec<(&str, &str)>> = lines.map(|line| line.rsplit_once(char::is_whitespace)).collect();
    let named = named?;
    let known = bag.readers.as_ref()?;
    let mut left: Vec<&str> = known.iter().map(String::as_str).collect();
    for (name, key) in &named {
        let at = left.iter().position(|known| *known == name.trim())?;
        left.remove(at);
        Identity::is_public(key).then_some(())?;
    }
    let mut keys: Vec<String> = named.iter().map(|(_, key)| (*key).to_owned()).collect();
    // Whoever knows the passphrase has a name, and no line.
    if by_phrase {
        keys.push(reader.public());
    }
    (left.len() == usize::from(by_phrase) && keys.contains(&reader.public())).then_some(keys)
}
