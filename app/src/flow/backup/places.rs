//! The places to which this copy was ever backed up: an erasure tells what still lies in each of them, not in the last one only.

use crate::keep::backup::Kind;
use crate::store::{Db, StoreError, settings};
use domain::days::Day;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The places of one kind, each with the day from which no copy may be left of what was made last.
pub type Purged = BTreeMap<String, Option<Day>>;

/// The places of the data and of the keys.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Places {
    #[serde(default)]
    pub data: Purged,
    #[serde(default)]
    pub keys: Purged,
}

/// Returns the places that are known.
pub async fn known(db: &Db) -> Result<Places, StoreError> {
    let text = settings::get(db, settings::BACKUP_PLACES).await?;
    let read = text.map(|text| serde_json::from_str(&text));
    let read = read.transpose().map_err(|_| StoreError::Unreadable(format!("settings {}", settings::BACKUP_PLACES)))?;
    Ok(read.unwrap_or_default())
}

/// Remembers that a backup was made to a place; what was made there before may have to go later than this one. Where nothing is
/// ever removed no day is known.
pub async fn remember(db: &Db, kind: Kind, place: &str, purge_on: Option<Day>) -> Result<(), StoreError> {
    let mut places = known(db).await?;
    let of_kind = if kind == Kind::Keys { &mut places.keys } else { &mut places.data };
    let purge_on = purge_on.map(|on| of_kind.get(place).copied().flatten().map_or(on, |before| before.max(on)));
    of_kind.insert(place.to_owned(), purge_on);
    let text = serde_json::to_string(&places).expect("made of texts and days");
    settings::set(db, settings::BACKUP_PLACES, &text).await
}
