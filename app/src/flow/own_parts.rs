//! What people say of our own part (DOMAIN A42): that somebody answered is written with their name, what they said without
//! it. It is never in the journal, so that nothing made from the journal can hold it.

use super::cases::{self, By, NotDone, Opened, Place, With, place_of};
use super::legal_holds::{self, Keeping};
use crate::entropy;
use crate::keep::erasures::{self, Erasure, OWN_PART, Scope};
use crate::secret::key_folder::{Key as Secret, Of};
use crate::secret::text;
use crate::store::cases::{self as store, Key};
use crate::store::own_parts as stored;
use crate::store::{StoreError, erasing};
use domain::case::Act;
use domain::case::learning::Act as Learn;
use domain::case::parting::OPERATOR;
use domain::case::refusal::text as checked;
use domain::case::review::OwnPartSaid;
use domain::days::Day;
use domain::retention::Class;
use std::path::Path;

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
    let Some((case, own)) = secrets(place, &opened.key)? else { return Ok(vec![]) };
    let sealed = store::own_parts(place.db, &opened.key).await?;
    Ok(sealed.iter().filter_map(|(_, sealed)| read(&opened.key, &case, &own, sealed)).collect())
}

/// Returns every sealed answer with a new one, each sealed anew under a new id: neither its place, nor its bytes, nor
/// what the database notes of its writing tell which one came with whose entry.
pub(super) async fn with(
    place: Place<'_>,
    key: &Key,
    said: &OwnPartSaid,
) -> Result<Vec<(String, Vec<u8>)>, StoreError> {
    let case = place.keys.key(Of::Case { client: &key.client, case: &key.case })?;
    let own = place.keys.key(of(key))?;
    let seal = |said: &OwnPartSaid| {
        let json = serde_json::to_string(said).expect("a text");
        text::seal(&case, &own, &place_of(key, PLACE), &json)
    };
    let standing = store::own_parts(place.db, key).await?.into_iter();
    // What cannot be opened is kept as it is.
    let anew = |sealed: Vec<u8>| read(key, &case, &own, &sealed).as_ref().map_or(sealed, seal);
    let all = standing.map(|(_, sealed)| anew(sealed)).chain([seal(said)]);
    let mut all: Vec<(String, Vec<u8>)> = all.map(|sealed| (entropy::secret(), sealed)).collect();
    all.sort_unstable();
    Ok(all)
}

/// What becomes of the answers once the case is to be sealed for good.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// There are none, or they still teach.
    Stay,
    /// They go before the sealing.
    Go,
    /// Legal holds keep them, or a claim of which nobody has said yet what it keeps.
    Held(Keeping),
    Gone(Day),
}

/// Returns what becomes of the answers of a case.
pub async fn fate(place: Place<'_>, opened: &Opened) -> Result<Fate, StoreError> {
    let case = &opened.case;
    if let Some(on) = case.learning.own_parts_destroyed {
        return Ok(Fate::Gone(on));
    }
    if !case.own_parts_due() {
        return Ok(Fate::Stay);
    }
    let keeping = legal_holds::against(place, &opened.key.client, &[Class::OwnPart]).await?;
    let is_held = keeping.is_awaited() || !keeping.holds.is_empty();
    Ok(if is_held { Fate::Held(keeping) } else { Fate::Go })
}

/// Destroys the answers of a learned case, where they are to go: first the journal says so, if nobody else has written on
/// since it was looked at, then the list of erasures, then the key goes with the sealed answers. Cut off at any point, it
/// is brought to its end by `finish`.
pub async fn destroy(place: Place<'_>, list: &Path, key: &Key, by: &By<'_>) -> Result<Opened, NotDone> {
    let Some(mut opened) = cases::load(place, key).await? else { return Err(NotDone::Absent) };
    if fate(place, &opened).await? == Fate::Go {
        let by = By { seen: by.seen.or(Some(opened.case.seq)), ..by.clone() };
        opened = match by.member {
            // Whoever is at the machine is no member.
            OPERATOR => cases::record(place, key, &by, DESTROY).await?,
            _ => cases::act(place, key, &by, DESTROY).await?,
        };
    }
    if let Some(on) = opened.case.learning.own_parts_destroyed {
        remove(place, list, key, on).await?;
    }
    Ok(opened)
}

/// Brings to its end what was cut off: answers that stand yet, and of which the journal says that they were destroyed.
pub async fn finish(place: Place<'_>, list: &Path) -> Result<(), StoreError> {
    for key in stored::left_over(place.db).await? {
        let opened = cases::load(place, &key).await?;
        if let Some(on) = opened.and_then(|opened| opened.case.learning.own_parts_destroyed) {
            remove(place, list, &key, on).await?;
        }
    }
    Ok(())
}

/// Removes the answers of a case; the sealed ones go last, for by them it is seen what is not at its end.
async fn remove(place: Place<'_>, list: &Path, key: &Key, on: Day) -> Result<(), StoreError> {
    let scope = Scope::OwnParts { client: key.client.clone(), case: key.case.clone() };
    let known = erasures::read(list).map_err(std::io::Error::other)?;
    if !known.erasures.iter().any(|erasure| erasure.scope == scope) {
        let keys = u64::from(place.keys.standing(of(key))?.is_some());
        let (basis, names_sha256, bags_sha256) = (OWN_PART.to_owned(), vec![], vec![]);
        let erasure = Erasure { on, basis, id: None, keys, names_sha256, bags_sha256, indexed: None, scope };
        erasures::append(list, &erasure)?;
    }
    place.keys.destroy(of(key))?;
    erasing::own_parts(place.db, (&key.client, &key.case), erasing::Doing::Do).await?;
    Ok(())
}

const DESTROY: Act = Act::Learning(Learn::DestroyOwnPartKey);

fn read(key: &Key, case: &Secret, own: &Secret, sealed: &[u8]) -> Option<OwnPartSaid> {
    serde_json::from_str(&text::open(case, own, &place_of(key, PLACE), sealed)?).ok()
}

fn secrets(place: Place<'_>, key: &Key) -> Result<Option<(Secret, Secret)>, StoreError> {
    let case = place.keys.standing(Of::Case { client: &key.client, case: &key.case })?;
    let own = place.keys.standing(of(key))?;
    Ok(case.zip(own))
}

fn of(key: &Key) -> Of<'_> {
    Of::OwnPart { client: &key.client, case: &key.case }
}
