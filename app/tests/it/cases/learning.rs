//! From a closed file to what was learned from it, over the pages: every gate refused first, lessons that name nobody, what comes
//! back, and measures that a hand can count.

use super::account::{agreed, must};
use super::decision::{Heard, heard_of, id};
use super::duties::done;
use crate::harness::{Browser, Copy};
use app::flow::cases;
use app::flow::learn::Picture;
use app::flow::watch::look;
use domain::case::parting::settling::{Closure, Disposal, Ending, Fate};
use domain::case::parting::{Act as Part, Instruction};
use domain::case::{Act, Case, Event, Now, Stage};
use domain::days::Day;

fn day(iso: &str) -> Day {
    Day::from_iso(iso).expect("a day")
}

async fn loaded(heard: &Heard) -> Case {
    cases::load(heard.copy.app.place(), &heard.key).await.expect("a store").expect("a case").case
}

/// Closed files on both databases, each of a firm with an owner and Sara, who has finance.
pub async fn closed() -> Vec<Heard> {
    let mut all = vec![];
    for mut heard in heard_of(2).await {
        agreed(&heard.copy, &heard.key).await;
        let (reem, sara) = (id(&heard.copy, "Reem").await, id(&heard.copy, "Sara").await);
        let (copy, key) = (&heard.copy, &heard.key);
        let on = day("2026-11-20");
        let text = |text: &str| text.to_owned();
        let instruction = Instruction::Return;
        let instruct = Part::Instruct { instruction, on, by_default: false, text: text("as they wrote") };
        must(copy, key, &reem, Act::Parting(instruct)).await;
        for act in crate::portal::nothing_held() {
            must(copy, key, &reem, act).await;
        }
        must(copy, key, &reem, Act::Enter { stage: Stage::Settlement }).await;
        done(&mut heard.sara, &format!("{}/part/account", heard.case), &[("place", ""), ("clause", "")]).await;
        let settlement = [("settlement", "agreed"), ("on", "2026-11-20"), ("text", "nothing is owed")];
        done(&mut heard.sara, &format!("{}/settlement", heard.case), &settlement).await;
        must(copy, key, &reem, Act::Parting(Part::CheckHold { hold: false, text: text("no claim") })).await;
        let disposal = Disposal {
            fate: Fate::NoneHeld,
            on,
            operator: reem.clone(),
            verifier: sara,
            backups_expire_on: None,
            treatment: None,
        };
        must(copy, key, &reem, Act::Parting(Part::Dispose { disposal, text: text("we hold nothing") })).await;
        must(copy, key, &reem, crate::portal::summary()).await;
        must(copy, key, &reem, Act::Parting(Part::DeliverSummary { on, proof: text("m-9") })).await;
        must(copy, key, &reem, cleared()).await;
        let letter = loaded(&heard).await.parting.letters.last().expect("a letter").id;
        must(copy, key, &reem, Act::Parting(Part::HandOver { letter, on, proof: None })).await;
        let signer = Some(text("Huda Alzahrani"));
        let closure = Closure { ending: Ending::Signed, on, signer, document: None, reminders: 0 };
        must(copy, key, &reem, Act::Parting(Part::Close { closure, text: None })).await;
        done(&mut heard.owner, &format!("{}/closing-pack", heard.case), &[]).await;
        done(&mut heard.owner, &format!("{}/stage", heard.case), &[("stage", "closed")]).await;
        all.push(heard);
    }
    all
}

/// The clearance, written.
fn cleared() -> Act {
    Act::Parting(Part::DraftLetter {
        rung: None,
        letter: None,
        kind: domain::separation::letter::Kind::Clearance,
        language: domain::separation::tone::Language::English,
        text: "The account is level: the balance is SAR 0.".to_owned(),
        context: domain::separation::tone::Context::default(),
    })
}

async fn lesson(owner: &mut Browser, copy: &Copy, case: &str, said: &str, more: &[(&str, &str)]) -> u16 {
    let reem = id(copy, "Reem").await;
    let form = [("text", said), ("form", "practice"), ("owner", reem.as_str())];
    owner.post(&format!("{case}/lesson"), &[more, &form[..]].concat()).await.status
}

