//! Delivery: our own quality, and whether scope, revisions, targets and approvals hold still.

mod blocking;
mod capability;
mod goals;
mod quality;
mod reversals;
mod revisions;
mod scope;
mod targets;

use super::{Code, Detect, Measured, Need, Scene};
use crate::record::Deliverable;

pub(super) use goals::{attainment, is_beyond};
pub use quality::{Piece, Quality, pieces, quality};
pub(super) use reversals::is_reversed;
pub use revisions::Rounds;
pub use scope::outside_scope;

const DETECTORS: [(Code, Detect); 8] = [
    (Code::R0, quality::detect),
    (Code::D1, scope::detect),
    (Code::D2, revisions::detect),
    (Code::D3, capability::detect),
    (Code::D4, goals::detect),
    (Code::D5, targets::detect),
    (Code::D6, blocking::detect),
    (Code::D7, reversals::detect),
];

/// Measures our quality and the signs of the family, and adds to the portfolio's rates.
pub fn measure(scene: &Scene, out: &mut Measured) {
    out.quality = quality(scene).ok().map(|quality| quality.value);
    let rounds = revisions::Rounds::of(scene);
    out.tally.rounds = rounds.count;
    out.tally.deliverables = rounds.deliverables;
    let count = |tells: fn(&Deliverable) -> bool| accepted(scene).filter(|d| tells(d)).count() as u32;
    out.tally.accepted = count(|_| true);
    out.tally.acknowledged = count(is_acknowledged);
    out.tally.reopened = count(is_reversed);
    out.run(scene, &DETECTORS);
}

/// Returns the deliverables that the client accepted within the window.
pub(super) fn accepted<'a>(scene: &Scene<'a>) -> impl Iterator<Item = &'a Deliverable> + Clone {
    let (since, on) = (scene.since, scene.on);
    let within = move |d: &&Deliverable| d.accepted_on.is_some_and(|day| since < day && day <= on);
    scene.history.deliverables.iter().filter(within)
}

/// Tells whether the client acknowledged a deliverable in any way.
pub(super) fn is_acknowledged(d: &Deliverable) -> bool {
    d.acknowledged == Some(true) || d.acknowledged_on.is_some()
}

/// Returns what to connect where too few deliverables can be measured.
fn lacking(scene: &Scene) -> Need {
    let deliverables = &scene.history.deliverables;
    if deliverables.is_empty() {
        Need::Deliverables
    } else if deliverables.iter().all(|d| d.delivered_on.is_none()) {
        Need::DeliverableDates
    } else if deliverables.iter().all(|d| d.accepted_on.is_none()) {
        Need::Acceptance
    } else {
        Need::MoreData
    }
}
