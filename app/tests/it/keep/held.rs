//! What a legal hold keeps from an erasure, also one that comes after the second person has confirmed.

use super::erasing::{confirmed, count, proposed, records, with_a_case};
use crate::database;
use crate::harness::{each, start};
use crate::reviews::act_by;
use app::flow::destruction::{self, Ground, Wanted};
use app::keep::erasures;
use app::secret::key_folder::Of;
use app::store::destructions;
use domain::case::Act;
use domain::days::Day;
use domain::erasure::Basis;
use domain::firm::Firm;

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
            zaid.get(&proposal).await.says("nothing is erased before counsel releases it").hides("Erase it now");
            assert_eq!(confirmed(&mut zaid, &proposal).await.status, 409, "{classes}");
            let case = Of::Case { client: "NAKHLA", case: &key.case };
            assert!(copy.app.keys.standing(case).expect("readable").is_some(), "{classes}");
            copy.sql("DELETE FROM legal_holds").await;
        }
        assert_eq!(confirmed(&mut zaid, &proposal).await.status, 303);
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
