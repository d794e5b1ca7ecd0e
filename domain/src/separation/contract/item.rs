//! A text as items: words, marks, lengths of time and dates, each with its place in the text.

use super::length::Length;
use crate::days::Day;
use crate::text::fold;

/// The smallest part of a sentence that a rule can ask for.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    pub kind: Kind,
    /// The folded word, or the mark; empty for a length and a date.
    pub word: String,
    /// Its place in the text, in bytes.
    pub start: usize,
    pub end: usize,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    Word,
    Mark,
    Length(Length),
    Date(Day),
}

/// A run of asterisks stands where a published contract hides something.
pub const HIDDEN: &str = "***";

/// The marks that bear meaning; all others only part words.
const MARKS: [char; 10] = ['.', ',', ';', ':', '(', ')', '"', '?', '!', '|'];

/// Splits a text into words and marks.
pub fn items(text: &str) -> Vec<Item> {
    let mut items = Vec::new();
    let mut chars = text.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        if c.is_alphanumeric() {
            let end = start + word_length(&text[start..]);
            while chars.next_if(|(at, _)| *at < end).is_some() {}
            push_word(text, start, end, &mut items);
        } else if c == '<' {
            let end = start + tag_length(&text[start..]);
            while chars.next_if(|(at, _)| *at < end).is_some() {}
        } else if c == '*' {
            let mut end = start + 1;
            while let Some((at, _)) = chars.next_if(|(_, next)| *next == '*') {
                end = at + 1;
            }
            if !hides(&text[..start], &text[end..]) {
                continue;
            }
            items.push(Item { kind: Kind::Word, word: HIDDEN.to_owned(), start, end });
        } else if let Some(mark) = mark(c) {
            items.push(Item { kind: Kind::Mark, word: mark.to_string(), start, end: start + c.len_utf8() });
        }
    }
    items
}

/// Asterisks that touch a word make it bold, one that begins a line makes a list: only those between blanks or in
/// square brackets hide something.
fn hides(before: &str, after: &str) -> bool {
    let opens = before.ends_with([' ', '[', '(', '…', '$', '\t']);
    let closes = after.is_empty() || after.starts_with([' ', ']', ')', '…', '.', ',', '\n']);
    opens && closes
}

/// Returns the bytes of a tag of a web page, which Markdown may hold; 0 where none begins.
fn tag_length(text: &str) -> usize {
    let begins = text[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
    let end = text.bytes().take(TAG_MAX).position(|byte| byte == b'>');
    if begins { end.map_or(0, |end| end + 1) } else { 0 }
}

const TAG_MAX: usize = 300;

fn mark(c: char) -> Option<char> {
    match c {
        '،' => Some(','),
        '؛' => Some(';'),
        '؟' => Some('?'),
        '“' | '”' | '«' | '»' => Some('"'),
        _ => MARKS.contains(&c).then_some(c),
    }
}

/// Returns the bytes of the word at the start: letters, digits and vowel marks, and what parts digits (`7/11/2006`).
fn word_length(text: &str) -> usize {
    let mut chars = text.char_indices().peekable();
    let mut before = ' ';
    while let Some((at, c)) = chars.next() {
        let is_inside = c.is_alphanumeric() || matches!(c, '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}');
        let parts_digits = matches!(c, '/' | '.' | ',' | '-' | '٫' | '٬')
            && before.is_numeric()
            && chars.peek().is_some_and(|(_, next)| next.is_numeric())
            && !(c == ',' && begins_year(&text[at + 1..]));
        if !is_inside && !parts_digits {
            return at;
        }
        before = c;
    }
    text.len()
}

/// "October 1,1996": four digits behind a comma are no thousands.
fn begins_year(text: &str) -> bool {
    text.chars().take_while(|c| c.is_ascii_digit()).count() == 4
}

/// Adds a word; the `s` of a possessive is none.
fn push_word(text: &str, start: usize, end: usize, items: &mut Vec<Item>) {
    let written = &text[start..end];
    let is_possessive = written.eq_ignore_ascii_case("s")
        && text[..start].ends_with(['\'', '’'])
        && items.last().is_some_and(|last| last.kind == Kind::Word && start - last.end <= '’'.len_utf8());
    if is_possessive {
        return;
    }
    let plain = written.is_ascii().then(|| written.to_ascii_lowercase());
    let word = plain.unwrap_or_else(|| if written.contains(['/', '.', ',']) { digits(written) } else { fold(written) });
    items.push(Item { kind: Kind::Word, word, start, end });
}

fn digits(written: &str) -> String {
    written.chars().map(crate::text::western_digit).collect()
}

impl Item {
    pub fn is(&self, word: &str) -> bool {
        self.word == word
    }

    pub fn length(&self) -> Option<Length> {
        match self.kind {
            Kind::Length(length) => Some(length),
            _ => None,
        }
    }

    pub fn date(&self) -> Option<Day> {
        match self.kind {
            Kind::Date(day) => Some(day),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, words: &[&str]) {
        let found: Vec<String> = items(text).into_iter().map(|item| item.word).collect();
        assert_eq!(found, words, "{text}");
    }

    #[test]
    fn words_marks_and_hidden_places() {
        check("thirty (30) days' notice", &["thirty", "(", "30", ")", "days", "notice"]);
        check("Client’s non-renewal, on 7/11/2006.", &["client", "non", "renewal", ",", "on", "7/11/2006", "."]);
        check("upon [***] months", &["upon", "***", "months"]);
        check("* **Term.** <span id=\"a\">a < b</span>", &["term", ".", "a", "b"]);
        check("ثلاثين (٣٠) يوماً، بإشعارٍ", &["ثلاثين", "(", "30", ")", "يوما", ",", "باشعار"]);
    }
}
