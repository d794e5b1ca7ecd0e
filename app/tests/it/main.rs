//! The one integration test binary.

#[cfg(unix)]
mod browser;
mod cli;
mod crash;
mod database;
mod entry;
mod exit_cost;
mod exit_pages;
mod firm;
mod harness;
mod hostile;
mod imports;
mod lanes;
mod pages;
mod people;
mod reports;
mod security;
mod tidy;
mod trace;
mod upkeep;
mod vain;
