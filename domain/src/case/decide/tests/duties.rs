//! What both sides owe holds up an end until it is settled, in its order and by whose it is.

use super::parting::{
    Duty, Part, account, dispose, enter, freeze, instruct, letter, nothing_held, part, received, text, verify,
};
use super::*;
use crate::case::parting::settling::{Fate, Settlement};
use crate::case::parting::{Arrival, Failure, OfClient};
use crate::separation::letter::Kind as LetterKind;
use crate::separation::obligation::access::{Access, Before, Kind, Step};
use crate::separation::obligation::gate::{Open, Passage};
use crate::separation::obligation::holding::{self, Copied, Holding, Place};
use crate::separation::obligation::{
    Acknowledged, Asked, Basis, Block, Code as Owed, Condition, Keeper, Obligation, ObligationSaid, Owner, Settled,
    SettledSaid, Side, What, Wrong,
};
use crate::separation::portal::{ClientPage, Listed, Owes};
use crate::separation::settlement::FinalAccount;

fn duty(act: Duty) -> Act {
    part(Part::Duty(act))
}

fn owed(code: Owed, owner: Owner) -> Act {
    let obligation = Obligation {
        id: 0,
        what: What::Listed { code, part: None },
        about: None,
        side: Side::Ours,
        owner,
        due_on: day("2026-12-09"),
        basis: Basis::Contract,
        after_payment: false,
    };
    duty(Duty::AddObligation { obligation: Box::new(obligation), said: ObligationSaid::default() })
}

fn settle(obligation: u32, settled: Settled) -> Act {
    let said = SettledSaid { text: text("as the minutes say"), file: None };
    duty(Duty::SettleObligation { obligation, settled, said })
}

fn proved(on: Day) -> Settled {
    Settled::Proved { on, sha256: None }
}

fn access(owned: bool) -> Act {
    let access = Access { id: 0, kind: Kind::Hosting, holder: None, owned };
    duty(Duty::ListAccess { access, text: text("the shop's host") })
}

fn place(fate: holding::Fate) -> Act {
    let holding = Holding { id: 0, place: Place::Drive, fate, personal: true };
    duty(Duty::ListHolding { holding, text: text("shared folder") })
}

fn copied(on: Day, letter: &str) -> Copied {
    Copied { on, sha256: letter.repeat(64) }
}

/// The notice was received; services go on until 9 December 2026.
pub fn transition() -> Play {
    let mut play = Play::dispatched();
    play.today = day("2026-11-09");
    play.must(OWNER, received(Arrival::Deemed));
    play.must(OWNER, enter(Stage::Transition));
    play
}

fn refused(wrong: Wrong) -> Result<(), Refusal> {
    Err(Refusal::Duty(wrong))
}

/// A place with the client's data is listed, copied and read back.
pub fn drives(on: Day) -> [Act; 3] {
    let copy = Duty::CopyHolding { holding: 1, copied: copied(on, "a") };
    let read = Duty::ReadBackHolding { holding: 1, read: copied(on, "a") };
    [place(holding::Fate::Deleted), duty(copy), duty(read)]
}

#[test]
fn the_client_confirms_under_their_name_what_was_done() {
    let mut play = transition();
    play.must(OWNER, owed(Owed::Hnd01, Owner::Member(text("sara"))));
    play.must(OWNER, owed(Owed::Fin01, Owner::Keeper(Keeper::Finance)));
    let confirm = |ids: &[u32]| {
        let (obligations, name) = (ids.to_vec(), text("Huda Alzahrani"));
        part(Part::OfClient(OfClient::Confirm { obligations, name }))
    };
    assert!(play.act("client", confirm(&[1])).is_err(), "nobody has said that it is done");
    play.must("sara", settle(1, proved(play.today)));
    assert!(play.act("client", confirm(&[])).is_err());
    assert!(play.act("client", confirm(&[1, 2])).is_err(), "of the second they read nothing");
    play.must("client", confirm(&[1]));
    assert_eq!(play.act("client", confirm(&[1])), Err(Refusal::Done));
    let page = ClientPage::of(&play.case()).expect("served");
    let names: Vec<_> = page.owed.iter().filter_map(|one| one.confirmed.as_ref()?.name.as_deref()).collect();
    assert_eq!((names, page.confirmable().count()), (vec!["Huda Alzahrani"], 0));
}

