//! A questionable case played whole by five people, each in their own browser and language: from what the records show,
//! through the review, to a signed decision and a repair whose plan answers the client. The facilitator sees live who
//! has answered, nobody sees what was said before its time, and pages that wait move on by themselves.

use super::{Role, Session, in_both};
use crate::database;
use crate::harness::{Browser, Copy, start};
use crate::reviews::team;
use app::lang::Language;
use app::store::members;
use domain::days::Day;
use fluent_bundle::FluentValue;
use serde_json::json;
use std::time::Duration;
use thirtyfour::Cookie;

const PEOPLE: [&str; 5] = ["Reem", "Sara", "Nasser", "Layla", "Huda"];

#[tokio::test(flavor = "multi_thread")]
async fn five_people_take_a_client_from_findings_to_a_repair() {
    in_both(async |language| {
        let copy = start(database::sqlite().await, |_| {}).await;
        let today = copy.today().await;
        late_invoices(&copy, today).await;
        let (people, ids) = team(&copy).await;
        let mut sessions = vec![];
        for (nth, who) in PEOPLE.into_iter().enumerate() {
            // Both languages are in the room at once; who leads reads the one that is tested.
            let own = if nth % 2 == 0 { language } else { language.other() };
            sessions.push(comes_in(&copy, &people[who], &ids[who], own).await);
        }
        let [facilitator, others @ ..] = sessions.as_slice() else { unreachable!("five people") };
        let case = opens(facilitator).await;
        gathers(facilitator, &case, today).await;
        seats(facilitator, &case, &ids["Reem"]).await;
        reviews(facilitator, others, &format!("{case}/review")).await;
        decides(facilitator, &case, today).await;
        repairs(facilitator, &case, today).await;
        for session in sessions {
            session.end().await;
        }
    })
    .await;
}

/// Ten bills in a row, each paid two months late.
async fn late_invoices(copy: &Copy, today: Day) {
    for nth in 1..=10 {
        let issued = today.plus(-30 * nth - 90);
        copy.sql(&format!(
            "INSERT INTO invoices (client, id, issued_on, due_on, amount, currency, known_on, source_id, source_line)
             VALUES ('NAKHLA', 'F{nth}', '{issued}', '{}', 500000, 'SAR', '{issued}', 0, 0)",
            issued.plus(15)
        ))
        .await;
        copy.sql(&format!(
            "INSERT INTO payments (client, id, invoice, paid_on, amount, currency, source_id, source_line)
             VALUES ('NAKHLA', 'Z{nth}', 'F{nth}', '{}', 500000, 'SAR', 0, 0)",
            issued.plus(75)
        ))
        .await;
    }
}

/// Opens a member's browser, signed in and in their language.
pub async fn comes_in(copy: &Copy, browser: &Browser, id: &str, language: Language) -> Session {
    members::set_language(&copy.own.db, id, language.tag()).await.expect("a language");
    let session = Session::begin(copy, language).await;
    session.open("/forgot").await;
    for (name, value) in &browser.cookies {
        session.web.add_cookie(Cookie::new(name.clone(), value.clone())).await.expect("a cookie");
    }
    session
}

/// Opens the case from the client's page, on what the records show; returns its address.
async fn opens(lead: &Session) -> String {
    lead.open("/clients/NAKHLA").await;
    lead.follow(&lead.word("act-review")).await;
    put(lead, "text", "they pay ever later").await;
    put(lead, "cause", "findings").await;
    put(lead, "track", "light").await;
    lead.press(&lead.word("opening-do")).await;
    let case = lead.path().await;
    let frozen: u32 =
        lead.ask("return document.querySelectorAll('section[aria-labelledby=frozen] .then li').length", vec![]).await;
    assert!(frozen > 0, "the case begins from findings: {}", lead.text().await);
    case
}

