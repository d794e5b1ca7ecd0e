//! Carrying out a decision to part: what the contract says of its end, notice to the day, the windows in which contracts
//! that renew can be stopped, when each contract of a client can end, and what a letter may say.

pub mod agreement;
pub mod contract;
pub mod ends;
pub mod letter;
pub mod notice;
pub mod portal;
pub mod renewal;
pub mod tone;
