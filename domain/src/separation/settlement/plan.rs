//! Payment plans: when one is sound, and whether its instalments were kept.

use crate::case::trial::{Instalment, Span, kept_instalments};
use crate::days::Day;
use crate::money::Money;
use crate::sign::Scene;
use crate::word::words;

words! {
    /// Why a payment plan cannot be taken as it is.
    PlanWrong {
        Empty = "empty",
        /// An instalment is nothing, or less.
        Amount = "amount",
        /// The days do not follow each other.
        Order = "order",
        /// An instalment was due before the plan was accepted.
        Past = "past",
        /// The currencies differ.
        Currency = "currency",
        /// The instalments do not come to what is owed.
        Sum = "sum",
    }
}

/// Checks a plan against what it pays off; the first thing wrong is told.
pub fn check_plan(instalments: &[Instalment], owed: Money, accepted_on: Day) -> Result<(), PlanWrong> {
    let sum = instalments.iter().map(|one| one.amount).fold(0, i64::saturating_add);
    let wrong = [
        (PlanWrong::Empty, instalments.is_empty()),
        (PlanWrong::Amount, instalments.iter().any(|one| one.amount <= 0)),
        (PlanWrong::Currency, instalments.iter().any(|one| one.currency != owed.currency)),
        (PlanWrong::Order, !instalments.is_sorted_by(|a, b| a.due_on < b.due_on)),
        (PlanWrong::Past, instalments.first().is_some_and(|first| first.due_on < accepted_on)),
        (PlanWrong::Sum, sum != owed.minor),
    ];
    wrong.into_iter().find(|(_, is_so)| *is_so).map_or(Ok(()), |(wrong, _)| Err(wrong))
}

/// Returns of each instalment whether it was kept; `None` where it still can be, or a rate of exchange is missing.
pub fn instalments(
    scene: &Scene,
    invoices: &[String],
    plan: &[Instalment],
    accepted_on: Day,
) -> Vec<(Instalment, Option<bool>)> {
    let span = Span { begins_on: accepted_on, ends_on: scene.on, instalments: plan, invoices };
    let unknown = || plan.iter().map(|one| (*one, None)).collect();
    kept_instalments(scene, &span).unwrap_or_else(|_| unknown())
}
