//! Stories with more than one caller: load, decide, save.

pub mod assess;
pub mod cases;
pub mod demo;
mod demo_cases;
mod demo_exit;
pub mod entry;
pub mod exit;
pub mod hand;
pub mod import;
pub mod openings;
pub mod own_parts;
pub mod reach;
pub mod reports;
mod tally;
pub mod upload;
