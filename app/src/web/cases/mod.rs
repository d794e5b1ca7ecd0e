//! Cases of clients whose future is in question: who may see one, and what happened in it. For everyone else there is
//! no such case.

mod account;
pub mod archives;
pub mod ask;
pub mod cited;
mod client_links;
pub mod closing_pack;
mod decision;
mod figures;
mod file;
mod frozen;
pub mod gates;
mod gathered;
pub mod happened;
mod hold;
mod learned;
pub mod legal_holds;
mod list;
mod offers;
mod opening;
mod page_paper;
mod part;
pub mod people;
pub mod proofs;
mod record;
pub mod refusal;
pub mod retrospective;
mod roles;
mod said;
pub mod scene;
mod show;
mod stand;
pub mod topics;
mod watched;
pub mod words;

use super::app::Shared;
use super::form::Filled;
use super::markup::Pen;
use super::{Crumb, PageError, Visitor, href};
use crate::flow::cases::{self, By, NotDone, Opened};
use crate::store::cases::Key;
use axum::Router;
use axum::extract::{DefaultBodyLimit, Path};
use axum::response::Redirect;
use axum::routing::{get, post};
use domain::case::{Act, Action, Case, Now, Refusal};
use domain::separation::letter::without_sums;
use domain::text::western_digit;
use people::People;
use refusal::Refused;

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/cases", get(list::list))
        .route("/cases.csv", get(file::answer))
        .route("/cases.xlsx", get(file::answer))
        .route("/clients/{client}/cases", post(opening::open).get(opening::back))
        .route("/clients/{client}/cases/new", get(opening::show))
        .route("/clients/{client}/cases/{case}", get(show::show))
        .route("/clients/{client}/cases/{case}/stage", post(show::enter).get(back))
        .route("/clients/{client}/cases/{case}/figures", post(figures::renew).get(back))
        .route("/clients/{client}/cases/{case}/decision", get(decision::show).post(decision::decide))
        .route("/clients/{client}/cases/{case}/decision/approval", post(decision::approve).get(decision::back))
        .route("/clients/{client}/cases/{case}/decision/reading", get(decision::reading))
        .route("/clients/{client}/cases/{case}/minutes", get(decision::minutes))
        .route("/clients/{client}/cases/{case}/roles", get(roles::show).post(roles::give))
        .route("/clients/{client}/cases/{case}/roles.csv", get(roles::file))
        .route("/clients/{client}/cases/{case}/roles.xlsx", get(roles::file))
        .route("/clients/{client}/cases/{case}/roles/end", post(roles::end).get(roles::back))
        .route("/clients/{client}/cases/{case}/hold", get(hold::show).post(hold::set))
        .route("/clients/{client}/cases/{case}/hold/end", post(hold::release).get(hold::back))
        .route("/clients/{client}/cases/{case}/part", get(part::show))
        .route("/clients/{client}/cases/{case}/part/letters.csv", get(part::letters))
        .route("/clients/{client}/cases/{case}/part/letters.xlsx", get(part::letters))
        .route("/clients/{client}/cases/{case}/retrospective", get(retrospective::show))
        .route("/clients/{client}/cases/{case}/closing-pack", get(closing_pack::show).post(closing_pack::seal))
        .route("/clients/{client}/cases/{case}/closing-pack.zip", get(closing_pack::file))
        .route("/clients/{client}/cases/{case}/client-links", get(client_links::show).post(client_links::give))
        .route("/clients/{client}/cases/{case}/client-links.csv", get(client_links::file))
        .route("/clients/{client}/cases/{case}/client-links.xlsx", get(client_links::file))
        .route("/clients/{client}/cases/{case}/client-links/end", post(client_links::end).get(back))
        .route("/clients/{client}/cases/{case}/legal-holds.csv", get(legal_holds::file))
        .route("/clients/{client}/cases/{case}/legal-holds.xlsx", get(legal_holds::file))
        .route("/clients/{client}/cases/{case}/legal-holds/{hold}/log.csv", get(legal_holds::log_file))
        .route("/clients/{client}/cases/{case}/legal-holds/{hold}/log.xlsx", get(legal_holds::log_file))
        .route("/clients/{client}/cases/{case}/part/proofs.csv", get(proofs::list))
        .route("/clients/{client}/cases/{case}/part/proofs.xlsx", get(proofs::list))
        .route("/clients/{client}/cases/{case}/part/proofs/{file}", get(proofs::file).post(proofs::give))
        .route("/clients/{client}/cases/{case}/part/client-page.pdf", get(page_paper::print))
        .route("/clients/{client}/cases/{case}/part/account", get(account::show).post(account::freeze))
        .route("/clients/{client}/cases/{case}/{topic}", get(topics::ask).post(topics::answer))
}

