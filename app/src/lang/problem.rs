//! What a file is and holds, what is wrong in it, and what to do next, in a person's words.

use super::Lang;
use domain::record::KINDS;
use fluent_bundle::FluentValue;

/// A problem as far as words need it.
pub struct Told<'a> {
    pub code: &'a str,
    pub column: Option<&'a str>,
    /// What the column stands for, as `invoices-due_on`; empty where that is not known.
    pub about: &'a str,
    pub value: &'a str,
}

impl Lang {
    /// Returns what is wrong; some sentences are shorter where there is no value to show.
    pub fn problem(&self, told: &Told) -> String {
        let alone = format!("problem-{}-alone", told.code);
        if told.value.is_empty() && self.has(&alone) {
            self.text(&alone)
        } else {
            self.told(&format!("problem-{}", told.code), told)
        }
    }

    /// Returns what to do about it; some columns have a way out of their own.
    pub fn problem_hint(&self, told: &Told) -> String {
        let own = format!("problem-{}-hint-{}", told.code, told.about);
        if self.has(&own) { self.text(&own) } else { self.told(&format!("problem-{}-hint", told.code), told) }
    }

    /// Returns something that was inferred of a file, by its word.
    pub fn inferred(&self, word: &str, value: &str) -> String {
        self.say(&format!("inferred-{word}"), [("value", FluentValue::from(value))])
    }

    /// Says how many records of each kind there are, in the order of the kinds; kinds without any are left out.
    pub fn records_counted(&self, count: impl Fn(&str) -> u64) -> Vec<String> {
        let said =
            |(table, n): (&str, u64)| self.say(&format!("kind-{table}-count"), [("n", FluentValue::from(n as f64))]);
        KINDS.iter().map(|kind| (kind.table, count(kind.table))).filter(|(_, n)| *n > 0).map(said).collect()
    }

    fn told(&self, key: &str, told: &Told) -> String {
        let column = self.column_of(told);
        self.say(key, [("value", FluentValue::from(told.value)), ("column", FluentValue::from(column))])
    }

    /// Returns the header as the file writes it; where the file has none, and our own word stands for it, what people
    /// call the column.
    fn column_of(&self, told: &Told) -> String {
        let column = told.column.unwrap_or_default();
        let name = told.about.split_once('-').map_or("", |(_, name)| name);
        let keys = [format!("column-{}", told.about), format!("column-{name}")];
        let known = keys.iter().find(|key| (column == name || name == "on_day" && column == "on") && self.has(key));
        known.filter(|_| !name.is_empty()).map_or_else(|| column.to_owned(), |key| self.text(key))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::problem::ProblemCode;
    use crate::lang::Language;

    #[test]
    fn a_column_that_the_file_lacks_has_its_name_and_its_way_out() {
        let lang = |language| Lang { isolates: false, ..Lang::page(language) };
        let told = |column, about| Told { code: "required_missing", column: Some(column), about, value: "" };
        let (english, arabic) = (lang(Language::English), lang(Language::Arabic));
        let due = told("due_on", "invoices-due_on");
        assert!(english.problem(&due).contains("“Due on”") && arabic.problem(&due).contains("تاريخ الاستحقاق"));
        assert!(english.problem_hint(&due).contains("payment terms"));
        let client = told("Kunde", "invoices-client");
        assert!(english.problem(&client).contains("“Kunde”") && !english.problem_hint(&client).contains("terms"));
    }

    #[test]
    fn each_says_a_whole_sentence_before_what_to_do() {
        for language in [Language::English, Language::Arabic] {
            let lang = Lang { isolates: false, ..Lang::page(language) };
            for code in ProblemCode::ALL {
                for value in ["", "2026-01-31"] {
                    let told = Told { code: code.word(), column: Some("amount"), about: "", value };
                    let said = lang.problem(&told);
                    assert!(said.ends_with('.'), "{said}");
                    assert!(value.is_empty() || !said.contains("..") && !said.contains(". ."), "{said}");
                    assert!(lang.problem_hint(&told).ends_with('.'));
                }
            }
        }
        let cut = |value| Told { code: "file_truncated", column: None, about: "", value };
        let lang = Lang { isolates: false, ..Lang::page(Language::English) };
        assert_eq!(lang.problem(&cut("")), "The file ends in the middle.");
        assert_eq!(lang.problem(&cut("C1,\"1")), "The file ends in the middle, after: C1,\"1.");
    }
}
