//! Trend of a series in time order: is it rising, and by how much a step.

use super::rank::{median, tie_term};
use super::{all_finite, normal_upper_tail};

/// The longest series whose chances are counted exactly instead of approximated.
const EXACT_MAX: usize = 10;
const PAIRS_MAX: usize = EXACT_MAX * (EXACT_MAX - 1) / 2;

/// The outcome of the Mann-Kendall test: rising pairs less falling pairs, and both tails.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MannKendall {
    /// Pairs that rise less pairs that fall.
    pub s: i64,
    /// How many values were compared.
    pub n: usize,
    /// Chance of a rise at least this strong if there were no trend.
    pub p_up: f64,
    /// Chance of a fall at least this strong if there were no trend.
    pub p_down: f64,
}

/// Tests a series for a monotone trend; exact for up to 10 values without ties, else normal with
/// corrections for ties and continuity; `None` below 4 values (Mann 1945; Kendall 1975).
pub fn mann_kendall(values: &[f64]) -> Option<MannKendall> {
    let n = values.len();
    if n < 4 || !all_finite(values) {
        return None;
    }
    let s = rising_less_falling(values);
    let ties = tie_term(values, |t| t * (t - 1.0) * (2.0 * t + 5.0));
    let (p_up, p_down) = if n <= EXACT_MAX && ties == 0.0 { exact_tails(s, n) } else { normal_tails(s, n, ties) };
    Some(MannKendall { s, n, p_up, p_down })
}

fn rising_less_falling(values: &[f64]) -> i64 {
    let mut s = 0;
    for (i, earlier) in values.iter().enumerate() {
        for later in &values[i + 1..] {
            s += i64::from(later > earlier) - i64::from(later < earlier);
        }
    }
    s
}

fn exact_tails(s: i64, n: usize) -> (f64, f64) {
    let pairs = (n * (n - 1) / 2) as i64;
    (inversions_at_most((pairs - s) / 2, n), inversions_at_most((pairs + s) / 2, n))
}

/// Returns the share of the orders of `n` values that have at most `most` falling pairs.
fn inversions_at_most(most: i64, n: usize) -> f64 {
    let mut orders = [0.0; PAIRS_MAX + 1];
    orders[0] = 1.0;
    let mut total = 1.0;
    for size in 2..=n {
        // Placing one more value makes 0 to size-1 new falling pairs, each in one way.
        let fewer = orders;
        for falls in 1..=PAIRS_MAX {
            let leaving = if falls >= size { fewer[falls - size] } else { 0.0 };
            orders[falls] = orders[falls - 1] + fewer[falls] - leaving;
        }
        total *= size as f64;
    }
    orders.iter().take(most as usize + 1).sum::<f64>() / total
}

fn normal_tails(s: i64, n: usize, ties: f64) -> (f64, f64) {
    let (s, n) = (s as f64, n as f64);
    let variance = (n * (n - 1.0) * (2.0 * n + 5.0) - ties) / 18.0;
    if variance > 0.0 {
        let deviation = variance.sqrt();
        (normal_upper_tail((s - 1.0) / deviation), normal_upper_tail((-s - 1.0) / deviation))
    } else {
        (1.0, 1.0)
    }
}

/// Returns the median slope of a series, in its unit per step; `None` below 2 values. Time and
/// memory grow with the square of the length (Theil 1950; Sen 1968).
pub fn theil_sen(values: &[f64]) -> Option<f64> {
    if all_finite(values) { median_slope(values, |i| i as f64) } else { None }
}

/// Returns the median slope of `ys` over `xs`, in units of y per unit of x; pairs with the same x
/// are left out, `None` if no pair remains or the lengths differ (Theil 1950; Sen 1968).
pub fn theil_sen_over(xs: &[f64], ys: &[f64]) -> Option<f64> {
    if xs.len() == ys.len() && all_finite(xs) && all_finite(ys) { median_slope(ys, |i| xs[i]) } else { None }
}

/// Returns the median slope over pairs that lie whole periods apart, so that a season is compared with itself alone; `None` if
/// there is no such pair or the lengths differ (Hirsch, Slack and Smith 1982).
pub fn theil_sen_of_seasons(xs: &[i32], ys: &[f64], period: i32) -> Option<f64> {
    if xs.len() != ys.len() || !all_finite(ys) {
        return None;
    }
    let pairs = (0..xs.len()).flat_map(|i| (i + 1..xs.len()).map(move |j| (i, j)));
    let alike = pairs.map(|(i, j)| (xs[j] - xs[i], ys[j] - ys[i])).filter(|(run, _)| *run != 0 && run % period == 0);
    median(&mut alike.map(|(run, rise)| rise / f64::from(run)).collect::<Vec<f64>>())
}

