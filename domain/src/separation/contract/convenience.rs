//! Termination for convenience: whoever may end the contract without a reason, and with what notice.

use super::item::Item;
use super::paper::{Found, Paper, range_of};
use super::party;
use super::pattern::Patterns;
use super::sentence::{Sentence, listed};
use super::terms::{By, Convenience};
use std::sync::LazyLock;

/// Somebody may end it.
static RIGHT: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::of(&[
        "may|can|could ~14 terminate|cancel|discontinue",
        "may|can|could|right ~14 withdraw ~4 from",
        "may|can|could ~6 end ~2 agreement|contract|appointment|engagement|relationship",
        "right|option|entitled|ability|discretion|power|permitted ~8 terminate|cancel|terminated|\
         termination",
        "may|can|shall|will ~8 be ~6 terminated|cancelled|canceled",
        "terminable|cancellable|cancelable ~6 by|upon|at|on",
        "shall|will terminate ~30 notice",
        "terminate|terminates ~6 upon|by ~12 notice",
        "is|be terminated ~12 upon|by ~8 notice",
        "may ~8 give|serve ~6 notice ~3 terminat*",
        "يحق|يجوز|يمكن|حق|بإمكان|يستطيع ~8 إنهاء*|فسخ*|إلغاء*",
        "أن ينهي|تنهي|يفسخ|تفسخ|يلغي|تلغي ~3 عقد|اتفاقية",
        "ينتهي|يفسخ|تنتهي ~6 بإشعار|بإخطار",
        "يجب|يتعين ~2 إشعار|إخطار ~6 قبل ~4 <length>",
    ])
});

/// Whoever wishes to end it must give notice: the wish is no reason.
static WISH: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::of(&[
        "wish* ~2 to terminate|cancel|end ~14 give|notify|provide|notice",
        "desir* ~2 to terminate|cancel|end ~14 give|notify|provide|notice",
        "رغب|رغبت|يرغب|رغبة|أراد ~6 إنهاء|فسخ|إلغاء ~6 إشعار|إخطار|يشعر|يخطر",
    ])
});

/// It is the contract that ends.
static OBJECT: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::of(&[
        "agreement|contract|subscription|retainer|term|appointment|employment|engagement|arrangement|addendum|license|licence|lease|\
         services|order|sow|program|venture|relationship|amc",
        "عقد|اتفاقية|اتفاق|تعاقد|شراكة|إنهاؤها|إنهاؤه|علاقة",
    ])
});

/// No reason is needed.
static FREE: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::of(&[
        "for any ?or ?no reason",
        "for no ?or ?any reason",
        "any ?reason or no|none reason",
        "for any reason or for no reason",
        "without ?any ?good cause|reason",
        "without ~3 cause",
        "for non cause",
        "for ?its|their|his|own convenience",
        "at will",
        "other than for cause",
        "دون|بدون|غير ?حاجة ?إلى ?إبداء سبب|أسباب|أي",
        "لأي سبب",
        "دون إبداء",
        "إرادة منفردة",
    ])
});

/// Nothing but a notice, or the moment, is asked for.
static NOTICE: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::of(&[
        "at any time",
        "sole|absolute|unfettered|own discretion",
        "<length> ~8 notice|notification",
        "notice|notification ~8 <length>",
        "upon|by|on|with ~6 notice",
        "giv* ~8 notice",
        "إشعار|إخطار|مهلة|تنبيه ~10 <length>",
        "<length> ~5 إشعار|إخطار",
        "أي وقت",
        "بإشعار|بإخطار",
    ])
});

