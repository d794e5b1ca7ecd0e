//! Stories with more than one caller: load, decide, save.

pub mod assess;
mod tally;
