//! What followed ends: whether our people stayed and how they felt, and whether clients connected with the one who left went,
//! too. Counted over all ends, never of one (DOMAIN 3.6, 3.7).

use super::cases::Place;
use super::learn::Picture;
use super::next_client::prospects;
use crate::store::known_at_start::{self, main_of};
use crate::store::{StoreError, aftermath, person_names};
use domain::case::Stage;
use domain::case::learning::aftermath::{Felt, Records, Served};
use domain::text::fold;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Reads what aftermaths are counted from.
pub async fn records<'a>(place: Place<'_>, picture: &'a Picture) -> Result<Records<'a>, StoreError> {
    let db = place.db;
    let merged = known_at_start::merged(db).await?;
    let names = person_names::all(db).await?;
    let members: HashMap<&str, &str> =
        names.iter().filter_map(|own| Some((own.spelling.as_str(), own.member.as_ref()?.0.as_str()))).collect();
    // Two spellings of one of ours are one person.
    let person = |written: String| {
        let spelling = fold(&written);
        members.get(spelling.as_str()).map_or(spelling.clone(), |member| (*member).to_owned())
    };
    let hours = aftermath::hours(db).await?.into_iter();
    let felt = aftermath::answers(db).await?.into_iter();
    let is_ended = |stage: Stage| stage.has_parting() && stage != Stage::PreparingExit;
    let ended = picture.cases.iter().filter(|(_, case)| is_ended(case.stage));
    Ok(Records {
        served: hours.map(|(name, client, from, to)| Served { person: person(name), client, from, to }).collect(),
        felt: felt.map(|(client, on, score)| Felt { client, on, score }).collect(),
        active: &picture.active,
        connected: connected(place, &merged).await?,
        ended: ended.map(|(key, _)| main_of(&merged, &key.client).to_owned()).collect(),
        on: picture.on,
    })
}

/// Returns which clients are connected: whom a client sent to us, and who sent it.
async fn connected(
    place: Place<'_>,
    merged: &HashMap<String, String>,
) -> Result<BTreeMap<String, BTreeSet<String>>, StoreError> {
    let mut connected: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for one in prospects(place).await? {
        let Some((client, by)) = one.client.zip(one.profile.referred_by) else { continue };
        let (client, by) = (main_of(merged, &client).to_owned(), main_of(merged, &by).to_owned());
        connected.entry(by.clone()).or_default().insert(client.clone());
        connected.entry(client).or_default().insert(by);
    }
    Ok(connected)
}
