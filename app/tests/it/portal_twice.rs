//! The road of an end when people press twice, go back, act at once, or hold a link that works no longer.

use crate::cases::decision::{Heard, heard_of, id};
use crate::harness::{Browser, Copy, Page};
use crate::portal::{NOTICE, document, given, guest, must, prepared};
use domain::case::Act;
use domain::case::parting::Act as Part;
use domain::days::Day;
use domain::separation::letter::Kind;
use domain::separation::tone::{Context, Language};

const SENT: [(&str, &str); 3] = [("on", "2026-11-20"), ("time", "10:00"), ("tracking", "m-1@midad.example")];

/// Returns how many times something stands in the journals.
async fn times(copy: &Copy, name: &str) -> String {
    copy.text(&format!("SELECT CAST(COUNT(*) AS TEXT) FROM case_entries WHERE name = '{name}'")).await
}

/// Returns the state that a page's forms carry.
fn seen(page: &Page) -> String {
    let after = page.body.split("name=\"seen\" value=\"").nth(1).expect("a form with a state");
    after.split('"').next().unwrap_or_default().to_owned()
}

/// A case whose notice is on its way, and someone of the client with a link and a code.
async fn served() -> Vec<(Copy, Browser, Browser, String, Browser, String)> {
    let mut all = vec![];
    for mut heard in heard_of(2).await {
        prepared(&mut heard).await;
        let Heard { copy, mut owner, sara, case, .. } = heard;
        must(&mut owner, &case, "dispatch", &SENT).await;
        let (link, code) = given(&mut owner, &case, "Huda", false).await;
        let mut client = guest(&copy);
        assert_eq!(client.post(&link, &[]).await.status, 303);
        all.push((copy, owner, sara, case, client, code));
    }
    all
}

#[tokio::test]
async fn a_form_that_is_sent_twice_does_its_work_once() {
    for (copy, mut owner, _sara, case, mut client, code) in served().await {
        let read = document(&client.get("/client-page").await);
        let receipt = [("form", "receipt"), ("name", "Huda"), ("code", code.as_str()), ("document", &read)];
        let data = [("form", "data"), ("instruction", "return"), ("name", "Huda"), ("code", code.as_str())];
        let question = [("question", "Does the site stop?")];
        let forms = [
            ("receipt", &receipt[..], "ReceiptAcknowledged"),
            ("data", &data[..], "DataInstructionReceived"),
            ("question", &question[..], "QuestionAsked"),
        ];
        for (what, form, event) in forms {
            must(&mut client, "", &format!("client-page/{what}"), form).await;
            let again = client.post(&format!("/client-page/{what}"), form).await;
            // A question that is asked already needs no word of it.
            let status = if what == "question" { 303 } else { 409 };
            assert_eq!(again.status, status, "{what}");
            if status == 409 {
                again.says("That has been done already").says("Welcome, Nakhla");
            }
            assert_eq!(times(&copy, event).await, "1", "{what}");
        }
        // Another answer is another instruction.
        let other = [("instruction", "delete"), ("name", "Huda"), ("code", code.as_str())];
        must(&mut client, "", "client-page/data", &other).await;
        // An address that takes forms only leads back to the page.
        assert_eq!(client.get("/client-page/receipt").await.header("location"), Some("/client-page"));
        let twice = owner.post(&format!("{case}/dispatch"), &SENT).await;
        assert_eq!((twice.status, times(&copy, "NoticeDispatched").await.as_str()), (422, "1"));
        let stage = owner.post(&format!("{case}/stage"), &[("stage", "notice")]).await;
        assert_eq!(stage.status, 422, "it stands there already");
    }
}

#[tokio::test]
async fn whoever_acts_on_an_old_page_reads_first_what_others_did() {
    for mut heard in heard_of(2).await {
        prepared(&mut heard).await;
        let Heard { copy, mut owner, mut sara, key, case } = heard;
        let reem = id(&copy, "Reem").await;
        // Reem filled in the dispatch while Sara drafted another version of the letter.
        let old = seen(&owner.get(&format!("{case}/dispatch")).await);
        let text = NOTICE.replace("Thank you for your part in it.", "Thank you.");
        let draft = Part::DraftLetter {
            rung: None,
            letter: Some(1),
            kind: Kind::Notice,
            language: Language::English,
            text,
            context: Context::default(),
        };
        crate::reviews::act_by(&copy, &key, &reem, Act::Parting(draft)).await;
        let form = [&SENT[..], &[("seen", old.as_str())]].concat();
        let late = owner.post(&format!("{case}/dispatch"), &form).await;
        assert_eq!((late.status, times(&copy, "NoticeDispatched").await.as_str()), (422, "0"));
        late.says("Others acted").says("m-1@midad.example");
        // The page that came back knows what happened: pressing again counts, once somebody has agreed to the new text.
        let now = seen(&late);
        let form = [&SENT[..], &[("seen", now.as_str())]].concat();
        let unread = owner.post(&format!("{case}/dispatch"), &form).await;
        assert_eq!(unread.status, 422);
        unread.says("No second person has agreed to the notice");
        must(&mut sara, &case, "notice-approval", &[("approval", "second")]).await;
        let now = seen(&owner.get(&format!("{case}/dispatch")).await);
        let form = [&SENT[..], &[("seen", now.as_str())]].concat();
        must(&mut owner, &case, "dispatch", &form).await;
        // Back to the form after it was sent, by the browser's button: it is not sent again.
        let back = owner.post(&format!("{case}/dispatch"), &form).await;
        assert_eq!((back.status, times(&copy, "NoticeDispatched").await.as_str()), (422, "1"));
        // What was served takes no other text, from anyone's old page.
        let letter = format!("{case}/part/letters/1");
        let change = [("do", "keep"), ("text", "Another text."), ("seen", now.as_str())];
        assert_eq!(owner.post(&letter, &change).await.status, 422);
        sara.get(&letter).await.hides("Another text.");
    }
}

