//! L20: what the Arabic and the English block of one letter must share (DOMAIN 4.2): dates, sums, the end, and where both stand
//! one after the other, each heading and item, and the figures of each paragraph.

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
    // One language alone is no letter in two.
    let has_words = |script| laid.tokens.iter().any(|token| token.script == script);
    if has_words(Script::Arabic) != has_words(Script::Latin) {
        alone.push(0..1);
    }
    if alone.is_empty() {
        alone = unequal(laid, &dates, |sum| stands_bare(laid, sum, &sums, &other), &sums);
    }
    alone.into_iter().map(|tokens| Found { rule: Rule::L20, level: Level::Block, tokens, better: None }).collect()
}

/// Returns what the two halves of a letter do not share, where a line parts them: a heading or an item that only one has, and
/// the figures of paragraphs that answer each other.
fn unequal(laid: &Laid, dates: &[Date], is_bare: impl Fn(&Sum) -> bool, sums: &[Sum]) -> Vec<Range<usize>> {
    let Some((first, second)) = halves(laid) else { return vec![] };
    for mark in [&['\n', '#'][..], &['\n', '-', ' '][..]] {
        let count = |half: &Range<usize>| half.clone().filter(|at| stands_before(laid, *at, mark)).count();
        let (here, there) = (count(&first), count(&second));
        if here != there {
            let shorter = if here < there { &first } else { &second };
            return std::iter::once(shorter.start..shorter.start + 1).collect();
        }
    }
    let within = |part: &Range<usize>, at: &Range<usize>| part.contains(&at.start);
    let figures = |half: &Range<usize>| {
        let bears = |part: &Range<usize>| {
            dates.iter().any(|date| within(part, &date.tokens)) || sums.iter().any(|sum| within(part, &sum.tokens))
        };
        paragraphs(laid, half).into_iter().filter(bears).collect::<Vec<_>>()
    };
    let (here, there) = (figures(&first), figures(&second));
    // Where one language says in two paragraphs what the other says in one, nothing answers anything.
    if here.len() != there.len() {
        return vec![];
    }
    let pairs = here.iter().zip(&there).flat_map(|(a, b)| [(a, b), (b, a)]);
    let alone = |(own, other): (&Range<usize>, &Range<usize>)| {
        let dated = |date: &&Date| {
            let mut theirs = dates.iter().filter(|one| within(other, &one.tokens));
            within(own, &date.tokens) && !theirs.any(|one| one.agrees(date))
        };
        let summed = |sum: &&Sum| {
            let mut theirs = sums.iter().filter(|one| within(other, &one.tokens));
            within(own, &sum.tokens) && !theirs.any(|one| one.agrees(sum)) && !is_bare(sum)
        };
        let dates = dates.iter().filter(dated).map(|date| date.tokens.clone());
        dates.chain(sums.iter().filter(summed).map(|sum| sum.tokens.clone())).collect::<Vec<_>>()
    };
    pairs.flat_map(alone).collect()
}

/// Returns the words before and after the one line that parts a letter.
fn halves(laid: &Laid) -> Option<(Range<usize>, Range<usize>)> {
    let parts: Vec<usize> =
        (1..laid.tokens.len()).filter(|at| stands_before(laid, *at, &['\n', '-', '-', '-'])).collect();
    let [at] = parts[..] else { return None };
    Some((0..at, at..laid.tokens.len()))
}

/// Whether a mark stands at the beginning of a line between a word and the one before it.
fn stands_before(laid: &Laid, at: usize, mark: &[char]) -> bool {
    let between: Vec<char> = (at == 0).then_some('\n').into_iter().chain(laid.before(at).iter().copied()).collect();
    between.windows(mark.len()).any(|place| place == mark)
}

fn paragraphs(laid: &Laid, half: &Range<usize>) -> Vec<Range<usize>> {
    let parted = |at: usize| laid.before(at).iter().filter(|c| **c == '\n').count() > 1;
    let mut starts: Vec<usize> = half.clone().filter(|at| *at == half.start || parted(*at)).collect();
    starts.push(half.end);
    starts.windows(2).map(|pair| pair[0]..pair[1]).collect()
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
