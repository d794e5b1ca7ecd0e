//! A hundred futures of one scenario as dots: those in which cash falls below zero, below the reserve, or neither. They
//! differ by shape, and stand in the reading direction.

use super::drawing::Drawing;
use crate::web::markup::{Markup, Pen};

/// A hundred dots stand in so many columns.
const COLUMNS: usize = 20;
const APART: f64 = 13.5;

/// Draws the futures; `label` says in words what is seen.
pub fn futures(pen: &Pen, p_below_zero: f64, p_below_reserve: f64, label: &str) -> Markup {
    let (below_zero, below_reserve) = counts(p_below_zero, p_below_reserve);
    let rows = 100 / COLUMNS;
    let mut drawing = Drawing::new(pen, COLUMNS as f64 * APART, rows as f64 * APART);
    for i in 0..100 {
        let (column, row) = (i / rows, i % rows);
        let (u, y) = ((column as f64 + 0.5) * APART, (row as f64 + 0.5) * APART);
        if i < below_zero {
            drawing.dot(u, y, 5.2, "dot hot");
        } else if i < below_reserve {
            drawing.dot(u, y, 4.2, "ring");
        } else {
            drawing.dot(u, y, 2.2, "speck");
        }
    }
    drawing.finish(label)
}

/// Returns how many dots fall below zero and below the reserve; a chance that is not nothing has a dot, and one that is
/// not certain leaves one.
fn counts(below_zero: f64, below_reserve: f64) -> (usize, usize) {
    let dots = |share: f64| match share {
        share if share <= 0.0 => 0,
        share if share >= 1.0 => 100,
        share => ((share * 100.0).round() as usize).clamp(1, 99),
    };
    (dots(below_zero), dots(below_reserve.max(below_zero)))
}

#[cfg(test)]
mod tests {
    use super::counts;

    #[test]
    fn what_is_possible_has_a_dot() {
        for (zero, reserve, dots) in [
            (0.0, 0.0, (0, 0)),
            (0.001, 0.25, (1, 25)),
            (0.287, 0.287, (29, 29)),
            (0.999, 1.0, (99, 100)),
            (0.4, 0.1, (40, 40)),
        ] {
            assert_eq!(counts(zero, reserve), dots);
        }
    }
}
