//! Restoring into an empty place. Nobody can open it before everything stands there as it was backed up and whoever was
//! erased since is erased again.

use super::{Failed, Sums, apart, fill};
use crate::flow::cases::Place as Cases;
use crate::flow::erasures::{self, Replayed};
use crate::keep::backup::{Manifest, Place};
use crate::keep::erasures::{self as list, List};
use crate::secret::identity::Identity;
use crate::secret::key_folder::KeyFolder;
use crate::store::dump::empty;
use crate::store::{Db, outbox, settings};
use serde_json::json;
use std::path::{Path, PathBuf};

/// A backup, and who opens it.
#[derive(Clone)]
pub struct Backup {
    pub place: Place,
    pub manifest: Manifest,
    pub identity: Identity,
}

/// What is to be restored, and where.
pub struct Asked {
    pub data: Backup,
    pub keys: Option<Backup>,
    pub erasures: Option<List>,
    /// Why it is restored without the list.
    pub without_erasures: Option<String>,
    /// The instant, as the store keeps it.
    pub at: String,
    /// The database's address, and the firm's folder.
    pub address: String,
    pub root: PathBuf,
}

/// What stands there now.
#[derive(Clone, Debug)]
pub struct Restored {
    pub sums: Sums,
    pub keys: Option<u64>,
    pub replayed: Replayed,
    /// Letters that waited to be sent when the backup was made, and may have been sent since.
    pub letters: u64,
}

/// Restores a backup; when it fails, the place is as empty as before.
pub async fn restore(asked: Asked) -> Result<Restored, Failed> {
    let erased = &asked.data.manifest.erasures;
    match &asked.erasures {
        Some(list) if list.goes_on_from(erased.count, &erased.sha256) => {}
        Some(_) => return Err(Failed::ErasuresOther),
        None if erased.count > 0 && asked.without_erasures.is_none() => {
            return Err(Failed::ErasuresWanted(erased.count));
        }
        None => {}
    }
    if asked.root.is_dir() && std::fs::read_dir(&asked.root)?.next().is_some() {
        return Err(Failed::NotEmpty(asked.root.display().to_string()));
    }
    if !empty::is_empty(&asked.address).await? {
        return Err(Failed::NotEmpty("database".to_owned()));
    }
    let was_there = asked.root.is_dir();
    make_private(&asked.root)?;
    let (address, root) = (asked.address.clone(), asked.root.clone());
    let restored = fill(asked).await;
    if restored.is_err() {
        // What cannot be cleared keeps the mark of a place that is not whole.
        let _ = empty::clear(&address).await;
        let _ = empty_folder(&root, was_there);
    }
    restored
}

async fn fill(asked: Asked) -> Result<Restored, Failed> {
    let Asked { data, keys, erasures, without_erasures, at, address, root } = asked;
    let (folder, backup) = (root.clone(), data.manifest.name.clone());
    let (db, sums, keys) = apart(move || {
        let (db, sums) = fill::data((&data.place, &data.manifest, &data.identity), &address, &folder)?;
        let keys = keys.map(|keys| fill::keys((&keys.place, &keys.manifest, &keys.identity), &folder));
        Ok((db, sums, keys.transpose()?))
    })
    .await?;
    let note = json!({ "at": at, "backup": backup, "without_erasures": without_erasures }).to_string();
    let opened = open(&db, &root, erasures.as_ref(), &note).await;
    db.close().await;
    let (replayed, letters) = opened?;
    Ok(Restored { sums, keys, replayed, letters })
}

/// Brings a database that was filled up to date, erases again, and takes the mark away.
async fn open(db: &Db, root: &Path, erasures: Option<&List>, note: &str) -> Result<(Replayed, u64), Failed> {
    empty::bring_up(db).await?;
    let keys = KeyFolder::within(root);
    let mut replayed = Replayed::default();
    if let Some(erasures) = erasures.filter(|list| !list.erasures.is_empty()) {
        replayed = erasures::replay(Cases { db, keys: &keys }, &erasures.erasures).await?;
        list::keep(&list::file(root), erasures)?;
    }
    let letters = outbox::doubt(db).await?;
    settings::set(db, settings::RESTORED, note).await?;
    empty::open_up(db).await?;
    Ok((replayed, letters))
}

fn make_private(root: &Path) -> std::io::Result<()> {
    std::fs::create_dir_all(root)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        std::fs::set_permissions(root, std::fs::Permissions::from_mode(0o700))?;
    }
    Ok(())
}

fn empty_folder(root: &Path, stays: bool) -> std::io::Result<()> {
    std::fs::remove_dir_all(root)?;
    if stays { make_private(root) } else { Ok(()) }
}
