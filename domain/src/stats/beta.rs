//! The beta distribution: what is believed of a share after some successes and failures.

use super::ln_gamma;

/// A beta distribution of an unknown share; both parameters must be positive.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Beta {
    /// Weight of the successes, the prior's included.
    pub a: f64,
    /// Weight of the failures, the prior's included.
    pub b: f64,
}

impl Beta {
    /// Every share equally likely: the prior when nothing is known.
    pub const UNIFORM: Self = Self { a: 1.0, b: 1.0 };

    /// Returns what is believed of the share once these outcomes are added to the prior
    /// (Bayes 1763; beta-binomial conjugacy).
    pub fn posterior(prior: Self, successes: usize, failures: usize) -> Self {
        Self { a: prior.a + successes as f64, b: prior.b + failures as f64 }
    }

    /// Returns the expected share, 0 to 1.
    pub fn mean(self) -> f64 {
        self.a / (self.a + self.b)
    }

    /// Returns the chance that the share is below `x`: 0 for `x <= 0`, 1 for `x >= 1`, NaN for NaN
    /// or a parameter that is not positive (continued fraction, Abramowitz & Stegun 1964, 26.5.8).
    pub fn below(self, x: f64) -> f64 {
        let Self { a, b } = self;
        if x.is_nan() || !(a > 0.0 && b > 0.0) {
            f64::NAN
        } else if x <= 0.0 {
            0.0
        } else if x >= 1.0 {
            1.0
        } else if x < (a + 1.0) / (a + b + 2.0) {
            tail_fraction(a, b, x)
        } else {
            1.0 - tail_fraction(b, a, 1.0 - x)
        }
    }

    /// Returns the share with a chance `p` of being below it, to 1e-12; 0 for `p <= 0`, 1 for
    /// `p >= 1`, NaN as for [`Beta::below`] (Newton's steps held inside a bisection).
    pub fn quantile(self, p: f64) -> f64 {
        if p.is_nan() || !(self.a > 0.0 && self.b > 0.0) {
            f64::NAN
        } else if p <= 0.0 {
            0.0
        } else if p >= 1.0 {
            1.0
        } else {
            self.quantile_inside(p)
        }
    }

    fn quantile_inside(self, p: f64) -> f64 {
        let (mut low, mut high, mut x) = (0.0, 1.0, self.mean());
        for _ in 0..200 {
            let excess = self.below(x) - p;
            if excess > 0.0 {
                high = x;
            } else {
                low = x;
            }
            let newton = x - excess / self.density(x);
            let next = if newton > low && newton < high { newton } else { f64::midpoint(low, high) };
            if (next - x).abs() <= 1e-15 * x {
                return next;
            }
            x = next;
        }
        x
    }

    fn density(self, x: f64) -> f64 {
        ln_kernel(self.a, self.b, x).exp() / (x * (1.0 - x))
    }
}

/// Returns ln(x^a (1-x)^b / B(a, b)).
fn ln_kernel(a: f64, b: f64, x: f64) -> f64 {
    ln_gamma(a + b) - ln_gamma(a) - ln_gamma(b) + a * x.ln() + b * (-x).ln_1p()
}

/// Returns the chance below `x` by Lentz's continued fraction, quick for `x` under about the mean.
fn tail_fraction(a: f64, b: f64, x: f64) -> f64 {
    const TINY: f64 = 1e-300;
    let away_from_zero = |value: f64| if value.abs() < TINY { TINY } else { value };
    let mut c = 1.0;
    let mut d = 1.0 / away_from_zero(1.0 - (a + b) * x / (a + 1.0));
    let mut fraction = d;
    for step in 1..20_000 {
        let m = f64::from(step);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        let mut change = 1.0;
        for numerator in [even, odd] {
            d = 1.0 / away_from_zero(1.0 + numerator * d);
            c = away_from_zero(1.0 + numerator / c);
            change = c * d;
            fraction *= change;
        }
        if (change - 1.0).abs() < 1e-15 {
            break;
        }
    }
    ln_kernel(a, b, x).exp() * fraction / a
}

#[cfg(test)]
mod tests {
    use super::super::near;
    use super::*;

    #[test]
    fn two_promises_kept_of_six() {
        let belief = Beta::posterior(Beta::UNIFORM, 2, 4);
        assert_eq!(belief, Beta { a: 3.0, b: 5.0 });
        near(belief.mean(), 0.375, 1e-15);
        near(belief.below(0.5), 0.773_437_5, 1e-13);
    }

    #[test]
    fn chances_below() {
        for (a, b, x, expected) in [
            (1.0, 1.0, 0.3, 0.3),
            (0.5, 0.5, 0.25, 1.0 / 3.0),
            (2.0, 1.0, 0.9, 0.81),
            (40.0, 2.0, 0.9, 0.073_904_414_707_173),
            (500.0, 500.0, 0.5, 0.5),
            (3.0, 5.0, 0.0, 0.0),
            (3.0, 5.0, 1.5, 1.0),
        ] {
            near(Beta { a, b }.below(x), expected, 1e-12);
        }
        assert!(Beta { a: 0.0, b: 1.0 }.below(0.5).is_nan());
        assert!(Beta::UNIFORM.below(f64::NAN).is_nan());
    }

    #[test]
    fn quantile_undoes_below() {
        for (a, b) in [(1.0, 1.0), (3.0, 5.0), (0.5, 0.5), (0.2, 9.0), (60.0, 2.0), (5e3, 4e4)] {
            let belief = Beta { a, b };
            for p in [1e-6, 0.025, 0.5, 0.9, 0.975] {
                near(belief.below(belief.quantile(p)), p, 1e-11);
            }
            assert_eq!((belief.quantile(0.0), belief.quantile(1.0)), (0.0, 1.0));
        }
        assert!(Beta::UNIFORM.quantile(f64::NAN).is_nan());
    }
}
