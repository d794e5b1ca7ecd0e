//! What the client is offered for the time after the end, as the case shows it: what each says, and where it is taken back.

use super::scene::Scene;
use crate::web::markup::Markup;
use crate::web::portal::offers::{OfferView, alternatives, bridges};
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
    let ends_on = parting.ends_on();
    let bridged = parting.offers.bridges.iter().filter(|one| one.said.is_some());
    let (standing, over): (Vec<_>, Vec<_>) = bridged.partition(|one| one.outlasts(ends_on));
    let standing = standing.iter().map(|one| one.id).zip(bridges(pen.lang, &portal::bridges(parting)));
    let over = over
        .into_iter()
        .filter_map(|one| Some((one.id, OfferView { title: one.said.as_ref()?.scope.clone(), lines: vec![] })));
    let offer = |key: &str, (id, view): (u32, OfferView)| Offer { kind: pen.t(key), view, withdrawal: withdrawal(id) };
    let all = named.map(|one| offer("offer-alternative", one));
    let all = all.chain(standing.map(|one| offer("offer-bridge", one)));
    let all = all.chain(over.map(|one| offer("offer-bridge-over", one)));
    let doors = ["alternative", "bridge"].map(|door| (scene.href(door), pen.t(&format!("go-{door}"))));
    Offers { all: all.collect(), doors: if may_offer { doors.into() } else { vec![] } }
}
