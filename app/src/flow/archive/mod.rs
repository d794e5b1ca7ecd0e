//! A closed case sealed for good: gathered, written as files, sealed for its readers, opened again into an empty database
//! and compared there, value by value. What does not come out as it went in is not sealed.

mod apart;
mod gather;
mod made;
mod reseal;
mod restore;

pub use apart::{HANDED, Handed, Whom, seal_apart};
pub use gather::{ours, privileged, theirs};
pub use made::{Made, Standing, checked, clear_erased, clear_unknown, erased, made, replaced_at, standing};
pub use reseal::{Reopened, without};

use super::case_files::{self, What};
use super::cases::Place;
use crate::archive::Files;
use crate::archive::afterwards as afterwards_files;
use crate::archive::contracts::{self as contract_files, Term, Words};
use crate::archive::journal::{self as journal_files, Line};
use crate::archive::records::{self as record_files, Row};
use crate::keep::bag::{Algorithm, MANIFEST, Named, PAYLOAD, digests};
use crate::keep::package::{self, About, Fetch, Item, Sealed, Sealing, Source, Trouble};
use crate::secret::identity::Identity;
use crate::secret::key_folder::Of;
use crate::store::StoreError;
use crate::store::cases::Key;
use domain::days::Day;
use domain::journal::digest;
use domain::lesson::afterwards::Told;
use ed25519_dalek::SigningKey;
use restore::compare;
use std::collections::BTreeMap;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use tokio::runtime::Handle;

/// A part of this size holds many documents and is soon written again.
const PART_BYTES: u64 = 16 * 1024 * 1024;

/// The folders of what is read back; of everything else the digests are compared.
const READ: [&str; 4] = ["journal/", "records/", "contracts/", afterwards_files::FOLDER];

/// Where the key lies that a passphrase opens.
pub const KEY_FILE: &str = "key.age";

/// The key lies beside the archive, where anybody may try to open it: a passphrase has at least so many characters.
pub const PASSPHRASE_MIN: usize = 12;

/// Where the key of the trial lies until the package is whole.
const TRIAL_FILE: &str = "trial.key";

/// What an archive holds of a case.
#[derive(Clone, Debug, PartialEq)]
pub struct Gathered {
    pub key: Key,
    pub journal: Vec<Line>,
    /// What was looked after since the closing.
    pub after: Vec<Told>,
    pub rows: Vec<Row>,
    /// Each text of each contract, and what was said of the terms.
    pub texts: Vec<Words>,
    pub terms: Vec<Term>,
    /// Every version of every letter whose text can be read, and the tables of what the case rested on and came to.
    pub papers: Files,
    /// What the journal binds, by its path: the closing pack as the client was shown it, and proofs.
    pub bound: BTreeMap<String, Bound>,
    /// Documents that lie in a folder.
    pub documents: Vec<Document>,
    /// What is sealed again as it lies in another archive, by its path.
    pub carried: BTreeMap<String, Carried>,
}

/// A file of another archive: its part there, how many bytes it has, and its digest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carried {
    pub part: usize,
    pub bytes: u64,
    pub sha256: String,
}

/// A document that lies in a folder: its path in the archive, where it lies, and how many bytes it has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    pub path: String,
    pub file: PathBuf,
    pub bytes: u64,
}

/// A file that the journal binds; it is fetched when its turn comes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bound {
    pub what: What,
    pub sha256: String,
    pub bytes: u64,
}

/// Whom an archive is for, and where it goes.
pub struct Request<'r> {
    pub into: &'r Path,
    /// Public keys.
    pub readers: &'r [String],
    pub on: Day,
    /// Labels and values about it, readable by anyone.
    pub about: &'r [(String, String)],
    /// Files beside it, readable by anyone: how to open it.
    pub beside: &'r [Named],
}

