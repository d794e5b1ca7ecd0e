//! The list of all archives: of every case that one takes part in, and of no other.

use crate::harness::{Browser, Copy};

/// Three archives of one case are listed with all that is known of each, found by what is asked, and taken along.
pub async fn shows_all(copy: &Copy, owner: &mut Browser, case: &str) {
    owner.get("/retention").await.says("href=\"/archives\"");
    let page = owner.get("/archives").await;
    page.says("3 archives.").says(&format!("href=\"{case}/archives\"")).says("Nakhla").says("24 December 2026");
    page.says("The file that we keep").says("What counsel said").says("What the client takes along");
    page.says("Huda Alzahrani").says("22 December 2037").says("it was not what was made").says("it was whole");
    let found = owner.get("/archives?scope=ours&state=standing&q=NAKH").await;
    found.says("One archive.").says("/archives.csv?q=NAKH&#38;scope=ours&#38;state=standing");
    owner.get("/archives?q=other").await.says("No archive").hides("Nakhla");
    owner.get("/archives?state=replaced").await.says("No archive");
    let csv = owner.get("/archives.csv?scope=ours").await;
    csv.says("client,case,scope,made_on,made_by,readers,sha256,kept_until,held,state,replaced_on,checked_on,whole");
    csv.says("Nakhla,").says(",2026-12-24,Reem,Huda Alzahrani,").says(",2037-12-22,no,Stands,,2026-12-24,no");
    assert_eq!(csv.body.lines().count(), 2);
    let book = owner.get("/archives.xlsx").await;
    assert_eq!((book.status, &book.bytes[..2]), (200, &b"PK"[..]));
    let mut other = copy.joins(owner, "Badr", "finance").await;
    for path in ["/archives", "/archives.csv"] {
        other.get(path).await.hides("Nakhla");
    }
}