/// Something must have happened first.
static CONDITION: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::of(&[
        "if|breach*|default*|insolven*|bankrupt*|fail*|violat*|cure|cured|curing|remed*|misconduct|cease*|mutual*|\
         unable|when|whenever|where|should|illegal*|unlawful*|cessation|occurrence|disability|death|negligence|\
         fraud|infring*",
        "becomes|merger|acquisition|acquired|regulatory|adverse*|dissatisf*|disagree*|unpaid|overdue|delinquent|\
         suspended|suspension|revoked|convicted|condemnation|destroyed",
        "in the event|case",
        "in such event",
        "event|events of",
        "change of|in control",
        "force majeure",
        "with cause",
        "for ?good|just cause",
        "following event|events|reasons|grounds|circumstances",
        "expir* ~6 term",
        "prior to ~8 end|expiration|expiry|renewal",
        "before ~8 end|expiration|expiry|renewal",
        "not renew|extend",
        "non renewal",
        "pursuant to|with section|sections|article|paragraph|clause",
        "إذا|أخل|إخلال|مخالفة|إفلاس|عجز|تقصير|القاهرة|يعالج",
        "في حال|حالة",
        "عند إخلال|مخالفة",
        "بموجب|وفق* ~1 قانون",
        "اتفاق طرفين",
    ])
});

static FORBIDDEN: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::of(&[
        "may|shall|can not ~3 terminate|cancel|be",
        "neither party",
        "no right to terminate",
        "may only be",
        "لا يحق|يجوز",
    ])
});

static LENGTH: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::of(&[
        "<length> ~8 notice|notification|written|advance",
        "notice|notification|notify* ~10 <length>",
        "إشعار|إخطار|مهلة|تنبيه ~14 <length>",
        "<length>",
    ])
});

/// A sentence that says only how long before a notice is given.
static THE_NOTICE: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::of(&["such|the|this|said|written notice ~12 <length>", "<length> ~6 notice", "إشعار|إخطار ~8 <length>"])
});

/// Reads the strongest right to end without a reason (RULINGS 16): one that either party has goes first, then the one
/// that is said most plainly.
pub fn read(paper: &Paper) -> Option<Found<Convenience>> {
    let found = paper.sentences.iter().enumerate().flat_map(|(at, sentence)| {
        let next = paper.sentences.get(at + 1);
        in_sentence(paper, sentence).into_iter().map(move |found| with_length_of(found, next))
    });
    found.fold(None, |best: Option<Found<Convenience>>, next| match best {
        Some(best) if rank(&best) >= rank(&next) => Some(best),
        _ => Some(next),
    })
}

/// A right without a length may have it in the sentence that follows: "The notice must be given thirty days before."
fn with_length_of(found: Found<Convenience>, next: Option<&Sentence>) -> Found<Convenience> {
    if found.value.length.length.is_some() {
        return found;
    }
    let said = next.map(|next| next.items.as_slice()).filter(|items| !CONDITION.fits(items) && !names_end_of(items));
    let length = said.and_then(|items| THE_NOTICE.find(items).and_then(|found| items[found.held[0]].length()));
    Found { value: Convenience { length: length.into(), ..found.value }, ..found }
}

fn names_end_of(items: &[Item]) -> bool {
    RIGHT.fits(items) && OBJECT.fits(items)
}

fn rank(found: &Found<Convenience>) -> (bool, bool, u32) {
    let is_plain = found.confidence >= 0.6;
    (is_plain, found.value.by == By::Either, (found.confidence * 100.0) as u32)
}

fn in_sentence(paper: &Paper, sentence: &Sentence) -> Vec<Found<Convenience>> {
    let items = &sentence.items;
    if !items.iter().any(|item| names_end(&item.word)) {
        return Vec::new();
    }
    let (stem, parts) = listed(items);
    let stem = stem.end.saturating_sub(STEM_MAX)..stem.end;
    let has_list = !stem.is_empty() || parts.len() > 1;
    parts
        .into_iter()
        .filter_map(|part| {
            let joined: Vec<Item> = items[stem.clone()].iter().chain(&items[part.clone()]).cloned().collect();
            let (value, confidence) = judged(paper, &joined, &items[part.clone()])?;
            let range = if has_list { range_of(&items[part]) } else { range_of(items) };
            Some(Found { value, range, confidence })
        })
        .collect()
}

