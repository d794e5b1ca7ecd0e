//! Sealing an archive again without what an erasure takes: opened by one of its readers, for the same readers, and noted in
//! the journal with the one that it replaces.

use super::make::{FOLDER, removed, vacant};
use super::{is_ordinary, made, may};
use crate::flow::archive::{self, KEY_FILE, NotSealed, Reopened, Request, without};
use crate::flow::cases::NotDone;
use crate::flow::destruction::Bag;
use crate::keep::bag::Named;
use crate::keep::erasures;
use crate::keep::package::{Item, Trouble, unfinished};
use crate::secret::identity::Identity;
use crate::store::StoreError;
use crate::web::app::Shared;
use crate::web::archive::{how_to_open, indexes, indexes_without, with_served};
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

/// An archive that was opened and looked at, so that it only remains to be sealed.
pub struct Ready {
    opened: Reopened,
    readers: Vec<String>,
    key_file: Option<Vec<u8>>,
    /// The member who is erased, where it is one.
    member: Option<String>,
}

/// Returns the case of an archive, if this visitor may seal it again.
async fn scene<'v>(app: &Shared, visitor: &'v Visitor, bag: &Bag) -> Result<Option<Scene<'v>>, PageError> {
    match Scene::of_parting(app, visitor, &bag.key.client, &bag.key.case).await {
        Ok(scene) => Ok((may(&scene, bag.archive.scope) && is_ordinary(&scene)).then_some(scene)),
        Err(PageError::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Opens an archive, to be sealed again without what an erasure takes; nothing is written.
pub async fn ready(
    app: &Shared,
    visitor: &Visitor,
    bag: &Bag,
    (opening, scope): (Opening, &erasures::Scope),
) -> Result<Result<Ready, NotResealed>, PageError> {
    if scene(app, visitor, bag).await?.is_none() {
        return Ok(Err(NotResealed::NotYours));
    }
    let old = app.folder.join(FOLDER).join(&bag.archive.name);
    let (at, secret) = (old.clone(), opening.secret);
    let read = tokio::task::spawn_blocking(move || reader(&at, &secret)).await;
    let Some((reader, key_file)) = read.map_err(|error| StoreError::Io(std::io::Error::other(error)))? else {
        return Ok(Err(NotResealed::Shut));
    };
    let Some(readers) = same_readers(bag, &opening.readers, &reader, key_file.is_some()) else {
        return Ok(Err(NotResealed::Readers));
    };
    let package = (old, bag.archive.sha256.clone());
    match without(package, bag.key.clone(), reader, scope.clone()).await {
        Ok(opened) => {
            let member = if let erasures::Scope::Member { member } = scope { Some(member.clone()) } else { None };
            Ok(Ok(Ready { opened, readers, key_file, member }))
        }
        Err(NotSealed::Package(Trouble::NoKey)) => Ok(Err(NotResealed::Shut)),
        Err(NotSealed::Store(error)) => Err(error.into()),
        Err(_) => Ok(Err(NotResealed::Broken)),
    }
}

/// Seals an archive again; the old one stays until the erasure removes it.
pub async fn reseal(
    app: &Shared,
    visitor: &Visitor,
    bag: &Bag,
    Ready { opened: Reopened { gathered, carried }, readers, key_file, member }: Ready,
) -> Result<Result<(), NotResealed>, PageError> {
    let _alone = app.sealing.lock().await;
    let Some(scene) = scene(app, visitor, bag).await? else { return Ok(Err(NotResealed::NotYours)) };
    let names = (scene.name(), bag.archive.scope);
    // The pages that the client was shown stay as they were sealed, unless words of theirs are erased.
    let gathered = match &member {
        Some(_) if names.1 == Scope::Ours => with_served(&app.db, gathered, names.0).await?,
        _ => gathered,
    };
    let pages = match &member {
        Some(member) => indexes_without(&app.db, &gathered, names, member).await?,
        None => indexes(&app.db, &gathered, names).await?,
    };
    let pages = carried.into_iter().chain(Item::all(pages)).collect();
    let known: Vec<String> = made(&scene).map(|made| made.archive.name.clone()).collect();
    let (name, into) = vacant(&app.folder, &bag.key.case, &known).map_err(StoreError::from)?;
    let mut beside: Vec<Named> = how_to_open().into();
    beside.extend(key_file.map(|bytes| (KEY_FILE.to_owned(), bytes)));
    let labels = [(REPLACES.to_owned(), bag.archive.sha256.clone())];
    let about: Vec<(String, String)> = archive::about(&bag.key).into_iter().chain(labels).collect();
    let request = Request { into: &into, readers: &readers, on: visitor.today, about: &about, beside: &beside };
    let sealed = match archive::seal(app.place(), gathered, pages, request).await {
        Ok(sealed) => sealed,
        Err(not_sealed) => {
            removed(&unfinished(&into)).map_err(StoreError::from)?;
            return match not_sealed {
                NotSealed::Store(error) => Err(error.into()),
                _ => Ok(Err(NotResealed::Broken)),
            };
        }
    };
    let (sha256, files) = (sealed.sha256, sealed.files as u32);
    let replaces = Some(bag.archive.sha256.clone());
    let archive = Archive { scope: bag.archive.scope, name, sha256, files, replaces, elsewhere: false };
    let act = Act::Parting(Part::KeepArchive { archive, readers: bag.readers.clone().unwrap_or_default() });
    let done = crate::flow::cases::act(app.place(), &bag.key, &by(app, visitor, None), act).await;
    if done.is_err() {
        // What the journal does not know is nobody's archive.
        removed(&into).map_err(StoreError::from)?;
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
fn same_readers(bag: &Bag, written: &str, reader: &Identity, by_phrase: bool) -> Option<Vec<String>> {
    let lines = written.lines().map(str::trim).filter(|line| !line.is_empty());
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