#[test]
fn what_is_owed_by_sealing_does_not_stand_in_its_own_way() {
    let mut play = Play::settled();
    play.must(OWNER, owed(Owed::Clo03, Owner::Keeper(Keeper::Privacy)));
    play.packs();
    play.must(OWNER, enter(Stage::Closed));
}

#[test]
fn what_is_open_holds_up_the_settlement_and_the_closing() {
    let mut play = transition();
    play.must(OWNER, owed(Owed::Del01, Owner::Member(text("sara"))));
    play.must(OWNER, owed(Owed::Fin01, Owner::Keeper(Keeper::Finance)));
    play.must(OWNER, instruct_on("2026-11-09"));
    play.today = day("2026-12-09");
    let lists = [Item::AccessInventory, Item::DataInventory];
    assert_eq!(items(play.act(OWNER, enter(Stage::Settlement))), [&[Item::Obligations][..], &lists[..]].concat());
    for act in nothing_held() {
        assert!(matches!(play.act("sara", act.clone()), Err(Refusal::NotYours { .. })), "whoever bears it says so");
        play.must(OWNER, act.clone());
        assert_eq!(play.act(OWNER, act), Err(Refusal::Done));
    }
    assert_eq!(items(play.act(OWNER, enter(Stage::Settlement))), [Item::Obligations]);
    assert!(matches!(play.act("huda", settle(1, proved(play.today))), Err(Refusal::NotYours { .. })));
    play.must("sara", settle(1, proved(play.today)));
    assert_eq!(play.act("sara", settle(1, proved(play.today))), refused(Wrong::Settled));
    play.must(OWNER, enter(Stage::Settlement));
    assert_eq!(items(play.act(OWNER, enter(Stage::Closed)))[0], Item::Obligations);
    play.must("nasser", settle(2, proved(play.today)));
    assert_ne!(items(play.act(OWNER, enter(Stage::Closed)))[0], Item::Obligations);
}

fn instruct_on(on: &str) -> Act {
    use crate::case::parting::Instruction::ReturnAndDelete;
    let (instruction, on) = (ReturnAndDelete, day(on));
    part(Part::Instruct { instruction, on, by_default: false, text: text("as they wrote") })
}

#[test]
fn only_the_owner_of_the_decision_leaves_something_out() {
    let mut play = transition();
    play.must(OWNER, owed(Owed::Del01, Owner::Member(text("sara"))));
    let left_out = |play: &Play| settle(1, Settled::Excepted { on: play.today, acknowledged: Acknowledged::Client });
    let act = left_out(&play);
    assert!(matches!(play.act("sara", act), Err(Refusal::NotYours { .. })));
    let act = left_out(&play);
    play.must(OWNER, act);
    assert!(play.case().parting.duties.register.open().is_empty());
}

#[test]
fn an_access_is_removed_only_after_it_is_handed_over_and_the_data_behind_it_is_safe() {
    let mut play = transition();
    let on = play.today;
    let step = |step| duty(Duty::AdvanceAccess { access: 1, step, on });
    play.must(OWNER, access(true));
    assert_eq!(play.act(OWNER, step(Step::Removed)), refused(Wrong::Access(Before::Step(Step::Tested))));
    play.must(OWNER, owed(Owed::Acc03, Owner::Keeper(Keeper::It)));
    let handed = Wrong::Blocked(vec![Block::Condition(Condition::HandedOver)]);
    assert_eq!(play.act(OWNER, settle(1, proved(on))), refused(handed));
    play.must(OWNER, step(Step::Transferred));
    play.must(OWNER, step(Step::Tested));
    play.must(OWNER, settle(1, proved(on)));
    assert_eq!(play.act(OWNER, step(Step::Removed)), refused(Wrong::Unlisted), "nobody knows what lies behind it");
    play.must(OWNER, place(holding::Fate::Returned));
    assert_eq!(play.act(OWNER, step(Step::Removed)), refused(Wrong::Unread));
    play.must(OWNER, duty(Duty::CopyHolding { holding: 1, copied: copied(on, "a") }));
    let read = |letter| duty(Duty::ReadBackHolding { holding: 1, read: copied(on, letter) });
    assert_eq!(play.act(OWNER, read("b")), refused(Wrong::Holding(holding::Unready::OtherHash)));
    play.must(OWNER, read("a"));
    play.must(OWNER, step(Step::Removed));
    assert_eq!(play.case().parting.duties.accesses[0].removed_on, Some(on));
    assert_eq!(play.act(OWNER, duty(Duty::RemoveHolding { holding: 1, on })), refused(Wrong::Held));
    play.must(OWNER, part(Part::CheckHold { hold: false, text: text("no claim in sight") }));
    play.must(OWNER, duty(Duty::RemoveHolding { holding: 1, on }));
}

