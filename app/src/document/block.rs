//! A letter's plain text as blocks: title, headings, paragraphs, lists, figures, who signs.

use super::run::{Run, runs};
use crate::lang::Language;
use serde::Serialize;

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Shape {
    Title,
    Head,
    Para,
    List,
    /// A list each of whose items ends with a figure or a day after a colon, set as two columns.
    Figures,
    Signatures,
}

/// A block, line by line; of figures each line in two parts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Block {
    #[serde(rename = "kind")]
    pub shape: Shape,
    pub lines: Vec<Vec<Run>>,
    pub rows: Vec<[Vec<Run>; 2]>,
}

/// What stands after the colon of a figure is no longer than this, in characters.
const FIGURE_MAX: usize = 44;

/// Returns the blocks of a text: blank lines part them.
pub fn blocks(text: &str, language: Language) -> Vec<Block> {
    let text = text.replace("\r\n", "\n");
    let parts = text.split("\n\n").map(|part| part.trim_matches('\n')).filter(|part| !part.trim().is_empty());
    parts.map(|part| block(part, language)).collect()
}

fn block(part: &str, language: Language) -> Block {
    let lines: Vec<&str> = part.lines().map(str::trim).collect();
    let begun = |mark: &str| -> Option<Vec<&str>> { lines.iter().map(|line| line.strip_prefix(mark)).collect() };
    let plain = |shape, lines: Vec<&str>| Block {
        shape,
        lines: lines.into_iter().map(|line| runs(line, language)).collect(),
        rows: vec![],
    };
    if let Some(lines) = begun("## ") {
        plain(Shape::Head, lines)
    } else if let Some(lines) = begun("# ") {
        plain(Shape::Title, lines)
    } else if let Some(lines) = begun("_ ") {
        plain(Shape::Signatures, lines)
    } else if let Some(items) = begun("- ") {
        let pairs: Option<Vec<(&str, &str)>> = items.iter().map(|item| figure(item)).collect();
        let rows = pairs.unwrap_or_default().into_iter();
        let rows: Vec<_> = rows.map(|(what, figure)| [runs(what, language), runs(figure, language)]).collect();
        let shape = if rows.is_empty() { Shape::List } else { Shape::Figures };
        Block { rows, ..plain(shape, items) }
    } else {
        plain(Shape::Para, lines)
    }
}

fn figure(item: &str) -> Option<(&str, &str)> {
    let (what, figure) = item.rsplit_once(": ")?;
    (figure.chars().count() <= FIGURE_MAX).then_some((what, figure))
}

/// Draws the blocks of two languages alike: what is a list on one side is none of figures on the other.
pub fn alike(first: &mut [Block], second: &mut [Block]) {
    for (one, other) in first.iter_mut().zip(second) {
        if one.shape != other.shape {
            let as_list = |block: &mut Block| {
                if block.shape == Shape::Figures {
                    block.shape = Shape::List;
                }
            };
            as_list(one);
            as_list(other);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shapes(text: &str) -> Vec<Shape> {
        blocks(text, Language::English).into_iter().map(|block| block.shape).collect()
    }

    #[test]
    fn structure_is_read_from_plain_text() {
        let text = "31 May 2026\r\n\r\n# Notice\n\nDear A,\nfirst\n\n## Account\n\n- Invoice 1: SAR 5\n- Invoice 2: SAR 6\n\n\n\n- one\n- two: 1\n\n_ A: B, C\n";
        use Shape::*;
        assert_eq!(shapes(text), [Para, Title, Para, Head, Figures, List, Signatures]);
        let figures = &blocks(text, Language::English)[4];
        assert_eq!(figures.rows[1], [runs("Invoice 2", Language::English), runs("SAR 6", Language::English)]);
        assert_eq!(figures.lines.len(), 2, "a list can be made of it");
    }

    #[test]
    fn both_sides_are_drawn_alike() {
        let mut arabic = blocks("- أ: 1\n\n- ب: 2", Language::Arabic);
        let mut english = blocks("- a: 1\n\n- b", Language::English);
        alike(&mut arabic, &mut english);
        assert_eq!(arabic.iter().map(|b| b.shape).collect::<Vec<_>>(), [Shape::Figures, Shape::List]);
    }
}
