//! A review rests on a kept run of the cost of ending: who names it, whose run it may be, and who reads its figures.

use super::decision::{Heard, end, heard_of, id};
use crate::exit_cost::PLAN;
use crate::harness::Copy;
use app::flow::cases;
use app::store::entries::By;
use app::store::exit_runs::{self, Kept};
use domain::days::Day;
use domain::exit::{Scenario, read, simulate};

/// Keeps a run of a client, and returns the chance that cash falls below zero if the firm ends now.
pub async fn keep(copy: &Copy, client: &str, run: &str) -> f64 {
    let sound = read(PLAN).expect("a plan");
    let figures = simulate(&sound);
    let risk = figures.of(Scenario::EndNow).expect("it ends").p_cash_below_zero;
    let by = By { member: id(copy, "Reem").await, at: "2026-11-02T09:00:00Z".to_owned() };
    let kept = Kept {
        id: run.to_owned(),
        client: client.to_owned(),
        on: Day::from_iso("2026-11-02").expect("a day"),
        inputs: sound.inputs().text(),
        bill: vec![],
        figures,
        by: None,
        kept_at: by.at.clone(),
    };
    exit_runs::keep(&copy.app.db, &kept, &by).await.expect("kept");
    risk
}

#[tokio::test]
async fn a_review_rests_on_a_kept_run_of_its_own_client() {
    for Heard { copy, mut owner, mut sara, key, case } in heard_of(2).await {
        let page = format!("{case}/review/scenario");
        owner.get(&case).await.says(&page);
        let none = owner.get(&page).await;
        none.says("No run of this client has been kept yet").says("/clients/NAKHLA/exit").hides("type=\"radio\"");
        copy.client("BALSAM", "Balsam").await;
        let risk = keep(&copy, "NAKHLA", "ours").await;
        keep(&copy, "BALSAM", "theirs").await;
        let told = format!("{} of 100 futures", (risk * 100.0).round());
        owner.get(&page).await.says("value=\"ours\"").says("Reem").hides("value=\"theirs\"");
        sara.get(&page).await.says("Working with the figures").hides("value=\"ours\"").hides(&told);
        for run in ["theirs", ""] {
            assert_eq!(owner.post(&page, &[("run", run)]).await.status, 422, "{run}");
        }
        assert_eq!(sara.post(&page, &[("run", "ours")]).await.status, 422, "a seat is no say over the figures");
        let opened = cases::load(copy.app.place(), &key).await.expect("the store").expect("a case");
        assert_eq!(opened.case.scenario, None);

        let cited = owner.post(&page, &[("run", "ours")]).await;
        assert_eq!(cited.header("location"), Some(format!("{case}/review#ending").as_str()), "{}", cited.body);
        let opened = cases::load(copy.app.place(), &key).await.expect("the store").expect("a case");
        assert_eq!(opened.case.scenario.and_then(|scenario| scenario.p_cash_below_zero), Some(risk));
        owner.get(&format!("{case}/review")).await.says(&told).says("/clients/NAKHLA/exit/runs/ours");
        sara.get(&format!("{case}/review")).await.says("rests on a kept run").hides(&told).hides("/exit/runs/");
        owner.get(&format!("{case}/decision")).await.says(&told);
        owner.post(&format!("{case}/talk"), &[("way", "held"), ("on", "2026-11-01"), ("text", "time")]).await;
        let signature = end(&[("go", "sign"), ("signature", "Reem"), ("sure", "1")]);
        let signed = owner.post(&format!("{case}/decision"), &signature).await;
        assert_eq!(signed.status, 303, "{}", signed.body);
        owner.get(&format!("{case}/minutes")).await.says(&told);
        sara.get(&format!("{case}/minutes")).await.says("rests on a kept run").hides(&told);
        assert_eq!(
            owner.post(&page, &[("run", "ours")]).await.status,
            422,
            "what was decided stands on what it stood on"
        );
    }
}
