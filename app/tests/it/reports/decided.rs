//! What a decision leaves to do: where the client stays, everyone who works on the case sees what goes on and until when.

use super::{Office, id, name_recipients, office, report, report_path};
use crate::harness::each;

#[tokio::test]
async fn who_stays_stays_on_conditions_and_what_remains_is_shown() {
    for copy in each().await {
        let Office { mut reem, mut huda, mut omar, mut lina } = office(&copy).await;
        name_recipients(&copy, &mut reem, &["Huda", "Omar", "Reem"]).await;
        let readers = [id(&copy, "Huda").await, id(&copy, "Omar").await, id(&copy, "Reem").await];
        lina.post_with_files("/reports", &report(&readers, &[("keep", "1")]), &[]).await;
        let path = report_path(&mut huda).await;
        for (what, form) in [
            ("measures", [("kind", "company"), ("consent", "agreed"), ("owner", readers[0].as_str())]),
            ("milestones", [("milestone", "protection_decided"), ("text", "with her"), ("on", "")]),
        ] {
            assert_eq!(huda.post(&format!("{path}/{what}"), &form).await.status, 303, "{what}");
        }
        reem.get(&path).await.hides("After the decision");
        let today = copy.app.clock.today(Some("Asia/Riyadh"));
        let (on, review) = (today.plus(2).to_string(), today.plus(60).to_string());
        let mut form = vec![("form", "sign"), ("outcome", "repair"), ("reason", "They removed him from the work.")];
        form.extend([("changes_my_mind", "Once more."), ("by", readers[2].as_str()), ("channel", "meeting")]);
        form.extend([("on", on.as_str()), ("review_on", review.as_str())]);
        let decision = format!("{path}/decision");
        let page = reem.post(&decision, &form).await;
        assert_eq!(page.status, 422, "on no conditions");
        page.says("They removed him from the work.").says("id=\"conditions-err\"");
        form.push(("conditions", "He takes part in no meeting."));
        let page = reem.post(&decision, &form).await;
        assert_eq!(page.status, 303, "{}", page.body);
        for who in [&mut reem, &mut huda, &mut omar] {
            let page = who.get(&path).await;
            page.says("After the decision").says("He takes part in no meeting.").says("Look at the decision again");
            page.says("Never alone with them: goes on until it is ended").says("Tell the client in a meeting");
            page.says("Look for retaliation, after 30 days");
        }
        lina.get(&path).await.hides("He takes part in no meeting.").hides("Look at the decision again");
        // The last step of the clock is not the end: the decision is due before it.
        let steps = "acknowledged contact_named statement_taken client_approached outcome_told";
        for milestone in steps.split(' ') {
            let form =
                [("milestone", milestone), ("text", "done"), ("member", &readers[0]), ("safe", "1"), ("knows", "1")];
            let way = match milestone {
                "contact_named" => "contact",
                "client_approached" => "approach",
                _ => "milestones",
            };
            let by = if matches!(milestone, "client_approached" | "outcome_told") { &mut reem } else { &mut huda };
            let page = by.post(&format!("{path}/{way}"), &form).await;
            assert_eq!(page.status, 303, "{milestone}: {}", page.body);
        }
        let checked = [("milestone", "retaliation_checked_30"), ("text", "nothing"), ("on", "")];
        huda.post(&format!("{path}/milestones"), &checked).await;
        reem.get(&path).await.says("Look at the decision again</strong> by");
        reem.get("/reports").await.says("Look at the decision again, by");
        lina.get("/reports").await.hides("Look at the decision again").says("Look for retaliation, after 90 days");
        let why = [("form", "reopen"), ("text", "The day has come.")];
        assert_eq!(reem.post(&format!("{decision}/reopening"), &why).await.status, 303);
        reem.get(&path).await.hides("After the decision").says("Never alone with them");
    }
}
