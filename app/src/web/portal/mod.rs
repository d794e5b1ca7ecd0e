//! The page of a client whose services end: the letters as they were served, the day, questions and answers, and what they
//! confirm, want and sign. It is built from `ClientPage` alone, which cannot hold anything internal.

mod account;
mod act;
mod calendar;
pub mod clearance;
mod files;
pub mod kept;
pub mod offers;
mod open;
pub mod owed;
pub mod paper;
pub mod services;
mod show;
mod told;
pub mod works;

pub use told::Told;

use super::app::Shared;
use super::visitor::Anyone;
use super::{Frame, PageError, cookie};
use crate::flow::cases::Opened;
use crate::flow::client_part;
use crate::flow::portal;
use crate::lang::Lang;
use crate::store::client_links::ClientLink;
use crate::store::firm_facts;
use axum::Router;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use domain::days::Day;
use domain::days::working::Working;
use domain::firm::Firm;
use domain::separation::portal::ClientPage;
use open::Closed;

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/client-link/{token}", get(open::show).post(open::open))
        .route("/client-page", get(show::show))
        .route("/client-page/letters/{letter}", get(show::letter))
        .route("/client-page/letters/{letter}/paper.pdf", get(show::paper))
        .route("/client-page/files/{n}", get(files::file))
        .route("/client-page/client-part.zip", get(files::part))
        .route("/client-page/end.ics", get(calendar::file))
        .route("/client-page/statement.csv", get(account::file))
        .route("/client-page/statement.xlsx", get(account::file))
        .route("/client-page/statement.pdf", get(account::paper))
        .route("/client-page/clearance.pdf", get(clearance::paper))
        .route("/client-page/closing-pack.zip", get(show::pack))
        .route("/client-page/{act}", post(act::act).get(show::back))
}

/// Someone of the client, in the browser that opened their link.
pub struct Reader {
    pub link: ClientLink,
    pub opened: Opened,
    pub page: ClientPage,
    pub lang: Lang,
    pub firm: String,
    pub zone: Option<String>,
    /// The firm's facts, which say what is kept.
    pub facts: Firm,
    pub working: Option<Working>,
    pub today: Day,
    path: String,
    demo: bool,
}

impl FromRequestParts<Shared> for Reader {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &Shared) -> Result<Reader, Response> {
        match Reader::of(parts, app).await {
            Ok(Ok(reader)) => Ok(reader),
            Ok(Err(closed)) => {
                let anyone = Anyone::of(app, &parts.headers, &parts.uri).await;
                Err(open::drawn(app, (&anyone, anyone.lang()), Some(closed))
                    .await
                    .unwrap_or_else(PageError::into_response))
            }
            Err(error) => Err(error.into_response()),
        }
    }
}

impl Reader {
    /// Returns who reads, or why there is nothing to read.
    async fn of(parts: &Parts, app: &Shared) -> Result<Result<Reader, Closed>, PageError> {
        let Some(secret) = cookie::client_page(app, &parts.headers) else { return Ok(Err(Closed::Gone)) };
        let found = portal::of_browser(app.place(), secret, &app.now()).await?;
        let Some((link, opened)) = found else { return Ok(Err(Closed::Gone)) };
        // Before anything is served there is nothing to see.
        let Some(page) = ClientPage::of(&opened.case) else { return Ok(Err(Closed::Empty)) };
        let mut page = if link.successor { page.for_successor() } else { page };
        // An erasure takes it with the records that it held.
        if let Some(sha256) = &page.part
            && !client_part::is_kept(&app.db, &opened.key, sha256).await?
        {
            page.part = None;
        }
        let firm = firm_facts::current(&app.db).await?;
        let today = app.clock.today(firm.zone.as_deref());
        Ok(Ok(Reader {
            link,
            opened,
            page,
            lang: Lang { hijri: true, ..Lang::page(cookie::language(&parts.headers)) },
            firm: firm.name.clone().unwrap_or_default(),
            zone: firm.zone.clone(),
            working: firm.working(),
            facts: firm,
            today,
            path: parts.uri.path().to_owned(),
            demo: app.demo,
        }))
    }

    /// Returns for whom the page is: the client, or whoever follows us, by the name under which they were given it.
    fn name(&self) -> &str {
        let case = &self.opened.case;
        let mut links = case.parting.links.iter().filter(|link| self.link.successor && link.id == self.link.id);
        let contact = links.find_map(|link| link.contact.as_ref());
        contact.map_or(&case.opening.client_name, |contact| &contact.name)
    }

    /// Returns what sentences about their page take.
    fn told(&self) -> Told<'_> {
        Told {
            firm: &self.firm,
            client: &self.opened.case.opening.client_name,
            lang: self.lang,
            zone: self.zone.as_deref(),
            facts: &self.facts,
            working: self.working.as_ref(),
            today: self.today,
        }
    }

    /// Returns the frame of a page for them: the firm's own name, and no way into the rest.
    fn frame(&self) -> Frame {
        let plain = Lang { isolates: false, ..self.lang };
        let title = plain.say("portal-title", [("firm", self.firm.as_str().into())]);
        let path = if self.path.contains("/letters/") { self.path.clone() } else { "/client-page".to_owned() };
        Frame {
            lang: self.lang,
            title,
            class: "portal",
            verb: None,
            crumbs: vec![],
            member: None,
            host: Some(self.firm.clone()),
            adviser: false,
            imports: false,
            sharing: None,
            new_keys: None,
            path,
            demo: self.demo,
            foot: self.lang.say("portal-foot", [("name", self.name().into())]),
        }
    }
}
