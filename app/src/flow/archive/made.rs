//! Archives that were made of a case, as its journal tells of them.

use crate::archive::theirs;
use crate::flow::cases::{self, Opened, Place};
use crate::flow::client_part;
use crate::flow::destruction::ARCHIVES;
use crate::keep::erasures::{self, Erasure, List, Scope as Erased};
use crate::keep::package;
use crate::store::{Db, StoreError, cases as journals, firm_facts, merges};
use domain::case::parting::{self, Archive, Scope};
use domain::case::{Event, Stamped};
use domain::days::Day;
use std::io::ErrorKind;
use std::path::Path;

/// An archive: what it is, when and by whom it was made, and who may read it.
#[derive(Clone, Copy, Debug)]
pub struct Made<'s> {
    pub archive: &'s Archive,
    pub at: &'s str,
    pub by: Option<&'s str>,
    pub readers: Option<&'s [String]>,
}

/// Returns the archives that the journal of a case tells of, the newest first.
pub fn made(entries: &[Stamped]) -> impl Iterator<Item = Made<'_>> {
    entries.iter().rev().filter_map(|stamped| match &stamped.event {
        Event::Parting(parting::Event::ArchiveKept { archive, said }) => {
            let readers = said.as_ref().map(|said| said.readers.as_slice());
            Some(Made { archive, at: &stamped.at, by: stamped.actor.as_deref(), readers })
        }
        _ => None,
    })
}

/// Returns when an archive was replaced by another.
pub fn replaced_at<'s>(opened: &'s Opened, archive: &Archive) -> Option<&'s str> {
    made(&opened.entries).find(|other| other.archive.replaces.as_ref() == Some(&archive.sha256)).map(|other| other.at)
}

/// Returns the day and the basis on which an erasure took an archive, of which the journal may know nothing: a backup of before
/// was restored. What the client takes along is gone only if it is not kept: it may have been packed again.
pub async fn erased(
    place: Place<'_>,
    (opened, list): (&Opened, &List),
    archive: &Archive,
) -> Result<Option<(Day, String)>, StoreError> {
    // Where the command line put one, it stands whatever was erased here.
    if archive.elsewhere {
        return Ok(None);
    }
    let taken = match archive.scope {
        Scope::Theirs if client_part::is_kept(place.db, &opened.key, &archive.sha256).await? => None,
        Scope::Theirs => packed(list, opened, archive, firm_facts::current(place.db).await?.zone.as_deref()),
        Scope::Ours | Scope::Privileged => list.removed(&archive.sha256),
    };
    Ok(opened.erased().cloned().or(taken))
}

/// Returns the day and the basis on which records of a client went last that were packed for them to take along: no earlier
/// than they were packed, by days in the firm's zone.
fn packed(list: &List, opened: &Opened, archive: &Archive, zone: Option<&str>) -> Option<(Day, String)> {
    let own = made(&opened.entries).find(|made| made.archive.sha256 == archive.sha256);
    let packed_on = own.and_then(|made| Day::of_instant(made.at, zone));
    let is_it = |erasure: &&Erasure| match &erasure.scope {
        Erased::Client { client, tables } => *client == opened.key.client && theirs::holds(tables),
        _ => false,
    };
    let is_it = |erasure: &&Erasure| packed_on <= Some(erasure.on) && is_it(erasure);
    list.erasures.iter().rev().find(is_it).map(|erasure| (erasure.on, erasure.basis.clone()))
}

/// Returns when an archive was looked at last, and whether it was whole: each is opened again and compared when it is made.
pub fn checked<'s>(opened: &'s Opened, made: &Made<'s>) -> (&'s str, bool) {
    let of = |stamped: &'s Stamped| match &stamped.event {
        Event::Parting(parting::Event::ArchiveChecked { sha256, is_whole }) if *sha256 == made.archive.sha256 => {
            Some((stamped.at.as_str(), *is_whole))
        }
        _ => None,
    };
    opened.entries.iter().rev().find_map(of).unwrap_or((made.at, true))
}

/// How the archives are that should lie in the firm's folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// How many lie there, each under the list that its journal binds.
    pub whole: u64,
    /// The names of those that do not lie there, and of those in whose place another lies.
    pub missing: Vec<String>,
    pub exchanged: Vec<String>,
    /// The names of those that were found damaged when somebody looked last.
    pub damaged: Vec<String>,
    /// The day on which the one was looked at whose last look is the longest ago.
    pub looked_at_last: Option<Day>,
}

