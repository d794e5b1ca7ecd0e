//! What was learnt, for the next client: criteria over what is known of a prospect, prospects, what comes in a lost
//! client's stead, what the ways to clients are worth, whom others send to us, and what is looked after once a case is closed
//! (DOMAIN B39, B79–B82, 2.20, 3.6).

pub mod afterwards;
pub mod back_test;
pub mod channel;
pub mod conduct;
pub mod criterion;
pub mod fact;
pub mod in_force;
pub mod prospect;
pub mod recognise;
pub mod referral;
pub mod replacement;
pub mod rule;

use crate::days::Day;

/// So many cases there must be of something before a figure of it is shown (RULINGS 38, DOMAIN 5.4).
pub const SHOWN_MIN: usize = 4;

/// Tells whether counts that add up to a known sum may be shown: one of a few would tell of clients one by one, and so
/// would the others, which leave it over.
pub fn are_shown(cells: &[usize]) -> bool {
    cells.iter().all(|cell| *cell == 0 || *cell >= SHOWN_MIN)
}

/// Something that happened, with who did it, the firm's day, and the instant (UTC, as text that sorts).
#[derive(Clone, Debug, PartialEq)]
pub struct Stamped<E> {
    pub seq: u32,
    pub by: String,
    pub on: Day,
    pub at: String,
    pub event: E,
}
