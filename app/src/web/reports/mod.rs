//! Reports in confidence: everyone finds the door; what is behind it differs only for those named in a report.

mod filing;
mod recipients;

use super::app::Shared;
use super::form::Filled;
use super::when::When;
use super::{Crumb, Frame, PageError, Person, Visitor, page};
use crate::flow::reports::{self as flow, Note, Opened, State as Progress};
use crate::lang::Lang;
use crate::store::reports::{self, Recipient};
use askama::Template;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use domain::days::Day;
use domain::record::Choice;
use std::collections::HashMap;

/// So many characters of a text are taken.
const TEXT_CHARACTERS_MAX: usize = 20_000;

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/reports", get(list).post(filing::file))
        .route("/reports/new", get(filing::show))
        .route("/reports/recipients", get(recipients::show).post(recipients::name))
        .route("/reports/{id}", get(show))
        .route("/reports/{id}/notes", post(note).get(back))
        .route("/reports/{id}/readers", post(add_reader).get(back))
}

/// A report in the list of those who may read it.
struct Row {
    id: String,
    client: String,
    kind: String,
    filed_on: Day,
    state: String,
    own: bool,
}

#[derive(Template)]
#[template(path = "reports/list.html")]
struct List {
    frame: Frame,
    recipients: Vec<RecipientView>,
    may_file: bool,
    adviser: bool,
    is_owner: bool,
    key_is_open: bool,
    just_filed: bool,
    rows: Vec<Row>,
}

/// Someone who receives reports, as the form names them.
pub struct RecipientView {
    pub member: String,
    pub name: String,
    /// The key of what they are: owner, member, adviser.
    pub role: &'static str,
    /// Since when their key is a new one, if it is not the one they joined with.
    pub new_key: Option<When>,
}

fn viewed(recipient: &Recipient, visitor: &Visitor) -> RecipientView {
    let is_new = recipient.key_since != recipient.joined_at;
    RecipientView {
        member: recipient.member.clone(),
        name: recipient.name.clone(),
        role: match recipient {
            Recipient { owner: true, .. } => "recipient-owner",
            Recipient { adviser: true, .. } => "recipient-adviser",
            _ => "recipient-member",
        },
        new_key: is_new.then(|| visitor.when(&recipient.key_since)),
    }
}

fn crumbs(lang: Lang, here: &str) -> Vec<Crumb> {
    let first = Crumb { text: lang.text("reports-title"), href: Some("/reports".to_owned()) };
    vec![first, Crumb { text: lang.text(here), href: None }]
}

/// A shared screen shows nothing of reports, not even the door.
fn closed_while_sharing(visitor: &Visitor) -> Result<(), PageError> {
    if visitor.sharing.is_some() { Err(PageError::Sharing) } else { Ok(()) }
}

