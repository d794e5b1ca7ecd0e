//! From a decision to end to a closed file.

mod agreed;
mod calendar;
mod called_to_mind;
mod clearance;
mod client_page;
mod counsel;
mod crossed;
mod expiry;
mod further;
mod impact;
mod letters;
mod mailing;
mod proving;
mod readiness;
mod services;
mod settling;
mod several;
mod staying;
mod suspension;
mod works;

use super::duties::{drives, transition};
use super::*;
pub use crate::case::parting::Act as Part;
pub use crate::case::parting::duties::{Act as Duty, Inventory};
use crate::case::parting::settling::{Closure, Disposal, Ending, Fate, Settlement};
use crate::case::parting::{Approved, Arrival, Basis, Failure, Instruction, Right};
use crate::record::NoticeUnit;
use crate::separation::letter::Kind;
use crate::separation::notice::Method;
use crate::separation::obligation::Wrong;
use crate::separation::tone::{Context, Language};
pub use proving::keep;
pub use settling::{account, freeze};
use std::sync::LazyLock;

const NOTICE: &str = include_str!("../../../separation/tone/cases/notice.txt");

/// Thirty days from receipt; sent by e-mail on Sunday 8 November 2026 from Riyadh to Riyadh.
const INPUT: &str = r#"{"sent_at":"2026-11-08T10:00","from":"SA","to":"SA","method":"email","pack_holidays":true,
    "deemed":{"rule":"next_business_day"},"length":30,"unit":"day"}"#;

pub fn part(act: Part) -> Act {
    Act::Parting(act)
}

pub fn text(text: &str) -> String {
    text.to_owned()
}

pub fn letter(letter: Option<u32>, kind: Kind, said: &str) -> Act {
    let (language, context) = (Language::English, Context::default());
    part(Part::DraftLetter { rung: None, letter, kind, language, text: text(said), context })
}

/// The notice of the lists of the tone check, with the day on which the services of this case end.
static DRAFTED: LazyLock<String> = LazyLock::new(|| {
    let text = NOTICE.split("\n----\n").nth(1).unwrap_or_default();
    let text = text.replace("Thursday 30 July 2026 (16 Safar 1448)", "Wednesday 9 December 2026");
    text.replace("30 July 2026", "9 December 2026")
});

fn notice() -> &'static str {
    &DRAFTED
}

fn compute(input: &str) -> Act {
    part(Part::ComputeNotice { contract: Some(text("C-17")), input: text(input), own: vec![] })
}

fn choose(basis: Basis) -> Act {
    part(Part::ChooseBasis { basis, text: text("clause 12") })
}

fn reviewed(bases: Vec<Basis>) -> Act {
    reviewed_by(bases, Method::Email)
}

/// The contract was read: which rights it gives, and by which way a notice is given.
fn reviewed_by(bases: Vec<Basis>, method: Method) -> Act {
    let right = Right { bases, length: Some(30), unit: Some(NoticeUnit::Day), methods: vec![method] };
    part(Part::ReviewContract { contract: text("C-17"), right, text: text("Either party may end it on 30 days.") })
}

fn approve(approval: Approved) -> Act {
    part(Part::ApproveNotice { approval })
}

pub fn enter(stage: Stage) -> Act {
    Act::Enter { stage }
}

impl Play {
    /// An end is decided and begun.
    fn preparing() -> Play {
        let mut play = Play::decided(Outcome::EndByNotice);
        play.must(OWNER, enter(Stage::PreparingExit));
        play
    }

    /// The notice is ready: chosen, computed, written, approved by another.
    fn ready() -> Play {
        let mut play = Play::preparing();
        play.must(OWNER, choose(Basis::Notice));
        play.must(OWNER, reviewed(vec![Basis::Notice]));
        play.must(OWNER, compute(INPUT));
        play.must(OWNER, Act::LocateContracts { contracts: vec![text("C-17")] });
        play.must(OWNER, Act::GiveRole { role: Role::Finance, member: text("nasser") });
        play.must(OWNER, letter(None, Kind::Notice, notice()));
        play.must("nasser", approve(Approved::Second));
        play
    }

