//! The one integration test binary.

mod database;
mod lanes;
mod tidy;
