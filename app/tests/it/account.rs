//! The account of a client: the sentence, the lines with their records, what comes next, what people state, interest, the
//! files, and who may see what.

use crate::harness::{Browser, Copy, each_on};

const TODAY: &str = "2026-06-30";

async fn invoice(copy: &Copy, id: &str, due: &str, minor: i64, more: &str) {
    let columns = if more.is_empty() { "" } else { ", disputed, disputed_on" };
    copy.sql(&format!(
        "INSERT INTO invoices (client, id, issued_on, due_on, amount, currency, known_on, source_id, source_line{columns})
         VALUES ('NK', '{id}', '2026-03-01', '{due}', {minor}, 'SAR', '{due}', 0, 0{more})"
    ))
    .await;
}

/// A client in Riyadh: one invoice late and partly paid, one disputed, one deposit paid, and work that is not billed.
async fn nakhla(copy: &Copy) {
    copy.client("NK", "Nakhla & Sons").await;
    copy.sql("UPDATE clients SET country = 'SA', currency = 'SAR', agreed_rate = 20000 WHERE client = 'NK'").await;
    invoice(copy, "NK-1", "2026-05-31", 100_000, "").await;
    invoice(copy, "NK-2", "2026-06-10", 50_000, ", 1, '2026-06-12'").await;
    invoice(copy, "DEP", "2026-03-10", 300_000, "").await;
    copy.sql("UPDATE invoices SET kind = 'deposit' WHERE id = 'DEP'").await;
    for (id, of, on, minor) in [("P1", "NK-1", "2026-06-05", 40_000), ("P2", "DEP", "2026-03-09", 300_000)] {
        copy.sql(&format!(
            "INSERT INTO payments (client, id, invoice, paid_on, amount, currency, source_id, source_line)
             VALUES ('NK', '{id}', '{of}', '{on}', {minor}, 'SAR', 0, 0)"
        ))
        .await;
    }
    copy.sql(
        "INSERT INTO time (client, id, on_day, minutes, billable, currency, source_id, source_line)
         VALUES ('NK', 'T-1', '2026-06-15', 90, 1, 'SAR', 0, 0)",
    )
    .await;
}

async fn states(owner: &mut Browser, form: &[(&str, &str)]) -> u16 {
    owner.post("/clients/NK/account/particulars/new", form).await.status
}

#[tokio::test]
async fn an_account_says_who_owes_what_and_what_comes_next() {
    for copy in each_on(TODAY).await {
        let mut owner = copy.owner().await;
        copy.client("BA", "Balsam").await;
        owner.get("/clients/BA/account").await.says("There is no invoice yet").says("There is no invoice yet.");
        nakhla(&copy).await;
        let page = owner.get("/clients/NK/account").await;
        page.says("Nakhla &#38; Sons").says("owes us").says("SAR\u{a0}600").says("One invoice is overdue.");
        page.says("Disputed").says("SAR\u{a0}500").says("Waits for a word").says("SAR\u{a0}3,000");
        page.says("A deposit was paid: is it held in trust").says("(1.5 hours)").says("SAR\u{a0}300");
        // Nothing was sent: the friendly reminder comes first, however late it is. Three days after is a Wednesday.
        page.says("Friendly reminder").says("3 June 2026").says("invoice=NK-1&#38;sent_on=2026-06-30&#38;level=1");
        // Noon in Riyadh.
        page.says("at their place it is between").says("09:00").says("17:00");
        page.says("Nothing more is sent: all of it is disputed.").hides("DEP\" class=\"btn");
        page.says("/clients/NK/payments/P1").says("30 days late");
        assert_eq!(owner.get("/clients/NOBODY/account").await.status, 404);
        assert_eq!(owner.post("/language", &[("language", "ar"), ("back", "/")]).await.status, 303);
        let arabic = owner.get("/clients/NK/account").await;
        arabic.says("لنا على").says("تذكير ودّي").says("أمانة").says("dir=\"rtl\"");
    }
}

