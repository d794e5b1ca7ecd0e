//! A letter by the firm's mail server: to whom, ordered by a person; then where it stands, and what a person may say of it.

use super::paper::{Sheet, sheet_of, sheets};
use super::{bytes, letter_of};
use crate::document::{isolated, title};
use crate::entropy;
use crate::flow::account;
use crate::flow::contracts::{confirmed, of_letter};
use crate::flow::mail::{self, Order, Standing};
use crate::letter::{BETWEEN, parts, plain};
use crate::mail::message::{Letter as Mail, address, made, message_id};
use crate::mail::server::Server;
use crate::store::outbox::State as Stands;
use crate::store::viewer::Role;
use crate::web::account::Contact;
use crate::web::app::Shared;
use crate::web::cases::ask::{Field, Fields};
use crate::web::cases::people::People;
use crate::web::cases::refusal::Refused;
use crate::web::cases::scene::Scene;
use crate::web::cases::{by, seen};
use crate::web::form::{self, Filled};
use crate::web::markup::{Markup, Pen};
use crate::web::when::When;
use crate::web::{Frame, PageError, Visitor, href, page};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::case::Action;
use domain::case::parting::{Failure, Letter};
use domain::separation::tone;
use fluent_bundle::FluentValue;

#[derive(Template)]
#[template(path = "letters/mail.html")]
struct Show {
    frame: Frame,
    kind: Markup,
    lede: Markup,
    refused: Option<Refused>,
    /// What the server said last.
    says: Option<String>,
    /// What a person may do now: where, and its words.
    doors: Vec<(String, Markup)>,
    form: Option<Ask>,
    back: String,
}

/// The form that orders it.
struct Ask {
    notes: Vec<Markup>,
    rows: Vec<(Markup, Markup)>,
    sheets: Vec<Sheet>,
    fields: Vec<Field>,
    action: String,
    seen: String,
}

type Place = Path<(String, String, String)>;

pub async fn show(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((client, case, number)): Place,
) -> Result<Response, PageError> {
    let scene = Scene::of_letters(&app, &visitor, &client, &case).await?;
    let letter = letter_of(&scene, &number)?;
    drawn(&app, &scene, letter, &Filled::default(), None).await
}

/// Orders the letter to be sent: only what a person wrote and confirmed goes anywhere.
pub async fn order(
    State(app): State<Shared>,
    mut visitor: Visitor,
    Path((client, case, number)): Place,
    mut filled: Filled,
) -> Result<Response, PageError> {
    visitor.at(&format!("{}/part/letters/{number}/mail", href::case(href::decoded(&client), &case)));
    let scene = Scene::of_letters(&app, &visitor, &client, &case).await?;
    let letter = letter_of(&scene, &number)?;
    let lang = scene.pen.lang;
    if address(filled.value("to")).is_none() {
        filled.refuse("to", lang.text("mail-to-invalid"));
    }
    if !filled.holds("sure", "1") {
        filled.refuse("sure", lang.text("mail-sure-missing"));
    }
    let server = mail::stated(&app.db).await?;
    let (Some(server), true) = (server, filled.is_good()) else {
        return drawn(&app, &scene, letter, &filled, None).await;
    };
    let message = message_id(&entropy::secret(), &server);
    let raw = mail_of(&app, &scene, letter, (&server, &message), filled.value("to")).await?;
    let terms = confirmed(&app.db, &visitor.viewer, &scene.opened.key.client).await?;
    let terms = of_letter(scene.case(), letter.id, &terms);
    let order = Order {
        letter: letter.id,
        to: filled.value("to"),
        message: &message,
        raw: &raw,
        own: &visitor.firm.own_days,
        confirmed: &terms,
    };
    match mail::order(app.place(), &scene.opened.key, &by(&app, &visitor, seen(&filled)), order).await {
        Ok(_) => {
            app.outgoing.wish();
            Ok(Redirect::to(&scene.href(&format!("part/letters/{}/mail", letter.id))).into_response())
        }
        Err(not_done) => {
            let people = People::of(&app.db).await?;
            let refused = Refused::of(&Pen::of(&visitor), &people, scene.case(), not_done)?;
            drawn(&app, &scene, letter, &filled, Some(refused)).await
        }
    }
}

