//! The client's page opens in the client's language, whatever the member who gave its link reads, until they choose another;
//! it says by when a question is answered, and tells whoever sends too much at once.

use crate::cases::decision::{Heard, heard_in, heard_of};
use crate::database;
use crate::foreign;
use crate::harness::{Browser, start};
use crate::portal::{given, must, prepared};
use app::clock::Clock;
use domain::days::Day;
use std::collections::HashSet;

#[tokio::test]
async fn a_link_opens_in_the_language_for_which_it_was_given() {
    for mut heard in heard_of(2).await {
        prepared(&mut heard).await;
        let Heard { copy, mut owner, case, .. } = heard;
        must(&mut owner, &case, "talk", &[("way", "held"), ("on", "2026-11-20"), ("text", "we met")]).await;
        let sent = [("on", "2026-11-20"), ("time", "10:00"), ("tracking", "m-1@midad.example")];
        must(&mut owner, &case, "dispatch", &sent).await;
        // The letter to them is English, and so is what the form begins with.
        owner.get(&format!("{case}/client-links")).await.says("value=\"en\" checked");
        let form = [("name", "Huda"), ("contact", "+966 50 000 0000"), ("until", "2027-06-30"), ("language", "ar")];
        let link = owner.post(&format!("{case}/client-links"), &form).await.link("/client-link/");
        assert!(link.ends_with("?lang=ar"), "{link}");
        let mut client = copy.browser();
        client.get(&link).await.says("dir=\"rtl\"").says("فتح الصفحة");
        assert_eq!(client.post(&link, &[]).await.status, 303);
        client.get("/client-page").await.says("dir=\"rtl\"").says("أهلاً بكم");
        client.get(&link).await.says("فُتح هذا الرابط من قبل");
        client.post("/language", &[("language", "en"), ("back", "/client-page")]).await;
        client.get("/client-page").await.says("Welcome");
        client.get(&link).await.says("This link was opened already");
    }
}

/// Gives a link, talks to the client, and sends the notice.
async fn served(owner: &mut Browser, case: &str) -> String {
    let (link, _) = given(owner, case, "Huda Alzahrani", false).await;
    must(owner, case, "talk", &[("way", "held"), ("on", "2026-11-20"), ("text", "we met")]).await;
    let sent = [("on", "2026-11-20"), ("time", "10:00"), ("tracking", "m-1@midad.example")];
    must(owner, case, "dispatch", &sent).await;
    link
}

#[tokio::test]
async fn the_page_of_a_demonstration_says_that_it_is_one() {
    let copy = start(database::sqlite().await, |app| {
        app.demo = true;
        app.clock = Clock::standing_on(Day::from_iso("2026-11-20").expect("a day"));
    })
    .await;
    let mut heard = heard_in(copy, 2).await;
    prepared(&mut heard).await;
    let Heard { copy, mut owner, case, .. } = heard;
    let link = served(&mut owner, &case).await;
    let mut client = copy.browser();
    assert_eq!(client.post(&link, &[]).await.status, 303);
    client.get("/client-page").await.says("Welcome").says("a demonstration with an invented firm");
}

#[tokio::test]
async fn a_question_gets_a_day_and_too_many_forms_at_once_a_polite_word() {
    for mut heard in heard_of(2).await {
        prepared(&mut heard).await;
        let Heard { copy, mut owner, case, .. } = heard;
        let link = served(&mut owner, &case).await;
        let owed = [("what", "DAT-02"), ("side", "theirs"), ("owner", "relationship"), ("basis", "law")];
        must(&mut owner, &case, "obligation", &[&owed[..], &[("on", "2026-12-05"), ("about", "C-17")]].concat()).await;
        let mut client = copy.browser();
        client.post(&link, &[]).await;
        let days = client.get("/client-page/end.ics").await;
        days.says("DTSTART;VALUE=DATE:20261222").says("DTSTART;VALUE=DATE:20261205");
        if let Some(calendar) = foreign::calendar(&days.bytes) {
            assert!(calendar.faults.is_empty() && calendar.events.len() == 2, "{calendar:?}");
            let owed = &calendar.events[1];
            assert_eq!(owed.title, "Midad: Your written instruction: data returned or deleted C-17");
            assert_eq!(
                (owed.on.as_str(), &owed.alarms[..], owed.note.as_str()),
                ("2026-12-05", &[7, 1][..], "From you")
            );
        }
        for about in ["access 1", "access 2"] {
            must(&mut owner, &case, "obligation", &[&owed[..], &[("on", "2026-12-05"), ("about", about)]].concat())
                .await;
        }
        let days = client.get("/client-page/end.ics").await;
        let uids: HashSet<&str> = days.body.lines().filter(|line| line.starts_with("UID:")).collect();
        assert_eq!(uids.len(), 4, "each stands for itself: {}", days.body);
        let own = [("term", "sign_data"), ("years", "30"), ("reason", "we expect a claim")];
        assert_eq!(owner.post("/firm/terms", &own).await.status, 303);
        owner.get("/firm/terms.csv").await.says("what,years,why\n").says(",30,we expect a claim\n");
        client.get("/client-page").await.says("22 December 2056").hides("we expect a claim");
        let asks = [("question", "Does the site stop?")];
        for _ in 0..30 {
            assert_eq!(client.post("/client-page/question", &asks).await.status, 303);
        }
        // Asked on Friday 20 November: the next working day in Riyadh is Sunday.
        client.get("/client-page").await.says("We answer by Sunday 22 November 2026.");
        let fast = client.post("/client-page/question", &[("question", "And the mail?")]).await;
        assert_eq!((fast.status, fast.header("retry-after")), (429, Some("600")));
        fast.says("in a short time").says("And the mail?");
        assert_eq!(client.get("/client-page").await.status, 200, "reading goes on");
        copy.sql("UPDATE attempts SET tried_at = '2026-11-01T00:00:00Z'").await;
        assert_eq!(client.post("/client-page/question", &[("question", "And the mail?")]).await.status, 303);
        client.get("/client-page").await.says("And the mail?");
    }
}

#[tokio::test]
async fn links_that_are_none_are_tried_at_a_pace() {
    for mut heard in heard_of(2).await {
        prepared(&mut heard).await;
        let Heard { copy, mut owner, case, .. } = heard;
        let (link, _) = given(&mut owner, &case, "Huda", false).await;
        let mut stranger = copy.browser();
        for n in 0..20 {
            let none = format!("/client-link/{n}");
            let answer = if n % 2 == 0 { stranger.get(&none).await } else { stranger.post(&none, &[]).await };
            assert_eq!(answer.status, 404);
        }
        let wait = stranger.get("/client-link/21").await;
        assert_eq!((wait.status, wait.header("retry-after")), (429, Some("600")));
        wait.says("Too many links were tried from here");
        assert_eq!(stranger.get(&link).await.status, 200, "one that works is never kept waiting");
    }
}
