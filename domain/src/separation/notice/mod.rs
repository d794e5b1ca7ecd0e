//! Notice to the day (DOMAIN 2.4, RULINGS 1-12): when a notice counts as received, when what it ends has ended, and until
//! when one must be sent. Pure: days, terms and holidays in, days and a trace out.

mod backwards;
mod compute;
#[cfg(test)]
mod elsewhere;
mod end;
mod guesses;
#[cfg(test)]
mod laws;
pub(super) mod places;
mod read;
mod receipt;
mod term;
mod terms;
mod trace;
#[cfg(test)]
mod vectors;
mod window;
mod wrong;

pub use crate::days::holiday::{Certainty, Holiday};
pub use compute::{Notice, compute};
pub use places::Place;
pub use read::{DEEMED_MAX, METHODS, computed_with, read, read_with};
pub use terms::{Align, Calendars, Deemed, EndsWith, Length, Method, Roll, Rule, Sent, Start, Terms, Written};
pub use trace::{Source, Step, StepKind};
pub use wrong::{InputError, Spot, Wrong};
