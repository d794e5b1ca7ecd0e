//! Reports in confidence: sealed, read only by those they were sealed to, and absent for everyone else.

mod archived;
mod decided;
mod files;
mod keys;

use crate::harness::{Browser, Copy, each};

const TEXT: &str = "He kept commenting on how I look, after I asked him to stop.";

/// Reem owns, Huda and Omar receive reports together with her, Lina reports.
pub struct Office {
    pub reem: Browser,
    pub huda: Browser,
    pub omar: Browser,
    pub lina: Browser,
}

pub async fn office(copy: &Copy) -> Office {
    let mut reem = copy.owner().await;
    let huda = copy.joins(&mut reem, "Huda", "finance").await;
    let omar = copy.joins(&mut reem, "Omar", "adviser").await;
    let lina = copy.joins(&mut reem, "Lina", "member").await;
    copy.client("S-1", "Sahab").await;
    Office { reem, huda, omar, lina }
}

pub async fn id(copy: &Copy, name: &str) -> String {
    copy.text(&format!("SELECT id FROM members WHERE name = '{name}'")).await
}

pub async fn name_recipients(copy: &Copy, owner: &mut Browser, names: &[&str]) -> u16 {
    let mut ids = vec![];
    for name in names {
        ids.push(id(copy, name).await);
    }
    let mut form: Vec<(&str, &str)> = ids.iter().map(|id| ("recipient", id.as_str())).collect();
    form.push(("outside", "Ombuds office, 920 000 000"));
    owner.post("/reports/recipients", &form).await.status
}

/// Lina's report, sealed to some.
pub fn report<'a>(readers: &'a [String], more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut form =
        vec![("kind", "harassment"), ("client", "Sahab"), ("at", "2026-03-01"), ("text", TEXT), ("do", "file")];
    form.retain(|(name, _)| more.iter().all(|(other, _)| other != name));
    form.extend(readers.iter().map(|reader| ("reader", reader.as_str())));
    form.extend(more);
    form
}

