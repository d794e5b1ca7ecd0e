//! Every page that a person can reach by links, one example of each sort.

use super::Session;
use crate::harness::{Browser, Copy};
use std::collections::{BTreeSet, VecDeque};

/// What is fetched to be kept, not to be looked at.
const FILES: [&str; 6] = [".csv", ".ics", ".pdf", ".xlsx", ".toml", ".zip"];

/// Follows all links from the first page on, with the cookies of a session, and returns one path of each sort.
pub async fn pages(copy: &Copy, session: &Session) -> Vec<String> {
    let mut browser = copy.browser();
    for cookie in session.web.get_all_cookies().await.expect("cookies") {
        browser.cookies.insert(cookie.name, cookie.value);
    }
    let mut known = BTreeSet::from([sort("/")]);
    let mut waiting = VecDeque::from(["/".to_owned()]);
    let mut pages = vec![];
    while let Some(path) = waiting.pop_front() {
        for link in links(&mut browser, &path).await {
            if known.insert(sort(&link)) {
                waiting.push_back(link);
            }
        }
        pages.push(path);
    }
    pages
}

async fn links(browser: &mut Browser, path: &str) -> Vec<String> {
    let page = browser.get(path).await;
    assert!(matches!(page.status, 200 | 303), "a link leads to {path}, which answers {}", page.status);
    let href = |rest: &str| rest.split('"').next().unwrap_or_default().replace("&amp;", "&").replace("&#38;", "&");
    let inner = |link: &String| link.starts_with('/') && !link.starts_with("//") && !link.starts_with("/assets/");
    let place = |link: String| link.split('#').next().unwrap_or_default().to_owned();
    let shown = |link: &String| !FILES.iter().any(|ending| link.split('?').next().is_some_and(|l| l.ends_with(ending)));
    page.body.split("href=\"").skip(1).map(href).filter(inner).map(place).filter(shown).collect()
}

/// Returns what pages of one sort have in common: their route with kinds and families kept, and the names of its query.
pub fn sort(path: &str) -> String {
    let (place, query) = path.split_once('?').unwrap_or((path, ""));
    let parts: Vec<&str> = place.split('/').skip(1).collect();
    let route = match parts[..] {
        ["clients", "new" | "merges", ..] => place.to_owned(),
        ["clients", _] => "/clients/{client}".to_owned(),
        ["clients", _, "findings", code] => format!("/clients/{{client}}/findings/{}", &code[..1]),
        ["clients", _, kind] => format!("/clients/{{client}}/{kind}"),
        ["clients", _, "account", ..] => format!("/clients/{{client}}/{}", parts[2..].join("/")),
        ["clients", _, "exit", "runs", _] => "/clients/{client}/exit/runs/{run}".to_owned(),
        ["clients", _, "exit", page] => format!("/clients/{{client}}/exit/{page}"),
        ["clients", _, kind, "new"] => format!("/clients/{{client}}/{kind}/new"),
        ["clients", _, kind, _] => format!("/clients/{{client}}/{kind}/{{id}}"),
        ["clients", _, kind, _, act] => format!("/clients/{{client}}/{kind}/{{id}}/{act}"),
        ["letter-templates", _, _] => "/letter-templates/{language}/{name}".to_owned(),
        ["reports", "new" | "recipients" | "keys"] => place.to_owned(),
        ["prospects" | "criteria", "new"] => place.to_owned(),
        ["prospects" | "criteria", _] => format!("/{}/{{id}}", parts[0]),
        ["prospects" | "criteria", _, act] => format!("/{}/{{id}}/{act}", parts[0]),
        ["members", _, act] => format!("/members/{{id}}/{act}"),
        ["policy", "back-test" | "draft"] => place.to_owned(),
        ["policy" | "reports" | "imports" | "erasures", id] if id != "new" => format!("/{}/{{id}}", parts[0]),
        _ => place.to_owned(),
    };
    let names: BTreeSet<&str> = query.split('&').filter_map(|pair| pair.split('=').next()).collect();
    names.into_iter().fold(route, |route, name| format!("{route}?{name}"))
}
