//! All contracts of a client: when each can end if notice is sent today, by which right, and which holds the others up.

use super::allowed;
use crate::flow::contracts::{self, Ends};
use crate::store::cell::OwnedCell;
use crate::store::records::one;
use crate::web::app::Shared;
use crate::web::markup::{Markup, Pen};
use crate::web::part::{Head, Sheet};
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
}

pub async fn show(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(client): Path<String>,
) -> Result<Response, PageError> {
    allowed(&visitor)?;
    let whose = match found(&app, &visitor.viewer, &client, &["ends"]).await? {
        Found::Here(whose) => whose,
        Found::Elsewhere(answer) => return Ok(answer),
    };
    let pen = Pen::of(&visitor);
    let client = whose.client().to_owned();
    let name = records::name_of(&app, &visitor, &client).await?;
    let record = one(&app.db, &whose, &Client::KIND, &client).await?;
    let country = record.as_ref().and_then(|record| match record.cell("country") {
        OwnedCell::Text(country) => Some(country.clone()),
        _ => None,
    });
    let ends = contracts::ends(&app.db, &whose, country.as_deref(), &visitor.firm, visitor.today).await?;
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
        sheet: ends.as_ref().filter(|ends| !ends.matrix.lines.is_empty()).map(|ends| sheet(&pen, ends, &client)),
        proposals: lines
            .iter()
            .filter(|line| line.needs_agreement())
            .map(|line| pen.say("ends-propose", [("contract", FluentValue::from(line.contract.clone()))]))
            .collect(),
        lacking: lines.iter().filter(|line| !line.lacks.is_empty()).map(|line| lacking(&pen, line, &client)).collect(),
        enter: href::kind(&client, Contract::KIND.table) + "/new",
    };
    Ok(page(&show)?.into_response())
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

fn sheet(pen: &Pen, ends: &Ends, client: &str) -> Sheet {
    let row = |(line, confirmed): (&Line, &Confirmed)| {
        let source = if confirmed.0.is_empty() { "ends-by-record" } else { "ends-by-terms" };
        let first = Markup::join([contract_link(pen, client, &line.contract), small(pen.t(source))], "<br>");
        let earliest = line.earliest();
        let none = || match line {
            _ if line.has_ended => pen.t("ends-ended"),
            _ if line.needs_agreement() => pen.t("ends-agreement"),
            _ => pen.t("ends-not-known"),
        };
        vec![
            first,
            earliest.map_or_else(none, |way| pen.day(way.ends_on)),
            earliest.map_or_else(Markup::default, |way| right(pen, way)),
            earliest.map_or_else(Markup::default, |way| dispatch(pen, way)),
            line.runs_out_on.map_or_else(|| pen.t("ends-goes-on"), |day| pen.day(day)),
        ]
    };
    Sheet {
        caption: pen.t("ends-title"),
        heads: ["contract", "earliest", "right", "dispatch", "latest"]
            .map(|head| Head::words(pen.t(&format!("ends-head-{head}"))))
            .into(),
        rows: ends.matrix.lines.iter().zip(&ends.confirmed).map(row).collect(),
        is_cards: true,
    }
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
                .map(|first| small(pen.say("renewals-opens", [("day", FluentValue::from(pen.lang.day(first)))])));
            let days = [Some(pen.day(window.last_safe)), Some(small(lawful)), opens];
            Markup::join(days.into_iter().flatten(), "<br>")
        }
        (_, None) => pen.t("ends-today"),
    }
}

fn small(words: Markup) -> Markup {
    Markup::made(format!("<span class=\"small soft\">{words}</span>"))
}

fn lacking(pen: &Pen, line: &Line, client: &str) -> (Markup, Markup) {
    let said = line.lacks.iter().map(|lack| pen.t(&format!("ends-lack-{}", lack.word())));
    (contract_link(pen, client, &line.contract), Markup::join(said, " "))
}
