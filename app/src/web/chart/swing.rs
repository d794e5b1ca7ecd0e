//! What one input changes: a bar from what ending leaves at its low to what it leaves at its high, on one scale for all.

use super::drawing::Drawing;
use crate::web::markup::{Markup, Pen};
use domain::exit::Swing;

const WIDTH: f64 = 360.0;
const HEIGHT: f64 = 34.0;

/// Draws a bar; all bars lie between the ends, and zero among them.
pub fn swing(pen: &Pen, swing: &Swing, [least, most]: [f64; 2], label: &str) -> Markup {
    let (left, right, middle) = (6.0, WIDTH - 6.0, HEIGHT / 2.0 + 4.0);
    let u = |sum: f64| left + (sum - least) / (most - least).max(1.0) * (right - left);
    let zero = u(0.0);
    let (low, high) = (u(swing.npv_low), u(swing.npv_high));
    let (from, to) = (low.min(high), low.max(high));
    let mut drawing = Drawing::new(pen, WIDTH, HEIGHT);
    drawing.path(&[(left, middle), (right, middle)], "grid");
    drawing.rect([from, middle - 6.0, (to - from).max(2.0), 12.0], "bar0", 2.0);
    drawing.path(&[(zero, 6.0), (zero, HEIGHT - 2.0)], "axis");
    drawing.dot(low, middle, 4.4, "ring");
    drawing.dot(high, middle, 4.4, "dot");
    drawing.finish(label)
}
