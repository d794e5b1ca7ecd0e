//! A term that is left to run out: a notice that is received in time ends the running one, a later notice the first that it
//! still stops (DOMAIN 2.4, point 8).

use super::compute::{Notice, worst};
use super::terms::{Length, Terms};
use super::trace::{Source, Step, StepKind};
use crate::days::Day;
use crate::days::hijri::Hijri;
use crate::separation::contract::Length as Span;
use crate::separation::renewal::Course;

/// More terms than a notice is longer than one.
const TERMS_MAX: usize = 120;

/// Returns what a notice against renewal comes to; without an end where the term that it still stops is not known.
pub(super) fn run_out(terms: &Terms) -> Notice {
    let Some(ends_on) = terms.term_ends_on else { return worst(terms) };
    if !terms.renews {
        // Nothing has to be stopped: no day is too early or too late.
        let none = Terms { term_ends_on: None, ..terms.clone() };
        return ended(worst(&none), ends_on, "no_renewal");
    }
    let of = |ends_on: Day| worst(&Terms { term_ends_on: Some(ends_on), ..terms.clone() });
    let is_stopped = |ends_on: Day, notice: &Notice| {
        let is_free = terms.earliest_end_on.is_none_or(|lock| lock <= ends_on);
        is_free && notice.in_time_until.is_some_and(|last| notice.received_on <= last)
    };
    let running = of(ends_on);
    if is_stopped(ends_on, &running) {
        return ended(running, ends_on, "renewal");
    }
    let renews_for = terms.renews_for.map(|length| Span { n: length.count.into(), unit: length.unit });
    // Months end on different days: every term is counted from the first.
    let first = terms.first_term_ends_on.unwrap_or(ends_on);
    let later = Course { ends_on: first, renews_for }.ends_from(running.received_on).filter(|later| *later > ends_on);
    let mut found = later.take(TERMS_MAX).map(|later| (later, of(later)));
    match found.find(|(later, notice)| is_stopped(*later, notice)) {
        None => running,
        Some((later, mut notice)) => {
            let last = running.last_lawful_receipt.map(|last| last.to_string()).unwrap_or_default();
            let rule = terms.renews_for.map(Length::rule).unwrap_or_default();
            notice.trace.push(Step::of(StepKind::NextTerm, last, later, rule, Source::Clause));
            ended(notice, later, "renewal")
        }
    }
}

fn ended(mut notice: Notice, ends_on: Day, rule: &str) -> Notice {
    notice.trace.push(Step::of(StepKind::TermEnd, notice.received_on, ends_on, rule, Source::Clause));
    let effective_hijri = Hijri::of(ends_on).map(|day| day.to_string());
    Notice { effective_on: Some(ends_on), effective_hijri, ..notice }
}

#[cfg(test)]
mod tests {
    use super::super::vectors::{day, terms};
    use super::super::{Deemed, EndsWith, compute};
    use super::*;
    use crate::record::NoticeUnit;

    /// A term until 31 December 2026 within Riyadh, sixty days' notice against its renewal; sent by e-mail on a day.
    fn ending(sent_on: &str) -> Terms {
        let count = |count, unit| Some(Length { count, unit });
        Terms {
            deemed: Deemed::NextBusinessDay,
            ends_with: EndsWith::Term,
            term_ends_on: Some(day("2026-12-31")),
            not_less_than_before_end: count(60, NoticeUnit::Day),
            renews_for: count(1, NoticeUnit::Year),
            ..terms(&format!("{sent_on}T10:00"), "SA", 60, NoticeUnit::Day)
        }
    }

    fn ends_on(terms: &Terms) -> Option<Day> {
        compute(terms).effective_on
    }

    #[test]
    fn a_notice_in_time_ends_the_term_and_a_later_one_the_next() {
        // Sixty days before 31 December is Sunday 1 November, the last day of receipt; the last to send is Thursday 29 October.
        let early = compute(&ending("2026-08-31"));
        assert_eq!((early.received_on, early.effective_on), (day("2026-09-01"), Some(day("2026-12-31"))));
        assert_eq!(early.effective_hijri.as_deref(), Some("1448-07-22"));
        let last = compute(&ending("2026-10-29"));
        assert_eq!((last.received_on, last.effective_on), (day("2026-11-01"), Some(day("2026-12-31"))));
        assert_eq!(last.last_lawful_dispatch, Some(day("2026-10-29")));
        let late = compute(&ending("2026-11-01"));
        assert_eq!((late.received_on, late.effective_on), (day("2026-11-02"), Some(day("2027-12-31"))));
        let told = late.trace.iter().find(|step| step.step == StepKind::NextTerm).expect("it is told");
        assert_eq!((told.from.as_str(), told.to.as_str(), told.rule.as_str()), ("2026-11-01", "2027-12-31", "1 year"));
        assert_eq!(late.last_lawful_receipt, Some(day("2027-11-01")), "the days of the term that it ends");
        // Whatever length a notice without a reason has, it sets no day here.
        let length = Length { count: 5, unit: NoticeUnit::Day };
        assert_eq!(ends_on(&Terms { length, ..ending("2026-08-31") }), Some(day("2026-12-31")));
    }

    #[test]
    fn without_the_length_of_the_next_term_a_late_notice_has_no_end() {
        let unknown = |sent_on: &str| Terms { renews_for: None, ..ending(sent_on) };
        assert_eq!(ends_on(&unknown("2026-10-29")), Some(day("2026-12-31")));
        assert_eq!(ends_on(&unknown("2026-11-01")), None);
    }

    #[test]
    fn a_term_that_does_not_renew_ends_by_itself() {
        let alone = compute(&Terms { renews: false, ..ending("2026-12-20") });
        assert_eq!((alone.effective_on, alone.last_lawful_dispatch), (Some(day("2026-12-31")), None));
    }

    #[test]
    fn each_term_is_counted_from_the_first() {
        // The second term of six months ends on the last of a short February, the third on the last of August again.
        let half = Some(Length { count: 6, unit: NoticeUnit::Month });
        let short = Terms { term_ends_on: Some(day("2026-02-28")), renews_for: half, ..ending("2026-02-10") };
        assert_eq!(ends_on(&short), Some(day("2026-08-28")), "nobody says when the first ended");
        let first = Terms { first_term_ends_on: Some(day("2025-08-31")), ..short };
        assert_eq!(ends_on(&first), Some(day("2026-08-31")));
    }

    #[test]
    fn what_arrived_in_time_is_in_time_on_a_day_off_too() {
        // Thirty-three days before 31 December is Saturday 28 November; the last business day before it is Thursday.
        let arrived = |on: &str| {
            let received_at = Some(format!("{on}T10:00").parse().expect("a moment"));
            let terms = ending("2026-11-20");
            let not_less_than_before_end = Some(Length { count: 33, unit: NoticeUnit::Day });
            let sent = super::super::Sent { received_at, ..terms.sent.clone() };
            compute(&Terms { deemed: Deemed::OnReceipt, sent, not_less_than_before_end, ..terms })
        };
        let last = arrived("2026-11-28");
        assert_eq!(last.last_lawful_receipt, Some(day("2026-11-26")), "what is planned for is a business day");
        assert_eq!(last.effective_on, Some(day("2026-12-31")));
        assert_eq!(arrived("2026-11-29").effective_on, Some(day("2027-12-31")));
    }

    #[test]
    fn nothing_ends_before_a_lock() {
        let locked = Terms { earliest_end_on: Some(day("2027-06-30")), ..ending("2026-08-31") };
        assert_eq!(ends_on(&locked), Some(day("2027-12-31")));
    }
}
