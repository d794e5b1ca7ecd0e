//! What people say of our own part (DOMAIN A42): that somebody answered is written with their name, what they said without
//! it. It is never in the journal, so that nothing made from the journal can hold it.

use super::cases::{self, By, NotDone, Opened, Place, With, place_of};
use crate::entropy;
use crate::secret::key_folder::{Key as Secret, Of};
use crate::secret::text;
use crate::store::StoreError;
use crate::store::cases::{self as store, Key};
use domain::case::Act;
use domain::case::refusal::text as checked;
use domain::case::review::OwnPartSaid;

const PLACE: &str = "OwnPart";

/// Answers the question; without words, it was answered aloud, or with nothing.
pub async fn answer(place: Place<'_>, key: &Key, by: &By<'_>, said: Option<&OwnPartSaid>) -> Result<Opened, NotDone> {
    if let Some(said) = said {
        checked(&said.text).map_err(NotDone::Refused)?;
    }
    cases::act_with(place, key, by, Act::AnswerOwnPart, With { own_part: said, ..With::default() }).await
}

/// Ends the question; how many had words is counted here and not by whoever ends it.
pub async fn close(place: Place<'_>, key: &Key, by: &By<'_>) -> Result<Opened, NotDone> {
    for _ in 0..cases::TRIES {
        let Some(opened) = cases::load(place, key).await? else { return Err(NotDone::Absent) };
        let answers = store::own_parts(place.db, key).await?.len() as u32;
        let by = By { seen: Some(opened.case.seq), ..by.clone() };
        match cases::act(place, key, &by, Act::CloseOwnParts { answers }).await {
            Err(NotDone::Changed(_)) => {}
            done => return done,
        }
    }
    Err(NotDone::Changed(vec![]))
}

/// Returns what was said, in no order that tells anything; nothing before the question is closed, for whoever sees a list
/// grow sees who adds to it.
pub async fn all(place: Place<'_>, opened: &Opened) -> Result<Vec<OwnPartSaid>, StoreError> {
    if opened.case.rounds.own_parts_closed.is_none() {
        return Ok(vec![]);
    }
    let Some((case, nobody)) = secrets(place, &opened.key)? else { return Ok(vec![]) };
    let sealed = store::own_parts(place.db, &opened.key).await?;
    Ok(sealed.iter().filter_map(|(_, sealed)| read(&opened.key, &case, &nobody, sealed)).collect())
}

/// Returns every sealed answer with a new one, each sealed anew under a new id: neither its place, nor its bytes, nor
/// what the database notes of its writing tell which one came with whose entry.
pub(super) async fn with(
    place: Place<'_>,
    key: &Key,
    said: &OwnPartSaid,
) -> Result<Vec<(String, Vec<u8>)>, StoreError> {
    let case = place.keys.key(Of::Case { client: &key.client, case: &key.case })?;
    let nobody = place.keys.key(Of::Nobody)?;
    let seal = |said: &OwnPartSaid| {
        let json = serde_json::to_string(said).expect("a text");
        text::seal(&case, &nobody, &place_of(key, PLACE), &json)
    };
    let standing = store::own_parts(place.db, key).await?.into_iter();
    // What cannot be opened is kept as it is.
    let anew = |sealed: Vec<u8>| read(key, &case, &nobody, &sealed).as_ref().map_or(sealed, seal);
    let all = standing.map(|(_, sealed)| anew(sealed)).chain([seal(said)]);
    let mut all: Vec<(String, Vec<u8>)> = all.map(|sealed| (entropy::secret(), sealed)).collect();
    all.sort_unstable();
    Ok(all)
}

fn read(key: &Key, case: &Secret, nobody: &Secret, sealed: &[u8]) -> Option<OwnPartSaid> {
    serde_json::from_str(&text::open(case, nobody, &place_of(key, PLACE), sealed)?).ok()
}

fn secrets(place: Place<'_>, key: &Key) -> Result<Option<(Secret, Secret)>, StoreError> {
    let case = place.keys.standing(Of::Case { client: &key.client, case: &key.case })?;
    let nobody = place.keys.standing(Of::Nobody)?;
    Ok(case.zip(nobody))
}
