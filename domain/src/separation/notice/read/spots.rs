//! Where each value of a JSON text stands, by its path, and which names stand twice: neither survives parsing.

use super::super::wrong::Spot;
use std::collections::{HashMap, HashSet};

/// A value's path and where it begins.
pub(super) struct Spots {
    found: HashMap<String, usize>,
    /// The names that stand twice in one object.
    pub twice: Vec<(String, usize)>,
}

impl Spots {
    /// Walks through a text that is known to be JSON.
    pub fn of(text: &str) -> Spots {
        let mut walk = Walk { bytes: text.as_bytes(), at: 0, spots: Spots { found: HashMap::new(), twice: vec![] } };
        walk.value(String::new());
        walk.spots
    }

    /// Returns where a path begins, or the nearest thing that holds it.
    pub fn of_path(&self, text: &str, path: &str) -> Option<Spot> {
        let mut path = path;
        loop {
            if let Some(at) = self.found.get(path) {
                return Some(spot(text, *at));
            }
            path = &path[..path.rfind(['.', '['])?];
        }
    }
}

/// Returns the line and column of a byte.
pub(super) fn spot(text: &str, at: usize) -> Spot {
    let before = text.get(..at).unwrap_or(text);
    let line = before.matches('\n').count() as u32 + 1;
    let column = before.chars().rev().take_while(|c| *c != '\n').count() as u32 + 1;
    Spot { line, column }
}

struct Walk<'t> {
    bytes: &'t [u8],
    at: usize,
    spots: Spots,
}

impl Walk<'_> {
    fn value(&mut self, path: String) {
        self.skip_space();
        self.spots.found.entry(path.clone()).or_insert(self.at);
        match self.bytes.get(self.at) {
            Some(b'{') => self.members(&path),
            Some(b'[') => self.items(&path),
            Some(b'"') => drop(self.text()),
            _ => self.until(b",]} \t\r\n"),
        }
    }

    fn members(&mut self, path: &str) {
        let mut names = HashSet::new();
        self.at += 1;
        while self.next_of(b'}') {
            let start = self.at;
            let name = self.text();
            let inner = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
            if !names.insert(name) {
                self.spots.twice.push((inner.clone(), start));
            }
            self.until(b":");
            self.at += 1;
            self.value(inner);
        }
    }

    fn items(&mut self, path: &str) {
        let mut count = 0;
        self.at += 1;
        while self.next_of(b']') {
            self.value(format!("{path}[{count}]"));
            count += 1;
        }
    }

    /// Goes to the next part of a list or an object; false at its end.
    fn next_of(&mut self, end: u8) -> bool {
        while self.bytes.get(self.at).is_some_and(|byte| byte.is_ascii_whitespace() || *byte == b',') {
            self.at += 1;
        }
        match self.bytes.get(self.at) {
            Some(byte) if *byte == end => {
                self.at += 1;
                false
            }
            Some(_) => true,
            None => false,
        }
    }

    /// Reads a text with its quotes and returns what it says.
    fn text(&mut self) -> String {
        let start = self.at;
        self.at += 1;
        while self.bytes.get(self.at).is_some_and(|byte| *byte != b'"') {
            self.at += if self.bytes[self.at] == b'\\' { 2 } else { 1 };
        }
        self.at = (self.at + 1).min(self.bytes.len());
        serde_json::from_slice(&self.bytes[start..self.at]).unwrap_or_default()
    }

    fn until(&mut self, ends: &[u8]) {
        while self.bytes.get(self.at).is_some_and(|byte| !ends.contains(byte)) {
            self.at += 1;
        }
    }

    fn skip_space(&mut self) {
        while self.bytes.get(self.at).is_some_and(u8::is_ascii_whitespace) {
            self.at += 1;
        }
    }
}
