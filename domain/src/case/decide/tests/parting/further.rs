//! Several contracts of one client: each has its own days, letter, way and receipt, or goes on.

use super::*;
use crate::case::learning::forecast::{Comparison, Fact};
use crate::case::learning::measures::Told;
use crate::case::parting::further::{Act as Further, Event as FurtherEvent};
use crate::case::parting::{Event as Parted, Parting, Receipt};

pub(super) fn further(act: Further) -> Act {
    part(Part::Further(act))
}

pub(super) fn computed() -> Act {
    let input = INPUT.replace("\"length\":30", "\"length\":60");
    further(Further::ComputeFurther { contract: text("C-18"), input, own: vec![] })
}

pub(super) fn drafted(said: &str) -> Act {
    let (language, context) = (Language::English, Context::default());
    further(Further::DraftFurther { contract: text("C-18"), language, text: text(said), context })
}

/// The notice of the second contract: sixty days from Monday the ninth.
pub(super) fn of_second() -> String {
    let said = notice().replace("C-17", "C-18").replace("Wednesday 9 December 2026", "Friday 8 January 2027");
    said.replace("9 December 2026", "8 January 2027")
}

pub(super) fn agree() -> Act {
    further(Further::ApproveFurther { contract: text("C-18") })
}

pub(super) fn send() -> Act {
    let (contract, sent_at, tracking) = (text("C-18"), text("2026-11-08T11:30"), Some(text("m-2@firm")));
    further(Further::DispatchFurther { contract, sent_at, tracking, proof: None, own: None })
}

/// The client ends a contract by e-mail.
pub(super) fn they_end(contract: &str, sent_at: &str, days: &str) -> Act {
    let input = INPUT.replace("2026-11-08T10:00", sent_at).replace("\"length\":30", days);
    let (contract, text) = (Some(text(contract)), text("they end it"));
    part(Part::RecordClientNotice { contract, input, own: vec![], accepted: false, text })
}

impl Play {
    /// The notice of the second contract is agreed to.
    pub(super) fn with_both_ready() -> Play {
        let mut play = Play::with_two_contracts();
        play.must(OWNER, computed());
        play.must(OWNER, drafted(&of_second()));
        play.must("nasser", agree());
        play
    }

    /// The first notice goes out on Sunday the eighth, after a talk.
    pub(super) fn send_first(&mut self) {
        self.must(OWNER, enter(Stage::Notice));
        self.must(OWNER, Act::RecordTalk { on: self.today, text: text("we met") });
        let (sent_at, tracking) = (text("2026-11-08T11:30"), Some(text("m-1@firm")));
        self.must(OWNER, part(Part::Dispatch { sent_at, tracking, proof: None, own: None }));
    }

    /// Both notices go out on Sunday the eighth.
    pub(super) fn send_both(&mut self) {
        self.send_first();
        self.must(OWNER, send());
    }

    pub(super) fn with_two_contracts() -> Play {
        let mut play = Play::ready();
        play.must(OWNER, Act::LocateContracts { contracts: vec![text("C-17"), text("C-18")] });
        play.today = day("2026-11-08");
        play
    }
}

#[test]
fn each_contract_has_a_notice_of_its_own_and_is_served_by_itself() {
    let mut play = Play::with_two_contracts();
    assert_eq!(items(play.act(OWNER, enter(Stage::Notice))), [Item::FurtherContracts]);
    assert_eq!(play.case().unready_contracts(), ["C-18"]);
    play.must(OWNER, computed());
    play.must(OWNER, drafted(notice()));
    assert_eq!(play.case().parting.approvals.len(), 1, "the letter of the first contract is agreed to still");
    assert!(
        matches!(play.act("nasser", agree()), Err(Refusal::Contradicts(_))),
        "it names the first contract and its day"
    );
    play.must(OWNER, drafted(&of_second()));
    assert_eq!(play.act(OWNER, agree()), Err(Refusal::SamePerson));
    play.must("nasser", agree());
    play.must(OWNER, enter(Stage::Notice));
    play.must(OWNER, Act::RecordTalk { on: play.today, text: text("we met") });
    let (tracking, proof, own) = (Some(text("m-1@firm")), None, None);
    let sent_at = text("2026-11-08T11:30");
    let first = Part::Dispatch { sent_at: sent_at.clone(), tracking: tracking.clone(), proof: None, own: None };
    play.must(OWNER, part(first));
    let contract = text("C-18");
    play.must(OWNER, further(Further::DispatchFurther { contract, sent_at, tracking, proof, own }));
    play.today = day("2026-11-09");
    play.must(OWNER, received(Arrival::Deemed));
    assert_eq!(items(play.act(OWNER, enter(Stage::Transition))), [Item::FurtherContracts]);
    let (contract, arrival) = (text("C-18"), Arrival::Deemed);
    play.must(OWNER, further(Further::ReceiveFurther { contract, arrival, received_at: None, proof: None }));
    play.must(OWNER, enter(Stage::Transition));
    let case = play.case();
    let second = case.parting.further("C-18").and_then(|own| own.effective_on);
    assert_eq!((case.parting.effective_on, second), (Some(day("2026-12-09")), Some(day("2027-01-08"))));
    play.today = day("2026-12-09");
    play.must(OWNER, instruct());
    let lacking = items(play.act(OWNER, enter(Stage::Settlement)));
    assert!(lacking.contains(&Item::EffectiveReached), "the second goes on until January: {lacking:?}");
}

