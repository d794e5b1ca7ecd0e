//! What legal holds keep: asked by whoever destroys, erases or changes papers of a client (DOMAIN 2.15).

use crate::store::legal_holds::{self, LegalHold};
use crate::store::{Db, StoreError, merges};
use domain::case::legal_hold::Reach;
use domain::days::Day;
use domain::retention::Class;

/// Returns the holds that stand for a client, under any of its spellings, and reach papers of some kinds; none named are
/// all of them.
pub async fn blocks(db: &Db, client: &str, classes: &[Class]) -> Result<Vec<LegalHold>, StoreError> {
    let reaches = |reach: &Reach| classes.is_empty() || classes.iter().any(|class| reach.keeps(*class));
    let standing = standing(db, client).await?;
    Ok(standing.into_iter().filter(|hold| reaches(&hold.reach)).collect())
}

/// Returns the first hold that reaches a row of a table that is of some days.
pub async fn on_row(db: &Db, client: &str, table: &str, days: &[Day]) -> Result<Option<LegalHold>, StoreError> {
    let class = Class::of_table(table);
    Ok(standing(db, client).await?.into_iter().find(|hold| hold.reach.keeps_of(class, days)))
}

/// Returns the holds that stand for a client, under any of its spellings.
pub async fn standing(db: &Db, client: &str) -> Result<Vec<LegalHold>, StoreError> {
    let mut holds = vec![];
    for spelling in merges::spellings(db, client).await? {
        holds.extend(legal_holds::standing(db, &spelling).await?);
    }
    Ok(holds)
}
