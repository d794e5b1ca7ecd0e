//! The policy as fields of a form: `P5.watch`, `general.window_days`; and back.

use crate::web::markup::Pen;
use domain::sign::{Code, Policy, PolicyError, Range, Rule};
use domain::text::typed_number;
use toml::Value;

/// One setting.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// `P5.watch`
    pub name: String,
    /// `watch`
    pub key: String,
    pub value: String,
}

/// The settings that every detector has, in the order of the form.
pub const COMMON: [&str; 5] = ["watch", "finding", "severe", "data_min", "data_good"];

/// Returns every setting, each with its detector; those of the whole have none.
pub fn all(policy: &Policy) -> impl Iterator<Item = (Option<Code>, Field)> {
    let of_rule = |(code, rule): (Code, &Rule)| -> Vec<(Option<Code>, Field)> {
        common(code, rule).into_iter().chain(own(code, rule)).map(|field| (Some(code), field)).collect()
    };
    general(policy).into_iter().map(|field| (None, field)).chain(policy.rules().flat_map(of_rule))
}

/// Returns the settings of a policy that another one has otherwise, as a form sends them.
pub fn differing(before: &Policy, after: &Policy) -> Vec<(String, String)> {
    let old: Vec<Field> = all(before).map(|(_, field)| field).collect();
    let new = all(after).map(|(_, field)| field).filter(|field| !old.contains(field));
    new.map(|field| (field.name, field.value)).collect()
}

/// Returns the settings of the whole.
pub fn general(policy: &Policy) -> Vec<Field> {
    let table = toml::Table::try_from(&policy.general).unwrap_or_default();
    let field = |(key, value): (String, Value)| Field { name: format!("general.{key}"), value: plain(&value), key };
    table.into_iter().map(field).collect()
}

/// Returns the common settings of a detector.
pub fn common(code: Code, rule: &Rule) -> Vec<Field> {
    let values = [rule.watch, rule.finding, rule.severe, rule.data_min, rule.data_good];
    COMMON.iter().zip(values).map(|(key, value)| field(code, key, value)).collect()
}

/// Returns the settings that only this detector has.
pub fn own(code: Code, rule: &Rule) -> Vec<Field> {
    rule.more.iter().map(|(key, value)| field(code, key, *value)).collect()
}

fn field(code: Code, key: &str, value: f64) -> Field {
    Field { name: format!("{}.{key}", code.word()), key: key.to_owned(), value: value.to_string() }
}

fn plain(value: &Value) -> String {
    match value {
        Value::Float(number) => number.to_string(),
        Value::Integer(number) => number.to_string(),
        other => other.to_string(),
    }
}

/// Tells whether a detector has thresholds at all; some only tell kinds apart.
pub fn has_levels(rule: &Rule) -> bool {
    [rule.watch, rule.finding, rule.severe].iter().any(|level| *level != 0.0)
}

/// Returns what a setting is called.
pub fn name(pen: &Pen, key: &str) -> String {
    if key.is_empty() { String::new() } else { pen.lang.text(&format!("setting-{key}")) }
}

/// Returns the policy with the fields of a form put in; what the form does not name stays as it is.
pub fn read(policy: &Policy, fields: &[(String, String)]) -> Result<Policy, PolicyError> {
    let mut table = toml::Table::try_from(policy).map_err(|error| PolicyError::Unreadable(error.to_string()))?;
    for (name, typed) in fields {
        let Some((part, key)) = name.split_once('.') else { continue };
        let place = table.get_mut(part).and_then(Value::as_table_mut).and_then(|own| own.get_mut(key));
        let unknown = || PolicyError::Unknown { code: part.to_owned(), key: key.to_owned() };
        let wrong = || Range::of(part, key).map_or_else(unknown, |range| PolicyError::out_of(range, part, key));
        let place = place.ok_or_else(unknown)?;
        let number = typed_number(typed).ok_or_else(wrong)?;
        *place = match place {
            Value::Integer(_) if number.fract() != 0.0 => {
                return Err(PolicyError::NotWhole { code: part.to_owned(), key: key.to_owned() });
            }
            Value::Integer(_) if number.abs() < 1e9 => Value::Integer(number as i64),
            Value::Integer(_) => return Err(wrong()),
            _ => Value::Float(number),
        };
    }
    let text = toml::to_string(&table).map_err(|error| PolicyError::Unreadable(error.to_string()))?;
    Policy::read(&text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn changed(name: &str, value: &str) -> Result<Policy, PolicyError> {
        read(&Policy::standard(), &[(name.to_owned(), value.to_owned())])
    }

    #[test]
    fn a_form_without_changes_is_the_same_policy() {
        let policy = Policy::standard();
        let pairs: Vec<(String, String)> = all(&policy).map(|(_, field)| (field.name, field.value)).collect();
        assert_eq!(read(&policy, &pairs), Ok(policy));
    }

    #[test]
    fn what_differs_is_enough_to_say_a_policy_again() {
        let (policy, typed) = (Policy::standard(), [("P3.watch", "١٢"), ("general.window_days", "100")]);
        let typed: Vec<(String, String)> = typed.map(|(name, value)| (name.to_owned(), value.to_owned())).into();
        let other = read(&policy, &typed).expect("a policy");
        let differing = differing(&policy, &other);
        assert_eq!(differing.len(), 2, "{differing:?}");
        assert_eq!(read(&policy, &differing), Ok(other));
    }

    #[test]
    fn numbers_are_read_as_people_type_them() {
        let watch = |typed| changed("P3.watch", typed).map(|policy| policy.rule(Code::P3).watch);
        assert_eq!(watch("12"), Ok(12.0));
        assert_eq!(watch(" ١٢٫٥ "), Ok(12.5));
        assert_eq!(watch("12,5"), Ok(12.5));
        let wrong = PolicyError::out_of(Range { low: 1.0, high: 365.0 }, "P3", "watch");
        assert_eq!(watch("soon"), Err(wrong.clone()));
        assert_eq!(watch("NaN"), Err(wrong));
    }

    #[test]
    fn nonsense_is_refused_by_name() {
        assert_eq!(changed("P3.watch", "50"), Err(PolicyError::Disordered { code: "P3".into() }));
        assert_eq!(changed("P3.colour", "1"), Err(PolicyError::Unknown { code: "P3".into(), key: "colour".into() }));
        assert!(matches!(changed("general.quality_guard", "7"), Err(PolicyError::OutOfRange { .. })));
        assert!(matches!(changed("general.window_days", "0"), Err(PolicyError::OutOfRange { .. })));
        assert!(matches!(changed("general.window_days", "2e12"), Err(PolicyError::OutOfRange { .. })));
        let not_whole = PolicyError::NotWhole { code: "general".into(), key: "window_days".into() };
        assert_eq!(changed("general.window_days", "100.5"), Err(not_whole));
    }
}
