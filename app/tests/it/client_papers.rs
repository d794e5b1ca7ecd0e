//! What the client gets beside letters: the account of the end with its statement, offers for the time after it, and their
//! whole page on paper.

use crate::cases::account::agreed;
use crate::cases::decision::{Heard, heard_of};
use crate::harness::{Browser, Copy, Page};
use crate::letters::papers::run;
use crate::portal::given;
use std::process::Command;

/// Sara freezes an account with an invoice, a deposit held in trust, and interest by clause 9.2: AED 10,123.29.
async fn frozen(copy: &Copy, owner: &mut Browser, sara: &mut Browser, case: &str) {
    copy.sql("UPDATE clients SET currency = 'AED', country = 'AE', agreed_rate = 20000 WHERE client = 'NAKHLA'").await;
    // Work that is on no invoice stays with us: 90 minutes at AED 200.
    copy.sql(
        "INSERT INTO time (client, id, on_day, minutes, billable, currency, source_id, source_line)
         VALUES ('NAKHLA', 'T-1', '2026-11-10', 90, 1, 'AED', 0, 0)",
    )
    .await;
    copy.sql(
        "INSERT INTO invoices (client, id, issued_on, due_on, amount, currency, kind, known_on, source_id, source_line)
         VALUES ('NAKHLA', 'NK-1', '2026-09-01', '2026-10-01', 1000000, 'AED', NULL, '2026-10-01', 0, 7),
                ('NAKHLA', 'DEP', '2026-01-01', '2026-01-10', 50000, 'AED', 'deposit', '2026-01-10', 0, 0)",
    )
    .await;
    copy.sql(
        "INSERT INTO payments (client, id, invoice, paid_on, amount, currency, source_id, source_line)
         VALUES ('NAKHLA', 'P', 'DEP', '2026-01-09', 50000, 'AED', 0, 0)",
    )
    .await;
    let trust = [("kind", "trust"), ("invoice", "DEP"), ("basis", "SECRET basis")];
    must(owner, "/clients/NAKHLA/account/particulars/new", &trust).await;
    let form = [("place", "AE"), ("clause", "9.2"), ("rate", ""), ("claimed_on", "")];
    must(sara, &format!("{case}/part/account"), &form).await;
}

async fn must(browser: &mut Browser, path: &str, form: &[(&str, &str)]) {
    let answer = browser.post(path, form).await;
    assert_eq!(answer.status, 303, "{path}: {}", answer.body);
}

/// Returns the text of a PDF that is sound; nothing where no program can tell.
fn text(page: &Page) -> Option<String> {
    assert_eq!((page.status, page.header("content-type")), (200, Some("application/pdf")), "{}", page.body);
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("paper.pdf");
    std::fs::write(&file, &page.bytes).expect("written");
    run("qpdf", &["--check"], &file);
    let output = Command::new("pdftotext").arg("-layout").arg(&file).arg("-").output().ok()?;
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}

fn holds(page: &Page, all: &[&str]) {
    let Some(text) = text(page) else { return };
    for one in all {
        assert!(text.contains(one), "{one}:\n{text}");
    }
    assert!(!text.contains("SECRET"), "{text}");
}

async fn opened(copy: &Copy, owner: &mut Browser, case: &str) -> Browser {
    let (link, _) = given(owner, case, "Huda Alzahrani", false).await;
    let mut client = copy.browser();
    client.post(&link, &[]).await;
    client
}

