//! A letter that is ordered by mail stands still until it is known what came of it.

use super::*;
use crate::case::parting::Event as Parted;

fn order(letter: u32) -> Act {
    part(Part::OrderMail { letter, to: text("huda@nakhla.example"), message: text("<m-7@midad.example>"), own: None })
}

fn end_order(letter: u32, failure: Failure) -> Act {
    part(Part::EndOrder { letter, failure, on: day("2026-11-08"), text: text("550 no such user") })
}

fn sent() -> Act {
    part(Part::Dispatch {
        sent_at: text("2026-11-08T11:31"),
        tracking: Some(text("<m-7@midad.example>")),
        proof: None,
        own: None,
    })
}

impl Play {
    /// The notice may go out: it is Sunday the eighth.
    fn noticing() -> Play {
        let mut play = Play::ready();
        play.today = day("2026-11-08");
        play.must(OWNER, enter(Stage::Notice));
        assert_eq!(items(play.act(OWNER, order(1))), [Item::NoticeTalk]);
        play.must(OWNER, Act::RecordTalk { on: play.today, text: text("we met") });
        play
    }
}

#[test]
fn what_is_ordered_stands_still_until_it_is_sent() {
    let mut play = Play::noticing();
    play.must(OWNER, order(1));
    assert_eq!(play.case().parting.orders[0].to.as_deref(), Some("huda@nakhla.example"));
    assert!(play.case().may_go("<m-7@midad.example>") && !play.case().may_go("<m-8@midad.example>"));
    assert!(!play.case().parting.letters[0].is_served, "nothing is served before it is sent");
    let changes = [
        order(1),
        letter(Some(1), Kind::Notice, notice()),
        letter(None, Kind::Notice, notice()),
        compute(INPUT),
        part(Part::OverrideLetter { letter: 1, text: text("x") }),
    ];
    for change in changes {
        assert_eq!(play.act(OWNER, change), Err(Refusal::Underway));
    }
    play.must(OWNER, letter(None, Kind::ReferralList, "Three teams whose work we know."));
    play.must(OWNER, sent());
    assert_eq!(play.case().parting.orders, []);
    assert_eq!(play.case().parting.dispatches[0].tracking.as_deref(), Some("<m-7@midad.example>"));
    assert_eq!(play.act(OWNER, order(1)), Err(Refusal::Done));
    assert_eq!(play.act(OWNER, end_order(1, Failure::Bounced)), Err(Refusal::Done));
}

#[test]
fn what_did_not_go_out_is_kept_and_can_be_ordered_again() {
    let mut play = Play::noticing();
    play.must(OWNER, order(1));
    play.must(OWNER, end_order(1, Failure::Bounced));
    let parting = &play.case().parting;
    assert_eq!((parting.orders.len(), parting.dispatches.len(), parting.failures.len()), (0, 0, 0));
    assert_eq!(parting.unsent, [(1, Failure::Bounced, day("2026-11-08"))]);
    play.must(OWNER, order(1));
    play.must(OWNER, sent());
    assert!(play.case().parting.dispatched().is_some(), "an order that failed spoils no dispatch");
}

#[test]
fn a_letter_that_came_back_stays_as_it_is_and_goes_out_again() {
    let mut play = Play::ready();
    play.today = day("2026-11-08");
    play.must(OWNER, letter(None, Kind::ReferralList, "Three teams whose work we know."));
    play.must(OWNER, part(Part::HandOver { letter: 2, on: play.today, proof: Some("<m-8@midad.example>".into()) }));
    assert_eq!(play.act(OWNER, order(2)), Err(Refusal::Done));
    let unsent = Err(Refusal::Invalid { field: Field::Choice, why: Why::NotAllowedHere });
    assert_eq!(play.act(OWNER, end_order(2, Failure::NotSent)), unsent, "it went out");
    play.must(OWNER, end_order(2, Failure::Bounced));
    assert_eq!(play.act(OWNER, end_order(2, Failure::Bounced)), Err(Refusal::Done), "once");
    assert_eq!(play.act(OWNER, letter(Some(2), Kind::ReferralList, "Others.")), Err(Refusal::Done));
    play.must(OWNER, order(2));
    play.must(OWNER, part(Part::HandOver { letter: 2, on: play.today, proof: Some("<m-9@midad.example>".into()) }));
    let letter = &play.case().parting.letters[1];
    assert!(letter.is_out() && letter.proof.as_deref() == Some("<m-9@midad.example>"));
}

#[test]
fn only_an_agreed_notice_by_mail_and_letters_that_stand_by_themselves_are_mailed() {
    let mut play = Play::ready();
    let not_here = Err(Refusal::Invalid { field: Field::Choice, why: Why::NotAllowedHere });
    assert_eq!(play.act(OWNER, order(1)), not_here, "not before the stage of the notice");
    play.must(OWNER, letter(None, Kind::CallScript, "Good morning."));
    assert_eq!(play.act(OWNER, order(2)), not_here, "a script is never sent");
    play.must(OWNER, letter(None, Kind::ReferralList, "Three teams whose work we know."));
    play.must(OWNER, order(3));
    play.today = day("2026-11-08");
    play.must(OWNER, part(Part::HandOver { letter: 3, on: day("2026-11-08"), proof: None }));
    assert_eq!(play.act(OWNER, order(3)), Err(Refusal::Done));
    play.must(OWNER, enter(Stage::Notice));
    play.must(OWNER, letter(Some(1), Kind::Notice, &notice().replace("SAR 4,200", "SAR 4,300")));
    assert_eq!(items(play.act(OWNER, order(1))), [Item::SecondApprover], "another text was agreed to");
    play.must("nasser", approve(Approved::Second));
    play.must(OWNER, unreached());
    play.must(OWNER, order(1));
    let mut play = Play::by_courier();
    assert_eq!(play.act(OWNER, order(1)), not_here, "the notice goes by courier");
}

