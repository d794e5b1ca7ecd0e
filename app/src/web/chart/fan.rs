//! The cash of one scenario month by month: the median, and eighty of a hundred futures round it.

use super::drawing::{Anchor, Drawing};
use super::{as_table, steps};
use crate::web::markup::{Markup, Pen};
use crate::web::part::{Chart, Head, Sheet};
use domain::days::Month;
use domain::exit::Cash;
use domain::money::{Currency, Money};
use fluent_bundle::FluentValue;

/// What all fans of a page share.
pub struct Scale {
    marks: Vec<f64>,
    /// The cash of today, from which every path begins.
    cash: f64,
    reserve: f64,
    /// The month of the decision.
    from: Month,
    currency: Currency,
}

impl Scale {
    /// Returns a scale on which every path fits, zero and the reserve included.
    pub fn of<'a>(
        paths: impl Iterator<Item = &'a [Cash]> + Clone,
        [cash, reserve]: [f64; 2],
        from: Month,
        currency: Currency,
    ) -> Scale {
        let all = || paths.clone().flatten();
        let low = all().map(|month| month.p10).fold(0.0, f64::min);
        let high = all().map(|month| month.p90).fold(reserve.max(cash).max(1.0), f64::max);
        Scale { marks: steps(low.min(cash), high), cash, reserve, from, currency }
    }
}

const WIDTH: f64 = 300.0;
const HEIGHT: f64 = 190.0;

/// Draws a path beside that of keeping.
pub fn fan(pen: &Pen, scale: &Scale, title: &str, cash: &[Cash], keep: Option<&[Cash]>) -> Chart {
    let thousand = pen.lang.say("fan-note", [("currency", FluentValue::from(pen.lang.currency(scale.currency)))]);
    Chart {
        narrow: drawn(pen, scale, title, cash, keep),
        title: Markup::even(title),
        note: Markup::even(&thousand),
        wide: None,
        as_table: as_table(pen),
        table: table(pen, scale, title, cash),
    }
}

fn drawn(pen: &Pen, scale: &Scale, label: &str, cash: &[Cash], keep: Option<&[Cash]>) -> Markup {
    let (left, right, top, bottom) = (44.0, WIDTH - 8.0, 12.0, HEIGHT - 28.0);
    let (low, high) = (scale.marks[0], scale.marks[scale.marks.len() - 1]);
    let y = |sum: f64| bottom - (sum - low) / (high - low) * (bottom - top);
    let apart = (right - left) / cash.len().max(1) as f64;
    let u = |month: usize| left + month as f64 * apart;
    let points = |of: &dyn Fn(&Cash) -> f64, cash: &[Cash]| -> Vec<(f64, f64)> {
        let months = cash.iter().map(|month| (u(month.month as usize), y(of(month))));
        std::iter::once((u(0), y(scale.cash))).chain(months).collect()
    };
    let mut drawing = Drawing::new(pen, WIDTH, HEIGHT);
    for mark in &scale.marks {
        drawing.across(left, right, y(*mark), if *mark == 0.0 { "zero" } else { "grid" });
        drawing.text(
            left - 7.0,
            y(*mark) + 4.0,
            &pen.lang.number(mark / 1000.0, 1),
            Anchor::End,
            if *mark == 0.0 { "t-severe" } else { "" },
        );
    }
    if scale.reserve > 0.0 {
        drawing.across(left, right, y(scale.reserve), "target");
    }
    let upper = points(&|month| month.p90, cash);
    let lower = points(&|month| month.p10, cash);
    drawing.area(&upper.iter().copied().chain(lower.into_iter().rev()).collect::<Vec<_>>(), "fan");
    if let Some(keep) = keep {
        drawing.path(&points(&|month| month.p50, keep), "peer dash");
    }
    drawing.path(&points(&|month| month.p50, cash), "line a");
    let last = cash.len();
    drawing.text(u(0), HEIGHT - 9.0, &pen.lang.text("fan-now"), Anchor::Start, "");
    for month in [last, last / 2, last / 4, last * 3 / 4].into_iter().filter(|month| *month > 0) {
        drawing.text_if_free(u(month), HEIGHT - 9.0, &pen.lang.number(month as f64, 0), Anchor::Middle, "");
    }
    drawing.finish(label)
}

fn table(pen: &Pen, scale: &Scale, title: &str, cash: &[Cash]) -> Sheet {
    let money = |sum: f64| pen.money(Money { minor: scale.currency.minor(sum.round()), currency: scale.currency });
    let row = |month: &Cash| {
        let name = pen.month(scale.from.plus(month.month as i32).first());
        vec![name, money(month.p10), money(month.p50), money(month.p90)]
    };
    Sheet {
        caption: pen.say("fan-caption", [("what", FluentValue::from(title.to_owned()))]),
        heads: vec![
            Head::words(pen.t("head-month")),
            Head::numbers(pen.t("fan-head-low")),
            Head::numbers(pen.t("fan-head-middle")),
            Head::numbers(pen.t("fan-head-high")),
        ],
        rows: cash.iter().map(row).collect(),
        is_cards: false,
    }
}