/// Makes the mail: the letter's text as it was approved, and its paper.
async fn mail_of(
    app: &Shared,
    scene: &Scene<'_>,
    letter: &Letter,
    (server, id): (&Server, &str),
    to: &str,
) -> Result<Vec<u8>, PageError> {
    let print = sheet_of(letter, scene.visitor.firm.zone.as_deref()).ok_or(PageError::NotFound)?;
    let bodies = print.texts.iter().map(|(language, text)| isolated(&plain(text), *language));
    let body = bodies.collect::<Vec<_>>().join(&format!("\n\n{BETWEEN}\n\n"));
    let subject = subject(scene, letter);
    let file = format!("{}.pdf", print.name);
    let firm = scene.visitor.firm.name.clone().unwrap_or_default();
    let paper = bytes(app, &firm, print).await?;
    let mail = Mail { to, subject: &subject, body: &body, paper: Some((&file, &paper)), id, at: app.clock.now() };
    made(&mail, server).map_err(|unmade| PageError::Broken(unmade.to_string()))
}

/// The titles of the letter, in its languages; a letter without one goes by its kind.
fn subject(scene: &Scene, letter: &Letter) -> String {
    let text = letter.text().zip(letter.last());
    let parts = text.map(|(text, version)| parts(text, version.language)).unwrap_or_default();
    let titles: Vec<&str> = parts.iter().map(|(_, text)| title(text)).filter(|title| !title.is_empty()).collect();
    if titles.is_empty() {
        scene.pen.lang.text(&format!("letter-kind-{}", letter.kind.word()))
    } else {
        titles.join(" / ")
    }
}

async fn drawn(
    app: &Shared,
    scene: &Scene<'_>,
    letter: &Letter,
    filled: &Filled,
    refused: Option<Refused>,
) -> Result<Response, PageError> {
    let pen = &scene.pen;
    let kind = pen.lang.text(&format!("letter-kind-{}", letter.kind.word()));
    let all = mail::of_case(app.place(), &scene.opened.key).await?;
    let order = scene.case().parting.orders.iter().find(|order| order.letter == letter.id);
    let ordered = order.is_some();
    let is_its = |one: &Standing| order.map_or(one.letter == letter.id, |order| order.message == one.message);
    let standing = all.into_iter().find(is_its);
    let server = mail::stated(&app.db).await?;
    let is_good = refused.is_none() && filled.is_good();
    let strong = |key: &str| Markup::strong(&pen.lang.text(key));
    let (lede, doors, form) = match (&standing, &server) {
        (Some(standing), _) if ordered => (says(scene, standing), doors(scene, letter, standing), None),
        (Some(standing), _) if standing.state == Stands::Sent && letter.is_served && !may(scene, letter) => {
            (says(scene, standing), vec![], None)
        }
        _ if !may(scene, letter) => (strong("mail-not-here"), vec![], None),
        (_, None) => (strong("mail-no-server"), set_up(scene), None),
        (_, Some(server)) => {
            let mut form = ask(scene, letter, server, filled);
            form.notes.extend(out_of_hours(app, scene, letter).await?);
            (strong("mail-lede"), vec![], Some(form))
        }
    };
    let says = standing.filter(|_| ordered).and_then(|standing| standing.answer).map(|answer| answer.says);
    let show = Show {
        frame: scene.frame(kind.clone()),
        kind: Markup::text(&kind),
        lede,
        refused,
        says: says.filter(|says| !says.is_empty()),
        doors,
        form,
        back: scene.href(&format!("part/letters/{}", letter.id)),
    };
    let status = if is_good { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, page(&show)?).into_response())
}

/// Tells whether this visitor may order the letter by mail now.
pub fn may(scene: &Scene, letter: &Letter) -> bool {
    let is_free = !scene.case().parting.is_ordered(letter.id);
    scene.may(Action::Work) && is_free && scene.case().lets_out(letter) && scene.case().may_be_mailed(letter)
}

/// Says of a letter that reminds that nobody is reminded now, at the client's place.
async fn out_of_hours(app: &Shared, scene: &Scene<'_>, letter: &Letter) -> Result<Option<Markup>, PageError> {
    if letter.kind.tone() != tone::Kind::Reminder {
        return Ok(None);
    }
    let subject = account::of_client(&app.db, &scene.opened.key.client, scene.visitor.today).await?;
    let contact = subject.and_then(|subject| Contact::of(&scene.pen, &subject, &scene.visitor.firm, app.clock.now()));
    Ok(contact.filter(|contact| !contact.is_now).map(|contact| contact.says))
}

