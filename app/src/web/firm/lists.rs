//! The lists of the firm's facts as files: figures, exchange rates, own days, and what keeps papers for another time.

use super::figure::Figure;
use super::{days, terms};
use crate::web::app::Shared;
use crate::web::export::{self, Cell, Format, Table};
use crate::web::{PageError, Visitor};
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use domain::firm::{Dated, ExchangeRate};
use domain::money::Money;

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/firm/figures.csv", get(figures))
        .route("/firm/figures.xlsx", get(figures))
        .route("/firm/rates.csv", get(rates))
        .route("/firm/rates.xlsx", get(rates))
        .route("/firm/days.csv", get(own_days))
        .route("/firm/days.xlsx", get(own_days))
        .route("/firm/terms.csv", get(own_terms))
        .route("/firm/terms.xlsx", get(own_terms))
}

/// Answers with the figures that a visitor may see, each from its day on, the newest first.
async fn figures(visitor: Visitor, format: Format) -> Result<Response, PageError> {
    let (lang, firm) = (visitor.lang, &visitor.firm);
    let cell = |figure: Figure, value: f64| match firm.base_currency {
        _ if figure.is_share() => Cell::Share(value),
        Some(currency) => Cell::Sum(Money { minor: currency.minor(value), currency }),
        None => Cell::Number(value),
    };
    let rows = Figure::seen_by(&visitor).flat_map(|figure| {
        let currency = firm.base_currency.filter(|_| !figure.is_share());
        let row = move |dated: Dated| {
            let name = lang.text(&format!("figure-{}", figure.word()));
            vec![name.into(), Cell::Day(dated.on), cell(figure, dated.value), currency.into()]
        };
        figure.past(firm).into_iter().map(row)
    });
    let heads = [
        ("figure", "figure-name"),
        ("from", "figure-on"),
        ("value", "export-finding-value"),
        ("currency", "export-row-currency"),
    ];
    answer(&visitor, "firm-figures", Table::of(lang, "firm-figures", &heads, rows.collect()), format).await
}

async fn rates(visitor: Visitor, format: Format) -> Result<Response, PageError> {
    let row = |rate: ExchangeRate| vec![rate.currency.into(), Cell::Day(rate.on), Cell::Number(rate.value)];
    let heads = [("currency", "rate-currency"), ("from", "figure-on"), ("value", "rate-value")];
    let rows = super::rates::sorted(&visitor.firm).into_iter().map(row).collect();
    answer(&visitor, "exchange-rates", Table::of(visitor.lang, "rates-title", &heads, rows), format).await
}

async fn own_days(visitor: Visitor, format: Format) -> Result<Response, PageError> {
    let lang = visitor.lang;
    let row = |day: days::DayView| {
        let is = lang.text(if day.off { "own-day-off" } else { "own-day-worked" });
        vec![day.place.into(), day.name.into(), Cell::Day(day.on), is.into()]
    };
    let heads = [("place", "own-day-code"), ("name", "own-day-where"), ("on", "own-day-on"), ("is", "own-day-is")];
    let rows = days::views(&visitor.firm, lang).into_iter().map(row).collect();
    answer(&visitor, "own-days", Table::of(lang, "own-days-title", &heads, rows), format).await
}

async fn own_terms(visitor: Visitor, format: Format) -> Result<Response, PageError> {
    let row = |own: &domain::retention::OwnTerm| {
        let years = own.years.map_or(Cell::Empty, |years| Cell::Number(f64::from(years)));
        vec![terms::what(visitor.lang, own.word()).into(), years, own.reason.as_str().into()]
    };
    let heads = [("what", "own-term-what"), ("years", "own-term-years"), ("why", "own-term-reason")];
    let rows = visitor.firm.own_terms.iter().map(row).collect();
    answer(&visitor, "own-terms", Table::of(visitor.lang, "own-terms-title", &heads, rows), format).await
}

/// The page of these lists is closed while the client's people look on, and so are they.
async fn answer(visitor: &Visitor, name: &str, table: Table, format: Format) -> Result<Response, PageError> {
    if visitor.viewer.sees_money() {
        export::answer(name, table, format, visitor.lang).await
    } else {
        Err(PageError::Sharing)
    }
}
