//! The agenda of the talk that comes before an end: drafted in figures, for a person to change and print.

use super::{Asked, asked, crumbs};
use crate::flow::exit;
use crate::web::app::Shared;
use crate::web::markup::{Markup, Pen};
use crate::web::{Frame, PageError, Verb, Visitor, href, page};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::exit::{Inputs, Point, agenda};
use fluent_bundle::FluentValue;

#[derive(Template)]
#[template(path = "exit/agenda.html")]
struct Show {
    frame: Frame,
    name: String,
    lede: Markup,
    advice: Markup,
    points: Vec<PointView>,
    back: String,
}

/// One point: what it is about, and what we would say.
struct PointView {
    title: String,
    says: Markup,
}

pub async fn show(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(client): Path<String>,
) -> Result<Response, PageError> {
    let subject = match asked(&app, &visitor, &client).await? {
        Asked::Here(subject) => subject,
        Asked::Elsewhere(answer) => return Ok(answer),
    };
    let back = href::exit(&subject.client, []);
    let Some(simulated) = exit::simulated(&subject).await? else { return Ok(Redirect::to(&back).into_response()) };
    let pen = Pen::of(&visitor);
    let here = pen.lang.text("exit-agenda");
    let title = pen.lang.say("exit-agenda-of", [("name", FluentValue::from(subject.name.as_str()))]);
    let points = agenda(&simulated.inputs, &simulated.figures);
    let show = Show {
        frame: visitor.frame(
            title,
            Some(Verb::Decide),
            crumbs(pen.lang, Some((&subject.client, &subject.name)), Some(here)),
        ),
        lede: Markup::strong(&pen.lang.text("exit-agenda-lede")),
        advice: Markup::strong(&pen.lang.advice(&simulated.figures)),
        points: points.into_iter().map(|point| view(&pen, &simulated.inputs, point)).collect(),
        name: subject.name.clone(),
        back,
    };
    Ok(page(&show)?.into_response())
}

fn view(pen: &Pen, inputs: &Inputs, point: Point) -> PointView {
    let sum = |sum: f64| FluentValue::from(pen.lang.whole_sum(sum, inputs.currency));
    let n = |n: u32| FluentValue::from(f64::from(n));
    let (word, args) = match point {
        Point::Listen => ("listen", vec![]),
        Point::OurPart => ("our-part", vec![]),
        Point::Price { monthly } => ("price", vec![("sum", sum(monthly))]),
        Point::Payment { receivable, at_risk } => ("payment", vec![("sum", sum(receivable)), ("risk", sum(at_risk))]),
        Point::Scope { monthly } => ("scope", vec![("sum", sum(monthly))]),
        Point::Renewal { months } => ("renewal", vec![("n", n(months))]),
        Point::Review { months } => ("review", vec![("n", n(months))]),
        Point::Otherwise { notice_months } => ("otherwise", vec![("n", n(notice_months))]),
    };
    PointView {
        title: pen.lang.text(&format!("agenda-{word}")),
        says: Markup::even(&pen.lang.say(&format!("agenda-{word}-say"), args)),
    }
}
