//! One report with everything that a handler needs of it: who looks, what their key opened, the names in it.

use super::closed_while_sharing;
use crate::flow::reports::{self as flow, Hand, Opened, With};
use crate::web::app::Shared;
use crate::web::cases::people::People;
use crate::web::cases::refusal::Refused;
use crate::web::form::{Filled, day};
use crate::web::markup::{Markup, Pen};
use crate::web::{Crumb, Frame, PageError, Person, Visitor, cases, href};
use axum::extract::{FromRequestParts, RawPathParams};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Redirect, Response};
use domain::case::restricted::REPORTER;
use domain::case::{Act, Now};
use domain::days::Day;
use domain::days::calendar::Calendar;
use domain::record::Choice;

/// A report that a visitor's key opens.
pub struct Room {
    pub app: Shared,
    pub visitor: Visitor,
    pub opened: Opened,
    pub people: People,
}

/// The report that an address names, opened by whoever asks; any other is not found, whether or not it exists.
impl FromRequestParts<Shared> for Room {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, app: &Shared) -> Result<Room, PageError> {
        let Person(visitor) = Person::from_request_parts(parts, app).await?;
        closed_while_sharing(&visitor)?;
        let named = RawPathParams::from_request_parts(parts, app).await.map_err(|_| PageError::NotFound)?;
        let id = named.iter().find(|(name, _)| *name == "id").map(|(_, id)| id).ok_or(PageError::NotFound)?;
        let sight = visitor.sight(app);
        let opened = sight.reports.iter().find(|opened| opened.id() == id && opened.is_for(&visitor.member)).cloned();
        let opened = opened.ok_or(PageError::NotFound)?;
        let people = People::of(&app.db).await?.with(REPORTER, visitor.lang.text("report-the-reporter"));
        Ok(Room { app: app.clone(), visitor, opened, people })
    }
}

/// A report opened by someone who works on it; whoever reported has a page of their own.
pub struct AsReader(pub Room);

impl FromRequestParts<Shared> for AsReader {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, app: &Shared) -> Result<AsReader, PageError> {
        let room = Room::from_request_parts(parts, app).await?;
        if room.opened.own { Err(PageError::NotFound) } else { Ok(AsReader(room)) }
    }
}

/// A report opened by whoever reported.
pub struct AsReporter(pub Room);

impl FromRequestParts<Shared> for AsReporter {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, app: &Shared) -> Result<AsReporter, PageError> {
        let room = Room::from_request_parts(parts, app).await?;
        if room.opened.own { Ok(AsReporter(room)) } else { Err(PageError::NotFound) }
    }
}

/// Returns the address of a page of a report.
pub fn path(id: &str, here: &str) -> String {
    let parts = std::iter::once("reports").chain([id]).chain(here.split('/').filter(|part| !part.is_empty()));
    href::path(parts)
}

impl Room {
    pub fn pen(&self) -> Pen<'_> {
        Pen::of(&self.visitor)
    }

    /// Returns the address of a page of this report.
    pub fn path(&self, here: &str) -> String {
        path(self.opened.id(), here)
    }

    /// Returns the firm's calendar, where it has said where it is.
    pub fn calendar(&self) -> Option<Calendar> {
        self.visitor.firm.calendar()
    }

    /// Returns by which name this person acts.
    pub fn by(&self) -> &str {
        if self.opened.own { REPORTER } else { &self.visitor.member }
    }

    /// Returns the frame of a page; `here` is the key of its title, which is the report's own without one.
    pub fn frame(&self, here: Option<&str>) -> Frame {
        let lang = self.visitor.lang;
        let own = lang.text(&format!("report-kind-{}", self.opened.report().kind.word()));
        let all = Crumb { text: lang.text("reports-title"), href: Some("/reports".to_owned()) };
        match here {
            None => self.visitor.frame(own.clone(), None, vec![all, Crumb { text: own, href: None }]),
            Some(here) => {
                let title = lang.text(here);
                let report = Crumb { text: own, href: Some(self.path("")) };
                self.visitor.frame(title.clone(), None, vec![all, report, Crumb { text: title, href: None }])
            }
        }
    }

    /// Returns who may be named in the case: everyone who is there, except who is part of what was reported.
    pub fn nameable(&self) -> Vec<(String, String)> {
        let protection = &self.opened.case.protection;
        let present = self.people.all().filter(|one| !protection.is_party(&one.id));
        present.map(|one| (one.id.clone(), one.name.clone())).collect()
    }

    /// Returns the hand with which this person acts; a key that was let go meanwhile opens nothing.
    pub fn hand(&self, filled: &Filled) -> Result<Hand<'_>, PageError> {
        let identity = self.app.keyring.identity(&self.visitor.session).ok_or(PageError::NotFound)?;
        let now = Now { at: self.app.now(), today: self.visitor.today };
        Ok(Hand { member: &self.visitor.member, identity, now, seen: cases::seen(filled) })
    }

    /// Does something; returns why not, if it was refused.
    pub async fn act(
        &mut self,
        here: &str,
        filled: &Filled,
        act: Act,
        with: With<'_>,
    ) -> Result<Option<Refused>, PageError> {
        let done = flow::act(&self.app.db, &self.opened, &self.hand(filled)?, act, with).await;
        self.app.open_sealed().await;
        match done {
            Ok(opened) => {
                self.opened = opened;
                Ok(None)
            }
            Err(not_done) => {
                let refused = Refused::of(&self.pen(), &self.people, &self.opened.case, not_done)?;
                // What others did meanwhile is already shown by the page that comes back.
                let sight = self.visitor.sight(&self.app);
                if let Some(now) = sight.reports.iter().find(|opened| opened.id() == self.opened.id()) {
                    self.opened = now.clone();
                }
                let at = self.path(here);
                self.visitor.at(&at);
                Ok(Some(refused))
            }
        }
    }

    /// Goes to a page of this report.
    pub fn go(&self, here: &str) -> Response {
        Redirect::to(&self.path(here)).into_response()
    }

    /// Returns the names of members, one after the other.
    pub fn names(&self, members: &[String]) -> Markup {
        self.people.names(&self.pen(), members)
    }
}

/// Returns the status of a page that shows a refusal, or none.
pub fn status(refused: Option<&Refused>) -> StatusCode {
    if refused.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }
}

/// Reads an optional text.
pub fn text(filled: &Filled, name: &str) -> Option<String> {
    Some(filled.value(name).to_owned()).filter(|text| !text.is_empty())
}

/// Reads a day; today where none was given.
pub fn on(filled: &Filled, name: &str, today: Day) -> Day {
    day(filled.value(name)).unwrap_or(today)
}
