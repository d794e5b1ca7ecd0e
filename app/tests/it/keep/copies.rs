//! Which copies an erasure tells of: those that it does not reach.

use super::erasing::{proposed, records, with_a_case};
use crate::database;
use crate::harness::each;
use crate::next_client::prospect;
use crate::reviews::act_by;
use app::flow::afterwards;
use app::flow::backup::places::{known, remember};
use app::keep::backup::Kind;
use app::store::entries::By;
use domain::case::Act;
use domain::days::Day;
use domain::lesson::afterwards::{CheckIn, Event};

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
        let page = owner.get(&proposal).await;
        // What nobody could look into may be there after its day.
        page.says("/nowhere/first").says("s3://bucket/second").says("/nowhere/old").says("not looked into");
        page.says("no day is known");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn where_nothing_is_ever_removed_no_day_is_known() {
    let day = |iso| Day::from_iso(iso).expect("a day");
    let (early, late) = (day("2027-01-01"), day("2027-02-01"));
    for own in database::each().await {
        for (purge_on, is_known) in
            [(Some(late), Some(late)), (Some(early), Some(late)), (None, None), (Some(early), Some(early))]
        {
            remember(&own.db, Kind::Data, "/a", purge_on).await.expect("stored");
            assert_eq!(known(&own.db).await.expect("stored").data["/a"], is_known);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn words_of_cases_and_notes_of_prospects_that_name_a_person_are_told() {
    for copy in each().await {
        let (mut owner, _zaid, reem, key) = with_a_case(&copy).await;
        act_by(&copy, &key, &reem, Act::Withdraw { text: "Huda Alzahrani has cleared it up".to_owned() }).await;
        let on = copy.today().await;
        let told = (Event::CheckedIn { which: CheckIn::Month, on }, Some("Huda Alzahrani is content".to_owned()));
        let by = By { member: reem, at: "2026-02-02T08:00:00Z".to_owned() };
        assert!(afterwards::note(copy.app.place(), &key, (0, on), told, &by).await.expect("the store"));
        prospect(&copy, &mut owner, "Huda Alzahrani", &[("payment_days", "30")]).await;
        let form =
            [("form", "person"), ("name", "Huda Alzahrani"), ("basis", "request"), ("reference", "PDPL art. 18")];
        let proposal = proposed(&mut owner, "/clients/NAKHLA/erasures", &form).await;
        let page = owner.get(&proposal).await;
        page.says("What was said in cases").says("2 texts still name them").says("Notes of a prospect");
    }
}
