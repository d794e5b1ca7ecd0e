//! The renewal windows of all contracts: which closes next, and what is missing where none can be computed.

use super::{allowed, crumbs};
use crate::flow::renewals::{self, Lack, Line};
use crate::store::renewals::Renewing;
use crate::web::app::Shared;
use crate::web::export::{self, Cell, Format, Place as At, Table};
use crate::web::markup::{Markup, Pen};
use crate::web::part::Sheet;
use crate::web::{Frame, PageError, Verb, Visitor, href, page};
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use domain::days::Day;
use domain::separation::renewal::{Standing, Window};
use fluent_bundle::FluentValue;

#[derive(Template)]
#[template(path = "notice/renewals.html")]
struct Show {
    frame: Frame,
    lede: Markup,
    windows: Option<Sheet>,
    /// Contracts whose window cannot be computed, each with what is missing.
    lacking: Vec<(Markup, Markup)>,
}

pub async fn show(State(app): State<Shared>, visitor: Visitor) -> Result<Response, PageError> {
    allowed(&visitor)?;
    let pen = Pen::of(&visitor);
    let (lines, lacking) = windows(&app, &visitor).await?;
    let show = Show {
        frame: visitor.frame(pen.lang.text("renewals-title"), Some(Verb::Part), crumbs(pen.lang, None)),
        lede: lede(&pen, &lines, lacking.len(), visitor.today),
        windows: table(&pen, &lines, visitor.today).sheet(&pen),
        lacking: lacking.iter().map(|(of, lack)| (contract(&pen, of), said(&pen, of, *lack))).collect(),
    };
    Ok(page(&show)?.into_response())
}

fn lede(pen: &Pen, lines: &[Line], lacking: usize, today: Day) -> Markup {
    let still = lines.iter().find(|line| line.window.standing(today) != Standing::Missed);
    let said = match still {
        Some(line) => pen.lang.say(
            "renewals-lede",
            [
                ("name", FluentValue::from(line.of.name.clone())),
                ("day", FluentValue::from(pen.lang.weekday(line.window.last_dispatch))),
                ("safe", FluentValue::from(pen.lang.weekday(line.window.last_safe))),
            ],
        ),
        None if lines.is_empty() && lacking == 0 => pen.lang.text("renewals-lede-none"),
        None => pen.lang.text("renewals-lede-closed"),
    };
    Markup::strong(&said)
}

/// Returns the windows, and the contracts of which something is missing.
async fn windows(app: &Shared, visitor: &Visitor) -> Result<(Vec<Line>, Vec<(Renewing, Lack)>), PageError> {
    Ok(renewals::windows(&app.db, &visitor.viewer, &visitor.firm, visitor.today).await?)
}

/// Answers with the windows as a file, and after them the contracts whose window cannot be computed, with what is missing.
pub async fn file(State(app): State<Shared>, visitor: Visitor, format: Format) -> Result<Response, PageError> {
    allowed(&visitor)?;
    let pen = Pen::of(&visitor);
    let (lines, lacking) = windows(&app, &visitor).await?;
    let mut table = table(&pen, &lines, visitor.today);
    for (of, lack) in &lacking {
        let [client, name, contract] = contract_cells(of);
        let lacks = said(&pen, of, *lack).into();
        table.add(&[("client", client), ("name", name), ("contract", contract), ("lacks", lacks)]);
    }
    export::answer("renewals", table, format, pen.lang).await
}

/// The columns: what a page says of a contract in one cell, a file keeps apart.
const HEADS: [(At, &str, &str); 13] = [
    (At::File, "client", "export-client"),
    (At::File, "name", "client"),
    (At::File, "contract", "renewals-head-contract"),
    (At::Page, "", "renewals-head-contract"),
    (At::File, "stands", "export-finding-state"),
    (At::File, "service", "renewals-head-service"),
    (At::File, "confirmed", "renewals-head-confirmed"),
    (At::File, "first_lawful_on", "renewals-head-first"),
    (At::Both, "last_safe_on", "renewals-head-safe"),
    (At::Both, "last_lawful_on", "renewals-head-lawful"),
    (At::Both, "term_ends_on", "renewals-head-ends"),
    (At::Page, "", "renewals-head-open"),
    (At::File, "lacks", "renewals-lacking"),
];

/// Returns which contract of which client it is.
fn contract_cells(of: &Renewing) -> [Cell; 3] {
    [of.client.as_str(), of.name.as_str(), of.contract.as_str()].map(Cell::from)
}

