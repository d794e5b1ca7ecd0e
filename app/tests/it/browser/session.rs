//! One person's browser: what it shows is found by its role and its name, as people find it.

use super::driver;
use crate::harness::Copy;
use app::lang::{Lang, Language};
use serde_json::json;
use std::time::Duration;
use thirtyfour::BrowserLogEntry;
use thirtyfour::cdp::domains::emulation::{MediaFeature, SetDeviceMetricsOverride, SetEmulatedMedia};
use thirtyfour::prelude::*;

const PATIENCE: Duration = Duration::from_secs(20);
const BETWEEN_LOOKS: Duration = Duration::from_millis(20);

/// Finds what is visible, of a role, and named so: exactly, or else beginning so; in the section under a heading, where one
/// is named.
const FIND: &str = r#"
const [role, name, under] = arguments;
const parts = { button: "button, summary", link: "a[href]", field: "input:not([type=hidden]), select, textarea", heading: "h1, h2, h3" };
const plain = text => text.replace(/[\u2066-\u2069]/g, "").replace(/\s+/g, " ").trim();
const names = element => {
  const said = [element.getAttribute("aria-label") || "", element.placeholder || ""];
  const spoken = role == "field" ? [...element.labels || []] : [element];
  return said.concat(spoken.flatMap(e => [e.innerText, e.innerText.split("\n")[0]])).map(plain).filter(text => text);
};
const headed = section => plain(section.querySelector("h1, h2, h3")?.innerText || "") == plain(under);
const place = under ? [...document.querySelectorAll("section")].find(headed) : document;
const seen = [...place?.querySelectorAll(parts[role]) || []].filter(element => element.checkVisibility());
return seen.find(e => names(e).includes(plain(name))) || seen.find(e => names(e).some(n => n.startsWith(plain(name)))) || null;
"#;

/// What a person looks for.
#[derive(Clone, Copy, Debug)]
pub enum Role {
    Button,
    Link,
    Field,
    Heading,
}

impl Role {
    fn word(self) -> &'static str {
        match self {
            Role::Button => "button",
            Role::Link => "link",
            Role::Field => "field",
            Role::Heading => "heading",
        }
    }
}

/// A browser that looks at one copy.
#[derive(Clone)]
pub struct Session {
    pub web: WebDriver,
    pub lang: Lang,
    base: String,
    /// The heading of the section in which things are looked for, if it is one.
    under: Option<String>,
}

impl Session {
    /// Opens a browser that asks for pages in a language.
    pub async fn begin(copy: &Copy, language: Language) -> Session {
        let address = driver::address().expect("a journey begins only where there is a driver");
        // The driver's client takes the process's provider of cryptography; whoever comes first installs it.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let web = WebDriver::new(address, driver::wishes(language.tag())).await.expect("chromium starts");
        Session { web, lang: Lang::plain(language), base: copy.url(""), under: None }
    }

    /// Turns to a copy of the same firm on another day; cookies go with it.
    pub fn turn_to(&mut self, copy: &Copy) {
        self.base = copy.url("");
    }

    /// Returns the same browser, looking only into the section under a heading.
    pub fn under(&self, heading: &str) -> Session {
        Session { under: Some(heading.to_owned()), ..self.clone() }
    }

    /// Closes the browser. Its console has to be clean: no fault of a script, nothing that the page's policy forbade. That a
    /// picture of the old page was not shown, since the new one was there first, is no fault.
    pub async fn end(self) {
        let log = self.web.browser_log().await.expect("the console");
        let own = |entry: &&BrowserLogEntry| {
            entry.source.as_deref() != Some("network") && !entry.message.contains("Transition was")
        };
        let faults: Vec<_> = log.iter().filter(own).collect();
        assert!(faults.is_empty(), "{faults:?}");
        self.web.quit().await.expect("the browser closes");
    }

    /// Turns the browser into a telephone.
    pub async fn hold_as_phone(&self, width: u32, height: u32) {
        let metrics = SetDeviceMetricsOverride {
            width,
            height,
            device_scale_factor: 2.0,
            mobile: true,
            scale: None,
            screen_orientation: None,
        };
        self.web.cdp().send(metrics).await.expect("another screen");
    }

    /// Asks for dark pages, or for light ones.
    pub async fn prefer_dark(&self, is_dark: bool) {
        let value = if is_dark { "dark" } else { "light" }.to_owned();
        let features = Some(vec![MediaFeature { name: "prefers-color-scheme".to_owned(), value }]);
        self.web.cdp().send(SetEmulatedMedia { media: None, features }).await.expect("a preference");
    }

    pub async fn open(&self, path: &str) {
        self.web.goto(format!("{}{path}", self.base)).await.unwrap_or_else(|error| panic!("{path}: {error}"));
    }

    /// Returns where the browser is: the path and what follows it.
    pub async fn path(&self) -> String {
        let url = self.web.current_url().await.expect("an address");
        url.as_str().strip_prefix(&self.base).unwrap_or(url.as_str()).to_owned()
    }

    /// Returns a word of the catalogue.
    pub fn word(&self, key: &str) -> String {
        self.lang.text(key)
    }

