//! A web page to its text: tags go, blocks begin lines.

use mail_parser::decoders::html::html_to_text;
use std::path::Path;

/// Tells whether a text is a web page, by its name's ending or its beginning.
pub fn is_page(path: &Path, text: &str) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase());
    let begins = text.trim_start().chars().take(15).collect::<String>().to_ascii_lowercase();
    matches!(ending.as_deref(), Some("html" | "htm" | "xhtml"))
        || begins.starts_with("<!doctype html")
        || begins.starts_with("<html")
}

/// Elements behind which a new line begins; paragraphs and breaks are known to the library.
const BLOCKS: [&str; 13] =
    ["/div", "/li", "/h1", "/h2", "/h3", "/h4", "/h5", "/h6", "/tr", "/td", "/section", "/article", "/blockquote"];

/// Returns the text that a reader of the page sees.
pub fn text_of(page: &str) -> String {
    let mut lined = String::with_capacity(page.len() + page.len() / 16);
    let mut rest = page;
    while let Some(at) = rest.find('<') {
        let end = rest[at..].find('>').map_or(rest.len(), |end| at + end + 1);
        lined.push_str(&rest[..end]);
        let name = rest[at + 1..end].trim_end_matches('>').trim();
        if BLOCKS.iter().any(|block| name.eq_ignore_ascii_case(block)) {
            lined.push_str("<br><br>");
        }
        rest = &rest[end..];
    }
    lined.push_str(rest);
    html_to_text(&lined)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_tags_away_and_keeps_lines() {
        let text = text_of(
            "<html><head><title>x</title><style>p{}</style></head><body><h2>1. Term</h2><div>It <b>ends</b> &amp; goes.</div><p>مدة&nbsp;العقد</p></body></html>",
        );
        let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        assert_eq!(lines, ["1. Term", "It ends & goes.", "مدة\u{a0}العقد"]);
        assert_eq!(text_of("a &lt; b").trim(), "a < b");
    }
}
