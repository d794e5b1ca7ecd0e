//! The measures of learning (DOMAIN 3.7): what the ends of a firm come to, each with how many it rests on. What rests on fewer
//! than four is not said; nothing is counted by person (RULINGS 38).

use super::aftermath::Aftermath;
use super::{CELL_MIN, Form, Learned, forecast};
use crate::case::parting::settling::Settlement;
use crate::case::parting::{Basis, Dispatch, Parting};
use crate::case::repair::Repair;
use crate::case::state::Case;
use crate::days::Day;
use crate::lesson::referral::Referrals;
use crate::sign::{Code, Episode, State};
use crate::stats::{Interval, median, quantile_sorted, wilson};
use std::collections::{BTreeMap, BTreeSet};

/// What one case tells the measures.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// Whose case it is; of spellings of one client, the one that they mean.
    pub client: String,
    pub first_sign: Day,
    pub decided_on: Option<Day>,
    /// The day on which the first notice of any contract went out, or both signed.
    pub notice_on: Option<Day>,
    pub closed_on: Option<Day>,
    /// Whether the last day of any contract came later than the day computed before its notice.
    pub slipped: Option<bool>,
    /// Obligations done by the day first agreed, of those done.
    pub on_time: (u32, u32),
    /// Whether something was in dispute when the account was settled.
    pub disputed: Option<bool>,
    /// What was open when the case began, and of it what was still open on the frozen account, in whole units.
    pub receivable: Option<(f64, f64)>,
    /// Trials that succeeded, of those that ended.
    pub repairs: (u32, u32),
    /// The chance of cash below zero that was foreseen, and whether it came.
    pub risk: Option<(f64, bool)>,
    /// Whether the replacement came within the time foreseen, where it came or that time is over.
    pub covered: Option<bool>,
    /// Lessons whose cause was seen again, of those that changed something and whose year is over.
    pub recurred: (u32, u32),
    /// What was said of us and whom others sent after the end; nothing before it.
    pub beyond: Option<Beyond>,
    /// What followed for our people and for connected clients, as far as its time is over.
    pub aftermath: Aftermath,
}

/// What is known of the time beyond an end, which stands outside its case (DOMAIN 3.6, B90).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Beyond {
    /// Whether the client sent somebody to us since.
    pub has_referred: bool,
    pub is_reviewed: bool,
    pub has_complained: bool,
    /// How likely they said that they would recommend us, 0 to 10.
    pub recommends: Option<u8>,
    /// Whom anybody sent to us in the year before the end and in the year since.
    pub referrals: Option<Referrals>,
}

impl Told {
    /// Returns what a case tells on a day; without a finding that is older, the first sign is the opening.
    pub fn of(case: &Case, first_sign: Option<Day>, today: Day) -> Told {
        let parting = &case.parting;
        let entered = |stage| case.entered.iter().find(|(entered, _)| *entered == stage).map(|(_, on)| *on);
        let first = parting.dispatches.first().into_iter();
        let sent = first.chain(parting.further.iter().filter_map(|own| own.dispatch.as_ref()));
        let sent = sent.filter_map(Dispatch::sent_on).min();
        let compared = case.learning.forecast.as_ref().map(|(comparison, _)| comparison);
        let repairs: Vec<bool> = case.earlier_repairs.iter().chain([&case.repair]).filter_map(succeeded).collect();
        let is_over = case.learning.monitor.as_ref().is_some_and(|monitor| monitor.until < today);
        // What was withdrawn after it had come back has come back.
        let counts = |one: &&Learned| one.withdrawn.is_none() || !one.recurrences.is_empty();
        let watched = |one: &&Learned| is_over && one.lesson.form != Form::Practice && counts(one);
        let watched: Vec<&Learned> = case.learning.lessons.iter().filter(watched).collect();
        let again = watched.iter().filter(|one| !one.recurrences.is_empty());
        Told {
            client: case.opening.client.clone(),
            first_sign: first_sign.map_or(case.opening.on, |on| on.min(case.opening.on)),
            decided_on: case.signed.as_ref().map(|signed| signed.on),
            notice_on: sent.or(parting.agreed.as_ref().map(|(on, _)| *on)),
            closed_on: entered(crate::case::Stage::Closed),
            slipped: slipped(parting),
            on_time: forecast::on_time(case),
            disputed: parting.settlement.map(|(how, _)| how != Settlement::Agreed && how != Settlement::Waived),
            receivable: receivable(case),
            repairs: (repairs.iter().filter(|succeeded| **succeeded).count() as u32, repairs.len() as u32),
            risk: compared.and_then(|comparison| comparison.risk.zip(comparison.went_below)),
            covered: compared.and_then(|one| one.covered(case.signed.as_ref().map(|signed| signed.on), today)),
            recurred: (again.count() as u32, watched.len() as u32),
            beyond: None,
            aftermath: Aftermath::default(),
        }
    }
}

