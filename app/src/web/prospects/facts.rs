//! What is known of a prospect: each fact may stay open, and what is taken back is unknown again.

use super::{Asked, Desk, words};
use crate::web::app::Shared;
use crate::web::cases::ask::{Field, Fields};
use crate::web::form::{self, Filled};
use crate::web::markup::{Markup, Pen};
use crate::web::place;
use crate::web::{PageError, Visitor};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::days::calendar::Calendar;
use domain::lesson::fact::{Fact, Shape, Value, country};
use domain::lesson::prospect::Event;
use domain::text::fold;
use std::collections::BTreeMap;

/// Returns the facts that people are asked for.
fn asked_for() -> impl Iterator<Item = Fact> {
    Fact::ALL.iter().copied().filter(|fact| !fact.is_derived())
}

pub async fn ask(State(app): State<Shared>, visitor: Visitor, Path(id): Path<String>) -> Result<Response, PageError> {
    let desk = Desk::of(&app, &visitor, &id).await?;
    let stated = desk.own().stated.iter().map(|(fact, (value, _))| (fact.word(), raw(value)));
    let filled = Filled::with(stated);
    asked(&desk, &filled, StatusCode::OK)
}

/// Returns a value as a form offers it.
pub fn raw(value: &Value) -> String {
    match value {
        Value::Number(n) => n.to_string(),
        Value::Words(words) => words.clone(),
        Value::Is(is) => if *is { "yes" } else { "no" }.to_owned(),
    }
}

fn asked(desk: &Desk, filled: &Filled, status: StatusCode) -> Result<Response, PageError> {
    let mut open = filled.clone();
    asked_for().filter(|fact| fact.shape() == Shape::YesNo).for_each(|fact| open.offer(fact.word(), "open"));
    let asked = Asked {
        title: "prospect-go-facts",
        asks: "prospect-facts-asks",
        note: desk.pen.t("prospect-facts-note"),
        known: vec![],
        fields: fields(&desk.pen, &open),
        path: "facts",
        button: Some("prospect-save"),
    };
    desk.question(asked, filled, status)
}

fn fields(pen: &Pen, filled: &Filled) -> Vec<Field> {
    let answers = || ["yes", "no", "open"].map(|word| (word.to_owned(), pen.t(&format!("answer-{word}"))));
    asked_for()
        .fold(Fields::of(pen, filled), |fields, fact| {
            let label = format!("fact-{}", fact.word());
            match fact.shape() {
                Shape::YesNo => fields.pick(fact.word(), &label, answers()),
                Shape::Country => fields.pick(fact.word(), &label, countries(pen)),
                Shape::Words | Shape::Channel => fields.line(fact.word(), &label),
                Shape::Count => fields.number(fact.word(), &label),
                Shape::Sum => fields.number(fact.word(), &label).hint("fact-hint-sum"),
                Shape::Days => fields.number(fact.word(), &label).hint("fact-hint-days"),
                Shape::Percent => fields.number(fact.word(), &label).hint("fact-hint-percent"),
            }
        })
        .all()
}

fn countries(pen: &Pen) -> Vec<(String, Markup)> {
    let mut all: Vec<(String, String)> =
        Calendar::places().into_iter().map(|code| (place::name(&pen.lang, code), code.to_owned())).collect();
    all.sort_by_key(|(name, _)| fold(name));
    let none = (String::new(), pen.t("answer-open"));
    std::iter::once(none).chain(all.into_iter().map(|(name, code)| (code, Markup::text(&name)))).collect()
}

/// Reads a listed country, by its code or its name.
fn listed(visitor: &Visitor, written: &str) -> Option<Value> {
    let named = |code: &&str| fold(&place::name(&visitor.lang, code)) == fold(written);
    let code = country(written).or_else(|| Calendar::places().into_iter().find(named));
    code.map(|code| Value::Words(code.to_owned()))
}

/// Reads a value of a fact; an empty one is none, and what cannot be read is refused.
pub fn read(filled: &mut Filled, visitor: &Visitor, name: &str, fact: Fact) -> Option<Value> {
    let written: String = filled.value(name).chars().take(200).collect();
    let value = match fact.shape() {
        _ if written.is_empty() || written == "open" => return None,
        Shape::YesNo => match written.as_str() {
            "yes" => Some(Value::Is(true)),
            "no" => Some(Value::Is(false)),
            _ => None,
        },
        Shape::Country => listed(visitor, &written),
        Shape::Words | Shape::Channel => Some(Value::Words(written)),
        _ => form::number(&written).filter(|n| n.fract() == 0.0 && n.abs() < 1e12).map(|n| Value::Number(n as i64)),
    };
    let value = value.filter(|value| value.fits(fact.shape()));
    if value.is_none() {
        let key = match fact.shape() {
            Shape::Percent => "fact-percent-invalid",
            Shape::Country => "fact-country-invalid",
            _ => "fact-number-invalid",
        };
        filled.refuse(name, visitor.lang.text(key));
    }
    value
}

pub async fn state(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(id): Path<String>,
    mut filled: Filled,
) -> Result<Response, PageError> {
    let desk = Desk::of(&app, &visitor, &id).await?;
    let mut facts: BTreeMap<Fact, Option<Value>> = BTreeMap::new();
    for fact in asked_for().filter(|fact| filled.has(fact.word())).collect::<Vec<_>>() {
        let value = read(&mut filled, &visitor, fact.word(), fact);
        if value.as_ref() != desk.own().stated.get(&fact).map(|(value, _)| value) {
            facts.insert(fact, value);
        }
    }
    if !filled.is_good() {
        asked(&desk, &filled, StatusCode::UNPROCESSABLE_ENTITY)
    } else if facts.is_empty() {
        Ok(Redirect::to(&desk.href("")).into_response())
    } else {
        let saved = desk.save(&app, &mut filled, vec![Event::FactsStated { facts }]).await?;
        saved.map_or_else(|| asked(&desk, &filled, StatusCode::UNPROCESSABLE_ENTITY), Ok)
    }
}

/// Returns the facts of a select, each by its name; those that a visitor may not see are not among them.
pub fn choices(pen: &Pen, visitor: &Visitor) -> Vec<(String, Markup)> {
    let seen = Fact::ALL.iter().filter(|fact| !words::is_veiled(visitor, **fact));
    seen.map(|fact| (fact.word().to_owned(), words::fact(pen, *fact))).collect()
}
