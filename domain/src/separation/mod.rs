//! Carrying out a decision to part: notice to the day, and the windows in which contracts that renew can be stopped.

pub mod notice;
pub mod renewal;
