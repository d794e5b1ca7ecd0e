//! The first start: the one-time link from the terminal, and the form that creates the owner and the firm.

use super::app::Shared;
use super::form::Filled;
use super::place::{self, PlaceChoice};
use super::visitor::Anyone;
use super::{Frame, PageError, newcomer, page, session};
use crate::entropy;
use crate::flow::entry::{self, Entry};
use crate::lang::Lang;
use crate::secret::token;
use crate::store::firm_facts;
use crate::store::invites::{self, Purpose};
use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use domain::days::Day;
use domain::firm::Firm;
use domain::money::Currency;

pub fn routes() -> Router<Shared> {
    Router::new().route("/first-start", get(notice)).route("/first-start/{token}", get(show).post(create))
}

#[derive(Template)]
#[template(path = "first_start/notice.html")]
struct Notice {
    frame: Frame,
}

#[derive(Template)]
#[template(path = "first_start/show.html")]
struct Show {
    frame: Frame,
    filled: Filled,
    places: Vec<PlaceChoice>,
    today: Day,
}

/// Says where the link is, to whoever opens a copy that has no owner yet.
async fn notice(State(app): State<Shared>, anyone: Anyone) -> Result<Response, PageError> {
    if app.has_owner().await? {
        Ok(Redirect::to("/sign-in").into_response())
    } else {
        let frame = anyone.frame(anyone.lang().text("first-start-title"));
        Ok(page(&Notice { frame })?.into_response())
    }
}

async fn show(State(app): State<Shared>, Path(secret): Path<String>, anyone: Anyone) -> Result<Response, PageError> {
    let open = invites::open(&app.db, Purpose::First, &token::hash(&secret), &app.now()).await?;
    match open {
        Some(_) => {
            let stated = firm_facts::current(&app.db).await?;
            let (name, place) = (stated.name.unwrap_or_default(), stated.place.unwrap_or_else(|| "SA".to_owned()));
            let filled = Filled::with([("firm", name), ("place", place), ("hijri", "1".to_owned())]);
            drawn(&app, &anyone, filled, StatusCode::OK)
        }
        None => super::join::no_link(&anyone),
    }
}

fn drawn(app: &Shared, anyone: &Anyone, filled: Filled, status: StatusCode) -> Result<Response, PageError> {
    let lang = anyone.lang();
    let mut frame = anyone.frame(lang.text("first-start-title"));
    frame.foot = lang.text("first-start-foot");
    let show = Show { frame, filled, places: place::choices(&lang), today: app.clock.today(None) };
    Ok((status, page(&show)?).into_response())
}

async fn create(
    State(app): State<Shared>,
    Path(secret): Path<String>,
    anyone: Anyone,
    headers: HeaderMap,
    mut filled: Filled,
) -> Result<Response, PageError> {
    let lang = anyone.lang();
    let hijri = filled.holds("hijri", "1");
    let newcomer = newcomer::read(&mut filled, lang, hijri);
    let firm = firm(&mut filled, lang, firm_facts::current(&app.db).await?);
    if !filled.is_good() {
        return drawn(&app, &anyone, filled, StatusCode::UNPROCESSABLE_ENTITY);
    }
    if invites::open(&app.db, Purpose::First, &token::hash(&secret), &app.now()).await?.is_none() {
        return super::join::no_link(&anyone);
    }
    let (id, password, cost) = (entropy::id(), filled.raw("password").to_owned(), app.cost);
    let (credentials, identity) = app.work(move || entry::credentials(&id, &password, cost)).await;
    match entry::found(&app.db, &secret, &newcomer, &credentials, &firm, app.clock.now()).await? {
        Entry::Done => {
            app.upkeep.wish();
            let cookie = session::begin(&app, &credentials.member, Some(identity), &headers).await?;
            Ok(([(header::SET_COOKIE, cookie)], Redirect::to("/")).into_response())
        }
        Entry::NoLink | Entry::EmailTaken => super::join::no_link(&anyone),
    }
}

/// The firm's first facts: its name, and what follows from its country until someone says otherwise. What was stated of it
/// before, by a file on the command line, stays.
fn firm(filled: &mut Filled, lang: Lang, stated: Firm) -> Firm {
    newcomer::check_name(filled, lang, "firm");
    let place = filled.value("place").to_owned();
    if place::zone_of(&place).is_none() {
        filled.refuse("place", lang.text("field-required"));
    }
    let moved = stated.place.as_ref().is_some_and(|known| *known != place);
    Firm {
        name: Some(filled.value("firm").to_owned()),
        base_currency: stated.base_currency.or_else(|| place::currency_of(&place).and_then(Currency::of)),
        zone: stated.zone.filter(|_| !moved).or_else(|| place::zone_of(&place).map(str::to_owned)),
        place: Some(place),
        ..stated
    }
}