/// Tells whether any notice came to a later day than it was computed for; what both agree on is no slip.
fn slipped(parting: &Parting) -> Option<bool> {
    let computed = parting.computed.as_ref().filter(|_| parting.basis() != Some(Basis::Agreement));
    let first = computed.map(|computed| computed.effective_on).zip(parting.effective_on);
    let all = first.into_iter().chain(forecast::further_days(parting).into_iter().map(|own| own.last_day));
    all.map(|(computed, came)| came > computed).reduce(|one, other| one || other)
}

fn succeeded(repair: &Repair) -> Option<bool> {
    repair.ended.as_ref().map(|ended| ended.succeeded)
}

/// What was open at the beginning and is still open in the end; sums of several currencies are not added.
fn receivable(case: &Case) -> Option<(f64, f64)> {
    let snapshot = case.opening.snapshot.as_ref()?;
    let (owed, currency) = (snapshot.receivable.filter(|owed| *owed > 0.0)?, snapshot.currency?);
    let account = &case.parting.account.as_ref()?.account;
    if account.balances.iter().any(|balance| balance.currency != currency) {
        return None;
    }
    let open: i64 = account.balances.iter().map(|own| own.they_owe + own.disputed + own.retained).sum();
    Some((owed, currency.whole(open).min(owed)))
}

/// A share: how many of how many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    pub k: u32,
    pub n: u32,
    /// The cases that it rests on; of what is counted without cases, the clients.
    pub cases: u32,
}

impl Share {
    /// Returns the share, 0 to 1.
    pub fn value(self) -> f64 {
        f64::from(self.k) / f64::from(self.n.max(1))
    }

    /// Returns its 95% interval (Wilson).
    pub fn interval(self) -> Option<Interval> {
        wilson(self.k as usize, self.n as usize)
    }

    /// Counts an answer of each case.
    fn of(answers: impl IntoIterator<Item = bool>) -> Option<Share> {
        Share::over(answers.into_iter().map(|yes| (u32::from(yes), 1)))
    }

    /// Adds up what cases tell, each so many of so many; those that tell of nothing are left out.
    fn over(cases: impl IntoIterator<Item = (u32, u32)>) -> Option<Share> {
        let add = |sum: Share, (k, n)| Share { k: sum.k + k, n: sum.n + n, cases: sum.cases + u32::from(n > 0) };
        cases.into_iter().fold(Share { k: 0, n: 0, cases: 0 }, add).told()
    }

    /// Keeps it if it rests on enough.
    fn told(self) -> Option<Share> {
        (self.cases >= CELL_MIN).then_some(self)
    }
}

/// Days from one moment to another: the middle one, and the two quarters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    pub n: u32,
    pub median: f64,
    pub quarter: f64,
    pub three_quarters: f64,
}

impl Spread {
    fn of(days: impl IntoIterator<Item = i32>) -> Option<Spread> {
        let mut days: Vec<f64> = days.into_iter().map(f64::from).collect();
        days.sort_by(f64::total_cmp);
        let spread = Spread {
            n: days.len() as u32,
            quarter: quantile_sorted(&days, 0.25)?,
            three_quarters: quantile_sorted(&days, 0.75)?,
            median: median(&mut days)?,
        };
        (spread.n >= CELL_MIN).then_some(spread)
    }
}

