//! The portfolio in one strip, worst first: width is the share of revenue, height the priority.

use super::drawing::{Anchor, Drawing};
use super::{NARROW, WIDE, drawing};
use crate::web::icon::Mark;
use crate::web::markup::{Markup, Pen};

/// One client in the strip, or all the others together.
#[derive(Clone, Debug)]
pub struct Bar {
    /// Its place in the list; `None` for the others together.
    pub place: Option<u64>,
    pub name: String,
    pub mark: Mark,
    /// Share of the firm's revenue, 0 to 1; `None` where nobody knows it.
    pub share: Option<f64>,
    /// 0 to 1.
    pub priority: f64,
}

/// Returns the strip in both widths; `label` says what it shows.
pub fn strip(pen: &Pen, bars: &[Bar], label: &str) -> (Markup, Markup) {
    (drawn(pen, bars, WIDE, label), drawn(pen, bars, NARROW, label))
}

fn drawn(pen: &Pen, bars: &[Bar], width: f64, label: &str) -> Markup {
    let wide = width > 500.0;
    let (height, base, gap) = if wide { (172.0, 110.0, 6.0) } else { (150.0, 110.0, 3.0) };
    let widths = widths(bars, width - gap * (bars.len().max(1) - 1) as f64, if wide { 22.0 } else { 10.0 });
    let mut drawing = Drawing::new(pen, width, height);
    let mut u = 0.0;
    for (bar, width) in bars.iter().zip(widths) {
        drawing.rect([u, 4.0, width, base - 4.0], "trk", 3.0);
        if bar.place.is_some() {
            let level = (bar.priority * (base - 6.0)).max(6.0);
            drawing.rect([u, base - level, width, level], class(bar.mark), 3.0);
        }
        let middle = u + width / 2.0;
        let place = bar.place.map_or_else(|| "…".to_owned(), |place| pen.lang.number(place as f64, 0));
        drawing.text_if_free(middle, base + 20.0, &place, Anchor::Middle, "strong");
        names(pen, bar, [middle, width, base], wide, &mut drawing);
        u += width + gap;
    }
    drawing.finish(label)
}

/// Returns how wide each bar is: its share, but never so narrow that it cannot be seen.
fn widths(bars: &[Bar], room: f64, least: f64) -> Vec<f64> {
    let known: f64 = bars.iter().filter_map(|bar| bar.share).sum();
    let share = |bar: &Bar| {
        let even = 1.0 / bars.len().max(1) as f64;
        if known > 0.0 { bar.share.unwrap_or(0.0) / known } else { even }
    };
    let least = least.min(room / bars.len().max(1) as f64);
    let wanted: Vec<f64> = bars.iter().map(|bar| (share(bar) * room).max(least)).collect();
    let spare: f64 = wanted.iter().map(|own| own - least).sum();
    let excess = wanted.iter().sum::<f64>() - room;
    // What the narrowest were given is taken from the others in proportion.
    wanted.iter().map(|own| own - if spare > 0.0 { excess * (own - least) / spare } else { 0.0 }).collect()
}

fn names(pen: &Pen, bar: &Bar, [middle, width, base]: [f64; 3], wide: bool, drawing: &mut Drawing) {
    let percent = bar.share.map(|share| pen.lang.percent(share));
    if wide {
        let fits = fitting(&bar.name, width);
        if let Some(name) = &fits {
            drawing.text(middle, base + 40.0, name, Anchor::Middle, "mid");
        }
        if let Some(percent) = percent.filter(|percent| drawing::length(percent) <= width + 8.0) {
            drawing.text(middle, base + if fits.is_some() { 58.0 } else { 40.0 }, &percent, Anchor::Middle, "");
        }
    } else if let Some(percent) = percent.filter(|percent| drawing::length(percent) <= width + 4.0) {
        drawing.text(middle, base + 37.0, &percent, Anchor::Middle, "");
    }
}

/// Returns as many first words of a name as have room.
fn fitting(name: &str, width: f64) -> Option<String> {
    let mut words: Vec<&str> = name.split_whitespace().collect();
    while !words.is_empty() && drawing::length(&words.join(" ")) > width + 4.0 {
        words.pop();
    }
    (!words.is_empty()).then(|| words.join(" "))
}

fn class(mark: Mark) -> &'static str {
    match mark {
        Mark::Critical => "b-critical",
        Mark::Severe => "b-severe",
        Mark::Finding => "b-finding",
        Mark::Watch => "b-watch",
        Mark::Blind => "b-blind",
        Mark::None | Mark::Star => "b-none",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bar(share: Option<f64>) -> Bar {
        Bar { place: Some(1), name: "A".into(), mark: Mark::None, share, priority: 0.5 }
    }

    #[test]
    fn bars_fill_the_strip_and_none_vanishes() {
        let check = |shares: &[Option<f64>], expected: &[f64]| {
            let bars: Vec<Bar> = shares.iter().map(|share| bar(*share)).collect();
            let widths: Vec<f64> = widths(&bars, 100.0, 10.0).iter().map(|w| w.round()).collect();
            assert_eq!(widths, expected, "{shares:?}");
        };
        check(&[Some(0.5), Some(0.3), Some(0.2)], &[50.0, 30.0, 20.0]);
        check(&[Some(0.9), Some(0.1), Some(0.0)], &[80.0, 10.0, 10.0]);
        check(&[None, None], &[50.0, 50.0]);
        check(&[], &[]);
    }

    #[test]
    fn names_are_cut_between_words() {
        assert_eq!(fitting("Nakhla Furniture", 200.0).as_deref(), Some("Nakhla Furniture"));
        assert_eq!(fitting("Nakhla Furniture", 60.0).as_deref(), Some("Nakhla"));
        assert_eq!(fitting("Nakhla Furniture", 20.0), None);
    }
}
