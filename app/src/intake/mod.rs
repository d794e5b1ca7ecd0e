//! Foreign files become records, and what cannot becomes a problem that says why.

pub mod row;