#[test]
fn a_contract_found_after_the_notice_is_read_and_ended_by_a_notice_of_its_own() {
    let mut play = Play::dispatched();
    play.today = day("2026-11-09");
    play.must(OWNER, received(Arrival::Deemed));
    play.must(OWNER, enter(Stage::Transition));
    let right = |length| Right {
        bases: vec![Basis::Notice],
        length: Some(length),
        unit: Some(NoticeUnit::Day),
        methods: vec![Method::Email],
    };
    let read = |contract: &str, length| {
        part(Part::ReviewContract { contract: text(contract), right: right(length), text: text("60 days") })
    };
    assert!(play.act(OWNER, read("C-18", 60)).is_err(), "nobody knows of it");
    play.must(OWNER, Act::LocateContracts { contracts: vec![text("C-17"), text("C-18")] });
    let lacking = items(play.act(OWNER, enter(Stage::Settlement)));
    assert_eq!(lacking.last_chunk(), Some(&[Item::FurtherContracts, Item::EffectiveReached]), "what can be done first");
    assert!(play.act(OWNER, read("C-17", 30)).is_err(), "its notice went out by what was read");
    play.must(OWNER, read("C-18", 60));
    play.must(OWNER, computed());
    let is_computed = |play: &Play| play.case().parting.further("C-18").is_some_and(|own| own.computed.is_some());
    play.must(OWNER, read("C-18", 60));
    assert!(is_computed(&play), "it says what it said");
    play.must(OWNER, read("C-18", 90));
    assert!(!is_computed(&play), "its days are another's");
    play.must(OWNER, computed());
    play.must(OWNER, drafted(&of_second()));
    play.must("nasser", agree());
    play.today = day("2026-11-10");
    let said = part(Part::ReviewContract {
        contract: text("C-18"),
        right: Right { bases: vec![], ..right(60) },
        text: text(""),
    });
    play.must(OWNER, said);
    play.must(OWNER, computed());
    play.must("nasser", agree());
    assert!(items(play.act(OWNER, send())).contains(&Item::CounselForBasis), "it gives no such right");
}

#[test]
fn what_is_learned_of_days_is_learned_of_every_contract() {
    let mut play = Play::with_both_ready();
    play.send_both();
    play.today = day("2026-11-10");
    play.must(OWNER, received(Arrival::Deemed));
    // The carrier brought the second a day later than it was computed for.
    let receipt = Receipt { arrival: Arrival::Confirmed, on: day("2026-11-10"), proof: None };
    let (contract, effective_on) = (text("C-18"), day("2027-01-09"));
    let came = FurtherEvent::FurtherNoticeReceived { contract, receipt, effective_on };
    readiness::note(&mut play, Event::Parting(Parted::Further(came)));
    let case = play.case();
    let comparison = Comparison::of(&case, &Fact::default());
    assert_eq!(comparison.last_day, Some((day("2026-12-09"), day("2026-12-09"))));
    let [second] = comparison.further.as_slice() else { panic!("the notice of C-18: {comparison:?}") };
    assert_eq!(second.last_day, (day("2027-01-08"), day("2027-01-09")));
    assert_eq!(second.receipt, (day("2026-11-09"), day("2026-11-10")));
    let told = Told::of(&case, None, play.today);
    assert_eq!((told.slipped, told.notice_on), (Some(true), Some(day("2026-11-08"))));
}

