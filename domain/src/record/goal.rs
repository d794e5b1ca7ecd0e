//! Targets that the client set or that were agreed.

use super::Text;
use super::kind::{Key, choice, record};
use crate::days::Day;

choice! {
    /// Whether more or less is better.
    Direction { Up = "up", Down = "down" }
}

record! {
    /// A target for a period, and what was reached.
    Goal in "goals", key Key::Columns(&["goal", "period_end"]), happened "period_end",
    {
        goal: Text,
        period_end: Day,
        target: f64,
        actual: Option<f64>,
        direction: Option<Direction>,
        weight: Option<f64>,
        cause: Option<Text>,
        /// Whether we advised in writing that the target was out of reach.
        advised: Option<bool>,
    }
}
