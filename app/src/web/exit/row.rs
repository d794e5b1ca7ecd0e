//! One input in a form: what it is, where the figure comes from, what someone wrote, and what is wrong with it.

use crate::web::form::{self, Filled};
use crate::web::markup::{Markup, Pen};
use domain::days::Day;
use domain::exit::{Inputs, Key, Origin, Said, Unit, Wrong};
use domain::money::Currency;
use fluent_bundle::FluentValue;

/// A figure that is older than this many days is marked.
pub const OLD_DAYS: i32 = 30;

/// A row of a form.
#[derive(Clone, Debug)]
pub struct Row {
    pub name: String,
    pub label: Markup,
    pub hint: Markup,
    pub value: String,
    pub error: Option<String>,
}

impl Row {
    /// Returns the row of an input: what was written, else what someone stated; its hint says what is used without it.
    pub fn of(pen: &Pen, key: Key, inputs: &Inputs, stated: Option<f64>, filled: &Filled, today: Day) -> Row {
        let name = key.path().to_owned();
        let offered = stated.map(|value| written(key, value)).unwrap_or_default();
        let written = if filled.has(&name) { filled.value(&name).to_owned() } else { offered };
        Row {
            label: label(pen, key),
            hint: used(pen, key, inputs, today),
            value: written,
            error: filled.error(&name).cloned(),
            name,
        }
    }
}

/// Returns the name of an input with its unit where it is written as something else than a sum.
fn label(pen: &Pen, key: Key) -> Markup {
    let unit = match key.bounds().unit {
        Unit::Share => "exit-in-percent",
        Unit::Months => "exit-in-months",
        _ => "exit-plain",
    };
    pen.say(unit, [("input", FluentValue::from(pen.lang.input(key)))])
}

/// Returns which figure is used, where it comes from and of which day it is.
pub fn used(pen: &Pen, key: Key, inputs: &Inputs, today: Day) -> Markup {
    let Some(value) = key.get(inputs) else { return pen.t("exit-unstated") };
    let said = inputs.said_of(key);
    let figure = pen.lang.input_value(key, value, inputs.currency);
    let origin = match said.origin {
        Origin::History => "exit-used-history",
        Origin::Assumption if said == Said::NOTHING => "exit-used-assumed",
        Origin::Assumption => "exit-used-stated",
    };
    let says = pen.say(origin, [("figure", FluentValue::from(figure))]);
    match said.as_of {
        Some(day) => Markup::join([says, of_day(pen, day, today)], " · "),
        None => says,
    }
}

/// Returns a figure's day, marked where it is old.
pub fn of_day(pen: &Pen, day: Day, today: Day) -> Markup {
    let day_says = pen.day(day);
    if is_old(day, today) {
        let old = pen.t("exit-old");
        Markup::made(format!("{day_says} <span class=\"tag\">{old}</span>"))
    } else {
        day_says
    }
}

/// Tells whether a figure of a day should be looked at again.
pub fn is_old(day: Day, today: Day) -> bool {
    today.since(day) > OLD_DAYS
}

/// Returns a figure as a form takes it: shares in percent.
pub fn written(key: Key, value: f64) -> String {
    super::plain(if key.bounds().unit == Unit::Share { value * 100.0 } else { value })
}

/// Reads an input that someone wrote; errs with what is wrong.
pub fn read(pen: &Pen, key: Key, text: &str) -> Result<f64, String> {
    let Some(number) = form::number(text) else { return Err(pen.lang.text("number-invalid")) };
    let value = if key.bounds().unit == Unit::Share { number / 100.0 } else { number };
    let limit = |limit: f64| ("what", FluentValue::from(pen.lang.number(limit, 2)));
    match key.bounds().wrong(value) {
        None => Ok(value),
        Some(Wrong::Below(_) | Wrong::Above(_)) if key.bounds().unit == Unit::Share => {
            Err(pen.lang.text("exit-percent-invalid"))
        }
        Some(Wrong::Below(least)) => Err(pen.lang.say("wrong-below", [limit(least)])),
        Some(Wrong::Above(most)) => Err(pen.lang.say("wrong-above", [limit(most)])),
        Some(_) => Err(pen.lang.text("wrong-not-whole")),
    }
}

/// Returns the currency of the sums, for the hint of a form.
pub fn in_currency(pen: &Pen, currency: Currency) -> Markup {
    pen.say("exit-in-currency", [("currency", FluentValue::from(pen.lang.currency(currency)))])
}
