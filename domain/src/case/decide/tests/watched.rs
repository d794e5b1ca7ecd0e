//! What the program watches in a decided case, and what is due; and figures that were taken anew.

use super::roads::plan_of;
use super::*;
use crate::case::due::{What, due};
use crate::case::guardrail::{Breach, Guard, Guardrails, standing};
use crate::case::limits::limit;
use crate::case::persistence::{Persistence, persistence};
use crate::case::repair::Remedy;
use crate::case::snapshot::Snapshot;
use crate::record::History;
use crate::sign::Policy;
use crate::sign::sample::{firm, history};

fn kept(guardrails: Option<Guardrails>) -> Play {
    let mut play = Play::in_review(Track::Light).heard();
    let outcome = if guardrails.is_some() { Outcome::KeepWithGuardrails } else { Outcome::Keep };
    let decision = Decision { guardrails, ..decision(outcome) };
    play.must(OWNER, Act::Sign { decision: Box::new(decision), said: said() });
    play.must(OWNER, Act::Enter { stage: Stage::Kept });
    play
}

fn crossed(guard: Guard) -> Breach {
    Breach { guard, value: 61.0, limit: 40.0, facts: Cited::default() }
}

#[test]
fn limits_are_watched_from_the_day_on_which_the_client_is_kept() {
    let rails = Guardrails { capacity_cap: Some(40.0), review_on: Some(day("2027-01-10")), ..Guardrails::default() };
    let play = kept(Some(rails));
    assert_eq!(standing(&play.case()), Some((rails, day("2026-11-02"))));
    assert_eq!(limit(&play.case(), None).map(|limit| limit.due_on), Some(day("2027-01-10")));
    let plain = kept(None).case();
    assert_eq!(standing(&plain).and_then(|(rails, _)| rails.review_on), Some(day("2027-01-15")), "the day decided");
    assert_eq!(standing(&Play::decided(Outcome::Repair).case()), None);
}

#[test]
fn a_client_kept_after_the_day_decided_is_looked_at_ninety_days_later() {
    let mut case = kept(None).case();
    case.entered.push((Stage::Kept, day("2027-01-15")));
    assert_eq!(standing(&case).and_then(|(rails, _)| rails.review_on), Some(day("2027-04-15")));
}

#[test]
fn limits_that_are_crossed_open_the_decision_again_once() {
    let mut play = kept(None);
    let both = || Act::Breach { breaches: vec![crossed(Guard::CapacityCap), crossed(Guard::ReviewDate)] };
    let nothing = Refusal::Invalid { field: Field::Choice, why: Why::Empty };
    assert_eq!(play.act("", Act::Breach { breaches: vec![] }), Err(nothing));
    play.must("", both());
    let case = play.case();
    assert_eq!((case.stage, case.signed.is_none(), case.earlier.len()), (Stage::Review, true, 1));
    let guards: Vec<Guard> = case.breaches.iter().map(|(_, breach)| breach.guard).collect();
    assert_eq!(guards, [Guard::CapacityCap, Guard::ReviewDate]);
    assert_eq!(play.act("", both()), Err(Refusal::NotNow { stage: Stage::Review }));
    play.must(OWNER, sign(Outcome::Keep));
}

fn crossings(ids: &[&str], on: &str) -> Persistence {
    let notes: Vec<String> = ids.iter().map(|id| format!("incidents {id} at=2026-11-{id} kind=boundary")).collect();
    persistence(&history(&notes.join("\n")), day("2026-11-02"), day(on))
}

fn persist(ids: &[&str]) -> Act {
    Act::Persist { persistence: Box::new(crossings(ids, "2026-12-01")) }
}

