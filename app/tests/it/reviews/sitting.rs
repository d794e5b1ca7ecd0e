//! The light track: one sitting answers all, and each round opens in its turn; what is said of our own part bears no name.

use super::{Firm, load, nothing_stands_open};
use crate::harness::each;
use app::flow::own_parts;
use domain::case::{Act, Stage, Track};

#[tokio::test]
async fn one_sitting_answers_a_light_review_and_each_round_opens_in_its_turn() {
    for copy in each().await {
        let mut firm = Firm::of(copy, Track::Light).await;
        firm.seat_all().await;
        for (nth, who) in ["Sara", "Nasser", "Layla", "Huda", "Reem"].into_iter().enumerate() {
            firm.opinion(who, "repair").await;
            firm.get(who, "/answer").await.says("Name one good thing about Nakhla.").says("question 4 of 5");
            let thing = format!("good of {who}");
            let declines = [("do", "none")];
            let form: &[(&str, &str)] = if who == "Nasser" { &declines } else { &[("good", &thing)] };
            firm.must(who, "/good-thing", form).await;
            firm.get(who, "/answer")
                .await
                .says("How did we make it worse?")
                .says("question 5 of 5")
                .hides("fewer than");
            let ours = format!("ours, number {nth}");
            let before = own_part_ids(&firm).await;
            firm.must(who, "/own-part", &[("own", &ours), ("kind", "wording")]).await;
            let after = own_part_ids(&firm).await;
            assert_eq!(after.len(), nth + 1);
            assert!(before.iter().all(|id| !after.contains(id)), "each answer writes all of them anew");
        }
        let page = firm.get("Reem", "").await;
        page.says("Everyone has written.").hides("good of").hides("ours, number");
        nothing_stands_open(&firm, &["good of", "ours, number"]).await;
        assert_eq!(names(&firm, "Good").await, ["GoodThingKept"; 5], "not even who named none");
        firm.must("Reem", "/reveal", &[]).await;
        firm.get("Sara", "").await.says("why of Layla").hides("good of").hides("ours, number").hides("named none");
        complaints(&mut firm).await;
        firm.get("Sara", "").await.says("good of Layla").says("One of us named none.").hides("ours, number");
        closes_our_part(&mut firm).await;
    }
}

async fn complaints(firm: &mut Firm) {
    let page = firm.post("Sara", "/complaints", &[("complaint", "they pay late"), ("from", "answer")]).await;
    assert_eq!(page.status, 422, "what shows it?");
    page.says("they pay late").says("Choice: something has to be given");
    let form = [("complaint", "they pay late"), ("finding", "P5"), ("from", "answer")];
    firm.must("Sara", "/complaints", &form).await;
    firm.get("Sara", "/answer").await.says("they pay late").says("Complaints are heard now");
    firm.must("Layla", "/complaints", &[("complaint", "always a month late"), ("finding", "-")]).await;
    firm.must("Nasser", "/complaints", &[("complaint", "they call at night"), ("finding", "-")]).await;
    assert_eq!(firm.post("Huda", "/complaints", &[("complaint", "x"), ("finding", "R4")]).await.status, 422);
    assert_eq!(firm.post("Sara", "/complaints/merge", &[("merged", "2"), ("into", "1")]).await.status, 422);
    firm.must("Reem", "/complaints/merge", &[("merged", "2"), ("into", "1")]).await;
    let page = firm.get("Nasser", "").await;
    page.says("/clients/NAKHLA/findings/P5")
        .says("no record")
        .says("always a month late")
        .says("<bdi>Sara</bdi>, <bdi>Layla</bdi>");
    firm.must("Reem", "/complaints/end", &[]).await;
    assert_eq!(firm.post("Sara", "/complaints", &[("complaint", "x"), ("finding", "-")]).await.status, 422);
}