/// A figure between 0 and 1 that rests on so many cases.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Score {
    pub n: u32,
    pub value: f64,
}

/// How many of those who were asked would recommend us, and how many would not (net promoter score).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recommending {
    pub n: u32,
    /// Those who said nine or ten.
    pub would: u32,
    /// Those who said six or less.
    pub would_not: u32,
}

impl Recommending {
    fn of(scores: impl IntoIterator<Item = u8>) -> Option<Recommending> {
        let add = |sum: Recommending, score: u8| Recommending {
            n: sum.n + 1,
            would: sum.would + u32::from(score >= 9),
            would_not: sum.would_not + u32::from(score <= 6),
        };
        let sum = scores.into_iter().fold(Recommending { n: 0, would: 0, would_not: 0 }, add);
        (sum.n >= CELL_MIN).then_some(sum)
    }

    /// Returns the share of the former less that of the latter, −100 to 100.
    pub fn net(self) -> f64 {
        (f64::from(self.would) - f64::from(self.would_not)) * 100.0 / f64::from(self.n)
    }
}

/// All measures; `None` where too few cases tell anything.
#[derive(Clone, Debug, PartialEq)]
pub struct Measures {
    pub sign_to_decision: Option<Spread>,
    pub decision_to_notice: Option<Spread>,
    pub slips: Option<Share>,
    pub on_time: Option<Share>,
    pub disputes: Option<Share>,
    pub recovered: Option<Score>,
    pub repairs: Option<Share>,
    /// The mean square of what was foreseen less what came (Brier): 0 is perfect, 0.25 says nothing.
    pub brier: Option<Score>,
    pub coverage: Option<Share>,
    pub recurrence: Option<Share>,
    /// Ends after which the client sent somebody to us, of the closed ones.
    pub referring: Option<Share>,
    /// Ends after which somebody of the client wrote a review or a reference.
    pub reviewed: Option<Share>,
    /// Ends after which somebody of the client complained.
    pub complaining: Option<Share>,
    pub recommending: Option<Recommending>,
    /// Referrals round ends, with how many ends they rest on.
    pub referrals: Option<(Referrals, u32)>,
    /// People of ours who served the client and still work half a year after the end.
    pub stayed: Option<Share>,
    /// Ends after which our people felt no worse about the work for everybody else.
    pub felt_no_lower: Option<Share>,
    /// Connected clients who were gone within a year of the end, and all others beside them.
    pub connected_lost: Option<Share>,
    pub others_lost: Option<Share>,
    /// Clients an end with whom was closed in a year, of those with an invoice in that year, the newest first: rare by
    /// design (A1).
    pub exits: Vec<(i32, Option<Share>)>,
    /// Findings that people dismissed, of those that they judged, by detector.
    pub false_alarms: Vec<(Code, Option<Share>)>,
}

/// Returns the measures of a firm on a day; it had so many clients with an invoice in each year.
pub fn measures(told: &[Told], episodes: &[Episode], invoiced: &[(i32, u32)], today: Day) -> Measures {
    let sum = |of: fn(&Told) -> (u32, u32)| Share::over(told.iter().map(of));
    let between = |from: fn(&Told) -> Option<Day>, to: fn(&Told) -> Option<Day>| {
        Spread::of(told.iter().filter_map(|one| Some(to(one)?.since(from(one)?))))
    };
    Measures {
        sign_to_decision: between(|one| Some(one.first_sign), |one| one.decided_on),
        decision_to_notice: between(|one| one.decided_on, |one| one.notice_on),
        slips: Share::of(told.iter().filter_map(|one| one.slipped)),
        on_time: sum(|one| one.on_time),
        disputes: Share::of(told.iter().filter_map(|one| one.disputed)),
        recovered: recovered(told),
        repairs: sum(|one| one.repairs),
        brier: brier(told),
        coverage: Share::of(told.iter().filter_map(|one| one.covered)),
        recurrence: sum(|one| one.recurred),
        referring: Share::of(told.iter().filter_map(|one| one.beyond).map(|beyond| beyond.has_referred)),
        reviewed: Share::of(told.iter().filter_map(|one| one.beyond).map(|beyond| beyond.is_reviewed)),
        complaining: Share::of(told.iter().filter_map(|one| one.beyond).map(|beyond| beyond.has_complained)),
        recommending: Recommending::of(told.iter().filter_map(|one| one.beyond?.recommends)),
        referrals: referrals(told),
        stayed: stayed(told),
        felt_no_lower: Share::of(told.iter().filter_map(|one| one.aftermath.felt_no_lower)),
        connected_lost: sum(|one| one.aftermath.connected_lost),
        others_lost: sum(|one| one.aftermath.others_lost),
        exits: exits(told, invoiced, today),
        false_alarms: false_alarms(episodes),
    }
}

