//! What protects every page: headers, the origin of forms, links that looking does not use, errors that tell no more.

use crate::database;
use crate::harness::{PASSWORD, each, newcomer, start};
use std::io::Write;
use std::sync::{Arc, Mutex};

#[tokio::test]
async fn every_answer_carries_the_headers() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        let page = owner.get("/settings").await;
        let style = page.link("/assets/");
        for path in ["/settings", "/nowhere", "/sign-out", "/members", style.as_str()] {
            let page = owner.get(path).await;
            let policy = page.header("content-security-policy").unwrap_or_default();
            assert!(policy.starts_with("default-src 'none'; style-src 'self'; script-src 'self'"), "{path}: {policy}");
            assert!(!policy.contains("unsafe") && !policy.contains("http"), "{path}: {policy}");
            assert_eq!(page.header("x-content-type-options"), Some("nosniff"), "{path}");
            assert_eq!(page.header("referrer-policy"), Some("same-origin"), "{path}");
            assert_eq!(page.header("cross-origin-opener-policy"), Some("same-origin"), "{path}");
            assert_eq!(page.header("strict-transport-security"), None, "only by https");
            assert!(!page.body.contains(" style=") && !page.body.contains(" onclick="), "{path}: nothing inline");
        }
        for link in ["/first-start/x", "/join/x", "/reset/x", "/demo/x"] {
            assert_eq!(owner.get(link).await.header("referrer-policy"), Some("no-referrer"), "{link}");
        }
        assert_eq!(owner.get("/settings").await.header("cache-control"), Some("no-store"));
        assert!(owner.get(&style).await.header("cache-control").is_some_and(|value| value.contains("immutable")));
    }
}

#[tokio::test]
async fn by_https_cookies_never_travel_open() {
    let secure = |app: &mut app::web::App| app.public_url = Some("https://khitam.example".to_owned());
    let copy = start(database::sqlite().await, secure).await;
    let mut owner = copy.owner().await;
    assert!(owner.cookies.contains_key("__Host-khitam"), "{:?}", owner.cookies);
    let page = owner.post("/sign-in", &[("email", "reem@midad.example"), ("password", PASSWORD)]).await;
    let cookie = page.header("set-cookie").unwrap_or_default();
    for part in ["; Path=/", "; HttpOnly", "; SameSite=Lax", "; Secure"] {
        assert!(cookie.contains(part), "{cookie}");
    }
    assert_eq!(page.header("strict-transport-security"), Some("max-age=31536000"));
    let page = owner.post("/members/invites", &[("name", "Omar"), ("role", "member")]).await;
    page.says("https://khitam.example/join/").says("if the proxy forwards");
}

#[tokio::test]
async fn forms_of_other_sites_are_refused() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        let invite = [("name", "Eve"), ("role", "owner")];
        for site in ["cross-site", "same-site"] {
            owner.site = Some(site);
            let page = owner.post("/members/invites", &invite).await;
            assert_eq!(page.status, 403, "{site}");
            page.says("This form came from another site");
            assert_eq!(owner.post("/sign-out", &[]).await.status, 403);
        }
        owner.site = None;
        owner.more = vec![("origin", "https://evil.example".to_owned())];
        assert_eq!(owner.post("/members/invites", &invite).await.status, 403);
        owner.more = vec![("origin", "null".to_owned())];
        assert_eq!(owner.post("/members/invites", &invite).await.status, 403);
        owner.more = vec![];
        assert_eq!(owner.post("/members/invites", &invite).await.status, 200, "a program of the owner's own");
        assert_eq!(copy.text("SELECT CAST(COUNT(*) AS TEXT) FROM invites WHERE name = 'Eve'").await, "1");
    }
}

