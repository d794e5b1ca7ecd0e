//! A letter is held against the case before it goes anywhere (DOMAIN B65).

use super::*;
use crate::case::Action;
use crate::separation::letter::{Contradiction, Differs};

fn lift() -> Act {
    part(Part::OverrideLetter { letter: 1, text: text("they asked for one day more") })
}

/// The notice with a last day that is not the day of the end.
fn of_another_day() -> String {
    notice().replace("Wednesday 9 December", "Thursday 10 December").replace("9 December", "10 December")
}

#[test]
fn a_letter_that_names_another_last_day_stops_until_someone_else_lets_it_stand() {
    let mut play = Play::ready();
    play.must(OWNER, letter(Some(1), Kind::Notice, &of_another_day()));
    assert!(play.case().parting.letters[0].passes(), "its words are in order");
    let stopped = [Item::LetterCheck, Item::SecondApprover];
    assert_eq!(items(play.act("nasser", approve(Approved::Second))), stopped);
    assert_eq!(play.act(OWNER, lift()), Err(Refusal::SamePerson));
    play.must("nasser", lift());
    play.must("nasser", approve(Approved::Second));
    // Computed anew, it is another difference, which nobody has let stand.
    play.must(OWNER, compute(INPUT));
    assert_eq!(items(play.act("nasser", approve(Approved::Second))), stopped);
}

#[test]
fn a_notice_that_is_sent_on_another_day_names_the_wrong_end() {
    let mut play = Play::ready();
    play.today = day("2026-11-10");
    play.must(OWNER, enter(Stage::Notice));
    play.must(OWNER, Act::RecordTalk { on: play.today, text: text("we met") });
    let said = Contradiction { differs: Differs::EffectiveDate, said: text("2026-12-09") };
    let refused = Err(Refusal::Contradicts(vec![said]));
    let sent =
        Part::Dispatch { sent_at: text("2026-11-10T11:30"), tracking: Some(text("m-1@firm")), proof: None, own: None };
    assert_eq!(play.act(OWNER, part(sent)), refused, "sent two days later, it ends on the eleventh");
    let order =
        Part::OrderMail { letter: 1, to: text("huda@nakhla.example"), message: text("<m-7@midad.example>"), own: None };
    assert_eq!(play.act(OWNER, part(order)), refused);
}

#[test]
fn a_letter_of_another_contract_goes_to_nobody() {
    let mut play = Play::dispatched();
    play.must(OWNER, letter(None, Kind::HandoverCover, "The files of contract C-71 come with this letter."));
    let handed = part(Part::HandOver { letter: 2, on: play.today, proof: None });
    let Err(Refusal::Contradicts(found)) = play.act(OWNER, handed) else { panic!("it names a contract of others") };
    assert_eq!(found.iter().map(|one| one.differs).collect::<Vec<_>>(), [Differs::Contract]);
}

#[test]
fn what_went_out_by_hand_is_held_against_the_case_as_all_else_is() {
    let names_another = |answer: Result<(), Refusal>| match answer {
        Err(Refusal::Contradicts(found)) => found.iter().all(|one| one.differs == Differs::Contract),
        other => panic!("it names a contract of others: {other:?}"),
    };
    let mut play = Play::ready();
    play.must(OWNER, choose(Basis::Breach));
    let said = "The work under contract C-71 is done. Invoice NK-1 is open. Please pay it by 16 November 2026.";
    play.must(OWNER, letter(None, Kind::Default, said));
    let (on, cure_until) = (day("2026-11-02"), day("2026-11-16"));
    assert!(names_another(play.act(OWNER, suspension::defaulted(on, cure_until))));
    let mut play = Play::ended();
    let said = "We delivered the files of contract C-71. The account is level. The domain renews in March.";
    play.must(OWNER, letter(None, Kind::ClosingSummary, said));
    let (on, proof) = (play.today, text("m-9@firm"));
    assert!(names_another(play.act(OWNER, part(Part::DeliverSummary { on, proof }))));
}

