//! What the client says of us, and how our own people feel.

use super::Text;
use super::kind::{Key, record};
use crate::days::Day;

record! {
    /// A client's rating of our work.
    Feedback in "feedback", key Key::Digest, happened "on_day",
    {
        on_day: Day,
        score: f64,
        /// The best score possible; 5 where nobody says.
        scale: Option<f64>,
        deliverable: Option<Text>,
        /// Whether a complaint was upheld.
        valid: Option<bool>,
        text: Option<Text>,
    }
}

impl Feedback {
    /// Returns the score on a scale of 1 to 5; eleven-point scales (0 to 10) begin at 0, all others at 1.
    pub fn out_of_five(&self) -> f64 {
        let best = self.scale.unwrap_or(5.0);
        let least = if best == 10.0 || best == 100.0 { 0.0 } else { 1.0 };
        if best > least { (1.0 + 4.0 * (self.score - least) / (best - least)).clamp(1.0, 5.0) } else { self.score }
    }
}

record! {
    /// One team member's anonymous answer about working for a client, 1 to 5; shown only from four answers.
    Pulse in "pulse", key Key::Digest, happened "on_day",
    { on_day: Day, score: f64 }
}