/// Why nothing was sealed.
#[derive(Debug, thiserror::Error)]
pub enum NotSealed {
    /// The key of the case is not here: nothing that was said could be read.
    #[error("the key of the case is missing")]
    Keyless,
    /// A file that the journal binds does not open here: its digest.
    #[error("the file {0} is missing")]
    Missing(String),
    /// What came out is not what went in: which part of it.
    #[error("the restored {0} differ")]
    Differs(&'static str),
    #[error(transparent)]
    Package(#[from] Trouble),
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<std::io::Error> for NotSealed {
    fn from(error: std::io::Error) -> NotSealed {
        match error.get_ref().and_then(|inner| inner.downcast_ref::<Vanished>()) {
            Some(Vanished(sha256)) => NotSealed::Missing(sha256.clone()),
            None => NotSealed::Package(Trouble::Io(error)),
        }
    }
}

/// A file that the journal binds opened when it was gathered, and does not when its turn comes.
#[derive(Debug, thiserror::Error)]
#[error("the file {0} is missing")]
struct Vanished(String);

impl Gathered {
    /// Writes everything but what is fetched as files.
    pub fn files(&self) -> Files {
        let mut files = Files::new();
        journal_files::write(&self.journal, &mut files);
        afterwards_files::write(&self.after, &mut files);
        // A case without records or contracts has no tables of them either.
        if !self.rows.is_empty() {
            record_files::write(&self.rows, &mut files);
        }
        if !self.texts.is_empty() || !self.terms.is_empty() {
            contract_files::write(&self.texts, &self.terms, &mut files);
        }
        files.extend(self.papers.clone());
        files
    }

    /// Returns every file by its path, and how many bytes it has.
    pub fn lengths(&self) -> BTreeMap<String, u64> {
        let own = self.files().into_iter().map(|(path, bytes)| (path, bytes.len() as u64));
        let bound = self.bound.iter().map(|(path, file)| (path.clone(), file.bytes));
        let carried = self.carried.iter().map(|(path, file)| (path.clone(), file.bytes));
        own.chain(bound).chain(carried).chain(self.documents.iter().map(|one| (one.path.clone(), one.bytes))).collect()
    }

    /// Returns an archive of a case in which nothing lies yet.
    pub fn nothing(key: &Key) -> Gathered {
        let (journal, after, rows, texts, terms, documents) = (vec![], vec![], vec![], vec![], vec![], vec![]);
        let (papers, bound, carried) = (Files::new(), BTreeMap::new(), BTreeMap::new());
        Gathered { key: key.clone(), journal, after, rows, texts, terms, papers, bound, documents, carried }
    }

    /// Reads files back, or says which of them cannot be read.
    fn read(key: &Key, files: &Files) -> Result<Gathered, NotSealed> {
        let journal = journal_files::read(files).ok_or(NotSealed::Differs("journal"))?;
        let after = afterwards_files::read(files).ok_or(NotSealed::Differs("afterwards"))?;
        let rows = record_files::read(files).ok_or(NotSealed::Differs("records"))?;
        let (texts, terms) = contract_files::read(files).ok_or(NotSealed::Differs("contracts"))?;
        Ok(Gathered { journal, after, rows, texts, terms, ..Gathered::nothing(key) })
    }
}

/// Seals what was gathered, together with files made for people.
pub async fn seal(
    place: Place<'_>,
    gathered: Gathered,
    more: Vec<Item>,
    request: Request<'_>,
) -> Result<Sealed, NotSealed> {
    let signer = signer(place)?;
    // One reader more, whose key is forgotten once it has opened the package again.
    let trial = trial(request.into);
    let readers: Vec<String> = request.readers.iter().cloned().chain([trial.public()]).collect();
    let own = Item::all(gathered.files());
    let lying = gathered.documents.iter();
    let lying = lying.map(|one| Item { path: one.path.clone(), source: Source::File(one.file.clone()) });
    let items: Vec<Item> = own.chain(fetched(place, &gathered.key, &gathered.bound)).chain(lying).chain(more).collect();
    let (into, labels) = (request.into.to_owned(), request.about.to_vec());
    let (beside, on) = (request.beside.to_vec(), request.on);
    let runtime = Handle::current();
    let sealed = tokio::task::spawn_blocking(move || {
        let sealing = Sealing {
            into: &into,
            readers: &readers,
            about: About { on, labels: &labels, beside: &beside, signer: &signer },
            resumes: true,
            meanwhile: &[(TRIAL_FILE.to_owned(), trial.secret_text().into_bytes())],
            part_bytes: PART_BYTES,
        };
        package::seal(&items, &sealing, |package| runtime.block_on(compare(&gathered, unsealed(package, &trial)?)))
    });
    sealed.await.map_err(|error| StoreError::Io(std::io::Error::other(error)))?
}

/// Returns the key that a passphrase opens, and the file in which it lies beside the parts. A sealing that was cut off goes
/// on with the key that it had.
pub fn under_passphrase(into: &Path, phrase: &str) -> std::io::Result<(String, Named)> {
    let before = std::fs::read(package::unfinished(into).join(KEY_FILE)).ok();
    let before = before.and_then(|sealed| Some((Identity::open_file(&sealed, phrase)?, sealed)));
    let (identity, sealed) = match before {
        Some(before) => before,
        None => {
            let identity = Identity::new();
            let sealed = identity.file_under(phrase)?;
            (identity, sealed)
        }
    };
    Ok((identity.public(), (KEY_FILE.to_owned(), sealed)))
}

/// The client's part of a case on its way into a signed bag.
pub struct Packing {
    items: Vec<Item>,
    on: Day,
    labels: [(String, String); 2],
    signer: SigningKey,
}

impl Packing {
    pub fn of(place: Place<'_>, key: &Key, (items, on): (Vec<Item>, Day)) -> Result<Packing, StoreError> {
        Ok(Packing { items, on, labels: about(key), signer: signer(place)? })
    }

    /// Hands over the files of the bag, one after the other; it blocks.
    pub fn each(&self, put: impl FnMut(&str, &mut dyn Read) -> std::io::Result<()>) -> std::io::Result<Sealed> {
        let about = About { on: self.on, labels: &self.labels, beside: &[], signer: &self.signer };
        package::plain(&self.items, &about, put)
    }
}

/// Writes the client's part into a folder; it gets its name when it is whole.
pub async fn pack(
    place: Place<'_>,
    key: &Key,
    (items, on): (Vec<Item>, Day),
    into: &Path,
) -> Result<Sealed, NotSealed> {
    if into.exists() {
        return Err(std::io::Error::from(std::io::ErrorKind::AlreadyExists).into());
    }
    let (packing, into) = (Packing::of(place, key, (items, on))?, into.to_owned());
    let packed = tokio::task::spawn_blocking(move || {
        let partial = package::unfinished(&into);
        // What an attempt that was cut off left there is no part of this one.
        emptied(&partial)?;
        let sealed = packing.each(|path, from| {
            let file = partial.join(path);
            std::fs::create_dir_all(file.parent().unwrap_or(&partial))?;
            std::io::copy(from, &mut std::fs::File::create(file)?).map(drop)
        });
        let done = sealed.and_then(|sealed| std::fs::rename(&partial, into).map(|()| sealed));
        Ok(done.inspect_err(|_| drop(emptied(&partial)))?)
    });
    packed.await.map_err(|error| StoreError::Io(std::io::Error::other(error)))?
}

/// Removes a folder with all that is in it, where there is one.
fn emptied(folder: &Path) -> std::io::Result<()> {
    match std::fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Returns what stands on the outside of every archive of a case: no name of anybody.
pub fn about(key: &Key) -> [(String, String); 2] {
    [agent(), ("External-Identifier".to_owned(), key.case.clone())]
}

fn agent() -> (String, String) {
    ("Bag-Software-Agent".to_owned(), format!("Khitam {}", env!("CARGO_PKG_VERSION")))
}

/// Returns the public half of the firm's own key for signatures, as text; nothing if it never signed.
pub fn own_signer(place: Place<'_>) -> Result<Option<String>, StoreError> {
    let key = place.keys.standing(Of::Signature)?;
    Ok(key.map(|key| package::signer_text(&SigningKey::from_bytes(&key).verifying_key())))
}

/// Returns the firm's own key for signatures.
fn signer(place: Place<'_>) -> Result<SigningKey, StoreError> {
    Ok(SigningKey::from_bytes(&place.keys.key(Of::Signature)?))
}

/// Returns the key of the trial: the one of a sealing that was cut off, or a new one.
fn trial(into: &Path) -> Identity {
    let file = package::unfinished(into).join(TRIAL_FILE);
    let before = std::fs::read_to_string(file).ok().and_then(|text| Identity::of_file(&text));
    before.unwrap_or_default()
}

/// Returns what the journal binds, to be fetched part by part.
fn fetched(place: Place<'_>, key: &Key, bound: &BTreeMap<String, Bound>) -> Vec<Item> {
    let item = |(path, file): (&String, &Bound)| {
        let (db, keys, key) = (place.db.clone(), place.keys.clone(), key.clone());
        let (what, named, runtime) = (file.what, file.sha256.clone(), Handle::current());
        let fetch: Fetch = Arc::new(move || {
            let opened = case_files::open(Place { db: &db, keys: &keys }, &key, what, &named);
            let opened = runtime.block_on(opened).map_err(std::io::Error::other)?;
            opened.ok_or_else(|| std::io::Error::new(std::io::ErrorKind::NotFound, Vanished(named.clone())))
        });
        Item { path: path.clone(), source: Source::Kept { bytes: file.bytes, sha256: file.sha256.clone(), fetch } }
    };
    bound.iter().map(item).collect()
}

/// What came out of a sealed package.
#[derive(Default)]
struct Unsealed {
    /// The files that are read back.
    files: Files,
    /// The digest of every file of the inner bag, by its path, and the list of what belongs into it.
    digests: BTreeMap<String, String>,
    manifest: String,
}

/// Opens a package: what is read back is held, of everything else only the digest.
fn unsealed(package: &Path, trial: &Identity) -> Result<Unsealed, NotSealed> {
    let unsealed = Mutex::new(Unsealed::default());
    package::prove(package, trial, |path, entry| {
        let inner = path.strip_prefix(PAYLOAD);
        let is_held = inner.map_or(path == MANIFEST, |inner| READ.iter().any(|folder| inner.starts_with(folder)));
        let mut held = vec![];
        let digest = if is_held {
            entry.read_to_end(&mut held)?;
            digest(&held)
        } else {
            digests(entry, &[Algorithm::Sha256])?.remove(0)
        };
        let mut unsealed = unsealed.lock().unwrap_or_else(PoisonError::into_inner);
        match inner {
            Some(inner) => {
                unsealed.digests.insert(inner.to_owned(), digest);
                unsealed.files.extend(is_held.then(|| (inner.to_owned(), held)));
            }
            None if is_held => unsealed.manifest = String::from_utf8_lossy(&held).into_owned(),
            None => {}
        }
        Ok(())
    })?;
    Ok(unsealed.into_inner().unwrap_or_else(PoisonError::into_inner))
}
