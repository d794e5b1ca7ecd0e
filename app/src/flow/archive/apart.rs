//! Sealing what may leave no trace here: in a folder outside the firm's, in which nothing stands open and which is gone
//! before anything is handed out, also where it was refused. Nothing of it can be taken up again.

use super::restore::compare_in_memory;
use super::{Gathered, NotSealed, PART_BYTES, agent, signer, under_passphrase, unsealed};
use crate::flow::cases::Place;
use crate::keep::bag::{Named, Tree};
use crate::keep::package::{self, About, Item, Sealed, Sealing};
use crate::secret::identity::Identity;
use crate::store::StoreError;
use domain::days::Day;
use ed25519_dalek::SigningKey;
use std::path::Path;

/// What the folder is called in which it is handed out: nothing of what is in it.
pub const HANDED: &str = "archive";

/// For whom it is sealed, and when.
pub struct Whom {
    /// Public keys.
    pub keys: Vec<String>,
    pub phrase: Option<String>,
    pub on: Day,
    /// Files beside it, readable by anyone: how to open it.
    pub beside: Vec<Named>,
}

/// A sealed archive of which nothing lies here any more.
pub struct Handed {
    /// Its files, with the folder in which they belong.
    pub files: Vec<Named>,
    pub sealed: Sealed,
}

/// Seals what was gathered, together with files made for people, opens it again and compares it in memory.
pub async fn seal_apart(
    place: Place<'_>,
    gathered: Gathered,
    more: Vec<Item>,
    whom: Whom,
) -> Result<Handed, NotSealed> {
    let signer = signer(place)?;
    // The folder is this work's own, so that it goes with it, also where whoever asked has gone.
    let handed = tokio::task::spawn_blocking(move || in_a_folder(&gathered, more, whom, &signer)).await;
    handed.map_err(|error| StoreError::Io(std::io::Error::other(error)))?
}

fn in_a_folder(gathered: &Gathered, more: Vec<Item>, whom: Whom, signer: &SigningKey) -> Result<Handed, NotSealed> {
    let folder = tempfile::tempdir()?;
    let into = folder.path().join(HANDED);
    let Whom { keys: mut readers, phrase, on, mut beside } = whom;
    if let Some(phrase) = phrase {
        let (public, key) = under_passphrase(&into, &phrase)?;
        readers.push(public);
        beside.push(key);
    }
    // Its key is in no folder, for it would lie beside what it opens.
    let trial = Identity::new();
    readers.push(trial.public());
    let items: Vec<Item> = Item::all(gathered.files()).chain(more).collect();
    let sealing = Sealing {
        into: &into,
        readers: &readers,
        // Whose case it is stands nowhere on the outside.
        about: About { on, labels: &[agent()], beside: &beside, signer },
        resumes: false,
        meanwhile: &[],
        part_bytes: PART_BYTES,
    };
    let compared = |package: &Path| compare_in_memory(gathered, &unsealed(package, &trial)?);
    let sealed = package::seal(&items, &sealing, compared)?;
    let files = read(&into)?;
    folder.close()?;
    Ok(Handed { files, sealed })
}

fn read(package: &Path) -> std::io::Result<Vec<Named>> {
    let tree = Tree::of(package)?;
    tree.files.keys().map(|path| Ok((format!("{HANDED}/{path}"), std::fs::read(package.join(path))?))).collect()
}
