//! The words by which people's files are understood: headers, values, currencies, months. All of them are data.

pub mod calendar;
pub mod currency;
pub mod examples;
mod near;
pub mod values;

use super::target::{CLIENT, CLIENT_NAME, Target};
use domain::record::{KINDS, Kind, kind_named};
use domain::text::fold;
use std::collections::HashMap;
use toml::{Table, Value};

/// The header words in force: our own, and before them those of a firm.
#[derive(Clone, Debug)]
pub struct HeaderWords {
    /// For each kind, by folded word, the columns it can mean, the likeliest first.
    meanings: HashMap<&'static str, HashMap<String, Vec<Meaning>>>,
    titles: HashMap<String, &'static str>,
    other: Vec<String>,
    contact: Vec<String>,
    show: HashMap<(&'static str, &'static str), [String; 2]>,
}

/// What a header word can mean within a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Meaning {
    pub column: &'static str,
    /// A word that means this only where the column's values bear it out.
    pub weak: bool,
    /// The place in the list: of two columns that mean the same, the lower one is taken.
    pub rank: u32,
}

/// Why a firm's own words cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WordsFault {
    /// Not TOML: the line, and what the reader says.
    Syntax(String),
    /// A kind or a column that does not exist, as `table.column`.
    Unknown(String),
}

impl HeaderWords {
    /// Reads our own words and, before them, the text of a firm's file.
    pub fn read(extra: Option<&str>) -> Result<HeaderWords, WordsFault> {
        let mut words = HeaderWords {
            meanings: KINDS.into_iter().map(|kind| (kind.table, HashMap::new())).collect(),
            titles: HashMap::new(),
            other: Vec::new(),
            contact: Vec::new(),
            show: HashMap::new(),
        };
        if let Some(text) = extra {
            words.add(text, 0)?;
        }
        words.add(include_str!("headers.toml"), 10_000)?;
        Ok(words)
    }

    /// Returns what a header can mean within a kind, the likeliest first; nothing if no word fits.
    pub fn meanings(&self, kind: &Kind, header: &str) -> &[Meaning] {
        let known = &self.meanings[kind.table];
        let found = readings(header).into_iter().find_map(|word| known.get(&word));
        found.map_or(&[], Vec::as_slice)
    }

