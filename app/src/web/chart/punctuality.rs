//! Days late per invoice: each dot one, an open ring one that is unpaid today.

use super::drawing::{self, Anchor, Drawing};
use super::{NARROW, WIDE, about, as_table, newest, sentences, steps};
use crate::web::href;
use crate::web::markup::{Markup, Pen};
use crate::web::part::{Chart, Head, Sheet};
use domain::days::{Day, Month};
use domain::picture::{Course, Dot, Punctuality};
use fluent_bundle::FluentValue;

/// Returns the chart; dots of `hot_days` or more stand out, and fewer than `dots_min` show no habit.
pub fn punctuality(pen: &Pen, client: &str, picture: &Punctuality, hot_days: f64, dots_min: f64) -> Chart {
    let few = (picture.dots.len() as f64) < dots_min;
    let title = if few { about(pen, "punctuality-few", picture.dots.len() as f64) } else { conclusion(pen, picture) };
    let open = if picture.open() > 0 { about(pen, "punctuality-open", picture.open() as f64) } else { String::new() };
    let label = sentences([title.clone(), open]);
    Chart {
        title: Markup::even(&title),
        note: Markup::even(&sentences([pen.lang.text("punctuality-note"), newest(pen)])),
        wide: Some(drawn(pen, picture, hot_days, WIDE, &label)),
        narrow: drawn(pen, picture, hot_days, NARROW, &label),
        as_table: as_table(pen),
        table: table(pen, client, picture),
    }
}

fn conclusion(pen: &Pen, picture: &Punctuality) -> String {
    let days = |n: f64| FluentValue::from(about(pen, "late", n.round()));
    let key = match picture.course {
        Course::Rises => "punctuality-rises",
        Course::Falls => "punctuality-falls",
        Course::Holds if picture.usual < 1.0 => "punctuality-in-time",
        Course::Holds => "punctuality-holds",
    };
    pen.lang.say(key, [("first", days(picture.first)), ("last", days(picture.last)), ("usual", days(picture.usual))])
}

/// The room of the dots, and where a day and a number of days lie in it.
struct Plot {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
    from: Day,
    to: Day,
    days_max: f64,
}

impl Plot {
    fn u(&self, day: Day) -> f64 {
        let share = f64::from(day.since(self.from)) / f64::from(self.to.since(self.from).max(1));
        self.left + share * (self.right - self.left)
    }

    fn y(&self, days: f64) -> f64 {
        self.bottom - days / self.days_max * (self.bottom - self.top)
    }
}

fn drawn(pen: &Pen, picture: &Punctuality, hot_days: f64, width: f64, label: &str) -> Markup {
    let height = if width > 500.0 { 300.0 } else { 250.0 };
    let most = picture.dots.iter().map(|dot| dot.days).max().unwrap_or(0);
    let marks = steps(0.0, f64::from(most).max(10.0));
    let plot = Plot {
        left: 40.0,
        right: width - 72.0,
        top: 16.0,
        bottom: height - 30.0,
        from: picture.dots.first().map_or(Day::from_iso("1970-01-01").expect("a day"), |dot| dot.due_on.plus(-12)),
        to: picture.dots.last().map_or(Day::from_iso("1970-01-02").expect("a day"), |dot| dot.due_on.plus(12)),
        days_max: marks.last().copied().unwrap_or(1.0),
    };
    let mut drawing = Drawing::new(pen, width, height);
    for days in marks {
        drawing.across(plot.left, plot.right, plot.y(days), if days == 0.0 { "axis" } else { "grid" });
        drawing.text(plot.left - 8.0, plot.y(days) + 4.0, &pen.lang.number(days, 0), Anchor::End, "");
    }
    months(pen, &plot, &mut drawing);
    if let Some(line) = picture.trend {
        drawing.path(&[(plot.u(line.from.0), plot.y(line.from.1)), (plot.u(line.to.0), plot.y(line.to.1))], "trend");
    }
    for dot in &picture.dots {
        let (u, y) = (plot.u(dot.due_on), plot.y(f64::from(dot.days)));
        drawing.path(&[(u, plot.bottom), (u, y)], "grid");
        match dot.is_open {
            true => drawing.dot(u, y, 5.5, "open"),
            false => drawing.dot(u, y, 4.6, if f64::from(dot.days) >= hot_days { "dot hot" } else { "dot" }),
        }
    }
    labels(pen, picture, &plot, &mut drawing);
    drawing.finish(label)
}

