//! The catalogues: Fluent files, one folder a language, the same files and keys in both.

use super::{Digits, Language, number};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::{FluentNumber, FluentNumberOptions};
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::sync::OnceLock;

/// Lists the files of both folders.
macro_rules! files {
    ($($name:literal),* $(,)?) => {
        const ARABIC: &[(&str, &str)] = &[$(($name, include_str!(concat!("ar/", $name, ".ftl")))),*];
        const ENGLISH: &[(&str, &str)] = &[$(($name, include_str!(concat!("en/", $name, ".ftl")))),*];
    };
}
files![
    "account",
    "account_said",
    "afterwards",
    "agreement",
    "archive",
    "backup",
    "case",
    "chart",
    "clearance",
    "cli",
    "client",
    "commands",
    "contract",
    "contract_page",
    "currency",
    "decision",
    "duties",
    "dossier",
    "entry",
    "erasure",
    "exit",
    "exit_page",
    "finding",
    "firm",
    "import",
    "imports",
    "journal",
    "ladder",
    "learn",
    "learn_page",
    "legal_hold",
    "mail",
    "letter",
    "letter_example",
    "letter_page",
    "letter_template",
    "names",
    "need",
    "next",
    "notice",
    "notice_page",
    "obligation",
    "offer",
    "owes",
    "parting",
    "people",
    "place",
    "policy",
    "portal",
    "portfolio",
    "question",
    "record",
    "repair",
    "report",
    "retention",
    "hold",
    "review",
    "readiness",
    "settling",
    "shell",
    "sign_critical",
    "sign_delivery",
    "sign_effort",
    "sign_payment",
    "sign_trust",
    "tone",
    "watch",
    "work",
    "worth",
];

/// One language's messages, formatted with one set of digits.
pub struct Bundle(FluentBundle<FluentResource>);

/// In the order of `bundle`; each is read when it is first asked for, because a command speaks in one way only.
static BUNDLES: [OnceLock<Bundle>; 8] = [const { OnceLock::new() }; 8];

/// Returns the bundle of a language, with digits, with or without isolated arguments.
pub fn bundle(language: Language, digits: Digits, isolates: bool) -> &'static Bundle {
    let place = (language as usize * 2 + digits as usize) * 2 + usize::from(isolates);
    BUNDLES[place].get_or_init(|| Bundle::new(language, digits, isolates))
}

/// Returns every key of a language with its file.
pub fn keys(language: Language) -> Vec<(&'static str, String)> {
    let mut keys = Vec::new();
    for (file, text) in files(language) {
        let starts = |line: &&str| line.starts_with(|c: char| c.is_ascii_alphabetic()) && line.contains('=');
        for line in text.lines().filter(starts) {
            keys.push((*file, line.split('=').next().unwrap_or_default().trim().to_owned()));
        }
    }
    keys
}

fn files(language: Language) -> &'static [(&'static str, &'static str)] {
    match language {
        Language::Arabic => ARABIC,
        Language::English => ENGLISH,
    }
}

impl Bundle {
    fn new(language: Language, digits: Digits, isolates: bool) -> Bundle {
        let tag = language.tag().parse().expect("a valid tag");
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        bundle.set_use_isolating(isolates);
        match digits {
            Digits::Western => bundle.set_formatter(Some(western)),
            Digits::Arabic => bundle.set_formatter(Some(arabic)),
        }
        for (name, text) in files(language) {
            let resource = FluentResource::try_new((*text).to_owned())
                .unwrap_or_else(|(_, errors)| panic!("{name}.ftl: {errors:?}"));
            bundle.add_resource(resource).unwrap_or_else(|errors| panic!("{name}.ftl: {errors:?}"));
        }
        Bundle(bundle)
    }

    /// Tells whether there is a message.
    pub fn has(&self, key: &str) -> bool {
        self.0.has_message(key)
    }

    /// Returns a message; a missing one shows its key, and a test fails.
    pub fn say(&self, key: &str, args: Option<&FluentArgs>) -> String {
        match self.0.get_message(key).and_then(|message| message.value()) {
            Some(pattern) => self.0.format_pattern(pattern, args, &mut Vec::new()).into_owned(),
            None => format!("[{key}]"),
        }
    }
}

/// Returns a number as the plural rules must see it. Arabic counts 103 as it counts 3, and the rules under fluent-bundle
/// look at the whole number where CLDR looks at its last two digits: they are shown these, and the number that is
/// written travels in an option that is of no other use here.
pub fn counted(value: FluentValue) -> FluentValue {
    match value {
        FluentValue::Number(n) if n.value >= 100.0 && n.value.fract() == 0.0 && n.value % 100.0 >= 3.0 => {
            let options = FluentNumberOptions { currency: Some(n.value.to_string()), ..n.options };
            FluentValue::Number(FluentNumber::new(n.value % 100.0, options))
        }
        other => other,
    }
}

fn western<M>(value: &FluentValue, _: &M) -> Option<String> {
    as_text(value, Digits::Western)
}

fn arabic<M>(value: &FluentValue, _: &M) -> Option<String> {
    as_text(value, Digits::Arabic)
}

fn as_text(value: &FluentValue, digits: Digits) -> Option<String> {
    match value {
        FluentValue::Number(n) => {
            let whole = n.options.currency.as_ref().and_then(|whole| whole.parse().ok());
            Some(number::decimal(digits, whole.unwrap_or(n.value), 2))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::lang::{Lang, Language};
    use fluent_bundle::FluentValue;

    #[test]
    fn numbers_above_a_hundred_are_counted_by_their_last_two_digits() {
        let lang = Lang::plain(Language::Arabic);
        let said = |n: f64| lang.say("unit-days", [("n", FluentValue::from(n))]);
        for (n, words) in [
            (3.0, "3 أيام"),
            (11.0, "11 يوماً"),
            (100.0, "100 يوم"),
            (102.0, "102 يوم"),
            (103.0, "103 أيام"),
            (127.0, "127 يوماً"),
            (1_110.0, "1,110 أيام"),
            (103.5, "103.5 يوم"),
        ] {
            assert_eq!(said(n), words);
        }
    }
}
