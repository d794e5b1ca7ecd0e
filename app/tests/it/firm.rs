//! The firm's own facts: dated, versioned, and not all for everyone.

use crate::harness::each;
use app::store::{firm_facts, settings};
use domain::firm::Firm;

#[tokio::test]
async fn figures_hold_from_their_day_and_the_past_stays() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        for (on, value) in [("2026-01-01", "200,000"), ("2026-06-01", "١٥٠٬٠٠٠"), ("2026-06-01", "150500")] {
            let page = owner.post("/firm/figures", &[("figure", "cash"), ("on", on), ("value", value)]).await;
            assert_eq!(page.status, 303, "{}", page.body);
        }
        owner.get("/firm").await.says("SAR\u{a0}150,500").says("SAR\u{a0}200,000").says("weekend Friday and Saturday");
        let firm = firm_facts::current(&copy.own.db).await.expect("facts");
        assert_eq!(firm.cash.iter().map(|dated| dated.value).collect::<Vec<_>>(), [200_000.0, 150_500.0]);
        let wrong = owner.post("/firm/figures", &[("figure", "cash"), ("on", "2026-06-01"), ("value", "much")]).await;
        wrong.says("A number is needed here");
        owner.post("/firm/figures", &[("figure", "cost_of_capital"), ("on", "2026-01-01"), ("value", "12")]).await;
        let remove = [("figure", "cash"), ("on", "2026-06-01")];
        owner.post("/firm/figures/removal", &remove).await;
        let firm = firm_facts::current(&copy.own.db).await.expect("facts");
        assert_eq!((firm.cash.len(), firm.cost_of_capital[0].value), (1, 0.12));
    }
}

#[tokio::test]
async fn the_first_start_keeps_what_was_stated_on_the_command_line() {
    for copy in each().await {
        let known: Firm = toml::from_str(
            "name = \"Midad\"\nplace = \"SA\"\nbase_currency = \"USD\"\n\
             [[target_rate]]\non = \"2026-01-01\"\nvalue = 220.0\n",
        )
        .expect("facts");
        firm_facts::save(&copy.own.db, &known, "", "2026-01-01T00:00:00Z").await.expect("kept");
        copy.owner().await;
        let firm = firm_facts::current(&copy.own.db).await.expect("facts");
        assert_eq!(firm.target_rate, known.target_rate);
        assert_eq!((firm.base_currency, firm.zone.as_deref()), (known.base_currency, Some("Asia/Riyadh")));
    }
}

#[tokio::test]
async fn members_see_rates_but_neither_cash_nor_costs() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        for (figure, value) in
            [("target_rate", "220"), ("default_cost_rate", "95"), ("cash", "196000"), ("reserve", "90000")]
        {
            owner.post("/firm/figures", &[("figure", figure), ("on", "2026-01-01"), ("value", value)]).await;
        }
        let mut finance = copy.joins(&mut owner, "Huda", "finance").await;
        let mut member = copy.joins(&mut owner, "Lina", "member").await;
        finance.get("/firm").await.says("196,000").says("Reserve").says("Cost of an hour");
        let page = member.get("/firm").await;
        page.says("220").hides("196,000").hides("Reserve").hides("Cost of an hour").hides("State a figure");
    }
}

#[tokio::test]
async fn the_file_goes_out_and_comes_back() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        owner.post("/firm/rates", &[("currency", "usd"), ("on", "2026-01-01"), ("value", "3.75")]).await;
        let file = owner.get("/firm.toml").await;
        assert_eq!(file.header("content-disposition"), Some("attachment; filename=\"firm.toml\""));
        let upload = |text: &str| {
            format!(
                "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"firm.toml\"\r\n\r\n{text}\r\n--x--\r\n"
            )
        };
        let r#type = "multipart/form-data; boundary=x";
        let changed = file.body.replace("3.75", "3.8");
        assert_eq!(owner.send("POST", "/firm/file", r#type, &upload(&changed)).await.status, 303);
        let firm = firm_facts::current(&copy.own.db).await.expect("facts");
        assert_eq!(firm.exchange_rates[0].value, 3.8);
        let bad = owner.send("POST", "/firm/file", r#type, &upload("name = \"x\"\ncolour = 5")).await;
        assert_eq!(bad.status, 422);
        bad.says("In line 2");
        assert_eq!(firm_facts::current(&copy.own.db).await.expect("facts"), firm);
    }
}

#[tokio::test]
async fn working_hours_may_run_past_midnight() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        let basics = |opens: &'static str, closes: &'static str| {
            [
                ("name", "Midad"),
                ("place", "SA"),
                ("zone", "Asia/Riyadh"),
                ("base_currency", "SAR"),
                ("opens", opens),
                ("closes", closes),
            ]
        };
        let page = owner.post("/firm/basics", &basics("16:00", "01:00")).await;
        assert_eq!(page.status, 303, "{}", page.body);
        let hours = firm_facts::current(&copy.own.db).await.expect("facts").working_hours.expect("hours");
        assert_eq!((hours.opens_minute, hours.closes_minute), (960, 60));
        owner.post("/firm/basics", &basics("09:00", "09:00")).await.says("Both times are needed, and they differ");
    }
}

#[tokio::test]
async fn texts_are_kept_only_for_a_stated_purpose() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        owner.get("/firm").await.says("They are dropped at import.");
        owner.post("/firm/text", &[("keep_text", "1"), ("purpose", "why")]).await.says("State the purpose");
        assert!(!settings::keeps_text(&copy.own.db).await.expect("settings"));
        owner.post("/firm/text", &[("keep_text", "1"), ("purpose", "To read complaints before a review.")]).await;
        assert!(settings::keeps_text(&copy.own.db).await.expect("settings"));
        owner.get("/firm").await.says("To read complaints before a review.");
        owner.post("/firm/text", &[("purpose", "To read complaints before a review.")]).await;
        assert!(!settings::keeps_text(&copy.own.db).await.expect("settings"));
    }
}
