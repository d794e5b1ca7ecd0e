//! The final account of an end: drawn up, frozen by finance, and settled in a way that closes it.

use super::decision::{Heard, heard_of, id};
use crate::harness::Copy;
use app::flow::case_files;
use app::flow::cases::{self, By};
use app::store::cases::Key;
use domain::case::decision::{Alternative, Decision, DecisionSaid, Ground, Grounded, LawfulCheck, Proof};
use domain::case::parting::{Act as Part, Approved, Basis};
use domain::case::{Act, Now, Outcome, Role, Stage};
use domain::days::Day;
use domain::journal::digest;
use domain::separation::letter::Kind;
use domain::separation::tone::{Context, Language};
use domain::sign::Code;

fn day(iso: &str) -> Day {
    Day::from_iso(iso).expect("a day")
}

pub async fn must(copy: &Copy, key: &Key, member: &str, act: Act) {
    let told = format!("{act:?}");
    let now = Now { at: "2026-11-20T09:00:00Z".to_owned(), today: day("2026-11-20") };
    let by = By { member, now, seen: None };
    let done = cases::act(copy.app.place(), key, &by, act).await;
    assert!(done.is_ok(), "{told}: {:?}", done.err());
}

/// Both sides agreed to end today; Sara has finance.
pub async fn agreed(copy: &Copy, key: &Key) {
    let (reem, sara) = (id(copy, "Reem").await, id(copy, "Sara").await);
    let text = |text: &str| text.to_owned();
    let part = |act| Act::Parting(act);
    let decision = Decision {
        outcome: Outcome::EndByNotice,
        grounds: vec![Grounded { ground: Ground::FinancialDefault, proofs: vec![Proof::Finding(Code::P3)] }],
        tried: vec![Alternative::Talk],
        lawful: LawfulCheck { protected_trait: false, retaliation: false, lawful_complaint: false },
        personal_cause: false,
        review_on: None,
        guardrails: None,
        execution: None,
        legal_hold: false,
        priced_out: false,
    };
    let said = DecisionSaid {
        reason: text("they will not pay"),
        on_repair: text("tried"),
        changes_my_mind: text("a payment"),
        ..DecisionSaid::default()
    };
    let on = day("2026-11-20");
    must(copy, key, &reem, Act::RecordTalk { on, text: text("they asked for time") }).await;
    must(copy, key, &reem, Act::Sign { decision: Box::new(decision), said }).await;
    must(copy, key, &reem, Act::Enter { stage: Stage::PreparingExit }).await;
    must(copy, key, &reem, Act::GiveRole { role: Role::Finance, member: sara.clone() }).await;
    must(copy, key, &reem, part(Part::ChooseBasis { basis: Basis::Agreement, text: text("both want it") })).await;
    let letter = Part::DraftLetter {
        rung: None,
        letter: None,
        kind: Kind::Agreement,
        language: Language::English,
        text: text("Both parties end contract C-17 on 20 November 2026."),
        context: Context::default(),
    };
    must(copy, key, &reem, part(letter)).await;
    must(copy, key, &sara, part(Part::ApproveNotice { approval: Approved::Second })).await;
    must(copy, key, &reem, Act::Enter { stage: Stage::Notice }).await;
    must(copy, key, &reem, Act::RecordTalk { on, text: text("we met") }).await;
    let now = Now { at: "2026-11-20T09:00:00Z".to_owned(), today: on };
    let by = By { member: &reem, now, seen: None };
    let opened = cases::load(copy.app.place(), key).await.expect("a store").expect("a case");
    let kept = case_files::seal_proof(copy.app.place(), &opened, &by, text("signed.pdf"), b"signed").await;
    assert!(kept.is_ok(), "{:?}", kept.err());
    let proof = digest(b"signed");
    must(copy, key, &reem, part(Part::SignAgreement { on, effective_on: on, proof })).await;
    must(copy, key, &reem, Act::Enter { stage: Stage::Transition }).await;
}