fn set_up(scene: &Scene) -> Vec<(String, Markup)> {
    let door = ("/firm/mail".to_owned(), scene.pen.t("mail-set-up"));
    (scene.visitor.role == Role::Owner).then_some(door).into_iter().collect()
}

fn ask(scene: &Scene, letter: &Letter, server: &Server, filled: &Filled) -> Ask {
    let pen = &scene.pen;
    let mut notes = vec![];
    if letter.kind.is_formal() && !scene.case().is_notice(letter.id) {
        notes.push(pen.t("mail-formal"));
    }
    let text = letter.text().unwrap_or_default();
    let parts = letter.last().map(|version| parts(text, version.language)).unwrap_or_default();
    let from = Markup::join([pen.name(&server.name), pen.id(&server.address)], " ");
    Ask {
        notes,
        rows: vec![
            (pen.t("mail-from"), from),
            (pen.t("mail-subject"), pen.name(&subject(scene, letter))),
            (pen.t("mail-attached"), pen.t("mail-attached-paper")),
        ],
        sheets: sheets(text, &parts, &[]),
        fields: Fields::of(pen, filled).line("to", "mail-to").hint("mail-to-hint").tick("sure", "mail-sure").all(),
        action: scene.href(&format!("part/letters/{}/mail", letter.id)),
        seen: scene.case().seq.to_string(),
    }
}

/// Says where a letter stands on its way.
pub fn says(scene: &Scene, standing: &Standing) -> Markup {
    let pen = &scene.pen;
    let at = |key: &str, stamp: &str| {
        let when = When::of(stamp, pen.zone, pen.lang.digits);
        let args = [("day", FluentValue::from(pen.lang.weekday(when.day))), ("time", when.time.into())];
        pen.lang.say(key, args)
    };
    let said = match standing.state {
        Stands::Waiting if standing.answer.is_some() => at("mail-stands-again", &standing.next_at),
        Stands::Waiting => pen.lang.text("mail-stands-waiting"),
        Stands::Claimed | Stands::Sending => pen.lang.text("mail-stands-sending"),
        Stands::Sent => at("mail-stands-sent", &standing.changed_at),
        Stands::Ended => pen.lang.text("mail-stands-ended"),
        Stands::Unknown if standing.is_unwritten() => pen.lang.text("mail-why-unwritten"),
        Stands::Unknown => at("mail-stands-unknown", &standing.changed_at),
        Stands::Refused => {
            let why = standing.answer.as_ref().map_or("erased", |answer| answer.why.word());
            pen.lang.text(&format!("mail-why-{why}"))
        }
    };
    Markup::strong(&said)
}

/// Returns what a person may say of a letter that did not go out, or of which nobody knows.
fn doors(scene: &Scene, letter: &Letter, standing: &Standing) -> Vec<(String, Markup)> {
    let (pen, case) = (&scene.pen, scene.case());
    if !scene.may(Action::Work) {
        return vec![];
    }
    let refused = standing.state == Stands::Refused;
    let failure = if refused { Failure::Bounced } else { Failure::NotSent };
    // What the server said stays out of addresses, which are kept in logs and histories: the page looks it up.
    let id = form::encode(&standing.message);
    let failed = format!("failed-delivery?letter={}&failure={}&mail={id}", letter.id, failure.word());
    let failed = (scene.href(&failed), pen.t("mail-do-failed"));
    let taken = mail::taken_at(standing, case, scene.visitor.firm.zone.as_deref());
    match (standing.state, taken) {
        (Stands::Unknown, Some((on, time))) => {
            let went = if let Some(further) = case.parting.further_of(letter.id) {
                let contract = form::encode(&further.contract);
                format!("further-dispatch?contract={contract}&on={on}&time={time}&tracking={id}")
            } else if case.is_main(letter.id) {
                format!("dispatch?on={on}&time={time}&tracking={id}")
            } else {
                format!("handed-over?letter={}&on={on}&proof={id}", letter.id)
            };
            vec![(scene.href(&went), pen.t("mail-do-went")), failed]
        }
        (Stands::Waiting, _) => vec![(failed.0, pen.t("mail-do-stop"))],
        (Stands::Refused | Stands::Unknown, _) => vec![failed],
        _ => vec![],
    }
}
