//! Foreign files to canonical rows and row problems: read by meaning, nothing guessed silently, nothing lost.
//!
//! `inspect` looks at a file and says how it will be read (`Plan`); a person may change that; `read` then hands over the
//! rows, the problems and the notes. What needs the store (duplicate keys, unknown invoices, overpayment) is decided there.

mod accept;
#[cfg(test)]
mod cases;
#[cfg(test)]
mod catalogue;
pub mod clients;
pub mod contract;
pub mod correction;
mod draft;
mod finish;
#[cfg(test)]
mod folder;
mod form;
pub mod gone;
mod hash;
mod identity;
pub mod inspect;
pub mod left_out;
mod lines;
mod money;
pub mod plan;
pub mod problem;
pub mod profile;
pub mod read;
pub mod recognise;
pub mod repair;
pub mod row;
#[cfg(test)]
mod sample;
pub mod single;
pub mod source;
mod survey;
pub mod target;
pub mod tax;
pub mod value;
mod who;
pub mod words;
pub mod workbook;
pub mod written;

pub use clients::Clients;
pub use inspect::inspect;
pub use plan::{Options, Plan};
pub use problem::{Note, NoteCode, Problem, ProblemCode};
pub use read::{Context, Outcome, Progress, ReadError, read};
pub use row::Row;
pub use words::HeaderWords;