    /// Runs a script on the page and returns what it returns.
    pub async fn ask<T: serde::de::DeserializeOwned>(&self, script: &str, arguments: Vec<serde_json::Value>) -> T {
        let found = self.web.execute(script, arguments).await.unwrap_or_else(|error| panic!("{script}: {error}"));
        found.convert().unwrap_or_else(|error| panic!("{script}: {error}"))
    }

    /// Returns the page's words as one line, without the marks that isolate directions.
    pub async fn text(&self) -> String {
        let text: String = self.ask("return document.body.innerText", vec![]).await;
        plain(&text)
    }

    /// Asserts that the page shows a text.
    pub async fn says(&self, text: &str) -> &Session {
        let shown = self.text().await;
        assert!(shown.contains(&plain(text)), "{} does not say {text:?}:\n{shown}", self.path().await);
        self
    }

    /// Asserts that the page does not show a text.
    pub async fn hides(&self, text: &str) -> &Session {
        let shown = self.text().await;
        assert!(!shown.contains(&plain(text)), "{} says {text:?}:\n{shown}", self.path().await);
        self
    }

    /// Finds what is visible, of a role and a name.
    pub async fn find(&self, role: Role, name: &str) -> WebElement {
        match self.look(role, name).await {
            Some(element) => element,
            None => panic!("{}: no {role:?} {name:?} in:\n{}", self.path().await, self.text().await),
        }
    }

    /// Finds what is visible, of a role and a name, if it is there.
    pub async fn look(&self, role: Role, name: &str) -> Option<WebElement> {
        let found =
            self.web.execute(FIND, vec![json!(role.word()), json!(name), json!(self.under)]).await.expect("a look");
        if found.json().is_null() { None } else { Some(found.element().expect("an element")) }
    }

    /// Waits until something of a role and a name is there: work goes on elsewhere, and the page follows it.
    pub async fn wait_for(&self, role: Role, name: &str) {
        for _ in 0..PATIENCE.as_millis() / BETWEEN_LOOKS.as_millis() {
            if self.look(role, name).await.is_some() {
                return;
            }
            tokio::time::sleep(BETWEEN_LOOKS).await;
        }
        self.find(role, name).await;
    }

    /// Follows a link to another page.
    pub async fn follow(&self, name: &str) {
        self.leave_by(&self.find(Role::Link, name).await).await;
    }

    /// Presses a button that leads to another page.
    pub async fn press(&self, name: &str) {
        self.leave_by(&self.find(Role::Button, name).await).await;
    }

    /// Presses a button that changes something on this page.
    pub async fn toggle(&self, name: &str) {
        self.find(Role::Button, name).await.click().await.expect("a click");
    }

    /// Clicks what leads to another page, and waits until this one is gone: a click returns before that.
    pub async fn leave_by(&self, element: &WebElement) {
        let old = self.web.find(By::Tag("html")).await.expect("a page");
        element.click().await.unwrap_or_else(|error| panic!("{error}"));
        self.gone(&old).await;
    }

    /// Waits until a page is gone.
    pub async fn gone(&self, old: &WebElement) {
        let waited = old.wait_until().wait(PATIENCE, BETWEEN_LOOKS).stale().await;
        assert!(waited.is_ok(), "{} stays:\n{}", self.path().await, self.text().await);
    }

    /// Writes into a field, in the place of what stood there.
    pub async fn fill(&self, label: &str, text: &str) {
        let field = self.find(Role::Field, label).await;
        field.clear().await.expect("a field to write in");
        field.send_keys(text).await.expect("keys");
    }

    /// Sets the day of a field, as its calendar does: how a day is typed depends on the country of the browser.
    pub async fn date(&self, label: &str, day: &str) {
        let field = self.find(Role::Field, label).await.to_json().expect("an element");
        let _: bool = self.ask("arguments[0].value = arguments[1]; return true", vec![field, json!(day)]).await;
    }

    /// Chooses a value from the list of a field.
    pub async fn choose(&self, label: &str, option: &str) {
        let field = self.find(Role::Field, label).await;
        for candidate in field.find_all(By::Tag("option")).await.expect("options") {
            let words = candidate.prop("text").await.expect("its words").unwrap_or_default();
            if plain(&words) == plain(option) {
                return candidate.click().await.expect("a choice");
            }
        }
        panic!("{}: {label} offers no {option:?}", self.path().await);
    }

    /// Ticks a box or one of several choices by its label.
    pub async fn tick(&self, label: &str) {
        let field = self.find(Role::Field, label).await;
        let near: WebElement = self
            .web
            .execute("return arguments[0].labels[0]", vec![field.to_json().expect("an element")])
            .await
            .expect("a look")
            .element()
            .expect("a label");
        near.click().await.expect("a click");
    }

    /// Returns what the page says of a field that was refused, as those hear it who do not see it.
    pub async fn complaint(&self, label: &str) -> Option<String> {
        let field = self.find(Role::Field, label).await;
        let script = "const field = arguments[0]; const said = field.getAttribute('aria-describedby');
            return field.getAttribute('aria-invalid') == 'true' && said ? document.getElementById(said).innerText : null";
        let said: Option<String> = self.ask(script, vec![field.to_json().expect("an element")]).await;
        said.map(|said| plain(&said))
    }
}

/// Returns a text as one line, without the marks that isolate directions.
pub fn plain(text: &str) -> String {
    let text = text.replace(|c| matches!(c, '\u{2066}'..='\u{2069}'), "");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
