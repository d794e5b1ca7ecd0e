//! What the check of a letter found: its marks by their numbers, what is missing, and what it says otherwise than the case.

use crate::web::cases::words::shown;
use crate::web::icon::Mark;
use crate::web::markup::{Markup, Pen};
use domain::days::Day;
use domain::separation::letter::Contradiction;
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

/// Says where a text says something else than the case and its papers know.
pub fn differs(pen: &Pen, found: &[Contradiction]) -> Vec<Markup> {
    let say = |one: &Contradiction| {
        // Of a sum that was not read here it is only known that it differed.
        if one.said.is_empty() {
            return pen.t("letter-differs-some-sum");
        }
        let said = Day::from_iso(&one.said).map_or_else(|| one.said.clone(), |day| pen.lang.weekday(day));
        pen.say(&format!("letter-differs-{}", one.differs.word()), [("said", said.into())])
    };
    found.iter().map(say).collect()
}
