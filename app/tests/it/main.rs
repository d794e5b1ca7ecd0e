//! The one integration test binary.

#[cfg(unix)]
mod absence;
mod browser;
mod cases;
mod cli;
mod contract;
mod corrections;
mod crash;
mod database;
mod entry;
mod exit_cost;
mod exit_pages;
mod files;
mod firm;
mod harness;
mod hostile;
mod imports;
mod lanes;
mod letter_check;
mod meant;
mod notice;
mod notice_pages;
mod pages;
mod past;
mod people;
mod portal;
mod repair;
mod reports;
mod reviews;
mod security;
mod terms;
mod tidy;
mod trace;
mod upkeep;
mod vain;
mod weighing;
