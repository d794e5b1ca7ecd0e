//! The first start: from the empty copy over the link in the terminal to the owner's empty list of clients.

use super::{Role, Session, in_both, unowned};
use crate::harness::PASSWORD;
use app::flow::entry;

#[tokio::test(flavor = "multi_thread")]
async fn an_owner_founds_the_copy() {
    in_both(async |language| {
        let copy = unowned().await;
        let session = Session::begin(&copy, language).await;
        session.open("/").await;
        assert_eq!(session.path().await, "/first-start");
        session.says(&session.word("first-start-notice")).await.says("khitam serve").await;
        let link = entry::first_link(&copy.own.db, copy.app.clock.now()).await.expect("a store").expect("a link");
        session.open(&link).await;
        session.find(Role::Heading, &session.word("first-start-lede")).await;
        assert_eq!(shown_in(&session).await, [language.tag(), language.dir()]);
        a_refusal_keeps_what_was_written(&session).await;
        session.fill(&session.word("password"), PASSWORD).await;
        session.press(&session.word("first-start-create")).await;
        assert_eq!(session.path().await, "/");
        session.find(Role::Heading, &session.word("portfolio-title")).await;
        session.find(Role::Link, &session.word("import")).await;
        the_owner_is_known(&session).await;
        let mut late = copy.browser();
        assert_eq!(late.get(&link).await.status, 404, "the link works once");
        session.end().await;
    })
    .await;
}

/// A short password is refused at its field; the other fields keep what was written.
async fn a_refusal_keeps_what_was_written(session: &Session) {
    session.fill(&session.word("firm-name"), "مداد Midad").await;
    session.fill(&session.word("your-name"), "ريم Reem").await;
    session.fill(&session.word("email"), "reem@midad.example").await;
    session.fill(&session.word("password"), "short").await;
    session.choose(&session.word("place"), &place(session, "AE").await).await;
    session.press(&session.word("first-start-create")).await;
    assert_eq!(session.complaint(&session.word("password")).await, Some(super::plain(&session.word("password-short"))));
    assert_eq!(session.complaint(&session.word("email")).await, None);
    for (label, kept) in
        [("firm-name", "مداد Midad"), ("email", "reem@midad.example"), ("place", "AE"), ("password", "")]
    {
        let field = session.find(Role::Field, &session.word(label)).await;
        assert_eq!(field.value().await.expect("a value").as_deref(), Some(kept), "{label}");
    }
}

/// Returns how the list of countries calls one.
async fn place(session: &Session, code: &str) -> String {
    let script = "return document.querySelector(`#place option[value=${arguments[0]}]`).innerText";
    session.ask(script, vec![code.into()]).await
}

async fn the_owner_is_known(session: &Session) {
    session.follow("ريم Reem").await;
    assert_eq!(session.path().await, "/settings");
    session.find(Role::Heading, &session.word("settings-title")).await;
    let email = session.find(Role::Field, &session.word("email")).await;
    assert_eq!(email.value().await.expect("a value").as_deref(), Some("reem@midad.example"));
    session.says("مداد Midad").await.says(&session.word("may-owner")).await;
}

async fn shown_in(session: &Session) -> [String; 2] {
    session.ask("const page = document.documentElement; return [page.lang, page.dir]", vec![]).await
}