/// Of all who served a client from whom we parted, how many stayed: whoever served several is one, and stayed if they stayed after
/// each end.
fn stayed(told: &[Told]) -> Option<Share> {
    let mut people: BTreeMap<&str, bool> = BTreeMap::new();
    for (person, is_here) in told.iter().flat_map(|one| &one.aftermath.stayed) {
        *people.entry(person).or_insert(true) &= is_here;
    }
    let cases = told.iter().filter(|one| !one.aftermath.stayed.is_empty()).count() as u32;
    let k = people.values().filter(|is_here| **is_here).count() as u32;
    let share = Share { k, n: people.len() as u32, cases };
    share.told().filter(|share| share.n >= CELL_MIN)
}

/// Adds up referrals round the ends of which both sides are known.
fn referrals(told: &[Told]) -> Option<(Referrals, u32)> {
    let known: Vec<Referrals> = told.iter().filter_map(|one| one.beyond?.referrals).collect();
    let ends = known.len() as u32;
    let sum = Referrals::sum(known).told().filter(|_| ends >= CELL_MIN)?;
    Some((sum, ends))
}

/// Of all that was open when cases began, what was no longer open on their frozen accounts.
fn recovered(told: &[Told]) -> Option<Score> {
    let owed: Vec<(f64, f64)> = told.iter().filter_map(|one| one.receivable).collect();
    let (all, open) = owed.iter().fold((0.0, 0.0), |(all, open), (owed, still)| (all + owed, open + still));
    score(owed.len(), (all - open) / all)
}

fn brier(told: &[Told]) -> Option<Score> {
    let squares: Vec<f64> =
        told.iter().filter_map(|one| one.risk).map(|(risk, came)| (risk - f64::from(u8::from(came))).powi(2)).collect();
    score(squares.len(), squares.iter().sum::<f64>() / squares.len().max(1) as f64)
}

fn score(n: usize, value: f64) -> Option<Score> {
    let n = n as u32;
    (n >= CELL_MIN).then_some(Score { n, value })
}

fn exits(told: &[Told], invoiced: &[(i32, u32)], today: Day) -> Vec<(i32, Option<Share>)> {
    let year = |day: Day| day.civil().0;
    let first = told.iter().filter_map(|one| one.closed_on).map(year).min();
    let of_year = |of: i32| {
        let closed = told.iter().filter(|one| one.closed_on.is_some_and(|on| year(on) == of));
        let k = closed.map(|one| one.client.as_str()).collect::<BTreeSet<_>>().len() as u32;
        let n = invoiced.iter().find(|(year, _)| *year == of).map_or(0, |(_, clients)| *clients);
        let n = n.max(k);
        (of, Share { k, n, cases: n }.told())
    };
    first.map(|first| (first..=year(today)).rev().map(of_year).collect()).unwrap_or_default()
}

fn false_alarms(episodes: &[Episode]) -> Vec<(Code, Option<Share>)> {
    let of_code = |code: &Code| {
        let judged = episodes.iter().filter(|one| one.code == *code && one.state != State::Observed);
        let mut clients: BTreeMap<&str, (u32, u32)> = BTreeMap::new();
        for one in judged {
            let (k, n) = clients.entry(&one.client).or_default();
            *k += u32::from(one.state == State::Dismissed);
            *n += 1;
        }
        (!clients.is_empty()).then(|| (*code, Share::over(clients.into_values())))
    };
    Code::ALL.iter().filter_map(of_code).collect()
}

#[cfg(test)]
mod tests;
