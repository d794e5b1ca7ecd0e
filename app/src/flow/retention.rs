//! Until when the papers of an ended relationship are kept, and what keeps them longer.

use super::cases::{Opened, Place};
use super::legal_holds::Keeping;
use crate::secret::key_folder::Of;
use crate::store::legal_holds::LegalHold;
use crate::store::{Db, StoreError, destructions, merges};
use domain::case::Stage;
use domain::days::Day;
use domain::erasure::Matter;
use domain::firm::Firm;
use domain::retention::{Class, Dates, Term, terms_of};

/// What is kept of a case, and until when; nothing before the file is closed, nor where both took the end back.
pub fn of_case(opened: &Opened, firm: &Firm) -> Option<Vec<Term>> {
    booked_until(opened, firm, None)
}

/// The same of a file that is sealed before it is closed, as far as it is known by then.
pub fn of_sealed(opened: &Opened, firm: &Firm) -> Option<Vec<Term>> {
    let dates = dates(opened).filter(|_| opened.case.stage == Stage::Settlement);
    of_case(opened, firm).or_else(|| Some(terms_of(firm, &dates?)))
}

/// The same where something may have been booked later than the case knows.
pub fn booked_until(opened: &Opened, firm: &Firm, booked_on: Option<Day>) -> Option<Vec<Term>> {
    let last = ended_on(opened)?;
    let dates = Dates { booked_on: booked_on.map_or(last, |on| on.max(last)), ..dates(opened)? };
    Some(terms_of(firm, &dates))
}

/// So many days without a row, and a client has left, though no case says so.
pub const SILENT_DAYS: i32 = 365;

/// Returns the terms of a client who left without a case, from their last rows: none while a case is open, or before a year has
/// passed without a row.
pub async fn of_silent(
    db: &Db,
    (firm, today): (&Firm, Day),
    client: &str,
    cases: &[Opened],
) -> Result<Vec<Term>, StoreError> {
    if cases.iter().any(|opened| !opened.case.stage.is_at_rest()) {
        return Ok(vec![]);
    }
    let (mut last, mut booked_on) = (cases.iter().map(|opened| opened.case.since()).max(), None);
    for spelling in merges::spellings(db, client).await? {
        let days = destructions::last_days(db, &spelling).await?;
        last = last.max(days.worked_on).max(days.booked_on);
        booked_on = booked_on.max(days.booked_on);
    }
    let Some(last) = last.filter(|on| on.plus(SILENT_DAYS) <= today) else { return Ok(vec![]) };
    let dates = Dates { ended_on: last, booked_on: booked_on.unwrap_or(last), learned_on: None };
    Ok(terms_of(firm, &dates).into_iter().filter(lasts).collect())
}

/// Tells whether a term runs also where no case says when it ended.
pub fn lasts(term: &Term) -> bool {
    matches!(term.class, Class::Books | Class::ContractFile)
}

/// Returns the last day that a closed file knows of: of its end, of the settlement, or of its closing.
pub fn ended_on(opened: &Opened) -> Option<Day> {
    let is_closed = matches!(opened.case.stage, Stage::Closed | Stage::Learned);
    dates(opened).filter(|_| is_closed).map(|dates| dates.booked_on)
}

fn dates(opened: &Opened) -> Option<Dates> {
    let (case, parting) = (&opened.case, &opened.case.parting);
    let ended_on = parting.fixed_end()?;
    let booked_on = parting.last_booked_on(ended_on);
    Some(Dates { ended_on, booked_on, learned_on: case.learning.held.as_ref().map(|(on, _)| *on) })
}

/// Tells whether a kind of papers of a case is kept, whatever its term says (DOMAIN 2.15): a hold that stands for the client
/// reaches it, or somebody said that a claim is near and no hold says yet what it keeps.
pub fn is_held(opened: &Opened, holds: &[LegalHold], class: Class) -> bool {
    // A hold on other papers leaves the client's data to what was said of them.
    let is_said = class == Class::ClientData && matches!(opened.case.parting.hold, Some((true, _)));
    is_said || opened.case.awaits_legal_hold() || holds.iter().any(|hold| reaches(opened, hold, class))
}

/// Tells whether a hold of the client reaches a kind of papers of a case.
pub fn reaches(opened: &Opened, hold: &LegalHold, class: Class) -> bool {
    match dates(opened) {
        Some(dates) => hold.reach.keeps_until(class, dates.last()),
        None => hold.reach.keeps(class),
    }
}

/// Tells the same with what any case of the client says: that a claim is near keeps everything until a hold says what.
pub fn is_kept(opened: &Opened, keeping: &Keeping, class: Class) -> bool {
    keeping.is_awaited() || is_held(opened, &keeping.holds, class)
}

/// Tells whether anything of a class is still here, so that there is something to erase; of papers that Khitam never holds nobody
/// can tell.
pub async fn is_here(place: Place<'_>, opened: &Opened, class: Class) -> Result<bool, StoreError> {
    let (client, case) = (opened.key.client.as_str(), opened.key.case.as_str());
    let words = Of::Case { client, case };
    let key = match class {
        Class::ContractFile => Some(words),
        // While the words of a case stand its papers go with them.
        Class::Books if place.keys.standing(words)?.is_some() => None,
        Class::Books => Some(Of::Papers { client, case }),
        Class::OwnPart => Some(Of::OwnPart { client, case }),
        Class::ClientData => return Ok(opened.case.parting.holds_theirs()),
        Class::DueDiligence => return Ok(true),
        Class::SignData | Class::Incident => None,
    };
    if let Some(key) = key
        && place.keys.standing(key)?.is_some()
    {
        return Ok(true);
    }
    has_rows(place.db, client, class).await
}

/// Tells whether there is a row of a class, under any of a client's spellings.
pub async fn has_rows(db: &Db, client: &str, class: Class) -> Result<bool, StoreError> {
    let of_class = Matter::ALL.iter().filter(|matter| matter.class() == class);
    let tables: Vec<&str> = of_class.flat_map(|matter| matter.tables()).copied().collect();
    for spelling in merges::spellings(db, client).await? {
        if destructions::has_rows(db, &spelling, &tables).await? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Returns the terms that have passed on a day; of what is kept none has.
pub fn due<'t>(opened: &Opened, keeping: &Keeping, terms: &'t [Term], on: Day) -> Vec<&'t Term> {
    terms.iter().filter(|term| !is_kept(opened, keeping, term.class) && term.is_due(on)).collect()
}
