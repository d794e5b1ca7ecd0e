//! A repair from its first plan to what became of its trial, as people play it in their browsers: what comes in the wrong
//! order or is wrong itself is refused, with what was written.

use crate::harness::{Browser, Copy, Page, each, until};
use app::flow::cases::{self, By};
use app::flow::{openings, own_parts};
use app::store::cases::Key;
use domain::case::decision::{Decision, DecisionSaid, LawfulCheck};
use domain::case::opening::{Cause, OpeningSaid};
use domain::case::review::{Department, OpinionSaid, Seat, Stance};
use domain::case::{Act, Now, Outcome, Stage, Track};
use domain::days::Day;

/// A firm of one, whose client is to be repaired with.
struct Firm {
    copy: Copy,
    owner: Browser,
    key: Key,
    case: String,
    today: Day,
}

impl Firm {
    async fn of(copy: Copy) -> Firm {
        let mut owner = copy.owner().await;
        copy.client("NAKHLA", "Nakhla").await;
        let today = copy.today().await;
        let (issued, due) = (today.plus(-80).to_string(), today.plus(-50).to_string());
        let invoice = [
            ("invoice", "N-1"),
            ("issued_on", issued.as_str()),
            ("due_on", due.as_str()),
            ("amount", "1200"),
            ("currency", "SAR"),
        ];
        let stored = owner.post("/clients/NAKHLA/invoices/new", &invoice).await;
        assert_eq!(stored.status, 303, "{}", stored.body);
        copy.settled().await;
        let key = in_repair(&copy, today).await;
        let case = format!("/clients/NAKHLA/cases/{}", key.case);
        Firm { copy, owner, key, case, today }
    }

    /// Goes on so many days later.
    async fn later(self, days: i32) -> Firm {
        let today = self.today.plus(days);
        let copy = self.copy.later(today).await;
        let owner = copy.signs_in("Reem").await;
        Firm { copy, owner, today, ..self }
    }

    /// Notes that the client crossed a boundary so many days after the letter.
    async fn crosses(&mut self, after: i32) {
        let at = self.copy.today().await.plus(after - 9).to_string();
        let note = [("at", at.as_str()), ("kind", "boundary"), ("note", "called at night")];
        let stored = self.owner.post("/clients/NAKHLA/incidents/new", &note).await;
        assert_eq!(stored.status, 303, "{}", stored.body);
    }

    /// Returns how many crossed boundaries the program wrote down, if it did.
    async fn seen_to_persist(&self) -> Option<u32> {
        let opened = cases::load(self.copy.app.place(), &self.key).await.expect("a store").expect("a case");
        opened.case.persistence.map(|persistence| persistence.breaches)
    }

    async fn get(&mut self, below: &str) -> Page {
        self.owner.get(&format!("{}/repair{below}", self.case)).await
    }

    async fn post(&mut self, below: &str, form: &[(&str, &str)]) -> Page {
        self.owner.post(&format!("{}/repair/{below}", self.case), form).await
    }

    async fn must(&mut self, below: &str, form: &[(&str, &str)]) {
        let page = self.post(below, form).await;
        assert_eq!(page.status, 303, "{below}: {}", page.body);
    }

    /// Sends a form that is refused.
    async fn wrong(&mut self, below: &str, form: &[(&str, &str)]) -> Page {
        let page = self.post(below, form).await;
        assert_eq!(page.status, 422, "{below}: {}", page.body);
        page
    }

    fn day(&self, ahead: i32) -> String {
        self.today.plus(ahead).to_string()
    }

    async fn stage(&self) -> Stage {
        cases::load(self.copy.app.place(), &self.key).await.expect("a store").expect("a case").case.stage
    }
}

