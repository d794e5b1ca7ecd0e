//! A finding's figures in words: value, threshold, confidence, chance.

use crate::store::assessments::Stored;
use crate::web::markup::{Markup, Pen};
use domain::money::{Currency, Money};
use domain::sign::{Arg, Code, Finding, Policy, Value};
use fluent_bundle::FluentValue;

/// What the value of a sign counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    Share,
    Days,
    DaysPerInvoice,
    /// So many times something else.
    Times,
    Count,
    /// Standard deviations from the client's own past.
    Deviations,
    /// A mark of 1 to 5.
    Score,
    /// Whole units of the firm's base currency.
    Sum,
}

/// Returns what the value counts; some signs can be measured in two ways and say which.
fn unit(finding: &Stored) -> Unit {
    use Code::*;
    let basis = finding.args.iter().find_map(|(name, arg)| match arg {
        Arg::Word(word) if name == "basis" => Some(word.as_str()),
        _ => None,
    });
    match (finding.code, basis) {
        (P5, Some("trend")) => Unit::DaysPerInvoice,
        (P8, Some("cash")) | (E7, Some("falling")) => Unit::Share,
        (P3, _) => Unit::Days,
        (P8 | D2 | D6 | R4 | R6, _) => Unit::Times,
        (P9 | E7 | E8 | D5 | R3 | R5, _) => Unit::Count,
        (R2, _) => Unit::Deviations,
        (R10, _) => Unit::Score,
        (E4, _) => Unit::Sum,
        _ => Unit::Share,
    }
}

/// Says a figure; what is measured as a fall is said without its sign.
fn says(pen: &Pen, finding: &Stored, value: f64, base: Option<Currency>) -> String {
    let tenths = || [("n", FluentValue::from((value * 10.0).round() / 10.0))];
    match unit(finding) {
        Unit::Share if finding.code == Code::E7 => pen.lang.percent(value.abs()),
        Unit::Share => pen.lang.percent(value),
        Unit::Days => pen.lang.say("unit-days", tenths()),
        Unit::DaysPerInvoice => pen.lang.say("unit-days-per-invoice", tenths()),
        Unit::Times => pen.lang.say("unit-times", tenths()),
        Unit::Count => pen.lang.number(value, 1),
        Unit::Deviations => pen.lang.say("unit-deviations", tenths()),
        Unit::Score => pen.lang.say("unit-score", tenths()),
        Unit::Sum if !pen.sees_money => pen.lang.text("sum-hidden"),
        Unit::Sum => match base {
            Some(currency) => pen.lang.money(Money { minor: currency.minor(value.round()), currency }),
            None => pen.lang.number(value, 0),
        },
    }
}

/// Tells whether the value is a figure of its own: goodwill only counts, and where satisfaction falls, the value is a
/// chance, which has a sentence of its own.
fn has_figure(finding: &Stored) -> bool {
    !matches!(finding.code, Code::E8 | Code::R11)
}

/// Returns the value; `None` for labels, which the sentence itself says.
pub fn value(pen: &Pen, finding: &Stored, base: Option<Currency>) -> Option<Markup> {
    match finding.value {
        Value::Number(number) if number.is_finite() && has_figure(finding) => {
            let says = Markup::text(&says(pen, finding, number, base));
            Some(Markup::made(format!("<bdi class=\"num\">{says}</bdi>")))
        }
        _ => None,
    }
}

/// Returns the threshold that was crossed, and from which side; counts and scores need only reach it.
pub fn threshold(pen: &Pen, finding: &Stored, policy: &Policy, base: Option<Currency>) -> Option<Markup> {
    let crossed = finding.threshold.filter(|threshold| threshold.is_finite() && has_figure(finding))?;
    let rule = policy.rule(finding.code);
    let below = rule.watch > rule.severe || finding.code == Code::E4;
    let reached = matches!(unit(finding), Unit::Count | Unit::Score);
    let key = match (below, reached) {
        (false, false) => "threshold-above",
        (false, true) => "threshold-reached",
        (true, false) => "threshold-below",
        (true, true) => "threshold-sunk-to",
    };
    Some(pen.say(key, [("what", FluentValue::from(says(pen, finding, crossed, base)))]))
}