/// Tries to seal, and returns what the page says is missing.
async fn sealing(owner: &mut Browser, case: &str) -> crate::harness::Page {
    let page = owner.post(&format!("{case}/stage"), &[("stage", "learned")]).await;
    assert_eq!(page.status, 422, "{}", page.body);
    page
}

#[tokio::test]
async fn a_closed_file_is_learned_from_gate_by_gate() {
    for mut heard in closed().await {
        let case = heard.case.clone();
        let own = format!("{case}/retrospective");
        let page = heard.owner.get(&own).await;
        page.says("What do we").says("Sunday 20 December 2026").says("3 questions have no answer");
        heard.owner.get("/learn").await.says("Nakhla").says(&own);
        heard.owner.get(&case).await.says(&own).says("The retrospective");
        sealing(&mut heard.owner, &case).await.says("A set of questions has no answer").says("No lesson is accepted");
        let held = [("on", "2026-11-20"), ("text", "we went on working while nothing was paid")];
        let early = heard.owner.post(&format!("{case}/retrospective-held"), &held).await;
        assert_eq!(early.status, 422);
        early.says("A set of questions has no answer");
        answers(&mut heard, &case).await;
        sealing(&mut heard.owner, &case).await.hides("A set of questions has no answer").says("is not held");
        done(&mut heard.owner, &format!("{case}/retrospective-held"), &held).await;
        sealing(&mut heard.owner, &case).await.hides("is not held").says("No lesson is accepted");
        a_lesson(&mut heard, &case).await;
        sealing(&mut heard.owner, &case).await.says("What a lesson changes is not filed");
        let reem = id(&heard.copy, "Reem").await;
        let change = [("text", "A third in advance."), ("owner", reem.as_str()), ("on", "2027-01-01")];
        let filing = format!("{case}/lesson-change");
        for (invented, says) in [(("version", "9"), "Choose"), (("lesson", "7"), "There is no lesson of that number")] {
            let refused = heard.owner.post(&filing, &[&change[..], &[invented]].concat()).await;
            assert_eq!(refused.status, 422, "{invented:?}");
            refused.says(says);
        }
        done(&mut heard.owner, &filing, &[&change[..], &[("version", "1")]].concat()).await;
        heard.owner.get(&own).await.says("A third in advance.").says("/policy/1");
        done(&mut heard.owner, &format!("{case}/stage"), &[("stage", "learned")]).await;
        let sealed = loaded(&heard).await;
        assert_eq!(sealed.stage, Stage::Learned);
        assert_eq!(sealed.learning.lessons[0].change.as_ref().map(|(change, _)| change.version), Some(Some(1)));
        let late =
            heard.owner.post(&format!("{case}/talk"), &[("way", "held"), ("on", "2026-11-20"), ("text", "x")]).await;
        assert_eq!(late.status, 422, "it is sealed");
        heard.owner.get(&own).await.says("This is what we").hides("questions-management");
        heard.owner.get("/learn").await.says("No closed case waits");
        let said = sealed.learning.lessons[0].said.clone().expect("readable");
        heard.owner.get("/lessons").await.says(&said);
        let withdrawal = [("lesson", "1"), ("text", "it was one bad month")];
        done(&mut heard.owner, &format!("{case}/lesson-withdrawal"), &withdrawal).await;
        heard.owner.get("/lessons").await.hides(&said);
        heard
            .owner
            .get(&own)
            .await
            .says("Withdrawn on")
            .says("it was one bad month")
            .hides("lesson-withdrawal?lesson=1");
    }
}

/// Answers one question of each set, with what the answer rests on.
pub async fn answers(heard: &mut Heard, case: &str) {
    let bare = [("late", "we waited for the spring")];
    let refused = heard.owner.post(&format!("{case}/questions-management"), &bare).await;
    assert_eq!(refused.status, 422);
    refused.says("Choose what it rests on").says("we waited for the spring");
    let invented = [bare[0], ("late-rests", "letter 9")];
    assert_eq!(heard.owner.post(&format!("{case}/questions-management"), &invented).await.status, 422);
    let finding = [bare[0], ("late-rests", "finding P3")];
    done(&mut heard.owner, &format!("{case}/questions-management"), &finding).await;
    let letter = [("promised", "two drafts a week"), ("promised-rests", "letter 1")];
    done(&mut heard.owner, &format!("{case}/questions-expectations"), &letter).await;
    let nothing = [("payment", "thirty days, and no advance"), ("payment-rests", "nothing")];
    done(&mut heard.owner, &format!("{case}/questions-obstacles"), &nothing).await;
    let page = heard.owner.get(&format!("{case}/retrospective")).await;
    page.says("we waited for the spring").says("/part/letters/1").says("Nothing written").says("#frozen");
}

