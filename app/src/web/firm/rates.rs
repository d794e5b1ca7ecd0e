//! Exchange rates: what one unit of another currency is worth in the base currency, from a day on.

use super::super::app::Shared;
use super::super::form::{self, Filled};
use super::super::{PageError, Visitor};
use super::{back, change};
use crate::lang::Lang;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::post;
use domain::days::Day;
use domain::firm::{ExchangeRate, Firm};
use domain::money::Currency;

/// A rate as the page shows it.
pub struct RateView {
    pub currency: String,
    pub on: Day,
    pub value: String,
}

/// Returns the rates, by currency, the newest first.
pub fn views(firm: &Firm, lang: Lang) -> Vec<RateView> {
    let view = |rate: ExchangeRate| RateView {
        currency: rate.currency.code().to_owned(),
        on: rate.on,
        value: lang.number(rate.value, 6),
    };
    sorted(firm).into_iter().map(view).collect()
}

/// Returns the rates in the order of the page.
pub fn sorted(firm: &Firm) -> Vec<ExchangeRate> {
    let mut rates = firm.exchange_rates.clone();
    rates.sort_by(|a, b| (a.currency, b.on).cmp(&(b.currency, a.on)));
    rates
}

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/firm/rates", post(state_rate).get(back))
        .route("/firm/rates/removal", post(take_back).get(back))
}

async fn state_rate(State(app): State<Shared>, visitor: Visitor, filled: Filled) -> Result<Response, PageError> {
    change(&app, visitor, filled, |firm, filled, lang| {
        let currency = Currency::of(filled.value("currency")).filter(Currency::is_known);
        let value = form::number(filled.value("value")).filter(|value| *value > 0.0);
        match (currency, form::day(filled.value("on")), value) {
            (Some(currency), Some(on), Some(value)) if Some(currency) != firm.base_currency => {
                firm.exchange_rates.retain(|rate| (rate.currency, rate.on) != (currency, on));
                firm.exchange_rates.push(ExchangeRate { currency, on, value });
                firm.exchange_rates.sort_by_key(|rate| (rate.currency, rate.on));
            }
            (None, ..) => filled.refuse("rate", lang.text("currency-invalid")),
            (Some(_), Some(_), Some(_)) => filled.refuse("rate", lang.text("rate-of-base")),
            (_, None, _) => filled.refuse("rate", lang.text("day-invalid")),
            (.., None) => filled.refuse("rate", lang.text("number-invalid")),
        }
    })
    .await
}

async fn take_back(State(app): State<Shared>, visitor: Visitor, filled: Filled) -> Result<Response, PageError> {
    let currency = Currency::of(filled.value("currency")).ok_or(PageError::Unreadable)?;
    let on = form::day(filled.value("on")).ok_or(PageError::Unreadable)?;
    change(&app, visitor, filled, |firm, _, _| {
        firm.exchange_rates.retain(|rate| (rate.currency, rate.on) != (currency, on));
    })
    .await
}
