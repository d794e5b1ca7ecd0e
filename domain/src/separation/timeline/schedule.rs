//! A plan's days, and how much each step can slip.

use super::{After, Given, Plan, Planned, Step, Stream};
use crate::days::Day;
use crate::days::working::Working;
use crate::separation::obligation::Ends;

/// How long a step takes, in business days, before the day on which it ends.
const PREPARE_DAYS: i32 = 5;
const DELIVER_DAYS: i32 = 15;
const KNOWLEDGE_DAYS: i32 = 14;
const TRANSFER_DAYS: i32 = 14;
const DATA_RETURN_DAYS: i32 = 8;
const REMOVAL_DAYS: i32 = 5;
const CLOSING_DAYS: i32 = 3;
/// Questions are answered so long after the end, in business days.
const QUESTIONS_AFTER_DAYS: i32 = 10;

/// How long before the last day a step is planned to be over, in business days: what may go wrong has time to be mended.
const DELIVER_BEFORE: i32 = 10;
const KNOWLEDGE_BEFORE: i32 = 7;
const TRANSFER_BEFORE: i32 = 5;
const DATA_RETURN_BEFORE: i32 = 2;

/// The looks whether an access survived, and the retrospective, in calendar days (DOMAIN ACC-11, 5.3).
const RECHECK_DAYS: [i32; 2] = [30, 90];
const RETROSPECTIVE_DAYS: i32 = 30;

/// Lays out the plan of an end. Where there is less time than the steps take, they begin when they can and press on the
/// last day; none begins before what it waits for has ended.
pub fn schedule(given: &Given, working: &Working) -> Plan {
    let mut laying = Laying { working, steps: vec![] };
    laying.before_the_end(given);
    let closing_on = laying.after_the_end(given);
    let mut steps = laying.steps;
    for n in 0..steps.len() {
        steps[n].slack =
            latest(&steps, &steps[n], closing_on, working).map(|latest| working.between(steps[n].end, latest).max(0));
    }
    steps.sort_by_key(|planned| (planned.stream, planned.start, planned.end, planned.step));
    let ends = Ends { notice_on: given.notice_on, effective_on: given.effective_on, closing_on };
    Plan { steps, ends }
}

struct Laying<'a> {
    working: &'a Working,
    steps: Vec<Planned>,
}

impl Laying<'_> {
    fn before_the_end(&mut self, given: &Given) {
        let working = self.working;
        let prepared = working.plus(given.notice_on, -1);
        self.put(Step::Prepare, Stream::Legal, (working.plus(prepared, -PREPARE_DAYS), prepared), &[]);
        let day = |day| (day, day);
        self.put(Step::Talk, Stream::Talking, day(given.notice_on), &[next_day(Step::Prepare)]);
        self.put(Step::Receipt, Stream::Legal, day(given.received_on), &[same_day(Step::Talk)]);
        let period = (given.received_on, given.effective_on);
        self.put(Step::Period, Stream::Legal, period, &[same_day(Step::Receipt)]);
        let back = |days: i32| working.plus(given.effective_on, -days);
        let deliver_by = given.deliver_by.unwrap_or(back(DELIVER_BEFORE)).min(given.effective_on);
        for (step, end, days) in [
            (Step::Deliver, deliver_by, DELIVER_DAYS),
            (Step::Knowledge, back(KNOWLEDGE_BEFORE), KNOWLEDGE_DAYS),
            (Step::Transfer, back(TRANSFER_BEFORE), TRANSFER_DAYS),
            (Step::DataReturn, back(DATA_RETURN_BEFORE), DATA_RETURN_DAYS),
        ] {
            let end = end.max(given.received_on);
            let start = working.plus(end, -days).max(given.received_on);
            self.put(step, Stream::Work, (start, end), &[same_day(Step::Receipt)]);
        }
        let questions = (given.received_on, working.plus(given.effective_on, QUESTIONS_AFTER_DAYS));
        self.put(Step::Questions, Stream::Talking, questions, &[same_day(Step::Receipt)]);
    }

    /// Lays out what follows the end, and returns the day of the closing.
    fn after_the_end(&mut self, given: &Given) -> Day {
        let working = self.working;
        let first = working.plus(given.effective_on, 1);
        let removal = (first, working.plus(first, REMOVAL_DAYS - 1));
        let before = [Step::Transfer, Step::DataReturn, Step::Period].map(next_day);
        self.put(Step::Removal, Stream::Work, removal, &before);
        let paid = working.on_or_after(given.effective_on.plus(i32::from(given.payment_days)));
        self.put(Step::Payment, Stream::Work, (given.effective_on, paid), &[same_day(Step::Period)]);
        let begins = [paid, removal.1, self.end_of(Step::Questions), self.end_of(Step::Deliver)];
        let begins = begins.into_iter().max().unwrap_or(paid);
        let closing_on = working.plus(begins, CLOSING_DAYS);
        let before = [Step::Payment, Step::Removal, Step::Questions, Step::Deliver, Step::Knowledge].map(same_day);
        self.put(Step::Closing, Stream::Legal, (begins, closing_on), &before);
        let later = |day: Day, days: i32| working.on_or_after(day.plus(days));
        for (step, days) in [Step::Recheck30, Step::Recheck90].into_iter().zip(RECHECK_DAYS) {
            let on = later(given.effective_on, days).max(removal.1);
            self.put(step, Stream::Work, (on, on), &[same_day(Step::Removal)]);
        }
        let held = later(closing_on, RETROSPECTIVE_DAYS);
        self.put(Step::Retrospective, Stream::Talking, (held, held), &[same_day(Step::Closing)]);
        closing_on
    }

    fn put(&mut self, step: Step, stream: Stream, (start, end): (Day, Day), after: &[After]) {
        self.steps.push(Planned { step, stream, start, end, after: after.to_vec(), slack: None });
    }

    fn end_of(&self, step: Step) -> Day {
        let found = self.steps.iter().find(|planned| planned.step == step);
        found.map(|planned| planned.end).expect("the step was laid out before")
    }
}

fn same_day(step: Step) -> After {
    After { step, same_day: true }
}

fn next_day(step: Step) -> After {
    After { step, same_day: false }
}

/// Returns the last day on which a step can end without moving the closing. What contract and law have set does not move
/// at all. The work of the notice period is over by the last day of the services.
fn latest(steps: &[Planned], of: &Planned, closing_on: Day, working: &Working) -> Option<Day> {
    match of.step {
        Step::Talk | Step::Receipt | Step::Period | Step::Closing => return Some(of.end),
        Step::Recheck30 | Step::Recheck90 | Step::Retrospective => return None,
        _ => {}
    }
    let end_of_services = || steps.iter().find(|planned| planned.step == Step::Period).map(|period| period.end);
    let due = matches!(of.step, Step::Deliver | Step::Knowledge | Step::Transfer | Step::DataReturn);
    let due = if due { end_of_services() } else { None };
    let next = steps.iter().filter_map(|next| {
        let after = next.after.iter().find(|after| after.step == of.step)?;
        let starts = latest_start(steps, next, closing_on, working)?;
        Some(if after.same_day { starts } else { working.plus(starts, -1) })
    });
    next.chain(due).min()
}

/// Returns the last day on which a step can begin: as long before its last end as it takes.
fn latest_start(steps: &[Planned], of: &Planned, closing_on: Day, working: &Working) -> Option<Day> {
    let end = latest(steps, of, closing_on, working)?;
    Some(if end == of.end { of.start } else { working.plus(end, -working.between(of.start, of.end)) })
}
