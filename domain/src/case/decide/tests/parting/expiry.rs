//! A term that is left to run out ends with the term, and a notice that comes too late with the next one; the letter names
//! the contract that ends.

use super::further::further;
use super::*;
use crate::case::parting::Computed;
use crate::case::parting::further::Act as Further;
use crate::separation::letter::Differs;
use crate::separation::portal::ClientPage;

const RENEWAL: &str = r#","renews_for":{"length":1,"unit":"year"}"#;

/// A year until 31 December 2026, thirty days against its renewal: by e-mail within Riyadh it is received by Tuesday 1
/// December, so sent by Monday 30 November. The day is that of the sending.
fn term(sent_on: &str) -> String {
    let window = r#""term_ends_on":"2026-12-31","not_less_than_before_end":30"#;
    let input = INPUT.replace("2026-11-08", sent_on);
    input.replace("\"unit\":\"day\"}", &format!("\"unit\":\"day\",{window}{RENEWAL}}}"))
}

/// The letter, with the last day that it names.
fn until(weekday: &str, day: &str) -> String {
    let said = notice().replace("Wednesday 9 December 2026", &format!("{weekday} {day}"));
    said.replace("9 December 2026", day)
}

fn sent(at: &str) -> Act {
    part(Part::Dispatch { sent_at: text(at), tracking: Some(text("m-1@firm")), proof: None, own: None })
}

/// The letter that the term is not renewed is agreed to, and the client was talked to.
fn announced(input: &str, today: &str) -> Play {
    let mut play = Play::preparing();
    play.must(OWNER, choose(Basis::Expiry));
    play.must(OWNER, reviewed(vec![Basis::Expiry]));
    play.must(OWNER, compute(input));
    play.must(OWNER, Act::LocateContracts { contracts: vec![text("C-17")] });
    play.must(OWNER, Act::GiveRole { role: Role::Finance, member: text("nasser") });
    play.must(OWNER, letter(None, Kind::NonRenewal, &until("Thursday", "31 December 2026")));
    play.must("nasser", approve(Approved::Second));
    play.must(OWNER, enter(Stage::Notice));
    play.today = day(today);
    play.must(OWNER, Act::RecordTalk { on: play.today, text: text("we met") });
    play
}

fn too_late() -> Result<(), Refusal> {
    Err(Refusal::Invalid { field: Field::Day, why: Why::TooLate })
}

#[test]
fn what_is_sent_by_the_last_day_ends_with_the_term() {
    let mut play = announced(&term("2026-11-08"), "2026-11-30");
    let ends = Some(day("2026-12-31"));
    assert_eq!(play.case().parting.ends_on(), ends);
    play.must(OWNER, sent("2026-11-30T11:30"));
    play.today = day("2026-12-01");
    play.must(OWNER, received(Arrival::Deemed));
    let case = play.case();
    assert_eq!((case.parting.effective_on, case.parting.given().map(|given| given.effective_on)), (ends, ends));
    assert_eq!(ClientPage::of(&case).and_then(|page| page.ends_on), ends, "the client reads the same day");
    assert_eq!(case.objections(case.parting.main_letter().expect("the letter")), [], "and so does the letter say");
}

#[test]
fn what_is_sent_a_day_later_ends_the_next_term_and_is_written_anew() {
    let mut play = announced(&term("2026-11-08"), "2026-12-01");
    assert_eq!(play.act(OWNER, sent("2026-12-01T11:30")), too_late());
    let order = Part::OrderMail { letter: 1, to: text("a@b.example"), message: text("<m@b>"), own: None };
    play.must(OWNER, compute(&term("2026-12-01")));
    let ends = Some(day("2027-12-31"));
    let computed = play.case().parting.computed.clone().expect("it is computed");
    assert_eq!((Some(computed.effective_on), computed.missed_term()), (ends, Some(day("2026-12-31"))));
    assert!(play.act(OWNER, sent("2026-12-01T11:30")).is_err(), "the letter names the term before");
    assert!(play.act(OWNER, part(order)).is_err());
    play.must(OWNER, letter(Some(1), Kind::NonRenewal, &until("Friday", "31 December 2027")));
    play.must("nasser", approve(Approved::Second));
    play.must(OWNER, sent("2026-12-01T11:30"));
    play.today = day("2026-12-02");
    play.must(OWNER, received(Arrival::Deemed));
    assert_eq!(play.case().parting.effective_on, ends);
}

