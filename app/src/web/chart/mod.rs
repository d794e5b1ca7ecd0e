//! Charts as inline SVG: geometry in attributes, never in styles; time, money and shares run in the reading direction.

mod ageing;
mod drawing;
mod fan;
mod futures;
mod hours;
mod punctuality;
mod quality;
mod rate;
mod strip;
mod swing;
pub mod timeline;

pub use ageing::ageing;
pub use fan::{Scale, fan};
pub use futures::futures;
pub use hours::hours;
pub use punctuality::punctuality;
pub use quality::quality;
pub use rate::rate;
pub use strip::{Bar, strip};
pub use swing::swing;

use super::markup::{Markup, Pen};
use fluent_bundle::FluentValue;

/// The width of half a page's column, and of a whole page; phones show the former.
const HALF: f64 = 360.0;
const NARROW: f64 = 358.0;
const WIDE: f64 = 1064.0;

/// Returns the sentence that says where the newest is.
fn newest(pen: &Pen) -> String {
    pen.lang.say("chart-newest", [("side", FluentValue::from(later(pen)))])
}

/// Returns a message about a number, as plain text for a drawing.
fn about(pen: &Pen, key: &str, n: f64) -> String {
    pen.lang.say(key, [("n", FluentValue::from(n))])
}

/// Returns the side on which later months stand.
pub fn later(pen: &Pen) -> &'static str {
    if drawing::is_mirrored(pen) { "left" } else { "right" }
}

/// Joins sentences.
fn sentences(parts: impl IntoIterator<Item = String>) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<String>>().join(" ")
}

/// Returns what opens the table of a chart.
fn as_table(pen: &Pen) -> Markup {
    pen.t("chart-table")
}

/// Returns steps for an axis from `low` to at least `high`: two to six round numbers, whole as their labels are.
fn steps(low: f64, high: f64) -> Vec<f64> {
    let high = if high > low { high } else { low + 1.0 };
    let span = high - low;
    let magnitude = 10f64.powf((span / 4.0).log10().floor());
    let step = [1.0, 2.0, 2.5, 5.0, 10.0]
        .into_iter()
        .map(|m| m * magnitude)
        .find(|step| step.fract() == 0.0 && span / step <= 5.0);
    let step = step.unwrap_or(magnitude * 10.0);
    let first = (low / step).floor();
    let last = (high / step).ceil().max(first + 1.0);
    (0..=(last - first) as usize).map(|i| (first + i as f64) * step).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn axes_have_round_steps() {
        let check = |low, high, expected: &[f64]| assert_eq!(steps(low, high), expected, "{low}..{high}");
        check(0.0, 84.0, &[0.0, 20.0, 40.0, 60.0, 80.0, 100.0]);
        check(0.0, 161.0, &[0.0, 50.0, 100.0, 150.0, 200.0]);
        check(163.0, 231.0, &[160.0, 180.0, 200.0, 220.0, 240.0]);
        check(0.0, 3.0, &[0.0, 1.0, 2.0, 3.0]);
        check(0.0, 12.0, &[0.0, 5.0, 10.0, 15.0]);
        assert_eq!(steps(5.0, 5.0), [5.0, 6.0], "one value still has an axis");
        check(0.0, 1_250_000.0, &[0.0, 250_000.0, 500_000.0, 750_000.0, 1_000_000.0, 1_250_000.0]);
    }
}
