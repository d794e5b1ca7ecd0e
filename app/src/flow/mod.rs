//! Stories with more than one caller: load, decide, save.

pub mod entry;
pub mod reach;
pub mod reports;
