//! What an hour earned, quarter by quarter, beside what it should earn.

use super::drawing::{Anchor, Drawing};
use super::{HALF, as_table, newest, sentences, steps};
use crate::web::markup::{Markup, Pen};
use crate::web::part::{Chart, Head, Sheet};
use domain::days::Day;
use domain::money::Money;
use domain::picture::{Course, QuarterRate, Rate};
use fluent_bundle::FluentValue;

/// Returns the chart.
pub fn rate(pen: &Pen, picture: &Rate) -> Chart {
    let title = conclusion(pen, picture);
    let note = pen.lang.say("rate-note", [("currency", FluentValue::from(pen.lang.currency(picture.currency)))]);
    Chart {
        narrow: drawn(pen, picture, &title),
        title: Markup::even(&title),
        note: Markup::join(
            [Some(Markup::even(&sentences([note, newest(pen)]))), pen.untaxed(picture.untaxed)].into_iter().flatten(),
            " ",
        ),
        wide: None,
        as_table: as_table(pen),
        table: table(pen, picture),
    }
}

fn conclusion(pen: &Pen, picture: &Rate) -> String {
    let ends = (picture.quarters.first(), picture.quarters.last());
    let (first, last) = (ends.0.map_or(0.0, |quarter| quarter.rate), ends.1.map_or(0.0, |quarter| quarter.rate));
    let key = match (picture.course, picture.target) {
        (Course::Falls, _) => "rate-falls",
        (Course::Rises, _) => "rate-rises",
        (Course::Holds, Some(target)) if last < target => "rate-below",
        (Course::Holds, Some(_)) => "rate-reached",
        (Course::Holds, None) => "rate-holds",
    };
    let whole = |rate: f64| FluentValue::from(pen.lang.number(rate, 0));
    let target = picture.target.unwrap_or(0.0);
    pen.lang.say(key, [("first", whole(first)), ("last", whole(last)), ("target", whole(target))])
}

fn drawn(pen: &Pen, picture: &Rate, label: &str) -> Markup {
    const HEIGHT: f64 = 215.0;
    let (left, right, top, bottom) = (46.0, HALF - 54.0, 18.0, HEIGHT - 46.0);
    let rates: Vec<f64> = picture.quarters.iter().map(|quarter| quarter.rate).chain(picture.target).collect();
    let least = rates.iter().copied().fold(f64::INFINITY, f64::min);
    let most = rates.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    // An axis that does not begin at zero leaves room below, so that a slope is not read as a collapse.
    let marks = steps((least - (most - least) * 0.6).max(0.0).min(least), most);
    let (low, high) = (marks[0], marks[marks.len() - 1]);
    let y = |rate: f64| bottom - (rate - low) / (high - low) * (bottom - top);
    let apart = (right - left - 24.0) / (picture.quarters.len() - 1).max(1) as f64;
    let u = |i: usize| left + 12.0 + i as f64 * apart;
    let mut drawing = Drawing::new(pen, HALF, HEIGHT);
    for mark in &marks {
        drawing.across(left, right, y(*mark), "grid");
        drawing.text(left - 8.0, y(*mark) + 4.0, &pen.lang.number(*mark, 0), Anchor::End, "");
    }
    if let Some(target) = picture.target {
        drawing.across(left, right, y(target), "target");
        drawing.text(right + 6.0, y(target) + 4.0, &pen.lang.text("rate-target"), Anchor::Start, "t-accent");
    }
    let points: Vec<(f64, f64)> = picture.quarters.iter().enumerate().map(|(i, q)| (u(i), y(q.rate))).collect();
    drawing.path(&points, "line");
    for (quarter, point) in picture.quarters.iter().zip(&points) {
        let hot = picture.target.is_some_and(|target| quarter.rate < target * 0.8);
        drawing.dot(point.0, point.1, 4.2, if hot { "dot hot" } else { "dot" });
    }
    quarters(pen, picture, &points, HEIGHT, &mut drawing);
    for (quarter, point, class) in
        [(picture.quarters.last(), points.last(), "strong"), (picture.quarters.first(), points.first(), "mid")]
    {
        if let (Some(quarter), Some((u, y))) = (quarter, point) {
            let words = pen.lang.number(quarter.rate, 0);
            let _ = drawing.text_if_free(*u, y - 11.0, &words, Anchor::Middle, class)
                || drawing.text_if_free(*u, y + 21.0, &words, Anchor::Middle, class);
        }
    }
    drawing.finish(label)
}

/// Writes the quarters under the axis, and each year once under its own.
fn quarters(pen: &Pen, picture: &Rate, points: &[(f64, f64)], height: f64, drawing: &mut Drawing) {
    let year = |i: usize| picture.quarters[i].begins_on.civil().0;
    let mut start = 0;
    for (i, point) in points.iter().enumerate() {
        let number = (picture.quarters[i].begins_on.civil().1 - 1) / 3 + 1;
        drawing.text(
            point.0,
            height - 26.0,
            &super::about(pen, "quarter-short", f64::from(number)),
            Anchor::Middle,
            "",
        );
        if i + 1 == points.len() || year(i + 1) != year(i) {
            let middle = (points[start].0 + point.0) / 2.0;
            drawing.text(middle, height - 8.0, &pen.lang.digits(i64::from(year(i))), Anchor::Middle, "");
            if let Some(next) = points.get(i + 1) {
                let between = (point.0 + next.0) / 2.0;
                drawing.path(&[(between, height - 38.0), (between, height - 6.0)], "grid");
            }
            start = i + 1;
        }
    }
}

fn table(pen: &Pen, picture: &Rate) -> Sheet {
    let money =
        |rate: f64| pen.money(Money { minor: picture.currency.minor(rate.round()), currency: picture.currency });
    let row = |quarter: &QuarterRate| vec![Markup::text(&quarter_name(pen, quarter.begins_on)), money(quarter.rate)];
    Sheet {
        caption: pen.t("rate-caption"),
        heads: vec![Head::words(pen.t("head-quarter")), Head::numbers(pen.t("head-rate"))],
        rows: picture.quarters.iter().rev().map(row).collect(),
        is_cards: false,
    }
}

fn quarter_name(pen: &Pen, begins_on: Day) -> String {
    let (year, month, _) = begins_on.civil();
    let args = [
        ("n", FluentValue::from(f64::from((month - 1) / 3 + 1))),
        ("year", FluentValue::from(pen.lang.digits(i64::from(year)))),
    ];
    pen.lang.say("quarter-long", args)
}
