//! Carrying out a decision to part: notice to the day, and what is computed from it.

pub mod notice;
