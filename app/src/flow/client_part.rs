//! What the client takes along, kept sealed with the case: a ZIP file that is written, kept and read piece by piece, for it is as
//! large as what was given to them.

use super::archive::{NotSealed, Packing};
use super::cases::{self, By, NotDone, Opened, Place, place_of};
use crate::entropy;
use crate::keep::package::Item;
use crate::secret::key_folder::{Key as Secret, Of};
use crate::secret::text;
use crate::store::cases::Key;
use crate::store::{Db, StoreError, case_files as stored};
use data_encoding::{BASE64, HEXLOWER};
use domain::case::parting::{Archive, Scope};
use domain::case::{Act, parting};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::io::{self, Error, Write};
use tokio::runtime::Handle;
use zip::write::SimpleFileOptions;
use zip::{DateTime, ZipWriter};

/// The name under which it is sealed.
pub const NAME: &str = "ClientPart";

/// The name of the file that the client takes along.
pub const CLIENT_PART: &str = "client-part.zip";

/// So many bytes of it are sealed at a time.
const PIECE_BYTES: usize = 1 << 20;

/// Where its pieces lie.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Lies {
    id: String,
    pieces: u32,
}

/// What the file's own row says, sealed.
#[derive(Deserialize)]
#[serde(untagged)]
enum Kept {
    /// The file itself, as earlier versions kept it.
    Whole(String),
    Lies(Lies),
}

/// What came of keeping it: what the journal says to it, or why nothing was kept.
pub type Done = Result<Result<Opened, NotDone>, NotSealed>;

/// Packs what the client takes along, keeps it, and binds it into the journal. Once begun it goes to its end, also where whoever
/// asked has gone; the guard of what must not happen meanwhile is let go then.
pub async fn keep(
    place: Place<'_>,
    opened: &Opened,
    by: &By<'_>,
    items: Vec<Item>,
    guard: impl Send + 'static,
) -> Done {
    let (db, keys, opened) = (place.db.clone(), place.keys.clone(), opened.clone());
    let (member, now, seen) = (by.member.to_owned(), by.now.clone(), by.seen);
    let work = async move {
        let by = By { member: &member, now, seen };
        let done = kept_with(Place { db: &db, keys: &keys }, &opened, &by, items).await;
        drop(guard);
        done
    };
    tokio::spawn(work).await.map_err(|error| StoreError::Io(Error::other(error)))?
}

async fn kept_with(place: Place<'_>, opened: &Opened, by: &By<'_>, items: Vec<Item>) -> Done {
    let (key, files) = (&opened.key, items.len() as u32);
    // What a crash left is nobody's.
    clear_lost(place, key).await?;
    let own = place.keys.key(of(key)).map_err(StoreError::from)?;
    let pieces = Pieces {
        db: place.db.clone(),
        key: key.clone(),
        own,
        lies: Lies { id: entropy::id(), pieces: 0 },
        runtime: Handle::current(),
        waiting: vec![],
        sha: Sha256::new(),
    };
    let packing = Packing::of(place, key, (items, by.now.today))?;
    let written = tokio::task::spawn_blocking(move || zipped(&packing, pieces));
    let (lies, sha256) = written.await.map_err(|error| StoreError::Io(Error::other(error)))??;
    let json = serde_json::to_string(&lies).expect("made of texts and numbers");
    let row = text::seal(&own, &own, &place_of(key, NAME), &json);
    let is_known = opened.case.parting.archives.iter().any(|(archive, _)| archive.sha256 == sha256);
    let is_back = is_known && !is_kept(place.db, key, &sha256).await?;
    stored::add(place.db, key, NAME, &sha256, &row).await?;
    if is_back {
        // An erasure took it, and nothing of what went was in it: the journal knows it already.
        return Ok(Ok(opened.clone()));
    }
    let archive =
        Archive { scope: Scope::Theirs, name: CLIENT_PART.to_owned(), sha256, files, replaces: None, elsewhere: false };
    let act = parting::Act::KeepArchive { archive, readers: vec![] };
    Ok(cases::act(place, key, by, Act::Parting(act)).await)
}

/// Writes the ZIP file into pieces; returns where they lie, and the digest of the whole. It blocks.
fn zipped(packing: &Packing, pieces: Pieces) -> io::Result<(Lies, String)> {
    let mut zip = ZipWriter::new_stream(pieces);
    packing.each(|path, from| {
        // Without a time of its own, so that the same files have the same digest.
        zip.start_file(path, SimpleFileOptions::default().last_modified_time(DateTime::default()))?;
        io::copy(from, &mut zip).map(drop)
    })?;
    zip.finish()?.into_inner().end()
}

/// A writer that seals and keeps what went through it, piece by piece.
struct Pieces {
    db: Db,
    key: Key,
    own: Secret,
    lies: Lies,
    runtime: Handle,
    waiting: Vec<u8>,
    sha: Sha256,
}

impl Pieces {
    fn keep(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.lies.pieces += 1;
        let at = (self.lies.id.as_str(), self.lies.pieces);
        let json = format!("\"{}\"", BASE64.encode(bytes));
        let sealed = text::seal(&self.own, &self.own, &place_of_piece(&self.key, at), &json);
        self.sha.update(bytes);
        self.runtime.block_on(stored::add_piece(&self.db, &self.key, at, &sealed)).map_err(Error::other)
    }

    fn end(mut self) -> io::Result<(Lies, String)> {
        let rest = std::mem::take(&mut self.waiting);
        self.keep(&rest)?;
        Ok((self.lies, HEXLOWER.encode(&self.sha.finalize())))
    }
}