#[tokio::test]
async fn without_https_browsers_say_less_and_forms_still_work() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        let link = owner.post("/members/invites", &[("name", "Omar"), ("role", "member")]).await.link("/join/");
        let mut guest = copy.browser();
        // Over plain http there is no Sec-Fetch-Site, and a page without a referrer has no origin either.
        guest.site = None;
        guest.more = vec![("origin", "null".to_owned())];
        assert_eq!(guest.post(&link, &newcomer("Omar", "omar@midad.example")).await.status, 303);
        assert_eq!(guest.post("/sign-out", &[]).await.status, 403, "elsewhere a page says where it is");
        guest.site = Some("cross-site");
        assert_eq!(guest.post(&link, &newcomer("Eve", "eve@midad.example")).await.status, 403);
    }
}

#[tokio::test]
async fn errors_are_pages_in_the_visitors_language() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        let mut stranger = copy.browser();
        stranger.language = "ar";
        for path in ["/nowhere", "/demo/abc", "/join/abc", "/reports/abc/x"] {
            let page = stranger.get(path).await;
            assert_eq!(page.status, 404, "{path}");
            page.says("lang=\"ar\"").says("<h1");
        }
        let page = owner.get("/nowhere").await;
        page.says("There is no page at this address").says("Reem");
        assert_eq!(owner.get("/sign-out").await.status, 405);
        owner.get("/sign-out").await.says("Nothing was changed");
        let large = format!("name={}", "a".repeat(2 * 1024 * 1024));
        let page = owner.send("POST", "/members/invites", "application/x-www-form-urlencoded", &large).await;
        assert_eq!(page.status, 413);
        page.says("larger than this page takes");
        copy.sql("DROP TABLE invites").await;
        let page = owner.get("/members").await;
        assert_eq!(page.status, 500);
        page.says("Nothing that was saved before is lost").says(page.header("x-request-id").unwrap_or("?"));
        page.hides("invites");
    }
}

#[tokio::test]
async fn the_demos_door_is_shut_elsewhere() {
    let copy = start(database::sqlite().await, |_| {}).await;
    copy.owner().await;
    let member = copy.text("SELECT id FROM members").await;
    let door = app::web::demo_door::make(&copy.app, &member, None);
    assert_eq!(copy.browser().get(&door).await.status, 404);
    let demo = start(database::sqlite().await, |app| app.demo = true).await;
    demo.owner().await;
    let member = demo.text("SELECT id FROM members").await;
    let door = app::web::demo_door::make(&demo.app, &member, None);
    for _ in 0..2 {
        let mut browser = demo.browser();
        assert_eq!(browser.get(&door).await.header("location"), Some("/"));
        browser.get("/settings").await.says("an invented firm").says("Reem");
    }
}

#[tokio::test]
async fn the_log_tells_no_secret() {
    let log = logged();
    let copy = start(database::sqlite().await, |_| {}).await;
    let mut owner = copy.owner().await;
    let link = owner.post("/members/invites", &[("name", "Omar"), ("role", "member")]).await.link("/join/");
    let mut guest = copy.browser();
    guest.get(&link).await;
    guest.post(&link, &newcomer("Omar", "omar@midad.example")).await;
    owner.get("/reports").await;
    owner.get("/reports/new?kind=discomfort").await;
    let log = String::from_utf8(log.0.lock().expect("whole").clone()).expect("text");
    assert!(log.contains("/join/{token}"), "{log}");
    let secrets = [link.trim_start_matches("/join/"), PASSWORD, "report"];
    let cookies: Vec<&String> = owner.cookies.values().chain(guest.cookies.values()).collect();
    for secret in secrets.into_iter().chain(cookies.into_iter().map(String::as_str)) {
        assert!(!log.contains(secret), "the log tells {secret}: {log}");
    }
}

/// Everything that all tests log.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

/// Returns the log, which begins at the first call: what a thread logs by itself is lost when others log elsewhere.
fn logged() -> Log {
    let log = Log::default();
    let own = log.clone();
    let filter = tracing_subscriber::EnvFilter::new(app::cli::LOGGED);
    tracing_subscriber::fmt().with_env_filter(filter).with_ansi(false).with_writer(move || own.clone()).init();
    log
}

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().expect("whole").write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}
