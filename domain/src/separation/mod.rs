//! Carrying out a decision to part: what the contract says of its end, notice to the day, the windows in which contracts
//! that renew can be stopped, when each contract of a client can end, letters as data and the dossier behind them, what
//! both sides owe, the account, and what a letter may say.

pub mod agreement;
pub mod contract;
pub mod dossier;
pub mod dunning;
pub mod ends;
pub mod interest;
pub mod letter;
pub mod notice;
pub mod obligation;
pub mod portal;
pub mod renewal;
pub mod served;
pub mod service;
pub mod settlement;
pub mod timeline;
pub mod tone;
pub mod work;
