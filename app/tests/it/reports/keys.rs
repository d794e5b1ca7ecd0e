//! Keys: closed by a restart, new after a new password, and what then has to be opened again, by whom.

use super::{Office, TEXT, id, name_recipients, office, report, report_path};
use crate::harness::{Browser, Copy, PASSWORD, each};

#[tokio::test]
async fn every_new_key_is_told_to_all_who_receive_reports() {
    for copy in each().await {
        let Office { mut reem, mut huda, mut omar, lina } = office(&copy).await;
        name_recipients(&copy, &mut reem, &["Huda", "Omar"]).await;
        let lina_id = id(&copy, "Lina").await;
        let link = reem.post(&format!("/members/{lina_id}/reset"), &[]).await.link("/reset/");
        huda.get("/reports").await.hides("brought someone a new key");
        let mut again = lina.clone();
        again.post(&link, &[("password", "a third sentence")]).await;
        for told in [&mut huda, &mut omar] {
            told.get("/reports").await.says("brought someone a new key");
            let page = told.get("/reports/keys").await;
            page.says("Lina has a new key").says("Reem made the link");
            let until = page.body.split("name=\"until\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
            let until = until.expect("an instant").to_owned();
            told.post("/reports/keys", &[("until", &until)]).await;
            told.get("/reports").await.hides("brought someone a new key");
        }
        reem.get("/settings").await.hides("brought someone a new key");
        assert_eq!(reem.get("/reports/keys").await.status, 404);
    }
}

#[tokio::test]
async fn a_closed_key_opens_at_the_next_sign_in() {
    for copy in each().await {
        let Office { mut reem, mut huda, mut lina, .. } = office(&copy).await;
        name_recipients(&copy, &mut reem, &["Huda", "Reem"]).await;
        let readers = [id(&copy, "Huda").await];
        lina.post_with_files("/reports", &report(&readers, &[]), &[]).await;
        let path = report_path(&mut huda).await;
        // A restart forgets every key.
        for name in ["Huda", "Reem", "Lina"] {
            copy.app.keyring.drop_others(&id(&copy, name).await, "");
        }
        for browser in [&mut huda, &mut reem, &mut lina] {
            browser.get("/reports").await.says("your key is closed").hides("Harassment");
            assert_eq!(browser.get(&path).await.status, 404);
        }
        huda.post("/sign-out", &[]).await;
        huda.post("/sign-in", &[("email", "huda@midad.example"), ("password", PASSWORD)]).await;
        huda.get(&path).await.says(TEXT);
        huda.post("/settings/password", &[("current", PASSWORD), ("password", "a different sentence")]).await;
        huda.post("/sign-out", &[]).await;
        huda.post("/sign-in", &[("email", "huda@midad.example"), ("password", "a different sentence")]).await;
        huda.get(&path).await.says(TEXT);
    }
}

#[tokio::test]
async fn a_new_key_needs_another_reader() {
    for copy in each().await {
        let Office { mut reem, mut huda, mut omar, mut lina } = office(&copy).await;
        name_recipients(&copy, &mut reem, &["Huda", "Omar"]).await;
        let readers = [id(&copy, "Huda").await, id(&copy, "Omar").await];
        lina.post_with_files("/reports", &report(&readers, &[]), &[]).await;
        let path = report_path(&mut omar).await;
        copy.sql("UPDATE members SET joined_at = '2026-01-01T00:00:00Z', key_since = '2026-01-01T00:00:00Z'").await;
        let link = reem.post(&format!("/members/{}/reset", readers[0]), &[]).await.link("/reset/");
        huda.post(&link, &[("password", "a third sentence")]).await;
        assert_eq!(huda.get(&path).await.status, 404, "sealed to the key she had");
        lina.get("/reports/new").await.says("new key since");
        omar.get(&format!("{path}/people")).await.says("Open it again");
        omar.post(&format!("{path}/readers"), &[("member", &readers[0])]).await;
        huda.get(&path).await.says(TEXT);
    }
}

/// Has the owner give Lina a new password by a link, some time after everyone joined.
async fn lina_gets_a_new_key(copy: &Copy, reem: &mut Browser, lina: &mut Browser) {
    let lina_id = id(copy, "Lina").await;
    let link = reem.post(&format!("/members/{lina_id}/reset"), &[]).await.link("/reset/");
    assert_eq!(lina.post(&link, &[("password", "a third sentence")]).await.status, 303);
    copy.sql("UPDATE members SET joined_at = '2026-01-01T00:00:00Z'").await;
    copy.sql("UPDATE members SET key_since = '2099-01-01T00:00:00Z' WHERE name = 'Lina'").await;
    copy.sql("UPDATE members SET key_since = joined_at WHERE name <> 'Lina'").await;
}

#[tokio::test]
async fn who_reported_comes_back_after_a_new_password() {
    for copy in each().await {
        comes_back(&copy, &[("keep", "1")], "by talking to them").await;
    }
}

#[tokio::test]
async fn who_asked_not_to_be_named_comes_back_and_stays_unnamed() {
    for copy in each().await {
        comes_back(&copy, &[("keep", "1"), ("unnamed", "1")], "Ask nobody").await;
    }
}

async fn comes_back(copy: &Copy, more: &[(&str, &str)], note: &str) {
    let Office { mut reem, mut huda, mut omar, mut lina } = office(copy).await;
    name_recipients(copy, &mut reem, &["Huda", "Omar", "Reem"]).await;
    let readers = [id(copy, "Huda").await, id(copy, "Omar").await];
    lina.post_with_files("/reports", &report(&readers, more), &[("chat.txt", b"his words")]).await;
    let path = report_path(&mut huda).await;
    let people = format!("{path}/people");
    huda.get(&people).await.hides("Open it again to who reported");
    lina_gets_a_new_key(copy, &mut reem, &mut lina).await;
    assert_eq!(lina.get(&path).await.status, 404, "it is sealed to the key she had");
    lina.get("/reports").await.says("speak to one of its readers yourself");
    huda.get("/reports").await.hides("speak to one of its readers yourself");
    let is_unnamed = more.len() > 1;
    let told = huda.get("/reports/keys").await;
    assert!(told.says("Lina has a new key").body.contains(&people) != is_unnamed, "no page joins her to it");
    huda.get(&people).await.says(note);
    let [lina_id, reem_id] = [id(copy, "Lina").await, id(copy, "Reem").await];
    for (member, status) in [(&reem_id, 404), (&readers[1], 404), (&lina_id, 303)] {
        let page = huda.post(&format!("{path}/readers"), &[("as", "reporter"), ("member", member)]).await;
        assert_eq!(page.status, status, "only she comes in by this way: {}", page.body);
    }
    lina.get(&path).await.says(TEXT).says("This is your own report.");
    assert_eq!(lina.get(&format!("{path}/files/0")).await.body, "his words");
    lina.post(&format!("{path}/words"), &[("text", "I am back.")]).await;
    omar.get(&path).await.says("I am back.");
    let journal = omar.get(&format!("{path}/journal")).await;
    journal.says("opened it again to the person who reported, whose key is new").hides("Lina");
    assert_eq!(reem.get(&path).await.status, 404, "she made the link, and still sees nothing");
}
