//! Making a backup: the moment, every row of it, the firm's files; then everything is read back before it counts.

use super::lines::{Head, Sums, stays};
use super::read::{Said, read};
use super::write::Writing;
use super::{Failed, apart};
use crate::entropy;
use crate::flow::destruction::ARCHIVES;
use crate::flow::erasures::destroyed;
use crate::keep::backup::schedule::Schedule;
use crate::keep::backup::{Erasures, KEY_FILE, Kind, MANIFEST, Manifest, Place, beginning, find, name, overlap};
use crate::keep::bag::Tree;
use crate::keep::erasures;
use crate::keep::package;
use crate::secret::identity::Identity;
use crate::secret::key_folder::{KeyFolder, Of};
use crate::store::Db;
use crate::store::dump::Snapshot;
use domain::days::Day;
use ed25519_dalek::SigningKey;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use tokio::runtime::Handle;

/// Folders in a firm's folder that are none of its files: keys lie apart, uploads that wait are gone after a day.
const FOLDERS_APART: [&str; 2] = ["keys", "uploads"];

/// Files that are none: erasures lie apart, and a database there is what is backed up, or one that was left behind.
const APART: [&str; 5] = ["erasures.jsonl", "khitam.db", "khitam.db-wal", "khitam.db-shm", "khitam.db-journal"];

/// Where a backup goes, and for whom.
#[derive(Clone)]
pub struct Request {
    pub to: Place,
    /// Public keys.
    pub readers: Vec<String>,
    /// The file that a passphrase opens, which holds one of the readers' keys.
    pub key_file: Option<Vec<u8>>,
    /// The firm's folder.
    pub root: PathBuf,
    /// The instant, as the store keeps it, and its day.
    pub at: String,
    pub today: Day,
    pub schedule: Schedule,
}

/// What was made.
#[derive(Clone, Debug)]
pub struct Made {
    pub manifest: Manifest,
    pub sums: Sums,
    /// Of the keys, the names of those that stand here and of those whose loss is explained: an erasure destroyed them, or
    /// anyone draws them anew.
    pub keys: BTreeSet<String>,
}

impl Made {
    /// Returns how many bytes its parts have.
    pub fn bytes(&self) -> u64 {
        self.manifest.parts.iter().map(|part| part.bytes).sum()
    }
}

/// Backs up the database and the firm's files, and reads everything back.
pub async fn data(db: &Db, request: Request) -> Result<Made, Failed> {
    let db = db.clone();
    apart(move || {
        outside(&request)?;
        // The list first: an erasure between the two is in the database, and in the next list.
        let manifest = manifest(Kind::Data, &request)?;
        let files = files(&request.root, &db)?;
        made(&request, manifest, |manifest, readers| {
            let mut snapshot = Snapshot::take(&db)?;
            let head = Head { program: env!("CARGO_PKG_VERSION").to_owned(), migrations: snapshot.migrations()? };
            let mut writing = Writing::begin(request.to.clone(), readers, manifest, head)?;
            writing.database(&mut snapshot)?;
            drop(snapshot);
            for (path, file) in &files {
                writing.file(path, file)?;
            }
            Ok(writing)
        })
    })
    .await
}

/// Backs up the keys, and reads them back.
pub async fn keys(db: &Db, request: Request) -> Result<Made, Failed> {
    let list = erasures::read(&erasures::file(&request.root))?;
    let mut explained = destroyed(db, &list.erasures).await?;
    explained.insert(KeyFolder::name(Of::MailServer));
    let mut made = keys_made(request).await?;
    made.keys = made.sums.files.keys().cloned().chain(explained).collect();
    Ok(made)
}

async fn keys_made(request: Request) -> Result<Made, Failed> {
    apart(move || {
        outside(&request)?;
        // What signs is a key, too.
        KeyFolder::within(&request.root).key(Of::Signature)?;
        let manifest = manifest(Kind::Keys, &request)?;
        let folder = request.root.join("keys");
        let tree = if folder.is_dir() { Tree::of(&folder)? } else { Tree::default() };
        made(&request, manifest, |manifest, readers| {
            let head = Head { program: env!("CARGO_PKG_VERSION").to_owned(), migrations: vec![] };
            let mut writing = Writing::begin(request.to.clone(), readers, manifest, head)?;
            for path in tree.files.keys().filter(|path| is_key(path)) {
                writing.file(path, &folder.join(path))?;
            }
            Ok(writing)
        })
    })
    .await
}

/// Tells whether a file of the key folder is a key; one that is being drawn begins with a dot.
pub fn is_key(path: &str) -> bool {
    path.len() == 64 && path.bytes().all(|byte| byte.is_ascii_hexdigit())
}