#[tokio::test]
async fn of_two_at_once_one_comes_through() {
    for mut heard in heard_of(2).await {
        prepared(&mut heard).await;
        let Heard { copy, mut owner, case, .. } = heard;
        let mut other = owner.clone();
        let path = format!("{case}/dispatch");
        let (one, two) = tokio::join!(owner.post(&path, &SENT), other.post(&path, &SENT));
        let mut answers = [one.status, two.status];
        answers.sort_unstable();
        assert_eq!((answers, times(&copy, "NoticeDispatched").await.as_str()), ([303, 422], "1"));
        let (link, code) = given(&mut owner, &case, "Huda", false).await;
        let (mut first, mut second) = (guest(&copy), guest(&copy));
        let (one, two) = tokio::join!(first.post(&link, &[]), second.post(&link, &[]));
        let mut answers = [one.status, two.status];
        answers.sort_unstable();
        assert_eq!(answers, [200, 303], "a link is one browser's");
        let mut reader = if one.status == 303 { first } else { second };
        let mut twin = reader.clone();
        let read = document(&reader.get("/client-page").await);
        let form = [("name", "Huda"), ("code", code.as_str()), ("document", read.as_str())];
        let (one, two) =
            tokio::join!(reader.post("/client-page/receipt", &form), twin.post("/client-page/receipt", &form));
        let mut answers = [one.status, two.status];
        answers.sort_unstable();
        assert_eq!((answers, times(&copy, "ReceiptAcknowledged").await.as_str()), ([303, 409], "1"));
    }
}

#[tokio::test]
async fn a_link_that_is_lost_revoked_or_over_says_so_and_is_replaced() {
    for (copy, mut owner, _sara, case, mut client, code) in served().await {
        let gone = |page: &Page| {
            assert_eq!(page.status, 404);
            page.says("This page is not open here").says("ask us for a new link").hides("/sign-in");
        };
        // A browser that never had one, or whose cookies were cleared.
        let mut other = guest(&copy);
        gone(&other.get("/client-page").await);
        gone(&other.get("/client-link/nonsense").await);
        gone(&other.post("/client-link/nonsense", &[]).await);
        // The link was lost: another one works beside it, with its own code, until the first is taken back.
        let (link, new_code) = given(&mut owner, &case, "Huda", false).await;
        owner.get(&format!("{case}/client-links")).await.says("not opened yet").says("/client-links.csv");
        let file = owner.get(&format!("{case}/client-links.csv")).await;
        file.says("name,contact,until,state\nHuda,").says(",2027-06-30,").hides(&new_code).hides("/client-link/");
        assert_eq!(other.post(&link, &[]).await.status, 303);
        let read = document(&other.get("/client-page").await);
        let form = [("form", "receipt"), ("name", "Huda"), ("code", &code), ("document", &read)];
        let wrong = other.post("/client-page/receipt", &form).await;
        assert_eq!(wrong.status, 422, "a code belongs to its link");
        wrong.says("The code does not fit").says("value=\"Huda\"");
        let first = copy.text("SELECT id FROM client_links WHERE wrong_codes = 0").await;
        must(&mut owner, &case, "client-links/end", &[("link", &first)]).await;
        let again = owner.post(&format!("{case}/client-links/end"), &[("link", &first)]).await;
        assert_eq!((again.status, times(&copy, "ClientLinkRevoked").await.as_str()), (422, "1"));
        for path in ["", "/letters/1", "/end.ics", "/closing-pack.zip"] {
            gone(&client.get(&format!("/client-page{path}")).await);
        }
        gone(&client.post("/client-page/receipt", &[("name", "Huda"), ("code", &code)]).await);
        assert_eq!(times(&copy, "ReceiptAcknowledged").await, "0");
        let signature = [("name", "Huda"), ("code", new_code.as_str()), ("document", &read)];
        must(&mut other, "", "client-page/receipt", &signature).await;
        // On its last day the link works, on the next it does not.
        let last = copy.later(Day::from_iso("2027-06-30").expect("a day")).await;
        assert_eq!(other.at(&last).get("/client-page").await.status, 200);
        let over = copy.later(Day::from_iso("2027-07-01").expect("a day")).await;
        gone(&other.at(&over).get("/client-page").await);
        gone(&guest(&over).get(&link).await);
        let mut owner = over.signs_in("Reem").await;
        owner.get(&format!("{case}/client-links")).await.says("over").hides("Take back");
    }
}

#[tokio::test]
async fn a_link_is_given_once_for_each_press() {
    for (copy, mut owner, _sara, case, ..) in served().await {
        let page = owner.get(&format!("{case}/client-links")).await;
        page.says("value=\"2027-05-19\"");
        let state = seen(&page);
        let form =
            [("name", "Layla"), ("contact", "+966 50 000 0001"), ("until", "2027-01-31"), ("seen", state.as_str())];
        owner.post(&format!("{case}/client-links"), &form).await.says("This link is shown once");
        // Reloading the answer sends the form again: it gives no second link.
        let again = owner.post(&format!("{case}/client-links"), &form).await;
        assert_eq!((again.status, times(&copy, "ClientLinkGiven").await.as_str()), (422, "2"));
        again.says("Others acted").hides("This link is shown once");
    }
}
