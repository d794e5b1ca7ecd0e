//! Files imported in the browser: looked at, read otherwise, stored, handed over again, given up.

use crate::harness::{Browser, Copy, Page, each};

/// Two invoices that are fine, and one whose day does not exist.
const INVOICES: &str = "\
No.,Client,Issued on,Due on,Amount,Seller
NK-1,Nakhla,2026-01-05,2026-02-04,1250.50,Reem
NK-2,Nakhla,2026-02-05,2026-03-07,900,Nasser
NK-3,Riwaq,2026-02-31,2026-03-07,10,Nasser
";

/// Hands a file over and returns its address and the preview.
pub async fn hand_over(browser: &mut Browser, name: &str, text: &str) -> (String, Page) {
    let page = browser.upload("/imports", &[(name, text.as_bytes())]).await;
    assert_eq!(page.status, 303, "{}", page.body);
    let address = page.header("location").expect("an address").to_owned();
    let page = seen(browser, &address).await;
    (address, page)
}

/// Returns the page that comes when the work is over.
pub async fn seen(browser: &mut Browser, address: &str) -> Page {
    for _ in 0..200 {
        let page = browser.get(address).await;
        if page.status != 200 || !page.body.contains("data-watch") {
            return page;
        }
    }
    panic!("{address} takes too long");
}

/// Stores what was looked at and returns the page that follows.
pub async fn store(browser: &mut Browser, address: &str) -> Page {
    let page = browser.post(&format!("{address}/run"), &[]).await;
    assert_eq!((page.status, page.header("location")), (303, Some(address)), "{}", page.body);
    seen(browser, address).await
}

async fn count(copy: &Copy, table: &str) -> String {
    copy.text(&format!("SELECT CAST(COUNT(*) AS TEXT) FROM {table}")).await
}

/// Asserts that nothing of any file is kept anywhere.
async fn holds_nothing(copy: &Copy) {
    for table in ["clients", "invoices", "payments", "sources", "changes", "runs"] {
        assert_eq!(count(copy, table).await, "0", "{table}");
    }
    let uploads = std::fs::read_dir(copy.app.folder.join("uploads")).map(Iterator::count).unwrap_or(0);
    assert_eq!(uploads, 0, "uploads are left over");
}

#[tokio::test]
async fn a_file_is_looked_at_then_stored_then_listed() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        owner.get("/imports/new").await.says("name=\"files\"").says("multipart/form-data").says("invoices-ar.xlsx");
        let (address, page) = hand_over(&mut owner, "invoices.csv", INVOICES).await;
        page.says("<strong>2</strong> of 3 rows").says("Store 2, keep 1 for later").says("invoices.csv");
        page.says("value=\"invoices.issued_on\" selected").says("name=\"column-5\"").says("Seller");
        page.says("2026-02-31").says("is not a day").says("Write the day as 2026-01-31");
        page.says("NK-1").says("1,250.50").says("Columns are separated by");
        assert_eq!(count(&copy, "invoices").await, "0");
        let file = owner.get(&format!("{address}/files/0/problems.csv")).await;
        file.says("line,column,value,code,message,hint").says("4,Issued on,2026-02-31,date_invalid");
        let page = store(&mut owner, &address).await;
        page.says("<strong>2</strong> of 3 rows are stored").says("One waits to be corrected").says("2026-02-31");
        assert_eq!(count(&copy, "invoices").await, "2");
        assert_eq!(copy.text("SELECT CAST(amount AS TEXT) FROM invoices WHERE id = 'NK-1'").await, "125050");
        let list = owner.get("/imports").await;
        list.says("<strong>One import</strong>").says("invoices.csv").says("Reem").says("2 invoices").says("one row");
        list.says("2 added, 0 changed, 0 unchanged");
        let page = owner.get(&address).await;
        page.says("2026-02-31").says("/files/0/problems.csv").says("/files/0/problems.xlsx").says("data-print");
        owner.get(&format!("{address}/files/0/problems.xlsx")).await.says("PK");
        assert_eq!(owner.get(&format!("{address}/files/1/problems.csv")).await.status, 404);
        copy.settled().await;
        assert_eq!(copy.text("SELECT client FROM assessments").await, "Nakhla");
        assert_eq!(std::fs::read_dir(copy.app.folder.join("uploads")).map(Iterator::count).unwrap_or(0), 0);
    }
}

