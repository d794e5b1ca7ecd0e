//! Archives that were made of a case, as its journal tells of them.

use crate::flow::cases::{self, Opened, Place};
use crate::flow::destruction::ARCHIVES;
use crate::keep::package;
use crate::store::{StoreError, cases as journals};
use domain::case::parting::{self, Archive, Scope};
use domain::case::{Event, Stamped};
use domain::days::Day;
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
    for key in journals::keys(place.db).await? {
        let Some(opened) = cases::load(place, &key).await? else { continue };
        let is_gone = |archive: &Archive| opened.erased().is_some() || replaced_at(&opened, archive).is_some();
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
                    standing.looked_at_last = standing.looked_at_last.into_iter().chain(Day::from_iso(at)).min();
                }
            }
        }
    }
    Ok(standing)
}
