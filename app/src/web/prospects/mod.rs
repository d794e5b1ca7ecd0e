//! Prospects: who may become a client, what is known of them, what the criteria say, and what happened.

pub mod calendar;
mod client;
mod describe;
pub mod facts;
mod file;
mod list;
mod sheet;
mod show;
mod stage;
pub mod words;

use super::app::Shared;
use super::form::Filled;
use super::markup::{Markup, Pen};
use super::{Crumb, Frame, PageError, Verb, Visitor, href, page};
use crate::flow::next_client::{self, Told};
use crate::flow::prospect_log;
use crate::store::entries::By;
use crate::store::viewer::Role;
use crate::web::cases::ask::{Field, Question};
use crate::web::cases::people::People;
use axum::Router;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use domain::lesson::criterion::Criterion;
use domain::lesson::prospect::{Event, Judged, Prospect};

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/prospects", get(list::list))
        .route("/prospects.csv", get(file::answer))
        .route("/prospects.xlsx", get(file::answer))
        .route("/prospects.ics", get(calendar::file))
        .route("/prospects/new", get(describe::ask_new).post(describe::add))
        .route("/prospects/{id}", get(show::show))
        .route("/prospects/{id}/edit", get(describe::ask).post(describe::change))
        .route("/prospects/{id}/facts", get(facts::ask).post(facts::state))
        .route("/prospects/{id}/stage", get(stage::ask).post(stage::enter))
        .route("/prospects/{id}/override", get(stage::ask_override).post(stage::override_rules))
        .route("/prospects/{id}/client", get(client::ask).post(client::link))
        .route("/prospects/{id}/sheet", get(sheet::show))
}

/// A prospect before a visitor.
struct Desk<'a> {
    visitor: &'a Visitor,
    pen: Pen<'a>,
    people: People,
    told: Told<Prospect, Event>,
    judged: Vec<Judged>,
}

impl<'a> Desk<'a> {
    async fn of(app: &Shared, visitor: &'a Visitor, id: &str) -> Result<Desk<'a>, PageError> {
        allowed(visitor)?;
        let told = next_client::prospect(app.place(), id).await?.ok_or(PageError::NotFound)?;
        let criteria: Vec<Criterion> = next_client::criteria(&app.db).await?;
        let judged = next_client::judged(&visitor.firm, &criteria, &told.now, visitor.today);
        Ok(Desk { visitor, pen: Pen::of(visitor), people: People::of(&app.db).await?, told, judged })
    }

    fn own(&self) -> &Prospect {
        &self.told.now
    }

    fn href(&self, below: &str) -> String {
        let own = address(&self.own().id);
        if below.is_empty() { own } else { format!("{own}/{below}") }
    }

    /// Returns the frame of the prospect's page, or of one below it.
    fn frame(&self, here: Option<&str>) -> Frame {
        let name = self.own().profile.name.clone();
        let title = here.map(|key| self.pen.lang.text(key));
        let mut crumbs = crumbs(self.visitor);
        let own = title.is_some().then(|| self.href(""));
        crumbs.push(Crumb { text: name.clone(), href: own });
        crumbs.extend(title.clone().map(|text| Crumb { text, href: None }));
        self.visitor.frame(title.unwrap_or(name), Some(Verb::Learn), crumbs)
    }

    /// Draws a page that asks one thing of the prospect.
    fn question(&self, asked: Asked<'_>, filled: &Filled, status: StatusCode) -> Result<Response, PageError> {
        let refused = filled.error("all").map(|error| Markup::text(error));
        let question = Question {
            frame: self.frame(Some(asked.title)),
            name: self.pen.name(&self.own().profile.name),
            step: self.pen.t(asked.title),
            asks: Markup::strong(&self.pen.lang.text(asked.asks)),
            note: asked.note,
            refused: None,
            known: refused.into_iter().map(|text| note(&text)).chain(asked.known).collect(),
            hidden: vec![("seen".to_owned(), self.own().seq.to_string())],
            fields: asked.fields,
            action: self.href(asked.path),
            button: asked.button.map(|key| self.pen.t(key)),
            back: (self.href(""), self.pen.t("prospect-back")),
        };
        Ok((status, page(&question)?).into_response())
    }

    /// Writes down what happened and goes back to the prospect, unless somebody else wrote since the form was drawn.
    async fn save(&self, app: &Shared, filled: &mut Filled, events: Vec<Event>) -> Result<Option<Response>, PageError> {
        let seen = filled.value("seen").parse().unwrap_or(self.own().seq);
        if write(app, self.visitor, &self.own().id, seen, events).await? {
            Ok(Some(Redirect::to(&self.href("")).into_response()))
        } else {
            filled.refuse("all", self.pen.lang.text("prospect-overtaken"));
            Ok(None)
        }
    }
}

/// What a page asks.
struct Asked<'a> {
    title: &'a str,
    asks: &'a str,
    note: Markup,
    known: Vec<Markup>,
    fields: Vec<Field>,
    path: &'a str,
    /// Without a button there is nothing to answer.
    button: Option<&'a str>,
}

fn note(text: &Markup) -> Markup {
    Markup::made(format!("<p class=\"note bad\" role=\"alert\">{text}</p>"))
}

async fn write(app: &Shared, visitor: &Visitor, id: &str, seen: u32, events: Vec<Event>) -> Result<bool, PageError> {
    Ok(prospect_log::note(app.place(), id, (seen, visitor.today), &events, &by(app, visitor)).await?)
}

/// Returns who writes, and when.
pub fn by(app: &Shared, visitor: &Visitor) -> By {
    By { member: visitor.member.clone(), at: app.now() }
}

/// While a screen is shared with a client's people, there is nothing of what comes next.
pub fn allowed(visitor: &Visitor) -> Result<(), PageError> {
    if visitor.sharing.is_some() { Err(PageError::Sharing) } else { Ok(()) }
}

/// Tells whether this visitor may see what a client leaves over.
pub fn sees_sums(visitor: &Visitor) -> bool {
    visitor.viewer.sees_costs()
}

/// Tells whether this visitor may put criteria aside.
fn is_owner(visitor: &Visitor) -> bool {
    visitor.role == Role::Owner
}

/// Returns a prospect's page.
pub fn address(id: &str) -> String {
    href::path(["prospects", id])
}

/// Returns the way to a page below the list.
fn crumbs(visitor: &Visitor) -> Vec<Crumb> {
    vec![learn(visitor), Crumb { text: visitor.lang.text("prospects-title"), href: Some("/prospects".to_owned()) }]
}

/// Returns the first step of the way to all pages of what was learnt.
pub fn learn(visitor: &Visitor) -> Crumb {
    Crumb { text: visitor.lang.text("verb-learn"), href: Some("/learn".to_owned()) }
}

/// Reads an optional text, cut where it is longer than any field needs.
pub fn written(filled: &Filled, name: &str) -> Option<String> {
    const CHARACTERS_MAX: usize = 4000;
    let text: String = filled.value(name).chars().take(CHARACTERS_MAX).collect();
    (!text.is_empty()).then_some(text)
}
