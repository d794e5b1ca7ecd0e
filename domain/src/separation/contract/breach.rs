//! Termination for breach, and how long the other side has to mend it.

use super::paper::{Found, Paper, range_of, surest};
use super::pattern::Patterns;
use super::terms::Breach;
use std::sync::LazyLock;

static ENDS: LazyLock<Patterns> =
    LazyLock::new(|| Patterns::of(&["terminat*|cancel*|rescind*", "إنهاء*|فسخ*|إلغاء*|ينهي|يفسخ|مفسوخ*"]));

static BREACH: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::of(&[
        "breach*|default*|violat*|noncompliance",
        "fail* ~3 to ~3 perform|comply|pay|make|observe|cure|fulfill|fulfil",
        "materially|material ~3 fail*",
        "إخلال|أخل|أخلت|يخل|تخل|إخلالا|مخالفة|خالف|تقصير",
        "عدم وفاء|التزام|تنفيذ|سداد",
    ])
});

static CURE: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::of(&[
        "cure*|curing|remed*|rectif*|correct* ~25 within ~6 <length>",
        "cure*|remed*|rectif*|correct* ~25 <length>",
        "<length> ~25 cure*|remed*|rectif*|correct*",
        "breach*|default*|fail* ~25 within|for ~6 <length>",
        "يعالج|علاج|معالجة|تصحيح|يصحح|إصلاح|تدارك|يتدارك|إزالة ~14 خلال ~4 <length>",
        "خلال ~2 <length> ~12 يعالج|علاج|معالجة|تصحيح|إصلاح|تدارك",
        "إخلال|أخل ~12 خلال|مهلة ~4 <length>",
    ])
});

/// Reads the right to end after a breach (DOMAIN 2.7), with the days to mend it where the clause gives any.
pub fn read(paper: &Paper) -> Option<Found<Breach>> {
    surest(paper.sentences.iter().filter_map(|sentence| {
        let items = &sentence.items;
        (ENDS.fits(items) && BREACH.fits(items)).then_some(())?;
        let cure = CURE.find(items).and_then(|found| items[found.held[0]].length());
        let says_may =
            items.iter().any(|item| ["may", "right", "entitled", "يحق", "يجوز", "حق"].contains(&item.word.as_str()));
        let confidence = match (cure.is_some(), says_may) {
            (true, true) => 0.9,
            (true, false) => 0.75,
            (false, true) => 0.7,
            (false, false) => 0.4,
        };
        let value = Breach { cure_length: cure.map(|cure| cure.n), cure_unit: cure.map(|cure| cure.unit) };
        (confidence >= 0.5).then(|| Found { value, range: range_of(items), confidence })
    }))
}
