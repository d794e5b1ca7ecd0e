//! Whose right it is: either party's, ours (whoever provides the services), or the client's.

use super::item::Item;
use super::paper::Paper;
use super::pattern::Patterns;
use super::terms::By;
use std::sync::LazyLock;

static EITHER: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::of(&[
        "either|both|any|each|one|a|all ?of ?the party|parties",
        "either of",
        "either ~8 or",
        "by the parties",
        "أي|أحد|كل|كلا ?من ?هذا طرف*|طرفين",
        "طرفين",
    ])
});

/// Names that contracts give to whoever provides.
static US: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::of(&[
        "provider|supplier|contractor|consultant|vendor|agency|licensor|seller|developer|manufacturer|freelancer|\
         agent|franchisor|adviser|advisor|operator",
        "مزود|مقدم|مورد|مقاول|مستشار|استشاري|بائع|وكالة|مكتب|مصمم|مطور",
    ])
});

/// Names that contracts give to whoever is served.
static CLIENT: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::of(&[
        "client|customer|licensee|buyer|purchaser|owner|principal|subscriber|franchisee",
        "عميل|زبون|مشتري|مشترك|صاحب",
    ])
});

/// The names that Arabic contracts give to their parties, by number.
static NUMBERED: LazyLock<[Patterns; 2]> =
    LazyLock::new(|| [Patterns::of(&["طرف أول|الأول"]), Patterns::of(&["طرف ثاني|الثاني"])]);

/// So many words behind a party's name may say what it is: «الطرف الثاني: شركة النخلة (العميل)».
const ROLE_WITHIN: usize = 25;

/// Reads who holds a right; a party that is only numbered is looked up where the contract names it.
pub fn holder(paper: &Paper, items: &[Item]) -> By {
    let named = by(items);
    let numbered = || NUMBERED.iter().filter(|number| number.fits(items));
    match named {
        By::Unknown if numbered().count() == 1 => numbered().find_map(|number| role(paper, number)).unwrap_or(named),
        named => named,
    }
}

/// Returns what the contract says a numbered party is, at the first place that says it.
fn role(paper: &Paper, number: &Patterns) -> Option<By> {
    paper.sentences.iter().take(OPENING).find_map(|sentence| {
        let from = number.find(&sentence.items)?.range.end;
        let rest = &sentence.items[from..];
        let until = NUMBERED.iter().filter_map(|other| other.find(rest)).map(|found| found.range.start).min();
        let rest = &rest[..until.unwrap_or(ROLE_WITHIN).min(ROLE_WITHIN).min(rest.len())];
        Some(by(rest)).filter(|by| matches!(by, By::Us | By::Client))
    })
}

/// The parties stand within so many sentences.
const OPENING: usize = 30;

/// Reads who holds a right from the words that give it; the name nearest to the right's end counts.
fn by(items: &[Item]) -> By {
    if EITHER.fits(items) {
        return By::Either;
    }
    let last = |patterns: &Patterns| patterns.all(items).into_iter().map(|found| found.range.start).max();
    match (last(&US), last(&CLIENT)) {
        (Some(us), Some(client)) if us > client => By::Us,
        (_, Some(_)) => By::Client,
        (Some(_), None) => By::Us,
        (None, None) => By::Unknown,
    }
}
