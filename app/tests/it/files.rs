//! Files imported as the command line imports them, and what a later file changes of an earlier one.

use crate::database::{self, Own};
use app::flow::file_report::FileReport;
use app::flow::import::{self, Progress, RunError, Terms};
use app::intake::plan::Options;
use app::intake::words::HeaderWords;
use app::store::{Db, apart};
use domain::days::Day;
use sqlx::AssertSqlSafe;

/// Imports files, by name and text, in one run.
pub async fn import(db: &Db, files: &[(&str, &str)]) -> Vec<FileReport> {
    let folder = tempfile::tempdir().expect("a folder");
    let written = files.iter().map(|(name, text)| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).expect("a file");
        (path, (*name).to_owned())
    });
    let words = HeaderWords::read(None).expect("our own words");
    let files = import::plan(written.collect(), &Options::new(&words));
    let terms = Terms {
        member: String::new(),
        today: Day::from_iso("2026-06-30").expect("a day"),
        at: "2026-06-30T10:00:00Z".to_owned(),
        base_currency: None,
        keep_text: false,
        zone: None,
    };
    let own = db.clone();
    let work = move || match import::run(&own, &files, &terms, &Progress::default(), true) {
        Ok(reports) => Ok(reports),
        Err(RunError::Store(error)) => Err(error),
        Err(RunError::Cancelled) => panic!("nobody cancels"),
    };
    apart(work).await.expect("an import")
}

/// Returns one text of the database, by a connection of its own.
pub async fn text(own: &Own, sql: &str) -> String {
    let (_, url) = app::store::dialect::address(&own.address).expect("an address");
    let pool = sqlx::AnyPool::connect(&url).await.expect("the database");
    let text = sqlx::query_scalar(AssertSqlSafe(sql.to_owned())).fetch_one(&pool).await.expect("a text");
    pool.close().await;
    text
}

#[tokio::test(flavor = "multi_thread")]
async fn a_later_file_changes_what_it_says_and_nothing_else() {
    let first = "Client,Invoice No,Invoice Date,Due Date,Subtotal,VAT,Date Paid\n\
                 Atlas,1,2026-01-05,2026-02-19,100,15,2026-02-02\n";
    let without_due = "Client,Invoice No,Invoice Date,Subtotal,VAT\nAtlas,1,2026-01-05,200,30\n";
    let clients = "client,name,terms_days\nAtlas,Atlas Ltd,30\n";
    for own in database::each().await {
        import(&own.db, &[("first.csv", first)]).await;
        let sum = "SELECT i.amount || ' ' || p.amount FROM invoices i, payments p";
        assert_eq!(text(&own, sum).await, "11500 11500");
        let again = first.replace(",100,15,", ",120,18,");
        assert_eq!(import(&own.db, &[("again.csv", again.as_str())]).await[0].counts.changed, 1);
        assert_eq!(text(&own, sum).await, "13800 13800");
        import(&own.db, &[("clients.csv", clients), ("without_due.csv", without_due)]).await;
        assert_eq!(text(&own, "SELECT due_on || ' ' || amount FROM invoices").await, "2026-02-19 23000");
    }
}
