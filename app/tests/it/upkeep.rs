//! The list is renewed by itself, and says so while it is not.

use crate::database;
use crate::harness::{Copy, each, start, until};
use app::flow::assess;
use domain::days::Day;
use std::fs;

fn today(copy: &Copy) -> Day {
    copy.app.clock.today(Some("Asia/Riyadh"))
}

/// What an import by the command line comes to: records that the running copy was not told of.
async fn import_elsewhere(copy: &Copy, client: &str) {
    copy.client(client, client).await;
    copy.sql("UPDATE revisions SET number = number + 1 WHERE name = 'records'").await;
}

#[tokio::test]
async fn what_changes_elsewhere_is_said_and_then_on_the_list() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        copy.settled().await;
        owner.get("/").await.hides("being renewed");
        import_elsewhere(&copy, "C1").await;
        owner.get("/").await.says("being renewed");
        copy.settled().await;
        owner.get("/").await.says("C1").hides("being renewed");
    }
}

#[tokio::test]
async fn figures_of_the_firm_renew_the_list_and_an_entry_does_not() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        copy.client("C1", "Nakhla").await;
        copy.settled().await;
        let before = copy.text("SELECT CAST(records AS TEXT) FROM baselines").await;
        let form = [("issued_on", "2026-01-05"), ("due_on", "2026-02-04"), ("amount", "10"), ("currency", "SAR")];
        for number in ["I-1", "I-2"] {
            let page = owner.post("/clients/C1/invoices/new", &[&form[..], &[("invoice", number)]].concat()).await;
            assert_eq!(page.status, 303, "{}", page.body);
            assert!(!assess::is_old(&copy.own.db, today(&copy)).await.expect("the store"), "one client was enough");
        }
        assert_ne!(copy.text("SELECT CAST(records AS TEXT) FROM baselines").await, before);
        let basics = [("name", "Midad"), ("place", "SA"), ("zone", "Asia/Riyadh"), ("base_currency", "SAR")];
        let records = "SELECT CAST(number AS TEXT) FROM revisions WHERE name = 'records'";
        let before = copy.text(records).await;
        let page = owner.post("/firm/basics", &basics).await;
        assert_eq!(page.status, 303, "{}", page.body);
        assert_ne!(copy.text(records).await, before);
        copy.settled().await;
    }
}

#[tokio::test]
async fn another_day_makes_the_list_old() {
    for copy in each().await {
        copy.owner().await;
        copy.settled().await;
        let tomorrow = today(&copy).plus(1);
        assert!(assess::is_old(&copy.own.db, tomorrow).await.expect("the store"));
        assert!(assess::renew_if_old(&copy.own.db, tomorrow).await.expect("the store"));
        assert!(!assess::renew_if_old(&copy.own.db, tomorrow).await.expect("the store"));
    }
}

#[tokio::test]
async fn a_policy_of_an_older_version_is_completed_and_says_so() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        let standard = domain::sign::Policy::standard_text();
        let old: Vec<&str> = standard.lines().filter(|line| !line.starts_with("grace_days")).collect();
        let old = old.join("\n").replace("version = 1", "version = 2").replace('\'', "''");
        copy.sql(&format!("INSERT INTO policies (version, text, set_at) VALUES (2, '{old}', '2026-01-01T00:00:00Z')"))
            .await;
        owner.get("/policy").await.says("was set before these settings existed");
        owner.get("/policy/1").await.hides("was set before these settings existed");
        copy.client("C1", "Nakhla").await;
        assess::renew(&copy.own.db, today(&copy)).await.expect("a run under the completed policy");
        owner.get("/").await.says("Nakhla");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_crash_left_of_a_sealing_goes_at_the_next_start() {
    for own in database::each().await {
        let archives = own.folder.path().join("archives");
        let (left, whole) = (archives.join("k1-1.partial"), archives.join("k1-2"));
        for folder in [&left, &whole] {
            fs::create_dir_all(folder).expect("a folder");
            fs::write(folder.join("trial.key"), "a key beside what it opens").expect("writable");
        }
        let _copy = start(own, |_| {}).await;
        until(async || !left.exists()).await;
        assert!(!left.exists() && whole.exists());
    }
}
