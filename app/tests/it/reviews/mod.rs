//! A review by five people, each in their own browser: what is said shows in its round and not before, and what is said of
//! our own part bears no name anywhere.

use crate::harness::{Browser, Copy, Page, each};
use app::flow::cases::{self, By};
use app::flow::openings;
use app::store::cases::Key;
use domain::case::opening::{Cause, Frozen, OpeningSaid};
use domain::case::{Act, Cited, Now, Stage, Track};
use domain::sign::{Code, Level, Value};
use std::collections::BTreeMap;

mod outside;
mod scores;
mod sitting;

const TEAM: [&str; 4] = ["Sara", "Nasser", "Layla", "Huda"];

/// A firm of five, and a client whom four of them and a stranger dealt with.
struct Firm {
    copy: Copy,
    people: BTreeMap<&'static str, Browser>,
    ids: BTreeMap<&'static str, String>,
    key: Key,
    base: String,
}

impl Firm {
    async fn of(copy: Copy, track: Track) -> Firm {
        let (people, ids) = team(&copy).await;
        let key = opened(&copy, "NAKHLA", &ids["Reem"], track).await;
        let base = format!("/clients/NAKHLA/cases/{}/review", key.case);
        Firm { copy, people, ids, key, base }
    }

    async fn get(&mut self, who: &str, path: &str) -> Page {
        let path = format!("{}{path}", self.base);
        self.people.get_mut(who).expect("a member").get(&path).await
    }

    async fn post(&mut self, who: &str, path: &str, form: &[(&str, &str)]) -> Page {
        let path = format!("{}{path}", self.base);
        self.people.get_mut(who).expect("a member").post(&path, form).await
    }

    /// Sends a form that is taken.
    async fn must(&mut self, who: &str, path: &str, form: &[(&str, &str)]) {
        let page = self.post(who, path, form).await;
        assert_eq!(page.status, 303, "{who} {path}: {}", page.body);
    }

    async fn act(&self, who: &str, act: Act) {
        act_by(&self.copy, &self.key, &self.ids[who], act).await;
    }

    async fn seat_all(&mut self) {
        let form: Vec<(String, String)> = self.ids.values().map(|id| ("seat".to_owned(), id.clone())).collect();
        let reason = format!("reason-{}", self.ids["Reem"]);
        let mut form: Vec<(&str, &str)> = form.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        form.push((&reason, "decides"));
        self.must("Reem", "/roster", &form).await;
        self.act("Reem", Act::Enter { stage: Stage::Review }).await;
    }

    async fn opinion(&mut self, who: &str, stance: &str) {
        let (why, mind) = (format!("why of {who}"), format!("mind of {who}"));
        let form = [("step", "mind"), ("stance", stance), ("why", &why), ("mind", &mind)];
        self.must(who, "/opinion", &form).await;
    }
}

/// Lets five people into a copy, of whom four and a stranger dealt with its client; returns their browsers and who they
/// are.
pub async fn team(copy: &Copy) -> (BTreeMap<&'static str, Browser>, BTreeMap<&'static str, String>) {
    let owner = copy.owner().await;
    let mut people = BTreeMap::from([("Reem", owner)]);
    for name in TEAM {
        let role = if name == "Huda" { "finance" } else { "member" };
        let browser = copy.joins(people.get_mut("Reem").expect("the owner"), name, role).await;
        people.insert(name, browser);
    }
    copy.client("NAKHLA", "Nakhla").await;
    let today = copy.today().await;
    for (nth, person) in ["Sara", "Nasser", "Layla", "Omar"].into_iter().enumerate() {
        copy.sql(&format!(
            "INSERT INTO time (client, id, on_day, minutes, person, department, currency, source_id, source_line)
             VALUES ('NAKHLA', 'T{nth}', '{}', 60, '{person}', 'Design', 'SAR', 0, 0)",
            today.plus(-3)
        ))
        .await;
    }
    copy.sql(&format!(
        "INSERT INTO messages (client, id, at, direction, person, source_id, source_line)
         VALUES ('NAKHLA', 'M1', '{}T09:00', 'in', 'Huda', 0, 0)",
        today.plus(-2)
    ))
    .await;
    copy.settled().await;
    let mut ids = BTreeMap::new();
    for name in ["Reem", "Sara", "Nasser", "Layla", "Huda"] {
        ids.insert(name, copy.text(&format!("SELECT id FROM members WHERE name = '{name}'")).await);
    }
    (people, ids)
}

