//! Khitam's rules: records, signs, cases. Values in, values out; no clock, no entropy, no SQL, no HTML, and no word that
//! a person is shown.

pub mod case;
pub mod days;
pub mod erasure;
pub mod exit;
pub mod firm;
pub mod journal;
pub mod lesson;
pub mod money;
pub mod picture;
pub mod record;
pub mod retention;
pub mod separation;
pub mod sign;
pub mod spelling;
pub mod stats;
pub mod text;
pub mod word;
