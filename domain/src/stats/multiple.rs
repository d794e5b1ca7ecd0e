//! Many tests at once: how small a p must be before a finding is believed.

/// Returns the largest p that is rejected when at most a share `q` of the rejections may be false,
/// so that `p <= cut-off` is the rule; 0 if none is. NaN counts as a test that failed
/// (Benjamini & Hochberg 1995).
pub fn benjamini_hochberg(p: &[f64], q: f64) -> f64 {
    let tests = p.len() as f64;
    let mut small: Vec<f64> = p.iter().copied().filter(|p| *p <= q).collect();
    small.sort_unstable_by(f64::total_cmp);
    let rejected = small.iter().enumerate().rfind(|(i, p)| **p <= (i + 1) as f64 * q / tests);
    rejected.map_or(0.0, |(_, p)| *p)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cut_offs() {
        for (p, q, expected) in [
            (vec![0.001, 0.008, 0.02, 0.04, 0.2], 0.10, 0.04), // vector 15: the first four
            (vec![0.2, 0.04, 0.001, 0.02, 0.008], 0.10, 0.04), // in any order
            (vec![0.04, 0.05, 0.05, 0.05], 0.05, 0.05),        // a later one carries the earlier
            (vec![0.03, 0.04, 0.9, 0.9], 0.05, 0.0),
            (vec![0.0, 0.9], 0.05, 0.0),
            (vec![1.0; 4], 0.10, 0.0),
            (vec![0.01, f64::NAN], 0.10, 0.01),
            (vec![], 0.10, 0.0),
        ] {
            assert_eq!(benjamini_hochberg(&p, q), expected, "{p:?}");
        }
    }
}
