//! A contract taken apart: its text, its sentences, and how a term quotes them.

use super::item::Item;
use super::sentence::{Sentence, sentences};
use super::terms::Term;
use std::ops::Range;

pub struct Paper<'a> {
    pub text: &'a str,
    pub sentences: Vec<Sentence>,
}

/// What a rule found: a value, the part of the text that says it, and how plainly it does.
pub struct Found<V> {
    pub value: V,
    pub range: Range<usize>,
    pub confidence: f64,
}

impl<'a> Paper<'a> {
    pub fn of(text: &'a str) -> Paper<'a> {
        Paper { text, sentences: sentences(text) }
    }

    /// Returns what was found as a term with its quote; places are counted in Unicode scalar values.
    pub fn term<V>(&self, found: Found<V>) -> Term<V> {
        let quote = &self.text[found.range.clone()];
        let start = self.text[..found.range.start].chars().count();
        Term {
            value: found.value,
            quote: quote.to_owned(),
            start,
            end: start + quote.chars().count(),
            confidence: found.confidence,
        }
    }

    /// Returns an item as it is written.
    pub fn written(&self, item: &Item) -> &'a str {
        &self.text[item.start..item.end]
    }
}

/// Returns the surest of all that was found; of equals, the first.
pub fn surest<V>(found: impl Iterator<Item = Found<V>>) -> Option<Found<V>> {
    found.fold(None, |best: Option<Found<V>>, next| match best {
        Some(best) if best.confidence >= next.confidence => Some(best),
        _ => Some(next),
    })
}

/// Returns the part of the text that items take, in bytes.
pub fn range_of(items: &[Item]) -> Range<usize> {
    if let [first, .., last] = items {
        first.start..last.end
    } else {
        items.first().map_or(0..0, |item| item.start..item.end)
    }
}
