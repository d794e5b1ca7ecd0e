//! Contracts that renew themselves: until when a notice stops the next term (DOMAIN 2.4, point 8).

use super::contract::Length as Span;
use super::ends::Places;
use super::notice::{Length, Place, Terms, compute};
use super::service::Service;
use crate::days::Day;
use crate::days::holiday::Holiday;
use crate::record::NoticeUnit;

/// So many days before a window closes it is called to mind.
pub const ALERT_DAYS: [i32; 4] = [120, 90, 60, 30];

/// How long before the end of a term the notice against the next must come: at the latest, and at the earliest where the
/// contract says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Before {
    pub least: Length,
    pub most: Option<Length>,
}

/// The days on which a notice stops a renewal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// The last day of the running term.
    pub ends_on: Day,
    /// A notice that is sent before this day comes too early; `None` where none does.
    pub first_dispatch: Option<Day>,
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
    /// Returns the window of a term for a notice that is served so; `None` if no day is early enough, or it is not
    /// known when such a notice counts as received.
    pub fn of(ends_on: Day, before: Before, service: Service, places: &Places) -> Option<Window> {
        let Before { least, most } = before;
        let longest = most.map_or(0, days_of).max(days_of(least));
        let first = ends_on.plus(-(longest + BEFORE_DAYS));
        let near = |holiday: &&Holiday| first <= holiday.on && holiday.on <= ends_on.plus(1);
        let holidays = places.holidays.iter().copied().flatten().filter(near).cloned().collect();
        let noon = ends_on.date().at(12, 0, 0, 0);
        let ends = [places.from, places.to].map(Place::clone);
        let found = compute(&Terms {
            deemed_by_default: service.deemed_by_default,
            term_ends_on: Some(ends_on),
            not_less_than_before_end: Some(least),
            not_more_than_before_end: most,
            holidays,
            packs: true,
            ..Terms::plain(noon, ends, service.deemed?, least)
        });
        Some(Window {
            ends_on,
            first_dispatch: found.first_lawful_dispatch,
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

/// The terms of a contract that renews itself: where the first ends, and how long each that follows it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Course {
    pub ends_on: Day,
    pub renews_for: Option<Span>,
}

/// More terms than any contract has come to.
const TERMS_MAX: u32 = 2_000;

impl Course {
    /// Returns the windows of the terms that have not ended before a day, the running one's first; none where it is not
    /// known how long the running term is.
    pub fn windows(self, before: Before, service: Service, places: &Places, on: Day) -> impl Iterator<Item = Window> {
        let window = move |ends_on| Window::of(ends_on, before, service, places);
        self.ends_from(on).filter_map(window)
    }

    /// Returns when the term that runs on a day ends, if that is known.
    pub fn running_ends_on(self, on: Day) -> Option<Day> {
        self.ends_from(on).next()
    }

    /// Returns when the terms end that have not ended before a day, the running one's first, as far as that is known.
    pub fn ends_from(self, on: Day) -> impl Iterator<Item = Day> {
        (0..TERMS_MAX).map_while(move |term| self.end_of(term)).filter(move |ends_on| *ends_on >= on)
    }

    fn end_of(self, term: u32) -> Option<Day> {
        match self.renews_for {
            _ if term == 0 => Some(self.ends_on),
            // Counted from the first end each time: 31 January goes on to 28 February and to 31 March.
            Some(span) => Span { n: span.n.checked_mul(term)?, ..span }.after(self.ends_on),
            None => None,
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
    use super::super::notice::{Deemed, Method};
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
        let least = length(Some(30), Some(NoticeUnit::Day)).expect("a length");
        let notice = Before { least, most: None };
        let holidays = [kept("SA", &[]), kept("GB", &[])];
        let holidays = holidays.each_ref().map(Vec::as_slice);
        let (from, to) = (place("SA"), place("GB"));
        let places = Places { from: &from, to: &to, holidays: &holidays };
        let served = |service| Window::of(day("2027-01-19"), notice, service, &places);
        let window = served(Service::default()).expect("a window");
        let days = |window: &Window| [window.last_receipt, window.last_dispatch, window.last_safe];
        assert_eq!(days(&window), ["2026-12-18", "2026-12-17", "2026-12-10"].map(day));
        // By registered post, received on the fourth business day in London: sent on Monday 14 December.
        let post = Service { method: Method::RegisteredPost, deemed: None, deemed_by_default: false };
        let late = Service { deemed: Some(Deemed::NthBusinessDay(4)), ..post };
        let late = served(late).expect("a window");
        assert_eq!(days(&late), ["2026-12-18", "2026-12-14", "2026-12-07"].map(day));
        assert_eq!(served(post), None);
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
    fn a_window_opens_where_the_contract_says_how_early_is_too_early() {
        // Received from Friday 2 October 2026 on, ninety days before the end, which is a day off in Riyadh: from Sunday the
        // fourth on; by e-mail, on the next business day, so sent on Thursday the first.
        let days = |n| length(Some(n), Some(NoticeUnit::Day)).expect("a length");
        let (sa, holidays) = (place("SA"), kept("SA", &[]));
        let places = Places { from: &sa, to: &sa, holidays: &[&holidays] };
        let opens = |most| {
            let before = Before { least: days(30), most };
            Window::of(day("2026-12-31"), before, Service::default(), &places).expect("a window").first_dispatch
        };
        assert_eq!(opens(Some(days(90))), Some(day("2026-10-01")));
        assert_eq!(opens(None), None);
    }

    #[test]
    fn a_contract_that_renewed_goes_on_to_its_running_term() {
        let (least, sa) = (length(Some(60), Some(NoticeUnit::Day)).expect("a length"), place("SA"));
        let notice = Before { least, most: None };
        let places = Places { from: &sa, to: &sa, holidays: &[] };
        let ends = |renews_for: Option<Span>, on: &str| {
            let course = Course { ends_on: day("2024-01-31"), renews_for };
            let windows = course.windows(notice, Service::default(), &places, day(on)).take(2);
            windows.map(|window| window.ends_on).collect::<Vec<_>>()
        };
        let every = |n, unit| Some(Span { n, unit });
        assert_eq!(ends(every(1, NoticeUnit::Year), "2026-11-30"), ["2027-01-31", "2028-01-31"].map(day));
        assert_eq!(ends(every(1, NoticeUnit::Month), "2026-02-01"), ["2026-02-28", "2026-03-31"].map(day));
        // On its last day a term still runs.
        assert_eq!(ends(every(6, NoticeUnit::Month), "2024-01-31")[0], day("2024-01-31"));
        assert!(ends(None, "2024-02-01").is_empty());
    }

    #[test]
    fn a_notice_that_cannot_be_counted_is_none() {
        assert_eq!(length(Some(0), Some(NoticeUnit::Day)), None);
        assert_eq!(length(Some(60), None), None);
        assert_eq!(length(None, Some(NoticeUnit::Month)), None);
    }
}
