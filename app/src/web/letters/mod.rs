//! The letters of a parting: written from facts, checked, released, and printed; the dossier beside them.

mod bounce;
pub mod certificate;
pub mod dossier;
mod facts;
mod fields;
mod known;
mod lines;
pub mod mail;
mod new;
pub mod paper;
mod prefill;
mod show;
mod sums;
mod thanks;
pub mod tones;

pub use new::context;

use super::app::Shared;
use super::cases::scene::Scene;
use super::{PageError, href};
use crate::document::{Fonts, Letterhead, Paper, pdf};
use crate::lang::{Lang, Language};
use crate::letter::{Fault, FirmTexts};
use crate::store::letter_templates;
use axum::Router;
use axum::extract::{DefaultBodyLimit, Path};
use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use domain::case::parting::Letter;
use domain::days::Day;
use domain::separation::letter::Kind;
use fluent_bundle::FluentValue;

pub fn routes() -> Router<Shared> {
    let report = post(bounce::read).layer(DefaultBodyLimit::max(bounce::FORM_BYTES_MAX));
    Router::new()
        .route("/clients/{client}/cases/{case}/part/dossier.pdf", get(dossier::print))
        .route("/clients/{client}/cases/{case}/part/letters", get(back))
        .route("/clients/{client}/cases/{case}/part/letters/new", get(new::ask).post(new::write))
        .route("/clients/{client}/cases/{case}/part/letters/{letter}", get(show::show).post(show::change))
        .route("/clients/{client}/cases/{case}/part/letters/{letter}/release", post(show::release).get(show::back))
        .route("/clients/{client}/cases/{case}/part/letters/{letter}/approval", post(show::approve).get(show::back))
        .route("/clients/{client}/cases/{case}/part/letters/{letter}/chat", post(show::chat).get(show::back))
        .route("/clients/{client}/cases/{case}/part/letters/{letter}/paper.pdf", get(paper::print))
        .route("/clients/{client}/cases/{case}/part/letters/{letter}/mail", get(mail::show).post(mail::order))
        .route("/clients/{client}/cases/{case}/part/bounce", get(bounce::show).merge(report))
}

/// Comes back to the list of letters, which stands with the course of the end.
async fn back(Path((client, case)): Path<(String, String)>) -> Redirect {
    Redirect::to(&format!("{}/part", href::case(href::decoded(&client), &case)))
}

/// Returns a letter of the case by the number in its address.
fn letter_of<'a>(scene: &'a Scene, number: &str) -> Result<&'a Letter, PageError> {
    let id: Option<u32> = number.parse().ok();
    let letters = &scene.case().parting.letters;
    letters.iter().find(|letter| Some(letter.id) == id).ok_or(PageError::NotFound)
}

/// What is printed on the firm's paper.
pub struct Print {
    pub name: String,
    pub texts: Vec<(Language, String)>,
    /// What is annexed to it.
    pub annexes: Vec<Vec<(Language, String)>>,
    /// The digest under which it is kept, if it is.
    pub digest: Option<String>,
    pub on: Day,
    pub is_signed: bool,
    pub is_internal: bool,
}

/// Sets texts on the firm's paper, with its letterhead and fonts; answers with a PDF that is shown, not run.
pub async fn set(app: &Shared, firm: &str, print: Print) -> Result<Response, PageError> {
    let disposition = format!("inline; filename=\"{}.pdf\"", print.name);
    let headers = [(header::CONTENT_TYPE, "application/pdf".to_owned()), (header::CONTENT_DISPOSITION, disposition)];
    Ok((headers, bytes(app, firm, print).await?).into_response())
}

/// Sets texts as the bytes of a PDF, away from the threads that serve others.
async fn bytes(app: &Shared, firm: &str, print: Print) -> Result<Vec<u8>, PageError> {
    let (folder, firm) = (app.folder.clone(), firm.to_owned());
    let Print { texts, annexes, digest, on, is_signed, is_internal, .. } = print;
    let made = app
        .work(move || {
            let head = Letterhead::of(&folder.join("letterhead"), &firm);
            let fonts = Fonts::of(Some(&folder.join("fonts")));
            pdf(&Paper { texts, annexes, digest, on, head: &head, is_signed, is_internal }, &fonts)
        })
        .await;
    made.map_err(|unset| PageError::Broken(unset.to_string()))
}

/// Says what is wrong with a template, and where.
pub fn fault(lang: &Lang, fault: &Fault) -> String {
    let line = fault.line.map_or_else(String::new, |line| lang.digits(line as i64));
    let args = [
        ("template", FluentValue::from(template_name(lang, &fault.template))),
        ("line", FluentValue::from(line)),
        ("name", FluentValue::from(fault.detail.clone())),
    ];
    lang.say(&format!("letter-fault-{}", fault.flaw.word()), args)
}

/// Returns the name of a template as people read it: the kind of letter, or the part of letters.
pub fn template_name(lang: &Lang, template: &str) -> String {
    let family = if Kind::of(template).is_some() { "kind" } else { "part" };
    lang.text(&format!("letter-{family}-{template}"))
}

/// Returns the firm's own templates as they stand.
pub async fn firm_texts(app: &Shared) -> Result<FirmTexts, PageError> {
    let own = letter_templates::current(&app.db).await?;
    let texts =
        own.iter().filter_map(|one| Some((Language::of(&one.language)?, one.name.as_str(), one.text.as_deref()?)));
    Ok(texts.fold(FirmTexts::default(), |texts, (language, name, text)| texts.with(language, name, text)))
}
