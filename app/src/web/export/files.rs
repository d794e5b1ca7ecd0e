//! The ways to take a list along that stand below it: as CSV, as a workbook, on paper.

use crate::lang::Lang;
use askama::Template;
use askama::filters::HtmlSafe;

/// Where a list is as a file.
#[derive(Clone, Debug, Template)]
#[template(path = "parts/exports.html")]
pub struct Files {
    title: String,
    csv: (String, String),
    xlsx: (String, String),
    print: String,
}

impl Files {
    /// Returns the files of the list at an address; the filter in its query holds for them, too.
    pub fn of(lang: Lang, title: &str, list: &str) -> Files {
        let (path, query) = list.split_at(list.find('?').unwrap_or(list.len()));
        let file = |ending: &str| (format!("{path}.{ending}{query}"), lang.text(&format!("export-{ending}")));
        Files { title: lang.text(title), csv: file("csv"), xlsx: file("xlsx"), print: lang.text("print") }
    }
}

impl HtmlSafe for Files {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Language;

    #[test]
    fn a_filter_goes_with_the_list() {
        let files = |list: &str| {
            let files = Files::of(Lang::page(Language::English), "export-title", list);
            [files.csv.0, files.xlsx.0]
        };
        assert_eq!(files("/archives?q=a.b"), ["/archives.csv?q=a.b", "/archives.xlsx?q=a.b"]);
        assert_eq!(files("/members"), ["/members.csv", "/members.xlsx"]);
    }
}
