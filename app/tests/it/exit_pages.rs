//! The pages of what ending costs: the first screen, the exit bill, inputs, wins, prices, kept simulations, and who may
//! see them; the same figures on every database and in the terminal.

use crate::harness::{Browser, Copy, each};
use domain::days::Day;
use std::process::Command;

/// A firm with two clients that are billed 10,000 net a month; one of them takes 40 hours at 100.
async fn firm(copy: &Copy, owner: &mut Browser) {
    for (client, name) in [("NK", "Nakhla <Furniture>"), ("BA", "Balsam")] {
        copy.client(client, name).await;
        let today = copy.today().await.month();
        for back in 1..=14 {
            let month = today.plus(-back);
            let (first, due) = (month.first(), month.first().plus(20));
            copy.sql(&format!(
                "INSERT INTO invoices (client, id, issued_on, due_on, amount, tax, currency, known_on, source_id, source_line)
                 VALUES ('{client}', 'I-{back}', '{first}', '{due}', 1150000, 150000, 'SAR', '{due}', 0, 0)"
            ))
            .await;
            // The other client pays every second bill late, so that the firm's months differ.
            let paid = if client == "BA" && back > 1 && back % 2 == 1 { due.plus(15) } else { due };
            if back > 1 || client == "BA" {
                copy.sql(&format!(
                    "INSERT INTO payments (client, id, invoice, paid_on, amount, currency, source_id, source_line)
                     VALUES ('{client}', 'P-{back}', 'I-{back}', '{paid}', 1150000, 'SAR', 0, 0)"
                ))
                .await;
            }
            for (entry, on) in [("a", first), ("b", first.plus(1))] {
                copy.sql(&format!(
                    "INSERT INTO time (client, id, on_day, minutes, person, cost_rate, currency, source_id, source_line)
                     VALUES ('{client}', 'T-{back}{entry}', '{on}', 1200, 'Reem', 10000, 'SAR', 0, 0)"
                ))
                .await;
            }
        }
    }
    // A figure of the firm is a change of its records: the list is made anew with what was put in behind its back.
    for (figure, value) in [("cash", "60000"), ("reserve", "30000"), ("fixed_cost_monthly", "9000")] {
        let form = [("figure", figure), ("on", "2024-01-01"), ("value", value)];
        assert_eq!(owner.post("/firm/figures", &form).await.status, 303);
    }
    copy.settled().await;
}

#[tokio::test]
async fn the_first_screen_is_a_sentence_and_three_figures() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        copy.client("NK", "Nakhla").await;
        let page = owner.get("/clients/NK/exit").await;
        page.says("<strong>Two or three figures</strong> are enough")
            .says("name=\"cash\"")
            .says("name=\"contribution\"");
        page.says("name=\"months\"").says("Not known yet").hides("Side by side").says("The exit bill");
        let wrong =
            owner.post("/clients/NK/exit", &[("cash", "much"), ("contribution", "4000"), ("months", "6")]).await;
        assert_eq!(wrong.status, 422);
        wrong.says("A number is needed here").says("value=\"much\"").says("value=\"4000\"");
        let form = [("cash", "12,000"), ("contribution", "4000"), ("months", "6")];
        assert_eq!(owner.post("/clients/NK/exit", &form).await.status, 303);
        let page = owner.get("/clients/NK/exit").await;
        page.says("of 100 futures</strong>; keep the client, and it does in none.").says("Side by side");
        page.says("value=\"12000\"").says("SAR\u{a0}4,000, stated by hand").says("6 months, stated by hand");
        // What was not changed keeps where it came from; the cash is the firm's own of today.
        owner.get("/firm").await.says("SAR\u{a0}12,000");
        assert_eq!(
            owner
                .post("/clients/NK/exit", &[("cash", "12000"), ("contribution", "4000"), ("months", "6")])
                .await
                .status,
            303
        );
        assert_eq!(copy.text("SELECT CAST(COUNT(*) AS TEXT) FROM exit_inputs").await, "2");
        assert_eq!(owner.get("/clients/XX/exit").await.status, 404);
    }
}

#[tokio::test]
async fn records_fill_in_what_they_know() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        firm(&copy, &mut owner).await;
        let page = owner.get("/clients/NK/exit").await;
        // 10,000 a month; what it owes; the people's 4,000 stand in the fixed cost.
        page.says("value=\"10000\"").says("value=\"60000\"").says("Nakhla &#60;Furniture&#62;").hides("<Furniture>");
        let inputs = owner.get("/clients/NK/exit/inputs").await;
        inputs.says("SAR\u{a0}10,000, from our records").says("SAR\u{a0}11,500, from our records");
        inputs.says("SAR\u{a0}13,000, from our records").says("of which SAR\u{a0}4,000 for the people");
        // The other client: 10,000 less 4,000, of which the cost of capital takes nothing.
        inputs.says("SAR\u{a0}6,000, from our records").says("older than 30 days").says("80%, assumed");
        let overview = owner.get("/exit").await;
        overview.says("left today").says("Our largest clients").says("50%").says("/clients/BA/exit");
    }
}

