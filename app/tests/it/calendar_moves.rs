//! A calendar that changes under an open notice: the case says which days moved, and that it is computed again.

use crate::cases::decision::{Heard, heard_of, id};
use crate::portal::{must, prepared};
use crate::reviews::act_by;
use domain::case::Act;
use domain::case::parting::Act as Part;
use domain::case::parting::further::Act as Further;

#[tokio::test]
async fn a_day_that_is_announced_as_off_moves_an_open_notice() {
    for mut heard in heard_of(2).await {
        prepared(&mut heard).await;
        let Heard { mut owner, case, .. } = heard;
        let part = format!("{case}/part");
        owner.get(&part).await.hides("A calendar changed");
        // Sent on Friday 20 November in Riyadh, it would be received on Sunday; that Sunday is off.
        let off = [("place", "SA"), ("on", "2026-11-22"), ("is", "off")];
        assert_eq!(owner.post("/firm/days", &off).await.status, 303);
        owner.get("/firm").await.says("/firm/days.csv");
        owner.get("/firm/days.csv").await.says("place,name,on,is\nSA,Saudi Arabia,2026-11-22,off\n");
        let page = owner.get(&part).await;
        page.says("the day of receipt is now Monday 23 November 2026, not Sunday 22 November 2026");
        page.says("the end is now Wednesday 23 December 2026, not Tuesday 22 December 2026");
        owner.get(&case).await.says("A calendar changed: the notice is to be computed again");
        // Nothing is kept of it: where the day is worked after all, the days are those that were computed.
        assert_eq!(owner.post("/firm/days/removal", &off[..2]).await.status, 303);
        owner.get(&part).await.hides("A calendar changed");
    }
}

#[tokio::test]
async fn the_days_of_a_further_contract_are_told_and_called_to_mind_by_its_name() {
    for mut heard in heard_of(2).await {
        prepared(&mut heard).await;
        let Heard { copy, mut owner, key, case, .. } = heard;
        let reem = id(&copy, "Reem").await;
        must(&mut owner, &case, "roles", &[("role", "lead"), ("member", &reem)]).await;
        let contracts = ["C-17", "C-18"].map(str::to_owned).to_vec();
        act_by(&copy, &key, &reem, Act::LocateContracts { contracts }).await;
        // Thirty days before the year ends: the last lawful day to send it is near.
        let input = r#"{"sent_at":"2026-11-20T10:00","from":"SA","to":"SA","method":"email",
            "deemed":{"rule":"next_business_day"},"length":30,"unit":"day","term_ends_on":"2026-12-31",
            "not_less_than_before_end":30,"pack_holidays":true}"#;
        let (contract, input) = ("C-18".to_owned(), input.to_owned());
        let computed = Further::ComputeFurther { contract, input, own: vec![] };
        act_by(&copy, &key, &reem, Act::Parting(Part::Further(computed))).await;
        owner.get(&case).await.says("The last lawful day to send the notice (contract C-18)");
        let feed = owner.post("/settings/calendar-feed", &[]).await.link("/calendar-feed/");
        let calendar = copy.browser().get(&feed).await.body.replace("\r\n ", "");
        assert!(calendar.contains("The last lawful day to send the notice (contract C-18)"), "{calendar}");
        let off = [("place", "SA"), ("on", "2026-11-22"), ("is", "off")];
        assert_eq!(owner.post("/firm/days", &off).await.status, 303);
        owner.get(&case).await.says("A calendar changed: the notice is to be computed again (contract C-18)");
        owner.get(&format!("{case}/part")).await.says("further-computation?contract=C-18");
    }
}
