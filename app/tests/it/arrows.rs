//! Which module uses which, in both crates: exactly what stands here, so that a new arrow is somebody's decision.

use crate::tidy::{files, report, without_tests};
use std::collections::{BTreeMap, BTreeSet};

/// Of each module, the others of its crate that it uses: no more, for whoever computes does not speak, store or ask the
/// time; and no fewer, for an arrow that nobody needs is an invitation. ARCHITECTURE.md says what they mean.
const APP: [(&str, &[&str]); 14] = [
    ("archive", &["store"]),
    ("cli", &["clock", "entropy", "flow", "intake", "keep", "lang", "mail", "secret", "store", "web"]),
    ("clock", &[]),
    ("document", &["lang"]),
    ("entropy", &[]),
    ("flow", &["archive", "clock", "entropy", "intake", "keep", "lang", "mail", "secret", "store"]),
    ("intake", &[]),
    ("keep", &["secret"]),
    ("lang", &["keep", "store"]),
    ("letter", &["document", "lang"]),
    ("mail", &[]),
    ("secret", &["entropy"]),
    ("store", &["entropy", "intake"]),
    (
        "web",
        &[
            "archive", "clock", "document", "entropy", "flow", "intake", "keep", "lang", "letter", "mail", "secret",
            "store",
        ],
    ),
];
const DOMAIN: [(&str, &[&str]); 17] = [
    (
        "case",
        &[
            "days",
            "exit",
            "firm",
            "journal",
            "lesson",
            "money",
            "record",
            "retention",
            "separation",
            "sign",
            "stats",
            "text",
            "word",
        ],
    ),
    ("days", &["word"]),
    ("erasure", &["days", "journal", "retention", "spelling", "text", "word"]),
    ("exit", &["case", "days", "firm", "money", "record", "sign", "spelling", "stats"]),
    ("firm", &["days", "money", "retention"]),
    ("journal", &[]),
    ("lesson", &["case", "days", "money", "separation", "spelling", "stats", "text", "word"]),
    ("money", &[]),
    ("picture", &["days", "money", "record", "sign", "stats"]),
    ("record", &["days", "money"]),
    ("retention", &["days", "firm", "word"]),
    (
        "separation",
        &[
            "case",
            "days",
            "firm",
            "journal",
            "money",
            "picture",
            "record",
            "retention",
            "sign",
            "spelling",
            "text",
            "word",
        ],
    ),
    ("sign", &["days", "firm", "money", "record", "stats", "text"]),
    ("spelling", &["text"]),
    ("stats", &[]),
    ("text", &[]),
    ("word", &[]),
];

/// What a folder must not use beside modules of its own crate.
const FORBIDDEN: [(&str, &[&str]); 2] = [
    ("domain/src/", &["std::fs", "std::net", "std::env", "std::time", "println!", "tokio", "async fn"]),
    ("app/src/cli/", &["axum::"]),
];

/// Returns the modules of a crate, each with those that its code uses.
fn used(source: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut used: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (path, text) in files(source, &[".rs"]) {
        let below = path.trim_start_matches(source);
        let module = below.split('/').next().unwrap_or(below).trim_end_matches(".rs");
        if !["lib", "main"].contains(&module) {
            used.entry(module.to_owned()).or_default().extend(named(without_tests(&text)));
        }
    }
    let modules: BTreeSet<String> = used.keys().cloned().collect();
    for (module, others) in &mut used {
        others.retain(|other| other != module && modules.contains(other));
    }
    used
}

/// Returns what stands behind `crate::` in a text: a name, or those in braces.
fn named(text: &str) -> Vec<String> {
    let code: Vec<&str> = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
    let name = |text: &str| text.chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect::<String>();
    let names = |rest: &str| -> Vec<String> {
        match rest.strip_prefix('{') {
            Some(list) => {
                list.split('}').next().unwrap_or(list).split([',', '{']).map(|own| name(own.trim())).collect()
            }
            None => vec![name(rest)],
        }
    };
    code.join("\n").split("crate::").skip(1).flat_map(names).collect()
}

#[test]
fn arrows_are_those_that_were_decided() {
    let mut faults = Vec::new();
    for (source, table) in [("app/src/", &APP[..]), ("domain/src/", &DOMAIN[..])] {
        let mut found = used(source);
        for (module, allowed) in table {
            let Some(others) = found.remove(*module) else {
                faults.push(format!("{source}: there is no module {module}"));
                continue;
            };
            let allowed: BTreeSet<String> = allowed.iter().map(|other| (*other).to_owned()).collect();
            faults.extend(others.difference(&allowed).map(|other| format!("{source}{module} must not use {other}")));
            faults.extend(allowed.difference(&others).map(|other| format!("{source}{module} no longer uses {other}")));
        }
        faults.extend(found.keys().map(|module| format!("{source}{module} stands in no table of arrows")));
    }
    report(faults);
}

#[test]
fn the_world_stays_outside() {
    let mut faults = Vec::new();
    for (folder, words) in FORBIDDEN {
        for (path, text) in files(folder, &[".rs"]) {
            let used = words.iter().filter(|word| without_tests(&text).contains(**word));
            faults.extend(used.map(|word| format!("{path}: must not use {word}")));
        }
    }
    report(faults);
}

#[test]
fn what_stands_behind_crate_is_found() {
    let text =
        "use crate::store::Db;\n// crate::web\nuse crate::{clock, flow::{import, entry}};\nlet x = crate::lang::of(1);";
    assert_eq!(named(text), ["store", "clock", "flow", "import", "entry", "lang"]);
}
