//! Inputs as a TOML text that reads back to the same inputs.

use super::{Inputs, Key, Replacement, Spread, Time};
use std::fmt::Write;

impl Inputs {
    /// Writes everything that is given.
    pub fn text(&self) -> String {
        let mut text = format!("seed = {}\n", self.seed);
        if let Some(currency) = self.currency {
            line(&mut text, "currency", &format!("\"{}\"", currency.code()));
        }
        let mut part = "";
        let own = matches!(&self.replacement, Some(Replacement { time: Time::Own(_), .. }));
        if !self.other_residuals.is_empty() {
            line(&mut text, "other_residuals", &list(&self.other_residuals));
        }
        for key in Key::ALL {
            let Some(value) = key.get(self) else { continue };
            let (of, name) = key.path().split_once('.').unwrap_or(("", key.path()));
            if of != part {
                part = of;
                let _ = write!(text, "\n[{part}]\n");
            }
            let spread = self.spreads.iter().find(|(spread, _)| *spread == key).map(|(_, spread)| spread);
            match (spread, &self.replacement) {
                (Some(Spread::Own(own)), _) => line(&mut text, name, &list(own)),
                (Some(Spread::Range { low, likely, high }), _) => {
                    let [low, likely, high] = [low, likely, high].map(|end| number(*end));
                    line(&mut text, name, &format!("{{ low = {low}, likely = {likely}, high = {high} }}"));
                }
                (None, Some(Replacement { time: Time::Own(months), .. })) if own && key == Key::MeanMonths => {
                    line(&mut text, "months", &list(months));
                }
                _ if key.bounds().whole => line(&mut text, name, &format!("{value:.0}")),
                _ => line(&mut text, name, &number(value)),
            }
        }
        self.write_rows(&mut text);
        text
    }

    fn write_rows(&self, text: &mut String) {
        for cut in &self.costs {
            text.push_str("\n[[costs]]\n");
            line(text, "name", &toml::Value::from(cut.name.as_str()).to_string());
            line(text, "monthly", &number(cut.monthly));
            line(text, "avoidable", &number(cut.avoidable));
            line(text, "lag_months", &cut.lag_months.to_string());
            line(text, "one_off", &number(cut.one_off));
        }
        for step in &self.staged {
            text.push_str("\n[[staged.steps]]\n");
            line(text, "month", &step.month.to_string());
            line(text, "share", &number(step.share));
        }
        text.push_str("\n[provenance]\n");
        for key in Key::ALL.into_iter().filter(|key| !key.is_setting() && key.get(self).is_some()) {
            let said = self.said_of(key);
            let as_of = said.as_of.map_or_else(String::new, |day| format!(", as_of = {day}"));
            let (origin, confidence) = (said.origin.word(), said.confidence.word());
            let row = format!("{{ origin = \"{origin}\", confidence = \"{confidence}\"{as_of} }}");
            line(text, &format!("\"{}\"", key.path()), &row);
        }
    }
}

fn line(text: &mut String, name: &str, value: &str) {
    let _ = writeln!(text, "{name} = {value}");
}

fn list(numbers: &[f64]) -> String {
    let written: Vec<String> = numbers.iter().map(|own| number(*own)).collect();
    format!("[{}]", written.join(", "))
}

/// The shortest decimal that reads back to the same number.
fn number(value: f64) -> String {
    format!("{value:?}")
}
