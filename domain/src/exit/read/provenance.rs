//! Where figures come from, as a file says it.

use super::super::{Confidence, Key, Origin, Said, Wrong};
use super::{Reader, Value, near};
use crate::days::Day;
use toml::de::{DeTable, DeValue};

impl Reader<'_> {
    /// Where figures come from, by their paths, quoted or as tables within tables.
    pub(super) fn provenance(&mut self, of: &str, value: &Value) {
        let Some(table) = self.table("provenance", value) else { return };
        let says = |name: &str| table.contains_key(name);
        if !of.is_empty() && (says("origin") || says("confidence") || says("as_of")) {
            return self.said(of, table, value);
        }
        for (name, value) in table {
            let path = if of.is_empty() { name.get_ref().to_string() } else { format!("{of}.{}", name.get_ref()) };
            self.provenance(&path, value);
        }
    }

    fn said(&mut self, of: &str, table: &DeTable, whole: &Value) {
        let key = if of == "replacement.months" { Some(Key::MeanMonths) } else { Key::of(of) };
        let Some(key) = key else {
            return self.refuse(&format!("provenance.{of}"), whole, Wrong::Unknown { near: near(of) });
        };
        let mut said = Said { confidence: Confidence::Medium, ..Said::NOTHING };
        for (name, value) in table {
            let path = format!("provenance.{of}.{}", name.get_ref());
            let text = match value.get_ref() {
                DeValue::String(text) => text.to_string(),
                DeValue::Datetime(day) => day.to_string(),
                _ => {
                    self.refuse(&path, value, Wrong::NotText);
                    continue;
                }
            };
            match name.get_ref().as_ref() {
                "origin" => match Origin::of(&text) {
                    Some(origin) => said.origin = origin,
                    None => self.refuse(&path, value, Wrong::NotOneOf(&Origin::WORDS)),
                },
                "confidence" => match Confidence::of(&text) {
                    Some(confidence) => said.confidence = confidence,
                    None => self.refuse(&path, value, Wrong::NotOneOf(&Confidence::WORDS)),
                },
                "as_of" => match Day::from_iso(&text) {
                    Some(day) => said.as_of = Some(day),
                    None => self.refuse(&path, value, Wrong::NotDay),
                },
                _ => self.refuse(&path, value, Wrong::Unknown { near: None }),
            }
        }
        self.inputs.said.push((key, said));
    }
}
