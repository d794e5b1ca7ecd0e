//! From the order in which letters are seen to the order in which they are read. A page shows Arabic from the right and
//! Latin words and figures within it from the left.

/// What is seen in one place: a letter with its marks, a ligature, a space.
pub type Cell = String;

/// Which way a cell runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Right,
    Left,
    Figure,
    None,
}

/// Counts the letters of a text that run from the right, and those that do not.
pub fn letters(text: &str) -> (usize, usize) {
    let letters = text.chars().filter(|c| c.is_alphabetic());
    letters.fold((0, 0), |(right, left), c| if runs_left(c) { (right + 1, left) } else { (right, left + 1) })
}

/// A line in the order of reading.
#[derive(Clone, Debug, Default)]
pub struct Read {
    /// Each piece with whether it stands among what runs from the right.
    pieces: Vec<(Cell, bool)>,
}

impl Read {
    /// Orders cells that stand from left to right as a line that begins at the right, or at the left.
    pub fn of(cells: &[Cell], begins_right: bool) -> Read {
        let ways: Vec<Way> = cells.iter().map(|cell| way(cell)).collect();
        let mut read = Read::default();
        if begins_right {
            read.take_right(cells, &ways);
        } else {
            let mut at = 0;
            while at < cells.len() {
                let end = if ways[at] == Way::Right { end_of_right(&ways, at) } else { at };
                if end > at {
                    read.take_right(&cells[at..end], &ways[at..end]);
                } else {
                    read.pieces.push((cells[at].clone(), false));
                }
                at = end.max(at + 1);
            }
        }
        read
    }

    /// Takes cells from the right, words of other scripts and figures among them from the left.
    fn take_right(&mut self, cells: &[Cell], ways: &[Way]) {
        let mut end = cells.len();
        while end > 0 {
            let begin = match ways[end - 1] {
                Way::Left | Way::Figure => begin_of_foreign(cells, ways, end),
                Way::Right | Way::None => end - 1,
            };
            let is_foreign = begin < end - 1 || matches!(ways[begin], Way::Left | Way::Figure);
            self.pieces.extend(cells[begin..end].iter().map(|cell| (cell.clone(), !is_foreign)));
            end = begin;
        }
    }

    /// Counts pairs of brackets among what runs from the right: those that open first, and those that close first.
    pub fn brackets(&self) -> (usize, usize) {
        let marks = self.pieces.iter().filter(|(_, is_right)| *is_right).filter_map(|(cell, _)| cell.chars().next());
        let (mut open, mut shut) = (0_i32, 0_i32);
        let (mut sound, mut turned) = (0, 0);
        for mark in marks {
            match mark {
                '(' | '[' if shut > 0 => (shut, turned) = (shut - 1, turned + 1),
                '(' | '[' => open += 1,
                ')' | ']' if open > 0 => (open, sound) = (open - 1, sound + 1),
                ')' | ']' => shut += 1,
                _ => {}
            }
        }
        (sound, turned)
    }

    /// Returns the line; `is_turned` where brackets among what runs from the right are written as they look.
    pub fn text(&self, is_turned: bool) -> String {
        let mut text = String::new();
        for (cell, is_right) in &self.pieces {
            if is_turned && *is_right { text.extend(cell.chars().map(mirrored)) } else { text.push_str(cell) }
        }
        text
    }
}

/// Returns the end of what runs from the right and begins at `at`: it reaches to its last such letter before any other.
fn end_of_right(ways: &[Way], at: usize) -> usize {
    let rest = &ways[at..];
    let own = rest.iter().position(|way| *way == Way::Left).map_or(rest, |foreign| &rest[..foreign]);
    own.iter().rposition(|way| *way == Way::Right).map_or(at, |last| at + last + 1)
}

/// Returns where the foreign words or the figure begin that end before `end`.
fn begin_of_foreign(cells: &[Cell], ways: &[Way], end: usize) -> usize {
    let mut begin = end - 1;
    let mut has_letter = ways[begin] == Way::Left;
    for at in (0..end - 1).rev() {
        match ways[at] {
            Way::Right => break,
            Way::Left => (begin, has_letter) = (at, true),
            Way::Figure => {
                let between = &cells[at + 1..begin];
                let joins = between.is_empty() || (between.len() == 1 && is_separator(&between[0]));
                if joins || has_letter || follows_letter(&ways[..at]) { begin = at } else { break }
            }
            Way::None => {}
        }
    }
    begin
}

/// Tells whether a foreign word stands before a figure, so that it belongs to it.
fn follows_letter(ways: &[Way]) -> bool {
    ways.iter().rev().find(|way| matches!(way, Way::Left | Way::Right)) == Some(&Way::Left)
}

fn is_separator(cell: &str) -> bool {
    matches!(cell, "." | "," | ":" | "/" | "-" | "٫" | "٬" | "–")
}

fn way(cell: &str) -> Way {
    let strong = cell.chars().find(|c| c.is_alphabetic());
    match strong {
        Some(c) if runs_left(c) => Way::Right,
        Some(_) => Way::Left,
        None if cell.chars().any(char::is_numeric) => Way::Figure,
        None => Way::None,
    }
}

/// Hebrew and Arabic letters.
fn runs_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
}

fn mirrored(c: char) -> char {
    match c {
        '(' => ')',
        ')' => '(',
        '[' => ']',
        ']' => '[',
        '«' => '»',
        '»' => '«',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads what is seen from left to right; a ligature stands between bars.
    fn read(seen: &str, begins_right: bool) -> Read {
        let mut cells: Vec<Cell> = vec![];
        let mut within = false;
        for c in seen.chars() {
            match (c, within, cells.last_mut()) {
                ('|', ..) => {
                    within = !within;
                    if within {
                        cells.push(String::new());
                    }
                }
                (_, true, Some(last)) => last.push(c),
                _ => cells.push(c.to_string()),
            }
        }
        Read::of(&cells, begins_right)
    }

    #[test]
    fn arabic_is_read_from_the_right() {
        let check = |seen: &str, told: &str| assert_eq!(read(seen, true).text(false), told, "{seen}");
        check("دقعلا ةدم", "مدة العقد");
        check("ًاموي 30 لبق", "قبل 30 يوماً");
        check("2026/03/15 يف", "في 2026/03/15");
        check("(Contract) دقعلا", "العقد )Contract(");
        check("Acme Services 12 ةكرش", "شركة Acme Services 12");
        check("12 15 نيب", "بين 15 12");
    }

    #[test]
    fn a_ligature_keeps_the_order_of_its_letters() {
        assert_eq!(read("ةي|لا|و", true).text(false), "ولاية");
    }

    #[test]
    fn arabic_within_english_is_turned_alone() {
        let check = |seen: &str, told: &str| assert_eq!(read(seen, false).text(false), told, "{seen}");
        check("the term (دقعلا ةدم) of 30 days", "the term (مدة العقد) of 30 days");
        check("Term: 30 days", "Term: 30 days");
        check("by 30 لبق and", "by 30 قبل and");
    }

    #[test]
    fn brackets_that_are_written_as_they_look_are_known() {
        let line = read("ًاموي (30) نيث|لا|ث", true);
        assert_eq!((line.brackets(), line.text(true).as_str()), ((0, 1), "ثلاثين (30) يوماً"));
        let line = read("ًاموي )30( نيث|لا|ث", true);
        assert_eq!((line.brackets(), line.text(false).as_str()), ((1, 0), "ثلاثين (30) يوماً"));
    }
}
