//! The small language in which a rule says what a clause looks like, word by word.
//!
//! Parts stand apart by spaces: `word`, `stem*`, `this|that`, `?maybe`, `~4` up to four items of any kind, `<length>`,
//! `<date>`. An Arabic word is found with its clitics (و ف ب ل ك ال), in any spelling.

use super::item::{Item, Kind};
use crate::text::{fold, without_particles};
use std::ops::Range;

/// Patterns of one meaning; the first that fits speaks.
pub struct Patterns(Vec<Vec<Part>>);

#[derive(Debug)]
enum Part {
    One(Vec<Word>),
    Maybe(Vec<Word>),
    Gap(usize),
    Length,
    Date,
}

#[derive(Debug)]
struct Word {
    text: String,
    is_stem: bool,
}

/// Where a pattern fits, and the lengths and dates that it asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Match {
    pub range: Range<usize>,
    /// Places of `<length>` and `<date>`, in their order.
    pub held: Vec<usize>,
}

impl Patterns {
    pub fn of(patterns: &[&str]) -> Patterns {
        Patterns(patterns.iter().map(|pattern| pattern.split(' ').map(part).collect()).collect())
    }

    /// Returns the first place where a pattern fits; earlier patterns go first.
    pub fn find(&self, items: &[Item]) -> Option<Match> {
        self.0.iter().find_map(|parts| (0..items.len()).find_map(|at| fit(parts, items, at)))
    }

    pub fn fits(&self, items: &[Item]) -> bool {
        self.0.iter().any(|parts| (0..items.len()).any(|at| fit(parts, items, at).is_some()))
    }

    /// Returns the earliest place where any pattern fits.
    pub fn earliest(&self, items: &[Item]) -> Option<Match> {
        (0..items.len()).find_map(|at| self.0.iter().find_map(|parts| fit(parts, items, at)))
    }

    /// Returns every place where a pattern fits.
    pub fn all(&self, items: &[Item]) -> Vec<Match> {
        self.0.iter().flat_map(|parts| (0..items.len()).filter_map(|at| fit(parts, items, at))).collect()
    }
}

fn part(written: &str) -> Part {
    let words = |list: &str| list.split('|').map(word).collect();
    match written {
        "<length>" => Part::Length,
        "<date>" => Part::Date,
        _ => match (written.strip_prefix('~'), written.strip_prefix('?')) {
            (Some(n), _) => Part::Gap(n.parse().expect("a pattern's gap is a number")),
            (_, Some(list)) => Part::Maybe(words(list)),
            _ => Part::One(words(written)),
        },
    }
}

fn word(written: &str) -> Word {
    let (text, is_stem) = match written.strip_suffix('*').filter(|stem| !stem.is_empty() && !stem.ends_with('*')) {
        Some(stem) => (stem, true),
        None => (written, false),
    };
    Word { text: if is_arabic(text) { fold(text) } else { text.to_owned() }, is_stem }
}

fn fit(parts: &[Part], items: &[Item], start: usize) -> Option<Match> {
    let mut held = Vec::new();
    let end = fit_rest(parts, items, start, &mut held)?;
    Some(Match { range: start..end, held })
}

fn fit_rest(parts: &[Part], items: &[Item], at: usize, held: &mut Vec<usize>) -> Option<usize> {
    let Some((part, rest)) = parts.split_first() else { return Some(at) };
    match part {
        Part::One(words) => {
            items.get(at).filter(|item| any(words, item))?;
            fit_rest(rest, items, at + 1, held)
        }
        Part::Maybe(words) => {
            let there = items.get(at).is_some_and(|item| any(words, item));
            let taken = if there { fit_rest(rest, items, at + 1, held) } else { None };
            taken.or_else(|| fit_rest(rest, items, at, held))
        }
        Part::Gap(most) => (at..=(at + most).min(items.len())).find_map(|at| fit_rest(rest, items, at, held)),
        Part::Length => hold(rest, items, at, held, |kind| matches!(kind, Kind::Length(_))),
        Part::Date => hold(rest, items, at, held, |kind| matches!(kind, Kind::Date(_))),
    }
}

fn hold(
    rest: &[Part],
    items: &[Item],
    at: usize,
    held: &mut Vec<usize>,
    wanted: impl Fn(&Kind) -> bool,
) -> Option<usize> {
    items.get(at).filter(|item| wanted(&item.kind))?;
    held.push(at);
    let end = fit_rest(rest, items, at + 1, held);
    if end.is_none() {
        held.pop();
    }
    end
}

fn any(words: &[Word], item: &Item) -> bool {
    words.iter().any(|word| word.is(&item.word))
}

impl Word {
    fn is(&self, written: &str) -> bool {
        let same = |form: &str| if self.is_stem { form.starts_with(&self.text) } else { form == self.text };
        same(written) || (is_arabic(written) && without_particles(written, &PARTICLES).any(same))
    }
}

fn is_arabic(word: &str) -> bool {
    word.starts_with(|c: char| ('\u{600}'..='\u{6ff}').contains(&c))
}

/// Particles that are written in one with a word of a contract.
const PARTICLES: [&str; 9] = ["", "ب", "ل", "ك", "لل", "ال", "بال", "لال", "كال"];

#[cfg(test)]
mod tests {
    use super::super::sentence::sentences;
    use super::*;

    #[test]
    fn fits_word_by_word() {
        let check = |pattern: &str, text: &str, fits: bool| {
            let sentences = sentences(text);
            assert_eq!(Patterns::of(&[pattern]).fits(&sentences[0].items), fits, "{pattern} / {text}");
        };
        check("either party may ~2 terminat*", "Either party may at once terminate this contract.", true);
        check("either party may ~1 terminat*", "Either party may at once terminate this contract.", false);
        check("upon ?prior <length> ?written notice", "upon thirty (30) days' written notice", true);
        check("until <date>", "It runs until June 30, 2027.", true);
        check("إنهاء|فسخ ~1 عقد", "يحق له إنهاء هذا العقد", true);
        check("طرف*", "وللطرفين", true);
        check("عقد", "العقدة", false);
    }
}
