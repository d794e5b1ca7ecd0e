//! An archive that is opened by one of its readers and sealed again without what is erased.

use super::before::Before;
use super::erasing::proposed;
use super::tree;
use crate::harness::{Browser, Copy, Page};
use crate::portal::must;
use app::flow::archive;
use app::flow::case_files::{self, What};
use app::flow::cases::Place;
use app::flow::{cases, retention};
use app::keep::package::{self, About, Item, Sealing, Source};
use app::secret::identity::Identity;
use app::secret::key_folder::Of;
use app::secret::text;
use app::store::case_files as stored;
use app::store::cases::Key;
use app::store::destructions;
use data_encoding::BASE64;
use domain::days::Day;
use domain::retention::Class;
use ed25519_dalek::SigningKey;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

const MESSAGES: &str = "data/records/messages.csv";
const INVOICES: &str = "data/records/invoices.csv";

fn day(iso: &str) -> Day {
    Day::from_iso(iso).expect("a day")
}

/// Returns the names of what lies in a folder.
fn names(folder: &Path) -> BTreeSet<String> {
    let entries = fs::read_dir(folder).expect("a folder");
    entries.map(|entry| entry.expect("readable").file_name().to_string_lossy().into_owned()).collect()
}

/// Returns what a package holds, by path.
fn held(package: &Path, reader: &Identity) -> BTreeMap<String, Vec<u8>> {
    let out = tempfile::tempdir().expect("a folder");
    let into = out.path().join("out");
    package::open(package, reader, &into).expect("opened");
    tree(&into)
}

fn says(files: &BTreeMap<String, Vec<u8>>, path: &str, text: &str) -> bool {
    files.get(path).is_some_and(|bytes| String::from_utf8_lossy(bytes).contains(text))
}

/// Puts a package in the place of another, with an invoice that was never there, sealed for its reader and signed by
/// somebody else.
fn forge(package: &Path, reader: &Identity) {
    let mut files = held(package, reader);
    let invoices = String::from_utf8(files.remove(INVOICES).expect("invoices")).expect("text");
    files.insert(INVOICES.to_owned(), invoices.replace("keep-me", "forged-1").into_bytes());
    let payload = files.into_iter().filter_map(|(path, bytes)| {
        let path = path.strip_prefix("data/")?.to_owned();
        Some(Item { path, source: Source::Bytes(bytes) })
    });
    let items: Vec<Item> = payload.collect();
    fs::remove_dir_all(package).expect("removed");
    let (readers, signer) = ([reader.public()], SigningKey::from_bytes(&[7; 32]));
    let about = About { on: day("2026-12-24"), labels: &[], beside: &[], signer: &signer };
    let sealing =
        Sealing { into: package, readers: &readers, about, resumes: false, meanwhile: &[], part_bytes: 1 << 20 };
    package::seal(&items, &sealing, |_| Ok::<(), std::io::Error>(())).expect("sealed");
    assert!(package::check(package).expect("readable").is_whole(), "nobody sees it without the journal");
}

/// Makes the firm's archive of a case for a new reader; returns the reader, the line that names them, and its name.
async fn made(owner: &mut Browser, case: &str, archives: &Path) -> (Identity, String, String) {
    let reader = Identity::new();
    let line = format!("Huda Alzahrani {}", reader.public());
    let others = names(archives);
    must(owner, case, "archives", &[("form", "ours"), ("readers", &line)]).await;
    let name = names(archives).difference(&others).next().expect("an archive").clone();
    (reader, line, name)
}

/// Returns the marks of the fields that open archives, in the order of the page.
fn marks(page: &Page) -> Vec<String> {
    let after = page.body.split("name=\"secret-").skip(1);
    after.filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
}

/// Confirms with a key for an archive.
async fn confirmed(owner: &mut Browser, proposal: &str, mark: &str, (secret, readers): (&str, &str)) -> Page {
    let fields = [format!("secret-{mark}"), format!("readers-{mark}")];
    let form = [("read", "1"), (fields[0].as_str(), secret), (fields[1].as_str(), readers)];
    owner.post(&format!("{proposal}/confirmation"), &form).await
}

