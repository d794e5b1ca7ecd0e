//! Renewal: whether and how a contract goes on after its term.

use super::item::Item;
use super::length::{Length, counts_back};
use super::paper::{Found, Paper, range_of, surest};
use super::pattern::Patterns;
use super::terms::Renewal;
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

/// Tells whether a sentence says that the contract goes on.
pub fn renews(items: &[Item]) -> bool {
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