#[tokio::test]
async fn the_mapping_is_changed_before_anything_is_stored() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        let text = "Rechnung,Wer,Von,Bis,Wert\nA-1,Nakhla,2026-01-05,2026-02-04,100\n";
        let (address, page) = hand_over(&mut owner, "rechnungen.csv", text).await;
        page.says("One answer is missing")
            .says("No kind of record has these columns")
            .says("Say below what the rows are");
        page.hides("--as").hides("id=\"store\"").says("A-1").says("name=\"kind\"");
        let reading = format!("{address}/files/0/reading");
        assert_eq!(owner.post(&reading, &[("kind", "invoices"), ("columns", "5")]).await.status, 303);
        let page = seen(&mut owner, &address).await;
        page.says("name=\"column-4\"").says("value=\"invoices.amount\"").says("value=\"invoices\" selected");
        let mapped = [
            ("kind", "invoices"),
            ("columns", "5"),
            ("column-0", "invoices.invoice"),
            ("column-1", "invoices.client"),
            ("column-2", "invoices.issued_on"),
            ("column-3", "invoices.due_on"),
            ("column-4", "invoices.amount"),
            ("currency", "KWD"),
            ("tax", "included"),
        ];
        owner.post(&reading, &mapped).await;
        let page = seen(&mut owner, &address).await;
        page.says("the one row").says("Store one row").says("KWD\u{a0}100").says("value=\"invoices.amount\" selected");
        holds_nothing_but_the_upload(&copy).await;
        store(&mut owner, &address).await.says("<strong>One row</strong> is stored");
        assert_eq!(copy.text("SELECT currency FROM invoices").await, "KWD");
        assert_eq!(copy.text("SELECT tax FROM sources WHERE name = 'rechnungen.csv'").await, "included");
        let (_, page) = hand_over(
            &mut owner,
            "rechnungen.csv",
            "Invoice number,Client,Issued on,Due on,Amount\nA-2,Nakhla,2026-01-05,2026-02-04,100\n",
        )
        .await;
        page.says("value=\"included\" selected");
    }
}

async fn holds_nothing_but_the_upload(copy: &Copy) {
    for table in ["clients", "invoices", "sources", "runs"] {
        assert_eq!(count(copy, table).await, "0", "{table}");
    }
}

#[tokio::test]
async fn one_column_is_read_otherwise_and_recognised_anew() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        let (address, page) = hand_over(&mut owner, "invoices.csv", INVOICES).await;
        page.hides("Recognise it anew");
        let mut form = vec![("columns".to_owned(), "6".to_owned())];
        for (place, column) in ["invoice", "client", "issued_on", "due_on", "amount", "note"].iter().enumerate() {
            form.push((format!("column-{place}"), format!("invoices.{column}")));
        }
        let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let reading = format!("{address}/files/0/reading");
        owner.post(&reading, &form).await;
        let page = seen(&mut owner, &address).await;
        page.says("value=\"invoices.note\" selected").says("Recognise it anew");
        owner.post(&reading, &[&form[..], &[("anew", "1")]].concat()).await;
        seen(&mut owner, &address).await.hides("value=\"invoices.note\" selected");
        owner.post(&reading, &form).await;
        store(&mut owner, &address).await;
        assert_eq!(copy.text("SELECT note FROM invoices WHERE id = 'NK-1'").await, "Reem");
    }
}

