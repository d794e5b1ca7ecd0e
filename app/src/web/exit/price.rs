//! Prices: what a discount takes in volume and hours, what a rise may lose, and the least price. The figures travel in the
//! address, so that a page can be handed on, and nothing is kept.

use super::{allowed, crumbs, plain};
use crate::flow::exit::{self, Subject};
use crate::store::client_names;
use crate::web::app::Shared;
use crate::web::form;
use crate::web::markup::{Markup, Pen};
use crate::web::part::{Head, Sheet};
use crate::web::{Frame, PageError, Verb, Visitor, page};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use domain::exit::{Key, Price, floor};
use domain::money::Currency;
use fluent_bundle::FluentValue;
use serde::Deserialize;

/// What the address says.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    client: String,
    revenue: String,
    contribution: String,
    hours: String,
    free: String,
    discount: String,
}

#[derive(Template)]
#[template(path = "exit/price.html")]
struct Show {
    frame: Frame,
    client: String,
    fields: Vec<Field>,
    in_currency: Markup,
    lede: Markup,
    /// What the figures say; nothing before there are any.
    says: Vec<Markup>,
    sheet: Option<Sheet>,
}

/// One field of the form.
struct Field {
    name: &'static str,
    label: String,
    hint: String,
    value: String,
    error: Option<String>,
}

/// The discounts of the table, in percent; those below nothing are rises.
const SHOWN: [f64; 7] = [-10.0, -5.0, 5.0, 10.0, 15.0, 20.0, 25.0];

pub async fn show(
    State(app): State<Shared>,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    allowed(&visitor)?;
    let pen = Pen::of(&visitor);
    let named = match asked.client.trim() {
        "" => None,
        written => client_names::meant(&app.db, &visitor.viewer, written).await?,
    };
    let subject = match named {
        Some(named) => exit::of_client(app.place(), &app.ends, &visitor.firm, &named.client, visitor.today).await?,
        None => None,
    };
    let read = Read::of(&pen, &asked, subject.as_ref());
    let currency = subject.as_ref().map(|subject| subject.known.currency).or(visitor.firm.base_currency);
    let pricing = Pricing { pen: &pen, currency, floor_rate: subject.as_ref().and_then(|subject| subject.floor_rate) };
    let (says, sheet) = match read.price {
        Some((price, discount)) => (pricing.says(&price, discount), Some(pricing.sheet(&price))),
        None => (vec![], None),
    };
    let title = pen.lang.text("exit-price");
    let of = subject.as_ref().map(|subject| (subject.client.as_str(), subject.name.as_str()));
    let show = Show {
        frame: visitor.frame(title.clone(), Some(Verb::Decide), crumbs(pen.lang, of, Some(title))),
        client: subject.as_ref().map(|subject| subject.client.clone()).unwrap_or_default(),
        fields: read.fields,
        in_currency: super::row::in_currency(&pen, currency.unwrap_or(Currency::UNKNOWN)),
        lede: Markup::strong(&pen.lang.text("price-lede")),
        says,
        sheet,
    };
    Ok(page(&show)?.into_response())
}

/// What was written, or follows from the records.
struct Read {
    fields: Vec<Field>,
    price: Option<(Price, f64)>,
}

