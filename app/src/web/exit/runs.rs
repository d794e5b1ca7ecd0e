//! Simulations that are kept: frozen with inputs, seed, exit bill and figures, so that a case can cite them.

use super::bill::{self, LineView};
use super::told::{self, Telling, Told};
use super::{Asked, allowed, asked, by, crumbs};
use crate::flow::exit;
use crate::store::exit_runs::{self, Kept, Short};
use crate::web::app::Shared;
use crate::web::export::{self, Cell, Format, Table};
use crate::web::markup::{Markup, Pen};
use crate::web::when::When;
use crate::web::{Frame, PageError, Verb, Visitor, href, page};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Redirect, Response};
use domain::exit::read;
use fluent_bundle::FluentValue;

#[derive(Template)]
#[template(path = "exit/run.html")]
struct Show {
    frame: Frame,
    name: String,
    lede: Markup,
    when: When,
    by: Option<String>,
    seed: String,
    bill: Vec<LineView>,
    /// Where the bill is, for its files.
    bill_list: String,
    told: Told,
    file: String,
    back: String,
}

/// Keeps the simulation as it is now.
pub async fn keep(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(client): Path<String>,
) -> Result<Redirect, PageError> {
    let Asked::Here(subject) = asked(&app, &visitor, &client).await? else { return Err(PageError::NotFound) };
    let Some(simulated) = exit::simulated(&subject).await? else {
        return Ok(Redirect::to(&href::exit(&subject.client, [])));
    };
    let id = exit::keep(&app.db, &subject, simulated, &by(&app, &visitor)).await?;
    Ok(Redirect::to(&href::exit(&subject.client, ["runs", id.as_str()])))
}

/// Shows a kept simulation as it was.
pub async fn show(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((client, run)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let (kept, name) = kept(&app, &visitor, &client, &run).await?;
    let pen = Pen::of(&visitor);
    let sound = read(&kept.inputs).map_err(|errors| PageError::Broken(format!("exit_runs {run}: {errors:?}")))?;
    let inputs = sound.inputs();
    let here = href::exit(&kept.client, ["runs", run.as_str()]);
    let telling = Telling { pen: &pen, inputs, simulation: &kept.figures, on: kept.on, agenda: None, here };
    let here = pen.lang.text("exit-kept");
    let title = pen.lang.say("exit-kept-of", [("name", FluentValue::from(name.as_str()))]);
    let show = Show {
        frame: visitor.frame(title, Some(Verb::Decide), crumbs(pen.lang, Some((&kept.client, &name)), Some(here))),
        lede: told::lede(&pen, inputs, &kept.figures, None),
        when: visitor.when(&kept.kept_at),
        by: kept.by.clone(),
        seed: kept.figures.seed.to_string(),
        bill: kept.bill.iter().map(|line| LineView::of_line(&pen, line)).collect(),
        bill_list: href::exit(&kept.client, ["runs", run.as_str(), "bill"]),
        told: telling.told(),
        file: href::exit(&kept.client, ["runs", run.as_str(), "plan.toml"]),
        back: href::exit(&kept.client, []),
        name,
    };
    Ok(page(&show)?.into_response())
}

/// Hands out the inputs of a kept simulation, as `khitam exit simulate` takes them.
pub async fn file(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((client, run)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let (kept, _) = kept(&app, &visitor, &client, &run).await?;
    let headers = [
        (CONTENT_TYPE, "application/toml; charset=utf-8"),
        (CONTENT_DISPOSITION, "attachment; filename=\"plan.toml\""),
    ];
    Ok((headers, kept.inputs).into_response())
}

/// Answers with the exit bill that a simulation was kept with, as a file.
pub async fn bill(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((client, run)): Path<(String, String)>,
    format: Format,
) -> Result<Response, PageError> {
    let (kept, name) = kept(&app, &visitor, &client, &run).await?;
    let (pen, list) = (Pen::of(&visitor), format!("exit-bill-{}-{}", kept.client, kept.on));
    export::answer(&list, bill::table(&pen, &kept.bill).about(&name), format, pen.lang).await
}

/// Answers with what was kept of all clients as a file.
pub async fn all(State(app): State<Shared>, visitor: Visitor, format: Format) -> Result<Response, PageError> {
    allowed(&visitor)?;
    let table = table(&visitor, exit_runs::list(&app.db, "", LISTED_MAX).await?);
    export::answer("exit-runs", table, format, visitor.lang).await
}

/// Answers with what was kept of a client as a file.
pub async fn of_client(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(client): Path<String>,
    format: Format,
) -> Result<Response, PageError> {
    let Asked::Here(subject) = asked(&app, &visitor, &client).await? else { return Err(PageError::NotFound) };
    let table = table(&visitor, exit_runs::list(&app.db, &subject.client, LISTED_MAX).await?);
    export::answer_of("exit-runs", (&subject.client, &subject.name), table, format, visitor.lang).await
}

/// A file holds all of a list of which its page shows the latest.
const LISTED_MAX: i64 = i64::MAX;

fn table(visitor: &Visitor, kept: Vec<Short>) -> Table {
    let row = |kept: Short| {
        let when = visitor.when(&kept.kept_at);
        let name = kept.name.unwrap_or_else(|| kept.client.clone());
        vec![kept.client.into(), name.into(), Cell::Day(when.day), when.time.into(), kept.by.into(), kept.id.into()]
    };
    let heads = [
        ("client", "export-client"),
        ("name", "client"),
        ("on", "exit-kept-at"),
        ("time", "export-import-time"),
        ("by", "export-import-by"),
        ("run", "exit-kept"),
    ];
    Table::of(visitor.lang, "exit-keep-title", &heads, kept.into_iter().map(row).collect())
}

pub async fn kept(app: &Shared, visitor: &Visitor, client: &str, run: &str) -> Result<(Kept, String), PageError> {
    let Asked::Here(subject) = asked(app, visitor, client).await? else { return Err(PageError::NotFound) };
    let kept = exit_runs::of_client(&app.db, &subject.client, run).await?.ok_or(PageError::NotFound)?;
    Ok((kept, subject.name))
}
