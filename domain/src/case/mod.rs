//! A case: from the signs to a decision that people can defend, kept as a journal and folded into a state.

mod outcome;

pub use outcome::Outcome;
