//! The house rules that a machine can check.

use domain::record::KINDS;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

const FILE_LINES: usize = 400;
const FUNCTION_LINES: usize = 70;

/// The workspace.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the app lies in the workspace").to_owned()
}

/// Every file under a folder with one of the endings, as (path from the root, text).
pub fn files(folder: &str, endings: &[&str]) -> Vec<(String, String)> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() { walk(&path, found) } else { found.push(path) }
        }
    }
    let mut found = Vec::new();
    walk(&root().join(folder), &mut found);
    found.sort();
    let wanted = |path: &PathBuf| endings.iter().any(|ending| path.to_string_lossy().ends_with(ending));
    let name = |path: &Path| path.strip_prefix(root()).expect("below the root").to_string_lossy().replace('\\', "/");
    found
        .iter()
        .filter(|path| wanted(path))
        .filter_map(|path| Some((name(path), fs::read_to_string(path).ok()?)))
        .collect()
}

fn sources() -> Vec<(String, String)> {
    ["domain/src", "domain/examples", "app/src", "app/tests", "app/examples"]
        .iter()
        .flat_map(|folder| files(folder, &[".rs"]))
        .collect()
}

/// The part of a file before its tests.
pub fn without_tests(text: &str) -> &str {
    text.split("#[cfg(test)]\nmod tests").next().unwrap_or(text)
}

pub fn report(faults: Vec<String>) {
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn files_and_functions_stay_short() {
    let mut faults = Vec::new();
    for (path, text) in sources() {
        let lines: Vec<&str> = text.lines().collect();
        if lines.len() > FILE_LINES {
            faults.push(format!("{path}: {} lines, split it; the limit is {FILE_LINES}", lines.len()));
        }
        for (start, name) in function_starts(&lines) {
            let indent = lines[start].len() - lines[start].trim_start().len();
            let closing = format!("{}}}", " ".repeat(indent));
            let length = lines[start..].iter().position(|line| *line == closing).unwrap_or(0);
            if length > FUNCTION_LINES {
                faults.push(format!("{path}:{}: {name} has {length} lines; the limit is {FUNCTION_LINES}", start + 1));
            }
        }
    }
    report(faults);
}

fn function_starts<'a>(lines: &[&'a str]) -> Vec<(usize, &'a str)> {
    let name = |line: &'a str| {
        let code = line.trim_start();
        let at = code.find("fn ")?;
        let before = &code[..at];
        let plain = ["", "pub ", "async ", "pub async ", "const ", "pub const "].contains(&before)
            || before.starts_with("pub(");
        plain.then(|| code[at + 3..].split(['(', '<']).next().unwrap_or(code))
    };
    lines.iter().enumerate().filter_map(|(i, line)| Some((i, name(line)?))).collect()
}

#[test]
fn every_module_says_what_it_is_for() {
    let silent = sources().into_iter().filter(|(_, text)| !text.starts_with("//! "));
    report(silent.map(|(path, _)| format!("{path}: begin with //! and what the module is for")).collect());
}

#[test]
fn sql_is_only_in_the_store() {
    let mut faults = Vec::new();
    for (path, text) in files("app/src", &[".rs"]) {
        let code = without_tests(&text);
        let speaks = code.contains("sqlx::") || code.contains("rusqlite::");
        if speaks && !path.starts_with("app/src/store/") {
            faults.push(format!("{path}: SQL belongs in app/src/store/"));
        }
        if code.contains("QueryBuilder") {
            faults.push(format!("{path}: QueryBuilder writes `?`, which PostgreSQL does not read"));
        }
        let sums = code.matches("SUM(").count();
        let cast = code.matches("CAST(SUM(").count() + code.matches("SUM(revenue)").count();
        if sums > cast {
            faults.push(format!("{path}: SUM of whole numbers is NUMERIC on PostgreSQL, write CAST(SUM(…) AS BIGINT)"));
        }
    }
    for (path, text) in files("migrations", &[".sql"]) {
        let code: String =
            text.lines().map(|line| line.split("--").next().unwrap_or_default()).collect::<Vec<_>>().join("\n");
        for word in ["BOOLEAN", "TIMESTAMP", "NUMERIC", "UUID", "JSON", "BLOB", "CHAR(", "SERIAL", " DATE", "REAL"] {
            if code.contains(word) {
                faults.push(format!("{path}: {word} cannot be read through both databases"));
            }
        }
    }
    report(faults);
}

#[test]
fn nothing_unwraps_and_nothing_is_left_over() {
    let mut faults = Vec::new();
    for (path, text) in sources().into_iter().filter(|(path, _)| path.contains("/src/")) {
        let code = without_tests(&text);
        for word in [".unwrap()", "todo!(", "unimplemented!(", "dbg!(", "#[ignore", "TODO", "FIXME"] {
            if code.contains(word) {
                faults.push(format!("{path}: {word}"));
            }
        }
    }
    report(faults);
}

