//! What is still done once the file is closed: what is certified, and what a hold kept.

use super::learning::learned;
use super::parting::*;
use super::*;
use crate::case::legal_hold::{Act as Hold, Order, Reach};
use crate::case::parting::settling::{Fate, Settlement};
use crate::retention::Class as Papers;
use crate::separation::contract::Confirmed;
use crate::separation::letter::Kind;

fn last(play: &Play) -> u32 {
    play.case().parting.letters.last().expect("a letter").id
}

fn disposed_late(play: &Play) -> Act {
    let Act::Parting(Part::Dispose { mut disposal, text }) = dispose(Fate::Deleted, "sara") else { unreachable!() };
    disposal.on = play.today;
    part(Part::Dispose { disposal, text })
}

#[test]
fn certificates_are_written_and_handed_over_long_after_the_closing() {
    for mut play in [Play::closed(), learned()] {
        for kind in [Kind::DeletionCertificate, Kind::ClosureCertificate] {
            play.must(OWNER, letter(None, kind, "We certify what was done."));
            let id = last(&play);
            play.must(OWNER, part(Part::HandOver { letter: id, on: play.today, proof: None }));
            assert!(play.act(OWNER, letter(Some(id), kind, "We certify more.")).is_err(), "what was served stands");
        }
        play.must(OWNER, letter(None, Kind::DeletionCertificate, "We certify it."));
        assert!(play.case().may_be_mailed(play.case().parting.letters.last().expect("a letter")));
        let stage = play.stage();
        for kind in [Kind::Answer, Kind::Reminder, Kind::Notice] {
            let late = play.act(OWNER, letter(None, kind, "The fonts stay."));
            assert_eq!(late, Err(Refusal::NotNow { stage }), "{kind:?}");
        }
    }
}

#[test]
fn a_certificate_is_mailed_from_a_sealed_case_under_the_terms_of_its_contract() {
    let mut play = learned();
    play.must(OWNER, letter(None, Kind::DeletionCertificate, "We certify what was done."));
    let under = |act| part(Part::UnderTerms { confirmed: Confirmed::default(), act: Box::new(act) });
    let (letter, to, message) = (last(&play), text("huda@nakhla.example"), text("<m-8@midad.example>"));
    play.must(OWNER, under(Part::OrderMail { letter, to, message, own: None }));
    assert!(play.case().parting.is_ordered(letter));
    let dispatch = Part::Dispatch { sent_at: text("2026-12-09T09:00"), tracking: None, proof: None, own: None };
    assert_eq!(play.act(OWNER, under(dispatch)), Err(Refusal::NotNow { stage: Stage::Learned }), "terms open no door");
}

#[test]
fn data_that_a_hold_kept_at_the_closing_is_deleted_by_two_once_it_is_released() {
    let mut play = Play::ended();
    let counsel = "layla";
    play.must(OWNER, Act::GiveRole { role: Role::Counsel, member: text(counsel) });
    let reach = Reach { classes: vec![Papers::ClientData], from: None, to: None };
    let order = Order { reach, custodians: vec![text("sara")], ask: text(counsel) };
    play.must(counsel, Act::LegalHold(Hold::SetLegalHold { order, text: text("they threaten to sue") }));
    let on = play.today;
    play.must("nasser", freeze(account("", &[]), None));
    play.must("nasser", part(Part::Settle { settlement: Settlement::Agreed, on, text: text("nothing is owed") }));
    play.must(OWNER, dispose(Fate::Held, "sara"));
    play.closes();
    play.today = day("2027-11-09");
    assert!(matches!(play.act(OWNER, disposed_late(&play)), Err(Refusal::Held { .. })), "it is held still");
    play.must(counsel, Act::LegalHold(Hold::ReleaseLegalHold { hold: 1, text: text("they withdrew it") }));
    let act = disposed_late(&play);
    play.must(OWNER, act);
    let fates: Vec<Fate> = play.case().parting.disposals.iter().map(|one| one.disposal.fate).collect();
    assert_eq!(fates, [Fate::Held, Fate::Deleted]);
}
