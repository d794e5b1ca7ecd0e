//! Archives of restricted cases: sealed for those named there and then, handed out, and to be found nowhere else.

use super::{Office, TEXT, id, name_recipients, office, report, report_path};
use crate::absence::{World, same, tables, world};
use crate::cli::{khitam, said};
use crate::harness::{Browser, Copy, Page, each};
use crate::keep::{tree, unzipped};
use crate::reviews::opened;
use app::flow::archive::ours;
use app::flow::cases::load;
use app::keep::package;
use app::secret::identity::Identity;
use domain::case::Track;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

const ADVICE: &str = "It may rest on this alone.";
const NOTE: &str = "Between the two of us only.";
const CHAT: &[u8] = b"what he wrote to me, word for word";
const PHRASE: &str = "lamp river oats seven";
const HOLDER: &str = "Huda Alzahrani";

/// What Huda sends to seal the case under a passphrase.
const SEALS: [(&str, &str); 4] = [("form", "ours"), ("phrase", PHRASE), ("again", PHRASE), ("holder", HOLDER)];

/// Has a discomfort reported, with a file; counsel says something to all readers, and something in the compartment.
/// Returns the address of the report.
async fn filed(copy: &Copy, office: &mut Office) -> String {
    name_recipients(copy, &mut office.reem, &["Huda", "Omar", "Reem"]).await;
    let readers = [id(copy, "Huda").await, id(copy, "Omar").await];
    let form = report(&readers, &[("keep", "1"), ("kind", "discomfort")]);
    let page = office.lina.post_with_files("/reports", &form, &[("chat.txt", CHAT)]).await;
    assert_eq!(page.header("location"), Some("/reports?filed=1"), "{}", page.body);
    let path = report_path(&mut office.huda).await;
    for (what, text) in [("advice", ADVICE), ("duty/notes", NOTE)] {
        let page = office.omar.post(&format!("{path}/{what}"), &[("form", "note"), ("text", text)]).await;
        assert_eq!(page.status, 303, "{what}: {}", page.body);
    }
    path
}

/// The person who reported says that it is over.
async fn is_over(office: &mut Office, path: &str) {
    let page = office.lina.post(&format!("{path}/closure"), &[("text", "We talked, it is over.")]).await;
    assert_eq!(page.status, 303, "{}", page.body);
}

/// Everything outside the seals: tables, files of the firm, and what the owner, whom the reporter struck, can look at.
async fn outside(copy: &Copy, owner: &mut Browser) -> (BTreeMap<String, String>, BTreeMap<String, Vec<u8>>, World) {
    let world = world(owner).await;
    let mut files = tree(copy.own.folder.path());
    files.retain(|path, _| !path.contains(".db"));
    (tables(copy).await, files, world)
}

/// Unpacks what was handed out, and returns the folder of the archive.
fn unpacked(page: &Page, folder: &Path) -> PathBuf {
    assert_eq!((page.status, page.header("content-type")), (200, Some("application/zip")), "{}", page.body);
    assert_eq!(page.header("content-disposition"), Some("attachment; filename=\"archive.zip\""));
    unzipped(&page.bytes, folder);
    let package = folder.join("archive");
    assert!(package::check(&package).expect("readable").is_whole());
    let told = fs::read_to_string(package.join("bag-info.txt")).expect("what it says of itself");
    assert!(!told.contains("External-Identifier"), "nothing on the outside says whose it is: {told}");
    package
}

fn holds(files: &BTreeMap<String, Vec<u8>>, text: &str) -> bool {
    files.values().any(|bytes| String::from_utf8_lossy(bytes).contains(text))
}

#[tokio::test]
async fn a_closed_report_is_sealed_for_those_named_and_leaves_nothing_behind() {
    for copy in each().await {
        let mut office = office(&copy).await;
        let path = filed(&copy, &mut office).await;
        let archive = format!("{path}/archive");
        office.huda.get(&archive).await.says("archived once it is closed").hides("Seal and download");
        let early = office.huda.post(&archive, &SEALS).await;
        assert_eq!(early.status, 422);
        early.says("archived once it is closed").hides(PHRASE);
        is_over(&mut office, &path).await;
        copy.settled().await;
        let before = outside(&copy, &mut office.reem).await;

        office.huda.get(&archive).await.says("Nothing is archived yet").hides("Seal what counsel said");
        let nobody = office.huda.post(&archive, &SEALS[..1]).await;
        assert_eq!(nobody.status, 422);
        nobody.says("what nobody can open is no archive");
        let folder = tempfile::tempdir().expect("a folder");
        let package = unpacked(&office.huda.post(&archive, &SEALS).await, folder.path());
        let out = is_opened_by_the_command_line(&package, folder.path());
        holds_the_case_and_nothing_of_counsels(&out);
        let journal = office.huda.get(&format!("{path}/journal")).await;
        journal.says("sealed the file, and tried that it opens").says(HOLDER);
        let digest = package::bound(&package).expect("readable").expect("a list");
        let page = office.omar.get(&archive).await;
        page.says(&digest).says("It opens for Huda Alzahrani").says("Seal what counsel said");

        is_absent(&mut office, &path).await;
        let after = outside(&copy, &mut office.reem).await;
        assert_eq!(before.0, after.0, "no table tells");
        assert_eq!(before.1.keys().collect::<Vec<_>>(), after.1.keys().collect::<Vec<_>>(), "no file tells");
        assert_eq!(before.1, after.1, "no byte of a file tells");
        same("the owner", &before.2, &after.2);
        an_ordinary_archive_holds_none_of_it(&copy, &mut office.reem).await;
    }
}