fn table(pen: &Pen, lines: &[Line], today: Day) -> Table {
    let row = |line: &Line| {
        let Window { ends_on, last_dispatch, last_safe, .. } = line.window;
        let (stands, source) = (standing(pen, line, today), confirmed(pen, &line.of));
        let first = [contract(pen, &line.of), Markup::soft(&stands), served(pen, &line.of)].into_iter();
        let first = first.chain(opens(pen, line, today)).chain(source.as_ref().map(Markup::soft));
        let first = Markup::join(first, "<br>");
        let mut row: Vec<Cell> = contract_cells(&line.of).into();
        row.extend([first, stands, Markup::text(&pen.lang.service(&line.of.service))].map(Cell::from));
        row.push(source.into());
        row.push(line.window.first_dispatch.into());
        row.extend([last_safe, last_dispatch, ends_on].map(Cell::Day));
        row.extend([compute(pen, line).into(), Cell::Empty]);
        row
    };
    Table::placed(pen.lang, "renewals-windows", &HEADS, lines.iter().map(row).collect())
}

/// Returns a client with the contract, each leading to its page.
fn contract(pen: &Pen, of: &Renewing) -> Markup {
    let client = pen.link(&href::client(&of.client), &pen.name(&of.name));
    let record = pen.link(&href::record(&of.client, "contracts", &of.contract), &pen.id(&of.contract));
    Markup::join([client, record], " ")
}

/// Says for which way of notice its days are.
fn served(pen: &Pen, of: &Renewing) -> Markup {
    Markup::soft(&pen.say("renewals-by-service", [("service", FluentValue::from(pen.lang.service(&of.service)))]))
}

/// Says from when on a notice may be sent, while it would still come too early.
fn opens(pen: &Pen, line: &Line, today: Day) -> Option<Markup> {
    let first = line.window.first_dispatch.filter(|first| *first > today)?;
    let said = pen.say("renewals-opens", [("day", FluentValue::from(pen.lang.weekday(first)))]);
    Some(Markup::made(format!("<strong class=\"small\">{said}</strong>")))
}

/// Says which of its figures people confirmed in its text.
fn confirmed(pen: &Pen, of: &Renewing) -> Option<Markup> {
    let terms: Vec<String> = of.confirmed.iter().map(|term| pen.lang.term_name(*term)).collect();
    let args = [("terms", FluentValue::from(terms.join(&pen.lang.text("list-comma"))))];
    (!terms.is_empty()).then(|| pen.say("renewals-by-terms", args))
}

fn standing(pen: &Pen, line: &Line, today: Day) -> Markup {
    let days = |key: &str, days: i32| pen.about(key, days.unsigned_abs().into());
    match line.window.standing(today) {
        Standing::Open => pen.t("renewals-open"),
        Standing::Closing(left) => days("renewals-closing", left),
        Standing::Late(left) => days("renewals-late", left),
        Standing::Missed => pen.t("renewals-missed"),
    }
}

/// Returns the way to the computation, filled in with what the records say.
fn compute(pen: &Pen, line: &Line) -> Markup {
    let of = &line.of;
    let ends = line.window.ends_on.to_string();
    let length = of.notice_length.map(|length| length.to_string()).unwrap_or_default();
    let unit = of.notice_unit.map(domain::record::Choice::word).unwrap_or_default();
    let to = of.country.clone().unwrap_or_default();
    let query = [
        ("to", to.as_str()),
        ("length", length.as_str()),
        ("unit", unit),
        ("term_ends_on", ends.as_str()),
        ("before", length.as_str()),
        ("before_unit", unit),
        ("client", of.client.as_str()),
        ("contract", of.contract.as_str()),
    ];
    let name = pen.lang.say("renewals-steps-of", [("name", FluentValue::from(of.name.clone()))]);
    let href = format!("/notice/compute{}", href::query(query));
    let (href, name) = (crate::web::markup::escaped(&href), crate::web::markup::escaped(&name));
    Markup::made(format!("<a href=\"{href}\" aria-label=\"{name}\">{}</a>", pen.t("renewals-steps")))
}

fn said(pen: &Pen, of: &Renewing, lack: Lack) -> Markup {
    match lack {
        Lack::Place => pen.t("renewals-lack-place"),
        Lack::End => pen.t("renewals-lack-end"),
        Lack::Ended(on) => pen.say("renewals-lack-ended", [("day", FluentValue::from(pen.lang.day(on)))]),
        Lack::Notice => pen.t("renewals-lack-notice"),
        Lack::Deemed => pen.say("renewals-lack-deemed", [("method", FluentValue::from(pen.lang.service(&of.service)))]),
        Lack::Day => pen.t("renewals-lack-day"),
    }
}
