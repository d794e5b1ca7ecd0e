//! A call or a chat noted in fifteen seconds: who to whom, how, and one line.

use super::fields::fault;
use super::{Shown, by, crumbs};
use crate::clock;
use crate::flow::hand;
use crate::intake::clients::Known;
use crate::intake::single::{self, Stated};
use crate::store::cell::OwnedCell;
use crate::store::entries::Entry;
use crate::store::references;
use crate::web::app::{App, Shared};
use crate::web::form::Filled;
use crate::web::{Frame, PageError, Verb, Visitor, form, href, page};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::record::Message;
use jiff::tz::TimeZone;

/// How people talk; the words are kept as a message's channel.
const CHANNELS: [&str; 5] = ["call", "chat", "meeting", "mail", "other"];

#[derive(Template)]
#[template(path = "entries/note.html")]
struct Note {
    frame: Frame,
    filled: Filled,
    party: String,
    action: String,
    contacts: Vec<String>,
    keeps_text: bool,
    /// The note that was just taken.
    noted: Option<String>,
    client: String,
}

#[derive(serde::Deserialize)]
pub struct Asked {
    noted: Option<String>,
}

pub async fn show(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(client): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    let party = match party(&app, &visitor, &client).await? {
        Met::Here(party) => party,
        Met::There(client) => return Ok(Redirect::to(&address(&client)).into_response()),
    };
    let mut filled = Filled::default();
    filled.offer("direction", "in");
    filled.offer("channel", "call");
    drawn(&app, &visitor, &party, filled, asked.noted, StatusCode::OK).await
}

pub async fn save(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(client): Path<String>,
    mut filled: Filled,
) -> Result<Response, PageError> {
    let party = match party(&app, &visitor, &client).await? {
        Met::Here(party) => party,
        Met::There(client) => return Ok(Redirect::to(&address(&client)).into_response()),
    };
    if filled.value("subject").is_empty() {
        filled.refuse("subject", visitor.lang.text("note-subject-missing"));
    }
    let shown = Shown::to(&app, &visitor).await?;
    let values = values(&app, &visitor, shown, &filled);
    let stated =
        Stated { kind: &Message::KIND, client: &party.key, id: "", values: &values, terms_days: party.terms_days };
    let taken = single::read(&stated, |id, cells| {
        (id.to_owned(), cells.iter().map(|cell| OwnedCell::from(*cell)).collect::<Vec<_>>())
    });
    match taken {
        Ok((id, cells)) if filled.is_good() => {
            let by = by(&app, &visitor, &Message::KIND);
            let entry = Entry { kind: &Message::KIND, client: &party.key, id: &id, cells: &cells, by: &by };
            // The same line within one minute is the same note, sent twice.
            hand::add(&app.db, entry, visitor.today).await?;
            let there = format!("{}?noted={}", address(&party.key), form::encode(&id));
            Ok(Redirect::to(&there).into_response())
        }
        Ok(_) => drawn(&app, &visitor, &party, filled, None, StatusCode::UNPROCESSABLE_ENTITY).await,
        Err(faults) => {
            for (column, code) in faults {
                let value = filled.value(column).to_owned();
                filled.refuse(column, fault(&visitor, code.word(), &value));
            }
            drawn(&app, &visitor, &party, filled, None, StatusCode::UNPROCESSABLE_ENTITY).await
        }
    }
}

fn address(client: &str) -> String {
    href::path(["clients", client, "note"])
}

/// Whom a note is about.
enum Met {
    Here(Known),
    /// The key is another spelling of this client.
    There(String),
}

/// Unlike the other forms this one stays open while the screen is shared with the client: it shows nothing but the client.
async fn party(app: &App, visitor: &Visitor, key: &str) -> Result<Met, PageError> {
    let party = references::party(&app.db, href::decoded(key)).await?.ok_or(PageError::NotFound)?;
    match party.merged_into.clone() {
        Some(client) if visitor.viewer.sees_client(&client) => Ok(Met::There(client)),
        None if visitor.viewer.sees_client(&party.key) => Ok(Met::Here(party)),
        _ => Err(PageError::NotFound),
    }
}

fn values(app: &App, visitor: &Visitor, shown: Shown, filled: &Filled) -> Vec<(&'static str, String)> {
    let value = |name: &'static str| match name {
        "at" => now(app, visitor),
        "person" => visitor.name.clone(),
        "text" if !shown.keeps_text => String::new(),
        "direction" if !matches!(filled.value(name), "in" | "out") => "in".to_owned(),
        "channel" if !CHANNELS.contains(&filled.value(name)) => "other".to_owned(),
        "direction" | "channel" | "contact" | "subject" | "text" => filled.value(name).to_owned(),
        _ => String::new(),
    };
    Message::KIND.columns.iter().map(|column| (column.name, value(column.name))).collect()
}

/// Returns the minute on the firm's wall clock; a demonstration stands still on its own day.
fn now(app: &App, visitor: &Visitor) -> String {
    let zone = clock::zone(visitor.firm.zone.as_deref()).unwrap_or(TimeZone::UTC);
    let at = app.clock.now().to_zoned(zone);
    format!("{}T{:02}:{:02}", visitor.today, at.hour(), at.minute())
}

async fn drawn(
    app: &App,
    visitor: &Visitor,
    party: &Known,
    filled: Filled,
    noted: Option<String>,
    status: StatusCode,
) -> Result<Response, PageError> {
    let shown = Shown::to(app, visitor).await?;
    let title = visitor.lang.text("note-title");
    let mut frame = visitor.frame(title.clone(), Some(Verb::Watch), crumbs(visitor, Some(party), &title));
    frame.class = "phonepage";
    let note = Note {
        frame,
        filled,
        party: party.name.clone(),
        action: address(&party.key),
        contacts: references::contacts(&app.db, &party.key).await?,
        keeps_text: shown.keeps_text,
        noted: noted.map(|id| href::record(&party.key, "messages", &id)),
        client: href::client(&party.key),
    };
    Ok((status, page(&note)?).into_response())
}