#[test]
fn where_the_next_term_is_not_known_a_late_notice_is_refused() {
    let open = |sent_on: &str| term(sent_on).replace(RENEWAL, "");
    let mut play = announced(&open("2026-11-08"), "2026-12-01");
    assert_eq!(play.act(OWNER, sent("2026-12-01T11:30")), too_late());
    let order = Part::OrderMail { letter: 1, to: text("a@b.example"), message: text("<m@b>"), own: None };
    assert_eq!(play.act(OWNER, part(order)), too_late(), "by mail, too");
    assert_eq!(play.act(OWNER, compute(&open("2026-12-01"))), too_late());
}

/// The mail server put it off over midnight: it does not go out, and where it did all the same, that can be written down.
#[test]
fn what_the_mail_server_takes_too_late_is_kept_back_and_can_be_recorded() {
    let open = term("2026-11-08").replace(RENEWAL, "");
    let mut play = announced(&open, "2026-11-30");
    let message = text("<m@b>");
    let order = Part::OrderMail { letter: 1, to: text("a@b.example"), message: message.clone(), own: None };
    play.must(OWNER, part(order));
    let in_time = |play: &Play, at: &str| play.case().is_in_time(&message, at);
    assert!(in_time(&play, "2026-11-30T20:00:00Z") && !in_time(&play, "2026-12-01T09:00:00Z"));
    play.today = day("2026-12-01");
    play.must(OWNER, sent("2026-12-01T11:30"));
    assert_eq!(play.case().parting.given().map(|given| given.effective_on), Some(day("2026-12-31")));
}

#[test]
fn the_computation_is_that_of_the_right() {
    let mut play = Play::preparing();
    play.must(OWNER, compute(&term("2026-11-08")));
    let ends = |play: &Play| play.case().parting.computed.map(|computed: Computed| computed.effective_on);
    assert_eq!(ends(&play), Some(day("2026-12-09")), "no right is chosen yet");
    play.must(OWNER, choose(Basis::Expiry));
    assert!(items(play.act(OWNER, enter(Stage::Notice))).contains(&Item::NoticeComputation));
    let no_term = Refusal::Invalid { field: Field::Choice, why: Why::NotAllowedHere };
    assert_eq!(play.act(OWNER, compute(INPUT)), Err(no_term), "without the end of the term there is none");
    play.must(OWNER, compute(&term("2026-11-08")));
    assert_eq!(ends(&play), Some(day("2026-12-31")));
    assert!(!items(play.act(OWNER, enter(Stage::Notice))).contains(&Item::NoticeComputation));
    play.must(OWNER, choose(Basis::Notice));
    assert!(items(play.act(OWNER, enter(Stage::Notice))).contains(&Item::NoticeComputation));
}

#[test]
fn the_first_letter_names_its_own_contract_and_none_that_goes_on() {
    let mut play = Play::with_two_contracts();
    play.must(OWNER, further(Further::LetGoOn { contract: text("C-18"), text: text("hosting stays with us") }));
    let objected = |play: &Play| {
        let case = play.case();
        let found = case.objections(case.parting.main_letter().expect("the letter"));
        found.into_iter().map(|one| (one.differs, one.said)).collect::<Vec<_>>()
    };
    assert_eq!(objected(&play), []);
    play.must(OWNER, letter(Some(1), Kind::Notice, &notice().replace("C-17", "C-18")));
    assert_eq!(objected(&play), [(Differs::NotNamed, text("C-17")), (Differs::GoesOn, text("C-18"))]);
    assert!(play.act("nasser", approve(Approved::Second)).is_err());
    play.must(OWNER, letter(Some(1), Kind::Notice, &notice().replace("C-17", "C-170")));
    assert!(objected(&play).contains(&(Differs::NotNamed, text("C-17"))), "another name that begins like it");
}
