//! Which backups lie in a place, and what is in one of them.

use super::{Kind, MANIFEST, Manifest, Opening, Part, Place, Trouble};
use crate::secret::identity::Identity;
use bytes::Bytes;
use domain::journal::digest;
use tokio::runtime::Handle;

/// Backups of a kind, oldest first, and the names of those that are not whole.
pub async fn whole(place: &Place, kind: Kind) -> Result<(Vec<Manifest>, Vec<String>), Trouble> {
    let (mut whole, mut broken) = (vec![], vec![]);
    for name in place.names(&beginning(kind)).await? {
        match read(place, &name).await {
            Ok(manifest) if manifest.kind == kind => whole.push(manifest),
            Ok(_) | Err(Trouble::Damaged(_) | Trouble::Missing(_) | Trouble::Newer(_)) => broken.push(name),
            Err(error) => return Err(error),
        }
    }
    Ok((whole, broken))
}

/// Returns the newest whole backup of a kind.
pub async fn newest(place: &Place, kind: Kind) -> Result<Manifest, Trouble> {
    let names = place.names(&beginning(kind)).await?;
    for name in names.iter().rev() {
        match read(place, name).await {
            Err(Trouble::Missing(_)) => {}
            other => return other,
        }
    }
    let other = if kind == Kind::Data { Kind::Keys } else { Kind::Data };
    Err(match (names.first(), place.names(&beginning(other)).await?.first()) {
        (Some(name), _) => Trouble::Missing(format!("{name}/{MANIFEST}")),
        (None, Some(_)) => Trouble::OtherKind(place.shown.clone()),
        (None, None) => Trouble::NoBackup(place.shown.clone()),
    })
}

/// Returns a backup by its name.
pub async fn find(place: &Place, kind: Kind, name: &str) -> Result<Manifest, Trouble> {
    let manifest = read(place, name).await?;
    if manifest.kind == kind { Ok(manifest) } else { Err(Trouble::OtherKind(name.to_owned())) }
}

async fn read(place: &Place, name: &str) -> Result<Manifest, Trouble> {
    let path = format!("{name}/{MANIFEST}");
    let bytes = place.get(&path).await?.ok_or(Trouble::Missing(path))?;
    Manifest::read(name, &bytes)
}

fn beginning(kind: Kind) -> String {
    format!("khitam-{}-", kind.word())
}

/// Tells whether its first part is as it was made and opens for an identity.
pub async fn begins(place: &Place, manifest: &Manifest, identity: &Identity) -> Result<(), Trouble> {
    let part = manifest.parts.first().ok_or_else(|| Trouble::Damaged(manifest.name.clone()))?;
    let path = format!("{}/{}", manifest.name, part.file);
    Opening::new(&sealed(place, &path, part).await?, identity).map(drop)
}

async fn sealed(place: &Place, path: &str, part: &Part) -> Result<Bytes, Trouble> {
    let sealed = place.get(path).await?.ok_or_else(|| Trouble::Missing(path.to_owned()))?;
    let is_whole = sealed.len() as u64 == part.bytes && digest(&sealed) == part.sha256;
    if is_whole { Ok(sealed) } else { Err(Trouble::Damaged(path.to_owned())) }
}

/// Hands over every line of a backup, a part at a time; each part is held against the list first. It blocks.
pub fn walk<E: From<Trouble>>(
    runtime: &Handle,
    place: &Place,
    manifest: &Manifest,
    identity: &Identity,
    mut each: impl FnMut(&[u8]) -> Result<(), E>,
) -> Result<(), E> {
    for part in &manifest.parts {
        let path = format!("{}/{}", manifest.name, part.file);
        let sealed = runtime.block_on(sealed(place, &path, part))?;
        let mut opening = Opening::new(&sealed, identity)?;
        while let Some(line) = opening.read_line().map_err(|_| Trouble::Damaged(path.clone()))? {
            each(line)?;
        }
    }
    Ok(())
}
