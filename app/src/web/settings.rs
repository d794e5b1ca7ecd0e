//! A person's own settings: how they read, their name, their password, and where they are signed in.

use super::app::{App, Shared};
use super::form::Filled;
use super::place::{self, PlaceChoice};
use super::when::When;
use super::{Frame, PageError, Person, Visitor, calendar_feed, link, newcomer, page};
use crate::lang::{Digits, Language};
use crate::secret::identity::Identity;
use crate::secret::password;
use crate::store::calendar_feeds as feeds;
use crate::store::members::{self, Credentials, Reading};
use crate::store::sessions;
use crate::store::viewer::Role;
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use domain::days::Day;

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/settings", get(show))
        .route("/settings/reading", post(set_reading).get(back))
        .route("/settings/name", post(set_name).get(back))
        .route("/settings/place", post(set_place).get(back))
        .route("/settings/password", post(set_password).get(back))
        .route("/settings/calendar-feed", post(give_feed).get(back))
        .route("/settings/calendar-feed/revocation", post(revoke_feed).get(back))
}

/// A session as the page shows it.
struct Row {
    agent: String,
    began: When,
    is_this: bool,
}

#[derive(Template)]
#[template(path = "settings/show.html")]
struct Show {
    frame: Frame,
    filled: Filled,
    reading: Reading,
    today: Day,
    rows: Vec<Row>,
    role: &'static str,
    adviser: bool,
    sharing: bool,
    key_is_open: bool,
    sees_firm: bool,
    /// Whether names of people and of clients are theirs to settle.
    tidies: bool,
    /// Whether the templates of letters are theirs to change.
    is_owner: bool,
    /// Where they can work, and where they do; empty where the firm is.
    places: Vec<PlaceChoice>,
    place: String,
    /// The feed of their days: when it was made, and the day on which a program read it last.
    feed: Option<(When, Option<Day>)>,
    /// Its address, shown once.
    feed_address: Option<String>,
}

async fn show(State(app): State<Shared>, Person(visitor): Person) -> Result<Response, PageError> {
    drawn(&app, &visitor, Filled::default(), (StatusCode::OK, None)).await
}

/// Gives a new address to the visitor's days, and shows it once.
async fn give_feed(State(app): State<Shared>, visitor: Visitor, headers: HeaderMap) -> Result<Response, PageError> {
    if visitor.sharing.is_some() {
        return Err(PageError::Sharing);
    }
    let address = calendar_feed::give(&app, &visitor, link::host(&headers)).await?;
    drawn(&app, &visitor, Filled::default(), (StatusCode::OK, Some(address))).await
}

async fn revoke_feed(State(app): State<Shared>, visitor: Visitor) -> Result<Redirect, PageError> {
    calendar_feed::revoke(&app, &visitor).await
}

async fn back(_person: Person) -> Redirect {
    Redirect::to("/settings")
}

async fn drawn(
    app: &App,
    visitor: &Visitor,
    mut filled: Filled,
    (status, feed_address): (StatusCode, Option<String>),
) -> Result<Response, PageError> {
    let me = members::one(&app.db, &visitor.member).await?.ok_or(PageError::NotFound)?;
    filled.offer("name", &me.name);
    filled.offer("email", &me.email);
    let row = |line: sessions::Line| Row {
        agent: agent(&line.agent),
        began: visitor.when(&line.began_at),
        is_this: line.token_hash == visitor.session,
    };
    let show = Show {
        frame: visitor.frame(visitor.lang.text("settings-title"), None, vec![]),
        filled,
        reading: Reading {
            language: visitor.lang.language.tag(),
            digits: visitor.lang.digits.word(),
            hijri: visitor.lang.hijri,
            time_follows: visitor.time_follows,
        },
        today: visitor.today,
        rows: sessions::of_member(&app.db, &visitor.member, &app.now()).await?.into_iter().map(row).collect(),
        role: if visitor.is_adviser() { "adviser" } else { visitor.role.word() },
        adviser: visitor.is_adviser(),
        sharing: visitor.sharing.is_some(),
        key_is_open: visitor.key_is_open(app),
        sees_firm: visitor.viewer.sees_money(),
        tidies: visitor.role >= Role::Finance,
        is_owner: visitor.role == Role::Owner,
        places: place::choices(&visitor.lang),
        place: me.place.unwrap_or_default(),
        feed: feeds::of_member(&app.db, &visitor.member).await?.map(|feed| (visitor.when(&feed.made_at), feed.read_on)),
        feed_address,
    };
    Ok((status, page(&show)?).into_response())
}

