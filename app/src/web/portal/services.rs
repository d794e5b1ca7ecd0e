//! How the services stand until the end, as the client reads it: on their page and on paper.

use super::offers::OfferView;
use crate::lang::Lang;
use domain::separation::portal::{ClientPage, Service, Standing};
use fluent_bundle::FluentValue;

/// Returns each service with how it stands.
pub fn services(lang: Lang, all: &[Service]) -> Vec<OfferView> {
    all.iter().map(|one| OfferView { title: one.service.clone(), lines: vec![standing(lang, &one.standing)] }).collect()
}

fn standing(lang: Lang, standing: &Standing) -> String {
    match standing {
        Standing::Until(Some(until)) => lang.say("portal-service-until", [("day", lang.weekday(*until).into())]),
        Standing::Until(None) => lang.text("portal-service-to-the-end"),
        Standing::GoesOn => lang.text("portal-service-goes-on"),
        Standing::Paused { returns } => {
            lang.say("portal-service-paused", [("returns", FluentValue::from(returns.clone()))])
        }
    }
}

/// Says that services rest, since when, and what brings them back.
pub fn pause(lang: Lang, page: &ClientPage) -> Option<String> {
    Some(lang.say("portal-pause", [("day", lang.weekday(page.pause?.since).into())]))
}

/// Says how we work until the end: as before, unless some services rest or stop earlier.
pub fn course(lang: Lang, page: &ClientPage) -> String {
    lang.text(match (page.pause, page.services.is_empty()) {
        (Some(_), _) => "portal-course-paused",
        (None, false) => "portal-course-told",
        (None, true) => "portal-course-before",
    })
}
