//! Carrying out a decision to part: what the contract says of its end, notice to the day, the windows in which contracts
//! that renew can be stopped, letters as data and the dossier
//! behind them, and what a letter may say.

pub mod contract;
pub mod dossier;
pub mod dunning;
pub mod interest;
pub mod letter;
pub mod notice;
pub mod obligation;
pub mod portal;
pub mod renewal;
pub mod settlement;
pub mod timeline;
pub mod tone;
