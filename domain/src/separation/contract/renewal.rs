//! Renewal, and the notice that prevents it.

use super::item::{HIDDEN, Item};
use super::length::{Length, counts_back};
use super::paper::{Found, Paper, range_of, surest};
use super::pattern::Patterns;
use super::sentence::Sentence;
use super::terms::{Renewal, Stated};
use crate::record::NoticeUnit;
use std::sync::LazyLock;

/// The contract goes on after its term.
static RENEWS: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::of(&[
        "automatic* ~8 renew*|exten*|continu*|prolong*",
        "renew*|exten*|continu*|prolong* ~8 automatic*",
        "shall|will ?be|also|then|thereafter ?be|automatically renew*|extended|prolonged ~20 term|terms|period*|\
         year*|<length>|annual*|month|basis|successive|unless",
        "may|right|option|elect* ~8 renew*|extend|extended ~25 term|terms|period*|<length>|agreement",
        "roll|rolls|rolled over ~12 term|terms|period*|<length>|year*|month*",
        "renewable|extendable ~12 <length>|period*|term*",
        "renew* ~10 <length>",
        "<length> ~3 renewal*|extension*",
        "thereafter|continue* ~20 month|year|<length> to month|year|<length>",
        "يتجدد|تتجدد|تجدد|يجدد|يمدد|تمدد|يمتد|تمتد",
        "مجددة|مجدد|ممددة|ممدد ~4 مدة|<length>|تلقائي*",
        "تجديد|تمديد ~10 تلقائي*|مدة|<length>",
    ])
});

/// It goes on by itself.
static AUTOMATIC: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::of(&[
        "automatic*",
        "shall|will ?also|then|thereafter ?be renew*|extended|continue ~40 unless",
        "shall|will ?be renew* ~4 for ~4 successive|additional|subsequent",
        "evergreen",
        "roll|rolls|rolled over",
        "<length>|month|year to month|year|<length>",
        "تلقائي*",
        "يتجدد|تتجدد|تجدد|يجدد|مجددة|مجدد ~25 ما لم",
        "يتجدد|تتجدد|تجدد|يجدد|مجددة|مجدد ~25 إلا إذا",
    ])
});

/// It goes on only if people say so.
static AGREED: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::of(&[
        "may ~6 renew*|exten*",
        "mutual* ~4 agree*|consent*",
        "option ~4 to",
        "right ~4 to ~4 renew|extend",
        "not ~3 automatic*",
        "اتفاق|موافقة ~2 طرفين|طرف",
    ])
});

static PERIOD: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::of(&[
        "successive|additional|consecutive|subsequent|further|renewal|extension ~6 <length> ~3 term|terms|period*|\
         extension*|renewal*|increment*",
        "term|terms|period*|increment*|duration|extension* ~3 of ~4 <length>",
        "renew*|exten* ~12 <length> ~4 term|terms|period*|extension*|renewal*|increment*",
        "successive|additional|consecutive|subsequent|further ~3 <length>",
        "renew*|exten*|prolong*|renewable ~8 for ~6 <length>",
        "يتجدد|تتجدد|تجدد|يجدد|يمدد|تمدد|تجديد|تمديد ~4 مدة|مدد|فترة ~2 <length>",
        "مدة|مدد|فترة ~4 <length>",
    ])
});

static YEARLY: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::of(&[
        "annual*|yearly|year ~2 renew*|period*|term*|basis|extension*",
        "renew*|exten* ~8 annual*|yearly",
        "year to year",
        "each year",
        "سنويا|سنوي|سنوية",
        "لسنة",
    ])
});
static MONTHLY: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::of(&["month to month", "monthly ~2 period*|term*|basis", "renew*|exten* ~6 monthly", "شهريا|شهري|شهرية"])
});

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

/// A right to ask for renewal prevents none.
static EXERCISED: LazyLock<Patterns> =
    LazyLock::new(|| Patterns::of(&["exercis* ~12 option|right|renewal", "option ~6 renew|extend"]));

