//! L20: what the Arabic and the English block of one letter must share (DOMAIN 4.2).

use super::facts::{self, Date, Sum};
use super::marks::Found;
use super::token::{Laid, Script};
use super::{Level, Rule, must};
use std::ops::Range;

/// Returns the dates, sums and the end sentence that only one of the two languages has.
pub fn check(laid: &Laid) -> Vec<Found> {
    let (dates, sums) = (facts::dates(laid), facts::sums(laid));
    let blocks = blocks(laid);
    let side = |tokens: &Range<usize>| blocks.iter().find(|(range, _)| range.contains(&tokens.start)).map(|b| b.1);
    let other = |a: &Range<usize>, b: &Range<usize>| side(a).is_some() && side(b).is_some() && side(a) != side(b);
    let date_alone = |date: &&Date| !dates.iter().any(|d| other(&d.tokens, &date.tokens) && d.agrees(date));
    let sum_alone = |sum: &&Sum| {
        !sums.iter().any(|s| other(&s.tokens, &sum.tokens) && s.agrees(sum)) && !stands_bare(laid, sum, &sums, &other)
    };
    let mut alone: Vec<Range<usize>> = dates.iter().filter(date_alone).map(|date| date.tokens.clone()).collect();
    alone.extend(sums.iter().filter(sum_alone).map(|sum| sum.tokens.clone()));
    let ends = must::end_sentences(laid);
    let has = |script| ends.iter().any(|end| side(end) == Some(script));
    if has(Script::Arabic) != has(Script::Latin) {
        alone.extend(ends.first().cloned());
    }
    alone.into_iter().map(|tokens| Found { rule: Rule::L20, level: Level::Block, tokens, better: None }).collect()
}

/// Whether the other language has the number without saying that it is money.
fn stands_bare(laid: &Laid, sum: &Sum, sums: &[Sum], other: &impl Fn(&Range<usize>, &Range<usize>) -> bool) -> bool {
    let money = |at: usize| sums.iter().any(|sum| sum.tokens.contains(&at));
    let numbers = (0..laid.tokens.len()).filter(|at| laid.tokens[*at].script == Script::Number && !money(*at));
    numbers.into_iter().any(|at| {
        other(&(at..at + 1), &sum.tokens) && facts::decimal(&laid.tokens[at].word).as_ref() == Some(&sum.value)
    })
}

/// Returns the paragraphs of a letter, each with the language of most of its words.
fn blocks(laid: &Laid) -> Vec<(Range<usize>, Script)> {
    let (mut blocks, mut start) = (Vec::new(), 0);
    for at in 1..=laid.tokens.len() {
        let parted = |at: usize| {
            let between = laid.before(at);
            between.iter().filter(|c| **c == '\n').count() > 1 || between.contains(&'|')
        };
        if at == laid.tokens.len() || parted(at) {
            let count = |script| laid.tokens[start..at].iter().filter(|token| token.script == script).count();
            let script = if count(Script::Arabic) >= count(Script::Latin) { Script::Arabic } else { Script::Latin };
            blocks.push((start..at, script));
            start = at;
        }
    }
    // A paragraph of figures belongs to the language before it.
    for at in 1..blocks.len() {
        if laid.tokens[blocks[at].0.clone()].iter().all(|token| token.script == Script::Number) {
            blocks[at].1 = blocks[at - 1].1;
        }
    }
    blocks
}

/// Whether a text is a letter in both languages: each has a paragraph of its own, and neither is a mere address.
pub fn is_bilingual(laid: &Laid) -> bool {
    let blocks = blocks(laid);
    let words = |script| {
        let own = blocks.iter().filter(|(_, of)| *of == script).flat_map(|(range, _)| range.clone());
        own.filter(|at| laid.tokens[*at].script == script).count()
    };
    let (arabic, latin) = (words(Script::Arabic), words(Script::Latin));
    arabic.min(latin) >= 2 && arabic.min(latin) * 4 >= arabic.max(latin)
}
