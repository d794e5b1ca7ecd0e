//! Sentences of a contract, and the items of lists within them.

use super::date::date;
use super::item::{Item, Kind, items};
use super::length::length;
use std::ops::Range;

/// A sentence with its lengths and dates made one item each.
#[derive(Clone, Debug)]
pub struct Sentence {
    pub items: Vec<Item>,
}

/// Splits a text into sentences. A sentence ends with its mark, at a blank line, or where a numbered clause begins.
pub fn sentences(text: &str) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    let mut sentence = Vec::new();
    let all = items(text);
    for (at, item) in all.iter().enumerate() {
        sentence.push(item.clone());
        if ends(text, &all, at) {
            sentences.push(Sentence { items: merged(std::mem::take(&mut sentence)) });
        }
    }
    sentences
}

fn ends(text: &str, items: &[Item], at: usize) -> bool {
    let Some(next) = items.get(at + 1) else { return true };
    let item = &items[at];
    let gap = &text[item.end..next.start];
    let lines = gap.matches('\n').count();
    let begins_small = text[next.start..].starts_with(char::is_lowercase);
    match item.word.as_str() {
        "." | "?" | "!" => is_full_stop(text, items, at, gap),
        ":" | ";" | "," => false,
        word if GOES_ON.contains(&word) => false,
        "|" => true,
        _ if lines > 1 => !begins_small && !next.is("("),
        _ => lines == 1 && (begins_clause(text, items, at + 1) || is_heading(text, item.end)),
    }
}

/// Behind these words a sentence goes on, whatever the page does between.
const GOES_ON: [&str; 20] = [
    "or", "and", "of", "the", "to", "this", "by", "in", "such", "for", "any", "with", "its", "a", "an", "that",
    "shall", "be", "upon", "from",
];

/// A full stop ends a sentence unless it shortens a word or numbers a clause.
fn is_full_stop(text: &str, items: &[Item], at: usize, gap: &str) -> bool {
    let next = &items[at + 1];
    let before = at.checked_sub(1).map(|at| &items[at]);
    let touches = gap.is_empty() && !next.is("\"") && !next.is(")");
    let begins_small = text[next.start..].starts_with(char::is_lowercase);
    let short = before.is_some_and(|before| is_short(&before.word) && before.end == items[at].start);
    // "10. Term": a number alone before the stop belongs to what follows.
    let numbers = before.is_some_and(|before| before.word.bytes().all(|byte| byte.is_ascii_digit()))
        && at.checked_sub(2).is_none_or(|at| text[items[at].end..items[at + 1].start].contains('\n'));
    let closes = matches!(next.word.as_str(), ")" | "," | ";");
    // "… sixty days.\n  b. Either party …": the next item of a list.
    let is_lettered = gap.contains('\n') && next.word.len() == 1 && items.get(at + 2).is_some_and(|mark| mark.is("."));
    !(touches || (begins_small && !is_lettered) || short || numbers || closes)
}

const SHORT: [&str; 22] = [
    "inc", "ltd", "co", "corp", "no", "nos", "vs", "art", "sec", "st", "mr", "mrs", "ms", "dr", "llc", "jan", "feb",
    "aug", "sept", "oct", "nov", "dec",
];

fn is_short(word: &str) -> bool {
    let lone = word.chars().count() == 1 && word.starts_with(|c: char| c.is_ascii_alphabetic());
    lone || SHORT.contains(&word)
}

/// «البند الثالث: مدة العقد» on a line of its own, which ends at `end`.
fn is_heading(text: &str, end: usize) -> bool {
    let line = text[..end].rsplit('\n').next().unwrap_or_default().trim_start();
    let begins = ["البند", "المادة", "الفصل", "الباب"].iter().any(|word| line.starts_with(word));
    begins && line.split_whitespace().count() <= HEADING_WORDS_MAX
}

const HEADING_WORDS_MAX: usize = 8;

/// `10.2 Notice`, `# Term`, `- item`: a line that begins a clause of its own.
fn begins_clause(text: &str, items: &[Item], at: usize) -> bool {
    let item = &items[at];
    let line = text[..item.start].rsplit('\n').next().unwrap_or_default().trim();
    let figures = item.word.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let numbered = figures && (item.word.contains('.') || items.get(at + 1).is_some_and(|next| next.is(".")));
    line.starts_with(['#', '-', '•', '–']) || (numbered && !item.word.starts_with('.'))
}

