//! What typst may see: one layout, one letter as data, one logo, and fonts. It has no disk, no network and no clock.

use super::{Fonts, Unset};
use domain::days::Day;
use std::borrow::Cow;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Dict, Duration, Value};
use typst::syntax::{FileId, Source};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

const LAYOUT: &str = include_str!("../../letters/letter.typ");

/// So many papers may pass before what typst remembers of one is forgotten.
const REMEMBERED: usize = 10;

struct Desk<'a> {
    library: LazyHash<Library>,
    fonts: &'a Fonts,
    layout: Source,
    logo: Option<(&'static str, Bytes)>,
}

impl World for Desk<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.fonts.book
    }

    fn main(&self) -> FileId {
        self.layout.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.layout.id() { Ok(self.layout.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let logo = self.logo.as_ref().filter(|(name, _)| *name == id.vpath().get_without_slash());
        logo.map(|(_, bytes)| bytes.clone()).ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.all.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// Sets a letter, given as JSON, as PDF/A-2a.
pub fn set(letter: &str, logo: Option<(&'static str, Vec<u8>)>, on: Day, fonts: &Fonts) -> Result<Vec<u8>, Unset> {
    let mut inputs = Dict::new();
    inputs.insert("letter".into(), Value::Str(letter.into()));
    let desk = Desk {
        library: LazyHash::new(Library::builder().with_inputs(inputs).build()),
        fonts,
        layout: Source::detached(layout()),
        logo: logo.map(|(name, bytes)| (name, Bytes::new(bytes))),
    };
    let set = typst::compile::<PagedDocument>(&desk).output.map_err(|errors| unset(&errors))?;
    let standards = PdfStandards::new(&[PdfStandard::A_2a]).map_err(|error| Unset(format!("{error:?}")))?;
    let (year, month, day) = on.civil();
    let made_at = Datetime::from_ymd_hms(year, month as u8, day as u8, 0, 0, 0).map(Timestamp::new_utc);
    let options = PdfOptions { standards, timestamp: made_at, ..PdfOptions::default() };
    let pdf = typst_pdf::pdf(&set, &options).map_err(|errors| unset(&errors));
    typst::comemo::evict(REMEMBERED);
    pdf
}

fn unset(errors: &[SourceDiagnostic]) -> Unset {
    Unset(errors.iter().map(|error| error.message.to_string()).collect::<Vec<_>>().join("; "))
}

/// Returns the layout; while Khitam is worked on it is read from its file, so that a change shows without building.
fn layout() -> String {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/letters/letter.typ");
    let text = if cfg!(debug_assertions) { std::fs::read_to_string(file).ok().map(Cow::Owned) } else { None };
    text.unwrap_or(Cow::Borrowed(LAYOUT)).into_owned()
}