#[test]
fn both_languages_have_the_same_keys_and_use_them() {
    let keys = |language: &str| -> BTreeMap<String, String> {
        let mut keys = BTreeMap::new();
        for (path, text) in files(&format!("app/src/lang/{language}"), &[".ftl"]) {
            let file = path.rsplit('/').next().unwrap_or_default().to_owned();
            for key in ftl_keys(&text) {
                let twice = keys.insert(key.clone(), file.clone());
                assert_eq!(twice, None, "{path}: {key} stands twice");
            }
        }
        keys
    };
    let (arabic, english) = (keys("ar"), keys("en"));
    let mut faults: Vec<String> = Vec::new();
    for (key, file) in &arabic {
        if english.get(key) != Some(file) {
            faults.push(format!("{key} is in ar/{file} but not in en/{file}"));
        }
    }
    for (key, file) in &english {
        if !arabic.contains_key(key) {
            faults.push(format!("{key} is in en/{file} but not in ar/{file}"));
        }
    }
    let words = files("app/templates", &[".html"]).into_iter().chain(files("app/src/lang/en", &[".ftl"]));
    let code: String = sources().into_iter().chain(words).map(|(_, text)| text).collect();
    let used = Used::of(&code);
    for key in english.keys().filter(|key| !used.has(key)) {
        faults.push(format!("{key} is in the catalogues but nothing says it"));
    }
    report(faults);
}

fn ftl_keys(text: &str) -> Vec<String> {
    let key = |line: &str| {
        let name = line.split('=').next()?.trim();
        let plain = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
        (line.starts_with(|c: char| c.is_ascii_alphabetic()) && plain).then(|| name.to_owned())
    };
    text.lines().filter_map(key).collect()
}

/// The words of the code that may be keys or parts of keys, by what stands round them.
#[derive(Default)]
struct Used<'a> {
    /// `"word"`
    quoted: HashSet<&'a str>,
    /// `"word{`
    begun: HashSet<&'a str>,
    /// `}word"`
    ended: HashSet<&'a str>,
    /// `{ word }`
    placed: HashSet<&'a str>,
}

