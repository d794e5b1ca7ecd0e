//! axe finds nothing: on every page that links lead to, on those without a link, and on what forms answer; in both
//! languages, light and dark.

use super::phone::open_all;
use super::{Session, demonstration, driver, erasures, import, next_client, threshold, unowned, walk};
use crate::harness::need;
use app::flow::entry;
use app::lang::Language;
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Pages to which other pages lead only now and then.
const UNLINKED: [&str; 15] = [
    "/channels",
    "/criteria",
    "/prospects",
    "/ladder",
    "/?on=2026-10-01",
    "/clients",
    "/clients/NAKHLA/account/interest?place=AE&clause=9",
    "/clients/NAKHLA/account/particulars/new?kind=plan",
    "/clients/NAKHLA/contracts/C-17/terms",
    "/clients/NAKHLA/edit",
    "/clients/NAKHLA/exit/agenda",
    "/clients/NAKHLA/findings/P5?on=2026-10-01",
    "/clients/NAKHLA?on=2026-10-01",
    "/reports/keys",
    "/weights",
];

/// What answers a GET with something else than a page: files, streams, and the demonstration's door.
const NO_PAGES: [&str; 14] = [
    ".csv",
    ".ics",
    ".pdf",
    ".xlsx",
    ".zip",
    ".toml",
    "/assets/{version}/{name}",
    "/demo/{token}",
    "/{file}",
    "/{problems}",
    "/{rows}",
    "/files/{n}",
    "/progress",
    "/changes",
];

/// Everything in light; in the dark only what colours decide, once they have changed.
const RUN: &str = r#"
const [isDark, done] = arguments;
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const runOnly = isDark ? { type: "rule", values: ["color-contrast"] } : { type: "tag", values: tags };
const said = node => node.any.concat(node.all, node.none).map(check => check.message).join("; ");
const still = async () => {
  for (let moving; (moving = document.getAnimations().filter(change => change instanceof CSSTransition)).length;) {
    moving.forEach(change => change.finish());
    await new Promise(requestAnimationFrame);
  }
};
still().then(() => axe.run(document, { runOnly, resultTypes: ["violations"] })).then(
  found => done(found.violations.flatMap(rule => rule.nodes.map(node => [node.target.join(" "), `${rule.id}: ${rule.help} (${said(node)})`]))),
  error => done([["", String(error)]]));
"#;

type Faults = BTreeMap<String, Vec<String>>;

/// A browser with axe, and what axe found.
pub(super) struct Eye {
    pub(super) session: Session,
    axe: String,
    /// What is wrong: where on which pages.
    faults: Faults,
    seen: BTreeSet<String>,
}

impl Eye {
    fn new(session: Session, axe: &str) -> Eye {
        Eye { session, axe: axe.to_owned(), faults: Faults::new(), seen: BTreeSet::new() }
    }

    pub(super) async fn open(&mut self, path: &str) {
        self.session.open(path).await;
        self.look(path).await;
    }

    /// Looks at the page that is open, light and dark.
    pub(super) async fn look(&mut self, name: &str) {
        self.seen.insert(walk::sort(&self.session.path().await));
        open_all(&self.session).await;
        self.session.web.execute(self.axe.clone(), vec![]).await.expect("axe loads");
        for is_dark in [false, true] {
            self.session.prefer_dark(is_dark).await;
            let found = self.session.web.execute_async(RUN, vec![json!(is_dark)]).await.expect("axe runs");
            let found: Vec<(String, String)> = found.convert().expect("what axe found");
            let shade = if is_dark { "dark" } else { "light" };
            for (place, fault) in found {
                self.faults.entry(fault).or_default().push(format!("{name} ({shade}): {place}"));
            }
        }
        self.session.prefer_dark(false).await;
    }

