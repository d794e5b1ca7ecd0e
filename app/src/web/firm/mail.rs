//! The firm's mail server: stated by the owner, tried by a message to oneself, forgotten again. Its password is written and
//! never shown.

use super::super::app::{App, Shared};
use super::super::form::{self, Filled};
use super::super::markup::Markup;
use super::super::{Crumb, Frame, PageError, Visitor, page};
use crate::entropy;
use crate::flow::mail;
use crate::mail::message::{Letter, made, message_id};
use crate::mail::server::{Fault, Security, Server};
use crate::mail::{Outcome, Parcel, hand_over};
use crate::store::members;
use crate::store::viewer::Role;
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use fluent_bundle::FluentValue;
use std::time::Duration;
use tokio::time::timeout;

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/firm/mail", get(show).post(set))
        .route("/firm/mail/trial", post(try_out).get(back))
        .route("/firm/mail/removal", post(remove).get(back))
}

#[derive(Template)]
#[template(path = "firm/mail.html")]
struct Show {
    frame: Frame,
    lede: Markup,
    filled: Filled,
    /// Whether a server is stated.
    is_set: bool,
    securities: Vec<&'static str>,
    /// What came of a trial.
    tried: Option<String>,
}

async fn back(_visitor: Visitor) -> Redirect {
    Redirect::to("/firm/mail")
}

async fn show(State(app): State<Shared>, visitor: Visitor) -> Result<Response, PageError> {
    owner(&visitor)?;
    drawn(&app, &visitor, Filled::default(), None).await
}

/// Only the owner states it, and not before others.
fn owner(visitor: &Visitor) -> Result<(), PageError> {
    visitor.require(Role::Owner)?;
    if visitor.sharing.is_some() { Err(PageError::Sharing) } else { Ok(()) }
}

