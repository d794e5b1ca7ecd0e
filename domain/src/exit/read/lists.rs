//! The lists among the inputs: costs that can be cut, and the steps of a staged ending.

use super::super::key::{MONTH, MONTHS, SHARE, SUM};
use super::super::{CostCut, Step, Wrong};
use super::{Reader, Value};
use toml::de::DeValue;

impl Reader<'_> {
    pub(super) fn costs(&mut self, value: &Value) {
        for (at, row) in self.rows("costs", value) {
            let mut cut = CostCut::default();
            for (name, value) in row {
                let path = format!("{at}.{}", name.get_ref());
                match name.get_ref().as_ref() {
                    "name" => match value.get_ref() {
                        DeValue::String(name) => cut.name = name.to_string(),
                        _ => self.refuse(&path, value, Wrong::NotText),
                    },
                    "monthly" => cut.monthly = self.number(&path, value, SUM).unwrap_or_default(),
                    "avoidable" => cut.avoidable = self.number(&path, value, SHARE).unwrap_or_default(),
                    "lag_months" => cut.lag_months = self.number(&path, value, MONTHS).unwrap_or_default() as u32,
                    "one_off" => cut.one_off = self.number(&path, value, SUM).unwrap_or_default(),
                    _ => self.refuse(&path, value, Wrong::Unknown { near: None }),
                }
            }
            self.need(&at, row, &["monthly", "avoidable"], value);
            self.inputs.costs.push(cut);
        }
    }

    pub(super) fn staged(&mut self, value: &Value) {
        let Some(table) = self.table("staged", value) else { return };
        for (name, value) in table {
            if name.get_ref() != "steps" {
                self.refuse(&format!("staged.{}", name.get_ref()), value, Wrong::Unknown { near: None });
                continue;
            }
            for (at, row) in self.rows("staged.steps", value) {
                let mut step = Step { month: 1, share: 0.0 };
                for (name, value) in row {
                    let path = format!("{at}.{}", name.get_ref());
                    match name.get_ref().as_ref() {
                        "month" => step.month = self.number(&path, value, MONTH).unwrap_or(1.0) as u32,
                        "share" => step.share = self.number(&path, value, SHARE).unwrap_or_default(),
                        _ => self.refuse(&path, value, Wrong::Unknown { near: None }),
                    }
                }
                self.need(&at, row, &["month", "share"], value);
                self.inputs.staged.push(step);
            }
        }
        if self.inputs.staged.is_empty() && self.errors.is_empty() {
            self.refuse("staged.steps", value, Wrong::Missing);
        }
    }
}