    /// Returns the kind that a sheet's name, a file's name or a title line names.
    pub fn title(&self, text: &str) -> Option<&'static str> {
        self.titles.get(&squeeze(text)).copied()
    }

    /// Tells whether a header shows a list of something other than clients.
    pub fn is_other(&self, header: &str) -> bool {
        readings(header).iter().any(|word| self.other.contains(word))
    }

    /// Tells whether a header shows a list of clients or their contacts.
    pub fn is_contact(&self, header: &str) -> bool {
        readings(header).iter().any(|word| self.contact.contains(word))
    }

    /// Returns the words that our own files print for a column: English, Arabic.
    pub fn show(&self, kind: &Kind, column: &'static str) -> Option<&[String; 2]> {
        let own = KINDS.into_iter().find(|known| known.table == kind.table)?;
        self.show.get(&(own.table, column)).or_else(|| self.show.get(&("shared", column)))
    }

    /// Tells whether a header is the word that our own files print for a column.
    pub fn shows(&self, kind: &Kind, column: &'static str, header: &str) -> bool {
        let squeezed = squeeze(header);
        self.show(kind, column).is_some_and(|shown| shown.iter().any(|word| squeeze(word) == squeezed))
    }

    fn add(&mut self, text: &str, first_rank: u32) -> Result<(), WordsFault> {
        let file: Table = text.parse().map_err(|error: toml::de::Error| WordsFault::Syntax(error.to_string()))?;
        for (section, value) in &file {
            let entries = value.as_table().ok_or_else(|| WordsFault::Unknown(section.clone()))?;
            match section.as_str() {
                "titles" => self.add_titles(entries)?,
                "other" => {
                    self.other.extend(entries.get("words").map(strings).unwrap_or_default().iter().map(|w| squeeze(w)));
                    self.contact
                        .extend(entries.get("contact").map(strings).unwrap_or_default().iter().map(|w| squeeze(w)));
                }
                _ => self.add_columns(section, entries, first_rank)?,
            }
        }
        Ok(())
    }

    fn add_titles(&mut self, entries: &Table) -> Result<(), WordsFault> {
        for (table, words) in entries {
            let kind = kind_named(table).ok_or_else(|| WordsFault::Unknown(table.clone()))?;
            self.titles.extend(strings(words).iter().map(|word| (squeeze(word), kind.table)));
        }
        Ok(())
    }

    fn add_columns(&mut self, section: &str, entries: &Table, first_rank: u32) -> Result<(), WordsFault> {
        let kinds: Vec<&'static Kind> = match section {
            "shared" => KINDS.to_vec(),
            _ => kind_named(section).into_iter().collect(),
        };
        for (column, value) in entries {
            let entry = Entry::of(value);
            let targets: Vec<Target> = kinds.iter().filter_map(|kind| Target::of(kind, column)).collect();
            let Some(known) = targets.first() else { return Err(WordsFault::Unknown(format!("{section}.{column}"))) };
            if let [english, arabic] = &entry.show[..] {
                let owner = if section == "shared" { "shared" } else { known.kind.table };
                self.show.insert((owner, known.column), [english.clone(), arabic.clone()]);
            }
            for target in targets {
                self.add_meanings(target, &entry, first_rank);
            }
        }
        Ok(())
    }

    fn add_meanings(&mut self, target: Target, entry: &Entry, first_rank: u32) {
        let known = self.meanings.get_mut(target.kind.table).expect("every kind has its words");
        for (rank, (word, weak)) in (first_rank..).zip(entry.ranked()) {
            let meaning = Meaning { column: target.column, weak, rank };
            let meanings = known.entry(squeeze(word)).or_default();
            let stronger = meanings.iter().any(|m| m.column == meaning.column);
            if !stronger {
                meanings.push(meaning);
                meanings.sort_by_key(|m| (m.weak, m.rank));
            }
        }
    }
}

/// One column's words in a file of words.
struct Entry {
    show: Vec<String>,
    words: Vec<String>,
    weak: Vec<String>,
}

impl Entry {
    /// Reads `{ show, words, weak }`, or a plain list of words.
    fn of(value: &Value) -> Entry {
        let list = |key: &str| value.get(key).map(strings).unwrap_or_default();
        match value {
            Value::Array(_) => Entry { show: Vec::new(), words: strings(value), weak: Vec::new() },
            _ => Entry { show: list("show"), words: list("words"), weak: list("weak") },
        }
    }

    /// Returns the words in the order of their rank, each with whether it is weak; a shown word is weak where listed so.
    fn ranked(&self) -> impl Iterator<Item = (&str, bool)> {
        let strong = self.show.iter().filter(|word| !self.weak.contains(word));
        let words = self.words.iter().chain(strong).map(|word| (word.as_str(), false));
        words.chain(self.weak.iter().map(|word| (word.as_str(), true)))
    }
}

fn strings(value: &Value) -> Vec<String> {
    value.as_array().into_iter().flatten().filter_map(|word| word.as_str().map(str::to_owned)).collect()
}

/// Returns the forms in which a header may be known: as it is, without its brackets, without a currency at its end.
fn readings(header: &str) -> Vec<String> {
    let without_brackets = header.split(['(', '[']).next().unwrap_or(header);
    let mut forms = vec![squeeze(header), squeeze(without_brackets)];
    if let Some((rest, last)) = without_brackets.trim().rsplit_once([' ', '_', '-']) {
        let is_code = last.len() == 3 && last.bytes().all(|b| b.is_ascii_uppercase());
        if is_code && currency::named(last).is_some() {
            forms.push(squeeze(rest));
        }
    }
    forms.retain(|form| !form.is_empty());
    forms.dedup();
    forms
}

