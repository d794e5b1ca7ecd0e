//! A member's days for their calendar program, which reads them again and again under a private address: what is theirs in
//! the ends that they take part in and what is looked after since, whom of the next clients they meet, and for whoever sees to
//! contracts the windows in which those renew. A program keeps what it reads with others, so restricted cases are not in it,
//! whoever takes part.

use super::afterwards::calendar::add_afterwards;
use super::app::{App, Shared};
use super::duties::calendar::{Reader, add_case};
use super::ics::Ics;
use super::notice::calendar::add_windows;
use super::prospects::calendar::add_contacts;
use super::{PageError, Visitor, link};
use crate::flow::{afterwards, cases, next_client, renewals};
use crate::lang::{Digits, Lang, Language};
use crate::secret::token::{self, Token};
use crate::store::calendar_feeds::{self as feeds, Owner};
use crate::store::viewer::{Role, Viewer};
use crate::store::{cases as stored, firm_facts};
use axum::Router;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use domain::case::Class;
use domain::days::Day;
use domain::firm::Firm;

pub fn routes() -> Router<Shared> {
    Router::new().route("/calendar-feed/{token}/days.ics", get(read))
}

/// Draws a new address for a visitor; the one before works no more.
pub async fn give(app: &App, visitor: &Visitor, host: &str) -> Result<String, PageError> {
    let token = Token::new();
    feeds::keep(&app.db, &visitor.member, &token.hash, &app.now()).await?;
    Ok(format!("{}/calendar-feed/{}/days.ics", link::base(app, host), token.secret))
}

/// Takes a visitor's address back.
pub async fn revoke(app: &App, visitor: &Visitor) -> Result<Redirect, PageError> {
    feeds::revoke(&app.db, &visitor.member).await?;
    Ok(Redirect::to("/settings"))
}

async fn read(State(app): State<Shared>, Path(secret): Path<String>) -> Result<Response, PageError> {
    let owner = feeds::by_token(&app.db, &token::hash(&secret)).await?.ok_or(PageError::NotFound)?;
    let firm = firm_facts::current(&app.db).await?;
    let today = app.clock.today(firm.zone.as_deref());
    let file = written(&app, &owner, &firm, today).await?;
    feeds::was_read(&app.db, &owner.member, today).await?;
    Ok(([(header::CONTENT_TYPE, "text/calendar; charset=utf-8")], file).into_response())
}

async fn written(app: &App, owner: &Owner, firm: &Firm, today: Day) -> Result<String, PageError> {
    let language = Language::of(&owner.language).unwrap_or_default();
    let lang = Lang { digits: Digits::of(&owner.digits), isolates: false, ..Lang::page(language) };
    let mut file = Ics::new(&lang.text("feed-name"));
    file.is_read_again();
    let working = firm.working_at(owner.place.as_deref());
    let reader = Reader { member: &owner.member, lang, firm, working: working.clone(), today };
    for line in stored::of_member(&app.db, &owner.member, None).await? {
        let Some(opened) = cases::load(app.place(), &line.key).await? else { continue };
        if opened.case.stage.has_parting() && opened.case.opening.class == Class::Normal {
            add_case(&mut file, &reader, &opened);
            add_afterwards(&mut file, &reader, &opened, &afterwards::load(app.place(), &line.key).await?);
        }
    }
    let whose = (owner.member.as_str(), working.as_ref());
    add_contacts(&mut file, lang, &next_client::prospects(app.place()).await?, whose, today);
    if owner.role >= Role::Finance {
        let viewer = Viewer::Member { id: owner.member.clone(), role: owner.role, sharing: None };
        let (lines, _) = renewals::windows(&app.db, &viewer, firm, today).await?;
        add_windows(&mut file, lang, &lines, working.as_ref(), today);
    }
    Ok(file.finish())
}
