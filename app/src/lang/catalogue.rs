//! The catalogues: Fluent files, one folder a language, the same files and keys in both.

use super::{Digits, Language, number};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::sync::LazyLock;

/// Lists the files of both folders.
macro_rules! files {
    ($($name:literal),* $(,)?) => {
        const ARABIC: &[(&str, &str)] = &[$(($name, include_str!(concat!("ar/", $name, ".ftl")))),*];
        const ENGLISH: &[(&str, &str)] = &[$(($name, include_str!(concat!("en/", $name, ".ftl")))),*];
    };
}
files![
    "chart",
    "cli",
    "client",
    "commands",
    "currency",
    "entry",
    "finding",
    "firm",
    "import",
    "imports",
    "names",
    "need",
    "people",
    "place",
    "policy",
    "portfolio",
    "record",
    "report",
    "shell",
    "sign_critical",
    "sign_delivery",
    "sign_effort",
    "sign_payment",
    "sign_trust",
];

/// One language's messages, formatted with one set of digits.
pub struct Bundle(FluentBundle<FluentResource>);

/// In the order of `bundle`.
static BUNDLES: LazyLock<Vec<Bundle>> = LazyLock::new(|| {
    let mut bundles = Vec::new();
    for language in [Language::Arabic, Language::English] {
        for digits in [Digits::Western, Digits::Arabic] {
            for isolates in [false, true] {
                bundles.push(Bundle::new(language, digits, isolates));
            }
        }
    }
    bundles
});

/// Returns the bundle of a language, with digits, with or without isolated arguments.
pub fn bundle(language: Language, digits: Digits, isolates: bool) -> &'static Bundle {
    &BUNDLES[(language as usize * 2 + digits as usize) * 2 + usize::from(isolates)]
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

fn western<M>(value: &FluentValue, _: &M) -> Option<String> {
    as_text(value, Digits::Western)
}

fn arabic<M>(value: &FluentValue, _: &M) -> Option<String> {
    as_text(value, Digits::Arabic)
}

fn as_text(value: &FluentValue, digits: Digits) -> Option<String> {
    match value {
        FluentValue::Number(n) => Some(number::decimal(digits, n.value, 2)),
        _ => None,
    }
}
