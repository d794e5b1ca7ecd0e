//! The word lists of one language, read once: classes, rules, month names, currencies, what a notice must say.

use super::pattern::{self, Classes, Pattern};
use super::{Level, Rule};
use std::collections::HashMap;
use std::sync::LazyLock;

pub static ARABIC: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::read(include_str!("../../../words/tone/ar.txt")));
pub static ENGLISH: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::read(include_str!("../../../words/tone/en.txt")));

/// What the lists of one language hold.
#[derive(Debug, Default)]
pub struct Lexicon {
    pub marks: Vec<Mark>,
    /// What takes a mark back where it overlaps one.
    pub unless: HashMap<Rule, Vec<Pattern>>,
    pub better: HashMap<Rule, String>,
    /// Other patterns by the two words of their heading, such as `has basis` or `month 7`.
    pub named: Vec<(String, String, Pattern)>,
    /// Single lines of text by their name.
    pub lines: HashMap<String, String>,
    /// Lines that could not be read; a test keeps this empty.
    pub faults: Vec<String>,
}

/// One pattern of a rule.
#[derive(Debug)]
pub struct Mark {
    pub rule: Rule,
    pub level: Level,
    pub pattern: Pattern,
    pub better: Option<String>,
}

impl Lexicon {
    /// Reads a list. Classes must stand before what uses them.
    fn read(text: &str) -> Lexicon {
        let (mut lexicon, mut classes, mut heading) = (Lexicon::default(), Classes::new(), Vec::new());
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//")) {
            match line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
                Some(written) => heading = written.splitn(2, ' ').collect(),
                None => {
                    let taken = lexicon.take(&heading, line, &mut classes);
                    lexicon.faults.extend(taken.err().map(|fault| format!("{heading:?} {line}: {fault}")));
                }
            }
        }
        lexicon
    }

    fn take(&mut self, heading: &[&str], line: &str, classes: &mut Classes) -> Result<(), String> {
        match heading {
            ["line", name] => _ = self.lines.insert((*name).to_owned(), line.to_owned()),
            [name] => {
                let class = name.strip_prefix('@').ok_or("no heading")?;
                let pattern = pattern::read(line, classes)?;
                classes.entry(class.to_owned()).or_default().push(pattern);
            }
            [first, second] => match Rule::of(first) {
                Some(rule) => self.take_rule(rule, second, line, classes)?,
                None => {
                    let pattern = pattern::read(line, classes)?;
                    self.named.push(((*first).to_owned(), (*second).to_owned(), pattern));
                }
            },
            _ => return Err("no heading".to_owned()),
        }
        Ok(())
    }

    fn take_rule(&mut self, rule: Rule, part: &str, line: &str, classes: &Classes) -> Result<(), String> {
        let level = [Level::Block, Level::Warn, Level::Hint].into_iter().find(|level| level.word() == part);
        match (part, level) {
            ("better", _) => _ = self.better.insert(rule, line.to_owned()),
            ("unless", _) => self.unless.entry(rule).or_default().push(pattern::read(line, classes)?),
            (_, Some(level)) => {
                let (written, better) = match line.split_once("=>") {
                    Some((written, better)) => (written, Some(better.trim().to_owned())),
                    None => (line, None),
                };
                self.marks.push(Mark { rule, level, pattern: pattern::read(written, classes)?, better });
            }
            _ => return Err(part.to_owned()),
        }
        Ok(())
    }

    /// Returns the patterns under a heading, with its second word.
    pub fn under<'a>(&'a self, first: &'a str) -> impl Iterator<Item = (&'a str, &'a Pattern)> {
        let these = self.named.iter().filter(move |(name, _, _)| name == first);
        these.map(|(_, second, pattern)| (second.as_str(), pattern))
    }

    /// Returns the patterns under a heading of two words.
    pub fn patterns<'a>(&'a self, first: &'a str, second: &'a str) -> impl Iterator<Item = &'a Pattern> {
        self.under(first).filter(move |(name, _)| *name == second).map(|(_, pattern)| pattern)
    }

    /// Returns a line by its name, or nothing.
    pub fn line(&self, name: &str) -> &str {
        self.lines.get(name).map(String::as_str).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_lists_are_read_and_cover_every_rule() {
        for lexicon in [&*ARABIC, &*ENGLISH] {
            assert_eq!(lexicon.faults, Vec::<String>::new());
            // L11 and L20 are no lists of words.
            for rule in Rule::ALL.iter().copied().filter(|rule| !matches!(rule, Rule::L11 | Rule::L20)) {
                assert!(lexicon.marks.iter().any(|mark| mark.rule == rule), "{rule:?}");
            }
            for month in 1..=12 {
                assert!(lexicon.patterns("month", &month.to_string()).next().is_some(), "{month}");
                assert!(lexicon.patterns("hijri", &month.to_string()).next().is_some(), "{month}");
            }
        }
    }

    #[test]
    fn both_languages_ask_for_the_same() {
        let headings = |lexicon: &Lexicon| {
            let named = lexicon.named.iter().filter(|(first, _, _)| first != "currency");
            let mut headings: Vec<String> = named.map(|(first, second, _)| format!("{first} {second}")).collect();
            headings.extend(lexicon.lines.keys().cloned());
            headings.sort();
            headings.dedup();
            headings
        };
        assert_eq!(headings(&ARABIC), headings(&ENGLISH));
    }
}
