//! Reports in confidence: everyone finds the door; what is behind it differs only for those named in a report.

mod archive;
mod compartment;
mod counsel;
mod decision;
mod draft;
mod files;
mod filing;
mod journal;
mod keys;
pub mod lines;
mod list;
mod own;
mod people;
mod protection;
mod recipients;
mod remaining;
mod road;
mod room;
mod show;
mod statement;
mod taken;
mod words;

pub use draft::Drafts;

use super::app::Shared;
use super::when::When;
use super::{Crumb, PageError, Visitor};
use crate::lang::Lang;
use crate::store::reports::Recipient;
use axum::Router;
use axum::extract::{DefaultBodyLimit, Path};
use axum::response::Redirect;
use axum::routing::{get, post};

/// So many characters of a text are taken.
const TEXT_CHARACTERS_MAX: usize = 20_000;

pub fn routes() -> Router<Shared> {
    let with_files = DefaultBodyLimit::max(taken::FORM_BYTES_MAX);
    Router::new()
        .route("/reports", get(list::list).post(filing::file).layer(with_files))
        .route("/reports/new", get(filing::show))
        .route("/reports/keys", get(keys::show).post(keys::read))
        .route("/reports/recipients", get(recipients::show).post(recipients::name))
        .route("/reports/{id}", get(show::show))
        .route("/reports/{id}/journal", get(journal::show))
        .route("/reports/{id}/people", get(people::show))
        .route("/reports/{id}/decision", get(decision::show).post(decision::sign))
        .route("/reports/{id}/counsel", get(counsel::show))
        .route("/reports/{id}/duty", get(compartment::show).post(compartment::assess))
        .merge(acts())
        .route("/reports/{id}/files", post(files::attach).get(back).layer(with_files))
        .route("/reports/{id}/files/{n}", get(files::show))
}

/// What may take as long as it takes: an archive is sealed and tried while its reader waits for it.
pub fn slow() -> Router<Shared> {
    Router::new().route("/reports/{id}/archive", get(archive::show).post(archive::seal))
}

/// What is done on a report's pages.
fn acts() -> Router<Shared> {
    Router::new()
        .route("/reports/{id}/milestones", post(road::reach).get(back))
        .route("/reports/{id}/contact", post(road::name_contact).get(back))
        .route("/reports/{id}/approach", post(road::approach).get(back))
        .route("/reports/{id}/door", post(road::change_door).get(back))
        .route("/reports/{id}/words", post(own::tell).get(back))
        .route("/reports/{id}/wish", post(own::wish).get(back))
        .route("/reports/{id}/closure", post(own::close).get(back))
        .route("/reports/{id}/measures", post(protection::offer).get(back))
        .route("/reports/{id}/measures/{n}/answer", post(protection::answer).get(back_from_measure))
        .route("/reports/{id}/measures/{n}/end", post(protection::end).get(back_from_measure))
        .route("/reports/{id}/roles", post(people::give).get(back))
        .route("/reports/{id}/roles/end", post(people::take).get(back))
        .route("/reports/{id}/parties", post(people::name_party).get(back))
        .route("/reports/{id}/readers", post(people::renew).get(back))
        .route("/reports/{id}/decision/approval", post(decision::approve).get(back))
        .route("/reports/{id}/decision/stage", post(decision::prepare).get(back))
        .route("/reports/{id}/decision/reopening", post(decision::reopen).get(back))
        .route("/reports/{id}/advice", post(counsel::advise).get(back))
        .route("/reports/{id}/instruction", post(counsel::instruct).get(back))
        .route("/reports/{id}/stop", post(counsel::stop).get(back))
        .route("/reports/{id}/stop/end", post(counsel::resume).get(back))
        .route("/reports/{id}/hold", post(counsel::hold).get(back))
        .route("/reports/{id}/hold/end", post(counsel::release).get(back))
        .route("/reports/{id}/duty/notes", post(compartment::note).get(back))
        .route("/reports/{id}/duty/reported", post(compartment::report).get(back))
        .route("/reports/{id}/duty/readers", post(compartment::open_to_named).get(back))
}

/// Comes back to the report from an address that only takes forms.
async fn back(Path(id): Path<String>) -> Redirect {
    Redirect::to(&room::path(&id, ""))
}

async fn back_from_measure(Path((id, _)): Path<(String, String)>) -> Redirect {
    Redirect::to(&room::path(&id, ""))
}

/// Someone who receives reports, as the form names them.
pub struct RecipientView {
    pub member: String,
    pub name: String,
    /// The key of what they are: owner, member, adviser.
    pub role: &'static str,
    /// Since when their key is a new one, if it is not the one they joined with.
    pub new_key: Option<When>,
}

fn viewed(recipient: &Recipient, visitor: &Visitor) -> RecipientView {
    let is_new = recipient.key_since != recipient.joined_at;
    RecipientView {
        member: recipient.member.clone(),
        name: recipient.name.clone(),
        role: match recipient {
            Recipient { owner: true, .. } => "recipient-owner",
            Recipient { adviser: true, .. } => "recipient-adviser",
            _ => "recipient-member",
        },
        new_key: is_new.then(|| visitor.when(&recipient.key_since)),
    }
}

fn crumbs(lang: Lang, here: &str) -> Vec<Crumb> {
    let first = Crumb { text: lang.text("reports-title"), href: Some("/reports".to_owned()) };
    vec![first, Crumb { text: lang.text(here), href: None }]
}

/// A shared screen shows nothing of reports, not even the door.
fn closed_while_sharing(visitor: &Visitor) -> Result<(), PageError> {
    if visitor.sharing.is_some() { Err(PageError::Sharing) } else { Ok(()) }
}
