//! What a legal hold keeps from an erasure, also one that comes after the second person has confirmed.

use super::erasing::{confirmed, count, proposed, records, with_a_case};
use crate::database;
use crate::harness::{Copy, each, start};
use crate::reviews::act_by;
use app::flow::destruction::{self, Ground, Wanted};
use app::keep::erasures;
use app::secret::key_folder::Of;
use app::store::destructions;
use domain::case::Act;
use domain::days::Day;
use domain::erasure::Basis;
use domain::firm::Firm;
use std::time::Duration;

/// Returns the statement that sets a hold on papers of a client.
fn hold(classes: &str) -> String {
    format!(
        "INSERT INTO legal_holds (client, case_id, hold, classes, ask_member, since_on)
         VALUES ('NAKHLA', 'k1', 1, '{classes}', 'reem', '2026-11-01')"
    )
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hold_on_papers_of_any_class_keeps_the_words_of_a_case() {
    for copy in each().await {
        let (mut owner, mut zaid, reem, key) = with_a_case(&copy).await;
        act_by(&copy, &key, &reem, Act::Withdraw { text: "it was a misunderstanding".to_owned() }).await;
        let form = [("form", "case"), ("case", key.case.as_str()), ("basis", "request"), ("reference", "PDPL art. 18")];
        let proposal = proposed(&mut owner, "/clients/NAKHLA/erasures", &form).await;
        for classes in [r#"["own_part"]"#, r#"["books"]"#, r#"["client_data"]"#] {
            copy.sql(&hold(classes)).await;
            zaid.get(&proposal).await.says("It stays as it is, by word of management").hides("Erase it now");
            assert_eq!(confirmed(&mut zaid, &proposal).await.status, 409, "{classes}");
            let case = Of::Case { client: "NAKHLA", case: &key.case };
            assert!(copy.app.keys.standing(case).expect("readable").is_some(), "{classes}");
            copy.sql("DELETE FROM legal_holds").await;
        }
        assert_eq!(confirmed(&mut zaid, &proposal).await.status, 303);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_hold_keeps_is_not_even_proposed() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        records(&copy).await;
        copy.sql(&hold(r#"["sign_data"]"#)).await;
        let at = "/clients/NAKHLA/erasures";
        let form = [("form", "rows"), ("matter", "messages"), ("basis", "request"), ("reference", "PDPL art. 18")];
        let refused = owner.post(at, &form).await;
        assert_eq!(refused.status, 422);
        refused.says("It stays as it is, by word of management").hides("A legal hold has stood");
        copy.sql(
            "INSERT INTO legal_hold_custodians (client, case_id, hold, member, told_on)
             SELECT 'NAKHLA', 'k1', 1, id, '2026-11-01' FROM members WHERE name = 'Reem'",
        )
        .await;
        let refused = owner.post(at, &form).await;
        assert_eq!(refused.status, 422);
        refused.says("A legal hold has stood since 1 November 2026").says("PDPL art. 18");
        assert_eq!(count(&copy, "SELECT COUNT(*) FROM erasure_proposals").await, "0");
        let other = [("form", "rows"), ("matter", "exit"), ("basis", "request"), ("reference", "PDPL art. 18")];
        proposed(&mut owner, at, &other).await;
        copy.sql("UPDATE legal_holds SET released_on = '2026-11-02'").await;
        proposed(&mut owner, at, &form).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hold_that_comes_before_anything_went_takes_the_confirmation_back() {
    for own in database::each().await {
        let copy = start(own, |_| {}).await;
        records(&copy).await;
        let (place, firm) = (copy.app.place(), Firm::default());
        let today = Day::from_iso("2026-11-29").expect("a day");
        let ground = Ground { place, root: &copy.app.folder, firm: &firm, today };
        let wanted = Wanted::Rows { client: "NAKHLA".to_owned(), tables: vec!["messages".to_owned()] };
        let _alone = copy.app.erasing.lock().await;
        let basis = (Basis::Request, "PDPL art. 18");
        let proposal = destruction::propose(place, wanted, basis, ("reem", today)).await.expect("stored");
        let counted = r#"{"gone":{"messages":2},"keys":0,"archives":[],"copies":[]}"#;
        assert!(destructions::confirm(place.db, &proposal.id, ("zaid", today), counted).await.expect("stored"));
        // The power went before the list had its line, and then counsel set a hold.
        copy.sql(&hold(r#"["sign_data"]"#)).await;
        assert_eq!(destruction::finish(ground).await.expect("looked"), 0);
        let waits = destructions::proposal(place.db, &proposal.id).await.expect("readable").expect("it waits again");
        assert!(waits.confirmed.is_none() && waits.counted.is_empty());
        copy.sql("UPDATE legal_holds SET released_on = '2026-11-30'").await;
        assert_eq!(destruction::finish(ground).await.expect("looked"), 0, "it takes a second person again");
        assert_eq!(count(&copy, "SELECT COUNT(*) FROM messages").await, "2");
        assert!(!erasures::file(&copy.app.folder).exists());
    }
}

/// So long whoever has to wait is seen to wait.
const WAITING: Duration = Duration::from_millis(500);

/// Sets a hold and confirms an erasure at once, while another erasure runs: the first of them waits longer.
async fn at_once(copy: &Copy, hold_first: bool) {
    let (mut owner, mut zaid, _, key) = with_a_case(copy).await;
    copy.sql(
        "INSERT INTO messages (client, id, at, direction, contact, text, source_id, source_line)
         VALUES ('NAKHLA', '1', '2026-01-01T10:00', 'in', 'Ibrahim Saleh', 'the lamp was broken', 0, 0)",
    )
    .await;
    let (case, id) =
        (format!("/clients/NAKHLA/cases/{}", key.case), copy.text("SELECT id FROM members WHERE name = 'Zaid'").await);
    let role = owner.post(&format!("{case}/roles"), &[("role", "counsel"), ("member", &id)]).await;
    assert_eq!(role.status, 303, "{}", role.body);
    let form = [("form", "rows"), ("matter", "messages"), ("basis", "request"), ("reference", "PDPL art. 18")];
    let proposal = proposed(&mut owner, "/clients/NAKHLA/erasures", &form).await;

    let own = format!("{case}/legal-holds");
    let hold = [("text", "they threaten to sue"), ("custodians", id.as_str()), ("ask", id.as_str())];
    let running = copy.app.erasing.lock().await;
    let mut set = Box::pin(owner.post(&own, &hold));
    let mut erased = Box::pin(confirmed(&mut zaid, &proposal));
    let waits = if hold_first {
        tokio::time::timeout(WAITING, &mut set).await.is_err()
    } else {
        tokio::time::timeout(WAITING, &mut erased).await.is_err()
    };
    assert!(waits, "an erasure runs");
    drop(running);
    let (set, erased) = tokio::join!(set, erased);
    assert_eq!(set.status, 303, "{}", set.body);
    let page = owner.get(&format!("{own}/1")).await;
    match (erased.status, count(copy, "SELECT COUNT(*) FROM messages").await.as_str()) {
        (409, "1") => page.hides("Erased before it was set"),
        (303, "0") => page.says("Erased before it was set").says("Records of NAKHLA: Messages"),
        other => panic!("a hold and an erasure mix: {other:?}"),
    };
    // Those who wait come in their order.
    assert_eq!(erased.status == 409, hold_first);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hold_comes_before_an_erasure_or_is_told_what_went() {
    for hold_first in [true, false] {
        for copy in each().await {
            at_once(&copy, hold_first).await;
        }
    }
}
