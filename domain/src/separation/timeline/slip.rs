//! What has slipped: the plan as it was first made, held against the plan as it is now.

use super::{Plan, Step};
use crate::days::Day;
use crate::days::working::Working;

/// A step that ends on another day than was planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slipped {
    pub step: Step,
    pub planned: Day,
    pub now: Day,
    /// Business days; negative if it ends earlier.
    pub days: i32,
}

/// Returns the steps that moved, those that moved the closing first, then by how far.
pub fn slipped(first: &Plan, now: &Plan, working: &Working) -> Vec<Slipped> {
    let moved = now.steps.iter().filter_map(|planned| {
        let before = first.get(planned.step)?;
        let days = working.between(before.end, planned.end);
        let slipped = Slipped { step: planned.step, planned: before.end, now: planned.end, days };
        (before.end != planned.end).then_some((!planned.is_critical(), slipped))
    });
    let mut moved: Vec<(bool, Slipped)> = moved.collect();
    moved.sort_by_key(|(loose, slipped)| (*loose, -slipped.days.abs(), slipped.step));
    moved.into_iter().map(|(_, slipped)| slipped).collect()
}
