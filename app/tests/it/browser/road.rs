//! The protected road as people walk it: a report from a telephone in one language, its readers and counsel in the other,
//! and nothing that a colleague or the owner outside it could notice, to the byte.

use super::{Role, Session, driver, phone};
use crate::absence::{World, same, world};
use crate::harness::{Copy, PASSWORD, each, need};
use crate::reports::{Office, id, name_recipients, office, report_path};
use app::lang::Language;
use std::path::Path;
use thirtyfour::By;

const TOLD: &str = "قال لي بعد الاجتماع: you should smile more، وكرّرها حين طلبت منه أن يكفّ.";

/// Those who look from outside: the owner, whom the reporter struck, and a colleague.
struct Outside {
    reem: crate::harness::Browser,
    nasser: crate::harness::Browser,
}

impl Outside {
    async fn look(&mut self) -> [World; 2] {
        [world(&mut self.reem).await, world(&mut self.nasser).await]
    }
}

fn alike(when: &str, before: &[World; 2], now: &[World; 2]) {
    for (who, (before, now)) in ["the owner", "a colleague"].iter().zip(before.iter().zip(now)) {
        assert!(before.len() > 25, "{who} sees only {:?}", before.keys());
        same(&format!("{when}, {who}"), before, now);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_report_is_walked_from_a_telephone_to_a_stop_and_nobody_outside_notices() {
    if need(driver::address(), "no chromedriver: nothing is tested in a browser").is_none() {
        return;
    }
    for copy in each().await {
        walk(&copy, Language::Arabic, Language::English).await;
    }
}

async fn walk(copy: &Copy, reporter: Language, reader: Language) {
    let Office { mut reem, mut huda, .. } = office(copy).await;
    name_recipients(copy, &mut reem, &["Huda", "Omar", "Reem"]).await;
    let nasser = copy.joins(&mut reem, "Nasser", "member").await;
    copy.settled().await;
    let mut outside = Outside { reem, nasser };
    let nothing = outside.look().await;
    // Any stop, from the client's own page, so that the one of the case has something to look like.
    let ask = id(copy, "Huda").await;
    assert_eq!(huda.post("/clients/S-1/holds", &[("scope", "new_work"), ("ask", &ask)]).await.status, 303);
    let stopped = outside.look().await;
    let end = huda.get("/clients/S-1/holds").await.link("/clients/S-1/holds/");
    assert_eq!(huda.post(&end, &[]).await.status, 303);
    alike("after an ordinary stop", &nothing, &outside.look().await);

    let lina = signed_in(copy, reporter, "lina").await;
    lina.hold_as_phone(phone::WIDTH, phone::HEIGHT).await;
    tell(&lina, copy).await;
    alike("after the report", &nothing, &outside.look().await);

    let path = report_path(&mut huda).await;
    let huda = signed_in(copy, reader, "huda").await;
    read_and_offer(&huda).await;
    agree(&lina, &path).await;
    huda.open(&path).await;
    let runs = huda.word("measure-says-runs").split('{').next().unwrap_or_default().trim().to_owned();
    huda.says(&runs).await;
    alike("after consent", &nothing, &outside.look().await);

    let omar = signed_in(copy, reader, "omar").await;
    advise(&omar, &path).await;
    huda.open(&path).await;
    assert!(huda.look(Role::Link, &huda.word("report-duty")).await.is_none(), "the compartment is counsel's");
    alike("after counsel", &nothing, &outside.look().await);

    stop_work(&huda).await;
    alike("under the stop", &stopped, &outside.look().await);
    lina.open(&path).await;
    lina.hides(ADVICE).await.hides(NOTE).await;
    for session in [lina, huda, omar] {
        session.end().await;
    }
}

/// Opens a browser and comes in, by the page that everyone sees.
async fn signed_in(copy: &Copy, language: Language, name: &str) -> Session {
    copy.sql(&format!("UPDATE members SET language = '{}' WHERE email = '{name}@midad.example'", language.tag())).await;
    let session = Session::begin(copy, language).await;
    session.open("/reports").await;
    session.fill(&session.word("email"), &format!("{name}@midad.example")).await;
    session.fill(&session.word("password"), PASSWORD).await;
    session.press(&session.word("sign-in")).await;
    session.find(Role::Heading, &session.word("reports-title")).await;
    session
}

/// Files the report from the telephone: the owner is struck, a picture goes with it, and the way back is kept.
async fn tell(lina: &Session, copy: &Copy) {
    lina.follow(&lina.word("reports-new")).await;
    runs_in_its_direction(lina).await;
    lina.tick(&lina.word("report-kind-harassment")).await;
    lina.fill(&lina.word("report-client"), "Sahab").await;
    lina.fill(&lina.word("report-text"), TOLD).await;
    lina.tick("Reem").await;
    lina.tick(&lina.word("wish-company")).await;
    phone::open_all(lina).await;
    let picture = copy.own.folder.path().join("رسالة.png");
    std::fs::write(&picture, [7; 9000]).expect("a picture");
    attach(lina, &picture).await;
    assert!(phone::too_wide(lina).await.is_empty(), "it fits the telephone");
    lina.press(&lina.word("report-file")).await;
    lina.says(&lina.word("reports-filed")).await;
}

async fn attach(session: &Session, file: &Path) {
    let field = session.web.find(By::Name("files")).await.expect("a field for files");
    field.send_keys(file.to_str().expect("a path")).await.expect("a file");
}

async fn runs_in_its_direction(session: &Session) {
    let side: String = session.ask("return getComputedStyle(document.documentElement).direction", vec![]).await;
    assert_eq!(side, session.lang.language.dir());
}

/// The recipient reads the other language's words as they were written, confirms, and offers protection at once.
async fn read_and_offer(huda: &Session) {
    huda.open("/reports").await;
    huda.follow(&huda.word("report-kind-harassment")).await;
    runs_in_its_direction(huda).await;
    huda.says(TOLD).await.says("رسالة.png").await.says("Lina").await;
    huda.press(&huda.word("report-done")).await;
    huda.toggle(&huda.word("measure-new")).await;
    huda.tick(&huda.word("measure-company")).await;
    huda.tick(&huda.word("measure-consent-ask")).await;
    huda.choose(&huda.word("measure-owner"), "Huda").await;
    huda.press(&huda.word("measure-save")).await;
    huda.find(Role::Heading, &huda.word("measure-company")).await;
    huda.hides(&huda.word("report-no-measures")).await;
}

/// The reporter says yes, on the telephone.
async fn agree(lina: &Session, path: &str) {
    lina.open(path).await;
    runs_in_its_direction(lina).await;
    lina.find(Role::Heading, &lina.word("measure-company")).await;
    lina.says(&lina.word("own-do-you-agree")).await;
    assert!(phone::too_wide(lina).await.is_empty(), "it fits the telephone");
    lina.press(&lina.word("own-agree")).await;
    assert!(lina.look(Role::Button, &lina.word("own-agree")).await.is_none(), "answered once");
}

const ADVICE: &str = "It may rest on conduct.";
const NOTE: &str = "Article 6: nobody outside is told.";

/// Counsel advises those who act, and writes into the compartment what is theirs alone.
async fn advise(omar: &Session, path: &str) {
    omar.open(path).await;
    omar.says(TOLD).await;
    omar.follow(&omar.word("report-counsel")).await;
    omar.toggle(&omar.word("stop-advise")).await;
    let text = omar.web.find(By::Id("advice-text")).await.expect("a field");
    text.send_keys(ADVICE).await.expect("keys");
    let send = omar.web.find(By::Css("form[action$='/advice'] button")).await.expect("a button");
    omar.leave_by(&send).await;
    omar.says(ADVICE).await;
    omar.open(path).await;
    omar.follow(&omar.word("report-duty")).await;
    omar.tick(&omar.word("duty-none")).await;
    omar.fill(&omar.word("duty-reason"), NOTE).await;
    omar.press(&omar.word("duty-save")).await;
    omar.says(NOTE).await;
}

/// The guardian stops new work from the page of the case.
async fn stop_work(huda: &Session) {
    huda.follow(&huda.word("report-counsel")).await;
    huda.says(ADVICE).await.hides(NOTE).await;
    huda.toggle(&huda.word("hold-set")).await;
    huda.tick(&huda.word("hold-scope-new_work")).await;
    huda.choose(&huda.word("hold-ask"), "Huda").await;
    let set = huda.web.find(By::Css("form[action$='/hold'] button")).await.expect("a button");
    huda.leave_by(&set).await;
    huda.find(Role::Button, &huda.word("hold-end")).await;
}
