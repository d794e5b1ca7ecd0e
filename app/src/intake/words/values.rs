//! The words that a cell may hold where only certain values make sense: flags, choices, states, totals, terms.

use super::near::near;
use domain::record::{KINDS, Kind, Type};
use domain::text::fold;
use serde::Deserialize;
use std::collections::HashMap;
use std::sync::LazyLock;

/// Reads a yes or a no.
pub fn flag(text: &str) -> Option<bool> {
    match text {
        "true" | "yes" | "Yes" | "1" => Some(true),
        "false" | "no" | "No" | "0" => Some(false),
        _ => WORDS.flags.get(&fold_value(text)).copied(),
    }
}

/// Reads a word of a column that has a fixed list; returns the list's own word.
pub fn choice(kind: &Kind, column: &str, words: &'static [&'static str], text: &str) -> Option<&'static str> {
    let exact = words.iter().find(|word| **word == text);
    exact.copied().or_else(|| WORDS.choices.get(kind.table)?.get(column)?.get(&fold_value(text)).copied())
}

/// Returns the list's word that a misspelt one may mean.
pub fn near_choice(kind: &Kind, column: &str, text: &str) -> Option<&'static str> {
    let words = WORDS.choices.get(kind.table)?.get(column)?;
    near(&fold_value(text), words.iter().map(|(word, meaning)| (word.as_str(), *meaning)))
}

/// Returns the yes or no that a misspelt word may mean.
pub fn near_flag(text: &str) -> Option<bool> {
    near(&fold_value(text), WORDS.flags.iter().map(|(word, meaning)| (word.as_str(), *meaning)))
}

/// Returns a list's word as our own files print it: itself, or its first Arabic synonym.
pub fn shown(kind: &Kind, column: &str, word: &'static str, arabic: bool) -> &'static str {
    let synonym = || Some(WORDS.arabic.get(&(kind.table, column.to_owned(), word))?.as_str());
    if arabic { synonym().unwrap_or(word) } else { word }
}

/// Returns the words for yes and no that our own files print.
pub fn flag_words(arabic: bool) -> Vec<&'static str> {
    let (yes, no) = (&WORDS.flag_words[0], &WORDS.flag_words[1]);
    let fits = |word: &&String| word.chars().any(|c| c > '\u{600}') == arabic;
    [yes, no].into_iter().filter_map(|words| words.iter().find(fits)).map(String::as_str).collect()
}

/// What an invoice's state says about whether its row is a demand for money, and whether it was met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Stands,
    LeftOut,
    Quoted,
    Paid,
    PaidInPart,
}

/// Reads an invoice's state; what is not known stands.
pub fn state(text: &str) -> State {
    WORDS.states.get(&fold_value(text)).copied().unwrap_or(State::Stands)
}

/// Tells whether a cell begins a row of totals.
pub fn is_total(text: &str) -> bool {
    WORDS.totals.contains(&fold_value(text))
}

/// Reads payment terms in days: `30`, `Net 30`, `Due on receipt`.
pub fn terms_days(text: &str) -> Option<i64> {
    let folded = fold_value(text);
    if WORDS.at_once.contains(&folded) {
        return Some(0);
    }
    let mut numbers = folded.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
    let (first, second) = (numbers.next()?, numbers.next());
    first.parse().ok().filter(|days| second.is_none() && (0..=3650).contains(days))
}

/// Folds a cell's word; a mark that folding would drop (`-`, `✓`) stays.
fn fold_value(text: &str) -> String {
    let folded = fold(text);
    if folded.is_empty() { text.trim().to_owned() } else { folded }
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let file: File = toml::from_str(include_str!("values.toml")).expect("our own word list is well-formed");
    let all = |words: Vec<String>| words.iter().map(|word| fold_value(word)).collect::<Vec<_>>();
    let arabic = arabic_words(&file.kinds);
    let flag_words = [file.flag.yes.clone(), file.flag.no.clone()];
    let flags = [(true, file.flag.yes), (false, file.flag.no)];
    let Status { left_out, quoted, paid, partial } = file.status;
    let states =
        [(State::LeftOut, left_out), (State::Quoted, quoted), (State::Paid, paid), (State::PaidInPart, partial)];
    Words {
        flags: flags.into_iter().flat_map(|(value, words)| all(words).into_iter().map(move |w| (w, value))).collect(),
        states: states.into_iter().flat_map(|(value, words)| all(words).into_iter().map(move |w| (w, value))).collect(),
        totals: all(file.totals.words),
        at_once: all(file.terms.at_once),
        flag_words,
        arabic,
        choices: KINDS.into_iter().map(|kind| (kind.table, choices_of(kind, &file.kinds))).collect(),
    }
});

struct Words {
    flags: HashMap<String, bool>,
    /// The words for yes, and for no, as listed.
    flag_words: [Vec<String>; 2],
    states: HashMap<String, State>,
    totals: Vec<String>,
    at_once: Vec<String>,
    choices: HashMap<&'static str, HashMap<&'static str, HashMap<String, &'static str>>>,
    /// By table, column and word, the first Arabic synonym.
    arabic: HashMap<(&'static str, String, &'static str), String>,
}

type Synonyms = HashMap<String, HashMap<String, HashMap<String, Vec<String>>>>;

