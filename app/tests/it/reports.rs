//! Reports in confidence: sealed, read only by those they were sealed to, and absent for everyone else.

use crate::harness::{Browser, Copy, PASSWORD, each};

const TEXT: &str = "He kept commenting on how I look, after I asked him to stop.";

/// Reem owns, Huda and Omar receive reports together with her, Lina reports.
struct Office {
    reem: Browser,
    huda: Browser,
    omar: Browser,
    lina: Browser,
}

async fn office(copy: &Copy) -> Office {
    let mut reem = copy.owner().await;
    let huda = copy.joins(&mut reem, "Huda", "finance").await;
    let omar = copy.joins(&mut reem, "Omar", "adviser").await;
    let lina = copy.joins(&mut reem, "Lina", "member").await;
    copy.client("S-1", "Sahab").await;
    Office { reem, huda, omar, lina }
}

async fn id(copy: &Copy, name: &str) -> String {
    copy.text(&format!("SELECT id FROM members WHERE name = '{name}'")).await
}

async fn name_recipients(copy: &Copy, owner: &mut Browser, names: &[&str]) -> u16 {
    let mut ids = vec![];
    for name in names {
        ids.push(id(copy, name).await);
    }
    let mut form: Vec<(&str, &str)> = ids.iter().map(|id| ("recipient", id.as_str())).collect();
    form.push(("outside", "Ombuds office, 920 000 000"));
    owner.post("/reports/recipients", &form).await.status
}

/// Lina's report, sealed to some.
fn report<'a>(readers: &'a [String], more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut form =
        vec![("kind", "harassment"), ("client", "Sahab"), ("at", "2026-03-01"), ("text", TEXT), ("do", "file")];
    form.extend(readers.iter().map(|reader| ("reader", reader.as_str())));
    form.extend(more);
    form
}

#[tokio::test]
async fn nothing_is_filed_before_two_recipients_are_named() {
    for copy in each().await {
        let mut office = office(&copy).await;
        office.lina.get("/reports").await.says("Nobody is named yet");
        let page = office.lina.post("/reports", &report(&[], &[])).await;
        page.says("Nothing was stored.").says(TEXT).says("Lina").hides("Your report is stored");
        assert_eq!(name_recipients(&copy, &mut office.reem, &["Reem"]).await, 422);
        assert_eq!(name_recipients(&copy, &mut office.reem, &["Huda"]).await, 422);
        assert_eq!(name_recipients(&copy, &mut office.reem, &["Reem", "Huda"]).await, 303);
        office.lina.get("/reports/new").await.says("Huda").says("Reem").says("Ombuds office");
        assert_eq!(copy.text("SELECT CAST(COUNT(*) AS TEXT) FROM reports").await, "0");
    }
}

#[tokio::test]
async fn a_report_is_read_by_those_it_was_sealed_to_and_by_nobody_else() {
    for copy in each().await {
        let Office { mut reem, mut huda, mut omar, mut lina } = office(&copy).await;
        name_recipients(&copy, &mut reem, &["Reem", "Huda", "Omar"]).await;
        let before: Vec<String> = [reem.get("/reports").await.body, reem.get("/settings").await.body].into();
        // The owner is struck.
        let readers = [id(&copy, "Huda").await, id(&copy, "Omar").await];
        let page = lina.post("/reports", &report(&readers, &[("unnamed", "1"), ("keep", "1")])).await;
        assert_eq!(page.header("location"), Some("/reports?filed=1"), "{}", page.body);
        let path = huda.get("/reports").await.link("/reports/").clone();
        let path = if path.len() > 30 { path } else { report_path(&mut huda).await };
        for (who, browser) in [("Huda", &mut huda), ("Omar", &mut omar)] {
            browser.get(&path).await.says(TEXT).says("Sahab").says("asked not to be named").hides("Lina");
            browser.get("/reports").await.says("Harassment").says(who);
        }
        lina.get(&path).await.says(TEXT).says("This is your own report.");
        let unknown = reem.get("/reports/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa").await;
        let restricted = reem.get(&path).await;
        assert_eq!((unknown.status, restricted.status), (404, 404));
        let same = |body: &str| body.replace(path.trim_start_matches("/reports/"), "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");
        assert_eq!(same(&restricted.body), unknown.body, "exactly like one that does not exist");
        let after: Vec<String> = [reem.get("/reports").await.body, reem.get("/settings").await.body].into();
        assert_eq!(before, after, "nothing differs for the owner");
        no_bytes_tell(&copy, &[TEXT, "harassment", "commenting"]).await;
    }
}

async fn report_path(browser: &mut Browser) -> String {
    let page = browser.get("/reports").await;
    let at = page.body.find("rowlink\" href=\"/reports/").expect("a report in the list");
    page.body[at + 15..].split('"').next().unwrap_or_default().to_owned()
}

/// Looks through every byte of a SQLite database.
async fn no_bytes_tell(copy: &Copy, words: &[&str]) {
    let Some(file) = copy.own.db.file() else { return };
    for ending in ["", "-wal"] {
        let bytes = std::fs::read(format!("{}{ending}", file.display())).unwrap_or_default();
        for word in words {
            let told = bytes.windows(word.len()).any(|window| window == word.as_bytes());
            assert!(!told, "the database's bytes tell {word}");
        }
    }
}

