//! What people said in an event of a case: their own words, each with what it answers.

use super::people::People;
use crate::web::markup::{Markup, Pen};
use domain::case::review::RosterChange;
use fluent_bundle::FluentValue;
use serde_json::Value;

/// Returns the texts of what was said, in their order.
pub fn texts(pen: &Pen, people: &People, said: &str) -> Vec<(Option<Markup>, String)> {
    let fields = match serde_json::from_str(said) {
        Ok(Value::Object(fields)) => fields,
        Ok(changes @ Value::Array(_)) => return of_roster(pen, people, changes),
        _ => return vec![],
    };
    let mut texts = vec![];
    for (field, value) in fields {
        match (field.as_str(), value) {
            ("stance", Value::String(stance)) => {
                texts.push((Some(pen.t("said-stance")), pen.lang.text(&format!("stance-{stance}"))));
            }
            ("points", Value::Array(points)) => {
                texts.extend(points.iter().filter_map(|point| Some((None, point.get(1)?.as_str()?.to_owned()))))
            }
            ("readers", Value::Array(names)) => {
                let names: Vec<&str> = names.iter().filter_map(Value::as_str).collect();
                texts.push((Some(pen.t("said-readers")), names.join(&pen.lang.text("case-comma"))));
            }
            ("text" | "reason" | "why", Value::String(text)) => texts.push((None, text)),
            (field, Value::String(text)) if !text.is_empty() => {
                texts.push((Some(pen.t(&format!("said-{field}"))), text));
            }
            _ => {}
        }
    }
    texts
}

/// Returns why each was added to the roster or left out.
fn of_roster(pen: &Pen, people: &People, changes: Value) -> Vec<(Option<Markup>, String)> {
    let changes: Vec<RosterChange> = serde_json::from_value(changes).unwrap_or_default();
    let said = |change: RosterChange| {
        let key = if change.added { "said-added" } else { "said-left-out" };
        let name = people.name(&change.member).to_owned();
        (Some(pen.say(key, [("member", FluentValue::from(name))])), change.reason)
    };
    changes.into_iter().map(said).collect()
}
