//! The firm's own days: off although no pack says so, or worked although one does.

use super::super::app::Shared;
use super::super::form::{self, Filled};
use super::super::{PageError, Visitor, place};
use super::{back, change};
use crate::lang::Lang;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::post;
use domain::days::Day;
use domain::days::calendar::Calendar;
use domain::days::holiday::OwnDay;
use domain::firm::Firm;

/// So many days are enough for any firm.
const DAYS_MAX: usize = 2_000;

/// A day as the page shows it.
pub struct DayView {
    pub place: String,
    /// The place's name.
    pub name: String,
    pub on: Day,
    pub off: bool,
}

/// Returns the days, the latest first.
pub fn views(firm: &Firm, lang: Lang) -> Vec<DayView> {
    let mut days = firm.own_days.clone();
    days.sort_by(|a, b| (b.on, &a.place).cmp(&(a.on, &b.place)));
    let view =
        |day: OwnDay| DayView { name: place::name(&lang, &day.place), place: day.place, on: day.on, off: day.off };
    days.into_iter().map(view).collect()
}

pub fn routes() -> Router<Shared> {
    Router::new().route("/firm/days", post(state_day).get(back)).route("/firm/days/removal", post(take_back).get(back))
}

async fn state_day(State(app): State<Shared>, visitor: Visitor, filled: Filled) -> Result<Response, PageError> {
    change(&app, visitor, filled, |firm, filled, lang| {
        let place = Calendar::of(filled.value("place")).map(|calendar| calendar.place);
        match (place, form::day(filled.value("on"))) {
            (None, _) => filled.refuse("own-day", lang.text("own-day-place")),
            (_, None) => filled.refuse("own-day", lang.text("day-invalid")),
            (Some(_), Some(_)) if firm.own_days.len() >= DAYS_MAX => {
                filled.refuse("own-day", lang.text("own-day-many"));
            }
            (Some(place), Some(on)) => {
                firm.own_days.retain(|day| (&day.place, day.on) != (&place, on));
                firm.own_days.push(OwnDay { place, on, off: filled.value("is") != "worked" });
                firm.own_days.sort();
            }
        }
    })
    .await
}

async fn take_back(State(app): State<Shared>, visitor: Visitor, filled: Filled) -> Result<Response, PageError> {
    let place = filled.value("place").to_owned();
    let on = form::day(filled.value("on")).ok_or(PageError::Unreadable)?;
    change(&app, visitor, filled, |firm, _, _| {
        firm.own_days.retain(|day| (&day.place, day.on) != (&place, on));
    })
    .await
}
