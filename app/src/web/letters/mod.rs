//! The letters of a parting: written from facts, checked, released, and printed; the dossier beside them.

mod dossier;
mod facts;
mod fields;
mod lines;
mod new;
pub mod paper;
mod prefill;
mod show;

use super::app::Shared;
use super::cases::scene::Scene;
use super::{PageError, Visitor, href};
use crate::document::{Fonts, Letterhead};
use crate::lang::Lang;
use crate::letter::{Fault, FirmTexts};
use axum::Router;
use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use domain::case::parting::Letter;
use fluent_bundle::FluentValue;

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/clients/{client}/cases/{case}/part/dossier.pdf", get(dossier::print))
        .route("/clients/{client}/cases/{case}/part/letters", get(back))
        .route("/clients/{client}/cases/{case}/part/letters/new", get(new::ask).post(new::write))
        .route("/clients/{client}/cases/{case}/part/letters/{letter}", get(show::show).post(show::change))
        .route("/clients/{client}/cases/{case}/part/letters/{letter}/release", post(show::release).get(show::back))
        .route("/clients/{client}/cases/{case}/part/letters/{letter}/paper.pdf", get(paper::print))
}

/// Comes back to the list of letters, which stands with the course of the end.
async fn back(Path((client, case)): Path<(String, String)>) -> Redirect {
    Redirect::to(&format!("{}/part", href::case(href::decoded(&client), &case)))
}

/// A case that is being parted from, before a visitor who takes part in it.
async fn scene<'a>(app: &Shared, visitor: &'a Visitor, client: &str, case: &str) -> Result<Scene<'a>, PageError> {
    let scene = Scene::of(app, visitor, client, case).await?;
    let stage = scene.case().stage;
    if stage.is_parting() || stage == domain::case::Stage::Closed { Ok(scene) } else { Err(PageError::NotFound) }
}

/// Returns a letter of the case by the number in its address.
fn letter_of<'a>(scene: &'a Scene, number: &str) -> Result<&'a Letter, PageError> {
    let id: Option<u32> = number.parse().ok();
    let letters = &scene.case().parting.letters;
    letters.iter().find(|letter| Some(letter.id) == id).ok_or(PageError::NotFound)
}

/// What a firm keeps in its folder for its letters: `letters/`, `letterhead/` and `fonts/`.
pub struct Stationery {
    texts: FirmTexts,
    pub head: Letterhead,
    pub fonts: Fonts,
}

impl Stationery {
    /// Reads it, away from the threads that serve others.
    pub async fn of(app: &Shared, firm: &str) -> Stationery {
        let (folder, name) = (app.folder.clone(), firm.to_owned());
        app.work(move || Stationery {
            texts: FirmTexts::of(&folder.join("letters")),
            head: Letterhead::of(&folder.join("letterhead"), &name),
            fonts: Fonts::of(Some(&folder.join("fonts"))),
        })
        .await
    }
}

/// Answers with a PDF that is shown, not run.
pub fn as_pdf(pdf: Vec<u8>, name: &str) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "application/pdf".to_owned()),
        (header::CONTENT_DISPOSITION, format!("inline; filename=\"{name}.pdf\"")),
    ];
    (headers, pdf).into_response()
}

/// Says what is wrong with a template, and where it is mended.
fn fault(lang: &Lang, fault: &Fault) -> String {
    let line = fault.line.map_or_else(String::new, |line| lang.digits(line as i64));
    let template = format!("{}/{}.txt", fault.language.tag(), fault.template);
    let args = [("template", FluentValue::from(template)), ("line", FluentValue::from(line))];
    lang.say(&format!("letter-fault-{}", fault.flaw.word()), args)
}
