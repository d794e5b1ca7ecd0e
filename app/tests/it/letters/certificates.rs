//! A certificate of deletion is written from the index of what was destroyed, and states no more than that.

use super::pages::decided;
use crate::cases::decision::{Heard, heard_of};
use app::flow::cases;

/// Erases the client's messages by two people; returns the address of the proposal, and the id of the entry.
async fn erased(heard: &mut Heard) -> (String, String) {
    let mut zaid = heard.copy.joins(&mut heard.owner, "Zaid", "finance").await;
    let sql = "INSERT INTO messages (client, id, at, direction, contact, text, source_id, source_line)
               VALUES ('NAKHLA', 'erase-me', '2026-01-01T10:00', 'in', 'Huda', 'the lamp was broken', 0, 0)";
    heard.copy.sql(sql).await;
    let form = [("form", "rows"), ("matter", "messages"), ("basis", "contract"), ("reference", "clause 9.2")];
    let proposal = heard.owner.post("/clients/NAKHLA/erasures", &form).await;
    assert_eq!(proposal.status, 303, "{}", proposal.body);
    let proposal = proposal.header("location").expect("an address").to_owned();
    zaid.get("/retention").await.says("/erasures.csv");
    heard.owner.get("/clients/NAKHLA/erasures").await.says("/erasures.csv?client=NAKHLA");
    let waits = "on,by,what,basis,reference\n";
    zaid.get("/erasures.csv?client=NAKHLA").await.says(waits).says("A contract promises it,clause 9.2\n");
    zaid.get("/erasures.csv?client=OTHER").await.says(waits).hides("clause 9.2");
    let done = zaid.post(&format!("{proposal}/confirmation"), &[("read", "1")]).await;
    assert_eq!(done.status, 303, "{}", done.body);
    zaid.get("/retention/destroyed").await.hides("Write the certificate");
    (proposal, heard.copy.text("SELECT id FROM destructions").await)
}

/// Returns the text of the letter that was written last.
async fn text(heard: &Heard) -> String {
    let opened = cases::load(heard.copy.app.place(), &heard.key).await.expect("a store").expect("a case");
    let letter = opened.case.parting.letters.last().expect("a letter");
    letter.text().expect("readable").to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_certificate_states_what_was_destroyed_and_no_more() {
    for mut heard in heard_of(2).await {
        decided(&mut heard).await;
        let new = format!("{}/part/letters/new", heard.case);
        let which = format!("{new}?kind=deletion_certificate&language=en");
        heard.owner.get(&which).await.says("What was deleted").says("Last backup copy expires on");
        let (proposal, id) = erased(&mut heard).await;
        assert_eq!(heard.owner.get(&proposal).await.header("location"), Some("/retention/destroyed"));
        heard.owner.get("/retention/destroyed").await.says("Write the certificate").says(&id).says("destroyed.xlsx");
        let file = heard.owner.get("/retention/destroyed.csv").await;
        file.says("what,line,gone,why,proposed_by,proposed_on,confirmed_by,confirmed_on,copies")
            .says(",1,")
            .says("Zaid,");
        file.hides("Write the certificate");
        assert_eq!(heard.owner.get(&format!("{which}&erasure=other")).await.status, 404);
        let page = heard.owner.get(&format!("{which}&erasure={id}")).await;
        page.says("It rests on line 1 of the index").says("Messages (").says("verified by Zaid");
        page.hides("What was deleted").hides("Last backup copy expires on");

        let form = [
            ("form", "facts"),
            ("kind", "deletion_certificate"),
            ("language", "en"),
            ("erasure", id.as_str()),
            ("client_name", "Nakhla Trading Company"),
            ("noticed_on", "2026-11-20"),
            ("signer_name", "Reem"),
            ("deletions", "All invoices | destroy | 2026-11-20 | Sara | Nasser"),
            ("backups_until", "2026-11-20"),
        ];
        let written = heard.owner.post(&new, &form).await;
        assert_eq!(written.status, 303, "{}", written.body);
        let letter = written.header("location").expect("an address").to_owned();
        let kept = text(&heard).await;
        for said in ["## Messages (", "- Method: ", "- Done by: Reem", "- Verified by: Zaid", "We know of no copy"] {
            assert!(kept.contains(said), "{said}\n{kept}");
        }
        assert!(!kept.contains("All invoices"), "{kept}");
        heard.owner.get(&letter).await.says("It rests on line 1 of the index");
        is_not_overstated(&mut heard, &letter, &kept).await;
    }
}

/// What was not erased is not kept in its text, and what it rests on is not left out.
async fn is_not_overstated(heard: &mut Heard, letter: &str, kept: &str) {
    let entry = kept.lines().find(|line| line.contains("under the mark")).expect("what it rests on");
    let more = kept.replace(entry, &format!("## Invoices (3)\n\n{entry}"));
    for wrong in [more, kept.replace(entry, ""), kept.replace("- Done on: ", "- Done on: 1 January 2020, ")] {
        for way in ["keep", "check"] {
            let refused = heard.owner.post(letter, &[("do", way), ("text", &wrong)]).await;
            assert_eq!(refused.status, 422, "{wrong}");
            refused.says("states something else than what was destroyed");
        }
    }
    assert_eq!(text(heard).await, kept);
    let otherwise = kept.replace("certifies that", "hereby certifies that");
    assert_eq!(heard.owner.post(letter, &[("do", "keep"), ("text", &otherwise)]).await.status, 303);
    heard.owner.get(letter).await.says("It rests on line 1 of the index").says("hereby certifies");
}
