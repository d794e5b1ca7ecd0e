//! Proportions: the level of one, and its trend over periods.

use super::{Interval, Z_95, normal_upper_tail};

/// A count expected of every cell below which the normal form is not trusted.
const CELL_MIN: usize = 5;
/// Multiplications the exact form may take (a fifth of a millisecond, over a hundred cases)
/// before the normal stands in.
const EXACT_WORK_MAX: f64 = 2e6;

/// Returns the 95% interval of a share, 0 to 1, when `k` of `n` had the property; `None` if `n` is
/// 0 or `k` exceeds it (Wilson 1927).
pub fn wilson(k: usize, n: usize) -> Option<Interval> {
    if n == 0 || k > n {
        return None;
    }
    let (k, n, z2) = (k as f64, n as f64, Z_95 * Z_95);
    let centre = (k + z2 / 2.0) / (n + z2);
    let half = Z_95 / (n + z2) * (k * (n - k) / n + z2 / 4.0).sqrt();
    Some(Interval { low: (centre - half).max(0.0), high: (centre + half).min(1.0) })
}

/// The outcome of the Cochran-Armitage test for a trend in a share.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CochranArmitage {
    /// Standardised trend, positive when the share rises; 0 if no outcome differs.
    pub z: f64,
    /// Chance of a rise at least this strong if there were no trend, exact where `exact`.
    pub p_up: f64,
    /// Chance of a fall at least this strong if there were no trend, exact where `exact`.
    pub p_down: f64,
    /// The same chance of a rise by the normal form, without correction for continuity.
    pub p_up_normal: f64,
    /// The same chance of a fall by the normal form, without correction for continuity.
    pub p_down_normal: f64,
    /// Whether `p_up` and `p_down` were counted over every way to place the successes.
    pub exact: bool,
}

/// Tests the shares `(k of n)` of equally spaced periods for a trend; exact by permutation when a
/// cell is below 5 and the cases are not many over a hundred, `None` if fewer than 3 periods have
/// cases or a `k` exceeds its `n` (Cochran 1954; Armitage 1955).
pub fn cochran_armitage(periods: &[(usize, usize)]) -> Option<CochranArmitage> {
    let with_cases = periods.iter().filter(|(_, n)| *n > 0);
    if with_cases.clone().count() < 3 || periods.iter().any(|(k, n)| k > n) {
        return None;
    }
    let z = trend_z(periods);
    let (p_up_normal, p_down_normal) = z.map_or((1.0, 1.0), |z| (normal_upper_tail(z), normal_upper_tail(-z)));
    let small = with_cases.into_iter().any(|(k, n)| *k < CELL_MIN || n - k < CELL_MIN);
    let counted = if small { exact_tails(periods) } else { None };
    let (p_up, p_down) = counted.unwrap_or((p_up_normal, p_down_normal));
    let exact = counted.is_some();
    Some(CochranArmitage { z: z.unwrap_or(0.0), p_up, p_down, p_up_normal, p_down_normal, exact })
}

fn trend_z(periods: &[(usize, usize)]) -> Option<f64> {
    let (mut cases, mut successes, mut scored) = (0.0, 0.0, 0.0);
    let (mut score, mut score_squared) = (0.0, 0.0);
    for (i, (k, n)) in periods.iter().enumerate() {
        let (i, k, n) = (i as f64, *k as f64, *n as f64);
        cases += n;
        successes += k;
        scored += i * k;
        score += i * n;
        score_squared += i * i * n;
    }
    let share = successes / cases;
    let variance = share * (1.0 - share) * (score_squared - score * score / cases);
    if variance > 0.0 { Some((scored - share * score) / variance.sqrt()) } else { None }
}

/// Returns both tails of the successes' summed score given their total, or `None` if counting them
/// would take too long.
fn exact_tails(periods: &[(usize, usize)]) -> Option<(f64, f64)> {
    let cases: usize = periods.iter().map(|(_, n)| n).sum();
    let successes: usize = periods.iter().map(|(k, _)| k).sum();
    // The rarer outcome makes the smaller table; its score falls as the other's rises.
    if successes * 2 <= cases {
        rare_tails(periods, successes, cases)
    } else {
        let failures: Vec<_> = periods.iter().map(|(k, n)| (n - k, *n)).collect();
        rare_tails(&failures, cases - successes, cases).map(|(up, down)| (down, up))
    }
}

