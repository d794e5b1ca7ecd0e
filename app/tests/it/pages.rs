//! The seeing pages: lists, clients, findings, records, the policy, and what of them each person sees.

use crate::database;
use crate::harness::{Browser, Copy, each, start};
use app::clock::Clock;
use app::flow::assess;
use app::store::entries;
use domain::days::Day;
use std::time::Duration;

fn today() -> Day {
    Day::from_iso("2026-11-22").expect("a day")
}

/// A firm with a client that pays ever later, one that pays in time, and one whose key is no easy word.
async fn firm(copy: &Copy) {
    copy.client("NK", "Nakhla <Furniture>").await;
    copy.client("C/2 ?", "مُؤسّسة الأُفق").await;
    copy.sql("UPDATE clients SET lead = 'Reem', agreed_hours_per_month = 10").await;
    copy.sql(
        "INSERT INTO sources (id, sha256, name, imported_at, tax)
         VALUES (1, '0123456789abcdef', 'invoices.csv', '2026-11-20T10:00:00Z', 'unknown')",
    )
    .await;
    for month in 1..=10 {
        let days = 4 * month;
        for (client, days) in [("NK", days), ("C/2 ?", 0)] {
            let due = Day::new(2026, month as u32, 5).expect("a day");
            copy.sql(&format!(
                "INSERT INTO invoices (client, id, issued_on, due_on, amount, currency, known_on, source_id, source_line)
                 VALUES ('{client}', 'I-{month}', '{}', '{due}', 100000, 'SAR', '{due}', 1, {})",
                due.plus(-30),
                month + 1
            ))
            .await;
            copy.sql(&format!(
                "INSERT INTO payments (client, id, invoice, paid_on, amount, currency, source_id, source_line)
                 VALUES ('{client}', 'P-{month}', 'I-{month}', '{}', 100000, 'SAR', 1, {})",
                due.plus(days),
                month + 101
            ))
            .await;
        }
        for (person, entry) in [("Reem", "a"), ("Sami Omar", "b")] {
            copy.sql(&format!(
                "INSERT INTO time (client, id, on_day, minutes, person, cost_rate, currency, source_id, source_line)
                 VALUES ('NK', 'T-{month}{entry}', '2026-{month:02}-10', 451, '{person}', 7777, 'SAR', 1, {month})"
            ))
            .await;
        }
    }
    assess::renew(&copy.own.db, today()).await.expect("a run");
}

#[tokio::test]
async fn a_list_of_old_records_says_of_which_day_the_newest_is() {
    for own in database::each().await {
        let later = Day::from_iso("2028-01-01").expect("a day");
        let copy = start(own, |app| app.clock = Clock::standing_on(later)).await;
        let mut owner = copy.owner().await;
        firm(&copy).await;
        assess::renew(&copy.own.db, later).await.expect("a run");
        let page = owner.get("/").await;
        page.says("<p class=\"lede\">The newest record is of <strong>14 November 2026</strong>");
        page.says("any of our two clients today").says("<a href=\"/?on=2026-11-14\">Look at the list of that day");
        copy.sql(
            "INSERT INTO payments (client, id, invoice, paid_on, amount, currency, source_id, source_line)
             VALUES ('NK', 'P-x', 'I-1', '2026-12-01', 1, 'SAR', 0, 0)",
        )
        .await;
        copy.sql("UPDATE revisions SET number = number + 1 WHERE name = 'records'").await;
        assess::one_client(&copy.own.db, "NK", later).await.expect("a run");
        owner.get("/").await.says("<strong>1 December 2026</strong>").says("/?on=2026-12-01");
    }
}

/// Starts a copy on each database with the firm above, and its owner's browser.
async fn firms() -> Vec<(Copy, Browser)> {
    let mut firms = vec![];
    for own in database::each().await {
        let copy = start(own, |app| app.clock = Clock::standing_on(today())).await;
        let owner = copy.owner().await;
        firm(&copy).await;
        firms.push((copy, owner));
    }
    firms
}