/// Answers the first questions and brings the facts, one page to a question.
async fn gathers(lead: &Session, case: &str, today: Day) {
    let earlier = today.plus(-7).to_string();
    let no = |name| (name, "no");
    answer(lead, case, "triage", &[no("illegal"), no("conduct"), no("threat")]).await;
    answer(lead, case, "ties", &[no("tied")]).await;
    lead.open(case).await;
    go(lead).await;
    answer(lead, case, "data", &[("text", "no goals are written down")]).await;
    answer(lead, case, "contracts", &[("none", "1")]).await;
    let heard = [("on", earlier.as_str()), ("text", "they feel unheard"), ("confirmed", "1")];
    answer(lead, case, "client-view", &heard).await;
    answer(lead, case, "causes", &[("cause", "distress"), ("side", "for"), ("text", "a branch was closed")]).await;
    answer(lead, case, "own-part", &[("text", "we answered late")]).await;
    answer(lead, case, "talk", &[("way", "held"), ("on", &earlier), ("text", "they were open")]).await;
    lead.open(case).await;
    lead.says("they feel unheard").await.says("a branch was closed").await;
}

/// Takes everyone in whom the records name, and who leads.
async fn seats(lead: &Session, case: &str, own: &str) {
    lead.open(&format!("{case}/review/roster")).await;
    let all = "for (const box of document.querySelectorAll('input[name=seat]')) box.checked = true; return 0";
    let _: u32 = lead.ask(all, vec![]).await;
    put(lead, &format!("reason-{own}"), "decides").await;
    go(lead).await;
    lead.open(case).await;
    go(lead).await;
}

/// Plays the rounds.
async fn reviews(facilitator: &Session, others: &[Session], base: &str) {
    facilitator.open(base).await;
    facilitator.says(&facilitator.word("answer-state-out")).await;
    for (nth, session) in others.iter().enumerate() {
        session.hold_as_phone(390, 844).await;
        session.open(&format!("{base}/answer")).await;
        session.says(&session.word("review-agenda")).await;
        writes(session, nth).await;
        session.find(Role::Heading, &session.word("answer-over")).await;
        told(facilitator, &answered(facilitator, nth + 1)).await;
        facilitator.hides("why of").await.hides("good of").await.hides("ours of").await;
    }
    facilitator.open(&format!("{base}/answer")).await;
    writes(facilitator, 4).await;
    facilitator.open(base).await;
    facilitator.hides("why of").await.press(&facilitator.word("review-reveal")).await;
    facilitator.says("why of 0").await.says("why of 4").await.hides("good of").await.hides("ours of").await;
    for session in others {
        // Nobody touched these telephones.
        session.wait_for(Role::Field, &session.word("complaint-text")).await;
    }
    facilitator.press(&facilitator.word("complaints-close")).await;
    facilitator.says("good of 2").await.hides("ours of").await.press(&facilitator.word("own-close")).await;
    facilitator.says("ours of 3").await;
}

async fn writes(session: &Session, nth: usize) {
    let go = async |key: &str| session.press(&session.word(key)).await;
    session.follow(&session.word("answer-begin")).await;
    session.tick(&session.word("stance-caution")).await;
    go("answer-next").await;
    session.fill(&session.word("answer-why-label"), &format!("why of {nth}")).await;
    go("answer-next").await;
    session.fill(&session.word("said-changes_my_mind"), &format!("mind of {nth}")).await;
    go("answer-send").await;
    session.fill(&session.word("answer-good-label"), &format!("good of {nth}")).await;
    go("answer-send").await;
    session.fill(&session.word("own-text"), &format!("ours of {nth}")).await;
    go("own-send").await;
}

/// Signs the decision to repair, step by step.
async fn decides(lead: &Session, case: &str, today: Day) {
    lead.open(&format!("{case}/decision")).await;
    put(lead, "outcome", "repair").await;
    go(lead).await;
    put(lead, "review_on", &today.plus(60).to_string()).await;
    go(lead).await;
    put(lead, "reason", "they are worth a talk").await;
    put(lead, "on_repair", "a payment plan").await;
    put(lead, "mind", "a third broken promise").await;
    go(lead).await;
    put(lead, "signature", "Reem").await;
    put(lead, "sure", "1").await;
    go(lead).await;
    lead.says("they are worth a talk").await;
    lead.open(&format!("{case}/minutes")).await;
    lead.says("a third broken promise").await.says("Layla").await.hides("ours of").await;
    lead.open(case).await;
    go(lead).await;
}

