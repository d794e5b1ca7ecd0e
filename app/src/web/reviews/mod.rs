//! The review of a client, round by round: who is asked, what each answers alone, what is heard together, and what it
//! comes to (DOMAIN A35–A45). Nothing that is said shows before its round opens.

mod answer;
mod complaints;
mod improvements;
mod invitation;
mod live;
mod opinions;
mod options;
mod roster;
mod rounds;
mod scenario;
mod show;
mod weighing;
mod worth;

use super::app::Shared;
use super::cases::people::People;
use super::cases::refusal::Refused;
use super::cases::{by, case_of, crumbs};
use super::export::{self, Format, Table};
use super::form::Filled;
use super::markup::{Markup, Pen};
use super::{Frame, PageError, Verb, Visitor, href};
use crate::flow::cases::{NotDone, Opened};
use axum::Router;
use axum::extract::{FromRequestParts, Path};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use domain::case::refusal::{Field, Why};
use domain::case::role::Class;
use domain::case::{Act, Action, Case, Refusal};

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/clients/{client}/cases/{case}/review", get(show::show))
        .route("/clients/{client}/cases/{case}/review/roster", get(roster::show).post(roster::save))
        .route("/clients/{client}/cases/{case}/review/invitation", get(invitation::show))
        .route("/clients/{client}/cases/{case}/review/answer", get(answer::show))
        .route("/clients/{client}/cases/{case}/review/opinions.csv", get(opinions::file))
        .route("/clients/{client}/cases/{case}/review/opinions.xlsx", get(opinions::file))
        .route("/clients/{client}/cases/{case}/review/opinion", post(answer::opinion).get(answer::back))
        .route("/clients/{client}/cases/{case}/review/good-thing", post(answer::good_thing).get(answer::back))
        .route("/clients/{client}/cases/{case}/review/own-part", post(answer::own_part).get(answer::back))
        .route("/clients/{client}/cases/{case}/review/recusal", post(rounds::recuse).get(back))
        .route("/clients/{client}/cases/{case}/review/absence", post(rounds::excuse).get(back))
        .route("/clients/{client}/cases/{case}/review/reveal", post(rounds::reveal).get(back))
        .route("/clients/{client}/cases/{case}/review/complaints", post(complaints::raise).get(back))
        .route("/clients/{client}/cases/{case}/review/complaints.csv", get(complaints::file))
        .route("/clients/{client}/cases/{case}/review/complaints.xlsx", get(complaints::file))
        .route("/clients/{client}/cases/{case}/review/complaints/merge", post(complaints::merge).get(back))
        .route("/clients/{client}/cases/{case}/review/complaints/end", post(complaints::close).get(back))
        .route("/clients/{client}/cases/{case}/review/own-parts/end", post(rounds::close_own_parts).get(back))
        .route("/clients/{client}/cases/{case}/review/improvements", post(improvements::agree).get(back))
        .route("/clients/{client}/cases/{case}/review/improvements.csv", get(improvements::file))
        .route("/clients/{client}/cases/{case}/review/improvements.xlsx", get(improvements::file))
        .route("/clients/{client}/cases/{case}/review/improvements/done", post(improvements::finish).get(back))
        .route("/clients/{client}/cases/{case}/review/worth", get(worth::show))
        .route("/clients/{client}/cases/{case}/review/options", get(options::show).post(options::save))
        .route("/clients/{client}/cases/{case}/review/options.csv", get(options::file))
        .route("/clients/{client}/cases/{case}/review/options.xlsx", get(options::file))
        .route("/clients/{client}/cases/{case}/review/scenario", get(scenario::show).post(scenario::cite))
        .route("/clients/{client}/cases/{case}/review/omission", post(rounds::leave_out).get(back))
        .route("/clients/{client}/cases/{case}/review/deferral", post(rounds::defer).get(back))
        .route("/clients/{client}/cases/{case}/review/dissent", post(rounds::dissent).get(back))
}

/// Returns what takes as long as someone looks.
pub fn streams() -> Router<Shared> {
    Router::new().route("/clients/{client}/cases/{case}/review/changes", get(live::stream))
}

/// A client and one of its cases, as an address names them.
type At = Path<(String, String)>;