#[tokio::test]
async fn the_list_is_worst_first_and_finds_what_it_is_asked_for() {
    for (_copy, mut owner) in firms().await {
        let page = owner.get("/").await;
        page.says("Nakhla &#60;Furniture&#62;").hides("<Furniture>").says("/clients/C%2F2%20%3F");
        let (first, second) =
            (page.body.find("rowlink\" href=\"/clients/NK"), page.body.find("rowlink\" href=\"/clients/C"));
        assert!(first < second, "the client that pays late stands first");
        owner
            .get("/?q=%D9%85%D8%A4%D8%B3%D8%B3%D9%87%20%D8%A7%D9%84%D8%A7%D9%81%D9%82")
            .await
            .says("/clients/C%2F2")
            .hides("rowlink\" href=\"/clients/NK");
        owner.get("/?code=P5").await.says("rowlink\" href=\"/clients/NK").hides("rowlink\" href=\"/clients/C");
        owner.get("/?q=nobody").await.says("No client fits").hides("rowlink");
        owner.get("/?lead=mine").await.says("rowlink\" href=\"/clients/NK");
        owner.get("/?lead=Sami").await.hides("rowlink");
        owner.get("/?page=99&level=x&gravity=y").await.hides("rowlink");
    }
}

#[tokio::test]
async fn my_clients_are_those_whose_lead_is_mapped_to_me() {
    const NAKHLA: &str = "rowlink\" href=\"/clients/NK";
    for (copy, mut owner) in firms().await {
        copy.sql("UPDATE clients SET lead = 'R. Alotaibi' WHERE client = 'NK'").await;
        assess::renew(&copy.own.db, today()).await.expect("a run");
        owner.get("/?lead=mine").await.hides(NAKHLA).says("rowlink\" href=\"/clients/C");
        let reem = copy.text("SELECT id FROM members WHERE name = 'Reem'").await;
        owner.post("/names", &[("spelling", "r alotaibi"), ("member", reem.as_str())]).await;
        owner.get("/?lead=mine").await.says(NAKHLA).says("rowlink\" href=\"/clients/C");
        owner.post("/names/removal", &[("spelling", "r alotaibi")]).await;
        owner.get("/?lead=mine").await.hides(NAKHLA);
    }
}

#[tokio::test]
async fn a_list_kept_in_memory_is_renewed_by_any_change() {
    for (copy, mut owner) in firms().await {
        owner.get("/").await.says("Nakhla");
        copy.sql("UPDATE clients SET name = 'Palm' WHERE client = 'NK'").await;
        owner.get("/").await.says("Nakhla");
        assess::renew(&copy.own.db, today()).await.expect("a run");
        owner.get("/").await.says("Palm").hides("Nakhla");
    }
}

#[tokio::test]
async fn a_finding_leads_to_its_rows_and_they_to_their_lines() {
    for (_copy, mut owner) in firms().await {
        let client = owner.get("/clients/NK").await;
        client.says("/clients/NK/findings/P5").says("<svg class=\"c\"").says("They pay ever later");
        let finding = owner.get("/clients/NK/findings/P5").await;
        finding.says("/clients/NK/invoices/I-10").says("invoices.csv").says("line").says("/policy/1");
        let record = owner.get("/clients/NK/invoices/I-10").await;
        record.says("invoices.csv").says("0123456789ab").says("11").says("Late payment").says("P-10");
        assert_eq!(owner.get("/clients/NK/findings/K1").await.status, 404);
        assert_eq!(owner.get("/clients/NK/findings/R10").await.status, 404);
        assert_eq!(owner.get("/clients/nobody").await.status, 404);
        assert_eq!(owner.get("/clients/NK/nothing").await.status, 404);
        assert_eq!(owner.get("/clients/NK/invoices/I-99").await.status, 404);
        owner.get("/clients/C%2F2%20%3F").await.says("no signs").says("/clients/C%2F2%20%3F/invoices");
        owner.get("/clients/C%2F2%20%3F/invoices").await.says("I-10");
    }
}

