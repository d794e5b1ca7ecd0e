//! Stories with more than one caller: load, decide, save.

pub mod account;
pub mod archive;
pub mod assess;
pub mod cases;
pub mod closing_pack;
pub mod contracts;
pub mod demo;
mod demo_cases;
mod demo_contract;
mod demo_exit;
mod demo_report;
pub mod entry;
pub mod exit;
pub mod file_report;
pub mod hand;
pub mod import;
pub mod openings;
pub mod own_parts;
pub mod past;
pub mod portal;
pub mod reach;
pub mod renewals;
pub mod reports;
pub mod roster;
mod tally;
pub mod upload;
pub mod watch;
