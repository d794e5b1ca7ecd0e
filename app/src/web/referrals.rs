//! Whom others sent to us round an end, in one sentence for every page.

use super::markup::{Markup, Pen};
use domain::lesson::referral::Referrals;
use fluent_bundle::FluentValue;

/// Says how many were sent to us in a year before an end and since, and what that may be chance of.
pub fn yearly(pen: &Pen, own: Referrals) -> Markup {
    let (before, after) = own.yearly();
    let yearly = |n: f64| FluentValue::from(pen.lang.number(n, 1));
    let args = [
        ("before", yearly(before)),
        ("after", yearly(after)),
        ("k", FluentValue::from(f64::from(own.before))),
        ("m", FluentValue::from(f64::from(own.after))),
        ("days", FluentValue::from(f64::from(own.after_days))),
    ];
    let chance = own.chance_of_so_few().map(|chance| ("chance", FluentValue::from(pen.lang.percent(chance))));
    let chance = chance.filter(|_| after < before).map(|chance| pen.say("referrals-chance", [chance]));
    Markup::join([Some(pen.say("referrals-yearly", args)), chance].into_iter().flatten(), " ")
}
