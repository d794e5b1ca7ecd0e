//! Legal holds: who sets, widens, acknowledges and releases them, and what they keep.

use super::duties::drives;
use super::parting::*;
use super::*;
use crate::case::Action;
use crate::case::legal_hold::{Act as Hold, LegalHold, Order, Reach};
use crate::case::parting::settling::Fate;
use crate::retention::Class as Papers;

const COUNSEL: &str = "layla";
const DPO: &str = "omar";

fn order(classes: &[Papers], custodians: &[&str]) -> Order {
    let reach = Reach { classes: classes.to_vec(), from: Some(day("2026-01-01")), to: None };
    Order { reach, custodians: custodians.iter().map(|one| text(one)).collect(), ask: text(COUNSEL) }
}

fn set(classes: &[Papers], custodians: &[&str]) -> Act {
    Act::LegalHold(Hold::SetLegalHold { order: order(classes, custodians), text: text("they threaten to sue") })
}

fn scope(order: Order) -> Act {
    Act::LegalHold(Hold::ScopeLegalHold { hold: 1, order, text: text("their claim says more") })
}

fn acknowledge() -> Act {
    Act::LegalHold(Hold::AcknowledgeLegalHold { hold: 1 })
}

fn remind() -> Act {
    Act::LegalHold(Hold::RemindCustodians { hold: 1 })
}

fn release() -> Act {
    Act::LegalHold(Hold::ReleaseLegalHold { hold: 1, text: text("they withdrew it") })
}

fn check(hold: bool) -> Act {
    part(Part::CheckHold { hold, text: text("mail and drive") })
}

fn deletes() -> Act {
    dispose(Fate::Deleted, "sara")
}

fn play() -> Play {
    let mut play = Play::ended();
    play.must(OWNER, Act::GiveRole { role: Role::Counsel, member: text(COUNSEL) });
    play.must(OWNER, Act::GiveRole { role: Role::Dpo, member: text(DPO) });
    drives(play.today).into_iter().for_each(|act| play.must(OWNER, act));
    play
}

fn first(play: &Play) -> LegalHold {
    play.case().legal_holds[0].clone()
}

fn held(play: &Play) -> Result<(), Refusal> {
    Err(Refusal::Held { since: first(play).since(), ask: text(COUNSEL) })
}

fn unaware(play: &Play) -> Vec<String> {
    first(play).unaware().map(|one| one.member.clone()).collect()
}

#[test]
fn counsel_alone_releases_what_others_may_set() {
    let mut play = play();
    assert!(matches!(play.act("sara", set(&[], &["sara"])), Err(Refusal::NotYours { .. })));
    let asks_nobody =
        Hold::SetLegalHold { order: Order { ask: text("sara"), ..order(&[], &["sara"]) }, text: text("x") };
    assert!(play.act(DPO, Act::LegalHold(asks_nobody)).is_err(), "whoever is asked can release it");
    assert!(play.act(DPO, set(&[], &[])).is_err(), "somebody keeps the papers");
    play.must(DPO, set(&[], &["zaid", "sara", "zaid"]));
    assert_eq!(play.act(DPO, set(&[], &["sara", "zaid"])), Err(Refusal::Done));
    assert_eq!(first(&play).order.custodians, ["sara", "zaid"]);
    for other in [OWNER, DPO, "sara"] {
        assert_eq!(
            play.act(other, release()),
            Err(Refusal::NotYours { action: Action::ReleaseRecords, roles: vec![Role::Counsel] })
        );
    }
    play.must(COUNSEL, release());
    assert_eq!(play.act(COUNSEL, release()), Err(Refusal::Done));
    assert_eq!(play.act("sara", acknowledge()), Err(Refusal::Done), "there is nothing to keep any more");
}

#[test]
fn what_keeps_papers_is_known() {
    assert!(set(&[], &["sara"]).keeps_papers() && check(true).keeps_papers());
    assert!(scope(order(&[], &["sara"])).keeps_papers());
    assert!(!check(false).keeps_papers() && !release().keeps_papers() && !acknowledge().keeps_papers());
}