#[tokio::test]
async fn what_people_state_counts_and_can_be_withdrawn() {
    for copy in each_on(TODAY).await {
        let mut owner = copy.owner().await;
        nakhla(&copy).await;
        let form = owner.get("/clients/NK/account/particulars/new").await;
        form.says("?kind=advance").says("?kind=trust").says("A payment plan was accepted");
        assert_eq!(states(&mut owner, &[("kind", "trust"), ("invoice", "DEP")]).await, 422, "it rests on something");
        let trust = [("kind", "trust"), ("invoice", "DEP"), ("basis", "Contract, clause 7")];
        assert_eq!(states(&mut owner, &trust).await, 303);
        let page = owner.get("/clients/NK/account").await;
        page.says("Held in trust").says("Contract, clause 7").hides("A deposit was paid");
        let part = [("kind", "disputed_part"), ("invoice", "NK-2"), ("amount", "900"), ("basis", "Letter of 12 June")];
        let wrong = owner.post("/clients/NK/account/particulars/new", &part).await;
        assert_eq!(wrong.status, 422);
        wrong.says("This is more than the invoice has.").says("value=\"900\"");
        let part = [("kind", "disputed_part"), ("invoice", "NK-2"), ("amount", "200"), ("basis", "Letter of 12 June")];
        assert_eq!(states(&mut owner, &part).await, 303);
        owner.get("/clients/NK/account").await.says("besides SAR\u{a0}200 disputed").says("SAR\u{a0}900");
        let pause =
            [("kind", "pause"), ("from", "2026-06-20"), ("until", "2026-07-05"), ("basis", "Feast; agreed by phone")];
        assert_eq!(states(&mut owner, &pause).await, 303);
        let page = owner.get("/clients/NK/account").await;
        page.says("Rests until").says("5 July 2026");
        let id = page.body.split("name=\"id\" value=\"").nth(3).and_then(|rest| rest.split('"').next());
        let gone =
            owner.post("/clients/NK/account/particulars/withdrawal", &[("id", id.expect("three are stated"))]).await;
        assert_eq!(gone.status, 303);
        owner.get("/clients/NK/account").await.hides("Rests until").says("Contract, clause 7");
        assert_eq!(copy.text("SELECT CAST(COUNT(*) AS TEXT) FROM particulars").await, "3", "withdrawn is not lost");
        let early = [("kind", "waiver"), ("until", "2026-07-01"), ("basis", "A good-will end")];
        assert_eq!(states(&mut owner, &early).await, 422, "nobody waives what is not worked yet");
        let waiver = [("kind", "waiver"), ("until", "2026-06-30"), ("basis", "A good-will end")];
        assert_eq!(states(&mut owner, &waiver).await, 303);
        let page = owner.get("/clients/NK/account").await;
        page.says("Waived, never billed").says("A good-will end").hides("Not billed yet");
    }
}

#[tokio::test]
async fn a_plan_comes_to_what_is_open_and_stops_reminders() {
    for copy in each_on(TODAY).await {
        let mut owner = copy.owner().await;
        nakhla(&copy).await;
        let plan = |second: &'static str| {
            [
                ("kind", "plan"),
                ("plan_invoice", "NK-1"),
                ("accepted_on", "2026-06-29"),
                ("on-1", "2026-07-15"),
                ("sum-1", "300"),
                ("on-2", "2026-08-15"),
                ("sum-2", second),
                ("basis", "Mail of 29 June"),
            ]
        };
        let wrong = owner.post("/clients/NK/account/particulars/new", &plan("200")).await;
        assert_eq!(wrong.status, 422);
        wrong.says("must come to SAR\u{a0}600");
        assert_eq!(states(&mut owner, &plan("300")).await, 303);
        owner.get("/clients/NK/account").await.says("a payment plan was accepted and is kept");
    }
}

#[tokio::test]
async fn interest_is_tried_out_and_kept_nowhere() {
    for copy in each_on(TODAY).await {
        let mut owner = copy.owner().await;
        nakhla(&copy).await;
        let page = owner.get("/clients/NK/account/interest?place=SA&clause=9").await;
        page.says("Nothing may be claimed as interest.").says("The law does not allow interest.");
        page.says("State a documented loss instead").says("?kind=loss");
        owner.get("/clients/NK/account/interest?place=AE&clause=").await.says("No clause of the contract was named.");
        // 1,000 for 5 days at 9%: 1.23, which the payment pays first; 601.23 for 25 days: 3.71. None on what is disputed.
        let page = owner.get("/clients/NK/account/interest?place=AE&clause=9.2").await;
        page.says("SAR\u{a0}4.94")
            .says("SAR\u{a0}1.23")
            .says("SAR\u{a0}601.23")
            .says("9%")
            .says("Federal Decree-Law 50/2022");
        page.says("This is the most; courts often award less.").hides("NK-2");
        owner.get("/clients/NK/account").await.hides("4.94");
        let wrong = owner.get("/clients/NK/account/interest?place=AE&clause=9.2&rate=much").await;
        assert_eq!(wrong.status, 422);
        wrong.says("value=\"much\"");
    }
}

