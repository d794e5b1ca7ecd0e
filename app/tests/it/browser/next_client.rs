//! Pages of prospects and criteria to which links lead only now and then.

use super::axe::Eye;

/// What comes next: a prospect's pages to which only its stage leads, a form that is refused, and a look back.
pub async fn pages(eye: &mut Eye) {
    eye.session.open("/prospects").await;
    let script = "return document.querySelector(`a[href^='/prospects/']:not([href$='new'])`).getAttribute('href')";
    let own: String = eye.session.ask(script, vec![]).await;
    for page in ["override", "client"] {
        eye.open(&format!("{own}/{page}")).await;
    }
    eye.session.open(&format!("{own}/stage")).await;
    eye.session.press(&eye.session.word("prospect-save")).await;
    eye.look("a stage, refused").await;
    eye.session.open("/criteria/new").await;
    eye.session.press(&eye.session.word("criterion-save")).await;
    eye.look("a criterion, refused").await;
    let script = "return document.querySelector(`a.rowlink[href*='/QAFILA/']`).getAttribute('href')";
    eye.session.open("/cases").await;
    let closed: String = eye.session.ask(script, vec![]).await;
    eye.open(&format!("{closed}/afterwards")).await;
}