fn manifest(kind: Kind, request: &Request) -> Result<Manifest, Failed> {
    let list = erasures::read(&erasures::file(&request.root))?;
    let erased = Erasures { count: list.erasures.len() as u64, sha256: list.sha256(), keys: list.keys() };
    let begins = beginning(kind, &request.at);
    let there = Handle::current().block_on(request.to.names(&begins))?;
    let name = name(&begins, &there, &entropy::secret()[..6]);
    let days = (request.at.as_str(), request.today, request.schedule.purge_on(request.today));
    Ok(Manifest::new(kind, name, days, erased))
}

/// Writes a backup and reads it back; what does not come out as it went in, or only in part, is removed.
fn made(
    request: &Request,
    manifest: Manifest,
    write: impl FnOnce(Manifest, Vec<String>) -> Result<Writing, Failed>,
) -> Result<Made, Failed> {
    // One reader more, whose key is forgotten once it has opened the backup again.
    let trial = Identity::new();
    let readers: Vec<String> = request.readers.iter().cloned().chain([trial.public()]).collect();
    let name = manifest.name.clone();
    let made = end(request, write(manifest, readers), &trial);
    if made.is_err() {
        // The place may be what failed; then the rest stays there, without a list.
        let _ = Handle::current().block_on(request.to.remove(&name, MANIFEST));
    }
    made
}

fn end(request: &Request, writing: Result<Writing, Failed>, trial: &Identity) -> Result<Made, Failed> {
    let signer = SigningKey::from_bytes(&KeyFolder::within(&request.root).key(Of::Signature)?);
    let beside: Vec<(String, Vec<u8>)> =
        request.key_file.iter().map(|bytes| (KEY_FILE.to_owned(), bytes.clone())).collect();
    let (manifest, sums) = writing?.end(&signer, &beside)?;
    let listed = Handle::current().block_on(find(&request.to, manifest.kind, &manifest.name))?;
    let came_out = read(&request.to, &listed, trial, |said| match said {
        Said::Stretch { path, .. } if !stays(path) => Err(Failed::File(path.to_owned())),
        _ => Ok(()),
    })?;
    if listed != manifest || came_out != sums {
        return Err(Failed::Differs(manifest.name));
    }
    Ok(Made { manifest, sums, keys: BTreeSet::new() })
}

/// A backup within the firm's folder would be backed up again, with the keys that it holds, and one around it would take
/// the folder for its own.
fn outside(request: &Request) -> Result<(), Failed> {
    let inside = overlap(&request.to.shown, &request.root.display().to_string());
    if inside { Err(Failed::Inside(request.to.shown.clone())) } else { Ok(()) }
}

/// Returns the firm's own files with their paths: fonts, letterhead, header words, whatever else it put there. An archive that
/// is not whole yet lies beside a key that opens it, and is none of them.
fn files(root: &Path, db: &Db) -> Result<Vec<(String, PathBuf)>, Failed> {
    let tree = if root.is_dir() { Tree::of(root)? } else { Tree::default() };
    let is_own = |path: &str| {
        let mut folders = path.split('/');
        let first = folders.next().unwrap_or_default();
        let is_unfinished = first == ARCHIVES && folders.next().is_some_and(package::is_unfinished);
        !FOLDERS_APART.contains(&first) && !APART.contains(&path) && !is_unfinished
    };
    if let Some(fault) = tree.faults.iter().find(|fault| is_own(&fault.file)) {
        return Err(Failed::File(fault.file.clone()));
    }
    let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let database = db.file().map(|database| real(database).display().to_string());
    let of_database: Vec<String> = ["", "-wal", "-shm", "-journal"]
        .iter()
        .filter_map(|ending| Some(format!("{}{ending}", database.as_ref()?)))
        .collect();
    let mut wanted = vec![];
    for path in tree.files.into_keys().filter(|path| is_own(path)) {
        let file = root.join(&path);
        if of_database.contains(&real(&file).display().to_string()) {
            continue;
        }
        if !stays(&path) || !file.is_file() {
            return Err(Failed::File(path));
        }
        // What an earlier version put here holds keys that may be destroyed by now.
        let is_backup =
            file.ends_with(MANIFEST) && fs::read_to_string(&file).is_ok_and(|text| text.starts_with("{\"khitam\":"));
        if is_backup {
            return Err(Failed::Inside(file.parent().unwrap_or(root).display().to_string()));
        }
        wanted.push((path, file));
    }
    Ok(wanted)
}
