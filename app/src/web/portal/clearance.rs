//! The clearance on the client's page: the text that is to be signed, or as it was signed, with what binds it.

use super::{Reader, Told};
use crate::lang::Lang;
use crate::letter::{clearance, parts};
use crate::web::PageError;
use crate::web::app::Shared;
use crate::web::letters::paper::{Sheet, sheets};
use crate::web::letters::{Print, set};
use crate::web::when::When;
use axum::extract::State;
use axum::response::Response;
use domain::journal::digest;
use domain::separation::letter::Kind;
use domain::separation::portal::{ClientPage, ServedLetter};

/// The clearance as the page shows it.
pub struct ClearanceView {
    pub sheets: Vec<Sheet>,
    pub digest: String,
    /// The instant of the signature, as the journal has it.
    pub at: Option<String>,
}

/// Returns the clearance as it was signed, or in the reader's language as it can be signed now.
pub fn standing(page: &ClientPage, told: &Told, lang: Lang) -> Option<ServedLetter> {
    let (language, text, digest) = match &page.clearance {
        Some(signed) => (signed.language, signed.text.clone(), signed.digest.clone()),
        None => {
            let text = clearance(page, (told.firm, told.client), lang.language).filter(|_| page.may_sign)?;
            let digest = digest(text.as_bytes());
            (lang.language.into(), Some(text), digest)
        }
    };
    Some(ServedLetter { id: 0, kind: Kind::Clearance, language, text, digest, acknowledged: None })
}

pub fn view(reader: &Reader) -> Option<ClearanceView> {
    let standing = standing(&reader.page, &reader.told(), reader.lang)?;
    let text = standing.text.unwrap_or_else(|| reader.lang.text("words-erased"));
    Some(ClearanceView {
        sheets: sheets(&text, &parts(&text, standing.language), &[]),
        digest: standing.digest,
        at: reader.page.clearance.as_ref().map(|signed| signed.at.clone()),
    })
}

/// The clearance as it is printed.
pub async fn paper(State(app): State<Shared>, reader: Reader) -> Result<Response, PageError> {
    let standing = standing(&reader.page, &reader.told(), reader.lang).ok_or(PageError::NotFound)?;
    let text = standing.text.ok_or(PageError::NotFound)?;
    let (zone, digits) = (reader.zone.as_deref(), reader.lang.digits);
    let on = reader.page.clearance.as_ref().map_or(reader.today, |signed| When::of(&signed.at, zone, digits).day);
    let (name, texts, digest) = ("clearance".to_owned(), parts(&text, standing.language), Some(standing.digest));
    let print = Print { name, texts, annexes: vec![], digest, on, is_signed: true, is_internal: false };
    set(&app, &reader.firm, print).await
}
