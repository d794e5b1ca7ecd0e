//! Whose right it is: either party's, ours (whoever provides the services), or the client's.

use super::item::Item;
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
        "provider|supplier|contractor|consultant|vendor|agency|licensor|seller|developer|manufacturer|freelancer|agent|franchisor|adviser|advisor|operator",
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

/// Reads who holds a right from the words that give it; the name nearest to the right's end counts.
pub fn by(items: &[Item]) -> By {
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
