//! What the measures of a trial read, each with the rows that it rests on.

use super::Desk;
use crate::web::cases::words::shown;
use crate::web::markup::{Markup, Pen};
use askama::Template;
use askama::filters::HtmlSafe;
use domain::case::trial::{Measure, MeasureKind, Reading};
use fluent_bundle::FluentValue;

/// Readings, one under the other.
#[derive(Template)]
#[template(path = "repair/readings.html")]
pub struct Readings {
    readings: Vec<View>,
    rows_title: Markup,
}

impl HtmlSafe for Readings {}

/// One measure: what it is, what has to be reached, and what it reads.
struct View {
    name: Markup,
    /// Whether it is ours or theirs to reach.
    whose: Markup,
    limit: Markup,
    value: Markup,
    /// `met`, `missed` or `blind`.
    state: &'static str,
    word: Markup,
    rests_on: Option<Markup>,
    rows: Vec<Markup>,
    more: Option<Markup>,
}

impl Readings {
    /// Shows readings as they were taken.
    pub fn of(desk: &Desk, readings: &[Reading]) -> Readings {
        Readings {
            readings: readings.iter().map(|reading| view(desk, reading)).collect(),
            rows_title: desk.pen().t("worth-rows"),
        }
    }
}

fn view(desk: &Desk, reading: &Reading) -> View {
    let pen = desk.pen();
    let kind = reading.measure.kind;
    let (rows, more) = desk.rows(&reading.facts);
    let state = match reading.met {
        Some(true) => "met",
        Some(false) => "missed",
        None => "blind",
    };
    let value = match (reading.value, reading.needs) {
        (Some(value), _) => said(pen, kind, value),
        (None, Some(needs)) => {
            let args = [("need", pen.lang.need(needs).into()), ("do", pen.lang.need_do(needs).into())];
            pen.say("worth-lacks", args)
        }
        (None, None) => pen.t("figure-unknown"),
    };
    View {
        name: shown(pen, "measure-of-{}", kind.word()),
        whose: pen.t(if kind.is_ours() { "repair-ours" } else { "repair-theirs" }),
        limit: limit(pen, &reading.measure),
        value,
        state,
        word: shown(pen, "reading-{}", state),
        rests_on: (reading.n > 0).then(|| pen.about("reading-rests", u64::from(reading.n))),
        rows,
        more,
    }
}

/// Says what has to be reached.
pub fn limit(pen: &Pen, measure: &Measure) -> Markup {
    let key = if measure.kind.is_at_least() { "measure-at-least" } else { "measure-at-most" };
    pen.say(key, [("value", FluentValue::from(unit(pen, measure.kind, measure.limit)))])
}

/// Says a value in its unit.
pub fn said(pen: &Pen, kind: MeasureKind, value: f64) -> Markup {
    Markup::even(&unit(pen, kind, value))
}

fn unit(pen: &Pen, kind: MeasureKind, value: f64) -> String {
    if kind.is_share() {
        return pen.lang.percent(value);
    }
    let shown = (value * 10.0).round() / 10.0;
    let args = [("n", FluentValue::from(shown)), ("value", FluentValue::from(pen.lang.number(shown, 1)))];
    pen.lang.say(&format!("measure-unit-{}", kind.word()), args)
}
