//! When invoices fall due that do not say so: answered once for a list, in the browser or in the terminal, and kept.

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
