//! The act itself: confirmed by a second person, then carried out to its end, also after a crash: the list first, then keys,
//! rows, files, and the index last.

use super::alone::alone_from;
use super::copies::Copied;
use super::papers::without;
use super::plan::{Against, Bag, held_against, plan};
use super::{ARCHIVES, Fate, Ground, scope};
use crate::flow::cases::{Place, keys_of};
use crate::flow::erasures::{Done, along, carry_out, digests_of_names, standing};
use crate::flow::upload::Upload;
use crate::keep::erasures::{self, Erasure, Scope, append};
use crate::store::cases::Key;
use crate::store::destructions::{self, Destruction, Proposal};
use crate::store::erasing::{Gone, sweep};
use crate::store::{StoreError, legal_holds, merges, settings};
use domain::erasure::CopyKind;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::io::{Error, ErrorKind};
use std::path::Path;

/// Why nothing was erased.
#[derive(Debug, thiserror::Error)]
pub enum NotErased {
    /// There is no such proposal, or somebody confirmed it before.
    #[error("no such proposal")]
    Absent,
    /// Whoever proposed it cannot confirm it, or not yet.
    #[error("it takes two people")]
    SamePerson,
    /// What speaks against it.
    #[error("refused: {0:?}")]
    Refused(Vec<Against>),
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What was counted when an erasure was confirmed, and the archives that go.
#[derive(Serialize, Deserialize)]
struct Counted {
    gone: BTreeMap<String, u64>,
    keys: u64,
    archives: Vec<String>,
    copies: Vec<Copied>,
    /// Whether a law keeps the papers of the case.
    #[serde(default)]
    keeps_papers: bool,
}

/// Confirms a proposal and carries it out; `replaced` are archives that were sealed anew without what goes.
pub async fn confirm(
    ground: Ground<'_>,
    id: &str,
    member: &str,
    replaced: &[String],
) -> Result<Destruction, NotErased> {
    let db = ground.place.db;
    let proposal = destructions::proposal(db, id).await?.filter(|proposal| proposal.confirmed.is_none());
    let proposal = proposal.ok_or(NotErased::Absent)?;
    let is_alone = alone_from(db, &proposal, member).await?.is_some_and(|from| from <= ground.today);
    if proposal.proposed.0 == member && !is_alone {
        return Err(NotErased::SamePerson);
    }
    let planned = plan(ground, &proposal).await?;
    if !planned.against.is_empty() {
        return Err(NotErased::Refused(planned.against));
    }
    let of = scope(id, &proposal.scope)?;
    let is_replaced = |bag: &Bag| replaced.contains(&bag.archive.name);
    let goes = |bag: &&Bag| bag.fate(&of) == Fate::Goes || (bag.fate(&of) == Fate::Opens && is_replaced(bag));
    let archives: Vec<String> = planned.bags.iter().filter(goes).map(|bag| bag.archive.name.clone()).collect();
    // What was sealed for this holds nothing of it.
    let anew: Vec<&String> =
        planned.bags.iter().filter(|bag| is_replaced(bag)).map(|bag| &bag.archive.sha256).collect();
    let is_anew = |bag: &Bag| bag.archive.replaces.as_ref().is_some_and(|old| anew.contains(&old));
    let reached = planned.bags.iter().filter(|bag| goes(bag) || is_anew(bag)).map(|bag| &bag.archive.name);
    let reached: Vec<&String> = reached.collect();
    let is_reached =
        |copy: &Copied| copy.kind == CopyKind::Bag && copy.name.as_ref().is_some_and(|name| reached.contains(&name));
    let fresh = planned.bags.iter().filter(|bag| is_anew(bag)).count() as u64;
    let copies = planned.copies.into_iter().filter(|copy| !is_reached(copy)).filter_map(|copy| before(copy, fresh));
    let copies = copies.collect();
    let keeps_papers = planned.papers.is_some();
    let counted = Counted { gone: planned.gone.0, keys: planned.keys, archives, copies, keeps_papers };
    let counted = serde_json::to_string(&counted).expect("made of texts and numbers");
    let by = (member, ground.today);
    let is_confirmed = if is_alone {
        destructions::confirm_alone(db, id, by, &counted).await?
    } else {
        destructions::confirm(db, id, by, &counted).await?
    };
    if !is_confirmed {
        return Err(NotErased::Absent);
    }
    let confirmed = destructions::proposal(db, id).await?.ok_or(NotErased::Absent)?;
    carried_out(ground, &confirmed).await
}

/// Takes what was sealed for the erasure itself out of the archives that readers may have taken away before.
fn before(copy: Copied, fresh: u64) -> Option<Copied> {
    let n = if copy.kind == CopyKind::HandedOut { copy.n.saturating_sub(fresh) } else { copy.n };
    (n > 0).then_some(Copied { n, ..copy })
}

/// Finishes what was confirmed and not carried out to its end; returns how many erasures.
pub async fn finish(ground: Ground<'_>) -> Result<u64, StoreError> {
    let mut finished = 0;
    for proposal in destructions::proposals(ground.place.db).await? {
        if proposal.confirmed.is_some() {
            match carried_out(ground, &proposal).await {
                Ok(_) => finished += 1,
                Err(NotErased::Store(error)) => return Err(error),
                // A hold came first: it waits as a proposal again.
                Err(NotErased::Refused(_) | NotErased::Absent | NotErased::SamePerson) => {}
            }
        }
    }
    if finished == 0 && settings::get(ground.place.db, settings::SWEEP).await?.is_some() {
        swept(ground).await?;
    }
    Ok(finished)
}

/// Carries a confirmed proposal out, from wherever it stopped. As long as the list has no line of it, a legal hold that came
/// meanwhile takes the confirmation back.
async fn carried_out(ground: Ground<'_>, proposal: &Proposal) -> Result<Destruction, NotErased> {
    let unreadable = || StoreError::Unreadable(format!("erasure_proposals {}", proposal.id));
    let confirmed = proposal.confirmed.clone().ok_or_else(unreadable)?;
    let counted: Counted = serde_json::from_str(&proposal.counted).map_err(|_| unreadable())?;
    let scope = without(scope(&proposal.id, &proposal.scope)?, counted.keeps_papers);
    let (place, file) = (ground.place, erasures::file(ground.root));
    let mut list = erasures::read(&file).map_err(Error::from).map_err(StoreError::from)?;
    let is_it = |erasure: &Erasure| erasure.id.as_ref() == Some(&proposal.id);
    let is_new = !list.erasures.iter().any(is_it);
    if is_new {
        let held = held_against(place, proposal).await?;
        if !held.is_empty() {
            destructions::take_back(place.db, &proposal.id).await?;
            return Err(NotErased::Refused(held));
        }
        let basis = format!("{}: {}", proposal.basis.word(), proposal.reference);
        let keys = standing(place, &scope).await?.len() as u64;
        let names_sha256 = digests_of_names(place, &scope).await?;
        let (on, id) = (confirmed.1, Some(proposal.id.clone()));
        let erasure = Erasure { on, basis, id, keys, names_sha256, scope: scope.clone() };
        append(&file, &erasure).map_err(StoreError::from)?;
        list = erasures::read(&file).map_err(Error::from).map_err(StoreError::from)?;
    }
    let (at, whole) = list.erasures.iter().enumerate().find(|(_, one)| is_it(one)).ok_or_else(unreadable)?;
    let mut all = vec![whole.clone()];
    for further in further(place, whole).await? {
        if !list.erasures.iter().any(|one| one.scope == further.scope) {
            append(&file, &further).map_err(StoreError::from)?;
            all.push(further);
        }
    }
    all.extend(list.erasures.iter().skip(at + 1).filter(|one| is_it(one)).cloned());
    let mut done = Done::default();
    for erasure in &all {
        done.gone.join(carry_out(place, erasure).await?.gone);
    }
    let mut files = archives_removed(ground.root, &counted.archives)?;
    if !legal_holds::any_standing(place.db).await? {
        files += uploads_removed(ground.root, &scope)?;
    }
    // What was begun before a crash is gone by now: what was counted then tells how much it was.
    let gone = if is_new { done.gone } else { Gone(counted.gone) };
    let destruction = Destruction {
        id: proposal.id.clone(),
        line: at as u64 + 1,
        client: proposal.client.clone(),
        scope: serde_json::to_string(&scope).expect("made of texts"),
        basis: proposal.basis,
        reference: proposal.reference.clone(),
        gone: serde_json::to_string(&gone.0).expect("made of names and numbers"),
        files: files.max(counted.archives.len() as u64),
        keys: all.iter().map(|erasure| erasure.keys).sum(),
        copies: serde_json::to_string(&counted.copies).expect("made of words and days"),
        proposed: proposal.proposed.clone(),
        confirmed,
    };
    settings::set(place.db, settings::SWEEP, "1").await?;
    destructions::settle(place.db, &destruction).await?;
    swept(ground).await?;
    Ok(destruction)
}

/// Returns, where rows of a client go, an erasure for each other spelling of it, and, where all of it goes, for each case that was
/// opened under one: which spellings were the client's nobody knows any more once its rows are gone or they are no longer one,
/// and files still have them. The whole destroys their keys and counts them. So it is with what was noted of the client as a
/// prospect, which has a key of its own, and with wins entered under the name of a client, a prospect or a person. All of them
/// have the number of the whole.
async fn further(place: Place<'_>, whole: &Erasure) -> Result<Vec<Erasure>, StoreError> {
    let one = |keys: u64, scope: Scope| {
        let names_sha256 = if scope.is_whole_client() { whole.names_sha256.clone() } else { vec![] };
        Erasure { keys, names_sha256, scope, ..whole.clone() }
    };
    let mut further = vec![];
    if let Scope::Client { client: main, .. } | Scope::Older { client: main, .. } | Scope::Person { client: main, .. } =
        &whole.scope
    {
        let keys = if whole.scope.is_whole_client() { keys_of(place.db, main).await? } else { vec![] };
        let keys = keys.into_iter().filter(|key| key.client != *main);
        further.extend(keys.map(|Key { client, case }| one(0, Scope::Case { client, case, keeps_papers: false })));
        let spellings = merges::spellings(place.db, main).await?.into_iter().filter(|spelling| spelling != main);
        further.extend(spellings.filter_map(|client| Some(one(0, whole.scope.of_spelling(&client)?))));
    }
    for scope in along(place, &whole.scope).await? {
        let keys = standing(place, &scope).await?.len() as u64;
        further.push(one(keys, scope));
    }
    Ok(further)
}

/// Makes the database's file anew; what could not be done while others read is tried again later.
async fn swept(ground: Ground<'_>) -> Result<(), StoreError> {
    if sweep(ground.place.db).await? {
        settings::set(ground.place.db, settings::SWEEP, "").await?;
    }
    Ok(())
}

/// Removes archives; returns how many there were.
fn archives_removed(root: &Path, archives: &[String]) -> Result<u64, StoreError> {
    let mut removed = 0;
    for name in archives {
        match std::fs::remove_dir_all(root.join(ARCHIVES).join(name)) {
            Ok(()) => removed += 1,
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(removed)
}

/// Removes, where rows went, what waits to be imported and may bring them back; returns how many there were.
fn uploads_removed(root: &Path, scope: &Scope) -> Result<u64, StoreError> {
    let mut removed = 0;
    if let Scope::Client { .. } | Scope::Person { .. } = scope {
        for upload in Upload::all(root)? {
            Upload::remove(root, &upload.id)?;
            removed += 1;
        }
    }
    Ok(removed)
}
