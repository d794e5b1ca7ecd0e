//! Hours worked each month; what lies beyond the hours agreed stands out.

use super::drawing::{Anchor, Drawing};
use super::{HALF, as_table, newest, sentences, steps};
use crate::web::markup::{Markup, Pen};
use crate::web::part::{Chart, Head, Sheet};
use domain::picture::{Hours, MonthHours};
use fluent_bundle::FluentValue;

/// Returns the chart; months that go beyond by more than `hot_share` stand out more.
pub fn hours(pen: &Pen, picture: &Hours, hot_share: f64) -> Chart {
    let title = conclusion(pen, picture);
    let note = pen.lang.text(if picture.is_agreed() { "hours-note" } else { "hours-note-open" });
    Chart {
        narrow: drawn(pen, picture, hot_share, &title),
        title: Markup::even(&title),
        note: Markup::even(&sentences([note, newest(pen)])),
        wide: None,
        as_table: as_table(pen),
        table: table(pen, picture),
    }
}

fn conclusion(pen: &Pen, picture: &Hours) -> String {
    let (beyond, all) = (picture.months_beyond(), picture.months.len());
    let key = match (picture.is_agreed(), beyond) {
        (false, _) => "hours-open",
        (true, 0) => "hours-within",
        (true, _) if beyond == all => "hours-always-beyond",
        (true, _) => "hours-beyond",
    };
    pen.lang.say(key, [("n", FluentValue::from(beyond as f64)), ("all", FluentValue::from(all as f64))])
}

fn drawn(pen: &Pen, picture: &Hours, hot_share: f64, label: &str) -> Markup {
    const HEIGHT: f64 = 215.0;
    let (left, right, top, bottom) = (38.0, HALF - 56.0, 22.0, HEIGHT - 30.0);
    let most = picture.months.iter().map(|month| month.worked.max(month.agreed.unwrap_or(0.0))).fold(1.0, f64::max);
    let marks = steps(0.0, most);
    let high = marks[marks.len() - 1];
    let y = |hours: f64| bottom - hours / high * (bottom - top);
    let slot = (right - left - 4.0) / picture.months.len() as f64;
    let bar = (slot - 8.0).min(34.0);
    let mut drawing = Drawing::new(pen, HALF, HEIGHT);
    for mark in &marks {
        drawing.across(left, right, y(*mark), if *mark == 0.0 { "axis" } else { "grid" });
        drawing.text(left - 8.0, y(*mark) + 4.0, &pen.lang.number(*mark, 0), Anchor::End, "");
    }
    let last = picture.months.len() - 1;
    for (i, month) in picture.months.iter().enumerate() {
        let u = left + 4.0 + i as f64 * slot + (slot - bar) / 2.0;
        column(&mut drawing, [u, bar, bottom], month, hot_share, &y);
        let above = y(month.worked) - 6.0;
        drawing.text(
            u + bar / 2.0,
            above,
            &pen.lang.number(month.worked, 0),
            Anchor::Middle,
            if i == last { "strong" } else { "mid" },
        );
    }
    for (i, month) in picture.months.iter().enumerate().rev() {
        let middle = left + 4.0 + (i as f64 + 0.5) * slot;
        drawing.text_if_free(middle, HEIGHT - 9.0, &pen.lang.month_short(month.month.first()), Anchor::Middle, "");
    }
    agreed(pen, picture, [left + 4.0, slot, right], &y, &mut drawing);
    drawing.finish(label)
}

/// Draws a month's hours: those agreed, and those beyond.
fn column(
    drawing: &mut Drawing,
    [u, width, bottom]: [f64; 3],
    month: &MonthHours,
    hot_share: f64,
    y: &impl Fn(f64) -> f64,
) {
    let within = month.worked - month.beyond();
    drawing.rect([u, y(within), width, bottom - y(within)], "bar0", 1.0);
    if month.beyond() > 0.0 {
        let hot = month.share_beyond().is_some_and(|share| share > hot_share);
        let height = y(within) - y(month.worked);
        drawing.rect([u, y(month.worked), width, height], if hot { "b-severe" } else { "b-finding" }, 1.0);
    }
}

/// Draws what was agreed as a dashed line that steps where the agreement changed, and says its last height.
fn agreed(pen: &Pen, picture: &Hours, [left, slot, right]: [f64; 3], y: &impl Fn(f64) -> f64, drawing: &mut Drawing) {
    let mut points: Vec<(f64, f64)> = vec![];
    for (i, month) in picture.months.iter().enumerate() {
        let (from, to) = (left + i as f64 * slot, left + (i + 1) as f64 * slot);
        match month.agreed {
            Some(hours) => points.extend([(from, y(hours)), (to, y(hours))]),
            None if points.is_empty() => {}
            None => drawing.path(&std::mem::take(&mut points), "target"),
        }
    }
    if let (Some((_, height)), Some(hours)) = (points.last().copied(), picture.months.last().and_then(|m| m.agreed)) {
        drawing.path(&points, "target");
        drawing.text(right + 6.0, height - 2.0, &pen.lang.number(hours, 1), Anchor::Start, "t-accent");
        drawing.text(right + 6.0, height + 14.0, &pen.lang.text("hours-agreed"), Anchor::Start, "t-accent");
    }
}

fn table(pen: &Pen, picture: &Hours) -> Sheet {
    let row = |month: &MonthHours| {
        let agreed = month.agreed.map_or_else(Markup::default, |hours| pen.number(hours, 1));
        let beyond = month.share_beyond().filter(|share| *share > 0.0).map(|share| pen.percent(share));
        let name = pen.month(month.month.first());
        vec![name, pen.number(month.worked, 1), agreed, beyond.unwrap_or_default()]
    };
    Sheet {
        caption: pen.t("hours-caption"),
        heads: vec![
            Head::words(pen.t("head-month")),
            Head::numbers(pen.t("head-hours")),
            Head::numbers(pen.t("head-agreed")),
            Head::numbers(pen.t("head-beyond")),
        ],
        rows: picture.months.iter().rev().map(row).collect(),
        is_cards: false,
    }
}
