//! Archives of a case that were made, and looked at later.

use super::learning::learned;
use super::parting::{part, text};
use super::*;
use crate::case::parting::{Act as Part, Archive, Event as Parted, Scope};

#[test]
fn an_archive_is_checked_long_after_all_is_sealed() {
    let mut play = learned();
    let check = |scope, sha256| part(Part::CheckArchive { scope, sha256: text(sha256), is_whole: false });
    assert!(play.act(OWNER, check(Scope::Ours, "00ff")).is_err(), "there is none");
    let archive = Archive {
        scope: Scope::Ours,
        name: text("a"),
        sha256: text("00ff"),
        files: 3,
        replaces: None,
        elsewhere: false,
    };
    play.must(OWNER, part(Part::KeepArchive { archive, readers: vec![text("Huda")] }));
    assert!(play.act(OWNER, check(Scope::Theirs, "00ff")).is_err(), "it is another");
    play.must(OWNER, check(Scope::Ours, "00ff"));
    let last = &play.entries.last().expect("an entry").event;
    assert_eq!(*last, Event::Parting(Parted::ArchiveChecked { sha256: text("00ff"), is_whole: false }));
    let fetch = |scope, why: &str| part(Part::FetchArchive { scope, sha256: text("00ff"), text: text(why) });
    assert!(play.act(OWNER, fetch(Scope::Ours, " ")).is_err(), "nobody takes one away without a reason");
    assert!(play.act(OWNER, fetch(Scope::Privileged, "a claim")).is_err(), "it is another");
    assert!(play.act("zaid", fetch(Scope::Ours, "a claim")).is_err(), "it is not theirs");
    play.must(OWNER, fetch(Scope::Ours, "the auditor asks for 2026"));
    let last = &play.entries.last().expect("an entry").event;
    assert!(matches!(last, Event::Parting(Parted::ArchiveFetched { said: Some(_), .. })), "{last:?}");
}
