//! Archives that were made of a case, as its journal tells of them.

use crate::flow::cases::Opened;
use domain::case::parting::{self, Archive};
use domain::case::{Event, Stamped};

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
