//! How long after the invoice a payment is due.

use super::paper::{Found, Paper, range_of, surest};
use super::pattern::Patterns;
use super::terms::Stated;
use std::sync::LazyLock;

static DUE: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::of(&[
        "pay*|paid|due|remit*|settle* ~16 within ~4 <length> ~10 invoice*|receipt|billing|statement",
        "invoice*|bill|bills|fees|statement ~20 pay*|paid|due|remit*|settled ~10 <length>",
        "within ~4 <length> ~10 invoice* ~20 pay*|remit*",
        "net <length>",
        "payment terms|term ~8 <length>",
        "<length> ~3 net",
        "تسدد|يسدد|سداد|تدفع|يدفع|دفع|تستحق|مستحقة ~12 خلال|بعد ~3 <length>",
        "فاتورة|فواتير ~14 خلال|بعد ~3 <length>",
    ])
});

static OTHER: LazyLock<Patterns> =
    LazyLock::new(|| Patterns::of(&["late|overdue|interest|dispute*|terminat*|audit*|refund*|اعتراض|تأخير|فائدة"]));

/// Reads the payment term of the firm's invoices; a clause on lateness, refunds or disputes counts less.
pub fn read(paper: &Paper) -> Option<Found<Stated>> {
    surest(paper.sentences.iter().filter_map(|sentence| {
        let items = &sentence.items;
        let length = DUE.find(items).and_then(|found| items[found.held[0]].length())?;
        let names_invoice = items.iter().any(|item| {
            item.word.starts_with("invoice") || item.word.contains("فاتور") || item.word.contains("فواتير")
        });
        let confidence = if names_invoice { 0.85 } else { 0.6 } - if OTHER.fits(items) { 0.2 } else { 0.0 };
        Some(Found { value: Some(length).into(), range: range_of(items), confidence })
    }))
}
