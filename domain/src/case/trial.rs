//! A repair trial (DOMAIN A51): what was agreed to become better, read from the records between two days.

mod suggested;

use super::Cited;
use crate::days::{Day, Month};
use crate::firm::Firm;
use crate::money::{Currency, Money};
use crate::record::{Feedback, History, Incident, IncidentKind, Invoice, Time};
use crate::sign::{Bill, Code, Facts, Need, Policy, Rounds, Scene};
use crate::sign::{cite_bills, counted, kept_until, pieces, their_waits};
use crate::stats::median;
use crate::word::words;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;

words! {
    /// What a trial measures; ours stand beside theirs (DOMAIN A63).
    MeasureKind {
        /// Share of the bills due in the trial that were paid in time; those rightly disputed are left out.
        PaidOnTime = "paid_on_time",
        /// Mean days late of the same bills, an open one at its age.
        DaysLate = "days_late",
        /// Hours beyond those agreed, the month's hours taken by the day; changes that are paid for do not count.
        HoursBeyondAgreed = "hours_beyond_agreed",
        /// Revision rounds a deliverable, those that our own errors caused left out.
        RevisionRounds = "revision_rounds",
        /// The client's median reply time, in its business days.
        ReplyDays = "reply_days",
        /// Boundaries crossed.
        BoundaryBreaches = "boundary_breaches",
        /// Share of the payment plan's instalments that were kept, a few business days allowed as for a promise (P6).
        InstalmentsKept = "instalments_kept",
        /// The client's median rating, 1 to 5.
        Satisfaction = "satisfaction",
        /// Ours: share of the deliverables handed over in time; what the client made late counts as in time.
        DeliveredOnTime = "delivered_on_time",
    }
}

/// What has to be reached.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Measure {
    pub kind: MeasureKind,
    /// The least, or the most, in the unit of the kind.
    pub limit: f64,
}

/// One instalment of a payment plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Instalment {
    pub due_on: Day,
    /// Minor units.
    pub amount: i64,
    pub currency: Currency,
}

/// The days of a trial, both included, and the payment plan that it tries.
#[derive(Clone, Copy, Debug)]
pub struct Span<'a> {
    pub begins_on: Day,
    pub ends_on: Day,
    pub instalments: &'a [Instalment],
    /// The invoices that the plan pays off; where none is named, all that were issued before the trial.
    pub invoices: &'a [String],
}

impl Span<'_> {
    /// Tells whether the plan pays off an invoice.
    fn covers(&self, invoice: &Invoice) -> bool {
        let is_named = self.invoices.iter().any(|own| *own == invoice.id);
        is_named || (self.invoices.is_empty() && invoice.issued_on < self.begins_on)
    }
}

/// What a measure came to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    pub measure: Measure,
    /// The last day that was read: of a trial that runs, the day of reading.
    pub until: Day,
    /// `None` where there was nothing to be seen; `needs` says why.
    pub value: Option<f64>,
    /// How many bills, deliverables, replies … it rests on.
    pub n: u32,
    pub met: Option<bool>,
    pub needs: Option<Need>,
    pub facts: Cited,
}

impl MeasureKind {
    /// Tells whether more is better, so that the limit is the least.
    pub fn is_at_least(self) -> bool {
        self.is_share() || self == MeasureKind::Satisfaction
    }

    /// Tells whether the value is a share, 0 to 1.
    pub fn is_share(self) -> bool {
        use MeasureKind::*;
        matches!(self, PaidOnTime | InstalmentsKept | DeliveredOnTime)
    }

    /// Tells whether it takes what no payment settled for unpaid.
    fn rests_on_payments(self) -> bool {
        matches!(self, MeasureKind::PaidOnTime | MeasureKind::DaysLate | MeasureKind::InstalmentsKept)
    }

    /// Tells whether it is ours to reach.
    pub fn is_ours(self) -> bool {
        self == MeasureKind::DeliveredOnTime
    }
}

impl Measure {
    /// Tells whether the limit is a value that the measure can have.
    pub fn is_sound(&self) -> bool {
        match self.kind {
            kind if kind.is_share() => (0.0..=1.0).contains(&self.limit),
            MeasureKind::Satisfaction => (1.0..=5.0).contains(&self.limit),
            _ => self.limit.is_finite() && self.limit >= 0.0,
        }
    }
}

/// A value, how many things it rests on, and its rows.
type Found = Result<(f64, usize, Facts), Need>;

/// Reads the measures of a trial on a day. Of a trial that is over only its own days count: what came later was too late.
/// `knows_payments` says whether what no payment settled is unpaid.
pub fn read(
    measures: &[Measure],
    span: &Span,
    history: &History,
    firm: &Firm,
    policy: &Policy,
    knows_payments: bool,
    on: Day,
) -> Vec<Reading> {
    let until = on.min(span.ends_on);
    let mut known = history.clone();
    known.keep_known_on(until);
    let mut scene = Scene::new(&known, firm, policy, until);
    // From here on the window is the trial.
    scene.since = span.begins_on.plus(-1);
    let is_told = |kind: MeasureKind| knows_payments || !kind.rests_on_payments();
    let find = |kind| match find(kind, &scene, span) {
        _ if span.begins_on > until => Err(Need::MoreData),
        Ok(_) if !is_told(kind) => Err(Need::Payments),
        found => found,
    };
    measures.iter().map(|measure| measure.reading(until, find(measure.kind))).collect()
}

