//! The names that a template uses, held against what a letter knows: so that a slip is found on a branch, too, that the
//! example does not take.

use serde_json::Value as Json;
use std::collections::{BTreeMap, BTreeSet};

/// What stands in a tag and names no fact.
const WORDS: [&str; 17] = [
    "if", "elif", "else", "endif", "for", "in", "endfor", "set", "endset", "include", "not", "and", "or", "none",
    "true", "false", "loop",
];

/// Returns the first name of a template that no letter has, with its line, counted from 1.
pub fn unknown(text: &str, facts: &Json) -> Option<(usize, String)> {
    // Names that the template makes itself, each with what it stands for where that can be told.
    let mut own: BTreeMap<&str, Option<&Json>> = BTreeMap::new();
    for (at, tag) in tags(text) {
        let words = words(tag);
        let mut made = vec![];
        match &words[..] {
            [(_, "for"), rest @ ..] => {
                let split = rest.iter().position(|(_, word)| *word == "in").unwrap_or(rest.len());
                made = rest[..split].iter().map(|(_, word)| *word).collect();
                let list = rest.get(split + 1).and_then(|(_, list)| found(list, facts, &own).ok().flatten());
                let item = list.and_then(Json::as_array).and_then(|items| items.first());
                let is_one = made.len() == 1;
                made.iter().for_each(|name| _ = own.insert(name, item.filter(|_| is_one)));
            }
            [(_, "set"), (_, name), ..] => {
                made.push(name);
                own.insert(name, None);
            }
            _ => {}
        }
        for (offset, word) in words {
            if !WORDS.contains(&word) && !made.contains(&word) && found(word, facts, &own).is_err() {
                let line = text[..at + offset].matches('\n').count() + 1;
                return Some((line, word.to_owned()));
            }
        }
    }
    None
}

/// Returns the facts that a template names, by the first part of their names.
pub fn roots(text: &str) -> BTreeSet<&str> {
    let words = tags(text).into_iter().flat_map(|(_, tag)| words(tag));
    words.filter_map(|(_, word)| word.split('.').next()).collect()
}

/// Returns what a name stands for; nothing where that cannot be told.
fn found<'a>(name: &str, facts: &'a Json, own: &BTreeMap<&str, Option<&'a Json>>) -> Result<Option<&'a Json>, ()> {
    let mut parts = name.split('.');
    let root = parts.next().unwrap_or_default();
    let mut value = match own.get(root) {
        Some(known) => *known,
        None if root == "loop" => None,
        None => Some(facts.get(root).ok_or(())?),
    };
    for part in parts {
        value = match value {
            None | Some(Json::Null) => return Ok(None),
            Some(Json::Object(fields)) => Some(fields.get(part).ok_or(())?),
            Some(_) => return Err(()),
        };
    }
    Ok(value)
}

/// Returns the inside of each tag with the byte at which it begins; comments are none.
fn tags(text: &str) -> Vec<(usize, &str)> {
    let (mut tags, mut at) = (vec![], 0);
    while let Some(open) = text[at..].find('{').map(|found| at + found) {
        let close = match text[open..].get(..2) {
            Some("{{") => "}}",
            Some("{%") => "%}",
            Some("{#") => "#}",
            _ => {
                at = open + 1;
                continue;
            }
        };
        let Some(end) = text[open + 2..].find(close).map(|found| open + 2 + found) else { break };
        if close != "#}" {
            tags.push((open + 2, &text[open + 2..end]));
        }
        at = end + 2;
    }
    tags
}

/// Returns the names in a tag, each with its place; what stands in quotes, filters and tests are none.
fn words(tag: &str) -> Vec<(usize, &str)> {
    let is_of_name = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '.';
    let (mut words, mut at, mut before) = (vec![], 0, "");
    while let Some(c) = tag[at..].chars().next() {
        if c == '"' || c == '\'' {
            let end = tag[at + 1..].find(c).map_or(tag.len(), |found| at + 1 + found + 1);
            (at, before) = (end, "");
        } else if is_of_name(c) {
            let end = tag[at..].find(|c| !is_of_name(c)).map_or(tag.len(), |found| at + found);
            let word = &tag[at..end];
            let is_tested = before == "is";
            if !is_tested && before != "|" && !c.is_ascii_digit() {
                words.push((at, word));
            }
            // `is not none` tests as `is none` does.
            before = if is_tested && word == "not" { "is" } else { word };
            if word == "is" {
                words.pop();
            }
            at = end;
        } else {
            if !c.is_whitespace() {
                before = &tag[at..at + c.len_utf8()];
            }
            at += c.len_utf8();
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_name_that_no_letter_has_is_found_on_its_line() {
        let facts =
            json!({"client": {"name": "N", "attention": null}, "list": [{"what": "a"}], "words": ["a"], "end": null});
        for (text, expected) in [
            ("Dear {{ client.name }},\n{% if end %}{{ end.day }}{% endif %}", None),
            ("{% for one in list %}\n- {{ one.what }}{% if not loop.last %};{% endif %}\n{% endfor %}", None),
            (
                "{{ words | join(\"; nobody\") }}{% if end is not none %}x{% elif client.attention is none %}y{% endif %}",
                None,
            ),
            ("{% set x = 1 %}{{ x }}{# nobody #}{% include \"close\" %}", None),
            ("a\nb {{ nobody }}", Some((2, "nobody"))),
            ("a\n{% if end %}\n{{ client.secret }}\n{% endif %}", Some((3, "client.secret"))),
            ("{% for one in list %}\n{{ one.on }}\n{% endfor %}", Some((2, "one.on"))),
            ("{% for one in lists %}{% endfor %}", Some((1, "lists"))),
            ("{{ client.name\n| join(x) }}", Some((2, "x"))),
        ] {
            let found = unknown(text, &facts);
            assert_eq!(found.as_ref().map(|(line, name)| (*line, name.as_str())), expected, "{text}");
        }
    }
}
