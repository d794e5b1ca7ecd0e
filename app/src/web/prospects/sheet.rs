//! The intake sheet: what both sides expect and how people are treated, to be printed and signed.

use super::Desk;
use super::words;
use crate::web::app::Shared;
use crate::web::markup::Markup;
use crate::web::{Frame, PageError, Visitor, page};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use domain::lesson::fact::Fact;

/// What both sides keep to; each has its sentence in the catalogue.
const STANDARD: [&str; 6] = ["respect", "hours", "contact", "scope", "payment", "report"];

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
        standard: STANDARD,
        back: desk.href(""),
    };
    Ok(page(&sheet)?.into_response())
}
