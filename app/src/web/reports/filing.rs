//! Filing a report: the form says who will read it, the reporter may strike any of them, and if nobody remains nothing is
//! stored: a statement to print stands in its place.

use super::super::app::Shared;
use super::super::form::{self, Filled};
use super::super::{Frame, PageError, Visitor, page};
use super::{RecipientView, TEXT_CHARACTERS_MAX, closed_while_sharing, crumbs, viewed};
use crate::flow::reports::{self as flow, Envelope, Reader, WISHES};
use crate::store::client_names::{self, Named};
use crate::store::reports::{self, Recipient};
use crate::store::{members, settings};
use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::record::{Choice, Report, ReportKind, Side};
use std::collections::HashMap;

/// Clients offered beside the field; others are found by their name.
const OFFERED_MAX: i64 = 200;

/// Whether the reporter saw it, or suspects it.
const KNOWN_BY: [&str; 2] = ["know", "suspect"];

#[derive(Template)]
#[template(path = "reports/new.html")]
struct New {
    frame: Frame,
    filled: Filled,
    discomfort: bool,
    kinds: Vec<&'static str>,
    sides: &'static [&'static str],
    known_by: [&'static str; 2],
    wishes: [&'static str; 5],
    recipients: Vec<RecipientView>,
    may_file: bool,
    offered: Vec<Named>,
    outside: Option<String>,
}

#[derive(Template)]
#[template(path = "reports/statement.html")]
struct Statement {
    frame: Frame,
    firm: String,
    report: Report,
    client: String,
    kind: String,
    at: String,
    target: Option<String>,
    known_by: Option<String>,
    wishes: Vec<String>,
    on: domain::days::Day,
    outside: Option<String>,
}

/// Shows the form; discomfort has a door of its own, which asks for no proof.
pub async fn show(
    State(app): State<Shared>,
    visitor: Visitor,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, PageError> {
    closed_while_sharing(&visitor)?;
    let text = |name: &str| query.get(name).cloned().unwrap_or_default();
    let recipients = reports::recipients(&app.db).await?;
    let fields = [("kind", text("kind")), ("client", text("client")), ("at", visitor.today.to_string())];
    let fields = fields.into_iter().chain([("keep", "1".to_owned())]);
    let readers = recipients.iter().map(|recipient| ("reader", recipient.member.clone()));
    let filled = Filled::with(fields.chain(readers));
    drawn(&app, &visitor, &recipients, filled, StatusCode::OK).await
}

async fn drawn(
    app: &Shared,
    visitor: &Visitor,
    recipients: &[Recipient],
    filled: Filled,
    status: StatusCode,
) -> Result<Response, PageError> {
    let discomfort = filled.value("kind") == ReportKind::Discomfort.word();
    let title = if discomfort { "discomfort-title" } else { "report-new-title" };
    let kinds = ReportKind::WORDS.iter().filter(|word| **word != ReportKind::Discomfort.word());
    let new = New {
        frame: visitor.frame(visitor.lang.text(title), None, crumbs(visitor.lang, title)),
        discomfort,
        kinds: kinds.copied().collect(),
        sides: Side::WORDS,
        known_by: KNOWN_BY,
        wishes: WISHES,
        may_file: flow::may_file(recipients),
        recipients: recipients.iter().map(|recipient| viewed(recipient, visitor)).collect(),
        offered: client_names::find(&app.db, &visitor.viewer, "", OFFERED_MAX).await?,
        outside: settings::get(&app.db, settings::OUTSIDE_ROUTE).await?,
        filled,
    };
    Ok((status, page(&new)?).into_response())
}

/// Files the report, or prepares a statement to print where the person asks for one or nobody remains to read it.
pub async fn file(State(app): State<Shared>, mut visitor: Visitor, mut filled: Filled) -> Result<Response, PageError> {
    closed_while_sharing(&visitor)?;
    let recipients = reports::recipients(&app.db).await?;
    let Some((report, client_name)) = read(&app, &visitor, &mut filled).await? else {
        let query = if filled.value("kind") == "discomfort" { "?kind=discomfort" } else { "" };
        visitor.at(&format!("/reports/new{query}"));
        return drawn(&app, &visitor, &recipients, filled, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let wishes: Vec<String> =
        WISHES.iter().filter(|wish| filled.holds("wish", wish)).map(|w| (*w).to_owned()).collect();
    let (kept, struck): (Vec<_>, Vec<_>) =
        recipients.iter().partition(|recipient| filled.holds("reader", &recipient.member));
    if filled.value("do") == "print" || kept.is_empty() || !flow::may_file(&recipients) {
        visitor.at("/reports/new");
        return statement(&app, &visitor, report, client_name, &wishes).await;
    }
    let envelope = Envelope {
        report,
        client_name,
        filed_on: visitor.today,
        wishes,
        readers: kept.into_iter().map(reader).collect(),
        struck: struck.into_iter().map(|recipient| recipient.member.clone()).collect(),
        kept_by: None,
        notes: vec![],
    };
    let own_key = members::credentials_of(&app.db, &visitor.member).await?.map(|known| known.public_key);
    let keep_for = own_key.as_deref().filter(|_| filled.holds("keep", "1"));
    match flow::file(&app.db, envelope, keep_for).await {
        Ok(_) => {
            app.open_sealed().await;
            Ok(Redirect::to("/reports?filed=1").into_response())
        }
        Err(flow::NotFiled::Store(error)) => Err(error.into()),
        Err(flow::NotFiled::NoReader) => Err(PageError::Unreadable),
    }
}

fn reader(recipient: &Recipient) -> Reader {
    let Recipient { member, name, public_key, .. } = recipient.clone();
    Reader { member, name, key: public_key }
}

/// Reads the form; nothing if something is missing, which the form then says.
async fn read(app: &Shared, visitor: &Visitor, filled: &mut Filled) -> Result<Option<(Report, String)>, PageError> {
    let lang = visitor.lang;
    let kind = ReportKind::of(filled.value("kind"));
    if kind.is_none() {
        filled.refuse("kind", lang.text("field-required"));
    }
    let written = filled.value("client").to_owned();
    let meant = if written.is_empty() { None } else { client_names::meant(&app.db, &visitor.viewer, &written).await? };
    if meant.is_none() {
        filled.refuse("client", lang.text(if written.is_empty() { "field-required" } else { "client-unclear" }));
    }
    let text = filled.value("text");
    if text.chars().count() > TEXT_CHARACTERS_MAX {
        filled.refuse("text", lang.text("field-too-long"));
    } else if text.is_empty() && kind != Some(ReportKind::Discomfort) {
        filled.refuse("text", lang.text("field-required"));
    }
    let at = moment(filled);
    if at.is_none() {
        filled.refuse("at", lang.text("day-invalid"));
    }
    let given = |name: &str| Some(filled.value(name).to_owned()).filter(|text| !text.is_empty());
    match (kind, meant, at) {
        (Some(kind), Some(named), Some(at)) if filled.is_good() => {
            let report = Report {
                id: String::new(),
                client: named.client,
                at,
                kind,
                target_side: Side::of(filled.value("target_side")),
                channel: given("channel"),
                witnesses: given("witnesses"),
                known_by: given("known_by").filter(|word| KNOWN_BY.contains(&word.as_str())),
                text: filled.value("text").to_owned(),
                reported_by: (!filled.holds("unnamed", "1")).then(|| visitor.name.clone()),
            };
            Ok(Some((report, named.name)))
        }
        _ => Ok(None),
    }
}

/// Reads day and time of day as the record keeps them; the time may be missing.
fn moment(filled: &Filled) -> Option<String> {
    let day = form::day(filled.value("at"))?;
    match filled.value("time") {
        "" => Some(day.to_string()),
        time => form::minute_of_day(time).map(|minute| format!("{day}T{:02}:{:02}", minute / 60, minute % 60)),
    }
}

async fn statement(
    app: &Shared,
    visitor: &Visitor,
    report: Report,
    client: String,
    wishes: &[String],
) -> Result<Response, PageError> {
    let lang = visitor.lang;
    let day = domain::days::Day::from_iso(&report.at).unwrap_or(visitor.today);
    let time =
        report.at.split_once('T').map(|(_, time)| format!(" {}", super::super::when::in_digits(time, lang.digits)));
    let statement = Statement {
        frame: visitor.frame(lang.text("statement-title"), None, crumbs(lang, "statement-title")),
        firm: visitor.firm.name.clone().unwrap_or_default(),
        client,
        kind: format!("report-kind-{}", report.kind.word()),
        at: lang.weekday(day) + time.unwrap_or_default().as_str(),
        target: report.target_side.map(|side| format!("target-{}", side.word())),
        known_by: report.known_by.as_ref().map(|word| format!("known-by-{word}")),
        wishes: wishes.iter().map(|wish| format!("wish-{wish}")).collect(),
        on: visitor.today,
        outside: settings::get(&app.db, settings::OUTSIDE_ROUTE).await?,
        report,
    };
    Ok(page(&statement)?.into_response())
}