async fn list(
    State(app): State<Shared>,
    Person(visitor): Person,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, PageError> {
    closed_while_sharing(&visitor)?;
    let recipients = reports::recipients(&app.db).await?;
    let row = |opened: &Opened| Row {
        id: opened.envelope.report.id.clone(),
        client: opened.envelope.client_name.clone(),
        kind: format!("report-kind-{}", opened.envelope.report.kind.word()),
        filed_on: opened.envelope.filed_on,
        state: format!("report-state-{}", opened.envelope.state().word()),
        own: opened.own,
    };
    let list = List {
        frame: visitor.frame(visitor.lang.text("reports-title"), None, vec![]),
        may_file: flow::may_file(&recipients),
        recipients: recipients.iter().map(|recipient| viewed(recipient, &visitor)).collect(),
        adviser: visitor.is_adviser(),
        is_owner: visitor.role == crate::store::viewer::Role::Owner,
        key_is_open: visitor.key_is_open(&app),
        just_filed: query.contains_key("filed"),
        rows: visitor.opened(&app).iter().rev().map(row).collect(),
    };
    Ok(page(&list)?.into_response())
}

/// A note as the page shows it.
struct NoteView {
    by: String,
    on: Day,
    state: String,
    text: String,
}

#[derive(Template)]
#[template(path = "reports/show.html")]
struct Show {
    frame: Frame,
    filled: Filled,
    id: String,
    client: String,
    kind: String,
    state: String,
    filed_on: Day,
    by: Option<String>,
    text: String,
    wishes: Vec<String>,
    /// Key of the word, and what was written.
    details: Vec<(&'static str, String)>,
    readers: Vec<String>,
    notes: Vec<NoteView>,
    states: Vec<&'static str>,
    /// To whom the report can be opened further.
    others: Vec<RecipientView>,
    own: bool,
    kept: bool,
}

async fn show(
    State(app): State<Shared>,
    Person(visitor): Person,
    Path(id): Path<String>,
) -> Result<Response, PageError> {
    closed_while_sharing(&visitor)?;
    let opened = one(&app, &visitor, &id)?;
    drawn(&app, &visitor, &opened, Filled::default(), StatusCode::OK).await
}

async fn back(Path(id): Path<String>) -> Redirect {
    Redirect::to(&format!("/reports/{}", super::form::encode(&id)))
}

/// Returns a report that this person's key opens; any other is not found, whether or not it exists.
fn one(app: &Shared, visitor: &Visitor, id: &str) -> Result<Opened, PageError> {
    let all = visitor.opened(app);
    all.iter().find(|opened| opened.envelope.report.id == id).cloned().ok_or(PageError::NotFound)
}

async fn drawn(
    app: &Shared,
    visitor: &Visitor,
    opened: &Opened,
    filled: Filled,
    status: StatusCode,
) -> Result<Response, PageError> {
    let (envelope, report) = (&opened.envelope, &opened.envelope.report);
    let title = format!("report-kind-{}", report.kind.word());
    let show = Show {
        frame: visitor.frame(visitor.lang.text(&title), None, crumbs(visitor.lang, &title)),
        filled,
        id: report.id.clone(),
        client: envelope.client_name.clone(),
        kind: title,
        state: format!("report-state-{}", envelope.state().word()),
        filed_on: envelope.filed_on,
        by: report.reported_by.clone(),
        text: report.text.clone(),
        wishes: envelope.wishes.iter().map(|wish| format!("wish-{wish}")).collect(),
        details: details(opened, visitor.lang),
        readers: envelope.readers.iter().map(|reader| reader.name.clone()).collect(),
        notes: envelope.notes.iter().rev().map(noted).collect(),
        states: Progress::NOTED.map(Progress::word).to_vec(),
        others: others(&reports::recipients(&app.db).await?, opened, visitor),
        own: opened.own,
        kept: envelope.kept_by.is_some(),
    };
    Ok((status, page(&show)?).into_response())
}

fn noted(note: &Note) -> NoteView {
    let state = format!("report-state-{}", note.state.word());
    NoteView { by: note.by.clone(), on: note.on, state, text: note.text.clone() }
}

/// Returns what the reporter added to the text, in words.
fn details(opened: &Opened, lang: Lang) -> Vec<(&'static str, String)> {
    let report = &opened.envelope.report;
    let known = |word: &String| lang.text(&format!("known-by-{word}"));
    let side = |side: domain::record::Side| lang.text(&format!("target-{}", side.word()));
    let at = match (Day::from_iso(&report.at), report.at.split_once('T')) {
        (Some(day), Some((_, time))) => {
            Some(format!("{} {}", lang.day(day), super::when::in_digits(time, lang.digits)))
        }
        (Some(day), None) => Some(lang.day(day)),
        (None, _) => None,
    };
    [
        ("report-at", at),
        ("report-target", report.target_side.map(side)),
        ("report-channel", report.channel.clone()),
        ("report-witnesses", report.witnesses.clone()),
        ("report-known-by", report.known_by.as_ref().map(known)),
    ]
    .into_iter()
    .filter_map(|(key, value)| Some((key, value.filter(|value| !value.is_empty())?)))
    .collect()
}

/// Recipients to whom the report is not open with the key they have now, and whom the reporter did not strike.
fn others(recipients: &[Recipient], opened: &Opened, visitor: &Visitor) -> Vec<RecipientView> {
    let envelope = &opened.envelope;
    let is_other = |recipient: &&Recipient| {
        !envelope.struck.contains(&recipient.member) && !envelope.readers.iter().any(|r| r.key == recipient.public_key)
    };
    recipients.iter().filter(is_other).map(|recipient| viewed(recipient, visitor)).collect()
}

/// Adds a note. The reporter may add to what they said; only readers say how far it has come.
async fn note(
    State(app): State<Shared>,
    Person(mut visitor): Person,
    Path(id): Path<String>,
    mut filled: Filled,
) -> Result<Response, PageError> {
    closed_while_sharing(&visitor)?;
    let opened = one(&app, &visitor, &id)?;
    let stated = Progress::NOTED.into_iter().find(|state| filled.value("state") == state.word());
    let state = stated.filter(|_| !opened.own).unwrap_or(opened.envelope.state());
    let text: String = filled.value("text").chars().take(TEXT_CHARACTERS_MAX).collect();
    let unnamed = opened.own && opened.envelope.report.reported_by.is_none();
    let by = if unnamed { String::new() } else { visitor.name.clone() };
    if text.is_empty() && state == opened.envelope.state() {
        filled.refuse("text", visitor.lang.text("field-required"));
    } else if flow::note(&app.db, &opened, Note { by, on: visitor.today, state, text }).await? {
        app.open_sealed().await;
        return Ok(Redirect::to(&format!("/reports/{}", opened.envelope.report.id)).into_response());
    } else {
        filled.refuse("text", visitor.lang.text("report-changed-meanwhile"));
    }
    visitor.at(&format!("/reports/{}", opened.envelope.report.id));
    drawn(&app, &visitor, &opened, filled, StatusCode::CONFLICT).await
}

/// Opens a report to one more recipient, or again to one whose key is new.
async fn add_reader(
    State(app): State<Shared>,
    Person(visitor): Person,
    Path(id): Path<String>,
    filled: Filled,
) -> Result<Response, PageError> {
    closed_while_sharing(&visitor)?;
    let opened = one(&app, &visitor, &id)?;
    let recipients = reports::recipients(&app.db).await?;
    let whom = recipients.into_iter().find(|recipient| recipient.member == filled.value("member"));
    let whom = whom.filter(|_| !opened.own).ok_or(PageError::NotFound)?;
    flow::open_to(&app.db, &opened, &whom).await?;
    app.open_sealed().await;
    Ok(Redirect::to(&format!("/reports/{}", opened.envelope.report.id)).into_response())
}
