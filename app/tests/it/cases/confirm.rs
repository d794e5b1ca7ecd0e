//! How an end is confirmed: by a second person where it weighs much, after a day's rest where there is no second.

use super::decision::{Heard, end, heard_of, id};
use crate::harness::Browser;
use app::flow::cases;
use app::store::cases::Key;
use domain::case::decision::{Alternative, Approval, Decision, DecisionSaid, Ground, Grounded, LawfulCheck, Proof};
use domain::case::{Act, Outcome, Stage};
use domain::sign::Code;

async fn talk(owner: &mut Browser, case: &str) {
    let talk = [("way", "held"), ("on", "2026-11-01"), ("text", "they asked for time")];
    assert_eq!(owner.post(&format!("{case}/talk"), &talk).await.status, 303);
}

async fn sign(owner: &mut Browser, case: &str) {
    let signed =
        owner.post(&format!("{case}/decision"), &end(&[("go", "sign"), ("signature", "Reem"), ("sure", "1")])).await;
    assert_eq!(signed.status, 303, "{}", signed.body);
}

async fn stage(heard: &Heard) -> Stage {
    let opened = cases::load(heard.copy.app.place(), &heard.key).await.expect("the store").expect("a case");
    opened.case.stage
}

#[tokio::test]
async fn an_end_that_could_empty_the_till_waits_for_a_second_person() {
    for mut heard in heard_of(2).await {
        let her = id(&heard.copy, "Sara").await;
        let case = heard.case.clone();
        assert!(super::cite::keep(&heard.copy, "NAKHLA", "r1").await >= 0.1, "that is much");
        assert_eq!(heard.owner.post(&format!("{case}/review/scenario"), &[("run", "r1")]).await.status, 303);
        talk(&mut heard.owner, &case).await;
        sign(&mut heard.owner, &case).await;
        let (enter, approval) = (format!("{case}/stage"), format!("{case}/decision/approval"));
        let early = heard.owner.post(&enter, &[("stage", "preparing_exit")]).await;
        assert_eq!((early.status, stage(&heard).await), (422, Stage::Decided));
        let second = [("approval", "second"), ("sure", "1")];
        let own = heard.owner.post(&approval, &second).await;
        assert_eq!(own.status, 422);
        own.says("The same person cannot do both.");
        assert_eq!(heard.sara.post(&approval, &second).await.status, 422, "a seat is no say in confirming");
        let role = [("role", "counsel"), ("member", her.as_str())];
        assert_eq!(heard.owner.post(&format!("{case}/roles"), &role).await.status, 303);
        let unsure = heard.sara.post(&approval, &second[..1]).await;
        assert_eq!(unsure.status, 422);
        let approved = heard.sara.post(&approval, &second).await;
        assert_eq!(approved.status, 303, "{}", approved.body);
        let again = heard.sara.post(&approval, &second).await;
        assert_eq!(again.status, 422, "once is enough");
        assert_eq!(heard.owner.post(&enter, &[("stage", "preparing_exit")]).await.status, 303);
        heard.owner.get(&format!("{case}/minutes")).await.says("Sara");
    }
}

#[tokio::test]
async fn where_there_is_no_second_person_a_decision_rests_a_day() {
    for mut heard in heard_of(1).await {
        let case = heard.case.clone();
        talk(&mut heard.owner, &case).await;
        sign(&mut heard.owner, &case).await;
        let (enter, approval) = (format!("{case}/stage"), format!("{case}/decision/approval"));
        assert_eq!(heard.owner.post(&enter, &[("stage", "preparing_exit")]).await.status, 422);
        let rested = [("approval", "cooled_off"), ("sure", "1")];
        let soon = heard.owner.post(&approval, &rested).await;
        assert_eq!((soon.status, stage(&heard).await), (422, Stage::Decided), "{}", soon.body);
        soon.says("Not before");
        let opened = cases::load(heard.copy.app.place(), &heard.key).await.expect("the store").expect("a case");
        assert!(!opened.case.is_confirmed(Approval::CooledOff), "nothing was written");
    }
}

#[tokio::test]
async fn after_a_day_the_same_person_confirms_it() {
    for mut heard in heard_of(1).await {
        let case = heard.case.clone();
        talk(&mut heard.owner, &case).await;
        let reem = id(&heard.copy, "Reem").await;
        // Signed weeks ago, as far as the running copy can tell.
        signed_long_ago(&heard, &heard.key, &reem).await;
        let (enter, approval) = (format!("{case}/stage"), format!("{case}/decision/approval"));
        assert_eq!(heard.owner.post(&enter, &[("stage", "preparing_exit")]).await.status, 422);
        let rested = heard.owner.post(&approval, &[("approval", "cooled_off"), ("sure", "1")]).await;
        assert_eq!(rested.status, 303, "{}", rested.body);
        assert_eq!(heard.owner.post(&enter, &[("stage", "preparing_exit")]).await.status, 303);
    }
}

async fn signed_long_ago(heard: &Heard, key: &Key, member: &str) {
    let decision = Decision {
        outcome: Outcome::EndByNotice,
        grounds: vec![Grounded { ground: Ground::FinancialDefault, proofs: vec![Proof::Finding(Code::P3)] }],
        tried: vec![Alternative::Talk],
        lawful: LawfulCheck::none(),
        personal_cause: false,
        review_on: None,
        guardrails: None,
        execution: None,
        legal_hold: false,
        priced_out: false,
    };
    let text = |text: &str| text.to_owned();
    let said = DecisionSaid {
        reason: text("no"),
        on_repair: text("tried"),
        changes_my_mind: text("a payment"),
        ..DecisionSaid::default()
    };
    super::must(heard.copy.app.place(), key, member, Act::Sign { decision: Box::new(decision), said }).await;
}
