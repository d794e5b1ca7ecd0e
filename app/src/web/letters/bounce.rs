//! A report of non-delivery that came back by mail: read, held against what was sent, and recorded by a person.

use crate::mail::bounce::{self, Action as Done, Bounce};
use crate::web::app::Shared;
use crate::web::cases::ask::{Field, Fields};
use crate::web::cases::scene::Scene;
use crate::web::form::Filled;
use crate::web::markup::Markup;
use crate::web::{Frame, PageError, Visitor, href, page};
use askama::Template;
use axum::extract::{Multipart, Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::case::Action;
use domain::case::parting::Failure;
use domain::case::parting::further::Further;

/// A report may bring back the letter that it is about, with its papers.
pub const FORM_BYTES_MAX: usize = 32 << 20;

#[derive(Template)]
#[template(path = "letters/bounce.html")]
struct Show {
    frame: Frame,
    name: Markup,
    lede: Markup,
    /// Why nothing could be read.
    error: Option<String>,
    pasted: String,
    copies: Vec<CopyView>,
    /// It is about something else than the notice that went out.
    note: Option<Markup>,
    /// The form that records it.
    record: Option<Record>,
    action: String,
    back: String,
}

/// The form that records what came back, filled in from the report.
struct Record {
    action: String,
    hidden: Vec<(&'static str, String)>,
    fields: Vec<Field>,
}

/// What became of the copy for one recipient.
struct CopyView {
    address: Markup,
    action: Markup,
    says: String,
}

/// What was handed over: a file, or text that was pasted.
#[derive(Default)]
struct Handed {
    file: Vec<u8>,
    pasted: String,
}

type Place = Path<(String, String)>;

pub async fn show(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((client, case)): Place,
) -> Result<Response, PageError> {
    let scene = Scene::of_letters(&app, &visitor, &client, &case).await?;
    drawn(&scene, &Handed::default(), None, false)
}

pub async fn read(
    State(app): State<Shared>,
    mut visitor: Visitor,
    Path((client, case)): Place,
    mut form: Multipart,
) -> Result<Response, PageError> {
    visitor.at(&format!("{}/part/bounce", href::case(href::decoded(&client), &case)));
    let scene = Scene::of_letters(&app, &visitor, &client, &case).await?;
    let mut handed = Handed::default();
    while let Some(field) = form.next_field().await.map_err(|error| PageError::of_status(error.status()))? {
        let is_file = field.file_name().is_some();
        let bytes = field.bytes().await.map_err(|error| PageError::of_status(error.status()))?;
        if is_file {
            handed.file = bytes.to_vec();
        } else {
            handed.pasted = String::from_utf8_lossy(&bytes).into_owned();
        }
    }
    let raw = if handed.file.is_empty() { handed.pasted.trim_start().as_bytes() } else { &handed.file };
    let bounce = bounce::read(raw);
    drawn(&scene, &handed, bounce.as_ref(), true)
}

fn drawn(scene: &Scene, handed: &Handed, bounce: Option<&Bounce>, was_read: bool) -> Result<Response, PageError> {
    let pen = &scene.pen;
    let title = pen.lang.text("bounce-title");
    let is_unread = was_read && bounce.is_none();
    let copies = bounce.map(|bounce| bounce.copies.as_slice()).unwrap_or_default();
    let show = Show {
        frame: scene.frame(title),
        name: pen.name(scene.name()),
        lede: Markup::strong(&pen.lang.text(if bounce.is_some() { "bounce-says" } else { "bounce-lede" })),
        error: is_unread.then(|| pen.lang.text("bounce-unread")),
        pasted: if bounce.is_some() { String::new() } else { handed.pasted.clone() },
        copies: copies
            .iter()
            .map(|copy| CopyView {
                address: pen.id(&copy.address),
                action: pen.t(&format!("bounce-action-{}", copy.action.word())),
                says: format!("{} {}", copy.status, copy.says).trim().to_owned(),
            })
            .collect(),
        note: bounce.and_then(|bounce| match About::of(scene, bounce) {
            Some(About::Recorded) => Some(pen.t("bounce-recorded")),
            None => Some(pen.t("bounce-other")),
            Some(_) => None,
        }),
        record: bounce.and_then(|bounce| record(scene, bounce)),
        action: scene.href("part/bounce"),
        back: scene.href("part"),
    };
    let status = if is_unread { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok((status, page(&show)?).into_response())
}

/// What a report is about.
#[derive(Clone, Debug, PartialEq, Eq)]
enum About {
    /// The notice that went out.
    Notice,
    /// The notice of a further contract.
    Further(String),
    /// Another letter that went out by mail.
    Letter(u32),
    /// A mail of which it is recorded already that it came back.
    Recorded,
}

impl About {
    fn of(scene: &Scene, bounce: &Bounce) -> Option<About> {
        let (parting, message) = (&scene.case().parting, bounce.message.as_ref()?);
        let sent = parting.dispatched().and_then(|dispatch| dispatch.tracking.as_ref());
        let known = |tracking: &Option<String>| tracking.as_ref() == Some(message);
        if sent == Some(message) {
            return Some(About::Notice);
        }
        let is_its = |own: &&Further| own.dispatch.as_ref().is_some_and(|dispatch| known(&dispatch.tracking));
        if let Some(own) = parting.further.iter().find(is_its) {
            return Some(About::Further(own.contract.clone()));
        }
        let letter = parting.letters.iter().find(|letter| known(&letter.proof)).map(|letter| match letter.came_back {
            false => About::Letter(letter.id),
            true => About::Recorded,
        });
        letter.or_else(|| parting.dispatches.iter().any(|one| known(&one.tracking)).then_some(About::Recorded))
    }
}

/// Returns the form that records the failure; a report that names no mail may be about the notice. What the report says is
/// sent as a form is, for an address would be kept in logs and histories.
fn record(scene: &Scene, bounce: &Bounce) -> Option<Record> {
    let parting = &scene.case().parting;
    let waits = parting.dispatched().is_some() && parting.receipt.is_none();
    let is_open = |contract: &str| parting.further(contract).is_some_and(|own| own.receipt.is_none());
    let (path, named) = match About::of(scene, bounce) {
        Some(About::Letter(id)) => ("failed-delivery", Some(("letter", id.to_string()))),
        Some(About::Further(contract)) if is_open(&contract) => ("further-failure", Some(("contract", contract))),
        Some(About::Notice) if waits => ("failed-delivery", None),
        None if waits && bounce.message.is_none() => ("failed-delivery", None),
        _ => return None,
    };
    let is_failed = |copy: &&bounce::Copy| copy.action == Done::Failed;
    let failed = bounce.copies.iter().find(is_failed).filter(|_| scene.may(Action::Work))?;
    let text = format!("{} {} {}", failed.address, failed.status, failed.says);
    let on = bounce.on.filter(|on| *on <= scene.visitor.today).unwrap_or(scene.visitor.today);
    let filled = Filled::with([("on", on.to_string()), ("text", text.trim().to_owned())]);
    let fields = Fields::of(&scene.pen, &filled).day("on", "parting-on").text("text", "parting-text").all();
    let always = [("failure", Failure::Bounced.word().to_owned()), ("seen", scene.case().seq.to_string())];
    let hidden = named.into_iter().chain(always).collect();
    Some(Record { action: scene.href(path), hidden, fields })
}
