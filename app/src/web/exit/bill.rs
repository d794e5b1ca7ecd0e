//! The exit bill on a client's page: its lines, their sum, and a form for one more.

use super::{Asked, acting, asked, by, client, sum};
use crate::entropy;
use crate::flow::exit::Subject;
use crate::store::exit_bill::{self, Entered};
use crate::web::app::Shared;
use crate::web::choice::Choice;
use crate::web::export::{self, Format, Table};
use crate::web::form::{self, Filled};
use crate::web::legal_holds::free;
use crate::web::markup::{Markup, Pen};
use crate::web::{PageError, Visitor, href};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::exit::{BillKind, BillLine, total};
use fluent_bundle::FluentValue;

/// The bill as the page shows it.
pub struct BillView {
    pub lines: Vec<LineView>,
    pub total: Markup,
    /// Which lines the sum leaves out.
    pub unconverted: Option<Markup>,
    pub kinds: Vec<Choice>,
    /// Whether the form of a new line is open.
    pub is_open: bool,
}

/// One line of the bill.
pub struct LineView {
    pub id: String,
    pub kind: String,
    pub what: String,
    pub cost: Markup,
    pub on: Option<Markup>,
    pub source: String,
}

const WHAT_MAX: usize = 200;

impl BillView {
    /// Returns the bill of a client, with its form as it was filled in.
    pub fn of(pen: &Pen, subject: &Subject, filled: &Filled) -> BillView {
        let lines: Vec<BillLine> = subject.bill.iter().map(|entered| entered.line.clone()).collect();
        let (own, others) = total(&lines, subject.known.currency);
        let all = match &subject.inputs {
            Ok(inputs) if others > 0 => pen.money(domain::money::Money {
                minor: own.currency.minor(inputs.client.exit_cost),
                currency: own.currency,
            }),
            _ => pen.money(own),
        };
        let n = [("n", FluentValue::from(subject.bill_unconverted as f64))];
        BillView {
            lines: subject.bill.iter().map(|entered| LineView::of(pen, entered)).collect(),
            total: all,
            unconverted: (subject.bill_unconverted > 0).then(|| pen.say("exit-bill-unconverted", n)),
            kinds: BillKind::ALL.map(|kind| Choice::new(kind.word(), kind_name(pen, kind))).into(),
            is_open: ["kind", "what", "cost", "on"].iter().any(|name| filled.error(name).is_some()),
        }
    }
}

impl LineView {
    /// Returns a line.
    pub fn of(pen: &Pen, entered: &Entered) -> LineView {
        LineView { id: entered.id.clone(), ..LineView::of_line(pen, &entered.line) }
    }

    /// Returns a line that has no id of its own.
    pub fn of_line(pen: &Pen, line: &BillLine) -> LineView {
        LineView {
            id: String::new(),
            kind: kind_name(pen, line.kind),
            what: line.what.clone(),
            cost: pen.money(line.cost),
            on: line.on.map(|day| pen.day(day)),
            source: line.source.clone(),
        }
    }
}

/// Returns the lines of a bill as a table.
pub fn table<'a>(pen: &Pen, lines: impl IntoIterator<Item = &'a BillLine>) -> Table {
    let row = |line: &BillLine| {
        vec![
            line.what.as_str().into(),
            kind_name(pen, line.kind).into(),
            line.on.into(),
            line.source.as_str().into(),
            line.cost.into(),
            line.cost.currency.into(),
        ]
    };
    let heads = [
        ("what", "bill-what"),
        ("kind", "bill-kind"),
        ("on", "bill-on"),
        ("source", "bill-source"),
        ("cost", "bill-cost"),
        ("currency", "export-row-currency"),
    ];
    Table::of(pen.lang, "exit-bill", &heads, lines.into_iter().map(row).collect())
}

/// Answers with the bill of a client as a file.
pub async fn file(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(client): Path<String>,
    format: Format,
) -> Result<Response, PageError> {
    let Asked::Here(subject) = asked(&app, &visitor, &client).await? else { return Err(PageError::NotFound) };
    let pen = Pen::of(&visitor);
    let table = table(&pen, subject.bill.iter().map(|entered| &entered.line));
    export::answer_of("exit-bill", (&subject.client, &subject.name), table, format, pen.lang).await
}

fn kind_name(pen: &Pen, kind: BillKind) -> String {
    pen.lang.text(&format!("bill-{}", kind.word()))
}

/// Adds a line; what is wrong comes back with the page.
pub async fn add(
    State(app): State<Shared>,
    mut visitor: Visitor,
    Path(client): Path<String>,
    mut filled: Filled,
) -> Result<Response, PageError> {
    let Asked::Here(subject) = asked(&app, &visitor, &client).await? else { return Err(PageError::NotFound) };
    let lang = visitor.lang;
    let kind = BillKind::of(filled.value("kind")).ok_or(PageError::Unreadable)?;
    let cost = sum(&mut filled, lang, "cost", subject.known.currency);
    let on = Some(filled.value("on")).filter(|on| !on.is_empty()).map(form::day);
    if on == Some(None) {
        filled.refuse("on", lang.text("day-invalid"));
    }
    let what: String = filled.value("what").chars().take(WHAT_MAX).collect();
    if what.is_empty() {
        filled.refuse("what", lang.text("field-required"));
    }
    let here = href::exit(&subject.client, []);
    match cost {
        Some(cost) if filled.is_good() => {
            let source: String = filled.value("source").chars().take(WHAT_MAX).collect();
            let line = BillLine { kind, what, cost, on: on.flatten(), source };
            exit_bill::add(&app.db, &subject.client, &entropy::id(), &line, &by(&app, &visitor)).await?;
            Ok(Redirect::to(&format!("{here}#bill")).into_response())
        }
        _ => {
            visitor.at(&here);
            client::drawn(&app, &visitor, &subject, filled, StatusCode::UNPROCESSABLE_ENTITY).await
        }
    }
}

/// Removes a line.
pub async fn remove(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(client): Path<String>,
    filled: Filled,
) -> Result<Redirect, PageError> {
    let client = acting(&app, &visitor, &client).await?;
    free(&app, &visitor, &client, ("exit_bill", &[])).await?;
    exit_bill::remove(&app.db, &client, filled.value("id")).await?;
    Ok(Redirect::to(&format!("{}#bill", href::exit(&client, []))))
}
