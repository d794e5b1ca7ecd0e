//! Letters to lines, lines to paragraphs, pages to one text without what stands at the head and foot of each.

use super::direction::{Cell, Read, letters};
use super::glyph::Glyph;
use super::page::Page;
use std::collections::HashMap;

/// Letters on one line, none of them far from the others.
#[derive(Debug)]
struct Line {
    glyphs: Vec<Glyph>,
    y: f64,
    size: f64,
    left: f64,
    right: f64,
}

/// The lines of a page in the order in which they are drawn, which is that of reading.
type Lines = Vec<Line>;

/// Returns the text of pages: lines end with a line feed, paragraphs with two.
pub fn text(pages: Vec<Page>) -> String {
    let pages: Vec<Lines> = pages.into_iter().map(|page| lines(page.glyphs)).collect();
    let space = least_space(&pages);
    let cells = |page: &Lines| page.iter().map(|line| line.cells(space)).collect();
    let cells: Vec<Vec<Vec<Cell>>> = pages.iter().map(cells).collect();
    let begins_right = of_most(cells.iter().flatten()).unwrap_or(false);
    let read: Vec<Vec<Read>> = cells
        .iter()
        .map(|page| page.iter().map(|line| Read::of(line, of_most([line]).unwrap_or(begins_right))).collect())
        .collect();
    let (sound, turned) = read.iter().flatten().map(Read::brackets).fold((0, 0), |a, b| (a.0 + b.0, a.1 + b.1));
    let told = |line: &Read| line.text(turned > sound).split_whitespace().collect::<Vec<_>>().join(" ");
    let texts: Vec<Vec<String>> = read.iter().map(|page| page.iter().map(told).collect()).collect();
    let running = running(&pages, &texts);
    joined(&pages, &texts, &running)
}

/// Tells whether most letters run from the right; `None` without letters.
fn of_most<'a>(lines: impl IntoIterator<Item = &'a Vec<Cell>>) -> Option<bool> {
    let counts = lines.into_iter().flatten().map(|cell| letters(cell));
    let (right, left) = counts.fold((0, 0), |a, b| (a.0 + b.0, a.1 + b.1));
    (right + left > 0).then_some(right >= left)
}

/// So far to the side, in heights of letters, a line goes on; beyond is another column.
const REACH: f64 = 3.0;
/// No line is longer; so the work on each has an end.
const GLYPHS_MAX: usize = 5000;
/// A line that is taken up again goes on close by.
const REACH_AGAIN: f64 = 0.8;
/// So many lines back a line may be taken up again.
const BACK: usize = 40;

fn lines(glyphs: Vec<Glyph>) -> Lines {
    let mut lines: Lines = vec![];
    for glyph in glyphs {
        let fits = |line: &Line, reach: f64| line.holds(&glyph, reach);
        let place = match lines.last() {
            Some(line) if fits(line, REACH) => Some(lines.len() - 1),
            Some(_) => {
                let first = lines.len().saturating_sub(BACK);
                (first..lines.len()).rev().find(|at| fits(&lines[*at], REACH_AGAIN))
            }
            None => None,
        };
        match place.map(|at| &mut lines[at]) {
            Some(line) => line.take(glyph),
            None => lines.push(Line::of(glyph)),
        }
    }
    lines.retain(|line| line.glyphs.iter().any(|glyph| !glyph.text.trim().is_empty()));
    let mut whole: Lines = vec![];
    for line in lines {
        match whole.last_mut() {
            Some(last) if last.touches(&line) => line.glyphs.into_iter().for_each(|glyph| last.take(glyph)),
            _ => whole.push(line),
        }
    }
    whole
}

impl Line {
    fn of(glyph: Glyph) -> Line {
        Line { y: glyph.y, size: glyph.size, left: glyph.x, right: glyph.right(), glyphs: vec![glyph] }
    }

    fn holds(&self, glyph: &Glyph, reach: f64) -> bool {
        let size = self.size.max(glyph.size);
        // Raised letters, as in "1st", stand a third of their height above; marks over letters still higher.
        let rise = if glyph.is_mark() || self.is_of_marks() { 0.8 } else { 0.4 };
        self.glyphs.len() < GLYPHS_MAX
            && (glyph.y - self.y).abs() < rise * size
            && glyph.x < self.right + reach * size
            && glyph.right() > self.left - reach * size
    }

