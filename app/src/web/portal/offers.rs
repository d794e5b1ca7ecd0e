//! What the client is offered for the time after the end, as they read it: on their page, on paper and in the closing pack.

use crate::lang::Lang;
use domain::separation::portal::{Alternative, Bridge};
use fluent_bundle::FluentValue;

/// An offer: its name, and what is said of it.
pub struct OfferView {
    pub title: String,
    pub lines: Vec<String>,
}

impl OfferView {
    /// Returns it as one line.
    pub fn line(&self) -> String {
        format!("{}: {}", self.title, self.lines.join(" "))
    }
}

/// Returns the others who do such work, each with what we receive for naming them.
pub fn alternatives(lang: Lang, all: &[Alternative]) -> Vec<OfferView> {
    let one = |one: &Alternative| OfferView { title: one.name.clone(), lines: said(lang, one) };
    all.iter().map(one).collect()
}

fn said(lang: Lang, one: &Alternative) -> Vec<String> {
    let fee = match one.fee {
        Some(fee) => lang.say("offer-fee", [("sum", FluentValue::from(lang.money(fee)))]),
        None => lang.text("offer-no-fee"),
    };
    vec![one.fits.clone(), lang.say("offer-reach", [("reach", one.reach.as_str().into())]), fee]
}

/// Returns the services that are offered after the end: until when, how much, for how much, and what they are not.
pub fn bridges(lang: Lang, all: &[Bridge]) -> Vec<OfferView> {
    all.iter().map(|one| OfferView { title: one.scope.clone(), lines: terms(lang, one) }).collect()
}

fn terms(lang: Lang, one: &Bridge) -> Vec<String> {
    let args = [
        ("day", FluentValue::from(lang.weekday(one.terms.until))),
        ("hours", lang.say("letter-hours", [("n", FluentValue::from(f64::from(one.terms.hours_max)))]).into()),
        ("price", lang.money(one.terms.price).into()),
    ];
    let liability = one.terms.liability_max.map(|sum| lang.say("offer-liability", [("sum", lang.money(sum).into())]));
    let prepaid = one.terms.prepaid.then(|| lang.text("offer-prepaid"));
    let first = [Some(lang.say("offer-terms", args)), prepaid, liability];
    let more = [
        lang.say("offer-excluded", [("excluded", one.excluded.as_str().into())]),
        lang.say("offer-turn-to", [("who", one.turn_to.as_str().into())]),
    ];
    first.into_iter().flatten().chain(more).collect()
}
