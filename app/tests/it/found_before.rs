//! A finding of the last ninety days counts beside those of the day: two families ask for a review though not on one day.

use crate::database;
use crate::files;
use crate::harness::{Copy, start};
use app::cli::signs::{Signs, look};
use app::clock::Clock;
use app::flow::assess;
use domain::days::Day;
use domain::sign::Gravity;

fn day(iso: &str) -> Day {
    Day::from_iso(iso).expect("a day")
}

/// Nakhla pays eight of ten bills 26 days late, and got twenty hours a month too many until August.
fn records() -> [(&'static str, String); 4] {
    let mut invoices = "invoice,client,issued_on,due_on,amount,currency\n".to_owned();
    let mut payments = "client,invoice,paid_on,amount,currency\n".to_owned();
    let mut time = "client,on,hours,person\n".to_owned();
    for month in 1..=10 {
        let due = Day::new(2026, month, 5).expect("a day");
        let late = if month % 4 == 3 { 0 } else { 26 };
        invoices += &format!("N-{month},Nakhla,{},{due},1000,SAR\n", due.plus(-30));
        payments += &format!("Nakhla,N-{month},{},1000,SAR\n", due.plus(late));
        let hours = if (5..=8).contains(&month) { 10 } else { 8 };
        (1..=10).for_each(|on| time += &format!("Nakhla,2026-{month:02}-{on:02},{hours},Reem\n"));
    }
    let clients = "client,name,agreed_hours_per_month\nNakhla,Nakhla Trading,80\n".to_owned();
    [("clients.csv", clients), ("invoices.csv", invoices), ("payments.csv", payments), ("time.csv", time)]
}

async fn firm(on: Day) -> Vec<Copy> {
    let mut copies = vec![];
    for own in database::each().await {
        let copy = start(own, |app| app.clock = Clock::standing_on(on)).await;
        let records = records();
        let named: Vec<(&str, &str)> = records.iter().map(|(name, text)| (*name, text.as_str())).collect();
        files::import(&copy.own.db, &named).await;
        assess::renew(&copy.own.db, on).await.expect("a run");
        copies.push(copy);
    }
    copies
}

async fn json(copy: &Copy, on: Day) -> serde_json::Value {
    let answer = look(&copy.own.db, &Signs { on: None, client: None }, on).await.expect("a look");
    let mut text = Vec::new();
    answer.write_json(&mut text).expect("written");
    serde_json::from_slice::<serde_json::Value>(&text).expect("JSON")["clients"][0].clone()
}

const SAYS: &str = "Counting what was found in the last 90 days, a review is due";

#[tokio::test(flavor = "multi_thread")]
async fn two_families_ask_for_a_review_though_not_on_one_day() {
    for copy in firm(day("2026-09-01")).await {
        let mut owner = copy.owner().await;
        owner.get("/clients/Nakhla").await.says("80 were agreed").hides(SAYS);
        let on = day("2026-11-22");
        assess::renew(&copy.own.db, on).await.expect("a run");
        let copy = copy.later(on).await;
        let mut owner = copy.signs_in("Reem").await;
        let page = owner.get("/clients/Nakhla").await;
        page.says(SAYS).says("/clients/Nakhla/findings/E3\"").says("1 September 2026");
        owner.get("/?gravity=questionable").await.says("Nakhla Trading").says(SAYS);
        owner.get("/clients/Nakhla/cases/new").await.says(SAYS);
        owner.get("/clients/Nakhla?on=2026-11-10").await.says(SAYS).says("/clients/Nakhla/findings/E3?on=2026-11-10");
        let told = json(&copy, on).await;
        assert_eq!(told["gravity"], "questionable", "{told}");
        assert_eq!(told["earlier"], serde_json::json!([{ "code": "E3", "last_on": "2026-09-01" }]));
        // Ninety days later only what stands counts; nothing is said of what does not.
        let later = json(&copy, day("2026-11-30")).await;
        assert_eq!((&later["gravity"], later.get("earlier")), (&serde_json::json!("none"), None), "{later}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_dismissed_once_it_is_gone_no_longer_counts() {
    for copy in firm(day("2026-09-01")).await {
        copy.owner().await;
        let on = day("2026-11-22");
        assess::renew(&copy.own.db, on).await.expect("a run");
        let copy = copy.later(on).await;
        let mut owner = copy.signs_in("Reem").await;
        owner.get("/clients/Nakhla/findings/E3").await.says("no longer seen").says("/findings/E3/dismissal");
        let done = owner.post("/clients/Nakhla/findings/E3/dismissal", &[("reason", "agreed by telephone")]).await;
        assert_eq!(done.status, 303);
        owner.get("/clients/Nakhla").await.hides(SAYS);
        assert_eq!(copy.text("SELECT gravity FROM assessments WHERE client = 'Nakhla'").await, "none");
        assert_eq!(json(&copy, on).await["gravity"], "none");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_put_right_on_the_same_day_never_counted() {
    for copy in firm(day("2026-09-01")).await {
        let found = || copy.text("SELECT COALESCE(found_to, '') FROM episodes WHERE client = 'Nakhla' AND code = 'E3'");
        assert_eq!(found().await, "2026-09-01");
        copy.sql("DELETE FROM time").await;
        let answer = assess::one_client(&copy.own.db, "Nakhla", day("2026-09-01")).await;
        answer.expect("a run");
        assert_eq!(found().await, "");
        let look = look(&copy.own.db, &Signs { on: None, client: None }, day("2026-11-22")).await.expect("a look");
        assert!(look.assessments().all(|client| client.gravity == Gravity::None));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_dismissed_stays_marked_and_asks_for_no_review() {
    for copy in firm(day("2026-11-22")).await {
        let mut owner = copy.owner().await;
        let gravity = || copy.text("SELECT gravity FROM assessments WHERE client = 'Nakhla'");
        let codes = copy.text("SELECT codes FROM assessments WHERE client = 'Nakhla'").await;
        let standing: Vec<&str> = codes.split_whitespace().filter(|code| *code != "E6").collect();
        owner.get("/").await.hides("Dismissed:");
        for code in &standing {
            let dismissal = format!("/clients/Nakhla/findings/{code}/dismissal");
            assert_eq!(owner.post(&dismissal, &[("reason", "agreed by telephone")]).await.status, 303, "{code}");
        }
        assert_eq!(gravity().await, "none", "{codes}");
        owner.get("/clients/Nakhla").await.says("only what was dismissed");
        owner.get("/").await.says("Dismissed:");
        owner.get("/clients.csv").await.says("signs,dismissed,says").says("Dismissed:");
        let told = json(&copy, day("2026-11-22")).await;
        let is_marked = |finding: &serde_json::Value| finding["dismissed"] == true;
        assert!(told["gravity"] == "none" && told["findings"].as_array().is_some_and(|all| all.iter().any(is_marked)));
        // A full run and the days after say the same.
        assess::renew(&copy.own.db, day("2026-11-23")).await.expect("a run");
        assert_eq!(gravity().await, "none");
        let copy = copy.later(day("2026-11-23")).await;
        copy.signs_in("Reem").await.get("/").await.says("Dismissed:");
    }
}