#[test]
fn what_was_ordered_before_the_closing_comes_to_an_end() {
    let mut play = Play::dispatched();
    play.must(OWNER, letter(None, Kind::ReferralList, "Three teams whose work we know."));
    play.must(OWNER, order(2));
    let (seq, at) = (play.entries.len() as u32 + 1, text("2026-11-08T12:00:00Z"));
    let event = Event::StageEntered { stage: Stage::Closed };
    play.entries.push(Stamped { seq, at, actor: Some(text(OWNER)), event });
    assert!(!play.case().may_go("<m-7@midad.example>"), "a closed file sends nothing");
    play.must(OWNER, end_order(2, Failure::NotSent));
    assert_eq!(play.case().parting.orders, []);
}

#[test]
fn counsel_stops_what_was_ordered() {
    let mut play = Play::noticing();
    play.must(OWNER, Act::GiveRole { role: Role::Counsel, member: text("huda") });
    play.must(OWNER, order(1));
    play.must("huda", Act::SetCounselStop { text: text("wait") });
    assert!(!play.case().may_go("<m-7@midad.example>"));
    play.must(OWNER, end_order(1, Failure::NotSent));
    assert_eq!(items(play.act(OWNER, order(1))), [Item::CounselStop]);
}

#[test]
fn nothing_reaches_the_client_while_counsel_has_stopped_the_case() {
    let mut play = Play::noticing();
    let on = play.today;
    play.must(OWNER, Act::GiveRole { role: Role::Counsel, member: text("huda") });
    play.must(OWNER, Act::RecordTalk { on, text: text("we met") });
    play.must(OWNER, letter(None, Kind::ReferralList, "Three teams whose work we know."));
    play.must("huda", Act::SetCounselStop { text: text("wait") });
    let given = Part::GiveLink {
        link: text("l"),
        until: day("2027-01-01"),
        successor: false,
        consent: None,
        name: text("Huda"),
        contact: text("0500000000"),
    };
    let outgoing = [sent(), part(Part::HandOver { letter: 2, on, proof: None }), order(2), part(given)];
    for act in outgoing {
        assert_eq!(items(play.act(OWNER, act.clone())), [Item::CounselStop], "{act:?}");
    }
    play.must(OWNER, letter(Some(2), Kind::ReferralList, "Four teams whose work we know."));
    play.must("huda", Act::ReleaseCounselStop { text: text("go on") });
    play.must(OWNER, sent());
}

#[test]
fn what_the_server_took_before_a_stop_is_written_down() {
    let mut play = Play::noticing();
    play.must(OWNER, Act::GiveRole { role: Role::Counsel, member: text("huda") });
    play.must(OWNER, order(1));
    play.must("huda", Act::SetCounselStop { text: text("wait") });
    play.must(OWNER, sent());
    assert!(play.case().parting.dispatched().is_some());
}

#[test]
fn what_the_server_took_is_written_down_though_the_case_says_another_day_by_now() {
    let mut play = Play::noticing();
    let answer = "The last day is 9 December 2026.";
    let handed =
        |letter| part(Part::HandOver { letter, on: day("2026-11-08"), proof: Some(text("<m-7@midad.example>")) });
    play.must(OWNER, letter(None, Kind::Answer, answer));
    play.must(OWNER, letter(None, Kind::Answer, answer));
    play.must(OWNER, order(2));
    play.must(OWNER, compute(&INPUT.replace("\"length\":30", "\"length\":60")));
    assert!(matches!(play.act(OWNER, handed(3)), Err(Refusal::Contradicts(_))), "it is here still, and can be mended");
    play.must(OWNER, handed(2));
    assert!(play.case().parting.letters[1].is_out());
}

#[test]
fn the_journal_says_whose_order_failed() {
    let failed =
        Parted::DeliveryFailed { letter: Some(2), failure: Failure::NotSent, on: day("2026-11-08"), said: None };
    let back = Parted::DeliveryFailed { letter: None, failure: Failure::Lost, on: day("2026-11-08"), said: None };
    let written = |event: &Parted| serde_json::to_string(event).expect("an event");
    assert!(written(&failed).contains("\"letter\":2") && !written(&back).contains("letter"), "old journals read on");
}

#[test]
fn the_clock_of_the_sender_is_known() {
    let mut play = Play::ready();
    play.must(OWNER, compute(&INPUT.replace("\"from\"", "\"from_zone\":\"Asia/Dubai\",\"from\"")));
    let zone = |play: &Play| play.case().parting.computed.as_ref().and_then(|computed| computed.sender_zone());
    assert_eq!(zone(&play).as_deref(), Some("Asia/Dubai"));
    play.must(OWNER, compute(INPUT));
    assert_eq!(zone(&play).as_deref(), Some("Asia/Riyadh"));
}

#[test]
fn a_case_is_not_withdrawn_while_a_letter_of_it_is_on_its_way() {
    let mut play = Play::in_review(Track::Light);
    let said = "Invoice NK-1 was due on 1 October 2026. Please let us know its date.";
    play.must(OWNER, letter(None, Kind::Reminder, said));
    play.must(OWNER, order(1));
    let withdraw = || Act::Withdraw { text: text("it was a misunderstanding") };
    assert_eq!(play.act(OWNER, withdraw()), Err(Refusal::Underway));
    let (failure, on) = (Failure::NotSent, play.today);
    play.must(OWNER, part(Part::EndOrder { letter: 1, failure, on, text: text("550 no such user") }));
    play.must(OWNER, withdraw());
}
