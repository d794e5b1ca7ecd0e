//! Guesses of when the holidays fall that wait for an announcement: each feast of each place may come a day earlier or
//! later, whatever the others do (RULINGS 11; DOMAIN 2.4, point 7).

use super::compute::{Guess, Notice, guessed};
use super::places::Off;
use super::terms::{Length, Terms};
use crate::days::Day;
use crate::days::holiday::{Certainty, Holiday};
use crate::record::NoticeUnit;

/// A feast at one place: the days, one after another, on which it is expected.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Feast {
    place: String,
    first: Day,
    last: Day,
}

/// Returns a notice as it is expected first, then under every guess that may make it worst.
pub(super) fn runs(terms: &Terms) -> Vec<Notice> {
    let expected = run(terms, &[], &[]);
    let spans = spans(terms, &expected);
    let feasts: Vec<Feast> = feasts(&terms.holidays).into_iter().filter(|feast| feast.touches(&spans)).collect();
    let later = |a: &Notice, b: &Notice| (a.effective_on, a.received_on) > (b.effective_on, b.received_on);
    let last = |run: &Notice| (run.last_lawful_receipt, run.last_lawful_dispatch, run.last_safe_dispatch);
    let earlier = |a: &Notice, b: &Notice| last(a) < last(b);
    // An end waits for every feast before it, a last day for every feast behind it.
    let forwards = one_by_one(terms, &feasts, &expected, 0..feasts.len(), later);
    let backwards = one_by_one(terms, &feasts, &expected, (0..feasts.len()).rev(), earlier);
    let together = [-1, 1].into_iter().filter(|_| feasts.len() > 1);
    let together = together.map(|shift| run(terms, &feasts, &vec![shift; feasts.len()]));
    let guesses: Vec<Notice> = forwards.into_iter().chain(backwards).chain(together).collect();
    std::iter::once(expected).chain(guesses).collect()
}

/// Moves one feast after another to where the notice is worst, and returns every notice on the way.
fn one_by_one(
    terms: &Terms,
    feasts: &[Feast],
    expected: &Notice,
    order: impl Iterator<Item = usize>,
    is_worse: impl Fn(&Notice, &Notice) -> bool,
) -> Vec<Notice> {
    let (mut shifts, mut worst) = (vec![0; feasts.len()], expected.clone());
    let mut tried = vec![];
    for at in order {
        let mut kept = 0;
        for shift in [-1, 1] {
            shifts[at] = shift;
            let notice = run(terms, feasts, &shifts);
            if is_worse(&notice, &worst) {
                (worst, kept) = (notice.clone(), shift);
            }
            tried.push(notice);
        }
        shifts[at] = kept;
    }
    tried
}

fn run(terms: &Terms, feasts: &[Feast], shifts: &[i32]) -> Notice {
    let shift = |holiday: &Holiday| feasts.iter().position(|feast| feast.holds(holiday)).map_or(0, |at| shifts[at]);
    guessed(&Guess { terms, off: Off::of(&terms.holidays, shift) })
}

/// Returns the feasts that wait for an announcement, the earliest first.
fn feasts(holidays: &[Holiday]) -> Vec<Feast> {
    let tentative = holidays.iter().filter(|holiday| holiday.certainty == Certainty::Tentative);
    let mut days: Vec<(&str, Day)> = tentative.map(|holiday| (holiday.place.as_str(), holiday.on)).collect();
    days.sort_unstable();
    let mut feasts: Vec<Feast> = vec![];
    for (place, on) in days {
        match feasts.last_mut() {
            Some(feast) if feast.place == place && on.since(feast.last) <= 1 => feast.last = on,
            _ => feasts.push(Feast { place: place.to_owned(), first: on, last: on }),
        }
    }
    feasts.sort_by_key(|feast| feast.first);
    feasts
}

impl Feast {
    fn holds(&self, holiday: &Holiday) -> bool {
        let is_of = holiday.certainty == Certainty::Tentative && holiday.place == self.place;
        is_of && (self.first..=self.last).contains(&holiday.on)
    }

    /// Tells whether it lies in one of these spans, or so near that moving it may matter there.
    fn touches(&self, spans: &[(Day, Day)]) -> bool {
        let is_near = |(from, to): &(Day, Day)| self.last.plus(NEAR_DAYS) >= *from && self.first <= to.plus(NEAR_DAYS);
        spans.iter().any(is_near)
    }
}

