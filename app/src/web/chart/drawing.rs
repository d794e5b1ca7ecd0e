//! A drawing in a coordinate that runs with the reading direction, `u`, and one that runs down, `y`.

use crate::lang::Language;
use crate::web::markup::{Markup, Pen, escaped};
use std::fmt::Write;

/// Where a text stands beside its point; the start is where its language begins to write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    Start,
    Middle,
    End,
}

/// Tells whether charts run from right to left for a reader.
pub fn is_mirrored(pen: &Pen) -> bool {
    pen.lang.language == Language::Arabic && pen.time_follows
}

/// A drawing under way.
pub struct Drawing {
    pub width: f64,
    pub height: f64,
    mirrored: bool,
    /// Whether the page is written from the right although the drawing is not: then a text's start is its far end.
    turned: bool,
    body: String,
    /// Boxes that texts have taken: from `u`, from `y`, to `u`, to `y`.
    taken: Vec<[f64; 4]>,
}

impl Drawing {
    /// Begins a drawing.
    pub fn new(pen: &Pen, width: f64, height: f64) -> Drawing {
        let mirrored = is_mirrored(pen);
        let turned = pen.lang.language == Language::Arabic && !mirrored;
        Drawing { width, height, mirrored, turned, body: String::with_capacity(2048), taken: vec![] }
    }

    /// Ends the drawing; `label` says what it shows to those who do not see it.
    pub fn finish(self, label: &str) -> Markup {
        let (width, height, body) = (self.width, self.height, self.body);
        let label = escaped(&label.replace('*', ""));
        Markup::made(format!(
            "<svg class=\"c\" viewBox=\"0 0 {width} {height}\" role=\"img\" aria-label=\"{label}\">{body}</svg>"
        ))
    }

    /// Writes a text.
    pub fn text(&mut self, u: f64, y: f64, text: &str, anchor: Anchor, class: &str) {
        self.take(u, y, text, anchor);
        let anchor = match (anchor, self.turned) {
            (Anchor::Middle, _) => "middle",
            (Anchor::Start, false) | (Anchor::End, true) => "start",
            (Anchor::End, false) | (Anchor::Start, true) => "end",
        };
        let (x, y) = (self.x(u), round(y));
        let class = if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") };
        self.put(format_args!("<text x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\"{class}>{}</text>", escaped(text)));
    }

    /// Writes a text only where none stands yet; tells whether it did.
    pub fn text_if_free(&mut self, u: f64, y: f64, text: &str, anchor: Anchor, class: &str) -> bool {
        let own = self.extent(u, y, text, anchor);
        let inside = own[0] >= -2.0 && own[2] <= self.width + 2.0;
        let meets = |other: &[f64; 4]| own[0] < other[2] && other[0] < own[2] && own[1] < other[3] && other[1] < own[3];
        let free = inside && !self.taken.iter().any(meets);
        if free {
            self.text(u, y, text, anchor, class);
        }
        free
    }

    /// Draws a rectangle that begins at `u` and is `width` long.
    pub fn rect(&mut self, [u, y, width, height]: [f64; 4], class: &str, radius: f64) {
        let x = if self.mirrored { round(self.width - u - width) } else { round(u) };
        let (y, width, height) = (round(y), round(width), round(height.max(0.0)));
        self.put(format_args!(
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" class=\"{class}\" rx=\"{radius}\"/>"
        ));
    }

    /// Draws a line along the reading direction.
    pub fn across(&mut self, from: f64, to: f64, y: f64, class: &str) {
        self.path(&[(from, y), (to, y)], class);
    }

    /// Draws a line through points.
    pub fn path(&mut self, points: &[(f64, f64)], class: &str) {
        let mut d = String::new();
        for (i, (u, y)) in points.iter().enumerate() {
            let letter = if i == 0 { 'M' } else { 'L' };
            write!(d, "{letter}{} {}", self.x(*u), round(*y)).expect("a String takes every text");
        }
        self.put(format_args!("<path class=\"{class}\" d=\"{d}\"/>"));
    }

