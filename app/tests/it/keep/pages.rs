//! The pages of a case's archives: sealed for named readers, downloaded, checked; and what the client takes along.

use super::outside::is_a_bag;
use super::{overview, unzipped};
use crate::harness::{Browser, Copy};
use crate::portal::must;
use app::flow::archive;
use app::keep::bag::judge;
use app::keep::package;
use app::secret::identity::Identity;
use domain::days::Day;
use std::fs;
use std::path::{Path, PathBuf};

const WHY: &[(&str, &str)] = &[("reason", "the auditor asks for 2026")];

/// Makes every archive of a closed case by its pages, on the day after.
pub async fn are_made_by_hand(copy: &Copy, case: &str) {
    let later = copy.later(Day::from_iso("2026-12-24").expect("a day")).await;
    let (copy, owner) = (&later, &mut later.signs_in("Reem").await);
    let pages = format!("{case}/archives");
    owner.get(&format!("{case}/part")).await.says(&pages);
    owner.get(&pages).await.says("Nothing is archived yet").says("Seal what we keep").hides("Seal what counsel said");
    let reader = Identity::new();
    let line = format!("Huda Alzahrani {}", reader.public());
    are_refused(owner, &pages, &reader.public()).await;
    assert!(!copy.app.folder.join("archives").exists(), "what was refused leaves nothing");

    must(owner, case, "archives", &[("form", "ours"), ("readers", &line)]).await;
    what_no_journal_knows_goes(copy).await;
    let page = owner.get(&pages).await;
    page.says("The file that we keep").says("It opens for Huda Alzahrani").says(&reader.public());
    owner.get(case).await.says("sealed the file, and tried that it opens");
    let folder = tempfile::tempdir().expect("a folder");
    let sealed = link(&page.body, &pages);
    owner.get(&sealed).await.says("What is the archive needed for?");
    assert_eq!(owner.post(&sealed, &[("reason", " ")]).await.status, 422, "nobody takes one away without a reason");
    let tar = owner.post(&sealed, WHY).await;
    assert_eq!(tar.header("content-type"), Some("application/x-tar"));
    tar::Archive::new(tar.bytes.as_slice()).unpack(folder.path()).expect("a tar file");
    let package = only(folder.path());
    assert!(judge(&package).expect("readable").is_valid());
    is_a_bag(&package);
    package::open(&package, &reader, &folder.path().join("out")).expect("opened");
    let index = fs::read_to_string(folder.path().join("out/data/index.en.html")).expect("a page");
    assert!(index.contains("obligations/obligations.csv") && index.contains("findings/findings.csv"));
    let kept = fs::read_to_string(folder.path().join("out/data/retention/retention.csv")).expect("a table");
    assert!(
        kept.contains("contract_file,2037-12-22,false,ended,custom"),
        "eleven years after 22 December 2026: {kept}"
    );
    owner.get("/retention").await.says("Nothing is due yet").says("22 December 2037").says("Nakhla");

    let check = format!("{sealed}/check");
    let below = check.strip_prefix(&format!("{case}/")).expect("below the case");
    owner.get(&check).await.says("The archive is whole").says("this firm’s own key");
    must(owner, case, below, &[]).await;
    owner.get(&pages).await.says("Last checked on 24 December 2026: it was whole.");
    flip(copy);
    owner.get(&check).await.says("is not what it was").says("part-0001.tar.age").hides("The archive is whole");
    must(owner, case, below, &[]).await;
    owner.get(&pages).await.says("Last checked on 24 December 2026: it was not what was made.");
    owner.get(case).await.says("checked an archive: it is not what was made.");

    let mut sara = later.signs_in("Sara").await;
    must(&mut sara, case, "archives", &[("form", "privileged"), ("readers", &line)]).await;
    let privileged = link(&sara.get(&pages).await.body, &pages);
    assert_eq!(owner.get(&privileged).await.status, 404, "it is counsel's alone");
    sara.get(&privileged).await.says("put nothing of what counsel said into it");
    let counsel = sara.post(&privileged, WHY).await;
    let apart = folder.path().join("apart");
    tar::Archive::new(counsel.bytes.as_slice()).unpack(&apart).expect("a tar file");
    package::open(&only(&apart), &reader, &folder.path().join("counsel")).expect("opened");
    let journal = fs::read_to_string(folder.path().join("counsel/data/journal/entries.jsonl")).expect("a journal");
    assert!(journal.contains("thirty days are usual here") && !journal.contains("they asked for time"));

    must(owner, case, "archives", &[("form", "theirs")]).await;
    let page = owner.get(&pages).await;
    let zip = owner.post(&link(&page.body, &pages), WHY).await;
    owner.get(case).await.says("took an archive away").says("the auditor asks for 2026");
    let bag = folder.path().join("theirs");
    unzipped(&zip.bytes, &bag);
    assert!(package::check(&bag).expect("readable").is_whole());
    is_a_bag(&bag);
    assert!(bag.join("data/client/closing-pack.zip").is_file() && bag.join("data/index.ar.html").is_file());
    assert!(!bag.join("data/journal").exists() && !bag.join("data/findings").exists());
    overview::shows_all(copy, owner, case).await;
}

