//! Trust: whether good work is acknowledged, how the client deals with us, and what that does to our people.

mod acknowledgement;
mod doubts;
mod escalations;
mod hours;
mod interference;
mod pulse;
mod recurrence;
mod replies;
mod satisfaction;

pub use pulse::usual_pulse;
pub use recurrence::unfounded_disputes;
pub use replies::their_waits;

use super::{Against, Code, Detect, Measured, Scene};

const DETECTORS: [(Code, Detect); 9] = [
    (Code::R1, acknowledgement::detect),
    (Code::R2, interference::detect),
    (Code::R3, doubts::detect),
    (Code::R4, escalations::detect),
    (Code::R5, recurrence::detect),
    (Code::R6, replies::detect),
    (Code::R7, hours::detect),
    (Code::R10, pulse::detect),
    (Code::R11, satisfaction::detect),
];

/// Measures the signs of the family, and adds to the portfolio's rates.
pub fn measure(scene: &Scene, out: &mut Measured) {
    let (escalations, interactions) = escalations::per_interaction(scene);
    out.tally.escalations = escalations;
    out.tally.interactions = interactions;
    out.tally.incidents = scene.history.incidents.len() as u32;
    out.run(scene, &DETECTORS);
    out.tally.interference = out.drafts.iter().find_map(|draft| match draft.against {
        Against::Quartile(index) if draft.code == Code::R2 => Some(index),
        _ => None,
    });
}

/// Tells who was found to be right in complaints: `ours` is the fault where at least half of those judged were upheld.
fn basis(upheld: impl Iterator<Item = Option<bool>>) -> &'static str {
    let (right, judged) = upheld.flatten().fold((0, 0), |(right, judged), up| (right + u32::from(up), judged + 1));
    if judged == 0 {
        "open"
    } else if right * 2 >= judged {
        "ours"
    } else {
        "theirs"
    }
}
