//! The fields of a notice's form, and the inputs that they make.

use crate::lang::Lang;
use crate::web::choice::Choice;
use crate::web::form::{self, Filled};
use crate::web::{Visitor, place};
use domain::record::{Choice as _, NoticeUnit};
use domain::separation::notice::{Align, EndsWith, InputError, METHODS, Roll, Rule, Start, Wrong};
use serde_json::{Map, Value, json};

/// One field of the form.
pub struct Field {
    pub name: &'static str,
    pub label: String,
    pub hint: String,
    pub value: String,
    pub error: Option<String>,
    pub shape: Shape,
}

/// How a field is filled in.
pub enum Shape {
    Select(Vec<Choice>),
    Number,
    Date,
    Time,
}

/// What is asked first.
pub const FIRST: [&str; 10] =
    ["from", "to", "sent_on", "sent_time", "method", "length", "unit", "term_ends_on", "before", "before_unit"];
/// What few clauses say.
pub const MORE: [&str; 19] = [
    "ends_with",
    "first_term_ends_on",
    "renews",
    "renews_for",
    "renews_unit",
    "rule",
    "n",
    "cutoff",
    "calendars",
    "clear_days",
    "start",
    "billing_on",
    "align",
    "roll",
    "most",
    "most_unit",
    "earliest_end_on",
    "term_starts_on",
    "received_at",
];

/// Fills in what nobody has written yet: the firm's place, today, the middle of the morning.
pub fn prefill(filled: &mut Filled, visitor: &Visitor) {
    let ours = visitor.firm.place.clone().unwrap_or_default();
    for (name, value) in [
        ("from", ours.as_str()),
        ("to", ours.as_str()),
        ("sent_on", &visitor.today.to_string()),
        ("sent_time", "10:00"),
        ("method", "email"),
        ("unit", "day"),
        ("before_unit", "day"),
        ("most_unit", "day"),
        ("renews_unit", "year"),
    ] {
        filled.offer_if_empty(name, value);
    }
}

/// Returns a field as the form shows it.
pub fn field(lang: Lang, filled: &Filled, name: &'static str) -> Field {
    Field {
        name,
        label: lang.text(&format!("notice-field-{name}")),
        hint: Some(format!("notice-hint-{name}"))
            .filter(|key| lang.has(key))
            .map(|key| lang.text(&key))
            .unwrap_or_default(),
        value: filled.value(name).to_owned(),
        error: filled.error(name).cloned(),
        shape: shape(lang, name),
    }
}

/// Returns how a field is filled in.
pub fn shape(lang: Lang, name: &str) -> Shape {
    let words = |words: &[&str], key: fn(&str) -> String| {
        let choice = |word: &&str| Choice::new(word, lang.text(&key(word)));
        Shape::Select(words.iter().map(choice).collect())
    };
    match name {
        "from" | "to" => {
            let places = place::choices(&lang).into_iter();
            Shape::Select(places.map(|choice| Choice::new(choice.code, choice.text)).collect())
        }
        "method" => words(&METHODS, |word| format!("notice-method-{word}")),
        "rule" => words(&[&[""], Rule::WORDS].concat(), |word| {
            format!("notice-deemed-{}", if word.is_empty() { "usual" } else { word })
        }),
        "unit" | "before_unit" | "most_unit" | "renews_unit" => {
            words(NoticeUnit::WORDS, |word| format!("value-notice_unit-{word}"))
        }
        "ends_with" => words(EndsWith::WORDS, |word| format!("notice-ends-with-{word}")),
        "renews" => words(&["yes", "no"], |word| format!("notice-renews-{word}")),
        "calendars" => words(&["both", "recipient", "sender"], |word| format!("notice-calendars-{word}")),
        "clear_days" => words(&["no", "yes"], |word| format!("notice-clear-{word}")),
        "start" => words(Start::WORDS, |word| format!("notice-start-{word}")),
        "align" => words(Align::WORDS, |word| format!("notice-align-{word}")),
        "roll" => words(Roll::WORDS, |word| format!("notice-roll-{word}")),
        "sent_on" | "term_ends_on" | "first_term_ends_on" | "term_starts_on" | "earliest_end_on" | "billing_on"
        | "received_at" => Shape::Date,
        "sent_time" | "cutoff" => Shape::Time,
        _ => Shape::Number,
    }
}

