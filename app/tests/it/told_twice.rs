//! A payment of which an invoice list and a list of payments tell counts once, in whichever order they come.

use crate::database;
use crate::files::import;
use app::flow::file_report::FileReport;
use app::store::{Db, history, references};
use domain::days::Day;
use domain::firm::Firm;
use domain::sign::Ledger;

const SENT: &str = "Client,Invoice No,Invoice Date,Due Date,Total,Currency\nAtlas,1,2026-01-05,2026-02-04,100,SAR\n";
const PAID: &str = "Client,Invoice No,Invoice Date,Due Date,Total,Currency,Date Paid\n\
                    Atlas,1,2026-01-05,2026-02-04,100,SAR,2026-02-01\n";
const PAYMENTS: &str = "client,invoice,paid_on,amount,currency\nAtlas,1,2026-02-01,100,SAR\n";

/// Returns what came in of Atlas by its payments, by its bills, and as the form of a payment says it, in minor units.
async fn came_in(db: &Db) -> (i64, i64, i64) {
    let history = history::of_client(db, "Atlas").await.expect("the store").expect("the client");
    let ledger = Ledger::of(&history, &Firm::default(), Day::from_iso("2026-06-30").expect("a day"));
    let balance = references::balance(db, "Atlas", "1", "").await.expect("the store").expect("the invoice");
    let received = history.payments.iter().map(|paid| paid.amount.0).sum();
    (received, ledger.bills.iter().map(|bill| bill.paid).sum(), balance.paid)
}

fn overpaid(reports: &[FileReport]) -> Vec<&str> {
    let notes = reports.iter().flat_map(|report| &report.notes).filter(|note| note.code.word() == "overpaid");
    notes.map(|note| note.value.as_str()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn it_counts_once_in_either_order_and_in_one_run() {
    let (sent, paid, payments) = (("sent.csv", SENT), ("paid.csv", PAID), ("payments.csv", PAYMENTS));
    let orders: [&[&[(&str, &str)]]; 3] =
        [&[&[paid], &[payments]], &[&[sent], &[payments], &[paid]], &[&[paid, payments]]];
    for runs in orders {
        for own in database::each().await {
            for files in runs {
                let reports = import(&own.db, files).await;
                assert!(reports.iter().all(|report| report.problems.is_empty()), "{runs:?}");
                assert_eq!(overpaid(&reports), [""; 0], "{runs:?}");
            }
            assert_eq!(came_in(&own.db).await, (10_000, 10_000, 10_000), "{runs:?}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn money_of_another_currency_is_not_called_too_much() {
    let invoices = "client,invoice,issued_on,due_on,amount,currency\n\
                    Atlas,1,2026-01-05,2026-02-04,5000,USD\nAtlas,2,2026-01-05,2026-02-04,3750,SAR\n";
    let payments = "client,invoice,paid_on,amount,currency\nAtlas,1,2026-02-01,6000,SAR\nAtlas,2,2026-02-01,4000,SAR\n";
    for own in database::each().await {
        let reports = import(&own.db, &[("invoices.csv", invoices), ("payments.csv", payments)]).await;
        assert_eq!(overpaid(&reports), ["2"]);
    }
}