/// A lesson that tells of whom it tells is refused and kept in the form; one that does not stands in the library.
async fn a_lesson(heard: &mut Heard, case: &str) {
    let reem = id(&heard.copy, "Reem").await;
    let form = |said: &'static str| vec![("text", said), ("cause", "habit"), ("finding", "P3"), ("form", "policy")];
    for (said, mark) in [
        ("Never wait for nakhla again.", "a name: nakhla"),
        ("Sara should have called.", "a name: Sara"),
        ("They owed 27,600 SAR.", "a sum or a number: 27,600"),
    ] {
        let own = [&form(said)[..], &[("owner", reem.as_str())]].concat();
        let refused = heard.owner.post(&format!("{case}/lesson"), &own).await;
        assert_eq!(refused.status, 422, "{said}");
        refused.says(mark).says(said);
    }
    let foreign =
        [("text", "Ask."), ("cause", "habit"), ("finding", "E1"), ("form", "policy"), ("owner", reem.as_str())];
    assert_eq!(
        heard.owner.post(&format!("{case}/lesson"), &foreign).await.status,
        422,
        "it began from no such finding"
    );
    assert_eq!(heard.copy.text("SELECT CAST(COUNT(*) AS TEXT) FROM lessons").await, "0");
    let good = [&form("Work stops at the second late invoice.")[..], &[("owner", reem.as_str())]].concat();
    done(&mut heard.owner, &format!("{case}/lesson"), &good).await;
    let mut other = heard.copy.joins(&mut heard.owner, "Zaid", "member").await;
    other.get("/lessons").await.says("Work stops at the second late invoice.").hides("Nakhla").hides(&heard.key.case);
    other.get("/lessons?q=SECOND+invoice").await.says("One lesson");
    other.get("/lessons?q=third").await.says("No lesson").hides("Work stops");
    assert_eq!(other.get(&format!("{case}/retrospective")).await.status, 404, "whoever has no part finds no case");
    other.get("/learn").await.hides("Nakhla");
}

/// Thirty people of a client write, Zuhair first.
async fn wrote(copy: &Copy, client: &str) {
    for nth in 1..=30 {
        let contact = if nth == 1 { "Zuhair".to_owned() } else { format!("Contact{nth}") };
        copy.sql(&format!(
            "INSERT INTO messages (client, id, at, direction, contact, source_id, source_line)
             VALUES ('{client}', 'w{nth}', '2026-09-{nth:02} 09:00', 'in', '{contact}', 0, {nth})"
        ))
        .await;
    }
}

#[tokio::test]
async fn the_library_names_no_cause_that_few_cases_share() {
    for mut heard in closed().await {
        let case = heard.case.clone();
        let (owner, copy) = (&mut heard.owner, &heard.copy);
        wrote(copy, &heard.key.client).await;
        let named = lesson(owner, copy, &case, "Ask Zuhair first.", &[("cause", "habit")]).await;
        assert_eq!(named, 422, "whoever wrote long ago is known, too");
        for (said, cause) in [
            ("Ask early.", "habit"),
            ("Ask twice.", "habit"),
            ("Ask kindly.", "habit"),
            ("Ask in writing.", "habit"),
            ("Raise it.", "price"),
        ] {
            assert_eq!(lesson(owner, copy, &case, said, &[("cause", cause)]).await, 303, "{said}");
        }
        let few = owner.get("/lessons?cause=habit").await;
        few.says("Raise it.").says("fewer than four").hides("They have always done so").hides("The price");
        copy.sql(
            "INSERT INTO lessons (id, source, cause, form, text)
             VALUES ('1', 'a', 'habit', 'policy', 'Ask now.'), ('2', 'b', 'habit', 'policy', 'Ask then.'),
                    ('3', 'c', 'habit', 'policy', 'Ask first.')",
        )
        .await;
        let four = owner.get("/lessons?cause=habit").await;
        four.says("They have always done so").says("7 lessons").hides("Raise it.").hides("The price");
        four.says("href=\"/lessons?cause=habit\"").says("href=\"/lessons.csv?cause=habit\"");
        owner.get("/lessons.csv?cause=habit").await.says("Ask kindly.").says("lesson,form,cause").hides("Raise it.");
        owner.get("/lessons?cause=price").await.says("Raise it.").says("Ask kindly.").hides("The price");
    }
}

