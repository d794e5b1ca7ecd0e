//! Carrying out a decision to part: what the contract says of its end, notice to the day, and the windows in which contracts
//! that renew can be stopped.

pub mod contract;
pub mod notice;
pub mod renewal;
