//! What `bin/bench` measures inside the program: looking at one client anew, and the rate of the first page.
//! `measure anew DATABASE DAY` prints milliseconds; `measure page DATABASE DAY` prints requests per second, ours and
//! those of a bare handler that serves the same bytes; `measure demo DATABASE DAY` makes the demonstration's database, with
//! its keys beside it, and prints nothing.

use app::clock::{Clock, stopwatch};
use app::flow::{assess, demo, entry, hand};
use app::secret::password::Cost;
use app::store::Db;
use app::store::cell::OwnedCell;
use app::store::entries::{By, Entry};
use app::store::references;
use app::web::{App, form, serve};
use axum::http::header::CONTENT_TYPE;
use domain::days::Day;
use domain::record::kind_named;
use domain::stats::rank::median;
use std::error::Error;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// How many clients get a new record.
const CLIENTS: usize = 60;
/// How many browsers ask at a time, and for how long.
const BROWSERS: usize = 8;
const ROUND_TIME: Duration = Duration::from_secs(3);
const ROUNDS: usize = 3;

type Answer<T> = Result<T, Box<dyn Error>>;

#[tokio::main]
async fn main() -> Answer<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [what, database, day] = arguments.as_slice() else { return Err("measure anew|page|demo DATABASE DAY".into()) };
    let on = Day::from_iso(day).ok_or("no day")?;
    let db = Db::open(&format!("sqlite:{database}")).await?;
    if what == "demo" {
        return demonstration(&db, Path::new(database)).await;
    }
    assess::renew_if_old(&db, on).await?;
    match what.as_str() {
        "anew" => anew(&db, on).await,
        "page" => page(db, on).await,
        other => Err(format!("nothing is measured as {other}").into()),
    }
}

/// Fills an empty database with the demonstration, in which one case is just closed.
async fn demonstration(db: &Db, database: &Path) -> Answer<()> {
    let folder = database.parent().ok_or("no folder")?;
    demo::fill(db, folder, &app::clock::stamp(Clock::default().now())).await?;
    Ok(demo::close(db, folder, app::web::MAKER).await?)
}

/// Prints the median time between a new record and its client's new assessment, in milliseconds.
async fn anew(db: &Db, on: Day) -> Answer<()> {
    let feedback = kind_named("feedback").ok_or("no such kind")?;
    let place = |name: &str| feedback.position(name).ok_or("no such column");
    let mut cells = vec![OwnedCell::Null; feedback.columns.len()];
    cells[place("on_day")?] = OwnedCell::Text(on.to_string());
    cells[place("score")?] = OwnedCell::Decimal(4.0);
    let now = app::clock::stamp(Clock::default().now());
    let by = By { member: "bench".into(), at: now.clone() };
    let clients = references::all_known(db).await?;
    let mut times_ms = vec![];
    for client in clients.iter().take(CLIENTS) {
        let entry = Entry { kind: feedback, client: &client.key, id: &format!("bench-{now}"), cells: &cells, by: &by };
        let watch = stopwatch();
        hand::add(db, entry, on).await?;
        times_ms.push(watch.elapsed().as_secs_f64() * 1000.0);
    }
    println!("{:.2}", median(&mut times_ms).ok_or("no client")?);
    Ok(())
}

