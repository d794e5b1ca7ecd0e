//! What the program does by itself in a decided case: it opens it again where a limit is crossed, once, and says why.

use super::decision::{Heard, heard_of, id};
use super::{OWNER, TEAM, begin, keys, must, opinion, to_review};
use crate::database::{self, Own};
use crate::harness::until;
use app::flow::cases::{self, Place};
use app::flow::own_parts;
use app::flow::watch::look;
use app::store::cases::Key;
use app::store::dialect;
use domain::case::decision::{Decision, DecisionSaid, LawfulCheck};
use domain::case::guardrail::{Guard, Guardrails};
use domain::case::review::OwnPartSaid;
use domain::case::{Act, Event, Now, Outcome, Stage};
use domain::days::Day;
use sqlx::{AnyPool, AssertSqlSafe};

fn keep(review_on: Day) -> Act {
    let guardrails = Guardrails { capacity_cap: Some(40.0), review_on: Some(review_on), ..Guardrails::default() };
    let decision = Decision {
        outcome: Outcome::KeepWithGuardrails,
        grounds: vec![],
        tried: vec![],
        lawful: LawfulCheck::none(),
        personal_cause: false,
        review_on: Some(review_on),
        guardrails: Some(guardrails),
        execution: None,
        legal_hold: false,
        priced_out: false,
    };
    let text = |text: &str| text.to_owned();
    let said = DecisionSaid {
        reason: text("they pay"),
        on_repair: text("-"),
        changes_my_mind: text("late bills"),
        ..DecisionSaid::default()
    };
    Act::Sign { decision: Box::new(decision), said }
}

/// A case whose client is kept with at most forty hours in a month, since 2 November 2026.
async fn kept(place: Place<'_>) -> Key {
    let key = begin(place).await;
    to_review(place, &key, OWNER, &TEAM).await;
    for member in TEAM {
        must(place, &key, member, opinion("keep them")).await;
    }
    must(place, &key, OWNER, Act::Reveal).await;
    must(place, &key, OWNER, Act::CloseComplaints).await;
    for member in TEAM {
        must(place, &key, member, Act::NameGoodThing { text: None }).await;
        let said = OwnPartSaid { text: "we were slow".to_owned(), only_better: false };
        own_parts::answer(place, &key, &super::by(member), Some(&said)).await.expect("asked");
    }
    own_parts::close(place, &key, &super::by(OWNER)).await.expect("all answered");
    must(place, &key, OWNER, keep(super::day("2027-01-10"))).await;
    must(place, &key, OWNER, Act::Enter { stage: Stage::Kept }).await;
    key
}

async fn worked(own: &Own, id: &str, on: &str, hours: i64) {
    let (_, url) = dialect::address(&own.address).expect("an address");
    let pool = AnyPool::connect(&url).await.expect("the database");
    let minutes = hours * 60;
    for statement in [
        "INSERT INTO clients (client, name, currency, source_id, source_line, folded)
         VALUES ('NAKHLA', 'Nakhla', 'SAR', 0, 0, 'nakhla') ON CONFLICT DO NOTHING"
            .to_owned(),
        format!(
            "INSERT INTO time (client, id, on_day, minutes, currency, source_id, source_line)
             VALUES ('NAKHLA', '{id}', '{on}', {minutes}, 'SAR', 0, 0)"
        ),
        "UPDATE revisions SET number = number + 1 WHERE name = 'records'".to_owned(),
    ] {
        sqlx::query(AssertSqlSafe(statement.clone()))
            .execute(&pool)
            .await
            .unwrap_or_else(|e| panic!("{e}: {statement}"));
    }
    pool.close().await;
}

fn on(iso: &str) -> Now {
    Now { at: format!("{iso}T06:00:00Z"), today: super::day(iso) }
}

#[tokio::test]
async fn a_crossed_limit_opens_a_case_again_once_whoever_looks() {
    for own in database::each().await {
        let keys = keys(&own);
        let place = Place { db: &own.db, keys: &keys };
        let key = kept(place).await;
        worked(&own, "T1", "2026-11-05", 20).await;
        worked(&own, "T2", "2026-11-06", 20).await;
        let (mark, told) = look(place, &on("2026-11-20"), None).await.expect("the store");
        assert_eq!(told, [], "forty hours are allowed");
        worked(&own, "T3", "2026-11-21", 1).await;
        let now = on("2026-11-22");
        // Two processes look at the same moment.
        let (one, other) = tokio::join!(look(place, &now, Some(mark)), look(place, &now, Some(mark)));
        let (one, other) = (one.expect("the store"), other.expect("the store"));
        assert_eq!([one.1.as_slice(), &other.1].concat(), std::slice::from_ref(&key), "one of them wrote it down");
        let mark = if one.1.is_empty() { other.0 } else { one.0 };
        let later = look(place, &now, Some(mark)).await.expect("the store").0;
        assert_ne!(later, mark, "what came in while it looked is looked at, too");
        let (mark, again) = look(place, &now, None).await.expect("the store");
        assert_eq!(again, []);
        assert_eq!(look(place, &now, Some(mark)).await.expect("the store"), (mark, vec![]));
        let opened = cases::load(place, &key).await.expect("the store").expect("a case");
        assert_eq!((opened.case.stage, opened.case.breaches.len()), (Stage::Review, 1));
        let breached = opened.entries.iter().find(|entry| matches!(entry.event, Event::GuardrailBreached { .. }));
        let breached = breached.expect("it is in the journal");
        assert_eq!(breached.actor, None, "no person did it");
        let Event::GuardrailBreached { breach } = &breached.event else { panic!("{breached:?}") };
        let rows: Vec<&str> = breach.facts.rows.iter().map(|row| row.id.as_str()).collect();
        assert_eq!((breach.guard, breach.value, breach.limit), (Guard::CapacityCap, 41.0, 40.0));
        assert_eq!(rows, ["T1", "T2", "T3"]);
        assert_eq!(cases::verify(&own.db).await.expect("the store").1, vec![]);
    }
}

