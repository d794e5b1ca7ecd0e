//! The act itself: confirmed by a second person, then carried out to its end, also after a crash: the list first, then keys,
//! rows, files, and the index last.

use super::alone::alone_from;
use super::papers::without;
use super::plan::{Against, Bag, held_against, plan};
use super::{ARCHIVES, Fate, Ground, indexed, scope};
use crate::flow::cases::{Place, keys_of};
use crate::flow::erasures::{along, carry_out, digests_of_names, standing};
use crate::flow::upload::Upload;
use crate::keep::erasures::{self, Erasure, Scope, append};
use crate::keep::indexed::{Copied, Indexed};
use crate::store::cases::Key;
use crate::store::destructions::{self, Destruction, Proposal};
use crate::store::erasing::sweep;
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
    /// Their digests.
    #[serde(default)]
    bags_sha256: Vec<String>,
    /// Uploads that wait to be imported.
    #[serde(default)]
    uploads: u64,
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
    let going = planned.bags.iter().filter(goes).map(|bag| &bag.archive);
    let (archives, bags_sha256) = going.map(|archive| (archive.name.clone(), archive.sha256.clone())).unzip();
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
    let (gone, keys, uploads) = (planned.gone.0, planned.keys, planned.uploads);
    let counted = Counted { gone, keys, archives, bags_sha256, uploads, copies, keeps_papers };
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
    let kept = Indexed {
        client: proposal.client.clone(),
        proposed_by: proposal.proposed.0.clone(),
        proposed_on: proposal.proposed.1,
        confirmed_by: confirmed.0,
        gone: counted.gone,
        files: counted.archives.len() as u64 + counted.uploads,
        copies: counted.copies,
    };
    let (place, file) = (ground.place, erasures::file(ground.root));
    let mut list = erasures::read(&file).map_err(Error::from).map_err(StoreError::from)?;
    let is_it = |erasure: &Erasure| erasure.id.as_ref() == Some(&proposal.id);
    if !list.erasures.iter().any(is_it) {
        let held = held_against(place, proposal).await?;
        if !held.is_empty() {
            destructions::take_back(place.db, &proposal.id).await?;
            return Err(NotErased::Refused(held));
        }
        let basis = format!("{}: {}", proposal.basis.word(), proposal.reference);
        let keys = standing(place, &scope).await?.len() as u64;
        let names_sha256 = digests_of_names(place, &scope).await?;
        let (on, id) = (confirmed.1, Some(proposal.id.clone()));
        let (bags_sha256, indexed, scope) = (counted.bags_sha256, Some(kept.clone()), scope.clone());
        let erasure = Erasure { on, basis, id, keys, names_sha256, bags_sha256, indexed, scope };
        append(&file, &erasure).map_err(StoreError::from)?;
        list = erasures::read(&file).map_err(Error::from).map_err(StoreError::from)?;
    }
    let at = list.erasures.iter().position(is_it).ok_or_else(unreadable)?;
    // An earlier version wrote the line without its entry.
    list.erasures[at].indexed.get_or_insert(kept);
    for further in further(place, &list.erasures[at]).await? {
        if !list.erasures.iter().any(|one| one.scope == further.scope) {
            append(&file, &further).map_err(StoreError::from)?;
            list.erasures.push(further);
        }
    }
    for erasure in list.erasures.iter().skip(at).filter(|one| is_it(one)) {
        carry_out(place, erasure).await?;
    }
    archives_removed(ground.root, &counted.archives)?;
    if !legal_holds::any_standing(place.db).await? {
        uploads_removed(ground.root, &scope)?;
    }
    let destruction = indexed(&list.erasures, at).ok_or_else(unreadable)?;
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
        Erasure { keys, names_sha256, bags_sha256: vec![], indexed: None, scope, ..whole.clone() }
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

/// Removes archives.
fn archives_removed(root: &Path, archives: &[String]) -> Result<(), StoreError> {
    for name in archives {
        match std::fs::remove_dir_all(root.join(ARCHIVES).join(name)) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
    }
    Ok(())
}

/// Removes, where rows went, what waits to be imported and may bring them back.
fn uploads_removed(root: &Path, scope: &Scope) -> Result<(), StoreError> {
    if let Scope::Client { .. } | Scope::Person { .. } = scope {
        for upload in Upload::all(root)? {
            Upload::remove(root, &upload.id)?;
        }
    }
    Ok(())
}
