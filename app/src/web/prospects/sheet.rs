//! The intake sheet: what both sides expect and how people are treated, to be printed and signed.

use super::Desk;
use super::words;
use crate::web::app::Shared;
use crate::web::markup::Markup;
use crate::web::{Frame, PageError, Visitor, page};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use domain::lesson::conduct;
use domain::lesson::fact::Fact;
use fluent_bundle::FluentValue;

/// What is agreed before the start, as far as it is known.
const AGREED: [Fact; 5] =
    [Fact::PaymentDays, Fact::Prepayment, Fact::WrittenScope, Fact::NamedContact, Fact::DeadlineDays];

#[derive(Template)]
#[template(path = "prospects/sheet.html")]
struct Sheet {
    frame: Frame,
    name: Markup,
    firm: String,
    on: Markup,
    they: Vec<String>,
    we: Vec<String>,
    agreed: Vec<(Markup, Markup)>,
    /// The standard of conduct: its version, and its points.
    version: Markup,
    standard: [&'static str; 6],
    back: String,
}

pub async fn show(State(app): State<Shared>, visitor: Visitor, Path(id): Path<String>) -> Result<Response, PageError> {
    let desk = Desk::of(&app, &visitor, &id).await?;
    let (pen, own) = (&desk.pen, desk.own());
    let lines = |text: &Option<String>| text.iter().flat_map(|text| text.lines()).map(str::to_owned).collect();
    let agreed = |fact: &Fact| {
        let value = own.stated.get(fact).map(|(value, _)| Markup::text(&words::plain(pen, &visitor, *fact, value)));
        (words::fact(pen, *fact), value.unwrap_or_else(|| pen.t("sheet-open")))
    };
    let sheet = Sheet {
        frame: desk.frame(Some("prospect-go-sheet")),
        name: pen.name(&own.profile.name),
        firm: visitor.firm.name.clone().unwrap_or_default(),
        on: pen.day(visitor.today),
        they: lines(&own.profile.they_expect),
        we: lines(&own.profile.we_expect),
        agreed: AGREED.iter().map(agreed).collect(),
        version: pen.say("sheet-standard-version", [("n", FluentValue::from(f64::from(conduct::VERSION)))]),
        standard: conduct::POINTS,
        back: desk.href(""),
    };
    Ok(page(&sheet)?.into_response())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::{Lang, Language};

    #[test]
    fn the_sentences_of_the_standard_are_those_of_its_version() {
        let sentence = |lang: Lang, point: &str| lang.text(&format!("standard-{point}")) + "\n";
        let of = |language| conduct::POINTS.map(|point| sentence(Lang::plain(language), point)).concat();
        let said = [Language::Arabic, Language::English].map(of).concat();
        let version = "451954a4ca98ef7f4f8d40ae0561b1e3651342e05441736e0a62e0eb25ae602a";
        assert_eq!(domain::journal::digest(said.as_bytes()), version, "another sentence is another version");
        assert_eq!(conduct::VERSION, 1);
    }
}
