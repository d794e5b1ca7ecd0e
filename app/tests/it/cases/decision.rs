//! Deciding through the pages: step by step, signed by name, confirmed by another, printed without our own parts.

use super::{opening, to_review};
use crate::harness::{self, Browser, Copy};
use app::flow::cases::{self, By};
use app::flow::own_parts;
use app::store::cases::Key;
use domain::case::opening::OpeningSaid;
use domain::case::review::{OwnPartSaid, Stance};
use domain::case::{Act, Now, Stage};
use domain::days::Day;

/// A case in which everyone was heard, of a firm with an owner and Sara.
pub struct Heard {
    pub copy: Copy,
    pub owner: Browser,
    pub sara: Browser,
    pub key: Key,
    pub case: String,
}

const OWN_PART: &str = "we promised what we could not keep";

async fn heard() -> Vec<Heard> {
    heard_of(2).await
}

/// Returns such cases of a firm that had so many members when they were opened.
pub async fn heard_of(members: u32) -> Vec<Heard> {
    let mut all = vec![];
    for copy in harness::each_on("2026-11-20").await {
        all.push(heard_in(copy, members).await);
    }
    all
}

/// Brings such a case about in a copy that nobody owns yet.
pub async fn heard_in(copy: Copy, members: u32) -> Heard {
    let mut owner = copy.owner().await;
    let sara = copy.joins(&mut owner, "Sara", "member").await;
    copy.client("NAKHLA", "Nakhla").await;
    let (reem, her) = (id(&copy, "Reem").await, id(&copy, "Sara").await);
    let place = copy.app.place();
    let said = OpeningSaid { reason: "they pay ever later".to_owned() };
    let by = |member| By { member, now: now(), seen: None };
    let opening = opening("NAKHLA", &[&reem], members);
    let key = cases::begin(place, opening, Some(said), &by(&reem)).await.expect("nothing is open");
    to_review(place, &key, &reem, &[&reem, &her]).await;
    for member in [&reem, &her] {
        super::must(place, &key, member, super::opinion("give them a plan")).await;
    }
    super::must(place, &key, &reem, Act::Reveal).await;
    super::must(place, &key, &reem, Act::CloseComplaints).await;
    for member in [&reem, &her] {
        super::must(place, &key, member, Act::NameGoodThing { text: None }).await;
        let said = OwnPartSaid { text: OWN_PART.to_owned(), only_better: false };
        own_parts::answer(place, &key, &by(member), Some(&said)).await.expect("asked");
    }
    own_parts::close(place, &key, &by(&reem)).await.expect("all answered");
    let case = format!("/clients/NAKHLA/cases/{}", key.case);
    Heard { copy, owner, sara, key, case }
}

pub async fn id(copy: &Copy, name: &str) -> String {
    copy.text(&format!("SELECT id FROM members WHERE name = '{name}'")).await
}

fn now() -> Now {
    Now { at: "2026-11-02T09:00:00Z".to_owned(), today: Day::from_iso("2026-11-02").expect("a day") }
}

/// The fields of an end by notice for unpaid bills.
const END: [(&str, &str); 11] = [
    ("outcome", "end_by_notice"),
    ("tried", "talk"),
    ("ground", "financial_default"),
    ("proof-financial_default", "finding P3"),
    ("protected_trait", "no"),
    ("retaliation", "no"),
    ("lawful_complaint", "no"),
    ("reason", "they will not pay"),
    ("on_repair", "a plan was broken twice"),
    ("mind", "a payment in full"),
    ("step", "sign"),
];

pub fn end(more: &[(&'static str, &'static str)]) -> Vec<(&'static str, &'static str)> {
    END.into_iter().chain(more.iter().copied()).collect()
}