impl Read {
    fn of(pen: &Pen, asked: &Asked, subject: Option<&Subject>) -> Read {
        let known = subject.map(|subject| &subject.known);
        let contribution = known.and_then(|known| Some(known.figure(Key::Contribution)? - known.serving));
        let all = [
            ("revenue", &asked.revenue, known.and_then(|known| known.revenue)),
            ("contribution", &asked.contribution, contribution),
            ("hours", &asked.hours, known.and_then(|known| known.figure(Key::ClientHours))),
            ("free", &asked.free, Some(0.0)),
            ("discount", &asked.discount, Some(10.0)),
        ];
        let mut fields = Vec::new();
        let mut numbers = Vec::new();
        for (name, written, known) in all {
            let value =
                if written.trim().is_empty() { known.map(f64::round).map(plain) } else { Some(written.clone()) };
            let value = value.unwrap_or_default();
            let number = form::number(&value).filter(|number| number.abs() < 1e12);
            let error = (number.is_none() && !value.is_empty()).then(|| pen.lang.text("number-invalid"));
            fields.push(Field {
                name,
                label: pen.lang.text(&format!("price-{name}")),
                hint: pen.lang.text(&format!("price-{name}-hint")),
                value,
                error,
            });
            numbers.push(number);
        }
        let price = match numbers[..] {
            [Some(revenue), Some(contribution), hours, free, Some(discount)] if revenue > 0.0 => {
                let (hours, hours_free) = (hours.unwrap_or(0.0).max(0.0), free.unwrap_or(0.0).max(0.0));
                Some((Price { revenue, contribution, hours, hours_free }, discount / 100.0))
            }
            _ => None,
        };
        Read { fields, price }
    }
}

/// What turns a price into sentences.
struct Pricing<'a> {
    pen: &'a Pen<'a>,
    currency: Option<Currency>,
    floor_rate: Option<f64>,
}

impl Pricing<'_> {
    fn sum(&self, sum: f64) -> FluentValue<'static> {
        FluentValue::from(self.pen.lang.whole_sum(sum, self.currency))
    }

    fn percent(&self, share: f64) -> FluentValue<'static> {
        FluentValue::from(self.pen.lang.percent(share))
    }

    fn says(&self, price: &Price, discount: f64) -> Vec<Markup> {
        let lang = self.pen.lang;
        let share = self.percent(discount.abs());
        let first = match price.discount(discount) {
            None => {
                lang.say("price-never", [("share", share), ("margin", self.percent(price.margin().unwrap_or(0.0)))])
            }
            Some(needs) if discount < 0.0 => {
                lang.say("price-rise", [("share", share), ("volume", self.percent(-needs.volume))])
            }
            Some(needs) => {
                let fits = match (price.hours > 0.0, needs.fits, price.hours_free > 0.0) {
                    (false, _, _) => "unknown",
                    (true, true, _) => "yes",
                    (true, false, true) => "no",
                    (true, false, false) => "none",
                };
                let args = [
                    ("share", share),
                    ("volume", self.percent(needs.volume)),
                    ("hours", FluentValue::from(lang.number(needs.hours, 0))),
                    ("free", FluentValue::from(lang.number(price.hours_free, 0))),
                    ("fits", FluentValue::from(fits)),
                ];
                lang.say("price-takes", args)
            }
        };
        let loss = lang.say("price-floor-loss", [("sum", self.sum(price.without_loss()))]);
        let least = self.floor_rate.filter(|_| price.hours > 0.0).map(|rate| {
            let args = [
                ("sum", self.sum(floor(price.hours, rate))),
                ("rate", self.sum(rate)),
                ("hours", FluentValue::from(lang.number(price.hours, 0))),
            ];
            lang.say("price-floor-rate", args)
        });
        std::iter::once(first).chain([loss]).chain(least).map(|said| Markup::strong(&said)).collect()
    }

    fn sheet(&self, price: &Price) -> Sheet {
        let pen = self.pen;
        let row = |percent: f64| {
            let needs = price.discount(percent / 100.0);
            let name = if percent < 0.0 { "price-row-rise" } else { "price-row-discount" };
            let volume = needs.map_or_else(|| pen.t("price-none"), |needs| pen.percent(needs.volume));
            let hours = needs
                .filter(|_| price.hours > 0.0)
                .map_or_else(|| pen.t("exit-none"), |needs| pen.number(needs.hours, 0));
            vec![pen.say(name, [("share", self.percent(percent.abs() / 100.0))]), volume, hours]
        };
        Sheet {
            caption: pen.t("price-table"),
            heads: vec![
                Head::words(pen.t("price-head-change")),
                Head::numbers(pen.t("price-head-volume")),
                Head::numbers(pen.t("price-head-hours")),
            ],
            rows: SHOWN.into_iter().map(row).collect(),
            is_cards: true,
        }
    }
}
