//! Reminders, rung by rung: which comes next for an invoice, on which day, by whose word, and why not (DOMAIN 2.9).
//! Nothing is sent from here.

mod facts;
mod ladder;
mod next;
mod suspension;
#[cfg(test)]
mod tests;

pub use facts::{Beside, DebtorDays, Facts, Sent};
pub use ladder::{Ladder, LadderError, Rung, RungKind, RungWrong};
pub use next::{Next, Rest, Step, Stop, next};
pub use suspension::{Lack, Suspension};
