//! What the check of a letter found: its marks by their numbers, and what is missing.

use crate::web::cases::words::shown;
use crate::web::icon::Mark;
use crate::web::markup::{Markup, Pen};
use domain::separation::tone::{Checked, Finding, Level};
use fluent_bundle::FluentValue;

/// A mark, with the number that stands at its place.
pub struct Tone {
    pub level: &'static str,
    pub mark: String,
    pub head: Markup,
    pub better: String,
    pub rule: Markup,
}

/// Returns the marks in their order.
pub fn tones(pen: &Pen, checked: &Checked) -> Vec<Tone> {
    let tone = |(at, finding): (usize, &Finding)| {
        let (level, mark) = match finding.level {
            Level::Block => ("t-block", Mark::Severe),
            Level::Warn => ("t-warn", Mark::Finding),
            Level::Hint => ("t-hint", Mark::Watch),
        };
        let word = pen.lang.text(&format!("tone-level-{}", finding.level.word()));
        let args = [("n", FluentValue::from((at + 1) as f64)), ("level", word.into())];
        Tone {
            level,
            mark: mark.svg(),
            head: pen.say("letter-mark", args),
            better: finding.better.clone(),
            rule: shown(pen, "tone-rule-{}", finding.rule.word()),
        }
    };
    checked.findings.iter().enumerate().map(tone).collect()
}

/// Returns what a letter of its kind must say and does not.
pub fn lacks(pen: &Pen, checked: &Checked) -> Vec<Markup> {
    checked.missing.iter().map(|missing| shown(pen, "tone-missing-{}", missing.word())).collect()
}