/// Levels a header: folded, without spaces, without the Arabic article.
pub fn squeeze(text: &str) -> String {
    let folded = fold(text);
    let bare = |word: &str| word.strip_prefix("ال").filter(|rest| rest.chars().count() >= 3).map(str::to_owned);
    folded.split(' ').map(|word| bare(word).unwrap_or_else(|| word.to_owned())).collect()
}

/// Tells whether the column is one of those that name the client.
pub fn names_client(column: &str) -> bool {
    column == CLIENT || column == CLIENT_NAME
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::target;

    fn words(extra: Option<&str>) -> HeaderWords {
        HeaderWords::read(extra).expect("our own words are well-formed")
    }

    fn meaning(words: &HeaderWords, table: &str, header: &str) -> Option<(&'static str, bool)> {
        words.meanings(kind_named(table).expect("a kind"), header).first().map(|m| (m.column, m.weak))
    }

    #[test]
    fn knows_headers_in_any_spelling() {
        let words = words(None);
        let check =
            |table, header, column| assert_eq!(meaning(&words, table, header).map(|m| m.0), Some(column), "{header}");
        for header in [
            "issued_on",
            "InvoiceDate",
            "invoice date",
            "Invoice Date:",
            "Date_Issued",
            "تاريخ الإصدار",
            "تاريخ الاصدار",
            "تَاريخ إصدار الفاتورة",
        ] {
            check("invoices", header, "issued_on");
        }
        check("invoices", "Invoice #", "invoice");
        check("invoices", "Total Amount (USD)", "amount");
        check("invoices", "Total EUR", "amount");
        check("time", "Duration (h)", "hours");
        check("time", "Billable?", "billable");
        check("payments", "SettledDate", "paid_on");
        check("invoices", "customerID", "client");
        check("deliverables", "المخرج", "deliverable");
        assert_eq!(meaning(&words, "invoices", "Date"), Some(("issued_on", true)));
        assert_eq!(meaning(&words, "invoices", "PaperlessDate"), None);
    }

    #[test]
    fn every_column_shows_a_word_in_both_languages_and_knows_it() {
        let words = words(None);
        for kind in KINDS {
            for column in target::columns(kind) {
                let [english, arabic] = words.show(kind, column).unwrap_or_else(|| panic!("{}.{column}", kind.table));
                assert_eq!(english, target::file_word(column), "{}.{column}", kind.table);
                for shown in [english, arabic] {
                    let known = words.meanings(kind, shown).iter().any(|m| m.column == column);
                    assert!(known, "{}.{column}: {shown}", kind.table);
                }
            }
        }
    }

    #[test]
    fn a_strong_word_means_one_column_of_its_kind() {
        let words = words(None);
        for (table, known) in &words.meanings {
            for (word, meanings) in known {
                let strong: Vec<_> = meanings.iter().filter(|m| !m.weak).map(|m| m.column).collect();
                assert!(strong.len() <= 1, "{table}: {word} means {strong:?}");
            }
        }
    }

    #[test]
    fn a_firm_adds_its_own_words() {
        let own = words(Some("[invoices]\ndue_on = [\"Zahlbar bis\"]\namount = { words = [\"Brutto\"] }\n"));
        assert_eq!(meaning(&own, "invoices", "zahlbar-bis"), Some(("due_on", false)));
        assert_eq!(meaning(&own, "invoices", "BRUTTO"), Some(("amount", false)));
        assert_eq!(meaning(&own, "invoices", "due date"), Some(("due_on", false)));
        let fault = |text| HeaderWords::read(Some(text)).err();
        assert_eq!(fault("[invoices]\ncolour = [\"red\"]"), Some(WordsFault::Unknown("invoices.colour".into())));
        assert!(matches!(fault("[invoices"), Some(WordsFault::Syntax(_))));
    }
}