#[test]
fn an_admission_is_counsels_to_let_stand() {
    let mut play = Play::ready();
    play.must(OWNER, letter(Some(1), Kind::Notice, "Sorry, our mistake caused your loss."));
    let counsels = Err(Refusal::NotYours { action: Action::Counsel, roles: vec![Role::Counsel] });
    assert_eq!(play.act("nasser", lift()), counsels);
    play.must(OWNER, Act::GiveRole { role: Role::Counsel, member: text("huda") });
    play.must("huda", lift());
    assert!(play.case().parting.letters[0].passes());
}

#[test]
fn a_notice_keeps_what_people_confirmed_of_its_contract_until_it_goes_out() {
    use crate::separation::contract::{Confirmed, Standing, Statement, TermName, TermValue};
    let stated = |length| {
        let value = TermValue { length: Some(length), unit: Some(NoticeUnit::Day), ..TermValue::default() };
        let statement = Statement { standing: Standing::Confirmed, value, quote: text("days' notice"), version: 1 };
        Confirmed([(TermName::TerminationForConvenience, statement)].into())
    };
    let departs = |answer: Result<(), Refusal>| match answer {
        Err(Refusal::Departs(terms)) => terms.into_iter().map(|(_, term)| term.length).collect::<Vec<_>>(),
        other => panic!("{other:?}"),
    };
    let mut play = Play::ready();
    let under = |confirmed, act| part(Part::UnderTerms { confirmed, act: Box::new(act) });
    let compute = |confirmed| under(confirmed, Part::ComputeNotice { contract: None, input: text(INPUT), own: vec![] });
    assert_eq!(departs(play.act(OWNER, compute(stated(60)))), [Some(60)], "thirty days fall short of sixty");
    play.must(OWNER, compute(stated(14)));
    play.must("nasser", approve(Approved::Second));
    play.today = day("2026-11-08");
    play.must(OWNER, enter(Stage::Notice));
    play.must(OWNER, Act::RecordTalk { on: play.today, text: text("we met") });
    let dispatch = |confirmed| {
        let (sent_at, tracking) = (text("2026-11-08T11:30"), Some(text("m-1@firm")));
        under(confirmed, Part::Dispatch { sent_at, tracking, proof: None, own: None })
    };
    assert_eq!(departs(play.act(OWNER, dispatch(stated(60)))), [Some(60)], "it was corrected meanwhile");
    play.must(OWNER, dispatch(stated(30)));
}

#[test]
fn reminders_and_limits_are_written_long_before_any_end() {
    let mut play = Play::in_review(Track::Light);
    play.must(
        OWNER,
        letter(None, Kind::Reminder, "Invoice NK-1 was due on 1 October 2026. Please let us know its date."),
    );
    let not_now = Err(Refusal::NotNow { stage: Stage::Review });
    assert_eq!(play.act(OWNER, letter(None, Kind::Notice, notice())), not_now, "no end is decided");
    let handed =
        |letter| part(Part::HandOver { letter, on: day("2026-11-02"), proof: Some(text("<m-1@midad.example>")) });
    play.must(OWNER, handed(1));
    assert!(play.case().parting.letters[0].is_out());
    assert_eq!(play.act(OWNER, letter(Some(1), Kind::Reminder, "Another text.")), Err(Refusal::Done));
    let mut play = Play::preparing();
    play.must(OWNER, letter(None, Kind::Boundary, "From 8 November 2026 changes are asked for in writing."));
    play.must(OWNER, handed(1));
}

#[test]
fn a_copy_that_was_sent_by_chat_is_its_senders() {
    let mut play = Play::in_review(Track::Light);
    let chat = |letter| part(Part::SendByChat { letter, on: day("2026-11-02") });
    play.must(OWNER, letter(None, Kind::Reminder, "Invoice NK-1 was due on 1 October 2026. Please tell us its date."));
    assert!(play.act("sara", chat(1)).is_err(), "whoever works on it sends it");
    play.must(OWNER, chat(1));
    let sent = play.entries.last().map(|entry| (entry.actor.clone(), entry.event.clone()));
    let Some((by, Event::Parting(crate::case::parting::Event::LetterHandedOver { by_chat: true, .. }))) = &sent else {
        panic!("{sent:?}")
    };
    assert_eq!(by.as_deref(), Some(OWNER));
    assert_eq!(play.act(OWNER, chat(1)), Err(Refusal::Done));
    // A period or a right depends on how the others are served.
    play.must(OWNER, letter(None, Kind::Suspension, "New design work is suspended from 17 November 2026."));
    let not_here = Err(Refusal::Invalid { field: Field::Choice, why: Why::NotAllowedHere });
    assert_eq!(play.act(OWNER, chat(2)), not_here);
}

