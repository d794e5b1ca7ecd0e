//! Which backups go, and which never do; and what doctor finds of files that are kept with cases.

use super::erased::erasure;
use super::restored::{place, request};
use crate::database;
use app::flow::backup::{self, Made, Request};
use app::flow::case_files::{Verified, verify};
use app::flow::cases::Place as Cases;
use app::keep::backup::schedule::Schedule;
use app::keep::backup::{Kind, newest};
use app::keep::erasures::{self, Erasure, Scope, append};
use app::secret::identity::Identity;
use app::secret::key_folder::{KeyFolder, Of};
use app::store::case_files;
use app::store::cases::Key;
use domain::days::Day;

fn on(day: &str, request: &Request) -> Request {
    let today = Day::from_iso(day).expect("a day");
    Request { at: format!("{day}T20:00:00Z"), today, ..request.clone() }
}

#[tokio::test(flavor = "multi_thread")]
async fn only_what_the_schedule_names_goes_and_never_anothers() {
    let (own, other) = (database::sqlite().await, database::sqlite().await);
    let (folder, reader) = (tempfile::tempdir().expect("a folder"), Identity::new());
    let to = place(folder.path());
    let usual = request(&own, &to, &reader);
    let foreign = backup::data(&other.db, on("2026-10-01", &request(&other, &to, &reader))).await.expect("a backup");
    let mut made: Vec<Made> = vec![];
    for day in ["2026-11-01", "2026-11-02", "2026-11-03"] {
        made.push(backup::data(&own.db, on(day, &usual)).await.expect("a backup"));
    }
    std::fs::create_dir(folder.path().join("khitam-data-unfinished")).expect("a folder");
    std::fs::write(folder.path().join("khitam-data-unfinished/part-00001.jsonl.gz.age"), "x").expect("writable");
    std::fs::write(folder.path().join("photo.jpg"), "x").expect("writable");
    let last = &made[2];
    let today = Day::from_iso("2026-11-03").expect("a day");

    let none = backup::thin(&to, last, None, today).await.expect("looked");
    assert_eq!((none.left, none.removed.len()), (3, 0), "without a schedule nothing goes");
    let two = Schedule::read("2d");
    let thinned = backup::thin(&to, last, two, today).await.expect("thinned");
    assert_eq!(thinned.removed, [made[0].manifest.name.clone()]);
    assert_eq!((thinned.left, thinned.broken), (2, vec!["khitam-data-unfinished".to_owned()]));
    // Years later the last one is still there, and what is another's, too.
    let late = backup::thin(&to, last, two, Day::from_iso("2036-01-01").expect("a day")).await.expect("thinned");
    assert_eq!((late.left, late.removed), (1, vec![made[1].manifest.name.clone()]));
    assert_eq!(newest(&to, Kind::Data).await.expect("there").name, last.manifest.name);
    for stays in [&foreign.manifest.name, "photo.jpg", "khitam-data-unfinished"] {
        assert!(folder.path().join(stays).exists(), "{stays}");
    }
    assert!(!folder.path().join(&made[0].manifest.name).exists(), "no empty folder is left");
}