/// Reads how the contract renews (DOMAIN B87).
pub fn read(paper: &Paper) -> Option<Found<Renewal>> {
    surest(paper.sentences.iter().filter_map(|sentence| {
        let items = &sentence.items;
        renews(items).then_some(())?;
        let length = period(items);
        let is_said = items.iter().any(|item| item.word.starts_with("automatic"));
        let automatic = AUTOMATIC.fits(items) && (is_said || !AGREED.fits(items));
        let confidence = match (automatic, length) {
            (true, Some(_)) => 0.9,
            (true, None) => 0.75,
            (false, Some(_)) => 0.65,
            (false, None) => 0.5,
        };
        Some(Found { value: Renewal { automatic, length: length.into() }, range: range_of(items), confidence })
    }))
}

fn renews(items: &[Item]) -> bool {
    // A payment's or a deadline's extension, a patent's renewal: no term or agreement goes on.
    const GOES_ON: [&str; 10] = [
        "agreement",
        "contract",
        "term",
        "terms",
        "period",
        "periods",
        "license",
        "appointment",
        "attachment",
        "basis",
    ];
    let of_contract = items.iter().any(|item| GOES_ON.contains(&item.word.as_str()) || !item.word.is_ascii());
    of_contract && RENEWS.fits(items)
}

fn period(items: &[Item]) -> Option<Length> {
    let places = PERIOD.all(items).into_iter().map(|found| found.held[0]);
    let said = places.filter(|at| !counts_back(items, *at)).find_map(|at| items[at].length());
    let yearly = || YEARLY.fits(items).then_some(Length { n: 1, unit: NoticeUnit::Year });
    let monthly = || MONTHLY.fits(items).then_some(Length { n: 1, unit: NoticeUnit::Month });
    said.or_else(yearly).or_else(monthly)
}

/// Reads how long before its end the contract must be given up, or it renews (DOMAIN 2.4).
pub fn read_notice(paper: &Paper) -> Option<Found<Stated>> {
    let renewing: Vec<bool> = paper.sentences.iter().map(|sentence| renews(&sentence.items)).collect();
    let near = |at: usize| renewing[at.saturating_sub(2)..at].iter().any(|renews| *renews);
    surest(paper.sentences.iter().enumerate().filter_map(|(at, sentence)| notice_in(sentence, renewing[at], near(at))))
}

fn notice_in(sentence: &Sentence, renews: bool, is_near: bool) -> Option<Found<Stated>> {
    let items = &sentence.items;
    // "whether or not extended" declines nothing.
    let is_or_not = |at: usize| at > 0 && items[at - 1].is("or");
    let declines = DECLINES.find(items).map(|found| found.range.start).filter(|at| !is_or_not(*at));
    let prevents = PREVENTS.find(items).map(|found| found.range.start).filter(|_| renews);
    let such = || SUCH_NOTICE.find(items).filter(|_| renews || is_near).map(|found| found.held[0]);
    let is_asked_for = EXERCISED.fits(items) && declines.is_none() && prevents.is_none();
    let is_other = items.iter().any(|item| item.word.starts_with("insur"));
    if is_asked_for || is_other {
        return None;
    }
    let (at, confidence) = match (prevents, declines) {
        (Some(from), _) => (notice_length(items, from), if declines.is_some() { 0.95 } else { 0.9 }),
        (None, Some(_)) => (notice_length(items, 0), if renews || is_near { 0.85 } else { 0.7 }),
        (None, None) => (such(), 0.75),
    };
    // A published contract hides the length, or a form leaves it open: the term is there all the same.
    let is_hidden = renews && prevents.is_some() && declines.is_some() && items.iter().any(|item| item.is(HIDDEN));
    match at {
        Some(at) => Some(Found { value: items[at].length().into(), range: range_of(items), confidence }),
        None => is_hidden.then(|| Found { value: Stated::default(), range: range_of(items), confidence: 0.6 }),
    }
}

/// Returns the place of the length that is a notice's, from `from` on, else anywhere: near "prior", "notice", "at
/// least", and not a renewal's period.
fn notice_length(items: &[Item], from: usize) -> Option<usize> {
    let places = || (0..items.len()).filter(|at| items[*at].length().is_some());
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