pub async fn act_by(copy: &Copy, key: &Key, member: &str, act: Act) {
    let now = Now { at: copy.app.now(), today: copy.today().await };
    let by = By { member, now, seen: None };
    cases::act(copy.app.place(), key, &by, act).await.expect("an act that is allowed");
}

/// Opens a case with one finding and brings it to its facts.
pub async fn opened(copy: &Copy, client: &str, owner: &str, track: Track) -> Key {
    let today = copy.today().await;
    let opening = openings::opening(&copy.own.db, client, today, Cause::Person).await.expect("a store");
    let mut opening = opening.expect("a client");
    opening.track = track;
    opening.findings = vec![Frozen {
        code: Code::P5,
        level: Level::Severe,
        value: Value::Number(31.0),
        threshold: Some(20.0),
        n: 9,
        confidence: 0.8,
        maybe_ours: false,
        facts: Cited::default(),
        args: vec![],
    }];
    let now = Now { at: copy.app.now(), today };
    let said = Some(OpeningSaid { reason: "late".to_owned() });
    let key = cases::begin(copy.app.place(), opening, said, &By { member: owner, now, seen: None }).await;
    let key = key.expect("a case");
    act_by(copy, &key, owner, Act::AnswerTriage { illegal: false, conduct: false, threat: false }).await;
    act_by(copy, &key, owner, Act::DeclareNoConflict).await;
    act_by(copy, &key, owner, Act::Enter { stage: Stage::FactFinding }).await;
    key
}

async fn load(firm: &Firm) -> cases::Opened {
    cases::load(firm.copy.app.place(), &firm.key).await.expect("a store").expect("a case")
}

/// No text column of any table of cases says what somebody said.
async fn nothing_stands_open(firm: &Firm, said: &[&str]) {
    for text in said {
        for column in ["plain", "name", "actor", "previous", "hash"] {
            let query = format!("SELECT CAST(COUNT(*) AS TEXT) FROM case_entries WHERE {column} LIKE '%{text}%'");
            assert_eq!(firm.copy.text(&query).await, "0", "{column} says {text}");
        }
    }
    // What is sealed does not hold it either; on SQLite the files themselves are looked through.
    for entry in std::fs::read_dir(firm.copy.own.folder.path()).expect("a folder").flatten() {
        let bytes = if entry.path().is_file() { std::fs::read(entry.path()).expect("a file") } else { vec![] };
        for text in said {
            let found = bytes.windows(text.len()).any(|window| window == text.as_bytes());
            assert!(!found, "{:?} holds {text:?}", entry.path());
        }
    }
}

#[tokio::test]
async fn the_records_say_who_is_asked_and_a_difference_has_its_reason() {
    for copy in each().await {
        let mut firm = Firm::of(copy, Track::Light).await;
        let page = firm.get("Reem", "/roster").await;
        page.says("5 people dealt with Nakhla").says("Named in the records, and no member").says("Omar");
        page.says("hours · last on").says("messages · last on").hides("hours:");
        let (sara, reem) = (firm.ids["Sara"].clone(), firm.ids["Reem"].clone());
        let left_out = firm.post("Reem", "/roster", &[("seat", &sara)]).await;
        assert_eq!(left_out.status, 422);
        left_out.says("Give a reason in a few words").says(&format!("value=\"{sara}\" checked"));
        let refused = firm.post("Sara", "/roster", &[("seat", &sara)]).await;
        assert_eq!(refused.status, 404, "without a seat and a role the case is not there");
        firm.seat_all().await;
        let page = firm.get("Sara", "/roster").await;
        page.says("disabled").hides("Save</button>");
        let added = format!("reason-{reem}");
        let own = firm.post("Sara", "/roster", &[("seat", &sara), (&added, "x")]).await;
        assert_eq!(own.status, 422);
        own.says("is not yours here");
        let plain = "SELECT plain FROM case_entries WHERE name = 'RosterSet'";
        let plain = firm.copy.text(plain).await;
        assert!(plain.contains(&reem) && !plain.contains("decides"), "a reason is sealed: {plain}");
    }
}

