//! The answers of our own part: they go before a learned case is sealed, unless a hold keeps them.

use super::account::must;
use super::decision::{Heard, OWN_PART, id};
use super::duties::done;
use super::learning::{answers, closed};
use super::legal_holds::{counsel, day, opened, release, set};
use super::{now, opening};
use crate::cli::{khitam, said};
use app::flow::cases::{self, By, NotDone};
use app::flow::own_parts;
use app::keep::erasures::{self, Scope};
use app::secret::identity::Identity;
use app::secret::key_folder::{KeyFolder, Of};
use domain::case::legal_hold::{Act as Hold, Order, Reach};
use domain::case::opening::OpeningSaid;
use domain::case::{Act, Refusal, learning};
use sqlx::AssertSqlSafe;

/// Comes to the last stage with nothing learned.
async fn learned(heard: &mut Heard) {
    let case = heard.case.clone();
    answers(heard, &case).await;
    let held = [("on", "2026-11-20"), ("text", "nothing")];
    done(&mut heard.owner, &format!("{case}/retrospective-held"), &held).await;
    let none = learning::Act::FindNoLesson { text: "they were sold".to_owned() };
    let reem = id(&heard.copy, "Reem").await;
    must(&heard.copy, &heard.key, &reem, Act::Learning(none)).await;
    done(&mut heard.owner, &format!("{case}/stage"), &[("stage", "learned")]).await;
}

async fn seal(heard: &mut Heard) {
    let readers = format!("Huda {}", Identity::new().public());
    done(&mut heard.owner, &format!("{}/archives", heard.case), &[("form", "ours"), ("readers", &readers)]).await;
}

#[tokio::test]
async fn answers_go_by_whoever_saw_all_and_what_was_cut_off_is_finished() {
    for mut heard in closed().await {
        learned(&mut heard).await;
        let reem = id(&heard.copy, "Reem").await;
        let (place, key) = (heard.copy.app.place(), &heard.key);
        let file = erasures::file(&heard.copy.app.folder);
        let listed = || erasures::read(&file).expect("a list").erasures.len();
        let rows = async || app::store::cases::own_parts(place.db, key).await.expect("a store").len();
        let stale = By { member: &reem, now: now(), seen: Some(1) };
        let refused = own_parts::destroy(place, &file, key, &stale).await;
        assert!(matches!(refused, Err(NotDone::Changed(_))), "others wrote on meanwhile");
        own_parts::finish(place, &file).await.expect("a store");
        assert_eq!((listed(), rows().await), (0, 2), "nothing went");
        must(&heard.copy, key, &reem, Act::Learning(learning::Act::DestroyOwnPartKey)).await;
        assert_eq!((listed(), rows().await), (0, 2), "it was cut off here");
        for _ in 0..2 {
            own_parts::finish(place, &file).await.expect("a store");
            assert_eq!((listed(), rows().await), (1, 0));
        }
        let own = Of::OwnPart { client: &key.client, case: &key.case };
        assert!(place.keys.standing(own).expect("readable").is_none());
    }
}

#[tokio::test]
async fn answers_go_before_the_command_line_seals_once_it_is_told_that_they_were_summed_up() {
    for mut heard in closed().await {
        learned(&mut heard).await;
        let (folder, reader) = (heard.copy.app.folder.clone(), Identity::new().public());
        let into = folder.join("outside");
        let words = ["--db", &heard.copy.own.address, "archive", "create", "--client", "NAKHLA", "--reader", &reader];
        let into_word = into.display().to_string();
        let asked = [&words[..], &["--into", &into_word]].concat();
        let refused = khitam(&folder, &asked);
        assert_eq!(refused.status.code(), Some(4), "{}", said(&refused.stderr));
        assert!(said(&refused.stderr).contains("--summarised"), "{}", said(&refused.stderr));
        assert!(!into.exists() && opened(&heard).await.case.learning.own_parts_destroyed.is_none());
        let made = khitam(&folder, &[&asked[..], &["--summarised"]].concat());
        assert_eq!(made.status.code(), Some(0), "{}", said(&made.stderr));
        assert!(into.exists() && opened(&heard).await.case.learning.own_parts_destroyed.is_some());
        assert_eq!(heard.copy.text("SELECT CAST(COUNT(*) AS TEXT) FROM own_parts").await, "0");
        let (client, case) = (heard.key.client.as_str(), heard.key.case.as_str());
        let keys = KeyFolder::within(&folder);
        assert!(keys.standing(Of::OwnPart { client, case }).expect("readable").is_none());
        assert_eq!(erasures::read(&erasures::file(&folder)).expect("a list").erasures.len(), 1);
        assert_eq!(cases::verify(&heard.copy.app.db).await.expect("the store").1, vec![]);
    }
}

