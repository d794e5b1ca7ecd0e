//! What keeps the firm's papers for another time than the pack says, each with its reason.

use super::super::app::Shared;
use super::super::form::{self, Filled};
use super::super::{PageError, Visitor};
use super::{back, change};
use crate::lang::Lang;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::post;
use domain::firm::Firm;
use domain::retention::{Class, OwnTerm, When};

const YEARS_MAX: i32 = 100;
const REASON_CHARACTERS_MAX: usize = 300;

/// A term as the page shows it: its word, what it is about, and why.
pub struct TermView {
    pub word: &'static str,
    pub what: String,
    pub years: Option<String>,
    pub reason: String,
}

/// Returns what the firm states, and what it can state: circumstances first.
pub fn views(firm: &Firm, lang: Lang) -> Vec<TermView> {
    let view = |own: &OwnTerm| TermView {
        word: own.word(),
        what: what(lang, own.word()),
        years: own.years.map(|years| lang.digits(i64::from(years))),
        reason: own.reason.clone(),
    };
    firm.own_terms.iter().map(view).collect()
}

/// Returns the words that can be chosen, each as it is said.
pub fn choices(lang: Lang) -> Vec<(&'static str, String)> {
    let words = When::WORDS.iter().chain(Class::WORDS);
    words.map(|word| (*word, what(lang, word))).collect()
}

/// Says what a term is about.
pub fn what(lang: Lang, word: &str) -> String {
    let kind = if When::of(word).is_some() { "when" } else { "class" };
    lang.text(&format!("retention-{kind}-{word}"))
}

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/firm/terms", post(state_term).get(back))
        .route("/firm/terms/removal", post(take_back).get(back))
}

async fn state_term(State(app): State<Shared>, visitor: Visitor, filled: Filled) -> Result<Response, PageError> {
    change(&app, visitor, filled, |firm, filled, lang| {
        let when = When::of(filled.value("term"));
        let class = if when.is_some() { Some(Class::Books) } else { Class::of(filled.value("term")) };
        let years = form::number(filled.value("years")).filter(|years| years.fract() == 0.0).map(|years| years as i32);
        let years = years.filter(|years| (1..=YEARS_MAX).contains(years));
        let reason = filled.value("reason").to_owned();
        match (class, years) {
            (None, _) => filled.refuse("own-term", lang.text("own-term-what-missing")),
            (Some(_), None) if when.is_none() => filled.refuse("own-term", lang.text("own-term-years-missing")),
            _ if reason.is_empty() => filled.refuse("own-term", lang.text("own-term-reason-missing")),
            _ if reason.chars().count() > REASON_CHARACTERS_MAX => {
                filled.refuse("own-term", lang.text("field-too-long"));
            }
            (Some(class), years) => {
                let own = OwnTerm { class, when, years: years.filter(|_| when.is_none()), reason };
                firm.own_terms.retain(|other| other.word() != own.word());
                firm.own_terms.push(own);
            }
        }
    })
    .await
}

async fn take_back(State(app): State<Shared>, visitor: Visitor, filled: Filled) -> Result<Response, PageError> {
    let word = filled.value("term").to_owned();
    change(&app, visitor, filled, |firm, _, _| firm.own_terms.retain(|own| own.word() != word)).await
}