#[tokio::test]
async fn an_account_is_frozen_with_its_digest_and_settled() {
    for Heard { copy, mut owner, mut sara, key, case } in heard_of(2).await {
        let account = format!("{case}/part/account");
        assert_eq!(owner.get(&account).await.status, 404, "nothing ends yet");
        agreed(&copy, &key).await;
        copy.sql("UPDATE clients SET currency = 'AED', country = 'AE' WHERE client = 'NAKHLA'").await;
        copy.sql(
            "INSERT INTO invoices (client, id, issued_on, due_on, amount, currency, kind, known_on, source_id, source_line)
             VALUES ('NAKHLA', 'NK-1', '2026-09-01', '2026-10-01', 1000000, 'AED', NULL, '2026-10-01', 0, 0),
                    ('NAKHLA', 'DEP', '2026-01-01', '2026-01-10', 50000, 'AED', 'deposit', '2026-01-10', 0, 0)",
        )
        .await;
        copy.sql(
            "INSERT INTO payments (client, id, invoice, paid_on, amount, currency, source_id, source_line)
             VALUES ('NAKHLA', 'P', 'DEP', '2026-01-09', 50000, 'AED', 0, 0)",
        )
        .await;
        owner.get(&format!("{case}/part")).await.says("part/account");
        // A deposit of which nobody said what it is keeps the account open.
        let page = sara.get(&account).await;
        page.says("A deposit was paid").hides("Freeze the account of today");
        assert_eq!(sara.post(&account, &[("seen", "0")]).await.status, 422);
        let trust = [("kind", "trust"), ("invoice", "DEP"), ("basis", "Clause 7")];
        assert_eq!(owner.post("/clients/NAKHLA/account/particulars/new", &trust).await.status, 303);
        sara.get(&account).await.says("Freeze the account of today").says("AED\u{a0}10,000");
        // 10,000 at 9% for 50 days: 123.288.
        let claim = "?place=AE&clause=9.2&rate=&claimed_on=";
        sara.get(&format!("{account}{claim}")).await.says("AED\u{a0}123.29");
        let form = [("place", "AE"), ("clause", "9.2"), ("rate", ""), ("claimed_on", "")];
        assert_eq!(sara.post(&account, &form).await.status, 303);
        let page = sara.get(&account).await;
        page.says("The account of").says("is frozen: AED\u{a0}10,123.29").says("Digest").says("9.2");
        page.says("leaves it open: trust money has to go back").hides("Records changed since");
        owner.get(&case).await.says("froze the account of").says("AED\u{a0}10,123.29");
        let settle = [("settlement", "agreed"), ("on", "2026-11-20"), ("text", "as frozen")];
        assert_eq!(sara.post(&format!("{case}/settlement"), &settle).await.status, 303);
        let mut stranger = copy.joins(&mut owner, "Lina", "member").await;
        assert_eq!(stranger.get(&account).await.status, 404);
        assert_eq!(owner.post("/language", &[("language", "ar"), ("back", "/")]).await.status, 303);
        owner.get(&account).await.says("ثُبّت حساب").says("البصمة").says("مال أمانة يجب رده");
    }
}

#[tokio::test]
async fn a_rung_leads_to_its_letter_in_a_case_for_those_who_take_part_in_it() {
    for Heard { copy, mut owner, key, case, .. } in heard_of(2).await {
        let (mut huda, reem) = (copy.joins(&mut owner, "Huda", "finance").await, id(&copy, "Reem").await);
        copy.sql(
            "INSERT INTO invoices (client, id, issued_on, due_on, amount, currency, known_on, source_id, source_line)
             VALUES ('NAKHLA', 'NK-1', '2026-08-01', '2026-09-01', 100000, 'SAR', '2026-08-01', 0, 0)",
        )
        .await;
        let account = "/clients/NAKHLA/account";
        let new = format!("{case}/part/letters/new?kind=reminder");
        owner.get(account).await.says("Friendly reminder").says("Write the letter for NK-1 in the case").says(&new);
        huda.get(account).await.says("Friendly reminder").hides("in the case");
        for said in ["Invoice NK-12 was due.", "Invoice NK-1 was due on 1 September 2026."] {
            let (text, context) = (format!("{said} Please let us know its date."), Context::default());
            let (kind, language) = (Kind::Reminder, Language::English);
            must(
                &copy,
                &key,
                &reem,
                Act::Parting(Part::DraftLetter { rung: None, letter: None, kind, language, text, context }),
            )
            .await;
        }
        let page = owner.get(account).await;
        page.says("names it in a case and has not gone out").says(&format!("{case}/part/letters/2\""));
        page.hides(&format!("{case}/part/letters/1\"")).hides(&new);
        let (on, proof) = (day("2026-11-20"), Some("m-3@midad.example".to_owned()));
        must(&copy, &key, &reem, Act::Parting(Part::HandOver { letter: 2, on, proof })).await;
        owner.get(account).await.says("20 November 2026").says("Add it to the records of NK-1");
        huda.get(account).await.hides("Add it to the records");
    }
}

#[tokio::test]
async fn a_talk_of_a_case_counts_for_those_who_take_part_in_it() {
    for (copy, mut owner, _sara, _case) in super::duties::preparing().await {
        let mut huda = copy.joins(&mut owner, "Huda", "finance").await;
        copy.sql(
            "INSERT INTO invoices (client, id, issued_on, due_on, amount, currency, known_on, source_id, source_line)
             VALUES ('NAKHLA', 'NK-1', '2026-08-01', '2026-09-01', 100000, 'SAR', '2026-08-01', 0, 0)",
        )
        .await;
        copy.sql(
            "INSERT INTO reminders (client, id, invoice, sent_on, level, source_id, source_line)
             VALUES ('NAKHLA', 'R', 'NK-1', '2026-10-18', 6, 0, 0)",
        )
        .await;
        // The talk of 1 November stands in the case; Huda has no part in it, and learns nothing of it.
        let lacks = "No talk with the client is recorded";
        owner.get("/clients/NAKHLA/account").await.says("Claim").hides(lacks);
        huda.get("/clients/NAKHLA/account").await.says(lacks);
    }
}