#[test]
fn whoever_keeps_papers_acknowledges_and_is_reminded_until_then() {
    let mut play = play();
    play.must(DPO, set(&[Papers::Books], &["sara", "zaid"]));
    assert_eq!(play.act("nasser", acknowledge()), Err(Refusal::NotAsked));
    assert!(!play.case().allows("zaid", Action::See), "who keeps papers has no look into the case");
    play.must("zaid", acknowledge());
    assert_eq!(play.act("zaid", acknowledge()), Err(Refusal::Done));
    play.today = day("2026-12-20");
    play.must(DPO, remind());
    let reminded: Vec<_> = first(&play).custodians.into_iter().map(|one| (one.member, one.reminded_on)).collect();
    assert_eq!(reminded, [(text("sara"), Some(day("2026-12-20"))), (text("zaid"), None)]);
    play.must("sara", acknowledge());
    assert_eq!(play.act(DPO, remind()), Err(Refusal::Done));
}

#[test]
fn what_lets_go_is_counsels_and_what_goes_further_is_acknowledged_anew() {
    let mut play = play();
    play.must(DPO, set(&[Papers::Books], &["sara", "zaid"]));
    play.must("zaid", acknowledge());
    play.must("sara", acknowledge());
    let narrower = order(&[Papers::Books], &["sara"]);
    assert!(matches!(play.act(DPO, scope(narrower.clone())), Err(Refusal::NotYours { .. })), "it lets Zaid go");
    let shorter = Order {
        reach: Reach { to: Some(day("2026-06-30")), ..order(&[Papers::Books], &[]).reach },
        ..order(&[], &["sara", "zaid"])
    };
    assert!(matches!(play.act(DPO, scope(shorter)), Err(Refusal::NotYours { .. })), "it lets days go");
    play.must(DPO, scope(order(&[Papers::Books], &["sara", "zaid", "huda"])));
    assert_eq!(unaware(&play), ["huda"], "who knew it knows it still");
    play.must(DPO, scope(order(&[Papers::Books, Papers::ClientData], &["sara", "zaid", "huda"])));
    assert_eq!(unaware(&play), ["huda", "sara", "zaid"]);
    let told = play.today;
    play.today = day("2026-12-20");
    play.must(DPO, scope(order(&[], &["sara", "zaid", "huda"])));
    assert!(first(&play).custodians.iter().all(|one| one.told_on == told), "they wait since they were told first");
    play.must(COUNSEL, scope(narrower));
    let log: Vec<_> = first(&play).log.iter().map(|one| (one.by.clone(), one.order.custodians.len())).collect();
    assert_eq!(log, [(text(DPO), 2), (text(DPO), 3), (text(DPO), 3), (text(DPO), 3), (text(COUNSEL), 1)]);
}

#[test]
fn a_hold_keeps_the_clients_data_until_it_is_released_and_deletes_nothing_then() {
    let mut play = play();
    play.must(OWNER, check(true));
    assert!(play.case().awaits_legal_hold(), "nobody has said yet what is kept");
    play.must(COUNSEL, set(&[Papers::ClientData, Papers::ContractFile], &["sara"]));
    assert!(!play.case().awaits_legal_hold());
    assert_eq!(play.act(DPO, deletes()), held(&play));
    assert_eq!(play.act(OWNER, check(false)), held(&play), "a look at the data does not release it");
    let before = play.case().parting.disposals.len();
    play.must(COUNSEL, release());
    let case = play.case();
    assert_eq!((case.parting.disposals.len(), case.parting.known().legal_hold), (before, false));
    assert!(!case.awaits_legal_hold() && case.may_destroy(Papers::ClientData).is_ok());
    play.must(DPO, deletes());
}

#[test]
fn a_hold_on_the_books_leaves_the_clients_data_to_its_own_answer() {
    let mut play = play();
    play.must(DPO, set(&[Papers::Books], &["sara"]));
    assert_eq!(play.case().parting.hold, None, "nobody looked at the client's data by it");
    play.must(OWNER, check(false));
    play.must(DPO, deletes());
    play.must(OWNER, check(true));
    assert!(play.act(DPO, deletes()).is_err());
}

#[test]
fn a_hold_that_never_reached_the_clients_data_lets_none_of_it_go() {
    let mut play = play();
    play.must(OWNER, check(true));
    play.must(COUNSEL, set(&[Papers::Books], &["sara"]));
    assert_eq!(play.case().parting.hold, Some((true, Some(text("mail and drive")))));
    assert!(play.act(DPO, deletes()).is_err(), "the books say nothing of the client's data");
    play.must(COUNSEL, scope(order(&[Papers::Books, Papers::SignData], &["sara"])));
    assert!(play.act(DPO, deletes()).is_err());
    play.must(COUNSEL, release());
    assert_eq!(play.case().parting.hold, Some((true, Some(text("mail and drive")))));
    assert!(play.case().awaits_legal_hold() && play.act(DPO, deletes()).is_err());
}