/// Makes every length and every date one item.
fn merged(items: Vec<Item>) -> Vec<Item> {
    let mut merged = Vec::with_capacity(items.len());
    let mut at = 0;
    while at < items.len() {
        let found = date(&items, at).map(|(day, end)| (Kind::Date(day), end));
        let found = found.or_else(|| length(&items, at).map(|(length, end)| (Kind::Length(length), end)));
        match found {
            Some((kind, end)) => {
                let last = &items[end - 1];
                merged.push(Item { kind, word: String::new(), start: items[at].start, end: last.end });
                at = end;
            }
            None => {
                merged.push(items[at].clone());
                at += 1;
            }
        }
    }
    merged
}

/// What stands before a list, and the places of its items; no list, one item that is all.
pub fn listed(items: &[Item]) -> (Range<usize>, Vec<Range<usize>>) {
    let starts: Vec<usize> = (0..items.len()).filter(|at| begins_item(items, *at)).collect();
    let Some(first) = starts.first().copied() else { return (0..0, std::iter::once(0..items.len()).collect()) };
    let ends = starts.iter().skip(1).copied().chain([items.len()]);
    (0..first, starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect())
}

/// `a.` behind a colon, a semicolon, "or" or "and".
fn begins_lettered(items: &[Item], at: usize) -> bool {
    let before = at.checked_sub(1).map(|at| items[at].word.as_str());
    let is_letter = items[at].word.len() == 1 && items[at].word.starts_with(|c: char| c.is_ascii_lowercase());
    is_letter && items[at + 1].is(".") && matches!(before, Some(":" | ";" | "or" | "and"))
}

/// `(a)`, `(iv)`, `(2)`, where no number word stands before the bracket.
fn begins_item(items: &[Item], at: usize) -> bool {
    let [open, label, close, ..] = &items[at..] else { return false };
    let word = label.word.as_str();
    let is_label = (word.len() == 1 && word.starts_with(|c: char| c.is_ascii_alphanumeric()))
        || (!word.is_empty() && word.len() <= 4 && word.bytes().all(|byte| matches!(byte, b'i' | b'v' | b'x')))
        || (word.len() <= 2 && !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit()));
    let counts = super::number::number(items, at.saturating_sub(1)).is_some() && at > 0;
    let cites = at.checked_sub(1).is_some_and(|at| {
        let before = items[at].word.as_str();
        before.starts_with(|c: char| c.is_ascii_digit())
            || matches!(before, "section" | "clause" | "subsection" | ")" | "paragraph")
    });
    let is_bracketed = open.is("(") && close.is(")") && is_label && !counts && !cites;
    is_bracketed || begins_lettered(items, at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let ends = |items: &[Item]| (items[0].start, items[items.len() - 1].end);
        let part = |(start, end): (usize, usize)| &text[start..end];
        let found: Vec<&str> = sentences(text).iter().map(|sentence| part(ends(&sentence.items))).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn splits_sentences() {
        check("Acme Inc. may end it. Beta may not.", &["Acme Inc. may end it.", "Beta may not."]);
        check(
            "10. Term\n\n10.1 It runs\nfor a year.\n10.2 It ends.",
            &["10. Term", "10.1 It runs\nfor a year.", "10.2 It ends."],
        );
        check("المادة الثانية: المدة\nمدة العقد سنة", &["المادة الثانية: المدة", "مدة العقد سنة"]);
        check("ينتهي العقد. هل يتجدد؟ نعم", &["ينتهي العقد.", "هل يتجدد؟", "نعم"]);
        check(
            "It may be ended:\n\n(a) by notice;\n\n(b) at once.",
            &["It may be ended:\n\n(a) by notice;\n\n(b) at once."],
        );
    }

    #[test]
    fn parts_lists() {
        let items = &sentences("It may be ended: (a) by one (1) notice; or (b) at once.")[0].items;
        let (stem, parts) = listed(items);
        assert_eq!((stem, parts.len()), (0..5, 2));
        let lettered = &sentences("It ends:\n  a. by notice;\n  b. at once.\n  c. It may be renewed.");
        assert_eq!((lettered.len(), listed(&lettered[0].items).1.len()), (2, 2));
    }
}
