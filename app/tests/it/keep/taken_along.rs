//! What the client takes along is kept and handed out piece by piece, however large it is.

use super::before::Before;
use super::erasing::{confirmed, count, proposed};
use crate::cases::decision::{Heard, id};
use crate::cases::learning::closed;
use crate::harness::Copy;
use crate::portal::must;
use app::flow::archive;
use app::flow::case_files::verify;
use app::flow::cases::{self, By};
use app::flow::client_part::{self, NAME};
use app::flow::erasures;
use app::keep::erasures as list;
use app::keep::package::{Item, Source};
use app::secret::key_folder::Of;
use app::secret::text;
use app::store::case_files as stored;
use app::store::cases::Key;
use data_encoding::BASE64;
use domain::case::Now;
use domain::days::Day;
use domain::journal::digest;
use std::io::{Cursor, Read};
use std::sync::Arc;
use zip::ZipArchive;

/// Bytes that no program makes smaller: digests of digests.
fn noise(bytes: usize) -> Vec<u8> {
    let mut all = vec![];
    let mut last = digest(b"noise");
    while all.len() < bytes {
        all.extend(data_encoding::HEXLOWER.decode(last.as_bytes()).expect("a digest"));
        last = digest(last.as_bytes());
    }
    all.truncate(bytes);
    all
}

async fn pieces(heard: &Heard) -> u32 {
    let count = heard.copy.text("SELECT CAST(COUNT(*) AS TEXT) FROM case_file_pieces").await;
    count.parse().expect("a number")
}

