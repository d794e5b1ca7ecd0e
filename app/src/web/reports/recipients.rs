//! Who receives reports, named by the owner: at least two, one of them not the owner (RULINGS 34); and the way outside.

use super::{closed_while_sharing, crumbs};
use crate::flow::reports::RECIPIENTS_MIN;
use crate::store::members::{self, Member};
use crate::store::viewer::Role;
use crate::store::{reports, settings};
use crate::web::app::Shared;
use crate::web::form::Filled;
use crate::web::{Frame, PageError, Visitor, page};
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

const ROUTE_CHARACTERS_MAX: usize = 2000;

#[derive(Template)]
#[template(path = "reports/recipients.html")]
struct Recipients {
    frame: Frame,
    filled: Filled,
    members: Vec<Member>,
}

pub async fn show(State(app): State<Shared>, visitor: Visitor) -> Result<Response, PageError> {
    let named = reports::recipients(&app.db).await?;
    let outside = settings::get(&app.db, settings::OUTSIDE_ROUTE).await?.unwrap_or_default();
    let recipients = named.into_iter().map(|recipient| ("recipient", recipient.member));
    let filled = Filled::with(recipients.chain([("outside", outside)]));
    drawn(&app, &visitor, filled, StatusCode::OK).await
}

async fn drawn(app: &Shared, visitor: &Visitor, filled: Filled, status: StatusCode) -> Result<Response, PageError> {
    closed_while_sharing(visitor)?;
    visitor.require(Role::Owner)?;
    let active = |member: &Member| member.left_at.is_none();
    let recipients = Recipients {
        frame: visitor.frame(visitor.lang.text("recipients-title"), None, crumbs(visitor.lang, "recipients-title")),
        filled,
        members: members::all(&app.db).await?.into_iter().filter(active).collect(),
    };
    Ok((status, page(&recipients)?).into_response())
}

pub async fn name(State(app): State<Shared>, visitor: Visitor, mut filled: Filled) -> Result<Response, PageError> {
    closed_while_sharing(&visitor)?;
    visitor.require(Role::Owner)?;
    let members = members::all(&app.db).await?;
    let named: Vec<&Member> =
        members.iter().filter(|member| member.left_at.is_none() && filled.holds("recipient", &member.id)).collect();
    if named.len() < RECIPIENTS_MIN || named.iter().all(|member| member.role == Role::Owner) {
        filled.refuse("recipient", visitor.lang.text("recipients-too-few"));
    }
    if filled.value("outside").chars().count() > ROUTE_CHARACTERS_MAX {
        filled.refuse("outside", visitor.lang.text("field-too-long"));
    }
    if filled.is_good() {
        let ids: Vec<&str> = named.iter().map(|member| member.id.as_str()).collect();
        reports::name_recipients(&app.db, &ids, &visitor.member, &app.now()).await?;
        settings::set(&app.db, settings::OUTSIDE_ROUTE, filled.value("outside")).await?;
        Ok(Redirect::to("/reports").into_response())
    } else {
        drawn(&app, &visitor, filled, StatusCode::UNPROCESSABLE_ENTITY).await
    }
}
