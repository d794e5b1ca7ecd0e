//! `khitam archive create`: a case that is closed, or about to be, sealed for its readers.

use super::{new_passphrase, troubled};
use crate::cli::text::write_json;
use crate::cli::{Exit, Failure, Shell};
use crate::clock::{Clock, stamp};
use crate::flow::archive::{self, Document, Gathered, KEY_FILE, NotSealed, Request};
use crate::flow::cases::{self as played, By, NotDone, Opened, Place};
use crate::flow::own_parts::{self, Fate};
use crate::keep::bag::Named;
use crate::keep::erasures;
use crate::keep::package::{Item, Sealed};
use crate::lang::Lang;
use crate::secret::identity::Identity;
use crate::secret::key_folder::KeyFolder;
use crate::store::cases::{self, Key};
use crate::store::{Db, StoreError, firm_facts};
use crate::web::PageError;
use crate::web::archive::{client_indexes, how_to_open, indexes, with_served};
use domain::case::parting::{Act as Part, Archive, OPERATOR, Scope};
use domain::case::{Act, Now, Refusal};
use domain::days::Day;
use fluent_bundle::FluentValue;
use serde_json::json;
use std::path::{Path, PathBuf};

/// What is to be sealed, for whom, and where.
pub struct Asked {
    pub client: String,
    pub case: Option<String>,
    pub into: PathBuf,
    pub readers: Vec<String>,
    /// A file whose first line is a passphrase.
    pub passphrase: Option<PathBuf>,
    /// What the client takes along, open to whoever is handed it.
    pub theirs: bool,
    /// Whether the answers about our own part go before it, where they are to go.
    pub summarised: bool,
    /// A folder of further documents.
    pub documents: Option<PathBuf>,
}

pub async fn run(shell: &Shell, asked: &Asked, as_json: bool) -> Result<Exit, Failure> {
    let lang = shell.lang;
    if asked.readers.is_empty() && asked.passphrase.is_none() && !asked.theirs {
        return Err(Failure::about(lang, "usage-missing", "--reader, --passphrase, --theirs", Exit::Usage));
    }
    let (readers, mut beside) = readers(lang, asked)?;
    beside.extend(how_to_open());
    let documents = asked.documents.as_deref().map_or(Ok(vec![]), |folder| documents(lang, folder))?;
    let db = shell.open().await?;
    let sealed = sealed(shell, &db, asked, (&readers, &beside), documents).await;
    db.close().await;
    let sealed = sealed?;
    let out = std::io::stdout().lock();
    let told = if as_json { write_json(out, &in_json(asked, &sealed)) } else { write_told(out, lang, asked, &sealed) };
    told.map_err(|error| Failure::of_output(lang, &error))?;
    Ok(Exit::Done)
}

async fn sealed(
    shell: &Shell,
    db: &Db,
    asked: &Asked,
    (readers, beside): (&[String], &[Named]),
    documents: Vec<Document>,
) -> Result<Sealed, Failure> {
    let lang = shell.lang;
    let stored = |error: &StoreError| Failure::of_store(lang, error);
    let scope = if asked.theirs { Scope::Theirs } else { Scope::Ours };
    let keys = KeyFolder::within(&shell.data);
    let place = Place { db, keys: &keys };
    let opened = meant(lang, place, asked, scope).await?;
    let firm = firm_facts::current(db).await.map_err(|error| stored(&error))?;
    let today = Clock::default().today(firm.zone.as_deref());
    let sealed = match scope {
        Scope::Theirs => pack(lang, place, &opened, (asked, firm.name.as_deref().unwrap_or_default(), today)).await?,
        _ => {
            let opened = without_own_parts(shell, place, opened.clone(), (asked, today)).await?;
            seal(lang, place, &opened, (asked, readers, beside, today), documents).await?
        }
    };
    noted(lang, place, &opened.key, (asked, scope), &sealed, today).await?;
    Ok(sealed)
}