#[tokio::test]
async fn the_exit_bill_adds_up() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        firm(&copy, &mut owner).await;
        let (here, bill) = ("/clients/NK/exit", "/clients/NK/exit/bill");
        let line = |what: &'static str, cost: &'static str| {
            [("kind", "refund"), ("what", what), ("cost", cost), ("on", "2030-01-31"), ("source", "clause 9")]
        };
        assert_eq!(owner.post(bill, &line("Prepaid <ads>", "2,500")).await.status, 303);
        assert_eq!(owner.post(bill, &line("Handing over", "1500.50")).await.status, 303);
        let page = owner.get(here).await;
        page.says("Prepaid &#60;ads&#62;").says("31 January 2030").says("clause 9").says("SAR\u{a0}4,000.50");
        let refused = owner.post(bill, &[("kind", "refund"), ("what", ""), ("cost", "x"), ("on", "soon")]).await;
        assert_eq!(refused.status, 422);
        refused
            .says("This is needed")
            .says("A number is needed here")
            .says("A day is written as")
            .says("value=\"soon\"");
        assert_eq!(owner.post(bill, &[("kind", "gift"), ("what", "x"), ("cost", "1")]).await.status, 400);
        let id = copy.text("SELECT id FROM exit_bill WHERE cost_minor = 250000").await;
        assert_eq!(owner.post("/clients/BA/exit/bill/removal", &[("id", &id)]).await.status, 303, "of another client");
        owner.get(here).await.says("Prepaid");
        assert_eq!(owner.post("/clients/NK/exit/bill/removal", &[("id", &id)]).await.status, 303);
        owner.get(here).await.hides("Prepaid").says("SAR\u{a0}1,500.50");
    }
}

#[tokio::test]
async fn what_is_stated_stands_until_it_is_taken_back() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        firm(&copy, &mut owner).await;
        let here = "/clients/NK/exit/inputs";
        let form = [
            ("client.notice_months", "3"),
            ("client.notice_realised", "40"),
            ("client.contribution_monthly", "٥٬٠٠٠"),
            ("step-month-0", "2"),
            ("step-share-0", "50"),
        ];
        assert_eq!(owner.post(here, &form).await.status, 303);
        owner
            .get(here)
            .await
            .says("3 months, stated by hand")
            .says("40%, stated by hand")
            .says("SAR\u{a0}5,000, stated");
        owner.get("/clients/NK/exit").await.says("The notice lasts 3 months").says("We step down once");
        assert_eq!(
            copy.text("SELECT CAST(amount_minor AS TEXT) FROM exit_inputs WHERE currency = 'SAR'").await,
            "500000"
        );
        let refused = owner.post(here, &[("client.notice_realised", "140"), ("client.notice_months", "1.5")]).await;
        assert_eq!(refused.status, 422);
        refused.says("A percentage from 0 to 100").says("A whole number is needed").says("value=\"140\"");
        let steps = [("step-month-0", "4"), ("step-share-0", "50"), ("step-month-1", "2"), ("step-share-1", "0")];
        assert_eq!(owner.post(here, &steps).await.status, 422);
        assert_eq!(owner.post(here, &[("client.notice_months", "")]).await.status, 303);
        owner.get(here).await.says("one month, assumed").says("40%, stated by hand");
        let cut = [("cut-name", "Office"), ("cut-monthly", "3000"), ("cut-avoidable", "80")];
        assert_eq!(owner.post("/clients/NK/exit/cuts", &cut).await.status, 303);
        owner.get("/clients/NK/exit").await.says("Office").says("SAR\u{a0}3,000").says("80%").says("/exit/cuts.csv");
        let cuts = owner.get("/clients/NK/exit/cuts.csv").await;
        cuts.says("name,monthly,avoidable,lag_months,one_off,currency\nOffice,3000.00,0.8,0,0.00,SAR\n");
        assert_eq!(owner.post("/clients/NK/exit/cuts", &[("cut-name", ""), ("cut-monthly", "-1")]).await.status, 422);
        let id = copy.text("SELECT id FROM exit_cuts").await;
        assert_eq!(owner.post("/clients/NK/exit/cuts/removal", &[("id", &id)]).await.status, 303);
        owner.get("/clients/NK/exit").await.hides("Office");
    }
}