/// Judges and opens an archive with the program, and returns what came out.
fn is_opened_by_the_command_line(package: &Path, folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let (phrase, into) = (folder.join("phrase.txt"), folder.join("out"));
    fs::write(&phrase, format!("{PHRASE}\n")).expect("writable");
    let shown = |path: &Path| path.display().to_string();
    let (package, phrase, out) = (shown(package), shown(&phrase), shown(&into));
    let verified = khitam(folder, &["archive", "verify", &package, "--json"]);
    let answer: Value = serde_json::from_slice(&verified.stdout).expect("JSON");
    assert_eq!((&answer["valid"], &answer["signature"]), (&true.into(), &"good".into()), "{answer}");
    let opened = khitam(folder, &["archive", "open", &package, "--into", &out, "--passphrase", &phrase]);
    assert_eq!(opened.status.code(), Some(0), "{}", said(&opened.stderr));
    tree(&into)
}

fn holds_the_case_and_nothing_of_counsels(out: &BTreeMap<String, Vec<u8>>) {
    let read = |path: &str| String::from_utf8(out[&format!("data/{path}")].clone()).expect("text");
    assert_eq!(out["data/evidence/001.txt"], CHAT);
    assert!(read("evidence/evidence.csv").contains("evidence/001.txt,chat.txt,"));
    assert!(read("report/report.json").contains(TEXT) && read("report/readers.csv").contains(",Huda"));
    for (page, kind) in [("index.en.html", "Discomfort"), ("index.ar.html", "عدم ارتياح")] {
        let page = read(page);
        assert!(page.contains(TEXT) && page.contains(kind) && page.contains("evidence/001.txt"), "{page}");
        assert!(page.contains("We talked, it is over."), "what happened");
    }
    let lines = read("journal/entries.jsonl");
    let lines: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let counsel = lines.iter().find(|line| line["name"] == "CounselAdvised").expect("its place stays");
    assert!(counsel["said"].is_null() && counsel["ciphertext"].is_null() && counsel["sealed"].is_string());
    assert!(!holds(out, ADVICE) && !holds(out, NOTE), "counsel's words");
    assert!(!out.keys().any(|path| path.contains("records/") || path.contains("compartment")), "{:?}", out.keys());
}

/// For the owner, whom the reporter struck, and for the reporter there is no such page, whatever they send to it.
async fn is_absent(office: &mut Office, path: &str) {
    let never_was = "/reports/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    let (unknown, there) = (format!("{never_was}/archive"), format!("{path}/archive"));
    let body = |page: &Page| page.body.replace(path, never_was);
    for browser in [&mut office.reem, &mut office.lina] {
        let (never, looked) = (browser.get(&unknown).await, browser.get(&there).await);
        assert_eq!((never.status, &never.body), (looked.status, &body(&looked)));
        let (never, sent) = (browser.post(&unknown, &SEALS).await, browser.post(&there, &SEALS).await);
        assert_eq!((never.status, sent.status), (404, 404));
        assert_eq!(never.body, body(&sent));
    }
}

/// An ordinary case of the same client knows nothing of it.
async fn an_ordinary_archive_holds_none_of_it(copy: &Copy, owner: &mut Browser) {
    let page = owner.post("/clients/S-1/time/new", &[("on_day", "2026-01-06"), ("minutes", "90")]).await;
    assert_eq!(page.status, 303, "{}", page.body);
    copy.settled().await;
    let key = opened(copy, "S-1", &id(copy, "Reem").await, Track::Light).await;
    let case = load(copy.app.place(), &key).await.expect("a store").expect("a case");
    let files = ours(copy.app.place(), &case).await.expect("a store").expect("a client").files();
    assert!(holds(&files, "S-1"));
    for words in [TEXT, ADVICE, NOTE, "chat.txt", HOLDER] {
        assert!(!holds(&files, words), "{words}");
    }
}

#[tokio::test]
async fn what_counsel_said_is_sealed_apart_by_who_is_named_and_nobody_else_learns_of_it() {
    for copy in each().await {
        let mut office = office(&copy).await;
        let path = filed(&copy, &mut office).await;
        is_over(&mut office, &path).await;
        let archive = format!("{path}/archive");
        let reader = Identity::new();
        let line = format!("Maha Lawyer {}", reader.public());
        let form = [("form", "privileged"), ("readers", line.as_str())];
        assert_eq!(office.huda.post(&archive, &form).await.status, 404, "she is not named as counsel");
        let folder = tempfile::tempdir().expect("a folder");
        let package = unpacked(&office.omar.post(&archive, &form).await, folder.path());
        let into = folder.path().join("out");
        package::open(&package, &reader, &into).expect("opened");
        let out = tree(&into);
        assert!(String::from_utf8_lossy(&out["data/journal/entries.jsonl"]).contains(ADVICE));
        assert!(String::from_utf8_lossy(&out["data/compartment/entries.jsonl"]).contains(NOTE));
        assert!(String::from_utf8_lossy(&out["data/index.en.html"]).contains(NOTE));
        assert!(!holds(&out, TEXT) && !holds(&out, "We talked, it is over."), "of the rest only the chain");
        office.omar.get(&format!("{path}/duty")).await.says("sealed what counsel said").says("Maha Lawyer");
        office.omar.get(&archive).await.says("It opens for Maha Lawyer");
        for here in ["", "/journal", "/archive"] {
            office.huda.get(&format!("{path}{here}")).await.hides("Maha Lawyer").hides("sealed what counsel said");
        }
    }
}
