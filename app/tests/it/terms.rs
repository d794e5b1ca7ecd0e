//! When invoices fall due that do not say so, and their currency: answered once for a list, in the browser or in the
//! terminal, and kept.

use crate::cli::{khitam, said};
use crate::harness::each;
use crate::imports::{hand_over, seen, store};

const JANUARY: &str = "Invoice number,Client,Issued on,Amount\nA-1,Nakhla,2026-01-05,100\n";
const FEBRUARY: &str = "Invoice number,Client,Issued on,Amount\nA-2,Nakhla,2026-02-05,100\n";
const DUE: &str = "SELECT due_on FROM invoices ORDER BY id DESC LIMIT 1";

#[tokio::test(flavor = "multi_thread")]
async fn the_answer_holds_for_the_next_such_list() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        let (address, page) = hand_over(&mut owner, "list.csv", JANUARY).await;
        page.says("name=\"terms\"").hides("As was said of such a list before");
        owner.post(&format!("{address}/files/0/reading"), &[("columns", "0"), ("terms", "20")]).await;
        seen(&mut owner, &address).await.says("value=\"20\" selected");
        store(&mut owner, &address).await.says("got a due date as was said of this list");
        assert_eq!(copy.text(DUE).await, "2026-01-25");
        // A list of another name has not been answered for.
        hand_over(&mut owner, "other.csv", FEBRUARY).await.1.says("value=\"\" selected").hides("id=\"store\"");
        let (address, page) = hand_over(&mut owner, "list.csv", FEBRUARY).await;
        page.says("value=\"20\" selected").says("As was said of such a list before").says("25 February 2026");
        let reading = format!("{address}/files/0/reading");
        owner.post(&reading, &[("columns", "0"), ("terms", "")]).await;
        seen(&mut owner, &address).await.says("name=\"terms\"").hides("value=\"20\"").hides("id=\"store\"");
        owner.post(&reading, &[("columns", "0"), ("terms", "7")]).await;
        store(&mut owner, &address).await;
        assert_eq!(copy.text(DUE).await, "2026-02-12");
        let march = FEBRUARY.replace("A-2", "A-3").replace("-02-", "-03-");
        let (address, _) = hand_over(&mut owner, "list.csv", &march).await;
        owner.post("/settings/reading", &[("language", "ar"), ("digits", "latn")]).await;
        owner.get(&address).await.says("كما ذُكر لقائمة مثلها من قبل").says("12 مارس 2026");
        // Where every row says when it is due, nothing is asked.
        let due = "Invoice number,Client,Issued on,Due on,Amount\nA-4,Nakhla,2026-03-05,2026-03-09,100\n";
        hand_over(&mut owner, "list.csv", due).await.1.hides("name=\"terms\"");
    }
}

#[test]
fn the_terminal_gives_the_answer_and_keeps_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("list.csv");
    let import = |text: &str, more: &[&str]| {
        std::fs::write(&path, text).expect("a file");
        let output = khitam(folder.path(), &[&["import", path.to_str().expect("a path")], more].concat());
        (output.status.code(), said(&output.stdout))
    };
    assert_eq!(import(JANUARY, &[]).0, Some(1));
    assert_eq!(import(JANUARY, &["--due-days", "366"]).0, Some(2));
    let (code, told) = import(JANUARY, &["--due-days", "45"]);
    assert!(code == Some(0) && told.contains("Days after issue: 45"), "{told}");
    let (code, told) = import(FEBRUARY, &["--lang", "ar"]);
    assert!(code == Some(0) && told.contains("عدد الأيام بعد الإصدار: 45"), "{told}");
}

const DATED: &str = "Invoice number,Client,Issued on,Due on,Amount\nB-1,Nakhla,2026-01-05,2026-02-05,100\n";
const CURRENCY: &str = "SELECT currency FROM invoices ORDER BY id DESC LIMIT 1";

#[tokio::test(flavor = "multi_thread")]
async fn the_currency_holds_for_the_next_such_list() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        let (address, page) = hand_over(&mut owner, "dollars.csv", DATED).await;
        page.says("name=\"currency\"").hides("As was said of such a list before");
        let reading = format!("{address}/files/0/reading");
        owner.post(&reading, &[("columns", "0"), ("currency", "USD")]).await;
        seen(&mut owner, &address).await.says("value=\"USD\" selected");
        store(&mut owner, &address).await.says("as was said of this list or of one like it");
        assert_eq!(copy.text(CURRENCY).await, "USD");
        // The same list again, and nobody says anything: what stands stays.
        let (address, page) = hand_over(&mut owner, "dollars.csv", DATED).await;
        page.says("value=\"USD\" selected").says("As was said of such a list before");
        store(&mut owner, &address).await;
        assert_eq!(copy.text(CURRENCY).await, "USD");
        assert_eq!(copy.text("SELECT CAST(COUNT(*) AS TEXT) FROM changes").await, "0");
        // Left open on purpose, it is the client's or the firm's again.
        let (address, _) = hand_over(&mut owner, "dollars.csv", &DATED.replace("B-1", "B-2")).await;
        owner.post(&format!("{address}/files/0/reading"), &[("columns", "0"), ("currency", "")]).await;
        seen(&mut owner, &address).await.hides("value=\"USD\" selected");
    }
}

#[test]
fn the_terminal_keeps_the_currency() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("dollars.csv");
    std::fs::write(&path, DATED).expect("a file");
    let import = |more: &[&str]| {
        let output = khitam(folder.path(), &[&["import", path.to_str().expect("a path")], more].concat());
        (output.status.code(), said(&output.stdout))
    };
    let of_another = |client: &str| {
        let text = DATED.replace("B-1,Nakhla", &format!("B-2,{client}"));
        std::fs::write(&path, text).expect("a file");
    };
    let (code, told) = import(&["--currency", "USD"]);
    assert!(code == Some(0) && told.contains("are in USD"), "{told}");
    // Who was created by the list has its currency.
    let (code, told) = import(&["--json"]);
    let answer: serde_json::Value = serde_json::from_str(&told).expect("JSON");
    assert_eq!((code, &answer["files"][0]["unchanged"]), (Some(0), &1.into()), "{told}");
    assert!(!told.contains("\"currency_said\""), "{told}");
    of_another("Rimal");
    assert!(import(&["--json"]).1.contains("\"currency_said\""));
    of_another("Sadeem");
    let (_, told) = import(&["--lang", "ar"]);
    assert!(told.contains("قُرئت بعملة USD"), "{told}");
}
