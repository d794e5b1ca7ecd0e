//! A copy of the application on a port of its own, and a small browser that talks to it.

use crate::database::{self, Own};
use app::clock::Clock;
use app::flow::{assess, entry};
use app::secret::password::Cost;
use app::store::{dialect, firm_facts};
use app::web::{App, Shared, serve};
use domain::days::Day;
use sqlx::{AnyPool, AssertSqlSafe};
use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

pub const PASSWORD: &str = "a sentence to remember";

/// Passes on what a test needs. Where it is missing, that is said once past the capture of tests' output; where nothing
/// may be skipped (`CI` or `KHITAM_STRICT`, as for bin/check), the test fails.
pub fn need<T>(thing: Option<T>, lack: &'static str) -> Option<T> {
    static SAID: Mutex<BTreeSet<&str>> = Mutex::new(BTreeSet::new());
    if thing.is_none() {
        let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        assert!(!is_set("CI") && !is_set("KHITAM_STRICT"), "{lack}, and nothing may be skipped here");
        if SAID.lock().expect("no one panics while holding it").insert(lack) {
            let _ = writeln!(std::io::stderr(), "SKIPPED: {lack}");
        }
    }
    thing
}

/// A running copy.
pub struct Copy {
    pub app: Shared,
    pub own: Arc<Own>,
    address: SocketAddr,
    task: JoinHandle<()>,
}

impl Drop for Copy {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// Starts a copy on each sort of database there is.
pub async fn each() -> Vec<Copy> {
    each_with(Clock::default()).await
}

/// Starts such copies whose day stays the same, where what is tested rests on days that are written in the test.
pub async fn each_on(day: &str) -> Vec<Copy> {
    each_with(Clock::standing_on(Day::from_iso(day).expect("a day"))).await
}

async fn each_with(clock: Clock) -> Vec<Copy> {
    let mut copies = vec![];
    for own in database::each().await {
        copies.push(start(own, |app| app.clock = clock).await);
    }
    copies
}

/// Starts a copy with other settings than usual.
pub async fn start(own: impl Into<Arc<Own>>, set: impl FnOnce(&mut App)) -> Copy {
    let own = own.into();
    let mut app = App::new(own.db.clone(), Clock::default(), own.folder.path().to_owned());
    app.cost = Cost::LEAST;
    // A test sees what was measured, however busy the machine is.
    app.patience = Duration::from_secs(60);
    set(&mut app);
    let app = Arc::new(app);
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("an address");
    let serving = serve(app.clone(), listener, std::future::pending());
    let task = tokio::spawn(async move { serving.await.expect("serving") });
    Copy { app, own, address, task }
}

impl Copy {
    /// Returns the address of a path of this copy.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// Returns a browser that nobody has used yet.
    pub fn browser(&self) -> Browser {
        Browser {
            address: self.address,
            cookies: BTreeMap::new(),
            language: "en",
            site: Some("same-origin"),
            more: vec![],
        }
    }

    /// Does the first start and returns the owner's browser.
    pub async fn owner(&self) -> Browser {
        self.owner_reading("en").await
    }

    /// Does the first start in a language and returns the owner's browser.
    pub async fn owner_reading(&self, language: &'static str) -> Browser {
        let link =
            entry::first_link(&self.own.db, self.app.clock.now()).await.expect("the store").expect("no owner yet");
        let mut browser = Browser { language, ..self.browser() };
        let mut form = newcomer("Reem", "reem@midad.example");
        form.extend([("firm", "Midad"), ("place", "SA")]);
        let page = browser.post(&link, &form).await;
        assert_eq!((page.status, page.header("location")), (303, Some("/")), "{}", page.body);
        self.settled().await;
        browser
    }

