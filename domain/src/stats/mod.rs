//! The statistics behind the signs: small pure functions, exact where samples are small.
//!
//! Every function takes plain numbers and returns numbers. `None` means "these data cannot
//! answer": too few values, lengths that differ, or a value that is not finite. Tails named
//! `p_up`, `p_greater` and the like are one-sided and include the observed value.

pub mod beta;
pub mod concentration;
pub mod dependent;
pub mod multiple;
pub mod poisson;
pub mod prediction;
pub mod proportion;
pub mod rank;
pub mod seeded;
pub mod shift;
pub mod survival;
pub mod trend;
pub mod two_groups;

pub use beta::Beta;
pub use concentration::{Concentration, concentration};
pub use dependent::mann_kendall_dependent;
pub use multiple::benjamini_hochberg;
pub use poisson::{lower_tail, rate_ratio_p, u_chart_upper, upper_tail};
pub use prediction::{next_about_mean, next_on_line};
pub use proportion::{CochranArmitage, cochran_armitage, wilson};
pub use rank::{average_ranks, median, quantile_sorted, spearman, spearman_counted, spearman_interval};
pub use seeded::SplitMix64;
pub use shift::{Shift, pettitt};
pub use survival::{Duration, LogRank, Step, kaplan_meier, log_rank, log_rank_against};
pub use trend::{MannKendall, mann_kendall, theil_sen, theil_sen_of_seasons, theil_sen_over};
pub use two_groups::{MannWhitney, hodges_lehmann, hodges_lehmann_interval, mann_whitney};

use std::f64::consts::PI;

/// The standard normal deviate that leaves 2.5% in each tail, for intervals of 95%.
pub const Z_95: f64 = 1.959_963_984_540_054;

/// An interval of confidence, both ends included, in the unit of what was estimated.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

/// Returns the chance that a standard normal exceeds `z`, to about 1e-15, and relative to
/// itself to 1e-10 as far as z = 37; 0 beyond, NaN for NaN (Hart 1968, algorithm 5666; West 2005).
pub fn normal_upper_tail(z: f64) -> f64 {
    let tail = tail_beyond(z.abs());
    if z >= 0.0 { tail } else { 1.0 - tail }
}

fn tail_beyond(x: f64) -> f64 {
    const TOP: [f64; 7] = [
        3.526_249_659_989_11e-2,
        0.700_383_064_443_688,
        6.373_962_203_531_65,
        33.912_866_078_383,
        112.079_291_497_871,
        221.213_596_169_931,
        220.206_867_912_376,
    ];
    const BOTTOM: [f64; 8] = [
        8.838_834_764_831_84e-2,
        1.755_667_163_182_64,
        16.064_177_579_207,
        86.780_732_202_946_1,
        296.564_248_779_674,
        637.333_633_378_831,
        793.826_512_519_948,
        440.413_735_824_752,
    ];
    let density = (-0.5 * x * x).exp();
    if x > 37.0 {
        0.0
    } else if x < 5.0 {
        density * polynomial(&TOP, x) / polynomial(&BOTTOM, x)
    } else {
        let fraction = (1..=30).rev().fold(x, |below, k| x + f64::from(k) / below);
        density / fraction / (2.0 * PI).sqrt()
    }
}

fn polynomial(coefficients: &[f64], x: f64) -> f64 {
    coefficients.iter().fold(0.0, |sum, c| sum * x + c)
}

/// Returns the natural logarithm of the gamma function for `x > 0`, to about 1e-14 relative;
/// NaN otherwise (Lanczos 1964, g = 7 with nine terms).
pub fn ln_gamma(x: f64) -> f64 {
    const TERMS: [f64; 8] = [
        676.520_368_121_885_1,
        -1_259.139_216_722_402_8,
        771.323_428_777_653_1,
        -176.615_029_162_140_6,
        12.507_343_278_686_905,
        -0.138_571_095_265_720_12,
        9.984_369_578_019_572e-6,
        1.505_632_735_149_311_6e-7,
    ];
    if x.is_nan() || x <= 0.0 {
        f64::NAN
    } else if x < 0.5 {
        ln_gamma(x + 1.0) - x.ln()
    } else {
        let z = x - 1.0;
        let shifted = z + 7.5;
        let sum: f64 = TERMS.iter().zip(1u8..).map(|(term, k)| term / (z + f64::from(k))).sum();
        let series = 0.999_999_999_999_809_9 + sum;
        0.5 * (2.0 * PI).ln() + (z + 0.5) * shifted.ln() - shifted + series.ln()
    }
}

fn all_finite(values: &[f64]) -> bool {
    values.iter().all(|value| value.is_finite())
}

#[cfg(test)]
#[track_caller]
fn near(actual: f64, expected: f64, tolerance: f64) {
    assert!((actual - expected).abs() <= tolerance, "{actual} is not within {tolerance} of {expected}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn normal_tail_agrees_with_tables() {
        for (z, expected) in [
            (0.0, 0.5),
            (1.0, 0.158_655_253_931_457_05),
            (Z_95, 0.025),
            (3.0, 1.349_898_031_630_094_5e-3),
            (6.0, 9.865_876_450_376_98e-10),
            (8.0, 6.220_960_574_271_785e-16),
            (20.0, 2.753_624_118_606_233_6e-89),
        ] {
            near(normal_upper_tail(z) / expected, 1.0, 1e-10);
            near(normal_upper_tail(-z), 1.0 - expected, 1e-15);
        }
        assert_eq!(normal_upper_tail(f64::INFINITY), 0.0);
        assert_eq!(normal_upper_tail(f64::NEG_INFINITY), 1.0);
        assert!(normal_upper_tail(f64::NAN).is_nan());
    }

    #[test]
    fn gamma_of_whole_and_half_numbers() {
        near(ln_gamma(1.0), 0.0, 1e-14);
        near(ln_gamma(0.5), PI.sqrt().ln(), 1e-14);
        near(ln_gamma(0.1), 2.252_712_651_734_206, 1e-13);
        near(ln_gamma(11.0), 3_628_800f64.ln(), 1e-13);
        near(ln_gamma(1e6), 12_815_504.569_147_612, 1e-6);
        assert!(ln_gamma(0.0).is_nan());
    }
}
