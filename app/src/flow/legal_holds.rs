//! What legal holds keep: asked by whoever destroys, erases or changes papers of a client (DOMAIN 2.15).

use super::cases::{self, NotDone, Place};
use crate::store::cases::{self as stored, Key};
use crate::store::legal_holds::{self, LegalHold};
use crate::store::{Db, StoreError, merges};
use domain::case::Refusal;
use domain::case::legal_hold::Reach;
use domain::days::Day;
use domain::retention::Class;

/// What keeps papers of a client because a claim is near.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keeping {
    pub holds: Vec<LegalHold>,
    /// The cases of the client in which somebody said that a claim is near, and no hold says yet what it keeps: then it is
    /// everything.
    pub awaited: Vec<Key>,
}

impl Keeping {
    /// Tells whether everything is kept until a hold says what.
    pub fn is_awaited(&self) -> bool {
        !self.awaited.is_empty()
    }

    /// Returns as much of it as a case itself says.
    pub fn of_case(&self, key: &Key) -> Keeping {
        let mut own = self.clone();
        own.holds.retain(|hold| (&hold.client, &hold.case) == (&key.client, &key.case));
        own.awaited.retain(|other| other == key);
        own
    }

    /// Returns as much of it as a member knows of: holds of the cases in which they take part, and under which they keep papers
    /// (RULINGS 37). That something is kept all the same, and whom to ask, is no secret.
    pub fn known_to(&self, member: &str, own: &[Key]) -> Keeping {
        let is_own = |hold: &LegalHold| own.iter().any(|key| (&key.client, &key.case) == (&hold.client, &hold.case));
        let knows = |hold: &&LegalHold| is_own(hold) || hold.custodian(member).is_some();
        let holds = self.holds.iter().filter(knows).cloned().collect();
        let awaited = self.awaited.iter().filter(|key| own.contains(key)).cloned().collect();
        Keeping { holds, awaited }
    }
}

/// Returns the cases in which a member takes part.
pub async fn own_cases(db: &Db, member: &str) -> Result<Vec<Key>, StoreError> {
    Ok(stored::of_member(db, member, None).await?.into_iter().map(|line| line.key).collect())
}

/// Returns what keeps papers of some kinds of a client, under any of its spellings and in any of its cases.
pub async fn against(place: Place<'_>, client: &str, classes: &[Class]) -> Result<Keeping, StoreError> {
    let holds = blocks(place.db, client, classes).await?;
    Ok(Keeping { holds, awaited: awaiting(place, client).await? })
}

/// Returns the cases of a client in which a hold is awaited.
async fn awaiting(place: Place<'_>, client: &str) -> Result<Vec<Key>, StoreError> {
    let all = cases::of_client(place, client).await?;
    Ok(all.into_iter().filter(|opened| opened.case.awaits_legal_hold()).map(|opened| opened.key).collect())
}

/// Refuses to destroy what another case of the client keeps; the case itself knows its own.
pub(super) async fn elsewhere(place: Place<'_>, key: &Key, papers: Class, member: &str) -> Result<(), NotDone> {
    let mut others = against(place, &key.client, &[papers]).await?;
    others.holds.retain(|hold| hold.case != key.case);
    others.awaited.retain(|other| other.case != key.case);
    let known = others.known_to(member, &own_cases(place.db, member).await?);
    let refusal = match (known.holds.first(), others.holds.first()) {
        (Some(hold), _) => Refusal::Held { since: hold.since, ask: hold.ask.0.clone() },
        (None, Some(hold)) => Refusal::Stopped { ask: Some(hold.ask.0.clone()) },
        (None, None) if known.is_awaited() => Refusal::HoldAwaited,
        (None, None) if others.is_awaited() => Refusal::Stopped { ask: None },
        (None, None) => return Ok(()),
    };
    Err(NotDone::Refused(refusal))
}

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
