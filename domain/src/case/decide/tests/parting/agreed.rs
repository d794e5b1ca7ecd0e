//! An end by agreement: its points are settled before both sign, and the day is that of the points.

use super::further::they_end;
use super::*;
use crate::case::gates;
use crate::separation::agreement::{Point, Settled};

fn settle(point: Point, on: Option<&str>) -> Act {
    part(Part::SettlePoint { point, needed: true, on: on.map(day), text: text("as we agreed") })
}

fn leave(point: Point) -> Act {
    part(Part::SettlePoint { point, needed: false, on: None, text: text("no such thing between us") })
}

fn sign(effective_on: &str) -> Act {
    part(Part::SignAgreement { on: day("2026-11-02"), effective_on: day(effective_on), proof: text("0a1b") })
}

/// Every point is settled on a full track, the end on 31 December.
fn agreeing() -> Play {
    let mut play = Play::preparing();
    play.must(OWNER, choose(Basis::Agreement));
    for point in Point::ALL {
        let on = (*point == Point::End).then_some("2026-12-31");
        play.must(OWNER, settle(*point, on));
    }
    play.must(OWNER, keep("0a1b"));
    play
}

#[test]
fn points_are_named_until_they_are_settled() {
    let mut play = Play::preparing();
    let refused = Err(Refusal::Invalid { field: Field::Choice, why: Why::NotAllowedHere });
    assert_eq!(play.act(OWNER, settle(Point::End, None)), refused, "no agreement is chosen");
    play.must(OWNER, choose(Basis::Agreement));
    let points = |play: &Play| {
        let gates = gates(&play.case(), Stage::Notice, play.today);
        gates.into_iter().find(|gate| gate.item == Item::AgreementPoints).map(|gate| gate.met)
    };
    assert_eq!(points(&play), Some(false));
    let mut play = agreeing();
    assert_eq!(points(&play), Some(true));
    assert_eq!(play.act(OWNER, leave(Point::Payments)), refused, "every agreement says what is paid");
    play.must(OWNER, leave(Point::Ip));
    assert_eq!(points(&play), Some(true));
    play.must(OWNER, settle(Point::Payments, Some("2027-01-31")));
    play.must(OWNER, settle(Point::Release, Some("2027-01-15")));
    assert_eq!(points(&play), Some(false), "nobody is released before what is owed is due");
    play.must(OWNER, choose(Basis::Notice));
    assert_eq!(points(&play), None);
}

#[test]
fn both_bring_the_end_forward_on_paper_and_nobody_puts_it_off() {
    let mut play = transition();
    play.must(OWNER, keep("0a1b"));
    let earlier = |effective_on: &str, proof: &str| {
        part(Part::EndEarlier { on: day("2026-11-09"), effective_on: day(effective_on), proof: text(proof) })
    };
    for (day, proof) in [("2026-11-20", ""), ("2026-12-09", "0a1b"), ("2026-11-08", "0a1b")] {
        assert!(play.act(OWNER, earlier(day, proof)).is_err(), "{day} {proof}");
    }
    assert!(play.act("sara", earlier("2026-11-20", "0a1b")).is_err(), "it is for whoever decides");
    play.must(OWNER, earlier("2026-11-20", "0a1b"));
    assert_eq!(play.case().parting.ends_on(), Some(day("2026-11-20")));
    let again = Err(Refusal::Invalid { field: Field::Choice, why: Why::NotAllowedHere });
    assert_eq!(play.act(OWNER, earlier("2026-11-19", "0a1b")), again, "the paper says the twentieth");
    let withdraw = Part::WithdrawEnd { on: day("2026-11-09"), proof: text("0a1b"), text: text("x") };
    assert_eq!(play.act(OWNER, part(withdraw)), again, "and not that it ends no more");
    play.must(OWNER, keep("2c3d"));
    play.must(OWNER, earlier("2026-11-19", "2c3d"));
    assert_eq!(play.case().parting.ends_on(), Some(day("2026-11-19")));
    play.today = day("2026-11-20");
    play.must(OWNER, instruct());
    nothing_held().into_iter().for_each(|act| play.must(OWNER, act));
    play.must(OWNER, enter(Stage::Settlement));
}

