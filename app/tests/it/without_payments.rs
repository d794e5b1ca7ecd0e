//! A firm that imports its invoice list alone: nobody is said to pay late, and it is said what to connect.

use crate::database;
use crate::files;
use crate::harness::{Copy, start};
use crate::imports::{hand_over, store};
use app::clock::Clock;
use app::flow::assess;
use app::store::baselines;
use domain::days::Day;

fn today() -> Day {
    Day::from_iso("2026-11-22").expect("a day")
}

/// Ten invoices of Nakhla, all past their due day and said to be paid, one of Riwaq, and one of Sadeem of years ago.
fn invoices() -> String {
    let mut text = "client,invoice,issued_on,due_on,amount,currency,status\n".to_owned();
    for month in 1..=10 {
        let due = Day::new(2026, month, 5).expect("a day");
        text += &format!("Nakhla,N-{month},{},{due},1000,SAR,Paid\n", due.plus(-30));
    }
    text + "Riwaq,R-1,2026-10-01,2026-10-31,500,SAR,Sent\nSadeem,S-1,2024-02-01,2024-03-01,700,SAR,Sent\n"
}

async fn firm() -> Vec<Copy> {
    let mut copies = vec![];
    for own in database::each().await {
        copies.push(start(own, |app| app.clock = Clock::standing_on(today())).await);
    }
    copies
}

async fn codes(copy: &Copy) -> String {
    copy.text("SELECT codes FROM assessments WHERE client = 'Nakhla'").await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_of_invoices_alone_accuses_nobody() {
    for copy in firm().await {
        let mut owner = copy.owner().await;
        let (address, page) = hand_over(&mut owner, "invoices.csv", &invoices()).await;
        page.says("that they are paid, but not when");
        store(&mut owner, &address).await;
        assess::renew(&copy.own.db, today()).await.expect("a run");
        assert!(!codes(&copy).await.contains('P'), "{}", codes(&copy).await);
        owner.get("/").await.says("payments, each with its invoice and day").says("six detectors");
        let client = owner.get("/clients/Nakhla").await;
        client.says("we do not see enough to say").says("payments with their days").hides("Overdue");
        client.says("what is paid, and when").hides("/findings/P").says("Share of revenue");
        owner.get("/clients/Sadeem").await.says("what is paid, and when").hides("Overdue");
        owner.get("/clients/Nakhla?on=2026-10-01").await.says("payments with their days");
        owner.post("/settings/reading", &[("language", "ar"), ("digits", "latn")]).await;
        owner.get("/clients/Nakhla").await.says("دفعات بتواريخها").says("ما دُفع ومتى دُفع");
        owner.get("/").await.says("الدفعات، كلٌّ مع فاتورتها ويومها");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_payment_of_anyone_opens_them_to_sight_from_its_day_on() {
    for copy in firm().await {
        let mut owner = copy.owner().await;
        files::import(&copy.own.db, &[("invoices.csv", &invoices())]).await;
        assess::renew(&copy.own.db, today()).await.expect("a run");
        let payment = [("invoice", "R-1"), ("paid_on", "2026-11-20"), ("amount", "500"), ("currency", "SAR")];
        let entered = owner.post("/clients/Riwaq/payments/new", &payment).await;
        assert_eq!(entered.status, 303, "{}", entered.body);
        assert!(codes(&copy).await.contains(" P3 "), "{}", codes(&copy).await);
        owner.get("/clients/Nakhla").await.hides("payments with their days").says("Overdue");
        owner.get("/clients/Nakhla?on=2026-11-19").await.says("payments with their days").hides("/findings/P3");
        owner.get("/").await.hides("payments, each with its invoice and day");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_an_earlier_version_compared_with_says_nothing_of_payments_and_is_made_anew() {
    for copy in firm().await {
        copy.owner().await;
        let db = &copy.own.db;
        let paid = "client,invoice,paid_on,amount,currency\nRiwaq,R-1,2026-11-20,500,SAR\n";
        files::import(db, &[("invoices.csv", &invoices()), ("payments.csv", paid)]).await;
        assess::renew(db, today()).await.expect("a run");
        copy.sql("UPDATE baselines SET text = REPLACE(text, '\"payments\":', '\"paid\":')").await;
        assert!(baselines::current(db).await.expect("the store").is_none());
        assert!(assess::is_old(db, today()).await.expect("the store"));
        assess::one_client(db, "Nakhla", today()).await.expect("a run");
        let (baseline, _) = baselines::current(db).await.expect("the store").expect("made anew");
        assert_eq!(baseline.total.payments, 1);
    }
}