    /// The notice is on its way since Sunday the eighth.
    pub fn dispatched() -> Play {
        let mut play = Play::ready();
        play.today = day("2026-11-08");
        play.send_first();
        play
    }

    /// The notice is about to go by courier, on Sunday the eighth.
    fn by_courier() -> Play {
        let mut play = Play::ready();
        play.must(OWNER, reviewed_by(vec![Basis::Notice], Method::Courier));
        play.must(OWNER, compute(&INPUT.replace("email", "courier")));
        play.must("nasser", approve(Approved::Second));
        play.today = day("2026-11-08");
        play.must(OWNER, enter(Stage::Notice));
        play
    }

    /// The day of the end has come, and everything is handed over.
    pub fn ended() -> Play {
        let mut play = Play::dispatched();
        play.today = day("2026-11-09");
        play.must(OWNER, received(Arrival::Deemed));
        play.must(OWNER, enter(Stage::Transition));
        play.today = day("2026-12-09");
        play.must(OWNER, instruct());
        nothing_held().into_iter().for_each(|act| play.must(OWNER, act));
        play.must(OWNER, enter(Stage::Settlement));
        play
    }
}

pub fn received(arrival: Arrival) -> Act {
    part(Part::RecordReceipt { arrival, received_at: None, proof: None })
}

pub fn instruct() -> Act {
    let (instruction, on) = (Instruction::ReturnAndDelete, day("2026-11-20"));
    part(Part::Instruct { instruction, on, by_default: false, text: text("as they wrote") })
}

pub fn dispose(fate: Fate, verifier: &str) -> Act {
    let on = day("2026-12-09");
    let disposal = Disposal {
        fate,
        on,
        operator: text("nasser"),
        verifier: text(verifier),
        backups_expire_on: None,
        treatment: None,
    };
    part(Part::Dispose { disposal, text: text("two drives") })
}

pub fn verify(disposal: u32) -> Act {
    part(Part::VerifyDisposal { disposal, text: text("I looked at both drives") })
}

pub fn close(ending: Ending, reminders: u8) -> Act {
    let signer = (ending == Ending::Signed).then(|| text("Huda Alzahrani"));
    let closure = Closure { ending, on: day("2026-12-09"), signer, document: None, reminders };
    part(Part::Close { closure, text: None })
}

/// Nothing is there to list, in either inventory.
pub fn nothing_held() -> [Act; 2] {
    [Inventory::Access, Inventory::Data].map(|inventory| {
        part(Part::Duty(Duty::StateNothingHeld { inventory, text: text("we looked through the vault and the drives") }))
    })
}

/// The client could not be reached before the notice.
pub fn unreached() -> Act {
    Act::WaiveTalk { unsafe_for_people: false, text: text("three calls and a message; nobody answers") }
}

/// The closing summary, written.
pub fn summary() -> Act {
    letter(None, Kind::ClosingSummary, "We delivered the files. The account is level. The domain renews in March.")
}

/// The clearance goes out as a letter.
pub fn clear(play: &mut Play) {
    play.must(OWNER, letter(None, Kind::Clearance, "The account is level: the balance is SAR 0."));
    let letter = play.case().parting.letters.last().expect("a letter").id;
    play.must(OWNER, part(Part::HandOver { letter, on: play.today, proof: None }));
}

/// The notice of default, written.
fn default_notice() -> Act {
    letter(None, Kind::Default, "Invoice NK-1 is open. Please pay it by 16 November 2026.")
}

