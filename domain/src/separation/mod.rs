//! Parting well: what the contract says of its end, and what follows from it.

pub mod contract;
