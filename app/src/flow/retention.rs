//! Until when the papers of an ended relationship are kept, and what keeps them longer.

use super::cases::Opened;
use domain::case::Stage;
use domain::days::Day;
use domain::firm::Firm;
use domain::retention::{Dates, Term, terms};

/// What is kept of a case, and until when; nothing before the file is closed, nor where both took the end back.
pub fn of_case(opened: &Opened, firm: &Firm) -> Option<Vec<Term>> {
    let (case, parting) = (&opened.case, &opened.case.parting);
    if !matches!(case.stage, Stage::Closed | Stage::Learned) {
        return None;
    }
    let ended_on = parting.effective_on?;
    let settled_on = parting.settlement.map(|(_, on)| on);
    let closed_on = parting.closure.as_ref().map(|closure| closure.on);
    let booked_on = [settled_on, closed_on].into_iter().flatten().chain([ended_on]).max()?;
    let dates = Dates { ended_on, booked_on, learned_on: case.learning.held.as_ref().map(|(on, _)| *on) };
    Some(terms(firm.place.as_deref(), &dates))
}

/// Tells whether a legal hold keeps everything of a case, whatever its terms say (DOMAIN 2.15).
pub fn is_held(opened: &Opened) -> bool {
    matches!(opened.case.parting.hold, Some((true, _)))
}

/// Returns the terms that have passed on a day; under a hold none has.
pub fn due<'t>(opened: &Opened, terms: &'t [Term], on: Day) -> Vec<&'t Term> {
    terms.iter().filter(|term| !is_held(opened) && term.is_due(on)).collect()
}
