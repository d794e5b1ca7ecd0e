//! Stories with more than one caller: load, decide, save.

pub mod assess;
pub mod cases;
pub mod demo;
pub mod entry;
pub mod hand;
pub mod import;
pub mod own_parts;
pub mod reach;
pub mod reports;
pub mod roster;
mod tally;
pub mod upload;
