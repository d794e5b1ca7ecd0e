//! `khitam archive create`: a closed case, sealed for its readers.

use super::{passphrase, troubled};
use crate::cli::text::write_json;
use crate::cli::{Exit, Failure, Shell};
use crate::clock::Clock;
use crate::flow::archive::{self, KEY_FILE, NotSealed, Request};
use crate::flow::cases::Place;
use crate::keep::package::{Item, Named, Sealed, Source, unfinished};
use crate::lang::{Lang, Language};
use crate::secret::identity::Identity;
use crate::secret::key_folder::KeyFolder;
use crate::store::cases::{self, Key};
use crate::store::{Db, StoreError, firm_facts};
use crate::web;
use domain::case::Stage;
use fluent_bundle::FluentValue;
use serde_json::json;
use std::path::{Path, PathBuf};

/// The key lies beside the archive, where anybody may try to open it.
const PASSPHRASE_MIN: usize = 12;

/// What is to be sealed, for whom, and where.
pub struct Asked {
    pub client: String,
    pub case: Option<String>,
    pub into: PathBuf,
    pub readers: Vec<String>,
    /// A file whose first line is a passphrase.
    pub passphrase: Option<PathBuf>,
    /// A folder of further documents.
    pub documents: Option<PathBuf>,
}

pub async fn run(shell: &Shell, asked: &Asked, as_json: bool) -> Result<Exit, Failure> {
    let lang = shell.lang;
    if asked.readers.is_empty() && asked.passphrase.is_none() {
        return Err(Failure::about(lang, "usage-missing", "--reader, --passphrase", Exit::Usage));
    }
    let (readers, mut beside) = readers(lang, asked)?;
    beside.extend(how_to_open());
    let documents = asked.documents.as_deref().map_or(Ok(vec![]), |folder| documents(lang, folder))?;
    let db = shell.open().await?;
    let sealed = seal(shell, &db, asked, (&readers, &beside), documents).await;
    db.close().await;
    let sealed = sealed?;
    let out = std::io::stdout().lock();
    let told = if as_json { write_json(out, &in_json(asked, &sealed)) } else { write_told(out, lang, asked, &sealed) };
    told.map_err(|error| Failure::of_output(lang, &error))?;
    Ok(Exit::Done)
}

async fn seal(
    shell: &Shell,
    db: &Db,
    asked: &Asked,
    (readers, beside): (&[String], &[Named]),
    documents: Vec<Item>,
) -> Result<Sealed, Failure> {
    let lang = shell.lang;
    let stored = |error: &StoreError| Failure::of_store(lang, error);
    let lines = cases::of_client(db, &asked.client).await.map_err(|error| stored(&error))?;
    let wanted = |key: &Key| asked.case.as_ref().is_none_or(|case| *case == key.case);
    let Some(line) = lines.iter().find(|line| line.stage == Stage::Closed && wanted(&line.key)) else {
        let open = lines.iter().any(|line| wanted(&line.key));
        let why = if open { "archive-open-case" } else { "archive-no-case" };
        return Err(Failure::about(lang, why, &asked.client, Exit::Refused));
    };
    let keys = KeyFolder::within(&shell.data);
    let place = Place { db, keys: &keys };
    let gathered = archive::gather(place, &line.key).await.map_err(|error| not_sealed(lang, asked, &error))?;
    let Some(gathered) = gathered else {
        return Err(Failure::about(lang, "archive-no-case", &asked.client, Exit::Refused));
    };
    let indexes = web::archive::indexes(db, &gathered, &gathered.files()).await;
    let indexes =
        indexes.map_err(|error| Failure::new(lang, "archive-index", Exit::Failed).because(format!("{error:?}")))?;
    let indexes = indexes.into_iter().map(|(path, bytes)| Item { path, source: Source::Bytes(bytes) });
    let more = indexes.chain(documents).collect();
    let about = [
        ("Bag-Software-Agent".to_owned(), format!("Khitam {}", env!("CARGO_PKG_VERSION"))),
        ("External-Identifier".to_owned(), line.key.case.clone()),
    ];
    let firm = firm_facts::current(db).await.map_err(|error| stored(&error))?;
    let today = Clock::default().today(firm.zone.as_deref());
    let request = Request { into: &asked.into, readers, on: today, about: &about, beside };
    archive::seal(place, gathered, more, request).await.map_err(|error| not_sealed(lang, asked, &error))
}

fn not_sealed(lang: Lang, asked: &Asked, error: &NotSealed) -> Failure {
    match error {
        NotSealed::Package(trouble) => troubled(lang, &asked.into, trouble),
        NotSealed::Store(error) => Failure::of_store(lang, error),
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
        let phrase = passphrase(lang, file)?;
        if phrase.chars().count() < PASSPHRASE_MIN {
            return Err(Failure::about(lang, "passphrase-short", &file.display().to_string(), Exit::Refused));
        }
        // A sealing that was cut off goes on with the key that it had.
        let before = std::fs::read(unfinished(&asked.into).join(KEY_FILE)).ok();
        let before = before.and_then(|sealed| Some((Identity::open_file(&sealed, &phrase)?, sealed)));
        let (identity, sealed) = match before {
            Some(before) => before,
            None => {
                let identity = Identity::new();
                let sealed = identity.file_under(&phrase).map_err(|error| Failure::of_io(lang, file, &error))?;
                (identity, sealed)
            }
        };
        beside.push((KEY_FILE.to_owned(), sealed));
        readers.push(identity.public());
    }
    Ok((readers, beside))
}

/// Says in both languages how an archive is opened without Khitam.
fn how_to_open() -> [Named; 2] {
    [("how-to-open.ar.txt", Language::Arabic), ("how-to-open.en.txt", Language::English)]
        .map(|(file, language)| (file.to_owned(), (Lang::plain(language).text("archive-how") + "\n").into_bytes()))
}

/// Returns every file below a folder.
fn documents(lang: Lang, folder: &Path) -> Result<Vec<Item>, Failure> {
    let tree = crate::keep::bag::Tree::of(folder).map_err(|error| Failure::of_io(lang, folder, &error))?;
    if let Some(fault) = tree.faults.first() {
        return Err(Failure::about(lang, "archive-document", &fault.file, Exit::Failed).because(&fault.about));
    }
    if let Some(path) = tree.files.keys().find(|path| path.contains(['\\', '\u{fffd}'])) {
        return Err(Failure::about(lang, "archive-document", path, Exit::Failed));
    }
    let item = |path: &String| Item { path: format!("documents/{path}"), source: Source::File(folder.join(path)) };
    Ok(tree.files.keys().map(item).collect())
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
    writeln!(out, "{}", lang.say("archive-sealed", args))?;
    out.flush()
}
