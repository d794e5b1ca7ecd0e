//! The portfolio: all clients, worst first.

mod asked;
mod board;
mod empty;
mod kept;
mod lede;
mod list;
mod row;
mod seen;
mod view;

pub use kept::Kept;
pub use row::{family_key, mark};

use super::duties::alerts;
use super::legal_holds;
use super::markup::{Markup, Pen};
use super::past::Look;
use super::{Frame, PageError, Shared, Verb, Visitor, export, href, page};
use crate::lang::Lang;
use askama::Template;
use asked::Asked;
use axum::Router;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use export::Format;
use list::List;

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/", get(show))
        .route("/clients", get(show))
        .route("/clients.csv", get(file))
        .route("/clients.xlsx", get(file))
}

#[derive(Template)]
#[template(path = "portfolio/show.html")]
struct Show {
    frame: Frame,
    /// What is said while the list is older than what it is made from.
    renewing: Option<String>,
    /// How many days of ends were missed, of those that this visitor is told of.
    late: Option<Markup>,
    /// Legal holds that this visitor has not acknowledged.
    held: Option<Markup>,
    main: Markup,
}

async fn show(
    State(app): State<Shared>,
    visitor: Visitor,
    Query(mut asked): Query<Asked>,
) -> Result<Response, PageError> {
    if let Some((client, _)) = &visitor.sharing {
        return Ok(Redirect::to(&href::client(client)).into_response());
    }
    let frame = visitor.frame(visitor.lang.text("portfolio-title"), Some(Verb::Watch), vec![]);
    let look = Look::at(&app, &visitor, &asked.on).await?;
    let status = look.status();
    let reports = if look.past.is_some() { vec![] } else { visitor.reports(&app).await? };
    let is_kept = reports.is_empty() && status.is_success();
    asked.on = look.on();
    let renewing = visitor.is_list_old && look.past.is_none();
    let key = kept::Key::of(&visitor, &asked);
    let kept = if is_kept { app.kept.get(visitor.lists, &key) } else { None };
    let main = match kept {
        Some(main) => main,
        None => {
            let pen = Pen::of(&visitor);
            let main = List::of(&app, &visitor, &asked, look, &reports).await?.rendered(&pen, &asked)?;
            if is_kept { app.kept.keep(visitor.lists, key, main) } else { main }
        }
    };
    let late = if asked.on.is_empty() { alerts::late(&app, &visitor).await? } else { None };
    let held = if asked.on.is_empty() { legal_holds::waiting(&app, &visitor).await? } else { None };
    let renewing = renewing.then(|| visitor.lang.text("portfolio-renewing"));
    Ok((status, page(&Show { frame, renewing, late, held, main })?).into_response())
}

/// Answers with the list; what only some may read is never in a file (RULINGS 33).
async fn file(
    State(app): State<Shared>,
    visitor: Visitor,
    Query(asked): Query<Asked>,
    format: Format,
) -> Result<Response, PageError> {
    if visitor.sharing.is_some() {
        return Err(PageError::NotFound);
    }
    let look = Look::sound(&app, &visitor, &asked.on).await?;
    let lines = list::all_lines(&app, &visitor, &asked, &look).await?;
    let lang = Lang { isolates: false, ..visitor.lang };
    let pen = Pen { lang, ..Pen::of(&visitor) };
    let mut table = row::table(&pen, &visitor.viewer, &lines);
    table.title = look.file(&table.title);
    export::answer(&look.file("clients"), table, format, lang).await
}
