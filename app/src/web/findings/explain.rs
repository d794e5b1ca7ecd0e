//! Competing explanations of late payment: what speaks for each, and what against it.

use crate::lang::sign::tidied;
use crate::store::assessments::Stored;
use crate::web::markup::{Markup, Pen};
use crate::web::part::{Head, Sheet};
use domain::sign::{Arg, Code, Level};
use fluent_bundle::FluentValue;

const CAUSES: [&str; 4] = ["administrative", "dissatisfaction", "distress", "habit"];

/// Returns the explanations, if a cause of late payment was looked for: `findings` are all of the client's.
pub fn table(pen: &Pen, findings: &[Stored]) -> Option<Sheet> {
    let cause = findings.iter().find(|finding| finding.code == Code::P10)?;
    let unhappy = findings.iter().any(|finding| finding.code == Code::R11 && finding.level >= Level::Watch);
    let row = |name: &str| {
        let says = |side: &str| said(pen, cause, name, side, unhappy);
        vec![pen.t(&format!("cause-{name}")), says("for"), says("against")]
    };
    Some(Sheet {
        caption: pen.t("explain-caption"),
        heads: ["explain-cause", "explain-for", "explain-against"].map(|key| Head::words(pen.t(key))).into(),
        rows: CAUSES.map(row).into(),
        is_cards: true,
    })
}

/// Returns what speaks on one side for a cause; each message knows the figures and says nothing where there is nothing.
fn said(pen: &Pen, cause: &Stored, name: &str, side: &str, unhappy: bool) -> Markup {
    let number = |key: &str| match cause.args.iter().find(|(own, _)| own == key) {
        Some((_, Arg::Number(number))) => *number,
        _ => 0.0,
    };
    let lengthens = cause.args.iter().find_map(|(own, arg)| match arg {
        Arg::Word(word) if own == "lengthens" => Some(word.as_str()),
        _ => None,
    });
    let args = [
        ("n", FluentValue::from(number(name))),
        ("rest", FluentValue::from(number("late") - number(name))),
        ("late", FluentValue::from(number("late"))),
        ("spread", FluentValue::from(number("spread"))),
        ("in_parts", FluentValue::from(number("in_parts"))),
        ("broken", FluentValue::from(number("broken"))),
        ("lengthens", FluentValue::from(lengthens.unwrap_or("no"))),
        ("slope", FluentValue::from(number("slope"))),
        ("unhappy", FluentValue::from(if unhappy { "yes" } else { "no" })),
    ];
    let said = pen.lang.say(&format!("cause-{name}-{side}"), args);
    let said = tidied(&said);
    Markup::even(if said.is_empty() { "—" } else { &said })
}
