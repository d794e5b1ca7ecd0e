//! A record entered by mistake: taken out with a reason, and put back from its past.

use super::edit::{may_withdraw, standing, withdrawal};
use super::fields::said;
use super::{Shown, by, crumbs, kind_word};
use crate::flow::hand;
use crate::intake::clients::Known;
use crate::store::references;
use crate::store::viewer::Role;
use crate::store::withdrawals::{self, Withdrawn};
use crate::web::app::{App, Shared};
use crate::web::form::Filled;
use crate::web::legal_holds::held_says;
use crate::web::records::column_name;
use crate::web::when::When;
use crate::web::{Frame, PageError, Verb, Visitor, href, page};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::record::{Kind, kind_named};

/// A record about to be taken out, or taken out.
#[derive(Template)]
#[template(path = "entries/withdrawal.html")]
struct Page {
    frame: Frame,
    filled: Filled,
    kind: String,
    id: String,
    action: String,
    record: String,
    /// Whether a file still holds the row.
    of_file: bool,
    /// What it says: column and value.
    says: Vec<(String, String)>,
    done: Option<Done>,
}

/// A withdrawal that stands.
struct Done {
    when: When,
    by: Option<String>,
    reason: String,
    restoration: Option<String>,
}

type Place = (String, String, String);

pub async fn show(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(place): Path<Place>,
) -> Result<Response, PageError> {
    drawn(&app, &visitor, &place, Filled::default(), StatusCode::OK).await
}

pub async fn save(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(place): Path<Place>,
    mut filled: Filled,
) -> Result<Response, PageError> {
    let (kind, party) = asked(&app, &visitor, &place).await?;
    let id = href::decoded(&place.2);
    let standing = standing(&app, &visitor, kind, &party.key, id).await?;
    if !may_withdraw(&app, &visitor, &standing).await? {
        return Err(PageError::OnlyFor(Role::Finance));
    }
    let reason = filled.value("reason").to_owned();
    if reason.is_empty() {
        filled.refuse("reason", visitor.lang.text("entry-withdraw-why"));
        return drawn(&app, &visitor, &place, filled, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let by = by(&app, &visitor, kind);
    match hand::withdraw(&app.db, kind, &standing, &by, &reason, visitor.today).await? {
        Err(hold) => {
            let says = held_says(&app, &visitor, &hold).await?;
            filled.refuse("reason", says);
            drawn(&app, &visitor, &place, filled, StatusCode::CONFLICT).await
        }
        Ok(Withdrawn::Done | Withdrawn::Gone) => Ok(Redirect::to(&withdrawal(&party.key, kind, id)).into_response()),
        Ok(Withdrawn::Used) => {
            let key = if kind.table == "clients" { "entry-withdraw-client-used" } else { "entry-withdraw-used" };
            filled.refuse("reason", visitor.lang.text(key));
            drawn(&app, &visitor, &place, filled, StatusCode::CONFLICT).await
        }
    }
}

/// Puts the record back.
pub async fn restore(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(place): Path<Place>,
) -> Result<Response, PageError> {
    let (kind, party) = asked(&app, &visitor, &place).await?;
    let id = href::decoded(&place.2);
    let withdrawn = withdrawals::of_record(&app.db, kind, &party.key, id).await?.ok_or(PageError::NotFound)?;
    if visitor.role == Role::Member && withdrawn.by.as_ref() != Some(&visitor.name) {
        return Err(PageError::OnlyFor(Role::Finance));
    }
    hand::restore(&app.db, kind, id, &withdrawn, &by(&app, &visitor, kind), visitor.today).await?;
    let there = match kind.table {
        "clients" => href::client(&party.key),
        table => href::record(&party.key, table, id),
    };
    Ok(Redirect::to(&there).into_response())
}

/// The address of an act has nothing to show; the page beside it has.
pub async fn back(_visitor: Visitor, Path((client, table, id)): Path<Place>) -> Result<Redirect, PageError> {
    let kind = kind_named(&table).ok_or(PageError::NotFound)?;
    Ok(Redirect::to(&withdrawal(href::decoded(&client), kind, href::decoded(&id))))
}

/// Returns the kind and the client of an address; a withdrawn client has only its key left.
async fn asked(app: &App, visitor: &Visitor, place: &Place) -> Result<(&'static Kind, Known), PageError> {
    let kind = kind_named(&place.1).filter(|kind| kind.table != "pulse").ok_or(PageError::NotFound)?;
    let key = href::decoded(&place.0);
    if visitor.sharing.is_some() {
        Err(PageError::Sharing)
    } else {
        let gone =
            || Known { key: key.to_owned(), name: key.to_owned(), currency: None, terms_days: None, merged_into: None };
        let found = references::party(&app.db, key).await?;
        let party = if kind.table == "clients" { Some(found.unwrap_or_else(gone)) } else { found };
        Ok((kind, party.ok_or(PageError::NotFound)?))
    }
}

async fn drawn(
    app: &App,
    visitor: &Visitor,
    place: &Place,
    filled: Filled,
    status: StatusCode,
) -> Result<Response, PageError> {
    let (kind, party) = asked(app, visitor, place).await?;
    let id = href::decoded(&place.2);
    let withdrawn = withdrawals::of_record(&app.db, kind, &party.key, id).await?;
    let (cells, of_file) = match &withdrawn {
        Some(withdrawn) => (withdrawn.cells.clone(), withdrawn.is_of_file()),
        None => {
            let standing = standing(app, visitor, kind, &party.key, id).await?;
            if !may_withdraw(app, visitor, &standing).await? {
                return Err(PageError::OnlyFor(Role::Finance));
            }
            (standing.cells, standing.line != 0)
        }
    };
    let shown = Shown::to(app, visitor).await?;
    let columns = kind
        .columns
        .iter()
        .enumerate()
        .filter(|(place, column)| shown.has(kind, column) && cells[*place] != crate::store::cell::OwnedCell::Null);
    let says = columns.map(|(place, column)| {
        (column_name(visitor.lang, kind, column.name), said(visitor, kind, Some(&cells), place))
    });
    let says = says.collect();
    let title = visitor.lang.text(if withdrawn.is_some() { "entry-withdrawn-title" } else { "entry-withdraw-title" });
    let may_restore = |by: &Option<String>| visitor.role != Role::Member || by.as_ref() == Some(&visitor.name);
    let page_ = Page {
        frame: visitor.frame(title.clone(), Some(Verb::Watch), crumbs(visitor, Some(&party), &title)),
        filled,
        kind: kind_word(visitor, kind),
        id: id.to_owned(),
        action: withdrawal(&party.key, kind, id),
        record: if kind.table == "clients" {
            href::client(&party.key)
        } else {
            href::record(&party.key, kind.table, id)
        },
        of_file,
        says,
        done: withdrawn.map(|withdrawn| Done {
            when: visitor.when(&withdrawn.at),
            restoration: may_restore(&withdrawn.by)
                .then(|| href::path(["clients", &party.key, kind.table, id, "restoration"])),
            by: withdrawn.by,
            reason: withdrawn.reason,
        }),
    };
    Ok((status, page(&page_)?).into_response())
}
