//! Foreign files to canonical rows and row problems: read by meaning, nothing guessed silently, nothing lost.

pub mod target;
pub mod value;
pub mod words;
