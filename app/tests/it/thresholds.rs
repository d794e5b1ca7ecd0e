//! How the thresholds of the policy would have done on the firm's own cases, as it was known before they were decided.

use crate::harness::{Copy, each_on, start};
use app::clock::Clock;
use std::time::Duration;

/// Twelve bills of a client, one a month from January of a year, each paid so many days after it fell due.
async fn bills(copy: &Copy, client: &str, year: i32, days_late: i32) {
    copy.client(client, &format!("Client {client}")).await;
    for month in 1..=12 {
        let day = |iso: &str| domain::days::Day::from_iso(iso).expect("a day");
        let due_on = day(&format!("{year}-{month:02}-10"));
        let (issued_on, paid_on) = (due_on.plus(-5), due_on.plus(days_late));
        copy.sql(&format!(
            "INSERT INTO invoices (client, id, issued_on, due_on, amount, tax, currency, known_on, source_id, source_line)
             VALUES ('{client}', 'I-{month}', '{issued_on}', '{due_on}', 115000, 15000, 'SAR', '{paid_on}', 0, 0)"
        ))
        .await;
        copy.sql(&format!(
            "INSERT INTO payments (client, id, invoice, paid_on, amount, currency, source_id, source_line)
             VALUES ('{client}', 'P-{month}', 'I-{month}', '{paid_on}', 115000, 'SAR', 0, 0)"
        ))
        .await;
    }
}

/// A bill that shows that a client is still one.
async fn billed_lately(copy: &Copy, client: &str) {
    copy.sql(&format!(
        "INSERT INTO invoices (client, id, issued_on, due_on, amount, tax, currency, known_on, source_id, source_line)
         VALUES ('{client}', 'I-13', '2026-03-01', '2026-05-01', 115000, 15000, 'SAR', '2026-03-01', 0, 0)"
    ))
    .await;
}

async fn ended(copy: &Copy, client: &str) {
    copy.sql(&format!(
        "INSERT INTO cases (client, case_id, seq, hash, stage, opened_on, since_on)
         VALUES ('{client}', 'x', 1, 'h', 'closed', '2026-01-05', '2026-02-10')"
    ))
    .await;
}

#[tokio::test]
async fn thresholds_are_held_against_what_became_of_clients() {
    for copy in each_on("2026-04-01").await {
        let mut owner = copy.owner().await;
        owner.get("/policy/back-test").await.says("Too few cases");
        // Five whom we ended paid sixty days late in the year before; of five who stayed a year ago all paid in time, whatever
        // they did since.
        for client in ["A", "B", "C", "D", "E"] {
            bills(&copy, client, 2025, 60).await;
            ended(&copy, client).await;
        }
        for client in ["K", "L", "M", "N", "O"] {
            bills(&copy, client, 2024, -1).await;
            billed_lately(&copy, client).await;
        }
        let page = owner.get("/policy/back-test").await;
        page.says("5 clients whom we ended and 5 who stayed")
            .says("Days late")
            .says("100% (5 of 5; between 57% and 100%)")
            .says("/policy/back-test.csv");
        let file = owner.get("/policy/back-test.csv").await;
        file.says("code,sign,level,threshold,recall,precision\n").says("P3,Days late,");
        // Above sixty days nobody would have been seen; it is said before it is saved.
        let high = [("P3.watch", "61"), ("P3.finding", "62"), ("P3.severe", "63")];
        let draft = owner.post("/policy/draft", &high).await;
        draft
            .says("/policy/draft.csv?P3.watch=61&#38;P3.finding=62&#38;P3.severe=63")
            .says("45 became 63")
            .says("100% (5 of 5; between 57% and 100%)")
            .says("0% (0 of 5; between 0% and 43%)");
        let mut member = copy.joins(&mut owner, "Huda", "member").await;
        assert_eq!(member.get("/policy/back-test").await.status, 404);
        assert_eq!(member.get("/policy/back-test.csv").await.status, 404);
        assert_eq!(member.get("/policy/progress").await.status, 404);
        member.get("/policy").await.hides("/policy/back-test");
    }
}

#[tokio::test]
async fn a_page_says_how_far_the_look_is_until_it_is_over() {
    for own in crate::database::each().await {
        let copy = start(own, |app| {
            app.clock = Clock::standing_on(domain::days::Day::from_iso("2026-04-01").expect("a day"));
            app.patience = Duration::ZERO;
        })
        .await;
        let mut owner = copy.owner().await;
        bills(&copy, "A", 2025, 60).await;
        let high = [("P3.watch", "61"), ("P3.finding", "62"), ("P3.severe", "63")];
        let elsewhere = owner.post("/policy/draft", &high).await;
        assert_eq!((elsewhere.status, elsewhere.header("location")), (303, Some(DRAFT)));
        let file = owner.get(&DRAFT.replace("draft", "draft.csv")).await;
        file.says("client,name,code,sign,now,then\n").says("A,Client A,P3,Days late,");
        // What is measured is there at once.
        owner.get(DRAFT).await.says("45 became 63").says("Client A");
        owner.get("/policy/progress").await.says("event: over");
        assert_eq!(owner.get("/policy/draft").await.header("location"), Some("/policy"), "nothing is changed");
        // Once anything changes, it is measured again.
        let invoice = [("invoice", "N-1"), ("issued_on", "2026-03-01"), ("due_on", "2026-03-20"), ("amount", "100")];
        assert_eq!(owner.post("/clients/A/invoices/new", &invoice).await.status, 303);
        let page = owner.get(DRAFT).await;
        page.says("All clients are being looked at").says("data-watch=\"/policy/progress\"").says("content=\"3\"");
        let mut member = copy.joins(&mut owner, "Huda", "member").await;
        assert_eq!(member.get(DRAFT).await.status, 403);
    }
}

const DRAFT: &str = "/policy/draft?P3.watch=61&P3.finding=62&P3.severe=63";