async fn closes_our_part(firm: &mut Firm) {
    let open = own_parts::all(firm.copy.app.place(), &load(firm).await).await.expect("a store");
    assert_eq!(open, [], "nobody reads them while the question is open");
    firm.must("Reem", "/own-parts/end", &[]).await;
    let page = firm.get("Layla", "").await;
    (0..5).for_each(|nth| {
        page.says(&format!("ours, number {nth}"));
    });
    let plain = firm.copy.text("SELECT plain FROM case_entries WHERE name = 'OwnPartsClosed'").await;
    assert_eq!(plain, "{\"answers\":5}", "counted, not given");
    assert_eq!(firm.copy.text("SELECT MAX(plain) FROM case_entries WHERE name = 'OwnPartAnswered'").await, "{}");
    let sealed = "SELECT CAST(COUNT(sealed) AS TEXT) FROM case_entries WHERE name = 'OwnPartAnswered'";
    assert_eq!(firm.copy.text(sealed).await, "0", "who answered says nothing of what");
    nothing_stands_open(firm, &["ours, number"]).await;
    let case = firm.base.trim_end_matches("/review").to_owned();
    let owner = firm.people.get_mut("Reem").expect("the owner");
    owner.get(&case).await.hides("ours, number");
    owner.get("/cases").await.hides("ours, number");
    let owner = firm.ids["Layla"].clone();
    let form =
        [("improvement", "a plan each Sunday"), ("owner", owner.as_str()), ("due", "2999-01-01"), ("number", "1")];
    assert_eq!(firm.post("Sara", "/improvements", &form).await.status, 422, "the facilitator records it");
    let early =
        [("improvement", "a plan each Sunday"), ("owner", owner.as_str()), ("due", "2000-01-01"), ("number", "1")];
    let page = firm.post("Reem", "/improvements", &early).await;
    assert_eq!(page.status, 422);
    page.says("a plan each Sunday").says("it has to lie ahead");
    firm.must("Reem", "/improvements", &form).await;
    assert_eq!(firm.post("Sara", "/improvements/done", &[("done", "1")]).await.status, 422);
    firm.get("Layla", "").await.says("a plan each Sunday").says("Done</button>");
    firm.must("Layla", "/improvements/done", &[("done", "1")]).await;
    firm.get("Sara", "").await.hides("Done</button>");
}

async fn own_part_ids(firm: &Firm) -> Vec<String> {
    let all = app::store::cases::own_parts(&firm.copy.own.db, &firm.key).await.expect("a store");
    all.into_iter().map(|(id, _)| id).collect()
}

/// Returns the names of the journal's entries that begin so.
async fn names(firm: &Firm, beginning: &str) -> Vec<String> {
    let kept = app::store::cases::journal(&firm.copy.own.db, &firm.key).await.expect("a store");
    kept.into_iter().map(|kept| kept.entry.name).filter(|name| name.starts_with(beginning)).collect()
}

#[tokio::test]
async fn silence_of_all_is_a_signal_and_few_people_are_warned() {
    for copy in each().await {
        let mut firm = Firm::of(copy, Track::Light).await;
        let (sara, nasser) = (firm.ids["Sara"].clone(), firm.ids["Nasser"].clone());
        let reasons: Vec<String> = ["Layla", "Huda"].map(|who| format!("reason-{}", firm.ids[who])).into();
        let form = [("seat", sara.as_str()), ("seat", &nasser), (&reasons[0], "away"), (&reasons[1], "away")];
        firm.must("Reem", "/roster", &form).await;
        firm.act("Reem", Act::Enter { stage: Stage::Review }).await;
        for who in ["Sara", "Nasser"] {
            firm.opinion(who, "end").await;
            firm.must(who, "/good-thing", &[("do", "none")]).await;
            firm.get(who, "/answer").await.says("You are fewer than four").says("value=\"better\" checked");
            firm.must(who, "/own-part", &[("own", "one list for all"), ("kind", "better")]).await;
        }
        firm.must("Reem", "/reveal", &[]).await;
        let skipped = firm.post("Reem", "/omission", &[("step", "complaints"), ("omission", "")]).await;
        assert_eq!(skipped.status, 422, "leaving out has a reason");
        firm.must("Reem", "/omission", &[("step", "complaints"), ("omission", "nothing new")]).await;
        let page = firm.get("Reem", "").await;
        page.says("nobody named one.").says("no verdict").says("nothing new");
        firm.must("Reem", "/own-parts/end", &[]).await;
        firm.get("Sara", "").await.says("one list for all").says("Only what we will do better was recorded.");
    }
}
