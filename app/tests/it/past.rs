//! Pages of a past day, and lists as files: what was known then, the line that says so, and what keeps the day.

use crate::database;
use crate::files;
use crate::harness::{Browser, Copy, start};
use app::clock::Clock;
use app::flow::assess;
use domain::days::Day;

fn today() -> Day {
    Day::from_iso("2026-11-22").expect("a day")
}

/// Invoices of Nakhla that are paid ever later, and of Riwaq that are paid in time.
fn records() -> [(&'static str, String); 2] {
    let mut invoices = "invoice,client,issued_on,due_on,amount,currency\n".to_owned();
    let mut payments = "client,invoice,paid_on,amount,currency\n".to_owned();
    for month in 1..=10 {
        for (client, late) in [("Nakhla", 5 * month), ("Riwaq", 0)] {
            let due = Day::new(2026, month as u32, 5).expect("a day");
            invoices += &format!("{client}-{month},{client},{},{due},1000,SAR\n", due.plus(-30));
            payments += &format!("{client},{client}-{month},{},1000,SAR\n", due.plus(late));
        }
    }
    [("invoices.csv", invoices), ("payments.csv", payments)]
}

async fn firms() -> Vec<(Copy, Browser)> {
    let mut firms = vec![];
    for own in database::each().await {
        let copy = start(own, |app| app.clock = Clock::standing_on(today())).await;
        let owner = copy.owner().await;
        let records = records();
        let named: Vec<(&str, &str)> = records.iter().map(|(name, text)| (*name, text.as_str())).collect();
        files::import(&copy.own.db, &named).await;
        assess::renew(&copy.own.db, today()).await.expect("a run");
        firms.push((copy, owner));
    }
    firms
}

#[tokio::test(flavor = "multi_thread")]
async fn a_past_day_shows_what_was_known_then() {
    for (_copy, mut owner) in firms().await {
        let now = owner.get("/").await;
        now.says("than the one before").says("name=\"on\" value=\"\" max=\"2026-11-22\"").hides("class=\"past\"");
        let then = owner.get("/?on=2026-03-01").await;
        then.says("Shown as it was known on <strong>1 March 2026</strong>").hides("than the one before");
        then.says("<a class=\"btn small\" href=\"/\">Back to today").says("/clients/Nakhla?on=2026-03-01");
        then.says("/clients.csv?on=2026-03-01").says("name=\"on\" value=\"2026-03-01\"");
        then.says("href=\"/?level=severe&#38;on=2026-03-01\"");
        let client = owner.get("/clients/Nakhla").await;
        client.says("They pay ever later").says("/clients/Nakhla/note").says("id=\"records\"");
        let client = owner.get("/clients/Nakhla?on=2026-03-01").await;
        client.says("1 March 2026").says("href=\"/clients/Nakhla\">Back to today").hides("They pay ever later");
        client.hides("/clients/Nakhla/note").hides("id=\"records\"").says("href=\"/?on=2026-03-01\"");
        // Late enough for the sign: its page and its files keep the day.
        let client = owner.get("/clients/Nakhla?on=2026-10-01").await;
        client.says("/clients/Nakhla/findings/P5?on=2026-10-01").says("findings.csv?on=2026-10-01");
        let finding = owner.get("/clients/Nakhla/findings/P5?on=2026-10-01").await;
        finding.says("1 October 2026").says("rows.csv?on=2026-10-01").hides("/confirmation").hides("Nakhla-10\"");
        let rows = owner.get("/clients/Nakhla/findings/P5/rows.csv?on=2026-10-01").await;
        rows.says("Nakhla-5").hides("Nakhla-10");
        owner.get("/clients/Nakhla/findings/P5/rows.csv").await.says("Nakhla-10");
        let file = owner.get("/clients.csv?on=2026-03-01").await;
        file.says("Nakhla").hides("P5");
        assert!(file.header("content-disposition").is_some_and(|name| name.contains("clients-2026-03-01.csv")));
        owner.get("/clients.csv").await.says("P5");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_day_that_is_none_or_has_not_come_is_said() {
    let (_copy, mut owner) = firms().await.remove(0);
    for path in ["/?on=2026-02-30", "/clients/Nakhla?on=2026-02-30"] {
        let page = owner.get(path).await;
        assert_eq!(page.status, 422);
        page.says("2026-02-30").says("is no day of the calendar").says("than the one before");
        let page = owner.get(&path.replace("2026-02-30", "2026-11-23")).await;
        assert_eq!(page.status, 422);
        page.says("23 November 2026").says("has not come yet").says("aria-invalid");
    }
    assert_eq!(owner.get("/clients.csv?on=soon").await.status, 400);
    assert_eq!(owner.get("/?on=2026-11-22").await.hides("class=\"past\"").status, 200);
    owner.post("/settings/reading", &[("language", "ar"), ("digits", "latn")]).await;
    owner.get("/?on=2026-11-23").await.says("لم يحن").says("23 نوفمبر 2026");
    let then = owner.get("/clients/Nakhla?on=2026-03-01").await;
    then.says("المعروض ما كان معروفاً في <strong>1 مارس 2026</strong>").says("العودة إلى اليوم");
}

#[tokio::test(flavor = "multi_thread")]
async fn another_spelling_keeps_the_day() {
    for (_copy, mut owner) in firms().await {
        owner.post("/clients/merges", &[("spelling", "Riwaq"), ("client", "Nakhla")]).await;
        for (rest, on) in [
            ("", ""),
            ("", "?on=2026-10-01"),
            ("/findings/P5", "?on=2026-10-01"),
            ("/findings/P5/rows.csv", "?on=2026-10-01"),
            ("/findings.csv", "?on=2026-10-01"),
        ] {
            let answer = owner.get(&format!("/clients/Riwaq{rest}{on}")).await;
            assert_eq!(answer.header("location"), Some(format!("/clients/Nakhla{rest}{on}").as_str()));
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn names_merges_and_thresholds_are_taken_along() {
    let (copy, mut owner) = firms().await.remove(0);
    copy.sql("UPDATE clients SET lead = 'Sami Omar'").await;
    owner.post("/names", &[("spelling", "sami omar"), ("member", "-")]).await;
    owner.get("/names").await.says("href=\"/names.csv\"").says("href=\"/names.xlsx\"");
    owner.get("/names.csv").await.says("name,member,kinds").says("sami omar");
    assert_eq!(owner.get("/names.xlsx").await.status, 200);
    owner.post("/clients/merges", &[("spelling", "Riwaq"), ("client", "Nakhla")]).await;
    owner.get("/clients/merges").await.says("href=\"/clients/merges.csv\"");
    owner
        .get("/clients/merges.csv")
        .await
        .says("spelling,spelling_name,client")
        .says("Riwaq,Riwaq,Nakhla,Nakhla,2026-11-22");
    assert_eq!(owner.get("/clients/merges.xlsx").await.status, 200);
    owner.get("/policy").await.says("href=\"/policy/1.csv\"").says("href=\"/policy/1.xlsx\"");
    owner.get("/policy/1.csv").await.says("code,sign,setting,value").says("P5,");
    assert_eq!(owner.get("/policy/1.xlsx").await.status, 200);
    assert_eq!(owner.get("/policy/9.csv").await.status, 404);
    let mut member = copy.joins(&mut owner, "Nasser", "member").await;
    for path in ["/names.csv", "/clients/merges.xlsx"] {
        assert_eq!(member.get(path).await.status, 403, "{path}");
    }
    owner.post("/settings/reading", &[("language", "ar"), ("digits", "latn")]).await;
    owner.get("/policy").await.says("تنزيل القائمة").says("/policy/1.xlsx");
}