/// An address that takes forms only leads back to the review.
async fn back(Path((client, case)): At) -> Redirect {
    Redirect::to(&(href::case(href::decoded(&client), &case) + "/review"))
}

/// A visitor in the review of a case.
pub struct Room {
    pub app: Shared,
    pub visitor: Visitor,
    pub opened: Opened,
    pub people: People,
}

/// The review that an address names, for a visitor who takes part in its case; a case that takes the protected road has
/// none.
impl FromRequestParts<Shared> for Room {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, app: &Shared) -> Result<Room, PageError> {
        let visitor = Visitor::from_request_parts(parts, app).await?;
        let Path((client, case)) = At::from_request_parts(parts, app).await.map_err(|_| PageError::NotFound)?;
        let opened = case_of(app, &visitor, &client, &case).await?;
        if opened.case.opening.class != Class::Normal {
            return Err(PageError::NotFound);
        }
        let people = People::of(&app.db).await?;
        Ok(Room { app: app.clone(), visitor, opened, people })
    }
}

impl Room {
    pub fn case(&self) -> &Case {
        &self.opened.case
    }

    pub fn pen(&self) -> Pen<'_> {
        Pen::of(&self.visitor)
    }

    pub fn me(&self) -> &str {
        &self.visitor.member
    }

    /// Tells whether the visitor may do something here.
    pub fn may(&self, action: Action) -> bool {
        self.case().allows(self.me(), action)
    }

    /// Returns the address of the review.
    pub fn base(&self) -> String {
        href::case(&self.opened.key.client, &self.opened.key.case) + "/review"
    }

    /// Returns the name of someone in the case.
    pub fn name(&self, member: &str) -> Markup {
        self.pen().name(self.people.name(member))
    }

    /// Returns names, one after the other.
    pub fn names<'a>(&self, members: impl IntoIterator<Item = &'a str>) -> Markup {
        let members: Vec<String> = members.into_iter().map(str::to_owned).collect();
        self.people.names(&self.pen(), &members)
    }

    /// Answers with a list of the review as a file.
    pub async fn answer(&self, name: &str, table: Table, format: Format) -> Result<Response, PageError> {
        let client = (self.opened.key.client.as_str(), self.case().opening.client_name.as_str());
        export::answer_of(name, client, table, format, self.visitor.lang).await
    }

    /// Returns the frame of a page of the review; `here` names a page below its own.
    pub fn frame(&self, here: &str) -> Frame {
        let title = self.visitor.lang.text(here);
        let mut crumbs = crumbs(&self.visitor, &self.opened, Some(self.visitor.lang.text("review-title")));
        if here != "review-title" {
            if let Some(review) = crumbs.last_mut() {
                review.href = Some(self.base());
            }
            crumbs.push(super::Crumb { text: title.clone(), href: None });
        }
        self.visitor.frame(title, Some(Verb::Decide), crumbs)
    }

    /// Does something for the visitor; what was refused is said in words.
    pub async fn act(&mut self, filled: &Filled, act: Act) -> Result<Option<Refused>, PageError> {
        let by = by(&self.app, &self.visitor, super::cases::seen(filled));
        let done = crate::flow::cases::act(self.app.place(), &self.opened.key, &by, act).await;
        self.after(done)
    }

    /// Says that a field cannot be taken.
    pub fn refused(&self, field: Field, why: Why) -> Refused {
        Refused::by_rule(&self.pen(), &self.people, self.case(), &Refusal::Invalid { field, why })
    }

    /// Takes what came of an act: the case as it stands now, or why it was not done.
    pub fn after(&mut self, done: Result<Opened, NotDone>) -> Result<Option<Refused>, PageError> {
        match done {
            Ok(opened) => {
                self.opened = opened;
                Ok(None)
            }
            Err(not_done) => Ok(Some(Refused::of(&self.pen(), &self.people, self.case(), not_done)?)),
        }
    }

    /// Comes back to the review after an act, or shows it with why nothing was done and with what was written.
    pub async fn back(mut self, refused: Option<Refused>, filled: Filled, to: &str) -> Result<Response, PageError> {
        match refused {
            None => Ok(Redirect::to(&format!("{}{to}", self.base())).into_response()),
            Some(refused) => {
                let base = self.base();
                self.visitor.at(&base);
                show::drawn(&self, filled, Some(refused)).await
            }
        }
    }
}
