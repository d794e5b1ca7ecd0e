//! One cell's text as a value: numbers, amounts, days, durations. Exact, without floats, and without a guess.

pub mod amount;
pub mod date;
pub mod duration;
pub mod number;

use domain::text::western_digit;

/// Returns the text without the white space and the direction marks around it.
pub fn trim(text: &str) -> &str {
    let bytes = text.as_bytes();
    match (bytes.first(), bytes.last()) {
        (Some(first), Some(last)) if first.is_ascii_graphic() && last.is_ascii_graphic() => text,
        _ => text.trim_matches(|c: char| c.is_whitespace() || is_direction_mark(c)),
    }
}

/// Tells whether a character only steers the direction of writing.
pub fn is_direction_mark(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{61c}' | '\u{feff}')
}

/// Returns the text with Western digits and without direction marks.
pub fn western(text: &str) -> String {
    text.chars().filter(|c| !is_direction_mark(*c)).map(western_digit).collect()
}
