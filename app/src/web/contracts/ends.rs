//! All contracts of a client: when each can end if notice is sent today, by which right, and which holds the others up.

use super::allowed;
use crate::flow::contracts::{self, Ends};
use crate::store::cell::OwnedCell;
use crate::store::records::one;
use crate::web::app::Shared;
use crate::web::export::{self, Cell, Format, Place as At, Table};
use crate::web::markup::{Markup, Pen};
use crate::web::part::Sheet;
use crate::web::records::{self, Found, found};
use crate::web::{Crumb, Frame, PageError, Verb, Visitor, href, page};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use domain::record::{Client, Contract};
use domain::separation::contract::Confirmed;
use domain::separation::ends::{EndsBy, Line, Matrix, Way};
use fluent_bundle::FluentValue;

#[derive(Template)]
#[template(path = "contracts/ends.html")]
struct Show {
    frame: Frame,
    client: Markup,
    lede: Markup,
    /// Which contracts keep the others waiting.
    hold_up: Option<Markup>,
    sheet: Option<Sheet>,
    /// Contracts that give no right to end them.
    proposals: Vec<Markup>,
    lacking: Vec<(Markup, Markup)>,
    enter: String,
    /// Where the list is.
    list: String,
}

/// A client's contracts before a visitor.
struct Seen {
    client: String,
    name: String,
    /// Nothing where the firm's place is not known.
    ends: Option<Ends>,
}

pub async fn show(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(client): Path<String>,
) -> Result<Response, PageError> {
    let Seen { client, name, ends } = match seen(&app, &visitor, &client, "ends").await? {
        Ok(seen) => seen,
        Err(answer) => return Ok(answer),
    };
    let pen = Pen::of(&visitor);
    let title = pen.lang.text("ends-title");
    let lines = ends.as_ref().map(|ends| ends.matrix.lines.as_slice()).unwrap_or_default();
    let show = Show {
        frame: visitor.frame(
            format!("{title}: {name}"),
            Some(Verb::Part),
            records::crumbs(&visitor, &client, &name, vec![Crumb { text: title, href: None }]),
        ),
        client: pen.link(&href::client(&client), &pen.name(&name)),
        lede: lede(&pen, ends.as_ref(), &name),
        hold_up: ends.as_ref().and_then(|ends| hold_up(&pen, &ends.matrix, &client)),
        sheet: ends.as_ref().and_then(|ends| table(&pen, ends, &client).sheet(&pen)),
        proposals: lines
            .iter()
            .filter(|line| line.needs_agreement())
            .map(|line| pen.say("ends-propose", [("contract", FluentValue::from(line.contract.clone()))]))
            .collect(),
        lacking: lines.iter().filter(|line| !line.lacks.is_empty()).map(|line| lacking(&pen, line, &client)).collect(),
        enter: href::kind(&client, Contract::KIND.table) + "/new",
        list: href::path(["clients", &client, "ends"]),
    };
    Ok(page(&show)?.into_response())
}

/// Answers with the list as a file.
pub async fn file(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(client): Path<String>,
    format: Format,
) -> Result<Response, PageError> {
    let seen = match seen(&app, &visitor, &client, &format!("ends.{}", format.ending())).await? {
        Ok(seen) => seen,
        Err(answer) => return Ok(answer),
    };
    let table = table(&Pen::of(&visitor), &seen.ends.ok_or(PageError::NotFound)?, &seen.client);
    export::answer_of("ends", (&seen.client, &seen.name), table, format, visitor.lang).await
}

/// Reads the contracts of a client; another spelling leads on to the client itself.
async fn seen(app: &Shared, visitor: &Visitor, client: &str, page: &str) -> Result<Result<Seen, Response>, PageError> {
    allowed(visitor)?;
    let whose = match found(app, &visitor.viewer, client, &[page]).await? {
        Found::Here(whose) => whose,
        Found::Elsewhere(answer) => return Ok(Err(answer)),
    };
    let client = whose.client().to_owned();
    let record = one(&app.db, &whose, &Client::KIND, &client).await?;
    let country = record.as_ref().and_then(|record| match record.cell("country") {
        OwnedCell::Text(country) => Some(country.clone()),
        _ => None,
    });
    Ok(Ok(Seen {
        name: records::name_of(app, visitor, &client).await?,
        ends: contracts::ends(&app.db, &whose, country.as_deref(), &visitor.firm, visitor.today).await?,
        client,
    }))
}

fn lede(pen: &Pen, ends: Option<&Ends>, name: &str) -> Markup {
    let Some(Ends { matrix, .. }) = ends else { return Markup::strong(&pen.lang.text("renewals-lack-place")) };
    let day = |day| FluentValue::from(pen.lang.weekday(day));
    let name = ("name", FluentValue::from(name.to_owned()));
    let said = match (matrix.first, matrix.all) {
        _ if matrix.lines.is_empty() => pen.lang.text("ends-lede-none"),
        _ if matrix.lines.iter().all(|line| line.has_ended) => pen.lang.say("ends-lede-ended", [name]),
        (Some(first), Some(all)) if first == all => pen.lang.say("ends-lede-one", [name, ("all", day(all))]),
        (Some(first), Some(all)) => pen.lang.say("ends-lede", [name, ("first", day(first)), ("all", day(all))]),
        (Some(first), None) => pen.lang.say("ends-lede-open", [name, ("first", day(first))]),
        (None, _) => pen.lang.say("ends-lede-unknown", [name]),
    };
    Markup::strong(&said)
}