/// Returns the word of a confidence.
pub fn confidence(pen: &Pen, confidence: f64) -> Markup {
    pen.t(confidence_key(confidence))
}

/// Returns the key of the word.
pub fn confidence_key(confidence: f64) -> &'static str {
    if confidence < Finding::CONFIDENCE_LOW {
        "confidence-low"
    } else if confidence < Finding::CONFIDENCE_HIGH {
        "confidence-medium"
    } else {
        "confidence-high"
    }
}

/// Returns how often chance alone would show as much, in words.
pub fn chance(pen: &Pen, p: f64) -> Markup {
    let often = [(0.0001, "10000"), (0.001, "1000"), (0.01, "100"), (0.05, "20"), (0.1, "10")];
    match often.into_iter().find(|(limit, _)| p < *limit) {
        Some((_, times)) => pen.t(&format!("chance-{times}")),
        None => pen.say("chance-share", [("share", FluentValue::from(pen.lang.percent(p)))]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::{Lang, Language};
    use domain::sign::Level;

    fn pen() -> Pen<'static> {
        Pen {
            lang: Lang { isolates: false, ..Lang::page(Language::English) },
            sees_money: true,
            time_follows: true,
            zone: None,
        }
    }

    fn finding(code: Code, value: f64, threshold: f64, basis: &str) -> Stored {
        Stored {
            code,
            level: Level::Finding,
            value: Value::Number(value),
            threshold: Some(threshold),
            n: 9,
            confidence: 0.8,
            p: None,
            maybe_ours: false,
            severity: 0.5,
            facts: vec![],
            facts_total: 0,
            args: vec![("basis".into(), Arg::word(basis))],
        }
    }

    #[test]
    fn every_figure_has_its_unit() {
        let sar = Currency::of("SAR");
        let check = |code, [number, crossed]: [f64; 2], basis: &str, expected: [&str; 2]| {
            let finding = finding(code, number, crossed, basis);
            let plain = |markup: Option<Markup>| {
                markup.expect("a figure").as_str().replace("<bdi class=\"num\">", "").replace("</bdi>", "")
            };
            assert_eq!(plain(value(&pen(), &finding, sar)), expected[0], "{code:?}");
            assert_eq!(plain(threshold(&pen(), &finding, &Policy::standard(), sar)), expected[1], "{code:?}");
        };
        check(Code::P3, [31.26, 20.0], "", ["31.3 days", "more than 20 days"]);
        check(Code::P5, [0.44, 0.4], "share", ["44%", "more than 40%"]);
        check(Code::P5, [2.6, 2.0], "trend", ["2.6 days per invoice", "more than 2 days per invoice"]);
        check(Code::P8, [0.21, 0.2], "cash", ["21%", "more than 20%"]);
        check(Code::E1, [0.61, 0.8], "", ["61%", "less than 80%"]);
        check(Code::R6, [5.04, 5.0], "", ["5 times", "more than 5 times"]);
        check(Code::R10, [2.0, 2.0], "", ["2 of 5", "2 of 5 or less"]);
        check(Code::P9, [3.0, 3.0], "", ["3", "3 or more"]);
        check(Code::E7, [-0.064, -0.05], "falling", ["6.4%", "more than 5%"]);
        assert_eq!(value(&pen(), &finding(Code::R11, 0.0002, 0.005, ""), sar), None);
    }

    #[test]
    fn chance_is_said_in_words() {
        let check = |p, text: &str| assert_eq!(chance(&pen(), p).as_str(), text);
        check(0.00001, "Chance alone would show as much less than once in ten thousand times.");
        check(0.03, "Chance alone would show as much less than once in twenty times.");
        check(0.25, "Chance alone would show as much in 25% of cases.");
    }
}