fn rare_tails(periods: &[(usize, usize)], rare: usize, cases: usize) -> Option<(f64, f64)> {
    if work(periods, rare) > EXACT_WORK_MAX {
        return None;
    }
    let scores = rare * (periods.len() - 1) + 1;
    // chances[used * scores + score]: independent draws per period, conditioned on their total.
    let mut chances = vec![0.0; (rare + 1) * scores];
    chances[0] = 1.0;
    let (mut seen, share) = (0, rare as f64 / cases as f64);
    for (period, (_, n)) in periods.iter().enumerate() {
        let needed_from = rare.saturating_sub(cases - seen - n);
        let weights = binomial(*n, share);
        for used in (needed_from..=rare.min(seen + n)).rev() {
            let (fewer, row) = chances.split_at_mut(used * scores);
            row[..scores].iter_mut().for_each(|chance| *chance *= weights[0]);
            for here in used.saturating_sub(seen).max(1)..=used.min(*n) {
                let from = &fewer[(used - here) * scores..];
                let reach = (used - here) * period.saturating_sub(1) + 1;
                let shifted = &mut row[here * period..];
                for (to, from) in shifted.iter_mut().zip(&from[..reach]) {
                    *to += weights[here] * from;
                }
            }
        }
        seen += n;
    }
    let observed: usize = periods.iter().enumerate().map(|(i, (k, _))| i * k).sum();
    let last = &chances[rare * scores..];
    let total: f64 = last.iter().sum();
    let up: f64 = last[observed..].iter().sum();
    let down: f64 = last[..=observed].iter().sum();
    Some((up / total, down / total))
}

fn work(periods: &[(usize, usize)], rare: usize) -> f64 {
    let rows = rare as f64 + 1.0;
    let draws = periods.iter().enumerate().map(|(i, (_, n))| (i + 1) as f64 * (*n).min(rare) as f64);
    draws.sum::<f64>() * rows * rows / 2.0
}

/// Returns the chances of 0 to `n` successes in `n` draws.
fn binomial(n: usize, share: f64) -> Vec<f64> {
    let odds = share / (1.0 - share);
    let none = (1.0 - share).powf(n as f64);
    let mut chances = vec![none; n + 1];
    for k in 1..=n {
        chances[k] = chances[k - 1] * odds * (n - k + 1) as f64 / k as f64;
    }
    chances
}

#[cfg(test)]
mod tests {
    use super::super::near;
    use super::*;

    #[test]
    fn wilson_intervals() {
        for (k, n, low, high) in [
            (7, 12, 0.320, 0.807), // vector 11
            (3, 4, 0.301, 0.954),  // vector 11
            (0, 10, 0.0, 0.278),
            (10, 10, 0.722, 1.0),
        ] {
            let found = wilson(k, n).expect("a share");
            near(found.low, low, 5e-4);
            near(found.high, high, 5e-4);
        }
        assert_eq!(wilson(0, 0), None);
        assert_eq!(wilson(3, 2), None);
    }

    fn check(periods: &[(usize, usize)], z: f64, p_up: f64, p_down: f64, exact: bool) {
        let found = cochran_armitage(periods).expect("three periods");
        near(found.z, z, 5e-7);
        near(found.p_up, p_up, 5e-7);
        near(found.p_down, p_down, 5e-7);
        assert_eq!(found.exact, exact);
    }

    #[test]
    fn late_share_of_vector_10_rises() {
        let late = [(1, 6), (2, 6), (4, 6), (5, 6)];
        check(&late, 2.556_039, 0.008_814_950, 0.997_255_706, true);
        near(cochran_armitage(&late).expect("four periods").p_up_normal, 0.0053, 5e-5);
    }

    #[test]
    fn no_difference_is_no_trend() {
        check(&[(0, 5), (0, 5), (0, 5)], 0.0, 1.0, 1.0, true);
        check(&[(9, 9), (9, 9), (9, 9)], 0.0, 1.0, 1.0, true);
    }

    #[test]
    fn an_empty_period_keeps_its_place() {
        check(&[(0, 3), (1, 3), (0, 0), (3, 3)], 2.509_980, 0.023_809_524, 1.0, true);
    }

    #[test]
    fn full_cells_use_the_normal() {
        check(&[(20, 30), (15, 30), (6, 30)], -3.629_150, 0.999_857_822, 0.000_142_178, false);
    }

    #[test]
    fn a_huge_table_is_not_counted() {
        check(&[(4, 900), (500, 900), (880, 900)], 41.308139, 0.0, 1.0, false);
    }

    #[test]
    fn too_few_periods_or_impossible_counts_give_nothing() {
        assert_eq!(cochran_armitage(&[(1, 6), (5, 6)]), None);
        assert_eq!(cochran_armitage(&[(1, 6), (0, 0), (5, 6)]), None);
        assert_eq!(cochran_armitage(&[(1, 6), (7, 6), (5, 6)]), None);
        assert_eq!(cochran_armitage(&[]), None);
    }
}
