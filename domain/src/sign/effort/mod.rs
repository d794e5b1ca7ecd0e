//! E: what the client brings, and what it takes.

mod concentration;
mod contribution;
mod goodwill;
mod hourly_rate;
mod over_servicing;
mod price_pressure;

pub use contribution::contributing;
pub use hourly_rate::earning;
pub use over_servicing::{counted, hours_beyond_agreed};

use super::{Code, Detect, Facts, Measured, Quarter, Scene, Tally};
use crate::days::Day;
use crate::money::Money;
use crate::record::{Invoice, Time};
use std::cmp::Reverse;

const DETECTORS: [(Code, Detect); 6] = [
    (Code::E1, hourly_rate::detect),
    (Code::E3, over_servicing::detect),
    (Code::E4, contribution::detect),
    (Code::E6, concentration::detect),
    (Code::E7, price_pressure::detect),
    (Code::E8, goodwill::detect),
];

/// Runs the family's detectors.
pub fn measure(scene: &Scene, out: &mut Measured) {
    out.tally.revenue = revenue(scene);
    out.tally.billed_since = scene.history.invoices.first().map(|invoice| invoice.issued_on);
    let known = scene.quarters.contribution().and(scene.quarters.all.last());
    out.tally.contribution = known.and_then(|quarter| scene.in_base(quarter.contribution()));
    out.tally.contribution_monthly = contribution_monthly(scene);
    out.tally.contributing = u32::from(out.tally.contribution_monthly.is_some());
    out.tally.received = received(scene);
    let counted = hourly_rate::latest_counted(scene);
    out.tally.hourly_rate = counted.and_then(Quarter::hourly_rate).and_then(|rate| scene.in_base(rate));
    out.run(scene, &DETECTORS);
}

/// Returns what a month of the last year left over on average, in whole units of the base currency.
pub fn contribution_monthly(scene: &Scene) -> Option<f64> {
    scene.in_base(scene.quarters.contribution()? / 3.0)
}

/// Returns what came in during each of the last full months, the latest last, in whole units of the base currency; what
/// has no exchange rate is left out.
pub fn received(scene: &Scene) -> [f64; Tally::MONTHS] {
    let mut months = [0.0; Tally::MONTHS];
    // The month of the day itself is full on its last day only.
    let next = scene.on.plus(1).month();
    for payment in &scene.history.payments {
        let place = Tally::MONTHS as i32 - next.since(payment.paid_on.month());
        if let Some(month) = usize::try_from(place).ok().and_then(|place| months.get_mut(place)) {
            let money = Money { minor: payment.amount.0, currency: payment.currency };
            *month += scene.firm.in_base(money, payment.paid_on).unwrap_or(0.0);
        }
    }
    months
}

/// Returns the invoices of the window, the largest first.
fn billed<'a>(scene: &Scene<'a>) -> Vec<&'a Invoice> {
    largest(scene.history.invoices.iter().filter(|invoice| scene.in_window(invoice.issued_on)))
}

fn largest<'a>(invoices: impl Iterator<Item = &'a Invoice>) -> Vec<&'a Invoice> {
    let mut largest: Vec<&Invoice> = invoices.collect();
    largest.sort_by_key(|invoice| Reverse(invoice.net()));
    largest
}

/// Returns the net revenue of the window in whole units of the base currency; nothing where a rate is missing.
pub fn revenue(scene: &Scene) -> Option<f64> {
    let mut issued = scene.history.invoices.iter().filter(|invoice| scene.in_window(invoice.issued_on)).peekable();
    let whole = |invoice: &Invoice| {
        let money = Money { minor: invoice.net().0, currency: invoice.currency };
        scene.firm.in_base(money, invoice.issued_on)
    };
    issued.peek()?;
    issued.map(whole).sum()
}

/// Cites the hours, bills and costs of quarters, the largest first.
pub fn cite(scene: &Scene, quarters: &[&Quarter]) -> Facts {
    let mut facts = Facts::default();
    cite_also(scene, quarters, &mut facts);
    facts
}

/// Cites them after what is cited already.
fn cite_also(scene: &Scene, quarters: &[&Quarter], facts: &mut Facts) {
    let within = |day: Day| quarters.iter().any(|quarter| quarter.first <= day && day <= quarter.last);
    // A bill that is spread over several quarters may have been issued before them.
    let billed_from = |quarter: &Quarter| quarter.first.month().plus(-3 * scene.quarters.spread).first();
    let counts = |day: Day| quarters.iter().any(|quarter| billed_from(quarter) <= day && day <= quarter.last);
    for invoice in largest(scene.history.invoices.iter().filter(|invoice| counts(invoice.issued_on))) {
        facts.add("invoices", &invoice.id, invoice.source);
    }
    for cost in scene.history.costs.iter().filter(|cost| within(cost.on_day)) {
        facts.add("costs", &cost.id, cost.source);
    }
    cite_time(scene.history.time.iter().filter(|time| within(time.on_day)), facts);
}

/// Cites hours, the longest first.
fn cite_time<'a>(time: impl Iterator<Item = &'a Time>, facts: &mut Facts) {
    let mut longest: Vec<&Time> = time.collect();
    longest.sort_by_key(|time| Reverse(time.minutes));
    for time in longest {
        facts.add("time", &time.id, time.source);
    }
}
