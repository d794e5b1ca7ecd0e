//! Terms that are only there or not: what is owed after the end, a cap on liability, staff not solicited, no ill word.

use super::item::Item;
use super::paper::{Found, Paper, range_of, surest};
use super::pattern::Patterns;
use super::terms::Plain;
use std::sync::LazyLock;

static AFTER_END: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::of(&[
        "upon|after|following|for|on|of ~8 termination|expiration|expiry|terminated|expires ~60 shall|will|may|\
         agrees ~20 assist*|transition*|cooperat*|transfer*|continue|sell|deliver|provide|return|wind|support|\
         complete",
        "transition* ~3 services|assistance|period|plan",
        "wind down|up",
        "sell off",
        "shall|will|may ~12 continue ~6 sell|provide|use|perform|distribute|pay ~30 after|following ~8 termination|\
         expiration",
        "بعد|عند|إثر ~3 إنهاء|انتهاء|إنهائه|انتهائه ~20 تسليم|يسلم|نقل|استمرار|يستمر|تعاون|يلتزم|دعم",
    ])
});

static CAP: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::of(&[
        "liab* ~40 not ~6 exceed*|greater|more",
        "liab* ~20 limited to",
        "not|neither|no|nor ~14 liable ~10 more|excess|greater",
        "liab* ~30 exceed* ~12 amount*|fees|sum*|dollar*|total|price|paid",
        "exceed* ~30 liab*",
        "maximum ~4 liab*",
        "limit* ~6 liab* ~20 amount*|to",
        "damages ~30 not ~4 exceed*|greater",
        "claim*|action* ~12 within|more|later ~6 <length> ~12 cause|accru*|arose|occur*|claim*",
        "مسؤولية ~14 تتجاوز|يتجاوز|تزيد|يزيد",
        "تتجاوز|يتجاوز|تزيد|يزيد ~4 مسؤولية",
        "حد أقصى ~6 مسؤولية|تعويض",
        "تعويض ~10 يتجاوز|تتجاوز|يزيد",
    ])
});

/// Kinds of damage for which nobody is liable.
static EXCLUDED: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::of(&[
        "not|neither|no|nor|none ~25 liable|liability|responsible ~40 consequential|indirect|special|incidental|\
         punitive",
        "waive* ~25 consequential|indirect|special|incidental|punitive ~8 damages|losses",
        "لا ~4 مسؤول*|يسأل|تسأل ~14 غير مباشرة|تبعية",
    ])
});

static SOLICIT: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::of(&[
        "not|nor|neither|refrain|without ~30 solicit*|recruit*|entice|induce|hire|engage ~20 employee|employees|\
         personnel|staff|employed ~20 of|by ~4 other|party|company|client|customer|either|group",
        "not|nor|neither|refrain ~30 solicit*|entice|induce ~12 employee*|personnel|staff ~30 leave|terminate|employ",
        "not|nor|neither|refrain ~30 employ ~8 employee|employees|person ~4 of|employed",
        "not|nor|refrain ~12 solicit|entice|poach ~6 employee*|personnel|staff",
        "non solicit* ~20 employee*|personnel|staff",
        "employee*|personnel|staff ~25 not ~12 solicited|hired|recruited",
        "عدم|يمتنع|يجوز|يحق ~8 استقطاب|توظيف|تعيين|استخدام|إغراء ~8 موظف*|عاملين|موظفي|كوادر",
    ])
});
/// A solicitation of staff, not the hiring of a subcontractor or an agent's lack of power.
static SOLICIT_WORD: LazyLock<Patterns> =
    LazyLock::new(|| Patterns::of(&["solicit*|hire|recruit*|entice|poach|induce|employ|استقطاب|توظيف|تعيين|إغراء"]));

static DISPARAGE: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::of(&[
        "not|nor|neither|refrain|no|never|without ~25 disparag*|denigrat*",
        "not|nor|neither|refrain|no|never ~12 make|publish|say|issue|statement* ~12 defam*|derogat*|negative",
        "not|nor|neither|refrain|never ~20 tarnish*|disrepute|belittl*",
        "not|nor|neither|refrain|never|avoid ~20 harm*|injur*|damag*|jeopardiz*|jeopardis*|detriment*|prejudic* ~8 \
         reputation|image",
        "conduct|action|acts|act|comment*|statement* ~12 injurious|harmful|detrimental|prejudicial|disparaging ~8 \
         reputation|goodwill|company|business|image",
        "speak|speaks ill of",
        "non ?or disparage*|disparagement",
        "nondisparag*",
        "disparag* ~30 prohibited|not",
        "عدم|يمتنع|تمتنع|لا ~8 إساءة|تشهير|يسيء|تسيء|ذم|قدح|انتقاص|يمس|تمس|مساس ~6 سمعة|طرف*|منسوبي*|شركة|مؤسسة|عميل",
        "عدم|يمتنع|لا ~6 إساءة|تشهير|يسيء|تسيء|ذم|قدح|انتقاص",
    ])
});

/// Reads whether anything is owed after the end (DOMAIN 2.19).
pub fn read_after_end(paper: &Paper) -> Option<Found<Plain>> {
    plain(paper, |items| AFTER_END.fits(items), 0.6)
}

/// Reads whether liability is capped; where only kinds of damage are excluded, less surely.
pub fn read_cap(paper: &Paper) -> Option<Found<Plain>> {
    plain(paper, |items| CAP.fits(items), 0.8).or_else(|| plain(paper, |items| EXCLUDED.fits(items), 0.6))
}

/// Reads whether staff may not be solicited.
pub fn read_solicit(paper: &Paper) -> Option<Found<Plain>> {
    plain(paper, |items| SOLICIT.fits(items) && SOLICIT_WORD.fits(items), 0.8)
}

/// Reads whether the parties may not speak ill of each other (DOMAIN 2.12).
pub fn read_disparage(paper: &Paper) -> Option<Found<Plain>> {
    plain(paper, |items| DISPARAGE.fits(items), 0.8)
}

fn plain(paper: &Paper, fits: impl Fn(&[Item]) -> bool, confidence: f64) -> Option<Found<Plain>> {
    let found = paper.sentences.iter().filter(|sentence| fits(&sentence.items));
    surest(found.map(|sentence| Found { value: Plain {}, range: range_of(&sentence.items), confidence }))
}