    /// Waits until the list is as new as what it is made from, so that the copy does nothing by itself.
    pub async fn settled(&self) {
        for _ in 0..1000 {
            let today = self.today().await;
            if !assess::is_old(&self.own.db, today).await.expect("the store") {
                return;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        panic!("the list stays old");
    }

    /// Has the owner invite someone, and returns the browser of who joined.
    pub async fn joins(&self, owner: &mut Browser, name: &str, role: &str) -> Browser {
        let page = owner.post("/members/invites", &[("name", name), ("role", role)]).await;
        let mut browser = self.browser();
        let email = format!("{}@midad.example", name.to_lowercase());
        let page = browser.post(&page.link("/join/"), &newcomer(name, &email)).await;
        assert_eq!(page.status, 303, "{}", page.body);
        browser
    }

    /// Returns the firm's day, which is another one than that of UTC for some hours.
    pub async fn today(&self) -> Day {
        let firm = firm_facts::current(&self.own.db).await.expect("the store");
        self.app.clock.today(firm.zone.as_deref())
    }

    /// Starts a copy of the same firm on another day.
    pub async fn later(&self, day: Day) -> Copy {
        start(self.own.clone(), |app| app.clock = Clock::standing_on(day)).await
    }

    /// Returns the browser of someone who belongs to the firm.
    pub async fn signs_in(&self, name: &str) -> Browser {
        let mut browser = self.browser();
        let email = format!("{}@midad.example", name.to_lowercase());
        let page = browser.post("/sign-in", &[("email", &email), ("password", PASSWORD)]).await;
        assert_eq!(page.status, 303, "{}", page.body);
        browser
    }

    /// Runs a statement on the database behind the copy's back.
    pub async fn sql(&self, statement: &str) {
        let pool = self.pool().await;
        sqlx::query(AssertSqlSafe(statement.to_owned())).execute(&pool).await.expect(statement);
        pool.close().await;
    }

    /// Returns the one text that a query finds.
    pub async fn text(&self, query: &str) -> String {
        let pool = self.pool().await;
        let text = sqlx::query_scalar(AssertSqlSafe(query.to_owned())).fetch_one(&pool).await.expect(query);
        pool.close().await;
        text
    }

    pub async fn pool(&self) -> AnyPool {
        let (_, url) = dialect::address(&self.own.address).expect("an address");
        AnyPool::connect(&url).await.expect("the database")
    }

    /// Puts a client into the store.
    pub async fn client(&self, key: &str, name: &str) {
        self.sql(&format!(
            "INSERT INTO clients (client, name, currency, source_id, source_line, folded)
             VALUES ('{key}', '{name}', 'SAR', 0, 0, '{}')",
            domain::text::fold(&format!("{key} {name}"))
        ))
        .await;
    }
}

/// Waits until what a copy does by itself is done; whoever asks afterwards sees whether it was.
pub async fn until(is_done: impl AsyncFn() -> bool) {
    for _ in 0..600 {
        if is_done().await {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// Returns what someone who comes in fills in.
pub fn newcomer<'a>(name: &'a str, email: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![("name", name), ("email", email), ("password", PASSWORD)]
}

/// A browser: cookies, a language, and nothing else.
#[derive(Clone)]
pub struct Browser {
    pub address: SocketAddr,
    pub cookies: BTreeMap<String, String>,
    pub language: &'static str,
    /// What it says of where a form came from.
    pub site: Option<&'static str>,
    pub more: Vec<(&'static str, String)>,
}

/// An answer.
#[derive(Debug)]
pub struct Page {
    pub status: u16,
    headers: Vec<(String, String)>,
    pub body: String,
    pub bytes: Vec<u8>,
}

impl Page {
    /// Returns a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(header, _)| header == name).map(|(_, value)| value.as_str())
    }

    /// Returns the first path on the page that begins so and ends with its attribute or word.
    pub fn link(&self, beginning: &str) -> String {
        let at = self.body.find(beginning).unwrap_or_else(|| panic!("no {beginning} in {}", self.body));
        let end = self.body[at..].find(['"', '<', '\n', '&', ' ']).map_or(self.body.len(), |end| at + end);
        self.body[at..end].to_owned()
    }

    /// Asserts that the page says something.
    pub fn says(&self, text: &str) -> &Page {
        assert!(self.body.contains(text), "{} does not say {text:?}:\n{}", self.status, self.body);
        self
    }

    /// Asserts that the page does not say something.
    pub fn hides(&self, text: &str) -> &Page {
        assert!(!self.body.contains(text), "{} says {text:?}:\n{}", self.status, self.body);
        self
    }
}

impl Browser {
    /// Returns the same browser at another copy of the same firm.
    pub fn at(&self, copy: &Copy) -> Browser {
        Browser { address: copy.address, ..self.clone() }
    }

    pub async fn get(&mut self, path: &str) -> Page {
        self.send("GET", path, "", "").await
    }

    pub async fn post(&mut self, path: &str, form: &[(&str, &str)]) -> Page {
        let encode = |text: &str| app::web::form::encode(text).replace('/', "%2F");
        let body: Vec<String> = form.iter().map(|(name, value)| format!("{name}={}", encode(value))).collect();
        self.send("POST", path, "application/x-www-form-urlencoded", &body.join("&")).await
    }

    /// Sends files, by name, as a form with a field of files does.
    pub async fn upload(&mut self, path: &str, files: &[(&str, &[u8])]) -> Page {
        self.post_with_files(path, &[], files).await
    }

    /// Sends a form with files.
    pub async fn post_with_files(&mut self, path: &str, form: &[(&str, &str)], files: &[(&str, &[u8])]) -> Page {
        let mut body = vec![];
        let mut part = |head: &str, bytes: &[u8]| {
            body.extend_from_slice(format!("--part\r\ncontent-disposition: form-data; {head}\r\n\r\n").as_bytes());
            body.extend_from_slice(bytes);
            body.extend_from_slice(b"\r\n");
        };
        for (name, value) in form {
            part(&format!("name=\"{name}\""), value.as_bytes());
        }
        for (name, bytes) in files {
            let head = format!("name=\"files\"; filename=\"{name}\"\r\ncontent-type: application/octet-stream");
            part(&head, bytes);
        }
        body.extend_from_slice(b"--part--\r\n");
        self.send_bytes("POST", path, "multipart/form-data; boundary=part", &body).await
    }

    /// Sends a request and keeps the cookies of the answer.
    pub async fn send(&mut self, method: &str, path: &str, r#type: &str, body: &str) -> Page {
        self.send_bytes(method, path, r#type, body.as_bytes()).await
    }

    async fn send_bytes(&mut self, method: &str, path: &str, r#type: &str, body: &[u8]) -> Page {
        let mut head = format!("{method} {path} HTTP/1.1\r\nhost: {}\r\nconnection: close\r\n", self.address);
        head.push_str(&format!("accept-language: {}\r\nuser-agent: Firefox/140 Linux\r\n", self.language));
        let cookies: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        if !cookies.is_empty() {
            head.push_str(&format!("cookie: {}\r\n", cookies.join("; ")));
        }
        if let Some(site) = self.site {
            head.push_str(&format!("sec-fetch-site: {site}\r\n"));
        }
        for (name, value) in &self.more {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        if method != "GET" {
            head.push_str(&format!("content-type: {type}\r\ncontent-length: {}\r\n", body.len()));
        }
        let mut stream = TcpStream::connect(self.address).await.expect("the copy answers");
        stream.write_all(&[format!("{head}\r\n").as_bytes(), body].concat()).await.expect("sending");
        let mut answer = vec![];
        // A body that was refused may be answered by a reset after the page.
        let _ = stream.read_to_end(&mut answer).await;
        let page = read(&answer);
        self.keep_cookies(&page);
        page
    }

    fn keep_cookies(&mut self, page: &Page) {
        for (_, value) in page.headers.iter().filter(|(name, _)| name == "set-cookie") {
            let (name, rest) = value.split_once('=').expect("a cookie");
            let value = rest.split(';').next().unwrap_or_default();
            if value.is_empty() {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
    }
}

fn read(answer: &[u8]) -> Page {
    let at = answer.windows(4).position(|end| end == b"\r\n\r\n").expect("an answer with a head");
    let head = String::from_utf8_lossy(&answer[..at]).into_owned();
    let mut lines = head.lines();
    let status =
        lines.next().and_then(|line| line.split(' ').nth(1)).and_then(|code| code.parse().ok()).expect("a status");
    let header = |line: &str| line.split_once(": ").map(|(name, value)| (name.to_lowercase(), value.to_owned()));
    let headers: Vec<(String, String)> = lines.filter_map(header).collect();
    let is_chunked = headers.iter().any(|(name, value)| name == "transfer-encoding" && value == "chunked");
    let bytes = if is_chunked { joined(&answer[at + 4..]) } else { answer[at + 4..].to_vec() };
    let body = String::from_utf8_lossy(&bytes).into_owned();
    assert!(!lacks_words(&body), "a message is missing: {body}");
    // Arguments of messages are isolated by invisible marks; what a page says is compared without them.
    Page { status, headers, body: body.replace(['\u{2068}', '\u{2069}'], ""), bytes }
}

/// Joins a body that came in pieces, each after its length.
fn joined(mut sent: &[u8]) -> Vec<u8> {
    let mut body = vec![];
    while let Some(at) = sent.windows(2).position(|end| end == b"\r\n") {
        let length = usize::from_str_radix(&String::from_utf8_lossy(&sent[..at]), 16).expect("a length");
        body.extend(&sent[at + 2..][..length]);
        sent = &sent[at + 2 + length + 2..];
    }
    body
}

/// Tells whether a page shows the key of a message in its place, such as `[sign-in]`.
fn lacks_words(body: &str) -> bool {
    let is_key = |text: &str| text.contains('-') && text.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c));
    body.starts_with("<!doctype") && body.split('[').skip(1).any(|rest| rest.split(']').next().is_some_and(is_key))
}
