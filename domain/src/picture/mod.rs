//! Pictures: the series behind the charts of a client's page, each with what it concludes. Nothing is drawn here.

mod ageing;
mod hours;
mod ours;
mod punctuality;
mod quality;
mod rate;

pub use ageing::{Age, Ageing, ageing};
pub use hours::{Hours, MonthHours, hours};
pub use ours::{LateWork, Ours, ours};
pub use punctuality::{Dot, Line, Punctuality, punctuality};
pub use quality::{Quality, Rated, quality};
pub use rate::{QuarterRate, Rate, rate};

use crate::stats::{mann_kendall, median};

/// Where a series is going.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Course {
    Rises,
    Falls,
    Holds,
}

/// A trend counts if chance would show one like it less often than this.
const P_MAX: f64 = 0.05;

/// Returns where a series in time order is going; it holds unless chance is an unlikely reason that it does not.
fn course(values: &[f64]) -> Course {
    match mann_kendall(values) {
        Some(test) if test.p_up < P_MAX => Course::Rises,
        Some(test) if test.p_down < P_MAX => Course::Falls,
        _ => Course::Holds,
    }
}

/// Returns the usual value at the beginning and at the end of a series: the medians of its outer thirds.
fn ends(values: &[f64]) -> Option<(f64, f64)> {
    let third = (values.len() / 3).max(1).min(values.len());
    let first = median(&mut values[..third].to_vec())?;
    let last = median(&mut values[values.len() - third..].to_vec())?;
    Some((first, last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_course_needs_more_than_chance() {
        let check = |values: &[f64], expected| assert_eq!(course(values), expected, "{values:?}");
        check(&[3.0, 6.0, 4.0, 9.0, 12.0, 11.0, 18.0], Course::Rises);
        check(&[18.0, 11.0, 12.0, 9.0, 4.0, 6.0, 3.0], Course::Falls);
        check(&[3.0, 12.0, 4.0, 11.0, 5.0, 9.0], Course::Holds);
        check(&[1.0, 2.0, 3.0], Course::Holds);
        check(&[], Course::Holds);
    }

    #[test]
    fn ends_are_the_medians_of_the_outer_thirds() {
        assert_eq!(ends(&[3.0, 90.0, 5.0, 7.0, 8.0, 9.0, 20.0, 22.0, 2.0]), Some((5.0, 20.0)));
        assert_eq!(ends(&[4.0, 6.0]), Some((4.0, 6.0)));
        assert_eq!(ends(&[]), None);
    }
}