#[tokio::test]
async fn eight_wins_are_a_history() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        firm(&copy, &mut owner).await;
        owner.get("/exit/wins").await.says("No win is entered yet");
        let day = |month: u32, day| Day::new(2025, month, day).expect("a day").to_string();
        for month in 1..=8 {
            let (contacted, signed) = (day(month, 1), day(month + 2, 1));
            let form = [("name", "Client"), ("contacted_on", &contacted), ("signed_on", &signed), ("monthly", "4000")];
            assert_eq!(owner.post("/exit/wins", &form.map(|(name, value)| (name, value as &str))).await.status, 303);
            let expected = if month < 8 { "assumed, only" } else { "from 8 own wins" };
            owner.get("/clients/NK/exit").await.says(expected);
        }
        owner.get("/exit/wins").await.says("Eight of ten took between").says("SAR\u{a0}4,000");
        owner.get("/clients/NK/exit/inputs").await.says("2 months, from our records");
        let wrong = [("name", ""), ("contacted_on", "2025-03-01"), ("signed_on", "2025-02-01")];
        let refused = owner.post("/exit/wins", &wrong).await;
        assert_eq!(refused.status, 422);
        refused.says("cannot come before").says("This is needed");
        let later = [("name", "x"), ("contacted_on", "2025-03-01"), ("signed_on", "2999-02-01")];
        owner.post("/exit/wins", &later).await.says("still to come");
        let id = copy.text("SELECT MIN(id) FROM exit_wins").await;
        assert_eq!(owner.post("/exit/wins/removal", &[("id", &id)]).await.status, 303);
        owner.get("/exit/wins").await.says("One more win");
    }
}

#[tokio::test]
async fn a_discount_takes_its_volume() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        firm(&copy, &mut owner).await;
        let page = owner.get("/exit/price?revenue=10000&contribution=3000&hours=80&free=30&discount=10").await;
        page.says("takes <strong>50% more volume</strong>")
            .says("40 hours more, and we have only 30")
            .says("SAR\u{a0}7,000");
        owner.get("/exit/price?revenue=10000&contribution=3000&discount=30").await.says("No volume makes up");
        owner.get("/exit/price?revenue=10000&contribution=3000&discount=-10").await.says("less than 25% of the volume");
        owner.get("/exit/price?revenue=x&contribution=").await.says("A number is needed here").hides("Other prices");
        owner.get("/exit/price").await.says("a lower price").hides("Other prices").hides(".csv");
        page.says("/exit/price.csv?revenue=10000&#38;contribution=3000");
        let file = owner.get("/exit/price.csv?revenue=10000&contribution=3000&hours=80&free=30").await;
        file.says("change,volume,hours\n").says("0.5,40\n").says("25% less,5,400\n");
        assert_eq!(owner.get("/exit/price.csv?revenue=x").await.status, 404);
        // From the records: 10,000 a month, of which 6,000 are left over after the people's hours.
        owner.get("/exit/price?client=NK").await.says("value=\"10000\"").says("value=\"6000\"").says("20% more volume");
        owner.get("/clients/NK/exit/agenda").await.says("A talk with Nakhla").says("Our part").says("SAR\u{a0}11,500");
    }
}

