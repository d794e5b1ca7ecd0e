//! Medians, quantiles, ranks, and the agreement of two orders.

use super::seeded::SplitMix64;
use super::{Interval, all_finite};

/// Returns the median, in the unit of the values, and leaves them reordered; the mean of the two
/// middle ones if they are even in number, `None` if there are none or one is NaN.
pub fn median(values: &mut [f64]) -> Option<f64> {
    if values.is_empty() || values.iter().any(|value| value.is_nan()) {
        return None;
    }
    let middle = values.len() / 2;
    let even = values.len().is_multiple_of(2);
    let (below, upper, _) = values.select_nth_unstable_by(middle, f64::total_cmp);
    if even {
        let lower = below.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        Some(f64::midpoint(lower, *upper))
    } else {
        Some(*upper)
    }
}

/// Returns the quantile `q` (0 to 1) of values sorted upwards, by linear interpolation; `None` if
/// there are none or `q` is out of range (Hyndman & Fan 1996, type 7).
pub fn quantile_sorted(sorted: &[f64], q: f64) -> Option<f64> {
    let last = sorted.len().checked_sub(1)?;
    if (0.0..=1.0).contains(&q) {
        let place = q * last as f64;
        let low = place as usize;
        let high = (low + 1).min(last);
        Some(sorted[low] + (place - low as f64) * (sorted[high] - sorted[low]))
    } else {
        None
    }
}

/// Returns each value's rank from 1 upwards, in the order given; equal values share the average
/// of the ranks they span. Values must not be NaN.
pub fn average_ranks(values: &[f64]) -> Vec<f64> {
    let levels = levels(values);
    let mut ranks = vec![0.0; values.len()];
    rank_levels(&levels, &vec![1.0; values.len()], &mut ranks);
    levels.into_iter().map(|level| ranks[level]).collect()
}

/// Returns the sum of `term(size)` over the groups of equal values, single values included.
pub(super) fn tie_term(values: &[f64], term: impl Fn(f64) -> f64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    sorted.chunk_by(|a, b| a == b).map(|group| term(group.len() as f64)).sum()
}

/// Returns Spearman's rho, -1 to 1, with average ranks for ties; `None` below 3 pairs, for lengths
/// that differ, or if either side is constant (Spearman 1904).
pub fn spearman(xs: &[f64], ys: &[f64]) -> Option<f64> {
    spearman_counted(xs, ys, &vec![1.0; xs.len()])
}

/// Returns Spearman's rho of a sample in which pair `i` occurs `times[i]` times; `None` as for [`spearman`].
pub fn spearman_counted(xs: &[f64], ys: &[f64], times: &[f64]) -> Option<f64> {
    if times.len() == xs.len() { Pairs::new(xs, ys)?.correlation(times) } else { None }
}

/// Returns the 95% percentile-bootstrap interval of Spearman's rho, the same for the same seed;
/// `None` as for [`spearman`], or if over half the draws are constant (Efron 1979).
pub fn spearman_interval(xs: &[f64], ys: &[f64], draws: usize, seed: u64) -> Option<Interval> {
    spearman(xs, ys)?;
    let mut pairs = Pairs::new(xs, ys)?;
    let mut random = SplitMix64::new(seed);
    let mut times = vec![0.0; xs.len()];
    let mut found = Vec::with_capacity(draws);
    for _ in 0..draws {
        times.fill(0.0);
        for _ in 0..xs.len() {
            times[random.below(xs.len())] += 1.0;
        }
        found.extend(pairs.correlation(&times));
    }
    if found.len() * 2 >= draws {
        found.sort_unstable_by(f64::total_cmp);
        let low = quantile_sorted(&found, 0.025)?;
        Some(Interval { low, high: quantile_sorted(&found, 0.975)? })
    } else {
        None
    }
}

/// Paired values as levels, so that a redraw is ranked by counting and never sorted again.
struct Pairs {
    x_levels: Vec<usize>,
    y_levels: Vec<usize>,
    x_ranks: Vec<f64>,
    y_ranks: Vec<f64>,
}

impl Pairs {
    fn new(xs: &[f64], ys: &[f64]) -> Option<Self> {
        let n = xs.len();
        if n >= 3 && ys.len() == n && all_finite(xs) && all_finite(ys) {
            let (x_ranks, y_ranks) = (vec![0.0; n], vec![0.0; n]);
            Some(Self { x_levels: levels(xs), y_levels: levels(ys), x_ranks, y_ranks })
        } else {
            None
        }
    }

    /// Returns rho of the sample in which pair `i` occurs `times[i]` times.
    fn correlation(&mut self, times: &[f64]) -> Option<f64> {
        rank_levels(&self.x_levels, times, &mut self.x_ranks);
        rank_levels(&self.y_levels, times, &mut self.y_ranks);
        let mean = f64::midpoint(times.iter().sum(), 1.0);
        let (mut xx, mut yy, mut xy) = (0.0, 0.0, 0.0);
        for ((times, x), y) in times.iter().zip(&self.x_levels).zip(&self.y_levels) {
            let (x, y) = (self.x_ranks[*x] - mean, self.y_ranks[*y] - mean);
            xx += times * x * x;
            yy += times * y * y;
            xy += times * x * y;
        }
        if xx > 0.0 && yy > 0.0 { Some((xy / (xx * yy).sqrt()).clamp(-1.0, 1.0)) } else { None }
    }
}

