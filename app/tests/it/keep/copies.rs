//! Which copies an erasure tells of: those that it does not reach.

use super::erasing::{proposed, records};
use crate::harness::each;

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
