//! The erasure list replayed: whoever was erased before a backup was restored is erased again.

use crate::archive::theirs;
use crate::flow::case_files::{PAPERS, keep_papers};
use crate::flow::cases::{Place, keys_of};
use crate::flow::client_part;
use crate::flow::destruction::indexed;
use crate::flow::prospect_log;
use crate::keep::erasures::{Erasure, Scope, key_names, name_digest};
use crate::store::cases::{self, Key};
use crate::store::erasing::{self, Doing, Gone};
use crate::store::{Db, StoreError, destructions, exit_wins, firm_facts, merges, references};
use domain::case::Event;
use domain::case::parting::{self, Scope as Archived};
use domain::days::Day;
use domain::erasure::firm_digest;
use domain::journal::{self, Entry};
use domain::lesson::prospect::Prospect;
use domain::spelling::{Closeness, closeness, core};
use domain::text::fold;
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
    let keys = match scope {
        Scope::Client { client, .. } => keys_of(db, client).await?,
        _ => vec![],
    };
    let of_client: Vec<_> = keys.into_iter().map(|key| (key.client, key.case)).collect();
    Ok(key_names(scope, &of_client))
}

/// What an erasure came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Done {
    pub gone: Gone,
    pub keys: u64,
}

/// Returns the names of the keys that an erasure would destroy and that stand.
pub async fn standing(place: Place<'_>, scope: &Scope) -> Result<Vec<String>, StoreError> {
    let mut names = of(place.db, scope).await?;
    names.retain(|name| place.keys.stands_named(name));
    Ok(names)
}

/// Returns what goes along with all of a client, a prospect or a person: what was noted of the client as a prospect, and the wins
/// that somebody entered by hand under one of their names.
pub async fn along(place: Place<'_>, scope: &Scope) -> Result<Vec<Scope>, StoreError> {
    let (names, prospects) = match scope {
        Scope::Client { client, .. } if scope.is_whole_client() => known_as(place, client).await?,
        Scope::Prospect { prospect } => (named_too(place, (vec![], vec![prospect.clone()])).await?.0, vec![]),
        Scope::Person { name_sha256, .. } => {
            let mut wins = exit_wins::all(place.db).await?;
            wins.retain(|won| name_digest(&won.name) == *name_sha256);
            return Ok(wins.into_iter().map(|won| Scope::Win { win: won.id }).collect());
        }
        _ => return Ok(vec![]),
    };
    let mut wins = exit_wins::all(place.db).await?;
    wins.retain(|won| names.iter().any(|name| is_same(name, &won.name)));
    let prospects = prospects.into_iter().map(|prospect| Scope::Prospect { prospect });
    Ok(prospects.chain(wins.into_iter().map(|won| Scope::Win { win: won.id })).collect())
}

/// Names, and the prospects whose names are among them.
type Known = (Vec<String>, Vec<String>);

/// Returns the names by which a client is known, its keys among them, with those it had before and those of the prospects that
/// became it.
async fn known_as(place: Place<'_>, client: &str) -> Result<Known, StoreError> {
    let spellings = merges::spellings(place.db, client).await?;
    let clients = references::all_known(place.db).await?;
    let own = clients.into_iter().filter(|known| spellings.contains(&known.key)).map(|known| known.name);
    let mut names: Vec<String> = own.chain(spellings.iter().cloned()).collect();
    for spelling in &spellings {
        names.extend(merges::past_names(place.db, spelling).await?);
    }
    named_too(place, (names, prospect_log::who_became(place, &spellings).await?)).await
}

/// Adds the names of the prospects.
async fn named_too(place: Place<'_>, (mut names, prospects): Known) -> Result<Known, StoreError> {
    for prospect in &prospects {
        let log = prospect_log::of(place, prospect).await?;
        names.extend(Prospect::replay(prospect, &log).map(|prospect| prospect.profile.name));
    }
    Ok((names, prospects))
}

/// Returns, where all of a client goes, the digests of the names by which it is known, each once.
pub async fn digests_of_names(place: Place<'_>, scope: &Scope) -> Result<Vec<String>, StoreError> {
    let names = match scope {
        Scope::Client { client, .. } if scope.is_whole_client() => known_as(place, client).await?.0,
        _ => vec![],
    };
    let digests: BTreeSet<String> = names.iter().filter_map(|name| firm_digest(name)).collect();
    Ok(digests.into_iter().collect())
}

/// Tells whether two names mean one client: they differ in letter forms, marks or the kind of company only.
fn is_same(one: &str, other: &str) -> bool {
    fold(one) == fold(other) || closeness(&core(one), &core(other)) == Some(Closeness::Same)
}

/// What is no spelling's own goes with the first of them, and is not counted again with the next.
const OF_NO_SPELLING: [&str; 2] = ["person_names", "runs"];