#[tokio::test]
async fn what_is_said_while_a_run_measures_stands_after_it() {
    for (copy, _owner) in firms().await {
        let mut tx = entries::begin(&copy.own.db).await.expect("the store");
        let db = copy.own.db.clone();
        let run = tokio::spawn(async move { assess::renew(&db, today()).await });
        tokio::time::sleep(Duration::from_millis(500)).await;
        let dismissal = "UPDATE episodes SET state = 'dismissed', decided_level = level
                          WHERE client = 'NK' AND code = 'P5'";
        sqlx::query(dismissal).execute(&mut *tx).await.expect("a dismissal");
        tx.commit().await.expect("the store");
        run.await.expect("no panic").expect("a run");
        assert_eq!(copy.text("SELECT state FROM episodes WHERE client = 'NK' AND code = 'P5'").await, "dismissed");
    }
}

#[tokio::test]
async fn a_dismissal_needs_a_reason_and_stays_visible() {
    for (_copy, mut owner) in firms().await {
        let refused = owner.post("/clients/NK/findings/P5/dismissal", &[("reason", " ")]).await;
        assert_eq!(refused.status, 422);
        refused.says("A reason is needed").says("aria-invalid");
        let done = owner.post("/clients/NK/findings/P5/dismissal", &[("reason", "they <moved> banks")]).await;
        assert_eq!(done.status, 303);
        owner.get("/clients/NK/findings/P5").await.says("dismissed").says("they &#60;moved&#62; banks").says("Reem");
        owner.get("/clients/NK").await.says("dismissed").says("/clients/NK/findings/P5");
        assert_eq!(owner.post("/clients/NK/findings/P5/confirmation", &[]).await.status, 303);
        owner.get("/clients/NK/findings/P5").await.says("confirmed");
        assert_eq!(owner.post("/clients/NK/findings/K1/confirmation", &[]).await.status, 404);
        assert_eq!(owner.post("/clients/NK/findings/R10/confirmation", &[]).await.status, 404);
    }
}

#[tokio::test]
async fn members_see_their_own_hours_and_no_cost() {
    for (copy, mut owner) in firms().await {
        let mut member = copy.joins(&mut owner, "Sami", "member").await;
        owner.get("/clients/NK/time").await.says("T-1a").says("T-1b");
        owner.get("/clients/NK/time/T-1a").await.says("77.77");
        member.get("/clients/NK/time").await.hides("T-1a").hides("T-1b").says("your own only");
        // What they enter themselves stands under their own name, which nobody has mapped.
        let own = [("entry", "T-own"), ("on_day", "2026-02-01"), ("minutes", "90")];
        assert_eq!(member.post("/clients/NK/time/new", &own).await.status, 303);
        assert_eq!(member.get("/clients/NK/time/T-own").await.status, 200);
        member.get("/clients/NK/time").await.says("T-own").hides("T-1a").hides("T-1b");
        let sami = copy.text("SELECT id FROM members WHERE name = 'Sami'").await;
        let spelling = domain::text::fold("Sami Omar");
        copy.sql(&format!("INSERT INTO person_names (spelling, member) VALUES ('{spelling}', '{sami}')")).await;
        member.get("/clients/NK/time").await.says("T-1b").hides("T-1a");
        member.get("/clients/NK/time/T-1b").await.hides("77.77");
        assert_eq!(member.get("/clients/NK/time/T-1a").await.status, 404);
        let file = member.get("/clients/NK/time.csv").await;
        file.says("T-1b").hides("T-1a").hides("cost_rate").hides("77.77");
        owner.get("/clients/NK/time.csv").await.says("T-1a").says("cost_rate").says("77.77");
        assert_eq!(member.get("/clients/NK/findings/E4").await.status, 404);
        assert_eq!(member.post("/policy/draft", &[("P3.watch", "1")]).await.status, 403);
        assert_eq!(member.post("/policy", &[("text", ""), ("reason", "x")]).await.status, 403);
    }
}

