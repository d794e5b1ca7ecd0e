//! Letters: every kind in every language passes our own check, and stands on paper as it should.

mod certificates;
mod filled;
mod needed;
pub mod pages;
pub mod papers;
mod templates;
mod texts;
