//! Papers of a case: kept sealed, bound to the journal by their digest, opened for whoever may have them.

use super::cases::{self, By, NotDone, Opened, Place, place_of};
use super::client_part;
use crate::lang::Language;
use crate::secret::key_folder::Of;
use crate::secret::text;
use crate::store::cases::Key;
use crate::store::{StoreError, case_files, settings};
use data_encoding::BASE64;
use domain::case::{Act, parting};
use domain::days::Day;
use domain::firm::Firm;
use domain::journal;
use domain::separation::portal::ClientPage;

/// What a file is; it opens as nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    ClosingPack,
    Proof,
}

impl What {
    /// Returns what is sealed under a name.
    fn named(name: &str) -> Option<What> {
        [What::ClosingPack, What::Proof].into_iter().find(|what| what.name() == name)
    }

    /// Returns the name under which it is sealed.
    fn name(self) -> &'static str {
        match self {
            What::ClosingPack => "ClosingPack",
            What::Proof => "Proof",
        }
    }
}

/// Returns the keys to which a paper may be sealed: its own first, then that of the older ones.
fn keys(Key { client, case }: &Key) -> [Of<'_>; 2] {
    [Of::Papers { client, case }, Of::Case { client, case }]
}

/// What a law may keep when the words of a case go: the account rests on its vouchers, and which proofs are some nobody can
/// tell. These are sealed to a key of their own.
pub const PAPERS: [&str; 2] = ["ClosingPack", "Proof"];

/// Whose end it is, and when and where its papers are made.
#[derive(Clone, Copy, Debug)]
pub struct Parties<'a> {
    pub firm: &'a str,
    pub client: &'a str,
    /// The firm's zone.
    pub zone: Option<&'a str>,
    /// The firm's facts, which say what is kept.
    pub facts: &'a Firm,
    pub on: Day,
}

/// What only pages can write of an end.
#[derive(Clone, Copy)]
pub struct Maker {
    /// Makes the closing pack, or says what is wrong.
    pub pack: fn(&Parties<'_>, &ClientPage) -> Result<Vec<u8>, String>,
    /// Writes the clearance that can be signed now, in a language.
    pub clearance: fn(&Parties<'_>, &ClientPage, Language) -> Option<String>,
}

/// Seals the closing pack and binds it into the journal.
pub async fn seal_pack(place: Place<'_>, opened: &Opened, by: &By<'_>, pack: &[u8]) -> Result<Opened, NotDone> {
    let sha256 = keep(place, &opened.key, What::ClosingPack, pack).await?;
    cases::act(place, &opened.key, by, Act::Parting(parting::Act::Seal { sha256 })).await
}

/// Seals a proof under the name that its file had, and binds it into the journal.
pub async fn seal_proof(
    place: Place<'_>,
    opened: &Opened,
    by: &By<'_>,
    name: String,
    bytes: &[u8],
) -> Result<Opened, NotDone> {
    let sha256 = keep(place, &opened.key, What::Proof, bytes).await?;
    cases::act(place, &opened.key, by, Act::Parting(parting::Act::KeepProof { sha256, name })).await
}

async fn keep(place: Place<'_>, key: &Key, what: What, bytes: &[u8]) -> Result<String, StoreError> {
    let sha256 = journal::digest(bytes);
    let sealed = sealed(place, key, what, bytes)?;
    case_files::add(place.db, key, what.name(), &sha256, &sealed).await?;
    Ok(sha256)
}

fn sealed(place: Place<'_>, key: &Key, what: What, bytes: &[u8]) -> Result<Vec<u8>, StoreError> {
    let own = place.keys.key(keys(key)[0])?;
    Ok(text::seal(&own, &own, &place_of(key, what.name()), &format!("\"{}\"", BASE64.encode(bytes))))
}

/// Returns a sealed file; nothing where there is none, or its key is gone.
pub async fn open(place: Place<'_>, key: &Key, what: What, sha256: &str) -> Result<Option<Vec<u8>>, StoreError> {
    opened(place, key, (what, sha256), &keys(key)).await
}

/// Opens a file with whichever of some keys it was sealed to.
async fn opened(
    place: Place<'_>,
    key: &Key,
    (what, sha256): (What, &str),
    keys: &[Of<'_>],
) -> Result<Option<Vec<u8>>, StoreError> {
    let Some(sealed) = case_files::get(place.db, key, what.name(), sha256).await? else { return Ok(None) };
    for of in keys {
        let Some(own) = place.keys.standing(*of)? else { continue };
        let text = text::open(&own, &own, &place_of(key, what.name()), &sealed);
        let bytes = text.and_then(|text| BASE64.decode(text.trim().trim_matches('"').as_bytes()).ok());
        if let Some(bytes) = bytes.filter(|bytes| journal::digest(bytes) == sha256) {
            return Ok(Some(bytes));
        }
    }
    Ok(None)
}

/// Seals the papers of a case to their own key, where they still hang on that of its words; a second time changes nothing.
pub async fn keep_papers(place: Place<'_>, key: &Key) -> Result<(), StoreError> {
    for (what, sha256) in case_files::of_case(place.db, key).await? {
        let Some(what) = What::named(&what) else { continue };
        let old = [Of::Case { client: &key.client, case: &key.case }];
        if let Some(bytes) = opened(place, key, (what, &sha256), &old).await? {
            case_files::reseal(place.db, key, (what.name(), &sha256), &sealed(place, key, what, &bytes)?).await?;
        }
    }
    Ok(())
}

/// Does the same for every case, once: a backup of papers that hang on the key of the words can be read only with keys of before
/// an erasure of these words.
pub async fn keep_all_papers(place: Place<'_>) -> Result<(), StoreError> {
    if settings::get(place.db, settings::PAPERS_APART).await?.is_some() {
        return Ok(());
    }
    let all = case_files::all(place.db).await?.into_iter().filter(|(_, what, _)| PAPERS.contains(&what.as_str()));
    let mut keys: Vec<Key> = all.map(|(key, ..)| key).collect();
    keys.dedup();
    for key in keys {
        keep_papers(place, &key).await?;
    }
    settings::set(place.db, settings::PAPERS_APART, "1").await
}

/// How the sealed files of all cases are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Verified {
    pub opened: u64,
    /// Their key is not here.
    pub keyless: u64,
    pub damaged: u64,
}

/// Opens every sealed file, one after the other, and holds it against its digest.
pub async fn verify(place: Place<'_>) -> Result<Verified, StoreError> {
    let mut verified = Verified::default();
    for (key, what, sha256) in case_files::all(place.db).await? {
        let is_whole = match What::named(&what) {
            Some(what) => open(place, &key, what, &sha256).await?.is_some(),
            None => client_part::is_whole(place, &key, &sha256).await?,
        };
        let has_key = is_whole || has_key(place, &key, &what)?;
        let counted = match (is_whole, has_key) {
            (true, _) => &mut verified.opened,
            (false, true) => &mut verified.damaged,
            (false, false) => &mut verified.keyless,
        };
        *counted += 1;
    }
    Ok(verified)
}

/// Tells whether a key stands to which a file may be sealed.
fn has_key(place: Place<'_>, key: &Key, what: &str) -> Result<bool, StoreError> {
    let keys = keys(key);
    let of_it = if What::named(what).is_some() { &keys[..] } else { &keys[1..] };
    for of in of_it {
        if place.keys.standing(*of)?.is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}