#[tokio::test]
async fn what_is_said_of_our_own_part_tells_of_nobody() {
    for mut heard in closed().await {
        let case = heard.case.clone();
        let page = heard.owner.get(&format!("{case}/retrospective")).await;
        page.says("Fewer than four answered").hides("we promised what we could not keep");
        page.hides("answered the question of our own part");
        page.hides("own-parts-summary");
        let own = format!("{case}/own-parts-summary");
        let few = heard.owner.post(&own, &[("text", "We promised before we asked who does the work.")]).await;
        assert_eq!(few.status, 422, "so few spoke that a sum tells who");
        assert_eq!(loaded(&heard).await.learning.own_parts, None);
        let questions = format!("{case}/questions-management");
        let answer = |said| [("own_work", said), ("own_work-rests", "nothing")];
        let refused = heard.owner.post(&questions, &answer("Sara promised too much.")).await;
        assert_eq!(refused.status, 422);
        refused.says("a name: Sara").says("Sara promised too much.");
        done(&mut heard.owner, &questions, &answer("We promised too much.")).await;
    }
}

#[tokio::test]
async fn forecast_and_fact_stand_side_by_side() {
    for mut heard in closed().await {
        let case = heard.case.clone();
        let form = [("below", "no"), ("until", "2026-11-20"), ("text", "a new client came at once")];
        done(&mut heard.sara, &format!("{case}/forecast-fact"), &form).await;
        let page = heard.owner.get(&format!("{case}/retrospective")).await;
        page.says("It did not fall below zero").says("It took 0 months").says("a new client came at once");
    }
}

#[tokio::test]
async fn where_the_replacement_stands_is_asked_by_its_own_name_before_all_is_sealed() {
    for mut heard in closed().await {
        let case = heard.case.clone();
        let own = format!("{case}/retrospective");
        let asks = "It is not said where the replacement stands";
        heard.owner.get(&own).await.says(asks).says("replacement-status").says("Nobody has said yet");
        let reem = id(&heard.copy, "Reem").await;
        let stating = format!("{case}/replacement-status");
        let refused = heard.owner.post(&stating, &[("owner", reem.as_str()), ("text", "two offers")]).await;
        assert_eq!(refused.status, 422, "its state is not chosen");
        let form = [("status", "under_way"), ("owner", reem.as_str()), ("text", "two offers are out")];
        done(&mut heard.owner, &stating, &form).await;
        heard.owner.get(&own).await.hides(asks).says("Under way").says("two offers are out");
        heard.owner.get(&case).await.says("said where the replacement stands");
    }
}

/// Judges findings of another client, and lets one begin after the lesson.
async fn seen_elsewhere(copy: &Copy) {
    for (client, name) in [("OTHER", "Other Works"), ("B2", "Second"), ("B3", "Third"), ("B4", "Fourth")] {
        copy.client(client, name).await;
    }
    copy.sql(
        "INSERT INTO episodes (client, code, number, first_on, last_on, level, policy, state)
         VALUES ('OTHER', 'P3', 1, '2025-01-01', '2025-02-01', 2, 1, 'dismissed'),
                ('B2', 'P3', 2, '2025-06-01', '2025-07-01', 2, 1, 'confirmed'),
                ('B3', 'P3', 3, '2026-01-01', '2026-02-01', 2, 1, 'confirmed'),
                ('B4', 'P3', 4, '2026-05-01', '2026-06-01', 3, 1, 'confirmed'),
                ('OTHER', 'P3', 5, '2026-12-01', '2026-12-02', 3, 1, 'observed'),
                ('OTHER', 'P5', 1, '2026-12-01', '2026-12-02', 3, 1, 'dismissed')",
    )
    .await;
}