/// Returns for each value how many distinct values lie below it.
fn levels(values: &[f64]) -> Vec<usize> {
    let mut order: Vec<(f64, usize)> = values.iter().copied().zip(0..).collect();
    order.sort_unstable_by(|(a, _), (b, _)| a.total_cmp(b));
    let mut levels = vec![0; values.len()];
    for step in order.windows(2) {
        let ((before, at), (value, next)) = (step[0], step[1]);
        levels[next] = levels[at] + usize::from(value != before);
    }
    levels
}

/// Writes into `ranks` the average rank of each level when value `i` occurs `times[i]` times.
fn rank_levels(levels: &[usize], times: &[f64], ranks: &mut [f64]) {
    ranks.fill(0.0);
    for (level, times) in levels.iter().zip(times) {
        ranks[*level] += times;
    }
    let mut below = 0.0;
    for rank in ranks {
        let here = *rank;
        *rank = below + (here + 1.0) / 2.0;
        below += here;
    }
}

#[cfg(test)]
mod tests {
    use super::super::near;
    use super::*;

    #[test]
    fn medians() {
        for (mut values, expected) in [
            (vec![], None),
            (vec![7.0], Some(7.0)),
            (vec![3.0, 1.0], Some(2.0)),
            (vec![9.0, 1.0, 5.0], Some(5.0)),
            (vec![4.0, 1.0, 3.0, 2.0], Some(2.5)),
            (vec![2.0; 5], Some(2.0)),
            (vec![1.0, f64::NAN], None),
        ] {
            assert_eq!(median(&mut values), expected);
        }
    }

    #[test]
    fn quantiles_of_type_7() {
        let sorted = [1.0, 2.0, 3.0, 10.0];
        for (q, expected) in [(0.0, 1.0), (0.25, 1.75), (0.5, 2.5), (0.9, 7.9), (1.0, 10.0)] {
            near(quantile_sorted(&sorted, q).expect("in range"), expected, 1e-12);
        }
        assert_eq!(quantile_sorted(&[], 0.5), None);
        assert_eq!(quantile_sorted(&sorted, 1.1), None);
        assert_eq!(quantile_sorted(&sorted, f64::NAN), None);
    }

    #[test]
    fn ties_share_the_average_rank() {
        assert_eq!(average_ranks(&[30.0, 10.0, 10.0, 20.0]), [4.0, 1.5, 1.5, 3.0]);
        assert_eq!(average_ranks(&[5.0, 5.0, 5.0]), [2.0, 2.0, 2.0]);
        assert_eq!(average_ranks(&[0.0, -0.0]), [1.5, 1.5]);
        assert!(average_ranks(&[]).is_empty());
    }

    #[test]
    fn rho_follows_the_order_alone() {
        let rising = [1.0, 2.0, 3.0, 4.0, 5.0];
        assert_eq!(spearman(&rising, &[1.0, 4.0, 9.0, 16.0, 999.0]), Some(1.0));
        assert_eq!(spearman(&rising, &[5.0, 4.0, 3.0, 2.0, 1.0]), Some(-1.0));
        near(spearman(&rising, &[5.0, 6.0, 7.0, 8.0, 7.0]).expect("varied"), 0.820_782_681_668_123, 1e-12);
        assert_eq!(spearman(&rising, &[3.0; 5]), None);
        assert_eq!(spearman(&rising, &[1.0, 2.0]), None);
        assert_eq!(spearman(&[1.0, 2.0], &[1.0, 2.0]), None);
    }

    #[test]
    fn counted_pairs_are_the_pairs_written_out() {
        let (xs, ys, times) = ([1.0, 2.0, 3.0, 3.0], [5.0, 6.0, 8.0, 7.0], [3.0, 1.0, 2.0, 4.0]);
        let written = |values: [f64; 4]| -> Vec<f64> {
            values.iter().zip(times).flat_map(|(value, times)| std::iter::repeat_n(*value, times as usize)).collect()
        };
        let rho = spearman(&written(xs), &written(ys)).expect("varied");
        near(spearman_counted(&xs, &ys, &times).expect("varied"), rho, 1e-12);
        assert_eq!(spearman_counted(&xs, &ys, &times[1..]), None);
    }

    #[test]
    fn bootstrap_is_repeatable_and_holds_rho() {
        let xs = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0];
        let ys = [2.0, 1.0, 4.0, 3.0, 6.0, 5.0, 8.0, 7.0, 10.0, 9.0];
        let rho = spearman(&xs, &ys).expect("varied");
        let interval = spearman_interval(&xs, &ys, 2_000, 7).expect("varied");
        assert_eq!(spearman_interval(&xs, &ys, 2_000, 7), Some(interval));
        assert!(interval.low < rho && rho < interval.high, "{interval:?} around {rho}");
        assert!(interval.low > 0.6 && interval.high <= 1.0, "{interval:?}");
        assert_eq!(spearman_interval(&xs, &[1.0; 10], 100, 7), None);
        assert_eq!(spearman_interval(&xs, &ys, 0, 7), None);
    }
}
