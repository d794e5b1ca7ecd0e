//! Programs that are not ours and judge what we write: a reader of calendars, in Python.

use crate::harness::need;
use serde::Deserialize;
use std::io::Write;
use std::process::{Command, Stdio};

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
