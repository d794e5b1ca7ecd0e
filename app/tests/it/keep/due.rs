//! The yearly list of what is due: what is here and past its time, and nothing else.

use super::erasing::{confirmed, count, proposed, with_a_case};
use crate::harness::each;
use crate::next_client::prospect;
use app::flow::destruction::{Bag, Fate};
use app::flow::{cases, retention};
use app::keep::erasures::Scope;
use app::secret::key_folder::Of;
use app::store::cases::Key;
use app::store::retention::silent_since;
use domain::case::parting::{Archive, Scope as Archived};
use domain::days::Day;
use domain::retention::Class;

#[tokio::test(flavor = "multi_thread")]
async fn a_prospect_is_due_three_years_after_the_last_word() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        let own = prospect(&copy, &mut owner, "Sidra Hotels", &[("payment_days", "60")]).await;
        let today = copy.today().await;
        owner.get("/retention").await.hides("Sidra Hotels").says("No relationship that you take part in has ended");
        let before = copy.later(today.plus(3 * 365 - 1)).await;
        before.signs_in("Reem").await.get("/retention").await.hides("Sidra Hotels");
        let later = copy.later(today.plus(3 * 366 + 1)).await;
        let list = later.signs_in("Reem").await.get("/retention").await;
        list.says("Sidra Hotels").says("Prospects of whom nothing came").says(&format!("{own}/erasures"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn signs_grow_old_while_a_client_stays_and_go_by_two_people() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        let mut zaid = copy.joins(&mut owner, "Zaid", "finance").await;
        copy.client("NAKHLA", "Nakhla").await;
        let today = copy.today().await;
        for (id, on) in [("old", today.plus(-800)), ("new", today.plus(-100))] {
            copy.sql(&format!(
                "INSERT INTO messages (client, id, at, direction, contact, text, source_id, source_line)
                 VALUES ('NAKHLA', '{id}', '{on}T10:00', 'in', 'Huda', 'a word', 0, 0)"
            ))
            .await;
            copy.sql(&format!(
                "INSERT INTO changes (kind, client, id, number, changed_at, source_id, before)
                 VALUES ('messages', 'NAKHLA', '{id}', 1, 'x', 0, '{{}}')"
            ))
            .await;
        }
        owner.get("/retention").await.says("Signs that have grown old").says("/clients/NAKHLA/erasures?older=true");
        owner.get("/clients/NAKHLA/erasures?older=true").await.says("Signs that have grown old");
        let form = [("form", "older"), ("basis", "term"), ("reference", "yearly look")];
        let proposal = proposed(&mut owner, "/clients/NAKHLA/erasures", &form).await;
        zaid.get(&proposal).await.says("Messages, hours and other signs of");
        assert_eq!(confirmed(&mut zaid, &proposal).await.status, 303);
        assert_eq!(copy.text("SELECT MIN(id) FROM messages").await, "new");
        assert_eq!(count(&copy, "SELECT COUNT(*) FROM messages").await, "1");
        assert_eq!(count(&copy, "SELECT COUNT(*) FROM changes").await, "1");
        owner.get("/retention").await.hides("Signs that have grown old");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn books_of_who_left_without_a_case_are_due_from_their_last_rows() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        copy.joins(&mut owner, "Zaid", "finance").await;
        copy.joins(&mut owner, "Nasser", "member").await;
        copy.client("NAKHLA", "Nakhla").await;
        copy.client("SIDRA", "Sidra").await;
        copy.client("BARE", "Bare").await;
        let today = copy.today().await;
        let invoice = async |client: &str, id: &str, on: Day| {
            copy.sql(&format!(
                "INSERT INTO invoices (client, id, issued_on, due_on, amount, currency, known_on, source_id, source_line)
                 VALUES ('{client}', '{id}', '{on}', '{on}', 120000, 'SAR', '{on}', 0, 0)"
            ))
            .await;
        };
        invoice("NAKHLA", "I-1", today.plus(-20)).await;
        invoice("SIDRA", "I-2", today.plus(-20)).await;
        owner.get("/retention").await.hides("Nakhla");
        // Books are kept for ten years after the end of the year in Saudi Arabia.
        let later = copy.later(today.plus(12 * 366)).await;
        invoice("SIDRA", "I-3", today.plus(12 * 366 - 40)).await;
        let silent = silent_since(&copy.own.db, today).await.expect("the store");
        assert_eq!(silent, ["NAKHLA"], "nothing can be due of whom nothing is here");
        let at = "/clients/NAKHLA/erasures?class=books";
        for name in ["Reem", "Zaid"] {
            let mut browser = later.signs_in(name).await;
            browser.get("/retention").await.says("Nakhla").says("without a case").says(at).hides("Sidra");
            browser.get("/retention.csv").await.says("Nakhla");
            browser.get("/learn").await.says("href=\"/retention\">");
        }
        let mut nasser = later.signs_in("Nasser").await;
        nasser.get("/retention").await.hides("Nakhla");
        let (mut owner, mut zaid) = (later.signs_in("Reem").await, later.signs_in("Zaid").await);
        owner.get("/clients/SIDRA/erasures").await.hides("value=\"invoices\"");
        let form = [("form", "rows"), ("matter", "invoices"), ("basis", "term"), ("reference", "yearly look")];
        let proposal = proposed(&mut owner, "/clients/NAKHLA/erasures", &form).await;
        assert_eq!(confirmed(&mut zaid, &proposal).await.status, 303);
        assert_eq!(copy.text("SELECT MIN(client) FROM invoices").await, "SIDRA");
        owner.get("/retention").await.hides("Nakhla");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_firm_states_years_of_its_own_with_a_reason() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        owner.get("/firm").await.says("How long papers are kept").says("the rules of the pack hold");
        for (form, says) in [
            (&[("term", "contract_file"), ("reason", "counsel")][..], "for how many years"),
            (&[("term", "contract_file"), ("years", "7")], "Write why"),
            (&[("term", "planets"), ("years", "7"), ("reason", "counsel")], "Choose what it is about"),
        ] {
            let refused = owner.post("/firm/terms", form).await;
            assert_eq!(refused.status, 422, "{form:?}");
            refused.says(says);
        }
        let form = [("term", "contract_file"), ("years", "7"), ("reason", "counsel of 3 March")];
        assert_eq!(owner.post("/firm/terms", &form).await.status, 303);
        assert_eq!(owner.post("/firm/terms", &[("term", "dispute"), ("reason", "assessed anew")]).await.status, 303);
        owner.get("/firm").await.says("counsel of 3 March").says("An open dispute with a tax authority");
        assert_eq!(owner.post("/firm/terms/removal", &[("term", "dispute")]).await.status, 303);
        owner.get("/firm").await.hides("assessed anew").says("counsel of 3 March");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn papers_are_due_by_themselves_once_the_words_that_they_go_with_are_gone() {
    for copy in each().await {
        let (_, _, _, key) = with_a_case(&copy).await;
        let (place, client, case) = (copy.app.place(), key.client.as_str(), key.case.as_str());
        place.keys.key(Of::Papers { client, case }).expect("a key");
        let opened = cases::load(place, &key).await.expect("the store").expect("a case");
        let is_here = async |class| retention::is_here(place, &opened, class).await.expect("the store");
        assert_eq!((is_here(Class::ContractFile).await, is_here(Class::Books).await), (true, false));
        place.keys.destroy(Of::Case { client, case }).expect("destroyed");
        assert!(is_here(Class::Books).await);
    }
}

#[test]
fn an_archive_can_be_opened_for_signs_that_have_grown_old() {
    let archive = Archive {
        scope: Archived::Ours,
        name: "k1-1".to_owned(),
        sha256: "00".to_owned(),
        files: 1,
        replaces: None,
        elsewhere: false,
    };
    let key = Key { client: "NAKHLA".to_owned(), case: "k1".to_owned() };
    let bag = Bag { key, archive, readers: None, until: None, replaced: false, held: false };
    let before = Day::from_iso("2024-02-01").expect("a day");
    let old = Scope::Older { client: "NAKHLA".to_owned(), before };
    assert_eq!(bag.fate(&old), Fate::Opens, "else it stands among the copies that are not reached");
    assert_eq!(Bag { held: true, ..bag.clone() }.fate(&old), Fate::Stays);
    assert_eq!(Bag { replaced: true, ..bag }.fate(&old), Fate::Goes);
}
