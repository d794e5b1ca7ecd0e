//! What the firm's records open to sight: which file feeds which detectors, and which files are missing altogether.

use crate::web::markup::Pen;
use domain::record::Kind;
use domain::sign::Code;
use fluent_bundle::FluentValue;

/// Files that belong together, their tables, and the detectors that they open.
pub struct Feed {
    /// The word of its message, `feed-…`.
    pub word: &'static str,
    tables: &'static [&'static str],
    pub opens: &'static [Code],
}

/// What each file opens; a detector that needs several is named where it begins to see.
pub const FEEDS: [Feed; 7] = [
    Feed { word: "invoices", tables: &["invoices"], opens: &[Code::P7, Code::E6, Code::E7] },
    Feed {
        word: "payments",
        tables: &["payments"],
        opens: &[Code::P3, Code::P5, Code::P6, Code::P8, Code::P9, Code::P10],
    },
    Feed { word: "time", tables: &["time"], opens: &[Code::E1, Code::E3, Code::E4, Code::D1] },
    Feed {
        word: "deliverables",
        tables: &["deliverables", "feedback"],
        opens: &[Code::R0, Code::D2, Code::D6, Code::D7, Code::R1, Code::R11],
    },
    Feed { word: "messages", tables: &["messages"], opens: &[Code::R2, Code::R4, Code::R6, Code::R7] },
    Feed { word: "requests", tables: &["requests", "goals"], opens: &[Code::D3, Code::D4, Code::D5] },
    Feed {
        word: "notes",
        tables: &["incidents", "pulse", "values"],
        opens: &[Code::R3, Code::R5, Code::R10, Code::E8],
    },
];

impl Feed {
    /// Returns what the file opens, in words.
    pub fn says(&self, pen: &Pen) -> String {
        let opens = pen.lang.say("feed-opens", [("n", FluentValue::from(self.opens.len() as f64))]);
        pen.lang.say(&format!("feed-{}", self.word), [("opens", FluentValue::from(opens))])
    }

    /// Tells whether the firm has none of its records.
    pub fn is_missing(&self, missing: &[&Kind]) -> bool {
        self.tables.iter().all(|table| missing.iter().any(|kind| kind.table == *table))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::record::kind_named;
    use domain::sign::Family;

    #[test]
    fn every_detector_is_opened_by_one_file() {
        for code in Code::ALL.iter().filter(|code| code.family() != Family::Critical) {
            let feeds = FEEDS.iter().filter(|feed| feed.opens.contains(code)).count();
            assert_eq!(feeds, 1, "{code:?}");
        }
        assert!(FEEDS.iter().flat_map(|feed| feed.tables).all(|table| kind_named(table).is_some()));
    }
}