#[tokio::test]
async fn a_hold_of_another_case_of_the_client_keeps_the_answers() {
    for mut heard in closed().await {
        learned(&mut heard).await;
        let reem = id(&heard.copy, "Reem").await;
        let by = By { member: &reem, now: now(), seen: None };
        let said = OpeningSaid { reason: "they came back".to_owned() };
        let begun = cases::begin(heard.copy.app.place(), opening("NAKHLA", &[&reem], 2), Some(said), &by).await;
        let order = Order { reach: Reach::default(), custodians: vec![reem.clone()], ask: reem.clone() };
        let set = Hold::SetLegalHold { order, text: "they threaten to sue".to_owned() };
        must(&heard.copy, &begun.expect("the first is at rest"), &reem, Act::LegalHold(set)).await;
        let fate = own_parts::fate(heard.copy.app.place(), &opened(&heard).await).await.expect("a store");
        let own_parts::Fate::Held(keeping) = fate else { panic!("{fate:?}") };
        assert_eq!((keeping.holds[0].since, keeping.holds[0].ask.1.as_str()), (day("2026-11-20"), "Reem"));
        seal(&mut heard).await;
        assert_eq!(opened(&heard).await.case.learning.own_parts_destroyed, None);
        let destroy = Act::Learning(learning::Act::DestroyOwnPartKey);
        let refused = cases::act(heard.copy.app.place(), &heard.key, &by, destroy).await;
        assert!(matches!(refused, Err(NotDone::Refused(Refusal::Held { .. }))), "the case itself knows of none");

        // Whoever has no part in the other case learns whom to ask, and not what it is.
        let other = format!("UPDATE case_members SET member = 'nobody' WHERE case_id <> '{}'", heard.key.case);
        heard.copy.sql(&other).await;
        heard.copy.sql("UPDATE legal_hold_custodians SET member = 'nobody'").await;
        let destroy = Act::Learning(learning::Act::DestroyOwnPartKey);
        let refused = cases::act(heard.copy.app.place(), &heard.key, &by, destroy).await;
        assert!(matches!(refused, Err(NotDone::Refused(Refusal::Stopped { ask: Some(_) }))));
        let archives = heard.owner.get(&format!("{}/archives", heard.case)).await;
        archives.says("by word of management").says("Reem").hides("a legal hold has stood");
        let list = heard.owner.get("/retention").await;
        list.says("kept longer, by word of management").hides("A legal hold has stood").hides("under a legal hold");
        heard.owner.get("/archives").await.says("Kept by word of management").hides("Kept by a hold");
    }
}

#[tokio::test]
async fn answers_of_our_own_part_go_before_the_sealing_unless_they_are_held() {
    for mut heard in closed().await {
        let sara = counsel(&mut heard).await;
        learned(&mut heard).await;
        let archives = format!("{}/archives", heard.case);
        let keys = KeyFolder::within(&heard.copy.app.folder);
        let (client, case) = (heard.key.client.clone(), heard.key.case.clone());
        let own = Of::OwnPart { client: &client, case: &case };
        let stands = || keys.standing(own).expect("readable").is_some();
        set(&mut heard, &["own_part"], (&sara, &sara)).await;
        heard.owner.get(&archives).await.says("our own part stay").says("Ask").says("Sara");
        seal(&mut heard).await;
        assert!(stands() && opened(&heard).await.case.learning.own_parts_destroyed.is_none(), "a hold keeps them");
        assert_eq!(release(&mut heard.sara, &heard.case).await, 303);
        let all = own_parts::all(heard.copy.app.place(), &opened(&heard).await).await.expect("a store");
        assert_eq!(all.iter().filter(|said| said.text == OWN_PART).count(), 2);
        let sealed = app::store::cases::own_parts(&heard.copy.app.db, &heard.key).await.expect("a store");
        heard.owner.get(&archives).await.says("destroys the answers about our own part for good");
        let later = heard.copy.later(day("2027-11-22")).await;
        let due = later.signs_in("Reem").await.get("/retention").await;
        due.says(&archives).hides("class=own_part");
        drop(later);
        // A year later today's sessions were over, and were cleared away.
        heard.owner = heard.copy.signs_in("Reem").await;
        seal(&mut heard).await;

        assert!(!stands());
        assert_eq!(heard.copy.text("SELECT CAST(COUNT(*) AS TEXT) FROM own_parts").await, "0");
        let list = erasures::read(&erasures::file(&heard.copy.app.folder)).expect("a list");
        let scope = Scope::OwnParts { client: client.clone(), case: case.clone() };
        assert_eq!(list.erasures.iter().map(|one| (&one.scope, one.keys)).collect::<Vec<_>>(), [(&scope, 1)]);
        assert_eq!(list.erasures[0].basis, erasures::OWN_PART, "a word, which each reader's language says");
        // The very bytes of before, as a copy of the database would still have them, open no more.
        let pool = heard.copy.pool().await;
        for (id, bytes) in &sealed {
            let text = "INSERT INTO own_parts (client, case_id, id, sealed) VALUES ($1, $2, $3, $4)";
            let query = sqlx::query(AssertSqlSafe(text.to_owned())).bind(&client).bind(&case).bind(id);
            query.bind(bytes.clone()).execute(&pool).await.expect("kept");
        }
        pool.close().await;
        let again = opened(&heard).await;
        assert_eq!(
            (sealed.len(), own_parts::all(heard.copy.app.place(), &again).await.expect("a store").len()),
            (2, 0)
        );
        assert_eq!(again.case.learning.own_parts_destroyed, Some(day("2026-11-20")));
        assert_eq!(cases::verify(&heard.copy.app.db).await.expect("the store").1, vec![]);
        let review = heard.owner.get(&format!("{}/review", heard.case)).await;
        review.says("The answers were destroyed on").hides(OWN_PART);
        heard.owner.get(&format!("{}/retrospective", heard.case)).await.says("The answers were destroyed on");
        seal(&mut heard).await;
        let list = erasures::read(&erasures::file(&heard.copy.app.folder)).expect("a list");
        assert_eq!(list.erasures.len(), 1, "they go once");
    }
}
