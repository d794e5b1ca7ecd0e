//! When a contract begins and when it ends.

use super::item::Item;
use super::length::{Length, counts_back};
use super::paper::{Found, Paper, range_of, surest};
use super::pattern::Patterns;
use super::terms::{Expiration, OnDay, Stated};
use crate::days::Day;
use crate::record::NoticeUnit;
use std::sync::LazyLock;

/// The day is called the effective date.
static NAMED: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::of(&[
        "effective|commencement|start|starting date ~6 mean*|is|be|: ~6 <date>",
        "effective|commencement date ~1 <date>",
        "effective as of|on|from|: ~4 <date>",
        "come|comes|enter*|coming into force|effect ~6 <date>",
        "take|takes effect ~6 <date>",
        "<date> ~14 effective|commencement date",
        "effective <date>",
        "effective ~6 <date>",
        "commenc*|begin*|start* ~6 on|as|from ~4 <date>",
        "تبدأ|يبدأ|يسري|تسري|سريان|نفاذ ~8 <date>",
        "تاريخ ~2 بدء|سريان|نفاذ ~6 <date>",
    ])
});

/// The day on which the contract was made.
static MADE: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::of(&[
        "made|entered|executed|dated|agreement|contract|signed ~16 <date>",
        "this <date>",
        "<date> ~12 between|among",
        "حرر|أبرم|تم|أنه|وقع ~12 <date>",
        "تاريخ ~2 <date>",
    ])
});

/// The contract begins on the day on which it was made.
static FROM_MADE: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::of(&[
        "effective|commenc*|begin* ~10 date ~4 above|hereof|written|signed|agreement|execution",
        "effective|commenc*|begin* ~10 first ~3 above|written",
        "effective date ~8 date ~3 hereof|agreement|above|signature",
        "من تاريخ توقيع*",
    ])
});

/// Reads the day from which the contract counts; without one, the day on which it was made, less surely.
pub fn read_effective(paper: &Paper) -> Option<Found<OnDay>> {
    let held = |items: &[Item], patterns: &Patterns| patterns.find(items).and_then(|found| items[found.held[0]].date());
    let named = surest(paper.sentences.iter().filter_map(|sentence| {
        let date = held(&sentence.items, &NAMED)?;
        let is_called = sentence.items.windows(2).any(|two| two[0].is("effective") && two[1].is("date"));
        let confidence = if is_called { 0.9 } else { 0.7 };
        Some(Found { value: OnDay { date }, range: range_of(&sentence.items), confidence })
    }));
    let from_made = paper.sentences.iter().any(|sentence| FROM_MADE.fits(&sentence.items));
    let made = || {
        paper.sentences.iter().take(OPENING).find_map(|sentence| {
            let date = held(&sentence.items, &MADE)?;
            let confidence = if from_made { 0.75 } else { 0.5 };
            Some(Found { value: OnDay { date }, range: range_of(&sentence.items), confidence })
        })
    };
    match named {
        Some(named) if named.confidence > 0.8 => Some(named),
        named => surest(made().into_iter().chain(named)),
    }
}

/// The parties and the day stand within so many sentences.
const OPENING: usize = 20;

/// It is the contract or its term of which the sentence speaks.
static TERM: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::of(&[
        "term|agreement|contract|appointment|license|licence|engagement|period|employment",
        "مدة|عقد|اتفاقية|اتفاق",
    ])
});

static UNTIL: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::of(&[
        "until|through|thru ~8 <date>",
        "expire|expires|expiring|terminate|terminates|end|ends|ending|conclude|concludes|concluding ~8 <date>",
        "expiration|termination|end|expiry date ~6 <date>",
        "from ~2 <date> ~3 to|through|until <date>",
        "تنتهي|ينتهي|حتى|لغاية ~6 <date>",
    ])
});

static FOR: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::of(&[
        "initial ~3 term|period ~20 <length>",
        "term ~3 agreement|contract|hereof ~30 <length>",
        "agreement|contract|license|appointment|term ~14 be|is|remain*|continue* ~14 for ~8 <length>",
        "remain* ~8 force|effect|valid ~12 <length>",
        "continue* ~3 in ~4 force|effect ~12 <length>",
        "effective|commenc*|begin* ~14 continu*|extend*|remain* ~14 <length>",
        "commenc*|begin* ~16 end*|expir*|terminat* ~10 <length>",
        "for ~2 a|an ~3 term|period of ~3 <length>",
        "for a <length> term|period",
        "<length> ~2 term",
        "term ~4 : ~6 <length>",
        "term ~2 <length>",
        "مدة ~2 عقد|اتفاقية|اتفاق ~4 <length>",
        "لمدة|مدته|مدتها|مدتهما ~2 <length>",
    ])
});

/// "the fifth anniversary of the Effective Date".
static ANNIVERSARY: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::of(&[
        "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|1st|2nd|3rd|4th|5th|6th|7th|8th|10th|15th|\
         20th|fifteenth|twentieth ~6 anniversary",
    ])
});
const ORDINALS: [(&str, u32); 22] = [
    ("first", 1),
    ("second", 2),
    ("third", 3),
    ("fourth", 4),
    ("fifth", 5),
    ("sixth", 6),
    ("seventh", 7),
    ("eighth", 8),
    ("ninth", 9),
    ("tenth", 10),
    ("fifteenth", 15),
    ("twentieth", 20),
    ("1st", 1),
    ("2nd", 2),
    ("3rd", 3),
    ("4th", 4),
    ("5th", 5),
    ("6th", 6),
    ("7th", 7),
    ("8th", 8),
    ("10th", 10),
    ("15th", 15),
];