/// So many words before a list are read with each of its items: what stands further off introduces something else.
const STEM_MAX: usize = 200;

fn names_end(word: &str) -> bool {
    ["terminat", "cancel", "withdraw", "discontinu"].iter().any(|stem| word.starts_with(stem))
        || word == "end"
        || ["انهاء", "انهاو", "ينهي", "تنهي", "يفسخ", "فسخ", "الغاء", "ينتهي", "اشعار", "اخطار"]
            .iter()
            .any(|stem| word.contains(stem))
}

/// So far from the right may stand what ends.
const OBJECT_WITHIN: usize = 12;

/// Judges one clause: the words before a list together with one of its items.
fn judged(paper: &Paper, items: &[Item], part: &[Item]) -> Option<(Convenience, f64)> {
    let wish = WISH.find(items);
    let is_wish = wish.is_some();
    let right = wish.or_else(|| RIGHT.find(items))?;
    let near = right.range.start.saturating_sub(OBJECT_WITHIN)..(right.range.end + OBJECT_WITHIN).min(items.len());
    if !OBJECT.fits(&items[near]) || FORBIDDEN.fits(items) {
        return None;
    }
    let scope = without_provisos(items, right.range.clone());
    let free = FREE.fits(scope);
    let before = before_right(items, right.range.start);
    let is_conditional = CONDITION.fits(scope) || (!is_wish && CONDITION.fits(before));
    let confidence = match (free, is_conditional, NOTICE.fits(scope) || NOTICE.fits(before)) {
        (true, false, _) => 0.95,
        (true, true, _) => 0.65,
        (false, false, true) => 0.8,
        _ => return None,
    };
    let length = LENGTH.find(part).or_else(|| LENGTH.find(items)).and_then(|found| {
        let place = *found.held.first()?;
        let from = if LENGTH.find(part).is_some() { part } else { items };
        from[place].length()
    });
    Some((Convenience { by: party::holder(paper, naming(items, right.range.end)), length: length.into() }, confidence))
}

/// Returns the words that name who has the right: those up to it, and behind a passive what follows "by".
fn naming(items: &[Item], end: usize) -> &[Item] {
    let is_passive = ["terminated", "cancelled", "canceled"].contains(&items[end - 1].word.as_str());
    let reach = if is_passive { (end + 9).min(items.len()) } else { end };
    match (end..reach).find(|at| items[*at].is("by")) {
        Some(by) => &items[by..reach],
        None => &items[..end],
    }
}

/// Returns the clause from the right on, up to a proviso: what is said behind "provided that" limits, but is no reason.
fn without_provisos(items: &[Item], right: std::ops::Range<usize>) -> &[Item] {
    let stops = ["provided", "unless", "whereupon", "except", ";", "علي"];
    // «…، والمبالغ …» begins a clause of its own; «…، وذلك إذا …» does not.
    let begins = |at: usize| {
        let next = items.get(at + 1).map_or("", |next| next.word.as_str());
        items[at].is(",") && next.starts_with('و') && next != "وذلك"
    };
    let is_stop = |at: &usize| stops.contains(&items[*at].word.as_str()) || begins(*at);
    let end = (right.end..items.len()).find(is_stop).unwrap_or(items.len());
    &items[right.start..end]
}

/// Returns what stands before the right, without an opening such as "Notwithstanding …,".
fn before_right(items: &[Item], right: usize) -> &[Item] {
    let opens = ["notwithstanding", "without", "unless", "subject", "except", "in", "so"];
    let start = (0..right).find(|at| !items[*at].word.bytes().all(|b| b.is_ascii_digit() || b == b'.')).unwrap_or(0);
    let is_opening = items.get(start).is_some_and(|item| {
        opens.contains(&item.word.as_str()) && !CONDITION.fits(&items[start..(start + 3).min(right)])
    });
    let comma = (start..right).find(|at| items[*at].is(",")).filter(|_| is_opening);
    &items[comma.unwrap_or(start).min(right)..right]
}