/// Adds what went of one more spelling of a client.
fn join(gone: &mut Gone, mut more: Gone) {
    more.0.retain(|table, _| !(OF_NO_SPELLING.contains(&table.as_str()) && gone.0.contains_key(table)));
    gone.join(more);
}

/// Removes the rows of an erasure, or counts them.
pub async fn rows(db: &Db, (scope, on): (&Scope, Day), doing: Doing) -> Result<Gone, StoreError> {
    let mut gone = Gone::default();
    match scope {
        Scope::Case { client, case, keeps_papers } => {
            let kept: &[&str] = if *keeps_papers { &PAPERS } else { &[] };
            gone.join(erasing::case(db, (client, case), kept, doing).await?);
        }
        Scope::OwnParts { client, case } => gone.join(erasing::own_parts(db, (client, case), doing).await?),
        Scope::Client { client, tables } => {
            for spelling in merges::spellings(db, client).await? {
                join(&mut gone, erasing::client(db, &spelling, tables, doing).await?);
                // What was packed of these rows for the client to take along can be packed again without them.
                if theirs::holds(tables) {
                    let spared = packed_after(db, &spelling, on).await?;
                    gone.join(erasing::packed(db, (&spelling, client_part::NAME), &spared, doing).await?);
                }
            }
        }
        Scope::Older { client, before } => {
            for spelling in merges::spellings(db, client).await? {
                gone.join(erasing::older(db, &spelling, *before, doing).await?);
            }
        }
        Scope::Member { member } => gone.join(erasing::member(db, member, &on.to_string(), doing).await?),
        Scope::Prospect { prospect } => gone.join(erasing::prospect(db, prospect, doing).await?),
        Scope::Win { win } => gone.join(erasing::win(db, win, doing).await?),
        Scope::Person { client, name_sha256 } => {
            for spelling in merges::spellings(db, client).await? {
                let is_theirs = |name: &str| name_digest(name) == *name_sha256;
                join(&mut gone, erasing::person(db, &spelling, is_theirs, doing).await?);
            }
        }
    }
    Ok(gone)
}

/// Returns the digests of what was packed for a client to take along after a day, under one spelling, as journals note
/// them: nothing that went on that day is in it.
async fn packed_after(db: &Db, client: &str, on: Day) -> Result<Vec<String>, StoreError> {
    let zone = firm_facts::current(db).await?.zone;
    let is_later = |entry: &Entry| Day::of_instant(&entry.at, zone.as_deref()).is_some_and(|at| at > on);
    let mut packed = vec![];
    for line in cases::of_client(db, client).await? {
        let journal = cases::journal(db, &line.key).await?;
        let later = journal.iter().map(|kept| &kept.entry).filter(|entry| is_later(entry));
        packed.extend(later.filter_map(packed_by));
    }
    Ok(packed)
}

/// Returns the digest of what an entry of a journal says was packed for the client to take along.
fn packed_by(entry: &Entry) -> Option<String> {
    match journal::read(&entry.name, &entry.plain, None) {
        Some(Event::Parting(parting::Event::ArchiveKept { archive, .. })) => {
            (archive.scope == Archived::Theirs).then_some(archive.sha256)
        }
        _ => None,
    }
}

/// Carries an erasure out: first its keys, then its rows; a second time changes nothing. Papers that stay get their own key
/// before that of the words goes: in a backup of before they still hang on it.
pub async fn carry_out(place: Place<'_>, erasure: &Erasure) -> Result<Done, StoreError> {
    let mut done = Done::default();
    if let Scope::Case { client, case, keeps_papers: true } = &erasure.scope {
        keep_papers(place, &Key { client: client.clone(), case: case.clone() }).await?;
    }
    for name in of(place.db, &erasure.scope).await? {
        done.keys += u64::from(place.keys.destroy_named(&name)?);
    }
    done.gone = rows(place.db, (&erasure.scope, erasure.on), Doing::Do).await?;
    if let Scope::Client { client, tables } = &erasure.scope
        && theirs::holds(tables)
    {
        for key in keys_of(place.db, client).await? {
            client_part::clear_lost(place, &key).await?;
        }
    }
    Ok(done)
}

/// Replays erasures, in their order; a second time changes nothing. Journals stay, and their chains hold: what was said in
/// them is closed for good once its key is gone. The index gets the entries that the list keeps.
pub async fn replay(place: Place<'_>, erasures: &[Erasure]) -> Result<Replayed, StoreError> {
    let mut replayed = Replayed { erasures: erasures.len() as u64, ..Replayed::default() };
    for (at, erasure) in erasures.iter().enumerate() {
        let done = carry_out(place, erasure).await?;
        replayed.keys += done.keys;
        replayed.rows += done.gone.total();
        match (indexed(erasures, at), &erasure.id) {
            (Some(destruction), _) => destructions::settle(place.db, &destruction).await?,
            (None, Some(id)) => destructions::forget(place.db, id).await?,
            (None, None) => {}
        }
    }
    Ok(replayed)
}