#[tokio::test]
async fn an_end_is_signed_step_by_step_and_approved_by_another() {
    for Heard { copy, mut owner, mut sara, key, case } in heard().await {
        let decision = format!("{case}/decision");
        owner.get(&decision).await.says("What shall become of Nakhla?").says("2 × Repair");
        sara.get(&decision).await.says("is not made yet").hides("<input type=\"radio\"");
        let nothing = owner.post(&decision, &[("step", "outcome"), ("go", "next")]).await;
        assert_eq!(nothing.status, 422);
        nothing.says("Choose one.");
        let chosen = owner.post(&decision, &[("step", "outcome"), ("outcome", "end_by_notice"), ("go", "next")]).await;
        chosen.says("What was tried").says("name=\"outcome\" value=\"end_by_notice\"").says("Step 2 of 5");
        // Before the signature it stands what is missing: for money, there has to be a talk.
        let reads = owner.post(&decision, &end(&[("go", "next")])).await;
        reads.says("There is no record of a talk").says("they will not pay").hides("Sign the decision");
        let signed = [("go", "sign"), ("signature", "Reem"), ("sure", "1")];
        let refused = owner.post(&decision, &end(&signed)).await;
        assert_eq!(refused.status, 422);
        refused.says("There is no record of a talk").says("Record it.").says("they will not pay");
        owner
            .post(&format!("{case}/talk"), &[("way", "held"), ("on", "2026-11-01"), ("text", "they asked for time")])
            .await;
        let unsigned = owner.post(&decision, &end(&[("go", "sign"), ("signature", "Someone"), ("sure", "1")])).await;
        assert_eq!(unsigned.status, 422);
        unsigned.says("Write your own name").says("they will not pay");
        let sneaky = owner.post(&decision, &end(&[("go", "sign"), ("signature", "reem "), ("sure", "1")])).await;
        assert_eq!((sneaky.status, sneaky.header("location")), (303, Some(decision.as_str())), "{}", sneaky.body);
        owner.get(&decision).await.says("End by notice").says("Unpaid bills").says("pays 31 days late");
        // Sara dissents; her words stand in the minutes, what was said of our own part does not.
        let dissent = [("stance", "repair"), ("text", "we gave up <too> early")];
        assert_eq!(sara.post(&format!("{case}/dissent"), &dissent).await.status, 303);
        let minutes = owner.get(&format!("{case}/minutes")).await;
        minutes.says("we gave up &#60;too&#62; early").says("Sara").says("they will not pay").hides(OWN_PART);
        minutes.says("nobody named one").says("gave an opinion");
        let loaded = cases::load(copy.app.place(), &key).await.expect("the store").expect("a case");
        minutes.says(loaded.hash());
        for page in ["", "/decision", "/decision/reading"] {
            owner.get(&format!("{case}{page}")).await.hides(OWN_PART);
        }
        // A small client needs no second person; the next stage is entered from either page.
        let enter = owner.post(&format!("{case}/stage"), &[("stage", "preparing_exit")]).await;
        assert_eq!(enter.status, 303, "{}", enter.body);
        let loaded = cases::load(copy.app.place(), &key).await.expect("the store").expect("a case");
        assert_eq!((loaded.case.stage, loaded.case.rounds.dissent[0].stance), (Stage::PreparingExit, Stance::Repair));
    }
}

#[tokio::test]
async fn whoever_decides_on_what_others_changed_reads_first_what_they_did() {
    for Heard { copy, mut owner, key, case, .. } in heard().await {
        let seen = cases::load(copy.app.place(), &key).await.expect("the store").expect("a case").case.seq.to_string();
        owner.post(&format!("{case}/talk"), &[("way", "held"), ("on", "2026-11-01"), ("text", "they wept")]).await;
        let keep = [
            ("outcome", "keep"),
            ("review_on", "2099-01-01"),
            ("reason", "they are kind"),
            ("mind", "a new director"),
            ("signature", "Reem"),
            ("sure", "1"),
            ("step", "sign"),
            ("go", "sign"),
        ];
        let old: Vec<(&str, &str)> = keep.into_iter().chain([("seen", seen.as_str())]).collect();
        let meanwhile = owner.post(&format!("{case}/decision"), &old).await;
        assert_eq!(meanwhile.status, 422);
        meanwhile.says("Others acted").says("talked with the client").says("they wept").says("they are kind");
        let far = owner.post(&format!("{case}/decision"), &keep).await;
        assert_eq!(far.status, 422);
        far.says("At most 90 days ahead").says("they are kind");
    }
}

#[tokio::test]
async fn a_personal_cause_is_read_by_an_adviser_who_sees_nothing_else() {
    for Heard { copy, mut owner, mut sara, case, .. } in heard().await {
        let mut adviser = copy.joins(&mut owner, "Huda", "adviser").await;
        let huda = id(&copy, "Huda").await;
        let review = copy.today().await.plus(30).to_string();
        let repair = [
            ("outcome", "repair"),
            ("personal", "1"),
            ("review_on", review.as_str()),
            ("reason", "I am tired of them"),
            ("mind", "a holiday"),
            ("signature", "Reem"),
            ("sure", "1"),
            ("step", "sign"),
            ("go", "sign"),
        ];
        let signed = owner.post(&format!("{case}/decision"), &repair).await;
        assert_eq!(signed.status, 303, "{}", signed.body);
        let enter = owner.post(&format!("{case}/stage"), &[("stage", "repair")]).await;
        assert_eq!(enter.status, 422);
        enter.says("Nobody else has read the decision");
        let reading = format!("{case}/decision/reading");
        assert_eq!(adviser.get(&reading).await.status, 404, "without a role there is nothing to read");
        assert_eq!(sara.get(&reading).await.status, 404, "she has a seat, no say in confirming");
        owner.post(&format!("{case}/roles"), &[("role", "counsel"), ("member", &huda)]).await;
        adviser.get("/cases").await.says(&reading);
        adviser.get(&reading).await.says("I am tired of them").says("I have read it").hides("they pay ever later");
        assert_eq!(adviser.get(&case).await.status, 303, "the case itself stays closed");
        let approval = format!("{case}/decision/approval");
        let unsure = adviser.post(&approval, &[("approval", "read")]).await;
        assert_eq!(unsure.status, 422);
        unsure.says("Tick it once you have read it.");
        let own = owner.post(&approval, &[("approval", "read"), ("sure", "1")]).await;
        assert_eq!(own.status, 422);
        own.says("The same person cannot do both.");
        let read = adviser.post(&approval, &[("approval", "read"), ("sure", "1"), ("text", "sleep over it")]).await;
        assert_eq!((read.status, read.header("location")), (303, Some(reading.as_str())), "{}", read.body);
        owner.get(&format!("{case}/minutes")).await.says("Read by Huda.");
        assert_eq!(owner.post(&format!("{case}/stage"), &[("stage", "repair")]).await.status, 303);
    }
}
