//! Prices: what a discount takes in volume and hours, what a rise may lose, and the least price. The figures travel in the
//! address, so that a page can be handed on, and nothing is kept.

use super::{allowed, crumbs, plain};
use crate::flow::exit::{self, Subject};
use crate::store::client_names;
use crate::web::app::Shared;
use crate::web::export::{self, Cell, Format, Table};
use crate::web::form;
use crate::web::markup::{Markup, Pen};
use crate::web::part::Sheet;
use crate::web::{Frame, PageError, Verb, Visitor, href, page};
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

impl Asked {
    /// Returns where the page of these figures is.
    fn address(&self) -> String {
        let pairs = [
            ("client", &self.client),
            ("revenue", &self.revenue),
            ("contribution", &self.contribution),
            ("hours", &self.hours),
            ("free", &self.free),
            ("discount", &self.discount),
        ];
        format!("/exit/price{}", href::query(pairs.map(|(name, value)| (name, value.as_str()))))
    }
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
    /// Where the table is, for its files.
    list: String,
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
    let pen = Pen::of(&visitor);
    let subject = subject(&app, &visitor, &asked).await?;
    let read = Read::of(&pen, &asked, subject.as_ref());
    let pricing = Pricing::of(&pen, &visitor, subject.as_ref());
    let (says, sheet) = match read.price {
        Some((price, discount)) => (pricing.says(&price, discount), pricing.table(&price).sheet(&pen)),
        None => (vec![], None),
    };
    let title = pen.lang.text("exit-price");
    let of = subject.as_ref().map(|subject| (subject.client.as_str(), subject.name.as_str()));
    let show = Show {
        frame: visitor.frame(title.clone(), Some(Verb::Decide), crumbs(pen.lang, of, Some(title))),
        client: subject.as_ref().map(|subject| subject.client.clone()).unwrap_or_default(),
        fields: read.fields,
        in_currency: super::row::in_currency(&pen, pricing.currency.unwrap_or(Currency::UNKNOWN)),
        lede: Markup::strong(&pen.lang.text("price-lede")),
        says,
        sheet,
        list: asked.address(),
    };
    Ok(page(&show)?.into_response())
}

/// Answers with the table of the same figures as a file; before there are any, there is none.
pub async fn file(
    State(app): State<Shared>,
    visitor: Visitor,
    Query(asked): Query<Asked>,
    format: Format,
) -> Result<Response, PageError> {
    let pen = Pen::of(&visitor);
    let subject = subject(&app, &visitor, &asked).await?;
    let (price, _) = Read::of(&pen, &asked, subject.as_ref()).price.ok_or(PageError::NotFound)?;
    let table = Pricing::of(&pen, &visitor, subject.as_ref()).table(&price);
    match &subject {
        Some(own) => export::answer_of("price", (&own.client, &own.name), table, format, pen.lang).await,
        None => export::answer("price", table, format, pen.lang).await,
    }
}

/// Returns what is known of the client that is named, if one is.
async fn subject(app: &Shared, visitor: &Visitor, asked: &Asked) -> Result<Option<Subject>, PageError> {
    allowed(visitor)?;
    let named = match asked.client.trim() {
        "" => None,
        written => client_names::meant(&app.db, &visitor.viewer, written).await?,
    };
    match named {
        Some(named) => Ok(exit::of_client(app.place(), &app.ends, &visitor.firm, &named.client, visitor.today).await?),
        None => Ok(None),
    }
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

impl<'a> Pricing<'a> {
    fn of(pen: &'a Pen<'a>, visitor: &Visitor, subject: Option<&Subject>) -> Pricing<'a> {
        let currency = subject.map(|subject| subject.known.currency).or(visitor.firm.base_currency);
        Pricing { pen, currency, floor_rate: subject.and_then(|subject| subject.floor_rate) }
    }

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

    fn table(&self, price: &Price) -> Table {
        let pen = self.pen;
        let row = |percent: f64| {
            let needs = price.discount(percent / 100.0);
            let name = if percent < 0.0 { "price-row-rise" } else { "price-row-discount" };
            let volume =
                needs.map_or_else(|| Cell::Empty.said_as(pen.t("price-none")), |needs| Cell::Share(needs.volume));
            let hours = needs
                .filter(|_| price.hours > 0.0)
                .map_or_else(|| Cell::Empty.said_as(pen.t("exit-none")), |needs| Cell::Number(needs.hours.round()));
            vec![pen.say(name, [("share", self.percent(percent.abs() / 100.0))]).into(), volume, hours]
        };
        let heads = [("change", "price-head-change"), ("volume", "price-head-volume"), ("hours", "price-head-hours")];
        Table::of(pen.lang, "price-table", &heads, SHOWN.into_iter().map(row).collect())
    }
}
