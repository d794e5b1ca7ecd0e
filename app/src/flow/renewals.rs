//! The renewal windows of all contracts: until when a notice stops each, and what is missing where none can be computed.

use crate::store::renewals::{self, Renewing};
use crate::store::viewer::Viewer;
use crate::store::{Db, StoreError};
use domain::days::Day;
use domain::days::calendar::Calendar;
use domain::days::holiday::{Holiday, kept};
use domain::firm::Firm;
use domain::separation::renewal::{self, Standing, Window};
use std::collections::HashMap;

/// A contract that renews itself, with its window.
pub struct Line {
    pub of: Renewing,
    pub window: Window,
}

/// What is missing for a window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    Place,
    End,
    Ended(Day),
    Notice,
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
        match window(&of, firm, today, &mut holidays) {
            Ok(window) => lines.push(Line { of, window }),
            Err(lack) => lacking.push((of, lack)),
        }
    }
    lines.sort_by_key(|line| line.window.last_dispatch);
    Ok((lines, lacking))
}

/// Returns the window that closes next, if that is soon enough to call it to mind.
pub async fn next(db: &Db, viewer: &Viewer, firm: &Firm, today: Day) -> Result<Option<Line>, StoreError> {
    let (lines, _) = windows(db, viewer, firm, today).await?;
    let open = lines.into_iter().find(|line| line.window.standing(today) != Standing::Missed);
    Ok(open.filter(|line| line.window.standing(today) != Standing::Open))
}

fn window(
    of: &Renewing,
    firm: &Firm,
    today: Day,
    holidays: &mut HashMap<String, Vec<Holiday>>,
) -> Result<Window, Lack> {
    let ours = firm.calendar().ok_or(Lack::Place)?;
    let ends_on = of.ends_on.ok_or(Lack::End)?;
    if ends_on < today {
        return Err(Lack::Ended(ends_on));
    }
    let notice = renewal::length(of.notice_length, of.notice_unit).ok_or(Lack::Notice)?;
    // A client whose place is not known, or has no calendar, rests when we do.
    let theirs = of.country.as_deref().and_then(Calendar::of).unwrap_or_else(|| ours.clone());
    for place in [&ours.place, &theirs.place] {
        holidays.entry(place.clone()).or_insert_with(|| kept(place, &firm.own_days));
    }
    let mut off: Vec<&[Holiday]> = vec![&holidays[&ours.place]];
    if theirs.place != ours.place {
        off.push(&holidays[&theirs.place]);
    }
    Window::of(ends_on, notice, &ours, &theirs, &off).ok_or(Lack::Day)
}