/// Archives that nobody, or nobody who is named, could open are refused, and what is not one's own to seal.
async fn are_refused(owner: &mut Browser, pages: &str, public: &str) {
    let line = format!("Huda Alzahrani {public}");
    let phrase = "lamp river oats seven";
    for (fields, says) in [
        (vec![("form", "ours")], "what nobody can open is no archive"),
        (vec![("form", "ours"), ("readers", "Huda age1x")], "Line 1 needs a name"),
        (vec![("form", "ours"), ("readers", public)], "Line 1 needs a name"),
        (vec![("form", "ours"), ("phrase", "short"), ("again", "short"), ("holder", "R")], "Take twelve characters"),
        (vec![("form", "ours"), ("phrase", phrase), ("again", "other"), ("holder", "R")], "not the same passphrase"),
        (vec![("form", "ours"), ("phrase", phrase), ("again", phrase)], "Write who knows it"),
        (vec![("form", "privileged"), ("readers", &line)], "Counsel"),
    ] {
        let refused = owner.post(pages, &fields).await;
        assert_eq!(refused.status, 422, "{fields:?}");
        refused.says(says).hides(phrase);
    }
}

/// A crash left an archive that was whole and not noted yet: the next start takes it away, and nothing else.
async fn what_no_journal_knows_goes(copy: &Copy) {
    let folder = copy.app.folder.join("archives");
    let known = only(&folder);
    let unknown = PathBuf::from(format!("{}9", known.display()));
    let strange = folder.join("nobody-1");
    for made in [&unknown, &strange] {
        fs::create_dir(made).expect("a folder");
    }
    archive::clear_unknown(copy.app.place(), &copy.app.folder).await.expect("cleared");
    assert!(known.is_dir() && !unknown.exists());
    fs::remove_dir(strange).expect("what is no archive of a case is left");
}

/// Returns where the newest archive is handed out.
fn link(html: &str, pages: &str) -> String {
    let at = html.find(&format!("href=\"{pages}/")).expect("a link") + 6;
    html[at..].split('"').next().expect("an end").to_owned()
}

/// Returns the only folder in a folder.
fn only(folder: &Path) -> PathBuf {
    let mut inside = fs::read_dir(folder).expect("a folder");
    inside.next().expect("something").expect("readable").path()
}

/// Changes one byte of the only archive that was sealed.
fn flip(copy: &Copy) {
    let part = only(&copy.app.folder.join("archives")).join("data/part-0001.tar.age");
    let mut bytes = fs::read(&part).expect("a part");
    bytes[900] ^= 1;
    fs::write(&part, bytes).expect("writable");
}