impl Measure {
    fn reading(&self, until: Day, found: Found) -> Reading {
        let measure = *self;
        match found {
            Ok((value, n, facts)) => {
                let met = if self.kind.is_at_least() { value >= self.limit } else { value <= self.limit };
                let (value, met) = (Some(value), Some(met));
                Reading { measure, until, value, n: n as u32, met, needs: None, facts: facts.into() }
            }
            Err(needs) => {
                let facts = Cited::default();
                Reading { measure, until, value: None, n: 0, met: None, needs: Some(needs), facts }
            }
        }
    }
}

fn find(kind: MeasureKind, scene: &Scene, span: &Span) -> Found {
    match kind {
        MeasureKind::PaidOnTime => paid_on_time(scene),
        MeasureKind::DaysLate => days_late(scene),
        MeasureKind::HoursBeyondAgreed => hours(scene),
        MeasureKind::RevisionRounds => rounds(scene),
        MeasureKind::ReplyDays => replies(scene),
        MeasureKind::BoundaryBreaches => boundaries(scene),
        MeasureKind::InstalmentsKept => instalments(scene, span),
        MeasureKind::Satisfaction => satisfaction(scene),
        MeasureKind::DeliveredOnTime => delivered_on_time(scene),
    }
}

/// Says that there is nothing to be seen yet, or that the records are not there at all.
fn lacks(is_empty: bool, needs: Need) -> Need {
    if is_empty { needs } else { Need::MoreData }
}

fn paid_on_time(scene: &Scene) -> Found {
    let (bills, grace_days) = due(scene)?;
    let in_time = bills.iter().filter(|bill| bill.delay <= grace_days).count();
    Ok((in_time as f64 / bills.len() as f64, bills.len(), cite_bills(scene, bills.iter().copied())))
}

fn days_late(scene: &Scene) -> Found {
    let (bills, _) = due(scene)?;
    let days: f64 = bills.iter().map(|bill| f64::from(bill.days_late())).sum();
    Ok((days / bills.len() as f64, bills.len(), cite_bills(scene, bills.iter().copied())))
}

/// Returns the bills due in the trial whose fate is known, the latest paid first, and the days of grace (P5).
fn due<'a>(scene: &'a Scene) -> Result<(Vec<&'a Bill>, i32), Need> {
    let grace_days = scene.rule(Code::P5).more("grace_days") as i32;
    let is_right = |bill: &&Bill| scene.history.invoices[bill.invoice].dispute_upheld == Some(true);
    let due = scene.ledger.due_within(scene.since, scene.on);
    let mut bills: Vec<&Bill> = due.filter(|bill| bill.is_decided(grace_days) && !is_right(bill)).collect();
    bills.sort_by_key(|bill| Reverse(bill.delay));
    if bills.is_empty() {
        Err(lacks(scene.ledger.bills.is_empty(), scene.ledger.lacks()))
    } else {
        Ok((bills, grace_days))
    }
}

fn hours(scene: &Scene) -> Found {
    let mut worked: Vec<&Time> = counted(scene).filter(|time| scene.in_window(time.on_day)).collect();
    if worked.is_empty() {
        return Err(lacks(scene.history.time.is_empty(), Need::Time));
    }
    let agreed = agreed_hours(scene).ok_or(Need::AgreedHours)?;
    let hours = worked.iter().map(|time| time.minutes).sum::<i64>() as f64 / 60.0;
    worked.sort_by_key(|time| Reverse(time.minutes));
    let facts = Facts::of("time", worked.iter().map(|time| (&time.id, time.source)));
    Ok(((hours - agreed).max(0.0), worked.len(), facts))
}

/// Returns the hours agreed for the trial, of each month as many as its days in it; what held on the last of them counts.
fn agreed_hours(scene: &Scene) -> Option<f64> {
    let first = scene.since.plus(1);
    let months = (0..=scene.on.month().since(first.month())).map(|ahead| first.month().plus(ahead));
    let of_month = |month: Month| {
        let (from, to) = (month.first().max(first), month.last().min(scene.on));
        let days = |from: Day, to: Day| f64::from(to.since(from) + 1);
        Some(scene.agreed_hours(to)? * days(from, to) / days(month.first(), month.last()))
    };
    months.map(of_month).sum::<Option<f64>>().filter(|hours| *hours > 0.0)
}

fn rounds(scene: &Scene) -> Found {
    let rounds = Rounds::of(scene);
    let delivered = scene.history.deliverables.iter().any(|d| d.delivered_on.is_some_and(|day| scene.in_window(day)));
    match rounds.deliverables {
        0 if delivered => Err(Need::Revisions),
        0 => Err(lacks(scene.history.deliverables.is_empty(), Need::Deliverables)),
        n => Ok((f64::from(rounds.count) / f64::from(n), n as usize, rounds.facts())),
    }
}

