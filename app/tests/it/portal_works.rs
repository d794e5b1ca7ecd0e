//! The schedule of rights: listed in the case, read on the client's page and in files, filled into the closing summary.

use crate::cases::decision::{Heard, heard_of};
use crate::portal::{given, guest, must, prepared};

const SENT: [(&str, &str); 3] = [("on", "2026-11-20"), ("time", "10:00"), ("tracking", "m-1@midad.example")];

#[tokio::test]
async fn what_becomes_of_a_work_is_read_where_it_is_needed() {
    for mut heard in heard_of(2).await {
        prepared(&mut heard).await;
        let Heard { copy, mut owner, case, .. } = heard;
        must(&mut owner, &case, "dispatch", &SENT).await;
        let works = format!("{case}/part/works");
        owner.get(&works).await.says("Nobody has listed the works yet");
        let rest = [("number", "0"), ("origin", "commissioned"), ("author", "employees"), ("grant", "yours")];
        let work = |in_writing, text| {
            let own = [("work", "Shop identity"), ("trigger", "payment"), ("in_writing", in_writing), ("text", text)];
            [&rest[..], &own[..], &[("files_owed", "yes"), ("licence", "absent")][..]].concat()
        };
        let unitemised = owner.post(&format!("{case}/work"), &work("yes", "")).await;
        assert_eq!(unitemised.status, 422, "a paper says scope, place and time");
        must(&mut owner, &case, "work", &work("no", "all uses")).await;
        let listed = owner.get(&works).await;
        listed.says("The rights in one work").says("Shop identity").says("the full payment");
        let file = owner.get(&format!("{works}.csv")).await;
        file.says("Shop identity").says("all uses").says("the full payment");
        let (link, _) = given(&mut owner, &case, "Huda", false).await;
        let mut client = guest(&copy);
        assert_eq!(client.post(&link, &[]).await.status, 303);
        let page = client.get("/client-page").await;
        page.says("Rights in the works").says("Shop identity").says("The rights in it pass to you").says("all uses");
        page.says("Its working files are handed over to you").hides("Employees of ours");
        let summary = owner.get(&format!("{case}/part/letters/new?kind=closing_summary&language=en")).await;
        summary.says("Shop identity | yours | all uses, on full payment");
        let cover = owner.get(&format!("{case}/part/letters/new?kind=handover_cover&language=en")).await;
        cover.says("Shop identity");
        must(&mut owner, &case, "work-struck", &[("number", "1")]).await;
        client.get("/client-page").await.hides("Rights in the works");
    }
}

#[tokio::test]
async fn the_client_confirms_what_was_done_with_name_and_code() {
    for mut heard in heard_of(2).await {
        prepared(&mut heard).await;
        let Heard { copy, mut owner, case, .. } = heard;
        must(&mut owner, &case, "dispatch", &SENT).await;
        let owed =
            [("what", "HND-01"), ("side", "ours"), ("owner", "delivery"), ("on", "2026-11-30"), ("basis", "policy")];
        must(&mut owner, &case, "obligation", &owed).await;
        let (link, code) = given(&mut owner, &case, "Huda", false).await;
        let mut client = guest(&copy);
        assert_eq!(client.post(&link, &[]).await.status, 303);
        client.get("/client-page").await.hides("Confirm what was done");
        let settled = [("obligation", "1"), ("way", "proved"), ("on", "2026-11-20"), ("text", "sent by link")];
        must(&mut owner, &case, "obligation-settled", &settled).await;
        client.get("/client-page").await.says("Confirm what was done").says("From us");
        let confirm = |code| [("form", "obligations"), ("obligation", "1"), ("name", "Huda Alzahrani"), ("code", code)];
        let wrong = client.post("/client-page/obligations", &confirm("00000000")).await;
        assert_eq!(wrong.status, 422);
        wrong.says("The code does not fit");
        let none = client.post("/client-page/obligations", &[("name", "Huda Alzahrani"), ("code", &code)]).await;
        assert_eq!(none.status, 422);
        must(&mut client, "", "client-page/obligations", &confirm(&code)).await;
        assert_eq!(client.post("/client-page/obligations", &confirm(&code)).await.status, 409, "it is confirmed once");
        client.get("/client-page").await.says("confirmed by").says("Huda Alzahrani").hides("Confirm what was done");
        owner.get(&format!("{case}/part/obligations")).await.says("Huda Alzahrani").says("of the client confirmed it");
    }
}
