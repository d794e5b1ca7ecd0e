//! What comes next for an invoice.

use super::facts::{DebtorDays, Facts};
use super::ladder::{Ladder, Rung, RungKind};
use super::suspension::Lack;
use crate::days::Day;
use crate::word::words;

words! {
    /// Why nothing more is sent.
    Stop {
        Payment = "payment",
        Plan = "plan",
        /// All that is open is disputed.
        Dispute = "dispute",
        /// All that is open is kept back until its day.
        Retained = "retained",
        Insolvency = "insolvency",
        CounselStop = "counsel_stop",
        /// Work for the client is stopped.
        Hold = "hold",
        Critical = "critical",
    }
}

words! {
    /// Why reminders rest for a while.
    Rest { Pause = "pause", Promise = "promise" }
}

/// The next rung.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    pub rung: Rung,
    /// The first day on which it may go out, an open day of the debtor.
    pub on: Day,
    /// Whether that day has come.
    pub is_due: bool,
    /// Until when it gives them, where it gives a time, if it goes out on its day.
    pub answer_by: Option<Day>,
    /// What has to be there first.
    pub lacks: Vec<Lack>,
}

/// What comes next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    Stopped(Vec<Stop>),
    /// Nothing up to and including the day.
    Rests(Rest, Day),
    Step(Step),
    /// Every rung was used.
    Done,
}

/// Says which rung comes next, on which day, by whose word, and what it lacks.
pub fn next(ladder: &Ladder, facts: &Facts, days: &DebtorDays, today: Day) -> Next {
    let stops = stops(facts);
    if !stops.is_empty() {
        return Next::Stopped(stops);
    }
    let rests = [(Rest::Pause, facts.paused_until), (Rest::Promise, facts.promised_until)];
    if let Some((rest, Some(until))) = rests.into_iter().find(|(_, until)| until.is_some_and(|until| today <= until)) {
        return Next::Rests(rest, until);
    }
    let last = last(ladder, facts);
    let above = ladder.rungs.iter().filter(|rung| last.is_none_or(|(level, _)| level < rung.level));
    // Once the invoice is due, what would have gone out before is behind.
    let is_behind = |rung: &&Rung| rung.after_due_days.is_some_and(|days| days < 0) && today >= facts.due_on;
    match above.into_iter().find(|rung| !is_behind(rung)) {
        Some(rung) => Next::Step(step(ladder, rung, facts, days, last, today)),
        None => Next::Done,
    }
}

fn stops(facts: &Facts) -> Vec<Stop> {
    let stops = [
        (Stop::Payment, facts.is_settled),
        (Stop::Plan, facts.has_plan),
        (Stop::Dispute, !facts.is_settled && facts.open <= 0 && facts.disputed > 0),
        (Stop::Retained, !facts.is_settled && facts.open <= 0 && facts.disputed <= 0),
        (Stop::Insolvency, facts.is_insolvent),
        (Stop::CounselStop, facts.counsel_stopped),
        (Stop::Hold, facts.is_held),
        (Stop::Critical, facts.is_critical),
    ];
    stops.into_iter().filter(|(_, is_so)| *is_so).map(|(stop, _)| stop).collect()
}

/// Returns the highest level that was sent, and when something was sent last. A reminder without a level counts as the
/// first one that the ladder has before or after the due day, as it was sent before or after.
fn last(ladder: &Ladder, facts: &Facts) -> Option<(i64, Day)> {
    let usual = |on: Day| {
        let after = |rung: &&Rung| rung.after_due_days.is_some_and(|days| (days < 0) == (on < facts.due_on));
        ladder.rungs.iter().find(after).map(|rung| rung.level)
    };
    let levels = facts.sent.iter().filter_map(|sent| sent.level.or_else(|| usual(sent.on)));
    Some((levels.max()?, facts.sent.iter().map(|sent| sent.on).max()?))
}

fn step(ladder: &Ladder, rung: &Rung, facts: &Facts, days: &DebtorDays, last: Option<(i64, Day)>, today: Day) -> Step {
    let own = match (rung.after_due_days, rung.after_last_business_days, last) {
        (Some(after), _, _) => facts.due_on.plus(after),
        (None, Some(after), Some((_, sent))) => days.plus(sent, after),
        (None, Some(_), None) => today,
        (None, None, _) => facts.cure_until.map_or(today, |until| until.plus(1)),
    };
    // What was announced is waited for: the deadline of the last rung, else the gap between two.
    let waited = last.map(|(level, sent)| match ladder.rung(level).and_then(|before| before.deadline_business_days) {
        Some(deadline) => days.plus(sent, deadline).plus(1),
        None => days.plus(sent, ladder.gap_business_days),
    });
    let on = days.on_or_after(waited.map_or(own, |waited| own.max(waited)));
    let sends_on = days.on_or_after(on.max(today));
    Step {
        rung: rung.clone(),
        on,
        is_due: on <= today,
        answer_by: rung.deadline_business_days.map(|deadline| days.plus(sends_on, deadline)),
        lacks: lacks(rung.kind, facts, today),
    }
}

fn lacks(kind: RungKind, facts: &Facts, today: Day) -> Vec<Lack> {
    let mut lacks = vec![];
    if matches!(kind, RungKind::Suspension | RungKind::Claim) && !facts.talked {
        lacks.push(Lack::Talk);
    }
    if kind == RungKind::Suspension {
        if facts.cure_until.is_none_or(|until| today <= until) {
            lacks.push(Lack::Cure);
        }
        lacks.extend(facts.suspension.lacks(today));
    }
    lacks
}
