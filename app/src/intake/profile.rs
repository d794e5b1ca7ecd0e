//! Named profiles: exports of known products, where a header alone would mislead.

use super::plan::Lines;
use super::target::Target;
use super::words::squeeze;
use domain::record::{Kind, kind_named};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// A product whose exports are known.
#[derive(Debug)]
pub struct Profile {
    /// The word of `--profile`.
    pub word: &'static str,
    /// The product's own name.
    pub title: String,
    /// Whether files of the product itself were read; else only its documentation.
    pub tested: bool,
    pub exports: Vec<Export>,
}

/// One file that a product exports.
#[derive(Debug)]
pub struct Export {
    pub kinds: Vec<&'static Kind>,
    /// The headers that show that it is this export, squeezed.
    pub identify: Vec<String>,
    /// What columns stand for, by squeezed header; the others are recognised by their words.
    pub columns: Vec<(String, Vec<Target>)>,
    /// Headers that mean nothing here whatever their words say, squeezed.
    pub ignore: Vec<String>,
    pub lines: Option<Lines>,
    pub rows: Vec<Rows>,
}

/// Which rows of an export give which kind.
#[derive(Debug)]
pub struct Rows {
    pub kind: &'static Kind,
    pub header: String,
    pub values: Vec<String>,
    pub negative: Option<bool>,
}

/// Returns every profile, in the order of their words.
pub fn all() -> &'static [Profile] {
    &PROFILES
}

/// Returns the profile of a word.
pub fn named(word: &str) -> Option<&'static Profile> {
    all().iter().find(|profile| profile.word == word.replace('_', "-"))
}

/// Finds the export that these headers show: of one profile if it is named, of any otherwise.
pub fn find(headers: &[String], word: Option<&str>) -> Option<(&'static Profile, &'static Export)> {
    let squeezed: Vec<String> = headers.iter().map(|header| squeeze(header)).collect();
    let asked = all().iter().filter(|profile| word.is_none_or(|word| profile.word == word.replace('_', "-")));
    let exports = asked.flat_map(|profile| profile.exports.iter().map(move |export| (profile, export)));
    let fitting = exports.filter(|(_, export)| export.identify.iter().all(|header| squeezed.contains(header)));
    fitting.max_by_key(|(_, export)| export.identify.len())
}

impl Export {
    /// Returns what a header stands for in this export; `None` leaves it to its words.
    pub fn targets(&self, header: &str) -> Option<&[Target]> {
        let squeezed = squeeze(header);
        if self.ignore.contains(&squeezed) {
            return Some(&[]);
        }
        self.columns.iter().find(|(known, _)| *known == squeezed).map(|(_, targets)| targets.as_slice())
    }
}

macro_rules! profiles {
    ($($word:literal),* $(,)?) => {
        [$(($word, include_str!(concat!("profiles/", $word, ".toml")))),*]
    };
}

static PROFILES: LazyLock<Vec<Profile>> = LazyLock::new(|| {
    let files = profiles![
        "clockify",
        "daftra",
        "freshbooks",
        "harvest",
        "ibm-receivables",
        "invoice-ninja",
        "invoicely",
        "kimai",
        "odoo",
        "qoyod",
        "solidtime",
        "toggl",
        "wave",
        "zoho-books",
    ];
    files.into_iter().map(|(word, text)| read(word, text)).collect()
});

fn read(word: &'static str, text: &str) -> Profile {
    let file: File = toml::from_str(text).unwrap_or_else(|error| panic!("profile {word}: {error}"));
    let exports = file.export.into_iter().map(|export| export.read(word)).collect();
    Profile { word, title: file.title, tested: file.tested, exports }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    title: String,
    tested: bool,
    export: Vec<FileExport>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileExport {
    kinds: Vec<String>,
    identify: Vec<String>,
    #[serde(default)]
    columns: BTreeMap<String, OneOrMore>,
    #[serde(default)]
    ignore: Vec<String>,
    lines: Option<FileLines>,
    #[serde(default)]
    rows: Vec<FileRows>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum OneOrMore {
    One(String),
    More(Vec<String>),
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum FileLines {
    Sum,
    First,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileRows {
    kind: String,
    header: String,
    values: Vec<String>,
    negative: Option<bool>,
}

impl FileExport {
    fn read(self, word: &str) -> Export {
        let kind = |table: &str| kind_named(table).unwrap_or_else(|| panic!("profile {word}: no kind {table}"));
        let target = |text: &String| Target::named(text).unwrap_or_else(|| panic!("profile {word}: no column {text}"));
        let targets = |meant: &OneOrMore| match meant {
            OneOrMore::One(one) => vec![target(one)],
            OneOrMore::More(more) => more.iter().map(target).collect(),
        };
        let squeezed = |headers: &[String]| headers.iter().map(|header| squeeze(header)).collect();
        let rows = self.rows.iter().map(|rows| Rows {
            kind: kind(&rows.kind),
            header: squeeze(&rows.header),
            values: rows.values.clone(),
            negative: rows.negative,
        });
        Export {
            kinds: self.kinds.iter().map(|table| kind(table)).collect(),
            identify: squeezed(&self.identify),
            columns: self.columns.iter().map(|(header, meant)| (squeeze(header), targets(meant))).collect(),
            ignore: squeezed(&self.ignore),
            lines: self.lines.map(|lines| match lines {
                FileLines::Sum => Lines::Sum,
                FileLines::First => Lines::First,
            }),
            rows: rows.collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_profile_is_well_formed_and_named_in_order() {
        let words: Vec<&str> = all().iter().map(|profile| profile.word).collect();
        assert!(words.is_sorted());
        for profile in all() {
            assert!(!profile.title.is_empty() && !profile.exports.is_empty(), "{}", profile.word);
            assert!(profile.exports.iter().all(|export| export.identify.len() >= 3), "{}", profile.word);
        }
        assert!(named("invoice_ninja").is_some_and(|profile| profile.tested));
        assert!(named("zoho-books").is_some_and(|profile| !profile.tested));
        assert!(named("abacus").is_none());
    }

    #[test]
    fn headers_show_their_product() {
        let check = |headers: &str, word: Option<&str>| {
            let headers: Vec<String> = headers.split(',').map(str::to_owned).collect();
            assert_eq!(find(&headers, None).map(|(profile, _)| profile.word), word, "{headers:?}");
        };
        check(
            "countryCode,customerID,PaperlessDate,invoiceNumber,InvoiceDate,DueDate,InvoiceAmount,Disputed,SettledDate,PaperlessBill,DaysToSettle,DaysLate",
            Some("ibm-receivables"),
        );
        check("Date,Due,Details,Client,Status,Total", Some("invoicely"));
        check(
            "User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags,Amount (EUR)",
            Some("toggl"),
        );
        check("client,invoice,issued_on,due_on,amount", None);
    }
}
