//! Facts, tests and verdicts as a person reads them.

use super::sees_sums;
use crate::web::Visitor;
use crate::web::cases::words::shown;
use crate::web::icon;
use crate::web::markup::{Markup, Pen};
use crate::web::place;
use domain::lesson::back_test::Share;
use domain::lesson::fact::{Fact, Shape, Value};
use domain::lesson::prospect::Judged;
use domain::lesson::rule::{Join, Reason, Rule, Test, Truth};
use domain::money::{Currency, Money};
use fluent_bundle::FluentValue;

/// Returns a fact's name.
pub fn fact(pen: &Pen, fact: Fact) -> Markup {
    shown(pen, "fact-{}", fact.word())
}

/// Tells whether a visitor may see nothing of a fact.
pub fn is_veiled(visitor: &Visitor, fact: Fact) -> bool {
    fact == Fact::ExpectedContribution && !sees_sums(visitor)
}

/// Tells whether a visitor may see all that a rule compares with.
pub fn sees_test_sums(visitor: &Visitor, rule: &Rule) -> bool {
    !rule.tests.iter().any(|test| is_veiled(visitor, test.fact))
}

/// Returns a value of a fact as plain text.
pub fn plain(pen: &Pen, visitor: &Visitor, fact: Fact, value: &Value) -> String {
    let lang = pen.lang;
    match (fact.shape(), value) {
        _ if is_veiled(visitor, fact) => lang.text("sum-hidden"),
        (Shape::Sum, Value::Number(n)) => {
            let currency = visitor.firm.base_currency.unwrap_or(Currency::UNKNOWN);
            lang.money(Money { minor: currency.minor(*n as f64), currency })
        }
        (Shape::Days, Value::Number(n)) => lang.say("fact-days", [("n", FluentValue::from(*n as f64))]),
        (Shape::Percent, Value::Number(n)) => lang.percent(*n as f64 / 100.0),
        (_, Value::Number(n)) => lang.number(*n as f64, 0),
        (Shape::Channel, Value::Words(word)) if domain::lesson::prospect::Channel::of(word).is_some() => {
            lang.text(&format!("through-{word}"))
        }
        (Shape::Country, Value::Words(code)) if value.fits(Shape::Country) => place::name(&lang, code),
        (_, Value::Words(words)) => words.clone(),
        (_, Value::Is(true)) => lang.text("case-yes"),
        (_, Value::Is(false)) => lang.text("case-no"),
    }
}

/// Says a test: payment within 45 days or more.
pub fn test(pen: &Pen, visitor: &Visitor, test: &Test) -> Markup {
    let args = [
        ("fact", FluentValue::from(pen.lang.text(&format!("fact-{}", test.fact.word())))),
        ("value", plain(pen, visitor, test.fact, &test.value).into()),
    ];
    pen.say(&format!("relation-says-{}", test.relation.word()), args)
}

/// Says a rule.
pub fn rule(pen: &Pen, visitor: &Visitor, rule: &Rule) -> Markup {
    let joint = pen.t(match rule.join {
        Join::All => "join-and",
        Join::Any => "join-or",
    });
    Markup::join(rule.tests.iter().map(|one| test(pen, visitor, one)), &format!(" {joint} "))
}

/// Says what was known for a test.
fn known(pen: &Pen, visitor: &Visitor, reason: &Reason) -> Markup {
    match &reason.known {
        None => pen.t("reason-unknown"),
        Some(value) => pen.say("reason-known", [("value", plain(pen, visitor, reason.test.fact, value).into())]),
    }
}

/// A criterion held against a prospect.
pub struct VerdictView {
    /// The class of its mark.
    pub mark: &'static str,
    pub href: String,
    pub title: Markup,
    pub effect: Markup,
    pub says: Markup,
    pub reasons: Vec<Markup>,
    pub is_overridden: bool,
}

/// Returns a criterion's verdict as the page shows it.
pub fn verdict(pen: &Pen, visitor: &Visitor, one: &Judged, is_overridden: bool) -> VerdictView {
    let mark = match (one.verdict.truth, one.effect) {
        (Truth::False, _) => "w-inside",
        (Truth::Unknown, _) => "w-blind",
        (Truth::True, domain::lesson::criterion::Effect::Refuse) if !is_overridden => "w-crossed",
        (Truth::True, _) => "w-near",
    };
    let reason = |reason: &Reason| {
        let says = test(pen, visitor, &reason.test);
        if is_veiled(visitor, reason.test.fact) {
            // Whether it holds would bound the sum.
            return Markup::join([says, pen.veil()], " — ");
        }
        let truth = shown(pen, "truth-{}", reason.truth.word());
        Markup::join([says, Markup::join([truth, known(pen, visitor, reason)], " · ")], " — ")
    };
    VerdictView {
        mark,
        href: crate::web::href::path(["criteria", one.cited.criterion.as_str()]),
        title: pen.name(&one.title),
        effect: shown(pen, "effect-{}", one.effect.word()),
        says: pen.t(&format!("verdict-{}-{}", one.effect.word(), one.verdict.truth.word())),
        reasons: one.verdict.reasons.iter().map(reason).collect(),
        is_overridden,
    }
}

/// Says a share with its interval, or that there are too few.
pub fn share(pen: &Pen, share: Option<Share>) -> Markup {
    share.map_or_else(
        || pen.t("too-few"),
        |share| {
            let args = [
                ("share", FluentValue::from(pen.lang.percent(share.value()))),
                ("k", FluentValue::from(share.k as f64)),
                ("n", FluentValue::from(share.n as f64)),
                ("low", pen.lang.percent(share.interval.low).into()),
                ("high", pen.lang.percent(share.interval.high).into()),
            ];
            pen.say("share-says", args)
        },
    )
}

/// Returns the sign of a warning, for what is late.
pub fn late(pen: &Pen) -> Markup {
    Markup::made(format!("{} {}", icon::warning(), pen.t("prospect-late")))
}