#[tokio::test]
async fn files_carry_the_same_rows() {
    for (_copy, mut owner) in firms().await {
        let file = owner.get("/clients/NK/invoices.csv").await;
        assert_eq!(file.header("content-type"), Some("text/csv; charset=utf-8"));
        file.says("\u{feff}client,invoice,issued_on,due_on,amount,").says("NK,I-10,2026-09-05,2026-10-05,1000.00,");
        let list = owner.get("/clients.csv?code=P5").await;
        list.says("NK,Nakhla <Furniture>,Reem,").hides("C/2");
        let findings = owner.get("/clients/NK/findings.csv").await;
        findings.says("\u{feff}client,code,sign,level,says,").says("NK,P5,").hides("\u{2068}").hides("*");
        owner.get("/clients/NK/findings/P5").await.says("/clients/NK/findings/P5/rows.xlsx").says("data-print");
        let rows = owner.get("/clients/NK/findings/P5/rows.csv").await;
        rows.says("\u{feff}client,kind,record,on,amount,currency,file,line");
        rows.says("NK,Invoices,I-10,2026-09-05,1000.00,SAR,invoices.csv,11").says("NK,Payments,P-10,");
        // The latest bill tells most; its payment first, as on the page.
        assert!(rows.body.find("Payments,P-10,") < rows.body.find("Payments,P-9,"), "{}", rows.body);
        for path in ["P5/rows.pdf", "P5/other.csv", "P6/rows.csv", "XX/rows.csv"] {
            assert_eq!(owner.get(&format!("/clients/NK/findings/{path}")).await.status, 404, "{path}");
        }
        let members = owner.get("/members.csv").await;
        members.says("\u{feff}name,email,role,place,joined_on,left_on").says("Reem,");
        owner.get("/imports.csv").await.says("\u{feff}on,time,by,file,rows,added,changed,unchanged,problems");
        let workbook = owner.get("/clients/NK/invoices.xlsx").await;
        assert_eq!(workbook.status, 200);
        assert!(workbook.header("content-type").is_some_and(|media| media.contains("spreadsheetml")));
        assert_eq!(owner.get("/clients/NK/nothing.csv").await.status, 404);
    }
}

#[tokio::test]
async fn a_changed_policy_is_tried_before_it_is_saved() {
    for (copy, mut owner) in firms().await {
        owner.get("/policy").await.says("P5.watch").says("Version 1");
        let refused = owner.post("/policy/draft", &[("P3.watch", "900")]).await;
        assert_eq!(refused.status, 422);
        refused.says("do not worsen").says("value=\"900\"");
        let outside = owner.post("/policy/draft", &[("P3.severe", "366")]).await;
        assert_eq!(outside.status, 422);
        outside.says("a number from 1 to 365").says("value=\"366\"");
        let high = [("P5.watch", "0.97"), ("P5.finding", "0.98"), ("P5.severe", "0.99"), ("P5.slope_days", "90")];
        let tried = owner.post("/policy/draft", &high).await;
        tried.says("would vanish").says("/clients/NK").says("0.97");
        owner.get("/clients/NK/findings/P5").await.says("How we know");
        let start = tried.body.find("hidden>").expect("the draft's text") + 7;
        let end = start + tried.body[start..].find("</textarea>").expect("its end");
        let text = tried.body[start..end].replace("&#34;", "\"");
        let by_hand = text.replace("episode_days = 60", "episode_days = 6000");
        let by_hand = owner.post("/policy", &[("text", &by_hand), ("reason", "for good")]).await;
        assert_eq!(by_hand.status, 422);
        by_hand.says("a number from 7 to 366");
        assert_eq!(owner.post("/policy", &[("text", &text), ("reason", "")]).await.status, 422);
        assert_eq!(owner.post("/policy", &[("text", &text), ("reason", "we are patient")]).await.status, 303);
        owner.get("/policy").await.says("Version 2").says("we are patient").says("0.25 became 0.97");
        owner.get("/policy/1").await.says("as it once held").hides("name=\"P5.watch\"");
        owner.get("/policy/2.toml").await.says("version = 2");
        owner.get("/clients/NK/findings/P5").await.says("no longer seen");
        let overtaken = owner.post("/policy", &[("text", &text), ("reason", "again")]).await;
        assert_eq!(overtaken.status, 422);
        overtaken.says("Somebody saved another version");
        assert_eq!(copy.text("SELECT CAST(COUNT(*) AS TEXT) FROM policies").await, "1");
    }
}