/// Returns the case that is meant: the newest that can be sealed.
async fn meant(lang: Lang, place: Place<'_>, asked: &Asked, scope: Scope) -> Result<Opened, Failure> {
    let stored = |error: StoreError| Failure::of_store(lang, &error);
    let lines = cases::of_client(place.db, &asked.client).await.map_err(stored)?;
    let wanted = |key: &Key| asked.case.as_ref().is_none_or(|case| *case == key.case);
    let mut why = "archive-no-case";
    for line in lines.iter().filter(|line| wanted(&line.key)) {
        why = "archive-open-case";
        // What an open case comes to is read only where it could be about to close.
        if !line.stage.has_parting() {
            continue;
        }
        let opened = played::load(place, &line.key).await.map_err(stored)?;
        if let Some(opened) = opened.filter(|opened| scope.has_come(&opened.case)) {
            return Ok(opened);
        }
    }
    Err(Failure::about(lang, why, &asked.client, Exit::Refused))
}

/// Packs what the client takes along.
async fn pack(
    lang: Lang,
    place: Place<'_>,
    opened: &Opened,
    (asked, firm, today): (&Asked, &str, Day),
) -> Result<Sealed, Failure> {
    let mut items = archive::theirs(place, opened).await.map_err(|error| not_sealed(lang, asked, &error))?;
    let client = &opened.case.opening.client_name;
    items.extend(Item::all(client_indexes(client, firm, &items).map_err(|error| unwritten(lang, error))?));
    let packed = archive::pack(place, &opened.key, (items, today), &asked.into).await;
    packed.map_err(|error| not_sealed(lang, asked, &error))
}

/// Has the answers about our own part go first, where they are to go and whoever asks says that they were summed up; what
/// cannot be gathered, or put there, is not sealed, and nothing is destroyed for it.
async fn without_own_parts(
    shell: &Shell,
    place: Place<'_>,
    opened: Opened,
    (asked, today): (&Asked, Day),
) -> Result<Opened, Failure> {
    let lang = shell.lang;
    let fate = own_parts::fate(place, &opened).await.map_err(|error| Failure::of_store(lang, &error))?;
    if fate != Fate::Go || asked.into.exists() {
        return Ok(opened);
    }
    if !asked.summarised {
        return Err(Failure::about(lang, "archive-own-parts", &asked.client, Exit::Refused));
    }
    archive::ours(place, &opened).await.map_err(|error| not_sealed(lang, asked, &error))?;
    let list = erasures::file(&shell.data);
    own_parts::destroy(place, &list, &opened.key, &operator(today)).await.map_err(|error| unnoted(lang, error))
}

/// Seals what the firm keeps.
async fn seal(
    lang: Lang,
    place: Place<'_>,
    opened: &Opened,
    (asked, readers, beside, on): (&Asked, &[String], &[Named], Day),
    documents: Vec<Document>,
) -> Result<Sealed, Failure> {
    let none = || Failure::about(lang, "archive-no-case", &asked.client, Exit::Refused);
    let client = opened.case.opening.client_name.as_str();
    let gathered = archive::ours(place, opened).await.map_err(|error| not_sealed(lang, asked, &error))?;
    let gathered = Gathered { documents, ..gathered.ok_or_else(none)? };
    let gathered = with_served(place.db, gathered, client).await.map_err(|error| unwritten(lang, error))?;
    let indexes = indexes(place.db, &gathered, (client, Scope::Ours)).await.map_err(|error| unwritten(lang, error))?;
    let about = archive::about(&opened.key);
    let request = Request { into: &asked.into, readers, on, about: &about, beside };
    let sealed = archive::seal(place, gathered, Item::all(indexes).collect(), request).await;
    sealed.map_err(|error| not_sealed(lang, asked, &error))
}

/// Notes in the journal of the case that an archive was made here, so that whoever looks for all of them finds it: where it was
/// put, and who can open it, by their keys.
async fn noted(
    lang: Lang,
    place: Place<'_>,
    key: &Key,
    (asked, scope): (&Asked, Scope),
    sealed: &Sealed,
    today: Day,
) -> Result<(), Failure> {
    let name = asked.into.file_name().unwrap_or(asked.into.as_os_str()).to_string_lossy().into_owned();
    let by_phrase = asked.passphrase.iter().map(|_| KEY_FILE.to_owned());
    let readers = asked.readers.iter().cloned().chain(by_phrase).collect();
    let (sha256, files) = (sealed.sha256.clone(), sealed.files as u32);
    let archive = Archive { scope, name, sha256, files, replaces: None, elsewhere: true };
    match played::record(place, key, &operator(today), Act::Parting(Part::KeepArchive { archive, readers })).await {
        // The same files on the same day are the same archive, wherever it is put.
        Ok(_) | Err(NotDone::Refused(Refusal::Done)) => Ok(()),
        // No archive lies anywhere that the journal does not tell of: it was made a moment ago, where nothing was.
        Err(not_noted) => {
            std::fs::remove_dir_all(&asked.into).map_err(|error| Failure::of_io(lang, &asked.into, &error))?;
            Err(unnoted(lang, not_noted))
        }
    }
}