#[test]
fn the_day_of_the_points_holds_and_stands_once_both_signed() {
    let mut play = agreeing();
    assert_eq!(play.case().parting.ends_on(), Some(day("2026-12-31")));
    play.must(OWNER, letter(None, Kind::Agreement, "Both parties end contract C-17 on 31 December 2026."));
    play.must(OWNER, Act::GiveRole { role: Role::Counsel, member: text("huda") });
    play.must("huda", approve(Approved::Second));
    play.must(OWNER, settle(Point::Data, None));
    assert!(!play.case().parting.is_approved(Approved::Second), "what was agreed to was another agreement");
    play.must("huda", approve(Approved::Second));
    play.must(OWNER, enter(Stage::Notice));
    assert_eq!(
        play.act(OWNER, sign("2026-11-30")),
        Err(Refusal::Invalid { field: Field::Day, why: Why::NotAllowedHere })
    );
    play.must(OWNER, sign("2026-12-31"));
    assert_eq!(play.act(OWNER, settle(Point::Data, None)), Err(Refusal::Done));
    let case = play.case();
    assert_eq!(case.parting.effective_on, Some(day("2026-12-31")));
    let words = Some("as we agreed".to_owned());
    assert_eq!(case.parting.agreement.points[&Point::Ip], Settled::As { words, on: None });
}

#[test]
fn an_agreement_needs_no_clause_and_fixes_the_day() {
    let mut play = Play::preparing();
    let early = play.act(OWNER, unreached());
    assert_eq!(early, Err(Refusal::Invalid { field: Field::Choice, why: Why::NotAllowedHere }), "no notice is ready");
    play.must(OWNER, choose(Basis::Agreement));
    play.must(OWNER, letter(None, Kind::Agreement, "Both parties end contract C-17 on 31 December 2026."));
    play.must(OWNER, Act::GiveRole { role: Role::Counsel, member: text("huda") });
    play.must("huda", approve(Approved::Second));
    play.must(OWNER, enter(Stage::Notice));
    assert_eq!(items(play.act(OWNER, enter(Stage::Transition))), [Item::Agreement]);
    let (on, effective_on) = (day("2026-11-02"), day("2026-12-31"));
    let signed = || part(Part::SignAgreement { on, effective_on, proof: text("0a1b") });
    let unkept = Err(Refusal::Invalid { field: Field::Choice, why: Why::Unknown });
    assert_eq!(play.act(OWNER, signed()), unkept, "the paper is not kept");
    play.must(OWNER, keep("0a1b"));
    play.must(OWNER, signed());
    play.must(OWNER, enter(Stage::Transition));
    assert_eq!(play.case().parting.effective_on, Some(effective_on));
    play.must(OWNER, instruct_on("2026-11-02"));
    nothing_held().into_iter().for_each(|act| play.must(OWNER, act));
    assert_eq!(items(play.act(OWNER, enter(Stage::Settlement))), [Item::EffectiveReached]);
}

#[test]
fn a_second_person_agrees_to_what_both_sign_also_across_a_notice_of_the_client() {
    let mut play = agreeing();
    play.must(OWNER, they_end("C-17", "2026-11-01T10:00", "\"length\":30"));
    assert_eq!(play.case().parting.effective_on, Some(day("2026-12-02")), "theirs has set a day");
    play.must(OWNER, enter(Stage::Notice));
    assert_eq!(items(play.act(OWNER, sign("2026-12-31"))), [Item::SecondApprover]);
    play.must(OWNER, letter(None, Kind::Agreement, "Both parties end contract C-17 on 31 December 2026."));
    play.must(OWNER, Act::GiveRole { role: Role::Counsel, member: text("huda") });
    play.must("huda", approve(Approved::Second));
    play.must(OWNER, sign("2026-12-31"));
    assert_eq!(play.case().parting.effective_on, Some(day("2026-12-31")));
}

#[test]
fn nothing_ends_before_its_notice_came_or_by_the_paper_that_proves_it() {
    let mut play = Play::by_courier();
    [keep("0a1b"), keep("2c3d")].into_iter().for_each(|act| play.must(OWNER, act));
    play.must(OWNER, Act::RecordTalk { on: play.today, text: text("we met") });
    let (sent_at, proof) = (text("2026-11-08T11:30"), Some(text("0a1b")));
    play.must(OWNER, part(Part::Dispatch { sent_at, tracking: None, proof, own: None }));
    play.today = day("2026-11-09");
    play.must(OWNER, received(Arrival::Deemed));
    play.must(OWNER, enter(Stage::Transition));
    let earlier = |on: &str, effective_on: &str, proof: &str| {
        part(Part::EndEarlier { on: day(on), effective_on: day(effective_on), proof: text(proof) })
    };
    let refused = |field, why| Err(Refusal::Invalid { field, why });
    let before = play.act(OWNER, earlier("2026-11-05", "2026-11-08", "2c3d"));
    assert_eq!(before, refused(Field::Day, Why::InThePast), "it was received on the ninth");
    let paper = play.act(OWNER, earlier("2026-11-09", "2026-11-20", "0a1b"));
    assert_eq!(paper, refused(Field::Choice, Why::NotAllowedHere), "it proves the dispatch");
    play.must(OWNER, earlier("2026-11-09", "2026-11-20", "2c3d"));
}