#[test]
fn an_end_by_notice_comes_to_a_closed_file() {
    let mut play = Play::ended();
    assert_eq!(play.case().parting.effective_on, Some(day("2026-12-09")), "thirty days from Monday the ninth");
    assert_eq!(
        items(play.act(OWNER, enter(Stage::Closed))),
        [Item::Account, Item::Settlement, Item::DataDisposal, Item::ClosingSummary, Item::Closure, Item::ClosingPack]
    );
    let (settlement, on) = (Settlement::Agreed, play.today);
    let settle = || part(Part::Settle { settlement, on, text: text("nothing is owed") });
    assert_eq!(items(play.act("nasser", settle())), [Item::Account]);
    play.must("nasser", freeze(account("", &[]), None));
    play.must("nasser", settle());
    play.must(OWNER, part(Part::CheckHold { hold: false, text: text("no claim in sight") }));
    let no_place = Err(Refusal::Duty(Wrong::NoPlace));
    assert_eq!(play.act(OWNER, dispose(Fate::Deleted, "sara")), no_place, "nothing is said to be held");
    drives(on).into_iter().for_each(|act| play.must(OWNER, act));
    let still_there = Err(Refusal::Duty(Wrong::StillThere));
    assert_eq!(play.act(OWNER, dispose(Fate::NoneHeld, "sara")), still_there, "something is");
    play.must(OWNER, dispose(Fate::Deleted, "sara"));
    assert!(play.act(OWNER, dispose(Fate::Deleted, "sara")).is_err(), "it stands");
    assert!(items(play.act(OWNER, enter(Stage::Closed))).contains(&Item::Obligations), "it is still there");
    play.must(OWNER, part(Part::Duty(Duty::RemoveHolding { holding: 1, on })));
    let Act::Parting(Part::Dispose { disposal, .. }) = dispose(Fate::Deleted, "sara") else { unreachable!() };
    play.must(OWNER, part(Part::Dispose { disposal, text: text("the mailbox") }));
    play.must("sara", verify(1));
    let deliver = |proof: &str| part(Part::DeliverSummary { on, proof: text(proof) });
    assert_eq!(items(play.act(OWNER, deliver("m-9@firm"))), [Item::ClosingSummary], "no such letter was written");
    play.must(OWNER, letter(None, Kind::ClosingSummary, "You deliberately withheld our fees."));
    assert_eq!(items(play.act(OWNER, deliver("m-9@firm"))), [Item::ClosingSummary], "its check stops it");
    play.must(OWNER, summary());
    play.must(OWNER, deliver("m-9@firm"));
    assert_eq!(play.act(OWNER, deliver("m-10@firm")), Err(Refusal::Done), "its proof stands");
    let seal = |sha256: &str| part(Part::Seal { sha256: text(sha256) });
    assert_eq!(items(play.act(OWNER, seal("00ff"))), [Item::Closure]);
    assert_eq!(items(play.act(OWNER, close(Ending::Signed, 0))), [Item::Closure], "there is no paper to sign");
    clear(&mut play);
    play.must(OWNER, close(Ending::Signed, 0));
    assert_eq!(play.act(OWNER, close(Ending::NotSigned, 2)), Err(Refusal::Done), "what was signed stands");
    play.must(OWNER, seal("00ff"));
    assert_eq!(play.act(OWNER, seal("11ff")), Err(Refusal::Done));
    play.must(OWNER, enter(Stage::Closed));
    assert_eq!(play.stage(), Stage::Closed);
    assert!(play.act(OWNER, letter(None, Kind::Answer, "The fonts stay.")).is_err(), "a closed file is closed");
    play.must(OWNER, letter(None, Kind::ThankYou, "Thank you."));
}

#[test]
fn the_notice_waits_for_what_it_needs() {
    let mut play = Play::preparing();
    assert_eq!(
        items(play.act(OWNER, enter(Stage::Notice))),
        [Item::Basis, Item::NoticeComputation, Item::Letter, Item::SecondApprover]
    );
    play.must(OWNER, choose(Basis::Notice));
    // No contract is known: an end without a clause is counsel's to weigh.
    assert_eq!(items(play.act(OWNER, enter(Stage::Notice)))[0], Item::CounselForBasis);
    play.must(OWNER, Act::LocateContracts { contracts: vec![text("C-17")] });
    play.must(OWNER, reviewed(vec![]));
    assert_eq!(items(play.act(OWNER, enter(Stage::Notice)))[0], Item::CounselForBasis);
    play.must(OWNER, reviewed(vec![Basis::Notice]));
    assert_eq!(items(play.act(OWNER, enter(Stage::Notice)))[0], Item::NoticeComputation);
    play.must(OWNER, compute(INPUT));
    assert!(play.act(OWNER, compute("{}")).is_err());
    play.must(OWNER, letter(None, Kind::Notice, "You deliberately withheld our fees."));
    assert_eq!(items(play.act(OWNER, approve(Approved::Second))), [Item::LetterCheck, Item::SecondApprover]);
    play.must(OWNER, letter(Some(1), Kind::Notice, notice()));
    assert_eq!(play.act(OWNER, approve(Approved::Second)), Err(Refusal::SamePerson));
    assert_eq!(items(play.act(OWNER, enter(Stage::Notice))), [Item::SecondApprover]);
}