#[test]
fn whoever_stood_aside_does_not_judge_the_dossier() {
    let mut play = Play::ready();
    let stood_aside = Stamped {
        seq: play.entries.len() as u32 + 1,
        at: text("2026-11-02T09:00:00Z"),
        actor: Some(text("nasser")),
        event: Event::Recused { said: None },
    };
    play.entries.push(stood_aside);
    let read = || part(Part::ReviewDossier { text: text("it holds") });
    let not_here = Err(Refusal::Invalid { field: Field::Member, why: Why::NotAllowedHere });
    assert_eq!(play.act("nasser", read()), not_here);
    assert_eq!(play.act(OWNER, read()), Err(Refusal::SamePerson));
}

#[test]
fn a_mark_that_stops_a_letter_is_another_persons_to_lift() {
    let mut play = Play::ready();
    play.must(OWNER, letter(Some(1), Kind::Notice, "You deliberately withheld our fees."));
    let lift = || part(Part::OverrideLetter { letter: 1, text: text("they said so themselves") });
    assert_eq!(play.act(OWNER, lift()), Err(Refusal::SamePerson));
    play.must("nasser", lift());
    assert_eq!(play.act("nasser", lift()), Err(Refusal::Done));
    play.must("nasser", approve(Approved::Second));
    play.must(OWNER, letter(Some(1), Kind::Notice, "You deliberately withheld our fees again."));
    assert!(!play.case().parting.letters[0].passes(), "it was lifted from another text");
}

#[test]
fn a_notice_of_default_goes_by_a_way_that_its_contract_names() {
    use crate::separation::contract::{Confirmed, Standing, Statement, TermName, TermValue};
    let value = TermValue { methods: vec![Method::Courier, Method::Email], ..TermValue::default() };
    let statement = Statement { standing: Standing::Confirmed, value: value.clone(), quote: text(""), version: 1 };
    let confirmed = || Confirmed([(TermName::NoticeMethod, statement.clone())].into());
    let mut play = Play::ready();
    play.must(OWNER, choose(Basis::Breach));
    play.must(OWNER, reviewed_by(vec![Basis::Breach], Method::Courier));
    play.must(OWNER, default_notice());
    let (on, cure_until) = (day("2026-11-02"), day("2026-11-16"));
    let serve = |method, proof: Option<&str>| {
        let act = Part::ServeDefault { on, cure_until, method, proof: proof.map(text), text: text("NK-1 is open") };
        part(Part::UnderTerms { confirmed: confirmed(), act: Box::new(act) })
    };
    let departs = Err(Refusal::Departs(vec![(TermName::NoticeMethod, value)]));
    assert_eq!(play.act(OWNER, serve(Method::Hand, None)), departs, "by hand it may never have begun to run");
    assert_eq!(
        items(play.act(OWNER, serve(Method::Email, None))),
        [Item::NoticeForm],
        "its review names the courier alone"
    );
    let unkept = Err(Refusal::Invalid { field: Field::Choice, why: Why::Unknown });
    assert_eq!(play.act(OWNER, serve(Method::Courier, Some("0a1b"))), unkept, "a courier leaves a paper");
    play.must(OWNER, keep("0a1b"));
    let mail = Part::OrderMail { letter: 2, to: text("a@b.example"), message: text("<m@b>"), own: None };
    assert_eq!(items(play.act(OWNER, part(mail))), [Item::NoticeForm], "nor does the mail server send it");
    play.must(OWNER, serve(Method::Courier, Some("0a1b")));
    assert!(play.case().parting.breach.notice.is_some());
}
