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
    /// Lines of cells between strokes, the first of them its head.
    Table,
    Signatures,
}

/// A block, line by line; of figures each line in two parts, of a table in its cells.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Block {
    #[serde(rename = "kind")]
    pub shape: Shape,
    pub lines: Vec<Vec<Run>>,
    pub rows: Vec<Vec<Vec<Run>>>,
    pub columns: Vec<Column>,
}

/// A column of a table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Column {
    /// Whether its cells stand at the end, as numbers do.
    pub end: bool,
    /// Whether it takes the room that the others leave.
    pub wide: bool,
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
        columns: vec![],
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
        let rows: Vec<_> = rows.map(|(what, figure)| vec![runs(what, language), runs(figure, language)]).collect();
        let shape = if rows.is_empty() { Shape::List } else { Shape::Figures };
        Block { rows, ..plain(shape, items) }
    } else if let Some(lines) = begun("|") {
        table(&lines, language)
    } else {
        plain(Shape::Para, lines)
    }
}

fn figure(item: &str) -> Option<(&str, &str)> {
    let (what, figure) = item.rsplit_once(": ")?;
    (figure.chars().count() <= FIGURE_MAX).then_some((what, figure))
}

/// Sets a table; a line of `---` and `---:` below the head says of each column whether its cells stand at the end.
fn table(lines: &[&str], language: Language) -> Block {
    let cells = |line: &&str| -> Vec<String> {
        line.trim_end().trim_end_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect()
    };
    let is_rule =
        |cells: &Vec<String>| cells.iter().all(|cell| cell.len() > 2 && cell.trim_matches([':', '-']).is_empty());
    let (rules, rows): (Vec<_>, Vec<_>) = lines.iter().map(cells).partition(is_rule);
    let count = rows.iter().map(Vec::len).max().unwrap_or_default();
    let ends = |at: usize| rules.first().and_then(|rule| rule.get(at)).is_some_and(|cell| cell.ends_with(':'));
    let length = |at: usize| rows.iter().filter_map(|row| row.get(at)).map(|cell| cell.chars().count()).max();
    let wide = (0..count).filter(|at| !ends(*at)).max_by_key(|at| length(*at));
    let row = |row: &Vec<String>| {
        let cell = |at: usize| runs(row.get(at).map_or("", String::as_str), language);
        (0..count).map(cell).collect()
    };
    Block {
        shape: Shape::Table,
        lines: vec![],
        rows: rows.iter().map(row).collect(),
        columns: (0..count).map(|at| Column { end: ends(at), wide: Some(at) == wide }).collect(),
    }
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
    fn a_table_has_its_cells_and_its_columns() {
        let table = &blocks(
            "| Day | What | Sum |\n| --- | --- | ---: |\n| 1 May | Invoice 7 | SAR 5 |\n| 2 May | Paid | |",
            Language::English,
        )[0];
        assert_eq!((table.shape, table.rows.len()), (Shape::Table, 3));
        assert_eq!(table.rows[1][1], runs("Invoice 7", Language::English));
        assert_eq!(table.rows[2][2], runs("", Language::English));
        let column = |end, wide| Column { end, wide };
        assert_eq!(table.columns, [column(false, false), column(false, true), column(true, false)]);
    }

    #[test]
    fn both_sides_are_drawn_alike() {
        let mut arabic = blocks("- أ: 1\n\n- ب: 2", Language::Arabic);
        let mut english = blocks("- a: 1\n\n- b", Language::English);
        alike(&mut arabic, &mut english);
        assert_eq!(arabic.iter().map(|b| b.shape).collect::<Vec<_>>(), [Shape::Figures, Shape::List]);
    }
}
