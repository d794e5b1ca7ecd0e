//! Restoring into an empty place. Nobody can open it before everything stands there as it was backed up and whoever was
//! erased since is erased again.

use super::fill::Traces;
use super::{Failed, Sums, apart, fill};
use crate::flow::archive::clear_erased;
use crate::flow::cases::Place as Cases;
use crate::flow::erasures::{Replayed, destroyed, replay};
use crate::keep::backup::{Erasures, Manifest, Place, begins, whole};
use crate::keep::erasures::{self as list, List};
use crate::secret::identity::Identity;
use crate::secret::key_folder::{KeyFolder, Of};
use crate::store::dump::empty;
use crate::store::{erasing, outbox, settings};
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
    let keys = asked.keys.as_ref();
    if let Some(keys) = keys.filter(|keys| keys.manifest.signer != asked.data.manifest.signer) {
        return Err(Failed::Signers(asked.data.manifest.signer_mark(), keys.manifest.signer_mark()));
    }
    let erased = known(&asked).await?;
    match &asked.erasures {
        Some(list) if list.goes_on_from(erased.count, &erased.sha256) => {}
        Some(_) => return Err(Failed::ErasuresOther),
        None if asked.without_erasures.is_none() => return Err(Failed::ErasuresWanted(erased.count)),
        None => {}
    }
    for backup in [Some(&asked.data), keys].into_iter().flatten() {
        begins(&backup.place, &backup.manifest, &backup.identity).await?;
    }
    if asked.root.is_dir() && std::fs::read_dir(&asked.root)?.next().is_some() {
        return Err(Failed::NotEmpty(asked.root.display().to_string()));
    }
    if !empty::is_empty(&asked.address).await? {
        return Err(Failed::DatabaseThere);
    }
    let mut traces = Traces::default();
    let filled = match traces.folder(&asked.root).and_then(|()| make_private(&asked.root)) {
        Ok(()) => fill(asked, &mut traces).await,
        Err(error) => Err(error.into()),
    };
    if filled.is_err() {
        traces.clear().await;
    }
    filled
}

/// Returns the longest list of erasures that a backup of this firm in these places knows of.
async fn known(asked: &Asked) -> Result<Erasures, Failed> {
    let mut known = asked.data.manifest.erasures.clone();
    for backup in [Some(&asked.data), asked.keys.as_ref()].into_iter().flatten() {
        let (found, _) = whole(&backup.place, backup.manifest.kind).await?;
        let ours = found.into_iter().filter(|one| one.signer == asked.data.manifest.signer);
        known = ours.map(|one| one.erasures).fold(known, |a, b| if b.count > a.count { b } else { a });
    }
    Ok(known)
}

async fn fill(asked: Asked, traces: &mut Traces) -> Result<Restored, Failed> {
    let Asked { data, keys, erasures, without_erasures, at, address, root } = asked;
    let (folder, backup) = (root.clone(), data.manifest.name.clone());
    let (db, sums) = traced(traces, move |traces| {
        fill::data((&data.place, &data.manifest, &data.identity), &address, &folder, traces)
    })
    .await?;
    let list = erasures.unwrap_or_default();
    let restored = async {
        empty::bring_up(&db).await?;
        for erasure in &list.erasures {
            let list::Scope::Client { tables, .. } = &erasure.scope else { continue };
            if let Some(table) = erasing::unknown(&db, tables).await? {
                return Err(Failed::ErasuresTable(table));
            }
        }
        // Where papers stay, the key goes in the replay, once they have their own.
        let whole = list.erasures.iter().filter(|erasure| own_key(&erasure.scope).is_none());
        let destroyed = destroyed(&db, &whole.cloned().collect::<Vec<_>>()).await?;
        let of_papers = list.erasures.iter().filter_map(|erasure| own_key(&erasure.scope));
        traces.files.extend(of_papers.map(|name| root.join("keys").join(name)));
        let folder = root.clone();
        let keys = traced(traces, move |traces| {
            let fill =
                |keys: Backup| fill::keys((&keys.place, &keys.manifest, &keys.identity), &folder, &destroyed, traces);
            keys.map(fill).transpose()
        })
        .await?;
        let mut replayed = Replayed::default();
        if !list.erasures.is_empty() {
            let folder = KeyFolder::within(&root);
            // While its rows still say which cases are a client's.
            clear_erased(&db, &root, &list).await?;
            replayed = replay(Cases { db: &db, keys: &folder }, &list.erasures).await?;
            replayed.keys += keys.map_or(0, |(_, gone)| gone);
            traces.files.push(list::file(&root));
            list::keep(&list::file(&root), &list)?;
            erasing::sweep(&db).await?;
        }
        let letters = outbox::doubt(&db).await?;
        let note = json!({ "at": at, "backup": backup, "without_erasures": without_erasures }).to_string();
        settings::set(&db, settings::RESTORED, &note).await?;
        empty::open_up(&db).await?;
        Ok(Restored { sums, keys: keys.map(|(came, _)| came), replayed, letters })
    };
    let restored = restored.await;
    db.close().await;
    restored
}

/// Returns the name of the key that the papers of a case get when its words go and a law keeps them.
fn own_key(scope: &list::Scope) -> Option<String> {
    let list::Scope::Case { client, case, keeps_papers: true } = scope else { return None };
    Some(KeyFolder::name(Of::Papers { client, case }))
}

/// Runs what blocks, and keeps what it made whatever comes of it.
async fn traced<T: Send + 'static>(
    traces: &mut Traces,
    work: impl FnOnce(&mut Traces) -> Result<T, Failed> + Send + 'static,
) -> Result<T, Failed> {
    let mut moved = std::mem::take(traces);
    let (back, came) = apart(move || {
        let came = work(&mut moved);
        Ok((moved, came))
    })
    .await?;
    *traces = back;
    came
}

/// A folder that was there may have been open to others.
fn make_private(_root: &Path) -> std::io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        std::fs::set_permissions(_root, std::fs::Permissions::from_mode(0o700))?;
    }
    Ok(())
}
