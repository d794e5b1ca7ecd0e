//! The plan of an end: bars along the reading direction, the critical path heavy and joined; diamonds are single days.

use super::WIDE;
use super::drawing::{self, Anchor, Drawing};
use crate::web::markup::{Markup, Pen};
use domain::days::Day;
use domain::separation::timeline::{Plan, Planned, Step, Stream};
use fluent_bundle::FluentValue;

/// The room for the names of the streams, and that between a bar and its words.
const NAMES: f64 = 120.0;
const GAP: f64 = 10.0;
/// The height of a line, and of what stands above the first.
const LINE: f64 = 30.0;
const TOP: f64 = 66.0;
/// Half the height of a bar and of a diamond.
const BAR: f64 = 5.0;
const DIAMOND: f64 = 7.0;

/// Where a day lies.
struct Scale {
    from: Day,
    days: f64,
}

impl Scale {
    fn u(&self, day: Day) -> f64 {
        NAMES + f64::from(day.since(self.from)) / self.days * (WIDE - NAMES - GAP)
    }
}

/// Draws a plan for wide pages.
pub fn drawn(pen: &Pen, plan: &Plan, today: Day) -> Markup {
    let (first, last) = plan.span();
    let (from, to) = (first.min(today).plus(-4), last.max(today).plus(4));
    let scale = Scale { from, days: f64::from(to.since(from).max(1)) };
    let height = TOP + plan.steps.len() as f64 * LINE;
    let mut drawing = Drawing::new(pen, WIDE, height);
    months(pen, &scale, to, &mut drawing);
    mark(pen, &mut drawing, scale.u(today), "now", "plan-today", "t-accent");
    mark(pen, &mut drawing, scale.u(plan.ends.effective_on), "zero dash", "plan-effective", "t-severe");
    let y_of = |n: usize| TOP + n as f64 * LINE + 5.0;
    links(plan, &scale, &mut drawing, y_of);
    let mut stream: Option<Stream> = None;
    for (n, planned) in plan.steps.iter().enumerate() {
        if stream != Some(planned.stream) {
            drawing.across(0.0, WIDE, y_of(n) - LINE / 2.0, "grid");
            let name = pen.lang.text(&format!("plan-stream-{}", planned.stream.word()));
            drawing.text(0.0, y_of(n) + 4.0, &name, Anchor::Start, "strong");
            stream = Some(planned.stream);
        }
        bar(pen, planned, &scale, y_of(n), &mut drawing);
    }
    let args = [("from", first), ("to", last)].map(|(name, day)| (name, FluentValue::from(pen.lang.day(day))));
    drawing.finish(&pen.lang.say("plan-drawn", args))
}

/// Writes the months above, each where it begins, as many as have room.
fn months(pen: &Pen, scale: &Scale, to: Day, drawing: &mut Drawing) {
    let mut free_from = f64::MIN;
    let first = scale.from.month().plus(1);
    for month in (0..).map(|n| first.plus(n)).take_while(|month| month.first() <= to) {
        let u = scale.u(month.first());
        drawing.path(&[(u, 34.0), (u, drawing.height)], "grid");
        let words = pen.lang.month(month.first());
        let end = u + 6.0 + drawing::length(&words);
        if u >= free_from && end <= WIDE {
            drawing.text(u + 6.0, 24.0, &words, Anchor::Start, "mid");
            free_from = end + GAP;
        }
    }
}

/// Marks a day from above to below.
fn mark(pen: &Pen, drawing: &mut Drawing, u: f64, class: &str, key: &str, text: &str) {
    drawing.path(&[(u, 34.0), (u, drawing.height)], class);
    let words = pen.lang.text(key);
    let fits = u + 6.0 + drawing::length(&words) <= WIDE;
    let (at, anchor) = if fits { (u + 6.0, Anchor::Start) } else { (u - 6.0, Anchor::End) };
    if !drawing.text_if_free(at, 48.0, &words, anchor, text) {
        drawing.text_if_free(u - 6.0, 48.0, &words, Anchor::End, text);
    }
}

/// Draws a step with its words beside it, before it where there is no room behind.
fn bar(pen: &Pen, planned: &Planned, scale: &Scale, y: f64, drawing: &mut Drawing) {
    let (start, end) = (scale.u(planned.start), scale.u(planned.end));
    let class = if planned.is_critical() { "crit-b" } else { "task" };
    if planned.is_a_day() {
        let points = [(start, y - DIAMOND), (start + DIAMOND, y), (start, y + DIAMOND), (start - DIAMOND, y)];
        drawing.area(&points, class);
    } else {
        drawing.rect([start, y - BAR, (end - start).max(2.0), BAR * 2.0], class, 2.0);
    }
    let words = pen.lang.text(&format!("plan-step-{}", planned.step.word()));
    let weight = if planned.is_critical() { "strong" } else { "mid" };
    let behind = end + DIAMOND + GAP;
    if behind + drawing::length(&words) <= WIDE {
        drawing.text(behind, y + 4.5, &words, Anchor::Start, weight);
    } else {
        drawing.text(start - DIAMOND - GAP, y + 4.5, &words, Anchor::End, weight);
    }
}

/// Joins the critical steps by thin lines.
fn links(plan: &Plan, scale: &Scale, drawing: &mut Drawing, y_of: impl Fn(usize) -> f64) {
    let place = |step: Step| plan.steps.iter().position(|planned| planned.step == step);
    for (n, planned) in plan.steps.iter().enumerate().filter(|(_, planned)| planned.is_critical()) {
        for after in &planned.after {
            let Some(m) = place(after.step).filter(|m| plan.steps[*m].is_critical()) else { continue };
            let (from, to) = (scale.u(plan.steps[m].end), scale.u(planned.start));
            drawing.path(&[(from, y_of(m)), (from, y_of(n)), (to, y_of(n))], "link");
        }
    }
}