impl Write for Pieces {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let taken = bytes.len().min(PIECE_BYTES - self.waiting.len());
        self.waiting.extend_from_slice(&bytes[..taken]);
        if self.waiting.len() == PIECE_BYTES {
            let full = std::mem::take(&mut self.waiting);
            self.keep(&full)?;
        }
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// What was kept, opened: its bytes come piece by piece.
pub struct Reading {
    db: Db,
    key: Key,
    own: Secret,
    sha256: String,
    sha: Sha256,
    rest: Rest,
}

enum Rest {
    /// As earlier versions kept it.
    Whole(Vec<u8>),
    /// The pieces from this one on.
    From(Lies, u32),
    Nothing,
}

/// Opens what the client takes along by its digest; nothing where there is none, or its key is gone.
pub async fn open(place: Place<'_>, key: &Key, sha256: &str) -> Result<Option<Reading>, StoreError> {
    let Some(own) = place.keys.standing(of(key))? else { return Ok(None) };
    let Some(row) = stored::get(place.db, key, NAME, sha256).await? else { return Ok(None) };
    let rest = match kept(key, &own, &row) {
        Some(Kept::Lies(lies)) => Rest::From(lies, 1),
        Some(Kept::Whole(base64)) => match BASE64.decode(base64.as_bytes()) {
            Ok(bytes) => Rest::Whole(bytes),
            Err(_) => return Ok(None),
        },
        None => return Ok(None),
    };
    let (db, key, sha256) = (place.db.clone(), key.clone(), sha256.to_owned());
    Ok(Some(Reading { db, key, own, sha256, sha: Sha256::new(), rest }))
}

impl Reading {
    /// Returns the next bytes; nothing once all were read. The last ones come only if the whole is what the journal binds.
    pub async fn next(&mut self) -> Result<Option<Vec<u8>>, StoreError> {
        let (bytes, rest) = match std::mem::replace(&mut self.rest, Rest::Nothing) {
            Rest::Nothing => return Ok(None),
            Rest::Whole(bytes) => (bytes, Rest::Nothing),
            Rest::From(lies, nth) => {
                let bytes = self.piece((&lies.id, nth)).await?;
                let is_last = nth >= lies.pieces;
                (bytes, if is_last { Rest::Nothing } else { Rest::From(lies, nth + 1) })
            }
        };
        self.sha.update(&bytes);
        let is_all = matches!(rest, Rest::Nothing);
        if is_all && HEXLOWER.encode(&self.sha.clone().finalize()) != self.sha256 {
            return Err(self.damaged());
        }
        self.rest = rest;
        Ok(Some(bytes))
    }

    async fn piece(&self, at: (&str, u32)) -> Result<Vec<u8>, StoreError> {
        let sealed = stored::piece(&self.db, &self.key, at).await?.ok_or_else(|| self.damaged())?;
        let json = text::open(&self.own, &self.own, &place_of_piece(&self.key, at), &sealed);
        let base64 = json.and_then(|json| serde_json::from_str::<String>(&json).ok());
        base64.and_then(|base64| BASE64.decode(base64.as_bytes()).ok()).ok_or_else(|| self.damaged())
    }

    fn damaged(&self) -> StoreError {
        StoreError::Unreadable(format!("case_files {} {}", self.key.case, self.sha256))
    }
}

/// Tells whether what the client takes along is kept under a digest.
pub async fn is_kept(db: &Db, key: &Key, sha256: &str) -> Result<bool, StoreError> {
    let files = stored::of_case(db, key).await?;
    Ok(files.iter().any(|(what, kept)| what == NAME && kept == sha256))
}

/// Tells whether what was kept opens, and is what the journal binds.
pub async fn is_whole(place: Place<'_>, key: &Key, sha256: &str) -> Result<bool, StoreError> {
    let Some(mut reading) = open(place, key, sha256).await? else { return Ok(false) };
    loop {
        match reading.next().await {
            Ok(Some(_)) => {}
            Ok(None) => return Ok(true),
            Err(StoreError::Unreadable(_)) => return Ok(false),
            Err(error) => return Err(error),
        }
    }
}

/// Removes the pieces of a case that no file names any more.
pub async fn clear_lost(place: Place<'_>, key: &Key) -> Result<(), StoreError> {
    stored::clear_pieces(place.db, key, &lying(place, key).await?).await
}

/// Returns the ids of the pieces that a file of a case still names.
async fn lying(place: Place<'_>, key: &Key) -> Result<Vec<String>, StoreError> {
    let mut ids = vec![];
    let Some(own) = place.keys.standing(of(key))? else { return Ok(ids) };
    for (_, sha256) in stored::of_case(place.db, key).await?.iter().filter(|(what, _)| what == NAME) {
        let row = stored::get(place.db, key, NAME, sha256).await?.unwrap_or_default();
        if let Some(Kept::Lies(lies)) = kept(key, &own, &row) {
            ids.push(lies.id);
        }
    }
    Ok(ids)
}

fn kept(key: &Key, own: &Secret, row: &[u8]) -> Option<Kept> {
    serde_json::from_str(&text::open(own, own, &place_of(key, NAME), row)?).ok()
}

fn of(key: &Key) -> Of<'_> {
    Of::Case { client: &key.client, case: &key.case }
}

/// Where a piece belongs: it opens as nothing else.
fn place_of_piece(key: &Key, (id, nth): (&str, u32)) -> String {
    place_of(key, &format!("{NAME}\0{id}\0{nth}"))
}