#[tokio::test]
async fn a_cause_that_comes_back_is_told_once() {
    for mut heard in closed().await {
        let case = heard.case.clone();
        let told = [("cause", "habit"), ("finding", "P3")];
        assert_eq!(lesson(&mut heard.owner, &heard.copy, &case, "Ask early.", &told).await, 303);
        let reem = id(&heard.copy, "Reem").await;
        done(&mut heard.owner, &format!("{case}/lesson-monitor"), &[("owner", &reem)]).await;
        seen_elsewhere(&heard.copy).await;
        let now = Now { at: "2026-12-05T06:00:00Z".to_owned(), today: day("2026-12-05") };
        for _ in 0..2 {
            look(heard.copy.app.place(), &now, None).await.expect("it looks");
        }
        let opened = cases::load(heard.copy.app.place(), &heard.key).await.expect("a store").expect("a case");
        let seen = |event: &&domain::case::Stamped| {
            matches!(event.event, Event::Learning(domain::case::learning::Event::RecurrenceDetected { .. }))
        };
        assert_eq!(opened.entries.iter().filter(seen).count(), 1);
        let later = heard.copy.later(day("2026-12-05")).await;
        let mut owner = later.signs_in("Reem").await;
        let page = owner.get(&format!("{case}/retrospective")).await;
        page.says("the finding with one other client").says("/clients/OTHER/findings/P3");
        owner.get("/learn").await.says("the finding with one other client").says("Ask early.");
    }
}

#[tokio::test]
async fn a_client_is_counted_in_years_with_invoices() {
    for heard in closed().await {
        seen_elsewhere(&heard.copy).await;
        for client in ["OTHER", "B2", "B3", "B4"] {
            heard
                .copy
                .sql(&format!(
                    "INSERT INTO invoices (client, id, issued_on, due_on, amount, currency, known_on, source_id, source_line)
                     VALUES ('{client}', 'old', '2019-12-20', '2020-01-20', 100, 'SAR', '2019-12-20', 0, 0)"
                ))
                .await;
        }
        let invoiced = app::store::lessons::invoiced(&heard.copy.app.db).await.expect("a store");
        assert_eq!(invoiced[0], (2019, 4));
        assert!(invoiced.iter().all(|(year, _)| *year != 2020), "weeks after an invoice are no other year of a client");
        // Two spellings of one client are one, and so are what was found with them and how long they were a client.
        heard.copy.sql("UPDATE clients SET merged_into = 'OTHER' WHERE client = 'B2'").await;
        let invoiced = app::store::lessons::invoiced(&heard.copy.app.db).await.expect("a store");
        assert_eq!(invoiced[0], (2019, 3));
        let picture = Picture::of(&heard.copy.app.db, day("2026-12-05")).await.expect("a store");
        let of = |client: &str| {
            let active = picture.active.iter().filter(|one| one.client == client).count();
            (active, picture.episodes.iter().filter(|one| one.client == client).count())
        };
        assert_eq!((of("OTHER"), of("B2")), ((1, 4), (0, 0)));
    }
}

#[tokio::test]
async fn measures_are_what_a_hand_counts_and_for_those_who_see_figures() {
    for mut heard in closed().await {
        seen_elsewhere(&heard.copy).await;
        let page = heard.owner.get("/measures").await;
        // One of four judged findings of one detector was dismissed; by R: prop.test(1, 4, correct = FALSE).
        page.says("25%: 1 of 4; the true share lies between 4.6% and 70% with 95% confidence");
        // One case is closed, one finding of another detector judged: neither is said.
        page.says("Fewer than four: not said.").hides("1 of 1").hides("Sara");
        page.says("rare by design").says("2026");
        page.says("Our people who stayed")
            .says("Ends after which our people felt no worse")
            .says("Connected clients who went, too");
        assert_eq!(heard.sara.get("/measures").await.status, 403, "members see no figures of the firm");
        heard.sara.get("/learn").await.hides("/measures").says("/lessons");
        let mut counsel = heard.copy.joins(&mut heard.owner, "Layla", "adviser").await;
        for path in ["/learn", "/lessons", "/measures"] {
            let page = counsel.get(path).await;
            assert_eq!(
                (page.status, page.header("location")),
                (303, Some("/reports")),
                "{path}: advisers see no record"
            );
        }
    }
}