    async fn end(self) -> (Faults, BTreeSet<String>) {
        self.session.end().await;
        (self.faults, self.seen)
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_found_in_arabic() {
    nothing_is_found(Language::Arabic).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_found_in_english() {
    nothing_is_found(Language::English).await;
}

async fn nothing_is_found(language: Language) {
    let script = std::env::var_os("AXE_JS").and_then(|path| std::fs::read_to_string(path).ok());
    let script = need(script, "AXE_JS names no axe.min.js: accessibility is not tested");
    let (Some(axe), Some(_)) = (script, need(driver::address(), "no chromedriver: nothing is tested in a browser"))
    else {
        return;
    };
    let (mut faults, seen) = without_an_owner(language, &axe).await;
    let (copy, session) = demonstration(language).await;
    let paths = walk::pages(&copy, &session).await;
    let mut eye = Eye::new(session, &axe);
    eye.seen = seen;
    for path in paths.iter().map(String::as_str).chain(UNLINKED) {
        eye.open(path).await;
    }
    a_review(&mut eye).await;
    what_forms_answer(&mut eye).await;
    of_cases(&mut eye).await;
    the_archives(&mut eye).await;
    next_client::pages(&mut eye).await;
    the_clients_page(&mut eye).await;
    erasures::pages(&mut eye).await;
    links_handed_over(&mut eye).await;
    signed_out(&mut eye).await;
    let (own_faults, seen) = eye.end().await;
    let unseen: Vec<String> =
        routes().into_iter().filter(|route| !seen.iter().any(|path| leads_to(route, path))).collect();
    faults.extend(own_faults);
    assert!(faults.is_empty(), "{}", told(language, &faults));
    assert!(unseen.is_empty(), "no link and no step of this test leads to {unseen:?}");
}

/// The review of the demonstration's largest client: its pages, and the questions that follow one another.
async fn a_review(eye: &mut Eye) {
    eye.session.open("/cases").await;
    let script = "return document.querySelector('a[href^=\"/clients/NAKHLA/cases/\"]').getAttribute('href')";
    let case: String = eye.session.ask(script, vec![]).await;
    for page in ["", "/roster", "/invitation", "/worth?stays=80", "/worth?stays=x", "/options", "/scenario", "/answer"]
    {
        eye.open(&format!("{case}/review{page}")).await;
    }
    eye.open(&format!("{case}/review/answer?ask=stance")).await;
    eye.session.press(&eye.session.word("answer-next")).await;
    eye.look("a choice that is missing").await;
    eye.session.tick(&eye.session.word("stance-repair")).await;
    eye.session.press(&eye.session.word("answer-next")).await;
    eye.look("the question why").await;
    eye.session.fill(&eye.session.word("answer-why-label"), "x").await;
    eye.session.press(&eye.session.word("answer-next")).await;
    eye.look("what would change my mind").await;
}

/// Tells each fault once, with the first places where it stands.
fn told(language: Language, faults: &Faults) -> String {
    let told = faults.iter().map(|(fault, places)| {
        let first = places.iter().take(5).map(|place| format!("    {place}")).collect::<Vec<_>>().join("\n");
        format!("{}: {fault}, at {} places:\n{first}\n", language.tag(), places.len())
    });
    told.collect()
}

async fn without_an_owner(language: Language, axe: &str) -> (Faults, BTreeSet<String>) {
    let copy = unowned().await;
    let mut eye = Eye::new(Session::begin(&copy, language).await, axe);
    eye.open("/first-start").await;
    let link = entry::first_link(&copy.own.db, copy.app.clock.now()).await.expect("a store").expect("a link");
    eye.open(&link).await;
    eye.session.press(&eye.session.word("first-start-create")).await;
    eye.look("the first start, refused").await;
    eye.end().await
}

/// Pages that only a form leads to: a refusal, a trial, a shared screen.
async fn what_forms_answer(eye: &mut Eye) {
    eye.session.open("/clients/new").await;
    eye.session.press(&eye.session.word("entry-save")).await;
    eye.look("a new client, refused").await;
    eye.session.open("/policy").await;
    threshold::write_strictly(&eye.session).await;
    eye.session.press(&eye.session.word("policy-try")).await;
    eye.look("a policy, tried").await;
    import::hand_over(&eye.session).await;
    eye.look("a file, looked at").await;
    import::store(&eye.session).await;
    eye.look("a file, stored").await;
    eye.session.open("/clients/NAKHLA/exit").await;
    open_all(&eye.session).await;
    eye.session.press(&eye.session.word("exit-add")).await;
    eye.look("a line of the exit bill, refused").await;
    eye.session.press(&eye.session.word("exit-keep")).await;
    eye.look("a kept simulation").await;
    eye.open("/imports").await;
    eye.open("/nowhere").await;
    eye.session.open("/sharing").await;
    eye.session.fill(&eye.session.word("sharing-with"), "NAKHLA").await;
    eye.session.press(&eye.session.word("sharing-begin")).await;
    eye.look("a shared screen").await;
    eye.open("/firm").await;
    eye.session.press(&eye.session.word("sharing-end")).await;
}

/// Pages of cases to which no link leads their owner: a decision before a reader, and a step of deciding, refused.
async fn of_cases(eye: &mut Eye) {
    let script = "return document.querySelector(`a.rowlink[href*='/${arguments[0]}/']`).getAttribute('href')";
    eye.session.open("/cases").await;
    let decided: String = eye.session.ask(script, vec![json!("ZAHWA")]).await;
    let in_review: String = eye.session.ask(script, vec![json!("NAKHLA")]).await;
    eye.open(&format!("{decided}/decision/reading")).await;
    eye.open(&format!("{in_review}/hold")).await;
    eye.session.press(&eye.session.word("hold-set")).await;
    eye.look("a hold, refused").await;
    for page in ["", "/plan", "/changes", "/meeting", "/trial", "/evaluation"] {
        eye.open(&format!("{decided}/repair{page}")).await;
    }
    eye.session.press(&eye.session.word("repair-do-evaluation")).await;
    eye.look("an evaluation, refused").await;
    // Counsel's compartment is not there for the owner, and says so as any unknown address does.
    let script = "return document.querySelector(`a.rowlink[href^='/reports/']`).getAttribute('href')";
    eye.session.open("/reports").await;
    let report: String = eye.session.ask(script, vec![]).await;
    eye.open(&format!("{report}/duty")).await;
    eye.session.open(&format!("{in_review}/decision")).await;
    eye.session.press(&eye.session.word("deciding-next")).await;
    eye.look("a decision, refused").await;
}

/// A letter begun, refused for what it lacks, and one as it stands with a mark that stops it.
async fn the_letters(eye: &mut Eye, parting: &str) {
    eye.open(&format!("{parting}/part/letters/new")).await;
    eye.open(&format!("{parting}/part/letters/new?kind=notice_of_termination&language=bilingual")).await;
    eye.session.press(&eye.session.word("letter-facts-do")).await;
    eye.look("a letter, refused").await;
    eye.open(&format!("{parting}/part/letters/1")).await;
}

/// The page of a client whose services end: its link given by the firm, opened, read, and answered without a code.
async fn the_clients_page(eye: &mut Eye) {
    let script = "return document.querySelector(`a.rowlink[href*='/${arguments[0]}/']`).getAttribute('href')";
    eye.session.open("/cases").await;
    let parting: String = eye.session.ask(script, vec![json!("SUHAIL")]).await;
    the_letters(eye, &parting).await;
    // Before the settlement there is no closing pack.
    for page in [
        "part",
        "part/account",
        "part/agreement",
        "part/agreement/payments",
        "part/obligations",
        "part/plan",
        "part/access",
        "part/holdings",
        "part/works",
        "work",
        "closing-pack",
        "answer?question=1",
        "handed-over?letter=1",
        "dispatch",
        "part/bounce",
        "part/proofs",
        "part/letters/1/mail",
        "replacement",
        "settlement",
        "alternative",
        "bridge",
        "page-handed-over?language=ar",
    ] {
        eye.open(&format!("{parting}/{page}")).await;
    }
    eye.open(&format!("{parting}/client-links")).await;
    eye.session.press(&eye.session.word("client-links-give")).await;
    eye.look("a link for a client, refused").await;
    eye.session.fill(&eye.session.word("client-links-name"), "Suhail").await;
    eye.session.fill(&eye.session.word("client-links-contact"), "+966 50 000 0000").await;
    eye.session.press(&eye.session.word("client-links-give")).await;
    eye.look("a link for a client").await;
    let link = link(&eye.session, "client-link").await;
    eye.open(&link).await;
    eye.session.press(&eye.session.word("portal-open-do")).await;
    eye.look("a client's page").await;
    eye.open("/client-page/letters/1").await;
    eye.session.open("/client-page").await;
    eye.session.press(&eye.session.word("portal-data-do")).await;
    eye.look("a client's page, refused").await;
    eye.open(&link).await;
}

/// The archives of a client that is closed: refused, sealed, and checked.
async fn the_archives(eye: &mut Eye) {
    let script = "return document.querySelector(`a.rowlink[href*='/QAFILA/']`).getAttribute('href')";
    eye.session.open("/cases").await;
    let closed: String = eye.session.ask(script, vec![]).await;
    eye.open(&format!("{closed}/archives")).await;
    eye.session.press(&eye.session.word("archives-seal-do")).await;
    eye.look("an archive, refused").await;
    for field in ["archives-phrase", "archives-again"] {
        eye.session.fill(&eye.session.word(field), "four words at random").await;
    }
    eye.session.fill(&eye.session.word("archives-holder"), "Suhail").await;
    eye.session.press(&eye.session.word("archives-seal-do")).await;
    eye.look("an archive").await;
    let script = "return document.querySelector(`a[href$='/check']`).getAttribute('href')";
    let check: String = eye.session.ask(script, vec![]).await;
    let script = "return document.querySelector(`a[href*='/archives/']:not([href$='/check'])`).getAttribute('href')";
    let fetch: String = eye.session.ask(script, vec![]).await;
    eye.open(&check).await;
    eye.open(&fetch).await;
}

/// The links that are handed over: shown once to the owner, then opened by whoever gets them, who is not signed in.
async fn links_handed_over(eye: &mut Eye) {
    eye.session.open("/members").await;
    eye.session.fill(&eye.session.word("member-name"), "Lina").await;
    eye.session.press(&eye.session.word("invite-make")).await;
    eye.look("an invitation").await;
    let join = link(&eye.session, "join").await;
    eye.session.open("/members").await;
    open_all(&eye.session).await;
    eye.session.press(&eye.session.word("member-reset")).await;
    eye.look("a link to a new password").await;
    let reset = link(&eye.session, "reset").await;
    eye.session.web.delete_all_cookies().await.expect("no cookies");
    eye.open(&join).await;
    eye.open(&reset).await;
}

async fn link(session: &Session, door: &str) -> String {
    let script = "return document.documentElement.innerHTML.match(new RegExp(`/${arguments[0]}/[A-Za-z0-9_-]+`))[0]";
    session.ask(script, vec![json!(door)]).await
}

async fn signed_out(eye: &mut Eye) {
    for path in ["/sign-in", "/forgot", "/join/x", "/nowhere"] {
        eye.open(path).await;
    }
    eye.session.open("/sign-in").await;
    eye.session.fill(&eye.session.word("email"), "reem@midad.example").await;
    eye.session.press(&eye.session.word("sign-in")).await;
    eye.look("signing in, refused").await;
}

/// Returns the routes that answer a GET with a page, as their files declare them.
fn routes() -> BTreeSet<String> {
    let web = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/web");
    let mut folders = vec![web];
    let mut routes = BTreeSet::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("the pages").flatten() {
            if entry.path().is_dir() {
                folders.push(entry.path());
            } else {
                let text = std::fs::read_to_string(entry.path()).expect("a page");
                routes.extend(text.split(".route(\"").skip(1).filter_map(page));
            }
        }
    }
    routes
}

/// Returns the path of a route whose GET shows a page; a `back` leads away.
fn page(declared: &str) -> Option<String> {
    let (path, rest) = declared.split_once('"')?;
    let handlers = rest.split(".route(").next()?.split(';').next()?;
    let shows = handlers.contains("get(") && !handlers.contains("get(back") && !handlers.contains("::back)");
    let is_page = shows && !NO_PAGES.iter().any(|ending| path.ends_with(ending));
    is_page.then(|| path.to_owned())
}

fn leads_to(route: &str, path: &str) -> bool {
    let path = path.split('?').next().unwrap_or_default();
    let (route, path): (Vec<&str>, Vec<&str>) = (route.split('/').collect(), path.split('/').collect());
    route.len() == path.len() && route.iter().zip(path).all(|(part, own)| part.starts_with('{') || *part == own)
}