    /// Tells whether another part stands on the very line, right beside: where a line turns its direction, its parts are
    /// drawn one after the other, each from its own left.
    fn touches(&self, other: &Line) -> bool {
        let size = self.size.max(other.size);
        let apart = (other.left - self.right).max(self.left - other.right);
        (other.y - self.y).abs() < 0.15 * size && apart < REACH_AGAIN * size
    }

    /// Only marks came so far; their letter follows.
    fn is_of_marks(&self) -> bool {
        self.glyphs.iter().all(Glyph::is_mark)
    }

    fn take(&mut self, glyph: Glyph) {
        if self.is_of_marks() {
            let glyphs = std::mem::take(&mut self.glyphs);
            *self = Line { glyphs, y: glyph.y, size: glyph.size, left: glyph.x, right: glyph.right() };
        } else if !glyph.is_mark() {
            self.left = self.left.min(glyph.x);
            self.right = self.right.max(glyph.right());
            // The line is where its larger letters stand.
            if glyph.size > self.size {
                (self.size, self.y) = (glyph.size, glyph.y);
            }
        }
        self.glyphs.push(glyph);
    }

    /// Returns what is seen from left to right, with spaces where there is room for one.
    fn cells(&self, space: f64) -> Vec<Cell> {
        let (marks, mut letters): (Vec<&Glyph>, Vec<&Glyph>) = self.glyphs.iter().partition(|glyph| glyph.is_mark());
        letters.sort_by(|a, b| a.x.total_cmp(&b.x));
        // Bold letters may be made by drawing them twice.
        letters.dedup_by(|next, last| next.text == last.text && (next.x - last.x).abs() < 0.1 * self.size);
        let mut cells: Vec<Cell> = vec![];
        let mut places: Vec<(usize, f64, f64)> = vec![];
        let mut last: Option<&Glyph> = None;
        for letter in letters {
            if last.is_some_and(|last| letter.x - last.right() > space * self.size) {
                cells.push(" ".to_owned());
            }
            if !letter.text.is_empty() {
                places.push((cells.len(), letter.x, letter.right()));
                cells.push(letter.text.clone());
            }
            last = Some(letter);
        }
        for mark in marks {
            let far = |(_, left, right): &&(usize, f64, f64)| (mark.x - (left + right) / 2.0).abs();
            let nearest = places.iter().min_by(|a, b| far(a).total_cmp(&far(b)));
            if let Some((at, ..)) = nearest {
                cells[*at].push_str(&mark.text);
            }
        }
        cells
    }
}

/// A gap of so much of the letters' height is a space: where a file draws spaces of its own, only a wide one is.
fn least_space(pages: &[Lines]) -> f64 {
    let glyphs = || pages.iter().flatten().flat_map(|line| &line.glyphs);
    let (blanks, all) = (glyphs().filter(|glyph| glyph.is_blank()).count(), glyphs().count());
    if blanks * WORD_LETTERS > all { 0.4 } else { 0.18 }
}

/// No language has words so long that fewer blanks are drawn on purpose.
const WORD_LETTERS: usize = 15;

/// Returns the heads and feet that pages share: the line's text, figures apart.
fn running(pages: &[Lines], texts: &[Vec<String>]) -> HashMap<String, usize> {
    let mut seen: HashMap<String, usize> = HashMap::new();
    for (page, texts) in pages.iter().zip(texts) {
        for at in edges(page) {
            *seen.entry(masked(&texts[at])).or_default() += 1;
        }
    }
    let most = pages.len();
    seen.retain(|_, times| most >= PAGES_MIN && *times * 2 > most);
    seen
}

/// On fewer pages nothing is called a running head.
const PAGES_MIN: usize = 3;
/// So many lines at the head and at the foot of a page may run through all.
const EDGE_LINES: usize = 2;

/// Returns the places of the lines that stand highest and lowest.
fn edges(page: &Lines) -> Vec<usize> {
    let mut order: Vec<usize> = (0..page.len()).collect();
    order.sort_by(|a, b| page[*a].y.total_cmp(&page[*b].y));
    let mut edges: Vec<usize> =
        order.iter().take(EDGE_LINES).chain(order.iter().rev().take(EDGE_LINES)).copied().collect();
    edges.sort_unstable();
    edges.dedup();
    edges
}

