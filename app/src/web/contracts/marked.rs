//! A contract's text as a page shows it: paragraphs, with numbered marks on the words that terms rest on.

use crate::web::markup::{Markup, escaped};
use std::ops::Range;

/// Words that a term rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// The number that the term bears beside the text.
    pub number: usize,
    /// Its place in the text, in bytes.
    pub range: Range<usize>,
    /// Whether a person answers for the term.
    pub is_said: bool,
}

/// Returns the paragraphs of a text with its marks.
pub fn paragraphs(text: &str, marks: &[Mark]) -> Vec<Markup> {
    let mut paragraphs = vec![];
    let mut start = 0;
    for paragraph in text.split("\n\n") {
        let range = start..start + paragraph.len();
        if !paragraph.trim().is_empty() {
            paragraphs.push(marked(text, range.clone(), marks));
        }
        start = range.end + 2;
    }
    paragraphs
}

fn marked(text: &str, range: Range<usize>, marks: &[Mark]) -> Markup {
    let within = |mark: &&Mark| mark.range.start < range.end && mark.range.end > range.start;
    let marks: Vec<&Mark> = marks.iter().filter(within).collect();
    let mut cuts: Vec<usize> = marks.iter().flat_map(|mark| [mark.range.start, mark.range.end]).collect();
    cuts.extend([range.start, range.end]);
    cuts.retain(|cut| range.start <= *cut && *cut <= range.end);
    cuts.sort_unstable();
    cuts.dedup();
    let mut html = String::with_capacity(range.len() + 64 * marks.len());
    for two in cuts.windows(2) {
        let (from, to) = (two[0], two[1]);
        let on: Vec<&&Mark> = marks.iter().filter(|mark| mark.range.start <= from && to <= mark.range.end).collect();
        let words = escaped(&text[from..to]).replace('\n', "<br>");
        if on.is_empty() {
            html.push_str(&words);
            continue;
        }
        let class = if on.iter().all(|mark| mark.is_said) { "tone" } else { "tone t-hint" };
        // The number stands where the words end, in the paragraph in which they end.
        let ended: Vec<String> =
            on.iter().filter(|mark| mark.range.end == to).map(|mark| mark.number.to_string()).collect();
        let begun = on.iter().find(|mark| mark.range.start == from);
        let id = begun.map(|mark| format!(" id=\"words-{}\"", mark.number)).unwrap_or_default();
        let number = if ended.is_empty() { String::new() } else { format!("<sup>{}</sup>", ended.join(" ")) };
        html += &format!("<mark class=\"{class}\"{id}>{words}{number}</mark>");
    }
    Markup::made(html)
}

/// Returns the place of words in a text, whatever blanks and line ends stand between them; `None` if they are not there.
pub fn place_of(words: &str, text: &str) -> Option<Range<usize>> {
    if let Some(start) = text.find(words).filter(|_| !words.trim().is_empty()) {
        return Some(start..start + words.len());
    }
    let wanted: Vec<&str> = words.split_whitespace().collect();
    let first = *wanted.first()?;
    text.match_indices(first).find_map(|(start, _)| {
        let mut rest = &text[start..];
        for word in &wanted {
            rest = rest.trim_start().strip_prefix(word)?;
        }
        Some(start..text.len() - rest.len())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(number: usize, range: Range<usize>, is_said: bool) -> Mark {
        Mark { number, range, is_said }
    }

    #[test]
    fn marks_bear_their_numbers_over_paragraphs() {
        let text = "One <b> two.\n\nThree\nfour.";
        let told = |marks: &[Mark]| -> Vec<String> {
            paragraphs(text, marks).iter().map(|paragraph| paragraph.as_str().to_owned()).collect()
        };
        assert_eq!(told(&[]), ["One &#60;b&#62; two.", "Three<br>four."]);
        assert_eq!(
            told(&[mark(1, 0..3, true), mark(2, 8..19, false)]),
            [
                "<mark class=\"tone\" id=\"words-1\">One<sup>1</sup></mark> &#60;b&#62; <mark class=\"tone t-hint\" id=\"words-2\">two.</mark>",
                "<mark class=\"tone t-hint\">Three<sup>2</sup></mark><br>four."
            ]
        );
        // Two terms in one sentence.
        let both = told(&[mark(1, 14..25, true), mark(2, 14..25, false)]);
        assert_eq!(both[1], "<mark class=\"tone t-hint\" id=\"words-1\">Three<br>four.<sup>1 2</sup></mark>");
    }

    #[test]
    fn words_are_found_whatever_stands_between_them() {
        let text = "on thirty (30)\ndays' notice";
        assert_eq!(place_of("thirty (30) days'", text), Some(3..20));
        assert_eq!(place_of("(30)\ndays", text), Some(10..19));
        assert_eq!(place_of("sixty days", text), None);
        assert_eq!(place_of(" ", text), None);
    }
}