#[test]
fn the_list_of_others_does_what_was_owed_by_it_until_it_comes_back() {
    let mut play = transition();
    let on = play.today;
    play.must(OWNER, owed(Owed::Ref01, Owner::Keeper(Keeper::Relationship)));
    play.must(OWNER, letter(None, LetterKind::ReferralList, "Three teams whose work we know."));
    play.must(OWNER, part(Part::HandOver { letter: 2, on, proof: Some(text("<m-8@midad.example>")) }));
    let digest = play.case().parting.letters[1].last().map(|version| version.digest.clone());
    let settled = |play: &Play| play.case().parting.duties.register.items[0].settled.clone();
    assert_eq!(settled(&play).map(|(settled, _)| settled), Some(Settled::Proved { on, sha256: digest }));
    let back = Part::EndOrder { letter: 2, failure: Failure::Bounced, on, text: text("550 no such user") };
    play.must(OWNER, part(back));
    assert_eq!(settled(&play), None, "it did not arrive");
}

#[test]
fn an_account_after_the_end_with_nothing_to_bill_proves_that_all_was_billed() {
    let mut play = transition();
    play.must(OWNER, owed(Owed::Fin01, Owner::Keeper(Keeper::Finance)));
    let settled =
        |play: &Play| play.case().parting.duties.register.items[0].settled.clone().map(|(settled, _)| settled);
    let records = "invoices A issued_on=2026-04-30 due_on=2026-05-30 amount=1000 pass_through=100
        payments P invoice=A paid_on=2026-05-30 amount=1000";
    let billed = account(records, &[]);
    let unbilled = account(&format!("{records}\ncosts C on_day=2026-06-10 amount=75"), &[]);
    assert!(billed.is_billed() && !unbilled.is_billed());
    play.must("nasser", freeze(FinalAccount { on: play.today, ..billed.clone() }, None));
    assert_eq!(settled(&play), None, "services still go on");
    play.today = day("2026-12-09");
    play.must("nasser", freeze(unbilled.clone(), None));
    assert_eq!(settled(&play), None, "a cost is on no invoice");
    let proof = Some(Settled::Proved { on: play.today, sha256: Some(billed.digest()) });
    for _ in 0..2 {
        play.must("nasser", freeze(billed.clone(), None));
        assert_eq!(settled(&play), proof);
    }
    play.must("nasser", freeze(unbilled, None));
    assert_eq!(settled(&play), None, "the account that proved it holds no more");
}

#[test]
fn what_they_owe_holds_up_nothing_once_it_moved_to_a_file_of_claims() {
    let mut play = Play::ended();
    let add = owed(Owed::Fin06, Owner::Keeper(Keeper::Finance));
    let Act::Parting(Part::Duty(Duty::AddObligation { mut obligation, said })) = add else {
        unreachable!("it adds one")
    };
    (obligation.what, obligation.side) = (What::Asked(Asked::Pay), Side::Theirs);
    play.must(OWNER, duty(Duty::AddObligation { obligation, said }));
    let holds_up = |play: &Play| {
        let needs = play.case().open_at(Passage::ToClosed);
        needs.iter().any(|need| need.open == Open::Obligation(1))
    };
    assert!(holds_up(&play));
    let records = "invoices A issued_on=2026-10-01 due_on=2026-10-31 amount=900";
    play.must("nasser", freeze(account(records, &[]), None));
    let (settlement, on) = (Settlement::ClaimFile, play.today);
    play.must("nasser", part(Part::Settle { settlement, on, text: text("counsel goes on with it") }));
    assert!(!holds_up(&play));
}

