//! Without a mouse: past the bar by the skip link, from the list to a client, its finding, its row; the focus is always seen.

use super::finding::{first_finding, worst};
use super::{Role, Session, demonstration, in_both, plain};
use std::time::Duration;
use thirtyfour::Key;
use thirtyfour::prelude::*;

const TABS_MAX: u32 = 120;
const KEYS_MAX: u32 = 100;
const BETWEEN_KEYS: Duration = Duration::from_millis(50);

#[tokio::test(flavor = "multi_thread")]
async fn everything_is_reached_by_keys() {
    in_both(async |language| {
        let (_copy, session) = demonstration(language).await;
        skip_to_the_page(&session).await;
        let client = worst(&session).await;
        enter(&session, &client).await;
        skip_to_the_page(&session).await;
        let sentence = first_finding(&session).await;
        enter(&session, &sentence).await;
        session.find(Role::Heading, &sentence).await;
        skip_to_the_page(&session).await;
        let row: String =
            session.ask("return document.querySelector('section[aria-labelledby=rows] a').innerText", vec![]).await;
        enter(&session, &row).await;
        session.find(Role::Heading, &session.word("record-says")).await;
        the_way_back_is_seen(&session).await;
        session.end().await;
    })
    .await;
}

async fn key(session: &Session, key: Key) {
    session.web.action_chain().send_keys(key).perform().await.expect("a key");
}

/// Goes to the first stop of a page. A page that is only just there does not take keys yet.
async fn first_stop(session: &Session) {
    for _ in 0..KEYS_MAX {
        key(session, Key::Tab).await;
        if session.ask::<bool>("return document.activeElement != document.body", vec![]).await {
            return;
        }
        tokio::time::sleep(BETWEEN_KEYS).await;
    }
    panic!("{}: {KEYS_MAX} keys, and nothing has the focus", session.path().await);
}

/// The first stop of a page is the link past its bar, and it leads into the page itself.
async fn skip_to_the_page(session: &Session) {
    first_stop(session).await;
    assert_eq!(focused(session).await.name, plain(&session.word("skip")), "{}", session.path().await);
    key(session, Key::Enter).await;
    let inside = "return document.activeElement.id == 'main'";
    assert!(session.ask::<bool>(inside, vec![]).await, "{}: the skip link leads to the page", session.path().await);
}

/// Goes from stop to stop until one is called so, and opens it.
async fn enter(session: &Session, name: &str) {
    for _ in 0..TABS_MAX {
        key(session, Key::Tab).await;
        if focused(session).await.name == plain(name) {
            let old = session.web.find(By::Tag("html")).await.expect("a page");
            key(session, Key::Enter).await;
            return session.gone(&old).await;
        }
    }
    panic!("{}: {TABS_MAX} stops, and none is {name:?}", session.path().await);
}

/// Goes backwards as far as the bar; the focus is seen there, too.
async fn the_way_back_is_seen(session: &Session) {
    for _ in 0..6 {
        session
            .web
            .action_chain()
            .key_down(Key::Shift)
            .send_keys(Key::Tab)
            .key_up(Key::Shift)
            .perform()
            .await
            .expect("keys");
        focused(session).await;
    }
}

#[derive(serde::Deserialize)]
struct Focus {
    name: String,
    fault: Option<String>,
}

/// Says what has the focus, and what a person could not see of it: a ring round it, on the screen, under nothing else.
const FOCUS: &str = r#"
const element = document.activeElement;
const own = element.labels && element.labels.length ? element.labels[0] : element;
const name = element.getAttribute("aria-label") || own.innerText || "";
const box = element.getBoundingClientRect();
const style = getComputedStyle(element);
const fault = () => {
  if (element == document.body) return "nothing has the focus";
  if (style.outlineStyle == "none" || parseFloat(style.outlineWidth) < 2) return `its outline is ${style.outline}`;
  if (box.width < 2 || box.height < 2) return `it is ${box.width} by ${box.height}`;
  if (box.bottom < 0 || box.top > innerHeight || box.right < 0 || box.left > innerWidth) return "it is off the screen";
  const line = [...element.getClientRects()].find(r => r.width > 1) || box;
  const over = document.elementFromPoint(Math.min(Math.max(line.left + line.width / 2, 1), innerWidth - 1), Math.min(Math.max(line.top + line.height / 2, 1), innerHeight - 1));
  if (over && !element.contains(over) && !over.contains(element)) return `it lies under ${over.outerHTML.slice(0, 80)}`;
  return null;
};
const found = fault();
return { name, fault: found && `${found}: ${element.outerHTML.slice(0, 160)}` };
"#;

async fn focused(session: &Session) -> Focus {
    let focus: Focus = session.ask(FOCUS, vec![]).await;
    assert_eq!(focus.fault, None, "{}", session.path().await);
    Focus { name: plain(&focus.name), fault: None }
}
