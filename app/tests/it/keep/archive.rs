//! A closed case, archived: sealed only if it comes out as it went in, opened by its readers, and read without Khitam.

use crate::cli::{khitam, said};
use crate::harness::Copy;
use app::flow::afterwards;
use app::flow::archive::{Gathered, NotSealed, Request, ours, seal};
use app::flow::case_files::verify;
use app::flow::cases::{Opened, load};
use app::keep::bag::judge;
use app::keep::package::{self, Item, Sealed};
use app::secret::identity::Identity;
use app::store::cases::Key;
use app::store::entries::By;
use app::web::archive::{indexes, with_served};
use domain::case::parting::Scope;
use domain::days::Day;
use domain::lesson::afterwards::{CheckIn, Event};
use domain::separation::portal::ClientPage;
use serde_json::Value;
use std::fs;
use std::path::Path;

async fn sealed(copy: &Copy, key: &Key, into: &Path, reader: &Identity) -> Result<Sealed, NotSealed> {
    let gathered = gathered(copy, key).await;
    let pages = indexes(&copy.app.db, &gathered, ("Nakhla", Scope::Ours)).await.expect("pages");
    let request = Request {
        into,
        readers: &[reader.public()],
        on: Day::from_iso("2026-12-24").expect("a day"),
        about: &[],
        beside: &[],
    };
    seal(copy.app.place(), gathered, Item::all(pages).collect(), request).await
}

async fn gathered(copy: &Copy, key: &Key) -> Gathered {
    let opened = load(copy.app.place(), key).await.expect("a store").expect("a case");
    let gathered = ours(copy.app.place(), &opened).await.expect("a store").expect("a case");
    with_served(&copy.app.db, gathered, "Nakhla").await.expect("pages")
}

/// Archives a closed case of a test, and looks at everything that comes out.
pub async fn comes_out_as_it_went_in(copy: &Copy, key: &Key) {
    let folder = tempfile::tempdir().expect("a folder");
    let (package, out) = (folder.path().join("package"), folder.path().join("out"));
    let reader = Identity::new();
    looked_after(copy, key, (0, "2020-01-01T08:00:00Z"), CheckIn::Month).await;
    let made = sealed(copy, key, &package, &reader).await.expect("sealed");
    assert!(judge(&package).expect("readable").is_valid());
    package::open(&package, &reader, &out).expect("opened");
    let inner = judge(&out).expect("readable");
    assert!(inner.is_valid(), "{:?}", inner.faults);
    assert_eq!(inner.files as usize, made.files);

    let read = |path: &str| fs::read_to_string(out.join("data").join(path)).expect(path);
    assert!(read("letters/1-notice_of_termination-1.txt").contains("We are ending our services under contract C-17"));
    assert!(out.join("data/client/closing-pack.zip").is_file());
    assert_eq!(read("proofs/001.pdf"), "%PDF-1.7 the courier's receipt");
    the_client_s_pages_are_in_it(&read);
    if out.join("data/account/statement.json").is_file() {
        let head = read("account/statement.csv").lines().next().map(str::to_owned).expect("a head");
        assert!(head.ends_with("charge,credit,balance"), "{head}");
    }
    assert!(read("records/clients.csv").contains(&key.client) && read("records/dictionary.csv").contains("invoices,"));
    let journal = read("journal/entries.jsonl");
    let lines: Vec<Value> = journal.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(lines.len(), gathered(copy, key).await.journal.len());
    for line in &lines {
        let is_counsel = line["name"].as_str().expect("a name").starts_with("Counsel");
        assert!(!is_counsel || (line["said"].is_null() && line["ciphertext"].is_null()), "privileged: {line}");
    }
    assert!(lines.iter().any(|line| line["name"] == "CounselAdvised"), "its place in the journal stays");
    for (page, words, language) in [("index.en.html", "What happened", "en"), ("index.ar.html", "ما جرى", "ar")] {
        let page = read(page);
        assert!(page.contains(words) && page.contains(&format!("lang=\"{language}\"")), "{page}");
        assert!(page.contains("letters/1-notice_of_termination-1.txt") && page.contains("they asked for time"));
        assert!(!page.contains("thirty days are usual here"), "counsel's words");
    }
    assert!(
        read("afterwards/entries.csv").contains("CheckedIn,2026-12-24,30,") && read("index.en.html").contains(SAID)
    );
    assert!(read("index.en.html").contains("Looked back after") && read("index.ar.html").contains(SAID));
    assert!(read("afterwards/dictionary.csv").contains("which,text,no"));
    let kept = verify(copy.app.place()).await.expect("a store");
    assert!(kept.opened > 0 && (kept.keyless, kept.damaged) == (0, 0), "{kept:?}");
    what_was_changed_is_not_sealed(copy, key, &folder.path().join("second")).await;
    the_command_line_does_the_same(copy, key, folder.path()).await;
    the_doctor_misses_what_is_gone(copy);
}

const SAID: &str = "every door is locked";

