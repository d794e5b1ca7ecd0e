//! Rows that are refused leave no client behind, whatever else of their file fits, on both databases.

use crate::database;
use crate::files::import;
use app::flow::file_report::FileReport;
use app::store::{Db, references};

/// Returns the keys of the clients that the store knows.
async fn clients(db: &Db) -> Vec<String> {
    let mut keys: Vec<String> =
        references::all_known(db).await.expect("the clients").into_iter().map(|client| client.key).collect();
    keys.sort();
    keys
}

/// Returns the clients that a report says were created, with their lines.
fn created(report: &FileReport) -> Vec<(&str, u32)> {
    let created = report.notes.iter().filter(|note| note.code.word() == "client_created");
    created.map(|note| (note.value.as_str(), note.line.expect("a line"))).collect()
}

const INVOICES: &str = "client,invoice,issued_on,due_on,amount\nAtlas,A-1,2026-01-01,2026-01-31,100\n";

#[tokio::test(flavor = "multi_thread")]
async fn a_payment_without_an_invoice_brings_no_client() {
    let payments = "client,invoice,paid_on,amount\nAtlas,A-1,2026-02-01,40\nBeta,B-1,2026-02-01,10\n\
                    Beta,B-2,2026-02-02,10\nAtlas,A-1,2026-02-05,60\n";
    for own in database::each().await {
        let reports = import(&own.db, &[("payments.csv", payments), ("invoices.csv", INVOICES)]).await;
        assert_eq!(clients(&own.db).await, ["Atlas"]);
        assert_eq!((created(&reports[0]), created(&reports[1])), (vec![], vec![("Atlas", 2)]));
        let codes: Vec<_> = reports[0].problems.iter().map(|p| (p.line, p.code.word())).collect();
        assert_eq!(codes, [(Some(3), "invoice_unknown"), (Some(4), "invoice_unknown")]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_was_forgotten_is_created_by_a_later_file_of_the_run() {
    let payments = "client,invoice,paid_on,amount\nAtlas,A-1,2026-02-01,40\nBeta,B-1,2026-02-01,10\n";
    let hours = "client,date,hours,person\nbeta,2026-02-01,2,Reem\nBeta,2026-02-02,3,Reem\n";
    for own in database::each().await {
        let files = [("payments.csv", payments), ("invoices.csv", INVOICES), ("hours.csv", hours)];
        let reports = import(&own.db, &files).await;
        assert_eq!(clients(&own.db).await, ["Atlas", "beta"]);
        assert_eq!(created(&reports[2]), [("beta", 2)]);
        assert_eq!(reports[2].counts.added, 2);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invoice_with_one_broken_line_brings_no_client() {
    let lines = "Client,Invoice #,Date Issued,Due Date,Item Name,Line Total\n\
                 Atlas,1,2026-01-28,2026-02-03,Paint,650.00\nBeta,2,2026-01-28,2026-02-03,Paint,490.00\n\
                 Beta,2,2026-01-28,2026-02-03,Repair,many\nAtlas,3,2026-01-28,2026-02-03,Paint,50.00\n";
    for own in database::each().await {
        let reports = import(&own.db, &[("lines.csv", lines)]).await;
        assert_eq!(reports[0].counts.added, 2, "{:?}", reports[0]);
        assert_eq!(clients(&own.db).await, ["Atlas"]);
        assert_eq!(created(&reports[0]), [("Atlas", 2)]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_of_two_with_one_key_brings_its_client() {
    let invoices = "client,invoice,issued_on,due_on,amount\nAtlas,A-1,2026-01-01,2026-01-31,100\n\
                    Beta,B-1,2026-01-01,2026-01-31,100\nBeta,B-1,2026-01-01,2026-01-31,900\n\
                    Gamma,G-1,2026-01-31,2026-01-01,100\n";
    for own in database::each().await {
        let reports = import(&own.db, &[("invoices.csv", invoices)]).await;
        let codes: Vec<_> = reports[0].problems.iter().map(|p| (p.line, p.code.word())).collect();
        assert_eq!(codes, [(Some(4), "duplicate_key"), (Some(5), "due_before_issued")]);
        assert_eq!(clients(&own.db).await, ["Atlas", "Beta"]);
        assert_eq!(created(&reports[0]), [("Atlas", 2), ("Beta", 3)]);
    }
}
