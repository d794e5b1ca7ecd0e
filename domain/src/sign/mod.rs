//! Signs: what the records say about a relationship. `measure` looks at one client alone, `judge` compares with the
//! portfolio; `assess` is both, pure and repeatable (RULINGS 25).

mod assessment;
mod baseline;
mod critical;
mod delivery;
mod draft;
mod effort;
mod episode;
mod finding;
mod late_chance;
mod ledger;
mod payment;
mod policy;
mod portfolio;
mod quarters;
mod range;
#[cfg(test)]
pub(crate) mod sample;
mod scene;
mod season;
mod trust;

pub(crate) use delivery::{Rounds, outside_scope, pieces, quality};
pub(crate) use effort::{contributing, contribution_monthly, counted, earning, hours_beyond_agreed, received, revenue};
pub use payment::is_kept as promise_is_kept;
pub(crate) use payment::{cite as cite_bills, exposure, kept_until, unbilled_work};
pub(crate) use portfolio::revenue_share;
pub(crate) use quarters::expected_loss;
pub(crate) use trust::{their_waits, unfounded_disputes, usual_pulse};

pub use assessment::{Assessment, Gravity, arg, assess, is_unseen, judge, measure};
pub use baseline::{Baseline, Tally, knows_payments};
pub use critical::of_report;
pub use draft::{Against, Detect, Draft, Measured, grade};
pub use episode::{Earlier, Episode, Sighting, State, advance, taken_back};
pub use finding::{Arg, Blind, Code, Fact, Facts, Family, Finding, Level, Need, Value};
pub use late_chance::{Decided, Delays, late_chance};
pub use ledger::{Bill, Ledger, Receipt, worth_in};
pub use policy::{General, Policy, PolicyError, Rule, Setting};
pub use quarters::{Quarter, Quarters};
pub use range::Range;
pub use scene::Scene;
