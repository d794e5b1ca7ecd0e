//! The closing pack of a case: kept sealed, bound to the journal by its digest, opened for whoever may have it.

use super::cases::{self, By, NotDone, Opened, Place, place_of};
use crate::secret::key_folder::Of;
use crate::secret::text;
use crate::store::cases::Key;
use crate::store::{StoreError, closing_packs};
use data_encoding::BASE64;
use domain::case::{Act, parting};
use domain::journal;
use domain::separation::portal::ClientPage;

/// The name under which packs are sealed.
const NAME: &str = "ClosingPack";

/// Makes a pack of the firm's name, the client's, and their page; or says what is wrong.
pub type Maker = fn(&str, &str, &ClientPage) -> Result<Vec<u8>, String>;

/// Seals a pack and binds it into the journal.
pub async fn seal(place: Place<'_>, opened: &Opened, by: &By<'_>, pack: &[u8]) -> Result<Opened, NotDone> {
    let key = &opened.key;
    let sha256 = journal::digest(pack);
    let case = place.keys.key(of(key)).map_err(StoreError::from)?;
    let sealed = text::seal(&case, &case, &place_of(key, NAME), &format!("\"{}\"", BASE64.encode(pack)));
    closing_packs::add(place.db, key, &sha256, &sealed).await?;
    cases::act(place, key, by, Act::Parting(parting::Act::Seal { sha256 })).await
}

/// Returns a sealed pack; nothing where there is none, or its key is gone.
pub async fn open(place: Place<'_>, key: &Key, sha256: &str) -> Result<Option<Vec<u8>>, StoreError> {
    let Some(sealed) = closing_packs::get(place.db, key, sha256).await? else { return Ok(None) };
    let Some(case) = place.keys.standing(of(key))? else { return Ok(None) };
    let text = text::open(&case, &case, &place_of(key, NAME), &sealed);
    let pack = text.and_then(|text| BASE64.decode(text.trim().trim_matches('"').as_bytes()).ok());
    Ok(pack.filter(|pack| journal::digest(pack) == sha256))
}

fn of(key: &Key) -> Of<'_> {
    Of::Case { client: &key.client, case: &key.case }
}
