//! Costs that can be cut once the client is gone: on a client's page, with a form for one more.

use super::{Asked, acting, asked, by, client, plain, row, sum};
use crate::entropy;
use crate::flow::exit::Subject;
use crate::store::exit_inputs::{self, EnteredCut};
use crate::web::app::Shared;
use crate::web::export::{self, Cell, Format, Table};
use crate::web::form::Filled;
use crate::web::legal_holds::free;
use crate::web::markup::{Markup, Pen};
use crate::web::{PageError, Visitor, href};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::exit::{CostCut, Key};
use domain::money::{Currency, Money};

/// The costs as the page shows them.
pub struct CutView {
    pub lines: Vec<CutLine>,
    pub is_open: bool,
}

/// One cost.
pub struct CutLine {
    pub id: String,
    pub name: String,
    pub monthly: Markup,
    pub avoidable: Markup,
    pub lag: String,
    pub one_off: Markup,
}

const NAME_MAX: usize = 120;

impl CutView {
    /// Returns the costs that can be cut, with their form as it was filled in.
    pub fn of(pen: &Pen, subject: &Subject, filled: &Filled) -> CutView {
        let fields = ["cut-name", "cut-monthly", "cut-avoidable", "cut-lag", "cut-one-off"];
        CutView {
            lines: subject.cuts.iter().map(|cut| line(pen, cut)).collect(),
            is_open: fields.iter().any(|name| filled.error(name).is_some()),
        }
    }
}

fn line(pen: &Pen, EnteredCut { id, cut, currency }: &EnteredCut) -> CutLine {
    let money = |sum: f64| pen.money(Money { minor: currency.minor(sum), currency: *currency });
    CutLine {
        id: id.clone(),
        name: cut.name.clone(),
        monthly: money(cut.monthly),
        avoidable: pen.percent(cut.avoidable),
        lag: pen.lang.input_value(Key::RampMonths, f64::from(cut.lag_months), None),
        one_off: money(cut.one_off),
    }
}

/// Answers with them as a file.
pub async fn file(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(client): Path<String>,
    format: Format,
) -> Result<Response, PageError> {
    let Asked::Here(subject) = asked(&app, &visitor, &client).await? else { return Err(PageError::NotFound) };
    let row = |EnteredCut { cut, currency, .. }: &EnteredCut| {
        let sum = |sum: f64| Cell::Sum(Money { minor: currency.minor(sum), currency: *currency });
        vec![
            cut.name.as_str().into(),
            sum(cut.monthly),
            Cell::Share(cut.avoidable),
            Cell::Number(f64::from(cut.lag_months)),
            sum(cut.one_off),
            (*currency).into(),
        ]
    };
    let heads = [
        ("name", "cut-name"),
        ("monthly", "cut-monthly"),
        ("avoidable", "cut-avoidable"),
        ("lag_months", "cut-lag"),
        ("one_off", "cut-one-off"),
        ("currency", "export-row-currency"),
    ];
    let table = Table::of(visitor.lang, "exit-cuts", &heads, subject.cuts.iter().map(row).collect());
    export::answer_of("exit-cuts", (&subject.client, &subject.name), table, format, visitor.lang).await
}

/// Adds a cost; what is wrong comes back with the page.
pub async fn add(
    State(app): State<Shared>,
    mut visitor: Visitor,
    Path(client): Path<String>,
    mut filled: Filled,
) -> Result<Response, PageError> {
    let Asked::Here(subject) = asked(&app, &visitor, &client).await? else { return Err(PageError::NotFound) };
    let cut = read(&Pen::of(&visitor), &mut filled, subject.known.currency);
    let here = href::exit(&subject.client, []);
    match cut.filter(|_| filled.is_good()) {
        Some(cut) => {
            let entered = EnteredCut { id: entropy::id(), cut, currency: subject.known.currency };
            exit_inputs::add_cut(&app.db, &subject.client, &entered, &by(&app, &visitor)).await?;
            Ok(Redirect::to(&format!("{here}#cuts")).into_response())
        }
        None => {
            visitor.at(&here);
            client::drawn(&app, &visitor, &subject, filled, StatusCode::UNPROCESSABLE_ENTITY).await
        }
    }
}

/// Reads a cost; what is left empty but for its name, sum and share is nothing.
fn read(pen: &Pen, filled: &mut Filled, currency: Currency) -> Option<CostCut> {
    let name: String = filled.value("cut-name").chars().take(NAME_MAX).collect();
    if name.is_empty() {
        filled.refuse("cut-name", pen.lang.text("field-required"));
    }
    let monthly = sum(filled, pen.lang, "cut-monthly", currency);
    if monthly.is_some_and(|monthly| monthly.minor < 0) {
        filled.refuse("cut-monthly", pen.lang.text("number-invalid"));
    }
    let share = number(pen, filled, "cut-avoidable", Key::WriteOffShare);
    filled.offer_if_empty("cut-lag", &plain(0.0));
    filled.offer_if_empty("cut-one-off", &plain(0.0));
    let lag = number(pen, filled, "cut-lag", Key::RampMonths);
    let one_off = number(pen, filled, "cut-one-off", Key::RepairCost);
    Some(CostCut {
        name,
        monthly: currency.whole(monthly?.minor),
        avoidable: share?,
        lag_months: lag? as u32,
        one_off: one_off?,
    })
}

fn number(pen: &Pen, filled: &mut Filled, name: &'static str, like: Key) -> Option<f64> {
    match row::read(pen, like, filled.value(name)) {
        Ok(number) => Some(number),
        Err(error) => {
            filled.refuse(name, error);
            None
        }
    }
}

/// Removes a cost.
pub async fn remove(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(client): Path<String>,
    filled: Filled,
) -> Result<Redirect, PageError> {
    let client = acting(&app, &visitor, &client).await?;
    free(&app, &visitor, &client, ("exit_cuts", &[])).await?;
    exit_inputs::remove_cut(&app.db, &client, filled.value("id")).await?;
    Ok(Redirect::to(&format!("{}#cuts", href::exit(&client, []))))
}
