//! A case: from the signs to a decision that people can defend, kept as a journal and folded into a state.

mod cited;
pub mod contribution;
pub mod guardrail;
pub mod harm;
mod outcome;
pub mod roster;
pub mod snapshot;
pub mod trial;
pub mod worth;

pub use cited::{Cited, CitedRow};
pub use outcome::Outcome;