/// Writes the plan, meets the client, hears them, and writes the plan again.
async fn repairs(lead: &Session, case: &str, today: Day) {
    let [due, later] = [20, 30].map(|days| today.plus(days).to_string());
    let plan = format!("{case}/repair/plan");
    lead.open(&plan).await;
    put(lead, "remedy", "reset_expectations").await;
    go(lead).await;
    let first = [
        ("p1-side", "theirs"),
        ("p1-owner", "their bookkeeper"),
        ("p1-due", due.as_str()),
        ("p1-words", "bills are paid in fifteen days"),
    ];
    for (name, value) in first {
        put(lead, name, value).await;
    }
    put(lead, "review_on", &later).await;
    go(lead).await;
    let met =
        [("on", today.to_string()), ("attendees", "Reem, their director".to_owned()), ("text", "we met".to_owned())];
    let met: Vec<(&str, &str)> = met.iter().map(|(name, value)| (*name, value.as_str())).collect();
    answer(lead, case, "repair/meeting", &met).await;
    let view = [("on", met[0].1), ("text", "fifteen days is too soon"), ("confirmed", "1")];
    answer(lead, case, "repair/view", &view).await;
    answer(lead, case, "repair/answers", &[("accepted", "yes"), ("text", "their bank needs longer")]).await;
    lead.open(&plan).await;
    put(lead, "p1-words", "bills are paid in thirty days").await;
    go(lead).await;
    // The second version shows what it changed, and what came of each of the client's points.
    assert!(lead.path().await.ends_with("/repair/changes"), "{}", lead.path().await);
    lead.says("bills are paid in fifteen days").await.says("bills are paid in thirty days").await;
    lead.says("fifteen days is too soon").await.says("their bank needs longer").await;
}

/// Opens a question of the case, fills it in and sends it.
async fn answer(session: &Session, case: &str, question: &str, fields: &[(&str, &str)]) {
    session.open(&format!("{case}/{question}")).await;
    for (name, value) in fields {
        put(session, name, value).await;
    }
    go(session).await;
    let still = session.path().await.ends_with(question) && !question.ends_with("causes");
    assert!(!still, "{question} was not taken:\n{}", session.text().await);
}

/// Presses the one button that leads on.
async fn go(session: &Session) {
    let button: thirtyfour::WebElement = session
        .web
        .execute("return [...document.querySelectorAll('main .btn.go')].find(one => one.offsetParent)", vec![])
        .await
        .expect("a look")
        .element()
        .unwrap_or_else(|_| panic!("nothing leads on from here"));
    session.leave_by(&button).await;
}

/// Sets a field by its name: writes into it, or chooses what bears the value.
async fn put(session: &Session, name: &str, value: &str) {
    const SET: &str = "const [name, value] = arguments;
        const fields = [...document.getElementsByName(name)].filter(one => one.type != 'hidden');
        const choice = fields.find(one => ['radio', 'checkbox'].includes(one.type) && one.value == value);
        if (choice) choice.checked = true; else if (fields.length) fields[0].value = value;
        return Boolean(choice) || fields.length > 0";
    let set: bool = session.ask(SET, vec![json!(name), json!(value)]).await;
    assert!(set, "{}: no field {name:?} takes {value:?}:\n{}", session.path().await, session.text().await);
}

fn answered(session: &Session, n: usize) -> String {
    let args = [("in", FluentValue::from(n as f64)), ("all", FluentValue::from(5.0))];
    session.lang.say("review-answered-of", args)
}

/// Waits until the page says something by itself.
async fn told(session: &Session, text: &str) {
    for _ in 0..100 {
        if session.text().await.contains(text) {
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    session.says(text).await;
}
