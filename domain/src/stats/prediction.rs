//! Prediction: where the next value of a series may still fall.

use super::beta::Beta;
use super::{Interval, all_finite};

/// Returns the bounds that the next value of a series stays above, and below, each with a chance of `level`, if the
/// values scatter normally about one mean; `None` below 3 values (Hahn & Meeker 1991).
pub fn next_about_mean(values: &[f64], level: f64) -> Option<Interval> {
    let n = values.len() as f64;
    if values.len() < 3 || !all_finite(values) {
        return None;
    }
    let mean = values.iter().sum::<f64>() / n;
    let squares: f64 = values.iter().map(|value| (value - mean).powi(2)).sum();
    let reach = t_quantile(level, n - 1.0) * (squares / (n - 1.0) * (1.0 + 1.0 / n)).sqrt();
    Some(Interval { low: mean - reach, high: mean + reach })
}

/// Returns the same bounds if the values scatter about a straight line over their places; `None` below 4 values.
pub fn next_on_line(values: &[f64], level: f64) -> Option<Interval> {
    let n = values.len() as f64;
    if values.len() < 4 || !all_finite(values) {
        return None;
    }
    let (mean, middle) = (values.iter().sum::<f64>() / n, (n - 1.0) / 2.0);
    let places = || (0..values.len()).map(|place| place as f64 - middle);
    let spread: f64 = places().map(|x| x * x).sum();
    let slope = places().zip(values).map(|(x, y)| x * (y - mean)).sum::<f64>() / spread;
    let squares: f64 = places().zip(values).map(|(x, y)| (y - mean - slope * x).powi(2)).sum();
    let ahead = n - middle;
    let next = mean + slope * ahead;
    let wider = 1.0 + 1.0 / n + ahead * ahead / spread;
    let reach = t_quantile(level, n - 2.0) * (squares / (n - 2.0) * wider).sqrt();
    Some(Interval { low: next - reach, high: next + reach })
}

/// Returns the value that Student's t stays below with a chance of `level`, from one half to 1 (Abramowitz & Stegun
/// 1964, 26.7.1).
fn t_quantile(level: f64, freedom: f64) -> f64 {
    let x = Beta { a: freedom / 2.0, b: 0.5 }.quantile(2.0 * (1.0 - level));
    (freedom * (1.0 - x) / x).sqrt()
}

#[cfg(test)]
mod tests {
    use super::super::near;
    use super::*;

    #[test]
    fn students_t_agrees_with_tables() {
        for (freedom, expected) in [(1.0, 6.313_752), (6.0, 1.943_180), (7.0, 1.894_579), (30.0, 1.697_261)] {
            near(t_quantile(0.95, freedom), expected, 1e-6);
        }
        near(t_quantile(0.975, 10.0), 2.228_139, 1e-6);
    }

    #[test]
    fn the_next_value_about_a_mean() {
        // Mean 10, sample variance 2/7 * 4 = 8/7: 1.894579 * sqrt(8/7 * 9/8).
        let found = next_about_mean(&[9.0, 11.0, 9.0, 11.0, 9.0, 11.0, 9.0, 11.0], 0.95).expect("eight values");
        near(found.high, 10.0 + 1.894_579 * (9.0f64 / 7.0).sqrt(), 1e-5);
        near(found.low + found.high, 20.0, 1e-9);
        assert_eq!(next_about_mean(&[1.0, 2.0], 0.95), None);
        assert_eq!(next_about_mean(&[1.0, f64::NAN, 2.0], 0.95), None);
    }

    #[test]
    fn the_next_value_on_a_line() {
        let steady = next_on_line(&[1.0, 2.0, 3.0, 4.0, 5.0], 0.95).expect("five values");
        near(steady.low, 6.0, 1e-9);
        near(steady.high, 6.0, 1e-9);
        // Residuals .2 -.4 .2 .2 -.4 .2 about y = x + c, checked by hand: s^2 = .12, 1 + 1/6 + 3.5^2/17.5.
        let about = next_on_line(&[1.2, 1.6, 3.2, 4.2, 4.6, 6.2], 0.95).expect("six values");
        near(f64::midpoint(about.low, about.high), 7.0, 1e-9);
        near(about.high - 7.0, 2.131_847 * (0.12f64 * (1.0 + 1.0 / 6.0 + 0.7)).sqrt(), 1e-5);
        assert_eq!(next_on_line(&[1.0, 2.0, 3.0], 0.95), None);
    }
}
