//! Stories with more than one caller: load, decide, save.

pub mod assess;
pub mod hand;
mod tally;
