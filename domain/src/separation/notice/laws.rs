//! What must hold of every notice, tried on many.

use super::vectors::{day, place, terms};
use super::*;
use crate::record::NoticeUnit;
use proptest::prelude::*;

const UNITS: [NoticeUnit; 6] = [
    NoticeUnit::Day,
    NoticeUnit::BusinessDay,
    NoticeUnit::Week,
    NoticeUnit::Month,
    NoticeUnit::Year,
    NoticeUnit::HijriMonth,
];

fn any_terms() -> impl Strategy<Value = Terms> {
    let places = prop::sample::select(vec!["SA", "AE", "EG", "GB"]);
    let unit = prop::sample::select(UNITS.to_vec());
    let calendars = prop::sample::select(vec![Calendars::Recipient, Calendars::Sender, Calendars::Both]);
    let start = prop::sample::select(vec![Start::DayAfter, Start::FirstOfNextMonth]);
    let align = prop::sample::select(vec![Align::None, Align::MonthEnd, Align::QuarterEnd, Align::TermAnniversary]);
    let roll = prop::sample::select(vec![Roll::None, Roll::Following, Roll::Preceding, Roll::ModifiedFollowing]);
    let days = (0..1500_i32, 1..8_u16, any::<bool>(), prop::collection::vec((0..900_i32, any::<bool>()), 0..12));
    (places.clone(), places, unit, calendars, start, align, roll, days).prop_map(
        |(from, to, unit, calendars, start, align, roll, (sent, count, clear_days, off))| {
            let sent = day("2025-01-01").plus(sent);
            let holiday = |(at, ours): (i32, bool)| Holiday {
                place: if ours { from } else { to }.into(),
                on: sent.plus(at - 300),
                certainty: Certainty::Fixed,
            };
            Terms {
                from: place(from),
                calendars,
                clear_days,
                start,
                align,
                roll,
                term_starts_on: Some(day("2024-05-31")),
                holidays: off.into_iter().map(holiday).collect(),
                ..terms(&format!("{sent}T10:00"), to, count, unit)
            }
        },
    )
}

/// Returns the terms of a notice that is received on the day.
fn received(terms: &Terms, on: crate::days::Day) -> Terms {
    let sent = Sent { at: format!("{on}T10:00").parse().expect("a time"), received_at: None, written: None };
    Terms { sent, deemed: Deemed::OnReceipt, ..terms.clone() }
}

proptest! {
    #[test]
    fn forward_from_the_last_lawful_receipt_ends_by_the_terms_end(terms in any_terms(), ends in 0..900_i32) {
        let ends = day("2029-01-01").plus(ends);
        let terms = Terms { term_ends_on: Some(ends), ..terms };
        let Some(last) = compute(&terms).last_lawful_receipt else { return Ok(()) };
        let end = compute(&received(&terms, last)).effective_on;
        prop_assert!(end.is_some_and(|end| end <= ends), "{last} {end:?} {ends}");
    }

    #[test]
    fn the_last_lawful_receipt_is_exact_in_days_and_business_days(
        terms in any_terms(), ends in 0..900_i32, business: bool,
    ) {
        let ends = day("2029-01-01").plus(ends);
        let unit = if business { NoticeUnit::BusinessDay } else { NoticeUnit::Day };
        let length = Length { unit, ..terms.length };
        let (start, align, roll) = (Start::DayAfter, Align::None, Roll::None);
        let terms = Terms { length, start, align, roll, term_ends_on: Some(ends), ..terms };
        let last = compute(&terms).last_lawful_receipt.expect("there is one");
        // Every later day on which the recipient receives is too late.
        let off = |on| !compute(&Terms { deemed: Deemed::SameDay { cutoff: None }, ..received(&terms, on) })
            .received_on.eq(&on);
        let next = (1..60).map(|days| last.plus(days)).find(|day| !off(*day)).expect("some day is open");
        let end = |on| compute(&received(&terms, on)).effective_on.expect("within the years");
        prop_assert!(end(last) <= ends && end(next) > ends, "{last} {next} {ends}");
    }

    #[test]
    fn a_longer_period_never_ends_earlier(terms in any_terms(), more in 1..5_u16) {
        let longer = Length { count: terms.length.count + more, ..terms.length };
        let (short, long) = (compute(&terms), compute(&Terms { length: longer, ..terms }));
        prop_assert!(short.effective_on <= long.effective_on);
    }

    #[test]
    fn an_added_holiday_never_ends_it_earlier(terms in any_terms(), at in 0..900_i32, follows: bool, tentative: bool) {
        let roll = if follows { Roll::Following } else { Roll::None };
        let deemed = Deemed::NthBusinessDay(2);
        let terms = Terms { roll, deemed, ..terms };
        let on = crate::days::Day::from(terms.sent.at.date()).plus(at);
        let certainty = if tentative { Certainty::Tentative } else { Certainty::Announced };
        let mut more = terms.clone();
        more.holidays.push(Holiday { place: terms.to.place.clone(), on, certainty });
        prop_assert!(compute(&terms).effective_on <= compute(&more).effective_on);
    }
}
