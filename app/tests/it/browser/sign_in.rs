//! Signing in: to the page that was asked for, past a wrong password, in the language one reads, and out again.

use super::{Role, Session, in_both, plain, unowned};
use crate::harness::PASSWORD;
use app::lang::Lang;
use fluent_bundle::FluentValue;

#[tokio::test(flavor = "multi_thread")]
async fn a_member_comes_in_and_leaves() {
    in_both(async |language| {
        let copy = unowned().await;
        copy.owner_reading(language.tag()).await;
        let session = Session::begin(&copy, language).await;
        session.open("/settings").await;
        session.find(Role::Heading, &session.word("sign-in-lede")).await;
        the_language_is_switched_and_back(&session).await;
        session.fill(&session.word("email"), "reem@midad.example").await;
        session.fill(&session.word("password"), "not the sentence").await;
        session.press(&session.word("sign-in")).await;
        let four_left = session.lang.say("sign-in-wrong", [("n", FluentValue::from(4))]);
        assert_eq!(session.complaint(&session.word("password")).await, Some(plain(&four_left)));
        let email = session.find(Role::Field, &session.word("email")).await;
        assert_eq!(email.value().await.expect("a value").as_deref(), Some("reem@midad.example"));
        session.fill(&session.word("password"), PASSWORD).await;
        session.press(&session.word("sign-in")).await;
        assert_eq!(session.path().await, "/settings", "the page that was asked for");
        session.find(Role::Heading, &session.word("settings-title")).await;
        session.press(&session.word("sign-out")).await;
        assert_eq!(session.path().await, "/sign-in");
        session.open("/firm").await;
        session.find(Role::Heading, &session.word("sign-in-lede")).await;
        session.follow(&session.word("forgot")).await;
        session.says("khitam member reset").await.follow(&session.word("back-to-sign-in")).await;
        session.end().await;
    })
    .await;
}

async fn the_language_is_switched_and_back(session: &Session) {
    let other = Lang::plain(session.lang.language.other());
    session.press(&session.word("other-language")).await;
    session.find(Role::Heading, &other.text("sign-in-lede")).await;
    session.press(&other.text("other-language")).await;
    session.find(Role::Heading, &session.word("sign-in-lede")).await;
}