fn median_slope(ys: &[f64], x_at: impl Fn(usize) -> f64) -> Option<f64> {
    let n = ys.len();
    let mut slopes = Vec::with_capacity(n * n.saturating_sub(1) / 2);
    for i in 0..n {
        for j in i + 1..n {
            let run = x_at(j) - x_at(i);
            if run != 0.0 {
                slopes.push((ys[j] - ys[i]) / run);
            }
        }
    }
    median(&mut slopes)
}

#[cfg(test)]
mod tests {
    use super::super::near;
    use super::*;

    #[test]
    fn a_season_is_compared_with_itself() {
        // Two years of quarters, each falling by 10 a quarter, the second year 4 lower: -1 a quarter.
        let (xs, ys) = ([0, 1, 2, 3, 4, 5, 6, 7], [100.0, 90.0, 80.0, 70.0, 96.0, 86.0, 76.0, 66.0]);
        assert_eq!(theil_sen_of_seasons(&xs, &ys, 4), Some(-1.0));
        assert_eq!(theil_sen_of_seasons(&xs[..4], &ys[..4], 4), None);
        assert_eq!(theil_sen_of_seasons(&xs, &ys[..4], 4), None);
    }

    const DAYS_LATE: [f64; 10] = [2.0, 0.0, 5.0, 4.0, 9.0, 7.0, 14.0, 12.0, 20.0, 18.0];

    fn check(values: &[f64], s: i64, p_up: f64, p_down: f64) {
        let found = mann_kendall(values).expect("enough values");
        assert_eq!((found.s, found.n), (s, values.len()));
        near(found.p_up, p_up, 5e-6);
        near(found.p_down, p_down, 5e-6);
    }

    #[test]
    fn days_late_of_vector_9_rise_two_days_an_invoice() {
        check(&DAYS_LATE, 35, 0.000_473, 0.999_822);
        near(theil_sen(&DAYS_LATE).expect("ten values"), 2.0, 1e-12);
    }

    #[test]
    fn falling_mirrors_rising() {
        let falling: Vec<f64> = DAYS_LATE.iter().rev().copied().collect();
        check(&falling, -35, 0.999_822, 0.000_473);
        check(&[4.0, 3.0, 2.0, 1.0], -6, 1.0, 1.0 / 24.0);
    }

    #[test]
    fn smallest_s_at_five_percent_as_in_vector_9() {
        for (n, smallest) in [(4, 6), (5, 8), (6, 11), (7, 13), (8, 16), (9, 18), (10, 21)] {
            assert!(exact_tails(smallest, n).0 <= 0.05, "n={n}");
            assert!(exact_tails(smallest - 2, n).0 > 0.05, "n={n}");
        }
        for (n, smallest) in [(11, 23), (12, 26)] {
            assert!(normal_tails(smallest, n, 0.0).0 <= 0.05, "n={n}");
            assert!(normal_tails(smallest - 2, n, 0.0).0 > 0.05, "n={n}");
        }
    }

    #[test]
    fn ties_use_the_corrected_normal() {
        check(&[1.0, 1.0, 2.0, 2.0, 3.0], 8, 0.033_789, 0.990_615);
        check(&[5.0; 7], 0, 1.0, 1.0);
        check(&[-0.0, 0.0, 0.0, -0.0], 0, 1.0, 1.0);
    }

    #[test]
    fn long_series_use_the_normal() {
        let rising: Vec<f64> = (0..12).map(f64::from).collect();
        check(&rising, 66, 0.000_004, 0.999_998);
    }

    #[test]
    fn too_little_or_broken_data_give_nothing() {
        assert_eq!(mann_kendall(&[1.0, 2.0, 3.0]), None);
        assert_eq!(mann_kendall(&[1.0, 2.0, f64::NAN, 3.0, 4.0]), None);
        assert_eq!(theil_sen(&[1.0]), None);
        assert_eq!(theil_sen(&[]), None);
        assert_eq!(theil_sen(&[1.0, f64::INFINITY]), None);
    }

    #[test]
    fn slope_over_uneven_days_leaves_out_the_same_day() {
        let slope = theil_sen_over(&[0.0, 10.0, 10.0, 30.0], &[0.0, 5.0, 5.0, 15.0]);
        near(slope.expect("five pairs"), 0.5, 1e-12);
        assert_eq!(theil_sen_over(&[3.0, 3.0], &[1.0, 2.0]), None);
        assert_eq!(theil_sen_over(&[3.0], &[1.0, 2.0]), None);
        assert_eq!(theil_sen(&[4.0, 4.0, 4.0]), Some(0.0));
    }
}