/// Has an archive of a closed case opened by its reader and sealed again without what is erased.
pub async fn reaches_a_sealed_archive(copy: &Copy, case: &str) {
    let later = copy.later(day("2026-12-24")).await;
    let mut owner = later.signs_in("Reem").await;
    let mut zaid = later.joins(&mut owner, "Zaid", "owner").await;
    for statement in [
        "INSERT INTO messages (client, id, at, direction, contact, text, source_id, source_line)
         VALUES ('NAKHLA', 'erase-me', '2026-01-01T10:00', 'in', 'Ibrahim Saleh', 'the lamp was broken', 0, 0)",
        "INSERT INTO invoices (client, id, issued_on, due_on, amount, currency, known_on, source_id, source_line)
         VALUES ('NAKHLA', 'keep-me', '2026-01-05', '2026-02-04', 120000, 'SAR', '2026-01-05', 0, 0)",
    ] {
        copy.sql(statement).await;
    }
    let archives = later.app.folder.join("archives");
    let (reader, line, name) = made(&mut owner, case, &archives).await;
    let before = names(&archives);
    let old = archives.join(&name);
    let files = held(&old, &reader);
    assert!(says(&files, MESSAGES, "erase-me") && says(&files, INVOICES, "keep-me"));
    let form = [("form", "rows"), ("matter", "messages"), ("basis", "request"), ("reference", "PDPL art. 18")];
    let proposal = proposed(&mut zaid, "/clients/NAKHLA/erasures", &form).await;
    let page = owner.get(&proposal).await;
    page.says("It opens for");
    let id = case.rsplit('/').next().expect("the id of the case");
    let untold = zaid.get(&proposal).await;
    untold.says("2 sealed archives of cases").hides("It opens for").hides(id);
    let marks = marks(&page);
    assert_eq!(marks.len(), 2, "the archive that was made before, and this one");
    let secret = reader.secret_text();
    for (with, says) in [
        (("x", line.as_str()), "That does not open the archive"),
        ((secret.as_str(), "Omar age1x"), "These are not the readers"),
    ] {
        let refused = confirmed(&mut owner, &proposal, &marks[1], with).await;
        assert_eq!(refused.status, 422);
        refused.says(says).hides(&secret);
        assert_eq!(names(&archives), before);
    }
    is_all_or_nothing(&mut owner, &proposal, &marks, (&secret, &line)).await;
    assert_eq!(names(&archives), before);

    let aside = archives.with_file_name("aside");
    fs::rename(&old, &aside).expect("moved");
    fs::create_dir(&old).expect("a folder");
    for (path, bytes) in tree(&aside) {
        super::write(&old, &path, bytes);
    }
    forge(&old, &reader);
    let refused = confirmed(&mut owner, &proposal, &marks[1], (&secret, &line)).await;
    assert_eq!(refused.status, 422);
    refused.says("The archive is not what it was");
    assert_eq!(names(&archives), before);
    fs::remove_dir_all(&old).expect("removed");
    fs::rename(&aside, &old).expect("moved back");

    let backups = Before::of(&later).await;
    let done = confirmed(&mut owner, &proposal, &marks[1], (&secret, &line)).await;
    assert_eq!(done.status, 303, "{}", done.body);
    stays_away(&backups.served(&later, day("2026-12-24")).await, &later, (case, &name)).await;
    is_sealed_anew(copy, &archives, (&before, &name), &reader).await;
    carries_the_rest_over(&files, &held(&archives.join(new_of(&archives, &before)), &reader));
    let page = owner.get(&format!("{case}/archives")).await;
    page.says("It was replaced on").says("without what was erased");
    owner.get("/retention/destroyed").await.says("Sealed archive").says(id);
    zaid.get("/retention/destroyed").await.says("2 sealed archives of cases").hides(id);
    takes_the_words_of_who_left(copy, case).await;
    keeps_the_papers_of_the_account(copy, id).await;
    keeps_the_books_of_who_came_back(copy).await;
}

