//! A case: from the signs to a decision that people can defend, kept as a journal and folded into a state.

mod cited;
mod outcome;
pub mod roster;

pub use cited::{Cited, CitedRow};
pub use outcome::Outcome;