/// It goes on until somebody ends it.
static OPEN_ENDED: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::of(&[
        "agreement|contract|term|license ~20 perpetual*|perpetuity|indefinite*",
        "agreement|contract ~12 remain*|continue* ~20 until|unless ~3 terminated",
        "agreement|contract ~20 in ?full force|effect ~8 so long as",
        "غير محددة|محدد مدة",
    ])
});

/// The sentence is about the contract's own course.
static COURSE: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::of(&[
        "agreement|contract|term ~16 commence*|become|take|takes|continue*|remain*|expire|expires|terminate|\
         terminates|end|begin*|effective|force",
        "initial term|period",
        "term|period ~6 of|for ~6 agreement|contract|license",
        "agreement|contract ~6 shall|will|is be|for",
        "\" term \"",
        "term|expiration|duration ~2 :",
        "مدة|يسري|تسري|ينتهي|تنتهي|يبدأ|تبدأ",
    ])
});

/// Other terms and times that stand in the same words: confidentiality, survival, a notice, a payment.
static OTHER: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::of(&[
        "surviv*|confidential*|warrant*|compet*|solicit*|insurance|invoice*|payment|payable|arbitrat*|audit*|\
         records|rent|option*",
        "after|following ~4 termination|expiration ~3 agreement|term",
        "contract year",
        "إشعار|إخطار|مهلة ~4 مدته|مدتها|لمدة|تقل",
        "مجددة|مجدد|تجديد|تجديده|تجديدها ~4 مدة",
        "سرية|ضمان|سداد",
    ])
});

/// A contract without a term of its own that runs a month at a time (RULINGS 16).
static MONTHLY: LazyLock<Patterns> =
    LazyLock::new(|| Patterns::of(&["month to month", "شهر إلى شهر", "شهر بشهر", "شهرا بشهر"]));

/// Reads when the first term ends: a day, a length, or both where the contract's beginning is known.
pub fn read_expiration(paper: &Paper, effective: Option<Day>) -> Option<Found<Expiration>> {
    let month = Stated { length: Some(1), unit: Some(NoticeUnit::Month) };
    let monthly = || {
        let sentence = paper.sentences.iter().find(|sentence| MONTHLY.fits(&sentence.items))?;
        let value = Expiration { date: None, length: month };
        Some(Found { value, range: range_of(&sentence.items), confidence: 0.6 })
    };
    read_term(paper, effective).or_else(monthly)
}

fn read_term(paper: &Paper, effective: Option<Day>) -> Option<Found<Expiration>> {
    surest(paper.sentences.iter().filter_map(|sentence| {
        let items = &sentence.items;
        TERM.fits(items).then_some(())?;
        let (mut value, confidence) = ending(items)?;
        if let (None, Some(from), Some(length)) = (value.date, effective, length_of(&value)) {
            value.date = length.after(from);
        }
        let is_other = OTHER.fits(items);
        let starts = items.iter().any(|item| {
            ["commence", "effective", "begin", "initial", "تبدا", "يبدا"].iter().any(|stem| item.word.starts_with(stem))
        });
        let aside = if is_other { 0.3 } else { 0.0 } + if COURSE.fits(items) { 0.0 } else { 0.2 };
        let confidence = confidence - aside + if starts { 0.1 } else { 0.0 };
        (confidence >= 0.5).then(|| Found { value, range: range_of(items), confidence })
    }))
}

fn length_of(value: &Expiration) -> Option<Length> {
    Some(Length { n: value.length.length?, unit: value.length.unit? })
}

fn ending(items: &[Item]) -> Option<(Expiration, f64)> {
    let until = UNTIL.earliest(items).and_then(|found| items[*found.held.last()?].date());
    let term = FOR.earliest(items).map(|found| found.held[0]).filter(|at| !counts_back(items, *at));
    let length = term.and_then(|at| items[at].length()).filter(|length| is_a_term(*length));
    let anniversary = ANNIVERSARY.find(items).and_then(|found| {
        let word = &items[found.range.start].word;
        ORDINALS.iter().find(|(own, _)| own == word).map(|(_, n)| Length { n: *n, unit: NoticeUnit::Year })
    });
    match (until, length.or(anniversary)) {
        (Some(date), length) => Some((Expiration { date: Some(date), length: length.into() }, 0.8)),
        (None, Some(length)) => Some((Expiration { date: None, length: Some(length).into() }, 0.75)),
        (None, None) => OPEN_ENDED.fits(items).then(|| (Expiration::default(), 0.6)),
    }
}

/// Days are a notice or a delay, hardly ever a term.
fn is_a_term(length: Length) -> bool {
    match length.unit {
        NoticeUnit::Day | NoticeUnit::BusinessDay => length.n >= 90,
        NoticeUnit::Week => length.n >= 4,
        NoticeUnit::Month | NoticeUnit::HijriMonth | NoticeUnit::Year => true,
    }
}
