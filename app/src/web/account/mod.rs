//! A client's account: what is owed on either side, what comes next for each open invoice, the statement, and what the
//! records do not say. Nothing of it is shown while a screen is shared; only owner and finance change it.

mod chase;
mod contact;
mod field;
mod file;
pub mod for_client;
mod interest;
mod lines;
mod said;
mod show;
mod statement;

pub use contact::Contact;
pub use interest::{claim, places};
pub use lines::{SideView, records, sides};

use super::app::Shared;
use super::records::{Found, crumbs, found};
use super::{Crumb, PageError, Visitor, href};
use crate::flow::account::{self, Subject};
use crate::store::viewer::Role;
use axum::Router;
use axum::response::Response;
use axum::routing::{get, post};

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/clients/{client}/account", get(show::show))
        .route("/clients/{client}/account/interest", get(interest::show))
        .route("/clients/{client}/account/{file}", get(file::download))
        .route("/clients/{client}/account/particulars/new", get(said::show).post(said::add))
        .route("/clients/{client}/account/particulars/withdrawal", post(said::withdraw).get(said::back))
}

/// Whose account is asked for, or where to look instead.
enum Asked {
    Here(Box<Subject>),
    Elsewhere(Response),
}

/// Looks up a client's account; another spelling leads on to the client itself.
async fn asked(app: &Shared, visitor: &Visitor, client: &str, rest: &[&str]) -> Result<Asked, PageError> {
    if !visitor.viewer.sees_money() {
        return Err(PageError::Sharing);
    }
    let rest: Vec<&str> = std::iter::once("account").chain(rest.iter().copied()).collect();
    match found(app, &visitor.viewer, client, &rest).await? {
        Found::Here(whose) => {
            let subject = account::of_client(&app.db, whose.client(), visitor.today).await?;
            let mut subject = subject.ok_or(PageError::NotFound)?;
            subject.hear(app.place(), &visitor.member).await?;
            Ok(Asked::Here(Box::new(subject)))
        }
        Found::Elsewhere(answer) => Ok(Asked::Elsewhere(answer)),
    }
}

/// Looks up an account that owner and finance may change.
async fn changing(app: &Shared, visitor: &Visitor, client: &str, rest: &[&str]) -> Result<Asked, PageError> {
    visitor.require(Role::Finance)?;
    asked(app, visitor, client, rest).await
}

/// Returns the way to a page of an account; without a page, to the account itself.
fn way(visitor: &Visitor, subject: &Subject, here: Option<String>) -> Vec<Crumb> {
    let account = Crumb {
        text: visitor.lang.text("account-title"),
        href: here.is_some().then(|| href::account(&subject.client, [])),
    };
    let rest = std::iter::once(account).chain(here.map(|text| Crumb { text, href: None })).collect();
    crumbs(visitor, &subject.client, subject.name(), rest)
}
