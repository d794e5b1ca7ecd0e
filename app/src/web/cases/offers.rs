//! What the client is told of the services until the end and offered for the time after it, as the case shows it: what each
//! says, and where it is taken back.

use super::scene::Scene;
use crate::web::markup::Markup;
use crate::web::portal::offers::{OfferView, alternatives, bridges};
use crate::web::portal::services::services;
use domain::case::{Action, Class};
use domain::separation::portal;

/// The offers of a case, and where more are made.
pub struct Offers {
    pub all: Vec<Offer>,
    pub doors: Vec<(String, Markup)>,
}

/// One offer.
pub struct Offer {
    pub kind: Markup,
    pub view: OfferView,
    /// Where it is taken back, for whoever may.
    pub withdrawal: Option<String>,
}

/// Returns what is offered; the client reads it once something was served.
pub fn offers(scene: &Scene) -> Offers {
    let (pen, parting) = (&scene.pen, &scene.case().parting);
    let may = scene.may(Action::Work) && scene.case().stage.is_parting();
    // Where somebody was harmed, nobody else is sent there, and nothing is offered.
    let may_offer = may && scene.case().opening.class == Class::Normal;
    let withdrawal = |id: u32| may.then(|| scene.href(&format!("offer-withdrawal?offer={id}")));
    // The words are those of the client's page, so that both read the same.
    let named = parting.offers.alternatives.iter().filter(|one| one.said.is_some()).map(|one| one.id);
    let named = named.zip(alternatives(pen.lang, &portal::alternatives(parting)));
    let bridged = parting.offers.bridges.iter().filter_map(|one| {
        let key = if parting.outlasts(one) { "offer-bridge" } else { "offer-bridge-over" };
        Some((key, (one.id, bridges(pen.lang, &[portal::bridge(one)?]).pop()?)))
    });
    let told = parting.offers.services.iter().filter_map(|one| {
        let standing = portal::service(parting, one)?;
        Some(("offer-service", (one.id, services(pen.lang, &[standing]).pop()?)))
    });
    let offer =
        |(key, (id, view)): (&str, (u32, OfferView))| Offer { kind: pen.t(key), view, withdrawal: withdrawal(id) };
    let all = told.chain(named.map(|one| ("offer-alternative", one))).chain(bridged).map(offer);
    let doors = [("service-told", may), ("alternative", may_offer), ("bridge", may_offer)].into_iter();
    let doors = doors.filter(|(_, may)| *may).map(|(door, _)| (scene.href(door), pen.t(&format!("go-{door}"))));
    Offers { all: all.collect(), doors: doors.collect() }
}