/// Opens a case and brings it to a signed decision to repair.
async fn in_repair(copy: &Copy, today: Day) -> Key {
    let reem = copy.text("SELECT id FROM members WHERE name = 'Reem'").await;
    let opening = openings::opening(&copy.own.db, "NAKHLA", today, Cause::Person).await.expect("a store");
    let mut opening = opening.expect("a client");
    opening.track = Track::Light;
    let by = By { member: &reem, now: Now { at: copy.app.now(), today }, seen: None };
    let place = copy.app.place();
    let key = cases::begin(place, opening, Some(OpeningSaid { reason: "late".to_owned() }), &by).await.expect("a case");
    let seat = Seat { member: reem.clone(), department: Department::Management, minutes: 0, messages: 0 };
    let text = |text: &str| text.to_owned();
    let opinion = OpinionSaid { stance: Stance::Repair, why: text("try"), changes_my_mind: text("none") };
    let before = [
        Act::AnswerTriage { illegal: false, conduct: false, threat: false },
        Act::DeclareNoConflict,
        Act::Enter { stage: Stage::FactFinding },
        Act::SetRoster { seats: vec![seat], changes: vec![] },
        Act::Enter { stage: Stage::Review },
        Act::SubmitOpinion { department: Department::Management, said: opinion },
        Act::Reveal,
        Act::CloseComplaints,
        Act::NameGoodThing { text: None },
    ];
    for act in before {
        cases::act(place, &key, &by, act).await.expect("an act that is allowed");
    }
    own_parts::answer(place, &key, &by, None).await.expect("asked");
    own_parts::close(place, &key, &by).await.expect("all answered");
    let decision = Decision {
        outcome: Outcome::Repair,
        grounds: vec![],
        tried: vec![],
        lawful: LawfulCheck::none(),
        personal_cause: false,
        review_on: Some(today.plus(60)),
        guardrails: None,
        execution: None,
        legal_hold: false,
        priced_out: false,
    };
    let said = DecisionSaid {
        reason: text("try"),
        on_repair: text("not yet"),
        changes_my_mind: text("none"),
        ..DecisionSaid::default()
    };
    for act in [Act::Sign { decision: Box::new(decision), said }, Act::Enter { stage: Stage::Repair }] {
        cases::act(place, &key, &by, act).await.expect("an act that is allowed");
    }
    key
}

/// The fields of a plan with two points.
fn plan<'a>(due: &'a str, review: &'a str, more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let two = [
        ("points", "2"),
        ("p1-remedy", "boundary_letter"),
        ("p1-words", "Two rounds, one approver."),
        ("p1-side", "ours"),
        ("p1-owner", "reem"),
        ("p1-due", due),
        ("p2-remedy", "payment_plan"),
        ("p2-words", "What is open is paid in two parts."),
        ("p2-side", "theirs"),
        ("p2-owner", "Majed"),
        ("p2-due", due),
        ("invoice", "N-1"),
        ("instalments", "2"),
        ("i1-due", due),
        ("i1-amount", "600"),
        ("i2-due", review),
        ("i2-amount", "600"),
        ("review_on", review),
        ("do", "save"),
    ];
    let replaced = |name: &str| more.iter().any(|(other, _)| *other == name);
    two.into_iter().filter(|(name, _)| !replaced(name)).chain(more.iter().copied()).collect()
}

#[tokio::test]
async fn a_plan_is_written_heard_amended_and_tried() {
    for copy in each().await {
        let mut firm = Firm::of(copy).await;
        writes(&mut firm).await;
        is_heard(&mut firm).await;
        is_amended(&mut firm).await;
        is_tried(&mut firm).await;
    }
}

async fn writes(firm: &mut Firm) {
    let (due, review, far) = (firm.day(14), firm.day(50), firm.day(200));
    let case = firm.case.clone();
    firm.owner.get(&case).await.says("There is no plan").says("Write the plan").says(&format!("{case}/repair/plan"));
    firm.get("/meeting").await.says("There is no plan").says("Reem").hides("name=\"attendees\"");
    firm.wrong("meeting", &[("on", &due), ("attendees", "Majed"), ("text", "we met")]).await.says("There is no plan");
    firm.get("/plan").await.says("What could mend it with");
    firm.wrong("plan", &[("do", "begin")]).await.says("Choose at least one.");
    let begun = firm.post("plan", &[("do", "begin"), ("remedy", "boundary_letter"), ("remedy", "payment_plan")]).await;
    begun.says("Point 2").says("Invoices it pays off").says("N-1").says("Instalment 3");
    let more = firm.post("plan", &plan(&due, &review, &[("do", "point")])).await;
    more.says("Point 3").says("Two rounds, one approver.").says("value=\"600\"");
    let bad = [("p1-owner", "Nobody"), ("p2-words", ""), ("i2-amount", "much"), ("review_on", far.as_str())];
    let wrong = firm.wrong("plan", &plan(&due, &review, &bad)).await;
    wrong.says("Nobody of ours bears this name").says("Reem").says("value=\"much\"").says("Give an amount above zero");
    wrong.says("at most 90 days from today").says("Two rounds, one approver.").says("value=\"Majed\"");
    let unnamed: Vec<(&str, &str)> =
        plan(&due, &review, &[]).into_iter().filter(|(name, _)| *name != "invoice").collect();
    firm.wrong("plan", &unnamed).await.says("Name the invoices that it pays off.");
    firm.must("plan", &plan(&due, &review, &[])).await;
    firm.get("").await.says("Two rounds, one approver.").says("Majed").says("N-1").says("Record the meeting");
}

