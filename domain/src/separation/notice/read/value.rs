//! The values of a JSON text as the inputs take them.

use super::super::wrong::Wrong;
use super::clock::{self, Moment, YEARS};
use super::{Object, Reader, is_absent};
use crate::days::Day;
use crate::spelling;
use serde_json::Value;

/// Returns the path of a name within another path.
pub(super) fn within(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}

impl Reader<'_> {
    /// Refuses every name that is not among these.
    pub(super) fn only(&mut self, path: &str, object: &Object, names: &'static [&'static str]) {
        for name in object.keys().filter(|name| !names.contains(&name.as_str())) {
            let near = names.iter().map(|known| (spelling::distance(name, known), *known)).min();
            let near = near.filter(|(distance, _)| *distance <= 3).map(|(_, known)| known);
            self.refuse(&within(path, name), Wrong::Unknown { near });
        }
    }

    /// Returns what stands under a name; nothing for `null`.
    pub(super) fn given<'v>(&self, object: &'v Object, name: &str) -> Option<&'v Value> {
        object.get(name).filter(|value| !value.is_null())
    }

    /// Notes a name that must be there and is not.
    pub(super) fn need(&mut self, path: &str, object: &Object, name: &str) {
        if is_absent(object, name) {
            self.refuse(&within(path, name), Wrong::Missing);
        }
    }

    pub(super) fn text<'v>(&mut self, object: &'v Object, path: &str, name: &str) -> Option<&'v str> {
        match self.given(object, name)? {
            Value::String(text) => Some(text.trim()),
            _ => {
                self.refuse(&within(path, name), Wrong::NotText);
                None
            }
        }
    }

    /// Returns the word under a name, if it is one of these.
    pub(super) fn word(
        &mut self,
        object: &Object,
        path: &str,
        name: &str,
        words: &'static [&'static str],
    ) -> Option<&'static str> {
        let text = self.text(object, path, name)?;
        let known = words.iter().copied().find(|word| *word == text);
        if known.is_none() {
            self.refuse(&within(path, name), Wrong::NotOneOf(words));
        }
        known
    }

    pub(super) fn flag(&mut self, object: &Object, name: &str) -> Option<bool> {
        let value = self.given(object, name)?;
        if !value.is_boolean() {
            self.refuse(name, Wrong::NotFlag);
        }
        value.as_bool()
    }

    /// Returns a whole number from 1 on.
    pub(super) fn count(&mut self, path: &str, value: &Value, most: u32) -> Option<u16> {
        let number = match value {
            Value::Number(number) => number.as_f64().filter(|number| number.fract() == 0.0),
            _ => None,
        };
        let wrong = match number {
            None => Wrong::NotWhole,
            Some(number) if number < 1.0 => Wrong::Below(1),
            Some(number) if number > f64::from(most) => Wrong::Above(most),
            Some(number) => return Some(number as u16),
        };
        self.refuse(path, wrong);
        None
    }

    pub(super) fn day(&mut self, object: &Object, path: &str, name: &str) -> Option<Day> {
        let text = self.text(object, path, name)?;
        let path = within(path, name);
        match Day::from_iso(text).filter(|_| text.len() == "2026-01-15".len()) {
            Some(day) if (YEARS.0..=YEARS.1).contains(&day.civil().0) => Some(day),
            Some(_) => {
                self.refuse(&path, Wrong::OutsideYears(YEARS.0, YEARS.1));
                None
            }
            None => {
                self.refuse(&path, Wrong::NotDay);
                None
            }
        }
    }

    pub(super) fn moment(&mut self, object: &Object, name: &str, is_needed: bool) -> Option<Moment> {
        if is_needed {
            self.need("", object, name);
        }
        let text = self.text(object, "", name)?;
        clock::moment(text).map_err(|wrong| self.refuse(name, wrong)).ok()
    }
}
