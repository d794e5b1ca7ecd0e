//! Work stopped from within an ordinary case: written together with the journal, seen by all, released by whom it names.

use super::decision::{Heard, heard_of, id};
use app::flow::cases;

async fn holds(heard: &Heard) -> (usize, String) {
    let opened = cases::load(heard.copy.app.place(), &heard.key).await.expect("the store").expect("a case");
    let standing = heard.copy.text("SELECT CAST(COUNT(*) AS TEXT) FROM holds WHERE released_on IS NULL").await;
    (opened.case.holds.len(), standing)
}

#[tokio::test]
async fn a_case_stops_work_and_lets_it_go_on() {
    for mut heard in heard_of(2).await {
        let (page, reem) = (format!("{}/hold", heard.case), id(&heard.copy, "Reem").await);
        heard.owner.get(&heard.case).await.says(&page).says("Stop or resume work");
        heard.sara.get(&heard.case).await.hides(&page);
        heard.sara.get(&page).await.says("Stopping work").hides("name=\"scope\"");
        let all = [("scope", "all"), ("service", ""), ("ask", reem.as_str())];
        assert_eq!(heard.sara.post(&page, &all).await.status, 422);
        let nobody =
            heard.owner.post(&page, &[("scope", "all"), ("ask", id(&heard.copy, "Sara").await.as_str())]).await;
        assert_eq!(nobody.status, 422, "Sara could not let it go on");
        assert_eq!(holds(&heard).await, (0, "0".to_owned()));

        let set = heard.owner.post(&page, &all).await;
        assert_eq!(set.header("location"), Some(heard.case.as_str()), "{}", set.body);
        assert_eq!(holds(&heard).await, (1, "1".to_owned()));
        heard.sara.get("/clients/NAKHLA").await.says("Stopped by management");
        heard.owner.get(&page).await.says("Stopped by management").says("Let work go on");

        // From the page of holds it is released together with its case, too.
        let end = heard.copy.text("SELECT id FROM holds").await;
        let released = heard.owner.post(&format!("/clients/NAKHLA/holds/{end}/end"), &[]).await;
        assert_eq!((released.status, holds(&heard).await), (303, (0, "0".to_owned())), "{}", released.body);
        heard.sara.get("/clients/NAKHLA").await.hides("Stopped by management");

        heard.owner.post(&page, &all).await;
        let again = heard.copy.text("SELECT id FROM holds WHERE released_on IS NULL").await;
        assert_eq!(heard.owner.post(&format!("{page}/end"), &[("hold", "nothing")]).await.status, 422);
        assert_eq!(heard.owner.post(&format!("{page}/end"), &[("hold", &again)]).await.status, 303);
        assert_eq!(holds(&heard).await, (0, "0".to_owned()));
        assert_eq!(cases::verify(&heard.copy.app.db).await.expect("the store").1, vec![]);
    }
}