/// Whoever is at the machine.
fn operator(today: Day) -> By<'static> {
    By { member: OPERATOR, now: Now { at: stamp(Clock::default().now()), today }, seen: None }
}

fn unnoted(lang: Lang, error: NotDone) -> Failure {
    match error {
        NotDone::Store(error) => Failure::of_store(lang, &error),
        _ => Failure::about(lang, "archive-differs", "journal", Exit::Failed),
    }
}

fn unwritten(lang: Lang, error: PageError) -> Failure {
    Failure::new(lang, "archive-index", Exit::Failed).because(format!("{error:?}"))
}

fn not_sealed(lang: Lang, asked: &Asked, error: &NotSealed) -> Failure {
    match error {
        NotSealed::Package(trouble) => troubled(lang, &asked.into, trouble),
        NotSealed::Store(error) => Failure::of_store(lang, error),
        NotSealed::Missing(sha256) => Failure::about(lang, "archive-missing", sha256, Exit::Failed),
        NotSealed::Differs(what) => Failure::about(lang, "archive-differs", what, Exit::Failed),
        NotSealed::Keyless => Failure::about(lang, "archive-keyless", &asked.client, Exit::Failed),
    }
}

/// Returns the public keys of all readers, and the key that the passphrase opens, to lie beside the parts.
fn readers(lang: Lang, asked: &Asked) -> Result<(Vec<String>, Vec<Named>), Failure> {
    let (mut readers, mut beside) = (asked.readers.clone(), vec![]);
    if let Some(wrong) = readers.iter().find(|reader| !Identity::is_public(reader)) {
        return Err(Failure::about(lang, "archive-reader", wrong, Exit::Usage));
    }
    if let Some(file) = &asked.passphrase {
        let phrase = new_passphrase(lang, file)?;
        let made = archive::under_passphrase(&asked.into, &phrase);
        let (public, key) = made.map_err(|error| Failure::of_io(lang, file, &error))?;
        beside.push(key);
        readers.push(public);
    }
    Ok((readers, beside))
}

/// Returns every file below a folder.
fn documents(lang: Lang, folder: &Path) -> Result<Vec<Document>, Failure> {
    let tree = crate::keep::bag::Tree::of(folder).map_err(|error| Failure::of_io(lang, folder, &error))?;
    if let Some(fault) = tree.faults.first() {
        return Err(Failure::about(lang, "archive-document", &fault.file, Exit::Failed).because(&fault.about));
    }
    if let Some(path) = tree.files.keys().find(|path| path.contains(['\\', '\u{fffd}'])) {
        return Err(Failure::about(lang, "archive-document", path, Exit::Failed));
    }
    let document = |(path, bytes): (&String, &u64)| Document {
        path: format!("documents/{path}"),
        file: folder.join(path),
        bytes: *bytes,
    };
    Ok(tree.files.iter().map(document).collect())
}

fn in_json(asked: &Asked, sealed: &Sealed) -> serde_json::Value {
    json!({
        "archive": asked.into.display().to_string(), "files": sealed.files, "bytes": sealed.bytes,
        "parts": sealed.parts, "sha256": sealed.sha256,
    })
}

fn write_told(mut out: impl std::io::Write, lang: Lang, asked: &Asked, sealed: &Sealed) -> std::io::Result<()> {
    let args = [
        ("folder", FluentValue::from(asked.into.display().to_string())),
        ("files", FluentValue::from(sealed.files as f64)),
        ("sha256", FluentValue::from(sealed.sha256.as_str())),
    ];
    let said = if asked.theirs { "archive-packed" } else { "archive-sealed" };
    writeln!(out, "{}", lang.say(said, args))?;
    out.flush()
}
