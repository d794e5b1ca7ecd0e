//! The pages by which two people erase.

use super::axe::Eye;

/// An erasure, refused and proposed; and somebody who left.
pub(super) async fn pages(eye: &mut Eye) {
    eye.session.open("/clients/QAFILA/erasures").await;
    eye.session.press(&eye.session.word("erasure-propose")).await;
    eye.look("an erasure, refused").await;
    eye.session.tick(&eye.session.word("kind-requests")).await;
    eye.session.tick(&eye.session.word("erasure-basis-request")).await;
    eye.session.fill(&eye.session.word("erasure-reference"), "PDPL 18").await;
    eye.session.press(&eye.session.word("erasure-propose")).await;
    eye.look("a proposed erasure").await;
    eye.session.open("/members").await;
    let script = "const forms = [...document.querySelectorAll('form[action$=\"/departure\"]')];
        return fetch(forms.pop().action, { method: 'POST' }).then(answer => answer.ok)";
    assert!(eye.session.ask::<bool>(script, vec![]).await, "the last who joined leaves");
    eye.open("/members").await;
    let script = "return document.querySelector(`a[href$='/erasures']`).getAttribute('href')";
    let member: String = eye.session.ask(script, vec![]).await;
    eye.open(&member).await;
    eye.open("/retention/destroyed").await;
}