#[test]
fn others_hear_of_it_once_the_client_knows_of_every_end() {
    let mut play = Play::with_both_ready();
    let input = INPUT.replace("2026-11-08", "2026-11-15").replace("\"length\":30", "\"length\":60");
    play.must(OWNER, further(Further::ComputeFurther { contract: text("C-18"), input, own: vec![] }));
    let told = |parting: &Parting| (parting.told_on(), parting.told_all_on());
    assert_eq!(told(&play.case().parting), (Some(day("2026-11-08")), Some(day("2026-11-15"))));
    let gaps = |play: &Play| play.case().parting.impact_gaps().len();
    play.must(OWNER, impact::note(None, Some("nasser"), Some("2026-11-09"), impact::SENTENCE));
    assert_eq!(gaps(&play), 1, "of the second contract the client knows on the fifteenth");
    play.must(OWNER, impact::note(Some(1), Some("nasser"), Some("2026-11-15"), impact::SENTENCE));
    assert_eq!(gaps(&play), 0);
}

#[test]
fn a_contract_that_is_not_ended_goes_on_with_a_reason() {
    let mut play = Play::with_two_contracts();
    let go_on = |contract: &str, why: &str| further(Further::LetGoOn { contract: text(contract), text: text(why) });
    assert!(play.act(OWNER, go_on("C-18", "")).is_err());
    assert!(play.act(OWNER, go_on("C-17", "it is the first")).is_err(), "the first is the one that ends");
    play.must(OWNER, go_on("C-18", "hosting stays with us"));
    play.must(OWNER, enter(Stage::Notice));
}

#[test]
fn a_notice_that_never_went_out_keeps_no_end_open() {
    let mut play = Play::with_two_contracts();
    play.must(OWNER, computed());
    // The decision is weighed again, and both agree: the second notice stays a draft.
    play.must(OWNER, choose(Basis::Agreement));
    play.must(OWNER, letter(None, Kind::Agreement, "Both parties end contract C-17 on 8 November 2026."));
    play.must("nasser", approve(Approved::Second));
    play.must(OWNER, enter(Stage::Notice));
    let (on, effective_on) = (play.today, play.today);
    play.must(OWNER, keep("0a1b"));
    play.must(OWNER, part(Part::SignAgreement { on, effective_on, proof: text("0a1b") }));
    assert!(play.case().parting.further("C-18").is_some_and(|own| own.effective_on.is_none()));
    assert!(play.case().further_have_ended(play.today));
}

#[test]
fn a_notice_of_the_client_ends_the_contract_that_it_names_and_no_other() {
    let mut play = Play::with_two_contracts();
    play.must(OWNER, they_end("C-18", "2026-11-08T10:00", "\"length\":60"));
    let case = play.case();
    assert_eq!((case.parting.governs(), case.parting.effective_on), (None, None), "ours is of C-17");
    assert_eq!(case.unready_contracts(), Vec::<&str>::new(), "nobody ends it twice");
    play.send_first();
    play.today = day("2026-11-09");
    play.must(OWNER, received(Arrival::Deemed));
    play.must(OWNER, enter(Stage::Transition));
    let case = play.case();
    assert_eq!(case.parting.effective_on, Some(day("2026-12-09")));
    let ended = ["2026-12-09", "2027-01-08"].map(|on| case.further_have_ended(day(on)));
    assert_eq!(ended, [false, true], "theirs ends in January");
}

#[test]
fn where_the_client_ended_one_contract_ours_of_the_other_goes_out_with_counsels_leave() {
    let mut play = Play::with_both_ready();
    play.must(OWNER, Act::GiveRole { role: Role::Counsel, member: text("huda") });
    play.must(OWNER, they_end("C-17", "2026-11-05T10:00", "\"length\":30"));
    assert_eq!(play.case().parting.effective_on, Some(day("2026-12-08")));
    play.must(OWNER, enter(Stage::Notice));
    let word = |wait| Act::Advise { ground: None, talk_not_needed: false, wait, text: text("as I see it") };
    play.must("huda", word(true));
    assert_eq!(items(play.act(OWNER, send())), [Item::CounselWaits]);
    play.must("huda", word(false));
    play.must(OWNER, send());
    let mut play = Play::with_both_ready();
    play.must(OWNER, they_end("C-18", "2026-11-05T10:00", "\"length\":30"));
    play.must(OWNER, enter(Stage::Notice));
    play.must(OWNER, Act::RecordTalk { on: play.today, text: text("we met") });
    assert_eq!(play.act(OWNER, send()), Err(Refusal::NotNow { stage: Stage::Notice }), "they ended this one");
}

