//! Programs that are not ours and judge what we write: a reader of calendars and a mail server, both in Python.

use crate::harness::need;
use serde::Deserialize;
use std::io::{BufRead, BufReader, Lines, Write};
use std::process::{Child, ChildStdout, Command, Stdio};

/// Returns Python with the packages that `bin/check` fetches.
fn python(script: &str) -> Option<Command> {
    let packages = std::env::var_os("FOREIGN_PYTHON");
    let packages =
        need(packages, "FOREIGN_PYTHON is unset: calendars and mail are not read by programs that are not ours")?;
    let mut python = Command::new("python3");
    python.env("PYTHONPATH", packages).args(["-c", script]);
    Some(python)
}

/// A calendar as a reader that is not ours understands it.
#[derive(Debug, Deserialize)]
pub struct Calendar {
    pub name: String,
    pub events: Vec<Event>,
    /// What it could not read.
    pub faults: Vec<String>,
}

/// A day in it: when it begins and when it is over, and by how many days its alarms come before it.
#[derive(Debug, Deserialize)]
pub struct Event {
    pub uid: String,
    pub on: String,
    pub until: String,
    pub title: String,
    pub note: String,
    pub alarms: Vec<i64>,
}

/// Reads a calendar; nothing where the reader is absent.
pub fn calendar(file: &[u8]) -> Option<Calendar> {
    let mut python = python(include_str!("calendar.py"))?;
    let mut child = python.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("python3 starts");
    child.stdin.take().expect("piped").write_all(file).expect("it listens");
    let said = child.wait_with_output().expect("it ends");
    assert!(said.status.success(), "not a calendar: {}", String::from_utf8_lossy(file));
    Some(serde_json::from_slice(&said.stdout).expect("what it read"))
}

/// A mail server that is not ours; it takes everything but mail to `nobody@…`.
pub struct MailServer {
    pub port: u16,
    child: Child,
    lines: Lines<BufReader<ChildStdout>>,
}

/// A mail that it took: as it came over the wire, in Base64.
#[derive(Debug, Deserialize)]
pub struct Mail {
    pub from: String,
    pub to: Vec<String>,
    pub content: String,
    /// What a reader of mail that is not ours finds in it.
    pub subject: String,
    pub text: String,
    /// The names of what is attached, each with the beginning of its bytes.
    pub attached: Vec<(String, String)>,
}

impl MailServer {
    /// Starts one; nothing where it is absent.
    pub fn start() -> Option<MailServer> {
        let mut python = python(include_str!("mail.py"))?;
        let mut child = python.stdout(Stdio::piped()).spawn().expect("python3 starts");
        let mut lines = BufReader::new(child.stdout.take().expect("piped")).lines();
        let port = lines.next().expect("it says where it listens").expect("text");
        Some(MailServer { port: port.parse().expect("a port"), child, lines })
    }

    /// Returns the next mail that it took, once there is one.
    pub fn taken(&mut self) -> Mail {
        let line = self.lines.next().expect("a mail").expect("text");
        serde_json::from_str(&line).expect("what it took")
    }
}

impl Drop for MailServer {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