/// Notes a look back after the closing, and what was said of it.
async fn looked_after(copy: &Copy, key: &Key, (seen, at): (u32, &str), which: CheckIn) {
    let on = Day::from_iso("2026-12-24").expect("a day");
    let by = By { member: copy.text("SELECT id FROM members WHERE name = 'Reem'").await, at: at.to_owned() };
    let told = (Event::CheckedIn { which, on }, Some(SAID.to_owned()));
    assert!(afterwards::note(copy.app.place(), key, (seen, on), told, &by).await.expect("the store"));
}

/// Every page that a link led to is there in both languages, with its time, and nothing internal in it.
fn the_client_s_pages_are_in_it(read: &impl Fn(&str) -> String) {
    let table = read("client-page/served.csv");
    let lines: Vec<&str> = table.lines().skip(1).collect();
    assert!(lines.iter().any(|line| line.contains(",client,Huda Alzahrani")), "{table}");
    for line in lines {
        let nth = line.split(',').next().expect("a number");
        let [ar, en] = ["ar", "en"].map(|tag| read(&format!("client-page/{nth}.{tag}.html")));
        assert!(ar.contains("<html lang=\"ar\" dir=\"rtl\">") && ar.contains("<h1>"), "{ar}");
        assert!(en.contains("Open by a link to") || en.contains("Handed over on paper") || en.contains("follows us"));
        assert!(!en.contains("they asked for time") && !en.contains("thirty days are usual here"), "{en}");
    }
    let first = read("client-page/001.en.html");
    assert!(first.contains("We are ending our services under contract C-17"), "the letters stood behind it: {first}");
}

/// A journal in which a byte was changed is refused, and leaves nothing that could be taken for an archive.
async fn what_was_changed_is_not_sealed(copy: &Copy, key: &Key, into: &Path) {
    let at = copy.text(&format!("SELECT at FROM case_entries WHERE case_id = '{}' AND seq = 3", key.case)).await;
    let set = |at: &str| format!("UPDATE case_entries SET at = '{at}' WHERE case_id = '{}' AND seq = 3", key.case);
    copy.sql(&set("2020-01-01T00:00:00Z")).await;
    let refused = sealed(copy, key, into, &Identity::new()).await;
    assert!(matches!(refused, Err(NotSealed::Differs("journal"))), "{refused:?}");
    assert!(!into.exists());
    copy.sql(&set(&at)).await;
}

async fn the_command_line_does_the_same(copy: &Copy, key: &Key, folder: &Path) {
    let reader = Identity::new();
    let path = |name: &str| folder.join(name).display().to_string();
    fs::write(folder.join("key.txt"), format!("# a key\n{}\n", reader.secret_text())).expect("writable");
    fs::write(folder.join("phrase.txt"), "four words at random\n").expect("writable");
    fs::write(folder.join("wrong.txt"), "four other words\n").expect("writable");
    fs::create_dir(folder.join("more")).expect("a folder");
    fs::write(folder.join("more/محضر.txt"), "حضر الطرفان").expect("writable");
    let (db, public) = (copy.own.address.clone(), reader.public());
    let run = |words: &[&str]| khitam(copy.own.folder.path(), &[&["--db", &db, "archive"], words].concat());

    let archive = path("archive");
    let create = ["create", "--client", &key.client, "--into", &archive, "--reader", &public];
    let (phrase, more) = (path("phrase.txt"), path("more"));
    let create = [&create[..], &["--passphrase", &phrase, "--documents", &more, "--json"]].concat();
    let made = run(&create);
    assert_eq!(made.status.code(), Some(0), "{}", said(&made.stderr));
    let answer: Value = serde_json::from_slice(&made.stdout).expect("JSON");
    assert_eq!(answer["sha256"].as_str().map(str::len), Some(64));
    assert_eq!(run(&create).status.code(), Some(4), "what is there is not overwritten");

    let verified = run(&["verify", &path("archive"), "--json"]);
    let answer: Value = serde_json::from_slice(&verified.stdout).expect("JSON");
    assert_eq!((&answer["valid"], &answer["signature"]), (&true.into(), &"good".into()), "{answer}");
    let open = |into: &str, by: [&str; 2]| run(&["open", &path("archive"), "--into", &path(into), by[0], by[1]]);
    for (into, by) in [("one", ["--key", &path("key.txt")]), ("two", ["--passphrase", &path("phrase.txt")])] {
        let opened = open(into, by);
        assert_eq!(opened.status.code(), Some(0), "{}", said(&opened.stderr));
        let text = fs::read_to_string(folder.join(into).join("data/documents/محضر.txt")).expect("a document");
        assert_eq!(text, "حضر الطرفان");
    }
    let theirs = path("theirs");
    let packed = run(&["create", "--client", &key.client, "--theirs", "--into", &theirs]);
    assert_eq!(packed.status.code(), Some(0), "{}", said(&packed.stderr));
    assert_eq!(run(&["verify", &theirs]).status.code(), Some(0));
    let own = fs::read_to_string(folder.join("theirs/data/records/clients.csv")).expect("a table");
    let columns = "client,id,name,currency,country,terms_days,agreed_rate,agreed_hours_per_month,started_on";
    assert_eq!(own.lines().next(), Some(columns));
    is_noted_in_the_journal(copy, key).await;
    let refused = open("three", ["--passphrase", &path("wrong.txt")]);
    assert_eq!(refused.status.code(), Some(4));
    assert!(said(&refused.stderr).contains("was not sealed for this key"));
    let part = folder.join("archive/data/part-0001.tar.age");
    let whole = fs::read(&part).expect("a part");
    for at in [0, 30, 200, whole.len() / 2, whole.len() - 1] {
        let mut spoiled = whole.clone();
        spoiled[at] ^= 1;
        fs::write(&part, spoiled).expect("writable");
        let refused = open("four", ["--key", &path("key.txt")]);
        assert_eq!(refused.status.code(), Some(1));
        assert!(said(&refused.stderr).contains("part-0001.tar.age"), "byte {at}: {}", said(&refused.stderr));
    }
    fs::write(&part, whole).expect("writable");
    for (words, code, says) in [
        (&["create", "--client", &key.client, "--into", &path("x")][..], 2, "Something is missing"),
        (&["create", "--client", "NOBODY", "--into", &path("x"), "--reader", &public], 4, "no case"),
        (&["create", "--client", &key.client, "--into", &path("x"), "--reader", "age1x"], 2, "no public key"),
    ] {
        let refused = run(words);
        assert_eq!(refused.status.code(), Some(code), "{words:?}");
        assert!(said(&refused.stderr).contains(says), "{}", said(&refused.stderr));
    }
}

