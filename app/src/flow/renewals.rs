//! The renewal windows of all contracts: until when a notice stops each, and what is missing where none can be computed.

use crate::store::renewals::{self, Renewing};
use crate::store::viewer::Viewer;
use crate::store::{Db, StoreError};
use domain::days::Day;
use domain::days::calendar::Calendar;
use domain::days::holiday::{Holiday, kept};
use domain::firm::Firm;
use domain::separation::ends::Places;
use domain::separation::renewal::{self, Before, Course, Standing, Window};
use std::collections::HashMap;

/// A contract that renews itself, with the window of one of its terms.
pub struct Line {
    pub of: Renewing,
    pub window: Window,
}

/// What is missing for a window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    Place,
    End,
    /// Its last known term ended, and how long the next is is not known.
    Ended(Day),
    Notice,
    /// The way in which notices are given is confirmed, and not when one so given counts as received.
    Deemed,
    /// No day is early enough.
    Day,
}

/// Returns the windows, the one that closes first first, and the contracts of which something is missing.
pub async fn windows(
    db: &Db,
    viewer: &Viewer,
    firm: &Firm,
    today: Day,
) -> Result<(Vec<Line>, Vec<(Renewing, Lack)>), StoreError> {
    let (mut lines, mut lacking) = (vec![], vec![]);
    let mut holidays = HashMap::new();
    for of in renewals::all(db, viewer).await? {
        match of_contract(&of, firm, today, &mut holidays) {
            Ok(windows) => lines.extend(windows.into_iter().map(|window| Line { of: of.clone(), window })),
            Err(lack) => lacking.push((of, lack)),
        }
    }
    lines.sort_by_key(|line| line.window.last_dispatch);
    Ok((lines, lacking))
}

/// Returns the windows that close soon enough to call them to mind, the one that closes first first.
pub async fn closing(db: &Db, viewer: &Viewer, firm: &Firm, today: Day) -> Result<Vec<Line>, StoreError> {
    let (lines, _) = windows(db, viewer, firm, today).await?;
    let is_closing = |line: &Line| matches!(line.window.standing(today), Standing::Closing(_) | Standing::Late(_));
    Ok(lines.into_iter().filter(is_closing).collect())
}

/// Returns the window of the running term and, once that has closed, the next that is open.
fn of_contract(
    of: &Renewing,
    firm: &Firm,
    today: Day,
    holidays: &mut HashMap<String, Vec<Holiday>>,
) -> Result<Vec<Window>, Lack> {
    let ours = firm.calendar().ok_or(Lack::Place)?;
    let ends_on = of.ends_on.ok_or(Lack::End)?;
    let course = Course { ends_on, renews_for: of.renews_for };
    if course.running_ends_on(today).is_none() {
        return Err(Lack::Ended(ends_on));
    }
    let least = renewal::length(of.notice_length, of.notice_unit).ok_or(Lack::Notice)?;
    let before = Before { least, most: of.earliest };
    if of.service.deemed.is_none() {
        return Err(Lack::Deemed);
    }
    // A client whose place is not known, or has no calendar, rests when we do.
    let theirs = of.country.as_deref().and_then(Calendar::of).unwrap_or_else(|| ours.clone());
    for place in [&ours.place, &theirs.place] {
        holidays.entry(place.clone()).or_insert_with(|| kept(place, &firm.own_days));
    }
    let mut off: Vec<&[Holiday]> = vec![&holidays[&ours.place]];
    if theirs.place != ours.place {
        off.push(&holidays[&theirs.place]);
    }
    let places = Places { from: &ours, to: &theirs, holidays: &off };
    let windows = || course.windows(before, of.service, &places, today);
    let running = windows().next().ok_or(Lack::Day)?;
    let is_open = |window: &Window| window.standing(today) != Standing::Missed;
    let next = if is_open(&running) { None } else { windows().find(is_open) };
    Ok(std::iter::once(running).chain(next).collect())
}
