//! A letter as words: each with its place in the text, its forms, and the sentence that it belongs to.

use super::form::{self, Reading};
use crate::text::fold;
use std::collections::HashSet;
use std::ops::Range;

/// A word or a number of a letter; places count Unicode scalar values.
#[derive(Debug)]
pub struct Token {
    pub start: usize,
    pub end: usize,
    /// The word folded; of a number, its Western digits with their separators.
    pub word: String,
    pub script: Script,
    /// The word without particles (Arabic) or as it is (English).
    pub forms: Vec<String>,
    /// The forms without pronouns (Arabic) or inflection (English).
    pub stems: Vec<String>,
    pub verbs: Vec<Reading>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Script {
    Arabic,
    Latin,
    Number,
}

impl Token {
    fn words(&self) -> impl Iterator<Item = &String> {
        let verbs = self.verbs.iter().map(|(stem, _)| stem);
        [&self.word].into_iter().chain(&self.forms).chain(&self.stems).chain(verbs)
    }
}

/// A letter laid out in words and sentences.
#[derive(Debug)]
pub struct Laid {
    pub text: Vec<char>,
    pub tokens: Vec<Token>,
    /// The tokens of each sentence.
    pub sentences: Vec<Range<usize>>,
    /// Where the client is named.
    pub client: Vec<Range<usize>>,
    /// Every word in every form, to see at once what the letter does not speak of.
    pub words: HashSet<String>,
}

impl Laid {
    /// Lays a text out.
    pub fn of(text: &str) -> Laid {
        let text: Vec<char> = text.chars().collect();
        let tokens = tokens(&text);
        let sentences = sentences(&text, &tokens);
        let words = tokens.iter().flat_map(Token::words).cloned().collect();
        Laid { text, tokens, sentences, client: vec![], words }
    }

    /// Returns the text between two places.
    pub fn slice(&self, range: Range<usize>) -> String {
        self.text[range].iter().collect()
    }

    /// Returns what stands between a token and the one before it.
    pub fn before(&self, token: usize) -> &[char] {
        let from = if token == 0 { 0 } else { self.tokens[token - 1].end };
        &self.text[from..self.tokens[token].start]
    }

