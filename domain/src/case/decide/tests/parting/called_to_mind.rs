//! The days of an end that are open in a case, and who is told of them.

use super::*;
use crate::case::parting::OfClient;
use crate::case::parting::alerts::{Alert, Days, alerts};
use crate::case::parting::deadlines::deadlines;
use crate::case::parting::duties::Act as Duties;
use crate::separation::obligation::{Basis as Rests, Keeper, Obligation, ObligationSaid, Owner, Side, What};

fn open(play: &Play) -> String {
    let all = deadlines(&play.case(), None, None);
    let said: Vec<String> = all.iter().map(|one| format!("{} {}", one.what.word(), one.on)).collect();
    said.join(", ")
}

fn owed(due_on: &str, basis: Rests, owner: Owner) -> Act {
    let obligation = Obligation {
        id: 0,
        what: What::Own,
        about: None,
        side: Side::Ours,
        owner,
        due_on: day(due_on),
        basis,
        after_payment: false,
    };
    let said = ObligationSaid { words: Some(text("the source files")), source: None };
    part(Part::Duty(Duties::AddObligation { obligation: Box::new(obligation), said }))
}

#[test]
fn each_stage_has_its_days() {
    let mut play = Play::decided(Outcome::EndByNotice);
    assert_eq!(open(&play), "", "nothing is carried out yet");
    play.must(OWNER, enter(Stage::PreparingExit));
    // Twenty days from the second, for the firm has not said where it is.
    assert_eq!(open(&play), "stage 2026-11-22");
    let window = INPUT.replace("\"unit\":\"day\"}", "\"unit\":\"day\",\"term_ends_on\":\"2026-12-31\"}");
    play.must(OWNER, choose(Basis::Notice));
    play.must(OWNER, compute(&window));
    let case = play.case();
    let computed = case.parting.computed.as_ref().expect("it is computed");
    let last = computed.last_lawful_dispatch.expect("there is a window");
    assert_eq!(open(&play), format!("stage 2026-11-22, dispatch {last}"));
    assert_eq!(deadlines(&case, None, None)[1].last_safe, computed.last_safe_dispatch);
    let mut play = Play::dispatched();
    assert_eq!(open(&play), "receipt 2026-11-09");
    play.must("client", part(Part::OfClient(OfClient::Ask { text: text("who comes next?") })));
    assert_eq!(open(&play), "receipt 2026-11-09, answer 2026-11-09");
    let context = Context::default;
    let said = text("we say so on Sunday");
    play.must(OWNER, part(Part::AnswerQuestion { question: 1, text: said, context: context() }));
    assert_eq!(open(&play), "receipt 2026-11-09, answer 2026-11-09", "it waits until someone else agrees to it");
    play.must("nasser", part(Part::ApproveAnswer { question: 1, context: context() }));
    play.today = day("2026-11-09");
    play.must(OWNER, received(Arrival::Deemed));
    assert_eq!(open(&play), "");
}

#[test]
fn a_time_to_cure_ends_with_a_decision() {
    let mut play = Play::ready();
    play.must(OWNER, choose(Basis::Breach));
    let (on, cure_until) = (day("2026-11-02"), day("2026-11-16"));
    play.must(OWNER, default_notice());
    play.must(OWNER, suspension::defaulted(on, cure_until));
    assert_eq!(open(&play), "cure 2026-11-16, stage 2026-11-22");
    play.must(OWNER, part(Part::RecordCure { on, text: text("paid") }));
    assert_eq!(open(&play), "stage 2026-11-22");
}

#[test]
fn whoever_owns_it_is_told_first_and_the_owner_when_it_stays_missed() {
    let mut play = transition();
    play.must(OWNER, Act::GiveRole { role: Role::Lead, member: text("nasser") });
    play.must(OWNER, owed("2026-11-20", Rests::Policy, Owner::Member(text("sara"))));
    play.must(OWNER, owed("2026-11-25", Rests::Contract, Owner::Keeper(Keeper::Delivery)));
    let told = |today: &str| {
        let all = alerts(&play.case(), day(today), &Days::default());
        all.into_iter().map(|one| (one.alert, one.told.join(" "))).collect::<Vec<_>>()
    };
    // What nobody bears is the lead's.
    let far = (Alert::Ahead(9), "nasser".to_owned());
    assert_eq!(told("2026-11-16"), [(Alert::Ahead(4), "sara".to_owned()), far]);
    assert_eq!(told("2026-11-21")[0], (Alert::Missed(1), "sara nasser".to_owned()));
    assert_eq!(told("2026-11-23")[0], (Alert::Missed(3), format!("sara nasser {OWNER}")));
    assert_eq!(told("2026-11-26")[1], (Alert::Missed(1), format!("nasser {OWNER}")));
}

#[test]
fn a_day_counts_by_the_working_days_of_whose_it_is() {
    use crate::days::working::Working;
    let mut play = transition();
    play.must(OWNER, Act::GiveRole { role: Role::Lead, member: text("nasser") });
    // Sunday 22 November 2026, seen on Thursday the nineteenth: in Riyadh Friday and Saturday are off, in Dubai Saturday and
    // Sunday.
    play.must(OWNER, owed("2026-11-22", Rests::Policy, Owner::Member(text("sara"))));
    let [riyadh, dubai] = ["SA", "AE"].map(|place| Working::of(place, &[]).expect("a place"));
    let alert = |own: &[(String, Working)]| {
        let days = Days { firm: Some(&riyadh), calendar: None, own };
        alerts(&play.case(), day("2026-11-23"), &days).first().map(|one| (one.alert, one.told.join(" ")))
    };
    let left = |own: &[(String, Working)], today: &str| {
        let days = Days { firm: Some(&riyadh), calendar: None, own };
        alerts(&play.case(), day(today), &days).first().map(|one| one.alert)
    };
    let hers = [(text("sara"), dubai.clone())];
    assert_eq!(left(&[], "2026-11-18"), Some(Alert::Ahead(2)), "Thursday and Sunday");
    assert_eq!(left(&hers, "2026-11-18"), Some(Alert::Ahead(2)), "Thursday and Friday");
    assert_eq!(left(&[], "2026-11-20"), Some(Alert::Ahead(1)), "Sunday");
    assert_eq!(left(&hers, "2026-11-20"), Some(Alert::Ahead(0)), "no day on which she works is left");
    assert_eq!(alert(&[]), Some((Alert::Missed(1), text("sara nasser"))));
    let others = [(text("nasser"), dubai)];
    assert_eq!(alert(&others), Some((Alert::Missed(1), text("sara nasser"))), "it is not his");
}
