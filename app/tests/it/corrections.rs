//! Cells that a person corrects on the preview: suggested or typed, kept beside what the file has, and found again.

use crate::files;
use crate::harness::{Browser, Copy, Page, each};

const INVOICES: &str = "\
No.,Client,Issued on,Due on,Amount,Disputed
NK-1,Nakhla,05/01/2026,04/02/2026,1250.50,no
NK-2,Nakhla,05/02/2026,07/03/2026,9OO,no
NK-3,Nakhla,05/03/2026,,300,no
NK-4,Nakhla,31/02/2026,07/03/2026,10,no
NK-5,Riwaq,13/02/2026,15/03/2026,10,yess
";

async fn hand_over(browser: &mut Browser) -> (String, Page) {
    let page = browser.upload("/imports", &[("invoices.csv", INVOICES.as_bytes())]).await;
    let address = page.header("location").expect("an address").to_owned();
    let page = browser.get(&address).await;
    (address, page)
}

async fn post(browser: &mut Browser, address: &str, form: &[(&str, &str)]) -> Page {
    let answer = browser.post(&format!("{address}/files/0/corrections"), form).await;
    assert_eq!(answer.status, 303, "{}", answer.body);
    browser.get(address).await
}

async fn invoices(copy: &Copy) -> String {
    copy.text("SELECT CAST(COUNT(*) AS TEXT) FROM invoices").await
}

#[tokio::test(flavor = "multi_thread")]
async fn suggestions_are_accepted_values_typed_and_taken_back() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        let (address, page) = hand_over(&mut owner).await;
        page.says("<strong>1</strong> of 5 rows")
            .says("Fix the 4 first")
            .says("Accept the 3 suggestions that have no alternative");
        page.says("value=\"900\">It is SAR\u{a0}900").says("Letters stand where digits belong.");
        page.says("It is 4 April 2026").says("30 days after the issue, as in this client’s other rows.");
        page.says("Write the day as 2026-01-31").says("value=\"yes\">It is yes");
        assert_eq!(invoices(&copy).await, "0");
        let page = post(&mut owner, &address, &[("line", "3"), ("column", "4"), ("value", "900")]).await;
        page.says("<strong>2</strong> of 5 rows").says("One corrected value").says("<bdi>9OO</bdi>").says("Take back");
        let page = post(&mut owner, &address, &[("all", "1")]).await;
        page.says("<strong>4</strong> of 5 rows").says("3 corrected values");
        let page = post(&mut owner, &address, &[("line", "5"), ("column", "2"), ("value", "30/02/2026")]).await;
        page.says("“30/02/2026” in the column").says("The file has 31/02/2026");
        let page = post(&mut owner, &address, &[("line", "5"), ("column", "2"), ("value", "28/02/2026")]).await;
        page.says("<strong>all 5 rows</strong>").says("4 corrected values");
        let page = post(&mut owner, &address, &[("line", "6"), ("column", "5"), ("back", "1")]).await;
        page.says("3 corrected values").says("yess");
        let page = post(&mut owner, &address, &[("all", "1")]).await;
        page.says("<strong>all 5 rows</strong>");
        // A cell that nothing is wrong with cannot be meant.
        let page = post(&mut owner, &address, &[("line", "2"), ("column", "4"), ("value", "1")]).await;
        page.says("4 corrected values");
        let page = owner.post(&format!("{address}/run"), &[]).await;
        assert_eq!(page.status, 303);
        owner.get(&address).await.says("4 corrected values").says("<bdi>31/02/2026</bdi>").hides("Take back");
        assert_eq!(invoices(&copy).await, "5");
        owner
            .get("/clients/Nakhla/invoices/NK-4")
            .await
            .says("The file has 31/02/2026 in “Issued on”; Reem corrected it to 28/02/2026");
        owner.get("/clients/Nakhla/invoices/NK-1").await.hides("corrected");
        owner.post("/settings/reading", &[("language", "ar"), ("digits", "latn")]).await;
        owner.get("/clients/Nakhla/invoices/NK-4").await.says("في الملف 31/02/2026 في العمود «Issued on»، وصُحِّح إلى");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_file_is_read_with_its_corrections_again() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        let (address, _) = hand_over(&mut owner).await;
        post(&mut owner, &address, &[("all", "1")]).await;
        owner.post(&format!("{address}/run"), &[]).await;
        assert_eq!(invoices(&copy).await, "4");
        let (_, page) = hand_over(&mut owner).await;
        page.says("3 corrected values").says("Reem").says("<strong>4</strong> of 5 rows").says("Unchanged");
        let reports = files::import(&copy.own.db, &[("invoices.csv", INVOICES)]).await;
        let counts = reports[0].counts;
        assert_eq!((counts.added, counts.changed, counts.unchanged, reports[0].problems.len()), (0, 0, 4, 1));
        let told: Vec<&str> =
            reports[0].notes.iter().filter(|n| n.code.word() == "corrected").map(|n| n.value.as_str()).collect();
        assert_eq!(told, ["9OO → 900", " → 2026-04-04", "yess → yes"]);
        // Another file has no corrections: its row is a problem, and the stored record stands.
        let longer = format!("{INVOICES}NK-6,Riwaq,14/02/2026,15/03/2026,10,no\n");
        let reports = files::import(&copy.own.db, &[("longer.csv", &longer)]).await;
        assert_eq!((reports[0].counts.added, reports[0].problems.len()), (1, 4));
        assert_eq!(copy.text("SELECT CAST(amount AS TEXT) FROM invoices WHERE id = 'NK-2'").await, "90000");
        assert_eq!(copy.text("SELECT CAST(COUNT(*) AS TEXT) FROM changes").await, "0");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_correction_of_a_later_line_is_shown_on_the_invoice() {
    let text = "No.,Client,Issued on,Due on,Currency,Item,Line amount\n\
        M-1,Nakhla,2026-01-05,2026-02-04,SAR,Design,100\nM-1,Nakhla,2026-01-05,2026-02-04,SAR,Print,2OO\n\
        M-2,Nakhla,2026-01-06,2026-02-05,SAR,Design,40\n";
    for copy in each().await {
        let mut owner = copy.owner().await;
        let page = owner.upload("/imports", &[("lines.csv", text.as_bytes())]).await;
        let address = page.header("location").expect("an address").to_owned();
        post(&mut owner, &address, &[("line", "3"), ("column", "6"), ("value", "200")]).await;
        owner.post(&format!("{address}/run"), &[]).await;
        assert_eq!(copy.text("SELECT CAST(amount AS TEXT) FROM invoices WHERE id = 'M-1'").await, "30000");
        let page = owner.get("/clients/Nakhla/invoices/M-1").await;
        page.says("The file has 2OO in “Line amount”; Reem corrected it to 200");
        owner.get("/clients/Nakhla/invoices/M-2").await.hides("corrected it");
    }
}

