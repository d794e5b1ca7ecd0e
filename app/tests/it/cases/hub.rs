//! What the hub of learning calls to mind: lessons without a criterion, words that were erased, and what nobody looks after.

use super::decision::id;
use super::duties::done;
use super::learning::closed;
use crate::harness::each;
use crate::next_client::{RULE, prospect};
use app::secret::key_folder::Of;
use domain::days::Day;

#[tokio::test]
async fn a_lesson_of_whom_we_take_is_called_to_mind_until_a_criterion_cites_it() {
    for mut heard in closed().await {
        let case = heard.case.clone();
        let reem = id(&heard.copy, "Reem").await;
        for (said, form) in [("Ask for a third in advance.", "criterion"), ("Ask early.", "policy")] {
            let lesson = [("text", said), ("cause", "habit"), ("form", form), ("owner", reem.as_str())];
            done(&mut heard.owner, &format!("{case}/lesson"), &lesson).await;
        }
        let hub = heard.owner.get("/learn").await;
        hub.says("Ask for a third in advance.").says("No criterion says it yet").hides("Ask early.");
        heard.owner.get(&hub.link("/criteria/new?lesson=")).await.says("Ask for a third in advance.");
        let lesson = format!("{}/{}/1", heard.key.client, heard.key.case);
        let form: Vec<(&str, &str)> =
            RULE.iter().copied().chain([("owner", reem.as_str()), ("lesson", lesson.as_str())]).collect();
        done(&mut heard.owner, "/criteria/new", &form).await;
        heard.owner.get("/learn").await.hides("Ask for a third in advance.").hides("No criterion says it yet");
    }
}

#[tokio::test]
async fn a_lesson_whose_words_were_erased_is_still_a_link_that_can_be_read() {
    for mut heard in closed().await {
        let case = heard.case.clone();
        let reem = id(&heard.copy, "Reem").await;
        let lesson = [
            ("text", "Ask early."),
            ("cause", "habit"),
            ("finding", "P3"),
            ("form", "policy"),
            ("owner", reem.as_str()),
        ];
        done(&mut heard.owner, &format!("{case}/lesson"), &lesson).await;
        done(&mut heard.owner, &format!("{case}/lesson-monitor"), &[("owner", &reem)]).await;
        let later = heard.copy.later(Day::from_iso("2029-01-10").expect("a day")).await;
        let mut owner = later.signs_in("Reem").await;
        let link = format!("{case}/lesson-effect?lesson=1\">");
        owner.get("/learn").await.says(&format!("{link}Ask early."));
        let (client, case) = (heard.key.client.as_str(), heard.key.case.as_str());
        heard.copy.app.place().keys.destroy(Of::Case { client, case }).expect("destroyed");
        owner.get("/learn").await.says(&format!("{link}These words were erased."));
    }
}

#[tokio::test]
async fn a_prospect_whose_keeper_left_is_called_to_an_owners_mind() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        let mut lina = copy.joins(&mut owner, "Lina", "owner").await;
        let mut nasser = copy.joins(&mut owner, "Nasser", "member").await;
        let own = prospect(&copy, &mut owner, "Dune", &[("payment_days", "60")]).await;
        owner.get("/learn").await.says(&own).hides("has left");
        lina.get("/learn").await.hides(&own);
        copy.sql("UPDATE members SET left_at = '2026-11-20T00:00:00Z' WHERE name = 'Reem'").await;
        lina.get("/learn").await.says(&own).says("Whoever kept in touch has left");
        nasser.get("/learn").await.hides(&own);
    }
}

#[tokio::test]
async fn what_is_kept_of_a_case_whose_people_left_is_shown_to_owners() {
    for mut heard in closed().await {
        heard.copy.joins(&mut heard.owner, "Lina", "owner").await;
        heard.copy.joins(&mut heard.owner, "Nasser", "member").await;
        let later = heard.copy.later(Day::from_iso("2066-12-01").expect("a day")).await;
        let (mut lina, mut nasser) = (later.signs_in("Lina").await, later.signs_in("Nasser").await);
        let at = "/clients/NAKHLA/erasures?class=contract_file";
        lina.get("/retention").await.hides(at);
        heard.copy.sql("UPDATE members SET left_at = '2027-01-01T00:00:00Z' WHERE name IN ('Reem', 'Sara')").await;
        lina.get("/retention").await.says(at).hides(&heard.case);
        lina.get("/learn").await.says("href=\"/retention\">");
        nasser.get("/retention").await.hides(at);
    }
}