#[test]
fn counsel_says_the_last_word_on_the_clients_data_in_words_of_their_own() {
    let mut play = play();
    play.must(OWNER, check(true));
    play.must(COUNSEL, set(&[Papers::ClientData], &["sara"]));
    assert_eq!(play.case().parting.hold, Some((true, Some(text("they threaten to sue")))));
    play.must(COUNSEL, scope(order(&[Papers::Books], &["sara"])));
    assert_eq!(play.case().parting.hold, Some((false, Some(text("their claim says more")))), "counsel let it go");
    play.must(DPO, deletes());
}

#[test]
fn what_is_kept_because_a_claim_is_near_is_let_go_by_counsel_alone() {
    let refused = Err(Refusal::NotYours { action: Action::ReleaseRecords, roles: vec![Role::Counsel] });
    let mut play = play();
    play.must(OWNER, check(true));
    assert_eq!(play.act(OWNER, check(false)), refused, "no claim is near any more");
    assert_eq!(play.act(DPO, set(&[Papers::Books], &["sara"])), refused, "it keeps less than all");
    assert_eq!(play.act(DPO, set(&[], &["sara"])), refused, "it leaves days out");
    let all = Order { reach: Reach::default(), ..order(&[], &["sara"]) };
    let all = Act::LegalHold(Hold::SetLegalHold { order: all, text: text("they threaten to sue") });
    play.must(DPO, all);
    play.must(COUNSEL, release());
    play.must(OWNER, check(true));
    play.must(COUNSEL, check(false));
    play.must(DPO, deletes());
}

#[test]
fn a_hold_is_set_and_released_in_a_sealed_case_and_in_no_restricted_one() {
    let mut play = learning::learned();
    play.must(OWNER, Act::GiveRole { role: Role::Counsel, member: text(COUNSEL) });
    play.must(COUNSEL, set(&[], &["sara"]));
    play.must("sara", acknowledge());
    play.must(COUNSEL, release());
    let mut restricted = Play::begin(Class::Conduct, Track::Light);
    assert_eq!(
        restricted.act(OWNER, set(&[], &["sara"])),
        Err(Refusal::NotYours { action: Action::HoldRecords, roles: vec![] })
    );
}

#[test]
fn answers_of_our_own_part_go_once_all_is_learned_unless_they_are_held() {
    let destroy = || Act::Learning(crate::case::learning::Act::DestroyOwnPartKey);
    let mut play = Play::closed();
    assert_eq!(play.act(OWNER, destroy()), Err(Refusal::NotNow { stage: Stage::Closed }));
    let mut play = learning::learned();
    play.must(OWNER, Act::GiveRole { role: Role::Counsel, member: text(COUNSEL) });
    play.must(COUNSEL, set(&[Papers::OwnPart], &["sara"]));
    assert_eq!(play.act(OWNER, destroy()), held(&play));
    play.must(COUNSEL, release());
    assert!(play.act("sara", destroy()).is_err(), "whoever seals does it");
    play.must(OWNER, destroy());
    assert_eq!(play.case().learning.own_parts_destroyed, Some(play.today));
    assert_eq!(play.act(OWNER, destroy()), Err(Refusal::Done));
}

#[test]
fn every_event_of_a_hold_is_written_and_read_back() {
    let mut play = play();
    play.must(DPO, set(&[Papers::Books], &["sara"]));
    play.must(DPO, remind());
    play.must(DPO, scope(order(&[], &["sara"])));
    play.must("sara", acknowledge());
    play.must(COUNSEL, release());
    for entry in &play.entries[play.entries.len() - 5..] {
        let laid = crate::journal::lay_out(&entry.event);
        assert!(!laid.plain.contains("sue") && !laid.plain.contains("claim"), "why it stands is never plain");
        let read: Option<Event> = crate::journal::read(&laid.name, &laid.plain, laid.said.as_deref());
        assert_eq!(read.as_ref(), Some(&entry.event), "{}", laid.plain);
        assert_eq!(entry.event.is_privileged(), laid.said.is_some(), "why it stands is counsel's word: {}", laid.name);
    }
}
