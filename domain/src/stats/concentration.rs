//! How much of the whole hangs on a few.

/// How concentrated a whole is among its parts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Concentration {
    /// Herfindahl-Hirschman index, 0 to 1: the sum of the squared shares.
    pub hhi: f64,
    /// How many parts of equal size would be as concentrated: 1 / hhi.
    pub effective: f64,
}

/// Measures the concentration of shares, or of amounts in any one unit, which are divided by their
/// sum; those negative or NaN count as zero, and an empty whole is 0 and 0 (Herfindahl 1950).
pub fn concentration(shares: &[f64]) -> Concentration {
    let (mut sum, mut squares) = (0.0, 0.0);
    for share in shares.iter().map(|share| share.max(0.0)) {
        sum += share;
        squares += share * share;
    }
    if squares > 0.0 {
        Concentration { hhi: squares / (sum * sum), effective: sum * sum / squares }
    } else {
        Concentration { hhi: 0.0, effective: 0.0 }
    }
}

#[cfg(test)]
mod tests {
    use super::super::near;
    use super::*;

    fn check(shares: &[f64], hhi: f64, effective: f64) {
        let found = concentration(shares);
        near(found.hhi, hhi, 1e-9);
        near(found.effective, effective, 5e-3);
    }

    #[test]
    fn shares_and_amounts() {
        check(&[0.40, 0.20, 0.15, 0.15, 0.10], 0.255, 3.92); // vector 17
        check(&[4_000.0, 2_000.0, 1_500.0, 1_500.0, 1_000.0], 0.255, 3.92);
        check(&[1.0], 1.0, 1.0);
        check(&[3.0; 8], 0.125, 8.0);
        check(&[5.0, 0.0, -2.0], 1.0, 1.0);
        check(&[0.0, 0.0], 0.0, 0.0);
        check(&[], 0.0, 0.0);
    }
}
