//! The account of an end: frozen before it is settled, and settled in a way that closes it.

use super::*;
use crate::separation::settlement::{FinalAccount, Input, Kept, Particular, final_account};
use crate::sign::sample::{firm, history};
use crate::sign::{Policy, Scene};

/// Returns the account of records as they stand on 9 December 2026.
pub fn account(records: &str, particulars: &[Kept]) -> FinalAccount {
    let (history, policy, firm) = (history(records), Policy::standard(), firm());
    let scene = Scene::new(&history, &firm, &policy, day("2026-12-09"));
    final_account(&scene, &Input { ends_on: None, particulars, claim: None })
}

pub fn freeze(account: FinalAccount, clause: Option<&str>) -> Act {
    part(Part::FreezeAccount { account: Box::new(account), statement: None, clause: clause.map(text) })
}

#[test]
fn an_account_is_frozen_before_it_is_settled_and_trust_money_goes_back() {
    let mut play = Play::ended();
    let on = play.today;
    let settle = |how| part(Part::Settle { settlement: how, on, text: text("as listed") });
    let records = "invoices A issued_on=2026-10-01 due_on=2026-10-31 amount=900 disputed=yes disputed_on=2026-11-05
        invoices DEP issued_on=2026-01-01 due_on=2026-01-10 amount=500 kind=deposit
        payments P invoice=DEP paid_on=2026-01-09 amount=500";
    let particular = Particular::Trust { invoice: "DEP".into() };
    let trust = Kept { id: "p".into(), said_on: on, basis: "clause 7".into(), particular };
    let invalid = |field| Err(Refusal::Invalid { field, why: Why::NotAllowedHere });
    // Nobody said what the deposit is, and yesterday's account is no account of today.
    assert_eq!(play.act("nasser", freeze(account(records, &[]), None)), invalid(Field::Choice));
    let whole = account(records, std::slice::from_ref(&trust));
    let earlier = FinalAccount { on: day("2026-12-08"), ..whole.clone() };
    assert_eq!(play.act("nasser", freeze(earlier, None)), invalid(Field::Choice));
    assert!(play.act("sara", freeze(whole.clone(), None)).is_err(), "the account is finance's");
    play.must("nasser", freeze(whole.clone(), None));
    let frozen = play.case().parting.account.clone().expect("it is frozen");
    assert_eq!(frozen.digest, whole.digest());
    // A disputed item is listed as one.
    assert_eq!(play.act("nasser", settle(Settlement::Agreed)), invalid(Field::Choice));
    play.must("nasser", settle(Settlement::DisputeListed));
    let missing = items(play.act(OWNER, enter(Stage::Closed)));
    assert!(missing.contains(&Item::TrustMoney) && !missing.contains(&Item::Settlement), "{missing:?}");
    // Once it went back, another account is frozen, and settled anew.
    let repaid = format!("{records}\npayments Q invoice=DEP paid_on=2026-12-09 amount=-500");
    play.must("nasser", freeze(account(&repaid, std::slice::from_ref(&trust)), None));
    assert!(items(play.act(OWNER, enter(Stage::Closed))).contains(&Item::Settlement));
    play.must("nasser", settle(Settlement::DisputeListed));
    let missing = items(play.act(OWNER, enter(Stage::Closed)));
    assert!(!missing.contains(&Item::TrustMoney) && !missing.contains(&Item::Settlement), "{missing:?}");
}

#[test]
fn what_both_signed_before_work_on_no_invoice_was_asked_about_stands() {
    use crate::case::parting::Event as PartEvent;
    let mut play = Play::ended();
    let on = play.today;
    let records = "invoices A issued_on=2026-10-01 due_on=2026-10-31 amount=900 pass_through=100
        payments P invoice=A paid_on=2026-10-30 amount=900
        costs C on_day=2026-11-10 amount=75";
    play.must("nasser", freeze(account(records, &[]), None));
    let agreed = part(Part::Settle { settlement: Settlement::Agreed, on, text: text("as listed") });
    assert!(play.act("nasser", agreed).is_err(), "a cost is on no invoice");
    let lacks = |play: &Play| {
        let gates = crate::case::gates(&play.case(), Stage::Closed, play.today);
        gates.iter().any(|gate| gate.item == Item::Settlement && !gate.met)
    };
    let settled = PartEvent::SettlementSigned { settlement: Settlement::Agreed, on, said: None };
    super::readiness::note(&mut play, Event::Parting(settled));
    assert!(lacks(&play), "it can be settled otherwise still");
    let closure = Closure { ending: Ending::Signed, on, signer: Some(text("Huda")), document: None, reminders: 0 };
    let signed = PartEvent::ClosureSigned { closure, language: None, said: None };
    super::readiness::note(&mut play, Event::Parting(signed));
    assert!(!lacks(&play), "nothing can be settled anew");
}

#[test]
fn nobody_is_silent_to_what_never_reached_them() {
    let mut play = Play::ready();
    play.today = day("2026-11-08");
    play.must(OWNER, enter(Stage::Notice));
    assert_eq!(play.act(OWNER, instruct_on("2026-11-08")), Err(Refusal::NotNow { stage: Stage::Notice }));
    let mut play = Play::dispatched();
    play.must(OWNER, instruct_on("2026-11-08"));
}