#[tokio::test]
async fn nothing_is_filed_before_two_recipients_are_named() {
    for copy in each().await {
        let mut office = office(&copy).await;
        office.lina.get("/reports").await.says("Nobody is named yet");
        let page = office.lina.post_with_files("/reports", &report(&[], &[]), &[]).await;
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
        let page = lina.post_with_files("/reports", &report(&readers, &[("unnamed", "1"), ("keep", "1")]), &[]).await;
        assert_eq!(page.header("location"), Some("/reports?filed=1"), "{}", page.body);
        let path = huda.get("/reports").await.link("/reports/").clone();
        let path = if path.len() > 30 { path } else { report_path(&mut huda).await };
        for (who, browser) in [("Huda", &mut huda), ("Omar", &mut omar)] {
            browser.get(&path).await.says(TEXT).says("Sahab").says("asked not to be named").hides("<bdi>Lina");
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

pub async fn report_path(browser: &mut Browser) -> String {
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
async fn readers_walk_the_road_and_open_it_to_those_who_were_not_struck() {
    for copy in each().await {
        let Office { mut reem, mut huda, mut omar, mut lina } = office(&copy).await;
        name_recipients(&copy, &mut reem, &["Huda", "Omar"]).await;
        let readers = [id(&copy, "Huda").await];
        lina.post_with_files("/reports", &report(&readers, &[("keep", "1")]), &[]).await;
        let path = report_path(&mut huda).await;
        assert_eq!(omar.get(&path).await.status, 404, "struck");
        let (omar_id, reem_id) = (id(&copy, "Omar").await, id(&copy, "Reem").await);
        let role = |member: &str| [("role", "counsel".to_owned()), ("member", member.to_owned())];
        let give = role(&omar_id);
        let give: Vec<(&str, &str)> = give.iter().map(|(name, value)| (*name, value.as_str())).collect();
        assert_eq!(huda.post(&format!("{path}/roles"), &give).await.status, 404, "who was struck stays struck");
        assert_eq!(omar.get(&path).await.status, 404);
        let give = [("role", "decision_owner"), ("member", reem_id.as_str())];
        assert_eq!(huda.post(&format!("{path}/roles"), &give).await.status, 303);
        reem.get(&path).await.says(TEXT).says("Lina").says("Confirm to the person that it was received");
        let said = "We spoke; another colleague goes along from now on.";
        let step = [("milestone", "acknowledged"), ("text", said), ("on", "")];
        assert_eq!(huda.post(&format!("{path}/milestones"), &step).await.status, 303);
        let twice = reem.post(&format!("{path}/milestones"), &step).await;
        assert_eq!(twice.status, 422);
        twice.says("This has been done already");
        lina.get(&path).await.says("Receipt confirmed").says(said);
        lina.post(&format!("{path}/words"), &[("text", "Thank you.")]).await;
        reem.get(&path).await.says("Thank you.").says("Added later");
        assert_eq!(lina.get(&format!("{path}/journal")).await.status, 404, "theirs is another page");
        reem.get(&format!("{path}/journal")).await.says("the chain was checked and is whole").says("Huda made Reem");
    }
}

#[tokio::test]
async fn protection_waits_for_the_persons_consent() {
    for copy in each().await {
        let Office { mut reem, mut huda, mut lina, .. } = office(&copy).await;
        name_recipients(&copy, &mut reem, &["Huda", "Reem"]).await;
        let readers = [id(&copy, "Huda").await, id(&copy, "Reem").await];
        lina.post_with_files("/reports", &report(&readers, &[("keep", "1")]), &[]).await;
        let path = report_path(&mut huda).await;
        let offer = |kind, consent| [("kind", kind), ("consent", consent), ("owner", readers[0].as_str())];
        let page = huda.post(&format!("{path}/measures"), &offer("reassignment", "ask")).await;
        assert_eq!(page.status, 422, "nobody is asked to move");
        assert_eq!(huda.post(&format!("{path}/measures"), &offer("company", "ask")).await.status, 303);
        let page = reem.post(&format!("{path}/measures"), &offer("company", "ask")).await;
        page.says("Protecting people is not yours here");
        lina.get(&path).await.says("Would this help you?");
        let answer = [("answer", "yes")];
        assert_eq!(lina.post(&format!("{path}/measures/1/answer"), &answer).await.status, 303);
        huda.get(&path).await.says("Never alone with them").says("Runs since");
        huda.post(&format!("{path}/measures/1/end"), &[("text", "No longer needed, they say.")]).await;
        lina.get(&path).await.says("Ended on");
    }
}

#[tokio::test]
async fn who_is_named_as_part_of_it_loses_it_at_once() {
    for copy in each().await {
        let Office { mut reem, mut huda, mut lina, .. } = office(&copy).await;
        name_recipients(&copy, &mut reem, &["Huda", "Reem"]).await;
        let readers = [id(&copy, "Huda").await, id(&copy, "Reem").await];
        lina.post_with_files("/reports", &report(&readers, &[]), &[]).await;
        let path = report_path(&mut huda).await;
        reem.get(&path).await.says(TEXT);
        let party = [("member", readers[1].as_str()), ("part", "accused"), ("text", "She was in the room.")];
        assert_eq!(huda.post(&format!("{path}/parties"), &party).await.status, 303);
        assert_eq!(reem.get(&path).await.status, 404);
        reem.get("/reports").await.hides("Harassment");
        huda.get(&format!("{path}/people")).await.says("accused");
    }
}

#[tokio::test]
async fn the_duty_to_report_is_counsels_alone_and_its_guard_reaches_the_others() {
    for copy in each().await {
        let Office { mut reem, mut huda, mut omar, mut lina } = office(&copy).await;
        name_recipients(&copy, &mut reem, &["Huda", "Omar", "Reem"]).await;
        let readers = [id(&copy, "Huda").await, id(&copy, "Omar").await, id(&copy, "Reem").await];
        lina.post_with_files("/reports", &report(&readers, &[("kind", "illegal_known")]), &[]).await;
        let path = report_path(&mut huda).await;
        let duty = format!("{path}/duty");
        for closed in [&mut reem, &mut lina] {
            assert_eq!(closed.get(&duty).await.status, 404, "neither named as counsel nor as compliance");
        }
        omar.get(&duty).await.says("Nobody has judged it yet");
        let judged = [("duty", "must"), ("to", "the unit"), ("text", "Article 24"), ("by", "2026-12-01")];
        let judged: Vec<(&str, &str)> = judged.into_iter().chain([("no_hold", "1"), ("tell", "1")]).collect();
        assert_eq!(omar.post(&duty, &judged[..3]).await.status, 422, "a duty has a term");
        assert_eq!(omar.post(&duty, &judged).await.status, 303);
        omar.get(&duty).await.says("There is a duty to report").says("Article 24");
        huda.get(&duty).await.says("Article 24");
        reem.get(&format!("{path}/journal")).await.says("no stop may show").hides("Article 24").hides("duty");
        let hold = [("scope", "all"), ("ask", readers[2].as_str())];
        assert_eq!(reem.post(&format!("{path}/hold"), &hold).await.status, 422);
        assert_eq!(omar.post(&format!("{path}/hold"), &hold).await.status, 422, "it would tip off");
        no_bytes_tell(&copy, &["Article 24", "illegal"]).await;
    }
}

#[tokio::test]
async fn the_decision_asks_who_how_and_when() {
    for copy in each().await {
        let Office { mut reem, mut huda, mut omar, mut lina } = office(&copy).await;
        name_recipients(&copy, &mut reem, &["Huda", "Omar", "Reem"]).await;
        let readers = [id(&copy, "Huda").await, id(&copy, "Omar").await, id(&copy, "Reem").await];
        lina.post_with_files("/reports", &report(&readers, &[("keep", "1")]), &[]).await;
        let path = report_path(&mut huda).await;
        let decision = format!("{path}/decision");
        let page = reem.get(&decision).await;
        page.says("Whether to act is not the question here").says("Protection is not settled").hides("value=\"keep\"");
        let mut form = vec![("form", "sign"), ("outcome", "end_by_notice"), ("reason", "It cannot go on.")];
        form.extend([("changes_my_mind", "Nothing."), ("by", readers[2].as_str()), ("channel", "through_counsel")]);
        let page = reem.post(&decision, &form).await;
        assert_eq!(page.status, 422);
        page.says("It is not said who does it, how and when").says("It cannot go on.");
        huda.post(&format!("{path}/milestones"), &[("milestone", "protection_decided")]).await;
        omar.post(&format!("{path}/advice"), &[("ground", "conduct"), ("text", "It may rest on this.")]).await;
        form.push(("on", "2027-01-10"));
        assert_eq!(huda.post(&decision, &form).await.status, 422, "hers is to protect");
        assert_eq!(reem.post(&decision, &form).await.status, 303);
        reem.get(&decision).await.says("The decision is signed").says("through counsel");
        assert_eq!(reem.post(&format!("{decision}/stage"), &[]).await.status, 303);
        lina.get(&path).await.hides("It may rest on this");
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
        assert_eq!(lina.post_with_files("/reports", &form, &[]).await.status, 303);
        let path = report_path(&mut huda).await;
        huda.get(&path).await.says("Not to be alone with them").says("Discomfort").hides("Decision");
    }
}