#[tokio::test(flavor = "multi_thread")]
async fn of_the_keys_only_the_newest_stay_unless_some_are_missing_without_a_reason() {
    let own = database::sqlite().await;
    let (folder, reader) = (tempfile::tempdir().expect("a folder"), Identity::new());
    let to = place(folder.path());
    let keys = KeyFolder::within(own.folder.path());
    let case = |case| Of::Case { client: "NAKHLA", case };
    for name in ["k1", "k2", "k3"] {
        keys.key(case(name)).expect("a key");
    }
    let usual = request(&own, &to, &reader);
    let schedule = Some(Schedule::USUAL);
    let mut left = vec![];
    for (day, lost, is_erased) in
        [("2026-11-01", None, false), ("2026-11-02", Some("k1"), true), ("2026-11-03", Some("k2"), false)]
    {
        if let Some(lost) = lost {
            keys.destroy(case(lost)).expect("destroyed");
        }
        if is_erased {
            let scope = Scope::Case { client: "NAKHLA".into(), case: "k1".into(), keeps_papers: false };
            let on = Day::from_iso(day).expect("a day");
            let erasure = Erasure { on, ..erasure(scope) };
            append(&erasures::file(own.folder.path()), &erasure).expect("written");
        }
        let request = on(day, &usual);
        let made = backup::keys(&own.db, request.clone()).await.expect("a backup");
        let thinned = backup::thin(&to, &made, schedule, request.today).await.expect("thinned");
        left.push((made.manifest.keys, thinned.removed.len(), thinned.fewer_keys));
    }
    // With the key that signs: four, three after an erasure, two after a loss that nobody explains.
    assert_eq!(left, [(Some(4), 0, false), (Some(3), 1, false), (Some(2), 0, true)]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lost_key_is_not_made_up_for_by_a_new_one() {
    let own = database::sqlite().await;
    let (folder, reader) = (tempfile::tempdir().expect("a folder"), Identity::new());
    let to = place(folder.path());
    let keys = KeyFolder::within(own.folder.path());
    let usual = request(&own, &to, &reader);
    let case = |case| Of::Case { client: "NAKHLA", case };
    keys.key(case("k1")).expect("a key");
    backup::keys(&own.db, on("2026-11-01", &usual)).await.expect("a backup");
    keys.destroy(case("k1")).expect("lost");
    keys.key(case("k2")).expect("a key");
    let second = on("2026-11-02", &usual);
    let made = backup::keys(&own.db, second.clone()).await.expect("a backup");
    let thinned = backup::thin(&to, &made, Some(Schedule::USUAL), second.today).await.expect("looked");
    assert_eq!((thinned.left, thinned.removed.len(), thinned.fewer_keys), (2, 0, true), "the only one with k1 stays");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_just_made_stays_and_a_wrong_clock_removes_nothing() {
    let own = database::sqlite().await;
    let (folder, reader) = (tempfile::tempdir().expect("a folder"), Identity::new());
    let to = place(folder.path());
    // In the firm's zone it is the next day already.
    let usual = Request {
        today: Day::from_iso("2026-11-02").expect("a day"),
        ..on("2026-11-01", &request(&own, &to, &reader))
    };
    let one = Schedule::read("1d");
    for nth in 0..4 {
        let made = backup::data(&own.db, usual.clone()).await.expect("a backup");
        assert_eq!(made.manifest.on, usual.today);
        let thinned = backup::thin(&to, &made, one, usual.today).await.expect("thinned");
        assert_eq!((thinned.left, thinned.removed.len()), (1, usize::from(nth > 0)));
        assert!(folder.path().join(&made.manifest.name).exists(), "made in the same second as those before");
    }
    let ahead = backup::data(&own.db, on("2031-01-01", &usual)).await.expect("a backup");
    let made = backup::data(&own.db, on("2026-12-24", &usual)).await.expect("a backup");
    let today = Day::from_iso("2026-12-24").expect("a day");
    let thinned = backup::thin(&to, &made, one, today).await.expect("looked");
    assert_eq!((thinned.removed.len(), thinned.ahead), (0, vec![ahead.manifest.name]));
}

#[tokio::test]
async fn a_kept_file_that_does_not_open_is_counted_and_told_from_one_without_its_key() {
    for own in database::each().await {
        let keys = KeyFolder::within(own.folder.path());
        keys.key(Of::Case { client: "NAKHLA", case: "k1" }).expect("a key");
        for case in ["k1", "k2"] {
            let key = Key { client: "NAKHLA".into(), case: case.into() };
            case_files::add(&own.db, &key, "Proof", "x", b"no sealed file").await.expect("kept");
        }
        let found = verify(Cases { db: &own.db, keys: &keys }).await.expect("looked");
        assert_eq!(found, Verified { opened: 0, keyless: 1, damaged: 1 });
    }
}
