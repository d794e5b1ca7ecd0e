//! What is said of erasures: on which basis, and what they erased.

use super::Lang;
use crate::keep::erasures::{OWN_PART, OWN_PART_BEFORE, Scope};
use domain::erasure::{Basis, Matter};
use domain::record::kind_named;
use fluent_bundle::FluentValue;

impl Lang {
    /// Says on which basis something was erased, as a line of the erasure list has it.
    pub fn erasure_basis(self, basis: &str) -> String {
        if [OWN_PART, OWN_PART_BEFORE].contains(&basis) {
            return self.text("erasure-basis-own-part");
        }
        let parts = basis.split_once(": ").and_then(|(word, rest)| Some((Basis::of(word)?, rest)));
        let Some((kind, reference)) = parts else { return basis.to_owned() };
        let kind = self.text(&format!("erasure-basis-{}", kind.word()));
        self.say("erasure-basis-said", [("kind", kind.into()), ("reference", FluentValue::from(reference))])
    }

    /// Names what a firm holds of a client.
    pub fn matter(self, matter: Matter) -> String {
        match kind_named(matter.word()) {
            Some(kind) => self.text(&format!("kind-{}", kind.table)),
            None => self.text(&format!("matter-{}", matter.word())),
        }
    }

    /// Names the rows of a table.
    pub fn erased_rows(self, table: &str) -> String {
        let own = format!("erased-{table}");
        match Matter::of_table(table) {
            _ if self.has(&own) => self.text(&own),
            Some(matter) => self.matter(matter),
            None => table.to_owned(),
        }
    }

    /// Says whose data is erased: by ids and digests only.
    pub fn erased(self, scope: &Scope) -> String {
        match scope {
            Scope::Client { client, tables } if tables.is_empty() => {
                self.say("erasure-scope-all", [("client", FluentValue::from(client.as_str()))])
            }
            Scope::Client { client, tables } => {
                let mut names: Vec<String> = tables.iter().map(|table| self.erased_rows(table)).collect();
                names.dedup();
                let what = names.join(&self.text("list-comma"));
                self.say(
                    "erasure-scope-client",
                    [("client", FluentValue::from(client.as_str())), ("what", what.into())],
                )
            }
            Scope::Older { client, before } => self.say(
                "erasure-scope-older",
                [("client", FluentValue::from(client.as_str())), ("day", self.day(*before).into())],
            ),
            Scope::Case { client, case, .. } => {
                let args = [("client", FluentValue::from(client.as_str())), ("case", case.as_str().into())];
                self.say("erasure-scope-case", args)
            }
            Scope::OwnParts { client, case } => {
                let args = [("client", FluentValue::from(client.as_str())), ("case", case.as_str().into())];
                self.say("erasure-scope-own-parts", args)
            }
            Scope::Member { member } => {
                self.say("erasure-scope-member", [("member", FluentValue::from(member.as_str()))])
            }
            Scope::Prospect { prospect } => {
                self.say("erasure-scope-prospect", [("prospect", FluentValue::from(prospect.as_str()))])
            }
            Scope::Win { win } => self.say("erasure-scope-win", [("win", FluentValue::from(win.as_str()))]),
            Scope::Person { client, name_sha256 } => {
                let mark: String = name_sha256.chars().take(12).collect();
                self.say(
                    "erasure-scope-person",
                    [("client", FluentValue::from(client.as_str())), ("mark", mark.into())],
                )
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Language;

    #[test]
    fn why_answers_about_our_own_part_went_is_said_in_each_language() {
        let said = |language, basis| Lang::plain(language).erasure_basis(basis);
        for basis in [OWN_PART, OWN_PART_BEFORE] {
            let english = said(Language::English, basis);
            assert!(english.contains("retrospective") && english != basis, "{english}");
            let arabic = said(Language::Arabic, basis);
            assert!(arabic.contains("مراجعة") && !arabic.contains(|c: char| c.is_ascii_alphabetic()), "{arabic}");
        }
        assert_eq!(said(Language::English, "by hand"), "by hand", "a person's own words stay");
    }
}
