//! A shift of level: the one point at which a series most likely changed.

use super::all_finite;
use super::rank::average_ranks;

/// A likely change of level inside a series.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shift {
    /// Position (from 0) of the first value after the change.
    pub at: usize,
    /// Whether the values after the change are the higher ones.
    pub rises: bool,
    /// Two-sided chance of a change this clear if there were none.
    pub p: f64,
}

/// Finds the point that best splits a series into two levels, with its approximate two-sided p;
/// `None` below 4 values or if all are equal, the earliest point on a draw (Pettitt 1979).
pub fn pettitt(values: &[f64]) -> Option<Shift> {
    if values.len() < 4 || !all_finite(values) {
        return None;
    }
    let n = values.len() as f64;
    let (mut sum, mut widest, mut at) = (0.0, 0.0f64, 0);
    for (i, rank) in average_ranks(values).into_iter().enumerate() {
        sum += 2.0 * rank - (n + 1.0);
        if f64::abs(sum) > widest.abs() {
            (widest, at) = (sum, i + 1);
        }
    }
    let p = 2.0 * (-6.0 * widest * widest / (n * n * (n + 1.0))).exp();
    if widest == 0.0 { None } else { Some(Shift { at, rises: widest < 0.0, p: p.min(1.0) }) }
}

#[cfg(test)]
mod tests {
    use super::super::near;
    use super::*;

    fn check(values: &[f64], at: usize, rises: bool, p: f64) {
        let found = pettitt(values).expect("a shift");
        assert_eq!((found.at, found.rises), (at, rises));
        near(found.p, p, 5e-5);
    }

    #[test]
    fn finds_the_first_value_after_the_change() {
        // K = 25 and n = 10: 2 exp(-6 * 625 / 1100).
        check(&[1.0, 2.0, 3.0, 4.0, 5.0, 11.0, 12.0, 13.0, 14.0, 15.0], 5, true, 0.066_14);
        check(&[9.0, 9.0, 9.0, 9.0, 2.0, 2.0, 2.0, 2.0, 2.0, 2.0, 2.0, 2.0], 4, false, 0.075_10);
        check(&[1.0, 2.0, 1.0, 2.0], 1, true, 1.0);
    }

    #[test]
    fn no_shift_without_enough_or_varied_values() {
        assert_eq!(pettitt(&[1.0, 2.0, 3.0]), None);
        assert_eq!(pettitt(&[4.0; 9]), None);
        assert_eq!(pettitt(&[1.0, 2.0, 3.0, f64::NAN]), None);
    }
}
