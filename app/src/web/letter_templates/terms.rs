//! What a template may name: each fact of a letter with its explanation and what it is in the example.

use crate::lang::Language;
use crate::letter::{facts, roots};
use crate::web::markup::{Markup, Pen};
use domain::separation::letter::Kind;
use serde_json::Value as Json;

/// A fact: what it is, and its names with what each is in the example.
pub struct Term {
    pub what: Markup,
    pub names: Vec<(String, String)>,
}

/// Returns the facts that a text names, and those that it could name beside them.
pub fn terms(pen: &Pen, language: Language, kind: Kind, text: &str) -> (Vec<Term>, Vec<Term>) {
    let used = roots(text);
    let Json::Object(facts) = facts(kind, language) else { return (vec![], vec![]) };
    let (own, more): (Vec<_>, Vec<_>) = facts.into_iter().partition(|(name, _)| used.contains(name.as_str()));
    let term = |(name, value): (String, Json)| Term {
        what: pen.t(&format!("template-term-{name}")),
        names: names(&name, &value),
    };
    (own.into_iter().map(term).collect(), more.into_iter().map(term).collect())
}

fn names(name: &str, value: &Json) -> Vec<(String, String)> {
    match value {
        Json::Object(fields) => {
            fields.iter().flat_map(|(field, value)| names(&format!("{name}.{field}"), value)).collect()
        }
        Json::Array(items) => {
            let list = format!("for one in {name}");
            match items.first() {
                Some(Json::Object(fields)) => std::iter::once((list, String::new()))
                    .chain(fields.iter().map(|(field, value)| (format!("one.{field}"), sample(value))))
                    .collect(),
                _ => vec![(list, items.iter().map(sample).collect::<Vec<_>>().join(" · "))],
            }
        }
        value => vec![(name.to_owned(), sample(value))],
    }
}

fn sample(value: &Json) -> String {
    value.as_str().map(str::to_owned).unwrap_or_default()
}