fn hold_up(pen: &Pen, matrix: &Matrix, client: &str) -> Option<Markup> {
    let links = matrix.hold_up.iter().map(|contract| contract_link(pen, client, contract));
    let key = if matrix.all.is_some() { "ends-hold-up" } else { "ends-hold-up-open" };
    let is_told = matrix.lines.len() > 1 && matrix.hold_up.len() < matrix.lines.len();
    is_told.then(|| {
        let names = Markup::join(links, &pen.lang.text("list-comma"));
        Markup::join([pen.t(key), names], " ")
    })
}

fn contract_link(pen: &Pen, client: &str, contract: &str) -> Markup {
    pen.link(&href::path(["clients", client, Contract::KIND.table, contract, "terms"]), &pen.id(contract))
}

/// The columns: what a page says in one cell, a file keeps apart.
const HEADS: [(At, &str, &str); 9] = [
    (At::Both, "contract", "ends-head-contract"),
    (At::File, "source", "ends-head-source"),
    (At::Both, "earliest_on", "ends-head-earliest"),
    (At::Both, "right", "ends-head-right"),
    (At::Page, "", "ends-head-dispatch"),
    (At::File, "last_safe_on", "renewals-head-safe"),
    (At::File, "last_lawful_on", "renewals-head-lawful"),
    (At::Both, "ends_by_itself_on", "ends-head-latest"),
    (At::File, "lacks", "renewals-lacking"),
];

fn table(pen: &Pen, ends: &Ends, client: &str) -> Table {
    let row = |(line, confirmed): (&Line, &Confirmed)| {
        let source = pen.t(if confirmed.0.is_empty() { "ends-by-record" } else { "ends-by-terms" });
        let first = Markup::join([contract_link(pen, client, &line.contract), Markup::soft(&source)], "<br>");
        let earliest = line.earliest();
        let none = || match line {
            _ if line.has_ended => pen.t("ends-ended"),
            _ if line.needs_agreement() => pen.t("ends-agreement"),
            _ => pen.t("ends-not-known"),
        };
        let window = earliest.and_then(|way| way.window.as_ref());
        let latest = line.runs_out_on.map_or_else(|| Cell::Empty.said_as(pen.t("ends-goes-on")), Cell::Day);
        vec![
            Cell::from(line.contract.as_str()).said_as(first),
            source.into(),
            earliest.map_or_else(|| Cell::Empty.said_as(none()), |way| Cell::Day(way.ends_on)),
            earliest.map_or_else(|| Cell::from(none()).said_as(Markup::default()), |way| right(pen, way).into()),
            earliest.map(|way| dispatch(pen, way)).into(),
            window.map(|window| window.last_safe).into(),
            window.map(|window| window.last_dispatch).into(),
            latest,
            said_lacks(pen, line).into(),
        ]
    };
    let rows = ends.matrix.lines.iter().zip(&ends.confirmed).map(row).collect();
    Table::placed(pen.lang, "ends-title", &HEADS, rows)
}

fn right(pen: &Pen, way: &Way) -> Markup {
    let length = way.notice.map(|notice| pen.lang.span(notice.count.into(), notice.unit)).unwrap_or_default();
    pen.say(&format!("ends-right-{}", way.by.word()), [("length", FluentValue::from(length))])
}

/// Says until when the notice must be sent.
fn dispatch(pen: &Pen, way: &Way) -> Markup {
    match (way.by, &way.window) {
        (EndsBy::Expiry, _) => pen.t("ends-no-notice"),
        (_, Some(window)) => {
            let lawful = pen.say("ends-lawful", [("day", FluentValue::from(pen.lang.day(window.last_dispatch)))]);
            let opens = window
                .first_dispatch
                .map(|first| pen.say("renewals-opens", [("day", FluentValue::from(pen.lang.day(first)))]))
                .map(|opens| Markup::soft(&opens));
            let days = [Some(pen.day(window.last_safe)), Some(Markup::soft(&lawful)), opens];
            Markup::join(days.into_iter().flatten(), "<br>")
        }
        (_, None) => pen.t("ends-today"),
    }
}

fn lacking(pen: &Pen, line: &Line, client: &str) -> (Markup, Markup) {
    (contract_link(pen, client, &line.contract), said_lacks(pen, line))
}

fn said_lacks(pen: &Pen, line: &Line) -> Markup {
    Markup::join(line.lacks.iter().map(|lack| pen.t(&format!("ends-lack-{}", lack.word()))), " ")
}