/// Collects, for each column of a kind that has a fixed list, every word that stands for one of the list's.
fn choices_of(kind: &'static Kind, synonyms: &Synonyms) -> HashMap<&'static str, HashMap<String, &'static str>> {
    let of_column = |column: &str, words: &'static [&'static str]| {
        let listed = synonyms.get(kind.table).and_then(|columns| columns.get(column));
        let own = words.iter().map(|word| (fold_value(word), *word));
        let others = words.iter().flat_map(|word| {
            let list = listed.and_then(|words| words.get(*word)).into_iter().flatten();
            list.map(|synonym| (fold_value(synonym), *word))
        });
        others.chain(own).collect()
    };
    let columns = kind.columns.iter().filter_map(|column| match column.r#type {
        Type::Choice(words) => Some((column.name, of_column(column.name, words))),
        _ => None,
    });
    columns.collect()
}

fn arabic_words(synonyms: &Synonyms) -> HashMap<(&'static str, String, &'static str), String> {
    let is_arabic = |word: &&String| word.chars().any(|c| matches!(c, '\u{600}'..='\u{6ff}'));
    let mut found = HashMap::new();
    for (kind, column) in KINDS.into_iter().flat_map(|kind| kind.columns.iter().map(move |column| (kind, column))) {
        let Type::Choice(list) = column.r#type else { continue };
        for word in list {
            let listed = synonyms.get(kind.table).and_then(|columns| columns.get(column.name)?.get(*word));
            if let Some(synonym) = listed.and_then(|words| words.iter().find(is_arabic)) {
                found.insert((kind.table, column.name.to_owned(), *word), synonym.clone());
            }
        }
    }
    found
}

#[derive(Deserialize)]
struct File {
    flag: Flag,
    status: Status,
    totals: Totals,
    terms: Terms,
    #[serde(flatten)]
    kinds: Synonyms,
}

#[derive(Deserialize)]
struct Flag {
    yes: Vec<String>,
    no: Vec<String>,
}

#[derive(Deserialize)]
struct Status {
    left_out: Vec<String>,
    quoted: Vec<String>,
    paid: Vec<String>,
    partial: Vec<String>,
}

#[derive(Deserialize)]
struct Totals {
    words: Vec<String>,
}

#[derive(Deserialize)]
struct Terms {
    at_once: Vec<String>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::record::kind_named;

    #[test]
    fn flags_in_both_languages() {
        for (text, expected) in
            [("Yes", Some(true)), ("نعم", Some(true)), ("TRUE", Some(true)), ("1", Some(true)), ("✓", Some(true))]
        {
            assert_eq!(flag(text), expected, "{text}");
        }
        for (text, expected) in
            [("No", Some(false)), ("لا", Some(false)), ("0", Some(false)), ("-", Some(false)), ("maybe", None)]
        {
            assert_eq!(flag(text), expected, "{text}");
        }
    }

    #[test]
    fn every_listed_synonym_belongs_to_a_word_of_its_column() {
        let file: File = toml::from_str(include_str!("values.toml")).expect("well-formed");
        for (table, columns) in &file.kinds {
            let kind = kind_named(table).unwrap_or_else(|| panic!("{table} is a kind"));
            for (column, words) in columns {
                let position = kind.position(column).unwrap_or_else(|| panic!("{table} has {column}"));
                let Type::Choice(list) = kind.columns[position].r#type else { panic!("{table}.{column} has a list") };
                for (word, synonyms) in words {
                    assert!(list.contains(&word.as_str()), "{table}.{column} has {word}");
                    for synonym in synonyms {
                        assert_eq!(
                            choice(kind, column, list, synonym),
                            list.iter().copied().find(|w| w == word),
                            "{synonym}"
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn every_choice_has_an_arabic_word() {
        for kind in KINDS {
            for column in kind.columns {
                let Type::Choice(list) = column.r#type else { continue };
                let words = &WORDS.choices[kind.table][column.name];
                for word in list {
                    let arabic = words.iter().any(|(synonym, of)| of == word && synonym.chars().any(|c| c > '\u{600}'));
                    assert!(arabic, "{}.{} {word}", kind.table, column.name);
                }
            }
        }
    }

    #[test]
    fn states_totals_and_terms() {
        assert_eq!(state("Draft"), State::LeftOut);
        assert_eq!(state("ملغاة"), State::LeftOut);
        assert_eq!(state("Partially Paid"), State::PaidInPart);
        for paid in ["PAID", "Paid in full", "closed", "مدفوعة", "مُسدَّدة", "تم السداد"] {
            assert_eq!(state(paid), State::Paid, "{paid}");
        }
        assert_eq!(
            (state("sent"), state("Unpaid"), state("غير مدفوعة")),
            (State::Stands, State::Stands, State::Stands)
        );
        assert!(is_total("الإجمالي:") && is_total("Grand Total") && !is_total("Total Solutions Ltd"));
        for (text, days) in [
            ("30", Some(30)),
            ("Net 30", Some(30)),
            ("Due on Receipt", Some(0)),
            ("٣٠ يوماً", Some(30)),
            ("2/10 net 30", None),
            ("", None),
        ] {
            assert_eq!(terms_days(text), days, "{text}");
        }
    }
}
