//! Numbers of invoices written with Arabic-Indic digits: what refers to one in other digits means the same invoice, also
//! one that stands from before ids were levelled.

use crate::cli::{khitam, said};
use crate::files::import;
use crate::harness::each;
use crate::imports::{hand_over, store};

const INVOICES: &str = "client,invoice,issued_on,due_on,amount,currency\nC1,٠٠٧,2026-01-05,2026-02-04,100,SAR\n";
const PAYMENTS: &str = "client,invoice,paid_on,amount,currency\nC1,007,2026-02-01,40,SAR\nC1,۰۰۷,2026-02-02,60,SAR\n";
const PAID: &str = "SELECT COUNT(*) || ' ' || MIN(invoice) || ' ' || MAX(invoice) FROM payments";

#[test]
fn the_terminal_brings_them_together() {
    let folder = tempfile::tempdir().expect("a folder");
    let (invoices, payments) = (folder.path().join("invoices.csv"), folder.path().join("payments.csv"));
    std::fs::write(&invoices, INVOICES).expect("a file");
    std::fs::write(&payments, PAYMENTS).expect("a file");
    let words = ["import", invoices.to_str().expect("a path"), payments.to_str().expect("a path")];
    let output = khitam(folder.path(), &words);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output.stdout));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_pages_bring_them_together() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        copy.client("C1", "Nakhla").await;
        let (address, _) = hand_over(&mut owner, "invoices.csv", INVOICES).await;
        store(&mut owner, &address).await;
        let (address, _) = hand_over(&mut owner, "payments.csv", PAYMENTS).await;
        store(&mut owner, &address).await;
        assert_eq!(copy.text(PAID).await, "2 007 007");
        // By hand: the number is taken, and a promise finds it.
        let form = [
            ("invoice", "٠٠٧"),
            ("issued_on", "2026-01-05"),
            ("due_on", "2026-02-04"),
            ("amount", "100"),
            ("currency", "SAR"),
        ];
        assert_eq!(owner.post("/clients/C1/invoices/new", &form).await.status, 422);
        let form = [("invoice", "٠٠٧"), ("made_on", "2026-02-05"), ("promised_on", "2026-02-09"), ("currency", "SAR")];
        let page = owner.post("/clients/C1/promises/new", &form).await;
        assert_eq!(page.status, 303, "{}", page.body);
        assert_eq!(copy.text("SELECT invoice || ' ' || id FROM promises").await, "007 007/2026-02-05");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_stands_with_its_own_digits_is_met() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        let first = "client,invoice,paid_on,amount,currency\nC1,٠٠٧,2026-02-01,40,SAR\n";
        import(&copy.own.db, &[("invoices.csv", INVOICES), ("first.csv", first)]).await;
        // As both stood before ids were levelled.
        copy.sql("UPDATE invoices SET id = '٠٠٧'").await;
        copy.sql("UPDATE payments SET invoice = '٠٠٧', id = '٠٠٧/2026-02-01'").await;
        copy.sql("DELETE FROM settings WHERE name = 'ids-levelled'").await;
        let reports = import(&copy.own.db, &[("invoices.csv", INVOICES), ("first.csv", first)]).await;
        assert!(reports.iter().all(|report| (report.counts.unchanged, report.counts.rows) == (1, 1)), "{reports:?}");
        let western = INVOICES.replace("٠٠٧", "007").replace(",100,", ",90,");
        let reports = import(&copy.own.db, &[("invoices.csv", &western), ("payments.csv", PAYMENTS)]).await;
        assert_eq!((reports[0].counts.changed, reports[1].counts.added), (1, 1), "{reports:?}");
        assert_eq!(copy.text(PAID).await, "2 ٠٠٧ ٠٠٧");
        assert_eq!(copy.text("SELECT CAST(COUNT(*) AS TEXT) FROM invoices").await, "1");
        let form = [("invoice", "007"), ("made_on", "2026-02-05"), ("promised_on", "2026-02-09"), ("currency", "SAR")];
        let page = owner.post("/clients/C1/promises/new", &form).await;
        assert_eq!(page.status, 303, "{}", page.body);
        assert_eq!(copy.text("SELECT invoice FROM promises").await, "٠٠٧");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_spellings_that_stand_as_two_stay_two() {
    for copy in each().await {
        let two = format!("{INVOICES}C1,008,2026-01-05,2026-02-04,50,SAR\n");
        import(&copy.own.db, &[("invoices.csv", &two)]).await;
        copy.sql("UPDATE invoices SET id = CASE WHEN id = '008' THEN '٠٠٧' ELSE id END").await;
        copy.sql("DELETE FROM settings WHERE name = 'ids-levelled'").await;
        let reports = import(&copy.own.db, &[("payments.csv", PAYMENTS)]).await;
        assert_eq!(reports[0].counts.added, 2, "{reports:?}");
        assert_eq!(copy.text(PAID).await, "2 007 007");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_problem_names_the_number_as_the_file_writes_it() {
    for copy in each().await {
        let twice = format!("{INVOICES}C1,007,2026-01-05,2026-02-04,200,SAR\nC1,٠٠٧,2026-01-05,2026-02-04,300,SAR\n");
        let payments = "client,invoice,paid_on,amount,currency\nC1,٠٠٩,2026-02-01,40,SAR\nC1,009,2026-02-01,40,SAR\n";
        let promises =
            "client,invoice,made_on,promised_on\nC1,٠٠٧,2026-02-05,2026-02-09\nC1,٠٠٧,2026-02-05,2026-02-19\n";
        let files = [("invoices.csv", twice.as_str()), ("payments.csv", payments), ("promises.csv", promises)];
        let reports = import(&copy.own.db, &files).await;
        let told: Vec<Vec<(Option<u32>, &str, &str)>> = reports
            .iter()
            .map(|report| report.problems.iter().map(|p| (p.line, p.code.word(), p.value.as_str())).collect())
            .collect();
        assert_eq!(told[0], [(Some(3), "duplicate_key", "007"), (Some(4), "duplicate_key", "٠٠٧")]);
        assert_eq!(told[1], [(Some(2), "invoice_unknown", "٠٠٩"), (Some(3), "invoice_unknown", "009")]);
        assert_eq!(told[2], [(Some(3), "duplicate_key", "٠٠٧/2026-02-05")]);
    }
}

/// Disputes have no number of their own: a digest names them.
const DISPUTE: &str = "client,at,kind,cause,upheld,invoice\nC1,2026-02-01,dispute,,,٠٠٧\n";
/// The digests, computed by another program: of the western digits, and of those that the file writes.
const WESTERN: &str = "2026-02-01.dh76a23ssb";
const WRITTEN: &str = "2026-02-01.nhty0r79kj";
const ID: &str = "SELECT COUNT(*) || ' ' || MIN(id) FROM incidents";

#[tokio::test(flavor = "multi_thread")]
async fn records_without_a_number_of_their_own_are_one_in_either_digits() {
    for copy in each().await {
        import(&copy.own.db, &[("invoices.csv", INVOICES), ("incidents.csv", DISPUTE)]).await;
        let western = DISPUTE.replace("٠٠٧", "007");
        let reports = import(&copy.own.db, &[("incidents-western.csv", &western), ("incidents.csv", DISPUTE)]).await;
        assert!(reports.iter().all(|report| report.counts.unchanged == 1), "{reports:?}");
        assert_eq!(copy.text(ID).await, format!("1 {WESTERN}"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_record_that_stands_under_the_digest_of_its_own_digits_is_met() {
    for copy in each().await {
        import(&copy.own.db, &[("invoices.csv", INVOICES), ("incidents.csv", DISPUTE)]).await;
        // As it stood when digests were made of what the file writes.
        copy.sql(&format!("UPDATE incidents SET id = '{WRITTEN}'")).await;
        copy.sql("DELETE FROM settings WHERE name = 'digests-levelled'").await;
        let reports = import(&copy.own.db, &[("incidents.csv", DISPUTE)]).await;
        assert_eq!(reports[0].counts.unchanged, 1, "{reports:?}");
        assert_eq!(copy.text(ID).await, format!("1 {WRITTEN}"));
    }
}
