//! Nothing is suspended before all that a suspension needs is there.

use super::*;
use crate::case::parting::suspension::Looked;
use crate::separation::dunning::Lack;

/// A right on five days' notice, for additional services, and nobody is harmed.
pub const SOUND: Looked = Looked {
    notice_days: Some(5),
    additional_only: true,
    disputed: false,
    critical_system: false,
    third_parties: false,
};

/// The keeper of access rights agrees; nobody was named, and the owner is.
pub fn stop() -> Act {
    part(Part::ApproveStop { text: text("one switch") })
}

pub fn suspend(on: &str, looked: Looked) -> Act {
    part(Part::Suspend { on: day(on), looked, text: text("no new work") })
}

/// The letter that announces it reached the client on a day.
pub fn announce(play: &mut Play, on: &str) {
    play.must(OWNER, letter(None, Kind::Suspension, "New design work is suspended from 17 November 2026."));
    let letter = play.case().parting.letters.last().expect("a letter").id;
    play.must(OWNER, part(Part::HandOver { letter, on: day(on), proof: None }));
    if play.case().awaits_it().is_some() {
        play.must(OWNER, stop());
    }
}

/// The notice of default was served by e-mail.
pub fn defaulted(on: Day, cure_until: Day) -> Act {
    let (method, proof) = (Method::Email, None);
    part(Part::ServeDefault { on, cure_until, method, proof, text: text("NK-1 is open") })
}

/// The time to cure a breach has passed on Tuesday the seventeenth.
fn uncured() -> Play {
    let mut play = Play::ready();
    play.must(OWNER, choose(Basis::Breach));
    play.must(OWNER, default_notice());
    let (on, cure_until) = (day("2026-11-02"), day("2026-11-16"));
    play.must(OWNER, defaulted(on, cure_until));
    play.today = day("2026-11-17");
    play
}

fn lacks(play: &mut Play, looked: Looked) -> Vec<Lack> {
    match play.act(OWNER, suspend("2026-11-17", looked)) {
        Err(Refusal::Suspension(lacks)) => lacks,
        other => panic!("it lacks nothing: {other:?}"),
    }
}

#[test]
fn each_thing_that_a_suspension_lacks_is_named() {
    let mut play = uncured();
    assert_eq!(lacks(&mut play, SOUND), [Lack::Notice], "it was announced by no letter");
    announce(&mut play, "2026-11-12");
    assert_eq!(lacks(&mut play, SOUND), [Lack::NoticeRuns], "the fifth day is theirs");
    let mut play = uncured();
    announce(&mut play, "2026-11-11");
    for (looked, lack) in [
        (Looked { notice_days: None, ..SOUND }, Lack::Right),
        (Looked { additional_only: false, ..SOUND }, Lack::Scope),
        (Looked { disputed: true, ..SOUND }, Lack::Dispute),
        (Looked { critical_system: true, ..SOUND }, Lack::SafeStop),
        (Looked { third_parties: true, ..SOUND }, Lack::SafeStop),
    ] {
        assert_eq!(lacks(&mut play, looked), [lack], "{looked:?}");
    }
    play.must(OWNER, suspend("2026-11-17", SOUND));
}

#[test]
fn a_stop_that_harms_others_waits_for_counsel() {
    let mut play = uncured();
    announce(&mut play, "2026-11-11");
    play.must(OWNER, Act::GiveRole { role: Role::Counsel, member: text("huda") });
    let word =
        |wait| Act::Advise { ground: None, talk_not_needed: false, wait, text: text("leave the site up, read only") };
    play.must("huda", word(true));
    let harms = Looked { third_parties: true, ..SOUND };
    assert_eq!(lacks(&mut play, harms), [Lack::SafeStop], "a word to wait is no leave");
    play.must("huda", word(false));
    play.must(OWNER, suspend("2026-11-17", Looked { third_parties: true, ..SOUND }));
}

/// On the full track always, on the light one where someone keeps the accesses (DOMAIN 2.9, rung 5).
#[test]
fn whoever_keeps_the_accesses_agrees_before_anything_stops() {
    let mut play = uncured();
    announce(&mut play, "2026-11-11");
    play.must(OWNER, Act::GiveRole { role: Role::It, member: text("huda") });
    // Another text announces something else.
    let said = "New design work and hosting are suspended from 17 November 2026.";
    play.must(OWNER, letter(None, Kind::Suspension, said));
    let letter = play.case().parting.letters.last().expect("a letter").id;
    play.must(OWNER, part(Part::HandOver { letter, on: day("2026-11-11"), proof: None }));
    assert_eq!(lacks(&mut play, SOUND), [Lack::Technical]);
    // What somebody writes meanwhile is another thing.
    play.must(OWNER, super::letter(None, Kind::Suspension, said));
    assert_eq!(play.case().awaits_it().map(|awaits| awaits.id), Some(letter));
    assert_eq!(
        play.act(OWNER, stop()),
        Err(Refusal::NotYours { action: crate::case::Action::ApproveStop, roles: vec![Role::It] })
    );
    play.must("huda", stop());
    assert_ne!(play.case().awaits_it().map(|awaits| awaits.id), Some(letter), "that one is agreed to");
    play.must(OWNER, suspend("2026-11-17", SOUND));
}

#[test]
fn what_came_back_announced_nothing() {
    let mut play = uncured();
    announce(&mut play, "2026-11-11");
    let letter = play.case().parting.letters.last().expect("a letter").id;
    let back = Part::EndOrder { letter, failure: Failure::WrongAddress, on: play.today, text: text("no such street") };
    play.must(OWNER, part(back));
    assert_eq!(lacks(&mut play, SOUND), [Lack::Notice]);
}

#[test]
fn before_it_is_known_which_contract_ends_a_default_goes_by_a_way_of_any() {
    use crate::case::parting::Parting;
    let mut parting = Parting::default();
    assert_eq!(parting.names_way_of_default(Method::Email), None, "no contract names one");
    for (contract, method) in [("C-17", Method::Email), ("C-18", Method::Courier)] {
        let right = Right { bases: vec![Basis::Breach], length: None, unit: None, methods: vec![method] };
        parting.rights.push((text(contract), right, None));
    }
    for (method, goes) in [(Method::Email, true), (Method::Courier, true), (Method::Fax, false)] {
        assert_eq!(parting.names_way_of_default(method), Some(goes), "{method:?}");
    }
}