/// Files that are handed over, and archives: they take as long as their bytes; and legal holds, which wait for an erasure.
pub fn files() -> Router<Shared> {
    let proof = post(proofs::keep).layer(DefaultBodyLimit::max(proofs::FORM_BYTES_MAX));
    Router::new()
        .route("/clients/{client}/cases/{case}/part/proofs", get(proofs::show).merge(proof))
        .route("/clients/{client}/cases/{case}/legal-holds", get(legal_holds::show).post(legal_holds::set))
        .route("/clients/{client}/cases/{case}/legal-holds/{hold}", get(legal_holds::one).post(legal_holds::change))
        .route("/clients/{client}/cases/{case}/archives", get(archives::show).post(archives::make))
        .route("/clients/{client}/cases/{case}/archives/{archive}", get(archives::file).post(archives::fetch))
        .route("/clients/{client}/cases/{case}/archives/{archive}/check", get(archives::check).post(archives::note))
}

/// Returns a case that this visitor takes part in; for anyone else it is not there. A shared screen shows none.
pub async fn case_of(app: &Shared, visitor: &Visitor, client: &str, case: &str) -> Result<Opened, PageError> {
    if visitor.sharing.is_some() {
        return Err(PageError::Sharing);
    }
    let key = Key { client: href::decoded(client).to_owned(), case: case.to_owned() };
    let opened = cases::load(app.place(), &key).await?.ok_or(PageError::NotFound)?;
    if opened.case.allows(&visitor.member, Action::See) { Ok(opened) } else { Err(PageError::NotFound) }
}

/// Returns who acts, when, and on which state they looked.
pub fn by<'a>(app: &Shared, visitor: &'a Visitor, seen: Option<u32>) -> By<'a> {
    By { member: &visitor.member, now: Now { at: app.now(), today: visitor.today }, seen }
}

/// Comes back to the case from an address that only takes forms.
async fn back(Path((client, case)): Path<(String, String)>) -> Redirect {
    Redirect::to(&href::case(href::decoded(&client), &case))
}

/// Returns the number of the last entry that a form's page knew; it travels in the hidden field `seen`.
pub fn seen(filled: &Filled) -> Option<u32> {
    let plain: String = filled.value("seen").chars().map(western_digit).collect();
    plain.parse().ok()
}

/// Tells whether a visitor may see the sums of a case and what an hour costs us.
pub fn sees_money(visitor: &Visitor, case: &Case) -> bool {
    case.allows(&visitor.member, Action::SeeMoney) && visitor.viewer.sees_money()
}

/// What came of an act.
pub enum Attempt {
    Done(Box<Opened>),
    /// The page shows why not, with what was written (422).
    Refused(Box<Refused>),
}

/// Does something in a case for a visitor.
pub async fn attempt(
    app: &Shared,
    visitor: &Visitor,
    opened: &Opened,
    seen: Option<u32>,
    act: Act,
) -> Result<Attempt, PageError> {
    // What keeps papers comes before an erasure, and stops it, or after it, and tells what went.
    let _alone = if act.keeps_papers() { Some(app.erasing.lock().await) } else { None };
    match cases::act(app.place(), &opened.key, &by(app, visitor, seen), act).await {
        Ok(opened) => Ok(Attempt::Done(Box::new(opened))),
        Err(not_done) => {
            let people = People::of(&app.db).await?;
            let not_done = match not_done {
                NotDone::Refused(Refusal::Contradicts(found)) if !sees_money(visitor, &opened.case) => {
                    NotDone::Refused(Refusal::Contradicts(without_sums(found)))
                }
                not_done => not_done,
            };
            let refused = Refused::of(&Pen::of(visitor), &people, &opened.case, not_done)?;
            Ok(Attempt::Refused(Box::new(refused)))
        }
    }
}

/// Returns the way to a page of a case; `here` names a page below the case's own.
pub fn crumbs(visitor: &Visitor, opened: &Opened, here: Option<String>) -> Vec<Crumb> {
    let Key { client, case } = &opened.key;
    let (verb, title) = if opened.case.stage.has_parting() {
        ("verb-part", "case-title-parting")
    } else {
        ("verb-decide", "case-title")
    };
    let all = Crumb { text: visitor.lang.text(verb), href: Some("/cases".to_owned()) };
    let own = Crumb { text: opened.case.opening.client_name.clone(), href: Some(href::client(client)) };
    let page = visitor.lang.text(title);
    match here {
        None => vec![all, own, Crumb { text: page, href: None }],
        Some(here) => {
            let page = Crumb { text: page, href: Some(href::case(client, case)) };
            vec![all, own, page, Crumb { text: here, href: None }]
        }
    }
}
