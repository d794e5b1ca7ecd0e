//! Every code, kind and column has its words in both languages, and the two catalogues have the same keys.

use super::plan::InferenceCode;
use super::problem::{NoteCode, ProblemCode};
use super::target;
use domain::record::KINDS;

const CATALOGUES: [&str; 2] = [include_str!("../lang/en/import.ftl"), include_str!("../lang/ar/import.ftl")];

fn keys(text: &str) -> Vec<&str> {
    let begins = |line: &&str| line.starts_with(|c: char| c.is_ascii_lowercase());
    text.lines().filter(begins).filter_map(|line| line.split(" =").next()).collect()
}

#[test]
fn everything_that_is_told_has_words() {
    for text in CATALOGUES {
        let keys = keys(text);
        let has = |key: String| assert!(keys.contains(&key.as_str()), "{key}");
        for code in ProblemCode::ALL {
            has(format!("problem-{}", code.word()));
            has(format!("problem-{}-hint", code.word()));
        }
        NoteCode::ALL.iter().for_each(|code| has(format!("note-{}", code.word())));
        InferenceCode::ALL.iter().for_each(|code| has(format!("inferred-{}", code.word())));
        for kind in KINDS {
            has(format!("kind-{}", kind.table));
            has(format!("kind-{}-count", kind.table));
            for column in target::columns(kind) {
                let own = format!("column-{}-{column}", kind.table);
                if !keys.contains(&own.as_str()) {
                    has(format!("column-{column}"));
                    has(format!("column-{column}-note"));
                }
            }
        }
    }
}

#[test]
fn both_languages_have_the_same_keys_once() {
    let [mut english, mut arabic] = CATALOGUES.map(keys);
    english.sort_unstable();
    arabic.sort_unstable();
    assert_eq!(english, arabic);
    let count = english.len();
    english.dedup();
    assert_eq!(english.len(), count, "a key stands twice");
}
