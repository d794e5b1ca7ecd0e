//! The erasure list replayed: whoever was erased before a backup was restored is erased again.

use crate::flow::cases::Place;
use crate::keep::erasures::{Erasure, Scope, name_digest, replay_keys};
use crate::store::{StoreError, cases, erasing};

/// What a replay came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Replayed {
    pub erasures: u64,
    pub rows: u64,
    pub keys: u64,
}

/// Replays erasures, in their order; a second time changes nothing. Journals stay, and their chains hold: what was said in
/// them is closed for good once its key is gone.
pub async fn replay(place: Place<'_>, erasures: &[Erasure]) -> Result<Replayed, StoreError> {
    let mut replayed = Replayed { erasures: erasures.len() as u64, ..Replayed::default() };
    for erasure in erasures {
        let of_client = match &erasure.scope {
            Scope::Client { client, .. } => cases::of_client(place.db, client).await?,
            _ => vec![],
        };
        let of_client: Vec<String> = of_client.into_iter().map(|line| line.key.case).collect();
        replayed.keys += replay_keys(&erasure.scope, &of_client, place.keys)?;
        replayed.rows += match &erasure.scope {
            Scope::Case { client, case } => erasing::case(place.db, client, case).await?,
            Scope::Client { client, tables } => erasing::client(place.db, client, tables).await?,
            Scope::Member { member } => erasing::member(place.db, member, &erasure.on.to_string()).await?,
            Scope::Person { client, name_sha256 } => {
                erasing::person(place.db, client, |name| name_digest(name) == *name_sha256).await?
            }
        };
    }
    Ok(replayed)
}
