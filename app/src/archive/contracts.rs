//! Contracts as files: every version of their texts as it stands, and what people said of the terms.

use super::{Files, json_lines, of_json_lines};
use serde::{Deserialize, Serialize};

const TEXTS: &str = "contracts/texts.jsonl";
const TERMS: &str = "contracts/terms.jsonl";

/// A version of a contract's text; the text itself is in the file that it names.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Text {
    pub client: String,
    pub contract: String,
    pub version: u32,
    /// The name of what was handed over; empty where the words were pasted.
    pub name: String,
    /// Of what was handed over.
    pub sha256: String,
    pub by: Option<String>,
    pub at: String,
    /// Where the words lie.
    pub file: String,
    /// The pages of the file whose words are not in the text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unread_pages: Vec<u32>,
}

/// A version with its words.
pub type Words = (Text, String);

/// What was said of a term.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Term {
    pub client: String,
    pub contract: String,
    pub term: String,
    pub standing: String,
    pub value: serde_json::Value,
    pub quote: String,
    pub version: u32,
    pub by: Option<String>,
    pub at: String,
}

/// Returns where the words of the nth text lie; a contract's id may hold what no file's name may.
pub fn place(nth: usize) -> String {
    format!("contracts/{:03}.txt", nth + 1)
}

/// Writes contracts; each text with its words.
pub fn write(texts: &[Words], terms: &[Term], files: &mut Files) {
    files.insert(TEXTS.to_owned(), json_lines(texts.iter().map(|(text, _)| text)));
    files.insert(TERMS.to_owned(), json_lines(terms));
    for (text, words) in texts {
        files.insert(text.file.clone(), words.clone().into_bytes());
    }
}

/// Reads them back; where none were written there are none.
pub fn read(files: &Files) -> Option<(Vec<Words>, Vec<Term>)> {
    if !files.contains_key(TEXTS) && !files.contains_key(TERMS) {
        return Some((vec![], vec![]));
    }
    let texts: Vec<Text> = of_json_lines(files.get(TEXTS)?)?;
    let words = |text: Text| {
        let words = String::from_utf8(files.get(&text.file)?.clone()).ok()?;
        Some((text, words))
    };
    Some((texts.into_iter().map(words).collect::<Option<_>>()?, of_json_lines(files.get(TERMS)?)?))
}
