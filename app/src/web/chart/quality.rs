//! How satisfied the client was beside how well we had just delivered: each dot a rating, the later the darker.

use super::drawing::{Anchor, Drawing};
use super::{HALF, as_table};
use crate::web::href;
use crate::web::markup::{Markup, Pen};
use crate::web::part::{Chart, Head, Sheet};
use domain::picture::{Course, Quality, Rated};
use fluent_bundle::FluentValue;

/// Returns the chart.
pub fn quality(pen: &Pen, client: &str, picture: &Quality) -> Chart {
    let title = conclusion(pen, picture);
    Chart {
        narrow: drawn(pen, picture, &title),
        title: Markup::even(&title),
        note: pen.t("quality-note"),
        wide: None,
        as_table: as_table(pen),
        table: table(pen, client, picture),
    }
}

fn conclusion(pen: &Pen, picture: &Quality) -> String {
    let key = match (picture.theirs, picture.ours) {
        (Course::Falls, Course::Falls) => "quality-both-fall",
        (Course::Falls, _) => "quality-theirs-fall",
        (Course::Rises, _) => "quality-theirs-rise",
        (Course::Holds, _) => "quality-holds",
    };
    let score = |score: f64| FluentValue::from(pen.lang.number(score, 1));
    pen.lang.say(key, [("first", score(picture.first)), ("last", score(picture.last))])
}

fn drawn(pen: &Pen, picture: &Quality, label: &str) -> Markup {
    const HEIGHT: f64 = 250.0;
    let (left, right, top, bottom) = (38.0, HALF - 20.0, 14.0, HEIGHT - 48.0);
    let least = picture.rated.iter().map(|rated| rated.quality).fold(1.0, f64::min);
    let low = ((least - 0.05) * 10.0).floor().clamp(0.0, 8.0) / 10.0;
    let u = |quality: f64| left + (quality - low) / (1.0 - low) * (right - left);
    let y = |satisfaction: f64| bottom - (satisfaction - 1.0) / 4.0 * (bottom - top);
    let mut drawing = Drawing::new(pen, HALF, HEIGHT);
    if low < 0.9 {
        drawing.rect([u(0.9), y(2.5), u(1.0) - u(0.9), bottom - y(2.5)], "zone", 4.0);
    }
    for score in 1..=5 {
        let score = f64::from(score);
        drawing.across(left, right, y(score), if score == 1.0 { "axis" } else { "grid" });
        drawing.text(left - 8.0, y(score) + 4.0, &pen.lang.number(score, 0), Anchor::End, "");
    }
    let step = if low < 0.5 { 0.25 } else { 0.1 };
    for share in (0..=10).map(|i| 1.0 - f64::from(i) * step).take_while(|share| *share >= low - 1e-9) {
        drawing.text_if_free(u(share), HEIGHT - 26.0, &pen.lang.percent(share.max(0.0)), Anchor::Middle, "");
    }
    drawing.text((left + right) / 2.0, HEIGHT - 8.0, &pen.lang.text("quality-axis"), Anchor::Middle, "");
    drawing.text(left + 4.0, y(1.0) - 10.0, &pen.lang.text("satisfaction-axis"), Anchor::Start, "");
    let last = picture.rated.len() - 1;
    for (i, rated) in picture.rated.iter().enumerate() {
        let share = 0.35 + 0.65 * i as f64 / last.max(1) as f64;
        let class = if rated.satisfaction <= 2.5 { "dot hot" } else { "dot" };
        drawing.faded(u(rated.quality), y(rated.satisfaction), 4.8, share, class);
    }
    for (rated, key, class) in
        [(&picture.rated[last], "rated-last", "strong"), (&picture.rated[0], "rated-first", "mid")]
    {
        named(&mut drawing, [u(rated.quality), y(rated.satisfaction)], &pen.lang.text(key), class);
    }
    drawing.finish(label)
}

/// Names a dot where there is room.
fn named(drawing: &mut Drawing, [u, y]: [f64; 2], words: &str, class: &str) {
    let places = [
        (u - 10.0, y - 5.0, Anchor::End),
        (u, y + 19.0, Anchor::Middle),
        (u, y - 11.0, Anchor::Middle),
        (u + 10.0, y + 4.0, Anchor::Start),
    ];
    places.into_iter().any(|(u, y, anchor)| drawing.text_if_free(u, y, words, anchor, class));
}

fn table(pen: &Pen, client: &str, picture: &Quality) -> Sheet {
    let row = |rated: &Rated| {
        let on = pen.link(&href::record(client, "feedback", &rated.feedback), &pen.day(rated.on));
        vec![on, pen.percent(rated.quality), pen.number(rated.satisfaction, 1)]
    };
    Sheet {
        caption: pen.t("quality-caption"),
        heads: vec![
            Head::words(pen.t("head-rated-on")),
            Head::numbers(pen.t("head-quality")),
            Head::numbers(pen.t("head-satisfaction")),
        ],
        rows: picture.rated.iter().rev().map(row).collect(),
        is_cards: false,
    }
}
