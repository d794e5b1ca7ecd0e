//! A threshold is changed: tried first, saved with a reason, and the findings follow.

use super::{Role, Session, demonstration, in_both};

const STRICT: [(&str, &str); 3] = [("P5.watch", "0.97"), ("P5.finding", "0.98"), ("P5.severe", "0.99")];

#[tokio::test(flavor = "multi_thread")]
async fn a_threshold_is_tried_and_then_saved() {
    in_both(async |language| {
        let (_copy, session) = demonstration(language).await;
        session.open("/clients/NAKHLA/findings/P5").await;
        session.find(Role::Heading, &session.word("finding-how")).await;
        session.open("/policy").await;
        write_strictly(&session).await;
        session.press(&session.word("policy-try")).await;
        session.find(Role::Heading, &session.word("policy-would-title")).await;
        session.says("0.97").await;
        session.find(Role::Link, &client(&session).await).await;
        the_reason_is_asked_for(&session).await;
        session.says(&session.word("policy-history")).await.says("لصبرنا: we are patient").await.says("0.97").await;
        session.open("/clients/NAKHLA").await;
        session.hides(&session.word("P5-name")).await;
        session.end().await;
    })
    .await;
}

/// Raises the levels of late payment so high that nobody reaches them. A field is found by its setting: labels such as
/// `Watch` stand at every sign.
pub async fn write_strictly(session: &Session) {
    session.toggle(&session.word("family-payment-title")).await;
    for (name, value) in STRICT {
        let field = session.web.find(thirtyfour::By::Name(name)).await.expect("a setting");
        field.clear().await.expect("a field to write in");
        field.send_keys(value).await.expect("keys");
    }
}

/// Returns how the list calls the client whose finding is to vanish.
async fn client(session: &Session) -> String {
    session.ask("return document.querySelector('a[href=\"/clients/NAKHLA\"]').innerText", vec![]).await
}

/// The form cannot be sent without a reason; with one the policy stands.
async fn the_reason_is_asked_for(session: &Session) {
    let reason = session.word("policy-reason");
    session.toggle(&session.word("policy-save")).await;
    let lacks = "return arguments[0].matches(':invalid') && document.activeElement == arguments[0]";
    let field = session.find(Role::Field, &reason).await.to_json().expect("an element");
    assert!(session.ask::<bool>(lacks, vec![field]).await, "the browser asks for the reason");
    session.fill(&reason, "لصبرنا: we are patient").await;
    session.press(&session.word("policy-save")).await;
    assert_eq!(session.path().await, "/policy");
}
