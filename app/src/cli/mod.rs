//! The command line.

pub mod import;
pub mod signs;
