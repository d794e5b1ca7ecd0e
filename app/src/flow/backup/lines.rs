//! The lines of a backup: what it is, then each table with its rows, then the firm's files or keys, then how much there
//! was of each. A row is an array; whatever else is an object.

use crate::store::dump::Value;
use data_encoding::{BASE64, HEXLOWER};
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::io::Write;

/// A line that is no row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Line {
    Head(Head),
    /// The rows that follow are this table's.
    Table {
        name: String,
        columns: Vec<String>,
    },
    /// A stretch of a file, in the order of the file.
    File {
        path: String,
        base64: String,
    },
    End(Sums),
}

/// What a backup is made from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// The version of the program.
    pub program: String,
    /// The migrations that had made the tables.
    pub migrations: Vec<i64>,
}

/// What there was, by name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sums {
    pub tables: BTreeMap<String, Sum>,
    pub files: BTreeMap<String, Sum>,
}

/// How many rows or bytes, and the digest of the lines or bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sum {
    pub count: u64,
    pub sha256: String,
}

/// A sum while it grows.
#[derive(Default)]
pub struct Summing {
    count: u64,
    sha: Sha256,
}

impl Summing {
    pub fn add(&mut self, count: usize, bytes: &[u8]) {
        self.count += count as u64;
        self.sha.update(bytes);
    }

    pub fn sum(self) -> Sum {
        Sum { count: self.count, sha256: HEXLOWER.encode(&self.sha.finalize()) }
    }
}

/// A value that was read.
#[derive(Clone, Debug, PartialEq)]
pub enum Owned {
    Null,
    Integer(i64),
    Decimal(f64),
    Text(String),
    Bytes(Vec<u8>),
}

impl Owned {
    pub fn value(&self) -> Value<'_> {
        match self {
            Owned::Null => Value::Null,
            Owned::Integer(number) => Value::Integer(*number),
            Owned::Decimal(number) => Value::Decimal(*number),
            Owned::Text(text) => Value::Text(text),
            Owned::Bytes(bytes) => Value::Bytes(bytes),
        }
    }
}

impl Line {
    /// Returns its bytes, which end as a line does.
    pub fn bytes(&self) -> Vec<u8> {
        let mut line = serde_json::to_vec(self).expect("made of texts and numbers");
        line.push(b'\n');
        line
    }
}

/// Tells whether a path stays within the folder that it is put into, and is no key.
pub fn stays(path: &str) -> bool {
    let strange: &[char] = if cfg!(windows) { &['\\', ':', '\0'] } else { &['\0'] };
    let is_plain = |part: &str| !matches!(part, "" | "." | "..") && !part.contains(strange);
    path.split('/').all(is_plain) && !path.starts_with("keys/")
}

/// Tells whether a line is a row.
pub fn is_row(line: &[u8]) -> bool {
    line.first() == Some(&b'[')
}

/// Writes a row over what stands in a buffer: fractions and bytes are marked, for JSON tells neither exactly.
pub fn write_row(line: &mut Vec<u8>, row: &[Value]) -> std::io::Result<()> {
    line.clear();
    line.push(b'[');
    for (nth, value) in row.iter().enumerate() {
        if nth > 0 {
            line.push(b',');
        }
        match value {
            Value::Null => line.extend_from_slice(b"null"),
            Value::Integer(number) => write!(line, "{number}")?,
            Value::Decimal(number) => write!(line, "{{\"f\":\"{number:?}\"}}")?,
            Value::Text(text) => serde_json::to_writer(&mut *line, text)?,
            Value::Bytes(bytes) => write!(line, "{{\"b\":\"{}\"}}", BASE64.encode(bytes))?,
        }
    }
    line.extend_from_slice(b"]\n");
    Ok(())
}

/// Reads a row.
pub fn read_row(line: &[u8]) -> Option<Vec<Owned>> {
    let row: Vec<Json> = serde_json::from_slice(line).ok()?;
    row.into_iter().map(read_value).collect()
}

fn read_value(value: Json) -> Option<Owned> {
    Some(match value {
        Json::Null => Owned::Null,
        Json::Number(number) => Owned::Integer(number.as_i64()?),
        Json::String(text) => Owned::Text(text),
        Json::Object(marked) => match (marked.get("f"), marked.get("b")) {
            (Some(Json::String(number)), None) => Owned::Decimal(number.parse().ok()?),
            (None, Some(Json::String(bytes))) => Owned::Bytes(BASE64.decode(bytes.as_bytes()).ok()?),
            _ => return None,
        },
        Json::Bool(_) | Json::Array(_) => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_comes_back_as_it_was() {
        let row = [
            Value::Null,
            Value::Integer(i64::MIN),
            Value::Integer(9_007_199_254_740_993),
            Value::Decimal(0.1 + 0.2),
            Value::Decimal(-0.0),
            Value::Decimal(1e300),
            Value::Decimal(f64::INFINITY),
            Value::Text("خِتام \"x\"\n\u{0}\u{1F600}"),
            Value::Text(""),
            Value::Bytes(&[0, 255, 10]),
            Value::Bytes(&[]),
        ];
        let mut line = vec![];
        write_row(&mut line, &row).expect("in memory");
        assert_eq!(line.iter().filter(|byte| **byte == b'\n').count(), 1, "one line");
        let read = read_row(&line).expect("a row");
        let values: Vec<Value> = read.iter().map(Owned::value).collect();
        assert_eq!(values, row);
        assert!(matches!(read[4], Owned::Decimal(zero) if zero.is_sign_negative()));
    }

    #[test]
    fn a_path_that_leads_out_does_not_stay() {
        for path in ["a", "fonts/نسخ.ttf", "a..b/.c", "keysof/x"] {
            assert!(stays(path), "{path}");
        }
        for path in ["", "/a", "a//b", "../a", "a/../b", "./a", "a/", "a\0", "keys/x"] {
            assert!(!stays(path), "{path}");
        }
        #[cfg(not(windows))]
        assert!(stays("header: 12:30.svg") && stays("a\\b"));
    }

    #[test]
    fn what_is_no_row_is_refused() {
        for wrong in
            ["", "{}", "[1.5]", "[true]", "[[1]]", "[{\"f\":1}]", "[{\"b\":\"?\"}]", "[1", "[18446744073709551615]"]
        {
            assert_eq!(read_row(wrong.as_bytes()), None, "{wrong}");
        }
    }
}
