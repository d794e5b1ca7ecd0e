//! Two groups of values, compared by rank because a few of them may be huge.

use super::rank::{average_ranks, tie_term};
use super::{Interval, Z_95, all_finite, normal_upper_tail};

/// The most pairs (product of the sizes) for which Mann-Whitney is counted exactly.
const EXACT_PAIRS_MAX: usize = 200;

/// The outcome of the Mann-Whitney test of a first group against a second.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MannWhitney {
    /// Pairs in which the first group's value is the greater, ties counting one half.
    pub u: f64,
    /// Chance of the first group being this much greater if the groups were alike.
    pub p_greater: f64,
    /// Chance of the first group being this much less if the groups were alike.
    pub p_less: f64,
}

/// Tests whether `xs` tend to be greater than `ys`; exact up to 200 pairs without ties, else normal
/// with corrections for ties and continuity; `None` if a group is empty (Mann & Whitney 1947).
pub fn mann_whitney(xs: &[f64], ys: &[f64]) -> Option<MannWhitney> {
    if xs.is_empty() || ys.is_empty() || !all_finite(xs) || !all_finite(ys) {
        return None;
    }
    let (n, m) = (xs.len(), ys.len());
    let both = [xs, ys].concat();
    let rank_sum: f64 = average_ranks(&both)[..n].iter().sum();
    let u = rank_sum - (n * (n + 1)) as f64 / 2.0;
    let ties = tie_term(&both, |t| t * t * t - t);
    let (p_greater, p_less) = if ties == 0.0 && n * m <= EXACT_PAIRS_MAX {
        let wins = u as usize;
        (wins_at_most(n * m - wins, n, m), wins_at_most(wins, n, m))
    } else {
        normal_tails(u, n as f64, m as f64, ties)
    };
    Some(MannWhitney { u, p_greater, p_less })
}

/// Returns the share of the orders of `n` and `m` values with at most `most` wins of the first.
fn wins_at_most(most: usize, n: usize, m: usize) -> f64 {
    let mut orders = [0.0; EXACT_PAIRS_MAX + 1];
    orders[0] = 1.0;
    // The Gaussian binomial coefficient: times (1 - x^(more + i)), over (1 - x^i), for each i.
    let (fewer, more) = (n.min(m), n.max(m));
    for i in 1..=fewer {
        for wins in (more + i..=n * m).rev() {
            orders[wins] -= orders[wins - more - i];
        }
        for wins in i..=n * m {
            orders[wins] += orders[wins - i];
        }
    }
    orders[..=most].iter().sum::<f64>() / orders[..=n * m].iter().sum::<f64>()
}

fn normal_tails(u: f64, n: f64, m: f64, ties: f64) -> (f64, f64) {
    let all = n + m;
    let (mean, variance) = (n * m / 2.0, n * m / 12.0 * (all + 1.0 - ties / (all * (all - 1.0))));
    if variance > 0.0 {
        let deviation = variance.sqrt();
        let tail = |excess: f64| normal_upper_tail((excess - 0.5) / deviation);
        (tail(u - mean), tail(mean - u))
    } else {
        (1.0, 1.0)
    }
}

/// Returns how much greater `xs` are than `ys`, in their unit: the median of all differences;
/// `None` if a group is empty (Hodges & Lehmann 1963).
pub fn hodges_lehmann(xs: &[f64], ys: &[f64]) -> Option<f64> {
    let differences = Differences::new(xs, ys)?;
    let pairs = differences.pairs();
    let (lower, upper) = (differences.smallest(pairs.div_ceil(2)), differences.smallest(pairs / 2 + 1));
    Some(f64::midpoint(lower, upper))
}

/// Returns the 95% interval of that shift, in the unit of the values; `None` if a group is empty or
/// they are too small for 95%, about 4 and 4 (normal approximation, Hollander & Wolfe 1973).
pub fn hodges_lehmann_interval(xs: &[f64], ys: &[f64]) -> Option<Interval> {
    let differences = Differences::new(xs, ys)?;
    let (n, m) = (xs.len() as f64, ys.len() as f64);
    let cut = (n * m / 2.0 - Z_95 * (n * m * (n + m + 1.0) / 12.0).sqrt()).floor();
    if cut >= 1.0 {
        let low = differences.smallest(cut as usize);
        let high = differences.smallest(differences.pairs() + 1 - cut as usize);
        Some(Interval { low, high })
    } else {
        None
    }
}

/// All differences x - y, never written out: both sides sorted, and counted when asked.
struct Differences {
    xs: Vec<f64>,
    ys: Vec<f64>,
}