#[test]
fn the_closing_waits_until_the_data_went_as_the_client_instructed() {
    use crate::case::parting::Instruction;
    let mut play = Play::ended();
    let (instruction, on) = (Instruction::Delete, play.today);
    play.must(OWNER, part(Part::Instruct { instruction, on, by_default: false, text: text("by mail") }));
    play.must(OWNER, part(Part::CheckHold { hold: false, text: text("no claim in sight") }));
    drives(on).into_iter().for_each(|act| play.must(OWNER, act));
    let lacks = |play: &mut Play| items(play.act(OWNER, enter(Stage::Closed))).contains(&Item::DataDisposal);
    play.must(OWNER, dispose(Fate::Returned, "sara"));
    assert!(lacks(&mut play), "they asked for deletion");
    play.must(OWNER, dispose(Fate::Deleted, "sara"));
    assert!(!lacks(&mut play));
}

/// Ended, with two drives that may be deleted.
fn may_delete() -> Play {
    let mut play = Play::ended();
    play.must(OWNER, part(Part::CheckHold { hold: false, text: text("no claim in sight") }));
    drives(play.today).into_iter().for_each(|act| play.must(OWNER, act));
    play
}

#[test]
fn what_was_deleted_counts_once_the_named_verifier_looked_for_themself() {
    let mut play = may_delete();
    assert_eq!(play.act(OWNER, dispose(Fate::Deleted, OWNER)), Err(Refusal::SamePerson), "who certifies it");
    play.must(OWNER, dispose(Fate::Deleted, "sara"));
    let waits = |play: &mut Play| {
        let Err(Refusal::Missing(missing)) = play.act(OWNER, enter(Stage::Closed)) else { return None };
        missing.into_iter().find(|one| one.item == Item::DisposalVerification).map(|one| one.whose)
    };
    assert_eq!(waits(&mut play), Some(Whose::Members(vec![text("sara")])));
    assert!(!play.case().parting.is_disposed() && play.case().parting.holds_theirs());
    for other in [OWNER, "nasser"] {
        assert_eq!(items(play.act(other, verify(1))), [Item::DisposalVerification], "{other} was not named");
    }
    play.must("sara", verify(1));
    assert_eq!(play.act("sara", verify(1)), Err(Refusal::Done));
    assert_eq!(waits(&mut play), None);
    assert!(play.case().parting.is_disposed() && !play.case().parting.holds_theirs());
}

#[test]
fn whoever_is_alone_verifies_after_a_days_rest() {
    let mut play = may_delete();
    let Event::CaseOpened { opening, .. } = &mut play.entries[0].event else { unreachable!("it begins so") };
    opening.members = 1;
    let Act::Parting(Part::Dispose { mut disposal, .. }) = dispose(Fate::Deleted, OWNER) else { unreachable!() };
    disposal.operator = text(OWNER);
    play.must(OWNER, part(Part::Dispose { disposal, text: text("two drives") }));
    assert!(matches!(play.act(OWNER, verify(1)), Err(Refusal::TooSoon { .. })));
    play.today = play.today.plus(1);
    play.must(OWNER, verify(1));
}