/// A backup of before has the old archive and a journal that knows it, and nothing of the new one: it does not come back, the
/// pages say why, and the index has its entry.
async fn stays_away(there: &Copy, copy: &Copy, (case, old): (&str, &str)) {
    let left = names(&there.app.folder.join("archives"));
    assert!(!left.contains(old) && !left.is_empty(), "{left:?}");
    assert!(archive::standing(there.app.place(), &there.app.folder).await.expect("looked").missing.is_empty());
    let mut owner = there.signs_in("Reem").await;
    owner.get(&format!("{case}/archives")).await.says("It was removed on").says("PDPL art. 18");
    owner.get("/archives?state=erased").await.says("One archive");
    owner.get("/retention/destroyed").await.says("PDPL art. 18").says("Confirmed by");
    let [index, restored] = [copy, there].map(|copy| destructions::all(&copy.own.db));
    let (index, restored) = (index.await.expect("the store"), restored.await.expect("the store"));
    assert!(!index.is_empty() && index == restored, "{index:?} {restored:?}");
}

/// One key that opens nothing lets nothing be sealed.
async fn is_all_or_nothing(owner: &mut Browser, proposal: &str, marks: &[String], (secret, line): (&str, &str)) {
    let fields: Vec<[String; 2]> =
        marks.iter().map(|mark| [format!("secret-{mark}"), format!("readers-{mark}")]).collect();
    let form = [
        ("read", "1"),
        (fields[1][0].as_str(), secret),
        (fields[1][1].as_str(), line),
        (fields[0][0].as_str(), "x"),
        (fields[0][1].as_str(), line),
    ];
    let refused = owner.post(&format!("{proposal}/confirmation"), &form).await;
    assert_eq!(refused.status, 422);
    refused.says("That does not open the archive");
}

fn new_of(archives: &Path, before: &BTreeSet<String>) -> String {
    names(archives).difference(before).next().expect("one that was sealed anew").clone()
}

/// What no erasure opens lies in the new archive as it lay in the old one.
fn carries_the_rest_over(old: &BTreeMap<String, Vec<u8>>, new: &BTreeMap<String, Vec<u8>>) {
    for folder in ["data/proofs/", "data/client/", "data/client-page/"] {
        let of = |files: &BTreeMap<String, Vec<u8>>| -> BTreeMap<String, Vec<u8>> {
            let within = files.iter().filter(|(path, _)| path.starts_with(folder));
            within.map(|(path, bytes)| (path.clone(), bytes.clone())).collect()
        };
        assert!(!of(old).is_empty() && of(old) == of(new), "{folder}");
    }
}

/// Looks at the archive that was sealed anew, and at what the index says of those that were not.
async fn is_sealed_anew(copy: &Copy, archives: &Path, (before, old): (&BTreeSet<String>, &String), reader: &Identity) {
    let after = names(archives);
    let gone: Vec<&String> = before.difference(&after).collect();
    let new: Vec<&String> = after.difference(before).collect();
    assert_eq!((gone, new.len()), (vec![old], 1), "{before:?} {after:?}");
    let package = archives.join(new[0]);
    assert!(package::check(&package).expect("readable").is_whole());
    assert!(fs::read_to_string(package.join("bag-info.txt")).expect("a tag file").contains("Khitam-Replaces: "));
    let files = held(&package, reader);
    assert!(!says(&files, MESSAGES, "erase-me") && says(&files, INVOICES, "keep-me"));
    assert!(files.contains_key("data/journal/entries.jsonl"));
    // The first archive was not opened, so it was not reached; the new one holds nothing of it.
    let copies = copy.text("SELECT copies FROM destructions").await;
    let copies: Vec<serde_json::Value> = serde_json::from_str(&copies).expect("copies");
    let mut bags: Vec<&str> =
        copies.iter().filter(|copy| copy["kind"] == "bag").filter_map(|copy| copy["name"].as_str()).collect();
    let count = bags.len();
    bags.retain(|name| *name != "archive");
    assert_eq!((count, bags.len()), (2, 1), "that of the command line is nowhere within reach: {bags:?}");
    // Nobody can have taken away before what was sealed for the erasure itself.
    let made = "SELECT CAST(COUNT(*) AS TEXT) FROM case_entries
                 WHERE name = 'ArchiveKept' AND plain NOT LIKE '%\"theirs\"%'";
    let made: u64 = copy.text(made).await.parse().expect("a number");
    let taken = copies.iter().find(|copy| copy["kind"] == "handed_out").and_then(|copy| copy["n"].as_u64());
    assert_eq!(taken, Some(made - 1));
    assert!(bags[0] != old.as_str() && bags[0] != new[0].as_str() && before.contains(bags[0]), "{bags:?}");
}

