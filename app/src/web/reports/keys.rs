//! New keys: whoever receives reports is told of every new password by a link, until they say that they have read it.

use super::people::maybe_reporters;
use super::{closed_while_sharing, crumbs};
use crate::store::{reports, resets};
use crate::web::app::Shared;
use crate::web::form::Filled;
use crate::web::markup::{Markup, Pen};
use crate::web::{Frame, PageError, Person, page};
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use fluent_bundle::FluentValue;

/// So far back new keys are listed, in minutes.
const BACK_MINUTES: i64 = 90 * 24 * 60;

#[derive(Template)]
#[template(path = "reports/keys.html")]
struct Keys {
    frame: Frame,
    lede: Markup,
    /// What happened, and whether the visitor has not read of it yet.
    rows: Vec<(Markup, bool)>,
    /// Reports that this visitor could open again to someone: address and what it is.
    again: Vec<(String, Markup)>,
    /// Up to which instant the page tells of new keys; nothing if all were read of.
    until: Option<String>,
}

pub async fn show(State(app): State<Shared>, Person(visitor): Person) -> Result<Response, PageError> {
    closed_while_sharing(&visitor)?;
    let recipients = reports::recipients(&app.db).await?;
    if recipients.iter().all(|recipient| recipient.member != visitor.member) {
        return Err(PageError::NotFound);
    }
    let pen = Pen::of(&visitor);
    let unread = resets::unseen(&app.db, &visitor.member).await?;
    let recent = resets::since(&app.db, &app.in_minutes(-BACK_MINUTES)).await?;
    let row = |reset: &resets::Reset| {
        let when = visitor.when(&reset.used_at);
        let by = if reset.made_by.is_empty() { "none".to_owned() } else { reset.made_by.clone() };
        let args = [
            ("name", FluentValue::from(reset.name.clone())),
            ("by", by.into()),
            ("day", pen.lang.day(when.day).into()),
            ("time", when.time.into()),
        ];
        (pen.say("key-row", args), unread.contains(reset))
    };
    let people = reports::people(&app.db).await?;
    let has_new_key = |member: &str, key: &str| people.iter().any(|one| one.member == member && one.public_key != key);
    let sight = visitor.sight(&app);
    let again = sight.reports.iter().filter(|opened| !opened.own && opened.is_for(&visitor.member));
    let again = again.filter(|opened| {
        // Where nobody is named, that someone has a new key says nothing of the report.
        let reporter =
            opened.envelope.report.reported_by.is_some() && maybe_reporters(opened, &people).next().is_some();
        reporter || opened.envelope.readers.iter().any(|one| has_new_key(&one.member, &one.key))
    });
    let keys = Keys {
        frame: visitor.frame(visitor.lang.text("keys-title"), None, crumbs(visitor.lang, "keys-title")),
        lede: pen.about("keys-lede", unread.len() as u64),
        rows: recent.iter().map(row).collect(),
        again: again
            .map(|opened| (super::room::path(opened.id(), "people"), pen.name(&opened.envelope.client_name)))
            .collect(),
        until: unread.last().map(|reset| reset.used_at.clone()),
    };
    Ok(page(&keys)?.into_response())
}

/// Notes that whoever looks has read of the new keys.
pub async fn read(State(app): State<Shared>, Person(visitor): Person, filled: Filled) -> Result<Response, PageError> {
    closed_while_sharing(&visitor)?;
    let (until, now) = (filled.value("until"), app.now());
    resets::mark_seen(&app.db, &visitor.member, if until < now.as_str() { until } else { &now }).await?;
    app.open_sealed().await;
    Ok(Redirect::to("/reports/keys").into_response())
}
