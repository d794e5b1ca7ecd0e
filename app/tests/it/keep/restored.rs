//! A backup that was made while people wrote, restored: every table and every value is as it was at one moment.

use crate::database::{self, Own};
use crate::files;
use app::flow::backup::{self, Asked, Backup, Failed, Made, Request, Restored};
use app::keep::backup::schedule::Schedule;
use app::keep::backup::{Place, Secrets};
use app::secret::identity::Identity;
use app::store::dump::empty;
use app::store::{Db, StoreError, dialect};
use domain::days::Day;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use sqlx::any::AnyRow;
use sqlx::{AnyPool, AssertSqlSafe, Column, Row};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

pub const AT: &str = "2026-11-29T20:00:00Z";

pub fn today() -> Day {
    Day::from_iso(AT).expect("a day")
}

/// A place in a folder.
pub fn place(folder: &Path) -> Place {
    Place::of(&folder.display().to_string(), &Secrets::default(), true).expect("a place")
}

pub fn request(own: &Own, to: &Place, reader: &Identity) -> Request {
    Request {
        to: to.clone(),
        readers: vec![reader.public()],
        key_file: None,
        root: own.folder.path().to_owned(),
        at: AT.to_owned(),
        today: today(),
        schedule: Schedule::USUAL,
    }
}

/// Restores into a place of its own, which is of a sort of database.
pub async fn restored(
    made: &Made,
    place: &Place,
    reader: &Identity,
    like: &Own,
) -> (Result<Restored, Failed>, tempfile::TempDir, String) {
    let folder = tempfile::tempdir().expect("a folder");
    let root = folder.path().join("firm");
    let address = match like.db.file() {
        Some(_) => format!("sqlite:{}", root.join("khitam.db").display()),
        None => database::no_tables(&like.address).await,
    };
    let data = Backup { place: place.clone(), manifest: made.manifest.clone(), identity: reader.clone() };
    let asked = Asked {
        data,
        keys: None,
        erasures: None,
        without_erasures: Some("nothing was erased yet".to_owned()),
        at: AT.to_owned(),
        address: address.clone(),
        root,
    };
    (backup::restore(asked).await, folder, address)
}

async fn pool(address: &str) -> AnyPool {
    let (_, url) = dialect::address(address).expect("an address");
    AnyPool::connect(&url).await.expect("the database")
}

/// Every row of every table as text, read by other means than backups are.
async fn everything(address: &str, tables: &[String]) -> BTreeMap<String, Vec<String>> {
    let pool = pool(address).await;
    let mut all = BTreeMap::new();
    for table in tables {
        let text = AssertSqlSafe(format!("SELECT * FROM \"{table}\""));
        let rows = sqlx::query(text).fetch_all(&pool).await.expect("a table");
        let mut rows: Vec<String> =
            rows.iter().map(shown).filter(|row| !row.starts_with("name=Some(\"restored\")")).collect();
        rows.sort();
        all.insert(table.clone(), rows);
    }
    pool.close().await;
    all
}

fn shown(row: &AnyRow) -> String {
    let values = row.columns().iter().map(|column| {
        let at = column.ordinal();
        let text = row.try_get::<Option<String>, _>(at).map(|value| format!("{value:?}"));
        let text = text.or_else(|_| row.try_get::<Option<i64>, _>(at).map(|value| format!("{value:?}")));
        let text = text.or_else(|_| row.try_get::<Option<f64>, _>(at).map(|value| format!("{value:?}")));
        let text = text.or_else(|_| row.try_get::<Option<Vec<u8>>, _>(at).map(|value| format!("{value:?}")));
        format!("{}={}", column.name(), text.expect("a value"))
    });
    values.collect::<Vec<_>>().join(" ")
}

