//! The notice that prevents a renewal: how long before the end of the term it must come at the latest, and at the earliest.

use super::item::{HIDDEN, Item};
use super::length::Length;
use super::number::number;
use super::paper::{Found, Paper, range_of, surest};
use super::pattern::Patterns;
use super::renewal::renews;
use super::sentence::Sentence;
use super::terms::{RenewalNotice, Stated};
use std::sync::LazyLock;

/// Words by which a renewal is prevented: "unless … notice", "until terminated", «ما لم يخطر».
static PREVENTS: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::of(&[
        "unless|until|except|without ~40 notice|notif*|terminat*|cancel*|advise*|inform*|object*|decline*",
        "provided|if ~12 not|fails ~8 notice|notif*|provide|give",
        "unless|until ~40 elect*|written",
        "ما لم",
        "إلا إذا",
    ])
});

/// A notice that says no to renewal, in a sentence of its own.
static DECLINES: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::of(&[
        "not ?wish|want|intend|like|desire|elect ~2 renew|extend|prolong|renewed|extended",
        "not ?want|wish|intend ~2 continue",
        "non renew*|extension",
        "nonrenewal",
        "عدم ~2 تجديد|تمديد",
    ])
});

/// "Such notice must be given so long before the end of the term", near a renewal.
static SUCH_NOTICE: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::of(&[
        "such|said|the|this|any notice|notification|election ~12 <length> ~6 prior|before|advance|preceding",
        "terminat*|cancel* ~30 <length> ~10 prior|before|advance ~8 end|expir*|anniversary|renewal",
        "end|expir* ~6 term ~20 notice ~10 <length>",
        "إشعار|إخطار ~12 <length>",
    ])
});

/// A sentence that goes on about the notice.
static THE_NOTICE: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::of(&[
        "such|said|the|this|any|no ~1 notice|notification",
        "notice|notification ~3 may|shall|must|can",
        "إشعار|إخطار",
    ])
});

/// A right to ask for renewal prevents none.
static EXERCISED: LazyLock<Patterns> =
    LazyLock::new(|| Patterns::of(&["exercis* ~12 option|right|renewal", "option ~6 renew|extend"]));

/// "Not earlier than so long before the end": the notice would come too early.
static EARLIEST: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::of(&[
        "not|no|nor ~6 earlier|sooner|before|prior ~1 than <length>",
        "not|no|nor ~1 more|greater|longer ~1 than <length>",
        "nor|not ~3 exceeding <length>",
        "not ~4 exceed ~1 <length>",
        "earlier|sooner than <length>",
        "maximum ?period ?of <length>",
        "at ?the most <length>",
        "within ?the ?last|period ?of <length> ~6 but|and ~1 not|no ~1 less|later|fewer",
        "no|not ~4 until <length> before|prior",
        "لا|ألا|وألا ~1 يزيد|تزيد|يتجاوز|تتجاوز|يتعدى|تتعدى|تجاوز|يسبق ~5 <length>",
        "لا|ليس|وليس|ولا ~4 أبكر|أسبق ~3 <length>",
        "بأكثر|أكثر ~1 <length>",
        "ليس|وليس قبل <length>",
        "حد ?ال أقصى|الأقصى ~1 <length>",
    ])
});

/// Two edges of one window: "between ninety and thirty days".
static BETWEEN: LazyLock<Patterns> =
    LazyLock::new(|| Patterns::of(&["between ~5 and <length>", "بين ~5 <length> ~1 <length>", "بين ~5 <length>"]));

/// Reads how long before its end the contract must be given up, or it renews (DOMAIN 2.4).
pub fn read(paper: &Paper) -> Option<Found<RenewalNotice>> {
    let renewing: Vec<bool> = paper.sentences.iter().map(|sentence| renews(&sentence.items)).collect();
    let near = |at: usize| renewing[at.saturating_sub(2)..at].iter().any(|renews| *renews);
    surest(paper.sentences.iter().enumerate().filter_map(|(at, sentence)| {
        let found = notice_in(sentence, renewing[at], near(at))?;
        Some(with_earliest_of(found, paper.sentences.get(at + 1)))
    }))
}

/// A notice may learn in the sentence that follows when it would come too early: "Such notice may not be given earlier …".
fn with_earliest_of(found: Found<RenewalNotice>, next: Option<&Sentence>) -> Found<RenewalNotice> {
    let items = next.map(|next| next.items.as_slice()).filter(|items| THE_NOTICE.fits(items) && !renews(items));
    let early = items.filter(|_| found.value.earliest_length.is_none()).and_then(|items| {
        let at = EARLIEST.find(items)?.held[0];
        Some((items[at].length()?, items.last()?.end))
    });
    match early {
        Some((length, end)) => {
            let value = RenewalNotice { length: found.value.length, ..with(Some(length), None) };
            Found { value, range: found.range.start..end, ..found }
        }
        None => found,
    }
}

fn with(earliest: Option<Length>, latest: Option<Length>) -> RenewalNotice {
    let Stated { length, unit } = earliest.into();
    RenewalNotice { length: latest.into(), earliest_length: length, earliest_unit: unit }
}

