//! Filing a report: the form says who will read it, the reporter may strike any of them, and if nobody remains nothing is
//! stored: a statement to print stands in its place.

use super::draft::Drafts;
use super::taken::{self, Attached, FILES_MAX, Taken};
use super::{RecipientView, TEXT_CHARACTERS_MAX, closed_while_sharing, crumbs, statement, viewed};
use crate::flow::reports::{self as flow, Filed, WISHES};
use crate::store::client_names::{self, Named};
use crate::store::reports::{self, Recipient};
use crate::store::{members, policies, settings};
use crate::web::app::Shared;
use crate::web::form::{self, Filled};
use crate::web::{Frame, PageError, Visitor, page};
use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::case::protection::{Door, Wish};
use domain::record::{Choice, Report, ReportKind, Side};
use std::collections::HashMap;

/// Clients offered beside the field; others are found by their name.
const OFFERED_MAX: i64 = 200;

/// Whether the reporter saw it, or suspects it.
const KNOWN_BY: [&str; 2] = ["know", "suspect"];

/// A door with the acts that lead through it.
struct DoorView {
    word: &'static str,
    kinds: Vec<&'static str>,
}

#[derive(Template)]
#[template(path = "reports/new.html")]
struct New {
    frame: Frame,
    filled: Filled,
    discomfort: bool,
    doors: Vec<DoorView>,
    sides: &'static [&'static str],
    known_by: [&'static str; 2],
    wishes: [&'static str; 5],
    recipients: Vec<RecipientView>,
    may_file: bool,
    offered: Vec<Named>,
    outside: Option<String>,
    /// Names of files that came with the form before.
    held: Vec<String>,
    /// Names of files that came with it and are no longer here.
    lost: Vec<String>,
    file_megabytes: String,
}

/// Shows the form; discomfort has a door of its own, which asks for no proof.
pub async fn show(
    State(app): State<Shared>,
    visitor: Visitor,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, PageError> {
    closed_while_sharing(&visitor)?;
    let text = |name: &str| query.get(name).cloned().unwrap_or_default();
    let recipients = left_to(&app, &visitor).await?;
    let fields = [("kind", text("kind")), ("client", text("client")), ("at", visitor.today.to_string())];
    let fields = fields.into_iter().chain([("keep", "1".to_owned()), ("asks", Wish::Act.word().to_owned())]);
    let readers = recipients.iter().map(|recipient| ("reader", recipient.member.clone()));
    let filled = Filled::with(fields.chain(readers));
    drawn(&app, &visitor, &recipients, filled, Kept::default(), StatusCode::OK).await
}

/// Returns the recipients to whom this person may leave a report open: everyone named but themself.
async fn left_to(app: &Shared, visitor: &Visitor) -> Result<Vec<Recipient>, PageError> {
    let recipients = reports::recipients(&app.db).await?;
    if !flow::may_file(&recipients) {
        return Ok(vec![]);
    }
    Ok(recipients.into_iter().filter(|recipient| recipient.member != visitor.member).collect())
}

/// What became of the files of a form that goes back, by their names.
#[derive(Default)]
struct Kept {
    held: Vec<String>,
    lost: Vec<String>,
}

async fn drawn(
    app: &Shared,
    visitor: &Visitor,
    recipients: &[Recipient],
    filled: Filled,
    kept: Kept,
    status: StatusCode,
) -> Result<Response, PageError> {
    let discomfort = filled.value("kind") == ReportKind::Discomfort.word();
    let title = if discomfort { "discomfort-title" } else { "report-new-title" };
    let new = New {
        frame: Frame {
            class: "phonepage",
            ..visitor.frame(visitor.lang.text(title), None, crumbs(visitor.lang, title))
        },
        discomfort,
        doors: doors(),
        sides: Side::WORDS,
        known_by: KNOWN_BY,
        wishes: WISHES,
        may_file: !recipients.is_empty(),
        recipients: recipients.iter().map(|recipient| viewed(recipient, visitor)).collect(),
        offered: client_names::find(&app.db, &visitor.viewer, "", OFFERED_MAX).await?,
        outside: settings::get(&app.db, settings::OUTSIDE_ROUTE).await?,
        file_megabytes: visitor.lang.number((taken::FILE_BYTES_MAX >> 20) as f64, 0),
        filled,
        held: kept.held,
        lost: kept.lost,
    };
    Ok((status, page(&new)?).into_response())
}

/// Returns the doors with the acts that lead through them; the first has none.
fn doors() -> Vec<DoorView> {
    let through = |door: Door| DoorView {
        word: door.word(),
        kinds: ReportKind::WORDS
            .iter()
            .copied()
            .filter(|word| ReportKind::of(word).is_some_and(|kind| Door::named_by(kind) == door))
            .filter(|_| door != Door::Discomfort)
            .collect(),
    };
    Door::ALL.iter().rev().copied().map(through).collect()
}

/// Files the report, or prepares a statement to print where the person asks for one or nobody remains to read it.
pub async fn file(State(app): State<Shared>, mut visitor: Visitor, taken: Taken) -> Result<Response, PageError> {
    closed_while_sharing(&visitor)?;
    let Taken { mut filled, mut files, fault, left_out: mut lost } = taken;
    let recipients = left_to(&app, &visitor).await?;
    let held = app.drafts.take(&visitor.session, filled.value("held"), &app.now());
    if held.is_empty() && !filled.value("held").is_empty() && filled.value("do") != "print" {
        // Held too long, or by a program that was started anew. Stored without a word, they would be missed too late.
        lost.extend(filled.all("held_name").into_iter().map(str::to_owned));
        filled.refuse("files", visitor.lang.text("report-files-again"));
    }
    files.splice(0..0, held);
    lost.extend(files.drain(FILES_MAX.min(files.len())..).map(|(name, _)| name));
    let fault = fault.or((!lost.is_empty()).then_some("report-files-too-many"));
    if let Some(fault) = fault {
        filled.refuse("files", visitor.lang.text(fault));
    }
    let Some((report, client_name)) = read(&app, &visitor, &mut filled).await? else {
        let query = if filled.value("kind") == "discomfort" { "?kind=discomfort" } else { "" };
        visitor.at(&format!("/reports/new{query}"));
        let kept = hold(&app, &visitor, &mut filled, files, lost);
        return drawn(&app, &visitor, &recipients, filled, kept, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let wishes: Vec<String> =
        WISHES.iter().filter(|wish| filled.holds("wish", wish)).map(|w| (*w).to_owned()).collect();
    let (kept, struck): (Vec<_>, Vec<_>) =
        recipients.iter().partition(|recipient| filled.holds("reader", &recipient.member));
    if filled.value("do") == "print" || kept.is_empty() {
        visitor.at("/reports/new");
        return statement::drawn(&app, &visitor, report, client_name, &wishes).await;
    }
    let own_key = members::credentials_of(&app.db, &visitor.member).await?.map(|known| known.public_key);
    let people = members::all(&app.db).await?;
    let filed = Filed {
        door: Door::of(filled.value("door")).unwrap_or(Door::named_by(report.kind)),
        report,
        client_name,
        on: visitor.today,
        at: app.now(),
        zone: visitor.firm.zone.clone(),
        wish: Wish::of(filled.value("asks")).unwrap_or(Wish::Act),
        wishes,
        readers: kept,
        struck,
        keep_for: own_key.filter(|_| filled.holds("keep", "1")),
        files,
        members: people.iter().filter(|one| one.left_at.is_none() && !one.adviser).count() as u32,
        policy: policies::newest(&app.db).await?.policy.version,
    };
    match flow::file(&app.db, filed).await {
        Ok(_) => {
            app.open_sealed().await;
            Ok(Redirect::to("/reports?filed=1").into_response())
        }
        Err(flow::NotFiled::Store(error)) => Err(error.into()),
        Err(flow::NotFiled::NoReader) => Err(PageError::Unreadable),
    }
}

/// Holds the files of a form that goes back, as long as there is room for them.
fn hold(app: &Shared, visitor: &Visitor, filled: &mut Filled, files: Vec<Attached>, mut lost: Vec<String>) -> Kept {
    filled.set("held", "");
    if files.is_empty() {
        return Kept { held: vec![], lost };
    }
    let names: Vec<String> = files.iter().map(|(name, _)| name.clone()).collect();
    match app.drafts.hold(&visitor.session, files, &app.in_minutes(Drafts::MINUTES), &app.now()) {
        Some(word) => {
            filled.set("held", &word);
            Kept { held: names, lost }
        }
        None => {
            filled.refuse("files", visitor.lang.text("report-files-again"));
            lost.extend(names);
            Kept { held: vec![], lost }
        }
    }
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
