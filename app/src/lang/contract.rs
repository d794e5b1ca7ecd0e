//! What a contract's term says, in words.

use super::Lang;
use domain::record::{Choice, NoticeUnit};
use domain::separation::contract::{TermName, TermValue};
use fluent_bundle::FluentValue;

impl Lang {
    /// Returns a term's name.
    pub fn term_name(&self, term: TermName) -> String {
        self.text(&format!("contract-term-{}", term.word()))
    }

    /// Returns what a term says; that there is a clause, where it says no more.
    pub fn term_value(&self, term: TermName, value: &TermValue) -> String {
        let word = |group: &str, word: &str| self.text(&format!("contract-{group}-{word}"));
        let length = value.length.zip(value.unit).map(|(n, unit)| self.span(n, unit));
        let is_open = term == TermName::RenewalNotice && length.is_none() && value.earliest().is_none();
        let mut said = Vec::new();
        if let Some(automatic) = value.automatic {
            said.push(word("renewal", if automatic { "automatic" } else { "agreed" }));
        }
        said.extend(value.by.map(|by| word("by", by.word())));
        said.extend(length);
        said.extend(
            value
                .earliest()
                .map(|(n, unit)| self.say("contract-earliest", [("length", FluentValue::from(self.span(n, unit)))])),
        );
        said.extend(value.date.map(|day| self.day(day)));
        said.extend(value.law.clone());
        said.extend(value.methods.iter().map(|method| word("method", method.word())));
        let received = |rule| self.say("contract-deemed", [("rule", FluentValue::from(self.deemed(rule)))]);
        said.extend(value.deemed().map(received));
        if said.is_empty() || is_open {
            said.push(self.text("contract-there"));
        }
        said.join(&self.text("table-comma"))
    }

    /// Says which pages of a contract's file are pictures, if there are any.
    pub fn unread_pages(&self, pages: &[u32]) -> Option<String> {
        let numbers: Vec<String> = pages.iter().map(|page| self.digits(i64::from(*page))).collect();
        let args = [
            ("n", FluentValue::from(pages.len() as f64)),
            ("pages", FluentValue::from(numbers.join(&self.text("table-comma")))),
        ];
        (!pages.is_empty()).then(|| self.say("contract-unread-pages", args))
    }

    /// Returns a length of time.
    pub fn span(&self, n: u32, unit: NoticeUnit) -> String {
        self.say(&format!("contract-length-{}", unit.word()), [("n", FluentValue::from(f64::from(n)))])
    }
}
