//! What was promised for a day, and whose day has come: a deferral, an improvement of ours.

use super::stage::Stage;
use super::state::Case;
use crate::days::Day;
use crate::word::words;

words! {
    /// What is due.
    What {
        /// The review was put off until a missing fact is there.
        Deferral = "deferral",
        /// What we agreed to do better.
        Improvement = "improvement",
    }
}

/// Something whose day has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    pub what: What,
    pub on: Day,
    /// Whose it is, where it is one person's.
    pub owner: Option<String>,
}

/// Returns what is due in a case on a day, the oldest first. The review date of a kept client is no part of it: on that
/// day the case opens by itself.
pub fn due(case: &Case, today: Day) -> Vec<Due> {
    if case.stage == Stage::Withdrawn {
        return vec![];
    }
    let deferred = case.rounds.deferred_until.filter(|_| case.stage == Stage::Review);
    let deferral = deferred.map(|on| Due { what: What::Deferral, on, owner: None });
    let open = case.rounds.improvements.iter().filter(|(_, _, done)| !done);
    let improvements =
        open.map(|(one, ..)| Due { what: What::Improvement, on: one.due_on, owner: Some(one.owner.clone()) });
    let mut due: Vec<Due> = improvements.chain(deferral).filter(|due| due.on <= today).collect();
    due.sort_by_key(|due| due.on);
    due
}