#[tokio::test]
async fn the_same_file_twice_changes_nothing() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        for time in 1..=2 {
            let (address, page) = hand_over(&mut owner, "invoices.csv", INVOICES).await;
            if time == 2 {
                page.says("<strong>2</strong> of 3 rows");
            }
            store(&mut owner, &address).await;
        }
        assert_eq!(count(&copy, "invoices").await, "2");
        assert_eq!(count(&copy, "changes").await, "0");
        owner.get("/imports").await.says("2 imports").says("0 added, 0 changed, 2 unchanged");
        let good = INVOICES.lines().take(3).collect::<Vec<_>>().join("\n");
        let (address, page) = hand_over(&mut owner, "again.csv", &good).await;
        page.says("We know all 2 rows already").says("Nothing would change");
        store(&mut owner, &address).await.says("All 2 rows were known already");
        let corrected = good.replace("900", "950");
        let (address, page) = hand_over(&mut owner, "invoices.csv", &corrected).await;
        page.says("all 2 rows").says("Store 2 rows");
        store(&mut owner, &address).await;
        assert_eq!(count(&copy, "changes").await, "1");
    }
}

#[tokio::test]
async fn the_first_rows_are_those_that_would_be_stored() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        let text = "client,invoice,issued_on,due_on,amount\nNakhla,NK-1,2026-01-05,2026-02-04,100\n\
                    Nakhla,NK-1,2026-01-05,2026-02-04,777\nRiwaq,R-1,2096-01-05,2096-02-04,50\n";
        let (_, page) = hand_over(&mut owner, "invoices.csv", text).await;
        page.says("the first row counts").says("lies in the future. The row counts");
        let first = page.body.split("id=\"first-0\"").nth(1).and_then(|rest| rest.split("</section>").next());
        let first = first.expect("the first rows");
        assert!(first.contains("100") && first.contains("50") && !first.contains("777"), "{first}");
    }
}

#[tokio::test]
async fn unclear_dates_are_asked_for() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        let text = "Invoice number,Client,Issued on,Due on,Amount\nA-1,Nakhla,03/04/2026,05/06/2026,100\n";
        let (address, page) = hand_over(&mut owner, "unclear.csv", text).await;
        page.says("One answer is missing")
            .says("whether the day or the month comes first")
            .says("Say below how days are written");
        page.hides("--dates").says("value=\"invoices.issued_on\" selected").hides("id=\"store\"");
        // Even who forces the run finds nothing stored.
        owner.post(&format!("{address}/run"), &[]).await;
        seen(&mut owner, &address).await;
        assert_eq!(count(&copy, "invoices").await, "0");
        let (address, _) = hand_over(&mut owner, "unclear.csv", text).await;
        let mut form = vec![("columns", "5"), ("dates", "dmy"), ("column-0", "invoices.invoice")];
        form.extend([("column-1", "invoices.client"), ("column-2", "invoices.issued_on")]);
        form.extend([("column-3", "invoices.due_on"), ("column-4", "invoices.amount")]);
        owner.post(&format!("{address}/files/0/reading"), &form).await;
        seen(&mut owner, &address).await.says("the one row").says("value=\"dmy\" selected").hides("Recognise it anew");
        store(&mut owner, &address).await;
        assert_eq!(copy.text("SELECT issued_on FROM invoices").await, "2026-04-03");
    }
}

#[tokio::test]
async fn given_up_without_a_trace() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        let (address, _) = hand_over(&mut owner, "invoices.csv", INVOICES).await;
        owner.get("/imports").await.says("Waiting for your decision").says(&address);
        let page = owner.post(&format!("{address}/cancellation"), &[]).await;
        assert_eq!((page.status, page.header("location")), (303, Some("/imports?cancelled=1")));
        owner.get("/imports?cancelled=1").await.says("Nothing of it was stored").says("Nothing was imported yet");
        assert_eq!(owner.get(&address).await.status, 404);
        holds_nothing(&copy).await;
        cancelled_while_it_runs(&copy, &mut owner).await;
    }
}

