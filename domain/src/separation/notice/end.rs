//! From the day of receipt to the end: start, length, clear days, lock-in, alignment, roll.

use super::compute::skipped;
use super::places::Open;
use super::terms::{Align, Length, Roll, Start, Terms};
use super::trace::{Source, Step, StepKind};
use crate::days::hijri::Hijri;
use crate::days::{Day, Month};
use crate::record::NoticeUnit;
use jiff::{Span, ToSpan};

/// Returns the last day of the notice, telling every step; `None` where the Hijri table does not reach.
pub(super) fn ends_on(
    terms: &Terms,
    received: Day,
    counted: Open,
    recipient: Open,
    trace: &mut Vec<Step>,
) -> Option<Day> {
    let mut told = |step, from: Day, to: Day, rule: String, source| trace.push(Step::of(step, from, to, rule, source));
    let first = match terms.start {
        Start::DayAfter => received.plus(1),
        Start::FirstOfNextMonth => received.month().plus(1).first(),
        Start::BillingAnniversary => billed_after(terms.billing_on, received).unwrap_or(received.plus(1)),
    };
    told(StepKind::Start, received, first, terms.start.word().to_owned(), Source::Clause);
    let ran = match terms.start {
        Start::DayAfter => after(received, terms.length, counted)?,
        // That day is day one, so the corresponding day is the first day after the period.
        _ if is_calendar(terms.length.unit) => after(first, terms.length, counted)?.plus(-1),
        _ => after(first.plus(-1), terms.length, counted)?,
    };
    let source = match terms.length.unit {
        NoticeUnit::HijriMonth => Source::UmmAlQura,
        NoticeUnit::BusinessDay => Source::Calendar,
        _ => Source::Clause,
    };
    let mut rule = terms.length.rule();
    if terms.length.unit == NoticeUnit::BusinessDay {
        rule = format!("{rule} {}", terms.calendars.word());
    }
    told(StepKind::Length, first, ran, rule, source);
    if terms.length.unit == NoticeUnit::BusinessDay {
        trace.extend(skipped(counted, first, ran));
    }
    let mut told = |step, from: Day, to: Day, rule: String, source| trace.push(Step::of(step, from, to, rule, source));
    let mut end = ran;
    let mut step = |kind, to: Day, rule: String, source| {
        if to != end {
            told(kind, end, to, rule, source);
        }
        end = to;
        to
    };
    let clear = match (terms.clear_days, terms.length.unit) {
        (false, _) => ran,
        (true, NoticeUnit::BusinessDay) => counted.plus(ran, 1),
        (true, _) => ran.plus(1),
    };
    let end = step(StepKind::ClearDays, clear, "clear_days".into(), Source::Clause);
    let floor = terms.earliest_end_on.map_or(end, |earliest| earliest.max(end));
    let end = step(StepKind::LockIn, floor, "earliest_end_on".into(), Source::Clause);
    let end = step(StepKind::Align, aligned(terms, end), terms.align.word().to_owned(), Source::Clause);
    Some(step(StepKind::Roll, rolled(terms, end, recipient), terms.roll.word().to_owned(), Source::Calendar))
}

/// Returns the first day behind another on which a period that is billed begins.
fn billed_after(billing_on: Option<Day>, received: Day) -> Option<Day> {
    let began = billing_on?;
    let months = received.month().since(began.month());
    let begins = |months: i32| moved(began, Span::new().try_months(months).ok()?);
    (months..=months + 1).filter_map(begins).find(|day| *day > received)
}

fn is_calendar(unit: NoticeUnit) -> bool {
    matches!(unit, NoticeUnit::Month | NoticeUnit::Year | NoticeUnit::HijriMonth)
}

/// Returns the day so long after another, by corresponding date for months and years.
pub(super) fn after(day: Day, length: Length, counted: Open) -> Option<Day> {
    let count = i32::from(length.count);
    match length.unit {
        NoticeUnit::Day => Some(day.plus(count)),
        NoticeUnit::BusinessDay => Some(counted.plus(day, length.count.into())),
        NoticeUnit::Week => Some(day.plus(count * 7)),
        NoticeUnit::Month => moved(day, Span::new().try_months(count).ok()?),
        NoticeUnit::Year => moved(day, Span::new().try_years(count).ok()?),
        NoticeUnit::HijriMonth => Hijri::of(day)?.plus_months(count)?.gregorian(),
    }
}

/// Returns the day a span away; a month that is too short gives its last day.
pub(super) fn moved(day: Day, span: Span) -> Option<Day> {
    day.date().checked_add(span).ok().map(Day::from)
}

fn aligned(terms: &Terms, end: Day) -> Day {
    match (terms.align, terms.term_starts_on) {
        (Align::MonthEnd, _) => end.month().last(),
        (Align::QuarterEnd, _) => Month::of_quarter(end.month().quarter()).plus(2).last(),
        (Align::TermAnniversary, Some(start)) => {
            let in_year = |year: i32| moved(start, (year - start.civil().0).years());
            let year = end.civil().0;
            [year, year + 1].into_iter().filter_map(in_year).find(|day| *day >= end).unwrap_or(end)
        }
        (Align::TermAnniversary | Align::None, _) => end,
    }
}

fn rolled(terms: &Terms, end: Day, recipient: Open) -> Day {
    let (next, last) = (recipient.on_or_after(end), recipient.on_or_before(end));
    let locked = terms.earliest_end_on.is_some_and(|earliest| last < earliest);
    match terms.roll {
        Roll::None => end,
        Roll::Following => next,
        // A roll does not open a lock.
        Roll::Preceding if locked => next,
        Roll::Preceding => last,
        Roll::ModifiedFollowing if next.month() == end.month() || locked => next,
        Roll::ModifiedFollowing => last,
    }
}
