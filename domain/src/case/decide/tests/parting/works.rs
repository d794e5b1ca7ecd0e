//! The schedule of rights: listed, passed step by step, read by the client, and asked for by the obligation.

use super::*;
use crate::case::parting::works::Act as Rights;
use crate::separation::obligation::{self, Block, Code, Condition, Keeper, Obligation, ObligationSaid, Owner};
use crate::separation::obligation::{Settled, SettledSaid, Side, What};
use crate::separation::portal::ClientPage;
use crate::separation::work::{Author, Grant, Lack, Licence, Origin, Step, Trigger, Work, WorkSaid};

fn list(work: &Work, name: &str, terms: &str) -> Act {
    let said = WorkSaid { work: text(name), terms: Some(text(terms)).filter(|terms| !terms.is_empty()) };
    part(Part::Work(Rights::ListWork { work: work.clone(), said }))
}

fn advance(work: u32, step: Step, proof: Option<&str>) -> Act {
    part(Part::Work(Rights::AdvanceWork { work, step, on: day("2026-11-08"), proof: proof.map(text) }))
}

/// A work by a contractor that passes once all is paid, by a paper.
fn identity() -> Work {
    Work {
        id: 0,
        origin: Origin::Commissioned,
        author: Author::Unassigned,
        grant: Grant::Yours,
        trigger: Trigger::Payment,
        in_writing: true,
        files_owed: true,
        licence: Licence::Absent,
    }
}

#[test]
fn rights_pass_step_by_step_and_the_client_reads_what_they_wait_for() {
    let mut play = Play::dispatched();
    let waits = |play: &Play| ClientPage::of(&play.case()).expect("served").works[0].waits.clone();
    let refused = |field, why| Err(Refusal::Invalid { field, why });
    let unitemised = play.act(OWNER, list(&identity(), "Shop identity", ""));
    assert_eq!(unitemised, refused(Field::Text, Why::Empty), "a paper says scope, place and time");
    assert!(play.act(OWNER, list(&identity(), "You deliberately withheld our fees.", "all uses")).is_err());
    let fonts = Work { origin: Origin::ThirdParty, author: Author::Others, ..identity() };
    assert_eq!(play.act(OWNER, list(&fonts, "Fonts", "print")), refused(Field::Choice, Why::NotAllowedHere));
    play.must(OWNER, list(&identity(), "Shop identity", "all uses, everywhere, for good"));
    assert_eq!(waits(&play), [Lack::Chain, Lack::Payment, Lack::Paper]);
    play.must(OWNER, keep("0a1b"));
    let early = play.act(OWNER, advance(1, Step::Signed, Some("0a1b")));
    assert_eq!(early, refused(Field::Choice, Why::NotAllowedHere), "nobody signs away what did not reach us");
    play.must(OWNER, advance(1, Step::Chained, None));
    assert_eq!(play.act(OWNER, advance(1, Step::Chained, None)), Err(Refusal::Done));
    assert!(play.act(OWNER, advance(1, Step::Signed, Some("2c3d"))).is_err(), "no such paper is kept");
    play.must(OWNER, advance(1, Step::Signed, Some("0a1b")));
    assert_eq!(waits(&play), [Lack::Payment]);
    assert_eq!(play.act(OWNER, list(&Work { id: 1, ..identity() }, "Identity", "print")), Err(Refusal::Done));
    assert_eq!(play.act(OWNER, part(Part::Work(Rights::StrikeWork { work: 1 }))), Err(Refusal::Done));
    play.must(OWNER, list(&Work { author: Author::Employees, ..identity() }, "Templates", "print"));
    play.must(OWNER, part(Part::Work(Rights::StrikeWork { work: 2 })));
    let page = ClientPage::of(&play.case()).expect("served");
    assert_eq!(page.works.iter().map(|one| one.work.as_str()).collect::<Vec<_>>(), ["Shop identity"]);
    assert!(page.for_successor().works.is_empty(), "it is between the two of us");
}

#[test]
fn the_schedule_is_done_once_the_payment_has_cleared() {
    let mut play = Play::ended();
    let obligation = Obligation {
        id: 0,
        what: What::Listed { code: Code::Ip01, part: None },
        about: None,
        side: Side::Ours,
        owner: Owner::Keeper(Keeper::Legal),
        due_on: day("2026-12-20"),
        basis: obligation::Basis::Policy,
        after_payment: false,
    };
    let (obligation, said) = (Box::new(obligation), ObligationSaid::default());
    play.must(OWNER, part(Part::Duty(Duty::AddObligation { obligation, said })));
    let work = Work { author: Author::Employees, in_writing: false, ..identity() };
    play.must(OWNER, list(&work, "Shop identity", ""));
    let settle = |play: &Play| {
        let said = SettledSaid { text: text("the schedule"), file: None };
        let settled = Settled::Proved { on: play.today, sha256: None };
        part(Part::Duty(Duty::SettleObligation { obligation: 1, settled, said }))
    };
    let waits = Err(Refusal::Duty(Wrong::Blocked(vec![Block::Condition(Condition::Passed)])));
    assert_eq!(play.act(OWNER, settle(&play)), waits);
    play.must("nasser", freeze(account("", &[]), None));
    play.must("nasser", part(Part::Settle { settlement: Settlement::Agreed, on: play.today, text: text("paid") }));
    assert!(ClientPage::of(&play.case()).expect("served").works[0].waits.is_empty(), "it is the client's now");
    play.must(OWNER, settle(&play));
}
