//! Contracts that renew themselves: until when a notice stops the next term (DOMAIN 2.4, point 8).

use super::notice::{Calendars, Deemed, Length, Place, Terms, compute};
use crate::days::Day;
use crate::days::holiday::Holiday;
use crate::record::NoticeUnit;

/// So many days before a window closes it is called to mind.
pub const ALERT_DAYS: [i32; 4] = [120, 90, 60, 30];

/// The last days on which a notice stops a renewal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// The last day of the running term.
    pub ends_on: Day,
    pub last_receipt: Day,
    pub last_dispatch: Day,
    pub last_safe: Day,
}

/// Holidays so long before the notice may still matter, for receipt, dispatch and the safe days.
const BEFORE_DAYS: i32 = 90;

/// How a window stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// No alert is due yet.
    Open,
    /// The window closes within so many days, counted to the last lawful dispatch.
    Closing(i32),
    /// The safe day is past, the lawful one is not.
    Late(i32),
    /// The term renews.
    Missed,
}

impl Window {
    /// Returns the window of a term, for a notice by e-mail from one place to another with their holidays; `None` if no
    /// day is early enough.
    pub fn of(ends_on: Day, notice: Length, from: &Place, to: &Place, holidays: &[&[Holiday]]) -> Option<Window> {
        let first = ends_on.plus(-(days_of(notice) + BEFORE_DAYS));
        let near = |holiday: &&Holiday| first <= holiday.on && holiday.on <= ends_on.plus(1);
        let holidays = holidays.iter().copied().flatten().filter(near).cloned().collect();
        let noon = ends_on.date().at(12, 0, 0, 0);
        let ends = [from, to].map(Place::clone);
        let found = compute(&Terms {
            deemed_by_default: true,
            calendars: Calendars::Both,
            term_ends_on: Some(ends_on),
            not_less_than_before_end: Some(notice),
            holidays,
            packs: true,
            ..Terms::plain(noon, ends, Deemed::NextBusinessDay, notice)
        });
        Some(Window {
            ends_on,
            last_receipt: found.last_lawful_receipt?,
            last_dispatch: found.last_lawful_dispatch?,
            last_safe: found.last_safe_dispatch?,
        })
    }

    /// Returns how the window stands on a day.
    pub fn standing(&self, on: Day) -> Standing {
        let left = self.last_dispatch.since(on);
        if left < 0 {
            Standing::Missed
        } else if on > self.last_safe {
            Standing::Late(left)
        } else if left <= ALERT_DAYS[0] {
            Standing::Closing(left)
        } else {
            Standing::Open
        }
    }
}

/// Returns how many calendar days a length takes at most, long weekends and feasts included.
fn days_of(length: Length) -> i32 {
    let days = match length.unit {
        NoticeUnit::Day => 1,
        NoticeUnit::BusinessDay => 3,
        NoticeUnit::Week => 7,
        NoticeUnit::Month | NoticeUnit::HijriMonth => 31,
        NoticeUnit::Year => 366,
    };
    i32::from(length.count) * days
}

/// Returns a contract's notice, if it states one that can be counted.
pub fn length(count: Option<i64>, unit: Option<NoticeUnit>) -> Option<Length> {
    let count = u16::try_from(count?).ok().filter(|count| *count > 0)?;
    Some(Length { count, unit: unit? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::days::holiday::kept;

    fn day(iso: &str) -> Day {
        Day::from_iso(iso).expect("a day")
    }

    fn place(code: &str) -> Place {
        Place::of(code).expect("a known place")
    }

    #[test]
    fn a_window_closes_before_the_term_ends() {
        // From Riyadh to London, thirty days before 19 January 2027: Sunday 20 December, so received by Friday 18, which
        // is no business day in Riyadh; sent on Thursday 17, it is received on the 18th.
        let notice = length(Some(30), Some(NoticeUnit::Day)).expect("a length");
        let holidays = [kept("SA", &[]), kept("GB", &[])];
        let holidays = holidays.each_ref().map(Vec::as_slice);
        let window = Window::of(day("2027-01-19"), notice, &place("SA"), &place("GB"), &holidays).expect("a window");
        let days = [window.last_receipt, window.last_dispatch, window.last_safe];
        assert_eq!(days, ["2026-12-18", "2026-12-17", "2026-12-10"].map(day));
        for (on, standing) in [
            ("2026-08-18", Standing::Open),
            ("2026-08-19", Standing::Closing(120)),
            ("2026-12-10", Standing::Closing(7)),
            ("2026-12-11", Standing::Late(6)),
            ("2026-12-17", Standing::Late(0)),
            ("2026-12-18", Standing::Missed),
        ] {
            assert_eq!(window.standing(day(on)), standing, "{on}");
        }
    }

    #[test]
    fn a_notice_that_cannot_be_counted_is_none() {
        assert_eq!(length(Some(0), Some(NoticeUnit::Day)), None);
        assert_eq!(length(Some(60), None), None);
        assert_eq!(length(None, Some(NoticeUnit::Month)), None);
    }
}