#[tokio::test]
async fn a_kept_simulation_is_the_same_on_every_database_and_in_the_terminal() {
    let mut kept: Vec<String> = Vec::new();
    for copy in each().await {
        let mut owner = copy.owner().await;
        firm(&copy, &mut owner).await;
        let line = [("kind", "licence"), ("what", "Fonts"), ("cost", "900"), ("on", ""), ("source", "")];
        owner.post("/clients/NK/exit/bill", &line).await;
        let answer = owner.post("/clients/NK/exit/runs", &[]).await;
        assert_eq!(answer.status, 303, "{}", answer.body);
        let run = answer.header("location").expect("its page").to_owned();
        owner.get(&run).await.says("Kept simulation: Nakhla").says("Fonts").says("SAR\u{a0}900").says("Side by side");
        let bill = "what,kind,on,source,cost,currency\nFonts,Licence,,,900.00,SAR\n";
        owner.get(&format!("{run}/bill.csv")).await.says(bill);
        let id = run.rsplit('/').next().expect("an id");
        for list in ["/exit/runs.csv", "/clients/NK/exit/runs.csv"] {
            owner
                .get(list)
                .await
                .says("client,name,on,time,by,run\nNK,Nakhla <Furniture>,")
                .says(&format!(",Reem,{id}\n"));
        }
        owner.get("/clients/BA/exit/runs.csv").await.hides(id);
        let figures = copy.text("SELECT figures FROM exit_runs").await;
        let plan = owner.get(&format!("{run}/plan.toml")).await;
        assert_eq!(plan.header("content-type"), Some("application/toml; charset=utf-8"));
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join("plan.toml"), &plan.body).expect("written");
        let mut command = Command::new(env!("CARGO_BIN_EXE_khitam"));
        command
            .arg("--data")
            .arg(folder.path())
            .args(["exit", "simulate", "--json"])
            .arg(folder.path().join("plan.toml"));
        let told = command.output().expect("the program starts");
        assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
        let read = |text: &[u8]| serde_json::from_slice::<serde_json::Value>(text).expect("JSON");
        assert_eq!(read(&told.stdout), read(figures.as_bytes()));
        kept.push(figures);
        // What is kept stays, whatever is stated later.
        let before = owner.get(&run).await.body;
        owner.post("/clients/NK/exit/inputs", &[("client.contribution_monthly", "1")]).await;
        assert_eq!(owner.get(&run).await.body, before);
        assert_eq!(owner.get("/clients/BA/exit/runs/nothing").await.status, 404);
        assert_eq!(owner.get(&run.replace("/NK/", "/BA/")).await.status, 404);
        owner.get("/exit").await.says(&run);
        assert_eq!(owner.get("/clients/NK/exit/runs").await.status, 303, "a GET keeps nothing");
        assert_eq!(copy.text("SELECT CAST(COUNT(*) AS TEXT) FROM exit_runs").await, "1");
    }
    assert!(kept.windows(2).all(|pair| pair[0] == pair[1]), "the databases differ");
}

#[tokio::test]
async fn members_and_shared_screens_see_nothing_of_it() {
    const PAGES: [&str; 12] = [
        "/exit",
        "/exit/wins",
        "/exit/price?client=NK",
        "/clients/NK/exit",
        "/clients/NK/exit/inputs",
        "/clients/NK/exit/agenda",
        "/clients/NK/exit/runs/x/plan.toml",
        "/clients/NK/exit/runs/x/bill.csv",
        "/clients/NK/exit/runs.csv",
        "/clients/NK/exit/bill.csv",
        "/exit/price.csv?client=NK",
        "/exit/runs.xlsx",
    ];
    for copy in each().await {
        let mut owner = copy.owner().await;
        firm(&copy, &mut owner).await;
        let mut member = copy.joins(&mut owner, "Lina", "member").await;
        let mut finance = copy.joins(&mut owner, "Huda", "finance").await;
        for page in PAGES {
            let answer = member.get(page).await;
            assert_eq!(answer.status, 403, "{page}");
            answer.hides("60,000").hides("10,000");
        }
        for (path, form) in [
            ("/clients/NK/exit", &[("cash", "1"), ("contribution", "1"), ("months", "1")][..]),
            ("/clients/NK/exit/bill", &[("kind", "refund"), ("what", "x"), ("cost", "1")]),
            ("/clients/NK/exit/inputs", &[("client.notice_months", "1")]),
            ("/clients/NK/exit/runs", &[]),
            ("/exit/wins", &[("name", "x")]),
        ] {
            assert_eq!(member.post(path, form).await.status, 403, "{path}");
        }
        assert_eq!(copy.text("SELECT CAST(COUNT(*) AS TEXT) FROM exit_inputs").await, "0");
        member.get("/clients/NK").await.hides("/clients/NK/exit");
        finance.get("/clients/NK").await.says("/clients/NK/exit");
        assert_eq!(finance.get("/clients/NK/exit").await.status, 200);
        assert_eq!(owner.post("/sharing", &[("client", "NK")]).await.status, 303);
        for page in PAGES {
            assert_eq!(owner.get(page).await.status, 403, "{page} while the screen is shared");
        }
        owner.get("/clients/NK").await.hides("/clients/NK/exit");
    }
}

#[tokio::test]
async fn arabic_pages_say_it_in_arabic() {
    for copy in each().await {
        let mut owner = copy.owner_reading("ar").await;
        firm(&copy, &mut owner).await;
        let page = owner.get("/clients/NK/exit").await;
        page.says("كلفة الإنهاء").says("من كل 100 مستقبل").says("فاتورة الإنهاء").says("السيناريوهات جنباً إلى جنب");
        page.hides("Side by side");
        owner.get("/clients/NK/exit/agenda").await.says("نصيبنا من المشكلة");
        owner.get("/exit").await.says("لو غادر");
    }
}