#[tokio::test]
async fn the_review_date_opens_a_case_by_itself() {
    for own in database::each().await {
        let keys = keys(&own);
        let place = Place { db: &own.db, keys: &keys };
        let key = kept(place).await;
        assert_eq!(look(place, &on("2027-01-09"), None).await.expect("the store").1, []);
        assert_eq!(look(place, &on("2027-01-10"), None).await.expect("the store").1, [key]);
    }
}

/// The running copy does it without being asked, and its pages say why.
#[tokio::test]
async fn a_served_copy_watches_and_its_pages_say_why() {
    for Heard { copy, mut owner, key, case, .. } in heard_of(2).await {
        let reem = id(&copy, "Reem").await;
        let place = copy.app.place();
        must(place, &key, &reem, keep(super::day("2027-01-10"))).await;
        must(place, &key, &reem, Act::Enter { stage: Stage::Kept }).await;
        worked(&copy.own, "T1", "2026-11-05", 19).await;
        worked(&copy.own, "T2", "2026-11-06", 19).await;
        let page = owner.get(&case).await;
        page.says("What is watched").says("most hours in a month").says("38").says("close");
        worked(&copy.own, "T3", "2026-11-07", 4).await;
        let stage = async || cases::load(place, &key).await.expect("the store").expect("a case").case.stage;
        until(async || stage().await == Stage::Review).await;
        let page = owner.get(&case).await;
        page.says("Why it is open again").says("The fullest month took").says("42").says("/time/T1");
        page.says("A limit was crossed: most hours in a month.");
        owner.get("/cases").await.says("Nakhla").says("/cases.xlsx").says("data-print");
        owner.get("/cases.csv").await.says("client,name,stage,since,opened_on").says("Nakhla");
    }
}

/// A limit that is crossed on the day of the decision would open the case again within seconds.
#[tokio::test]
async fn a_limit_that_is_crossed_already_is_not_signed() {
    for Heard { copy, mut owner, case, .. } in heard_of(2).await {
        copy.sql(
            "INSERT INTO invoices (client, id, issued_on, due_on, amount, tax, currency, known_on, source_id, source_line)
             VALUES ('NAKHLA', 'I-9', '2026-10-01', '2026-10-31', 6000000, 0, 'SAR', '2026-10-01', 0, 0)",
        )
        .await;
        copy.sql(
            "INSERT INTO payments (client, id, invoice, paid_on, amount, currency, source_id, source_line)
             VALUES ('NAKHLA', 'P-9', 'I-9', '2026-10-20', 500000, 'SAR', 0, 0)",
        )
        .await;
        let keep = |cap: &'static str| {
            [
                ("step", "sign"),
                ("go", "sign"),
                ("outcome", "keep_with_guardrails"),
                ("exposure_cap", cap),
                ("review_on", "2027-01-10"),
                ("reason", "they pay"),
                ("on_repair", "-"),
                ("mind", "late bills"),
                ("signature", "Reem"),
                ("sure", "1"),
            ]
        };
        let decision = format!("{case}/decision");
        let refused = owner.post(&decision, &keep("50000")).await;
        assert_eq!(refused.status, 422);
        refused.says("would be open again at once").says("55,000").says("value=\"50000\"");
        let signed = owner.post(&decision, &keep("60000")).await;
        assert_eq!(signed.status, 303, "{}", signed.body);
    }
}

#[tokio::test]
async fn of_two_who_open_a_case_of_one_client_one_does() {
    for own in database::each().await {
        let keys = keys(&own);
        let place = Place { db: &own.db, keys: &keys };
        let (reem, sara) = (super::by(OWNER), super::by("sara"));
        let begin = |by| cases::begin(place, super::opening("NAKHLA", &[OWNER], 4), None, by);
        let all = tokio::join!(begin(&reem), begin(&sara), begin(&reem), begin(&sara));
        let won = [all.0, all.1, all.2, all.3].into_iter().filter(Result::is_ok).count();
        assert_eq!(won, 1);
        assert_eq!(cases::verify(&own.db).await.expect("the store"), (1, vec![]));
    }
}
