//! All of a client erased, with their own entry.

use super::erasing::{confirmed, count, proposed, records};
use crate::harness::each;
use crate::next_client::prospect;
use crate::reviews::{act_by, opened};
use app::flow::{archive, cases, erasures, next_client, prospect_log};
use app::keep::erasures as list;
use app::secret::key_folder::{KeyFolder, Of};
use app::store::entries::By;
use domain::case::{Act, Track};
use domain::days::Day;
use domain::erasure::firm_digest;
use domain::lesson::prospect::Event;

/// Writes down a client that was won, by its name alone.
pub fn won(id: &str, name: &str) -> String {
    format!(
        "INSERT INTO exit_wins (id, name, contacted_on, signed_on, monthly_minor, currency, member, entered_at)
         VALUES ('{id}', '{name}', '2025-01-05', '2025-03-01', 400000, 'SAR', 'x', '2025-03-02T08:00:00Z')"
    )
}

#[tokio::test(flavor = "multi_thread")]
async fn all_of_a_client_goes_with_their_own_entry_once_no_book_is_left() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        let mut zaid = copy.joins(&mut owner, "Zaid", "finance").await;
        records(&copy).await;
        copy.sql(
            "INSERT INTO clients (client, name, currency, source_id, source_line, folded, merged_into)
             VALUES ('NAKHLEH', 'Nakhleh', 'SAR', 0, 0, '', 'NAKHLA')",
        )
        .await;
        let at = "/clients/NAKHLA/erasures";
        let form = [("form", "whole"), ("basis", "request"), ("reference", "PDPL art. 18")];
        let proposal = proposed(&mut owner, at, &form).await;
        zaid.get(&proposal).await.says("Kept by law; its term has not begun").hides("Erase it now");
        assert_eq!(confirmed(&mut zaid, &proposal).await.status, 409, "an invoice is a book");
        copy.sql("DELETE FROM invoices").await;
        let prospect = prospect(&copy, &mut owner, "Nakhla of old", &[("payment_days", "60")]).await;
        let id = prospect.rsplit('/').next().expect("an id").to_owned();
        let seen = next_client::prospect(copy.app.place(), &id).await.expect("the store").expect("a prospect").now.seq;
        let (on, by) = (Day::from_iso("2026-02-01").expect("a day"), By { member: "x".to_owned(), at: "x".to_owned() });
        let became = [Event::LeadWon { on }, Event::ClientLinked { client: "NAKHLEH".to_owned() }];
        assert!(prospect_log::note(copy.app.place(), &id, (seen, on), &became, &by).await.expect("the store"));
        for (win, name) in [("w1", "nakhla co."), ("w2", "NAKHLA OF OLD"), ("w3", "Sadeem")] {
            copy.sql(&won(win, name)).await;
        }
        let page = zaid.get(&proposal).await;
        page.says("but its journals").says("Notes of a prospect").says("Wins entered by hand").says("Erase it now");
        assert_eq!(confirmed(&mut zaid, &proposal).await.status, 303);
        for table in ["clients", "messages", "changes", "assessments"] {
            assert_eq!(count(&copy, &format!("SELECT COUNT(*) FROM {table}")).await, "0", "{table}");
        }
        assert_eq!(owner.get("/clients/NAKHLA").await.status, 404);
        assert_eq!(owner.get(&prospect).await.status, 404, "nor as whom they came");
        assert_eq!(copy.app.keys.standing(Of::Prospect(&id)).expect("readable"), None);
        let list = list::read(&list::file(&copy.app.folder)).expect("a list");
        assert_eq!((list.erasures.len(), list.keys()), (5, 1));
        let spelling = list::Scope::Client { client: "NAKHLEH".to_owned(), tables: vec![] };
        assert_eq!(list.erasures[1].scope, spelling, "a file that still has the spelling brings nothing back");
        assert_eq!(list.erasures[2].scope, list::Scope::Prospect { prospect: id });
        for name in ["Nakhleh Ltd", "nakhla of old"] {
            let digest = firm_digest(name).expect("a name");
            assert!(list.erasures[0].names_sha256.contains(&digest), "nor under another number, as {name}");
        }
        assert!(!list.text.contains("of old"));
        assert_eq!(copy.text("SELECT MIN(name) FROM exit_wins").await, "Sadeem");
        assert_eq!(count(&copy, "SELECT COUNT(*) FROM exit_wins").await, "1");
        // A backup of before has the row, and not the name by which it was found.
        copy.sql(&won("w1", "nakhla co.")).await;
        erasures::replay(copy.app.place(), &list.erasures).await.expect("replayed");
        assert_eq!(count(&copy, "SELECT COUNT(*) FROM exit_wins").await, "1");
        owner.get("/retention/destroyed").await.says("but its journals");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_cases_of_its_other_spellings_are_known_to_be_erased_when_nobody_knows_the_spellings_any_more() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        let mut zaid = copy.joins(&mut owner, "Zaid", "finance").await;
        for (client, name) in [("NAKHLA", "Nakhla"), ("NAKHLEH", "Nakhleh")] {
            copy.client(client, name).await;
        }
        let reem = copy.text("SELECT id FROM members WHERE name = 'Reem'").await;
        let key = opened(&copy, "NAKHLEH", &reem, Track::Light).await;
        act_by(&copy, &key, &reem, Act::Withdraw { text: "it was a misunderstanding".to_owned() }).await;
        copy.sql("UPDATE clients SET merged_into = 'NAKHLA' WHERE client = 'NAKHLEH'").await;
        let form = [("form", "whole"), ("basis", "request"), ("reference", "PDPL art. 18")];
        let proposal = proposed(&mut owner, "/clients/NAKHLA/erasures", &form).await;
        assert_eq!(confirmed(&mut zaid, &proposal).await.status, 303);

        let of_case = Of::Case { client: "NAKHLEH", case: &key.case };
        assert!(copy.app.keys.standing(of_case).expect("readable").is_none());
        let list = list::read(&list::file(&copy.app.folder)).expect("a list");
        assert_eq!((list.erasures.len(), list.keys()), (3, 1), "each key is counted once");
        let destroyed = erasures::destroyed(&copy.own.db, &list.erasures).await.expect("the store");
        assert!(destroyed.contains(&KeyFolder::name(of_case)), "older backups of the keys go");
        let opened = cases::load(copy.app.place(), &key).await.expect("the store").expect("a case");
        assert!(opened.erased().is_some());
        let archives = archive::standing(copy.app.place(), &copy.app.folder).await.expect("looked");
        assert!(archives.missing.is_empty());
        owner.get("/retention/destroyed").await.says("but its journals").hides("Line 2");
    }
}