/// Rows of every sort of value, as chance has it.
async fn fill(db: &Own, runner: &mut TestRunner, rows: usize) {
    let pool = pool(&db.address).await;
    let text = "[^\u{0}]{0,40}";
    let drawn = (text, text, any::<i64>(), proptest::num::f64::NORMAL, proptest::collection::vec(any::<u8>(), 0..300));
    for n in 0..rows {
        let (one, other, number, fraction, bytes) = drawn.new_tree(runner).expect("a value").current();
        let client = format!("{n}-{one}");
        let texts = "INSERT INTO clients (client, name, currency, lead, source_id, source_line, folded)
                     VALUES ($1, $2, 'SAR', $3, $4, 1, '')";
        let lead = (n % 3 > 0).then(|| other.clone());
        let query = sqlx::query(texts).persistent(false).bind(&client).bind(&other).bind(lead).bind(number);
        query.execute(&pool).await.expect("a client");
        let fractions = "INSERT INTO feedback (client, id, on_day, score, scale, source_id, source_line)
                         VALUES ($1, $2, '2026-01-01', $3, $4, $5, 0)";
        let scale = (n % 2 > 0).then(|| fraction.abs());
        let query = sqlx::query(fractions).bind(&client).bind(&other).bind(fraction).bind(scale).bind(number);
        // What is prepared for one sort of value does not fit another.
        query.persistent(false).execute(&pool).await.expect("feedback");
        let sealed = "INSERT INTO reports (id, version, sealed) VALUES ($1, $2, $3)";
        sqlx::query(sealed).bind(format!("r{n}")).bind(number).bind(bytes).execute(&pool).await.expect("a report");
    }
    // What belongs to a member comes before the members where tables go by their names.
    let member = "INSERT INTO members (id, name, email, role, adviser, password_hash, language, digits, hijri,
                                       time_follows, public_key, sealed_secret, key_since, joined_at)
                  VALUES ('m', 'm', 'm', 'owner', 0, '', 'en', 'latn', 0, 0, '', $1, '2026-01-01', '2026-01-01')";
    sqlx::query(member).bind(vec![1u8]).execute(&pool).await.expect("a member");
    let feed = "INSERT INTO calendar_feeds (member, token_hash, made_at) VALUES ('m', 'h', '2026-01-01')";
    sqlx::query(feed).execute(&pool).await.expect("a feed");
    pool.close().await;
}