async fn is_heard(firm: &mut Firm) {
    let (today, tomorrow) = (firm.day(0), firm.day(1));
    firm.get("/plan").await.says("The client was not met").hides("name=\"do\"");
    firm.wrong("view", &[("on", &today), ("text", "too early"), ("confirmed", "1")]).await.says("too early");
    firm.get("/meeting").await.says("- Two rounds, one approver.").says("We listen first.");
    let early = [("on", tomorrow.as_str()), ("attendees", "Majed"), ("agenda", "the plan"), ("text", "we met")];
    firm.wrong("meeting", &early).await.says("we met").says("value=\"Majed\"");
    let met = [("on", today.as_str()), ("attendees", "Majed"), ("agenda", "the plan"), ("text", "we met")];
    firm.must("meeting", &met).await;
    firm.get("").await.says("we met").says("Majed").says("the plan");
    firm.must("view", &[("on", &today), ("text", "three rounds\nan answer a day")]).await;
    firm.get("").await.says("Write down their view");
    firm.get("/view").await.says("not confirmed yet").says("an answer a day");
    firm.must("view", &[("on", &today), ("text", "three rounds\nan answer a day"), ("confirmed", "1")]).await;
    firm.get("/answers").await.says("Point 1 of 2").says("three rounds");
    firm.wrong("answers", &[("point", "1"), ("accepted", "yes")]).await.says("three rounds");
    firm.must("answers", &[("point", "1"), ("accepted", "yes"), ("text", "fair")]).await;
    firm.get("/plan").await.says("has no answer");
    firm.get("/answers").await.says("Point 2 of 2");
    firm.must("answers", &[("point", "2"), ("accepted", "no"), ("text", "not in a shoot week")]).await;
    firm.get("").await.says("Taken up").says("Declined").says("not in a shoot week");
}

async fn is_amended(firm: &mut Firm) {
    let (due, review, later) = (firm.day(14), firm.day(50), firm.day(20));
    firm.wrong("acknowledgement", &[("way", "acknowledged"), ("text", "by mail")]).await.says("was not amended");
    let third = [
        ("points", "3"),
        ("p1-id", "1"),
        ("p1-words", "Three rounds, one approver."),
        ("p1-due", later.as_str()),
        ("p2-id", "2"),
        ("p3-remedy", "reset_expectations"),
        ("p3-words", "An answer within two days."),
        ("p3-side", "ours"),
        ("p3-owner", "Reem"),
        ("p3-due", due.as_str()),
    ];
    firm.must("plan", &plan(&due, &review, &third)).await;
    let changes = firm.get("/changes").await;
    changes.says("Added").says("Changed").says("Kept").says("An answer within two days.");
    changes.says("Two rounds, one approver.").says("Three rounds, one approver.").says("not in a shoot week");
    firm.must("acknowledgement", &[("way", "refused"), ("text", "by mail")]).await;
    firm.get("").await.says("They did not agree to the plan.");
    firm.must("acknowledgement", &[("way", "acknowledged"), ("text", "by mail, a day later")]).await;
    let today = firm.day(0);
    firm.must("letter", &[("on", &today)]).await;
    firm.get("").await.says("They acknowledged the plan.").says("No boundary was crossed since.");
}

/// Begins a trial of so many days: instalments are to be kept, and no boundary crossed.
async fn is_begun(firm: &mut Firm, days: i32) {
    let (today, end) = (firm.day(0), firm.day(days));
    let trial = [
        ("begins_on", today.as_str()),
        ("ends_on", end.as_str()),
        ("measure", "instalments_kept"),
        ("limit-instalments_kept", "90"),
        ("measure", "boundary_breaches"),
        ("limit-boundary_breaches", "0"),
    ];
    firm.must("trial", &trial).await;
}

async fn is_tried(firm: &mut Firm) {
    let (today, soon) = (firm.day(0), firm.day(10));
    firm.get("/trial").await.says("Instalments kept").says("Paid on time").says("no payments are known");
    let paid = [("paid_on", today.as_str()), ("amount", "1"), ("currency", "SAR"), ("invoice", "N-1")];
    assert_eq!(firm.owner.post("/clients/NAKHLA/payments/new", &paid).await.status, 303);
    firm.get("/trial").await.says("In the last 90 days:");
    let short = [("begins_on", today.as_str()), ("ends_on", soon.as_str()), ("measure", "days_late")];
    let wrong = firm.wrong("trial", &short.into_iter().chain([("limit-days_late", "x")]).collect::<Vec<_>>()).await;
    wrong.says("choose another last day").says("Give a limit").says("value=\"x\"");
    is_begun(firm, 42).await;
    firm.get("").await.says("runs until").says("Not seen yet").says("At least").says("Evaluate the trial");
    firm.wrong("evaluation", &[("way", "succeeded"), ("text", "it went well")]).await.says("it went well");
    firm.wrong("evaluation", &[("way", "failed"), ("text", "")]).await.says("Why");
    firm.must("evaluation", &[("way", "failed"), ("text", "nothing came")]).await;
    assert_eq!(firm.stage().await, Stage::Review);
    firm.get("").await.says("did not succeed").says("nothing came").says("when the trial was evaluated");
}