/// Returns the inputs that a form makes, as the command line takes them, with the packs' holidays.
pub fn inputs(filled: &Filled) -> Value {
    let mut whole = Map::new();
    let mut put = |name: &str, value: Value| drop(whole.insert(name.to_owned(), value));
    let text = |name: &str| Some(filled.value(name)).filter(|value| !value.is_empty()).map(Value::from);
    let number = |name: &str| {
        let value = Some(filled.value(name)).filter(|value| !value.is_empty())?;
        Some(form::number(value).map_or_else(|| Value::from(value), |number| json!(number)))
    };
    for name in ["from", "to", "method", "unit", "calendars", "start", "align", "roll"] {
        text(name).into_iter().for_each(|value| put(name, value));
    }
    for name in ["term_ends_on", "first_term_ends_on", "term_starts_on", "earliest_end_on", "billing_on"] {
        text(name).into_iter().for_each(|value| put(name, value));
    }
    put("sent_at", json!(format!("{}T{}", filled.value("sent_on"), filled.value("sent_time"))));
    text("received_at")
        .into_iter()
        .for_each(|day| put("received_at", json!(format!("{}T23:59", day.as_str().unwrap_or_default()))));
    number("length").into_iter().for_each(|value| put("length", value));
    if let Some(length) = number("before") {
        put("not_less_than_before_end", json!({ "length": length, "unit": filled.value("before_unit") }));
    }
    if let Some(length) = number("most") {
        put("not_more_than_before_end", json!({ "length": length, "unit": filled.value("most_unit") }));
    }
    if filled.value("ends_with") == EndsWith::Term.word() {
        put("ends_with", json!(EndsWith::Term.word()));
        put("renews", json!(filled.value("renews") != "no"));
        if let Some(length) = number("renews_for") {
            put("renews_for", json!({ "length": length, "unit": filled.value("renews_unit") }));
        }
    }
    if let Some(rule) = text("rule") {
        put("deemed", json!({ "rule": rule, "n": number("n"), "cutoff": text("cutoff") }));
    }
    put("clear_days", json!(filled.value("clear_days") == "yes"));
    put("pack_holidays", json!(true));
    Value::Object(whole)
}

/// Notes at their fields what is wrong with the inputs.
pub fn refuse(filled: &mut Filled, lang: Lang, errors: &[InputError]) {
    for error in errors {
        let field = match error.path.as_str() {
            "sent_at" if error.wrong == Wrong::NotDay => "sent_on",
            "sent_at" => "sent_time",
            "deemed.n" => "n",
            "deemed.cutoff" => "cutoff",
            "deemed.rule" | "deemed" => "rule",
            path if path.starts_with("not_less_than_before_end") => "before",
            path if path.starts_with("not_more_than_before_end") => "most",
            path if path.starts_with("renews_for") => "renews_for",
            path => path,
        };
        filled.refuse(field, said(lang, error));
    }
}

/// Returns what is wrong with a field, in words for whoever fills in a form.
fn said(lang: Lang, error: &InputError) -> String {
    match error.wrong {
        Wrong::Missing => lang.text("notice-need"),
        Wrong::NotWhole | Wrong::Below(_) => lang.text("notice-need-number"),
        Wrong::NotDay => lang.text("notice-need-day"),
        Wrong::NotTime | Wrong::NotMoment => lang.text("notice-need-time"),
        Wrong::NoRule => lang.text("notice-need-rule"),
        Wrong::NextTerm => lang.text("notice-need-next-term"),
        Wrong::Needs("term_starts_on") => lang.text("notice-need-start"),
        Wrong::Needs(_) => lang.text("notice-need-with"),
        Wrong::Before("sent_at") => lang.text("notice-need-later"),
        Wrong::Before(_) => lang.text("notice-need-order"),
        _ => lang.notice_wrong(error),
    }
}