/// The words of a case go on request; its vouchers stay until the law lets them go, and the page says so before.
async fn keeps_the_papers_of_the_account(copy: &Copy, id: &str) {
    let later = copy.later(day("2026-12-26")).await;
    let (mut owner, mut zaid) = (later.signs_in("Reem").await, later.signs_in("Zaid").await);
    let form = [("form", "case"), ("case", id), ("basis", "request"), ("reference", "PDPL art. 18")];
    let proposal = proposed(&mut owner, "/clients/NAKHLA/erasures", &form).await;
    zaid.get(&proposal).await.says("Proofs and the closing pack").says("Kept by law until 31 December 2036");
    let key = Key { client: "NAKHLA".to_owned(), case: id.to_owned() };
    hang_on_the_words(&later, &key).await;
    let backups = Before::of(&later).await;
    let done = zaid.post(&format!("{proposal}/confirmation"), &[("read", "1")]).await;
    assert_eq!(done.status, 303, "{}", done.body);
    owner.get("/retention/destroyed").await.says("the papers of its account stay");
    let standing = |of: Of| later.app.keys.standing(of).expect("readable").is_some();
    assert!(!standing(Of::Case { client: "NAKHLA", case: id }) && standing(Of::Papers { client: "NAKHLA", case: id }));
    let there = backups.served(&later, day("2026-12-26")).await;
    let standing = |of: Of| there.app.keys.standing(of).expect("readable").is_some();
    assert!(!standing(Of::Case { client: "NAKHLA", case: id }) && standing(Of::Papers { client: "NAKHLA", case: id }));
    papers_open(&there, there.app.place(), &key).await;
    let archives = names(&there.app.folder.join("archives"));
    assert!(!archives.iter().any(|name| name.starts_with(id)), "{archives:?}");
    let left = "SELECT CAST(COUNT(*) AS TEXT) FROM case_files WHERE what = 'ClientPart'";
    assert_eq!(copy.text(left).await, "0", "a copy of what stands elsewhere is no paper of the account");
    papers_open(&later, later.app.place(), &key).await;
    let opened = cases::load(later.app.place(), &key).await.expect("the store").expect("a case");
    for (class, is_here) in [(Class::Books, true), (Class::OwnPart, false)] {
        let found = retention::is_here(later.app.place(), &opened, class).await.expect("the store");
        assert_eq!(found, is_here, "{class:?}: what is gone is not due");
    }
}

/// Seals the papers of a case to the key of its words, as an earlier version did.
async fn hang_on_the_words(copy: &Copy, key: &Key) {
    let place = copy.app.place();
    let own = place.keys.key(Of::Case { client: &key.client, case: &key.case }).expect("a key");
    for (what, name) in [(What::Proof, "Proof"), (What::ClosingPack, "ClosingPack")] {
        for (_, sha256) in stored::of_case(place.db, key).await.expect("the store").iter().filter(|file| file.0 == name)
        {
            let bytes = case_files::open(place, key, what, sha256).await.expect("the store").expect("a file");
            let at = format!("{}\0{}\0{name}", key.client, key.case);
            let sealed = text::seal(&own, &own, &at, &format!("\"{}\"", BASE64.encode(&bytes)));
            stored::reseal(place.db, key, (name, sha256), &sealed).await.expect("kept");
        }
    }
    assert!(place.keys.destroy(Of::Papers { client: &key.client, case: &key.case }).expect("destroyed"));
}

/// Asserts that the papers of the account can be read in a place.
async fn papers_open(copy: &Copy, place: Place<'_>, key: &Key) {
    for (what, name) in [(What::Proof, "Proof"), (What::ClosingPack, "ClosingPack")] {
        let sha256 = copy.text(&format!("SELECT MIN(sha256) FROM case_files WHERE what = '{name}'")).await;
        let kept = case_files::open(place, key, what, &sha256).await.expect("the store");
        assert!(kept.is_some(), "{name} can be read");
    }
}

