//! From when on a notice may be received, where it must not come too early: "not more than so long before the end"
//! (DOMAIN 2.4).

use super::backwards::{SEARCH_DAYS, before};
use super::compute::Guess;
use super::receipt::deemed_on;
use super::terms::Terms;
use super::trace::{Source, Step, StepKind};
use crate::days::Day;

/// The first days on which a notice is not too early.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct First {
    pub receipt: Day,
    pub dispatch: Day,
}

/// Returns the first days, if the term has an end and the clause says how early is too early.
pub(super) fn first(terms: &Terms, guess: &Guess, trace: &mut Vec<Step>) -> Option<First> {
    let (ends, length) = terms.term_ends_on.zip(terms.not_more_than_before_end)?;
    let (recipient, both) = (guess.recipient(), guess.both());
    let receipt = recipient.on_or_after(before(ends, length, false, guess)?);
    trace.push(Step::of(StepKind::FirstReceipt, ends, receipt, length.rule(), Source::Clause));
    let in_time = |day: &Day| deemed_on(*day, None, terms.deemed, recipient) >= receipt;
    let days = (0..SEARCH_DAYS).map(|days| receipt.plus(-days)).take_while(in_time);
    let dispatch = days.filter(|day| both.is_open(*day)).last().unwrap_or_else(|| both.on_or_after(receipt));
    trace.push(Step::of(StepKind::FirstDispatch, receipt, dispatch, terms.deemed.word(), terms.deemed_source()));
    Some(First { receipt, dispatch })
}

#[cfg(test)]
mod tests {
    use super::super::vectors::{day, terms};
    use super::super::{Certainty, Deemed, Holiday, Length, compute};
    use super::*;
    use crate::record::NoticeUnit;

    #[test]
    fn a_window_has_a_first_day_and_a_last() {
        // Between ninety and sixty days before 31 December 2026, in Cairo: from Friday 2 October, a day off, so
        // received from Sunday the 4th on; on the second business day after sending, so sent from Wednesday 30 September on.
        let days = |count| Some(Length { count, unit: NoticeUnit::Day });
        let window = Terms {
            term_ends_on: Some(day("2026-12-31")),
            not_less_than_before_end: days(60),
            not_more_than_before_end: days(90),
            deemed: Deemed::NthBusinessDay(2),
            ..terms("2026-01-15T10:00", "EG", 60, NoticeUnit::Day)
        };
        let notice = compute(&window);
        assert_eq!(notice.first_lawful_receipt, Some(day("2026-10-04")));
        assert_eq!(notice.first_lawful_dispatch, Some(day("2026-09-30")));
        assert_eq!(notice.last_lawful_receipt, Some(day("2026-11-01")));
        // A holiday that may fall on the 4th makes the first day later.
        let on = day("2026-10-05");
        let holidays = vec![Holiday { place: "EG".into(), on, certainty: Certainty::Tentative }];
        let later = compute(&Terms { holidays, ..window.clone() });
        assert_eq!(later.first_lawful_receipt, Some(day("2026-10-05")));
        let open = compute(&Terms { not_more_than_before_end: None, ..window });
        assert_eq!((open.first_lawful_receipt, open.first_lawful_dispatch), (None, None));
    }
}
