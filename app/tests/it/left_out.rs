//! Invoices that a later file has as cancelled, or as a draft again: they ask for nothing any more, and their past stays.

use crate::files::{correct_amount, import};
use crate::harness::{Copy, each};
use app::flow::file_report::FileReport;
use app::store::Db;
use app::store::entries::{self, By, Entry};
use app::store::history;
use domain::days::Day;
use domain::firm::Firm;
use domain::record::kind_named;
use domain::sign::Ledger;

const SENT: &str = "client,invoice,issued_on,due_on,amount,tax,currency,status\n\
                    Atlas,1,2026-01-05,2026-02-19,987,128,SAR,Sent\nAtlas,2,2026-01-06,2026-02-19,50,5,SAR,Sent\n";

/// The same list with invoice 1 in another state.
fn list(state: &str) -> String {
    SENT.replacen("Sent", state, 1)
}

/// Returns the numbers of Atlas's open invoices.
async fn open(db: &Db) -> Vec<String> {
    let history = history::of_client(db, "Atlas").await.expect("the store").expect("the client");
    let ledger = Ledger::of(&history, &Firm::default(), Day::from_iso("2026-06-30").expect("a day"));
    let open = ledger.bills.iter().filter(|bill| bill.settled_on.is_none());
    let mut numbers: Vec<String> = open.map(|bill| history.invoices[bill.invoice].id.to_string()).collect();
    numbers.sort();
    numbers
}

async fn once(copy: &Copy, text: &str) -> FileReport {
    import(&copy.own.db, &[("invoices.csv", text)]).await.remove(0)
}

/// What a report tells of invoices left out or kept: code, line and value.
fn told(report: &FileReport) -> Vec<(&str, Option<u32>, &str)> {
    let meant = ["row_skipped", "invoice_withdrawn", "correction_kept", "correction_replaced"];
    let notes = report.notes.iter().filter(|note| meant.contains(&note.code.word()));
    notes.map(|note| (note.code.word(), note.line, note.value.as_str())).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cancelled_invoice_is_withdrawn_and_its_past_is_kept() {
    for copy in each().await {
        let db = &copy.own.db;
        once(&copy, SENT).await;
        assert_eq!(open(db).await, ["1", "2"]);
        let report = once(&copy, &list("Void")).await;
        assert_eq!(told(&report), [("invoice_withdrawn", Some(2), "1")]);
        assert_eq!((report.counts.changed, report.counts.unchanged, report.problems.len()), (1, 1, 0));
        assert_eq!(open(db).await, ["2"]);
        let stands = "SELECT amount || ' ' || COALESCE(tax, -1) || ' ' || due_on FROM invoices WHERE id = '1'";
        assert_eq!(copy.text(stands).await, "0 -1 2026-02-19");
        assert!(copy.text("SELECT before FROM changes").await.contains("98700"));
        let mut owner = copy.owner().await;
        owner.get("/clients/Atlas/invoices/1").await.says("987");
        let again = once(&copy, &list("Void")).await;
        assert_eq!((again.counts.changed, again.counts.unchanged), (0, 2));
        assert_eq!(copy.text("SELECT CAST(COUNT(*) AS TEXT) FROM changes").await, "1");
        // Sent after all.
        assert_eq!(once(&copy, SENT).await.counts.changed, 1);
        assert_eq!(open(db).await, ["1", "2"]);
        assert_eq!(told(&once(&copy, &list("مسودة")).await), [("invoice_withdrawn", Some(2), "1")]);
        assert_eq!(open(db).await, ["2"]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn it_is_withdrawn_under_every_spelling_of_its_client() {
    for copy in each().await {
        once(&copy, SENT).await;
        once(&copy, &SENT.replace("Atlas", "Darb")).await;
        copy.sql("UPDATE clients SET merged_into = 'Atlas' WHERE client = 'Darb'").await;
        assert_eq!(open(&copy.own.db).await, ["1", "2"]);
        let report = once(&copy, &list("Void")).await;
        assert_eq!(told(&report), [("invoice_withdrawn", Some(2), "1")]);
        assert_eq!(open(&copy.own.db).await, ["2"]);
        let sums = "SELECT CAST(SUM(amount) AS TEXT) FROM invoices WHERE id = '1'";
        assert_eq!(copy.text(sums).await, "0");
        let again = once(&copy, &list("Void")).await;
        assert_eq!((again.counts.changed, again.counts.unchanged), (0, 2));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invoice_that_the_file_itself_demands_stands() {
    let both = format!("{}Atlas,1,2026-01-05,2026-02-19,987,128,SAR,Sent\n", list("Cancelled"));
    for copy in each().await {
        for _ in 0..2 {
            let report = once(&copy, &both).await;
            assert_eq!(told(&report), [("row_skipped", Some(2), "Atlas")]);
            assert_eq!((report.counts.changed, report.problems.len()), (0, 0));
            assert_eq!(open(&copy.own.db).await, ["1", "2"]);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_person_says_outlives_the_file() {
    for copy in each().await {
        let db = &copy.own.db;
        once(&copy, SENT).await;
        // Entered by hand alone, while the program that exports has it as a draft.
        let kind = kind_named("invoices").expect("a kind");
        let like = entries::find(db, kind, "Atlas", "2").await.expect("the store").expect("the invoice");
        let by = By { member: String::new(), at: "2026-07-01T10:00:00Z".to_owned() };
        let entry = Entry { kind, client: "Atlas", id: "H", cells: &like.cells, by: &by };
        assert!(entries::add(db, entry).await.expect("the store"));
        let draft = format!("{SENT}Atlas,H,2026-01-06,2026-02-19,50,5,SAR,Draft\n");
        assert_eq!(told(&once(&copy, &draft).await), [("row_skipped", Some(4), "Atlas")]);
        assert_eq!(open(db).await, ["1", "2", "H"]);
        // Said to stand after it was cancelled.
        once(&copy, &list("Void")).await;
        correct_amount(db, 98_700).await;
        assert_eq!(told(&once(&copy, &list("Void")).await), [("correction_kept", Some(2), "1")]);
        assert_eq!(open(db).await, ["1", "2", "H"]);
    }
}
