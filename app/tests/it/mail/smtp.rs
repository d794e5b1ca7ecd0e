//! A mail server on this machine: it takes what it is given, or does not, or stops talking in the middle.

use app::web::Shared;
use data_encoding::BASE64;
use std::sync::{Arc, Mutex};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;

/// Where in the talk something happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Mail,
    Rcpt,
    Data,
    /// After the final dot: the mail is taken.
    Dot,
}

/// How it behaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mood {
    Takes,
    /// Answers so at a step, and takes nothing.
    Answers(Step, &'static str),
    /// Says nothing any more at a step.
    Hangs(Step),
    /// Closes the connection at a step.
    Drops(Step),
}

/// What it was given.
#[derive(Clone, Debug)]
pub struct Got {
    pub from: String,
    pub to: Vec<String>,
    pub raw: Vec<u8>,
}

/// A server.
#[derive(Clone)]
pub struct Smtp {
    pub port: u16,
    inner: Arc<Inner>,
}

struct Inner {
    mood: Mutex<Mood>,
    got: Mutex<Vec<Got>>,
    /// The password that people sign in with, and whether anyone tried.
    logins: Mutex<Vec<String>>,
    password: Option<&'static str>,
    hangs: watch::Sender<u32>,
}

impl Smtp {
    /// Starts a server; with a password it lets nobody in without it.
    pub async fn start(password: Option<&'static str>) -> Smtp {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let port = listener.local_addr().expect("an address").port();
        let inner = Arc::new(Inner {
            mood: Mutex::new(Mood::Takes),
            got: Mutex::default(),
            logins: Mutex::default(),
            password,
            hangs: watch::channel(0).0,
        });
        let server = Smtp { port, inner: inner.clone() };
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let inner = inner.clone();
                tokio::spawn(async move { talk(stream, &inner).await });
            }
        });
        server
    }

    pub fn is(&self, mood: Mood) {
        *self.inner.mood.lock().expect("no panic") = mood;
    }

    pub fn got(&self) -> Vec<Got> {
        self.inner.got.lock().expect("no panic").clone()
    }

    pub fn logins(&self) -> Vec<String> {
        self.inner.logins.lock().expect("no panic").clone()
    }

    /// Waits until it has stopped talking for the nth time.
    pub async fn hung(&self, nth: u32) {
        let mut hangs = self.inner.hangs.subscribe();
        hangs.wait_for(|hung| *hung >= nth).await.expect("a server");
    }

    /// States it as the mail server of a firm.
    pub async fn serves(&self, app: &Shared) {
        stated(app, self.port).await;
    }
}

/// States whatever listens on a port of this machine as the mail server of a firm.
pub async fn stated(app: &Shared, port: u16) {
    let server = app::mail::server::Server {
        host: "127.0.0.1".to_owned(),
        port,
        security: app::mail::server::Security::Open,
        user: String::new(),
        name: "مداد للتصميم".to_owned(),
        address: "reem@midad.example".to_owned(),
    };
    app::flow::mail::keep_server(&app.db, &app.keys, &server, "").await.expect("the store");
}

async fn talk(stream: TcpStream, inner: &Inner) -> Option<()> {
    let mut stream = BufReader::new(stream);
    let (mut from, mut to, mut line) = (String::new(), vec![], String::new());
    say(&mut stream, "220 test ready").await?;
    loop {
        line.clear();
        if stream.read_line(&mut line).await.ok()? == 0 {
            return None;
        }
        let word = line.split([' ', '\r']).next().unwrap_or_default().to_uppercase();
        let is_shut = inner.password.is_some() && inner.logins.lock().expect("no panic").is_empty();
        match word.as_str() {
            "EHLO" if inner.password.is_some() => say(&mut stream, "250-test\r\n250 AUTH PLAIN LOGIN").await?,
            "EHLO" => say(&mut stream, "250 test").await?,
            "AUTH" => login(&mut stream, inner, line.trim()).await?,
            "MAIL" if is_shut => say(&mut stream, "530 5.7.0 sign in first").await?,
            "MAIL" => {
                from = between(&line);
                step(&mut stream, inner, Step::Mail, "250 ok").await?;
            }
            "RCPT" => {
                to.push(between(&line));
                step(&mut stream, inner, Step::Rcpt, "250 ok").await?;
            }
            "DATA" => {
                step(&mut stream, inner, Step::Data, "354 go on").await?;
                if is_at(inner, Step::Data) {
                    continue;
                }
                let raw = content(&mut stream).await?;
                if !matches!(*inner.mood.lock().expect("no panic"), Mood::Answers(Step::Dot, _)) {
                    let got = Got { from: from.clone(), to: to.clone(), raw };
                    inner.got.lock().expect("no panic").push(got);
                }
                step(&mut stream, inner, Step::Dot, "250 2.0.0 queued as 7").await?;
            }
            "QUIT" => {
                say(&mut stream, "221 bye").await?;
                return None;
            }
            _ => say(&mut stream, "502 what?").await?,
        }
    }
}

fn is_at(inner: &Inner, step: Step) -> bool {
    matches!(*inner.mood.lock().expect("no panic"), Mood::Answers(at, _) if at == step)
}

async fn step(stream: &mut BufReader<TcpStream>, inner: &Inner, here: Step, usual: &str) -> Option<()> {
    let mood = *inner.mood.lock().expect("no panic");
    match mood {
        Mood::Answers(at, answer) if at == here => say(stream, answer).await,
        Mood::Drops(at) if at == here => None,
        Mood::Hangs(at) if at == here => {
            inner.hangs.send_modify(|hangs| *hangs += 1);
            std::future::pending().await
        }
        _ => say(stream, usual).await,
    }
}

async fn login(stream: &mut BufReader<TcpStream>, inner: &Inner, line: &str) -> Option<()> {
    let said = BASE64.decode(line.rsplit(' ').next()?.as_bytes()).ok()?;
    let password = String::from_utf8_lossy(said.rsplit(|byte| *byte == 0).next()?).into_owned();
    if Some(password.as_str()) == inner.password {
        inner.logins.lock().expect("no panic").push(password);
        say(stream, "235 2.7.0 welcome").await
    } else {
        say(stream, "535 5.7.8 not like this").await
    }
}

/// Reads up to the final dot, and takes back the dots that were doubled.
async fn content(stream: &mut BufReader<TcpStream>) -> Option<Vec<u8>> {
    let mut raw = vec![];
    loop {
        let mut line = vec![];
        if stream.read_until(b'\n', &mut line).await.ok()? == 0 {
            return None;
        }
        if line == b".\r\n" {
            return Some(raw);
        }
        raw.extend_from_slice(line.strip_prefix(b".").unwrap_or(&line));
    }
}

async fn say(stream: &mut BufReader<TcpStream>, line: &str) -> Option<()> {
    stream.get_mut().write_all(format!("{line}\r\n").as_bytes()).await.ok()
}

fn between(line: &str) -> String {
    let inner = line.split('<').nth(1).and_then(|rest| rest.split('>').next());
    inner.unwrap_or_default().to_owned()
}