    /// Fills the area within points.
    pub fn area(&mut self, points: &[(f64, f64)], class: &str) {
        let mut d = String::new();
        for (i, (u, y)) in points.iter().enumerate() {
            let letter = if i == 0 { 'M' } else { 'L' };
            write!(d, "{letter}{} {}", self.x(*u), round(*y)).expect("a String takes every text");
        }
        self.put(format_args!("<path class=\"{class}\" d=\"{d}Z\"/>"));
    }

    /// Draws a dot; texts keep clear of it.
    pub fn dot(&mut self, u: f64, y: f64, radius: f64, class: &str) {
        self.taken.push([u - radius, y - radius, u + radius, y + radius]);
        let (x, y) = (self.x(u), round(y));
        self.put(format_args!("<circle class=\"{class}\" cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"/>"));
    }

    /// Draws a dot that is fainter the less its share.
    pub fn faded(&mut self, u: f64, y: f64, radius: f64, share: f64, class: &str) {
        let (x, y, share) = (self.x(u), round(y), (share * 100.0).round() / 100.0);
        self.put(format_args!("<circle class=\"{class}\" opacity=\"{share}\" cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"/>"));
    }

    fn x(&self, u: f64) -> f64 {
        round(if self.mirrored { self.width - u } else { u })
    }

    fn put(&mut self, piece: std::fmt::Arguments) {
        self.body.write_fmt(piece).expect("a String takes every text");
    }

    fn take(&mut self, u: f64, y: f64, text: &str, anchor: Anchor) {
        let extent = self.extent(u, y, text, anchor);
        self.taken.push(extent);
    }

    /// Guesses the box of a text: letters of 13 px are about 7 px wide.
    fn extent(&self, u: f64, y: f64, text: &str, anchor: Anchor) -> [f64; 4] {
        let width = length(text);
        let from = match anchor {
            Anchor::Start => u,
            Anchor::Middle => u - width / 2.0,
            Anchor::End => u - width,
        };
        [from, y - 11.0, from + width, y + 4.0]
    }
}

/// Guesses how many pixels a text is long.
pub fn length(text: &str) -> f64 {
    text.chars().filter(|c| !matches!(c, '\u{2066}'..='\u{2069}' | '\u{64b}'..='\u{65f}')).count() as f64 * 7.2
}

fn round(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;

    fn drawn(language: Language, time_follows: bool) -> String {
        let pen = Pen { lang: Lang::page(language), sees_money: true, time_follows, zone: None };
        let mut drawing = Drawing::new(&pen, 100.0, 50.0);
        drawing.rect([10.0, 5.0, 20.0, 30.0], "bar", 1.0);
        drawing.text(10.0, 40.0, "<84>", Anchor::Start, "");
        drawing.finish("a & b").as_str().to_owned()
    }

    #[test]
    fn a_drawing_runs_with_the_reading() {
        assert_eq!(
            drawn(Language::English, true),
            "<svg class=\"c\" viewBox=\"0 0 100 50\" role=\"img\" aria-label=\"a &#38; b\"><rect x=\"10\" y=\"5\" \
             width=\"20\" height=\"30\" class=\"bar\" rx=\"1\"/><text x=\"10\" y=\"40\" \
             text-anchor=\"start\">&#60;84&#62;</text></svg>"
        );
        assert!(drawn(Language::Arabic, true).contains("<rect x=\"70\""), "mirrored");
        assert!(drawn(Language::Arabic, true).contains("x=\"90\" y=\"40\" text-anchor=\"start\""));
        assert!(drawn(Language::Arabic, false).contains("x=\"10\" y=\"40\" text-anchor=\"end\""), "left as it was");
    }

    #[test]
    fn texts_keep_clear_of_each_other() {
        let pen = Pen { lang: Lang::page(Language::English), sees_money: true, time_follows: true, zone: None };
        let mut drawing = Drawing::new(&pen, 200.0, 50.0);
        assert!(drawing.text_if_free(10.0, 20.0, "52, open", Anchor::Start, ""));
        assert!(!drawing.text_if_free(30.0, 24.0, "27, open", Anchor::Start, ""), "it would cover the first");
        assert!(drawing.text_if_free(30.0, 44.0, "27, open", Anchor::Start, ""));
        assert!(!drawing.text_if_free(190.0, 20.0, "27, open", Anchor::Start, ""), "it would leave the drawing");
    }
}