/// Writes until told to stop: two rows in one transaction, so that a moment between them would show.
async fn writer(db: Db, nth: usize, stop: Arc<AtomicBool>) -> usize {
    let mut written = 0;
    while !stop.load(Ordering::Relaxed) {
        let mut tx = db.begin().await.expect("a transaction");
        let name = format!("writer-{nth}-{written}");
        let one = "INSERT INTO settings (name, value) VALUES ($1, 'x')";
        sqlx::query(one).bind(&name).execute(&mut *tx).await.expect("a setting");
        let other = "INSERT INTO person_names (spelling, member) VALUES ($1, 'x')";
        sqlx::query(other).bind(&name).execute(&mut *tx).await.expect("a name");
        tx.commit().await.expect("a commit");
        written += 1;
    }
    written
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn what_is_restored_is_what_stood_there_at_one_moment() {
    let mut runner = TestRunner::deterministic();
    for own in database::each().await {
        fill(&own, &mut runner, 3000).await;
        let (folder, reader) = (tempfile::tempdir().expect("a folder"), Identity::new());
        let to = place(folder.path());
        let stood = files::text(&own, "SELECT CAST(COUNT(*) AS TEXT) FROM settings").await;
        let stop = Arc::new(AtomicBool::new(false));
        let writers: Vec<_> = (0..3).map(|nth| tokio::spawn(writer(own.db.clone(), nth, stop.clone()))).collect();
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        let made = backup::data(&own.db, request(&own, &to, &reader)).await.expect("a backup");
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        stop.store(true, Ordering::Relaxed);
        let mut written = 0;
        for writer in writers {
            written += writer.await.expect("no panic") as u64;
        }

        let (pairs, named) = (made.sums.tables["person_names"].count, made.sums.tables["settings"].count);
        assert!(pairs > 0 && pairs < written, "{pairs} of {written}: it was made while people wrote");
        let stood: u64 = stood.parse().expect("a number");
        assert_eq!(stood + pairs, named, "between the two rows of a transaction there is no moment");

        let (done, _at, address) = restored(&made, &to, &reader, &own).await;
        let done = done.expect("restored");
        assert_eq!(done.sums, made.sums);
        let db = Db::open(&address).await.expect("it opens");
        assert_eq!(db.file().is_some(), own.db.file().is_some());
        db.close().await;
        let tables: Vec<String> = made.sums.tables.keys().cloned().collect();
        let copy = everything(&address, &tables).await;
        assert_eq!(copy["person_names"].len() as u64, pairs);
        let mut whole = everything(&own.address, &tables).await;
        for table in ["person_names", "settings"] {
            let now = whole.insert(table.to_owned(), copy[table].clone()).expect("a table");
            assert!(copy[table].iter().all(|row| now.contains(row)), "nothing else than was written");
        }
        assert!(whole == copy, "every table, every value");
        assert_eq!(copy["reports"].len(), 3000);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_of_one_database_fills_the_other() {
    let all = database::each().await;
    let mut runner = TestRunner::deterministic();
    for own in &all {
        fill(own, &mut runner, 50).await;
        let (folder, reader) = (tempfile::tempdir().expect("a folder"), Identity::new());
        let to = place(folder.path());
        let made = backup::data(&own.db, request(own, &to, &reader)).await.expect("a backup");
        for other in &all {
            let (done, _at, address) = restored(&made, &to, &reader, other).await;
            assert_eq!(done.expect("restored").sums, made.sums);
            let tables: Vec<String> = made.sums.tables.keys().cloned().collect();
            let (whole, copy) = (everything(&own.address, &tables).await, everything(&address, &tables).await);
            for table in &tables {
                assert_eq!(whole[table], copy[table], "{table}");
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_from_before_a_migration_is_brought_up_to_date() {
    for own in database::each().await {
        let (folder, reader) = (tempfile::tempdir().expect("a folder"), Identity::new());
        let old = match own.db.file() {
            Some(_) => format!("sqlite:{}", folder.path().join("old.db").display()),
            None => database::no_tables(&own.address).await,
        };
        assert!(empty::make(&old, &[1, 9999]).await.expect("asked").is_err(), "it is of a newer program");
        let first: Vec<i64> = (1..=10).collect();
        let db = empty::make(&old, &first).await.expect("made").expect("known");
        empty::open_up(&db).await.expect("opened");
        let to = place(folder.path());
        let made = backup::data(&db, request(&own, &to, &reader)).await.expect("a backup");
        db.close().await;
        assert!(!made.sums.tables.contains_key("letter_templates"));
        let (done, _at, address) = restored(&made, &to, &reader, &own).await;
        assert_eq!(done.expect("restored").sums, made.sums);
        let rows = everything(&address, &["letter_templates".to_owned(), "outbox".to_owned()]).await;
        assert!(rows.values().all(Vec::is_empty), "the later tables are there");
        Db::open(&address).await.expect("open to everyone").close().await;
    }
}

/// Counts the tables at an address.
async fn tables(pool: &AnyPool) -> i64 {
    let there = "SELECT COUNT(*) FROM pg_class WHERE relkind = 'r'
        AND relnamespace = CAST(current_schema() AS REGNAMESPACE)";
    sqlx::query_scalar(there).fetch_one(pool).await.expect("a count")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_opens_an_empty_database_waits_until_a_restoring_has_marked_it() {
    let all = database::each().await;
    for own in all.iter().filter(|own| own.db.file().is_none()) {
        let address = database::no_tables(&own.address).await;
        let pool = pool(&address).await;
        // A restoring has looked, and has not made its tables yet.
        let mut restoring = pool.acquire().await.expect("a connection");
        let lock = "SELECT 1 FROM pg_advisory_lock(hashtext('khitam restore'))";
        sqlx::query(lock).execute(&mut *restoring).await.expect("the lock");
        let opening = {
            let address = address.clone();
            tokio::spawn(async move { Db::open(&address).await })
        };
        tokio::time::sleep(std::time::Duration::from_millis(400)).await;
        assert!(!opening.is_finished(), "it waits");
        assert_eq!(tables(&pool).await, 0, "and makes no table meanwhile");
        let mark = "CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL)";
        sqlx::query(mark).execute(&pool).await.expect("a table");
        let mark = "INSERT INTO settings (name, value) VALUES ('restoring', '1')";
        sqlx::query(mark).execute(&pool).await.expect("the mark");
        restoring.close().await.expect("the lock goes with its connection");
        let opened = opening.await.expect("no panic");
        assert!(matches!(opened, Err(StoreError::Restoring)), "it sees the mark");
        assert_eq!(tables(&pool).await, 1);
        pool.close().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_a_server_and_a_restoring_only_one_gets_an_empty_database() {
    let all = database::each().await;
    for own in all.iter().filter(|own| own.db.file().is_none()) {
        for _ in 0..5 {
            let address = database::no_tables(&own.address).await;
            let (opened, made) = tokio::join!(Db::open(&address), empty::make(&address, &[1, 2, 3]));
            let made = made.expect("asked");
            assert!(opened.is_ok() != made.is_ok(), "one has it, and the other is told");
            if let Ok(db) = opened {
                db.close().await;
            }
            if let Ok(db) = made {
                db.close().await;
            }
        }
    }
}