#[tokio::test]
async fn only_who_imports_corrects_and_a_shared_screen_shows_no_sums() {
    let copy = each().await.remove(0);
    let mut owner = copy.owner().await;
    let mut member = copy.joins(&mut owner, "Nasser", "member").await;
    let (address, _) = hand_over(&mut owner).await;
    let path = format!("{address}/files/0/corrections");
    assert_eq!(member.post(&path, &[("all", "1")]).await.status, 403);
    assert_eq!(owner.post(&format!("{address}/files/7/corrections"), &[("all", "1")]).await.status, 404);
    assert_eq!(owner.post("/imports/none/files/0/corrections", &[("all", "1")]).await.status, 404);
    assert_eq!(owner.get(&path).await.status, 303);
    owner.post(&path, &[("all", "1")]).await;
    owner.post(&format!("{address}/run"), &[]).await;
    member.get("/clients/Nakhla/invoices/NK-2").await.says("Reem corrected it to 900");
    owner.post("/sharing", &[("client", "Nakhla")]).await;
    owner.get("/clients/Nakhla/invoices/NK-2").await.hides("9OO").hides("corrected it");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_without_due_dates_asks_when_its_invoices_fall_due() {
    let text = "Invoice number,Client,Issued on,Amount\nA-1,Nakhla,2026-01-05,100\nA-2,Nakhla,2026-02-05,100\n";
    for copy in each().await {
        let mut owner = copy.owner().await;
        let page = owner.upload("/imports", &[("bare.csv", text.as_bytes())]).await;
        let address = page.header("location").expect("an address").to_owned();
        let page = owner.get(&address).await;
        page.says("None of the 2 rows").says("Invoices without a due date").says("The column “Due on” is empty");
        owner.post(&format!("{address}/files/0/reading"), &[("columns", "0"), ("terms", "30")]).await;
        owner.get(&address).await.says("<strong>all 2 rows</strong>").says("value=\"30\" selected");
        owner.post(&format!("{address}/run"), &[]).await;
        assert_eq!(copy.text("SELECT due_on FROM invoices WHERE id = 'A-1'").await, "2026-02-04");
        // The terminal knows the answer, too.
        let reports = files::import(&copy.own.db, &[("bare.csv", text)]).await;
        assert_eq!((reports[0].problems.len(), invoices(&copy).await.as_str()), (0, "2"));
    }
}