/// Reads all of it; returns how large its largest piece was, and the whole.
async fn read(heard: &Heard, sha256: &str) -> (usize, Vec<u8>) {
    let opened = client_part::open(heard.copy.app.place(), &heard.key, sha256).await.expect("the store");
    let (mut reading, mut most, mut whole) = (opened.expect("its key stands"), 0, vec![]);
    while let Some(bytes) = reading.next().await.expect("whole") {
        most = most.max(bytes.len());
        whole.extend(bytes);
    }
    (most, whole)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_large_part_is_never_in_memory_whole() {
    for heard in closed().await {
        let (place, key) = (heard.copy.app.place(), &heard.key);
        let reem = id(&heard.copy, "Reem").await;
        let now = Now { at: "2026-11-20T09:00:00Z".to_owned(), today: Day::from_iso("2026-11-20").expect("a day") };
        let by = By { member: &reem, now, seen: None };
        // What a crash left.
        stored::add_piece(place.db, key, ("left", 1), b"x").await.expect("the store");
        let given = noise(1_300_000);
        let item = |path: &str| {
            let bytes = given.clone();
            let fetch: app::keep::package::Fetch = Arc::new(move || Ok(bytes.clone()));
            let source = Source::Kept { bytes: given.len() as u64, sha256: digest(&given), fetch };
            Item { path: path.to_owned(), source }
        };
        let opened = cases::load(place, key).await.expect("the store").expect("a case");
        let kept = client_part::keep(place, &opened, &by, vec![item("given/001.bin"), item("given/002.bin")], ()).await;
        let kept = kept.expect("written").expect("noted in the journal");
        let sha256 = kept.case.parting.archives.last().expect("an archive").0.sha256.clone();
        assert_eq!(pieces(&heard).await, 3, "two and a half million bytes, and nothing of the crash");

        let (most, whole) = read(&heard, &sha256).await;
        assert_eq!((most, digest(&whole)), (1 << 20, sha256.clone()));
        let mut zip = ZipArchive::new(Cursor::new(whole)).expect("a ZIP file");
        let mut out = vec![];
        zip.by_name("data/given/002.bin").expect("a file").read_to_end(&mut out).expect("readable");
        assert!(out == given);
        assert_eq!(verify(place).await.expect("the store").damaged, 0);

        heard.copy.sql("DELETE FROM case_file_pieces WHERE nth = 2").await;
        let mut reading = client_part::open(place, key, &sha256).await.expect("the store").expect("its key stands");
        assert!(reading.next().await.is_ok() && reading.next().await.is_err(), "a cut file is none");
        assert_eq!(verify(place).await.expect("the store").damaged, 1);
        as_it_was_kept_before(&heard, key).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_asked_may_go_and_no_erasure_begins_before_its_end() {
    for heard in closed().await {
        let (place, app) = (heard.copy.app.place(), &heard.copy.app);
        let reem = id(&heard.copy, "Reem").await;
        let now = Now { at: "2026-11-20T09:00:00Z".to_owned(), today: Day::from_iso("2026-11-20").expect("a day") };
        let by = By { member: &reem, now, seen: None };
        let opened = cases::load(place, &heard.key).await.expect("the store").expect("a case");
        let item = Item { path: "given/001.bin".to_owned(), source: Source::Bytes(noise(3_000_000)) };
        let guard = app.erasing.clone().lock_owned().await;
        let asking = client_part::keep(place, &opened, &by, vec![item], guard);
        tokio::select! {
            biased;
            _ = asking => panic!("three pieces are not written in a moment"),
            () = std::future::ready(()) => {}
        }
        let _erasing = app.erasing.lock().await;
        let opened = cases::load(place, &heard.key).await.expect("the store").expect("a case");
        let (archive, _) = opened.case.parting.archives.last().expect("it went to its end");
        assert!(client_part::is_whole(place, &heard.key, &archive.sha256).await.expect("the store"));
    }
}

const PACKAGES: &str = "SELECT COUNT(*) FROM case_files WHERE what = 'ClientPart'";

/// What the client takes along goes with records that it holds, in a restored backup of before as well; it can be packed again.
#[tokio::test(flavor = "multi_thread")]
async fn records_that_are_erased_go_from_the_package_too() {
    for mut heard in closed().await {
        let (copy, owner, pages) = (&heard.copy, &mut heard.owner, format!("{}/archives", heard.case));
        for statement in [
            "INSERT INTO deliverables (client, id, due_on, accepted_on, known_on, source_id, source_line)
             VALUES ('NAKHLA', 'lamp-1', '2026-01-05', '2026-01-05', '2026-01-05', 0, 0)",
            "INSERT INTO messages (client, id, at, direction, contact, text, source_id, source_line)
             VALUES ('NAKHLA', 'm-1', '2026-01-01T10:00', 'in', 'Huda', 'all is well', 0, 0)",
        ] {
            copy.sql(statement).await;
        }
        let mut zaid = copy.joins(owner, "Zaid", "finance").await;
        must(owner, &heard.case, "archives", &[("form", "theirs")]).await;
        owner.get(&pages).await.says("Download");
        let form = |matter: &'static str| {
            [("form", "rows"), ("matter", matter), ("basis", "request"), ("reference", "PDPL art. 18")]
        };
        let at = "/clients/NAKHLA/erasures";
        let proposal = proposed(owner, at, &form("messages")).await;
        zaid.get(&proposal).await.says("Messages").hides("Packages made for the client");
        assert_eq!(confirmed(&mut zaid, &proposal).await.status, 303);
        assert_eq!(count(copy, PACKAGES).await, "1", "messages are in none");

        let before = Before::of(copy).await;
        let proposal = proposed(owner, at, &form("deliverables")).await;
        zaid.get(&proposal).await.says("Packages made for the client to take along");
        assert_eq!(confirmed(&mut zaid, &proposal).await.status, 303);
        is_gone(copy, &pages).await;
        is_gone(&before.served(copy, copy.today().await).await, &pages).await;
        owner.get("/retention/destroyed").await.says("Packages made for the client to take along");

        must(owner, &heard.case, "archives", &[("form", "theirs")]).await;
        owner.get(&pages).await.says("Download").says("It was removed on");
        assert_eq!(count(copy, PACKAGES).await, "1");
        // The same again, where nothing of what went was in it.
        copy.sql("DELETE FROM case_files WHERE what = 'ClientPart'").await;
        must(owner, &heard.case, "archives", &[("form", "theirs")]).await;
        owner.get(&pages).await.says("Download");
        is_spared_once_packed_later(copy, &heard.case, &heard.key).await;
    }
}

/// Asserts that a restore leaves what was packed on a later day, and that only erasures since then are told of it.
async fn is_spared_once_packed_later(copy: &Copy, case: &str, key: &Key) {
    let (place, later) = (copy.app.place(), copy.later(copy.today().await.plus(3)).await);
    let mut owner = later.signs_in("Reem").await;
    must(&mut owner, case, "archives", &[("form", "theirs")]).await;
    assert_eq!(count(copy, PACKAGES).await, "2");
    let list = list::read(&list::file(&copy.app.folder)).expect("a list");
    erasures::replay(place, &list.erasures).await.expect("replayed");
    assert_eq!(count(copy, PACKAGES).await, "1");
    let opened = cases::load(place, key).await.expect("the store").expect("a case");
    let (archive, _) = opened.case.parting.archives.last().expect("an archive");
    assert!(client_part::is_whole(place, key, &archive.sha256).await.expect("the store"));
    assert_eq!(count(copy, "SELECT COUNT(DISTINCT id) FROM case_file_pieces").await, "1");
    copy.sql("DELETE FROM case_files WHERE what = 'ClientPart'").await;
    let told = archive::erased(place, (&opened, &list), archive).await.expect("the store");
    assert_eq!(told, None, "it went otherwise");
}

/// Asserts that no package is left and that the page says why.
async fn is_gone(copy: &Copy, pages: &str) {
    assert_eq!(count(copy, PACKAGES).await, "0");
    assert_eq!(count(copy, "SELECT COUNT(*) FROM case_file_pieces").await, "0");
    let mut owner = copy.signs_in("Reem").await;
    owner.get(pages).await.says("It was removed on").says("PDPL art. 18").hides("Download");
}

/// An older version kept it whole, in the row itself.
async fn as_it_was_kept_before(heard: &Heard, key: &Key) {
    let place = heard.copy.app.place();
    let own = place.keys.key(Of::Case { client: &key.client, case: &key.case }).expect("a key");
    let at = format!("{}\0{}\0{NAME}", key.client, key.case);
    let sealed = text::seal(&own, &own, &at, &format!("\"{}\"", BASE64.encode(b"an old one")));
    let sha256 = digest(b"an old one");
    stored::add(place.db, key, NAME, &sha256, &sealed).await.expect("the store");
    assert_eq!(read(heard, &sha256).await.1, b"an old one");
}
