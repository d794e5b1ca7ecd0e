//! Keeping what outlives a case: bags that prove their own integrity, and what is made of them.

pub mod backup;
pub mod bag;
pub mod erasures;
pub mod indexed;
pub mod package;