#[tokio::test]
async fn a_shared_screen_shows_one_client_and_no_sums() {
    for (_copy, mut owner) in firms().await {
        let page = owner.post("/sharing", &[("client", "C/2 ?")]).await;
        assert_eq!(page.status, 303, "{}", page.body);
        let list = owner.get("/").await;
        assert_eq!((list.status, list.header("location")), (303, Some("/clients/C%2F2%20%3F")));
        assert_eq!(owner.get("/clients/NK").await.status, 404);
        assert_eq!(owner.get("/clients/NK/invoices").await.status, 404);
        assert_eq!(owner.get("/clients/NK/findings/P5").await.status, 404);
        assert_eq!(owner.get("/clients.csv").await.status, 404);
        assert_eq!(owner.get("/policy").await.status, 404);
        owner.get("/clients/C%2F2%20%3F/invoices").await.hides("1,000").says("hidden");
        owner.get("/clients/C%2F2%20%3F/invoices/I-1").await.hides("1,000").hides("/edit");
        owner.get("/clients/C%2F2%20%3F/invoices.csv").await.says("I-10").hides("amount").hides("1000");
    }
}

#[tokio::test]
async fn an_empty_firm_is_told_where_to_begin() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        owner.get("/").await.says("We see nothing yet").says("/imports/new");
        copy.client("NK", "Nakhla").await;
        owner.get("/clients/NK").await.says("Nakhla");
        copy.sql("UPDATE revisions SET number = number + 1").await;
        owner.get("/").await.says("Your records are in");
    }
}

#[tokio::test]
async fn a_report_is_seen_by_its_readers_and_changes_nothing_for_the_others() {
    for (copy, mut owner) in firms().await {
        let mut huda = copy.joins(&mut owner, "Huda", "finance").await;
        let mut lina = copy.joins(&mut owner, "Lina", "member").await;
        let reem = copy.text("SELECT id FROM members WHERE name = 'Reem'").await;
        let reader = copy.text("SELECT id FROM members WHERE name = 'Huda'").await;
        let recipients =
            [("recipient", reem.as_str()), ("recipient", &reader), ("outside", "Ombuds office, 920 000 000")];
        assert_eq!(owner.post("/reports/recipients", &recipients).await.status, 303);
        let pages = ["/", "/clients/C%2F2%20%3F", "/clients.csv", "/?gravity=critical", "/?level=severe"];
        let mut before = vec![];
        for path in pages {
            before.push(owner.get(path).await.body);
        }
        let report = [
            ("kind", "harassment"),
            ("client", "C/2 ?"),
            ("at", "2026-11-01"),
            ("text", "what was said"),
            ("do", "file"),
            ("reader", &reader),
        ];
        let filed = lina.post_with_files("/reports", &report, &[]).await;
        assert_eq!(filed.header("location"), Some("/reports?filed=1"), "{}", filed.body);
        for (path, before) in pages.into_iter().zip(before) {
            assert_eq!(owner.get(path).await.body, before, "{path} is the same for the owner");
        }
        assert_eq!(owner.get("/clients/C%2F2%20%3F/findings/K1").await.status, 404);
        let list = huda.get("/").await;
        list.says("l-critical").says("gravity=critical");
        let (first, second) =
            (list.body.find("rowlink\" href=\"/clients/C"), list.body.find("rowlink\" href=\"/clients/NK"));
        assert!(first < second, "the critical client stands first for who may know");
        huda.get("/?gravity=critical").await.says("rowlink\" href=\"/clients/C").hides("rowlink\" href=\"/clients/NK");
        huda.get("/clients/C%2F2%20%3F").await.says("/findings/K1").says("harassment");
        huda.get("/clients/C%2F2%20%3F/findings/K1").await.says("/reports/").hides("/confirmation");
        huda.get("/clients.csv").await.hides("K1").hides("harassment");
        let nakhla = report.map(|(name, value)| (name, if name == "client" { "NK" } else { value }));
        assert_eq!(lina.post_with_files("/reports", &nakhla, &[]).await.status, 303);
        huda.get("/?level=severe").await.says("rowlink\" href=\"/clients/NK").says("l-critical");
        huda.get("/?level=watch").await.hides("rowlink");
    }
}
