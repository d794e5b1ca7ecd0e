//! A report of non-delivery that came back by mail: read, held against what was sent, and recorded by a person.

use crate::mail::bounce::{self, Action as Done, Bounce};
use crate::web::app::Shared;
use crate::web::cases::crumbs;
use crate::web::cases::scene::Scene;
use crate::web::form;
use crate::web::markup::Markup;
use crate::web::{Frame, PageError, Verb, Visitor, href, page};
use askama::Template;
use axum::extract::{Multipart, Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::case::Action;
use domain::case::parting::Failure;

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
    /// Where it is recorded.
    door: Option<String>,
    action: String,
    back: String,
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
    let scene = Scene::of_parting(&app, &visitor, &client, &case).await?;
    drawn(&scene, &Handed::default(), None, false)
}

pub async fn read(
    State(app): State<Shared>,
    mut visitor: Visitor,
    Path((client, case)): Place,
    mut form: Multipart,
) -> Result<Response, PageError> {
    visitor.at(&format!("{}/part/bounce", href::case(href::decoded(&client), &case)));
    let scene = Scene::of_parting(&app, &visitor, &client, &case).await?;
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
        frame: scene.visitor.frame(title.clone(), Some(Verb::Part), crumbs(scene.visitor, &scene.opened, Some(title))),
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
        note: bounce.filter(|bounce| About::of(scene, bounce).is_none()).map(|_| pen.t("bounce-other")),
        door: bounce.and_then(|bounce| door(scene, bounce)),
        action: scene.href("part/bounce"),
        back: scene.href("part"),
    };
    let status = if is_unread { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok((status, page(&show)?).into_response())
}

/// What a report is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum About {
    /// The notice that went out.
    Notice,
    /// Another letter that went out by mail.
    Letter(u32),
}

impl About {
    fn of(scene: &Scene, bounce: &Bounce) -> Option<About> {
        let (parting, message) = (&scene.case().parting, bounce.message.as_ref()?);
        let sent = parting.dispatched().and_then(|dispatch| dispatch.tracking.as_ref());
        let letter = || parting.letters.iter().find(|letter| letter.is_out() && letter.proof.as_ref() == Some(message));
        if sent == Some(message) { Some(About::Notice) } else { letter().map(|letter| About::Letter(letter.id)) }
    }
}

/// Returns where the failure is recorded, its fields filled in; a report that names no mail may be about the notice.
fn door(scene: &Scene, bounce: &Bounce) -> Option<String> {
    let parting = &scene.case().parting;
    let waits = parting.dispatched().is_some() && parting.receipt.is_none();
    let letter = match About::of(scene, bounce) {
        Some(About::Letter(id)) => format!("letter={id}&"),
        Some(About::Notice) if waits => String::new(),
        None if waits && bounce.message.is_none() => String::new(),
        _ => return None,
    };
    let is_failed = |copy: &&bounce::Copy| copy.action == Done::Failed;
    let failed = bounce.copies.iter().find(is_failed).filter(|_| scene.may(Action::Work))?;
    let text = format!("{} {} {}", failed.address, failed.status, failed.says);
    let on = bounce.on.filter(|on| *on <= scene.visitor.today).unwrap_or(scene.visitor.today);
    let query = format!("{letter}failure={}&on={on}&text={}", Failure::Bounced.word(), form::encode(text.trim()));
    Some(scene.href(&format!("failed-delivery?{query}")))
}
