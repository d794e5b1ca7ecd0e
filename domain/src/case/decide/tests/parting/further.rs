//! Several contracts of one client: each has its own days, letter, way and receipt, or goes on.

use super::*;
use crate::case::parting::further::Act as Further;

fn further(act: Further) -> Act {
    part(Part::Further(act))
}

fn computed() -> Act {
    let input = INPUT.replace("\"length\":30", "\"length\":60");
    further(Further::ComputeFurther { contract: text("C-18"), input, own: vec![] })
}

fn drafted(said: &str) -> Act {
    let (language, context) = (Language::English, Context::default());
    further(Further::DraftFurther { contract: text("C-18"), language, text: text(said), context })
}

/// The notice of the second contract: sixty days from Monday the ninth.
fn of_second() -> String {
    let said = notice().replace("C-17", "C-18").replace("Wednesday 9 December 2026", "Friday 8 January 2027");
    said.replace("9 December 2026", "8 January 2027")
}

impl Play {
    fn with_two_contracts() -> Play {
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
    let agree = || further(Further::ApproveFurther { contract: text("C-18") });
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
fn a_contract_that_is_not_ended_goes_on_with_a_reason() {
    let mut play = Play::with_two_contracts();
    let go_on = |contract: &str, why: &str| further(Further::LetGoOn { contract: text(contract), text: text(why) });
    assert!(play.act(OWNER, go_on("C-18", "")).is_err());
    assert!(play.act(OWNER, go_on("C-17", "it is the first")).is_err(), "the first is the one that ends");
    play.must(OWNER, go_on("C-18", "hosting stays with us"));
    play.must(OWNER, enter(Stage::Notice));
}