    /// Returns the sentence of a token.
    pub fn sentence(&self, token: usize) -> Range<usize> {
        let at = self.sentences.partition_point(|sentence| sentence.end <= token);
        self.sentences.get(at).cloned().unwrap_or(token..token + 1)
    }
}

fn tokens(text: &[char]) -> Vec<Token> {
    let (mut tokens, mut at) = (Vec::new(), 0);
    while at < text.len() {
        let start = at;
        match script(text[at]) {
            None => at += 1,
            Some(Script::Number) => {
                let digit = |at: usize| text.get(at).is_some_and(|c| script(*c) == Some(Script::Number));
                while digit(at) || (matches!(text.get(at), Some('.' | ',' | '٬' | '٫')) && digit(at + 1)) {
                    at += 1;
                }
                tokens.push(token(text, start..at, Script::Number));
            }
            Some(of) => {
                while at < text.len() && (script(text[at]) == Some(of) || joins(text, at)) {
                    at += 1;
                }
                tokens.extend(split(text, start..at).into_iter().map(|range| token(text, range, of)));
            }
        }
    }
    tokens
}

fn script(c: char) -> Option<Script> {
    match c {
        _ if crate::text::western_digit(c).is_ascii_digit() => Some(Script::Number),
        '\u{610}'..='\u{61a}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}' => None,
        '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' => {
            c.is_alphabetic().then_some(Script::Arabic)
        }
        _ => c.is_alphabetic().then_some(Script::Latin),
    }
}

/// Whether the character stands inside a word without being one of its letters: a vowel mark, tatweel, an apostrophe.
fn joins(text: &[char], at: usize) -> bool {
    let letter_follows = text.get(at + 1).is_some_and(|c| matches!(script(*c), Some(Script::Latin)));
    match text[at] {
        '\u{610}'..='\u{61a}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{200c}' | '\u{200d}' => true,
        '\'' | '\u{2019}' => letter_follows && at > 0 && script(text[at - 1]) == Some(Script::Latin),
        _ => false,
    }
}

/// Takes apart what an apostrophe joins: "don't" is "do" and "n't", "you've" is "you" and "'ve".
fn split(text: &[char], range: Range<usize>) -> Vec<Range<usize>> {
    let apostrophe = range.clone().find(|at| matches!(text[*at], '\'' | '\u{2019}'));
    let Some(apostrophe) = apostrophe.filter(|at| *at > range.start) else { return vec![range] };
    let negates = apostrophe >= range.start + 2
        && text[apostrophe - 1].eq_ignore_ascii_case(&'n')
        && text[apostrophe + 1].eq_ignore_ascii_case(&'t');
    let at = if negates { apostrophe - 1 } else { apostrophe };
    vec![range.start..at, at..range.end]
}

fn token(text: &[char], range: Range<usize>, script: Script) -> Token {
    let written: String = text[range.clone()].iter().collect();
    let word = match script {
        Script::Number => written.chars().map(crate::text::western_digit).collect(),
        Script::Arabic | Script::Latin => fold(&written).replace('\u{2019}', "'"),
    };
    let (forms, stems, verbs) = match script {
        Script::Number => (vec![], vec![], vec![]),
        Script::Latin => (vec![word.clone()], form::without_inflection(&word), vec![]),
        Script::Arabic => {
            let forms = form::without_tanween(form::without_particles(&word));
            (forms.clone(), form::without_pronouns(&forms), form::verbs(&forms))
        }
    };
    Token { start: range.start, end: range.end, word, script, forms, stems, verbs }
}

/// Words before whose full stop no sentence ends.
const SHORTENED: [&str; 14] =
    ["mr", "mrs", "ms", "dr", "no", "nos", "inc", "ltd", "co", "st", "eng", "prof", "ref", "art"];

fn sentences(text: &[char], tokens: &[Token]) -> Vec<Range<usize>> {
    let (mut sentences, mut start) = (Vec::new(), 0);
    for at in 1..=tokens.len() {
        let last = &tokens[at - 1];
        let ends = match tokens.get(at) {
            None => true,
            Some(next) => parts(text, last, next),
        };
        if ends {
            sentences.push(start..at);
            start = at;
        }
    }
    sentences
}

/// Whether a sentence ends between two words that follow each other.
fn parts(text: &[char], last: &Token, next: &Token) -> bool {
    let between = &text[last.end..next.start];
    let stops = |c: &char| matches!(c, '!' | '?' | '؟' | ';' | '؛' | '…' | '•' | '|');
    let full = between.iter().position(|c| *c == '.').is_some_and(|at| {
        between.get(at + 1).is_none_or(|c| c.is_whitespace() || matches!(c, '"' | '”' | '»' | ')' | '\u{2069}'))
            && between.len() > at + 1
            && !SHORTENED.contains(&last.word.as_str())
    });
    let lines = between.iter().filter(|c| **c == '\n').count();
    full || between.iter().any(stops) || lines > 1 || (lines == 1 && !is_wrapped(text, last, next, between))
}

/// The width from which a line that ends without a stop is taken to go on in the next one.
const WRAPPED: usize = 45;

fn is_wrapped(text: &[char], last: &Token, next: &Token, between: &[char]) -> bool {
    let begins = text[..last.end].iter().rposition(|c| *c == '\n').map_or(0, |at| at + 1);
    let plain = between.iter().all(|c| c.is_whitespace() || matches!(c, ',' | '،' | '(' | ')' | '"' | '«' | '»'));
    let listed = next.script == Script::Number && text.get(next.end).is_some_and(|c| matches!(c, '.' | ')' | '-'));
    last.end - begins >= WRAPPED && plain && !listed
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<Vec<String>> {
        let laid = Laid::of(text);
        let words = |range: &Range<usize>| laid.tokens[range.clone()].iter().map(|token| token.word.clone()).collect();
        laid.sentences.iter().map(words).collect()
    }

    #[test]
    fn words_and_sentences_are_told_apart() {
        assert_eq!(
            words("You don’t pay 4,200. We’ve asked Mr. Adel"),
            [vec!["you", "do", "n't", "pay", "4,200"], vec!["we", "'ve", "asked", "mr", "adel"]]
        );
        assert_eq!(words("رَدُّكـــم و٩ رسائل؟ نعم"), [vec!["ردكم", "و", "9", "رسايل"], vec!["نعم"]]);
        assert_eq!(words("short line\nanother"), [["short", "line"].as_slice(), &["another"]]);
        let wrapped = "This line of an ordinary letter is long and was\nwrapped by a mail program";
        assert_eq!(words(wrapped).len(), 1);
        assert_eq!(words(""), Vec::<Vec<String>>::new());
    }

    #[test]
    fn places_count_scalar_values() {
        let laid = Laid::of("‏رَدُّكم 😀 x");
        let token = &laid.tokens[1];
        assert_eq!(laid.slice(token.start..token.end), "x");
        assert_eq!(laid.slice(laid.tokens[0].start..laid.tokens[0].end), "رَدُّكم");
    }
}
