//! Archives of a case that were made, and looked at later.

use super::learning::learned;
use super::parting::{enter, part, text};
use super::*;
use crate::case::gates;
use crate::case::parting::{Act as Part, Archive, Event as Parted, Scope};

/// What the firm keeps is sealed.
fn kept(sha256: &str) -> Act {
    let (scope, name, sha256) = (Scope::Ours, text("a"), text(sha256));
    let archive = Archive { scope, name, sha256, files: 3, replaces: None, elsewhere: false };
    part(Part::KeepArchive { archive, readers: vec![text("Huda")] })
}

/// Returns how the archive stands before the file is closed: whether it must be there, and whether it is.
fn archive(play: &Play) -> (bool, bool) {
    let mut gates = gates(&play.case(), Stage::Closed, play.today).into_iter();
    let gate = gates.find(|gate| gate.item == Item::Archive).expect("the gate");
    (gate.hard, gate.met)
}

#[test]
fn what_we_keep_is_sealed_before_the_file_is_closed() {
    let mut play = Play::settled();
    assert_eq!(archive(&play), (false, false), "the light track offers it");
    assert!(play.act(OWNER, kept("11aa")).is_err(), "the closing pack goes into it");
    play.packs();
    let Event::CaseOpened { opening, .. } = &mut play.entries[0].event else { unreachable!("it begins so") };
    opening.track = Track::Full;
    assert!(items(play.act(OWNER, enter(Stage::Closed))).contains(&Item::Archive));
    play.must(OWNER, kept("11aa"));
    assert_eq!(archive(&play), (true, true));
    let check = |is_whole| part(Part::CheckArchive { scope: Scope::Ours, sha256: text("11aa"), is_whole });
    play.must(OWNER, check(false));
    assert_eq!(archive(&play), (true, false), "what is damaged keeps nothing");
    play.must(OWNER, kept("22bb"));
    assert_eq!(archive(&play), (true, true), "another stands in its place");
}

#[test]
fn a_full_track_s_pack_goes_before_its_archive() {
    let mut play = Play::settled();
    let Event::CaseOpened { opening, .. } = &mut play.entries[0].event else { unreachable!("it begins so") };
    opening.track = Track::Full;
    let lacking = items(play.act(OWNER, part(Part::Seal { sha256: text("00ff") })));
    assert!(lacking.contains(&Item::Closure) && !lacking.contains(&Item::Archive), "{lacking:?}");
}

#[test]
fn an_archive_is_checked_long_after_all_is_sealed() {
    let mut play = learned();
    let check = |scope, sha256| part(Part::CheckArchive { scope, sha256: text(sha256), is_whole: false });
    assert!(play.act(OWNER, check(Scope::Ours, "00ff")).is_err(), "there is none");
    play.must(OWNER, kept("00ff"));
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