#[tokio::test]
async fn the_files_hold_every_line_with_its_record() {
    for copy in each_on(TODAY).await {
        let mut owner = copy.owner().await;
        nakhla(&copy).await;
        let file = owner.get("/clients/NK/account/statement.csv").await;
        let lines: Vec<&str> = file.body.trim_start_matches('\u{feff}').lines().collect();
        assert_eq!(lines[0], "currency,on,kind,reference,due_on,charge,credit,balance,record,file,line");
        assert_eq!(lines.len(), 6);
        assert_eq!(lines[5], "SAR,2026-06-05,Payment for,NK-1,,,400.00,1100.00,P1,,");
        let file = owner.get("/clients/NK/account/final.csv").await;
        assert!(file.body.contains("They owe us,Invoice,600.00,SAR,2026-05-31,,NK-1 P1,,"), "{}", file.body);
        assert!(file.body.contains("Not billed yet,Work,300.00,SAR,,90,T-1,,"), "{}", file.body);
        for name in ["statement.xlsx", "final.xlsx"] {
            let file = owner.get(&format!("/clients/NK/account/{name}")).await;
            assert!(file.status == 200 && file.bytes.starts_with(b"PK"), "{name}");
        }
        assert_eq!(owner.get("/clients/NK/account/other.csv").await.status, 404);
    }
}

#[tokio::test]
async fn members_see_no_work_of_others_and_a_shared_screen_nothing() {
    for copy in each_on(TODAY).await {
        let mut owner = copy.owner().await;
        nakhla(&copy).await;
        let stop = [("kind", "counsel_stop"), ("on", "2026-06-20"), ("basis", "Counsel, by mail")];
        assert_eq!(states(&mut owner, &stop).await, 303);
        owner.get("/clients/NK/account").await.says("counsel stopped it");
        let mut member = copy.joins(&mut owner, "Lina", "member").await;
        let page = member.get("/clients/NK/account").await;
        page.says("SAR\u{a0}600").hides("Not billed yet").hides("Counsel, by mail").hides("State something");
        page.hides("counsel stopped").says("work is stopped by management");
        assert!(!member.get("/clients/NK/account/final.csv").await.body.contains("Not billed yet"));
        for path in ["/clients/NK/account/interest", "/clients/NK/account/particulars/new"] {
            assert_eq!(member.get(path).await.status, 403, "{path}");
        }
        assert_eq!(owner.post("/sharing", &[("client", "NK")]).await.status, 303);
        for path in ["/clients/NK/account", "/clients/NK/account/statement.csv", "/ladder"] {
            let page = owner.get(path).await;
            assert_eq!(page.status, 403, "{path}");
            page.hides("600");
        }
    }
}

#[tokio::test]
async fn the_ladder_is_changed_by_the_owner_with_a_reason() {
    for copy in each_on(TODAY).await {
        let mut owner = copy.owner().await;
        nakhla(&copy).await;
        let page = owner.get("/ladder").await;
        page.says("Formal reminder").says("name=\"days-3\"").says("value=\"20\"");
        let mut form = vec![("version", "1"), ("gap", "5"), ("opens", "9"), ("closes", "17"), ("reason", "Too soft")];
        for (level, days) in [("1", "1"), ("2", "10"), ("3", "20"), ("4", "35")] {
            let name = |part: &str| -> &'static str { Box::leak(format!("{part}-{level}").into_boxed_str()) };
            form.extend([(name("use"), "1"), (name("days"), days), (name("gate"), "decision_owner")]);
        }
        let wrong = owner.post("/ladder", &form).await;
        assert_eq!(wrong.status, 422);
        wrong.says("two people have their say");
        form.push(("gate-4", "counsel"));
        assert_eq!(owner.post("/ladder", &form).await.status, 303);
        owner.get("/ladder").await.says("Too soft").says("value=\"2\"");
        // One day after the due day of 31 May.
        owner.get("/clients/NK/account").await.says("1 June 2026");
        let overtaken = owner.post("/ladder", &form).await;
        assert_eq!(overtaken.status, 422);
        overtaken.says("Somebody saved another version meanwhile.");
        let mut member = copy.joins(&mut owner, "Lina", "member").await;
        member.get("/ladder").await.says("a day after it is due").says("The owner sets the ladder.");
        assert_eq!(member.post("/ladder", &form).await.status, 403);
    }
}