/// Writes months under the axis, as many as have room; the year with the first and with each January.
fn months(pen: &Pen, plot: &Plot, drawing: &mut Drawing) {
    let mut free_from = f64::MIN;
    let mut year = None;
    let first = plot.from.plus(-1).month().plus(1);
    for month in (0..).map(|n| first.plus(n)).take_while(|month| month.first() <= plot.to) {
        let own = month.first().civil().0;
        let words = words(pen, month, year != Some(own));
        let (u, half) = (plot.u(month.first()), drawing::length(&words) / 2.0);
        if u - half >= free_from && u + half <= drawing.width {
            drawing.text(u, drawing.height - 8.0, &words, Anchor::Middle, "");
            free_from = u + half + 18.0;
            year = Some(own);
        }
    }
}

fn words(pen: &Pen, month: Month, with_year: bool) -> String {
    let short = pen.lang.month_short(month.first());
    if with_year { format!("{short} {}", pen.lang.digits(i64::from(month.first().civil().0))) } else { short }
}

/// Labels what the sentence names: the latest open ones first, then the last dot and the first.
fn labels(pen: &Pen, picture: &Punctuality, plot: &Plot, drawing: &mut Drawing) {
    let mut open: Vec<&Dot> = picture.dots.iter().filter(|dot| dot.is_open && dot.days > 0).collect();
    open.sort_by_key(|dot| -dot.days);
    for (i, dot) in open.into_iter().take(3).enumerate() {
        let words = about(pen, if i == 0 { "dot-open" } else { "dot-open-short" }, f64::from(dot.days));
        label(dot, &words, "strong", plot, drawing);
    }
    for dot in picture.dots.last().into_iter().chain(picture.dots.first()) {
        if !dot.is_open {
            label(dot, &about(pen, "days", f64::from(dot.days)), "mid", plot, drawing);
        }
    }
}

/// Writes a dot's label where there is room: open ones beside it, the others above it.
fn label(dot: &Dot, words: &str, class: &str, plot: &Plot, drawing: &mut Drawing) {
    let (u, y) = (plot.u(dot.due_on), plot.y(f64::from(dot.days)));
    let beside = [(u + 11.0, y + 4.0, Anchor::Start), (u - 11.0, y + 4.0, Anchor::End)];
    let above = [(u, y - 12.0, Anchor::Middle), (u + 8.0, y - 10.0, Anchor::Start), (u - 8.0, y - 10.0, Anchor::End)];
    let places: Vec<(f64, f64, Anchor)> =
        if dot.is_open { beside.into_iter().chain(above).collect() } else { above.into_iter().chain(beside).collect() };
    places.into_iter().any(|(u, y, anchor)| drawing.text_if_free(u, y, words, anchor, class));
}

fn table(pen: &Pen, client: &str, picture: &Punctuality) -> Sheet {
    let row = |dot: &Dot| {
        let days = pen.number(f64::from(dot.days), 0);
        let days = if dot.is_open { Markup::made(format!("{days} {}", pen.t("dot-is-open"))) } else { days };
        let invoice = pen.link(&href::record(client, "invoices", &dot.invoice), &pen.id(&dot.invoice));
        vec![invoice, pen.day(dot.due_on), days]
    };
    Sheet {
        caption: pen.t("punctuality-caption"),
        heads: vec![
            Head::words(pen.t("head-invoice")),
            Head::words(pen.t("head-due")),
            Head::numbers(pen.t("head-days-late")),
        ],
        rows: picture.dots.iter().rev().map(row).collect(),
        is_cards: false,
    }
}
