//! The vectors of DOMAIN 6.1 to 6.7 and the rulings, each computed elsewhere.

use super::*;
use crate::days::Day;
use crate::record::NoticeUnit;
use jiff::civil::time;

pub fn day(iso: &str) -> Day {
    Day::from_iso(iso).expect("a day")
}

pub fn place(code: &str) -> Place {
    Place::of(code).expect("a known place")
}

/// Returns a notice that arrives on the day it is sent, between two people of one place.
pub fn terms(sent: &str, at: &str, count: u16, unit: NoticeUnit) -> Terms {
    let sent = sent.parse().expect("a day and a time");
    Terms::plain(sent, [place(at), place(at)], Deemed::OnReceipt, Length { count, unit })
}

#[track_caller]
fn ends(terms: &Terms, iso: &str) {
    assert_eq!(compute(terms).effective_on, Some(day(iso)));
}

#[test]
fn vector_1_days_and_clear_days() {
    let plain = terms("2026-01-15T10:00", "EG", 30, NoticeUnit::Day);
    ends(&plain, "2026-02-14");
    ends(&Terms { clear_days: true, ..plain }, "2026-02-15");
}

#[test]
fn vector_2_business_days_of_one_place_or_two() {
    ends(&terms("2026-01-15T10:00", "EG", 6, NoticeUnit::BusinessDay), "2026-01-25");
    let uae = terms("2026-01-15T10:00", "AE", 6, NoticeUnit::BusinessDay);
    ends(&uae, "2026-01-23");
    ends(&Terms { from: place("EG"), calendars: Calendars::Both, ..uae.clone() }, "2026-01-27");
    ends(&Terms { from: place("EG"), calendars: Calendars::Sender, ..uae }, "2026-01-25");
}

#[test]
fn vector_3_months_by_corresponding_date() {
    for (sent, months, end) in [
        ("2026-01-31", 1, "2026-02-28"),
        ("2028-01-31", 1, "2028-02-29"),
        ("2026-02-28", 1, "2026-03-28"),
        ("2025-11-30", 3, "2026-02-28"),
    ] {
        ends(&terms(&format!("{sent}T10:00"), "EG", months, NoticeUnit::Month), end);
    }
}

#[test]
fn vector_4_after_the_cut_off() {
    let deemed = Deemed::SameDay { cutoff: Some(time(17, 0, 0, 0)) };
    for (at, sent, received) in [
        ("EG", "2026-01-15T17:40", "2026-01-18"),
        ("AE", "2026-01-15T17:40", "2026-01-16"),
        ("EG", "2026-01-15T17:00", "2026-01-18"), // exactly at the cut-off is late
        ("EG", "2026-01-15T16:59", "2026-01-15"),
    ] {
        let notice = compute(&Terms { deemed, ..terms(sent, at, 1, NoticeUnit::Day) });
        assert_eq!(notice.received_on, day(received), "{at} {sent}");
    }
}

#[test]
fn vector_5_backwards_from_the_terms_end() {
    let window = |at, clear_days| Terms {
        term_ends_on: Some(day("2026-12-31")),
        not_less_than_before_end: Some(Length { count: 60, unit: NoticeUnit::Day }),
        deemed: Deemed::NthBusinessDay(2),
        clear_days,
        ..terms("2026-01-15T10:00", at, 60, NoticeUnit::Day)
    };
    assert_eq!(compute(&window("EG", false)).last_lawful_receipt, Some(day("2026-11-01")));
    for (at, receipt, dispatch, safe) in
        [("EG", "2026-10-29", "2026-10-27", "2026-10-20"), ("AE", "2026-10-30", "2026-10-28", "2026-10-21")]
    {
        let found = compute(&window(at, true));
        let last = [found.last_lawful_receipt, found.last_lawful_dispatch, found.last_safe_dispatch];
        assert_eq!(last, [receipt, dispatch, safe].map(|iso| Some(day(iso))), "{at}");
    }
}