fn masked(text: &str) -> String {
    text.chars().filter(|c| !c.is_numeric()).collect()
}

fn joined(pages: &[Lines], texts: &[Vec<String>], running: &HashMap<String, usize>) -> String {
    let usual = usual_step(pages);
    let mut text = String::new();
    for (page, texts) in pages.iter().zip(texts) {
        let edges = if running.is_empty() { vec![] } else { edges(page) };
        let mut last: Option<&Line> = None;
        for (at, line) in page.iter().enumerate() {
            if edges.contains(&at) && running.contains_key(&masked(&texts[at])) {
                continue;
            }
            if !text.is_empty() {
                text.push('\n');
            }
            let is_apart = last.is_some_and(|last| {
                let step = line.y - last.y;
                step < -0.5 * line.size || step > usual * line.size.max(last.size) * 1.3
            });
            if is_apart {
                text.push('\n');
            }
            text.push_str(&texts[at]);
            last = Some(line);
        }
    }
    text
}

/// Returns how far apart lines usually stand, in heights of their letters.
fn usual_step(pages: &[Lines]) -> f64 {
    let steps = pages.iter().flat_map(|page| page.windows(2));
    let steps = steps.map(|two| (two[1].y - two[0].y) / two[1].size.max(two[0].size));
    let mut steps: Vec<f64> = steps.filter(|step| (0.5..4.0).contains(step)).collect();
    steps.sort_by(f64::total_cmp);
    steps.get(steps.len() / 2).copied().unwrap_or(1.5)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A line of letters half as wide as they are high, from left to right.
    fn drawn(text: &str, x: f64, y: f64) -> Vec<Glyph> {
        let glyph =
            |(at, c): (usize, char)| Glyph { text: c.to_string(), x: x + 5.0 * at as f64, y, width: 5.0, size: 10.0 };
        text.chars().enumerate().map(glyph).collect()
    }

    fn page(lines: &[(&str, f64, f64)]) -> Page {
        Page { glyphs: lines.iter().flat_map(|(text, x, y)| drawn(text, *x, *y)).collect(), ..Page::default() }
    }

    #[test]
    fn lines_stand_closer_than_paragraphs() {
        let one = page(&[
            ("1. The term", 0.0, 10.0),
            ("is a year.", 0.0, 22.0),
            ("2. Law.", 0.0, 44.0),
            ("Jordan", 0.0, 56.0),
        ]);
        assert_eq!(text(vec![one]), "1. The term\nis a year.\n\n2. Law.\nJordan");
    }

    #[test]
    fn columns_are_not_mixed_and_gaps_are_spaces() {
        let two = page(&[("left", 0.0, 10.0), ("column", 0.0, 22.0), ("right", 300.0, 10.0), ("side", 300.0, 22.0)]);
        assert_eq!(text(vec![two]), "left\ncolumn\n\nright\nside");
        let words = page(&[("two", 0.0, 10.0), ("words", 18.0, 10.0)]);
        assert_eq!(text(vec![words]), "two words");
        // A word drawn later than its line.
        let later = page(&[("the", 0.0, 10.0), ("next line", 0.0, 22.0), ("bold", 18.0, 10.0)]);
        assert_eq!(text(vec![later]), "the bold\nnext line");
    }

    #[test]
    fn heads_and_feet_of_pages_are_left_out() {
        let pages = (1..=3).map(|n| {
            let foot = format!("Page {n} of 3");
            let body = ["First", "Second", "Third"][n - 1];
            page(&[("Agreement C-17", 0.0, 5.0), (body, 0.0, 40.0), (&foot, 0.0, 90.0)])
        });
        assert_eq!(text(pages.collect()), "First\nSecond\nThird");
    }

    #[test]
    fn marks_stand_on_the_nearest_letter() {
        let mut glyphs = drawn("ام", 0.0, 10.0);
        glyphs.push(Glyph { text: "\u{64b}".to_owned(), x: 2.4, y: 4.0, width: 0.0, size: 10.0 });
        assert_eq!(text(vec![Page { glyphs, ..Page::default() }]), "ما\u{64b}");
    }
}