/// Looks whether every archive that journals tell of lies where it should, under the list that was signed. The parts are not read:
/// that is what checking one is for.
pub async fn standing(place: Place<'_>, root: &Path) -> Result<Standing, StoreError> {
    let mut standing = Standing::default();
    let list = erasures::read(&erasures::file(root)).unwrap_or_default();
    for key in journals::keys(place.db).await? {
        let Some(opened) = cases::load(place, &key).await? else { continue };
        let is_erased = |archive: &Archive| opened.erased().is_some() || list.removed(&archive.sha256).is_some();
        let is_gone = |archive: &Archive| is_erased(archive) || replaced_at(&opened, archive).is_some();
        let is_here = |archive: &Archive| archive.scope != Scope::Theirs && !archive.elsewhere && !is_gone(archive);
        for made in made(&opened.entries).filter(|made| is_here(made.archive)) {
            let folder = root.join(ARCHIVES).join(&made.archive.name);
            let (at, is_whole) = checked(&opened, &made);
            let name = made.archive.name.clone();
            match package::bound(&folder)? {
                None => standing.missing.push(name),
                Some(sha256) if sha256 != made.archive.sha256 => standing.exchanged.push(name),
                Some(_) if !is_whole => standing.damaged.push(name),
                Some(_) => {
                    standing.whole += 1;
                    let on = opened.case.opening.day_of(at);
                    standing.looked_at_last = Some(standing.looked_at_last.map_or(on, |first: Day| first.min(on)));
                }
            }
        }
    }
    Ok(standing)
}

/// Removes from the firm's folder each archive of a case of which its journal does not know: a crash came when it was whole and not
/// noted yet, so nobody was told of it, and no erasure would find it. Nobody may be sealing meanwhile. Whatever else lies there is
/// left.
pub async fn clear_unknown(place: Place<'_>, root: &Path) -> Result<(), StoreError> {
    let folder = root.join(ARCHIVES);
    let mut unknown = vec![];
    let all = folders(&folder)?;
    let keys = if all.is_empty() { vec![] } else { journals::keys(place.db).await? };
    for key in keys {
        let is_its = |name: &&String| name.rsplit_once('-').is_some_and(|(case, _)| case == key.case);
        let mut own: Vec<&String> = all.iter().filter(is_its).collect();
        let opened = if own.is_empty() { None } else { cases::load(place, &key).await? };
        if let Some(opened) = opened {
            own.retain(|name| made(&opened.entries).all(|made| made.archive.name != **name));
            unknown.extend(own);
        }
    }
    for name in unknown {
        std::fs::remove_dir_all(folder.join(name))?;
    }
    Ok(())
}

/// Removes from the firm's folder each archive that erasures took: a backup of before has it. Those of a case that went whole
/// have its id in their names; others are known by their digest, for another may have the name by now.
pub async fn clear_erased(db: &Db, root: &Path, list: &List) -> Result<(), StoreError> {
    let folder = root.join(ARCHIVES);
    let all = folders(&folder)?;
    if all.is_empty() {
        return Ok(());
    }
    let mut cases = vec![];
    for erasure in &list.erasures {
        match &erasure.scope {
            Erased::Case { case, .. } => cases.push(case.clone()),
            Erased::Client { client, .. } if erasure.scope.is_whole_client() => {
                for spelling in merges::spellings(db, client).await? {
                    let of_client = journals::of_client(db, &spelling).await?.into_iter();
                    // Who came back has cases that no erasure of before is of.
                    cases.extend(of_client.filter(|line| line.opened_on <= erasure.on).map(|line| line.key.case));
                }
            }
            _ => {}
        }
    }
    for name in all {
        let archive = folder.join(&name);
        let is_whole = name.rsplit_once('-').is_some_and(|(case, _)| cases.iter().any(|gone| gone == case));
        let bound = if is_whole { None } else { package::bound(&archive)? };
        if is_whole || bound.is_some_and(|sha256| list.removed(&sha256).is_some()) {
            std::fs::remove_dir_all(archive)?;
        }
    }
    Ok(())
}

/// Returns the names of the folders in a folder that are numbered as archives are.
fn folders(folder: &Path) -> Result<Vec<String>, StoreError> {
    let entries = match std::fs::read_dir(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(vec![]),
        entries => entries?,
    };
    let mut names = vec![];
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name().into_string().unwrap_or_default();
        let is_numbered = name.rsplit_once('-').is_some_and(|(_, nth)| nth.parse::<u32>().is_ok());
        if is_numbered && entry.file_type()?.is_dir() {
            names.push(name);
        }
    }
    Ok(names)
}