async fn drawn(
    app: &App,
    visitor: &Visitor,
    mut filled: Filled,
    tried: Option<Result<String, String>>,
) -> Result<Response, PageError> {
    let lang = visitor.lang;
    let server = mail::stated(&app.db).await?;
    if let Some(server) = &server {
        offer(&mut filled, server);
    }
    filled.offer("security", Security::default().word());
    filled.offer("name", visitor.firm.name.as_deref().unwrap_or_default());
    let is_bad = !filled.is_good() || matches!(tried, Some(Err(_)));
    let crumbs = vec![
        Crumb { text: lang.text("firm-title"), href: Some("/firm".to_owned()) },
        Crumb { text: lang.text("mail-firm-title"), href: None },
    ];
    let show = Show {
        frame: visitor.frame(lang.text("mail-firm-title"), None, crumbs),
        lede: Markup::strong(&lang.text(if server.is_some() { "mail-firm-set" } else { "mail-firm-unset" })),
        filled,
        is_set: server.is_some(),
        securities: Security::WORDS.to_vec(),
        tried: tried.map(|tried| tried.unwrap_or_else(|says| says)),
    };
    let status = if is_bad { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok((status, page(&show)?).into_response())
}

fn offer(filled: &mut Filled, server: &Server) {
    filled.offer("host", &server.host);
    filled.offer("port", &server.port.to_string());
    filled.offer("security", server.security.word());
    filled.offer("user", &server.user);
    filled.offer("name", &server.name);
    filled.offer("address", &server.address);
}

async fn set(State(app): State<Shared>, mut visitor: Visitor, mut filled: Filled) -> Result<Response, PageError> {
    owner(&visitor)?;
    visitor.at("/firm/mail");
    let lang = visitor.lang;
    let server = read(&filled);
    for fault in server.faults() {
        let (field, key) = match fault {
            Fault::Host => ("host", "mail-host-invalid"),
            Fault::Port => ("port", "mail-port-invalid"),
            Fault::Security => ("security", "mail-security-invalid"),
            Fault::Address => ("address", "mail-address-invalid"),
        };
        filled.refuse(field, lang.text(key));
    }
    let password = password(&app, &server, &filled).await?;
    if password.is_none() {
        filled.refuse("password", lang.text("mail-password-again"));
    }
    match password.filter(|_| filled.is_good()) {
        Some(password) => {
            mail::keep_server(&app.db, &app.keys, &server, &password).await?;
            Ok(Redirect::to("/firm/mail").into_response())
        }
        None => drawn(&app, &visitor, filled, None).await,
    }
}

fn read(filled: &Filled) -> Server {
    let port = form::number(filled.value("port")).filter(|port| port.fract() == 0.0 && (1.0..=65535.0).contains(port));
    Server {
        host: filled.value("host").to_lowercase(),
        port: port.map_or(0, |port| port as u16),
        security: Security::of(filled.value("security")).unwrap_or_default(),
        user: filled.value("user").to_owned(),
        name: filled.value("name").to_owned(),
        address: filled.value("address").to_owned(),
    }
}

/// Returns the password: as it is written, or the one that is kept where it goes to the same place as before. Elsewhere it
/// has to be written again, or whoever changes the host would be told it.
async fn password(app: &App, server: &Server, filled: &Filled) -> Result<Option<String>, PageError> {
    let written = filled.raw("password");
    if server.user.is_empty() || !written.is_empty() {
        return Ok(Some(if server.user.is_empty() { String::new() } else { written.to_owned() }));
    }
    let place = |server: &Server| (server.host.clone(), server.port, server.security, server.user.clone());
    let kept = match mail::stated(&app.db).await? {
        Some(known) if place(&known) == place(server) => mail::server(&app.db, &app.keys).await?,
        _ => None,
    };
    Ok(kept.map(|(_, password)| password))
}

async fn remove(State(app): State<Shared>, visitor: Visitor) -> Result<Response, PageError> {
    owner(&visitor)?;
    mail::forget_server(&app.db, &app.keys).await?;
    Ok(Redirect::to("/firm/mail").into_response())
}

/// So long may a trial take.
const TRIAL: Duration = Duration::from_secs(25);

/// Sends a message to the owner's own address.
async fn try_out(State(app): State<Shared>, mut visitor: Visitor) -> Result<Response, PageError> {
    owner(&visitor)?;
    visitor.at("/firm/mail");
    let lang = visitor.lang;
    let Some((server, password)) = mail::server(&app.db, &app.keys).await? else {
        return Ok(Redirect::to("/firm/mail").into_response());
    };
    let own = members::one(&app.db, &visitor.member).await?.map(|member| member.email).unwrap_or_default();
    let id = message_id(&entropy::secret(), &server);
    let (subject, body) = (lang.text("mail-trial-subject"), lang.text("mail-trial-body"));
    let letter = Letter { to: &own, subject: &subject, body: &body, paper: None, id: &id, at: app.clock.now() };
    let said =
        |key: &str, says: String| lang.say(key, [("address", own.clone().into()), ("says", FluentValue::from(says))]);
    let raw = match made(&letter, &server) {
        Ok(raw) => raw,
        Err(_) => {
            let no_address = said("mail-trial-address", String::new());
            return drawn(&app, &visitor, Filled::default(), Some(Err(no_address))).await;
        }
    };
    let parcel = Parcel { to: &own, raw: &raw };
    let sending = hand_over((&server, &password), &app.folder, parcel, async || true);
    let tried = match timeout(TRIAL, sending).await {
        Ok(Outcome::Taken(says)) => Ok(said("mail-trial-taken", says)),
        Ok(Outcome::Later(says) | Outcome::Refused(says) | Outcome::Unknown(says)) => {
            Err(said("mail-trial-refused", says))
        }
        Ok(Outcome::Withdrawn) | Err(_) => Err(said("mail-trial-refused", "timeout".to_owned())),
    };
    drawn(&app, &visitor, Filled::default(), Some(tried)).await
}