/// Names the browser and the system of a session by their own names.
fn agent(text: &str) -> String {
    let first =
        |names: &[(&str, &'static str)]| names.iter().find(|(sign, _)| text.contains(sign)).map(|(_, name)| *name);
    let browser = first(&[
        ("Edg/", "Edge"),
        ("OPR/", "Opera"),
        ("Firefox/", "Firefox"),
        ("FxiOS/", "Firefox"),
        ("Chrome/", "Chrome"),
        ("CriOS/", "Chrome"),
        ("Safari/", "Safari"),
    ]);
    let system = first(&[
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Android", "Android"),
        ("Windows", "Windows"),
        ("Mac OS X", "macOS"),
        ("CrOS", "ChromeOS"),
        ("Linux", "Linux"),
    ]);
    [browser, system].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

async fn set_reading(
    State(app): State<Shared>,
    Person(visitor): Person,
    filled: Filled,
) -> Result<Response, PageError> {
    let language = Language::of(filled.value("language")).ok_or(PageError::Unreadable)?;
    let reading = Reading {
        language: language.tag(),
        digits: Digits::of(filled.value("digits")).word(),
        hijri: filled.holds("hijri", "1"),
        time_follows: filled.holds("time_follows", "1"),
    };
    members::set_reading(&app.db, &visitor.member, reading).await?;
    let cookie = super::cookie::give_language(&app, language);
    Ok(([(header::SET_COOKIE, cookie)], Redirect::to("/settings")).into_response())
}

/// Sets where the visitor works: by its working days they are reminded.
async fn set_place(State(app): State<Shared>, visitor: Visitor, filled: Filled) -> Result<Redirect, PageError> {
    let place = place::chosen(filled.value("place")).ok_or(PageError::Unreadable)?;
    members::set_place(&app.db, &visitor.member, place).await?;
    Ok(Redirect::to("/settings?saved=1"))
}

async fn set_name(
    State(app): State<Shared>,
    Person(visitor): Person,
    mut filled: Filled,
) -> Result<Response, PageError> {
    newcomer::check_name(&mut filled, visitor.lang, "name");
    newcomer::check_email(&mut filled, visitor.lang);
    if filled.is_good() && opened(&app, &visitor, filled.raw("current_for_name")).await?.is_none() {
        filled.refuse("current_for_name", visitor.lang.text("password-wrong"));
    }
    let email = members::email_kept(filled.value("email"));
    if filled.is_good() && !members::set_name(&app.db, &visitor.member, filled.value("name"), &email).await? {
        filled.refuse("email", visitor.lang.text("email-taken"));
    }
    answered(&app, &visitor, filled).await
}

/// Replaces the password; the key is sealed anew under it, and every other session ends.
async fn set_password(
    State(app): State<Shared>,
    Person(visitor): Person,
    mut filled: Filled,
) -> Result<Response, PageError> {
    newcomer::check_password(&mut filled, visitor.lang, "password");
    if !filled.is_good() {
        return answered(&app, &visitor, filled).await;
    }
    match opened(&app, &visitor, filled.raw("current")).await? {
        None => filled.refuse("current", visitor.lang.text("password-wrong")),
        Some(identity) => {
            let (new, cost) = (filled.raw("password").to_owned(), app.cost);
            let made = move || (password::hash(&new, cost), identity.under(&new, cost));
            let (hash, sealed) = app.work(made).await;
            members::set_password(&app.db, &visitor.member, &hash, &sealed).await?;
            sessions::end_others(&app.db, &visitor.member, &visitor.session).await?;
            app.keyring.drop_others(&visitor.member, &visitor.session);
        }
    }
    answered(&app, &visitor, filled).await
}

/// Opens the visitor's key with a password; nothing if it is not theirs. Guesses count as failures to sign in.
async fn opened(app: &App, visitor: &Visitor, written: &str) -> Result<Option<Identity>, PageError> {
    let me = members::one(&app.db, &visitor.member).await?.ok_or(PageError::NotFound)?;
    let subject = super::sign_in::by_email(&me.email);
    let since = app.in_minutes(-super::sign_in::WINDOW_MINUTES);
    let attempt = crate::store::attempts::note(&app.db, &[&subject], &since, &app.now()).await?;
    let known = members::credentials_of(&app.db, &visitor.member).await?;
    let Some(Credentials { password_hash, public_key, sealed_secret, .. }) =
        known.filter(|_| attempt.count <= super::sign_in::FAILURES_MAX)
    else {
        return Ok(None);
    };
    let (written, cost) = (written.to_owned(), app.cost);
    let judge = move || {
        let right = password::verify(&written, Some(&password_hash), cost);
        right.then(|| Identity::open(&sealed_secret, &written, &public_key)).flatten()
    };
    let identity = app.work(judge).await;
    if identity.is_some() {
        crate::store::attempts::take_back(&app.db, &attempt).await?;
    }
    Ok(identity)
}

async fn answered(app: &App, visitor: &Visitor, filled: Filled) -> Result<Response, PageError> {
    if filled.is_good() {
        Ok(Redirect::to("/settings?saved=1").into_response())
    } else {
        drawn(app, visitor, filled, (StatusCode::UNPROCESSABLE_ENTITY, None)).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_browsers_as_people_know_them() {
        let chrome =
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0 Safari/537.36";
        let safari =
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 Version/18.0 Safari/604.1";
        assert_eq!(agent(chrome), "Chrome · Linux");
        assert_eq!(agent(safari), "Safari · iPhone");
        assert_eq!(agent("curl/8"), "");
    }
}
