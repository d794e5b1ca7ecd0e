//! A case as files that a stranger can read without Khitam, and that can be read back, value by value.

pub mod afterwards;
pub mod contracts;
pub mod journal;
pub mod outcome;
pub mod records;
pub mod report;
pub mod theirs;

use std::collections::BTreeMap;

/// Files by their paths.
pub type Files = BTreeMap<String, Vec<u8>>;

/// Returns lines of JSON.
fn json_lines<T: serde::Serialize>(lines: impl IntoIterator<Item = T>) -> Vec<u8> {
    let line = |line: T| serde_json::to_string(&line).expect("made of plain data") + "\n";
    lines.into_iter().map(line).collect::<String>().into_bytes()
}

/// Reads lines of JSON; nothing if one of them is none.
fn of_json_lines<T: serde::de::DeserializeOwned>(bytes: &[u8]) -> Option<Vec<T>> {
    std::str::from_utf8(bytes).ok()?.lines().map(|line| serde_json::from_str(line).ok()).collect()
}