#[test]
fn what_was_certified_before_anybody_was_asked_to_verify_it_stands() {
    let mut play = may_delete();
    play.must(OWNER, dispose(Fate::Deleted, "sara"));
    let entry = play.entries.last_mut().expect("an entry");
    let laid = crate::journal::lay_out(&entry.event);
    let of_before = laid.plain.replace(r#","to_verify":true"#, "").replace(r#""to_verify":true,"#, "");
    assert!(!of_before.contains("to_verify"), "{of_before}");
    entry.event = crate::journal::read(&laid.name, &of_before, None).expect("an event of before");
    assert!(play.case().parting.is_disposed());
}

#[test]
fn data_is_disposed_of_by_two_and_never_under_a_hold() {
    let mut play = Play::ended();
    assert!(play.act(OWNER, dispose(Fate::Deleted, "sara")).is_err(), "nobody looked whether it must be kept");
    play.must(OWNER, part(Part::CheckHold { hold: true, text: text("a claim is near") }));
    assert!(play.act(OWNER, dispose(Fate::Deleted, "sara")).is_err());
    play.must(OWNER, dispose(Fate::Held, "sara"));
    assert_eq!(play.act(OWNER, dispose(Fate::Returned, "nasser")), Err(Refusal::SamePerson));
    assert!(play.act("sara", dispose(Fate::Returned, "sara")).is_err(), "it is the data protection officer's");
}

#[test]
fn nothing_is_disposed_of_before_it_was_read_back() {
    let mut play = transition();
    play.must(OWNER, place(holding::Fate::Deleted));
    play.must(OWNER, part(Part::CheckHold { hold: false, text: text("no claim in sight") }));
    play.today = day("2026-12-09");
    play.must(OWNER, instruct());
    assert_eq!(play.act(OWNER, dispose(Fate::Deleted, "sara")), refused(Wrong::Unread));
}

#[test]
fn what_concerns_the_client_comes_to_their_page_and_nothing_more_that_was_said() {
    let mut play = transition();
    let add = |code, side, said: &str| {
        let Act::Parting(Part::Duty(Duty::AddObligation { mut obligation, .. })) =
            owed(code, Owner::Keeper(Keeper::Finance))
        else {
            unreachable!("it adds one")
        };
        obligation.side = side;
        let said = ObligationSaid { words: Some(text(said)), source: Some(text("SECRET source")) };
        duty(Duty::AddObligation { obligation, said })
    };
    play.must(OWNER, add(Owed::Fin02, Side::Ours, "SECRET refund"));
    play.must(OWNER, add(Owed::Fin01, Side::Ours, "SECRET hours"));
    play.must(OWNER, add(Owed::Dat02, Side::Theirs, "SECRET data"));
    play.must(OWNER, settle(1, proved(day("2026-11-09"))));
    let page = ClientPage::of(&play.case()).expect("served");
    let shown: Vec<_> = page.owed.iter().map(|one| (one.what.clone(), one.settled_on)).collect();
    let listed = |code, side| Owes::Listed(Listed::of(code, None, side).expect("the client reads of it"));
    let refunded = (listed(Owed::Fin02, Side::Ours), Some(day("2026-11-09")));
    assert_eq!(shown, [refunded, (listed(Owed::Dat02, Side::Theirs), None)]);
    assert!(!format!("{page:?}").contains("SECRET"), "{page:?}");
}

#[test]
fn what_stands_in_own_words_comes_to_the_clients_page_by_a_sentence_for_them_alone() {
    let mut play = transition();
    let obligation = Obligation {
        id: 0,
        what: What::Own,
        about: Some(text("SECRET they dodge 3 calls")),
        side: Side::Theirs,
        owner: Owner::Keeper(Keeper::Relationship),
        due_on: day("2026-12-01"),
        basis: Basis::Promise,
        after_payment: false,
    };
    let said = ObligationSaid { words: Some(text("SECRET chase the badges")), source: None };
    play.must(OWNER, duty(Duty::AddObligation { obligation: Box::new(obligation), said }));
    let page = |play: &Play| ClientPage::of(&play.case()).expect("served");
    assert!(page(&play).owed.is_empty(), "nobody wrote it for the client");
    let word = |said: &str| duty(Duty::WordObligation { obligation: 1, text: text(said) });
    assert!(play.act("huda", word("Return of the badges.")).is_err(), "she does not work on it");
    assert!(play.act(OWNER, word("Files only after payment.")).is_err(), "no letter could say it");
    play.must(OWNER, word("Return of the badges."));
    assert_eq!(play.act(OWNER, word("Return of the badges.")), Err(Refusal::Done));
    let read = page(&play);
    assert_eq!(read.owed[0].what, Owes::Said(text("Return of the badges.")));
    assert!(!format!("{read:?}").contains("SECRET"), "{read:?}");
    play.must(OWNER, owed(Owed::Del01, Owner::Keeper(Keeper::Delivery)));
    assert!(play.act(OWNER, duty(Duty::WordObligation { obligation: 2, text: text("Files.") })).is_err());
}
