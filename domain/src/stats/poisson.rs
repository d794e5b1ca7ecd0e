//! Counts against exposure: are there more events than the portfolio would lead one to expect.

use super::beta::Beta;
use super::ln_gamma;
use std::f64::consts::PI;

/// Returns the chance of `count` events or more where `expected` are expected; exact, with small
/// tails kept to full relative accuracy; NaN if `expected` is negative or not finite (Poisson 1837).
pub fn upper_tail(count: usize, expected: f64) -> f64 {
    if !(expected.is_finite() && expected >= 0.0) {
        f64::NAN
    } else if count == 0 {
        1.0
    } else if expected == 0.0 {
        0.0
    } else if count as f64 > expected {
        sum_upwards(count, expected)
    } else {
        1.0 - sum_downwards(count - 1, expected)
    }
}

/// Returns the chance of `count` events or fewer where `expected` are expected; exact, with small
/// tails kept to full relative accuracy; NaN if `expected` is negative or not finite (Poisson 1837).
pub fn lower_tail(count: usize, expected: f64) -> f64 {
    if !(expected.is_finite() && expected >= 0.0) {
        f64::NAN
    } else if expected == 0.0 {
        1.0
    } else if (count as f64) < expected {
        sum_downwards(count, expected)
    } else {
        1.0 - sum_upwards(count + 1, expected)
    }
}

fn sum_upwards(count: usize, expected: f64) -> f64 {
    let (mut term, mut sum, mut k) = (1.0, 1.0, count as f64);
    while term > sum * f64::EPSILON {
        k += 1.0;
        term *= expected / k;
        sum += term;
    }
    sum * ln_chance(count, expected).exp()
}

fn sum_downwards(count: usize, expected: f64) -> f64 {
    let (mut term, mut sum, mut k) = (1.0, 1.0, count as f64);
    while term > sum * f64::EPSILON {
        term *= k / expected;
        sum += term;
        k -= 1.0;
    }
    sum * ln_chance(count, expected).exp()
}

/// Returns ln P(X = count); for large counts by Stirling's error and the deviance, because there
/// the plain formula loses its digits to cancellation (Loader 2000).
fn ln_chance(count: usize, expected: f64) -> f64 {
    let k = count as f64;
    if count < 16 {
        k * expected.ln() - expected - ln_gamma(k + 1.0)
    } else {
        let gap = (expected - k) / k;
        let ln_ratio = if gap.abs() < 0.1 { gap.ln_1p() } else { (expected / k).ln() };
        let square = k * k;
        let stirling = (1.0 / 12.0 - (1.0 / 360.0 - 1.0 / (1260.0 * square)) / square) / k;
        -k * (gap - ln_ratio) - 0.5 * (2.0 * PI * k).ln() - stirling
    }
}

/// Returns the exact one-sided chance of `k1` events or more in `exposure1` if its rate were that
/// of `k0` events in `exposure0`, given the sum of both; the exposures share one unit and exclude
/// each other, `None` unless both are positive and finite (Przyborowski & Wilenski 1940).
pub fn rate_ratio_p(k1: usize, exposure1: f64, k0: usize, exposure0: f64) -> Option<f64> {
    let usable = |exposure: f64| exposure.is_finite() && exposure > 0.0;
    if !(usable(exposure1) && usable(exposure0)) {
        None
    } else if k1 == 0 {
        Some(1.0)
    } else {
        let share = exposure1 / (exposure1 + exposure0);
        Some(Beta { a: k1 as f64, b: k0 as f64 + 1.0 }.below(share))
    }
}

/// Returns the upper limit of a u-chart, in events per unit of exposure, `sigmas` deviations above
/// the centre `rate`; infinite if there is no exposure (Shewhart 1931; Montgomery 2012).
pub fn u_chart_upper(rate: f64, exposure: f64, sigmas: f64) -> f64 {
    if exposure > 0.0 { rate + sigmas * (rate / exposure).sqrt() } else { f64::INFINITY }
}

#[cfg(test)]
mod tests {
    use super::super::near;
    use super::*;

    #[test]
    fn nine_escalations_where_three_were_expected() {
        near(upper_tail(9, 3.0), 0.003_803, 5e-7); // vector 13
        near(u_chart_upper(3.0, 1.0, 3.0), 8.196_152, 1e-6);
    }

    #[test]
    fn upper_tails_far_and_large() {
        for (count, expected, chance) in [
            (9, 3.0, 3.802_992_061_675_96e-3),
            (30, 3.0, 4.277_047_721_426_9e-20),
            (16, 9.5, 3.347_300_406_964_88e-2),
            (200, 20.0, 4.663_501_788_910_78e-124),
            (1_000, 900.0, 5.499_022_657_117_83e-4),
            (1_001_000, 1e6, 0.158_776_219_137_773_6),
        ] {
            near(upper_tail(count, expected) / chance, 1.0, 1e-9);
        }
    }

    #[test]
    fn tails_meet_and_edges_hold() {
        for (count, expected) in [(1, 0.2), (5, 5.0), (16, 9.0), (15, 40.0), (400, 420.0)] {
            near(lower_tail(count - 1, expected) + upper_tail(count, expected), 1.0, 1e-12);
        }
        assert_eq!((upper_tail(0, 3.0), upper_tail(0, 0.0), upper_tail(2, 0.0)), (1.0, 1.0, 0.0));
        near(lower_tail(0, 3.0), (-3.0f64).exp(), 1e-16);
        assert_eq!(lower_tail(0, 0.0), 1.0);
        assert!(upper_tail(1, -1.0).is_nan() && lower_tail(1, f64::INFINITY).is_nan());
        assert_eq!(u_chart_upper(3.0, 0.0, 3.0), f64::INFINITY);
    }

    #[test]
    fn a_client_against_the_rest() {
        for (k1, exposure1, k0, exposure0, p) in [
            (1, 1.0, 0, 1.0, 0.5),
            (2, 1.0, 1, 1.0, 0.5),
            (3, 1.0, 0, 3.0, 1.0 / 64.0),
            (0, 5.0, 9, 5.0, 1.0),
            (0, 5.0, 0, 5.0, 1.0),
        ] {
            near(rate_ratio_p(k1, exposure1, k0, exposure0).expect("exposed"), p, 1e-12);
        }
        assert_eq!(rate_ratio_p(3, 0.0, 2, 10.0), None);
        assert_eq!(rate_ratio_p(3, 1.0, 2, f64::INFINITY), None);
    }
}
