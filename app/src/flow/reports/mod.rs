//! Reports: sealed when filed, opened by the keys of those they were sealed to, sealed anew with all that is done. The
//! case that a report opens lives inside its seal, so that nothing outside tells that there is one.

mod act;
pub mod archive;
pub mod compartment;
mod envelope;
mod file;
mod journal;
mod open;
mod seal;
#[cfg(test)]
mod tests;

pub use act::{Hand, With, act, bytes_of};
pub use compartment::Compartment;
pub use envelope::{Envelope, File, Opened, Reader, WISHES};
pub use file::{Filed, NotFiled, file, may_file};
pub use open::{Sight, open_all};

/// Before the first report can be filed, so many recipients are named, one of them at least not the owner (RULINGS 34).
pub const RECIPIENTS_MIN: usize = 2;