/// Prints the requests per second of the first page, signed in, and of a bare handler with the same bytes.
async fn page(db: Db, on: Day) -> Answer<()> {
    let folder = tempfile::tempdir()?;
    let link = entry::first_link(&db, Clock::default().now()).await?.ok_or("the database has an owner already")?;
    let mut app = App::new(db, Clock::standing_on(on), folder.path().to_owned());
    app.cost = Cost::LEAST;
    let ours = TcpListener::bind("127.0.0.1:0").await?;
    let at = ours.local_addr()?;
    tokio::spawn(serve(Arc::new(app), ours, std::future::pending()));
    let cookie = join(at, &link).await?;
    let mut body = vec![];
    ask(&mut TcpStream::connect(at).await?, &request(at, &cookie), &mut body).await?;
    let rows = body.windows(7).filter(|word| word == b"rowlink").count();
    if rows < 50 {
        return Err(format!("the page names {rows} clients: {}", String::from_utf8_lossy(&body)).into());
    }
    let bare = TcpListener::bind("127.0.0.1:0").await?;
    let bare_at = bare.local_addr()?;
    let bytes = axum::body::Bytes::from(body);
    let html = [(CONTENT_TYPE, "text/html; charset=utf-8")];
    let router = axum::Router::new().route("/", axum::routing::get(move || async move { (html, bytes) }));
    tokio::spawn(async move { axum::serve(bare, router).await });
    let (mut ours, mut theirs) = (vec![], vec![]);
    for _ in 0..ROUNDS {
        ours.push(rate(at, &cookie).await?);
        theirs.push(rate(bare_at, &cookie).await?);
    }
    let (ours, theirs) = (median(&mut ours), median(&mut theirs));
    println!("{:.0} {:.0}", ours.ok_or("no round")?, theirs.ok_or("no round")?);
    Ok(())
}

/// Creates the owner and returns the session's cookie.
async fn join(at: SocketAddr, link: &str) -> Answer<String> {
    let fields = [
        ("name", "B"),
        ("email", "b@example.org"),
        ("password", "a sentence to remember"),
        ("firm", "B"),
        ("place", "SA"),
    ];
    let body: Vec<String> = fields.iter().map(|(name, value)| format!("{name}={}", form::encode(value))).collect();
    let body = body.join("&");
    let head = format!(
        "POST {link} HTTP/1.1\r\nhost: {at}\r\nsec-fetch-site: same-origin\r\nconnection: close\r\n\
         content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    );
    let mut stream = TcpStream::connect(at).await?;
    stream.write_all(head.as_bytes()).await?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await?;
    let cookies = answer.lines().filter_map(|line| line.strip_prefix("set-cookie: "));
    let pairs: Vec<&str> = cookies.filter_map(|cookie| cookie.split(';').next()).collect();
    if pairs.is_empty() { Err(format!("no session: {answer}").into()) } else { Ok(pairs.join("; ")) }
}

fn request(at: SocketAddr, cookie: &str) -> String {
    format!("GET / HTTP/1.1\r\nhost: {at}\r\naccept-language: en\r\ncookie: {cookie}\r\n\r\n")
}

/// Returns how many pages a second all browsers together get.
async fn rate(at: SocketAddr, cookie: &str) -> Answer<f64> {
    let watch = stopwatch();
    let browsers: Vec<_> = (0..BROWSERS)
        .map(|_| {
            let request = request(at, cookie);
            tokio::spawn(async move {
                let mut stream = TcpStream::connect(at).await?;
                let (mut body, mut pages) = (vec![], 0_u32);
                while watch.elapsed() < ROUND_TIME {
                    ask(&mut stream, &request, &mut body).await?;
                    pages += 1;
                }
                std::io::Result::Ok(pages)
            })
        })
        .collect();
    let mut pages = 0;
    for browser in browsers {
        pages += browser.await??;
    }
    Ok(f64::from(pages) / watch.elapsed().as_secs_f64())
}

/// Sends a request on an open connection and reads the answer's body.
async fn ask(stream: &mut TcpStream, request: &str, body: &mut Vec<u8>) -> std::io::Result<()> {
    stream.write_all(request.as_bytes()).await?;
    body.clear();
    let begins = loop {
        if stream.read_buf(body).await? == 0 {
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        }
        if let Some(at) = body.windows(4).position(|end| end == b"\r\n\r\n") {
            break at + 4;
        }
    };
    let head = String::from_utf8_lossy(&body[..begins]).to_lowercase();
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")?.trim().parse::<usize>().ok());
    let ends = begins + length.ok_or(std::io::ErrorKind::InvalidData)?;
    while body.len() < ends {
        stream.read_buf(body).await?;
    }
    body.drain(..begins);
    Ok(())
}
