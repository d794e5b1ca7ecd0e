//! The firm's own facts: its place and hours, its figures from the day they were true, and the file that holds them.

mod days;
mod figure;
mod file;
mod lists;
mod mail;
mod rates;
mod terms;
mod text;
mod track;

use super::app::{App, Shared};
use super::form::{Filled, minute_of_day};
use super::place::{self, PlaceChoice};
use super::when::When;
use super::{Frame, PageError, Visitor, newcomer, page};
use crate::clock;
use crate::lang::Lang;
use crate::store::viewer::Role;
use crate::store::{firm_facts, settings};
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use days::DayView;
use domain::days::Day;
use domain::firm::{Firm, WorkingHours};
use domain::money::Currency;
use figure::FigureView;
use rates::RateView;
use terms::TermView;

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/firm", get(show))
        .route("/firm/basics", post(set_basics).get(back))
        .merge(figure::routes())
        .merge(lists::routes())
        .merge(rates::routes())
        .merge(days::routes())
        .merge(terms::routes())
        .merge(text::routes())
        .merge(track::routes())
        .merge(file::routes())
        .merge(mail::routes())
}

/// One statement of the facts: who, and when.
struct Stated {
    by: String,
    when: When,
}

#[derive(Template)]
#[template(path = "firm/show.html")]
struct Show {
    frame: Frame,
    filled: Filled,
    firm: Firm,
    place: String,
    places: Vec<PlaceChoice>,
    zones: Vec<&'static str>,
    figures: Vec<FigureView>,
    rates: Vec<RateView>,
    days: Vec<DayView>,
    terms: Vec<TermView>,
    /// What a term of its own can be about: a word, and how it is said.
    term_choices: Vec<(&'static str, String)>,
    stated: Vec<Stated>,
    purpose: Option<String>,
    track: String,
    /// The address from which letters are sent by mail.
    mail: Option<String>,
    today: Day,
    may_edit: bool,
    is_owner: bool,
}

async fn show(State(app): State<Shared>, visitor: Visitor) -> Result<Response, PageError> {
    drawn(&app, &visitor, Filled::default(), StatusCode::OK).await
}

async fn back(_visitor: Visitor) -> Redirect {
    Redirect::to("/firm")
}

async fn drawn(app: &App, visitor: &Visitor, mut filled: Filled, status: StatusCode) -> Result<Response, PageError> {
    if !visitor.viewer.sees_money() {
        return Err(PageError::Sharing);
    }
    let (lang, firm) = (visitor.lang, (*visitor.firm).clone());
    offer_basics(&mut filled, &firm);
    let stated = firm_facts::versions(&app.db, 20).await?.into_iter();
    let show = Show {
        frame: visitor.frame(lang.text("firm-title"), None, vec![]),
        filled,
        place: firm.place.as_deref().map(|code| place::described(&lang, code)).unwrap_or_default(),
        places: place::choices(&lang),
        zones: place::zones(),
        figures: figure::views(&firm, visitor),
        rates: rates::views(&firm, lang),
        days: days::views(&firm, lang),
        terms: terms::views(&firm, lang),
        term_choices: terms::choices(lang),
        stated: stated.map(|version| Stated { by: version.member, when: visitor.when(&version.stated_at) }).collect(),
        purpose: settings::get(&app.db, settings::KEEP_TEXT_PURPOSE).await?,
        track: settings::get(&app.db, settings::REVIEW_TRACK).await?.unwrap_or_default(),
        mail: crate::flow::mail::stated(&app.db).await?.map(|server| server.address),
        today: visitor.today,
        may_edit: visitor.role >= Role::Finance,
        is_owner: visitor.role == Role::Owner,
        firm,
    };
    Ok((status, page(&show)?).into_response())
}

fn offer_basics(filled: &mut Filled, firm: &Firm) {
    let hours = firm.working_hours;
    let time = |minute: u16| format!("{:02}:{:02}", minute / 60 % 24, minute % 60);
    filled.offer("name", firm.name.as_deref().unwrap_or_default());
    filled.offer("place", firm.place.as_deref().unwrap_or_default());
    filled.offer("zone", firm.zone.as_deref().unwrap_or_default());
    filled.offer("base_currency", firm.base_currency.as_ref().map_or("", Currency::code));
    filled.offer("opens", &hours.map(|hours| time(hours.opens_minute)).unwrap_or_default());
    filled.offer("closes", &hours.map(|hours| time(hours.closes_minute)).unwrap_or_default());
}

/// Loads the newest facts, changes them and keeps them as a new version; or shows the page again with what is wrong.
async fn change(
    app: &App,
    mut visitor: Visitor,
    mut filled: Filled,
    change: impl FnOnce(&mut Firm, &mut Filled, Lang),
) -> Result<Response, PageError> {
    visitor.require(Role::Finance)?;
    if !visitor.viewer.sees_money() {
        return Err(PageError::Sharing);
    }
    let mut firm = firm_facts::current(&app.db).await?;
    change(&mut firm, &mut filled, visitor.lang);
    if filled.is_good() {
        firm_facts::save(&app.db, &firm, &visitor.member, &app.now()).await?;
        app.upkeep.wish();
        Ok(Redirect::to("/firm").into_response())
    } else {
        visitor.at("/firm");
        drawn(app, &visitor, filled, StatusCode::UNPROCESSABLE_ENTITY).await
    }
}

async fn set_basics(State(app): State<Shared>, visitor: Visitor, filled: Filled) -> Result<Response, PageError> {
    change(&app, visitor, filled, |firm, filled, lang| {
        newcomer::check_name(filled, lang, "name");
        let currency = Currency::of(filled.value("base_currency")).filter(Currency::is_known);
        if currency.is_none() {
            filled.refuse("base_currency", lang.text("currency-invalid"));
        }
        if clock::zone(Some(filled.value("zone"))).is_none() {
            filled.refuse("zone", lang.text("zone-invalid"));
        }
        if place::zone_of(filled.value("place")).is_none() {
            filled.refuse("place", lang.text("field-required"));
        }
        firm.working_hours = hours(filled, lang);
        firm.name = Some(filled.value("name").to_owned());
        firm.place = Some(filled.value("place").to_owned());
        firm.zone = Some(filled.value("zone").to_owned());
        firm.base_currency = currency;
    })
    .await
}

/// Reads the working hours; both empty means unstated. Midnight as the end is the end of the day.
fn hours(filled: &mut Filled, lang: Lang) -> Option<WorkingHours> {
    if filled.value("opens").is_empty() && filled.value("closes").is_empty() {
        return None;
    }
    let opens = minute_of_day(filled.value("opens"));
    let closes = minute_of_day(filled.value("closes")).map(|minute| if minute == 0 { 24 * 60 } else { minute });
    let hours = opens.zip(closes).map(|(opens_minute, closes_minute)| WorkingHours { opens_minute, closes_minute });
    let possible = hours.filter(|hours| hours.is_possible());
    if possible.is_none() {
        filled.refuse("closes", lang.text("hours-invalid"));
    }
    possible
}
