//! A contract's text handed over: a file of a form that is read, or words that were pasted.

use super::terms::{self, Look};
use super::{Subject, acting};
use crate::intake::contract::{Text, Unread, text_in};
use crate::lang::Lang;
use crate::store::apart;
use crate::store::contracts::{self, Handed, Kept};
use crate::store::entries::By;
use crate::web::app::Shared;
use crate::web::form::{Filled, file_name};
use crate::web::{PageError, Visitor};
use axum::extract::{Multipart, Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::journal::digest;
use fluent_bundle::FluentValue;
use std::path::PathBuf;
use tokio::sync::Semaphore;

/// The largest file that is taken; a contract of a thousand pages has a tenth of it.
const FILE_BYTES_MAX: usize = 64 << 20;
/// With the words round it.
pub const FORM_BYTES_MAX: usize = FILE_BYTES_MAX + (1 << 20);

/// One file is read at a time: a hostile one may take much memory.
static TURN: Semaphore = Semaphore::const_new(1);

/// What was handed over.
#[derive(Default)]
struct Taken {
    name: String,
    bytes: Vec<u8>,
    pasted: String,
}

pub async fn save(
    State(app): State<Shared>,
    mut visitor: Visitor,
    Path((client, kind, id)): Path<(String, String, String)>,
    mut form: Multipart,
) -> Result<Response, PageError> {
    let subject = acting(&app, &visitor, [&client, &kind, &id, "terms"]).await?;
    let taken = taken(&mut form).await?;
    let sha256 = digest(if taken.name.is_empty() { taken.pasted.as_bytes() } else { &taken.bytes });
    let Taken { name, bytes, pasted } = taken;
    let read = if name.is_empty() { words(pasted) } else { of_file(name.clone(), bytes).await? };
    let text = match read {
        Ok(text) => text,
        Err(unread) => {
            let (field, error) = refusal(visitor.lang, &name, &unread);
            let mut filled = Filled::default();
            filled.refuse(field, error);
            visitor.at(&subject.href("terms"));
            return terms::drawn(&app, &visitor, &subject, filled, &Look::default()).await;
        }
    };
    let by = By { member: visitor.member.clone(), at: app.now() };
    let handed = Handed { name: &name, sha256: &sha256, text: &text.words, unread_pages: &text.unread_pages };
    let query = match contracts::keep(&app.db, &subject.handle, &handed, &by).await? {
        Kept::Added(_) => String::new(),
        Kept::AlreadyThere(version) => format!("?same={version}"),
    };
    Ok(Redirect::to(&(subject.href("terms") + &query)).into_response())
}

/// Leads back whoever comes without a form.
pub async fn back(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((client, kind, id)): Path<(String, String, String)>,
) -> Result<Response, PageError> {
    let subject: Box<Subject> = acting(&app, &visitor, [&client, &kind, &id, "terms"]).await?;
    Ok(Redirect::to(&subject.href("terms")).into_response())
}

async fn taken(form: &mut Multipart) -> Result<Taken, PageError> {
    let unread = |status| PageError::of_status(status);
    let mut taken = Taken::default();
    while let Some(field) = form.next_field().await.map_err(|error| unread(error.status()))? {
        let file = field.file_name().map(file_name);
        match (field.name(), file) {
            (Some("files"), Some(name)) if !name.is_empty() => {
                taken.bytes = field.bytes().await.map_err(|error| unread(error.status()))?.to_vec();
                taken.name = name;
            }
            (Some("words"), None) => taken.pasted = field.text().await.map_err(|error| unread(error.status()))?,
            _ => {}
        }
    }
    Ok(taken)
}

fn words(pasted: String) -> Result<Text, Unread> {
    let words = plain(&pasted);
    if words.trim().is_empty() { Err(Unread::Empty) } else { Ok(Text { words, unread_pages: vec![] }) }
}

fn plain(words: &str) -> String {
    words.replace("\r\n", "\n").replace('\0', "")
}

async fn of_file(name: String, bytes: Vec<u8>) -> Result<Result<Text, Unread>, PageError> {
    let _turn = TURN.acquire().await;
    let read = apart(move || Ok(text_in(&PathBuf::from(name), bytes))).await?;
    Ok(read.map(|text| Text { words: plain(&text.words), ..text }))
}

/// Returns the field that is refused, and why, and what to do next.
fn refusal(lang: Lang, name: &str, unread: &Unread) -> (&'static str, String) {
    if name.is_empty() {
        return ("words", lang.text("terms-no-words"));
    }
    let said =
        |end: &str| lang.say(&format!("fail-{}{end}", unread.key()), [("what", FluentValue::from(name.to_owned()))]);
    ("files", format!("{} {}", said(""), said("-next")))
}