#[tokio::test]
async fn the_client_sees_the_account_as_it_was_frozen() {
    for Heard { copy, mut owner, mut sara, key, case } in heard_of(2).await {
        agreed(&copy, &key).await;
        let mut client = opened(&copy, &mut owner, &case).await;
        client.get("/client-page").await.hides("Statement of account");
        assert_eq!(client.get("/client-page/statement.pdf").await.status, 404, "nothing is frozen yet");
        frozen(&copy, &mut owner, &mut sara, &case).await;

        let page = client.get("/client-page").await;
        page.says("By the account of").says("you owe").says("AED\u{a0}10,123.29").says("Interest on late payment");
        page.says("Your money, held by us").hides("AED\u{a0}300").hides("SECRET").hides("/clients/");
        page.says("How the interest on").says("9%").says("Rate from");
        let figures = ["NK-1", "10,123.29", "10,000", "123.29", "500", "Deposit invoice", "Payment for"];
        holds(&client.get("/client-page/statement.pdf").await, &figures);
        let csv = client.get("/client-page/statement.csv").await;
        assert!(csv.body.lines().next().is_some_and(|head| head.ends_with("charge,credit,balance")), "{}", csv.body);
        let book = client.get("/client-page/statement.xlsx").await;
        assert!(book.status == 200 && book.bytes.starts_with(b"PK"), "{}", book.status);
        csv.says("AED,2026-09-01,").says("NK-1").says("10000.00");
        holds(&owner.get("/clients/NAKHLA/account/statement.pdf").await, &["NK-1", "10,000", "Midad"]);
        let summary = owner.get(&format!("{case}/part/letters/new?kind=closing_summary&language=en")).await;
        summary.says("value=\"10123.29\"").says("value=\"AED\"").says("NK-1 | 10000.00 | 2026-10-01");
        assert_eq!(client.post("/language", &[("language", "ar"), ("back", "/client-page")]).await.status, 303);
        client.get("/client-page").await.says("بحسب حساب").says("أمانة لكم لدينا");
        holds(&client.get("/client-page/statement.pdf").await, &["NK-1", "10,123.29", "500"]);
        let settled = [("settlement", "dispute_listed"), ("on", "2026-11-20"), ("text", "as listed")];
        must(&mut sara, &format!("{case}/settlement"), &settled).await;
        client.get("/client-page").await.says("لم يُفوتر بعد، على حدة").says("300");

        let (link, _) = given(&mut owner, &case, "Sidra", true).await;
        let mut next = copy.browser();
        next.post(&link, &[]).await;
        next.get("/client-page").await.hides("10,123.29");
        assert_eq!(next.get("/client-page/statement.pdf").await.status, 404);
        assert_eq!(next.get("/client-page/statement.csv").await.status, 404);
    }
}

/// Somebody looked at whom they name.
const VETTED: (&str, &str) = ("vetted", "1");

#[tokio::test]
async fn offers_for_the_time_after_the_end_reach_the_client() {
    for Heard { copy, mut owner, key, case, .. } in heard_of(2).await {
        agreed(&copy, &key).await;
        let mut client = opened(&copy, &mut owner, &case).await;
        owner.get(&format!("{case}/part")).await.says("Name another provider").says("Offer a service after the end");
        let named = [("name", "Sidra"), ("fits", "Works on online shops."), ("reach", "hello@sidra.example")];
        let path = format!("{case}/alternative");
        let unsaid = owner.post(&path, &named).await;
        assert_eq!(unsaid.status, 422, "whether there is a fee is no question to pass over");
        unsaid.says("Works on online shops.");
        let blocked = [named[0], ("fits", "You deliberately withheld our fees."), named[2], ("has_fee", "no")];
        owner.post(&path, &blocked).await.says("fits-err").says("You deliberately withheld our fees.");
        let sumless = [&named[..], &[("has_fee", "yes"), ("currency", "SAR")]].concat();
        owner.post(&path, &sumless).await.says("fee-err");
        let unseen = owner.post(&path, &[&sumless[..], &[("fee", "500")]].concat()).await;
        assert_eq!(unseen.status, 422);
        unseen.says("A name that nobody looked at is given to nobody.").says("Works on online shops.");
        must(&mut owner, &path, &[&sumless[..], &[("fee", "500"), VETTED]].concat()).await;
        let free = [("name", "Rukn"), ("fits", "Works on websites."), ("reach", "rukn.example"), ("has_fee", "no")];
        must(&mut owner, &path, &[&free[..], &[VETTED]].concat()).await;
        let mut bridge = [
            ("scope", "Support of the hosting"),
            ("excluded", "New functions"),
            ("turn_to", "Salma Adel"),
            ("until", "2026-11-20"),
            ("hours", "10"),
            ("liability", "4000"),
            ("price", "3,000"),
            ("currency", "SAR"),
        ];
        let path = format!("{case}/bridge");
        assert_eq!(owner.post(&path, &bridge).await.status, 422, "it begins after the end");
        bridge[3].1 = "2027-02-28";
        must(&mut owner, &path, &bridge).await;

        let page = client.get("/client-page").await;
        page.says("We receive").says("SAR\u{a0}500").says("We receive nothing from them.").says("rukn.example");
        page.says("Support of the hosting").says("28 February 2027").says("10 hours").says("SAR\u{a0}3,000");
        page.says("New functions").says("For what goes wrong we answer").says("SAR\u{a0}4,000");
        let letter = owner.get(&format!("{case}/part/letters/new?kind=referral_list&language=en")).await;
        letter.says("Sidra | Works on online shops | hello@sidra.example | 500.00").says("value=\"SAR\"");
        owner.get(&case).await.says("named another provider").says("offered the client a service");
        owner.get(&format!("{case}/offer-withdrawal?offer=2")).await.says("Rukn");
        must(&mut owner, &format!("{case}/offer-withdrawal"), &[("offer", "2")]).await;
        client.get("/client-page").await.hides("Rukn").says("Sidra");
    }
}

