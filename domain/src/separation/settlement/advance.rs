//! How much of an advance is earned when the work ends.

use super::particular::Earning;
use crate::days::Day;
use crate::money::Currency;
use crate::sign::Scene;

/// An advance: the period it pays for, and the day on which the work ends.
pub struct Advance {
    /// Minor units, gross.
    pub amount: i64,
    pub currency: Currency,
    pub from: Day,
    pub until: Day,
    pub ends_on: Day,
    pub rule: Earning,
}

/// Returns the earned part in minor units; `None` where the records do not say.
pub fn earned(scene: &Scene, advance: &Advance) -> Option<i64> {
    let last = advance.until.min(advance.ends_on);
    match advance.rule {
        Earning::Days => Some(share(advance.amount, days(advance.from, last), days(advance.from, advance.until))),
        Earning::Hours => hours(scene, advance, last),
        Earning::Accepted => accepted(scene, advance),
        Earning::OnReceipt => Some(advance.amount),
        Earning::Refundable => Some(0),
    }
}

/// Counts days, both included.
fn days(from: Day, until: Day) -> i64 {
    i64::from((until.since(from) + 1).max(0))
}

/// Returns a part of a sum, rounded half away from zero.
fn share(amount: i64, part: i64, whole: i64) -> i64 {
    let (part, whole) = (i128::from(part.min(whole)), i128::from(whole.max(1)));
    ((i128::from(amount) * part * 2 + whole) / (whole * 2)) as i64
}

/// Hours are priced in the client's currency; an advance in another one is not compared with them.
fn hours(scene: &Scene, advance: &Advance, last: Day) -> Option<i64> {
    if advance.currency != scene.currency {
        return None;
    }
    let in_period = scene.history.time.iter().filter(|time| advance.from <= time.on_day && time.on_day <= last);
    let worked = in_period.filter(|time| time.billable != Some(false));
    let price = |minutes: i64, day: Day| Some(minutes as f64 / 60.0 * scene.agreed_rate(day)?);
    let whole: f64 = worked.map(|time| price(time.minutes, time.on_day)).sum::<Option<f64>>()?;
    Some(scene.currency.minor(whole).clamp(0, advance.amount.max(0)))
}

fn accepted(scene: &Scene, advance: &Advance) -> Option<i64> {
    let due = |day: Day| advance.from <= day && day <= advance.until;
    let all: Vec<_> = scene.history.deliverables.iter().filter(|piece| due(piece.due_on)).collect();
    let accepted = all.iter().filter(|piece| piece.accepted_on.is_some()).count();
    (!all.is_empty()).then(|| share(advance.amount, accepted as i64, all.len() as i64))
}
