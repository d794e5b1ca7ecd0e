//! The erasure list replayed: whoever was erased before a backup was restored is erased again.

use crate::flow::cases::Place;
use crate::keep::erasures::{Erasure, Scope, key_names, name_digest};
use crate::store::{Db, StoreError, cases, erasing, merges};
use std::collections::BTreeSet;

/// What a replay came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Replayed {
    pub erasures: u64,
    pub rows: u64,
    pub keys: u64,
}

/// Returns the names of the keys that erasures destroyed.
pub async fn destroyed(db: &Db, erasures: &[Erasure]) -> Result<BTreeSet<String>, StoreError> {
    let mut names = BTreeSet::new();
    for erasure in erasures {
        names.extend(of(db, &erasure.scope).await?);
    }
    Ok(names)
}

async fn of(db: &Db, scope: &Scope) -> Result<Vec<String>, StoreError> {
    let mut of_client = vec![];
    if let Scope::Client { client, .. } = scope {
        for spelling in merges::spellings(db, client).await? {
            let cases = cases::of_client(db, &spelling).await?;
            of_client.extend(cases.into_iter().map(|line| (spelling.clone(), line.key.case)));
        }
    }
    Ok(key_names(scope, &of_client))
}

/// Replays erasures, in their order; a second time changes nothing. Journals stay, and their chains hold: what was said in
/// them is closed for good once its key is gone.
pub async fn replay(place: Place<'_>, erasures: &[Erasure]) -> Result<Replayed, StoreError> {
    let mut replayed = Replayed { erasures: erasures.len() as u64, ..Replayed::default() };
    for erasure in erasures {
        for name in of(place.db, &erasure.scope).await? {
            replayed.keys += u64::from(place.keys.destroy_named(&name)?);
        }
        replayed.rows += match &erasure.scope {
            Scope::Case { client, case } => erasing::case(place.db, client, case).await?,
            Scope::OwnParts { client, case } => erasing::own_parts(place.db, client, case).await?,
            Scope::Client { client, tables } => {
                let mut rows = 0;
                for spelling in merges::spellings(place.db, client).await? {
                    rows += erasing::client(place.db, &spelling, tables).await?;
                }
                rows
            }
            Scope::Member { member } => erasing::member(place.db, member, &erasure.on.to_string()).await?,
            Scope::Person { client, name_sha256 } => {
                let mut rows = 0;
                for spelling in merges::spellings(place.db, client).await? {
                    rows += erasing::person(place.db, &spelling, |name| name_digest(name) == *name_sha256).await?;
                }
                rows
            }
        };
    }
    Ok(replayed)
}