#[test]
fn boundaries_crossed_again_prove_an_end_for_repeated_breach() {
    let mut play = Play::decided(Outcome::Repair);
    play.must(OWNER, Act::Enter { stage: Stage::Repair });
    play.must(OWNER, plan_of(Remedy::BoundaryLetter));
    let wrong = Refusal::Invalid { field: Field::Choice, why: Why::NotAllowedHere };
    assert_eq!(play.act("", persist(&["10", "12"])), Err(wrong.clone()), "no letter was acknowledged");
    play.must(OWNER, Act::AcknowledgeBoundaryLetter { on: day("2026-11-02") });
    assert_eq!(play.act("", persist(&["10"])), Err(wrong), "once is only watched");
    let boundary = |proofs| {
        let grounds = vec![Grounded { ground: Ground::RepeatedBreach, proofs }];
        let decision = Decision { grounds, ..decision(Outcome::EndByNotice) };
        Act::Sign { decision: Box::new(decision), said: said() }
    };
    let mut before = Play { entries: play.entries.clone(), ..play };
    before.must(OWNER, Act::Reopen { text: "عدنا".to_owned() });
    assert_eq!(items(before.act(OWNER, boundary(vec![Proof::Persistence]))), [Item::Proof]);
    play.must("", persist(&["10", "12"]));
    assert_eq!(play.stage(), Stage::Repair, "people decide what follows");
    assert_eq!(play.act("", persist(&["10", "12"])), Err(Refusal::Done), "it is written down once");
    play.must("", persist(&["10", "12", "14"]));
    assert_eq!(play.case().persistence.map(|known| known.breaches), Some(3), "and again when it has grown graver");
    play.must(OWNER, Act::Reopen { text: "عدنا".to_owned() });
    let mut elsewhere = Play { entries: play.entries.clone(), ..play };
    let grounds = vec![Grounded { ground: Ground::GoalMismatch, proofs: vec![Proof::Persistence] }];
    let other = Decision { grounds, ..decision(Outcome::EndByNotice) };
    let other = Act::Sign { decision: Box::new(other), said: said() };
    assert_eq!(items(elsewhere.act(OWNER, other)), [Item::Proof], "it proves nothing else");
    play.must(OWNER, boundary(vec![Proof::Persistence]));
    assert_eq!(play.stage(), Stage::Decided);
}

#[test]
fn what_was_promised_for_a_day_is_due_on_it() {
    let mut play = Play::in_review(Track::Light).heard();
    let improve = |owner: &str, due_on| Act::AgreeImprovement {
        owner: owner.to_owned(),
        due_on: day(due_on),
        text: "نحسّن".to_owned(),
    };
    play.must(OWNER, improve("sara", "2026-11-20"));
    play.must(OWNER, improve("huda", "2026-11-10"));
    play.must(OWNER, Act::Defer { until: day("2026-11-12"), text: "العقد".to_owned() });
    let due_on = |play: &Play, on| due(&play.case(), day(on)).into_iter().map(|due| (due.what, due.owner)).collect();
    let of = |owner: &str| (What::Improvement, Some(owner.to_owned()));
    let nothing: Vec<(What, Option<String>)> = due_on(&play, "2026-11-09");
    assert_eq!(nothing, []);
    assert_eq!(due_on(&play, "2026-11-12"), [of("huda"), (What::Deferral, None)]);
    play.must("huda", Act::FinishImprovement { improvement: 2 });
    assert_eq!(due_on(&play, "2026-11-20"), [(What::Deferral, None), of("sara")]);
    play.must(OWNER, Act::Withdraw { text: "سدّدوا".to_owned() });
    assert_eq!(due_on(&play, "2026-11-20"), [], "nothing is asked of a withdrawn case");
}

#[test]
fn figures_taken_anew_take_the_place_of_older_ones_only() {
    let mut play = Play::begin(Class::Normal, Track::Light);
    let taken = |on: &str, revenue| {
        let snapshot = Snapshot::of(&History::default(), &firm(), &Policy::standard(), day(on), Some(revenue));
        Act::RenewFigures { snapshot: Box::new(snapshot) }
    };
    let on = |play: &Play| play.case().snapshot.map(|snapshot| snapshot.on);
    assert_eq!(on(&play), None);
    play.must(OWNER, taken("2026-11-02", 7000.0));
    assert_eq!(on(&play), Some(day("2026-11-02")));
    assert_eq!(play.act(OWNER, taken("2026-11-02", 8000.0)), Err(Refusal::Done), "the same day is no newer");
    assert_eq!(play.act(OWNER, taken("2026-11-01", 8000.0)), Err(Refusal::Done));
    play.must(OWNER, taken("2026-11-20", 8000.0));
    assert_eq!(on(&play), Some(day("2026-11-20")));
    assert!(matches!(play.act("sara", taken("2026-11-21", 1.0)), Err(Refusal::NotYours { .. })));
    assert_eq!(play.case().opening.snapshot, None, "what the case began from stays");
}
