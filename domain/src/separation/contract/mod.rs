//! Reads a contract: text in, terms out, each with its quote, its place and how sure the reading is (DOMAIN B85).
//!
//! Clauses are recognised by their grammar: who may, must or need not do what, when. The same text always gives the
//! same terms.

mod breach;
#[cfg(test)]
mod cases;
mod convenience;
mod date;
mod declining;
mod duties;
mod item;
mod law;
mod length;
mod notices;
mod number;
mod paper;
mod party;
mod pattern;
mod payment;
mod renewal;
mod sentence;
mod span;
mod stated;
mod terms;

pub use length::Length;
pub use stated::{Confirmed, Standing, Statement, TermField, TermName, TermValue};
pub use terms::*;

use paper::Paper;
use serde::Serialize;

/// The language that most of a contract's letters belong to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Language {
    #[serde(rename = "en")]
    English,
    #[serde(rename = "ar")]
    Arabic,
}

/// What was read of a contract.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Reading {
    pub language: Language,
    pub terms: Terms,
}

/// Reads a contract's text; a term without a clause is absent, never guessed (DOMAIN B85, RULINGS 16).
pub fn read(text: &str) -> Reading {
    let paper = Paper::of(text);
    let effective = span::read_effective(&paper);
    let from = effective.as_ref().map(|found| found.value.date);
    let terms = Terms {
        effective_date: effective.map(|found| paper.term(found)),
        expiration: span::read_expiration(&paper, from).map(|found| paper.term(found)),
        renewal: renewal::read(&paper).map(|found| paper.term(found)),
        renewal_notice: declining::read(&paper).map(|found| paper.term(found)),
        termination_for_convenience: convenience::read(&paper).map(|found| paper.term(found)),
        termination_for_breach: breach::read(&paper).map(|found| paper.term(found)),
        governing_law: law::read(&paper).map(|found| paper.term(found)),
        payment: payment::read(&paper).map(|found| paper.term(found)),
        post_termination_services: duties::read_after_end(&paper).map(|found| paper.term(found)),
        liability_cap: duties::read_cap(&paper).map(|found| paper.term(found)),
        non_solicit: duties::read_solicit(&paper).map(|found| paper.term(found)),
        non_disparagement: duties::read_disparage(&paper).map(|found| paper.term(found)),
        notice_method: notices::read(&paper).map(|found| paper.term(found)),
    };
    Reading { language: language(text), terms }
}

fn language(text: &str) -> Language {
    let letters = text.chars().filter(|c| c.is_alphabetic());
    let (arabic, other) = letters.fold((0_usize, 0_usize), |(arabic, other), c| {
        if ('\u{600}'..='\u{6ff}').contains(&c) { (arabic + 1, other) } else { (arabic, other + 1) }
    });
    if arabic > other { Language::Arabic } else { Language::English }
}