impl<'a> Used<'a> {
    /// Reads the code once: to look for each key by itself takes minutes.
    fn of(code: &'a str) -> Used<'a> {
        let mut used = Used::default();
        let (bytes, mut start) = (code.as_bytes(), 0);
        let is_of_key = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
        for at in 0..=bytes.len() {
            if bytes.get(at).is_some_and(|byte| is_of_key(*byte)) {
                continue;
            }
            if start < at {
                let (before, word, after) = (&bytes[..start], &code[start..at], &bytes[at..]);
                match (before.last(), after.first()) {
                    (Some(b'"'), Some(b'"')) => used.quoted.insert(word),
                    (Some(b'"'), Some(b'{')) => used.begun.insert(word),
                    (Some(b'}'), Some(b'"')) => used.ended.insert(word),
                    _ => before.ends_with(b"{ ") && after.starts_with(b" }") && used.placed.insert(word),
                };
            }
            start = at + 1;
        }
        used
    }

    /// A key is used if it stands quoted somewhere, or if its beginning does, with `{` after it: `"need-{}"`; a sign's
    /// part (`P5-say`) is, if the part stands quoted.
    fn has(&self, key: &str) -> bool {
        let made = |(at, _): (usize, &str)| {
            let sign = domain::sign::Code::of(&key[..at]).is_some() && self.quoted.contains(&key[at + 1..]);
            sign || self.begun.contains(&key[..=at]) || self.ended.contains(&key[at..])
        };
        self.placed.contains(key) || self.quoted.contains(key) || key.match_indices('-').any(made)
    }
}

#[test]
fn a_key_is_used_in_four_ways() {
    let used = Used::of("say(\"plain\") format!(\"need-{code}\") format!(\"{kind}-title\") [\"say\"] { inner } \"open");
    for key in ["plain", "need-invoices", "need-of-any", "clients-title", "a-b-title", "P5-say", "inner"] {
        assert!(used.has(key), "{key}");
    }
    for key in ["plainer", "needs", "title", "clients-titles", "X5-say", "code", "open", "kind"] {
        assert!(!used.has(key), "{key}");
    }
}

#[test]
fn templates_bear_their_handlers_names() {
    let code: BTreeMap<String, String> = files("app/src", &[".rs"]).into_iter().collect();
    let mut faults = Vec::new();
    for (path, _) in files("app/templates", &[".html"]) {
        let name = path.trim_start_matches("app/templates/");
        let users: Vec<&String> =
            code.iter().filter(|(_, text)| text.contains(&format!("\"{name}\""))).map(|(path, _)| path).collect();
        let resource = name.split('/').next().unwrap_or(name).trim_end_matches(".html");
        let shared = resource == "frame" || resource == "parts";
        if !shared && users.is_empty() {
            faults.push(format!("{path}: no handler renders it"));
        }
        if !shared && !users.iter().all(|user| user.contains(resource)) {
            faults.push(format!("{path}: rendered by {users:?}; template and handler share a name"));
        }
    }
    report(faults);
}

#[test]
fn every_dependency_is_argued_for() {
    let decisions = fs::read_to_string(root().join("DECISIONS.md")).expect("decisions");
    let said: BTreeSet<&str> = decisions.split(|c: char| !(c.is_ascii_alphanumeric() || "_-".contains(c))).collect();
    let mut silent = BTreeSet::new();
    for manifest in ["Cargo.toml", "app/Cargo.toml", "domain/Cargo.toml"] {
        let text = fs::read_to_string(root().join(manifest)).expect("a manifest");
        let manifest: toml::Table = toml::from_str(&text).expect("TOML");
        let workspace = manifest.get("workspace").and_then(|table| table.as_table()).unwrap_or(&manifest);
        for kind in ["dependencies", "dev-dependencies"] {
            let listed = workspace.get(kind).and_then(|table| table.as_table()).into_iter().flatten();
            let foreign = listed.filter(|(_, how)| how.get("path").is_none()).map(|(name, _)| name.clone());
            silent.extend(foreign.filter(|name| !said.contains(name.as_str())));
        }
    }
    assert!(silent.is_empty(), "DECISIONS.md says nothing of {silent:?}");
}

#[test]
fn the_map_names_every_module_and_no_other() {
    let text = fs::read_to_string(root().join("ARCHITECTURE.md")).expect("the map stands in ARCHITECTURE.md");
    for source in ["domain/src/", "app/src/"] {
        let section = text.split(&format!("\n    {source}\n")).nth(1).unwrap_or_else(|| panic!("no map of {source}"));
        let lines = section.lines().take_while(|line| line.starts_with("      "));
        // What stands deeper is told of its folder.
        let own = lines.filter(|line| !line.starts_with("       ")).map(str::trim_start);
        let is_module = |word: &&str| word.ends_with('/') || word.ends_with(".rs");
        let paths = own.flat_map(|line| {
            let names = line.split("  ").next().unwrap_or(line);
            names.split_whitespace().take_while(is_module)
        });
        let mut named = BTreeSet::new();
        for path in paths {
            assert!(root().join(source).join(path).exists(), "{source}{path} is on the map and nowhere else");
            named.insert(path.split('/').next().unwrap_or(path).to_owned());
        }
        let there = fs::read_dir(root().join(source)).expect("sources").flatten();
        let there = there.map(|entry| entry.file_name().to_string_lossy().into_owned());
        let missing: Vec<String> = there.filter(|name| name != "lib.rs" && !named.contains(name)).collect();
        assert!(missing.is_empty(), "{source}: not on the map of ARCHITECTURE.md: {missing:?}");
    }
}

#[test]
fn tables_have_the_columns_of_their_kinds() {
    let text: String = files("migrations", &[".sql"]).into_iter().map(|(_, text)| text).collect();
    for kind in KINDS {
        let quoted = format!("CREATE TABLE \"{}\" (", kind.table);
        let plain = format!("CREATE TABLE {} (", kind.table);
        let start =
            text.find(&quoted).or_else(|| text.find(&plain)).unwrap_or_else(|| panic!("no table {}", kind.table));
        let body = text[start..].split("WITHOUT ROWID").next().unwrap_or_default();
        let has: BTreeSet<&str> = body.lines().skip(1).filter_map(|line| line.split_whitespace().next()).collect();
        for column in kind.columns {
            assert!(has.contains(column.name), "{} lacks the column {}", kind.table, column.name);
        }
    }
}

/// Every address that can be looked at, as its route is written; one that only leads back from a form is none.
pub fn routes() -> BTreeSet<String> {
    let mut routes = BTreeSet::new();
    for (_, text) in files("app/src/web", &[".rs"]) {
        for rest in text.split(".route(\"").skip(1) {
            let (path, handler) = rest.split_once('"').unwrap_or((rest, ""));
            let looked_at = handler.lines().next().and_then(|line| line.split("get(").nth(1)?.split(')').next());
            if looked_at.is_some_and(|name| !name.ends_with("back")) {
                routes.insert(path.to_owned());
            }
        }
    }
    assert!(routes.len() > 40, "routes are written in another way: {routes:?}");
    routes
}
