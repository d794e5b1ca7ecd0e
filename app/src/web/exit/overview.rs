//! What ending costs, without any case: what if the largest client left, and where to go from there.

use super::told;
use super::{allowed, crumbs, history};
use crate::flow::{exit, next_client, past_ends};
use crate::store::assessments::Line;
use crate::store::exit_runs::{self, Short};
use crate::store::portfolio;
use crate::web::app::Shared;
use crate::web::export::{self, Cell, Format, Place as At, Table};
use crate::web::markup::{Markup, Pen};
use crate::web::part::{Facts, Sheet};
use crate::web::when::When;
use crate::web::{Frame, PageError, Verb, Visitor, href, page};
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use domain::days::Day;
use domain::money::Money;
use fluent_bundle::FluentValue;

/// So many of the largest clients are shown.
const LARGEST: i64 = 10;

#[derive(Template)]
#[template(path = "exit/overview.html")]
struct Show {
    frame: Frame,
    lede: Markup,
    /// The largest client's page.
    largest: Option<(String, Markup)>,
    facts: Facts,
    clients: Option<Sheet>,
    kept: Vec<KeptView>,
}

/// A simulation that was kept, of any client.
struct KeptView {
    href: String,
    name: String,
    when: When,
    by: Option<String>,
}

pub async fn show(State(app): State<Shared>, visitor: Visitor) -> Result<Response, PageError> {
    allowed(&visitor)?;
    let pen = Pen::of(&visitor);
    let (lines, revenue) = largest(&app, &visitor).await?;
    let view = |kept: Short| KeptView {
        href: href::exit(&kept.client, ["runs", kept.id.as_str()]),
        name: kept.name.unwrap_or(kept.client),
        when: visitor.when(&kept.kept_at),
        by: kept.by,
    };
    let kept = exit_runs::list(&app.db, "", 20).await?;
    let show = Show {
        frame: visitor.frame(pen.lang.text("exit-title"), Some(Verb::Decide), crumbs(pen.lang, None, None)),
        lede: lede(&app, &visitor, &pen, lines.first()).await?,
        largest: lines.first().map(|line| {
            let name = [("name", FluentValue::from(line.name.as_str()))];
            (href::exit(&line.client, []), pen.say("exit-open-largest", name))
        }),
        facts: facts(&app, &pen, (&lines, revenue), visitor.today).await?,
        clients: table(&visitor, &pen, &lines, revenue).sheet(&pen),
        kept: kept.into_iter().map(view).collect(),
    };
    Ok(page(&show)?.into_response())
}

/// Returns what would happen if the largest client left.
async fn lede(app: &Shared, visitor: &Visitor, pen: &Pen<'_>, largest: Option<&Line>) -> Result<Markup, PageError> {
    let Some(line) = largest else { return Ok(Markup::strong(&pen.lang.text("exit-none-billed"))) };
    let subject = exit::of_client(app.place(), &app.ends, &visitor.firm, &line.client, visitor.today).await?;
    let simulated = match &subject {
        Some(subject) => exit::simulated(subject).await?,
        None => None,
    };
    Ok(match simulated {
        Some(simulated) => told::lede(pen, &simulated.inputs, &simulated.figures, Some(&line.name)),
        None => {
            Markup::strong(&pen.lang.say("exit-what-if-missing", [("name", FluentValue::from(line.name.as_str()))]))
        }
    })
}

/// Returns the share of the largest client, and what own wins say.
async fn facts(app: &Shared, pen: &Pen<'_>, (lines, revenue): (&[Line], f64), today: Day) -> Result<Facts, PageError> {
    let mut facts = Facts::default();
    if let Some(own) = lines.first().and_then(|line| line.revenue).filter(|_| revenue > 0.0) {
        facts.add_big(pen.t("exit-fact-share"), pen.percent(own / revenue));
    }
    let wins = next_client::wins(app.place()).await?.len();
    let pace = past_ends::pace(app.place(), &app.ends, "", today).await?;
    facts.add(pen.t("exit-fact-wins"), history(pen, wins, pace.as_ref()));
    Ok(facts)
}

/// Answers with the largest clients as a file.
pub async fn file(State(app): State<Shared>, visitor: Visitor, format: Format) -> Result<Response, PageError> {
    allowed(&visitor)?;
    let pen = Pen::of(&visitor);
    let (lines, revenue) = largest(&app, &visitor).await?;
    export::answer("exit", table(&visitor, &pen, &lines, revenue), format, pen.lang).await
}

/// Returns the largest clients, and the revenue of all.
async fn largest(app: &Shared, visitor: &Visitor) -> Result<(Vec<Line>, f64), PageError> {
    let lines = portfolio::largest(&app.db, &visitor.viewer, LARGEST).await?;
    Ok((lines, portfolio::summary(&app.db, &visitor.viewer, &[]).await?.revenue))
}

fn table(visitor: &Visitor, pen: &Pen, lines: &[Line], revenue: f64) -> Table {
    let currency = visitor.firm.base_currency;
    let row = |line: &Line| {
        let own = line.revenue.unwrap_or(0.0);
        let sum = currency.map_or_else(
            || Cell::Number(own.round()),
            |currency| Cell::Sum(Money { minor: currency.minor(own.round()), currency }),
        );
        let share = if revenue > 0.0 { Cell::Share(own / revenue) } else { Cell::Empty.said_as(pen.t("exit-none")) };
        let name = pen.link(&href::exit(&line.client, []), &pen.name(&line.name));
        vec![line.client.as_str().into(), name.into(), sum, currency.into(), share]
    };
    let heads = [
        (At::File, "client", "export-client"),
        (At::Both, "name", "client"),
        (At::Both, "revenue", "exit-head-revenue"),
        (At::File, "currency", "export-row-currency"),
        (At::Both, "share", "exit-head-share"),
    ];
    Table::placed(pen.lang, "exit-clients", &heads, lines.iter().map(row).collect())
}
