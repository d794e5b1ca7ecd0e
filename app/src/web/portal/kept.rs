//! What we keep after the end, why and until when, as the client reads it: on their page and on paper.

use super::offers::OfferView;
use crate::lang::{Lang, Language};
use domain::retention::{Basis, Class, Term};
use domain::separation::portal::ClientPage;
use fluent_bundle::FluentValue;

/// Returns each kind of papers with its last day and its ground, as a firm of a place keeps them.
pub fn kept(lang: Lang, page: &ClientPage, place: Option<&str>) -> Vec<OfferView> {
    let view = |term: &Term| OfferView {
        title: lang.text(&format!("portal-kept-{}", term.class.word())),
        lines: vec![format!("{} {}", until(lang, term), why(lang, term))],
    };
    page.kept(place).iter().map(view).collect()
}

fn until(lang: Lang, term: &Term) -> String {
    let key = if term.class == Class::ClientData { "portal-kept-theirs" } else { "portal-kept-until" };
    match term.until {
        Some(until) => lang.say(key, [("day", lang.weekday(until).into())]),
        None => lang.text("portal-kept-open"),
    }
}

fn why(lang: Lang, term: &Term) -> String {
    match term.rule.rests_on {
        Basis::Law => {
            let source = match lang.language {
                Language::Arabic => &term.rule.source_ar,
                Language::English => &term.rule.source,
            };
            lang.say("portal-kept-law", [("source", FluentValue::from(source.as_str()))])
        }
        Basis::Custom => lang.text("portal-kept-custom"),
        Basis::Contract => lang.text("portal-kept-contract"),
    }
}