/// The books go once their time has passed, unless the client came back after the end.
async fn keeps_the_books_of_who_came_back(copy: &Copy) {
    let later = copy.later(day("2040-01-02")).await;
    let mut owner = later.signs_in("Reem").await;
    let at = "/clients/NAKHLA/erasures";
    let due = "value=\"invoices\"";
    owner.get(at).await.says(due);
    copy.sql(
        "INSERT INTO invoices (client, id, issued_on, due_on, amount, currency, known_on, source_id, source_line)
         VALUES ('NAKHLA', 'back-1', '2039-11-05', '2039-12-05', 120000, 'SAR', '2039-11-05', 0, 0)",
    )
    .await;
    owner.get(at).await.hides(due).says("Kept by law; its term has not begun");
    owner.get("/retention").await.says("the client came back or ended later once more");
}

/// Returns the entries of an archived journal that somebody wrote, each with whether its words can be read.
fn entries(files: &BTreeMap<String, Vec<u8>>, actor: &str) -> Vec<(u64, bool)> {
    let journal = String::from_utf8_lossy(&files["data/journal/entries.jsonl"]).into_owned();
    let lines = journal.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).expect("JSON"));
    let theirs = lines.filter(|line| line["actor"] == actor && !line["sealed"].is_null());
    theirs.map(|line| (line["seq"].as_u64().expect("a number"), !line["said"].is_null())).collect()
}

/// Has the words of somebody who left taken out of an archive; what others said stays, and the chain holds.
async fn takes_the_words_of_who_left(copy: &Copy, case: &str) {
    let later = copy.later(day("2026-12-25")).await;
    let (mut owner, mut zaid) = (later.signs_in("Reem").await, later.signs_in("Zaid").await);
    let sara = copy.text("SELECT id FROM members WHERE name = 'Sara'").await;
    let reem = copy.text("SELECT id FROM members WHERE name = 'Reem'").await;
    let archives = later.app.folder.join("archives");
    let (reader, line, old) = made(&mut owner, case, &archives).await;
    let before = names(&archives);
    let files = held(&archives.join(&old), &reader);
    let (hers, theirs) = (entries(&files, &sara), entries(&files, &reem));
    assert!(hers.iter().any(|(_, is_read)| *is_read) && theirs.iter().any(|(_, is_read)| *is_read));

    assert_eq!(owner.post(&format!("/members/{sara}/departure"), &[]).await.status, 303);
    let form = [("form", "member"), ("basis", "request"), ("reference", "PDPL art. 18")];
    let proposal = proposed(&mut zaid, &format!("/members/{sara}/erasures"), &form).await;
    let marks = marks(&owner.get(&proposal).await);
    let mark = marks.last().expect("the archive that was made last");
    let done = confirmed(&mut owner, &proposal, mark, (&reader.secret_text(), &line)).await;
    assert_eq!(done.status, 303, "{}", done.body);

    let after = names(&archives);
    assert!(!after.contains(&old), "{after:?}");
    let new = archives.join(new_of(&archives, &before));
    assert!(package::check(&new).expect("readable").is_whole());
    let files = held(&new, &reader);
    let left = entries(&files, &sara);
    assert!(left.len() == hers.len() && left.iter().all(|(_, is_read)| !is_read), "{left:?}");
    assert_eq!(entries(&files, &reem), theirs);
    assert!(files.contains_key("data/letters/1-notice_of_termination-1.txt"), "it was written by somebody else");
    assert!(says(&files, "data/index.en.html", &sara), "her id stands in the place of her name");
    assert!(says(&files, "data/client-page/served.csv", ",client,"), "what the client saw is written anew");
    // The case is there still, and so are its archives.
    owner.get(&format!("{case}/archives")).await.says("Download");
    owner.get("/archives?state=erased").await.says("No archive");
    let copies = copy.text("SELECT copies FROM destructions WHERE scope LIKE '%member%'").await;
    assert!(!copies.contains(&format!("\"{old}\"")), "it was reached: {copies}");
    assert_eq!(app::flow::cases::verify(&copy.app.db).await.expect("verified").1, vec![]);
}
