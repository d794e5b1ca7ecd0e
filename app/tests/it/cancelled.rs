//! Whoever cancels a run before it is stored leaves no trace of it; later it is stored, and says so.

use crate::database;
use crate::files::{terms, text};
use crate::harness::until;
use app::flow::import::{self, Progress, RunError};
use app::intake::plan::Options;
use app::intake::words::HeaderWords;
use app::store::{Db, apart};
use sqlx::{Connection, Executor, PgConnection};
use std::path::Path;
use std::sync::Arc;

/// Imports one invoice while somebody may cancel; tells how many rows it added, or nothing if it was cancelled.
async fn added(db: Db, progress: Arc<Progress>) -> Option<u64> {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("invoices.csv");
    std::fs::write(&path, "client,invoice,issued_on,due_on,amount\nAtlas,1,2026-01-05,2026-02-19,1250\n")
        .expect("a file");
    let words = HeaderWords::read(None).expect("our own words");
    let files = import::plan(vec![(path, "invoices.csv".to_owned())], &Options::new(&words));
    let terms = terms(false, Path::new("none"));
    let run = apart(move || Ok(import::run(&db, &files, &terms, &progress, true))).await.expect("a thread");
    match run {
        Ok(reports) => Some(reports[0].counts.added),
        Err(RunError::Cancelled) => None,
        Err(RunError::Store(error)) => panic!("{error}"),
    }
}

const INVOICES: &str = "SELECT CAST(COUNT(*) AS TEXT) FROM invoices";

#[tokio::test(flavor = "multi_thread")]
async fn who_cancels_first_finds_nothing_stored() {
    for own in database::each().await {
        let progress = Arc::new(Progress::default());
        progress.cancel();
        assert_eq!(added(own.db.clone(), progress).await, None);
        assert_eq!(text(&own, INVOICES).await, "0");
    }
}

/// Only PostgreSQL lets another connection hold a run up while it is being stored.
#[tokio::test(flavor = "multi_thread")]
async fn who_cancels_while_it_is_stored_is_told_that_it_was() {
    let waits = "SELECT CAST(COUNT(*) AS TEXT) FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE 'UPDATE revisions%'";
    for own in database::each().await.into_iter().filter(|own| own.address.starts_with("postgres")) {
        let mut other = PgConnection::connect(&own.address).await.expect("the database");
        other.execute("BEGIN").await.expect("a transaction");
        other.execute("SELECT number FROM revisions FOR UPDATE").await.expect("the revisions");
        let progress = Arc::new(Progress::default());
        let run = tokio::spawn(added(own.db.clone(), progress.clone()));
        until(async || text(&own, waits).await == "1").await;
        progress.cancel();
        other.execute("ROLLBACK").await.expect("the revisions let go");
        assert_eq!(run.await.expect("the run ends"), Some(1));
        assert_eq!(text(&own, INVOICES).await, "1");
    }
}
