//! The command line.

pub mod signs;
