//! The client gives notice: first, or across ours.

use super::*;
use crate::case::parting::crossed::Governs;

/// A notice of the client by e-mail, thirty days from the next business day.
fn theirs(sent_at: &str, method: &str, accepted: bool) -> Act {
    let input = INPUT.replace("2026-11-08T10:00", sent_at).replace("email", method);
    let (contract, text) = (Some(text("C-17")), text("they end it"));
    part(Part::RecordClientNotice { contract, input, own: vec![], accepted, text })
}

fn governs(play: &Play) -> (Option<Governs>, Option<Day>) {
    let parting = play.case().parting;
    (parting.governs(), parting.effective_on)
}

#[test]
fn a_client_who_gives_notice_first_ends_it_without_a_decision_of_ours() {
    let mut play = Play::in_review(Track::Light);
    assert!(play.act(OWNER, theirs("2026-11-03T10:00", "email", false)).is_err(), "it has not been sent yet");
    // Sent on Sunday 1 November, received on Monday the second; thirty days later it ends.
    play.must(OWNER, theirs("2026-11-01T10:00", "email", false));
    assert_eq!(play.stage(), Stage::PreparingExit);
    assert_eq!(governs(&play), (Some(Governs::Theirs), Some(day("2026-12-02"))));
    assert_eq!(play.act(OWNER, theirs("2026-11-01T11:00", "email", false)), Err(Refusal::Done));
    let reopen = play.act(OWNER, Act::Reopen { text: text("x") });
    assert_eq!(reopen, Err(Refusal::NotNow { stage: Stage::PreparingExit }), "nobody takes their notice back for them");
    play.must(OWNER, enter(Stage::Notice));
    let sent = Part::Dispatch { sent_at: text("2026-11-02T11:30"), tracking: None, proof: None, own: None };
    assert_eq!(play.act(OWNER, part(sent)), Err(Refusal::NotNow { stage: Stage::Notice }), "the day is set");
    play.must(OWNER, enter(Stage::Transition));
    let given = play.case().parting.given().expect("the days of the end");
    assert_eq!((given.received_on, given.effective_on), (day("2026-11-02"), day("2026-12-02")));
    play.must(OWNER, instruct_on("2026-11-02"));
    nothing_held().into_iter().for_each(|act| play.must(OWNER, act));
    assert_eq!(items(play.act(OWNER, enter(Stage::Settlement))), [Item::EffectiveReached]);
}

#[test]
fn of_two_notices_the_one_received_first_governs() {
    // Ours went out on Sunday the eighth and counts from Monday; theirs of Thursday the fifth from Sunday.
    let mut play = Play::dispatched();
    play.must(OWNER, theirs("2026-11-05T10:00", "email", false));
    assert_eq!(governs(&play), (Some(Governs::Theirs), Some(day("2026-12-08"))));
    assert!(play.case().parting.dispatched().is_some(), "both are kept");
    play.today = day("2026-11-09");
    play.must(OWNER, received(Arrival::Deemed));
    assert_eq!(governs(&play).1, Some(day("2026-12-08")), "the receipt of ours moves nothing");
    play.must(OWNER, enter(Stage::Transition));
    // Received on one day, and ending on one day, ours stands.
    let mut play = Play::dispatched();
    play.must(OWNER, theirs("2026-11-08T12:00", "email", false));
    assert_eq!(governs(&play), (Some(Governs::Ours), None));
    play.today = day("2026-11-09");
    play.must(OWNER, received(Arrival::Deemed));
    assert_eq!(governs(&play), (Some(Governs::Ours), Some(day("2026-12-09"))));
}

#[test]
fn theirs_governs_once_ours_comes_back() {
    let mut play = Play::dispatched();
    play.must(OWNER, theirs("2026-11-08T12:00", "email", false));
    let back = Part::RecordFailure { failure: Failure::WrongAddress, on: play.today, text: text("no such address") };
    play.must(OWNER, part(back));
    assert_eq!(governs(&play), (Some(Governs::Theirs), Some(day("2026-12-09"))));
}

#[test]
fn a_notice_in_another_form_counts_only_where_it_is_taken() {
    let mut play = Play::dispatched();
    play.must(OWNER, theirs("2026-11-05T10:00", "courier", false));
    assert_eq!(governs(&play), (Some(Governs::Ours), None), "the contract asks for e-mail");
    assert!(play.case().parting.client_notices.iter().any(|notice| !notice.counts), "it is kept");
    play.must(OWNER, theirs("2026-11-05T12:00", "email", false));
    assert_eq!(governs(&play), (Some(Governs::Theirs), Some(day("2026-12-08"))), "they sent it again as they should");
    let mut play = Play::dispatched();
    play.must(OWNER, theirs("2026-11-05T10:00", "courier", true));
    assert_eq!(governs(&play), (Some(Governs::Theirs), Some(day("2026-12-08"))));
}

#[test]
fn what_did_not_count_shuts_no_door() {
    let mut play = Play::ready();
    play.today = day("2026-11-08");
    play.must(OWNER, theirs("2026-11-05T10:00", "courier", false));
    assert!(!play.case().parting.is_served());
    play.must(OWNER, Act::Reopen { text: text("they may mean it otherwise") });
}

#[test]
fn an_old_journal_without_a_computation_reads_on() {
    let old = r#"{"ClientGaveNotice":{"on":"2026-11-05","effective_on":"2026-12-05"}}"#;
    let event: crate::case::parting::Event = serde_json::from_str(old).expect("it reads");
    let mut parting = crate::case::parting::Parting::default();
    parting.apply(&event, "", ("", day("2026-11-01")));
    assert!(parting.client_notices.iter().any(|notice| notice.counts && notice.computed.is_none()));
}

#[test]
fn no_notice_puts_off_the_day_to_which_both_brought_the_end_forward() {
    use crate::case::parting::further::Act as Further;
    let forward =
        |on: &str| part(Part::EndEarlier { on: day(on), effective_on: day("2026-11-20"), proof: text("0a1b") });
    let mut play = transition();
    [keep("0a1b"), forward("2026-11-09")].into_iter().for_each(|act| play.must(OWNER, act));
    play.must(OWNER, theirs("2026-11-05T10:00", "email", false));
    assert_eq!(governs(&play), (Some(Governs::Theirs), Some(day("2026-11-20"))));
    // Theirs alone, of another contract than the one that was computed of ours since.
    let mut play = Play::with_two_contracts();
    play.must(OWNER, theirs("2026-11-05T10:00", "email", false));
    play.must(OWNER, part(Part::Further(Further::LetGoOn { contract: text("C-18"), text: text("hosting stays") })));
    play.must(OWNER, part(Part::ComputeNotice { contract: Some(text("C-18")), input: text(INPUT), own: vec![] }));
    [enter(Stage::Notice), enter(Stage::Transition)].into_iter().for_each(|act| play.must(OWNER, act));
    [keep("0a1b"), forward("2026-11-08")].into_iter().for_each(|act| play.must(OWNER, act));
    assert_eq!(governs(&play), (Some(Governs::Theirs), Some(day("2026-11-20"))));
}
