//! A template tried out before it is kept: every letter that it is part of is written from the example, with much and with
//! little.

use super::template::{Fault, Flaw, Press};
use super::{FirmTexts, example, names, standard, words};
use crate::lang::{Lang, Language};
use domain::separation::letter::{Kind, Rung};
use domain::separation::tone;
use serde_json::Value as Json;

/// A letter from the example, as a template makes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    pub kind: Kind,
    pub text: String,
}

/// Tries a template out as it stands among the firm's own; returns the first letter that it is part of, or what is wrong.
pub fn proof(name: &str, language: Language, own: &FirmTexts) -> Result<Proof, Fault> {
    let facts = facts(Kind::Notice, language);
    if let Some((line, unknown)) = names::unknown(text(name, language, own), &facts) {
        let template = name.to_owned();
        return Err(Fault { language, template, line: Some(line), flaw: Flaw::Unknown, detail: unknown });
    }
    let press = Press::of(name, language, own)?;
    let kinds: Vec<Kind> = Kind::ALL.iter().copied().filter(|kind| is_part(name, kind.word(), language, own)).collect();
    for kind in &kinds {
        for facts in [example::rich, example::sparse].map(|facts| facts(*kind, tone::Language::Bilingual)) {
            for rung in if *kind == Kind::Reminder { Rung::ALL } else { &Rung::ALL[..1] } {
                let mut facts = facts.clone();
                facts.rung = facts.rung.map(|_| *rung);
                press.fill(kind.word(), &words::context(&facts, Lang::plain(language), true))?;
            }
        }
    }
    let kind = kinds.first().copied().unwrap_or(Kind::Notice);
    let shown = if kinds.is_empty() { name } else { kind.word() };
    Ok(Proof { kind, text: press.fill(shown, &self::facts(kind, language))? })
}

/// Returns everything that a template of a kind can name, as it is in the example.
pub fn facts(kind: Kind, language: Language) -> Json {
    let facts = example::rich(kind, tone::Language::Bilingual);
    words::context(&facts, Lang { hijri: true, ..Lang::plain(language) }, false)
}

/// Returns the text of a template: the firm's own, or the standard one.
pub fn text<'a>(name: &str, language: Language, own: &'a FirmTexts) -> &'a str {
    own.get(language, name).or_else(|| standard(language, name)).unwrap_or_default()
}

/// Tells whether a template is another one, or is part of it.
fn is_part(name: &str, whole: &str, language: Language, own: &FirmTexts) -> bool {
    let mut known = vec![whole.to_owned()];
    let mut at = 0;
    while let Some(next) = known.get(at) {
        let parts: Vec<String> = text(next, language, own).split("{%").filter_map(included).collect();
        for part in parts {
            if !known.contains(&part) {
                known.push(part);
            }
        }
        at += 1;
    }
    known.iter().any(|part| part == name)
}

/// Returns the part that a tag includes; what stands before and after its name may be written in several ways.
fn included(tag: &str) -> Option<String> {
    let named = tag.trim_start_matches(['-', '+']).trim_start().strip_prefix("include")?.trim_start();
    let quote = named.chars().next().filter(|first| matches!(first, '"' | '\''))?;
    Some(named[1..].split_once(quote)?.0.to_owned())
}

#[cfg(test)]
mod tests {
    use super::super::NAMES;
    use super::*;

    #[test]
    fn every_standard_template_passes() {
        for language in [Language::Arabic, Language::English] {
            for name in NAMES {
                let proof = proof(name, language, &FirmTexts::default()).unwrap_or_else(|fault| panic!("{fault:?}"));
                assert!(is_part(name, proof.kind.word(), language, &FirmTexts::default()), "{name}");
            }
        }
    }

    #[test]
    fn a_part_is_known_however_its_tag_is_written() {
        for tag in [" include \"close\" %}", "- include 'close' -%}\nrest", "include\t\"close\"%}"] {
            assert_eq!(included(tag).as_deref(), Some("close"), "{tag}");
        }
        assert_eq!(included(" if included %}"), None);
    }

    #[test]
    fn a_part_is_tried_out_in_every_letter_that_it_is_part_of() {
        let own = |text: &str| FirmTexts::default().with(Language::English, "money", text);
        let shown = proof("money", Language::English, &own("Balance: {{ account.balance }}\n")).expect("good");
        assert_eq!(shown.kind, Kind::Notice);
        assert!(shown.text.contains("Balance: SAR\u{a0}4,200.50"), "{}", shown.text);
        // Only with little in the account is there nothing to pay by.
        let little = "{% if account.pay_by %}x{% else %}\n{% include \"gone\" %}{% endif %}";
        let fault = proof("money", Language::English, &own(little)).expect_err("no part is called so");
        assert_eq!((fault.template.as_str(), fault.line, fault.flaw), ("money", Some(2), Flaw::NoPart));
        let fault = proof("money", Language::English, &own("{{ account.total }}")).expect_err("no such name");
        assert_eq!((fault.line, fault.flaw, fault.detail.as_str()), (Some(1), Flaw::Unknown, "account.total"));
    }
}
