//! On a telephone: no page is wider than the screen, the bar stays at hand, and a call is noted in a few touches.

use super::{Role, Session, demonstration, import, in_both, walk};

pub const WIDTH: u32 = 390;
pub const HEIGHT: u32 = 844;

#[tokio::test(flavor = "multi_thread")]
async fn every_page_fits_a_telephone() {
    in_both(async |language| {
        let (copy, session) = demonstration(language).await;
        session.hold_as_phone(WIDTH, HEIGHT).await;
        let mut faults = vec![];
        for path in walk::pages(&copy, &session).await {
            session.open(&path).await;
            faults.extend(too_wide(&session).await);
        }
        import::hand_over(&session).await;
        faults.extend(too_wide(&session).await);
        import::store(&session).await;
        faults.extend(too_wide(&session).await);
        assert!(faults.is_empty(), "{}:\n{}", language.tag(), faults.join("\n"));
        session.end().await;
    })
    .await;
}

pub async fn too_wide(session: &Session) -> Vec<String> {
    open_all(session).await;
    let wide: Vec<String> = session.ask(WIDER, vec![]).await;
    let path = session.path().await;
    wide.into_iter().map(|fault| format!("{path}: {fault}")).collect()
}

/// Names what reaches past the edge of the screen, if the page can be moved sideways.
const WIDER: &str = r#"
const page = document.documentElement;
if (page.scrollWidth <= page.clientWidth) return [];
const kept = element => { for (let e = element.parentElement; e; e = e.parentElement) if (getComputedStyle(e).overflowX != "visible") return true; return false; };
const past = [...document.body.querySelectorAll("*")].filter(element => {
  const box = element.getBoundingClientRect();
  return box.width > 0 && (box.right > page.clientWidth + 1 || box.left < -1) && !kept(element);
});
const named = past.filter(e => !past.some(o => o != e && e.contains(o))).map(e => e.outerHTML.slice(0, 120));
return [`${page.scrollWidth} wide on ${page.clientWidth}: ` + named.slice(0, 3).join(" | ")];
"#;

/// Opens whatever is folded, so that it is looked at, too.
pub async fn open_all(session: &Session) {
    let script = "document.querySelectorAll('details').forEach(part => { part.open = true }); return null";
    session.ask::<Option<bool>>(script, vec![]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_call_is_noted() {
    in_both(async |language| {
        let (_copy, session) = demonstration(language).await;
        session.hold_as_phone(WIDTH, HEIGHT).await;
        session.open("/clients/NAKHLA").await;
        the_bar_is_at_hand(&session).await;
        session.follow(&session.word("act-note")).await;
        let focused = "return document.activeElement.id";
        assert_eq!(session.ask::<String>(focused, vec![]).await, "subject", "writing can begin at once");
        let line = "وعد بالسداد يوم الخميس: pays on Thursday";
        session.web.active_element().await.expect("a field").send_keys(line).await.expect("keys");
        session.tick(&session.word("note-out")).await;
        session.tick(&session.word("channel-chat")).await;
        session.press(&session.word("note-save")).await;
        session.says(&session.word("note-noted")).await;
        session.follow(&session.word("note-see")).await;
        session.says(line).await.says(&session.word("value-messages-direction-out")).await;
        session.says(&session.word("record-by-hand").replace('*', "")).await;
        session.end().await;
    })
    .await;
}

/// Asserts that everything in the bar stands on the screen without scrolling, large enough for a thumb.
async fn the_bar_is_at_hand(session: &Session) {
    for name in ["product", "import"] {
        session.find(Role::Link, &session.word(name)).await;
    }
    session.find(Role::Button, &session.word("other-language")).await;
    // A verb that would be the only one is not shown on a telephone; the name of the product leads to the same list.
    let script = "return [...document.querySelectorAll('header.bar :is(a, button)')].map(part => {
        const box = part.getBoundingClientRect(); return [part.innerText, box.left, box.right, box.bottom, box.height] })";
    let parts: Vec<(String, f64, f64, f64, f64)> = session.ask(script, vec![]).await;
    for (name, left, right, bottom, height) in parts.into_iter().filter(|part| part.4 > 0.0) {
        let is_here = left >= 0.0 && right <= f64::from(WIDTH) && bottom <= f64::from(HEIGHT) / 4.0;
        assert!(is_here && height.round() >= 24.0, "{name}: {left} to {right}, down to {bottom}, {height} high");
    }
}
