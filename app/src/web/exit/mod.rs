//! What ending costs: the exit bill, the three figures that matter most, six scenarios beside each other, and what follows
//! from them. All of it is for owner and finance only, and nothing of it is shown while a screen is shared.

mod agenda;
mod bill;
mod client;
mod cuts;
mod figures;
mod inputs;
mod overview;
mod price;
mod row;
mod runs;
mod told;
mod wins;

use super::app::{App, Shared};
use super::form::{self, Filled};
use super::records::{Found, found};
use super::{Crumb, PageError, Visitor, href};
use crate::flow::exit::{self, Subject};
use crate::lang::Lang;
use crate::store::entries::By;
use crate::store::viewer::Role;
use axum::Router;
use axum::response::Response;
use axum::routing::{get, post};
use domain::money::{Currency, Money};
pub use row::is_old;
pub use wins::history;

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/exit", get(overview::show))
        .route("/exit.csv", get(overview::file))
        .route("/exit.xlsx", get(overview::file))
        .route("/exit/wins", get(wins::show).post(wins::add))
        .route("/exit/wins.csv", get(wins::file))
        .route("/exit/wins.xlsx", get(wins::file))
        .route("/exit/wins/removal", post(wins::remove).get(wins::back))
        .route("/exit/price", get(price::show))
        .route("/exit/price.csv", get(price::file))
        .route("/exit/price.xlsx", get(price::file))
        .route("/exit/runs.csv", get(runs::all))
        .route("/exit/runs.xlsx", get(runs::all))
        .route("/clients/{client}/exit", get(client::show).post(client::answer))
        .route("/clients/{client}/exit/agenda", get(agenda::show))
        .route("/clients/{client}/exit/figures.csv", get(figures::of_client))
        .route("/clients/{client}/exit/figures.xlsx", get(figures::of_client))
        .route("/clients/{client}/exit/series.csv", get(figures::of_client))
        .route("/clients/{client}/exit/series.xlsx", get(figures::of_client))
        .route("/clients/{client}/exit/inputs", get(inputs::show).post(inputs::save))
        .route("/clients/{client}/exit/bill", post(bill::add).get(client::back))
        .route("/clients/{client}/exit/bill.csv", get(bill::file))
        .route("/clients/{client}/exit/bill.xlsx", get(bill::file))
        .route("/clients/{client}/exit/bill/removal", post(bill::remove).get(client::back))
        .route("/clients/{client}/exit/cuts", post(cuts::add).get(client::back))
        .route("/clients/{client}/exit/cuts.csv", get(cuts::file))
        .route("/clients/{client}/exit/cuts.xlsx", get(cuts::file))
        .route("/clients/{client}/exit/cuts/removal", post(cuts::remove).get(client::back))
        .route("/clients/{client}/exit/runs", post(runs::keep).get(client::back))
        .route("/clients/{client}/exit/runs.csv", get(runs::of_client))
        .route("/clients/{client}/exit/runs.xlsx", get(runs::of_client))
        .route("/clients/{client}/exit/runs/{run}", get(runs::show))
        .route("/clients/{client}/exit/runs/{run}/bill.csv", get(runs::bill))
        .route("/clients/{client}/exit/runs/{run}/bill.xlsx", get(runs::bill))
        .route("/clients/{client}/exit/runs/{run}/figures.csv", get(figures::of_run))
        .route("/clients/{client}/exit/runs/{run}/figures.xlsx", get(figures::of_run))
        .route("/clients/{client}/exit/runs/{run}/series.csv", get(figures::of_run))
        .route("/clients/{client}/exit/runs/{run}/series.xlsx", get(figures::of_run))
        .route("/clients/{client}/exit/runs/{run}/plan.toml", get(runs::file))
}

/// Goes on for owner and finance, and not while the client's people look on.
fn allowed(visitor: &Visitor) -> Result<(), PageError> {
    visitor.require(Role::Finance)?;
    if visitor.viewer.sees_costs() { Ok(()) } else { Err(PageError::Sharing) }
}

/// What a client's pages are about, or where to look instead.
enum Asked {
    Here(Box<Subject>),
    Elsewhere(Response),
}

/// Looks up what is known of a client; another spelling leads on to the client itself.
async fn asked(app: &Shared, visitor: &Visitor, client: &str) -> Result<Asked, PageError> {
    allowed(visitor)?;
    match found(app, &visitor.viewer, client, &["exit"]).await? {
        Found::Here(whose) => {
            let subject = exit::of_client(app.place(), &app.ends, &visitor.firm, whose.client(), visitor.today).await?;
            Ok(Asked::Here(Box::new(subject.ok_or(PageError::NotFound)?)))
        }
        Found::Elsewhere(answer) => Ok(Asked::Elsewhere(answer)),
    }
}

/// Returns the key of a client that may be acted on.
async fn acting(app: &Shared, visitor: &Visitor, client: &str) -> Result<String, PageError> {
    match asked(app, visitor, client).await? {
        Asked::Here(subject) => Ok(subject.client),
        Asked::Elsewhere(_) => Err(PageError::NotFound),
    }
}

fn by(app: &App, visitor: &Visitor) -> By {
    By { member: visitor.member.clone(), at: app.now() }
}

/// Returns the way to a page: what ending costs, a client, and a page of it; the last is where one is.
fn crumbs(lang: Lang, of: Option<(&str, &str)>, here: Option<String>) -> Vec<Crumb> {
    let decide = Crumb { text: lang.text("verb-decide"), href: Some("/cases".to_owned()) };
    let all = Crumb { text: lang.text("exit-title"), href: Some("/exit".to_owned()) };
    let own = of.map(|(client, name)| Crumb { text: name.to_owned(), href: Some(href::exit(client, [])) });
    let here = here.map(|text| Crumb { text, href: None });
    let mut way: Vec<Crumb> = [Some(decide), Some(all), own, here].into_iter().flatten().collect();
    if let Some(last) = way.last_mut() {
        last.href = None;
    }
    way
}

/// Reads a sum that someone wrote, in a currency; what is no sum is refused under the field's name.
fn sum(filled: &mut Filled, lang: Lang, name: &'static str, currency: Currency) -> Option<Money> {
    let whole = form::number(filled.value(name)).filter(|sum| sum.abs() < 1e12);
    if whole.is_none() {
        filled.refuse(name, lang.text("number-invalid"));
    }
    whole.map(|whole| Money { minor: currency.minor(whole), currency })
}

/// Returns a number as a form offers it: plain, so that it reads back.
fn plain(value: f64) -> String {
    let rounded = (value * 100.0).round() / 100.0;
    format!("{rounded}")
}
