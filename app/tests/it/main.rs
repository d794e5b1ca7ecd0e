//! The one integration test binary.

mod cli;
mod database;
mod entry;
mod firm;
mod harness;
mod lanes;
mod people;
mod reports;
mod security;
mod tidy;