#[tokio::test]
async fn readers_add_notes_and_open_it_to_those_who_were_not_struck() {
    for copy in each().await {
        let Office { mut reem, mut huda, mut omar, mut lina } = office(&copy).await;
        name_recipients(&copy, &mut reem, &["Huda", "Omar"]).await;
        let readers = [id(&copy, "Huda").await];
        lina.post("/reports", &report(&readers, &[("keep", "1")])).await;
        let path = report_path(&mut huda).await;
        assert_eq!(omar.get(&path).await.status, 404, "struck");
        let (omar_id, reem_id) = (id(&copy, "Omar").await, id(&copy, "Reem").await);
        huda.post(&format!("{path}/readers"), &[("member", &omar_id)]).await;
        assert_eq!(omar.get(&path).await.status, 404, "who was struck stays struck");
        name_recipients(&copy, &mut reem, &["Huda", "Omar", "Reem"]).await;
        huda.post(&format!("{path}/readers"), &[("member", &reem_id)]).await;
        reem.get(&path).await.says(TEXT).says("Lina");
        let note = [("state", "acknowledged"), ("text", "We spoke; another colleague goes along from now on.")];
        assert_eq!(huda.post(&format!("{path}/notes"), &note).await.status, 303);
        lina.get(&path).await.says("Acknowledged").says("another colleague goes along");
        lina.post(&format!("{path}/notes"), &[("state", "closed"), ("text", "Thank you.")]).await;
        reem.get(&path).await.says("Thank you.").says("Acknowledged");
        reem.post(&format!("{path}/notes"), &[("state", "closed"), ("text", "")]).await;
        lina.get("/reports").await.says("Closed");
    }
}

#[tokio::test]
async fn a_closed_key_opens_at_the_next_sign_in() {
    for copy in each().await {
        let Office { mut reem, mut huda, mut lina, .. } = office(&copy).await;
        name_recipients(&copy, &mut reem, &["Huda", "Reem"]).await;
        let readers = [id(&copy, "Huda").await];
        lina.post("/reports", &report(&readers, &[])).await;
        let path = report_path(&mut huda).await;
        // A restart forgets every key.
        for name in ["Huda", "Reem", "Lina"] {
            copy.app.keyring.drop_others(&id(&copy, name).await, "");
        }
        for browser in [&mut huda, &mut reem, &mut lina] {
            browser.get("/reports").await.says("your key is closed").hides("Harassment");
            assert_eq!(browser.get(&path).await.status, 404);
        }
        huda.post("/sign-out", &[]).await;
        huda.post("/sign-in", &[("email", "huda@midad.example"), ("password", PASSWORD)]).await;
        huda.get(&path).await.says(TEXT);
        huda.post("/settings/password", &[("current", PASSWORD), ("password", "a different sentence")]).await;
        huda.post("/sign-out", &[]).await;
        huda.post("/sign-in", &[("email", "huda@midad.example"), ("password", "a different sentence")]).await;
        huda.get(&path).await.says(TEXT);
    }
}

#[tokio::test]
async fn a_new_key_needs_another_reader() {
    for copy in each().await {
        let Office { mut reem, mut huda, mut omar, mut lina } = office(&copy).await;
        name_recipients(&copy, &mut reem, &["Huda", "Omar"]).await;
        let readers = [id(&copy, "Huda").await, id(&copy, "Omar").await];
        lina.post("/reports", &report(&readers, &[])).await;
        let path = report_path(&mut omar).await;
        copy.sql("UPDATE members SET joined_at = '2026-01-01T00:00:00Z', key_since = '2026-01-01T00:00:00Z'").await;
        let link = reem.post(&format!("/members/{}/reset", readers[0]), &[]).await.link("/reset/");
        huda.post(&link, &[("password", "a third sentence")]).await;
        assert_eq!(huda.get(&path).await.status, 404, "sealed to the key she had");
        lina.get("/reports/new").await.says("new key since");
        omar.get(&path).await.says("Open it to someone else");
        omar.post(&format!("{path}/readers"), &[("member", &readers[0])]).await;
        huda.get(&path).await.says(TEXT);
    }
}

#[tokio::test]
async fn an_adviser_reads_reports_and_no_record() {
    for copy in each().await {
        let Office { mut reem, mut omar, .. } = office(&copy).await;
        name_recipients(&copy, &mut reem, &["Omar", "Reem"]).await;
        for closed in ["/firm", "/members", "/sharing", "/reports/new"] {
            assert_eq!(omar.get(closed).await.header("location"), Some("/reports"), "{closed}");
        }
        omar.get("/reports").await.says("What was sealed to you").hides("Report something</a>").hides("Import");
        omar.get("/settings").await.says("Reads the reports sealed to them");
    }
}

#[tokio::test]
async fn discomfort_needs_no_proof_and_no_text() {
    for copy in each().await {
        let Office { mut reem, mut huda, mut lina, .. } = office(&copy).await;
        name_recipients(&copy, &mut reem, &["Huda", "Reem"]).await;
        lina.get("/reports/new?kind=discomfort").await.says("You need no proof").hides("known_by");
        let reader = id(&copy, "Huda").await;
        let form = [("kind", "discomfort"), ("client", "Sahab"), ("at", "2026-03-01"), ("wish", "company")];
        let form: Vec<(&str, &str)> = form.into_iter().chain([("do", "file"), ("reader", reader.as_str())]).collect();
        assert_eq!(lina.post("/reports", &form).await.status, 303);
        let path = report_path(&mut huda).await;
        huda.get(&path).await.says("Not to be alone with them");
    }
}
