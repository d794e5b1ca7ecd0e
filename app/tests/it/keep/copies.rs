//! Which copies an erasure tells of: those that it does not reach.

use super::erasing::{proposed, records, with_a_case};
use crate::harness::each;
use crate::next_client::prospect;
use crate::reviews::act_by;
use domain::case::Act;

#[tokio::test(flavor = "multi_thread")]
async fn every_place_that_got_a_backup_is_told_with_its_last_day() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        records(&copy).await;
        let until = copy.today().await.plus(100);
        let places = format!(
            r#"{{"data":{{"/nowhere/first":"{until}","s3://bucket/second":"{until}","/nowhere/old":"2020-01-01"}}}}"#
        );
        copy.sql(&format!("INSERT INTO settings (name, value) VALUES ('backup-places', '{places}')")).await;
        let form = [("form", "rows"), ("matter", "messages"), ("basis", "request"), ("reference", "PDPL art. 18")];
        let proposal = proposed(&mut owner, "/clients/NAKHLA/erasures", &form).await;
        owner.get(&proposal).await.says("/nowhere/first").says("s3://bucket/second").hides("/nowhere/old");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn words_of_cases_and_notes_of_prospects_that_name_a_person_are_told() {
    for copy in each().await {
        let (mut owner, _zaid, reem, key) = with_a_case(&copy).await;
        act_by(&copy, &key, &reem, Act::Withdraw { text: "Huda Alzahrani has cleared it up".to_owned() }).await;
        prospect(&copy, &mut owner, "Huda Alzahrani", &[("payment_days", "30")]).await;
        let form =
            [("form", "person"), ("name", "Huda Alzahrani"), ("basis", "request"), ("reference", "PDPL art. 18")];
        let proposal = proposed(&mut owner, "/clients/NAKHLA/erasures", &form).await;
        let page = owner.get(&proposal).await;
        page.says("What was said in cases").says("one text still names them").says("Notes of a prospect");
    }
}
