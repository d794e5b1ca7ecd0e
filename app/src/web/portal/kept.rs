//! What we keep after the end, why and until when, as the client reads it: on their page and on paper.

use super::offers::OfferView;
use crate::lang::Lang;
use domain::firm::Firm;
use domain::retention::{Basis, Class, Term, When};
use domain::separation::portal::ClientPage;
use fluent_bundle::FluentValue;

/// Returns each kind of papers with its last day and its ground, as a firm keeps them.
pub fn kept(lang: Lang, page: &ClientPage, firm: &Firm) -> Vec<OfferView> {
    let view = |term: &Term| OfferView {
        title: lang.text(&format!("portal-kept-{}", term.class.word())),
        lines: vec![format!("{} {}", until(lang, term), why(lang, term))],
    };
    page.kept(firm).iter().map(view).collect()
}

fn until(lang: Lang, term: &Term) -> String {
    let key = if term.class == Class::ClientData { "portal-kept-theirs" } else { "portal-kept-until" };
    match term.until {
        Some(until) => lang.say(key, [("day", lang.weekday(until).into())]),
        None => lang.text("portal-kept-open"),
    }
}

/// Says why. A firm's reason for years of its own, and that it is in dispute with a tax authority, are not the client's to read.
fn why(lang: Lang, term: &Term) -> String {
    if term.is_own || term.rule.when == Some(When::Dispute) {
        return lang.text("portal-kept-custom");
    }
    match term.rule.rests_on {
        Basis::Law => {
            let source = lang.either(&term.rule.source_ar, &term.rule.source);
            lang.say("portal-kept-law", [("source", FluentValue::from(source))])
        }
        Basis::Custom => lang.text("portal-kept-custom"),
        Basis::Contract => lang.text("portal-kept-contract"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Language;
    use domain::retention::{Rule, rules};

    #[test]
    fn what_is_the_firms_own_is_not_told() {
        let lang = Lang::plain(Language::English);
        let why = |rule: &'static Rule, is_own| why(lang, &Term { class: rule.class, until: None, rule, is_own });
        let of = |when| rules().iter().find(|rule| rule.rests_on == Basis::Law && rule.when == when).expect("a rule");
        let (law, dispute) = (of(None), of(Some(When::Dispute)));
        assert!(why(law, false).contains(&law.source));
        assert_eq!(why(law, true), lang.text("portal-kept-custom"), "years of its own have a reason of its own");
        assert_eq!(why(dispute, false), lang.text("portal-kept-custom"));
    }
}