fn notice_in(sentence: &Sentence, renews: bool, is_near: bool) -> Option<Found<RenewalNotice>> {
    let items = &sentence.items;
    // "whether or not extended" declines nothing.
    let is_or_not = |at: usize| at > 0 && items[at - 1].is("or");
    let declines = DECLINES.find(items).map(|found| found.range.start).filter(|at| !is_or_not(*at));
    let prevents = PREVENTS.find(items).map(|found| found.range.start).filter(|_| renews);
    let window = window(items, prevents.unwrap_or(0));
    let early = window.map(|window| window.early);
    let such = || SUCH_NOTICE.find(items).filter(|_| renews || is_near).map(|found| found.held[0]);
    let is_asked_for = EXERCISED.fits(items) && declines.is_none() && prevents.is_none();
    let is_other = items.iter().any(|item| item.word.starts_with("insur"));
    if is_asked_for || is_other {
        return None;
    }
    let (at, confidence) = match (prevents, declines) {
        (Some(from), _) => (notice_length(items, from, early), if declines.is_some() { 0.95 } else { 0.9 }),
        (None, Some(_)) => (notice_length(items, 0, early), if renews || is_near { 0.85 } else { 0.7 }),
        (None, None) => (such(), 0.75),
    };
    // A published contract hides the length, or a form leaves it open: the term is there all the same.
    let is_hidden = renews && prevents.is_some() && declines.is_some() && items.iter().any(|item| item.is(HIDDEN));
    let earliest = window.and_then(|window| window.earliest);
    let (stated, speaks) = (at.and_then(|at| items[at].length()), prevents.or(declines).is_some());
    // Both edges share one unit, or one was read as the other's.
    let shared = window.and_then(|window| window.latest).filter(|_| speaks || stated.is_some());
    let latest = shared.or(stated);
    let (value, confidence) = match latest.is_some() || (speaks && earliest.is_some()) {
        true => (with(earliest, latest), confidence),
        false if is_hidden => (with(None, None), 0.6),
        false => return None,
    };
    Some(Found { value, range: range_of(items), confidence })
}

/// The edges of a window in a sentence.
#[derive(Clone, Copy)]
struct Window {
    /// Where the length stands that says what is too early.
    early: usize,
    earliest: Option<Length>,
    /// The latest, where it is said without a unit of its own.
    latest: Option<Length>,
}

/// Finds the edges from a place on: what stands before it is the length of a renewal.
fn window(items: &[Item], from: usize) -> Option<Window> {
    let behind = &items[from..];
    if let Some(found) = BETWEEN.find(behind) {
        let places = [found.held[0], found.held[found.held.len() - 1]].map(|at| at + from);
        let [first, last] = places;
        let far = if first == last { shared(items, from + found.range.start + 1, last) } else { items[first].length() };
        return far.map(|far| Window { early: first, earliest: Some(far), latest: items[last].length() });
    }
    let found = EARLIEST.find(behind)?;
    let at = found.held[0] + from;
    let begins = found.range.start + from;
    let latest = (at.saturating_sub(SHARED_MAX).max(from)..begins).find_map(|place| shared(items, place, at));
    Some(Window { early: at, earliest: items[at].length(), latest })
}

/// So far before a length may stand a number that shares its unit: "not less than thirty (30) nor more than ninety (90) days".
const SHARED_MAX: usize = 12;

/// Returns the number at a place with the unit of the length behind it, if nothing but joining words lies between.
fn shared(items: &[Item], place: usize, length: usize) -> Option<Length> {
    const JOINS: [&str; 22] = [
        "and", "or", "nor", "but", "to", "not", "no", "more", "less", "than", "later", "earlier", ",", "at", "greater",
        "و", "ولا", "او", "الي", "لا", "تزيد", "علي",
    ];
    let (n, end) = number(items, place)?;
    let joined = end <= length && items[end..length].iter().all(|item| JOINS.contains(&item.word.as_str()));
    let unit = items[length].length()?.unit;
    joined.then_some(Length { n, unit })
}

/// Returns the place of the length that is a notice's, from `from` on, else anywhere, and not what says how early is too
/// early: near "prior", "notice", "at least", and not a renewal's period.
fn notice_length(items: &[Item], from: usize, early: Option<usize>) -> Option<usize> {
    let places = || (0..items.len()).filter(|at| items[*at].length().is_some() && Some(*at) != early);
    let best = |places: &mut dyn Iterator<Item = usize>| {
        places
            .map(|at| (score(items, at), at))
            .filter(|(score, _)| *score > 0)
            .fold(None, |best: Option<(i32, usize)>, next| best.filter(|best| best.0 >= next.0).or(Some(next)))
    };
    best(&mut places().filter(|at| *at >= from)).or_else(|| best(&mut places())).map(|(_, at)| at)
}

/// Words that stand round the length of a notice, before it and after it.
const BEFORE: [&str; 14] = [
    "least",
    "less",
    "than",
    "minimum",
    "upon",
    "by",
    "later",
    "within",
    "notice",
    "notification",
    "قبل",
    "تقل",
    "اشعار",
    "اخطار",
];
const AFTER: [&str; 9] = ["prior", "before", "notice", "advance", "preceding", "notification", "written", "قبل", "من"];
const PERIODS: [&str; 10] =
    ["term", "terms", "period", "periods", "extension", "extensions", "renewal", "renewals", "increments", "basis"];

fn score(items: &[Item], at: usize) -> i32 {
    let before = &items[at.saturating_sub(6)..at];
    let after = &items[at + 1..(at + 7).min(items.len())];
    let has = |items: &[Item], words: &[&str]| {
        items.iter().any(|item| {
            words.contains(&item.word.as_str()) || words.contains(&item.word.trim_start_matches(['ب', 'ل', 'ا']))
        })
    };
    let is_period = has(&after[..after.len().min(3)], &PERIODS) && !has(&after[..after.len().min(2)], &AFTER)
        || has(&before[before.len().saturating_sub(4)..], &["of", "for"])
            && has(before, &PERIODS)
            && !has(after, &AFTER);
    2 * i32::from(has(after, &AFTER)) + i32::from(has(before, &BEFORE)) - 4 * i32::from(is_period)
}
