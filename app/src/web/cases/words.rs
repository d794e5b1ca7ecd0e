//! Words of cases in the reader's language: `case-stage-{}` of `review`.

use crate::web::markup::{Markup, Pen};
use fluent_bundle::FluentValue;

/// Returns a word of a list as an argument of a sentence.
pub fn word(pen: &Pen, list: &str, word: &str) -> FluentValue<'static> {
    FluentValue::from(pen.lang.text(&list.replace("{}", word)))
}

/// Returns a word of a list on its own.
pub fn shown(pen: &Pen, list: &str, word: &str) -> Markup {
    pen.t(&list.replace("{}", word))
}