#[tokio::test]
async fn the_whole_page_is_one_paper() {
    for Heard { copy, mut owner, mut sara, key, case } in heard_of(2).await {
        agreed(&copy, &key).await;
        frozen(&copy, &mut owner, &mut sara, &case).await;
        let free = [("name", "Rukn"), ("fits", "Works on websites."), ("reach", "rukn.example"), ("has_fee", "no")];
        must(&mut owner, &format!("{case}/alternative"), &[&free[..], &[VETTED]].concat()).await;
        let mut client = opened(&copy, &mut owner, &case).await;
        must(&mut client, "/client-page/question", &[("question", "# Does the | site stop?")]).await;
        let english = owner.get(&format!("{case}/part/client-page.pdf?language=en")).await;
        let all = [
            "Your page at Midad",
            "Nakhla",
            "annex 1",
            "Annex 1: Termination agreement",
            "10,123.29",
            "NK-1",
            "We receive nothing from them.",
            "Does the | site stop?",
            "How to answer",
            "Return it, then delete your copies",
        ];
        holds(&english, &all);
        holds(&owner.get(&format!("{case}/part/client-page.pdf?language=ar")).await, &["NK-1", "10,123.29"]);

        let links = owner.get(&format!("{case}/client-links")).await;
        links.says("part/client-page.pdf?language=ar").says("Record that it was handed over");
        let asked = owner.get(&format!("{case}/page-handed-over?language=en")).await;
        let digest = asked.body.split("name=\"digest\"").nth(1).and_then(|rest| rest.split("value=\"").nth(1));
        let digest = digest.map(|rest| &rest[..64]).expect("a digest").to_owned();
        if let Some(text) = text(&english) {
            let foot: String = text.split("SHA-256 of the text:").nth(1).expect("a foot").chars().take(80).collect();
            let foot: String = foot.split_whitespace().collect();
            assert!(foot.starts_with(&digest), "{foot} {digest}");
        }
        let mut form = [("language", "en"), ("on", "2026-11-20"), ("digest", "12ab"), ("proof", "courier 7")];
        owner.post(&format!("{case}/page-handed-over"), &form).await.says("digest-err");
        form[2].1 = digest.as_str();
        must(&mut owner, &format!("{case}/page-handed-over"), &form).await;
        owner.get(&format!("{case}/client-links")).await.says("Handed over on").says(&digest);
    }
}