/// What the command line made is found with all other archives, although nobody can fetch it there.
async fn is_noted_in_the_journal(copy: &Copy, key: &Key) {
    let opened = load(copy.app.place(), key).await.expect("a store").expect("a case");
    let made = opened.case.parting.archives.iter().filter(|(archive, _)| archive.elsewhere);
    let made: Vec<(Scope, &str)> = made.map(|(archive, _)| (archive.scope, archive.name.as_str())).collect();
    assert_eq!(made, [(Scope::Ours, "archive"), (Scope::Theirs, "theirs")]);
    let last = opened.entries.last().expect("an entry");
    assert_eq!(last.actor, None, "no member did it");
    let page = ClientPage::of(&opened.case).expect("served");
    let packed = opened.case.parting.archives.iter().find(|(archive, _)| archive.scope == Scope::Theirs);
    assert_eq!(page.part.as_ref(), packed.map(|(archive, _)| &archive.sha256), "their page has what can be fetched");
    let later = copy.later(Day::from_iso("2026-12-24").expect("a day")).await;
    let mut owner = later.signs_in("Reem").await;
    let (client, case) = (&key.client, &key.case);
    let archives = format!("/clients/{client}/cases/{case}/archives");
    let page = owner.get(&archives).await;
    page.hides("noted after the end since");
    looked_after(copy, key, (1, "2999-01-01T08:00:00Z"), CheckIn::TwoMonths).await;
    owner.get(&archives).await.says("One thing was noted after the end since it was sealed");
    page.says("the command line made it on")
        .says("into a folder named")
        .hides(&format!("/archives/{}", sha256(&opened)));
    owner.get("/archives").await.says("the command line");
    owner.get("/archives.csv").await.says("the command line");
}

/// Returns the digest of what the command line sealed.
fn sha256(opened: &Opened) -> &str {
    let archives = &opened.case.parting.archives;
    let sealed = archives.iter().find(|(archive, _)| archive.elsewhere && archive.scope == Scope::Ours);
    sealed.map_or("", |(archive, _)| &archive.sha256)
}

/// An archive that was taken away, or in whose place another lies, is named by whoever looks after the machine.
fn the_doctor_misses_what_is_gone(copy: &Copy) {
    let doctor = || {
        let told = khitam(copy.own.folder.path(), &["--db", &copy.own.address, "doctor", "--json"]);
        let answer: Value = serde_json::from_slice(&told.stdout).expect("JSON");
        let checks = answer["checks"].as_array().expect("a list").clone();
        checks.into_iter().find(|check| check["name"] == "archives").expect("archives are looked at")
    };
    let names = |check: &Value| check["says"].as_str().expect("words").to_owned();
    let damaged = doctor();
    assert!(damaged["ok"] == false && names(&damaged).contains("found damaged"), "somebody saw it: {damaged}");
    let archives = copy.own.folder.path().join("archives");
    let archive = fs::read_dir(&archives).expect("a folder").flatten().next().expect("an archive").path();
    let name = archive.file_name().expect("a name").to_string_lossy().into_owned();
    let list = archive.join("tagmanifest-sha256.txt");
    let signed = fs::read(&list).expect("a list");
    fs::write(&list, [&signed[..], b" "].concat()).expect("writable");
    let exchanged = doctor();
    assert!(exchanged["ok"] == false && names(&exchanged).contains("Other archives lie in the place"), "{exchanged}");
    fs::write(&list, signed).expect("writable");
    let aside = copy.own.folder.path().join("aside");
    fs::rename(&archive, &aside).expect("moved");
    let gone = doctor();
    assert!(gone["ok"] == false && names(&gone).contains("not in the firm") && names(&gone).contains(&name), "{gone}");
    fs::rename(&aside, &archive).expect("moved back");
}