impl Differences {
    fn new(xs: &[f64], ys: &[f64]) -> Option<Self> {
        if xs.is_empty() || ys.is_empty() || !all_finite(xs) || !all_finite(ys) {
            return None;
        }
        let (mut xs, mut ys) = (xs.to_vec(), ys.to_vec());
        xs.sort_unstable_by(f64::total_cmp);
        ys.sort_unstable_by(f64::total_cmp);
        Some(Self { xs, ys })
    }

    fn pairs(&self) -> usize {
        self.xs.len() * self.ys.len()
    }

    /// Returns the difference of this place, counted from 1 upwards, by halving the bits of the
    /// range: at most 64 rounds, each as long as both groups together.
    fn smallest(&self, place: usize) -> f64 {
        let (last_x, last_y) = (self.xs.len() - 1, self.ys.len() - 1);
        let mut low = ordered_bits(self.xs[0] - self.ys[last_y]);
        let mut high = ordered_bits(self.xs[last_x] - self.ys[0]);
        while low < high {
            let middle = low + (high - low) / 2;
            if self.at_most(from_ordered_bits(middle)) >= place {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        from_ordered_bits(low)
    }

    fn at_most(&self, limit: f64) -> usize {
        let (mut pairs, mut skipped) = (0, 0);
        for x in &self.xs {
            while skipped < self.ys.len() && x - self.ys[skipped] > limit {
                skipped += 1;
            }
            pairs += self.ys.len() - skipped;
        }
        pairs
    }
}

/// Maps a number to bits that sort as the numbers do; zero has one form only.
fn ordered_bits(value: f64) -> u64 {
    let bits = (value + 0.0).to_bits();
    if bits >> 63 == 0 { bits | 1 << 63 } else { !bits }
}

fn from_ordered_bits(bits: u64) -> f64 {
    f64::from_bits(if bits >> 63 == 1 { bits & !(1 << 63) } else { !bits })
}

#[cfg(test)]
mod tests {
    use super::super::near;
    use super::*;

    fn check(xs: &[f64], ys: &[f64], u: f64, p_greater: f64, p_less: f64) {
        let found = mann_whitney(xs, ys).expect("two groups");
        near(found.u, u, 1e-12);
        near(found.p_greater, p_greater, 5e-7);
        near(found.p_less, p_less, 5e-7);
    }

    #[test]
    fn small_groups_are_counted() {
        check(&[4.0, 5.0, 6.0], &[1.0, 2.0, 3.0], 9.0, 0.05, 1.0);
        check(&[1.0, 2.0, 3.0], &[4.0, 5.0, 6.0], 0.0, 1.0, 0.05);
        check(&[3.0], &[1.0, 5.0], 1.0, 2.0 / 3.0, 2.0 / 3.0);
    }

    #[test]
    fn ties_use_the_corrected_normal() {
        check(&[1.0, 2.0, 2.0, 9.0, 9.0], &[1.0, 1.0, 2.0, 3.0], 14.0, 0.186_357, 0.874_120);
    }

    #[test]
    fn all_equal_says_nothing() {
        check(&[2.0; 4], &[2.0; 5], 10.0, 1.0, 1.0);
        assert_eq!(mann_whitney(&[], &[1.0]), None);
        assert_eq!(mann_whitney(&[1.0], &[f64::NAN]), None);
    }

    #[test]
    fn shift_between_groups() {
        for (xs, ys, expected) in [
            (vec![5.0], vec![3.0], 2.0),
            (vec![1.0, 2.0, 3.0], vec![1.0, 2.0, 3.0], 0.0),
            (vec![10.0, 12.0, 900.0], vec![1.0, 2.0], 10.5),
            (vec![-3.0, -1.0], vec![4.0, 8.0], -8.0),
            (vec![7.0; 5], vec![7.0; 4], 0.0),
        ] {
            near(hodges_lehmann(&xs, &ys).expect("two groups"), expected, 1e-12);
        }
        assert_eq!(hodges_lehmann(&[], &[1.0]), None);
    }

    #[test]
    fn interval_of_the_shift() {
        let (xs, ys): (Vec<f64>, Vec<f64>) = ((1..=10).map(f64::from).collect(), vec![0.0; 10]);
        assert_eq!(hodges_lehmann_interval(&xs, &ys), Some(Interval { low: 3.0, high: 8.0 }));
        assert_eq!(hodges_lehmann_interval(&xs[..3], &ys[..3]), None);
        assert_eq!(hodges_lehmann_interval(&[], &ys), None);
    }
}