fn replies(scene: &Scene) -> Found {
    let (mut waits, facts) = their_waits(scene)?;
    Ok((median(&mut waits).ok_or(Need::MoreData)?, waits.len(), facts))
}

/// Counts crossed boundaries; that there is none says something only if such things are written down of this client.
fn boundaries(scene: &Scene) -> Found {
    let window = scene.within(&scene.history.incidents, |incident| incident.at.day).iter().rev();
    let crossed: Vec<&Incident> = window.filter(|incident| incident.kind == IncidentKind::Boundary).collect();
    if scene.history.incidents.is_empty() {
        return Err(Need::Incidents);
    }
    let facts = Facts::of("incidents", crossed.iter().map(|incident| (&incident.id, incident.source)));
    Ok((crossed.len() as f64, crossed.len(), facts))
}

/// Counts the instalments kept; one that can still be kept is left out.
fn instalments(scene: &Scene, span: &Span) -> Found {
    let decided: Vec<bool> = kept_instalments(scene, span)?.into_iter().filter_map(|(_, kept)| kept).collect();
    if decided.is_empty() {
        return Err(Need::MoreData);
    }
    let kept = decided.iter().filter(|kept| **kept).count();
    let places = payments(scene, span);
    let paid = places.iter().map(|at| &scene.history.payments[*at]);
    let facts = Facts::of("payments", paid.map(|paid| (&paid.id, paid.source)));
    Ok((kept as f64 / decided.len() as f64, decided.len(), facts))
}

/// Returns the instalments of a plan in the order of their days, each with whether it was kept; `None` where it still can
/// be. Each payment of the plan's invoices fills the oldest instalment.
pub(crate) fn kept_instalments(scene: &Scene, span: &Span) -> Result<Vec<(Instalment, Option<bool>)>, Need> {
    let currency = span.instalments.first().ok_or(Need::Promises)?.currency;
    let in_plan = |minor, of, on| scene.firm.convert(Money { minor, currency: of }, currency, on).ok_or(Need::Currency);
    let mut plan: Vec<&Instalment> = span.instalments.iter().collect();
    plan.sort_by_key(|instalment| instalment.due_on);
    if scene.ledger.unclear.iter().any(|place| span.covers(&scene.history.invoices[*place])) {
        return Err(Need::Currency);
    }
    let payments = payments(scene, span);
    let (mut due, mut all) = (0.0, vec![]);
    for instalment in plan {
        due += in_plan(instalment.amount, instalment.currency, span.begins_on)?;
        let last_day = kept_until(scene, instalment.due_on);
        let mut came = 0.0;
        for paid in payments.iter().map(|at| &scene.history.payments[*at]).filter(|paid| paid.paid_on <= last_day) {
            came += in_plan(paid.amount.0, paid.currency, paid.paid_on)?;
        }
        // Banks keep charges: half a percent short is still kept, as for a bill.
        let is_kept = came * 200.0 >= due * 199.0;
        all.push((*instalment, if is_kept { Some(true) } else { (last_day < scene.on).then_some(false) }));
    }
    Ok(all)
}

/// Returns the places of the payments that came in during the trial for the plan's invoices.
fn payments(scene: &Scene, span: &Span) -> Vec<usize> {
    let bills = scene.ledger.bills.iter().filter(|bill| span.covers(&scene.history.invoices[bill.invoice]));
    let receipts = bills.flat_map(|bill| scene.ledger.receipts(bill)).filter(|paid| span.begins_on <= paid.paid_on);
    let mut places: Vec<usize> = receipts.map(|receipt| receipt.payment).collect();
    places.sort_unstable();
    places
}

fn satisfaction(scene: &Scene) -> Found {
    let answers: Vec<&Feedback> = scene.within(&scene.history.feedback, |answer| answer.on_day).iter().rev().collect();
    let mut scores: Vec<f64> = answers.iter().map(|answer| answer.out_of_five()).collect();
    let usual = median(&mut scores).ok_or(lacks(scene.history.feedback.is_empty(), Need::Feedback))?;
    Ok((usual, answers.len(), Facts::of("feedback", answers.iter().map(|answer| (&answer.id, answer.source)))))
}

fn delivered_on_time(scene: &Scene) -> Found {
    let mut pieces = pieces(scene);
    if pieces.is_empty() {
        return Err(lacks(scene.history.deliverables.is_empty(), Need::Deliverables));
    }
    let in_time = pieces.iter().filter(|piece| !piece.is_late).count();
    pieces.sort_by_key(|piece| (!piece.is_late, Reverse(piece.day)));
    let rows = pieces.iter().map(|piece| &scene.history.deliverables[piece.deliverable]);
    let facts = Facts::of("deliverables", rows.map(|row| (&row.id, row.source)));
    Ok((in_time as f64 / pieces.len() as f64, pieces.len(), facts))
}

#[cfg(test)]
mod tests;
