//! What is owed, by how long it has been due.

use super::drawing::{Anchor, Drawing};
use super::{HALF, as_table};
use crate::web::markup::{Markup, Pen};
use crate::web::part::{Chart, Head, Sheet};
use domain::picture::{Age, Ageing};
use fluent_bundle::FluentValue;

/// Returns the chart of one currency.
pub fn ageing(pen: &Pen, picture: &Ageing) -> Chart {
    let title = conclusion(pen, picture);
    Chart {
        narrow: drawn(pen, picture, &title),
        title: Markup::even(&title),
        note: pen.say("ageing-note", [("total", FluentValue::from(pen.lang.money(picture.total())))]),
        wide: None,
        as_table: as_table(pen),
        table: table(pen, picture),
    }
}

fn conclusion(pen: &Pen, picture: &Ageing) -> String {
    let share = |from: Age| picture.sum(from).minor as f64 / picture.total().minor.max(1) as f64;
    let (key, share) = if picture.overdue().minor == 0 {
        ("ageing-clear", 0.0)
    } else if picture.sum(Age::To60).minor == 0 {
        ("ageing-young", share(Age::To30))
    } else {
        ("ageing-old", share(Age::To60))
    };
    pen.lang.say(key, [("share", FluentValue::from(pen.lang.percent(share)))])
}

fn drawn(pen: &Pen, picture: &Ageing, label: &str) -> Markup {
    const HEIGHT: f64 = 190.0;
    let (left, right) = (100.0, 84.0);
    let most = picture.owed.iter().copied().max().unwrap_or(1).max(1) as f64;
    let mut drawing = Drawing::new(pen, HALF, HEIGHT);
    for (i, age) in Age::ALL.into_iter().enumerate() {
        let (y, own) = (8.0 + i as f64 * 36.0, picture.owed[i]);
        let length = own as f64 / most * (HALF - left - right);
        drawing.text(left - 10.0, y + 16.0, &name(pen, age), Anchor::End, "mid");
        drawing.rect([left, y, length.max(1.0), 22.0], if own > 0 { class(age) } else { "b-none" }, 1.0);
        let whole = pen.lang.number(picture.currency.whole(own), 0);
        drawing.text(left + length + 8.0, y + 16.0, &whole, Anchor::Start, if own > 0 { "strong" } else { "" });
    }
    drawing.path(&[(left, 2.0), (left, HEIGHT - 8.0)], "axis");
    drawing.finish(label)
}

fn class(age: Age) -> &'static str {
    match age {
        Age::NotDue => "b-none",
        Age::To30 => "b-watch",
        Age::To60 => "b-finding",
        Age::To90 | Age::Over90 => "b-severe",
    }
}

fn name(pen: &Pen, age: Age) -> String {
    pen.lang.text(&format!("age-{}", age.word()))
}

fn table(pen: &Pen, picture: &Ageing) -> Sheet {
    let row = |age: Age| vec![Markup::text(&name(pen, age)), pen.money(picture.of(age))];
    Sheet {
        caption: pen.t("ageing-caption"),
        heads: vec![Head::words(pen.t("head-age")), Head::numbers(pen.t("head-amount"))],
        rows: Age::ALL.into_iter().map(row).collect(),
        is_cards: false,
    }
}
