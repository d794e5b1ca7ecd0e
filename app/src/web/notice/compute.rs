//! A notice computed from a form, forwards and backwards, each step read aloud. The figures travel in the address, so that
//! a page can be handed on, and nothing is kept.

use super::field::{self, Field, Shape};
use super::source::Source;
use super::{allowed, crumbs};
use crate::web::app::Shared;
use crate::web::form::Filled;
use crate::web::markup::{Markup, Pen};
use crate::web::{Frame, PageError, Verb, Visitor, page};
use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::days::holiday::{OwnDay, listed};
use domain::separation::notice::{Notice, Terms, computed_with};

#[derive(Template)]
#[template(path = "notice/compute.html")]
struct Show {
    frame: Frame,
    lede: Markup,
    /// What else the notice comes to.
    says: Vec<Markup>,
    steps: Vec<Markup>,
    first: Vec<Field>,
    more: Vec<Field>,
    is_more_open: bool,
    /// That nobody has vouched for the holidays.
    unchecked: Option<Markup>,
    /// The contract that is asked about, and where its figures come from.
    source: Option<Source>,
}

pub async fn show(
    State(app): State<Shared>,
    visitor: Visitor,
    Query(asked): Query<Vec<(String, String)>>,
) -> Result<Response, PageError> {
    allowed(&visitor)?;
    let pen = Pen::of(&visitor);
    let mut filled = Filled::with(asked.iter().map(|(name, value)| (name.as_str(), value.clone())));
    let source = Source::fill(&app, &visitor, &mut filled).await?;
    let is_asked = !filled.value("length").is_empty() || filled.has("sent_on");
    field::prefill(&mut filled, &visitor);
    let answer = if is_asked { answer(&mut filled, &pen, &visitor.firm.own_days) } else { None };
    let fields = |names: &[&'static str]| names.iter().map(|name| field::field(pen.lang, &filled, name)).collect();
    let mut says: Vec<Markup> = match &answer {
        Some((_, notice)) => pen.lang.notice(notice).iter().map(|said| Markup::strong(said)).collect(),
        None => vec![],
    };
    // The day of receipt comes first, the end second; the end is what is asked for.
    let lede = if says.len() > 1 { says.remove(1) } else { Markup::strong(&pen.lang.text("notice-lede")) };
    let title = pen.lang.text("notice-title");
    let more: Vec<Field> = fields(&field::MORE);
    let show = Show {
        frame: visitor.frame(title.clone(), Some(Verb::Part), crumbs(pen.lang, Some(title))),
        lede,
        says,
        steps: answer
            .iter()
            .flat_map(|(_, notice)| &notice.trace)
            .map(|step| Markup::even(&pen.lang.notice_step(step)))
            .collect(),
        first: fields(&field::FIRST),
        is_more_open: more.iter().any(|field| field.error.is_some())
            || field::MORE.iter().any(|name| is_said(&asked, name)),
        more,
        unchecked: answer
            .filter(|(terms, _)| is_unchecked(terms))
            .map(|_| Markup::strong(&pen.lang.text("notice-unchecked"))),
        source,
    };
    let status = if filled.is_good() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, page(&show)?).into_response())
}

/// Computes what the form asks, or notes at its fields what is wrong.
fn answer(filled: &mut Filled, pen: &Pen, own: &[OwnDay]) -> Option<(Terms, Notice)> {
    match computed_with(&field::inputs(filled).to_string(), own) {
        Ok(found) => Some(found),
        Err(errors) => {
            field::refuse(filled, pen.lang, &errors);
            None
        }
    }
}

/// Tells whether the address says something that is not what goes without saying.
fn is_said(asked: &[(String, String)], name: &str) -> bool {
    let usual = ["", "day", "both", "no", "day_after", "none"];
    asked.iter().any(|(field, value)| field == name && !usual.contains(&value.trim()))
}

fn is_unchecked(terms: &Terms) -> bool {
    [&terms.from, &terms.to]
        .into_iter()
        .flat_map(|place| listed(&place.place))
        .any(|listed| listed.checked_by.is_empty())
}
