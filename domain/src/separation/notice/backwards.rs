//! From the term's end back to the last days on which a notice can be received and sent.

use super::compute::Guess;
use super::end::{ends_on, moved};
use super::receipt::deemed_on;
use super::terms::{Length, Terms};
use super::trace::{Source, Step, StepKind};
use crate::days::Day;
use crate::days::hijri::Hijri;
use crate::record::NoticeUnit;
use jiff::Span;

/// The last days before a term ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Last {
    /// The day by which it must be there, a business day or not.
    pub in_time: Day,
    pub receipt: Day,
    pub dispatch: Day,
    pub safe: Day,
}

/// The margin of a safe dispatch, in the sender's business days (RULINGS 10).
const SAFE_DAYS: u32 = 5;
/// How far back a day is looked for: more than alignment to an anniversary, a month and a long run of holidays take.
pub(super) const SEARCH_DAYS: i32 = 800;

/// Returns the last days, if the term has an end and a notice can still end by it.
pub(super) fn last(terms: &Terms, guess: &Guess, trace: &mut Vec<Step>) -> Option<Last> {
    let ends = terms.term_ends_on?;
    let length = terms.not_less_than_before_end.unwrap_or(terms.length);
    // Behind a lock, no day of receipt ends it in time, and looking for one would take long.
    let is_locked = terms.not_less_than_before_end.is_none() && terms.earliest_end_on.is_some_and(|lock| lock > ends);
    let found = if is_locked { None } else { before_end(terms, guess, ends, length, trace) };
    if found.is_none() {
        let rule = length.rule();
        trace.push(Step::of(StepKind::NoLastReceipt, ends, "", rule, Source::Clause));
    }
    found
}

fn before_end(terms: &Terms, guess: &Guess, ends: Day, length: Length, trace: &mut Vec<Step>) -> Option<Last> {
    let plain = before(ends, length, terms.clear_days, guess)?;
    let rule = length.rule();
    let in_time = |received: Day| {
        let windowed = terms.not_less_than_before_end.is_some();
        let ended = || ends_on(terms, received, guess.counted(), guess.recipient(), &mut vec![]);
        windowed || ended().is_some_and(|end| end <= ends)
    };
    let recipient = guess.recipient();
    let mut days = (0..SEARCH_DAYS).map(|days| plain.plus(-days));
    let receipt = days.find(|day| recipient.is_open(*day) && in_time(*day))?;
    trace.push(Step::of(StepKind::LastReceipt, ends, plain, rule, Source::Clause));
    if receipt != plain {
        trace.push(Step::of(StepKind::LastReceiptOpen, plain, receipt, "preceding", Source::Calendar));
    }
    let both = guess.both();
    let mut days = (0..SEARCH_DAYS).map(|days| receipt.plus(-days));
    let dispatch = days.find(|day| both.is_open(*day) && deemed_on(*day, None, terms.deemed, recipient) <= receipt)?;
    trace.push(Step::of(StepKind::LastDispatch, receipt, dispatch, terms.deemed.word(), terms.deemed_source()));
    let safe = guess.sender().minus(dispatch, SAFE_DAYS);
    trace.push(Step::of(StepKind::SafeDispatch, dispatch, safe, format!("{SAFE_DAYS} business_day"), Source::Margin));
    Some(Last { in_time: plain, receipt, dispatch, safe })
}

/// Returns the last day from which the length still ends by `ends`.
pub(super) fn before(ends: Day, length: Length, clear_days: bool, guess: &Guess) -> Option<Day> {
    let count = i32::from(length.count);
    let clear = i32::from(clear_days);
    let back = match length.unit {
        NoticeUnit::Day => ends.plus(-count),
        NoticeUnit::Week => ends.plus(-count * 7),
        NoticeUnit::Month => moved(ends, Span::new().try_months(-count).ok()?)?,
        NoticeUnit::Year => moved(ends, Span::new().try_years(-count).ok()?)?,
        NoticeUnit::HijriMonth => Hijri::of(ends)?.plus_months(-count)?.gregorian()?,
        NoticeUnit::BusinessDay => {
            let counted = guess.counted();
            let steps = u32::from(length.count) + u32::from(clear_days);
            // The last counted day is the last open one by the end; receipt may be any day before the first.
            return Some(if steps == 0 { ends } else { counted.minus(counted.on_or_before(ends), steps - 1).plus(-1) });
        }
    };
    Some(back.plus(-clear))
}
