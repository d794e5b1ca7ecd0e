//! An input that is not one figure: a range that someone judged, or the firm's own figures.

use super::Wrong;
use crate::stats::{Beta, quantile_sorted};

/// How a figure may turn out.
#[derive(Clone, Debug, PartialEq)]
pub enum Spread {
    /// A PERT range: a beta distribution from low to high, four times as heavy on the likely figure.
    Range { low: f64, likely: f64, high: f64 },
    /// Each of the firm's own figures is as likely as any other.
    Own(Vec<f64>),
}

/// A range is drawn from so many equal steps of probability, straight in between.
const STEPS: usize = 256;

/// A spread made ready for drawing.
#[derive(Clone, Debug)]
pub(super) enum Ready {
    /// The figures at the steps.
    Steps(Vec<f64>),
    Own(Vec<f64>),
}

impl Spread {
    /// Returns the mean, which stands for the figure where one is needed.
    pub fn mean(&self) -> f64 {
        match self {
            Spread::Range { low, likely, high } => (low + 4.0 * likely + high) / 6.0,
            Spread::Own(own) => own.iter().sum::<f64>() / own.len() as f64,
        }
    }

    /// Returns the figure that is reached with a chance of `1 - p`.
    pub fn quantile(&self, p: f64) -> f64 {
        match self {
            Spread::Range { low, likely, high } if low < high => {
                let width = high - low;
                let belief = Beta { a: 1.0 + 4.0 * (likely - low) / width, b: 1.0 + 4.0 * (high - likely) / width };
                low + width * belief.quantile(p)
            }
            Spread::Range { low, .. } => *low,
            Spread::Own(own) => {
                let mut sorted = own.clone();
                sorted.sort_unstable_by(f64::total_cmp);
                quantile_sorted(&sorted, p).unwrap_or(f64::NAN)
            }
        }
    }

    /// Returns all figures of which it is made.
    pub(super) fn ends(&self) -> Vec<f64> {
        match self {
            Spread::Range { low, likely, high } => vec![*low, *likely, *high],
            Spread::Own(own) => own.clone(),
        }
    }

    /// Says what is wrong with its shape.
    pub(super) fn wrong(&self) -> Option<Wrong> {
        match self {
            Spread::Range { low, likely, high } if !(low <= likely && likely <= high) => Some(Wrong::Unordered),
            Spread::Own(own) if own.is_empty() => Some(Wrong::Empty),
            _ => None,
        }
    }

    pub(super) fn ready(&self) -> Ready {
        match self {
            Spread::Range { .. } => {
                Ready::Steps((0..=STEPS).map(|step| self.quantile(step as f64 / STEPS as f64)).collect())
            }
            Spread::Own(own) => Ready::Own(own.clone()),
        }
    }
}

impl Ready {
    /// Returns the figure of a number drawn evenly from 0 up to 1.
    pub(super) fn at(&self, uniform: f64) -> f64 {
        match self {
            Ready::Steps(steps) => {
                let place = uniform * STEPS as f64;
                let (step, past) = (place as usize, place.fract());
                steps[step] + (steps[step + 1] - steps[step]) * past
            }
            Ready::Own(own) => own[(uniform * own.len() as f64) as usize],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::SplitMix64;

    /// The range of DOMAIN 3.5 for what is realised during a notice.
    const REALISED: Spread = Spread::Range { low: 0.4, likely: 0.8, high: 1.0 };

    #[test]
    fn a_range_has_the_mean_and_tails_of_its_beta() {
        let mut random = SplitMix64::new(7);
        let ready = REALISED.ready();
        let mut drawn: Vec<f64> = (0..100_000).map(|_| ready.at(random.unit())).collect();
        let mean = drawn.iter().sum::<f64>() / drawn.len() as f64;
        assert!((mean - 4.6 / 6.0).abs() < 0.001, "{mean}");
        drawn.sort_unstable_by(f64::total_cmp);
        // The 10% and 90% points of Beta(11/3, 7/3) on 0.4 to 1, integrated numerically elsewhere.
        for (p, expected) in [(0.1, 0.613_33), (0.9, 0.908_18)] {
            assert!((REALISED.quantile(p) - expected).abs() < 2e-5, "{}", REALISED.quantile(p));
            assert!((quantile_sorted(&drawn, p).expect("drawn") - expected).abs() < 0.003);
        }
        assert_eq!((drawn[0] >= 0.4, drawn[99_999] <= 1.0), (true, true));
    }

    #[test]
    fn own_figures_are_drawn_alike() {
        let own = Spread::Own(vec![3.0, 1.0, 2.0]);
        let ready = own.ready();
        assert_eq!([0.0, 0.4, 0.999].map(|uniform| ready.at(uniform)), [3.0, 1.0, 2.0]);
        assert_eq!((own.mean(), own.quantile(0.5)), (2.0, 2.0));
        assert_eq!(Spread::Range { low: 2.0, likely: 2.0, high: 2.0 }.quantile(0.9), 2.0);
    }
}