#[test]
fn what_was_agreed_to_falls_with_another_text_or_another_day() {
    for change in [letter(Some(1), Kind::Notice, notice()), compute(INPUT), choose(Basis::Notice)] {
        let mut play = Play::ready();
        assert_eq!(play.case().parting.approvals, [(Approved::Second, text("nasser"))]);
        play.must(OWNER, change);
        assert_eq!(play.case().parting.approvals, []);
    }
    let mut play = Play::ready();
    play.must(OWNER, letter(None, Kind::ReferralList, "Three teams whose work we know."));
    assert_eq!(play.case().parting.approvals.len(), 1);
}

#[test]
fn what_was_served_cannot_be_changed_and_no_side_takes_it_back_alone() {
    let mut play = Play::dispatched();
    assert_eq!(play.act(OWNER, letter(Some(1), Kind::Notice, notice())), Err(Refusal::Done));
    assert_eq!(play.act(OWNER, Act::Reopen { text: text("x") }), Err(Refusal::NotNow { stage: Stage::Notice }));
    assert_eq!(play.act(OWNER, Act::Withdraw { text: text("x") }), Err(Refusal::NotNow { stage: Stage::Notice }));
    let again = Part::Dispatch { sent_at: text("2026-11-08T12:00"), tracking: None, proof: None, own: None };
    assert_eq!(play.act(OWNER, part(again)), Err(Refusal::Done));
    play.must(OWNER, part(Part::RecordStayRequest { on: play.today, text: text("they ask to stay") }));
    assert_eq!(play.stage(), Stage::Notice);
    let withdraw = |proof: &str| part(Part::WithdrawEnd { on: day("2026-11-08"), proof: text(proof), text: text("x") });
    assert!(play.act(OWNER, withdraw("0a1b")).is_err(), "both signed no paper that is kept");
    [keep("0a1b"), withdraw("0a1b")].into_iter().for_each(|act| play.must(OWNER, act));
    assert_eq!(play.stage(), Stage::Withdrawn);
}

#[test]
fn a_notice_arrives_when_its_clause_says() {
    let mut play = Play::dispatched();
    assert_eq!(items(play.act(OWNER, enter(Stage::Transition))), [Item::Receipt, Item::EffectiveDate]);
    let early = Err(Refusal::Invalid { field: Field::Day, why: Why::InTheFuture });
    assert_eq!(play.act(OWNER, received(Arrival::Deemed)), early);
    assert!(play.act(OWNER, received(Arrival::RefusalCounts)).is_err(), "nobody refused it");
    let back = |failure| part(Part::RecordFailure { failure, on: day("2026-11-08"), text: text("came back") });
    play.must(OWNER, back(Failure::WrongAddress));
    assert_eq!(
        items(play.act(OWNER, enter(Stage::Transition))),
        [Item::Dispatch, Item::DispatchProof, Item::Receipt, Item::EffectiveDate]
    );
    let again =
        Part::Dispatch { sent_at: text("2026-11-08T16:00"), tracking: Some(text("m-2@firm")), proof: None, own: None };
    play.must(OWNER, part(again));
    play.today = day("2026-11-09");
    play.must(OWNER, back_on("2026-11-09"));
    assert!(play.act(OWNER, received(Arrival::Deemed)).is_err(), "it was refused");
    play.must(OWNER, received(Arrival::RefusalCounts));
    assert_eq!(play.case().parting.effective_on, Some(day("2026-12-09")));
}

