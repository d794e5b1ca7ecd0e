//! A client who stays climbs the ladder: notice of default, suspension, and back, from their account.

use super::account::must;
use super::decision::{Heard, heard_of, id};
use crate::harness::{Browser, Copy, each_on};
use domain::case::parting::Act as Part;
use domain::case::{Act, Role};
use domain::days::Day;
use domain::separation::letter::{Kind, Rung};
use domain::separation::tone::{Context, Language};

fn draft(kind: Kind, text: &str) -> Act {
    drafted((kind, None), text)
}

fn drafted((kind, rung): (Kind, Option<Rung>), text: &str) -> Act {
    let (language, context) = (Language::English, Context::default());
    Act::Parting(Part::DraftLetter { rung, letter: None, kind, language, text: text.to_owned(), context })
}

/// One invoice is late and was reminded of formally; one is not due yet, and one is disputed.
async fn owes(copy: &Copy) {
    copy.sql(
        "INSERT INTO invoices (client, id, issued_on, due_on, amount, currency, known_on, source_id, source_line)
         VALUES ('NAKHLA', 'NK-1', '2026-08-01', '2026-09-01', 100000, 'SAR', '2026-08-01', 0, 0),
                ('NAKHLA', 'NK-2', '2026-11-01', '2026-12-31', 20000, 'SAR', '2026-11-01', 0, 0),
                ('NAKHLA', 'NK-3', '2026-08-01', '2026-09-01', 30000, 'SAR', '2026-08-01', 0, 0)",
    )
    .await;
    copy.sql("UPDATE invoices SET disputed = 1, disputed_on = '2026-09-10' WHERE id = 'NK-3'").await;
    copy.sql(
        "INSERT INTO reminders (client, id, invoice, sent_on, level, source_id, source_line)
         VALUES ('NAKHLA', 'R', 'NK-1', '2026-09-25', 3, 0, 0)",
    )
    .await;
}

/// Once someone keeps the accesses, they say that just this can be stopped.
async fn keeps_accesses(sara: &mut Browser, case: &str) {
    let stop = format!("{case}/approved-stop");
    sara.get(case).await.says("/approved-stop");
    sara.get(&stop).await.says("Can just this be stopped, and restored?").says(&format!("{case}/part/letters/2"));
    assert_eq!(sara.post(&stop, &[("text", "")]).await.status, 422);
    assert_eq!(sara.post(&stop, &[("text", "one switch, an hour to restore")]).await.status, 303);
    sara.get(case).await.hides("/approved-stop").says("can be stopped, and restored");
}

#[tokio::test]
async fn services_of_a_client_who_stays_are_suspended_and_resumed_from_their_account() {
    for Heard { copy, mut owner, mut sara, key, case } in heard_of(2).await {
        let (reem, her) = (id(&copy, "Reem").await, id(&copy, "Sara").await);
        must(&copy, &key, &reem, Act::GiveRole { role: Role::Finance, member: her.clone() }).await;
        owes(&copy).await;
        let account = "/clients/NAKHLA/account";
        let new = format!("{case}/part/letters/new?kind=");
        owner.get(account).await.says("Notice of default").says(&format!("{new}notice_of_default"));
        // What is not due yet, or disputed, is in no default.
        let form = owner.get(&format!("{new}notice_of_default&language=en")).await;
        form.says("NK-1 | 1000.00 | 2026-09-01").hides("NK-2 |").hides("NK-3 |");
        let said = "Invoice NK-1 is open. Please pay it by 16 November 2026.";
        must(&copy, &key, &reem, draft(Kind::Default, said)).await;
        let letter = format!("{case}/part/letters/1");
        let default = [("on", "2026-11-02"), ("until", "2026-11-16"), ("method", "email"), ("text", "NK-1 is open")];
        let page = owner.get(&letter).await;
        page.says("No second person has agreed").hides(&format!("{case}/default\"")).hides("/approval");
        assert_eq!(owner.post(&format!("{case}/default"), &default).await.status, 422, "nobody else has read it");
        sara.get(&letter).await.says("Stand behind this letter");
        assert_eq!(sara.post(&format!("{letter}/approval"), &[]).await.status, 303);
        owner.get(&letter).await.says("Stands behind it as well: <bdi>Sara").says(&format!("{case}/default\""));
        assert_eq!(owner.post(&format!("{case}/default"), &default).await.status, 303);
        // The ladder has climbed by itself, and the suspension is announced before anything stops.
        let page = owner.get(account).await;
        page.says("Notice of default<br>").says("2 November 2026").says(&format!("{new}suspension"));
        must(&copy, &key, &reem, draft(Kind::Suspension, "New design work for NK-1 is suspended from today.")).await;
        assert_eq!(sara.post(&format!("{case}/part/letters/2/approval"), &[]).await.status, 303);
        let handed = [("letter", "2"), ("on", "2026-11-10"), ("proof", "m-4@midad.example")];
        assert_eq!(owner.post(&format!("{case}/handed-over"), &handed).await.status, 303);
        owner.get(account).await.says("announced it on 10 November 2026").says(&format!("{case}/suspension"));
        let mut suspend = vec![("on", "2026-11-20"), ("right", "yes"), ("notice_days", "5"), ("text", "no new work")];
        suspend.extend([("additional_only", "yes"), ("disputed", "no"), ("critical_system", "no")]);
        suspend.push(("third_parties", "no"));
        let suspension = format!("{case}/suspension");
        let refused = owner.post(&suspension, &suspend).await;
        assert_eq!(refused.status, 422);
        refused.says("No talk with the client is recorded");
        let (on, text) = (Day::from_iso("2026-11-18").expect("a day"), "they asked for time".to_owned());
        must(&copy, &key, &reem, Act::RecordTalk { on, text }).await;
        assert_eq!(sara.post(&suspension, &suspend).await.status, 422, "it is for whoever decides");
        must(&copy, &key, &reem, Act::GiveRole { role: Role::It, member: her }).await;
        owner.post(&suspension, &suspend).await.says("The keeper of access rights has not agreed");
        owner.get(&case).await.hides("/approved-stop");
        keeps_accesses(&mut sara, &case).await;
        assert_eq!(owner.post(&suspension, &suspend).await.status, 303);
        let paid = "no invoice of the notice of default is open any more";
        owner.get(account).await.says("for a default that is still open").hides(paid);
        owner.get(&case).await.says("Additional services have been suspended since").says("/suspension");
        copy.sql(
            "INSERT INTO payments (client, id, invoice, paid_on, amount, currency, source_id, source_line)
             VALUES ('NAKHLA', 'P', 'NK-1', '2026-11-20', 100000, 'SAR', 0, 0)",
        )
        .await;
        owner.get(account).await.says(paid).says("Resume in the case");
        owner.get(&suspension).await.says("When does work resume?");
        let withdrawn = owner.post(&format!("{case}/withdrawal"), &[("text", "they have paid")]).await;
        assert_eq!(withdrawn.status, 422);
        withdrawn.says("Services of the client are still suspended");
        assert_eq!(owner.post("/language", &[("language", "ar"), ("back", "/")]).await.status, 303);
        owner.get(account).await.says("الخدمات الإضافية معلّقة منذ").says("رفع التعليق في الملف");
        assert_eq!(owner.post(&suspension, &[("on", "2026-11-20")]).await.status, 303);
        owner.get(account).await.hides("معلّقة منذ");
        owner.get(&case).await.hides("معلّقة منذ");
        owner.get(&suspension).await.says("لا شيء يُعلَّق لأجله");
    }
}