/// What was promised is paid, the trial ends, and the client stays; ninety days later the case is looked at again.
#[tokio::test]
async fn a_trial_that_succeeds_keeps_the_client() {
    for copy in each().await {
        let mut firm = Firm::of(copy).await;
        writes(&mut firm).await;
        is_heard(&mut firm).await;
        is_amended(&mut firm).await;
        is_begun(&mut firm, 42).await;
        let (paid, good) = (firm.day(10), [("way", "succeeded"), ("text", "they paid, and we answered in time")]);
        let payment = [
            ("payment", "P-1"),
            ("invoice", "N-1"),
            ("paid_on", paid.as_str()),
            ("amount", "1200"),
            ("currency", "SAR"),
        ];
        firm.wrong("evaluation", &good).await.says("runs until");
        let mut firm = firm.later(42).await;
        let stored = firm.owner.post("/clients/NAKHLA/payments/new", &payment).await;
        assert_eq!(stored.status, 303, "{}", stored.body);
        firm.get("/evaluation").await.says("What the measures read").says("The repair succeeded");
        firm.must("evaluation", &good).await;
        assert_eq!(firm.stage().await, Stage::Kept);
        firm.get("").await.says("The repair succeeded").says("they paid, and we answered in time");
        let case = firm.case.clone();
        firm.owner.get(&case).await.says("What is watched").says("it is looked at again, in");
        assert_eq!(cases::verify(&firm.copy.own.db).await.expect("the store").1, vec![]);
        let mut firm = firm.later(91).await;
        until(async || firm.stage().await == Stage::Review).await;
        firm.owner.get(&case).await.says("Why it is open again");
    }
}

/// After the letter was acknowledged, a first note is watched and a second one is written down by the program.
#[tokio::test]
async fn boundaries_crossed_after_the_letter_are_written_down_with_their_rows() {
    for copy in each().await {
        let mut firm = Firm::of(copy).await;
        writes(&mut firm).await;
        is_heard(&mut firm).await;
        is_amended(&mut firm).await;
        let mut firm = firm.later(9).await;
        let case = firm.case.clone();
        firm.crosses(5).await;
        firm.owner.get(&case).await.says("Once is watched");
        firm.crosses(8).await;
        until(async || firm.seen_to_persist().await.is_some()).await;
        assert_eq!(firm.seen_to_persist().await, Some(2));
        let page = firm.owner.get(&case).await;
        page.says("an end for repeated breach is proven by it")
            .says("/clients/NAKHLA/incidents/")
            .hides("Once is watched");
    }
}

/// A member with a seat reads the repair and changes nothing of it; sums are for those who may see money in the case.
#[tokio::test]
async fn who_only_takes_part_reads_and_writes_nothing() {
    for copy in each().await {
        let mut firm = Firm::of(copy).await;
        writes(&mut firm).await;
        let mut sara = firm.copy.joins(&mut firm.owner, "Sara", "member").await;
        let her = firm.copy.text("SELECT id FROM members WHERE name = 'Sara'").await;
        let given = firm.owner.post(&format!("{}/roles", firm.case), &[("role", "function"), ("member", &her)]).await;
        assert_eq!(given.status, 303, "{}", given.body);
        let base = format!("{}/repair", firm.case);
        sara.get(&base).await.says("Two rounds, one approver.").hides("Record the meeting");
        let today = firm.day(0);
        let met = [("on", today.as_str()), ("attendees", "Majed"), ("agenda", "the plan"), ("text", "we met")];
        for (below, form) in [("meeting", &met[..]), ("plan", &plan(&today, &firm.day(50), &[])[..])] {
            sara.get(&format!("{base}/{below}")).await.hides("<textarea");
            assert_eq!(sara.post(&format!("{base}/{below}"), form).await.status, 422, "{below}");
        }
        firm.get("").await.says("Record the meeting").hides("we met");
        sara.get(&firm.case).await.hides("SAR\u{a0}1,200");
        firm.owner.get(&firm.case.clone()).await.says("SAR\u{a0}1,200");
    }
}

#[tokio::test]
async fn who_takes_no_part_finds_no_repair() {
    for copy in each().await {
        let mut firm = Firm::of(copy).await;
        let mut sara = firm.copy.joins(&mut firm.owner, "Sara", "member").await;
        for below in ["", "/plan", "/changes", "/meeting", "/trial"] {
            assert_eq!(sara.get(&format!("{}/repair{below}", firm.case)).await.status, 404, "{below}");
        }
        assert_eq!(firm.get("/nothing").await.status, 404);
    }
}