/// A long file is stored, and given up in the middle.
async fn cancelled_while_it_runs(copy: &Copy, owner: &mut Browser) {
    let mut text = String::from("Invoice number,Client,Issued on,Due on,Amount\n");
    for n in 0..60_000 {
        text.push_str(&format!("L-{n},Client {},2026-01-05,2026-02-04,{n}.50\n", n % 500));
    }
    let (address, page) = hand_over(owner, "long.csv", &text).await;
    page.says("60,000");
    let (mut runs, mut cancels) = (owner.clone(), owner.clone());
    let run = format!("{address}/run");
    let running = tokio::spawn(async move { runs.post(&run, &[]).await });
    let cancelled = cancels.post(&format!("{address}/cancellation"), &[]).await;
    assert_eq!(cancelled.status, 303);
    running.await.expect("the run answers");
    cancels.post(&format!("{address}/cancellation"), &[]).await;
    seen(owner, &address).await;
    owner.get(&address).await;
    for table in ["invoices", "clients", "sources", "runs"] {
        assert_eq!(count(copy, table).await, "0", "{table}");
    }
}

#[tokio::test]
async fn what_is_no_table_is_refused_with_a_reason() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        let quoted = "Invoice number,Client,Issued on,Due on,Amount\nA-1,\"Nakhla,2026-01-05,2026-02-04,100\n";
        let cut = &b"Invoice number,Client,Issued on,Due on,Amount\nA-1,Nakh"[..];
        for (name, bytes, says) in [
            ("empty.csv", &b""[..], "The file is empty"),
            ("headers.csv", b"Invoice number,Client,Issued on,Due on,Amount\n", "headers and no rows"),
            ("scan.csv", b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n", "not a table that we can read"),
            ("quoted.csv", quoted.as_bytes(), "A quotation mark opens here"),
            ("cut.csv", cut, "Invoice number"),
            ("book.xlsx", b"PK\x03\x04 cut off in the middle", "imports-nothing"),
        ] {
            let page = owner.upload("/imports", &[(name, bytes)]).await;
            assert_eq!(page.status, 303, "{name}");
            let address = page.header("location").expect("an address").to_owned();
            let page = seen(&mut owner, &address).await;
            if says == "imports-nothing" {
                page.says("Nothing here can be stored");
            } else {
                page.says(says);
            }
            page.hides("id=\"store\"").says(name);
            owner.post(&format!("{address}/cancellation"), &[]).await;
        }
        holds_nothing(&copy).await;
    }
}

#[tokio::test]
async fn one_bad_file_does_not_hold_the_others_back() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        let payments =
            "Client,Invoice number,Paid on,Amount paid\nNakhla,NK-1,2026-02-10,1250.50\nNakhla,NK-9,2026-02-10,5\n";
        let files = [("payments.csv", payments.as_bytes()), ("empty.csv", b""), ("invoices.csv", INVOICES.as_bytes())];
        let page = owner.upload("/imports", &files).await;
        let address = page.header("location").expect("an address").to_owned();
        let page = seen(&mut owner, &address).await;
        page.says("The file is empty").says("No invoice of this number").says("<strong>3</strong> of 5 rows");
        store(&mut owner, &address).await.says("one payment").says("2 invoices");
        assert_eq!((count(&copy, "invoices").await, count(&copy, "payments").await), ("2".into(), "1".into()));
        owner.get(&format!("{address}/files/0/problems.csv")).await.says("invoice_unknown");
        owner.get("/imports").await.says("one payment").says("2 rows");
    }
}

