//! Carrying out a decision to part.

pub mod tone;