#[test]
fn vector_6_aligned_to_the_quarters_end() {
    let plain = terms("2026-02-10T10:00", "EG", 3, NoticeUnit::Month);
    ends(&plain, "2026-05-10");
    ends(&Terms { align: Align::QuarterEnd, ..plain.clone() }, "2026-06-30");
    // RULINGS 8: the 1st is day one, the end is the last day.
    ends(&Terms { start: Start::FirstOfNextMonth, ..plain }, "2026-05-31");
}

#[test]
fn a_length_may_begin_with_the_next_period_that_is_billed() {
    // Billed from the 31st of each month, or its last day.
    let plain = Terms {
        start: Start::BillingAnniversary,
        billing_on: Some(day("2025-08-31")),
        ..terms("2026-02-10T10:00", "EG", 1, NoticeUnit::Month)
    };
    // Received on 10 February: the next period begins on the 28th, and a month later it has ended on 27 March.
    ends(&plain, "2026-03-27");
    ends(&Terms { length: Length { count: 10, unit: NoticeUnit::Day }, ..plain.clone() }, "2026-03-09");
    // On the very day on which a period begins, the next one counts: 31 March to 29 April.
    let sent = terms("2026-02-28T10:00", "EG", 1, NoticeUnit::Month).sent;
    ends(&Terms { sent, ..plain }, "2026-04-29");
}

#[test]
fn vector_7_hijri_months() {
    let hijri = compute(&terms("2026-01-15T10:00", "SA", 3, NoticeUnit::HijriMonth));
    assert_eq!(hijri.effective_on, Some(day("2026-04-14")));
    assert_eq!(hijri.effective_hijri.as_deref(), Some("1447-10-26"));
    ends(&terms("2026-01-15T10:00", "SA", 3, NoticeUnit::Month), "2026-04-15");
}

#[test]
fn ruling_11_the_worst_day_of_a_tentative_holiday() {
    let holiday = |certainty| Holiday { place: "SA".into(), on: day("2026-03-18"), certainty };
    // Wednesday is expected; a day earlier changes nothing, on Thursday the notice waits for Sunday.
    let with = |certainty| Terms {
        deemed: Deemed::SameDay { cutoff: None },
        holidays: vec![holiday(certainty)],
        ..terms("2026-03-19T10:00", "SA", 5, NoticeUnit::Day)
    };
    let (fixed, open) = (compute(&with(Certainty::Fixed)), compute(&with(Certainty::Tentative)));
    assert_eq!((fixed.received_on, fixed.effective_on), (day("2026-03-19"), Some(day("2026-03-24"))));
    assert_eq!((open.received_on, open.effective_on), (day("2026-03-22"), Some(day("2026-03-27"))));
    assert!(open.trace.iter().any(|step| step.step == StepKind::Tentative && step.rule == "effective_on"));
}

#[test]
fn a_lock_an_anniversary_and_a_roll() {
    let plain = terms("2026-01-15T10:00", "EG", 29, NoticeUnit::Day); // ends on Friday 13 February
    ends(&Terms { roll: Roll::Following, ..plain.clone() }, "2026-02-15");
    ends(&Terms { roll: Roll::Preceding, ..plain.clone() }, "2026-02-12");
    ends(&Terms { roll: Roll::Preceding, earliest_end_on: Some(day("2026-02-13")), ..plain.clone() }, "2026-02-15");
    ends(&Terms { earliest_end_on: Some(day("2026-03-01")), ..plain.clone() }, "2026-03-01");
    let term = Terms { align: Align::TermAnniversary, term_starts_on: Some(day("2024-02-29")), ..plain };
    ends(&term, "2026-02-28");
}

#[test]
fn a_length_beyond_all_years_has_no_end() {
    for unit in [
        NoticeUnit::Day,
        NoticeUnit::BusinessDay,
        NoticeUnit::Week,
        NoticeUnit::Month,
        NoticeUnit::Year,
        NoticeUnit::HijriMonth,
    ] {
        let term_ends_on = Some(day("2026-12-31"));
        let notice = compute(&Terms { term_ends_on, ..terms("2026-01-15T10:00", "EG", u16::MAX, unit) });
        let far = matches!(unit, NoticeUnit::Year | NoticeUnit::HijriMonth);
        assert_eq!(notice.effective_on.is_none(), far, "{unit:?}");
    }
}
