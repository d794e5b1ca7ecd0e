//! What we delivered, and how it was received.

use super::kind::{Key, choice, record};
use crate::days::Day;

choice! {
    /// Whose doing a late delivery was.
    LateCause { Us = "us", Client = "client", Other = "other" }
}

record! {
    /// A piece of work with a due day.
    Deliverable in "deliverables", key Key::Given("deliverable"), happened "due_on",
    {
        due_on: Day,
        started_on: Option<Day>,
        delivered_on: Option<Day>,
        late_cause: Option<LateCause>,
        accepted_on: Option<Day>,
        revisions: Option<i64>,
        /// The revision rounds that our own errors caused.
        revisions_ours: Option<i64>,
        /// The revision rounds that the contract includes.
        revisions_agreed: Option<i64>,
        defects: Option<i64>,
        reopened_on: Option<Day>,
        reopened: Option<bool>,
        /// Whether the criteria were changed after approval.
        criteria_changed: Option<bool>,
        acknowledged_on: Option<Day>,
        acknowledged: Option<bool>,
        /// The last date of the file row: from then on its undated facts are known (RULINGS 27).
        known_on: Day,
    }
}