#[tokio::test]
async fn members_do_not_import_and_finance_does() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        let mut member = copy.joins(&mut owner, "Nasser", "member").await;
        let (address, _) = hand_over(&mut owner, "invoices.csv", INVOICES).await;
        for path in ["/imports", "/imports/new", address.as_str()] {
            let page = member.get(path).await;
            assert_eq!(page.status, 403, "{path}");
            page.says("Only the owner and finance").hides("NK-1");
        }
        assert_eq!(member.upload("/imports", &[("invoices.csv", INVOICES.as_bytes())]).await.status, 403);
        for act in ["run", "cancellation", "files/0/reading"] {
            assert_eq!(member.post(&format!("{address}/{act}"), &[]).await.status, 403, "{act}");
        }
        assert_eq!(member.get(&format!("{address}/files/0/problems.csv")).await.status, 403);
        assert_eq!(member.get(&format!("{address}/progress")).await.status, 403);
        member.get("/imports/blank/invoices-en.xlsx").await.says("PK");
        let mut finance = copy.joins(&mut owner, "Huda", "finance").await;
        finance.get(&address).await.says("2</strong> of 3 rows");
        let mut stranger = copy.browser();
        assert_eq!(stranger.get(&address).await.status, 303);
        assert_eq!(stranger.upload("/imports", &[("a.csv", b"a")]).await.status, 303);
        assert_eq!(count(&copy, "invoices").await, "0");
    }
}

#[tokio::test]
async fn blank_workbooks_come_back_as_what_they_are() {
    let copy = each().await.remove(0);
    let mut owner = copy.owner().await;
    for language in ["ar", "en"] {
        for kind in domain::record::KINDS {
            let path = format!("/imports/blank/{}-{language}.xlsx", kind.table);
            assert_eq!(owner.get(&path).await.status, 200, "{path}");
        }
    }
    assert_eq!(owner.get("/imports/blank/reports-ar.xlsx").await.status, 404);
    assert_eq!(owner.get("/imports/blank/invoices-fr.xlsx").await.status, 404);
    assert_eq!(owner.get("/imports/blank/invoices-ar.csv").await.status, 404);
}

#[tokio::test]
async fn both_languages_say_everything() {
    let copy = each().await.remove(0);
    let mut owner = copy.owner().await;
    let (address, _) = hand_over(&mut owner, "فواتير-نوفمبر.csv", INVOICES).await;
    owner.post("/settings/reading", &[("language", "ar"), ("digits", "latn")]).await;
    owner.get("/imports/new").await.says("لا يُخزَّن شيء قبل الموافقة").says("dir=\"rtl\"");
    let page = owner.get(&address).await;
    page.says("فهمنا <strong>2</strong> من 3").says("تاريخ الإصدار").says("فواتير-نوفمبر.csv").says("ليست تاريخاً");
    store(&mut owner, &address).await.says("صف واحد ينتظر التصحيح");
    owner.get("/imports").await.says("عملية استيراد واحدة").says("صف واحد");
}

#[tokio::test]
async fn no_file_and_too_many_files() {
    let copy = each().await.remove(0);
    let mut owner = copy.owner().await;
    let page = owner.upload("/imports", &[("", b"")]).await;
    assert_eq!(page.status, 422);
    page.says("No file came");
    let many: Vec<(&str, &[u8])> = (0..51).map(|_| ("a.csv", &b"a,b\n1,2\n"[..])).collect();
    let page = owner.upload("/imports", &many).await;
    assert_eq!(page.status, 422);
    page.says("At most 50 files");
    holds_nothing(&copy).await;
    for path in ["/imports/nothing", "/imports/..%2F..", "/imports/nothing/run"] {
        let page = owner.get(path).await;
        assert!([404, 303].contains(&page.status), "{path}");
    }
    assert_eq!(owner.post("/imports/nothing/files/0/reading", &[]).await.status, 404);
}

#[tokio::test]
async fn a_file_beyond_the_limit_is_refused_and_removed() {
    let own = crate::database::sqlite().await;
    let copy = crate::harness::start(own, |app| app.file_bytes_max = 2 << 20).await;
    let mut owner = copy.owner().await;
    owner.get("/imports/new").await.says("up to 2 megabytes").says("data-limit=\"2097152\"");
    let large = vec![b'a'; 5 << 20];
    let page = owner.upload("/imports", &[("fine.csv", b"a,b"), ("large.csv", &large), ("more.csv", b"a,b")]).await;
    assert_eq!(page.status, 422);
    page.says("“large.csv” is larger than 2 megabytes").says("nothing was stored");
    holds_nothing(&copy).await;
}