#[tokio::test]
async fn a_reminder_that_goes_out_by_a_case_is_its_rung_and_is_recorded_with_one_press() {
    for Heard { copy, mut owner, key, case, .. } in heard_of(2).await {
        copy.sql(
            "INSERT INTO invoices (client, id, issued_on, due_on, amount, currency, known_on, source_id, source_line)
             VALUES ('NAKHLA', 'NK-9', '2026-09-01', '2026-10-20', 100000, 'SAR', '2026-09-01', 0, 0)",
        )
        .await;
        let account = "/clients/NAKHLA/account";
        owner.get(account).await.says("Friendly reminder").says("Record that it was sent for NK-9");
        let reem = id(&copy, "Reem").await;
        let said = "Invoice NK-9 is open. Did it reach you?";
        must(&copy, &key, &reem, drafted((Kind::Reminder, Some(Rung::Friendly)), said)).await;
        owner.get(account).await.says(&format!("{case}/part/letters/1")).says("has not gone out");
        let on = Day::from_iso("2026-11-05").expect("a day");
        must(&copy, &key, &reem, Act::Parting(Part::HandOver { letter: 1, on, proof: None })).await;
        let record = "/clients/NAKHLA/reminders/new?invoice=NK-9&#38;sent_on=2026-11-05&#38;level=1";
        let page = owner.get(account).await;
        page.says("Friendly reminder<br>").says("5 November 2026").says(record).says("Add it to the records of NK-9");
        page.says("Call").hides("has not gone out");
        let reminder = [("invoice", "NK-9"), ("sent_on", "2026-11-05"), ("level", "1")];
        assert_eq!(owner.post("/clients/NAKHLA/reminders/new", &reminder).await.status, 303);
        owner.get(account).await.says("Friendly reminder<br>").hides("Add it to the records");
    }
}

#[tokio::test]
async fn without_a_case_the_ladder_leads_to_one() {
    for copy in each_on("2026-11-20").await {
        let mut owner = copy.owner().await;
        copy.client("NK", "Nakhla").await;
        copy.sql(
            "INSERT INTO invoices (client, id, issued_on, due_on, amount, currency, known_on, source_id, source_line)
             VALUES ('NK', 'NK-1', '2026-08-01', '2026-09-01', 100000, 'SAR', '2026-08-01', 0, 0)",
        )
        .await;
        owner.get("/clients/NK/account").await.says("Friendly reminder").says("/clients/NK/cases/new");
    }
}

#[tokio::test]
async fn what_proves_that_a_default_was_served_is_kept_before_any_end() {
    for Heard { copy, mut owner, key, case, .. } in heard_of(2).await {
        let proofs = format!("{case}/part/proofs");
        assert_eq!(owner.upload(&proofs, &[("receipt.pdf", &b"the courier's receipt"[..])]).await.status, 303);
        let reem = id(&copy, "Reem").await;
        must(&copy, &key, &reem, draft(Kind::Default, "Invoice NK-1 is open. Please pay it by 4 December 2026.")).await;
        owner.get(&case).await.says(&format!("{proofs}\""));
        owner.get(&format!("{case}/default")).await.says("receipt.pdf");
        owner.get(&proofs).await.says("receipt.pdf").says("Back to the case");
        owner.get(&format!("{proofs}.csv")).await.says("receipt.pdf");
    }
}