/// Other feasts that move, and weekends, carry a day no further.
const NEAR_DAYS: i32 = 15;
/// A receipt that slips into another month may carry the end so far.
const MONTH_DAYS: i32 = 31;

/// Returns the stretches of days whose holidays a notice looks at: a length in business days counts all of its own.
fn spans(terms: &Terms, expected: &Notice) -> Vec<(Day, Day)> {
    let counts = |length: Length| length.unit == NoticeUnit::BusinessDay;
    let sent_on = Day::from(terms.sent.at.date());
    let back = terms.not_less_than_before_end.unwrap_or(terms.length);
    let mut spans = vec![(sent_on, expected.received_on)];
    if let Some(end) = expected.effective_on {
        spans.push((if counts(terms.length) { sent_on } else { end }, end.plus(MONTH_DAYS)));
    }
    spans.extend(expected.first_lawful_dispatch.zip(expected.first_lawful_receipt));
    let last = expected.last_safe_dispatch.zip(expected.last_lawful_receipt).zip(terms.term_ends_on);
    if let Some(((safe, receipt), ends)) = last {
        spans.extend([(safe, if counts(back) { ends } else { receipt }), (ends, ends)]);
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::super::compute;
    use super::super::vectors::{day, terms};
    use super::*;
    use crate::days::holiday::kept;

    fn feast(place: &str, first: &str, days: i32) -> impl Iterator<Item = Holiday> {
        let (place, first) = (place.to_owned(), day(first));
        let certainty = Certainty::Tentative;
        (0..days).map(move |days| Holiday { place: place.clone(), on: first.plus(days), certainty })
    }

    #[test]
    fn each_feast_moves_by_itself() {
        // Riyadh, 2027: of Eid al-Fitr (Tuesday to Friday) three business days are lost, a day earlier four; of Eid
        // al-Adha (Saturday to Tuesday) three, a day later four. Sixty business days end on 24 May without feasts.
        let holidays: Vec<Holiday> = feast("SA", "2027-03-09", 4).chain(feast("SA", "2027-05-15", 4)).collect();
        let ends_on = Some(day("2027-06-30"));
        let plain = terms("2027-03-01T10:00", "SA", 60, NoticeUnit::BusinessDay);
        let notice = compute(&Terms { holidays, term_ends_on: ends_on, ..plain.clone() });
        assert_eq!(compute(&plain).effective_on, Some(day("2027-05-24")));
        assert_eq!(notice.effective_on, Some(day("2027-06-03")), "eight business days later");
        assert_eq!(notice.last_lawful_receipt, Some(day("2027-04-01")));
    }

    #[test]
    fn the_same_feast_is_announced_by_each_place() {
        let holidays: Vec<Holiday> = feast("AE", "2026-03-19", 2).chain(feast("SA", "2026-03-19", 1)).collect();
        let found = feasts(&holidays);
        assert_eq!(found.len(), 2);
        assert_eq!(found.iter().map(|feast| feast.last.since(feast.first)).collect::<Vec<_>>(), [1, 0]);
    }

    #[test]
    fn a_short_month_may_have_its_thirtieth_day() {
        // The table gives Ramadan 1448 29 days: in the Emirates Tuesday 9 to Thursday 11 March 2027 are expected off.
        // If the moon is seen a day later, the 9th is the thirtieth of Ramadan, and off as well.
        let holidays = kept("AE", &[]);
        let notice = compute(&Terms { holidays, ..terms("2027-03-08T10:00", "AE", 1, NoticeUnit::BusinessDay) });
        assert_eq!(notice.effective_on, Some(day("2027-03-15")));
    }

    #[test]
    fn feasts_far_from_every_day_are_not_guessed_at() {
        let far: Vec<Holiday> = feast("SA", "2030-03-09", 4).collect();
        let near: Vec<Holiday> = feast("SA", "2026-01-20", 1).collect();
        let with = |holidays| Terms { holidays, ..terms("2026-01-15T10:00", "SA", 5, NoticeUnit::BusinessDay) };
        assert_eq!((runs(&with(far)).len(), runs(&with(near)).len()), (1, 5));
    }
}
