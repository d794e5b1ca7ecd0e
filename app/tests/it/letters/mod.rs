//! Letters: every kind in every language passes our own check, and stands on paper as it should.

mod facts;
mod pages;
mod papers;
mod texts;