#[test]
fn a_further_notice_goes_out_by_the_way_that_its_contract_names() {
    let mut play = Play::with_both_ready();
    let right = Right { bases: vec![Basis::Notice], length: None, unit: None, methods: vec![Method::Courier] };
    let (contract, clause) = (text("C-18"), text("Notice is given by courier."));
    play.must(OWNER, part(Part::ReviewContract { contract, right, text: clause }));
    let lacking = items(play.act(OWNER, enter(Stage::Notice)));
    assert_eq!(lacking, [Item::FurtherContracts], "its days are another's, and agreed to anew");
    assert_eq!(items(play.act(OWNER, computed())), [Item::NoticeForm]);
}

#[test]
fn what_was_agreed_to_of_a_further_contract_falls_with_the_decision_and_what_went_out_stands() {
    let reopen = || Act::Reopen { text: text("they paid") };
    for change in [reopen(), choose(Basis::Expiry)] {
        let mut play = Play::with_both_ready();
        assert!(play.case().parting.further("C-18").is_some_and(|own| own.approved_by.is_some()));
        play.must(OWNER, change);
        assert!(play.case().parting.further("C-18").is_some_and(|own| own.approved_by.is_none()));
    }
    let mut play = Play::with_both_ready();
    play.must(OWNER, enter(Stage::Notice));
    play.must(OWNER, Act::RecordTalk { on: play.today, text: text("we met") });
    play.must(OWNER, send());
    assert_eq!(play.act(OWNER, reopen()), Err(Refusal::NotNow { stage: Stage::Notice }), "the client has one of them");
}

#[test]
fn the_client_reads_the_last_day_of_all_that_ends_and_confirms_each_notice() {
    use crate::case::parting::offers::{Act as Offer, Course, ServiceSaid};
    use crate::separation::portal::{ClientPage, Standing};
    let mut play = Play::with_both_ready();
    play.send_both();
    let told = |course, service: &str| {
        let said = ServiceSaid { service: text(service), returns: None };
        part(Part::Offer(Offer::TellService { course, said }))
    };
    play.must(OWNER, told(Course::ToTheEnd, "Hosting"));
    play.must(OWNER, told(Course::Until(day("2026-12-20")), "New design work"));
    assert!(play.act(OWNER, told(Course::Until(day("2027-01-09")), "Support")).is_err(), "all has ended by then");
    let page = |play: &Play| ClientPage::of(&play.case()).expect("served");
    let last = Some(day("2027-01-08"));
    let stands = Standing::Until(last);
    assert!(page(&play).services.iter().any(|one| one.service == "Hosting" && one.standing == stands));
    assert_eq!(page(&play).kept_from.map(|from| from.dates.ended_on), last);
    for (letter, said) in [(1, notice().to_owned()), (2, of_second())] {
        assert_eq!(page(&play).asks_receipt().map(|asked| asked.id), Some(letter));
        play.must("client", client_page::acknowledge(letter, &said, "Huda"));
    }
    assert_eq!(page(&play).asks_receipt(), None);
    play.today = day("2026-11-09");
    play.must(OWNER, received(Arrival::Deemed));
    assert_eq!((page(&play).ends_on, page(&play).is_fixed), (last, false), "the second is not received yet");
    let (contract, arrival) = (text("C-18"), Arrival::Deemed);
    play.must(OWNER, further(Further::ReceiveFurther { contract, arrival, received_at: None, proof: None }));
    assert_eq!((page(&play).ends_on, page(&play).is_fixed), (last, true));
}

#[test]
fn a_notice_is_held_against_its_own_contract_and_an_answer_against_all() {
    use crate::separation::letter::Differs;
    let mut play = Play::with_both_ready();
    let found = |said: &str| {
        let case = play.case();
        let letter = case.parting.letter_of_further("C-18").expect("a letter");
        let found = case.contradictions_of(letter, said, &[]).into_iter();
        found.map(|one| (one.differs, one.said)).collect::<Vec<_>>()
    };
    assert_eq!(found(&of_second()), []);
    let unnamed = of_second().replace("C-18", "C-17");
    assert_eq!(found(&unnamed), [(Differs::NotNamed, text("C-18"))]);
    let answer = |day: &str| {
        let (question, answer) = (text("Until when?"), format!("The last day is {day}."));
        part(Part::PrepareQuestion { question, answer, context: Context::default() })
    };
    play.must(OWNER, answer("9 December 2026"));
    play.must(OWNER, answer("8 January 2027"));
    assert!(matches!(play.act(OWNER, answer("31 December 2026")), Err(Refusal::Contradicts(_))));
}