fn back_on(on: &str) -> Act {
    part(Part::RecordFailure { failure: Failure::Refused, on: day(on), text: text("refused at the door") })
}

#[test]
fn a_notice_by_the_portal_runs_from_the_moment_it_is_read() {
    let mut play = Play::preparing();
    play.must(OWNER, choose(Basis::Notice));
    play.must(OWNER, reviewed(vec![Basis::Notice]));
    play.must(OWNER, Act::LocateContracts { contracts: vec![text("C-17")] });
    let input = r#"{"sent_at":"2026-11-09T10:00","from":"SA","to":"SA","method":"portal","length":30,"unit":"day"}"#;
    play.must(OWNER, compute(input));
    play.must(OWNER, letter(None, Kind::Notice, notice()));
    play.must(OWNER, Act::GiveRole { role: Role::Counsel, member: text("huda") });
    play.must("huda", approve(Approved::Second));
    assert_eq!(items(play.act(OWNER, enter(Stage::Notice))), [Item::NoticeForm], "the contract asks for e-mail");
    play.must(OWNER, reviewed_by(vec![Basis::Notice], Method::Portal));
    play.today = day("2026-11-12");
    play.must(OWNER, enter(Stage::Notice));
    let sent = || part(Part::Dispatch { sent_at: text("2026-11-09T09:00"), tracking: None, proof: None, own: None });
    assert_eq!(items(play.act(OWNER, sent())), [Item::NoticeTalk], "nobody learns of an end from a letter");
    play.must(OWNER, unreached());
    play.must(OWNER, sent());
    assert!(play.act(OWNER, received(Arrival::Deemed)).is_err());
    assert!(play.act(OWNER, received(Arrival::Confirmed)).is_err(), "when is not said");
    let at = Some(text("2026-11-11T08:15"));
    play.must(OWNER, part(Part::RecordReceipt { arrival: Arrival::Confirmed, received_at: at, proof: None }));
    assert_eq!(play.case().parting.effective_on, Some(day("2026-12-11")));
}

#[test]
fn an_end_for_breach_waits_until_the_time_to_cure_is_over() {
    let mut play = Play::ready();
    play.must(OWNER, choose(Basis::Breach));
    play.must(OWNER, reviewed(vec![Basis::Breach]));
    assert_eq!(items(play.act(OWNER, enter(Stage::Notice)))[..2], [Item::DefaultNotice, Item::CureExpired]);
    let stop = |on: &str| suspension::suspend(on, suspension::SOUND);
    assert_eq!(items(play.act(OWNER, stop("2026-11-02"))), [Item::DefaultNotice], "nothing stops unannounced");
    let (on, cure_until) = (day("2026-11-02"), day("2026-11-16"));
    let serve = |cure_until| suspension::defaulted(on, cure_until);
    assert_eq!(items(play.act(OWNER, serve(cure_until))), [Item::DefaultNotice], "no such letter was written");
    play.must(OWNER, default_notice());
    play.must(OWNER, serve(cure_until));
    assert_eq!(play.act(OWNER, serve(day("2026-11-09"))), Err(Refusal::Done), "the time that was given stands");
    assert_eq!(play.act(OWNER, letter(Some(2), Kind::Default, "Pay now.")), Err(Refusal::Done), "it was served");
    play.today = day("2026-11-16");
    assert_eq!(items(play.act(OWNER, stop("2026-11-16"))), [Item::CureExpired], "the last day is theirs");
    play.today = day("2026-11-17");
    suspension::announce(&mut play, "2026-11-03");
    play.must(OWNER, stop("2026-11-17"));
    assert_eq!(play.act(OWNER, stop("2026-11-17")), Err(Refusal::Done));
    play.must("nasser", approve(Approved::Second));
    play.must(OWNER, part(Part::RecordCure { on: play.today, text: text("paid") }));
    assert_eq!(items(play.act(OWNER, enter(Stage::Notice))), [Item::CureExpired]);
}

fn instruct_on(on: &str) -> Act {
    let instruction = Instruction::Return;
    part(Part::Instruct { instruction, on: day(on), by_default: true, text: text("no answer came") })
}