#[tokio::test]
async fn opinions_are_hidden_until_all_are_in_and_shown_side_by_side_after() {
    for copy in each().await {
        let mut firm = Firm::of(copy, Track::Full).await;
        firm.act("Reem", Act::ReviewData { known_percent: 90, gaps: None }).await;
        firm.act("Reem", Act::LocateContracts { contracts: vec![] }).await;
        let today = firm.copy.today().await;
        let view = Act::RecordClientView { on: today, confirmed: false, text: "they are content".to_owned() };
        firm.act("Reem", view).await;
        firm.seat_all().await;
        one_question_at_a_time(&mut firm).await;
        for (who, stance) in [("Nasser", "caution"), ("Layla", "end"), ("Huda", "repair")] {
            firm.opinion(who, stance).await;
        }
        for who in ["Reem", "Sara", "Layla"] {
            let page = firm.get(who, "").await;
            page.says("4 of 5 have written")
                .says("not sent yet")
                .hides("why of")
                .hides("mind of")
                .hides("would repair");
        }
        nothing_stands_open(&firm, &["why of", "mind of"]).await;
        let early = firm.post("Reem", "/reveal", &[]).await;
        assert_eq!(early.status, 422, "management was not heard");
        early.says("Opinions are missing").says("Reem").hides("why of");
        assert_eq!(firm.post("Sara", "/reveal", &[]).await.status, 422, "a member opens nothing");
        let good = firm.post("Sara", "/good-thing", &[("good", "they say thanks")]).await;
        assert_eq!(good.status, 422, "complaints come first on the full track");
        good.says("they say thanks");
        firm.opinion("Reem", "repair").await;
        firm.must("Reem", "/reveal", &[]).await;
        for who in ["Reem", "Nasser"] {
            let page = firm.get(who, "").await;
            page.says("3 would repair it, one would continue with caution, one would end it.");
            page.says("3 of four choices among 5 opinions").says("why of Layla").says("mind of Huda");
        }
        firm.opinion("Layla", "repair").await;
        let page = firm.get("Sara", "").await;
        page.says("A later version, written after the opinions were opened.").says("3 of four choices");
    }
}

/// Sara writes on her telephone; nothing is kept until the last question, and nothing is lost on the way.
async fn one_question_at_a_time(firm: &mut Firm) {
    let page = firm.get("Sara", "/answer").await;
    page.says("Before you begin").says("We begin with facts");
    let page = firm.get("Sara", "/answer?ask=stance").await;
    page.says("what should we do about Nakhla?").says("question 1 of 5").says("Speaking for delivery.");
    let page = firm.post("Sara", "/opinion", &[("step", "stance")]).await;
    assert_eq!(page.status, 422);
    page.says("Choose one").says("question 1 of 5");
    let page = firm.post("Sara", "/opinion", &[("step", "stance"), ("stance", "repair")]).await;
    page.says("question 2 of 5").says("name=\"stance\" value=\"repair\"");
    let form = [("step", "why"), ("stance", "repair"), ("why", "why of Sara")];
    firm.post("Sara", "/opinion", &form).await.says("question 3 of 5").says("value=\"why of Sara\"");
    let back = [("step", "mind"), ("stance", "repair"), ("why", "why of Sara"), ("mind", "m"), ("do", "back")];
    firm.post("Sara", "/opinion", &back).await.says("question 2 of 5").says("why of Sara").says("value=\"m\"");
    assert_eq!(
        firm.copy.text("SELECT CAST(COUNT(*) AS TEXT) FROM case_entries WHERE name = 'OpinionSubmitted'").await,
        "0"
    );
    firm.opinion("Sara", "repair").await;
    firm.get("Sara", "/answer").await.says("Your answers are in.");
}
