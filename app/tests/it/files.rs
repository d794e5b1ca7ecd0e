//! Files imported as the command line imports them, and what a later file changes of an earlier one.

use crate::database::{self, Own};
use crate::harness;
use app::flow::file_report::FileReport;
use app::flow::import::{self, Progress, RunError, Terms};
use app::intake::plan::Options;
use app::intake::words::HeaderWords;
use app::store::cell::OwnedCell;
use app::store::entries::{self, By, Corrected, Entry};
use app::store::{Db, apart};
use domain::days::Day;
use domain::record::{KINDS, kind_named};
use sqlx::AssertSqlSafe;
use std::path::Path;

/// Imports files, by name and text, in one run; the text of messages and feedback is left out.
pub async fn import(db: &Db, files: &[(&str, &str)]) -> Vec<FileReport> {
    import_with(db, files, false, Path::new("none")).await
}

/// Imports files once something was erased, as a list says.
pub async fn import_after(db: &Db, files: &[(&str, &str)], erasures: &Path) -> Vec<FileReport> {
    import_with(db, files, true, erasures).await
}

async fn import_with(db: &Db, files: &[(&str, &str)], keep_text: bool, erasures: &Path) -> Vec<FileReport> {
    let folder = tempfile::tempdir().expect("a folder");
    let written = files.iter().map(|(name, text)| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).expect("a file");
        (path, (*name).to_owned())
    });
    let words = HeaderWords::read(None).expect("our own words");
    let files = import::plan(written.collect(), &Options::new(&words));
    let (own, terms) = (db.clone(), terms(keep_text, erasures));
    let work = move || match import::run(&own, &files, &terms, &Progress::default(), true) {
        Ok(reports) => Ok(reports),
        Err(RunError::Store(error)) => Err(error),
        Err(RunError::Cancelled) => panic!("nobody cancels"),
    };
    apart(work).await.expect("an import")
}

/// Returns what such an import knows beside its files.
pub fn terms(keep_text: bool, erasures: &Path) -> Terms {
    Terms {
        member: String::new(),
        today: Day::from_iso("2026-06-30").expect("a day"),
        at: "2026-06-30T10:00:00Z".to_owned(),
        base_currency: None,
        keep_text,
        zone: None,
        erasures: erasures.to_owned(),
    }
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

#[tokio::test(flavor = "multi_thread")]
async fn a_correction_by_hand_stands_until_a_file_says_something_new() {
    let january = "client,invoice,issued_on,due_on,amount,currency\nAtlas,1,2026-01-05,2026-02-19,1250,SAR\n";
    let february = format!("{january}Atlas,2,2026-02-05,2026-03-19,80,SAR\n");
    let renewed = february.replace(",1250,", ",1290,");
    for own in database::each().await {
        import(&own.db, &[("january.csv", january)]).await;
        correct_amount(&own.db, 130_000).await;
        for (name, file, changed, told, amount) in [
            ("january.csv", january, 0, Some("correction_kept"), "130000"),
            ("february.csv", february.as_str(), 0, Some("correction_kept"), "130000"),
            ("renewed.csv", renewed.as_str(), 1, Some("correction_replaced"), "129000"),
            ("renewed.csv", renewed.as_str(), 0, None, "129000"),
        ] {
            let report = import(&own.db, &[(name, file)]).await.remove(0);
            let note = report.notes.iter().find(|note| note.code.word().starts_with("correction_"));
            let expected = told.map(|code| (code, Some(2), "1"));
            assert_eq!(note.map(|note| (note.code.word(), note.line, note.value.as_str())), expected, "{name}");
            assert_eq!((report.counts.changed, report.problems.len()), (changed, 0), "{name}");
            assert_eq!(text(&own, "SELECT CAST(amount AS TEXT) FROM invoices WHERE id = '1'").await, amount, "{name}");
        }
    }
}

/// Corrects by hand what invoice 1 of Atlas asks for.
pub async fn correct_amount(db: &Db, minor: i64) {
    let kind = kind_named("invoices").expect("a kind");
    let standing = entries::find(db, kind, "Atlas", "1").await.expect("the store").expect("the invoice");
    let mut cells = standing.cells.clone();
    cells[kind.position("amount").expect("a column")] = OwnedCell::Integer(minor);
    let by = By { member: String::new(), at: "2026-07-01T10:00:00Z".to_owned() };
    let entry = Entry { kind, client: "Atlas", id: "1", cells: &cells, by: &by };
    assert_eq!(entries::correct(db, entry, standing.changes).await.expect("the store"), Corrected::Saved);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_taken_along_as_csv_is_read_back_and_changes_nothing() {
    for own in database::each().await {
        let mut texts: Vec<(String, String)> = KINDS.iter().map(|kind| demo(kind.table)).collect();
        // A text that a spreadsheet would run leaves behind an apostrophe, and comes back without it.
        let requests = texts.iter_mut().find(|(name, _)| name == "requests.csv").expect("the requests");
        requests.1.push_str("NAKHLA,2026-11-20,status,,,,,,,- when do you start?\n");
        let files: Vec<(&str, &str)> = texts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        import_with(&own.db, &files, true, Path::new("none")).await;
        let copy = harness::start(own, |_| {}).await;
        let mut owner = copy.owner().await;
        let mut read = 0;
        for kind in KINDS.into_iter().filter(|kind| kind.table != "clients") {
            for client in ["NAKHLA", "SAHAB", "RIWAQ"] {
                let page = owner.get(&format!("/clients/{client}/{}.csv", kind.table)).await;
                if page.status == 200 && page.body.lines().count() > 1 {
                    let report = import_with(
                        &copy.own.db,
                        &[(&format!("{}-{client}.csv", kind.table), &page.body)],
                        true,
                        Path::new("none"),
                    )
                    .await
                    .remove(0);
                    let counts = report.counts;
                    assert_eq!(
                        (report.problems.len(), counts.added, counts.changed),
                        (0, 0, 0),
                        "{} of {client}: {:?}",
                        kind.table,
                        report.problems
                    );
                    read += counts.unchanged;
                }
            }
        }
        assert!(read > 1_000, "only {read} rows came back");
    }
}

/// Returns a file of the demonstration, by name and text.
fn demo(table: &str) -> (String, String) {
    let name = format!("{table}.csv");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../demo").join(&name);
    (name, std::fs::read_to_string(path).expect("a file of the demonstration"))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_day_that_is_too_long_over_several_rows_is_noted() {
    let first = "client,on,hours,person\nA,2026-01-05,13,Reem\nA,2026-01-06,12,Reem\nA,2026-01-05,13,Sami\n";
    let second = "client,on,hours,person\nB,2026-01-05,13,Reem\nB,2026-01-06,12,Reem\n";
    for own in database::each().await {
        let noted = |reports: &[FileReport]| -> Vec<String> {
            let long = |report: &FileReport| -> Vec<String> {
                let notes = report.notes.iter().filter(|note| note.code.word() == "long_day");
                notes.map(|note| format!("{} {:?} {}", report.name, note.line, note.value)).collect()
            };
            reports.iter().flat_map(long).collect()
        };
        let reports = import(&own.db, &[("first.csv", first), ("second.csv", second)]).await;
        assert_eq!(noted(&reports), ["second.csv Some(2) Reem, 2026-01-05"]);
        assert!(reports.iter().all(|report| report.problems.is_empty()), "{reports:?}");
        // The same again is no news.
        let reports = import(&own.db, &[("first.csv", first), ("second.csv", second)]).await;
        assert_eq!(noted(&reports), [""; 0]);
    }
}
